/// What the comparison is about: read from the address, made whole by the results file.

import { tabs, type RunFile, type Tab } from "../api/types";
import { listOf } from "./route";

export interface Choice {
  result: string;
  base: string;
  scenarios: string[];
  wtp: number;
  perspective: string;
  tab: Tab;
}

export const mostScenarios = 5;
const fewAtFirst = 3;

export const perspectives = [
  "public",
  "societal",
  "municipality",
  "health_authority",
  "province_region",
  "state",
  "european_union",
  "employer",
  "third_sector",
  "resident",
] as const;

/// The scenario that most others are compared with.
export function usualBase(run: RunFile): string {
  const counts = new Map<string, number>();
  for (const one of run.scenarios) counts.set(one.base, (counts.get(one.base) ?? 0) + 1);
  const known = run.scenarios.filter((one) => counts.has(one.id));
  known.sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  return known[0]?.id ?? run.scenarios[0]?.id ?? "";
}

function readNumber(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text !== undefined && text !== "" && Number.isFinite(value) && value >= 0
    ? value
    : otherwise;
}

/// Returns what is compared; what a link asks and the file does not hold is left out.
export function choiceOf(run: RunFile, query: Record<string, string>): Choice {
  const ids = run.scenarios.map((one) => one.id);
  const asked = query["base"];
  const base = asked !== undefined && ids.includes(asked) ? asked : usualBase(run);
  const others = ids.filter((id) => id !== base);
  const wished = listOf(query["scenarios"]).filter((id) => others.includes(id));
  const scenarios = wished.length > 0 ? [...new Set(wished)] : others.slice(0, fewAtFirst);
  const perspective = query["perspective"] ?? "";
  const tab = query["tab"] ?? "";
  return {
    result: run.name,
    base,
    scenarios: scenarios.slice(0, mostScenarios),
    wtp: readNumber(query["wtp"], run.wtp),
    perspective: (perspectives as readonly string[]).includes(perspective) ? perspective : "public",
    tab: (tabs as readonly string[]).includes(tab) ? (tab as Tab) : "autonomy",
  };
}

/// Writes what the server is asked. It wants two scenarios at least: beside a single one, the base.
export function requestOf(choice: Choice): Record<string, string | number> {
  const { result, base, scenarios, wtp, perspective } = choice;
  const asked = scenarios.length === 1 ? [base, ...scenarios] : scenarios;
  return { result, base, scenarios: asked.join(","), wtp, perspective };
}

/// The end of the slider: a round number well above the study's own value.
export function sliderEnd(run: RunFile): number {
  const wanted = Math.max(50_000, 3 * run.wtp);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return Math.ceil(wanted / power) * power;
}
