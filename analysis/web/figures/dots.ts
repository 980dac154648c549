/// Rows of symbols with intervals, one symbol for each scenario: the common part of several charts.

import { hasInterval, meanOf, scaleFor, signedText, valueText, type Scale } from "../numbers";
import { neutral, stylesOf, type SeriesStyle } from "../palette";
import { texts } from "../locale";
import type { Cell, Scenario, Unit } from "./data";
import {
  isNarrow,
  pageHeight,
  type KeyEntry,
  type Option,
  type Scene,
  type Series,
} from "./figure";
import { intervalSeries, markSeries, type Mark } from "./marks";
import { bottomAmounts, common, largestOf, roundRange, type AxisRange } from "./parts";
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
  range?: AxisRange;
}

/// How close the symbols of a row stand, pixels, and whether their values stand above them.
interface Density {
  spacing: number;
  labelled: boolean;
}

const mostLabelled = 3;
const labelHeight = 18;
const densities: Density[] = [
  { spacing: 27, labelled: true },
  { spacing: 15, labelled: false },
  { spacing: 12, labelled: false },
];

/// Chooses the most generous density with which all rows fit on a page. On a small screen rows
/// may go on: there values matter more.
function densityOf(dots: Dots, scene: Scene): Density {
  const allowed = densities.filter((one) => !one.labelled || dots.scenarios.length <= mostLabelled);
  const fits = (one: Density) =>
    isNarrow(scene) || rowLayout(dots.rows, heightAt(dots, one), scene).height <= pageHeight;
  return allowed.find(fits) ?? (densities.at(-1) as Density);
}

function heightAt(dots: Dots, density: Density): number {
  return (
    Math.max(1, dots.scenarios.length) * density.spacing + (density.labelled ? labelHeight : 0)
  );
}

function marksHeight(dots: Dots, scene: Scene): number {
  return heightAt(dots, densityOf(dots, scene));
}

function allValues(dots: Dots) {
  return dots.rows.flatMap((row) => row.values.flatMap((of) => [of?.mean, of?.low, of?.high]));
}

/// Round ends; with differences zero is always shown.
function rangeOf(dots: Dots, scale: Scale): { min: number; max: number } {
  if (dots.range?.min !== undefined && dots.range.max !== undefined)
    return { min: dots.range.min, max: dots.range.max };
  const values = allValues(dots).flatMap((value) =>
    typeof value === "number" ? [value / scale.divisor] : [],
  );
  const { min, max } = roundRange(dots.signed || values.length === 0 ? [0, ...values] : values);
  return { min, max };
}

export function dotLayout(dots: Dots, scene: Scene): RowLayout {
  return rowLayout(dots.rows, marksHeight(dots, scene), scene);
}

function dotScale(dots: Dots, scene: Scene) {
  return scaleFor(largestOf(allValues(dots)), dots.unit, scene.language);
}

/// Symbols and intervals of one scenario.
function scenarioSeries(dots: Dots, place: number, style: SeriesStyle, scene: Scene): Series[] {
  const scale = dotScale(dots, scene);
  const layout = dotLayout(dots, scene);
  const offset = offsetInRow(place, dots.scenarios.length, densityOf(dots, scene).spacing, layout);
  const write = dots.signed ? signedText : valueText;
  const intervals = dots.rows.flatMap((row, i) => {
    const of = row.values[place];
    if (!hasInterval(of)) return [];
    return [{ low: of.low / scale.divisor, high: of.high / scale.divisor, at: i + offset }];
  });
  const marks = dots.rows.flatMap((row, i): Mark[] => {
    const mean = meanOf(row.values[place]);
    if (mean === null) return [];
    const heading = `${row.name}\n${dots.scenarios[place]?.name ?? ""}`;
    return [
      {
        value: [mean / scale.divisor, i + offset],
        tip: tip(heading, row.values[place], dots.unit, scene),
        ...(densityOf(dots, scene).labelled
          ? { label: write(mean, dots.unit, scene.language) }
          : {}),
      },
    ];
  });
  return [intervalSeries(intervals, "x", style.colour), markSeries(marks, style)];
}

/// Words in suppressed rows, where the axis starts.
function suppressedRows(dots: Dots, scene: Scene): Series {
  const layout = dotLayout(dots, scene);
  const { min } = rangeOf(dots, dotScale(dots, scene));
  const places = dots.rows.flatMap((row, i) =>
    row.values.flatMap((of, place): [number, number][] =>
      of === null
        ? [
            [
              min,
              i + offsetInRow(place, dots.scenarios.length, densityOf(dots, scene).spacing, layout),
            ],
          ]
        : [],
    ),
  );
  return suppressedSeries(places, texts(scene.language).suppressed);
}

/// Lines that join the symbols of a row.
function joints(dots: Dots, scene: Scene): Series[] {
  if (!dots.joined) return [];
  const scale = dotScale(dots, scene);
  const layout = dotLayout(dots, scene);
  const count = dots.scenarios.length;
  return dots.rows.map(
    (row, i) =>
      ({
        type: "line",
        symbol: "none",
        silent: true,
        tooltip: { show: false },
        lineStyle: { color: neutral, width: 1.5, type: [2, 3] },
        data: row.values.flatMap((of, place) => {
          const mean = meanOf(of);
          if (mean === null) return [];
          return [
            [
              mean / scale.divisor,
              i + offsetInRow(place, count, densityOf(dots, scene).spacing, layout),
            ],
          ];
        }),
        z: 2,
      }) as Series,
  );
}

export function dotsOption(dots: Dots, lines: Series[], scene: Scene): Option {
  const layout = dotLayout(dots, scene);
  const styles = stylesOf(dots.scenarios);
  const scale = dotScale(dots, scene);
  return {
    ...common(),
    ...rowOption(layout),
    xAxis: bottomAmounts(dots.axisName, scale, scene, rangeOf(dots, scale)),
    yAxis: rowAxis(dots.rows, layout, marksHeight(dots, scene), "marks"),
    series: [
      rowRules(dots.rows.length),
      ...lines,
      ...joints(dots, scene),
      ...dots.scenarios.flatMap((_, i) => scenarioSeries(dots, i, styles[i] as SeriesStyle, scene)),
      suppressedRows(dots, scene),
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
