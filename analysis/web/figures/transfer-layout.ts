/// Where the cells of a transfer matrix stand, and the scales that they share.

import { meanOf, scaleFor, type Scale } from "../numbers";
import { linesOf, type Box } from "./cells";
import type { Transfer } from "./data";
import { isNarrow, pageHeight, type Scene } from "./figure";
import { largestOf } from "./parts";

type Programme = Transfer["programmes"][number];

export interface Layout {
  nameWidth: number;
  headHeight: number;
  cellWidth: number;
  cellHeight: number;
  narrow: boolean;
}

export function layoutOf(data: Transfer, scene: Scene): Layout {
  const count = Math.max(1, data.places.length);
  // A cell needs room for a value with its unit: else places stand one below the other.
  const narrow = isNarrow(scene) || (scene.width * 0.78) / count < 100;
  const nameWidth = narrow ? 0 : Math.min(220, scene.width * 0.2);
  const cellWidth = narrow ? scene.width - 4 : (scene.width - nameWidth - 4) / count;
  const headLines = Math.max(1, ...data.places.map((place) => linesOf(place.name, cellWidth - 10)));
  return {
    nameWidth,
    headHeight: narrow ? 0 : headLines * 15 + 12,
    cellWidth,
    cellHeight: narrow ? 68 : 108,
    narrow,
  };
}

/// Heading and cells of a programme, in a narrow chart.
function blockHeight(data: Transfer, layout: Layout, programme: Programme): number {
  return (
    linesOf(programme.name, layout.cellWidth) * 16 + 14 + data.places.length * layout.cellHeight
  );
}

export function cellBox(data: Transfer, row: number, column: number, layout: Layout): Box {
  const size = { width: layout.cellWidth - 4, height: layout.cellHeight - 4 };
  if (!layout.narrow) {
    return {
      x: layout.nameWidth + column * layout.cellWidth + 2,
      y: layout.headHeight + row * layout.cellHeight + 2,
      ...size,
    };
  }
  const before = data.programmes
    .slice(0, row)
    .reduce((sum, one) => sum + blockHeight(data, layout, one), 0);
  const own =
    blockHeight(data, layout, data.programmes[row] as Programme) -
    data.places.length * layout.cellHeight;
  return { x: 2, y: before + own + column * layout.cellHeight, ...size };
}

function largestEffect(data: Transfer): number {
  const all = data.programmes.flatMap((one) => one.cells.map((cell) => meanOf(cell.effect)));
  return data.largest?.effect ?? largestOf(all);
}

export function effectScale(data: Transfer, scene: Scene): Scale {
  return scaleFor(largestEffect(data), data.unit, scene.language);
}

export function largestPart(data: Transfer): number {
  if (data.largest !== undefined) return data.largest.part;
  return largestOf(data.programmes.flatMap((one) => one.cells.flatMap((cell) => cell.parts ?? [])));
}

export function heightOf(data: Transfer, scene: Scene): number {
  const layout = layoutOf(data, scene);
  if (!layout.narrow) return layout.headHeight + data.programmes.length * layout.cellHeight + 6;
  return data.programmes.reduce((sum, one) => sum + blockHeight(data, layout, one), 6);
}

/// Pieces of as many programmes as a page holds, drawn to the same scale.
export function partsOf(data: Transfer, scene: Scene): Transfer[] {
  const layout = layoutOf(data, scene);
  const first = data.programmes[0];
  const each =
    first === undefined || !layout.narrow ? layout.cellHeight : blockHeight(data, layout, first);
  const fit = Math.max(1, Math.floor((pageHeight - layout.headHeight - 20) / each));
  const largest = { effect: largestEffect(data), part: largestPart(data) };
  const pieces = Math.ceil(data.programmes.length / fit);
  return Array.from({ length: pieces }, (_, i) => {
    return { ...data, largest, programmes: data.programmes.slice(i * fit, (i + 1) * fit) };
  });
}
