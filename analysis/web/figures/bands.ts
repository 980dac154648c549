/// The band of a curve: one filled shape for each stretch without gaps.

import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts";
import type { Scale } from "../numbers";
import type { SeriesStyle } from "../palette";
import type { Axis, Curve } from "./data";
import type { Series } from "./figure";

/// A place on the axis with both ends of the band, in the axis' unit.
export type BandPoint = [at: number, low: number, high: number];

/// Splits a band where an end is missing.
export function bandStretches(curve: Curve, axis: Axis, scale: Scale): BandPoint[][] {
  const stretches: BandPoint[][] = [[]];
  axis.values.forEach((at, i) => {
    const low = curve.low?.[i];
    const high = curve.high?.[i];
    if (typeof low === "number" && typeof high === "number") {
      stretches.at(-1)?.push([at, low / scale.divisor, high / scale.divisor]);
    } else if (stretches.at(-1)?.length !== 0) {
      stretches.push([]);
    }
  });
  return stretches.filter((stretch) => stretch.length > 0);
}

/// Draws each stretch once, with the first of its points.
export function bandSeries(curve: Curve, axis: Axis, style: SeriesStyle, scale: Scale): Series[] {
  return bandStretches(curve, axis, scale).map((stretch): Series => {
    const draw = (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      if (params.dataIndex !== 0) return null;
      const lows = stretch.map(([at, low]) => api.coord([at, low]));
      const highs = stretch.map(([at, , high]) => api.coord([at, high]));
      return bandShape(lows, highs, style);
    };
    return {
      type: "custom",
      renderItem: draw,
      silent: true,
      clip: true,
      encode: { x: 0, y: [1, 2] },
      data: stretch,
      tooltip: { show: false },
      z: 1,
    } as Series;
  });
}

function bandShape(lows: number[][], highs: number[][], style: SeriesStyle) {
  const edge = (points: number[][]) => ({
    type: "polyline" as const,
    shape: { points },
    style: { stroke: style.colour, lineWidth: 1, opacity: 0.5, lineDash: [2, 2], fill: "none" },
  });
  const area = {
    type: "polygon" as const,
    shape: { points: [...lows, ...highs.toReversed()] },
    style: { fill: style.colour, opacity: 0.11 },
  };
  return { type: "group" as const, children: [area, edge(lows), edge(highs)] };
}
