/// What each of several numbers is worth, or explains, beside what noise alone would give.

import { texts } from "../locale";
import { cellText, meanOf } from "../numbers";
import type { Inputs } from "./data";
import { dotLayout, dotsKey, dotsOption, type Dots } from "./dots";
import type { Figure } from "./figure";
import { zeroLine } from "./parts";
import { describeRows, estimateTable, usualNotes } from "./words";

function dotsOf(data: Inputs): Dots {
  return {
    rows: data.inputs,
    scenarios: data.series,
    unit: data.unit,
    axisName: data.outcome,
    signed: false,
    joined: false,
  };
}

export const inputs: Figure<Inputs> = {
  isEmpty: (data) =>
    !data.inputs.some((input) => input.values.some((of) => of === null || meanOf(of) !== null)),
  height: (data, scene) => dotLayout(dotsOf(data), scene).height,
  option: (data, scene) => dotsOption(dotsOf(data), [zeroLine("x")], scene),
  key: (data) => dotsKey(data.series),
  notes: (data, scene) =>
    usualNotes(
      data,
      data.inputs.flatMap((input) => input.values),
      scene,
    ),
  describe: (data, scene) => {
    const rows = data.inputs.map((input) => ({
      name: input.name,
      value: data.series
        .map((one, i) => `${one.name} ${cellText(input.values[i], data.unit, scene.language)}`)
        .join("; "),
    }));
    return describeRows(data, rows, scene);
  },
  table: (data, scene) =>
    estimateTable(
      data,
      texts(scene.language).input,
      data.series.map((one) => one.name),
      data.inputs,
      data.unit,
      scene,
    ),
};
