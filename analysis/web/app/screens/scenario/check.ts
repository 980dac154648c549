/// Asks the program, a moment after the last key, whether it takes what was typed.

import { useEffect } from "preact/hooks";
import { post, type Failure } from "../../api/client";
import type { Checked, Problem } from "../../api/types";
import { announce } from "../../core/announce";
import { byLever, type Changes } from "../../core/draft";
import { language, texts } from "../../core/language";
import { useLoaded } from "../../core/load";
import { fill } from "../../../locale";

const pause = 350;

export interface Check {
  state: "none" | "asking" | "good" | "bad" | "failed";
  /// By key; "" holds problems about no lever shown here.
  problems: Record<string, Problem[]>;
  failure: Failure | undefined;
  again: () => void;
}

/// Errors only, of an answer or of a refusal: both say what is wrong with the study.
function problemsOf(data: Checked | undefined, failure: Failure | undefined): Problem[] {
  const told = failure === undefined ? (data?.problems ?? []) : failure.problems;
  return told.filter((one) => one.severity !== "remark" && one.severity !== "note");
}

export function useCheck(study: string, scenario: string, changes: Changes): Check {
  const asked = { study, scenario, set: changes.set };
  const isAny = Object.keys(changes.set).length > 0;
  const key = isAny ? `${JSON.stringify(asked)}/${language.value}` : undefined;
  const { data, failure, busy, again } = useLoaded(
    key,
    (signal) => post<Checked>("check", asked, signal),
    pause,
  );
  const refused = failure !== undefined && failure.problems.length > 0;
  const problems = byLever(isAny ? problemsOf(data, failure) : [], Object.keys(changes.set));
  const state = stateOf(isAny, busy, data?.ok === true && failure === undefined, failure, refused);
  useEffect(() => {
    const count = Object.values(problems).flat().length;
    if (state === "good") announce(texts.value.checkedGood);
    if (state === "bad") announce(fill(texts.value.checkedBad, { count }));
  }, [state, key]);
  return { state, problems, failure: refused ? undefined : failure, again };
}

function stateOf(
  isAny: boolean,
  busy: boolean,
  isGood: boolean,
  failure: Failure | undefined,
  refused: boolean,
): Check["state"] {
  if (!isAny) return "none";
  if (busy) return "asking";
  if (isGood) return "good";
  return failure === undefined || refused ? "bad" : "failed";
}
