/// All made-up examples.

import type { AnyFigureData, Language } from "../figures/data";
import { sayIn } from "./names";
import { overTime } from "./over-time";
import { valueForMoney } from "./value-for-money";
import { whoAndWhere } from "./who-and-where";

export function examples(language: Language): AnyFigureData[] {
  const say = sayIn(language);
  return [...overTime(say), ...valueForMoney(say), ...whoAndWhere(say)];
}
