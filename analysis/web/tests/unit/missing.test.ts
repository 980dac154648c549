import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnyFigureData } from "../../figures/data";
import { figureFor } from "../../figures/registry";
import { examples } from "../../gallery/examples";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function isEstimate(value: Json): value is { mean: Json; low?: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "mean" in value;
}

/// Copies data with each estimate changed; curves hold lists and stay.
function withEstimates(value: Json, change: (estimate: Json) => Json): Json {
  if (Array.isArray(value)) return value.map((one) => withEstimates(one, change));
  if (typeof value !== "object" || value === null) return value;
  if (isEstimate(value) && !Array.isArray(value.mean) && !("id" in value)) return change(value);
  const entries = Object.entries(value).map(([name, one]) => [name, withEstimates(one, change)]);
  return Object.fromEntries(entries) as Json;
}

function numbersOf(option: unknown): number[] {
  if (typeof option === "number") return [option];
  if (typeof option !== "object" || option === null) return [];
  return Object.values(option).flatMap(numbersOf);
}

function use(data: AnyFigureData, width: number): void {
  const figure = figureFor(data.kind);
  const scene = { language: "en" as const, width };
  if (figure === undefined || figure.isEmpty(data)) return;
  const said = [
    figure.describe(data, scene),
    ...figure.notes(data, scene),
    ...figure
      .table(data, scene)
      .rows.flat()
      .map((cell) => JSON.stringify(cell)),
  ].join(" ");
  assert.doesNotMatch(said, /undefined|NaN|Infinity/, data.kind);
  const numbers = [figure.height(data, scene), ...numbersOf(figure.option(data, scene))];
  assert.ok(numbers.every(Number.isFinite), data.kind);
}

const changes: Record<string, (estimate: Json) => Json> = {
  "without intervals": (estimate) => (isEstimate(estimate) ? { mean: estimate.mean } : estimate),
  "that do not exist": () => ({ mean: null, low: null, high: null }),
  "of zero": () => ({ mean: 0, low: 0, high: 0 }),
  "of billions": () => ({ mean: 3.4e9, low: -1e9, high: 8e9 }),
  "very small": () => ({ mean: 1e-9, low: -1e-9, high: 2e-9 }),
};

for (const [name, change] of Object.entries(changes)) {
  test(`Figures take estimates ${name}`, () => {
    for (const data of examples("en")) {
      const changed = withEstimates(data as unknown as Json, change) as unknown as AnyFigureData;
      for (const width of [320, 1200]) use(changed, width);
    }
  });
}

/// Kinds in which any value may be about too few people.
const ofPeople = ["costs", "cost-change", "groups", "winners", "map", "regret", "utilisation"];

test("Figures take estimates that are all suppressed, and show none of them", () => {
  for (const data of examples("en").filter((one) => ofPeople.includes(one.kind))) {
    const changed = withEstimates(data as unknown as Json, () => null) as unknown as AnyFigureData;
    use(changed, 320);
    use(changed, 1200);
  }
});

test("Figures take lists that are empty: they say that there are no data, or draw nothing", () => {
  for (const data of examples("en")) {
    for (const [name, value] of Object.entries(data)) {
      if (Array.isArray(value)) use({ ...data, [name]: [] } as AnyFigureData, 700);
    }
  }
});

test("Figures take curves with gaps, and curves without any value", () => {
  for (const data of examples("en")) {
    if (!("series" in data) || data.kind === "inputs") continue;
    const holes = (values: (number | null)[]) =>
      values.map((value, i) => (i % 3 === 0 ? null : value));
    const none = (values: (number | null)[]) => values.map(() => null);
    for (const change of [holes, none]) {
      const series = data.series.map((curve) => ({ ...curve, mean: change(curve.mean) }));
      use({ ...data, series } as AnyFigureData, 700);
    }
  }
});
