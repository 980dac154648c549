/// An outcome group by group, with the scenarios side by side in each row.

import { texts } from "../locale";
import { cellText, meanOf } from "../numbers";
import { plainCell, type Table } from "../table";
import type { Groups } from "./data";
import { dotLayout, dotsKey, dotsOption, type Dots } from "./dots";
import type { Figure, Scene } from "./figure";
import { zeroLine } from "./parts";
import { describeRows, estimateTable, usualNotes } from "./words";

function dotsOf(data: Groups): Dots {
  return {
    rows: data.groups,
    scenarios: data.scenarios,
    unit: data.unit,
    axisName: data.outcome,
    signed: false,
    joined: true,
  };
}

/// How many people each group has stands after its name.
export function withPeople(
  table: Table,
  people: readonly (number | null | undefined)[],
  scene: Scene,
): Table {
  const words = texts(scene.language);
  const [first = "", ...columns] = table.columns;
  const rows = table.rows.map((row, i) => {
    const [name = "", ...cells] = row;
    const count =
      people[i] === null
        ? { value: null, text: words.suppressed }
        : plainCell(people[i], scene.language);
    return [name, count, ...cells];
  });
  return { ...table, columns: [first, words.people, ...columns], rows };
}

export const groups: Figure<Groups> = {
  isEmpty: (data) =>
    !data.groups.some((group) => group.values.some((of) => of === null || meanOf(of) !== null)),
  height: (data, scene) => dotLayout(dotsOf(data), scene).height,
  option: (data, scene) => dotsOption(dotsOf(data), [zeroLine("x")], scene),
  key: (data) => dotsKey(data.scenarios),
  notes: (data, scene) =>
    usualNotes(
      data,
      data.groups.flatMap((group) => group.values),
      scene,
    ),
  describe: (data, scene) => {
    const rows = data.groups.map((group) => ({
      name: group.name,
      value: data.scenarios
        .map(
          (scenario, i) =>
            `${scenario.name} ${cellText(group.values[i], data.unit, scene.language)}`,
        )
        .join("; "),
    }));
    return describeRows(data, rows, scene);
  },
  table: (data, scene) => {
    const heads = data.scenarios.map((scenario) => scenario.name);
    const table = estimateTable(
      data,
      texts(scene.language).group,
      heads,
      data.groups,
      data.unit,
      scene,
    );
    return withPeople(
      table,
      data.groups.map((group) => group.people),
      scene,
    );
  },
};
