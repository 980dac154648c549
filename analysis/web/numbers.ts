/// Numbers and dates for readers: three significant digits, thousands grouped, units in words.

import type { Axis, Cell, Estimate, Language, Unit } from "./figures/data";
import { fill, texts } from "./locale";

const localeNames: Record<Language, string> = { en: "en-GB", it: "it-IT" };

/// Rounds to three significant digits; zero stays zero.
export function threeDigits(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : value;
}

/// Writes a number of three digits at most, `-` where there is none.
export function numberText(value: number | null | undefined, language: Language): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const rounded = threeDigits(value);
  const shown = rounded === 0 ? 0 : rounded;
  return new Intl.NumberFormat(localeNames[language], {
    maximumSignificantDigits: 3,
    useGrouping: "always",
  } as Intl.NumberFormatOptions)
    .format(shown)
    .replace("-", "−");
}

/// Writes a year or another whole number with all its digits.
export function wholeText(value: number, language: Language): string {
  const whole = new Intl.NumberFormat(localeNames[language], {
    useGrouping: false,
    maximumFractionDigits: 1,
  });
  return whole.format(value).replace("-", "−");
}

/// Writes a share as a percentage without decimals above one per cent.
function percentText(value: number, language: Language): string {
  const percent = value * 100;
  const shown = Math.abs(percent) >= 1 ? Math.round(percent) : Number(percent.toPrecision(1));
  return `${numberText(shown, language)}\u00a0%`;
}

/// Writes a value with its unit: `EUR 1,230,000`, `34 %`, `12 months`. Lines do not break between.
export function valueText(
  value: number | null | undefined,
  unit: Unit,
  language: Language,
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  if (unit === "share") return percentText(value, language);
  const number = numberText(value, language);
  if (unit === "EUR") {
    return number.startsWith("−") ? `−EUR\u00a0${number.slice(1)}` : `EUR\u00a0${number}`;
  }
  return unit === "" || unit === "1" ? number : `${number} ${unit}`;
}

/// Writes a value with a plus where it is above zero.
export function signedText(
  value: number | null | undefined,
  unit: Unit,
  language: Language,
): string {
  const text = valueText(value, unit, language);
  return typeof value === "number" && value > 0 ? `+${text}` : text;
}

/// Writes `low to high`, or nothing where the interval is unknown.
export function intervalText(of: Estimate, unit: Unit, language: Language): string {
  if (!hasInterval(of)) return "";
  return fill(texts(language).lowToHigh, {
    low: valueText(of.low, unit, language),
    high: valueText(of.high, unit, language),
  });
}

/// Writes a value and, in brackets, its interval; words where it is suppressed.
export function cellText(of: Cell | undefined, unit: Unit, language: Language): string {
  if (of === null) return texts(language).suppressed;
  if (of === undefined || of.mean === null) return texts(language).noValue;
  const interval = intervalText(of, unit, language);
  const mean = valueText(of.mean, unit, language);
  return interval === "" ? mean : `${mean} (${interval})`;
}

/// An estimate with both ends of its interval.
export interface Bounded {
  low: number;
  high: number;
}

/// Tells whether both ends of the interval are known.
export function hasInterval(of: Cell | undefined): of is Estimate & Bounded {
  return typeof of?.low === "number" && typeof of?.high === "number";
}

/// Returns the mean, or nothing where it is suppressed or does not exist.
export function meanOf(of: Cell | undefined): number | null {
  return of?.mean ?? null;
}

/// How an axis of large amounts is written: values divided by `divisor`, and its unit in words.
export interface Scale {
  divisor: number;
  unit: string;
}

/// Chooses thousands or millions of euros so that ticks stay short; percentages by hundred.
export function scaleFor(largest: number, unit: Unit, language: Language): Scale {
  const words = texts(language);
  if (unit === "share") return { divisor: 0.01, unit: "%" };
  if (unit !== "EUR") return { divisor: 1, unit: unit === "1" ? "" : unit };
  if (largest >= 2e9) return { divisor: 1e9, unit: words.billionsOfEuros };
  if (largest >= 2e6) return { divisor: 1e6, unit: words.millionsOfEuros };
  if (largest >= 2e4) return { divisor: 1e3, unit: words.thousandsOfEuros };
  return { divisor: 1, unit: "EUR" };
}

/// Names an axis with its unit: `Net cost, EUR million`.
export function axisName(name: string, scale: Scale): string {
  return scale.unit === "" ? name : `${name}, ${scale.unit}`;
}

/// Writes a month from the start as a date, or as months where no start is given.
export function monthText(month: number, start: string | undefined, language: Language): string {
  const parts = /^(\d{4})-(\d{2})/.exec(start ?? "");
  if (parts === null)
    return fill(texts(language).monthNumber, { month: wholeText(month, language) });
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1 + Math.round(month), 1));
  const form = { month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(localeNames[language], form).format(date);
}

/// Writes a place on an axis: a date, a year, or a number with its unit.
export function axisText(value: number, axis: Axis, language: Language): string {
  if (axis.of === "month") return monthText(value, axis.start, language);
  if (axis.of === "year") return wholeText(value, language);
  return valueText(value, axis.unit ?? "", language);
}
