import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  Acceptability,
  AnyFigureData,
  Costs,
  FigureData,
  Plane,
  Tornado,
  Validation,
} from "../../figures/data";
import type { Scene } from "../../figures/figure";
import { barKilometres, extentOf, flatPlaces } from "../../figures/map-plane";
import { peopleIn } from "../../figures/pathways";
import { frontierOf } from "../../figures/plane-choices";
import { figureFor, figureKinds } from "../../figures/registry";
import { roundRange, roundStep, wrapped } from "../../figures/parts";
import { flips, sortedFactors } from "../../figures/tornado";
import { cellHues, cellInk, verdictOf } from "../../figures/two-way";
import { clipped, rowScale } from "../../figures/validation";
import { handovers } from "../../figures/value";
import { examples } from "../../gallery/examples";
import { contrast, inkOn, ramp, stylesOf } from "../../palette";

const wide: Scene = { language: "en", width: 1000 };
const narrow: Scene = { language: "it", width: 320 };

type DataOf<K> = K extends Costs["kind"] ? Costs : Extract<AnyFigureData, { kind: K }>;

function example<K extends AnyFigureData["kind"]>(kind: K): DataOf<K> {
  return examples("en").find((data) => data.kind === kind) as DataOf<K>;
}

function seriesOf(data: FigureData, scene: Scene): { type?: string; data?: unknown[] }[] {
  return figureFor(data.kind)?.option(data, scene).series as { type?: string; data?: unknown[] }[];
}

test("Every kind has an example, and every example a figure", () => {
  const shown = new Set(examples("it").map((data) => data.kind));
  assert.deepEqual([...shown].sort(), [...figureKinds].sort());
});

test("Every figure makes option, key, notes, words and table at any width, in both languages", () => {
  for (const scene of [wide, narrow]) {
    for (const data of examples(scene.language)) {
      const figure = figureFor(data.kind);
      if (figure === undefined || figure.isEmpty(data)) continue;
      assert.ok(figure.height(data, scene) > 100, data.kind);
      assert.ok(seriesOf(data, scene).length > 0, data.kind);
      const table = figure.table(data, scene);
      for (const row of table.rows) assert.equal(row.length, table.columns.length, data.kind);
      const said = [
        figure.describe(data, scene),
        ...figure.notes(data, scene),
        ...table.columns,
      ].join(" ");
      assert.doesNotMatch(said, /undefined|NaN|\{\w+\}/, data.kind);
    }
  }
});

test("No number of a label has more than three digits", () => {
  for (const data of examples("en")) {
    const words = figureFor(data.kind)?.describe(data, wide).replace(data.title, "") ?? "";
    for (const [number] of words.matchAll(/\d[\d,.]*\d/g)) {
      const digits = number.replace(/[,.]/g, "").replace(/^0+/, "").replace(/0+$/, "");
      assert.ok(digits.length <= 3 || /^(19|20)\d\d$/.test(number), `${data.kind}: ${number}`);
    }
  }
});

test("A kind that nobody knows, even one of the language's own, has no figure", () => {
  assert.equal(figureFor("pie"), undefined);
  assert.equal(figureFor("constructor"), undefined);
});

test("Stacked costs keep the order of payers, in millions", () => {
  const data = example("costs");
  const bars = seriesOf(data, wide).filter((series) => series.type === "bar");
  assert.equal(bars.length, data.payers.length);
  const first = bars.map((bar) => (bar.data?.[1] as { value: number }).value);
  assert.deepEqual(
    first,
    data.payers.map((payer) => (payer.values[1]?.mean ?? 0) / 1e6),
  );
});

test("The tornado puts the widest swing on top", () => {
  const data = example("tornado");
  const swings = sortedFactors(data).map((factor) =>
    Math.abs((factor.at_high.mean ?? 0) - (factor.at_low.mean ?? 0)),
  );
  assert.deepEqual(
    swings,
    [...swings].sort((a, b) => b - a),
  );
});

test("A number turns the choice where the outcome crosses zero", () => {
  const data = { at_value: 5 } as Tornado;
  const factor = (low: number, high: number) =>
    ({ at_low: { mean: low }, at_high: { mean: high } }) as Tornado["factors"][number];
  assert.equal(flips(factor(-1, 9), data), true);
  assert.equal(flips(factor(1, 9), data), false);
  assert.equal(flips(factor(-1, -2), data), true);
  assert.equal(flips({ ...factor(1, 9), switches_at: 0.3 }, data), true);
});

test("An end whose interval holds zero turns no choice", () => {
  const data = { at_value: 5 } as Tornado;
  const factor = (low: number, high: number) =>
    ({ at_low: { mean: -1, low, high }, at_high: { mean: 9 } }) as Tornado["factors"][number];
  assert.equal(flips(factor(-3, 1), data), false);
  assert.equal(flips(factor(-3, -0.5), data), true);
});

test("A cell of a plane is told from zero where its interval leaves zero out", () => {
  assert.equal(verdictOf({ mean: 2, low: 1, high: 3 }), "above");
  assert.equal(verdictOf({ mean: -2, low: -3, high: -1 }), "below");
  assert.equal(verdictOf({ mean: 2, low: -1, high: 5 }), "unclear");
  assert.equal(verdictOf({ mean: 2 }), "unclear");
  assert.ok(cellHues.every((hue) => contrast(hue, cellInk) >= 4.5));
});

test("The greatest value upwards stands in the first row of the table", () => {
  const data = example("two-way");
  const rows = figureFor("two-way")?.table(data, wide).rows ?? [];
  const last = data.cells.length - 1;
  assert.equal((rows[0]?.[1] as { value: number }).value, data.cells[last]?.[0]?.mean);
  assert.equal(rows.length, data.y.values.length);
});

test("The frontier is what the program says, and worked out only where it says nothing", () => {
  const data = example("plane");
  assert.deepEqual(
    frontierOf(data).map((one) => one.id),
    ["as-usual", "programme"],
  );
  const bare = {
    ...data,
    strategies: data.strategies.map(({ status: _, ...one }) => one),
  } as Plane;
  assert.deepEqual(
    frontierOf(bare).map((one) => one.id),
    ["as-usual", "programme"],
  );
});

test("The choice that is best on average changes hands where its name changes", () => {
  const data = {
    wtp: { values: [0, 10, 20] },
    frontier: [
      { id: "a", probability: 0.8 },
      { id: "b", probability: 0.5 },
      { id: "b", probability: 0.7 },
    ],
  } as Acceptability;
  assert.deepEqual(handovers(data), [{ at: 10, probability: 0.5, id: "b" }]);
});

test("People of a state are those who leave it, and at the end those who arrive", () => {
  const data = example("pathways");
  assert.equal(peopleIn(data, 0, "none"), 820 + 260 + 40);
  assert.equal(peopleIn(data, 3, "exit"), 120 + 90);
});

test("Bands have the same width whatever the unit, open ones reach the edge", () => {
  const pattern = (low: number | null, high: number | null, simulated: number) =>
    ({ low, high, simulated, target: null, se: null }) as Validation["patterns"][number];
  const closed = rowScale(pattern(10, 20, 15));
  assert.deepEqual([10, 15, 20, 25].map(closed.toRow), [-1, 0, 1, 2]);
  const above = rowScale(pattern(0, null, 4));
  assert.deepEqual([above.low, above.high, above.toRow(0), above.toRow(4)], [-1, 3, -1, 1]);
  const below = rowScale(pattern(null, 8, 10));
  assert.deepEqual([below.low, below.high, below.toRow(8)], [-3, 1, 1]);
  assert.ok(below.toRow(10) > 1);
  assert.equal(clipped(50), 2.92);
});

test("A kilometre is as long north as east, and all places are on the map", () => {
  const points = flatPlaces([
    { lon: 11, lat: 43.5 },
    { lon: 12, lat: 44.5 },
  ]);
  const [east, north] = [
    (points[1]?.[0] ?? 0) - (points[0]?.[0] ?? 0),
    (points[1]?.[1] ?? 0) - (points[0]?.[1] ?? 0),
  ];
  assert.ok(Math.abs(north - 111.2) < 1e-9);
  assert.ok(Math.abs(east - 111.2 * Math.cos((44 * Math.PI) / 180)) < 1e-9);
  const extent = extentOf(points, 300, 600);
  assert.ok(
    Math.abs((extent.x.max - extent.x.min) / 300 - (extent.y.max - extent.y.min) / 600) < 1e-9,
  );
  assert.equal(barKilometres(400, 0.25), 20);
  const single = extentOf([[5, 5]], 100, 100);
  assert.ok(single.x.max > single.x.min);
});

test("Axes have round ends beyond their values", () => {
  assert.equal(roundStep(0.3), 0.5);
  assert.equal(roundStep(20), 20);
  assert.deepEqual(roundRange([0, 97]), { min: -20, max: 100, step: 20 });
  assert.ok(roundRange([3, 3]).max > 3);
});

test("Names break at spaces only", () => {
  assert.equal(wrapped("one two three", 50), "one two\nthree");
  assert.equal(wrapped("indivisible", 20), "indivisible");
});

test("The base is black, and eight others differ in colour, symbol, dash and pattern", () => {
  const styles = stylesOf([{ base: true }, ...Array.from({ length: 8 }, () => ({}))]);
  for (const part of ["colour", "dash", "pattern"] as const) {
    const seen = new Set(styles.slice(1).map((style) => JSON.stringify(style[part])));
    assert.equal(seen.size, 8, part);
  }
  const together = new Set(styles.slice(1).map((style) => `${style.symbol} ${style.dash.join()}`));
  assert.equal(together.size, 8);
});

test("Numbers on the ramp can be read whatever its shade", () => {
  for (let share = 0; share <= 1; share += 0.02) {
    assert.ok(contrast(ramp(share), inkOn(share)) >= 4.5, String(share));
  }
});

test("Suppressed values reach neither chart nor table", () => {
  const data = example("groups");
  const hidden = data.groups.findIndex((group) => group.values[0] === null);
  const row = figureFor("groups")?.table(data, wide).rows[hidden] ?? [];
  for (const cell of row.slice(1)) assert.equal(typeof cell === "string" ? null : cell.value, null);
});
