/// Comparisons out of one recorded answer, for other scenarios and another worth.

import type { Comparison, ScenarioOfRun, TabFigure } from "../../app/api/types";
import { valueText } from "../../numbers";
import { recorded, type Language } from "./mock-answers";

interface Words {
  headline: string;
  payers: { header: string[]; rows: string[][] };
  questions: { title: string; answer: string }[];
}

interface RecordedComparison {
  comparison: Comparison;
  en: Words;
  it: Words;
}

const kept = () => recorded<RecordedComparison>("compare");

export function titles(): ScenarioOfRun[] {
  return kept().comparison.scenarios.map((one) => ({
    id: one.id,
    title: one.title,
    base: one.base,
    null_twin: one.id.endsWith("null-twin"),
  }));
}

export function compared(query: URLSearchParams, language: Language) {
  const { comparison, ...words } = kept();
  const wtp = Number(query.get("wtp"));
  const asked = [query.get("base"), ...(query.get("scenarios") ?? "").split(",")];
  const scenarios = comparison.scenarios.filter((one) => asked.includes(one.id));
  const amount = (value: number) => valueText(value, "EUR", language).replace("EUR\u00a0", "");
  const headline = words[language].headline.replace(amount(20000), amount(wtp));
  return { comparison: { ...comparison, wtp, scenarios }, ...words[language], headline };
}

export function figures(language: Language): TabFigure[] {
  return recorded<TabFigure[]>(`figures-${language}`);
}
