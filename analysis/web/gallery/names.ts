/// Names of the made-up examples in both languages.

import type { FigureData, Language, Scenario } from "../figures/data";
import { SCHEMA_VERSION } from "../figures/data";

/// Chooses the text of a language.
export type Say = (english: string, italian: string) => string;

export function sayIn(language: Language): Say {
  return (english, italian) => (language === "it" ? italian : english);
}

/// The head of every example: the title says that nothing of it is true.
export function head<K extends string>(
  kind: K,
  title: string,
  say: Say,
): Omit<FigureData, "kind"> & { kind: K } {
  return {
    schema: SCHEMA_VERSION,
    kind,
    title: `${say("EXAMPLE, made-up numbers", "ESEMPIO, numeri inventati")}. ${title}`,
    source: say(
      "made up for this gallery, not a result",
      "inventata per questa galleria, non è un risultato",
    ),
    interval: say("95 % interval of the mean", "intervallo al 95 % della media"),
  };
}

export function scenarios(say: Say): Scenario[] {
  return [
    { id: "as-usual", name: say("Services as usual", "Servizi come di consueto"), base: true },
    { id: "programme", name: say("The programme", "Il programma") },
    {
      id: "twin",
      name: say(
        "The planned outlay in standard bundles",
        "La spesa prevista in pacchetti ordinari",
      ),
    },
    {
      id: "no-cap",
      name: say(
        "The programme without maximum delays and control",
        "Il programma senza termini massimi e controllo",
      ),
    },
  ];
}

export function payers(say: Say): string[] {
  return [
    say("Municipality", "Comune"),
    say("Health authority", "Azienda sanitaria"),
    say("Province and region", "Provincia e regione"),
    say("State", "Stato"),
    say("European Union", "Unione europea"),
  ];
}

export function groupNames(say: Say): string[] {
  return [
    say("Long-term unemployed", "Disoccupati di lunga durata"),
    say("People with a disability", "Persone con disabilità"),
    say("Lone parents", "Genitori soli"),
    say("People in or after prison", "Persone in carcere o che ne escono"),
    say("Migrants and refugees", "Migranti e rifugiati"),
    say("Young people out of school", "Giovani usciti dalla scuola"),
  ];
}

/// Repeatable numbers between -1 and 1, one for each step.
export function wobble(step: number): number {
  const x = Math.sin(step * 127.1 + 11.7) * 43758.5453;
  return 2 * (x - Math.floor(x)) - 1;
}
