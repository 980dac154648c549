/// Which choices are on the frontier, and what is said of the others.

import { texts } from "../locale";
import type { Language, Plane } from "./data";
import { frontier, isDominated, type Point } from "./geometry";

export type Strategy = Plane["strategies"][number];

export function pointOf(strategy: Strategy): Point {
  return [strategy.effect.mean ?? 0, strategy.cost.mean ?? 0];
}

/// Tells whether a choice has a place in the plane.
export function isKnown(strategy: Strategy): boolean {
  return strategy.effect.mean !== null && strategy.cost.mean !== null;
}

/// The choices on the frontier, by rising effect: as the program says, else worked out here.
export function frontierOf(data: Plane): Strategy[] {
  const known = data.strategies.filter(isKnown);
  const points = known.map(pointOf);
  const stated = known.some((strategy) => strategy.status !== undefined);
  const on = stated
    ? known.flatMap((strategy, i) => (strategy.status === "ND" ? [i] : []))
    : frontier(points);
  return on
    .sort((a, b) => (points[a] as Point)[0] - (points[b] as Point)[0])
    .map((i) => known[i] as Strategy);
}

/// Says where a choice stands, in words.
export function statusText(strategy: Strategy, data: Plane, language: Language): string {
  const words = texts(language);
  if (!isKnown(strategy)) return words.noValue;
  if (frontierOf(data).includes(strategy)) return words.onFrontier;
  const isByOne =
    strategy.status === undefined
      ? isDominated(pointOf(strategy), data.strategies.filter(isKnown).map(pointOf))
      : strategy.status === "D";
  return isByOne ? words.dominated : words.mixDominated;
}
