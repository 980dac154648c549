/// An outcome over the plane of two numbers: a cell for each pair, with its sign as colour and mark.

import { fill, texts } from "../locale";
import { cellText, hasInterval, meanOf, numberText, scaleFor, valueText } from "../numbers";
import { better, gridInk, ink, paper, worse, type SeriesStyle } from "../palette";
import { boxShape, itemSeries, textShape, type Box, type Item } from "./cells";
import type { Cell, PlaneAxis, TwoWay } from "./data";
import { isNarrow, type Figure, type KeyEntry, type Option, type Scene } from "./figure";
import { common, largestOf } from "./parts";
import { describeRows, estimateTable, usualNotes } from "./words";

const cellHeight = 38;
const headHeight = 24;

type Verdict = "above" | "below" | "unclear";

/// Tells on which side of zero a cell is; neither where its interval holds zero or is not known.
export function verdictOf(of: Cell): Verdict {
  if (!hasInterval(of) || (of.low <= 0 && of.high >= 0)) return "unclear";
  return of.low > 0 ? "above" : "below";
}

/// A light hue of each verdict, on which ink is readable, and the mark that says the same.
const looks: Record<Verdict, { fill: string; mark: string; style: SeriesStyle }> = {
  above: {
    fill: "#cfe3f2",
    mark: "+",
    style: { colour: better, symbol: "square", dash: [], pattern: null },
  },
  below: {
    fill: "#f7d9c6",
    mark: "−",
    style: {
      colour: worse,
      symbol: "square",
      dash: [],
      pattern: { angle: 45, gap: 7, width: 1.5 },
    },
  },
  unclear: {
    fill: paper,
    mark: "~",
    style: { colour: paper, symbol: "square", dash: [], pattern: null },
  },
};

function axisWidth(data: TwoWay, scene: Scene): number {
  const longest = Math.max(
    0,
    ...data.y.values.map((value) => axisLabel(value, data.y, scene).length),
  );
  return Math.min(Math.max(longest * 7 + 14, 44), scene.width * 0.28);
}

function axisLabel(value: number, axis: PlaneAxis, scene: Scene): string {
  return axis.unit === "share" || axis.unit === "EUR"
    ? valueText(value, axis.unit, scene.language)
    : numberText(value, scene.language);
}

/// The greatest value of y stands on top.
function cellBox(data: TwoWay, row: number, column: number, scene: Scene): Box {
  const left = axisWidth(data, scene);
  const width = (scene.width - left - 8) / Math.max(1, data.x.values.length);
  return {
    x: left + column * width + 2,
    y: (data.y.values.length - 1 - row) * cellHeight + 2,
    width: width - 4,
    height: cellHeight - 4,
  };
}

function divisorOf(data: TwoWay, scene: Scene) {
  return scaleFor(largestOf(data.cells.flat().map(meanOf)), data.unit, scene.language);
}

function cellItem(data: TwoWay, row: number, column: number, scene: Scene): Item {
  const of = data.cells[row]?.[column] ?? { mean: null };
  const box = cellBox(data, row, column, scene);
  const look = looks[verdictOf(of)];
  const mean = meanOf(of);
  const scaled = mean === null ? null : Math.abs(mean) / divisorOf(data, scene).divisor;
  // What cannot be told keeps its own sign behind the mark.
  const sign = look.mark === "~" && mean !== null && mean < 0 ? "~−" : look.mark;
  const number = numberText(scaled, scene.language);
  const text = isNarrow(scene) && data.x.values.length > 4 ? look.mark : `${sign}\u2009${number}`;
  const x = axisLabel(data.x.values[column] ?? 0, data.x, scene);
  const y = axisLabel(data.y.values[row] ?? 0, data.y, scene);
  return {
    shapes: [
      boxShape(box, look.fill, gridInk),
      textShape(text, box.x + box.width / 2, box.y + box.height / 2, { align: "center" }),
    ],
    tip: `${data.x.name}: ${x}\n${data.y.name}: ${y}\n${cellText(of, data.unit, scene.language)}`,
  };
}

function axisItems(data: TwoWay, scene: Scene): Item[] {
  const bottom = data.y.values.length * cellHeight;
  const across = data.x.values.map((value, column) => {
    const box = cellBox(data, 0, column, scene);
    const look = { align: "center" as const, vertical: "top" as const };
    return textShape(axisLabel(value, data.x, scene), box.x + box.width / 2, bottom + 4, look);
  });
  const upwards = data.y.values.map((value, row) => {
    const box = cellBox(data, row, 0, scene);
    const look = { align: "right" as const };
    return textShape(axisLabel(value, data.y, scene), box.x - 8, box.y + box.height / 2, look);
  });
  return [...across, ...upwards].map((shape) => ({ shapes: [shape] }));
}

function option(data: TwoWay, scene: Scene): Option {
  const cells = data.cells.flatMap((row, i) =>
    row.map((_, column) => cellItem(data, i, column, scene)),
  );
  return { ...common(), series: [itemSeries([...axisItems(data, scene), ...cells])] };
}

function key(_: TwoWay, scene: Scene): KeyEntry[] {
  const words = texts(scene.language);
  const names: Record<Verdict, string> = {
    above: `+ ${words.twoWayAbove}`,
    below: `− ${words.twoWayBelow}`,
    unclear: `~ ${words.twoWayUnclear}`,
  };
  return (["above", "below", "unclear"] as const).map((verdict) => ({
    name: names[verdict],
    mark: "area",
    style: { ...looks[verdict].style, colour: looks[verdict].fill, pattern: null },
  }));
}

function axisText(axis: PlaneAxis): string {
  return ["", "1", "share", "EUR"].includes(axis.unit) ? axis.name : `${axis.name}, ${axis.unit}`;
}

export const twoWay: Figure<TwoWay> = {
  isEmpty: (data) => data.cells.flat().length === 0,
  height: (data) => data.y.values.length * cellHeight + headHeight,
  option,
  key,
  notes: (data, scene) => {
    const axes = { x: axisText(data.x), y: axisText(data.y) };
    const unit = divisorOf(data, scene).unit;
    const amount = unit === "" ? data.outcome : `${data.outcome}, ${unit}`;
    return [
      `${fill(texts(scene.language).twoWayNote, axes)} ${capital(amount)}.`,
      ...usualNotes(data, data.cells.flat(), scene),
    ];
  },
  describe: (data, scene) => describeRows(data, rowsOf(data, scene, describedRow), scene),
  table: (data, scene) => {
    const heads = data.x.values.map((value) => `${data.x.name} ${axisLabel(value, data.x, scene)}`);
    const rows = rowsOf(data, scene, (values) => values);
    const named = rows.map(({ name, value }) => ({ name, values: value }));
    return estimateTable(data, data.y.name, heads, named, data.unit, scene);
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describedRow(row: Cell[], data: TwoWay, scene: Scene): string {
  return row
    .map((of, column) => {
      const at = axisLabel(data.x.values[column] ?? 0, data.x, scene);
      return `${at}: ${cellText(of, data.unit, scene.language)}`;
    })
    .join("; ");
}

/// Rows by their value of y, the greatest first as in the chart.
function rowsOf<T>(
  data: TwoWay,
  scene: Scene,
  valueOf: (row: Cell[], data: TwoWay, scene: Scene) => T,
): { name: string; value: T }[] {
  return data.cells
    .map((row, i) => ({
      name: axisLabel(data.y.values[i] ?? 0, data.y, scene),
      value: valueOf(row, data, scene),
    }))
    .reverse();
}

/// The ink of cells is readable on all of their hues.
export const cellHues = Object.values(looks).map((look) => look.fill);
export const cellInk = ink;
