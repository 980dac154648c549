/// Sizes, times and dates in the reader's language; money and estimates are in `numbers.ts`.

import type { Language } from "../../figures/data";
import { monthText } from "../../numbers";
import { fill } from "../../locale";
import { appLocales } from "../locale/locale";
import type { LeverValue } from "../api/types";

const names: Record<Language, string> = { en: "en-GB", it: "it-IT" };

/// Writes a count with all its digits, thousands grouped.
export function countText(value: number, language: Language): string {
  const form = { maximumFractionDigits: 0, useGrouping: "always" } as Intl.NumberFormatOptions;
  return new Intl.NumberFormat(names[language], form).format(value).replace("-", "−");
}

/// Writes how large a file is: `1.2 MB`.
export function sizeText(bytes: number, language: Language): string {
  const steps: [number, string][] = [
    [1e9, "GB"],
    [1e6, "MB"],
    [1e3, "kB"],
  ];
  const [divisor, unit] = steps.find(([from]) => bytes >= from) ?? [1, "B"];
  const digits = bytes / divisor < 10 && divisor > 1 ? 1 : 0;
  const form = new Intl.NumberFormat(names[language], { maximumFractionDigits: digits });
  return `${form.format(bytes / divisor)}\u00a0${unit}`;
}

/// Reads a time of the server: ISO text, seconds or milliseconds since 1970.
export function readTime(time: string | number): Date | undefined {
  const number = typeof time === "number" ? time : Number(time);
  const date = Number.isFinite(number)
    ? new Date(number < 1e11 ? number * 1000 : number)
    : new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/// Writes a date with its time of day, in the reader's own time zone.
export function dateText(time: string | number, language: Language, timeZone?: string): string {
  const date = readTime(time);
  if (date === undefined) return "–";
  const form = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat(names[language], form).format(date);
}

/// Writes a length of time roughly: `40 s`, `3 min`, `2 h 10 min`.
export function durationText(seconds: number | null | undefined, language: Language): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return "–";
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 90) return `${countText(whole, language)}\u00a0s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  const hours = `${countText(Math.floor(minutes / 60), language)}\u00a0h`;
  return rest === 0 ? hours : `${hours} ${rest}\u00a0min`;
}

/// Writes months as years where they are whole: `10 years`.
export function spanText(months: number, language: Language): string {
  const texts = appLocales[language];
  if (months % 12 !== 0) return fill(texts.someMonths, { count: countText(months, language) });
  const years = months / 12;
  return fill(years === 1 ? texts.oneYear : texts.someYears, { count: countText(years, language) });
}

/// Writes the months that a study covers: `Jan 2007 to Dec 2016`.
export function periodText(start: string, months: number, language: Language): string {
  return fill(appLocales[language].fromTo, {
    from: monthText(0, start, language),
    to: monthText(Math.max(0, months - 1), start, language),
  });
}

/// Writes the unit of the files as people say it; shares and pure numbers have none.
export function unitText(unit: string | null | undefined): string {
  return ["1", "share", "quota"].includes(unit ?? "") ? "" : (unit ?? "");
}

/// Writes a lever's value exactly as it is: it can be typed back.
export function exactText(value: LeverValue | undefined, language: Language): string {
  const texts = appLocales[language];
  if (value === null || value === undefined) return "–";
  if (typeof value === "boolean") return value ? texts.yes : texts.no;
  if (typeof value === "string") return value.replace(/^"|"$/g, "");
  const form = { maximumSignificantDigits: 15, useGrouping: false } as const;
  return new Intl.NumberFormat(names[language], form).format(value).replace("-", "−");
}

/// Writes an end of a range to four digits: prices of another year have twelve.
function groupedText(value: number | null | undefined, language: Language): string {
  if (value === null || value === undefined) return "";
  const form = { maximumSignificantDigits: 4, useGrouping: "always" } as Intl.NumberFormatOptions;
  return new Intl.NumberFormat(names[language], form).format(value).replace("-", "−");
}

/// Writes a range: `0 to 1`, `from 0`, `up to 1`, or nothing.
export function rangeText(
  low: number | null | undefined,
  high: number | null | undefined,
  language: Language,
): string {
  const texts = appLocales[language];
  const ends = { low: groupedText(low, language), high: groupedText(high, language) };
  if (low != null && low === high) return ends.low;
  if (low != null && high != null) return fill(texts.lowHigh, ends);
  if (low != null) return fill(texts.lowOnly, ends);
  return high != null ? fill(texts.highOnly, ends) : "";
}
