/// Each scenario in a glance: what it costs, what it adds, how often it is worth it.

import type { Compared } from "../../api/types";
import type { Choice } from "../../core/choice";
import { differenceOf } from "../../core/difference";
import { language, said as textOf, texts } from "../../core/language";
import { costOutcome, differenceIn, scenarioIn } from "../../core/outcomes";
import { fill } from "../../../locale";
import { valueText } from "../../../numbers";

interface VerdictProps {
  data: Compared;
  choice: Choice;
  id: string;
}

/// A share as a bar; the number stands beside it in words.
function ShareBar({ share }: { share: number }) {
  const width = `${Math.round(100 * Math.min(1, Math.max(0, share)))}`;
  return (
    <svg class="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="6" fill="#dde3ea" />
      <rect width={width} height="6" fill="#0072b2" />
      <rect x="49.75" width="0.5" height="6" fill="#1b1f24" />
    </svg>
  );
}

interface AmountProps {
  data: Compared;
  id: string;
  outcome: string;
  name: string;
}

function Amount({ data, id, outcome, name }: AmountProps) {
  const said = texts.value;
  const shown = differenceOf(differenceIn(data, id, outcome), null, "difference", language.value);
  return (
    <div>
      <dt>{name}</dt>
      {shown === undefined ? (
        <dd>{scenarioIn(data, id)?.suppressed === true ? said.suppressed : "–"}</dd>
      ) : (
        <dd>
          <strong>{shown.text}</strong> <span class="half">{shown.half}</span>
          {shown.unclear && <span class="unclear"> ~ {said.unclear}</span>}
        </dd>
      )}
    </div>
  );
}

function Verdict({ data, choice, id }: VerdictProps) {
  const said = texts.value;
  const scenario = scenarioIn(data, id);
  if (scenario === undefined) return null;
  const cost = costOutcome(choice.perspective);
  const chance = scenario.probability_worth_it;
  const wtp = valueText(data.comparison.wtp, "EUR", language.value);
  return (
    <li class="card verdict">
      <h3>{textOf(scenario.title)}</h3>
      <dl>
        <Amount data={data} id={id} outcome={cost.id} name={`${said[cost.name]}, EUR`} />
        <Amount data={data} id={id} outcome="autonomy_years" name={said.outcome_autonomy_years} />
      </dl>
      {typeof chance === "number" && (
        <div class="chance">
          <ShareBar share={chance} />
          <p>{fill(said.worthItIn, { share: valueText(chance, "share", language.value), wtp })}</p>
        </div>
      )}
    </li>
  );
}

export function Verdicts({ data, choice }: { data: Compared; choice: Choice }) {
  return (
    <section aria-labelledby="verdicts-title">
      <h2 class="unseen" id="verdicts-title">
        {texts.value.verdictsTitle}
      </h2>
      <ul class="verdicts">
        {choice.scenarios.map((id) => (
          <Verdict key={id} data={data} choice={choice} id={id} />
        ))}
      </ul>
    </section>
  );
}
