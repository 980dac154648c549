/// Sankey of care states: how many people go from which state to which, step by step.

import { fill, texts } from "../locale";
import { numberText, valueText } from "../numbers";
import { decalOf, ink, paper, seriesStyle } from "../palette";
import type { TableCell } from "../table";
import type { Pathways } from "./data";
import { isNarrow, type Figure, type Option, type Scene } from "./figure";
import { common, fontSize, letterWidth } from "./parts";
import { describeRows } from "./words";

const lettersOfNumber = 6;

type Flow = Pathways["flows"][number];

function nodeName(column: number, state: string): string {
  return `${column} ${state}`;
}

/// Flows that are drawn: known and above zero.
function drawnFlows(data: Pathways): (Flow & { people: number })[] {
  return data.flows.filter((flow): flow is Flow & { people: number } => (flow.people ?? 0) > 0);
}

/// People in a state at a column: those who leave it, or at the last column arrive.
export function peopleIn(data: Pathways, column: number, state: string): number {
  const sum = (flows: Flow[]) => flows.reduce((all, flow) => all + (flow.people ?? 0), 0);
  const leaving = sum(data.flows.filter((flow) => flow.step === column && flow.from === state));
  const arriving = sum(data.flows.filter((flow) => flow.step === column - 1 && flow.to === state));
  return Math.max(leaving, arriving);
}

/// Names stand right of their nodes, in the last column left: in the column before it both need
/// room side by side.
function hasLabelRoom(data: Pathways, column: number, scene: Scene): boolean {
  const last = data.columns.length - 1;
  if (column === 0 || column === last) return true;
  const longest = Math.max(...data.states.map((state) => state.name.length)) + lettersOfNumber;
  const needed = longest * letterWidth * (column === last - 1 ? 2 : 1) + 2 * fontSize;
  return scene.width / last >= needed;
}

function nodesOf(data: Pathways, scene: Scene) {
  const last = data.columns.length - 1;
  return data.columns.flatMap((_, column) =>
    data.states.flatMap((state, place) => {
      const people = peopleIn(data, column, state.id);
      if (people === 0) return [];
      const style = seriesStyle(place);
      const tip = `${state.name}, ${data.columns[column] ?? ""}\n${valueText(people, data.unit, scene.language)}`;
      return [
        {
          name: nodeName(column, state.id),
          depth: column,
          itemStyle: {
            color: style.colour,
            borderColor: ink,
            borderWidth: 0.5,
            decal: decalOf(style.pattern),
          },
          label: {
            show: hasLabelRoom(data, column, scene),
            position: column === last ? ("left" as const) : ("right" as const),
            formatter: `${state.name} ${numberText(people, scene.language)}`,
          },
          tooltip: { formatter: tip },
        },
      ];
    }),
  );
}

function linksOf(data: Pathways, scene: Scene) {
  const nameOf = (id: string) => data.states.find((state) => state.id === id)?.name ?? id;
  return drawnFlows(data).map((flow) => ({
    source: nodeName(flow.step, flow.from),
    target: nodeName(flow.step + 1, flow.to),
    value: flow.people,
    tooltip: {
      formatter: `${nameOf(flow.from)} → ${nameOf(flow.to)}\n${valueText(flow.people, data.unit, scene.language)}`,
    },
  }));
}

/// Headings of the columns, above their nodes.
function headings(data: Pathways, scene: Scene) {
  const last = data.columns.length - 1;
  return data.columns.map((text, column) => {
    const align = column === 0 ? "left" : column === last ? "right" : "center";
    const x =
      column === 0
        ? 8
        : column === last
          ? scene.width - 8
          : 8 + ((scene.width - 16) * column) / last;
    return {
      type: "text" as const,
      silent: true,
      style: { text, x, y: 4, fill: ink, font: `bold ${fontSize}px system-ui, sans-serif`, align },
    };
  });
}

function option(data: Pathways, scene: Scene): Option {
  return {
    ...common(),
    graphic: headings(data, scene) as Option["graphic"],
    series: [
      {
        type: "sankey",
        data: nodesOf(data, scene),
        links: linksOf(data, scene),
        left: 8,
        right: 8,
        top: 28,
        bottom: 10,
        nodeWidth: isNarrow(scene) ? 12 : 18,
        nodeGap: 16,
        layoutIterations: 32,
        draggable: false,
        emphasis: { focus: "adjacency" },
        lineStyle: { color: "source", opacity: 0.28, curveness: 0.5 },
        label: { color: ink, fontSize, textBorderColor: paper, textBorderWidth: 3 },
      },
    ],
  };
}

function hiddenCount(data: Pathways): number {
  return data.flows.filter((flow) => flow.people === null).length;
}

export const pathways: Figure<Pathways> = {
  isEmpty: (data) => drawnFlows(data).length === 0,
  height: (data, scene) => Math.max(isNarrow(scene) ? 340 : 320, data.states.length * 52),
  option,
  key: () => [],
  notes: (data, scene) => {
    const count = hiddenCount(data);
    return count === 0 ? [] : [fill(texts(scene.language).hiddenFlows, { count })];
  },
  describe: (data, scene) => {
    const last = data.columns.length - 1;
    const rows = data.states.map((state) => ({
      name: state.name,
      value: [0, last]
        .map(
          (column) =>
            `${data.columns[column] ?? ""} ${valueText(peopleIn(data, column, state.id), data.unit, scene.language)}`,
        )
        .join(", "),
    }));
    return describeRows(data, rows, scene);
  },
  table: (data, scene) => {
    const words = texts(scene.language);
    const nameOf = (id: string) => data.states.find((state) => state.id === id)?.name ?? id;
    const rows = data.flows.map((flow): TableCell[] => [
      `${data.columns[flow.step] ?? ""} – ${data.columns[flow.step + 1] ?? ""}`,
      nameOf(flow.from),
      nameOf(flow.to),
      {
        value: flow.people,
        text: flow.people === null ? words.suppressed : numberText(flow.people, scene.language),
      },
    ]);
    return { caption: data.title, columns: [words.year, words.from, words.to, words.moved], rows };
  },
};
