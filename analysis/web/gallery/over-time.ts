/// Made-up examples over time and by payer.

import type { AnyFigureData, Axis, Cell, Curve, Pathways } from "../figures/data";
import { head, payers, scenarios, wobble, type Say } from "./names";

const months = Array.from({ length: 121 }, (_, month) => month);
const gains = [0, 0.055, 0.02, 0.038];

function autonomy(say: Say): Curve[] {
  return scenarios(say).map((scenario, s) => {
    const rise = (month: number) =>
      0.46 + (0.07 + (gains[s] as number)) * (1 - Math.exp(-month / 34));
    const mean = months.map((month) => rise(month) + 0.002 * wobble(month + 200 * s));
    const spread = (month: number) => 0.008 + 0.022 * (1 - Math.exp(-month / 50));
    return {
      ...scenario,
      mean,
      low: mean.map((value, month) => value - spread(month)),
      high: mean.map((value, month) => value + 1.2 * spread(month)),
    };
  });
}

function spending(say: Say): Curve[] {
  const shapes: [number, number, number][] = [
    [0, 0, 0],
    [1.9e6, 4.4e4, 2.2e5],
    [9e5, 5e3, 1.5e5],
    [1.4e6, 3.1e4, 2e5],
  ];
  return scenarios(say)
    .slice(1)
    .map((scenario, s) => {
      const [outlay, saving, spread] = shapes[s + 1] as [number, number, number];
      const mean = months.map(
        (month) => outlay * Math.min(1, month / 24) - saving * Math.max(0, month - 18),
      );
      return {
        ...scenario,
        mean,
        low: mean.map((value, month) => value - (spread * month) / 40),
        high: mean.map((value, month) => value + (spread * month) / 60),
      };
    });
}

const levels: number[][] = [
  [3.1e6, 3.4e6, 3.3e6, 3.2e6],
  [4.2e6, 4.0e6, 4.2e6, 4.1e6],
  [0.9e6, 1.3e6, 1.0e6, 1.2e6],
  [6.8e6, 6.1e6, 6.7e6, 6.4e6],
  [-0.4e6, -0.9e6, -0.4e6, -0.8e6],
];

function around(mean: number, half: number): Cell {
  return { mean, low: mean - half, high: mean + half };
}

function costRows(say: Say, of: (payer: number, scenario: number) => number, half: number) {
  const names = payers(say);
  const rows = levels.map((values, p) => ({
    id: `payer-${p}`,
    name: names[p] as string,
    values: values.map((_, s) => around(of(p, s), half * (1 + 0.4 * wobble(7 * p + s)))),
  }));
  const total = {
    name: say("Net public cost", "Costo pubblico netto"),
    values: scenarios(say).map((_, s) =>
      around(
        levels.reduce((sum, __, p) => sum + of(p, s), 0),
        half * 2.4,
      ),
    ),
  };
  return { unit: "EUR", scenarios: scenarios(say), payers: rows, total };
}

function level(payer: number, scenario: number): number {
  return levels[payer]?.[scenario] ?? 0;
}

function steps(say: Say): Pick<Pathways, "states" | "columns" | "flows"> {
  const states = [
    { id: "none", name: say("Not in care", "Non in carico") },
    { id: "waiting", name: say("Waiting", "In attesa") },
    { id: "project", name: say("In project", "In progetto") },
    { id: "exit", name: say("Autonomous", "Autonomi") },
    { id: "lost", name: say("Lost to care", "Persi") },
  ];
  const rows: [string, string, number | null, number | null, number | null][] = [
    ["none", "none", 820, 610, 470],
    ["none", "waiting", 260, 150, 90],
    ["none", "lost", 40, 36, 30],
    ["waiting", "project", 120, 210, 130],
    ["waiting", "waiting", 60, 90, 50],
    ["waiting", "lost", 14, 22, 16],
    ["project", "exit", 22, 84, 120],
    ["project", "project", 50, 70, 110],
    ["project", "none", 12, 24, 30],
    ["exit", "exit", 0, 20, 90],
    ["exit", "none", 0, null, 12],
    ["lost", "lost", 80, 110, 140],
    ["lost", "waiting", null, 8, 12],
  ];
  const flows = rows.flatMap(([from, to, ...people]) =>
    people.map((count, step) => ({ step, from, to, people: count })),
  );
  return { states, columns: ["2007", "2008", "2009", "2010"], flows };
}

export function overTime(say: Say): AnyFigureData[] {
  const time: Axis = { name: say("Month", "Mese"), of: "month", values: months, start: "2007-01" };
  return [
    {
      ...head(
        "trajectories",
        say(
          "The programme raises mean autonomy from 0.53 to 0.59 in ten years.",
          "Il programma porta l'autonomia media da 0,53 a 0,59 in dieci anni.",
        ),
        say,
      ),
      interval: say(
        "9 in 10 draws lie within, from the 5th to the 95th percentile",
        "vi cadono 9 estrazioni su 10, dal 5º al 95º percentile",
      ),
      x: time,
      y_name: say("Mean autonomy index", "Indice medio di autonomia"),
      unit: "",
      series: autonomy(say),
    },
    {
      ...head(
        "costs",
        say(
          "Public costs are alike; the State pays less, the municipality more.",
          "I costi pubblici si equivalgono; lo Stato paga meno, il Comune di più.",
        ),
        say,
      ),
      ...costRows(say, level, 3e5),
    },
    {
      ...head(
        "cost-change",
        say(
          "The municipality pays EUR 300,000 more, the State saves EUR 700,000.",
          "Il Comune paga EUR 300.000 in più, lo Stato ne risparmia 700.000.",
        ),
        say,
      ),
      ...costRows(say, (payer, scenario) => level(payer, scenario) - level(payer, 0), 1.1e5),
    },
    {
      ...head(
        "cumulative",
        say(
          "The programme has paid for itself after about five years.",
          "Il programma si ripaga dopo circa cinque anni.",
        ),
        say,
      ),
      x: time,
      y_name: say("Cumulative difference in public cost", "Differenza cumulata di costo pubblico"),
      unit: "EUR",
      series: spending(say),
    },
    {
      ...head(
        "pathways",
        say("One in five reaches autonomy by 2010.", "Uno su cinque è autonomo nel 2010."),
        say,
      ),
      unit: say("people", "persone"),
      ...steps(say),
    },
  ];
}
