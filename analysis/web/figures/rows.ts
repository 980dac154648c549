/// Charts of rows with a name each: where names stand, how high a row is.

import { gridInk, ink, neutral, paper } from "../palette";
import type { GridComponentOption } from "echarts/components";
import { isNarrow, pageHeight, type Option, type Scene, type Series, type YAxis } from "./figure";
import { bottomRoom, fontSize } from "./parts";

export interface Row {
  name: string;
}

export interface RowLayout {
  rowHeight: number;
  height: number;
  nameWidth: number;
  namesAbove: boolean;
  grid: GridComponentOption;
}

const pixelsPerLetter = 6.6;
const lineHeight = 15;
const topRoom = 14;
const bottomMost = 64;

/// Lays rows out for marks of a height each. Where there is little room names stand above marks.
export function rowLayout(rows: readonly Row[], marksHeight: number, scene: Scene): RowLayout {
  const namesAbove = isNarrow(scene);
  const pieces = rows.map((row) => row.name.split("\n").map((piece) => piece.length));
  const longest = Math.max(0, ...pieces.flat()) * pixelsPerLetter;
  const nameWidth = namesAbove ? scene.width - 24 : Math.min(longest + 8, 280, scene.width * 0.36);
  const linesOf = (length: number) =>
    Math.max(1, Math.ceil((length * pixelsPerLetter) / nameWidth));
  const lines = Math.max(
    1,
    ...pieces.map((of) => of.reduce((sum, length) => sum + linesOf(length), 0)),
  );
  const rowHeight = namesAbove
    ? marksHeight + 2 * (lines * lineHeight + 6)
    : Math.max(marksHeight + 12, lines * lineHeight + 8);
  const grid = {
    left: namesAbove ? 10 : nameWidth + 18,
    right: namesAbove ? 24 : 28,
    top: topRoom,
    bottom: bottomRoom(scene),
  };
  const height = rows.length * rowHeight + topRoom + bottomRoom(scene);
  return { rowHeight, height, nameWidth, namesAbove, grid };
}

/// The axis of names, top down. Rows are at 0, 1, 2 ..., so that marks can stand beside a row's
/// middle; `bars` asks for a category axis, which bars need.
export function rowAxis(
  rows: readonly Row[],
  layout: RowLayout,
  marksHeight: number,
  kind: "marks" | "bars",
): YAxis {
  const label = nameLabel(layout, marksHeight);
  const shared = { inverse: true, axisLine: { show: false }, axisTick: { show: false }, z: 10 };
  if (kind === "bars") {
    const names = rows.map((row) => row.name);
    return { ...shared, type: "category", data: names, axisLabel: { ...label, interval: 0 } };
  }
  const formatter = (value: number) => rows[value]?.name ?? "";
  return {
    ...shared,
    type: "value",
    min: -0.5,
    max: rows.length - 0.5,
    interval: 1,
    splitLine: { show: false },
    axisLabel: { ...label, formatter, customValues: rows.map((_, i) => i) },
  };
}

function nameLabel(layout: RowLayout, marksHeight: number) {
  const text = {
    color: ink,
    fontSize,
    lineHeight,
    width: layout.nameWidth,
    overflow: "break" as const,
  };
  if (!layout.namesAbove) return { ...text, margin: 12 };
  return {
    ...text,
    inside: true,
    margin: 0,
    align: "left" as const,
    verticalAlign: "bottom" as const,
    padding: [0, 0, marksHeight / 2 + 5, 0],
    textBorderColor: paper,
    textBorderWidth: 3,
  };
}

/// Where the marks of one of several series stand in a row, in rows from its middle.
export function offsetInRow(
  series: number,
  count: number,
  spacing: number,
  layout: RowLayout,
): number {
  return ((series - (count - 1) / 2) * spacing) / layout.rowHeight;
}

/// Thin lines between rows, so that the eye finds the name.
export function rowRules(count: number): Series {
  const between = Array.from({ length: Math.max(0, count - 1) }, (_, i) => ({ yAxis: i + 0.5 }));
  return {
    type: "line",
    data: [],
    silent: true,
    markLine: {
      silent: true,
      symbol: "none",
      label: { show: false },
      lineStyle: { color: gridInk, type: "solid", width: 1 },
      data: between,
    },
  } as Series;
}

/// Says in a row that its value is suppressed.
export function suppressedSeries(places: readonly [number, number][], word: string): Series {
  return {
    type: "scatter",
    symbol: "path://M2 5L5 2L12 9L19 2L22 5L15 12L22 19L19 22L12 15L5 22L2 19L9 12z",
    symbolSize: 9,
    silent: true,
    itemStyle: { color: neutral },
    label: { show: true, formatter: word, position: "right", color: ink, fontSize },
    data: places.map((value) => ({ value })),
    z: 5,
  };
}

/// Splits rows so that each part fits on a page.
export function rowParts<R>(rows: readonly R[], layout: RowLayout): R[][] {
  const fit = Math.max(1, Math.floor((pageHeight - topRoom - bottomMost) / layout.rowHeight));
  const parts = Math.max(1, Math.ceil(rows.length / fit));
  const each = Math.ceil(rows.length / parts);
  return Array.from({ length: parts }, (_, i) => rows.slice(i * each, (i + 1) * each));
}

/// The frame of a chart of rows.
export function rowOption(layout: RowLayout): Pick<Option, "grid"> {
  return { grid: layout.grid };
}
