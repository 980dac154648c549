/// What one number at a time does to an outcome: widest swing on top, a mark where the choice turns.

import { fill, texts } from "../locale";
import { cellText, hasInterval, numberText, scaleFor, valueText, type Scale } from "../numbers";
import { decalOf, highEnd, ink, lowEnd, paper, softInk, type SeriesStyle } from "../palette";
import { estimateCells, estimateColumns, type TableCell } from "../table";
import type { Estimate, Tornado } from "./data";
import {
  isNarrow,
  type Figure,
  type KeyEntry,
  type Option,
  type Scene,
  type Series,
} from "./figure";
import { intervalSeries, markSeries } from "./marks";
import {
  bottomAmounts,
  common,
  fontSize,
  largestOf,
  markLine,
  roundRange,
  zeroLine,
} from "./parts";
import { rowAxis, rowLayout, rowOption } from "./rows";
import { describeRows, usualNotes } from "./words";

type Factor = Tornado["factors"][number];

const barHeight = 20;
const rowsDrawn = 15;
const lowStyle: SeriesStyle = {
  colour: lowEnd,
  symbol: "square",
  dash: [],
  pattern: { angle: 45, gap: 7, width: 1.5 },
};
const highStyle: SeriesStyle = { colour: highEnd, symbol: "square", dash: [], pattern: null };
const flipStyle: SeriesStyle = { colour: ink, symbol: "diamond", dash: [], pattern: null };

function meanAt(end: Estimate, data: Tornado): number {
  return end.mean ?? data.at_value;
}

function swing(factor: Factor, data: Tornado): number {
  return Math.abs(meanAt(factor.at_high, data) - meanAt(factor.at_low, data));
}

/// Returns the numbers by falling swing.
export function sortedFactors(data: Tornado): Factor[] {
  return [...data.factors].sort((a, b) => swing(b, data) - swing(a, data));
}

/// Tells whether the outcome changes its sign between the ends, or from what it is at its value;
/// not where the interval of an end holds zero.
export function flips(factor: Factor, data: Tornado): boolean {
  if (factor.switches_at !== undefined) return true;
  const signs = [
    signOf(factor.at_low, data),
    Math.sign(data.at_value),
    signOf(factor.at_high, data),
  ];
  return signs.includes(1) && signs.includes(-1);
}

/// Zero where the interval holds it.
function signOf(end: Estimate, data: Tornado): number {
  if (hasInterval(end) && end.low <= 0 && end.high >= 0) return 0;
  return Math.sign(meanAt(end, data));
}

/// The range on a line of its own: long names break at decimal commas too.
function nameOf(factor: Factor, scene: Scene): string {
  const low = valueText(factor.low, factor.unit === "share" ? "share" : "", scene.language);
  const high = valueText(factor.high, factor.unit, scene.language);
  return `${factor.name}\n(${low}\u00a0–\u00a0${high})`;
}

function drawnRows(data: Tornado, scene: Scene) {
  return sortedFactors(data)
    .slice(0, rowsDrawn)
    .map((factor) => ({ factor, name: nameOf(factor, scene) }));
}

function outcomeScale(data: Tornado, scene: Scene): Scale {
  const all = data.factors.flatMap(({ at_low, at_high }) =>
    [at_low, at_high].flatMap((end) => [end.mean, end.low, end.high]),
  );
  return scaleFor(largestOf([data.at_value, ...all]), data.unit, scene.language);
}

/// Bars start at the outcome of the numbers as they are, which is the zero of their axis.
function barSeries(
  data: Tornado,
  end: "at_low" | "at_high",
  style: SeriesStyle,
  scale: Scale,
  scene: Scene,
): Series {
  return {
    type: "bar",
    barWidth: barHeight,
    barGap: "-100%",
    itemStyle: {
      color: style.colour,
      borderColor: paper,
      borderWidth: 0.5,
      decal: decalOf(style.pattern),
    },
    data: drawnRows(data, scene).map(({ factor, name }) => {
      const value = end === "at_low" ? factor.low : factor.high;
      const heading = `${name}\n${valueText(value, factor.unit, scene.language)}`;
      return {
        value: (meanAt(factor[end], data) - data.at_value) / scale.divisor,
        tooltip: { formatter: `${heading}\n${cellText(factor[end], data.unit, scene.language)}` },
      };
    }),
  } as Series;
}

function endIntervals(data: Tornado, scale: Scale, scene: Scene): Series {
  const shifted = (value: number) => (value - data.at_value) / scale.divisor;
  const intervals = drawnRows(data, scene).flatMap(({ factor }, i) =>
    [factor.at_low, factor.at_high].flatMap((end) =>
      hasInterval(end) ? [{ low: shifted(end.low), high: shifted(end.high), at: i }] : [],
    ),
  );
  return intervalSeries(intervals, "x", ink);
}

/// A diamond on the line at which the choice turns: where the outcome is zero.
function flipMarks(data: Tornado, scale: Scale, scene: Scene): Series {
  const marks = drawnRows(data, scene).flatMap(({ factor, name }, i) => {
    if (!flips(factor, data)) return [];
    return [
      {
        value: [-data.at_value / scale.divisor, i] as [number, number],
        tip: `${name}\n${flipText(factor, scene)}`,
      },
    ];
  });
  return markSeries(marks, flipStyle, 16);
}

function flipText(factor: Factor, scene: Scene): string {
  const words = texts(scene.language);
  if (factor.switches_at === undefined) return words.flip;
  return fill(words.switchesAt, {
    value: valueText(factor.switches_at, factor.unit, scene.language),
  });
}

/// Round values of the outcome, beyond all bars and intervals.
function outcomeTicks(data: Tornado, scale: Scale, scene: Scene): number[] {
  const ends = drawnRows(data, scene).flatMap(({ factor: { at_low, at_high } }) =>
    [at_low, at_high].flatMap((end) => [end.mean, end.low, end.high]),
  );
  const known = ends.flatMap((end) => (typeof end === "number" ? [end / scale.divisor] : []));
  const { min, max, step } = roundRange([...known, data.at_value / scale.divisor]);
  const every = isNarrow(scene) ? 2 : 1;
  const count = Math.round((max - min) / step / every);
  return Array.from({ length: count + 1 }, (_, i) =>
    Number((min + i * every * step).toPrecision(12)),
  );
}

/// The zero of the axis is the outcome as it is, where bars start; its labels are outcomes.
function shiftedTicks(ticks: readonly number[], atValue: number, scene: Scene) {
  const customValues = ticks.map((tick) => tick - atValue);
  const formatter = (value: number) =>
    numberText(Number((value + atValue).toPrecision(9)), scene.language);
  return {
    min: customValues[0],
    max: customValues.at(-1),
    axisTick: { show: false, customValues },
    axisLabel: { color: softInk, fontSize, hideOverlap: true, formatter, customValues },
  };
}

function option(data: Tornado, scene: Scene): Option {
  const scale = outcomeScale(data, scene);
  const rows = drawnRows(data, scene);
  const layout = rowLayout(rows, barHeight, scene);
  const axis = bottomAmounts(data.outcome, scale, scene);
  const atValue = data.at_value / scale.divisor;
  const ticks = outcomeTicks(data, scale, scene);
  return {
    ...common(),
    ...rowOption(layout),
    xAxis: { ...axis, ...shiftedTicks(ticks, atValue, scene) } as typeof axis,
    yAxis: rowAxis(rows, layout, barHeight, "bars"),
    series: [
      barSeries(data, "at_low", lowStyle, scale, scene),
      barSeries(data, "at_high", highStyle, scale, scene),
      zeroLine("x"),
      markLine("x", -atValue, "", { color: ink, width: 2, type: [5, 4] }),
      endIntervals(data, scale, scene),
      flipMarks(data, scale, scene),
    ],
  };
}

function key(data: Tornado, scene: Scene): KeyEntry[] {
  const words = texts(scene.language);
  const ends: KeyEntry[] = [
    { name: words.atLow, mark: "area", style: lowStyle },
    { name: words.atHigh, mark: "area", style: highStyle },
  ];
  const anyFlips = data.factors.some((factor) => flips(factor, data));
  return anyFlips
    ? [...ends, { name: words.flips.slice(2), mark: "symbol", style: flipStyle }]
    : ends;
}

export const tornado: Figure<Tornado> = {
  isEmpty: (data) => data.factors.length === 0,
  height: (data, scene) => rowLayout(drawnRows(data, scene), barHeight, scene).height,
  option,
  key,
  notes: (data, scene) =>
    usualNotes(
      data,
      data.factors.flatMap((factor) => [factor.at_low, factor.at_high]),
      scene,
    ),
  describe: (data, scene) => {
    const rows = sortedFactors(data).map((factor) => {
      const ends = [factor.at_low, factor.at_high].map((end) =>
        valueText(end.mean, data.unit, scene.language),
      );
      const value = fill(texts(scene.language).lowToHigh, {
        low: ends[0] ?? "",
        high: ends[1] ?? "",
      });
      return {
        name: nameOf(factor, scene).replace("\n", " "),
        value: flips(factor, data) ? `${value}, ${flipText(factor, scene)}` : value,
      };
    });
    return describeRows(data, rows, scene);
  },
  table: (data, scene) => {
    const words = texts(scene.language);
    const columns = [
      words.factor,
      words.low,
      words.high,
      ...estimateColumns(words.atLow, scene.language),
      ...estimateColumns(words.atHigh, scene.language),
      words.status,
    ];
    const number = (value: number, factor: Factor) => ({
      value,
      text: valueText(value, factor.unit, scene.language),
    });
    const rows = sortedFactors(data).map((factor): TableCell[] => [
      factor.name,
      number(factor.low, factor),
      number(factor.high, factor),
      ...estimateCells(factor.at_low, data.unit, scene.language),
      ...estimateCells(factor.at_high, data.unit, scene.language),
      flips(factor, data) ? flipText(factor, scene) : "",
    ]);
    return { caption: data.title, columns, rows };
  },
};
