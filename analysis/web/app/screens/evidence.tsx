/// The report of a run, to read and to take along; and what the model reproduces of the world.

import { get } from "../api/client";
import type { RunFile, Validated } from "../api/types";
import { language, texts } from "../core/language";
import { useLoaded } from "../core/load";
import { choose, route } from "../core/navigation";
import { lastQuery } from "../core/store";
import { runName, runOf, useRuns } from "../core/runs";
import { fill } from "../../locale";
import { Download } from "../parts/download";
import { SelectField } from "../parts/fields";
import { FigureBox } from "../parts/figure";
import { PageHead } from "../parts/head";
import { Loading } from "../parts/loading";
import { FailureNote } from "../parts/problems";
import { Preview } from "./evidence/preview";
import { validationFigure } from "./evidence/validation-figure";
import { useMemo } from "preact/hooks";

function Report({ run, runs }: { run: RunFile; runs: readonly RunFile[] }) {
  const said = texts.value;
  const fileName = `${run.name.replace(/\.h5$/, "")}-${language.value}.html`;
  return (
    <section aria-labelledby="report-title">
      <div class="card">
        <h2 id="report-title">{said.reportTitle}</h2>
        <p>{said.reportLead}</p>
        <div class="fields">
          <SelectField
            name={said.resultsFile}
            value={run.name}
            options={runs.map((one) => ({ id: one.name, name: runName(one) }))}
            onChoice={(result) => choose({ result })}
          />
          <div class="row bottom-row">
            <Download
              path="report"
              result={run.name}
              fileName={fileName}
              label={said.downloadReport}
              strong
            />
            <Download path="file" result={run.name} fileName={run.name} label={said.downloadFile} />
          </div>
        </div>
      </div>
      <Preview key={run.name} result={run.name} />
    </section>
  );
}

function ValidationPart() {
  const said = texts.value;
  const lang = language.value;
  const { data, failure, again } = useLoaded(`validation/${lang}`, (signal) =>
    get<Validated | null>("validation", {}, signal),
  );
  const figure = useMemo(
    () => (data == null ? undefined : validationFigure(data, lang)),
    [data, lang],
  );
  return (
    <section aria-labelledby="validation-title">
      <div class="card">
        <h2 id="validation-title">{said.validationTitle}</h2>
        <p>{said.validationLead}</p>
        {failure !== undefined && <FailureNote failure={failure} again={again} />}
        {data === undefined && failure === undefined && <Loading lines={4} />}
        {data === null && <p class="remark">{said.noValidation}</p>}
      </div>
      {figure !== undefined && <FigureBox data={figure} wide />}
    </section>
  );
}

export function Evidence() {
  const said = texts.value;
  const runs = useRuns();
  const name = route.value.query["result"] ?? lastQuery.value.compare?.["result"];
  const run = runOf(runs.data ?? [], name);
  return (
    <>
      <PageHead title={said.evidenceTitle} lead={said.evidenceLead} />
      {runs.failure !== undefined && <FailureNote failure={runs.failure} again={runs.again} />}
      {runs.data === undefined && runs.busy && <Loading lines={12} />}
      {runs.data !== undefined && run === undefined && (
        <p class="card empty">
          {runs.data.length === 0 ? said.noRuns : fill(said.noSuchRun, { name: name ?? "" })}
        </p>
      )}
      {run !== undefined && <Report run={run} runs={runs.data ?? []} />}
      <ValidationPart />
    </>
  );
}
