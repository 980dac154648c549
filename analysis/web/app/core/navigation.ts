/// The view that is shown and the address bar, each following the other.

import { signal } from "@preact/signals";
import { keepToken, tokenOfFragment } from "../api/token";
import { connection } from "../api/client";
import { formatRoute, parseRoute, patched, sameRoute, type Patch, type Route } from "./route";

export const route = signal<Route>({ screen: "runs", query: {} });

// Browsers slow down pages that write the address at every step of a slider.
const pause = 200;
let waiting: ReturnType<typeof setTimeout> | undefined;

function writeAddress(): void {
  clearTimeout(waiting);
  waiting = undefined;
  const fragment = formatRoute(route.value);
  if (location.hash !== fragment) history.replaceState(null, "", fragment);
}

/// Opens a view, which "back" leaves again.
export function open(next: Route): void {
  if (sameRoute(next, route.value)) return;
  if (waiting !== undefined) writeAddress();
  history.pushState(null, "", formatRoute(next));
  route.value = next;
}

/// Changes the view in the place it has in the history: typing, sliding.
export function adjust(patch: Patch): void {
  route.value = { ...route.value, query: patched(route.value.query, patch) };
  clearTimeout(waiting);
  waiting = setTimeout(writeAddress, pause);
}

/// Changes the view as a step of its own in the history: choosing, opening a tab.
export function choose(patch: Patch): void {
  open({ ...route.value, query: patched(route.value.query, patch) });
}

/// Reads the address; a token in it is kept and taken out, and the view stays.
export function readAddress(): void {
  const token = tokenOfFragment(location.hash);
  if (token !== undefined) {
    keepToken(token);
    connection.value = "open";
    history.replaceState(null, "", formatRoute(route.value));
    return;
  }
  const next = parseRoute(location.hash);
  if (!sameRoute(next, route.value)) route.value = next;
}

export function followAddress(): void {
  readAddress();
  if (location.hash === "") history.replaceState(null, "", formatRoute(route.value));
  addEventListener("hashchange", readAddress);
  addEventListener("popstate", readAddress);
  addEventListener("pagehide", writeAddress);
}
