/// Share of slots in use, instrument by instrument, with the line at which all are.

import { fill, texts } from "../locale";
import { cellText, meanOf, numberText } from "../numbers";
import { ink } from "../palette";
import type { Language, Utilisation } from "./data";
import { dotLayout, dotsKey, dotsOption, type Dots } from "./dots";
import type { Figure, Scene } from "./figure";
import { markLine, zeroLine } from "./parts";
import { rowParts } from "./rows";
import { describeRows, estimateTable, usualNotes } from "./words";

/// Who waits stands in the row's name, where it is known of all scenarios at a glance.
function rowName(instrument: Utilisation["instruments"][number], scene: Scene): string {
  if (instrument.waiting === undefined) return instrument.name;
  const counts = instrument.waiting.map((of) =>
    of === null ? texts(scene.language).suppressedShort : queueText(meanOf(of), scene.language),
  );
  return `${instrument.name} (${texts(scene.language).waiting.toLowerCase()}: ${counts.join(" / ")})`;
}

/// Whole people; what is not quite nobody is not told as nobody. No commas, at which names break.
function queueText(people: number | null, language: Language): string {
  if (people === null || people === 0 || people >= 1) {
    return numberText(people === null ? null : Math.round(people), language);
  }
  return "<1";
}

function dotsOf(data: Utilisation, scene: Scene): Dots {
  const rows = data.instruments.map((instrument) => ({
    name: rowName(instrument, scene),
    values: instrument.values,
  }));
  return {
    rows,
    scenarios: data.scenarios,
    unit: "share",
    axisName: texts(scene.language).inUse,
    signed: false,
    joined: false,
    range: { min: 0, max: 100 },
  };
}

export const utilisation: Figure<Utilisation> = {
  isEmpty: (data) => data.instruments.length === 0,
  height: (data, scene) => dotLayout(dotsOf(data, scene), scene).height,
  parts: (data, scene) =>
    rowParts(data.instruments, dotLayout(dotsOf(data, scene), scene)).map((instruments) => ({
      ...data,
      instruments,
    })),
  option: (data, scene) => {
    const full = markLine("x", 100, "", { color: ink, width: 2, type: "solid" });
    return dotsOption(dotsOf(data, scene), [zeroLine("x"), full], scene);
  },
  key: (data) => dotsKey(data.scenarios),
  notes: (data, scene) => {
    const words = texts(scene.language);
    const full = fill("{mark}: {full}.", { mark: "100 %", full: words.full });
    return [
      full,
      ...usualNotes(
        data,
        data.instruments.flatMap((one) => [...one.values, ...(one.waiting ?? [])]),
        scene,
      ),
    ];
  },
  describe: (data, scene) => {
    const rows = data.instruments.map((instrument) => ({
      name: rowName(instrument, scene),
      value: data.scenarios
        .map(
          (scenario, i) =>
            `${scenario.name} ${cellText(instrument.values[i], "share", scene.language)}`,
        )
        .join("; "),
    }));
    return describeRows(data, rows, scene);
  },
  table: (data, scene) => {
    const words = texts(scene.language);
    const use = estimateTable(
      data,
      words.instrument,
      data.scenarios.map((one) => one.name),
      data.instruments,
      "share",
      scene,
    );
    const heads = data.scenarios.map((one) => `${words.waiting}: ${one.name}`);
    const waits = data.instruments.map((one) => ({ name: one.name, values: one.waiting ?? [] }));
    if (!waits.some((one) => one.values.length > 0)) return use;
    const waiting = estimateTable(data, words.instrument, heads, waits, "", scene);
    return {
      ...use,
      columns: [...use.columns, ...waiting.columns.slice(1)],
      rows: use.rows.map((row, i) => [...row, ...(waiting.rows[i] ?? []).slice(1)]),
    };
  },
};
