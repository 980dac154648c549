/// Which numbers of a comparison are shown, and where they stand in it.

import type { Language } from "../../figures/data";
import type { Compared, ScenarioCompared, StatOrNot } from "../api/types";
import { appLocales, type AppTexts } from "../locale/locale";
import type { Table } from "../../table";
import type { Choice } from "./choice";
import type { Manner } from "./difference";
import { differenceOf } from "./difference";

export interface Outcome {
  id: string;
  name: keyof AppTexts;
  unit: "EUR" | "";
}

/// The cost that counts in a perspective.
export function costOutcome(perspective: string): Outcome {
  if (perspective === "societal")
    return { id: "net_cost_societal", name: "outcome_net_cost_societal", unit: "EUR" };
  if (perspective === "public")
    return { id: "net_cost_public", name: "outcome_net_cost_public", unit: "EUR" };
  const name = `perspective_${perspective}` as keyof AppTexts;
  return { id: `cost_by_payer.${perspective}`, name, unit: "EUR" };
}

const always: Outcome[] = [
  { id: "programme_cost", name: "outcome_programme_cost", unit: "EUR" },
  { id: "autonomy_years", name: "outcome_autonomy_years", unit: "" },
  { id: "stable_exits", name: "outcome_stable_exits", unit: "" },
  { id: "starts", name: "outcome_starts", unit: "" },
  { id: "hires", name: "outcome_hires", unit: "" },
  { id: "net_benefit", name: "outcome_net_benefit", unit: "EUR" },
];

export function outcomesFor(perspective: string): Outcome[] {
  return [costOutcome(perspective), ...always];
}

/// Finds a number by a path such as `cost_by_payer.state`.
export function statAt(of: Record<string, unknown> | undefined, path: string): StatOrNot {
  let found: unknown = of;
  for (const name of path.split("."))
    found = (found as Record<string, unknown> | null | undefined)?.[name];
  return found as StatOrNot;
}

export function scenarioIn(data: Compared, id: string): ScenarioCompared | undefined {
  return data.comparison.scenarios.find((one) => one.id === id);
}

/// The difference of an outcome from the base.
export function differenceIn(data: Compared, id: string, outcome: string): StatOrNot {
  return statAt(scenarioIn(data, id)?.difference, outcome);
}

/// The outcome itself.
export function levelIn(data: Compared, id: string, outcome: string): StatOrNot {
  return statAt(scenarioIn(data, id), outcome);
}

/// The table of outcomes as it goes into a file: every digit, ends of intervals beside.
export function outcomeTable(
  data: Compared,
  choice: Choice,
  manner: Manner,
  names: (id: string) => string,
  language: Language,
): Table {
  const said = appLocales[language];
  const columns = choice.scenarios.flatMap((id) =>
    [said.csvMean, said.csvLow, said.csvHigh].map((end) => `${names(id)}, ${end}`),
  );
  const rows = outcomesFor(choice.perspective).map((outcome) => [
    said[outcome.name],
    ...choice.scenarios.flatMap((id) => {
      const shown = differenceOf(
        differenceIn(data, id, outcome.id),
        levelIn(data, choice.base, outcome.id),
        manner,
        language,
      );
      return [shown?.value, shown?.low, shown?.high].map((value) => ({
        value: value ?? null,
        text: "",
      }));
    }),
  ]);
  return { caption: said.outcomesTitle, columns: [said.outcome, ...columns], rows };
}
