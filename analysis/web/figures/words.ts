/// Sentences and tables that several figures build alike.

import { fill, texts } from "../locale";
import { axisText, cellText, hasInterval, valueText } from "../numbers";
import { estimateCells, estimateColumns, type Table, type TableCell } from "../table";
import type { Axis, Cell, Curve, FigureData, Unit } from "./data";
import type { Scene } from "./figure";

const rowsTold = 8;

/// The note on intervals where any is drawn and, where cells are suppressed, the one on them.
export function usualNotes(
  data: FigureData,
  cells: readonly (Cell | undefined)[],
  scene: Scene,
): string[] {
  const words = texts(scene.language);
  const notes =
    data.interval !== undefined && cells.some(hasInterval)
      ? [fill(words.intervalNote, { interval: data.interval })]
      : [];
  if (cells.some((cell) => cell === null)) notes.push(words.suppressedNote);
  return notes;
}

/// Names and values as sentences; what is beyond eight is left to the table.
export function describeRows(
  data: FigureData,
  rows: readonly { name: string; value: string }[],
  scene: Scene,
): string {
  const words = texts(scene.language);
  const told = rows.slice(0, rowsTold).map((row) => fill(words.describeRow, row));
  const more = rows.length - told.length;
  if (more > 0) told.push(fill(words.andMore, { count: more }));
  const start = fill(words.describeRows, { title: data.title, count: rows.length });
  return [start, ...told].join(" ");
}

/// Each line's first and last value.
export function describeCurves(
  data: FigureData,
  axis: Axis,
  series: readonly Curve[],
  unit: Unit,
  scene: Scene,
): string {
  const words = texts(scene.language);
  const place = (value: number | undefined) => axisText(value ?? 0, axis, scene.language);
  const start = fill(words.describeCurves, {
    title: data.title,
    count: series.length,
    axis: axis.name,
    from: place(axis.values[0]),
    to: place(axis.values.at(-1)),
  });
  const told = series.slice(0, rowsTold).map((curve) => {
    const known = curve.mean.filter((value) => value !== null);
    return fill(words.describeCurve, {
      name: curve.name,
      first: valueText(known[0], unit, scene.language),
      last: valueText(known.at(-1), unit, scene.language),
    });
  });
  return [start, ...told].join(" ");
}

/// A row for each place of the axis, three columns for each curve.
export function curveTable(
  data: FigureData,
  axis: Axis,
  series: readonly Curve[],
  unit: Unit,
  scene: Scene,
): Table {
  const columns = series.flatMap((curve) =>
    curve.low === undefined ? [curve.name] : estimateColumns(curve.name, scene.language),
  );
  const rows = axis.values.map((at, i): TableCell[] => [
    { value: at, text: axisText(at, axis, scene.language) },
    ...series.flatMap((curve) => {
      const cells = estimateCells(cellAt(curve, i), unit, scene.language);
      return curve.low === undefined ? cells.slice(0, 1) : cells;
    }),
  ]);
  return { caption: data.title, columns: [axis.name, ...columns], rows };
}

/// All values of curves, as the notes take them.
export function curveCells(series: readonly Curve[]): Cell[] {
  return series.flatMap((curve) => curve.mean.map((_, i) => cellAt(curve, i)));
}

function cellAt(curve: Curve, i: number): Cell {
  return {
    mean: curve.mean[i] ?? null,
    low: curve.low?.[i] ?? null,
    high: curve.high?.[i] ?? null,
  };
}

/// Rows by columns of estimates: `heads` name the estimates.
export function estimateTable(
  data: FigureData,
  first: string,
  heads: readonly string[],
  rows: readonly { name: string; values: readonly (Cell | undefined)[] }[],
  unit: Unit,
  scene: Scene,
): Table {
  return {
    caption: data.title,
    columns: [first, ...heads.flatMap((head) => estimateColumns(head, scene.language))],
    rows: rows.map((row): TableCell[] => [
      row.name,
      ...heads.flatMap((_, i) => estimateCells(row.values[i], unit, scene.language)),
    ]),
  };
}

/// What a mark says when it is pointed at: two lines.
export function tip(heading: string, of: Cell | undefined, unit: Unit, scene: Scene): string {
  return `${heading}\n${cellText(of, unit, scene.language)}`;
}
