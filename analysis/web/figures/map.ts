/// Municipalities where they are, without tiles: symbols as large as their value, journeys as lines.

import { fill, texts } from "../locale";
import { cellText, intervalText, meanOf, numberText, valueText } from "../numbers";
import {
  better,
  chartSymbol,
  ink,
  neutral,
  paper,
  softInk,
  worse,
  type SeriesStyle,
} from "../palette";
import { estimateCells, estimateColumns, type TableCell } from "../table";
import type { MapData } from "./data";
import {
  isNarrow,
  type Figure,
  type KeyEntry,
  type Option,
  type Scene,
  type Series,
} from "./figure";
import { labelSides } from "./map-labels";
import { barKilometres, extentOf, flatPlaces } from "./map-plane";
import { common, fontSize, largestOf } from "./parts";
import { describeRows, usualNotes } from "./words";

type Place = MapData["places"][number];

const largestSymbol = 46;
const smallestSymbol = 10;
const lineHeight = 14;
const room = { left: 56, right: 56, top: 40, bottom: 64 };
const land = "#f4f6f8";
const aboveStyle: SeriesStyle = { colour: better, symbol: "circle", dash: [], pattern: null };
const belowStyle: SeriesStyle = { colour: worse, symbol: "down", dash: [], pattern: null };
const hiddenStyle: SeriesStyle = { colour: neutral, symbol: "cross", dash: [], pattern: null };

function mapHeight(scene: Scene): number {
  return isNarrow(scene) ? 360 : Math.min(560, scene.width * 0.55);
}

function plotSize(scene: Scene): [number, number] {
  return [scene.width - room.left - room.right, mapHeight(scene) - room.top - room.bottom];
}

function styleOf(place: Place): SeriesStyle {
  const mean = meanOf(place.value);
  if (mean === null) return hiddenStyle;
  return mean < 0 ? belowStyle : aboveStyle;
}

/// Areas are as the values, so that twice as much looks like twice as much.
function sizeOf(place: Place, largest: number): number {
  const mean = meanOf(place.value);
  if (mean === null) return 12;
  return Math.max(smallestSymbol, Math.sqrt(Math.abs(mean) / largest) * largestSymbol);
}

interface PlacedPlace {
  place: Place;
  point: [number, number];
}

function valueLine(place: Place, data: MapData, scene: Scene): string {
  if (place.value === null) return texts(scene.language).suppressedShort;
  const unit = data.unit === "EUR" || data.unit === "share" ? data.unit : "";
  const interval = isNarrow(scene) ? "" : intervalLine(place, data, scene);
  return `${valueText(meanOf(place.value), unit, scene.language)}${interval}`;
}

/// The side of each place's label; null for those without room, whose values the table tells.
function sidesOf(places: PlacedPlace[], data: MapData, largest: number, scene: Scene) {
  const [width, height] = plotSize(scene);
  const extent = extentOf(
    places.map(({ point }) => point),
    width,
    height,
  );
  const circles = places.map(({ place, point }) => ({
    x: room.left + (point[0] - extent.x.min) / extent.perPixel,
    y: room.top + (extent.y.max - point[1]) / extent.perPixel,
    radius: sizeOf(place, largest) / 2,
  }));
  const sizes = places.map(({ place }) => {
    const letters = Math.max(place.name.length * 1.1, valueLine(place, data, scene).length);
    return { width: letters * fontSize * 0.56, height: 2 * lineHeight };
  });
  return labelSides(circles, sizes, scene.width, mapHeight(scene));
}

function placeSeries(data: MapData, points: [number, number][], scene: Scene): Series {
  const largest = largestOf(data.places.map((place) => meanOf(place.value)));
  const byValue = data.places
    .map((place, i): PlacedPlace => ({ place, point: points[i] as [number, number] }))
    .sort((a, b) => Math.abs(meanOf(b.place.value) ?? 0) - Math.abs(meanOf(a.place.value) ?? 0));
  const sides = sidesOf(byValue, data, largest, scene);
  return {
    type: "scatter",
    clip: false,
    data: byValue.map(({ place, point }, i) => {
      const style = styleOf(place);
      const side = sides[i] ?? null;
      return {
        value: point,
        symbol: chartSymbol(style.symbol),
        symbolSize: sizeOf(place, largest),
        itemStyle: { color: style.colour, opacity: 1, borderColor: paper, borderWidth: 1.5 },
        label: {
          show: side !== null,
          position: side ?? "bottom",
          align: side === "right" ? "left" : side === "left" ? "right" : "center",
          formatter: `{name|${place.name}}\n${valueLine(place, data, scene)}`,
        },
        tooltip: {
          formatter: `${place.name}\n${data.value_name}: ${cellText(place.value, data.unit, scene.language)}`,
        },
      };
    }),
    label: {
      show: true,
      position: "bottom",
      distance: 3,
      color: ink,
      fontSize,
      lineHeight,
      textBorderColor: paper,
      textBorderWidth: 3,
      rich: {
        name: {
          fontWeight: "bold",
          fontSize,
          color: ink,
          textBorderColor: paper,
          textBorderWidth: 3,
        },
      },
    },
    labelLayout: { hideOverlap: true },
    z: 4,
  } as Series;
}

function intervalLine(place: Place, data: MapData, scene: Scene): string {
  const unit = data.unit === "share" ? "share" : "";
  const text = place.value === null ? "" : intervalText(place.value, unit, scene.language);
  return text === "" ? "" : ` (${text})`;
}

function journeySeries(data: MapData, points: [number, number][]): Series {
  const lines = data.lines ?? [];
  const heaviest = largestOf(lines.map((line) => line.weight));
  const pointOf = (id: string) => points[data.places.findIndex((place) => place.id === id)];
  return {
    type: "lines",
    coordinateSystem: "cartesian2d",
    clip: false,
    data: lines.flatMap((line) => {
      const ends = [pointOf(line.from), pointOf(line.to)];
      if (ends.includes(undefined)) return [];
      return [
        {
          coords: ends,
          lineStyle: { width: 1 + (4 * (line.weight ?? 0)) / heaviest },
          tooltip: {
            formatter:
              [line.from, line.to].map((id) => nameOf(data, id)).join(" → ") +
              (line.label === undefined ? "" : `\n${line.label}`),
          },
        },
      ];
    }),
    lineStyle: { color: softInk, opacity: 0.5, curveness: 0.12 },
    z: 2,
  } as Series;
}

function nameOf(data: MapData, id: string): string {
  return data.places.find((place) => place.id === id)?.name ?? id;
}

function scaleBar(perPixel: number, scene: Scene) {
  const [width] = plotSize(scene);
  const km = barKilometres(width, perPixel);
  const [x, y, length] = [14, mapHeight(scene) - 14, km / perPixel];
  const text = fill(texts(scene.language).kilometres, { km: numberText(km, scene.language) });
  const stroke = { stroke: ink, lineWidth: 2, fill: "none" };
  return [
    {
      type: "polyline" as const,
      silent: true,
      shape: {
        points: [
          [x, y - 5],
          [x, y],
          [x + length, y],
          [x + length, y - 5],
        ],
      },
      style: stroke,
    },
    {
      type: "text" as const,
      silent: true,
      style: { text, x: x + 6, y: y - 16, fill: ink, font: `${fontSize}px system-ui, sans-serif` },
    },
    {
      type: "text" as const,
      silent: true,
      style: {
        text: "N ↑",
        x: scene.width - 40,
        y: 8,
        fill: softInk,
        font: `${fontSize + 2}px system-ui, sans-serif`,
      },
    },
  ];
}

function option(data: MapData, scene: Scene): Option {
  const points = flatPlaces(data.places);
  const [width, height] = plotSize(scene);
  const extent = extentOf(points, width, height);
  const hidden = { type: "value" as const, show: false };
  return {
    ...common(),
    backgroundColor: land,
    grid: { ...room, show: false },
    xAxis: { ...hidden, ...extent.x },
    yAxis: { ...hidden, ...extent.y },
    graphic: scaleBar(extent.perPixel, scene) as Option["graphic"],
    series: [journeySeries(data, points), placeSeries(data, points, scene)],
  };
}

function key(data: MapData, scene: Scene): KeyEntry[] {
  const words = texts(scene.language);
  const entries: KeyEntry[] = [{ name: data.value_name, mark: "symbol", style: aboveStyle }];
  const means = data.places.map((place) => meanOf(place.value) ?? 0);
  if (means.some((mean) => mean < 0)) {
    entries[0] = {
      name: `${data.value_name}, ${words.positiveSymbol}`,
      mark: "symbol",
      style: aboveStyle,
    };
    entries.push({
      name: `${data.value_name}, ${words.negativeSymbol}`,
      mark: "symbol",
      style: belowStyle,
    });
  }
  if (data.places.some((place) => place.value === null)) {
    entries.push({ name: words.suppressed, mark: "symbol", style: hiddenStyle });
  }
  return (data.lines ?? []).length === 0
    ? entries
    : [
        ...entries,
        { name: words.travel, mark: "plain", style: { ...aboveStyle, colour: softInk } },
      ];
}

export const map: Figure<MapData> = {
  isEmpty: (data) => data.places.length === 0,
  height: (_, scene) => mapHeight(scene),
  option,
  key,
  notes: (data, scene) =>
    usualNotes(
      data,
      data.places.map((place) => place.value),
      scene,
    ),
  describe: (data, scene) => {
    const rows = data.places.map((place) => ({
      name: place.name,
      value: cellText(place.value, data.unit, scene.language),
    }));
    return describeRows(data, rows, scene);
  },
  table: (data, scene) => {
    const words = texts(scene.language);
    const columns = [
      words.municipality,
      ...estimateColumns(data.value_name, scene.language),
      words.longitude,
      words.latitude,
    ];
    const degrees = (value: number) => ({ value, text: value.toFixed(2) });
    const rows = data.places.map((place): TableCell[] => [
      place.name,
      ...estimateCells(place.value, data.unit, scene.language),
      degrees(place.lon),
      degrees(place.lat),
    ]);
    return { caption: data.title, columns, rows };
  },
};
