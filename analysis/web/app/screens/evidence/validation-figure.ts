/// The patterns of the world as a figure.

import { SCHEMA_VERSION, type Language, type Validation } from "../../../figures/data";
import { fill } from "../../../locale";
import type { Validated } from "../../api/types";
import { appLocales } from "../../locale/locale";

export function validationFigure(data: Validated, language: Language): Validation {
  const said = appLocales[language];
  const met = data.patterns.filter((one) => one.verdict === "met").length;
  return {
    schema: SCHEMA_VERSION,
    kind: "validation",
    title: fill(said.validationSentence, { met, all: data.patterns.length }),
    source: said.validationSource,
    patterns: data.patterns,
  };
}
