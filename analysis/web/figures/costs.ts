/// Cost by payer, stacked, with the interval of the total: who pays how much.

import { texts } from "../locale";
import { cellText, hasInterval, meanOf, scaleFor, type Scale } from "../numbers";
import { decalOf, ink, paper, seriesStyle, type SeriesStyle } from "../palette";
import type { Costs } from "./data";
import type { Figure, KeyEntry, Option, Scene, Series } from "./figure";
import { intervalSeries, markSeries } from "./marks";
import { bottomAmounts, common, largestOf, zeroLine } from "./parts";
import { rowAxis, rowLayout, rowOption } from "./rows";
import { describeRows, estimateTable, tip, usualNotes } from "./words";

const barHeight = 26;
const totalStyle: SeriesStyle = { colour: ink, symbol: "diamond", dash: [], pattern: null };

/// The longest stack of a side decides the scale.
function costScale(data: Costs, scene: Scene): Scale {
  const stacks = data.scenarios.map((_, i) =>
    data.payers.reduce((sum, payer) => sum + Math.abs(meanOf(payer.values[i]) ?? 0), 0),
  );
  return scaleFor(largestOf(stacks), data.unit, scene.language);
}

function payerSeries(data: Costs, place: number, scale: Scale, scene: Scene): Series {
  const payer = data.payers[place] as Costs["payers"][number];
  const style = seriesStyle(place);
  return {
    type: "bar",
    name: payer.name,
    stack: "payers",
    barWidth: barHeight,
    itemStyle: {
      color: style.colour,
      borderColor: paper,
      borderWidth: 0.5,
      decal: decalOf(style.pattern),
    },
    data: payer.values.map((cell, i) => {
      const mean = meanOf(cell);
      const heading = `${data.scenarios[i]?.name ?? ""}\n${payer.name}`;
      return {
        value: mean === null ? null : mean / scale.divisor,
        tooltip: { formatter: tip(heading, cell, data.unit, scene) },
      };
    }),
  } as Series;
}

function totalSeries(data: Costs, scale: Scale, scene: Scene): Series[] {
  const known = data.total.values.flatMap((cell, i) =>
    meanOf(cell) === null ? [] : [{ cell, i }],
  );
  const intervals = known.flatMap(({ cell, i }) =>
    hasInterval(cell)
      ? [{ low: cell.low / scale.divisor, high: cell.high / scale.divisor, at: i }]
      : [],
  );
  const marks = known.map(({ cell, i }) => ({
    value: [(meanOf(cell) as number) / scale.divisor, i] as [number, number],
    tip: tip(`${data.scenarios[i]?.name ?? ""}\n${data.total.name}`, cell, data.unit, scene),
  }));
  return [intervalSeries(intervals, "x", ink), markSeries(marks, totalStyle, 15)];
}

function option(data: Costs, scene: Scene): Option {
  const scale = costScale(data, scene);
  const layout = rowLayout(data.scenarios, barHeight, scene);
  return {
    ...common(),
    ...rowOption(layout),
    xAxis: bottomAmounts(texts(scene.language).cost, scale, scene),
    yAxis: rowAxis(data.scenarios, layout, barHeight, "bars"),
    series: [
      ...data.payers.map((_, place) => payerSeries(data, place, scale, scene)),
      zeroLine("x"),
      ...totalSeries(data, scale, scene),
    ],
  };
}

function key(data: Costs): KeyEntry[] {
  const payers = data.payers.map((payer, place): KeyEntry => {
    return { name: payer.name, mark: "area", style: seriesStyle(place) };
  });
  return [...payers, { name: data.total.name, mark: "symbol", style: totalStyle }];
}

export const costs: Figure<Costs> = {
  isEmpty: (data) => data.scenarios.length === 0 || data.payers.length === 0,
  height: (data, scene) => rowLayout(data.scenarios, barHeight, scene).height,
  option,
  key,
  notes: (data, scene) =>
    usualNotes(
      data,
      [...data.payers, data.total].flatMap((row) => row.values),
      scene,
    ),
  describe: (data, scene) => describeRows(data, describedTotals(data, scene), scene),
  table: costTable,
};

function describedTotals(data: Costs, scene: Scene) {
  return data.scenarios.map((scenario, i) => {
    const total = cellText(data.total.values[i], data.unit, scene.language);
    return { name: scenario.name, value: `${data.total.name} ${total}` };
  });
}

/// A row for each payer and the total, three columns for each scenario.
export function costTable(data: Costs, scene: Scene) {
  const rows = [...data.payers, data.total];
  const heads = data.scenarios.map((scenario) => scenario.name);
  return estimateTable(data, texts(scene.language).payer, heads, rows, data.unit, scene);
}
