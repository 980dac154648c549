/// Lines with bands over a common axis, as ECharts takes them.

import { axisText, numberText, scaleFor, wholeText, type Scale } from "../numbers";
import { chartSymbol, gridInk, paper, softInk, stylesOf, type SeriesStyle } from "../palette";
import { bandSeries } from "./bands";
import type { Axis, Curve, Unit } from "./data";
import { isNarrow, type KeyEntry, type Scene, type Series, type XAxis } from "./figure";
import { fontSize, largestOf, wrapped } from "./parts";

const symbolsALine = 8;

/// Divides the values of a curve; null stays null.
export function scaled(values: readonly (number | null)[], scale: Scale): (number | null)[] {
  return values.map((value) => (value === null ? null : value / scale.divisor));
}

/// Chooses a scale for all curves of a chart.
export function curveScale(series: readonly Curve[], unit: Unit, scene: Scene): Scale {
  const all = series.flatMap((curve) => [
    ...curve.mean,
    ...(curve.low ?? []),
    ...(curve.high ?? []),
  ]);
  return scaleFor(largestOf(all), unit, scene.language);
}

/// A line with symbols at even distances, shifted curve by curve so that they do not hide others.
export function lineSeries(
  curve: Curve,
  place: number,
  axis: Axis,
  style: SeriesStyle,
  scale: Scale,
): Series {
  const every = Math.max(1, Math.ceil(axis.values.length / symbolsALine));
  const shift = Math.round((place * every) / 4) % every;
  return {
    type: "line",
    name: curve.name,
    data: scaled(curve.mean, scale).map((value, i) => [axis.values[i] as number, value]),
    symbol: chartSymbol(style.symbol),
    symbolKeepAspect: true,
    showAllSymbol: true,
    symbolSize: (_: unknown, item: { dataIndex: number }) =>
      item.dataIndex % every === shift ? 9 : 0,
    lineStyle: {
      color: style.colour,
      width: 2.4,
      type: style.dash.length === 0 ? "solid" : style.dash,
    },
    itemStyle: { color: style.colour, borderColor: paper, borderWidth: 1 },
    z: 3,
  } as Series;
}

/// All curves with their bands, bands first.
export function curveSeries(series: readonly Curve[], axis: Axis, scale: Scale): Series[] {
  const styles = stylesOf(series);
  const bands = series.flatMap((curve, i) =>
    bandSeries(curve, axis, styles[i] as SeriesStyle, scale),
  );
  const lines = series.map((curve, i) =>
    lineSeries(curve, i, axis, styles[i] as SeriesStyle, scale),
  );
  return [...bands, ...lines];
}

/// The key of curves.
export function curveKey(series: readonly Curve[]): KeyEntry[] {
  const styles = stylesOf(series);
  return series.map((curve, i) => ({
    name: curve.name,
    mark: "line",
    style: styles[i] as SeriesStyle,
  }));
}

/// The axis below: months as dates a year apart, years, or numbers.
export function curveAxis(axis: Axis, scene: Scene): XAxis {
  const first = axis.values[0] ?? 0;
  const last = axis.values.at(-1) ?? 1;
  const wanted = isNarrow(scene) ? 3 : 8;
  const interval =
    axis.of === "month" ? Math.max(1, Math.ceil((last - first) / 12 / wanted)) * 12 : undefined;
  return {
    type: "value",
    min: first,
    max: last,
    ...(interval !== undefined && last - first >= 24 ? { interval } : {}),
    // No half years, no half months.
    ...(axis.of === "number" ? {} : { minInterval: 1 }),
    splitNumber: wanted,
    name: axis.of === "number" ? wrapped(axis.name, scene.width - 60) : "",
    nameLocation: "middle",
    nameGap: 30,
    nameTextStyle: { color: softInk, fontSize, lineHeight: 15 },
    axisLine: { lineStyle: { color: softInk }, onZero: false },
    axisTick: { show: true, lineStyle: { color: softInk } },
    splitLine: { show: axis.of !== "number", lineStyle: { color: gridInk } },
    axisLabel: {
      color: softInk,
      fontSize,
      hideOverlap: true,
      alignMaxLabel: "right",
      formatter: (value: number) => tickText(value, axis, scene),
    },
  };
}

function tickText(value: number, axis: Axis, scene: Scene): string {
  if (axis.of === "number") return numberText(value, scene.language);
  return axis.of === "year"
    ? wholeText(value, scene.language)
    : axisText(value, axis, scene.language);
}
