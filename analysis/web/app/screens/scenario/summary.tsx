/// What was changed so far, whether the program takes it, and the way to run it.

import type { Lever, Study } from "../../api/types";
import { changesOf, idOf, type Changes } from "../../core/draft";
import { exactText, unitText } from "../../core/format";
import { language, said as textOf, texts } from "../../core/language";
import { adjust, route } from "../../core/navigation";
import { about } from "../../core/store";
import { leverQuery } from "../../core/route";
import { fill } from "../../../locale";
import { TextField } from "../../parts/fields";
import { Link } from "../../parts/links";
import { FailureNote, ProblemList } from "../../parts/problems";
import type { Check } from "./check";

interface SummaryProps {
  study: Study;
  from: string;
  typed: Record<string, string>;
  changes: Changes;
  check: Check;
}

/// A name for the copy, until its author gives one.
export function usualTitle(study: Study, from: string): string {
  const found = study.scenarios.find((one) => one.id === from);
  return fill(texts.value.copyOf, { name: found === undefined ? from : textOf(found.title) });
}

function State({ changes, check }: Pick<SummaryProps, "changes" | "check">) {
  const said = texts.value;
  const wrong = Object.keys(changes.wrong).length;
  const bad = Object.values(check.problems).flat().length + wrong;
  if (check.state === "failed" && check.failure !== undefined)
    return <FailureNote failure={check.failure} title={said.checkFailed} again={check.again} />;
  const [kind, text] =
    bad > 0
      ? ["bad", fill(bad === 1 ? said.oneBad : said.someBad, { count: bad })]
      : check.state === "asking"
        ? ["asking", said.checking]
        : check.state === "good"
          ? ["good", said.checkedGood]
          : ["none", said.nothingChanged];
  return (
    <>
      <p class={`check-state ${kind}`}>{text}</p>
      {(check.problems[""] ?? []).length > 0 && (
        <div class="note note-error">
          <ProblemList problems={check.problems[""] ?? []} />
        </div>
      )}
    </>
  );
}

function Change({ lever, text }: { lever: Lever; text: string }) {
  const lang = language.value;
  const now = changesOf([lever], { [lever.key]: text }, lang).set[lever.key];
  const unit = unitText(lever.unit);
  return (
    <li>
      <span>{lever.text}</span>
      <span class="from-to">
        {exactText(lever.value, lang)} →{" "}
        <strong>{now === undefined ? text : exactText(now, lang)}</strong>
        {unit === "" ? "" : ` ${unit}`}
      </span>
    </li>
  );
}

/// Takes every change back, in the address too.
function resetAll(typed: Record<string, string>): void {
  adjust(Object.fromEntries(Object.keys(typed).map((key) => [`set.${key}`, undefined])));
  document.getElementById("summary-title")?.focus();
}

export function Summary({ study, from, typed, changes, check }: SummaryProps) {
  const said = texts.value;
  const title = route.value.query["title"] ?? usualTitle(study, from);
  const changed = study.levers.filter((lever) => changes.changed.includes(lever.key));
  const isReady =
    changed.length > 0 && check.state === "good" && Object.keys(changes.wrong).length === 0;
  const query = { study: study.id, from, title, own: "1", ...leverQuery(typed) };
  return (
    <aside class="summary card" aria-labelledby="summary-title">
      <h2 id="summary-title" tabIndex={-1}>
        {said.summaryTitle}
      </h2>
      <TextField
        name={said.scenarioName}
        hint={fill(said.scenarioId, { id: idOf(title) })}
        value={title}
        onText={(text) => adjust({ title: text === "" ? " " : text })}
        {...(idOf(title) === "" ? { wrong: said.wrong_name } : {})}
      />
      <State changes={changes} check={check} />
      {changed.length > 0 && (
        <>
          <ul class="changes">
            {changed.map((lever) => (
              <Change key={lever.key} lever={lever} text={typed[lever.key] ?? ""} />
            ))}
          </ul>
          <button type="button" class="button small" onClick={() => resetAll(typed)}>
            {said.resetAll}
          </button>
        </>
      )}
      {about.value?.read_only === true ? (
        <p class="remark">{said.readOnlyRun}</p>
      ) : isReady && idOf(title) !== "" ? (
        <Link to="run" query={query} class="button primary">
          {said.toRun}
        </Link>
      ) : (
        <p class="remark">{said.toRunWhen}</p>
      )}
    </aside>
  );
}
