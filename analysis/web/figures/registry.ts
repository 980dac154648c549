/// All figures by the kind that their data state.

import { costChange } from "./cost-change";
import { costs } from "./costs";
import { cumulative } from "./cumulative";
import type { AnyFigureData, FigureData } from "./data";
import type { Figure } from "./figure";
import { groups } from "./groups";
import { inputs } from "./inputs";
import { map } from "./map";
import { pathways } from "./pathways";
import { plane } from "./plane";
import { regret } from "./regret";
import { tornado } from "./tornado";
import { trajectories } from "./trajectories";
import { transfer } from "./transfer";
import { twoWay } from "./two-way";
import { utilisation } from "./utilisation";
import { validation } from "./validation";
import { acceptability, expectedLoss } from "./value";
import { winners } from "./winners";

type FigureOf<K extends AnyFigureData["kind"]> = Figure<Extract<AnyFigureData, { kind: K }>>;

const figures: { [K in Exclude<AnyFigureData["kind"], "costs" | "cost-change">]: FigureOf<K> } & {
  costs: typeof costs;
  "cost-change": typeof costChange;
} = {
  trajectories,
  costs,
  "cost-change": costChange,
  cumulative,
  plane,
  "expected-loss": expectedLoss,
  acceptability,
  tornado,
  inputs,
  "two-way": twoWay,
  pathways,
  groups,
  winners,
  map,
  regret,
  transfer,
  validation,
  utilisation,
};

export const figureKinds = Object.keys(figures) as AnyFigureData["kind"][];

/// Returns the figure that draws data of a kind; nothing where the kind is unknown. The kind of
/// the data decides their type, which the return type cannot say.
export function figureFor(kind: string): Figure<FigureData> | undefined {
  return Object.hasOwn(figures, kind)
    ? (figures[kind as AnyFigureData["kind"]] as unknown as Figure<FigureData>)
    : undefined;
}
