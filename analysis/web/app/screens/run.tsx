/// Starting a run and watching it.

import { get } from "../api/client";
import type { Job, StudyInList } from "../api/types";
import { language, texts } from "../core/language";
import { useLoaded } from "../core/load";
import { route } from "../core/navigation";
import { about } from "../core/store";
import { PageHead } from "../parts/head";
import { Link } from "../parts/links";
import { Loading } from "../parts/loading";
import { FailureNote } from "../parts/problems";
import { JobView } from "./run/job-view";
import { Order } from "./run/order";

function stateWord(state: Job["state"]): string {
  return texts.value[`job_${state}`];
}

/// The runs of this program since it was started.
function Jobs({ but }: { but: string | undefined }) {
  const said = texts.value;
  const jobs = useLoaded(`jobs/${but ?? ""}`, (signal) => get<Job[]>("jobs", {}, signal));
  const others = (jobs.data ?? []).filter((job) => String(job.id) !== but);
  if (others.length === 0) return null;
  return (
    <section class="card" aria-labelledby="jobs-title">
      <h2 id="jobs-title">{said.jobsTitle}</h2>
      <ul class="jobs">
        {others.map((job) => (
          <li key={job.id}>
            <Link to="run" query={{ job: String(job.id) }}>
              {job.name}
            </Link>
            <span class={`mark job-${job.state}`}>{stateWord(job.state)}</span>
            <span class="hint">
              {job.done} / {job.total}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NewRun() {
  const said = texts.value;
  const studies = useLoaded(`studies/${language.value}`, (signal) =>
    get<StudyInList[]>("studies", {}, signal),
  );
  if (about.value?.read_only === true) return <p class="card empty">{said.readOnlyRun}</p>;
  return (
    <>
      {studies.failure !== undefined && (
        <FailureNote failure={studies.failure} again={studies.again} />
      )}
      {studies.data === undefined && studies.busy && <Loading lines={12} />}
      {studies.data !== undefined && studies.data.length > 0 && <Order studies={studies.data} />}
    </>
  );
}

export function Run() {
  const said = texts.value;
  const job = route.value.query["job"];
  return (
    <>
      <PageHead title={job === undefined ? said.runTitle : said.jobTitle} lead={said.runLead} />
      {job === undefined ? <NewRun /> : <JobView key={job} id={job} />}
      <Jobs but={job} />
    </>
  );
}
