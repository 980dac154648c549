/// Shares of people better and worse off than in their own life under the base.

import { texts } from "../locale";
import { cellText, hasInterval, meanOf, valueText } from "../numbers";
import { better, decalOf, ink, paper, worse, type SeriesStyle } from "../palette";
import type { Cell, Winners } from "./data";
import type { Figure, KeyEntry, Option, Scene, Series } from "./figure";
import { withPeople } from "./groups";
import { intervalSeries, labelSeries, type Label } from "./marks";
import { bottomAmounts, common, roundRange, zeroLine, type AxisRange } from "./parts";
import { rowAxis, rowLayout, rowOption, suppressedSeries } from "./rows";
import { describeRows, estimateTable, tip, usualNotes } from "./words";

const barHeight = 20;
const percent = { divisor: 0.01, unit: "%" };
const gainStyle: SeriesStyle = { colour: better, symbol: "triangle", dash: [], pattern: null };
const loseStyle: SeriesStyle = {
  colour: worse,
  symbol: "down",
  dash: [],
  pattern: { angle: 45, gap: 7, width: 1.5 },
};

/// Those who lose go left of zero, with a pattern; the axis counts both as shares.
function sideSeries(data: Winners, side: "gain" | "lose", scene: Scene): Series {
  const style = side === "gain" ? gainStyle : loseStyle;
  const sign = side === "gain" ? 1 : -1;
  return {
    type: "bar",
    stack: "people",
    barWidth: barHeight,
    itemStyle: {
      color: style.colour,
      borderColor: paper,
      borderWidth: 0.5,
      decal: decalOf(style.pattern),
    },
    data: data.groups.map((group) => {
      const mean = meanOf(group[side]);
      return {
        value: mean === null ? null : (sign * mean) / percent.divisor,
        tooltip: {
          formatter: tip(
            `${group.name}\n${texts(scene.language)[side]}`,
            group[side],
            "share",
            scene,
          ),
        },
      };
    }),
  } as Series;
}

/// The share stands beyond the bar and its interval.
function labels(data: Winners, side: "gain" | "lose", scene: Scene): Series {
  const sign = side === "gain" ? 1 : -1;
  const points = data.groups.flatMap((group, i): Label[] => {
    const of = group[side];
    const mean = meanOf(of);
    if (mean === null) return [];
    const end = hasInterval(of) ? Math.max(of.high, mean) : mean;
    return [
      {
        value: [(sign * end) / percent.divisor, i],
        text: valueText(mean, "share", scene.language),
      },
    ];
  });
  return labelSeries(points, side === "gain" ? "right" : "left", 7, ink);
}

function sideIntervals(data: Winners, side: "gain" | "lose"): Series {
  const sign = side === "gain" ? 1 : -1;
  const intervals = data.groups.flatMap((group, i) => {
    const of: Cell = group[side];
    if (!hasInterval(of)) return [];
    return [
      { low: (sign * of.low) / percent.divisor, high: (sign * of.high) / percent.divisor, at: i },
    ];
  });
  return intervalSeries(intervals, "x", ink);
}

/// Room on both sides for the shares in words, and round ends.
function sidesOf(data: Winners): AxisRange {
  const end = (side: "gain" | "lose") =>
    Math.max(0, ...data.groups.map((group) => group[side]?.high ?? group[side]?.mean ?? 0)) /
    percent.divisor;
  const room = Math.max(end("gain") + end("lose"), 0.1) * 0.16;
  return roundRange([-end("lose") - room, end("gain") + room]);
}

function option(data: Winners, scene: Scene): Option {
  const words = texts(scene.language);
  const layout = rowLayout(data.groups, barHeight, scene);
  const axis = bottomAmounts(`← ${words.lose} | ${words.gain} →`, percent, scene, sidesOf(data));
  const hidden = data.groups.flatMap((group, i): [number, number][] =>
    group.gain === null || group.lose === null ? [[0, i]] : [],
  );
  return {
    ...common(),
    ...rowOption(layout),
    xAxis: {
      ...axis,
      axisLabel: {
        ...(axis.axisLabel as object),
        formatter: (value: number) => valueText(Math.abs(value), "", scene.language),
      },
    } as typeof axis,
    yAxis: rowAxis(data.groups, layout, barHeight, "bars"),
    series: [
      sideSeries(data, "gain", scene),
      sideSeries(data, "lose", scene),
      zeroLine("x"),
      sideIntervals(data, "gain"),
      sideIntervals(data, "lose"),
      labels(data, "gain", scene),
      labels(data, "lose", scene),
      suppressedSeries(hidden, words.suppressed),
    ],
  };
}

function key(_: Winners, scene: Scene): KeyEntry[] {
  const words = texts(scene.language);
  return [
    { name: words.lose, mark: "area", style: loseStyle },
    { name: words.gain, mark: "area", style: gainStyle },
  ];
}

export const winners: Figure<Winners> = {
  isEmpty: (data) => data.groups.length === 0,
  height: (data, scene) => rowLayout(data.groups, barHeight, scene).height,
  option,
  key,
  notes: (data, scene) => [
    texts(scene.language).sameNote,
    ...usualNotes(
      data,
      data.groups.flatMap((group) => [group.gain, group.lose]),
      scene,
    ),
  ],
  describe: (data, scene) => {
    const words = texts(scene.language);
    const rows = data.groups.map((group) => ({
      name: group.name,
      value: `${words.gain} ${cellText(group.gain, "share", scene.language)}, ${words.lose} ${cellText(group.lose, "share", scene.language)}`,
    }));
    return describeRows(data, rows, scene);
  },
  table: (data, scene) => {
    const words = texts(scene.language);
    const rows = data.groups.map((group) => ({
      name: group.name,
      values: [group.gain, group.lose],
    }));
    const table = estimateTable(data, words.group, [words.gain, words.lose], rows, "share", scene);
    return withPeople(
      table,
      data.groups.map((group) => group.people),
      scene,
    );
  },
};
