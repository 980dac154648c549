/// A scenario of one's own while it is written: what was typed, and what it means.

import type { Language } from "../../figures/data";
import type { Lever, LeverValue, Problem } from "../api/types";

export type Wrong = "empty" | "notNumber" | "notWhole" | "unclear";
export type Read = { value: LeverValue } | { wrong: Wrong };

/// Digits that would be thousands in the language and decimals elsewhere: `1.000` in Italian.
const thousands: Record<Language, RegExp> = {
  en: /^-?[1-9]\d{0,2}(,\d{3})+(\.|$)/,
  it: /^-?[1-9]\d{0,2}(\.\d{3})+(,|$)/,
};

/// Tells whether a text could mean two numbers; guessing would be wrong by a thousand.
export function isUnclear(text: string, language: Language): boolean {
  return thousands[language].test(text.trim().replace("−", "-"));
}

/// Reads a number as people write it: `0.5`, `0,5`, `1 000`.
export function readNumber(text: string, language: Language): number | undefined {
  if (isUnclear(text, language)) return undefined;
  const plain = text
    .trim()
    .replace(/[\s\u00a0']/g, "")
    .replace("−", "-")
    .replace(",", ".");
  return /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

/// Reads what was typed for a lever. Whether the program takes it is the program's to say.
export function readLever(lever: Lever, text: string, language: Language): Read {
  if (lever.type === "flag") return { value: text === "true" };
  if (lever.type === "choice") return { value: text };
  if (text.trim() === "") return { wrong: "empty" };
  if (isUnclear(text, language)) return { wrong: "unclear" };
  const value = readNumber(text, language);
  if (value === undefined) return { wrong: "notNumber" };
  if (lever.type === "integer" && !Number.isInteger(value)) return { wrong: "notWhole" };
  return { value };
}

/// Writes a value as it stands in a field.
export function fieldText(value: LeverValue, language: Language): string {
  if (value === null) return "";
  if (typeof value === "number" && language === "it") return String(value).replace(".", ",");
  return typeof value === "string" ? value : String(value);
}

export interface Changes {
  /// What is asked of the server.
  set: Record<string, LeverValue>;
  /// Keys whose text says something else than the scenario they come from.
  changed: string[];
  /// Keys whose text cannot be read.
  wrong: Record<string, Wrong>;
}

/// Compares what was typed with the values of the scenario it comes from.
export function changesOf(
  levers: readonly Lever[],
  typed: Record<string, string>,
  language: Language,
): Changes {
  const changes: Changes = { set: {}, changed: [], wrong: {} };
  for (const lever of levers) {
    const text = typed[lever.key];
    if (text === undefined) continue;
    const read = readLever(lever, text, language);
    if ("wrong" in read) changes.wrong[lever.key] = read.wrong;
    else if (read.value !== lever.value) changes.set[lever.key] = read.value;
    else continue;
    changes.changed.push(lever.key);
  }
  return changes;
}

/// Finds the lever that a problem is about: the one it names, the longest where it names several.
export function leverOf(problem: Problem, keys: readonly string[]): string | undefined {
  if (problem.key != null && keys.includes(problem.key)) return problem.key;
  const words = `${problem.message} ${problem.hint ?? ""}`.split(/[^\w.]+/);
  const plain = new Set(words.map((word) => word.replace(/^\.+|\.+$/g, "")));
  const named = keys.filter((key) => plain.has(key));
  named.sort((a, b) => b.length - a.length);
  return named[0] ?? (keys.length === 1 ? keys[0] : undefined);
}

/// Sorts problems by the lever they are about; "" holds those about none.
export function byLever(
  problems: readonly Problem[],
  keys: readonly string[],
): Record<string, Problem[]> {
  const sorted: Record<string, Problem[]> = {};
  for (const problem of problems) (sorted[leverOf(problem, keys) ?? ""] ??= []).push(problem);
  return sorted;
}

/// Makes an id of a title: small letters, digits, hyphens.
export function idOf(title: string): string {
  return title
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

/// Finds levers by words in their text, key, section or source.
export function matches(lever: Lever, word: string): boolean {
  const said = [lever.text, lever.key, lever.section, lever.source_text ?? ""]
    .join(" ")
    .toLowerCase();
  return word
    .toLowerCase()
    .split(/\s+/)
    .every((part) => said.includes(part));
}

/// Groups levers by section, in the order they come.
export function sectionsOf(levers: readonly Lever[]): { name: string; levers: Lever[] }[] {
  const sections = new Map<string, Lever[]>();
  for (const lever of levers) {
    const section = sections.get(lever.section) ?? [];
    section.push(lever);
    sections.set(lever.section, section);
  }
  return [...sections].map(([name, inside]) => ({ name, levers: inside }));
}
