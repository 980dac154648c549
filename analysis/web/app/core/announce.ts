/// What a screen reader says without being asked.

import { signal } from "@preact/signals";

export const announcement = signal("");

/// Says a text; the same text twice is said twice.
export function announce(text: string): void {
  announcement.value = announcement.value === text ? `${text}\u00a0` : text;
}
