/// Cost-effectiveness plane: choices, their ellipses, the frontier, what an effect is worth.

import { fill, texts } from "../locale";
import { cellText, scaleFor, valueText, type Scale } from "../numbers";
import { ink, softInk, stylesOf, type SeriesStyle } from "../palette";
import { estimateCells, estimateColumns, type TableCell } from "../table";
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts";
import type { Plane } from "./data";
import {
  isNarrow,
  type Figure,
  type KeyEntry,
  type Option,
  type Scene,
  type Series,
} from "./figure";
import { ellipse, type Point } from "./geometry";
import { intervalSeries, markSeries } from "./marks";
import {
  bottomAmounts,
  bottomRoom,
  common,
  largestOf,
  leftAmounts,
  leftRoom,
  roundRange,
  topRoom,
  zeroLine,
} from "./parts";
import { dotsKey } from "./dots";
import { frontierOf, isKnown, pointOf, statusText, type Strategy } from "./plane-choices";
import { describeRows, usualNotes } from "./words";

/// From this width names stand beside the symbols too.
const namesFrom = 900;

const wtpStyle: SeriesStyle = { colour: softInk, symbol: "circle", dash: [6, 5], pattern: null };
const frontierStyle: SeriesStyle = { colour: ink, symbol: "circle", dash: [], pattern: null };

interface Scales {
  effect: Scale;
  cost: Scale;
}

function scalesOf(data: Plane, scene: Scene): Scales {
  const ends = (of: "effect" | "cost") =>
    data.strategies.flatMap((one) => [one[of].mean, one[of].low, one[of].high]);
  return {
    effect: scaleFor(largestOf(ends("effect")), data.effect_unit, scene.language),
    cost: scaleFor(largestOf(ends("cost")), "EUR", scene.language),
  };
}

function scaledPoint(point: Point, scales: Scales): Point {
  return [point[0] / scales.effect.divisor, point[1] / scales.cost.divisor];
}

/// Every point drawn, with zero: the chart holds them all with a little room.
function extentOf(points: readonly Point[], side: 0 | 1) {
  return roundRange([0, ...points.map((point) => point[side])]);
}

function outline(strategy: Strategy): Point[] {
  if (strategy.covariance !== undefined) return ellipse(pointOf(strategy), strategy.covariance);
  const { effect, cost } = strategy;
  const [e, c] = pointOf(strategy);
  return [
    [effect.low ?? e, cost.low ?? c],
    [effect.high ?? e, cost.high ?? c],
  ];
}

function lineOf(points: Point[], style: SeriesStyle, width: number): Series {
  return {
    type: "line",
    symbol: "none",
    silent: true,
    clip: true,
    tooltip: { show: false },
    lineStyle: { color: style.colour, width, type: style.dash.length === 0 ? "solid" : style.dash },
    data: points,
    z: 2,
  } as Series;
}

/// Names stand outside the frontier on both sides, where they meet least.
function strategySeries(
  strategy: Strategy,
  isBeaten: boolean,
  style: SeriesStyle,
  scales: Scales,
  scene: Scene,
): Series[] {
  const [effect, cost] = scaledPoint(pointOf(strategy), scales);
  const intervals =
    strategy.covariance !== undefined || strategy.base === true
      ? []
      : crosses(strategy, style, scales);
  const outlined =
    strategy.covariance === undefined
      ? []
      : [
          ellipseSeries(
            outline(strategy).map((point) => scaledPoint(point, scales)),
            style,
          ),
        ];
  const mark = {
    value: [effect, cost] as [number, number],
    tip: [
      strategy.name,
      cellText(strategy.effect, "", scene.language),
      cellText(strategy.cost, "EUR", scene.language),
    ].join("\n"),
    ...(scene.width < namesFrom
      ? {}
      : { label: strategy.name, side: isBeaten ? ("top" as const) : ("bottom" as const) }),
  };
  return [
    ...outlined,
    ...intervals,
    { ...markSeries([mark], style, 16), labelLayout: { hideOverlap: true } } as Series,
  ];
}

/// An ellipse with a faint filling, which shows whose it is.
function ellipseSeries(points: Point[], style: SeriesStyle): Series {
  const draw = (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) =>
    params.dataIndex === 0
      ? {
          type: "polygon" as const,
          shape: { points: points.map((point) => api.coord(point)) },
          style: {
            fill: style.colour,
            fillOpacity: 0.07,
            stroke: style.colour,
            lineWidth: 1.6,
            lineDash: style.dash.length === 0 ? null : style.dash,
          },
        }
      : null;
  return {
    type: "custom",
    renderItem: draw as never,
    silent: true,
    clip: true,
    data: points,
    z: 1,
  } as Series;
}

/// Without a covariance the two intervals make a cross.
function crosses(strategy: Strategy, style: SeriesStyle, scales: Scales): Series[] {
  const [effect, cost] = scaledPoint(pointOf(strategy), scales);
  const [from, to] = outline(strategy).map((point) => scaledPoint(point, scales)) as [Point, Point];
  return [
    intervalSeries([{ low: from[0], high: to[0], at: cost }], "x", style.colour),
    intervalSeries([{ low: from[1], high: to[1], at: effect }], "y", style.colour),
  ];
}

function option(data: Plane, scene: Scene): Option {
  const scales = scalesOf(data, scene);
  const styles = stylesOf(data.strategies);
  const known = data.strategies.filter(isKnown);
  const drawn = known.flatMap(outline).map((point) => scaledPoint(point, scales));
  const x = extentOf(drawn, 0);
  const y = extentOf(drawn, 1);
  const slope = (data.wtp * scales.effect.divisor) / scales.cost.divisor;
  const wtp: Point[] = [
    [x.min, slope * x.min],
    [x.max, slope * x.max],
  ];
  const onFrontier = frontierOf(data);
  const edge = onFrontier.map((one) => scaledPoint(pointOf(one), scales));
  return {
    ...common(),
    grid: {
      left: leftRoom,
      right: 22,
      top: topRoom(data.cost_name, scales.cost, scene),
      bottom: bottomRoom(scene),
    },
    xAxis: bottomAmounts(data.effect_name, scales.effect, scene, x),
    yAxis: leftAmounts(data.cost_name, scales.cost, scene, y),
    series: [
      zeroLine("x"),
      zeroLine("y"),
      lineOf(wtp, wtpStyle, 2),
      lineOf(edge, frontierStyle, 3),
      ...known.flatMap((one) => {
        const style = styles[data.strategies.indexOf(one)] as SeriesStyle;
        return strategySeries(one, !onFrontier.includes(one), style, scales, scene);
      }),
    ],
  };
}

function key(data: Plane, scene: Scene): KeyEntry[] {
  const words = texts(scene.language);
  const wtp = fill(words.wtpLine, { wtp: valueText(data.wtp, "EUR", scene.language) });
  return [
    ...dotsKey(data.strategies),
    { name: words.frontier, mark: "plain", style: frontierStyle },
    { name: wtp, mark: "plain", style: wtpStyle },
  ];
}

export const plane: Figure<Plane> = {
  isEmpty: (data) => data.strategies.filter(isKnown).length < 2,
  height: (_, scene) => (isNarrow(scene) ? 320 : Math.min(520, Math.max(320, scene.width * 0.45))),
  option,
  key,
  notes: (data, scene) => {
    const words = texts(scene.language);
    const note =
      data.ellipse === undefined ? [] : [fill(words.ellipseNote, { ellipse: data.ellipse })];
    const crossed = data.strategies.filter(
      (one) => one.covariance === undefined && one.base !== true,
    );
    return [
      ...note,
      ...usualNotes(
        data,
        crossed.map((one) => one.cost),
        scene,
      ),
    ];
  },
  describe: (data, scene) => {
    const rows = data.strategies.map((one) => ({
      name: one.name,
      value: [
        `${data.effect_name} ${cellText(one.effect, data.effect_unit, scene.language)}`,
        `${data.cost_name} ${cellText(one.cost, "EUR", scene.language)}`,
        statusText(one, data, scene.language),
      ].join(", "),
    }));
    return describeRows(data, rows, scene);
  },
  table: (data, scene) => {
    const words = texts(scene.language);
    const columns = [
      words.scenario,
      ...estimateColumns(data.effect_name, scene.language),
      ...estimateColumns(data.cost_name, scene.language),
      words.status,
    ];
    const rows = data.strategies.map((one): TableCell[] => [
      one.name,
      ...estimateCells(one.effect, data.effect_unit, scene.language),
      ...estimateCells(one.cost, "EUR", scene.language),
      statusText(one, data, scene.language),
    ]);
    return { caption: data.title, columns, rows };
  },
};
