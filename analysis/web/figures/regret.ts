/// What each choice can cost: scenarios by states of the world or measures, dark where it is much.

import { texts } from "../locale";
import { cellText, meanOf, numberText, scaleFor, type Scale } from "../numbers";
import { gridInk, ink, inkOn, paper, ramp } from "../palette";
import { boxShape, itemSeries, linesOf, textShape, type Box, type Item } from "./cells";
import type { Regret } from "./data";
import { isNarrow, type Figure, type Option, type Scene } from "./figure";
import { common, largestOf } from "./parts";
import { describeRows, estimateTable, usualNotes } from "./words";

const cellHeight = 34;

interface Layout {
  nameWidth: number;
  nameHeight: number;
  headHeight: number;
  cellWidth: number;
  rowHeight: number;
  /// Columns are numbered where their names do not fit; the notes say what they are.
  numbered: boolean;
}

function layoutOf(data: Regret, scene: Scene): Layout {
  const narrow = isNarrow(scene);
  const longest = Math.max(...data.scenarios.map((one) => one.name.length)) * 6.8;
  const nameWidth = narrow ? 0 : Math.min(longest + 12, 260, scene.width * 0.32);
  const cellWidth = (scene.width - nameWidth - 8) / Math.max(1, data.columns.length);
  const headLines = Math.max(
    ...data.columns.map((one) =>
      longestWord(one.name) * 8 > cellWidth - 6 ? 99 : linesOf(one.name, cellWidth - 6),
    ),
  );
  const numbered = headLines > 3;
  const nameLines = narrow
    ? Math.max(...data.scenarios.map((one) => linesOf(one.name, scene.width - 12)))
    : 0;
  const nameHeight = nameLines * 15 + (narrow ? 6 : 0);
  return {
    nameWidth,
    nameHeight,
    headHeight: (numbered ? 1 : headLines) * 15 + 10,
    cellWidth,
    rowHeight: cellHeight + nameHeight + (narrow ? 6 : 0),
    numbered,
  };
}

function longestWord(text: string): number {
  return Math.max(...text.split(/\s+/).map((word) => word.length));
}

function scaleOf(data: Regret, scene: Scene): Scale {
  return scaleFor(largestOf(data.values.flat().map(meanOf)), data.unit, scene.language);
}

function cellBox(row: number, column: number, layout: Layout): Box {
  return {
    x: layout.nameWidth + column * layout.cellWidth + 2,
    y: layout.headHeight + row * layout.rowHeight + layout.nameHeight + 2,
    width: layout.cellWidth - 4,
    height: cellHeight - 4,
  };
}

function cellItem(data: Regret, row: number, column: number, layout: Layout, scene: Scene): Item {
  const of = data.values[row]?.[column];
  const box = cellBox(row, column, layout);
  const mean = meanOf(of);
  const share = (mean ?? 0) / largestOf(data.values.flat().map(meanOf));
  const hidden = of === null ? texts(scene.language).suppressedShort : "–";
  const text =
    mean === null ? hidden : numberText(mean / scaleOf(data, scene).divisor, scene.language);
  const look = { align: "center" as const, colour: mean === null ? ink : inkOn(share) };
  return {
    shapes: [
      boxShape(box, mean === null ? paper : ramp(share), gridInk),
      textShape(text, box.x + box.width / 2, box.y + box.height / 2, look),
    ],
    tip: `${data.scenarios[row]?.name ?? ""}\n${data.columns[column]?.name ?? ""}: ${cellText(of, data.unit, scene.language)}`,
  };
}

function headItems(data: Regret, layout: Layout): Item[] {
  return data.columns.map((column, i) => {
    const text = layout.numbered ? String(i + 1) : column.name;
    const x = layout.nameWidth + (i + 0.5) * layout.cellWidth;
    return {
      shapes: [
        textShape(text, x, layout.headHeight - 4, {
          align: "center",
          vertical: "bottom",
          width: layout.cellWidth - 6,
          bold: true,
        }),
      ],
    };
  });
}

function nameItems(data: Regret, layout: Layout, scene: Scene): Item[] {
  return data.scenarios.map((scenario, row) => {
    const top = layout.headHeight + row * layout.rowHeight;
    const shape =
      layout.nameWidth === 0
        ? textShape(scenario.name, 4, top + layout.nameHeight, {
            vertical: "bottom",
            width: scene.width - 12,
          })
        : textShape(scenario.name, layout.nameWidth - 8, top + cellHeight / 2, {
            align: "right",
            width: layout.nameWidth - 12,
          });
    return { shapes: [shape] };
  });
}

function option(data: Regret, scene: Scene): Option {
  const layout = layoutOf(data, scene);
  const cells = data.scenarios.flatMap((_, row) =>
    data.columns.map((__, column) => cellItem(data, row, column, layout, scene)),
  );
  return {
    ...common(),
    series: [itemSeries([...headItems(data, layout), ...nameItems(data, layout, scene), ...cells])],
  };
}

export const regret: Figure<Regret> = {
  isEmpty: (data) => data.scenarios.length === 0 || data.columns.length === 0,
  height: (data, scene) => {
    const layout = layoutOf(data, scene);
    return layout.headHeight + data.scenarios.length * layout.rowHeight + 6;
  },
  option,
  key: () => [],
  notes: (data, scene) => {
    const words = texts(scene.language);
    const layout = layoutOf(data, scene);
    const numbers = data.columns.map((column, i) => `${i + 1}: ${column.name}`).join("; ");
    const unit = scaleOf(data, scene).unit;
    return [
      ...(layout.numbered ? [`${numbers}.`] : []),
      unit === ""
        ? words.darker
        : `${unit.charAt(0).toUpperCase()}${unit.slice(1)}. ${words.darker}`,
      ...usualNotes(data, data.values.flat(), scene),
    ];
  },
  describe: (data, scene) => {
    const rows = data.scenarios.map((scenario, row) => ({
      name: scenario.name,
      value: data.columns
        .map(
          (column, i) =>
            `${column.name} ${cellText(data.values[row]?.[i], data.unit, scene.language)}`,
        )
        .join("; "),
    }));
    return describeRows(data, rows, scene);
  },
  table: (data, scene) => {
    const heads = data.columns.map((column) => column.name);
    const rows = data.scenarios.map((scenario, i) => ({
      name: scenario.name,
      values: data.values[i] ?? [],
    }));
    return estimateTable(data, texts(scene.language).scenario, heads, rows, data.unit, scene);
  },
};
