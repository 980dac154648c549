/// Charts made of cells: shapes placed by pixel, without axes.

import { ink, paper, symbolPaths, type SymbolName } from "../palette";
import type { Series } from "./figure";
import { fontSize } from "./parts";

/// A shape as ECharts draws it.
export type Shape = Record<string, unknown>;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/// One item: its shapes, and what it says when pointed at.
export interface Item {
  shapes: Shape[];
  tip?: string;
}

export interface TextLook {
  align?: "left" | "center" | "right";
  vertical?: "top" | "middle" | "bottom";
  width?: number;
  bold?: boolean;
  colour?: string;
}

/// Writes text at a point; with a width it breaks into lines.
export function textShape(text: string, x: number, y: number, look: TextLook = {}): Shape {
  return {
    type: "text",
    style: {
      text,
      x,
      y,
      fill: look.colour ?? ink,
      fontSize,
      lineHeight: 15,
      fontWeight: look.bold === true ? "bold" : "normal",
      fontFamily: "system-ui, sans-serif",
      align: look.align ?? "left",
      verticalAlign: look.vertical ?? "middle",
      ...(look.width === undefined ? {} : { width: look.width, overflow: "break" }),
    },
  };
}

export function boxShape(box: Box, fill: string, stroke?: string): Shape {
  return {
    type: "rect",
    shape: { ...box, r: 3 },
    style: { fill, ...(stroke === undefined ? {} : { stroke, lineWidth: 1 }) },
  };
}

export function lineShape(x1: number, y1: number, x2: number, y2: number, stroke = ink): Shape {
  return { type: "line", shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 1 } };
}

/// Draws one of the symbols of the palette around a point.
export function symbolShape(
  name: SymbolName,
  x: number,
  y: number,
  size: number,
  fill: string,
): Shape {
  return {
    type: "path",
    shape: {
      pathData: symbolPaths[name],
      x: x - size / 2,
      y: y - size / 2,
      width: size,
      height: size,
    },
    style: { fill, stroke: paper, lineWidth: 1 },
  };
}

/// Draws items where their shapes say.
export function itemSeries(items: readonly Item[]): Series {
  return {
    type: "custom",
    coordinateSystem: "none",
    renderItem: (params: { dataIndex: number }) => ({
      type: "group",
      children: items[params.dataIndex]?.shapes ?? [],
    }),
    data: items.map((item) => ({
      value: 0,
      tooltip: item.tip === undefined ? { show: false } : { formatter: item.tip },
    })),
  } as unknown as Series;
}

/// How many lines a text takes in a width.
export function linesOf(text: string, width: number): number {
  return Math.max(1, Math.ceil((text.length * 6.8) / width));
}
