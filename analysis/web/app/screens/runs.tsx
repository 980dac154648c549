/// The results files of the folder, newest first.

import type { RunFile } from "../api/types";
import { dateText, periodText, sizeText, countText, spanText } from "../core/format";
import { language, said as textOf, texts } from "../core/language";
import { about } from "../core/store";
import { useRuns } from "../core/runs";
import { fill } from "../../locale";
import { Download } from "../parts/download";
import { PageHead } from "../parts/head";
import { Link } from "../parts/links";
import { Loading } from "../parts/loading";
import { FailureNote } from "../parts/problems";

export function DraftMark() {
  return (
    <span class="mark draft">
      <span aria-hidden="true">◐ </span>
      {texts.value.draft}
    </span>
  );
}

function Facts({ run }: { run: RunFile }) {
  const said = texts.value;
  const lang = language.value;
  const size = fill(said.drawsByReplicates, {
    draws: countText(run.draws, lang),
    replicates: countText(run.replicates, lang),
  });
  const facts: [string, string][] = [
    [said.scenarios, countText(run.scenarios.length, lang)],
    [said.runSize, size],
    [said.period, `${periodText(run.start, run.months, lang)} (${spanText(run.months, lang)})`],
    [said.written, dateText(run.modified, lang)],
    [said.fileSize, sizeText(run.bytes, lang)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function RunCard({ run }: { run: RunFile }) {
  const said = texts.value;
  const title = textOf(run.title);
  return (
    <li class="card run-card">
      <div class="run-main">
        <h2>
          <Link to="compare" query={{ result: run.name }}>
            {title}
          </Link>
        </h2>
        <p class="run-file">
          <code>{run.name}</code> {run.draft && <DraftMark />}
        </p>
        {run.draft && <p class="remark">{said.draftWhy}</p>}
        <Facts run={run} />
        <details>
          <summary>{fill(said.showScenarios, { count: run.scenarios.length })}</summary>
          <ul class="plain">
            {run.scenarios.map((one) => (
              <li key={one.id}>
                {textOf(one.title)} <code>{one.id}</code>
              </li>
            ))}
          </ul>
        </details>
      </div>
      <div class="run-actions">
        <Link
          to="compare"
          query={{ result: run.name }}
          class="button primary"
          label={`${said.openCompare}: ${title}`}
        >
          {said.openCompare}
        </Link>
        <Link
          to="evidence"
          query={{ result: run.name }}
          class="button"
          label={`${said.openReport}: ${title}`}
        >
          {said.openReport}
        </Link>
        <Download path="file" result={run.name} fileName={run.name} label={said.downloadFile} />
      </div>
    </li>
  );
}

function NoRuns() {
  const said = texts.value;
  return (
    <div class="card empty">
      <p>{said.noRuns}</p>
      {about.value?.read_only !== true && (
        <Link to="run" class="button primary">
          {said.startFirst}
        </Link>
      )}
    </div>
  );
}

export function Runs() {
  const said = texts.value;
  const runs = useRuns();
  return (
    <>
      <PageHead title={said.runsTitle} lead={said.runsLead} />
      {runs.failure !== undefined && <FailureNote failure={runs.failure} again={runs.again} />}
      {runs.data === undefined && runs.busy && <Loading lines={8} />}
      {runs.data?.length === 0 && <NoRuns />}
      {runs.data !== undefined && runs.data.length > 0 && (
        <ul class="run-list" aria-busy={runs.busy}>
          {runs.data.map((run) => (
            <RunCard key={run.name} run={run} />
          ))}
        </ul>
      )}
    </>
  );
}
