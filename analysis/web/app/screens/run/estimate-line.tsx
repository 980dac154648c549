/// The estimate so far, as a dot with its interval, and in words.

import type { Estimate } from "../../api/types";
import { lastPlaceText } from "../../core/difference";
import { language, texts } from "../../core/language";
import { fill } from "../../../locale";
import type { AppTexts } from "../../locale/locale";

/// The name of a variable; its id in words where it has none here.
function nameOf(variable: string, said: AppTexts): string {
  const name = said[`outcome_${variable}` as keyof AppTexts] as string | undefined;
  return name ?? variable.replaceAll("_", " ");
}

function Dot({ estimate }: { estimate: Estimate }) {
  const { mean, low, high } = estimate;
  if (mean === null || low === null || high === null) return null;
  const reach = 1.15 * Math.max(Math.abs(low), Math.abs(high), 1e-9);
  const at = (value: number) => 100 + (95 * value) / reach;
  return (
    <svg class="estimate-dot" viewBox="0 0 200 24" aria-hidden="true">
      <line x1="5" x2="195" y1="12" y2="12" stroke="#d0d7de" />
      <line x1="100" x2="100" y1="3" y2="21" stroke="#57606a" stroke-dasharray="2 2" />
      <line
        x1={at(low)}
        x2={at(high)}
        y1="12"
        y2="12"
        stroke="#0072b2"
        stroke-width="5"
        stroke-linecap="round"
      />
      <circle cx={at(mean)} cy="12" r="5.5" fill="#004b74" />
    </svg>
  );
}

export function EstimateLine({ estimate }: { estimate: Estimate }) {
  const said = texts.value;
  const { mean, low, high } = estimate;
  const name = fill(said.estimateOf, {
    variable: nameOf(estimate.variable, said),
    scenario: estimate.scenario,
  });
  return (
    <div class="estimate">
      <p>
        <span class="field-name">{said.estimateTitle}</span>
        {name}: <strong>{lastPlaceText({ mean, low, high }, language.value)}</strong>
      </p>
      <Dot estimate={estimate} />
      <p class="hint">{said.estimateNote}</p>
    </div>
  );
}
