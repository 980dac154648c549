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

/// Asks the server who it is; goes on asking while nobody answers.
export async function greet(): Promise<void> {
  const before = connection.value;
  try {
    about.value = await get<About>("about");
    if (before === "open" && revived.value > 0) return;
    revived.value += 1;
    if (before === "lost") announce(texts.value.backText);
  } catch {
    if (connection.value === "lost") setTimeout(() => void greet(), pause);
  }
}

export function watchConnection(): void {
  let before = connection.value;
  effect(() => {
    const now = connection.value;
    if (now === "lost" && before !== "lost") setTimeout(() => void greet(), pause);
    if (now === "open" && before === "locked") void greet();
    before = now;
  });
  effect(() => {
    const { screen, query } = route.value;
    lastQuery.value = { ...lastQuery.peek(), [screen]: query };
  });
}
