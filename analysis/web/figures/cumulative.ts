/// Cumulative difference in cost from the base, with the break-even of each scenario.

import { fill, texts } from "../locale";
import { axisText } from "../numbers";
import { stylesOf, type SeriesStyle } from "../palette";
import { curveAxis, curveKey, curveScale, curveSeries } from "./curves";
import type { Axis, Cumulative, Curve } from "./data";
import type { Figure, Option, Scene } from "./figure";
import { markSeries } from "./marks";
import { common, leftAmounts, zeroLine } from "./parts";
import { curveGrid, curveHeight, curveTooltip } from "./trajectories";
import { curveCells, curveTable, describeCurves, usualNotes } from "./words";

/// Returns where a cumulative cost comes down to zero and stays there: between two places as if
/// the line were straight. Null where it does not, or was never above zero.
export function breakEven(
  places: readonly number[],
  costs: readonly (number | null)[],
): number | null {
  const lastAbove = costs.findLastIndex((cost) => cost !== null && cost > 0);
  const cost = costs[lastAbove];
  const next = costs[lastAbove + 1];
  if (cost == null || next == null) return null;
  const from = places[lastAbove] as number;
  const to = places[lastAbove + 1] as number;
  return from + ((to - from) * cost) / (cost - next);
}

/// Says when a curve breaks even, with the dates at both ends of its band.
export function breakEvenText(curve: Curve, axis: Axis, scene: Scene): string {
  const words = texts(scene.language);
  const write = (at: number) =>
    axisText(axis.of === "year" ? Math.ceil(at) : at, axis, scene.language);
  const at = breakEven(axis.values, curve.mean);
  if (at === null) return words.breakEvenNever;
  const soonest = curve.low === undefined ? null : breakEven(axis.values, curve.low);
  const latest = curve.high === undefined ? null : breakEven(axis.values, curve.high);
  return fill(words.breakEven, { when: `${write(at)}${between(soonest, latest, write, scene)}` });
}

function between(
  soonest: number | null,
  latest: number | null,
  write: (at: number) => string,
  scene: Scene,
): string {
  const words = texts(scene.language);
  if (soonest === null) return "";
  if (latest === null) return ` (${fill(words.breakEvenFrom, { low: write(soonest) })})`;
  if (write(soonest) === write(latest)) return "";
  return ` (${fill(words.breakEvenBetween, { low: write(soonest), high: write(latest) })})`;
}

function breakEvenMarks(data: Cumulative, scene: Scene) {
  const styles = stylesOf(data.series);
  let marked = 0;
  return data.series.flatMap((curve, i) => {
    const at = breakEven(data.x.values, curve.mean);
    if (at === null) return [];
    const mark = {
      value: [at, 0] as [number, number],
      tip: `${curve.name}\n${breakEvenText(curve, data.x, scene)}`,
      label: axisText(data.x.of === "year" ? Math.ceil(at) : at, data.x, scene.language),
      // Neighbours stand on both sides of the line, so that their dates do not meet.
      side: marked++ % 2 === 0 ? ("top" as const) : ("bottom" as const),
    };
    return [
      { ...markSeries([mark], styles[i] as SeriesStyle, 16), labelLayout: { hideOverlap: true } },
    ];
  });
}

function option(data: Cumulative, scene: Scene): Option {
  const scale = curveScale(data.series, data.unit, scene);
  return {
    ...common(),
    tooltip: curveTooltip(data.x, data.series, data.unit, scene),
    grid: curveGrid(data.x, data.y_name, scale, scene),
    xAxis: curveAxis(data.x, scene),
    yAxis: leftAmounts(data.y_name, scale, scene),
    series: [
      zeroLine("y"),
      ...curveSeries(data.series, data.x, scale),
      ...breakEvenMarks(data, scene),
    ],
  };
}

function breakEvenSentences(data: Cumulative, scene: Scene): string[] {
  const others = data.series.filter((curve) => curve.base !== true);
  return others.map((curve) => `${curve.name}. ${breakEvenText(curve, data.x, scene)}.`);
}

export const cumulative: Figure<Cumulative> = {
  isEmpty: (data) => !data.series.some((curve) => curve.mean.some((value) => value !== null)),
  height: (_, scene) => curveHeight(scene),
  option,
  key: (data) => curveKey(data.series),
  notes: (data, scene) => [
    ...breakEvenSentences(data, scene),
    ...usualNotes(data, curveCells(data.series), scene),
  ],
  describe: (data, scene) =>
    [
      describeCurves(data, data.x, data.series, data.unit, scene),
      ...breakEvenSentences(data, scene),
    ].join(" "),
  table: (data, scene) => curveTable(data, data.x, data.series, data.unit, scene),
};
