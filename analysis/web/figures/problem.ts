/// Why data cannot be drawn, in words.

import { fill, texts } from "../locale";
import { SCHEMA_VERSION, type FigureData, type Language } from "./data";
import { figureFor } from "./registry";

/// Says in words why data cannot be drawn; nothing where they can.
export function problemOf(data: unknown, language: Language): string | undefined {
  const words = texts(language);
  if (typeof data !== "object" || data === null) return words.brokenData;
  const { schema, kind } = data as Partial<FigureData>;
  if (schema !== SCHEMA_VERSION) {
    return fill(words.wrongSchema, { found: String(schema), known: SCHEMA_VERSION });
  }
  const figure = typeof kind === "string" ? figureFor(kind) : undefined;
  if (figure === undefined) return fill(words.unknownKind, { kind: String(kind) });
  try {
    return figure.isEmpty(data as FigureData) ? words.empty : undefined;
  } catch {
    // Data with a part missing fail wherever it is asked for.
    return words.brokenData;
  }
}
