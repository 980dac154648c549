/// What the server answers, as its page of the interface says. Texts come in the reader's language.

import type { AnyFigureData, Validation } from "../../figures/data";

/// A text, or one in each language.
export type Text = string | { en: string; it: string };

export interface Problem {
  code: string;
  severity?: string;
  file?: string | null;
  line?: number | null;
  column?: number | null;
  message: string;
  hint?: string | null;
  /// The key of the lever it is about, where the server says so.
  key?: string | null;
}

export interface About {
  version: string;
  read_only: boolean;
  folder: string;
  languages: string[];
}

export interface ScenarioOfRun {
  id: string;
  title: Text;
  base: string;
  null_twin: boolean;
}

export interface RunFile {
  name: string;
  study: string;
  title: Text;
  scenarios: ScenarioOfRun[];
  draws: number;
  replicates: number;
  months: number;
  start: string;
  price_year: number;
  wtp: number;
  bytes: number;
  modified: string | number;
  draft: boolean;
}

/// A number of the comparison: mean, and the 95 % interval of the mean.
export interface Stat {
  mean: number | null;
  low: number | null;
  high: number | null;
}

export type StatOrNot = Stat | null | undefined;

export interface ScenarioCompared {
  id: string;
  title: Text;
  base: string;
  suppressed?: boolean;
  difference?: Record<string, StatOrNot>;
  probability_worth_it?: number | null;
  probability_pays?: number | null;
  probability_best?: number | null;
  [variable: string]: unknown;
}

export interface Comparison {
  base: string;
  wtp: number;
  perspective: string;
  draws?: number;
  scenarios: ScenarioCompared[];
}

export interface Compared {
  comparison: Comparison;
  headline: string;
  payers: { header: string[]; rows: string[][] };
  questions: { title: string; answer: string }[];
}

export const tabs = ["autonomy", "costs", "value", "fairness", "map", "pathways"] as const;
export type Tab = (typeof tabs)[number];

export type TabFigure = AnyFigureData & { tab: Tab };

export interface StudyInList {
  id: string;
  title: Text;
  scenarios: { id: string; title: Text; base?: string }[];
  draws: number;
  replicates: number;
  months: number;
  seed: number;
}

export type LeverValue = number | boolean | string | null;

export interface Lever {
  key: string;
  text: string;
  section: string;
  unit: string;
  type: "number" | "integer" | "flag" | "choice";
  choices?: (string | { id: string; text: string })[] | null;
  /// What the program takes.
  low?: number | null;
  high?: number | null;
  value: LeverValue;
  /// What the source leaves open.
  stated_low?: number | null;
  stated_high?: number | null;
  quality?: string | null;
  source?: string | string[] | null;
  source_text?: string | null;
}

export interface ScenarioOfStudy {
  id: string;
  title: Text;
  base: string;
  null_twin: boolean;
  policies: string[];
  set: Record<string, LeverValue>;
}

export interface Study {
  id: string;
  title: Text;
  scenarios: ScenarioOfStudy[];
  levers: Lever[];
}

export interface Checked {
  ok: boolean;
  problems: Problem[];
}

export interface OwnScenario {
  id: string;
  title: string;
  from: string;
  set: Record<string, LeverValue>;
}

export interface RunOrder {
  name: string;
  study: string;
  scenarios: string[];
  own?: OwnScenario;
  draws: number;
  replicates: number;
  months: number;
}

export interface Estimate {
  scenario: string;
  variable: string;
  mean: number | null;
  low: number | null;
  high: number | null;
}

export interface Job {
  id: string | number;
  name: string;
  state: "waiting" | "running" | "done" | "cancelled" | "failed";
  done: number;
  total: number;
  seconds: number;
  seconds_left: number | null;
  resident_months_per_second: number | null;
  estimate: Estimate | null;
  problems?: Problem[] | null;
}

export interface StatedValue {
  pack: string;
  value: LeverValue;
  low?: number | null;
  high?: number | null;
  quality?: string | null;
  source?: string | string[] | null;
}

export interface Parameter {
  key: string;
  home: string;
  text: string;
  unit: string;
  low?: number | null;
  high?: number | null;
  default: LeverValue;
  stated: StatedValue[];
}

export interface Validated {
  patterns: (Validation["patterns"][number] & { source?: string | null })[];
}
