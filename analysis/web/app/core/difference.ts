/// Differences as the report writes them: `+280,000 ±70,000`, no more digits than are sure.

import type { Language } from "../../figures/data";
import type { StatOrNot } from "../api/types";

const names: Record<Language, string> = { en: "en-GB", it: "it-IT" };

/// A number, half of its interval, and whether it cannot be told from zero.
export interface Difference {
  text: string;
  half: string;
  unclear: boolean;
  /// As they are, for files.
  value: number;
  low: number | null;
  high: number | null;
}

/// How differences are shown.
export const manners = ["difference", "percent", "ratio"] as const;
export type Manner = (typeof manners)[number];

/// The place of the last digit that half an interval leaves sure: one digit of it, two after a 1.
export function lastPlace(half: number): number {
  if (!(half > 0) || !Number.isFinite(half)) return 0;
  const power = Math.floor(Math.log10(half));
  const first = Math.floor(half / 10 ** power);
  return first === 1 ? power - 1 : power;
}

function atPlace(value: number, place: number, language: Language): string {
  const step = 10 ** place;
  const rounded = Math.round(value / step) * step;
  const digits = Math.min(6, Math.max(0, -place));
  const form = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: "always",
  } as Intl.NumberFormatOptions;
  const text = new Intl.NumberFormat(names[language], form).format(rounded === 0 ? 0 : rounded);
  return text.replace("-", "−");
}

interface Scaled {
  value: number;
  low: number | null;
  high: number | null;
}

/// Multiplies, then adds.
function scaled(of: Scaled, factor: number, plus = 0): Scaled {
  const map = (value: number | null) => (value === null ? null : value * factor + plus);
  return { value: of.value * factor + plus, low: map(of.low), high: map(of.high) };
}

/// Writes a difference, or the same over the base, which is taken for exact. Undefined where
/// there is none, or where a share of the base would say nothing.
export function differenceOf(
  difference: StatOrNot,
  base: StatOrNot,
  manner: Manner,
  language: Language,
): Difference | undefined {
  if (difference?.mean == null) return undefined;
  const plain = { value: difference.mean, low: difference.low, high: difference.high };
  const unclear = plain.low !== null && plain.high !== null && plain.low <= 0 && plain.high >= 0;
  if (manner === "difference") return written(plain, unclear, true, "", "", language);
  if (base?.mean == null || base.mean <= 0) return undefined;
  if (manner === "percent")
    return written(scaled(plain, 100 / base.mean), unclear, true, "", "\u00a0%", language);
  return written(scaled(plain, 1 / base.mean, 1), unclear, false, "×\u2009", "", language);
}

function written(
  of: Scaled,
  unclear: boolean,
  signed: boolean,
  before: string,
  after: string,
  language: Language,
): Difference {
  const half = of.low === null || of.high === null ? 0 : (of.high - of.low) / 2;
  const place = half > 0 ? lastPlace(half) : -2;
  const sign = signed && of.value > 0 ? "+" : "";
  const text = `${before}${sign}${atPlace(of.value, place, language)}${after}`;
  const width = half > 0 ? `±${atPlace(half, place, language)}${after}` : "";
  return { text, half: width, unclear, ...of };
}

/// Writes a level with half its interval: `19,600 ±2,000`.
export function lastPlaceText(of: StatOrNot, language: Language): string {
  if (of?.mean == null) return "–";
  const plain = { value: of.mean, low: of.low, high: of.high };
  const shown = written(plain, false, false, "", "", language);
  return shown.half === "" ? shown.text : `${shown.text} ${shown.half}`;
}
