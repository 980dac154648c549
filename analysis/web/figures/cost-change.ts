/// Differences in cost from the base, payer by payer: who pays more, who saves.

import { texts } from "../locale";
import { cellText } from "../numbers";
import { costTable } from "./costs";
import type { Costs } from "./data";
import { dotLayout, dotsKey, dotsOption, type Dots } from "./dots";
import type { Figure, Scene } from "./figure";
import { zeroLine } from "./parts";
import { describeRows, usualNotes } from "./words";

/// The base differs from itself by nothing: it has no symbol of its own, zero is its line.
function dotsOf(data: Costs, scene: Scene): Dots {
  const others = data.scenarios.flatMap((scenario, i) => (scenario.base === true ? [] : [i]));
  const rows = [...data.payers, data.total].map((row) => ({
    name: row.name,
    values: others.map((i) => row.values[i] ?? null),
  }));
  return {
    rows,
    scenarios: others.map((i) => data.scenarios[i] as Costs["scenarios"][number]),
    unit: data.unit,
    axisName: texts(scene.language).change,
    signed: true,
    joined: false,
  };
}

export const costChange: Figure<Costs> = {
  isEmpty: (data) =>
    !data.scenarios.some((scenario) => scenario.base !== true) || data.payers.length === 0,
  height: (data, scene) => dotLayout(dotsOf(data, scene), scene).height,
  option: (data, scene) => dotsOption(dotsOf(data, scene), [zeroLine("x")], scene),
  key: (data, scene) => dotsKey(dotsOf(data, scene).scenarios),
  notes: (data, scene) => {
    const cells = dotsOf(data, scene).rows.flatMap((row) => row.values);
    const words = texts(scene.language);
    return [`+ ${words.moreSpent}, − ${words.lessSpent}.`, ...usualNotes(data, cells, scene)];
  },
  describe: (data, scene) => {
    const dots = dotsOf(data, scene);
    const rows = dots.scenarios.flatMap((scenario, i) =>
      dots.rows.map((row) => ({
        name: `${scenario.name}, ${row.name}`,
        value: cellText(row.values[i], data.unit, scene.language),
      })),
    );
    return describeRows(data, rows, scene);
  },
  table: costTable,
};
