/// Made-up examples of value for money and of what may change the choice.

import type { AnyFigureData, Axis, Curve } from "../figures/data";
import { head, scenarios, type Say } from "./names";

const effects = [0, 92, 31, 70];
const costs = [0, 8.6e5, 7.1e5, 9.2e5];
const spread = [0, 1, 0.7, 0.9];

function wtpAxis(say: Say): Axis {
  return {
    name: say("What an autonomy-year is worth, EUR", "Quanto vale un anno di autonomia, EUR"),
    of: "number",
    unit: "EUR",
    values: Array.from({ length: 21 }, (_, i) => i * 2000),
  };
}

function strategies(say: Say) {
  return scenarios(say).map((scenario, s) => {
    const effect = effects[s] as number;
    const cost = costs[s] as number;
    const [e, c] = [26 * (spread[s] as number), 2.6e5 * (spread[s] as number)];
    return {
      ...scenario,
      effect: { mean: effect, low: effect - 2 * e, high: effect + 2 * e },
      cost: { mean: cost, low: cost - 2 * c, high: cost + 2 * c },
      status: s < 2 ? ("ND" as const) : ("D" as const),
      ...(s === 0 ? {} : { covariance: { effect: e * e, cost: c * c, both: -0.35 * e * c } }),
    };
  });
}

/// Chances to be the best, by a logit of net benefits.
function chances(wtp: number): number[] {
  const benefits = effects.map((effect, s) =>
    Math.exp((effect * wtp - (costs[s] as number)) / 3.2e5),
  );
  const sum = benefits.reduce((all, one) => all + one, 0);
  return benefits.map((one) => one / sum);
}

function netBenefits(wtp: number): number[] {
  return effects.map((effect, s) => effect * wtp - (costs[s] as number));
}

function loss(wtp: number): number[] {
  const benefits = netBenefits(wtp);
  const best = Math.max(...benefits);
  const luck = 2.4e5 * (1 - Math.max(...chances(wtp)));
  return benefits.map((benefit) => best - benefit + luck);
}

function curves(say: Say, axis: Axis, of: (wtp: number) => number[]): Curve[] {
  return scenarios(say).map((scenario, s) => ({
    ...scenario,
    mean: axis.values.map((wtp) => of(wtp)[s] as number),
  }));
}

function best(wtp: number): number {
  const benefits = netBenefits(wtp);
  return benefits.indexOf(Math.max(...benefits));
}

function factors(say: Say) {
  const rows: [string, string, number, number, number, number][] = [
    [
      "Employment effect of an internship",
      "Effetto del tirocinio sull'occupazione",
      0.04,
      0.19,
      -3.4e5,
      1.9e6,
    ],
    ["Yearly attrition of the network", "Logoramento annuo della rete", 0.05, 0.3, 1.4e6, 2.2e5],
    [
      "Share of hires that displace others",
      "Quota di assunzioni che spiazzano altri",
      0.1,
      0.6,
      1.25e6,
      -9e4,
    ],
    ["Dropout in the first month", "Abbandoni nel primo mese", 0.06, 0.22, 1.2e6, 7e5],
    ["Relapse in the first year", "Ricadute nel primo anno", 0.1, 0.3, 1.1e6, 7.6e5],
    ["Take-up of minimum income", "Adesione al reddito minimo", 0.55, 0.9, 8.2e5, 1.02e6],
  ];
  return rows.map(([english, italian, low, high, atLow, atHigh], i) => ({
    id: `factor-${i}`,
    name: say(english, italian),
    unit: "share",
    low,
    high,
    at_low: { mean: atLow, low: atLow - 1.2e5, high: atLow + 1.2e5 },
    at_high: { mean: atHigh, low: atHigh - 1.2e5, high: atHigh + 1.2e5 },
    ...(i === 0 ? { switches_at: 0.062 } : {}),
  }));
}

function regrets(say: Say) {
  const columns = [
    say("Boom", "Espansione"),
    say("Slump", "Recessione"),
    say("Weak network", "Rete debole"),
    say("Few firms", "Poche imprese"),
    say("Minimum income", "Reddito minimo"),
  ].map((name, i) => ({ id: `state-${i}`, name }));
  const values = [
    [9.1e5, 2.1e5, 0, 3.3e5, 6.2e5],
    [0, 1.4e5, 4.9e5, 0, 0],
    [5.6e5, 0, 1.2e5, 2.2e5, 4.1e5],
    [1.2e5, 1.9e5, 7.3e5, 1.1e5, null],
  ];
  return {
    columns,
    values: values.map((row) => row.map((mean) => (mean === null ? null : { mean }))),
  };
}

export function valueForMoney(say: Say): AnyFigureData[] {
  const wtp = wtpAxis(say);
  const effectName = say("Autonomy-years beyond the base", "Anni di autonomia oltre la base");
  return [
    {
      ...head(
        "plane",
        say(
          "Each further autonomy-year costs about EUR 9,300; two choices are beaten.",
          "Ogni anno di autonomia in più costa circa EUR 9.300; due scelte sono battute.",
        ),
        say,
      ),
      cost_name: say("Net public cost beyond the base", "Costo pubblico netto oltre la base"),
      effect_name: effectName,
      effect_unit: say("years", "anni"),
      wtp: 20000,
      ellipse: say("95 % of the draws", "il 95 % delle estrazioni"),
      strategies: strategies(say),
    },
    {
      ...head(
        "expected-loss",
        say(
          "At EUR 20,000 the programme risks least.",
          "A EUR 20.000 il programma rischia meno di tutti.",
        ),
        say,
      ),
      wtp,
      chosen: 20000,
      unit: "EUR",
      y_name: say("Expected loss", "Perdita attesa"),
      series: curves(say, wtp, loss),
      evpi: wtp.values.map((value) => Math.min(...loss(value))),
    },
    {
      ...head(
        "acceptability",
        say(
          "At EUR 20,000 the programme is 78 % likely to be the best choice.",
          "A EUR 20.000 il programma è la scelta migliore con probabilità 78 %.",
        ),
        say,
      ),
      wtp,
      chosen: 20000,
      y_name: say("Chance to be the best", "Probabilità di essere la migliore"),
      series: curves(say, wtp, chances),
      frontier: wtp.values.map((value) => ({
        id: scenarios(say)[best(value)]?.id ?? "",
        probability: chances(value)[best(value)] ?? 0,
      })),
    },
    {
      ...head(
        "tornado",
        say(
          "Two numbers can turn the choice; the effect of internships matters most.",
          "Due numeri possono ribaltare la scelta; conta soprattutto l'effetto dei tirocini.",
        ),
        say,
      ),
      outcome: say("Net benefit of the programme", "Beneficio netto del programma"),
      unit: "EUR",
      at_value: 9.4e5,
      factors: factors(say),
    },
    {
      ...head(
        "inputs",
        say(
          "Worth measuring first: the effect of internships.",
          "Da misurare per primo: l'effetto dei tirocini.",
        ),
        say,
      ),
      outcome: say("Worth of knowing it", "Valore del conoscerlo"),
      unit: "EUR",
      series: [
        { id: "worth", name: say("Worth of knowing it", "Valore del conoscerlo") },
        { id: "floor", name: say("Noise floor", "Soglia del rumore") },
      ],
      inputs: factors(say).map(({ id, name }, i) => ({
        id,
        name,
        values: [{ mean: 9e4 / (i + 1), low: 5e4 / (i + 1), high: 1.3e5 / (i + 1) }, { mean: 2e4 }],
      })),
    },
    {
      ...head(
        "two-way",
        say(
          "Worth its cost in 8 of 20 cells, not in 6.",
          "Vale il suo costo in 8 caselle su 20, non lo vale in 6.",
        ),
        say,
      ),
      outcome: say("Net benefit of the programme", "Beneficio netto del programma"),
      unit: "EUR",
      x: {
        id: "slots",
        name: say("Internship slots", "Posti di tirocinio"),
        unit: say("slots", "posti"),
        values: [10, 20, 30, 40, 50],
      },
      y: {
        id: "dropout",
        name: say("Dropout in the first month", "Abbandoni nel primo mese"),
        unit: "share",
        values: [0.06, 0.11, 0.17, 0.22],
      },
      cells: [0, 1, 2, 3].map((row) =>
        [0, 1, 2, 3, 4].map((column) => {
          const mean = 1e5 * (column * 1.5 - row * 1.8);
          return { mean, low: mean - 1.6e5, high: mean + 1.6e5 };
        }),
      ),
    },
    {
      ...head(
        "regret",
        say(
          "The programme is never far from the best, but in a weak network.",
          "Il programma non è mai lontano dal meglio, salvo con una rete debole.",
        ),
        say,
      ),
      unit: "EUR",
      scenarios: scenarios(say),
      ...regrets(say),
    },
  ];
}
