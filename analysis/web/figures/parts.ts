/// Parts that charts share: settings, axes, lines across, ranges.

import { axisName, numberText, type Scale } from "../numbers";
import { gridInk, ink, paper, softInk } from "../palette";
import type { Language } from "./data";
import { isNarrow, type Option, type Scene, type Series, type XAxis, type YAxis } from "./figure";

export const fontSize = 12;
const family = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// The settings of every chart: still, patterns on, tooltips drawn inside the chart so that they
/// need no inline styles.
export function common(): Option {
  return {
    animation: false,
    textStyle: { fontFamily: family, fontSize, color: ink },
    aria: { enabled: false, decal: { show: false } },
    tooltip: {
      trigger: "item",
      renderMode: "richText",
      confine: true,
      backgroundColor: paper,
      borderColor: softInk,
      textStyle: { fontSize, color: ink, fontFamily: family, lineHeight: 17 },
    },
  };
}

/// Where an axis starts and ends; a side left out is the data's.
export interface AxisRange {
  min?: number;
  max?: number;
  /// From tick to tick, where there is room.
  step?: number;
}

/// An axis of amounts. Its values are divided by the scale already.
export function amountAxis(name: string, scale: Scale, language: Language, range: AxisRange = {}) {
  return {
    type: "value" as const,
    name: axisName(name, scale),
    nameTextStyle: { color: softInk, fontSize, lineHeight: nameLineHeight },
    axisLabel: {
      color: softInk,
      fontSize,
      hideOverlap: true,
      formatter: (value: number) => numberText(value, language),
    },
    axisLine: { show: false, onZero: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: gridInk } },
    ...(range.min === undefined ? {} : { min: range.min }),
    ...(range.max === undefined ? {} : { max: range.max }),
  };
}

export const letterWidth = 6.4;
const nameLineHeight = 15;

/// Room below a chart for amounts and their name; two lines of it where there is little room.
export function bottomRoom(scene: Scene): number {
  return isNarrow(scene) ? 64 : 50;
}

/// Breaks a text into lines of a width at its spaces; charts break names of axes nowhere.
export function wrapped(text: string, width: number): string {
  const most = Math.floor(width / letterWidth);
  return text.split(" ").reduce((lines, word) => {
    const last = lines.slice(lines.lastIndexOf("\n") + 1);
    const joint = last === "" ? "" : last.length + 1 + word.length > most ? "\n" : " ";
    return `${lines}${joint}${word}`;
  }, "");
}

/// The amounts below the chart, with their name under them.
export function bottomAmounts(
  name: string,
  scale: Scale,
  scene: Scene,
  range: AxisRange = {},
): XAxis {
  const axis = amountAxis(name, scale, scene.language, range);
  return {
    ...axis,
    name: wrapped(axis.name, scene.width - 60),
    nameLocation: "middle",
    nameGap: 30,
    splitNumber: isNarrow(scene) ? 3 : 6,
    ...(isNarrow(scene) || range.step === undefined ? {} : { interval: range.step }),
  };
}

/// The amounts left of the chart, with their name above them.
export function leftAmounts(
  name: string,
  scale: Scale,
  scene: Scene,
  range: AxisRange = {},
): YAxis {
  const axis = amountAxis(name, scale, scene.language, range);
  return {
    ...axis,
    name: wrapped(axis.name, scene.width - 24),
    nameLocation: "end",
    nameGap: 14,
    nameTextStyle: {
      ...axis.nameTextStyle,
      align: "left",
      padding: [0, 0, 0, -leftRoom + 12],
    },
    splitNumber: 5,
    ...(range.step === undefined ? {} : { interval: range.step }),
  };
}

/// Room above a chart for the name of its amounts, as many lines as it takes.
export function topRoom(name: string, scale: Scale, scene: Scene): number {
  const lines = wrapped(axisName(name, scale), scene.width - 24).split("\n").length;
  return 20 + nameLineHeight * lines;
}

/// Room left of a chart for its amounts.
export const leftRoom = 58;

/// Draws where zero is.
export function zeroLine(axis: "x" | "y"): Series {
  return markLine(axis, 0, "", { color: softInk, width: 1.5, type: "solid" });
}

/// Draws a line across the chart, with a word at its end.
export function markLine(
  axis: "x" | "y",
  at: number,
  label: string,
  lineStyle: { color: string; width: number; type: "solid" | number[] },
): Series {
  return {
    type: "line",
    data: [],
    silent: true,
    tooltip: { show: false },
    markLine: {
      silent: true,
      symbol: "none",
      animation: false,
      z: 2,
      lineStyle,
      label: {
        show: label !== "",
        formatter: label,
        color: ink,
        fontSize,
        position: axis === "x" ? "end" : "insideEndTop",
        textBorderColor: paper,
        textBorderWidth: 3,
      },
      data: [axis === "x" ? { xAxis: at } : { yAxis: at }],
    },
  } as Series;
}

/// Returns 1, 2 or 5 times a power of ten, not below the value.
export function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((factor) => factor * power >= value) as number) * power;
}

/// A range with round ends and a little room around the values.
export function roundRange(values: readonly (number | null | undefined)[]): {
  min: number;
  max: number;
  step: number;
} {
  const known = values.filter((value): value is number => typeof value === "number");
  const low = Math.min(...known);
  const high = Math.max(...known);
  const step = roundStep((high - low || Math.abs(high) || 1) / 5);
  const clean = (steps: number) => Number((steps * step).toPrecision(12));
  return {
    min: clean(Math.floor(low / step - 0.05)),
    max: clean(Math.ceil(high / step + 0.05)),
    step,
  };
}

/// The largest size among values, at least a little above zero.
export function largestOf(values: readonly (number | null | undefined)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 1e-9);
}
