/// What a figure is: pure functions from its data and the scene to what is drawn.

import type {
  BarSeriesOption,
  CustomSeriesOption,
  HeatmapSeriesOption,
  LineSeriesOption,
  LinesSeriesOption,
  SankeySeriesOption,
  ScatterSeriesOption,
} from "echarts/charts";
import type {
  AriaComponentOption,
  GraphicComponentOption,
  GridComponentOption,
  TooltipComponentOption,
} from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { SeriesStyle } from "../palette";
import type { Table } from "../table";
import type { FigureData, Language } from "./data";

export type Option = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | CustomSeriesOption
  | GraphicComponentOption
  | GridComponentOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | LinesSeriesOption
  | SankeySeriesOption
  | ScatterSeriesOption
  | TooltipComponentOption
>;

export type Series = Extract<NonNullable<Option["series"]>, readonly unknown[]>[number];
export type XAxis = Extract<NonNullable<Option["xAxis"]>, readonly unknown[]>[number];
export type YAxis = Extract<NonNullable<Option["yAxis"]>, readonly unknown[]>[number];

/// Where a figure is drawn: for whom, how wide, on what.
export interface Scene {
  language: Language;
  /// CSS pixels.
  width: number;
}

export type KeyMark = "line" | "plain" | "symbol" | "area" | "edge" | "bar";

/// One line of the key beside a chart.
export interface KeyEntry {
  name: string;
  mark: KeyMark;
  style: SeriesStyle;
}

export interface Figure<D extends FigureData> {
  isEmpty(data: D): boolean;
  /// CSS pixels, from the number of rows and the width.
  height(data: D, scene: Scene): number;
  option(data: D, scene: Scene): Option;
  key(data: D, scene: Scene): KeyEntry[];
  /// What low and high are, what is suppressed, how to read it: sentences below the chart.
  notes(data: D, scene: Scene): string[];
  /// The chart in words, for readers who do not see it.
  describe(data: D, scene: Scene): string;
  table(data: D, scene: Scene): Table;
  /// Parts none of which is higher than a page, where a chart can be cut.
  parts?(data: D, scene: Scene): D[];
}

/// What fits on a sheet of A4 with a title, CSS pixels.
export const pageHeight = 820;

/// Below this width names stand above their rows, and ticks are few.
export const narrowBelow = 640;

/// Tells whether there is little room.
export function isNarrow(scene: Scene): boolean {
  return scene.width < narrowBelow;
}
