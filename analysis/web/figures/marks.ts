/// Marks that charts share: intervals, symbols, texts.

import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from "echarts";
import { chartSymbol, ink, paper, type SeriesStyle } from "../palette";
import type { Series } from "./figure";
import { fontSize } from "./parts";

/// One interval: from low to high at a place on the other axis.
export interface Interval {
  low: number;
  high: number;
  at: number;
}

/// Draws intervals as bars with ends, along x or along y.
export function intervalSeries(
  intervals: readonly Interval[],
  along: "x" | "y",
  colour: string,
): Series {
  const draw = (_: unknown, api: CustomSeriesRenderItemAPI): CustomSeriesRenderItemReturn => {
    const [low, high, at] = [0, 1, 2].map((i) => api.value(i) as number) as [
      number,
      number,
      number,
    ];
    const from = api.coord(along === "x" ? [low, at] : [at, low]) as [number, number];
    const to = api.coord(along === "x" ? [high, at] : [at, high]) as [number, number];
    return intervalShape(from, to, along, colour);
  };
  return {
    type: "custom",
    renderItem: draw,
    silent: true,
    clip: true,
    encode: along === "x" ? { x: [0, 1], y: 2 } : { x: 2, y: [0, 1] },
    data: intervals.map((one) => [one.low, one.high, one.at]),
    tooltip: { show: false },
    z: 4,
  } as Series;
}

function intervalShape(
  from: [number, number],
  to: [number, number],
  along: "x" | "y",
  colour: string,
): CustomSeriesRenderItemReturn {
  const end = along === "x" ? [0, 5] : [5, 0];
  const [dx, dy] = end as [number, number];
  const line = (
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    stroke: string,
    lineWidth: number,
  ) => ({
    type: "line" as const,
    shape: { x1, y1, x2, y2 },
    style: { stroke, lineWidth },
  });
  const strokes = (stroke: string, width: number) => [
    line(from[0], from[1], to[0], to[1], stroke, width),
    line(from[0] - dx, from[1] - dy, from[0] + dx, from[1] + dy, stroke, width),
    line(to[0] - dx, to[1] - dy, to[0] + dx, to[1] + dy, stroke, width),
  ];
  // A white edge keeps the bar visible on filled shapes of any colour.
  return { type: "group", children: [...strokes(paper, 4), ...strokes(colour, 2)] };
}

/// One symbol: its place, what it says when pointed at.
export interface Mark {
  value: [number, number];
  tip: string;
  label?: string;
  /// Where the label stands; above where nothing is said.
  side?: "top" | "bottom" | "left" | "right";
}

/// Draws symbols with a dark edge, so that light colours stay visible.
export function markSeries(marks: readonly Mark[], style: SeriesStyle, size = 13): Series {
  return {
    type: "scatter",
    symbol: chartSymbol(style.symbol),
    symbolSize: size,
    symbolKeepAspect: true,
    itemStyle: { color: style.colour, opacity: 1, borderColor: paper, borderWidth: 1 },
    data: marks.map((mark) => ({
      value: mark.value,
      tooltip: { formatter: mark.tip },
      label: {
        show: mark.label !== undefined,
        formatter: mark.label ?? "",
        position: mark.side ?? "top",
        distance: 5,
        color: ink,
        fontSize,
        textBorderColor: paper,
        textBorderWidth: 3,
      },
    })),
    z: 5,
  };
}

/// One text at a place of the chart.
export interface Label {
  value: [number, number];
  text: string;
}

/// Writes texts without symbols.
export function labelSeries(
  labels: readonly Label[],
  side: "left" | "right" | "bottom",
  distance: number,
  colour: string,
): Series {
  return {
    type: "scatter",
    symbolSize: 1,
    silent: true,
    itemStyle: { color: "transparent", opacity: 1 },
    label: { show: true, formatter: "{b}", position: side, distance, color: colour, fontSize },
    data: labels.map((label) => ({ value: label.value, name: label.text })),
    z: 6,
  } as Series;
}
