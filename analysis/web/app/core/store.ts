/// What all views share: the server's own description, and whether it came back.

import { effect, signal } from "@preact/signals";
import { connection, get } from "../api/client";
import type { About } from "../api/types";
import { announce } from "./announce";
import { route } from "./navigation";
import type { Screen } from "./route";
import { texts } from "./language";

export const about = signal<About | undefined>(undefined);

/// Goes up whenever the server answers again; what failed is then asked again.
export const revived = signal(0);

/// The view each screen was left in, so that its name in the menu leads back there.
export const lastQuery = signal<Partial<Record<Screen, Record<string, string>>>>({});

const pause = 3000;
let waiting: ReturnType<typeof setTimeout> | undefined;

/// Asks the server who it is; goes on asking while nobody answers.
export async function greet(): Promise<void> {
  clearTimeout(waiting);
  try {
    about.value = await get<About>("about");
  } catch {
    if (connection.value === "lost") greetLater();
  }
}

function greetLater(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void greet(), pause);
}

/// What was asked in vain is asked again once anything is answered.
function found(): void {
  revived.value = revived.peek() + 1;
  announce(texts.peek().backText);
}

export function watchConnection(): void {
  let before = connection.value;
  effect(() => {
    const now = connection.value;
    const was = before;
    before = now;
    if (now === "lost" && was !== "lost") greetLater();
    if (now === "open" && was === "lost") found();
    if (now === "open" && was === "locked") void greet();
  });
  effect(() => {
    const { screen, query } = route.value;
    lastQuery.value = { ...lastQuery.peek(), [screen]: query };
  });
}
