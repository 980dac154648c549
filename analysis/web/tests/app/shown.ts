/// Numbers as a page shows them, read back: as many digits as half an interval leaves sure.

import assert from "node:assert/strict";

export interface Stat {
  mean: number;
  low: number;
  high: number;
}

const numberOf = (text: string) => Number(text.replace("−", "-").replace(/[,+]/g, ""));

/// The place of the last sure digit: the first of half the interval, or the second after a 1.
function placeOf(half: number): number {
  if (half === 0) return 0.01;
  const first = 10 ** Math.floor(Math.log10(half));
  return half < 2 * first ? first / 10 : first;
}

/// Fails where a text such as `~+0.2 ±0.6` (English) does not say a mean and half its interval.
export function assertShows(text: string, stat: Stat, name: string): void {
  const found = /([+−]?[\d,.]+)(?: ±([\d,.]+))?$/.exec(text.trim());
  assert.ok(found !== null, `${name}: ${text}`);
  const half = (stat.high - stat.low) / 2;
  const slack = 0.5001 * placeOf(half);
  const said = `${name}: ${text}, not ${stat.mean} ± ${half}`;
  assert.ok(Math.abs(numberOf(found[1] as string) - stat.mean) <= slack, said);
  assert.ok(Math.abs(numberOf(found[2] ?? "0") - half) <= slack, said);
}

/// The same of a difference, which has `~` before it where zero lies within its interval.
export function assertDiffers(text: string, stat: Stat, name: string): void {
  assertShows(text, stat, name);
  assert.equal(text.trim().startsWith("~"), stat.low <= 0 && stat.high >= 0, `${name}: ${text}`);
}
