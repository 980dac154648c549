/// Rows of symbols with intervals, one symbol for each scenario: the common part of several charts.

import { texts } from "../locale";
import { hasInterval, meanOf, scaleFor, signedText, valueText, type Scale } from "../numbers";
import { ink, neutral, stylesOf, type SeriesStyle } from "../palette";
import type { Cell, Scenario, Unit } from "./data";
import {
  isNarrow,
  pageHeight,
  type KeyEntry,
  type Option,
  type Scene,
  type Series,
} from "./figure";
import { intervalSeries, labelSeries, markSeries, type Label } from "./marks";
import { bottomAmounts, common, largestOf, letterWidth, roundRange } from "./parts";
import {
  offsetInRow,
  rowAxis,
  rowLayout,
  rowOption,
  rowRules,
  suppressedSeries,
  type RowLayout,
} from "./rows";
import { tip } from "./words";

export interface DotRow {
  name: string;
  values: Cell[];
}

/// What a chart of dots shows. `signed` puts a plus before what is above zero.
export interface Dots {
  rows: DotRow[];
  scenarios: Scenario[];
  unit: Unit;
  axisName: string;
  signed: boolean;
  /// A line from the first to the last symbol of a row.
  joined: boolean;
  range?: DotRange;
}

interface DotRange {
  min: number;
  max: number;
  step?: number;
}

/// How close the symbols of a row stand, pixels, and whether their values stand beside them.
interface Density {
  spacing: number;
  labelled: boolean;
}

const mostLabelled = 3;
const densities: Density[] = [
  { spacing: 24, labelled: true },
  { spacing: 15, labelled: false },
  { spacing: 12, labelled: false },
];

/// Everything that is worked out once for a chart.
interface Plan {
  dots: Dots;
  scene: Scene;
  scale: Scale;
  density: Density;
  layout: RowLayout;
  range: DotRange;
}

function marksHeight(dots: Dots, density: Density): number {
  return Math.max(1, dots.scenarios.length) * density.spacing;
}

function layoutAt(dots: Dots, density: Density, scene: Scene): RowLayout {
  return rowLayout(dots.rows, marksHeight(dots, density), scene);
}

/// Chooses the most generous density with which all rows fit on a page. On a small screen rows
/// may go on: there values matter more.
function densityOf(dots: Dots, scene: Scene): Density {
  const allowed = densities.filter((one) => !one.labelled || dots.scenarios.length <= mostLabelled);
  const fits = (one: Density) => isNarrow(scene) || layoutAt(dots, one, scene).height <= pageHeight;
  return allowed.find(fits) ?? (densities.at(-1) as Density);
}

function allValues(dots: Dots): (number | null | undefined)[] {
  return dots.rows.flatMap((row) => row.values.flatMap((of) => [of?.mean, of?.low, of?.high]));
}

/// Round ends; with differences zero is always shown.
function rangeOf(dots: Dots, scale: Scale): DotRange {
  if (dots.range !== undefined) return dots.range;
  const values = allValues(dots).flatMap((value) =>
    typeof value === "number" ? [value / scale.divisor] : [],
  );
  return roundRange(dots.signed || values.length === 0 ? [0, ...values] : values);
}

function planOf(dots: Dots, scene: Scene): Plan {
  const scale = scaleFor(largestOf(allValues(dots)), dots.unit, scene.language);
  const density = densityOf(dots, scene);
  const layout = layoutAt(dots, density, scene);
  return { dots, scene, scale, density, layout, range: rangeOf(dots, scale) };
}

export function dotLayout(dots: Dots, scene: Scene): RowLayout {
  return planOf(dots, scene).layout;
}

/// Where the symbol of a scenario stands, in rows from the top.
function placeOf(plan: Plan, row: number, scenario: number): number {
  const { dots, density, layout } = plan;
  return row + offsetInRow(scenario, dots.scenarios.length, density.spacing, layout);
}

/// One symbol with its interval; both ends are the mean where there is none. In units of the axis.
interface Dot {
  row: number;
  of: Cell;
  mean: number;
  low: number;
  high: number;
  at: number;
}

function dotsOfScenario(plan: Plan, scenario: number): Dot[] {
  return plan.dots.rows.flatMap((line, row) => {
    const of = line.values[scenario] ?? null;
    const value = meanOf(of);
    if (value === null) return [];
    const mean = value / plan.scale.divisor;
    const at = placeOf(plan, row, scenario);
    if (!hasInterval(of)) return [{ row, of, mean, low: mean, high: mean, at }];
    const [low, high] = [of.low / plan.scale.divisor, of.high / plan.scale.divisor];
    return [{ row, of, mean, low, high, at }];
  });
}

/// Symbols and intervals of one scenario.
function scenarioSeries(plan: Plan, scenario: number, style: SeriesStyle): Series[] {
  const { dots, scene } = plan;
  const all = dotsOfScenario(plan, scenario);
  const marks = all.map(({ row, of, mean, at }) => {
    const heading = `${dots.rows[row]?.name ?? ""}\n${dots.scenarios[scenario]?.name ?? ""}`;
    return { value: [mean, at] as [number, number], tip: tip(heading, of, dots.unit, scene) };
  });
  const intervals = all.filter(({ of }) => hasInterval(of));
  return [
    intervalSeries(intervals, "x", style.colour),
    markSeries(marks, style),
    ...valueLabels(plan, all),
  ];
}

/// Values beside the intervals: to the right, or to the left where the right has no room.
function valueLabels(plan: Plan, all: readonly Dot[]): Series[] {
  if (!plan.density.labelled) return [];
  const { dots, scene, range } = plan;
  const write = dots.signed ? signedText : valueText;
  const sides: { left: Label[]; right: Label[] } = { left: [], right: [] };
  const plotWidth = scene.width - Number(plan.layout.grid.left) - Number(plan.layout.grid.right);
  for (const { of, low, high, mean, at } of all) {
    const text = write(meanOf(of), dots.unit, scene.language);
    // Digits and capitals are wider than letters are on average.
    const needed = text.length * letterWidth * 1.25 + labelDistance;
    const room = ((range.max - Math.max(high, mean)) / (range.max - range.min)) * plotWidth;
    const hasRoom = room + Number(plan.layout.grid.right) >= needed;
    const value: [number, number] = [hasRoom ? Math.max(high, mean) : Math.min(low, mean), at];
    sides[hasRoom ? "right" : "left"].push({ value, text });
  }
  return (["left", "right"] as const).map((side) =>
    labelSeries(sides[side], side, labelDistance, ink),
  );
}

const labelDistance = 10;

/// Words in suppressed rows, where the axis starts.
function suppressedRows(plan: Plan): Series {
  const places = plan.dots.rows.flatMap((row, i) =>
    row.values.flatMap((of, scenario): [number, number][] =>
      of === null ? [[plan.range.min, placeOf(plan, i, scenario)]] : [],
    ),
  );
  return suppressedSeries(places, texts(plan.scene.language).suppressed);
}

/// Lines that join the symbols of a row.
function joints(plan: Plan): Series[] {
  if (!plan.dots.joined) return [];
  const all = plan.dots.scenarios.flatMap((_, scenario) => dotsOfScenario(plan, scenario));
  return plan.dots.rows.map((_, row): Series => {
    const points = all.filter((dot) => dot.row === row).map((dot) => [dot.mean, dot.at]);
    return {
      type: "line",
      symbol: "none",
      silent: true,
      tooltip: { show: false },
      lineStyle: { color: neutral, width: 1.5, type: [2, 3] },
      data: points,
      z: 2,
    };
  });
}

export function dotsOption(dots: Dots, lines: Series[], scene: Scene): Option {
  const plan = planOf(dots, scene);
  const styles = stylesOf(dots.scenarios);
  return {
    ...common(),
    ...rowOption(plan.layout),
    xAxis: bottomAmounts(dots.axisName, plan.scale, scene, plan.range),
    yAxis: rowAxis(dots.rows, plan.layout, marksHeight(dots, plan.density), "marks"),
    series: [
      rowRules(dots.rows.length),
      ...lines,
      ...joints(plan),
      ...dots.scenarios.flatMap((_, i) => scenarioSeries(plan, i, styles[i] as SeriesStyle)),
      suppressedRows(plan),
    ],
  };
}

export function dotsKey(scenarios: readonly Scenario[]): KeyEntry[] {
  const styles = stylesOf(scenarios);
  return scenarios.map((one, i) => ({
    name: one.name,
    mark: "symbol",
    style: styles[i] as SeriesStyle,
  }));
}
