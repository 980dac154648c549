/// Patterns of the world: the band that each should be in, and where the simulation is.

import { texts } from "../locale";
import { numberText, valueText } from "../numbers";
import { better, softInk, worse, type SeriesStyle } from "../palette";
import { valueCell, type TableCell } from "../table";
import type { CustomSeriesRenderItemAPI } from "echarts";
import type { Validation } from "./data";
import type { Figure, KeyEntry, Option, Scene, Series } from "./figure";
import { intervalSeries, labelSeries, markSeries, type Label } from "./marks";
import { bottomRoom, common } from "./parts";
import { rowAxis, rowLayout, rowOption, rowParts, rowRules, type RowLayout } from "./rows";
import { describeRows } from "./words";

type Pattern = Validation["patterns"][number];

const marksHeight = 46;
/// Bands reach from -1 to 1; what is further off than this stands at the edge, with an arrow.
const edge = 3;
const bandFill = "#dbe9f3";
const metStyle: SeriesStyle = { colour: better, symbol: "circle", dash: [], pattern: null };
const missedStyle: SeriesStyle = { colour: worse, symbol: "cross", dash: [], pattern: null };

/// Returns how a pattern's values map to its row: -1 and 1 are the ends of its band, and 0 the
/// middle. A band open on one side ends there at the edge of the chart.
export function rowScale(pattern: Pattern): {
  toRow: (value: number) => number;
  low: number;
  high: number;
} {
  const { low, high } = pattern;
  if (low !== null && high !== null) {
    const half = Math.max((high - low) / 2, 1e-12);
    return { toRow: (value) => (value - (low + high) / 2) / half, low: -1, high: 1 };
  }
  const end = low ?? high ?? 0;
  const around = [pattern.simulated, pattern.target].map((value) => Math.abs((value ?? end) - end));
  const unit = Math.max(...around, 2 * (pattern.se ?? 0), Math.abs(end) / 10, 1e-12) / 2;
  if (low !== null) return { toRow: (value) => (value - end) / unit - 1, low: -1, high: edge };
  if (high !== null) return { toRow: (value) => (value - end) / unit + 1, low: -edge, high: 1 };
  return { toRow: (value) => value / unit, low: -edge, high: edge };
}

/// Puts what is off the chart at its edge.
export function clipped(value: number): number {
  return Math.min(edge - 0.08, Math.max(-edge + 0.08, value));
}

function isOff(value: number): boolean {
  return clipped(value) !== value;
}

function bandSeries(data: Validation): Series {
  const draw = (_: unknown, api: CustomSeriesRenderItemAPI) => {
    const [low, high, row] = [0, 1, 2].map((i) => api.value(i) as number) as [
      number,
      number,
      number,
    ];
    const [x1, y] = api.coord([low, row]) as [number, number];
    const [x2] = api.coord([high, row]) as [number, number];
    return {
      type: "rect" as const,
      shape: { x: x1, y: y - 8, width: x2 - x1, height: 16 },
      style: { fill: bandFill, stroke: softInk, lineWidth: 1 },
    };
  };
  const bands = data.patterns.map((pattern, i) => {
    const { low, high } = rowScale(pattern);
    return [low, high, i];
  });
  return {
    type: "custom",
    renderItem: draw as never,
    silent: true,
    encode: { x: [0, 1], y: 2 },
    data: bands,
    z: 1,
  } as Series;
}

/// The values of the band's ends, under them.
function endLabels(data: Validation, scene: Scene): Series {
  const labels = data.patterns.flatMap((pattern, i): Label[] => {
    const scale = rowScale(pattern);
    const ends = [
      { value: pattern.low, at: scale.low },
      { value: pattern.high, at: scale.high },
    ];
    return ends.flatMap(({ value, at }): Label[] =>
      value === null ? [] : [{ value: [at, i], text: shortText(value, pattern, scene) }],
    );
  });
  return labelSeries(labels, "bottom", 13, softInk);
}

/// A value without its unit, which stands in the row's name; shares as percentages.
function shortText(value: number | null, pattern: Pattern, scene: Scene): string {
  return valueText(value, pattern.unit === "share" ? "share" : "", scene.language);
}

function styleOf(pattern: Pattern): SeriesStyle {
  return pattern.verdict === "met" ? metStyle : missedStyle;
}

function simulatedSeries(data: Validation, scene: Scene): Series[] {
  return data.patterns.flatMap((pattern, i) => {
    if (pattern.simulated === null) return [];
    const { toRow } = rowScale(pattern);
    const at = toRow(pattern.simulated);
    const error = pattern.se === null ? [] : [errorBar(pattern.simulated, pattern.se, toRow, i)];
    const mark = {
      value: [clipped(at), i] as [number, number],
      tip: tipOf(pattern, scene),
      label: labelOf(pattern, at, scene),
      ...(isOff(at) ? { side: at < 0 ? ("right" as const) : ("left" as const) } : {}),
    };
    const style = styleOf(pattern);
    return [intervalSeries(error, "x", style.colour), markSeries([mark], style, 14)];
  });
}

function errorBar(simulated: number, se: number, toRow: (value: number) => number, at: number) {
  return { low: clipped(toRow(simulated - 2 * se)), high: clipped(toRow(simulated + 2 * se)), at };
}

function labelOf(pattern: Pattern, at: number, scene: Scene): string {
  const word = texts(scene.language)[pattern.verdict];
  const value = shortText(pattern.simulated, pattern, scene);
  if (!isOff(at)) return `${value} ${word}`;
  return at < 0 ? `◀ ${value} ${word}` : `${value} ${word} ▶`;
}

function bandText(pattern: Pattern, scene: Scene): string {
  const { low, high, unit } = pattern;
  const write = (value: number) => valueText(value, unit, scene.language);
  if (low !== null && high !== null) return `${write(low)} – ${write(high)}`;
  if (low !== null) return `≥ ${write(low)}`;
  return high === null ? "" : `≤ ${write(high)}`;
}

function tipOf(pattern: Pattern, scene: Scene): string {
  const words = texts(scene.language);
  const simulated = `${words.simulated}: ${simulatedText(pattern, scene)} (${words[pattern.verdict]})`;
  return [pattern.text, simulated, `${words.band}: ${bandText(pattern, scene)}`].join("\n");
}

function simulatedText(pattern: Pattern, scene: Scene): string {
  const mean = valueText(pattern.simulated, pattern.unit, scene.language);
  return pattern.se === null
    ? mean
    : `${mean} ± ${numberText(2 * pattern.se * (pattern.unit === "share" ? 100 : 1), scene.language)}`;
}

function rowsOf(data: Validation, scene: Scene) {
  const words = texts(scene.language);
  return data.patterns.map((pattern) => {
    const unit = ["", "1", "share"].includes(pattern.unit) ? "" : `, ${pattern.unit}`;
    const note = pattern.by_construction === true ? ` (${words.byConstruction})` : "";
    return { name: `${pattern.text}${unit}${note}` };
  });
}

function layoutOf(data: Validation, scene: Scene): RowLayout {
  const layout = rowLayout(rowsOf(data, scene), marksHeight, scene);
  return {
    ...layout,
    grid: { ...layout.grid, bottom: 12 },
    height: layout.height - bottomRoom(scene) + 12,
  };
}

function option(data: Validation, scene: Scene): Option {
  const layout = layoutOf(data, scene);
  const rows = rowsOf(data, scene);
  return {
    ...common(),
    ...rowOption(layout),
    xAxis: { type: "value", min: -edge, max: edge, show: false },
    yAxis: rowAxis(rows, layout, marksHeight, "marks"),
    series: [
      rowRules(rows.length),
      bandSeries(data),
      endLabels(data, scene),
      ...simulatedSeries(data, scene),
    ],
  };
}

function key(_: Validation, scene: Scene): KeyEntry[] {
  const words = texts(scene.language);
  return [
    { name: `${words.simulated}, ${words.met}`, mark: "symbol", style: metStyle },
    { name: `${words.simulated}, ${words.missed}`, mark: "symbol", style: missedStyle },
    {
      name: words.band,
      mark: "area",
      style: { colour: bandFill, symbol: "square", dash: [], pattern: null },
    },
  ];
}

export const validation: Figure<Validation> = {
  parts: (data, scene) =>
    rowParts(data.patterns, layoutOf(data, scene)).map((patterns) => ({ ...data, patterns })),
  isEmpty: (data) => data.patterns.length === 0,
  height: (data, scene) => layoutOf(data, scene).height,
  option,
  key,
  notes: (_, scene) => [texts(scene.language).validationNote],
  describe: (data, scene) => {
    const words = texts(scene.language);
    const rows = data.patterns.map((pattern) => ({
      name: pattern.text,
      value: `${words[pattern.verdict]}, ${simulatedText(pattern, scene)}, ${words.band} ${bandText(pattern, scene)}`,
    }));
    return describeRows(data, rows, scene);
  },
  table: (data, scene) => {
    const words = texts(scene.language);
    const columns = [
      words.pattern,
      words.verdict,
      words.simulated,
      "±",
      words.target,
      `${words.band}, ${words.low}`,
      `${words.band}, ${words.high}`,
    ];
    const rows = data.patterns.map((pattern): TableCell[] => [
      pattern.text,
      words[pattern.verdict],
      valueCell(pattern.simulated, pattern.unit, scene.language),
      valueCell(pattern.se === null ? null : 2 * pattern.se, pattern.unit, scene.language),
      valueCell(pattern.target, pattern.unit, scene.language),
      valueCell(pattern.low, pattern.unit, scene.language),
      valueCell(pattern.high, pattern.unit, scene.language),
    ]);
    return { caption: data.title, columns, rows };
  },
};
