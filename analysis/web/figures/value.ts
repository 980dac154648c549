/// Curves over what a unit of effect is worth: expected loss, and chance to be the best.

import { texts } from "../locale";
import { valueText } from "../numbers";
import { ink, neutral, stylesOf, type SeriesStyle } from "../palette";
import { curveAxis, curveKey, curveScale, curveSeries } from "./curves";
import type { Acceptability, Axis, Curve, ExpectedLoss } from "./data";
import type { Figure, KeyEntry, Option, Scene, Series } from "./figure";
import { markSeries } from "./marks";
import { common, leftAmounts, markLine } from "./parts";
import { curveGrid, curveHeight, curveTooltip } from "./trajectories";
import { curveCells, curveTable, describeCurves, usualNotes } from "./words";

const edge: SeriesStyle = { colour: ink, symbol: "circle", dash: [], pattern: null };

/// The bold line of the edge, under the curves so that their symbols stay visible on it.
function edgeSeries(axis: Axis, values: readonly number[], divisor: number): Series {
  return {
    type: "line",
    symbol: "none",
    silent: true,
    lineStyle: { color: neutral, width: 9, opacity: 0.45, cap: "round" },
    data: values.map((value, i) => [axis.values[i] as number, value / divisor]),
    z: 2,
  } as Series;
}

function chosenLine(chosen: number | undefined, scene: Scene): Series[] {
  if (chosen === undefined) return [];
  const label = `${texts(scene.language).chosen}: ${valueText(chosen, "EUR", scene.language)}`;
  return [markLine("x", chosen, label, { color: ink, width: 1.5, type: [4, 3] })];
}

function edgeKey(name: string): KeyEntry {
  return { name, mark: "edge", style: { ...edge, colour: neutral } };
}

function lossOption(data: ExpectedLoss, scene: Scene): Option {
  const scale = curveScale(data.series, data.unit, scene);
  return {
    ...common(),
    tooltip: curveTooltip(data.wtp, data.series, data.unit, scene),
    grid: curveGrid(data.wtp, data.y_name, scale, scene, data.chosen === undefined ? 0 : 18),
    xAxis: curveAxis(data.wtp, scene),
    yAxis: leftAmounts(data.y_name, scale, scene, { min: 0 }),
    series: [
      edgeSeries(data.wtp, data.evpi, scale.divisor),
      ...chosenLine(data.chosen, scene),
      ...curveSeries(data.series, data.wtp, scale),
    ],
  };
}

/// The table takes the edge as one curve more.
function withEdge(series: Curve[], name: string, mean: number[]): Curve[] {
  return [...series, { id: "edge", name, mean }];
}

export const expectedLoss: Figure<ExpectedLoss> = {
  isEmpty: (data) => data.series.length === 0 || data.wtp.values.length === 0,
  height: (_, scene) => curveHeight(scene),
  option: lossOption,
  key: (data, scene) => [...curveKey(data.series), edgeKey(texts(scene.language).evpi)],
  notes: (data, scene) => usualNotes(data, curveCells(data.series), scene),
  describe: (data, scene) => describeCurves(data, data.wtp, data.series, data.unit, scene),
  table: (data, scene) => {
    const all = withEdge(data.series, texts(scene.language).evpi, data.evpi);
    return curveTable(data, data.wtp, all, data.unit, scene);
  },
};

/// Symbols where the choice that is best on average changes hands.
export function handovers(data: Acceptability): { at: number; probability: number; id: string }[] {
  return data.frontier.flatMap((point, i) => {
    const before = data.frontier[i - 1];
    if (before === undefined || before.id === point.id) return [];
    return [{ at: data.wtp.values[i] as number, probability: point.probability, id: point.id }];
  });
}

function handoverMarks(data: Acceptability, scene: Scene): Series[] {
  const styles = stylesOf(data.series);
  return handovers(data).map((one) => {
    const place = data.series.findIndex((curve) => curve.id === one.id);
    const tip = `${data.series[place]?.name ?? one.id}\n${valueText(one.at, "EUR", scene.language)}`;
    const style = styles[place] ?? edge;
    return markSeries([{ value: [one.at, one.probability * 100], tip }], style, 16);
  });
}

function acceptabilityOption(data: Acceptability, scene: Scene): Option {
  const scale = { divisor: 0.01, unit: "%" };
  const probabilities = data.frontier.map((point) => point.probability);
  return {
    ...common(),
    tooltip: curveTooltip(data.wtp, data.series, "share", scene),
    grid: curveGrid(data.wtp, data.y_name, scale, scene, data.chosen === undefined ? 0 : 18),
    xAxis: curveAxis(data.wtp, scene),
    yAxis: leftAmounts(data.y_name, scale, scene, { min: 0, max: 100 }),
    series: [
      edgeSeries(data.wtp, probabilities, scale.divisor),
      ...chosenLine(data.chosen, scene),
      ...curveSeries(data.series, data.wtp, scale),
      ...handoverMarks(data, scene),
    ],
  };
}

export const acceptability: Figure<Acceptability> = {
  isEmpty: (data) => data.series.length === 0 || data.wtp.values.length === 0,
  height: (_, scene) => curveHeight(scene),
  option: acceptabilityOption,
  key: (data, scene) => [...curveKey(data.series), edgeKey(texts(scene.language).ceaf)],
  notes: (data, scene) => usualNotes(data, curveCells(data.series), scene),
  describe: (data, scene) => describeCurves(data, data.wtp, data.series, "share", scene),
  table: (data, scene) => {
    const mean = data.frontier.map((point) => point.probability);
    const all = withEdge(data.series, texts(scene.language).ceaf, mean);
    return curveTable(data, data.wtp, all, "share", scene);
  },
};
