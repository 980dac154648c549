/// What a run is asked for: read from the address, made whole by the study.

import type { Language } from "../../figures/data";
import type { LeverValue, RunOrder, StudyInList } from "../api/types";
import { idOf, readNumber } from "./draft";
import { listOf } from "./route";

/// Ready sizes: draws of the parameters, replicates of luck.
export const sizes = {
  quick: { draws: 8, replicates: 2 },
  draft: { draws: 24, replicates: 4 },
} as const;
export type SizeName = keyof typeof sizes | "full" | "own";

/// A form of a run as it stands: texts, since anything may be typed.
export interface OrderForm {
  study: string;
  name: string;
  title: string;
  from: string;
  isOwn: boolean;
  scenarios: string[];
  draws: string;
  replicates: string;
  months: string;
}

/// A short time mark, so that a second run does not ask for the name of the first.
export function usualName(stem: string, now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${two(now.getMonth() + 1)}${two(now.getDate())}`;
  return `${stem}-${day}-${two(now.getHours())}${two(now.getMinutes())}.h5`;
}

export function formOf(query: Record<string, string>, study: StudyInList, now: Date): OrderForm {
  const isOwn = query["own"] === "1";
  const title = query["title"]?.trim() ?? "";
  const ids = study.scenarios.map((one) => one.id);
  const from = query["from"] ?? "";
  const asked = listOf(query["scenarios"]).filter((id) => ids.includes(id));
  const usual = isOwn && ids.includes(from) ? [from] : ids;
  const own = idOf(title);
  const stem = !isOwn ? study.id : own.startsWith(study.id) ? own : `${study.id}-${own}`;
  return {
    study: study.id,
    name: query["name"] ?? usualName(stem, now),
    title,
    from,
    isOwn,
    scenarios: asked.length > 0 ? asked : usual,
    draws: query["draws"] ?? String(sizes.quick.draws),
    replicates: query["replicates"] ?? String(sizes.quick.replicates),
    months: query["months"] ?? String(study.months),
  };
}

/// Counts the scenarios that a run simulates: those chosen, one of one's own, and the bases of all.
export function scenarioCount(form: OrderForm, study: StudyInList): number {
  const compared = form.isOwn ? [...form.scenarios, form.from] : form.scenarios;
  const bases = study.scenarios
    .filter((one) => compared.includes(one.id))
    .map((one) => one.base ?? one.id);
  return new Set([...form.scenarios, ...bases]).size + (form.isOwn ? 1 : 0);
}

/// Names the ready size that a form asks for.
export function sizeNameOf(form: OrderForm, study: StudyInList): SizeName {
  const is = (size: { draws: number; replicates: number }) =>
    Number(form.draws) === size.draws && Number(form.replicates) === size.replicates;
  if (is(sizes.quick)) return "quick";
  if (is(sizes.draft)) return "draft";
  return is(study) ? "full" : "own";
}

/// Reads a whole number of at least one.
export function readCount(text: string, language: Language): number | undefined {
  const value = readNumber(text, language);
  return value !== undefined && Number.isInteger(value) && value >= 1 ? value : undefined;
}

/// The fields that keep a form from being sent.
export function wrongFields(
  form: OrderForm,
  language: Language,
): ("name" | "draws" | "replicates" | "months")[] {
  const counts = (["draws", "replicates", "months"] as const).filter(
    (name) => readCount(form[name], language) === undefined,
  );
  // A name inside the folder: no ways out of it, no hidden files.
  const isName = /^[\w][\w .+-]*$/.test(form.name.trim());
  return isName ? counts : ["name", ...counts];
}

/// What is sent; undefined where a field is wrong.
export function orderOf(
  form: OrderForm,
  set: Record<string, LeverValue>,
  language: Language,
): RunOrder | undefined {
  if (wrongFields(form, language).length > 0) return undefined;
  const count = (text: string) => readCount(text, language) as number;
  const name = form.name.trim();
  const own = { id: idOf(form.title), title: form.title, from: form.from, set };
  return {
    name: name.endsWith(".h5") ? name : `${name}.h5`,
    study: form.study,
    scenarios: form.scenarios,
    ...(form.isOwn ? { own } : {}),
    draws: count(form.draws),
    replicates: count(form.replicates),
    months: count(form.months),
  };
}
