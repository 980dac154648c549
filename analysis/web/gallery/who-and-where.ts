/// Made-up examples of who gains, where, and how well the model does.

import type { AnyFigureData, Transfer, Validation, Verdict } from "../figures/data";
import { groupNames, head, scenarios, wobble, type Say } from "./names";

function groupRows(say: Say) {
  return groupNames(say).map((name, g) => ({
    id: `group-${g}`,
    name,
    people: g === 4 ? null : Math.round(900 / (g + 1)),
    values: [0, 1].map((s) => {
      if (g === 4) return null;
      const mean = 0.41 + 0.03 * wobble(g) + s * (0.07 - 0.015 * g);
      return { mean, low: mean - 0.012 * (g + 1), high: mean + 0.012 * (g + 1) };
    }),
  }));
}

function winnerRows(say: Say) {
  return groupNames(say).map((name, g) => {
    const share = (mean: number) => (g === 4 ? null : { mean, low: mean * 0.8, high: mean * 1.25 });
    return {
      id: `group-${g}`,
      name,
      people: g === 4 ? null : 900 - 120 * g,
      gain: share(0.14 - 0.017 * g),
      lose: share(0.021 + 0.006 * g),
    };
  });
}

function places(say: Say) {
  const rows: [string, number, number, number | null][] = [
    [say("Port town", "Città del porto"), 16.862, 41.126, 412],
    ["Acquaviva di Sopra", 16.84, 40.897, 61],
    ["Castel Nuovo", 16.917, 41.05, 38],
    ["Fontechiara", 16.928, 40.985, null],
    ["Montelieto", 16.62, 41.0, 22],
    ["Pietrabella", 17.11, 41.01, 84],
    ["Rocca San Vito", 16.69, 41.14, -9],
  ];
  return rows.map(([name, lon, lat, mean], i) => ({
    id: `place-${i}`,
    name,
    lon,
    lat,
    value: mean === null ? null : { mean, low: mean - 12, high: mean + 14 },
  }));
}

function matrix(say: Say): Omit<Transfer, "schema" | "kind" | "title" | "source"> {
  const towns = [
    "Valdarco",
    "Montelieto",
    say("Coast", "Costa"),
    say("City", "Città"),
    say("Border", "Confine"),
  ];
  const names = [
    say("Network of services", "Rete dei servizi"),
    say("Pact for the territory", "Patto per il territorio"),
    say("Internships with a tutor", "Tirocini con tutor"),
    say("Supported exit", "Uscita accompagnata"),
  ];
  const verdict = (mean: number): Verdict =>
    mean > 1.5e5 ? "pays" : mean < -1.5e5 ? "does_not_pay" : "unclear";
  const programmes = names.map((name, p) => ({
    id: `programme-${p}`,
    name,
    home: p,
    cells: towns.map((_, t) => {
      const mean = 9e5 * wobble(5 * p + t + 3) + 2e5;
      const parts = [0, 1, 2, 3].map((part) => 3e5 * wobble(31 * p + 7 * t + part));
      return {
        verdict: verdict(mean),
        effect: { mean, low: mean - 2e5, high: mean + 2e5 },
        ...(p === t ? {} : { parts }),
        outside: (p + t) % 4 === 3 ? 3 : 0,
      };
    }),
  }));
  return {
    unit: "EUR",
    outcome: say("Net benefit", "Beneficio netto"),
    places: towns.map((name, i) => ({ id: `town-${i}`, name })),
    parts: [
      say("people", "popolazione"),
      say("services", "servizi"),
      say("labour and housing", "lavoro e casa"),
      say("law", "legge"),
    ].map((name, i) => ({ id: `part-${i}`, name })),
    programmes,
  };
}

function patterns(say: Say): Validation["patterns"] {
  const rows: [string, string, string, number | null, number | null, number, number][] = [
    [
      "Hires by the host after an internship",
      "Assunzioni nell'impresa ospitante dopo il tirocinio",
      "share",
      0.18,
      0.32,
      0.26,
      0.012,
    ],
    [
      "Median months from referral to first service",
      "Mesi mediani dall'invio al primo servizio",
      say("months", "mesi"),
      2,
      5,
      6.8,
      0.4,
    ],
    [
      "Dropout before the end of an internship",
      "Abbandoni prima del termine del tirocinio",
      "share",
      0.15,
      0.3,
      0.2,
      0.02,
    ],
    [
      "Relapse within a year of an exit",
      "Ricadute entro un anno dall'uscita",
      "share",
      null,
      0.2,
      0.13,
      0.03,
    ],
    [
      "Waits are shorter where the network is dense",
      "Attese più brevi dove la rete è densa",
      "",
      0,
      null,
      0.34,
      0.08,
    ],
    [
      "Re-incarceration within three years",
      "Nuove carcerazioni entro tre anni",
      "share",
      0.3,
      0.45,
      0.91,
      0.02,
    ],
  ];
  const all = rows.map(([english, italian, unit, low, high, simulated, se], i) => ({
    id: `P${i + 1}`,
    text: say(english, italian),
    unit,
    target: low !== null && high !== null ? (low + high) / 2 : null,
    low,
    high,
    simulated,
    se,
    verdict:
      (low ?? -Infinity) <= simulated && simulated <= (high ?? Infinity)
        ? ("met" as const)
        : ("missed" as const),
    by_construction: i === 2,
  }));
  // Many rows, so that the chart has to be cut for paper.
  return [0, 1, 2, 3].flatMap((round) => all.map((one) => ({ ...one, id: `${one.id}-${round}` })));
}

function instruments(say: Say) {
  const names = [
    say("Internship", "Tirocinio"),
    say("Vocational training", "Formazione professionale"),
    "Tutor",
    say("Housing", "Alloggio"),
    say("Orientation", "Orientamento"),
  ];
  return names.map((name, i) => ({
    id: `instrument-${i}`,
    name,
    values: [0, 1].map((s) => {
      const mean = Math.min(0.985, 0.55 + 0.1 * i + 0.12 * s);
      return { mean, low: mean - 0.06, high: Math.min(1, mean + 0.05) };
    }),
    waiting: [{ mean: 14 * i + 6 }, i === 0 ? null : { mean: 9 * i + 2 }],
  }));
}

export function whoAndWhere(say: Say): AnyFigureData[] {
  const two = scenarios(say).slice(0, 2);
  return [
    {
      ...head(
        "groups",
        say(
          "The long-term unemployed gain most.",
          "Guadagnano di più i disoccupati di lunga durata.",
        ),
        say,
      ),
      outcome: say("Mean autonomy index", "Indice medio di autonomia"),
      unit: "",
      scenarios: two,
      groups: groupRows(say),
    },
    {
      ...head(
        "winners",
        say(
          "For each person who is worse off, four are better off.",
          "Per ogni persona che sta peggio, quattro stanno meglio.",
        ),
        say,
      ),
      groups: winnerRows(say),
    },
    {
      ...head(
        "map",
        say(
          "Most additional starts are in the port town, where most people live.",
          "La maggior parte degli avvii in più è nella città del porto, dove vivono i più.",
        ),
        say,
      ),
      value_name: say("Additional starts", "Avvii in più"),
      unit: "",
      places: places(say),
      lines: [1, 2, 3, 4, 5, 6].map((i) => ({
        from: `place-${i}`,
        to: "place-0",
        weight: 40 - 5 * i,
        label: say(`${20 + 6 * i} minutes`, `${20 + 6 * i} minuti`),
      })),
    },
    {
      ...head(
        "transfer",
        say(
          "Two programmes pay in most places; none pays everywhere.",
          "Due programmi convengono quasi ovunque; nessuno ovunque.",
        ),
        say,
      ),
      ...matrix(say),
    },
    {
      ...head(
        "validation",
        say("16 of 24 patterns are met.", "Rispettate 16 regolarità su 24."),
        say,
      ),
      patterns: patterns(say),
    },
    {
      ...head(
        "utilisation",
        say("Housing and orientation are full.", "Alloggi e orientamento sono al completo."),
        say,
      ),
      scenarios: two,
      instruments: instruments(say),
    },
    {
      ...head(
        "groups",
        say("A figure without data says so.", "Una figura senza dati lo dice."),
        say,
      ),
      outcome: "",
      unit: "",
      scenarios: two,
      groups: [],
    },
  ];
}
