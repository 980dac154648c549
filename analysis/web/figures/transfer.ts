/// Every programme in every place: verdict, effect there, and what makes the difference from home.

import { fill, texts, type Texts } from "../locale";
import { cellText, hasInterval, meanOf, signedText } from "../numbers";
import {
  better,
  gridInk,
  ink,
  paper,
  seriesStyle,
  softInk,
  worse,
  type SeriesStyle,
  type SymbolName,
} from "../palette";
import { estimateCells, estimateColumns, plainCell, type TableCell } from "../table";
import {
  boxShape,
  itemSeries,
  lineShape,
  symbolShape,
  textShape,
  type Box,
  type Item,
  type Shape,
} from "./cells";
import type { Transfer, Verdict } from "./data";
import { type Figure, type KeyEntry, type Option, type Scene } from "./figure";
import { common } from "./parts";
import {
  cellBox,
  effectScale,
  heightOf,
  largestPart,
  layoutOf,
  partsOf,
  type Layout,
} from "./transfer-layout";
import { describeRows, usualNotes } from "./words";

type Programme = Transfer["programmes"][number];

const looks: Record<
  Verdict,
  { symbol: SymbolName; colour: string; fill: string; word: keyof Texts }
> = {
  pays: { symbol: "triangle", colour: better, fill: "#eaf3f9", word: "pays" },
  unclear: { symbol: "circle", colour: softInk, fill: "#f5f6f8", word: "unclear" },
  does_not_pay: { symbol: "down", colour: worse, fill: "#fcefe6", word: "doesNotPay" },
};

/// One bar a part, up or down from a line, each with the symbol of its part where it ends.
function partShapes(data: Transfer, parts: readonly number[], box: Box): Shape[] {
  const middle = box.y + box.height / 2;
  const step = box.width / parts.length;
  const reach = box.height / 2 - 5;
  const bars = parts.flatMap((part, i) => {
    const style = seriesStyle(i);
    const length = (Math.abs(part) / largestPart(data)) * reach;
    const x = box.x + (i + 0.5) * step;
    const y = part > 0 ? middle - length : middle;
    const end = part > 0 ? y : y + length;
    return [
      boxShape(
        { x: x - step * 0.28, y, width: step * 0.56, height: Math.max(length, 1) },
        style.colour,
        ink,
      ),
      symbolShape(style.symbol, x, end, 9, ink),
    ];
  });
  return [lineShape(box.x, middle, box.x + box.width, middle, softInk), ...bars];
}

function cellItem(data: Transfer, row: number, column: number, layout: Layout, scene: Scene): Item {
  const words = texts(scene.language);
  const programme = data.programmes[row] as Programme;
  const cell = programme.cells[column];
  const box = cellBox(data, row, column, layout);
  if (cell === undefined) return { shapes: [boxShape(box, paper, gridInk)] };
  const look = looks[cell.verdict];
  const atHome = column === programme.home;
  const frame = boxShape(box, look.fill, atHome ? ink : gridInk);
  const head = layout.narrow
    ? [
        textShape(data.places[column]?.name ?? "", box.x + 32, box.y + 16, {
          bold: true,
          width: box.width * 0.6,
        }),
      ]
    : [];
  const value = valueShapes(data, programme, column, box, layout, scene);
  const marks = symbolShape(
    look.symbol,
    box.x + 16,
    box.y + (layout.narrow ? 17 : 18),
    15,
    look.colour,
  );
  const parts =
    atHome || cell.parts === undefined
      ? homeShape(atHome, box, layout, words)
      : partShapes(data, cell.parts, partBox(box, layout));
  return {
    shapes: [frame, marks, ...head, ...value, ...parts],
    tip: tipOf(data, programme, column, scene),
  };
}

function partBox(box: Box, layout: Layout): Box {
  if (layout.narrow)
    return { x: box.x + box.width - 102, y: box.y + 2, width: 96, height: box.height - 4 };
  return {
    x: box.x + 8,
    y: box.y + 48,
    width: Math.min(box.width - 16, 150),
    height: box.height - 52,
  };
}

function homeShape(atHome: boolean, box: Box, layout: Layout, words: Texts): Shape[] {
  if (!atHome) return [];
  const place = partBox(box, layout);
  return [
    textShape(words.atHome, place.x + (layout.narrow ? 8 : 0), place.y + place.height / 2, {
      colour: softInk,
    }),
  ];
}

/// The value, and its interval below it.
function valueShapes(
  data: Transfer,
  programme: Programme,
  column: number,
  box: Box,
  layout: Layout,
  scene: Scene,
): Shape[] {
  const cell = programme.cells[column];
  const scale = effectScale(data, scene);
  const write = (value: number) => signedText(value / scale.divisor, "", scene.language);
  const mean = meanOf(cell?.effect);
  const missing = cell?.effect === null ? texts(scene.language).suppressedShort : "–";
  const star = (cell?.outside ?? 0) > 0 ? " *" : "";
  const [x, y] = [box.x + 32, layout.narrow ? box.y + 34 : box.y + 18];
  const value = textShape(`${mean === null ? missing : write(mean)}${star}`, x, y, { bold: true });
  if (!hasInterval(cell?.effect)) return [value];
  // Brackets take less room than words; in small cells they start below the symbol.
  const interval = `[${write(cell.effect.low)}; ${write(cell.effect.high)}]`;
  return [
    value,
    textShape(interval, layout.cellWidth < 150 ? box.x + 8 : x, y + 16, { colour: softInk }),
  ];
}

function tipOf(data: Transfer, programme: Programme, column: number, scene: Scene): string {
  const words = texts(scene.language);
  const cell = programme.cells[column];
  if (cell === undefined) return programme.name;
  const parts = (cell.parts ?? []).map(
    (part, i) => `${data.parts[i]?.name ?? ""}: ${signedText(part, data.unit, scene.language)}`,
  );
  const outside =
    cell.outside === undefined || cell.outside === 0
      ? []
      : [fill(words.outside, { count: cell.outside })];
  const verdict = words[looks[cell.verdict].word];
  const head = `${programme.name} → ${data.places[column]?.name ?? ""}: ${verdict}`;
  return [head, cellText(cell.effect, data.unit, scene.language), ...parts, ...outside].join("\n");
}

function nameItems(data: Transfer, layout: Layout): Item[] {
  const programmes = data.programmes.map((programme, row) => {
    const box = cellBox(data, row, 0, layout);
    const shape = layout.narrow
      ? textShape(programme.name, 2, box.y - 6, {
          vertical: "bottom",
          bold: true,
          width: layout.cellWidth - 6,
        })
      : textShape(programme.name, layout.nameWidth - 8, box.y + box.height / 2, {
          align: "right",
          width: layout.nameWidth - 10,
        });
    return { shapes: [shape] };
  });
  if (layout.narrow) return programmes;
  const places = data.places.map((place, column) => {
    const box = cellBox(data, 0, column, layout);
    return {
      shapes: [
        textShape(place.name, box.x + box.width / 2, layout.headHeight - 4, {
          align: "center",
          vertical: "bottom",
          bold: true,
          width: box.width - 6,
        }),
      ],
    };
  });
  return [...programmes, ...places];
}

function option(data: Transfer, scene: Scene): Option {
  const layout = layoutOf(data, scene);
  const cells = data.programmes.flatMap((_, row) =>
    data.places.map((__, column) => cellItem(data, row, column, layout, scene)),
  );
  return { ...common(), series: [itemSeries([...nameItems(data, layout), ...cells])] };
}

function key(data: Transfer, scene: Scene): KeyEntry[] {
  const words = texts(scene.language);
  const verdicts = (Object.keys(looks) as Verdict[]).map((verdict): KeyEntry => {
    const { symbol, colour, word } = looks[verdict];
    const style: SeriesStyle = { colour, symbol, dash: [], pattern: null };
    return { name: words[word], mark: "symbol", style };
  });
  const parts = data.parts.map((part, i): KeyEntry => ({
    name: part.name,
    mark: "bar",
    style: seriesStyle(i),
  }));
  return [...verdicts, ...parts];
}

function notes(data: Transfer, scene: Scene): string[] {
  const words = texts(scene.language);
  const scale = effectScale(data, scene);
  const outside = data.programmes.some((one) => one.cells.some((cell) => (cell.outside ?? 0) > 0));
  return [
    `${data.outcome}${scale.unit === "" ? "" : `, ${scale.unit}`}. ${words.partsNote}`,
    ...(outside ? [`* ${fill(words.outside, { count: "" }).trim()}.`] : []),
    ...usualNotes(
      data,
      data.programmes.flatMap((one) => one.cells.map((cell) => cell.effect)),
      scene,
    ),
  ];
}

export const transfer: Figure<Transfer> = {
  parts: partsOf,
  isEmpty: (data) => data.programmes.length === 0 || data.places.length === 0,
  height: heightOf,
  option,
  key,
  notes,
  describe: (data, scene) => {
    const words = texts(scene.language);
    const rows = data.programmes.flatMap((programme) =>
      programme.cells.map((cell, i) => ({
        name: `${programme.name}, ${data.places[i]?.name ?? ""}`,
        value: `${words[looks[cell.verdict].word]}, ${cellText(cell.effect, data.unit, scene.language)}`,
      })),
    );
    return describeRows(data, rows, scene);
  },
  table: (data, scene) => {
    const words = texts(scene.language);
    const columns = [
      words.programme,
      words.place,
      words.verdict,
      ...estimateColumns(data.outcome, scene.language),
      ...data.parts.map((part) => part.name),
    ];
    const rows = data.programmes.flatMap((programme) =>
      programme.cells.map((cell, i): TableCell[] => [
        programme.name,
        data.places[i]?.name ?? "",
        words[looks[cell.verdict].word],
        ...estimateCells(cell.effect, data.unit, scene.language),
        ...data.parts.map((_, part) => plainCell(cell.parts?.[part], scene.language)),
      ]),
    );
    return { caption: data.title, columns, rows };
  },
};
