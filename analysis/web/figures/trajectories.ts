/// Lines over time with their fans: a mean, and a band from low to high, for each scenario.

import { axisText, cellText, hasInterval, type Scale } from "../numbers";
import { curveAxis, curveKey, curveScale, curveSeries } from "./curves";
import type { Axis, Curve, Trajectories, Unit } from "./data";
import { isNarrow, type Figure, type Option, type Scene } from "./figure";
import { bottomRoom, common, leftAmounts, leftRoom, topRoom, zeroLine } from "./parts";
import { curveCells, curveTable, describeCurves, usualNotes } from "./words";

/// Time needs no name below its dates. `above` is more room for words above the chart.
export function curveGrid(axis: Axis, yName: string, scale: Scale, scene: Scene, above = 0) {
  const bottom = axis.of === "number" ? bottomRoom(scene) : 28;
  return { left: leftRoom, right: 22, top: topRoom(yName, scale, scene) + above, bottom };
}

/// A tooltip with all curves at the place pointed at.
export function curveTooltip(axis: Axis, series: readonly Curve[], unit: Unit, scene: Scene) {
  return {
    ...common().tooltip,
    trigger: "axis" as const,
    formatter: (items: unknown) => {
      const first = (Array.isArray(items) ? items[0] : items) as
        { value?: [number, number] } | undefined;
      const at = axis.values.indexOf(first?.value?.[0] ?? Number.NaN);
      if (at < 0) return "";
      const place = axisText(axis.values[at] as number, axis, scene.language);
      return [
        place,
        ...series.map((curve) => `${curve.name}: ${textAt(curve, at, unit, scene)}`),
      ].join("\n");
    },
  };
}

function textAt(curve: Curve, at: number, unit: Unit, scene: Scene): string {
  const cell = {
    mean: curve.mean[at] ?? null,
    low: curve.low?.[at] ?? null,
    high: curve.high?.[at] ?? null,
  };
  return cellText(hasInterval(cell) ? cell : { mean: cell.mean }, unit, scene.language);
}

/// Curves have about the shape of a screen, and never so low that lines touch.
export function curveHeight(scene: Scene): number {
  return isNarrow(scene) ? 300 : Math.min(460, Math.max(280, scene.width * 0.4));
}

function option(data: Trajectories, scene: Scene): Option {
  const scale = curveScale(data.series, data.unit, scene);
  return {
    ...common(),
    tooltip: curveTooltip(data.x, data.series, data.unit, scene),
    grid: curveGrid(data.x, data.y_name, scale, scene),
    xAxis: curveAxis(data.x, scene),
    yAxis: { ...leftAmounts(data.y_name, scale, scene), scale: true },
    series: [zeroLine("y"), ...curveSeries(data.series, data.x, scale)],
  };
}

export const trajectories: Figure<Trajectories> = {
  isEmpty: (data) => !data.series.some((curve) => curve.mean.some((value) => value !== null)),
  height: (_, scene) => curveHeight(scene),
  option,
  key: (data) => curveKey(data.series),
  notes: (data, scene) => usualNotes(data, curveCells(data.series), scene),
  describe: (data, scene) => describeCurves(data, data.x, data.series, data.unit, scene),
  table: (data, scene) => curveTable(data, data.x, data.series, data.unit, scene),
};
