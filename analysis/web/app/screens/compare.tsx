/// Which programme costs what, to whom, and whom it helps: one file, a base, some scenarios.

import { get } from "../api/client";
import type { Compared, RunFile, TabFigure } from "../api/types";
import { choiceOf, requestOf, type Choice } from "../core/choice";
import { language, texts } from "../core/language";
import { useLoaded, type Loaded } from "../core/load";
import { route } from "../core/navigation";
import { runOf, useRuns } from "../core/runs";
import { fill } from "../../locale";
import { PageHead } from "../parts/head";
import { Link } from "../parts/links";
import { Loading } from "../parts/loading";
import { FailureNote } from "../parts/problems";
import { TextTable } from "../parts/text-table";
import { Chooser } from "./compare/chooser";
import { Outcomes } from "./compare/outcomes";
import { Tabs } from "./compare/tabs";
import { Verdicts } from "./compare/verdicts";
import { DraftMark } from "./runs";

// Sliding asks once, when the hand rests.
const rest = 250;

function Payers({ data, choice }: { data: Compared; choice: Choice }) {
  const said = texts.value;
  return (
    <section class="card" aria-labelledby="payers-title">
      <h2 id="payers-title">{said.payersTitle}</h2>
      <TextTable
        caption={said.payersCaption}
        header={data.payers.header}
        rows={data.payers.rows}
        name={`${choice.result}-payers`}
        note={said.payersNote}
      />
    </section>
  );
}

function Questions({ data }: { data: Compared }) {
  return (
    <section class="card questions" aria-labelledby="questions-title">
      <h2 id="questions-title">{texts.value.questionsTitle}</h2>
      <dl>
        {data.questions.map((one) => (
          <div key={one.title}>
            <dt>{one.title}</dt>
            <dd>{one.answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface AnswerProps {
  run: RunFile;
  choice: Choice;
  compared: Loaded<Compared>;
  figures: Loaded<{ figures: TabFigure[] }>;
}

function Answer({ run, choice, compared, figures }: AnswerProps) {
  const { data, failure, busy, again } = compared;
  return (
    <>
      {failure !== undefined && (
        <FailureNote failure={failure} title={texts.value.compareFailed} again={again} />
      )}
      {data === undefined && failure === undefined && <Loading lines={12} />}
      {data !== undefined && (
        <div class={busy ? "renewing" : undefined} aria-busy={busy}>
          <p class="headline">{data.headline}</p>
          <Verdicts data={data} choice={choice} />
          <div class="side-by-side">
            <Payers data={data} choice={choice} />
            <Questions data={data} />
          </div>
          <Outcomes data={data} choice={choice} />
        </div>
      )}
      <Tabs run={run} choice={choice} figures={figures} />
    </>
  );
}

/// What a file holds, compared as the address says.
function Comparing({ run, choice }: { run: RunFile; choice: Choice }) {
  const asked = requestOf(choice);
  const key = `${JSON.stringify(asked)}/${language.value}`;
  const compared = useLoaded(key, (signal) => get<Compared>("compare", asked, signal), rest);
  const figures = useLoaded(
    key,
    (signal) => get<{ figures: TabFigure[] }>("figures", asked, signal),
    rest,
  );
  return <Answer run={run} choice={choice} compared={compared} figures={figures} />;
}

/// The fields stay where they are when another file is chosen, and with them the focus.
function Chosen({ run, runs }: { run: RunFile; runs: readonly RunFile[] }) {
  const choice = choiceOf(run, route.value.query);
  return (
    <>
      {run.draft && (
        <p class="band">
          <DraftMark /> {texts.value.draftWhy}
        </p>
      )}
      <Chooser run={run} runs={runs} choice={choice} />
      <Comparing key={run.name} run={run} choice={choice} />
    </>
  );
}

function Missing({ name, any }: { name: string | undefined; any: boolean }) {
  const said = texts.value;
  const text = any && name !== undefined ? fill(said.noSuchRun, { name }) : said.noRuns;
  return (
    <div class="card empty">
      <p>{text}</p>
      <Link to="runs" class="button primary">
        {said.toRuns}
      </Link>
    </div>
  );
}

export function Compare() {
  const said = texts.value;
  const runs = useRuns();
  const name = route.value.query["result"];
  const run = runOf(runs.data ?? [], name);
  return (
    <>
      <PageHead title={said.compareTitle} lead={said.compareLead} />
      {runs.failure !== undefined && <FailureNote failure={runs.failure} again={runs.again} />}
      {runs.data === undefined && runs.busy && <Loading lines={12} />}
      {runs.data !== undefined && run === undefined && (
        <Missing name={name} any={runs.data.length > 0} />
      )}
      {runs.data !== undefined && run !== undefined && <Chosen run={run} runs={runs.data} />}
    </>
  );
}
