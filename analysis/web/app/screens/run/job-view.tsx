/// A run while it goes on: progress, the estimate so far, time left, cancel.

import { useEffect, useState } from "preact/hooks";
import { Failure, get, post, unreadable } from "../../api/client";
import type { Job } from "../../api/types";
import { announce } from "../../core/announce";
import { countText, durationText } from "../../core/format";
import { language, texts } from "../../core/language";
import { open, route } from "../../core/navigation";
import { revived } from "../../core/store";
import { fill } from "../../../locale";
import { Link } from "../../parts/links";
import { Loading } from "../../parts/loading";
import { FailureNote, ProblemList } from "../../parts/problems";
import { EstimateLine } from "./estimate-line";

const pause = 1000;
const isGoing = (job: Job | undefined) =>
  job === undefined || job.state === "waiting" || job.state === "running";

/// Asks for the job every second while it goes on; when nobody answers, goes on asking.
function useJob(id: string) {
  const [job, setJob] = useState<Job>();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      let now: Job | undefined;
      try {
        now = await get<Job>(`jobs/${encodeURIComponent(id)}`, {}, stop.signal);
        setJob(now);
        setFailure(undefined);
      } catch (error) {
        if (stop.signal.aborted) return;
        const known = error instanceof Failure ? error : new Failure(unreadable, []);
        setFailure(known);
        if (known.status === 404 || known.status === 401) return;
      }
      if (isGoing(now) && !stop.signal.aborted) timer = setTimeout(() => void ask(), pause);
    };
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [id, revived.value]);
  return { job, failure, setJob };
}

/// Says progress aloud at every tenth, and how it ended; then opens the comparison.
function useFollow(job: Job | undefined) {
  const tenth = job === undefined || job.total === 0 ? 0 : Math.floor((10 * job.done) / job.total);
  const state = job?.state;
  const [began] = useState<{ going: boolean }>({ going: false });
  useEffect(() => {
    if (state === "running") announce(fill(texts.value.progressSaid, { percent: 10 * tenth }));
  }, [tenth, state]);
  useEffect(() => {
    if (job === undefined || state === undefined) return;
    if (isGoing(job)) {
      began.going = true;
      return;
    }
    announce(texts.value[`job_${state}`]);
    // Only who watched it end is led on; a link to a finished run shows the run.
    if (state === "done" && began.going) open({ screen: "compare", query: { result: job.name } });
  }, [state]);
}

function Numbers({ job }: { job: Job }) {
  const said = texts.value;
  const lang = language.value;
  const speed = job.resident_months_per_second;
  const facts: [string, string][] = [
    [said.runsDone, `${countText(job.done, lang)} / ${countText(job.total, lang)}`],
    [said.timeSoFar, durationText(job.seconds, lang)],
    [said.timeLeft, isGoing(job) ? durationText(job.seconds_left, lang) : "–"],
    [
      said.speed,
      typeof speed === "number"
        ? fill(said.speedOf, { count: countText(Number(speed.toPrecision(3)), lang) })
        : "–",
    ],
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

function Progress({ job }: { job: Job }) {
  const share = job.total === 0 ? 0 : job.done / job.total;
  const percent = Math.round(100 * share);
  return (
    <div class="progress">
      <progress max={100} value={percent} aria-label={texts.value.progressLabel} />
      <span class="percent" aria-hidden="true">
        {percent}&nbsp;%
      </span>
    </div>
  );
}

interface ActionProps {
  job: Job;
  setJob: (job: Job) => void;
}

function Actions({ job, setJob }: ActionProps) {
  const said = texts.value;
  const [failure, setFailure] = useState<Failure>();
  const cancel = async () => {
    setFailure(undefined);
    try {
      setJob(await post<Job>(`jobs/${encodeURIComponent(String(job.id))}/cancel`, {}));
      document.querySelector("h1")?.focus();
    } catch (error) {
      setFailure(error instanceof Failure ? error : new Failure(unreadable, []));
    }
  };
  const { job: _, ...again } = route.value.query;
  const canGoOn = job.state === "cancelled" && again["study"] !== undefined;
  return (
    <>
      {failure !== undefined && <FailureNote failure={failure} />}
      <div class="row">
        {isGoing(job) && (
          <button type="button" class="button" onClick={() => void cancel()}>
            {said.cancel}
          </button>
        )}
        {job.state === "done" && (
          <Link to="compare" query={{ result: job.name }} class="button primary">
            {said.openCompare}
          </Link>
        )}
        {canGoOn && (
          <Link to="run" query={again} class="button primary">
            {said.goOn}
          </Link>
        )}
        {!isGoing(job) && (
          <Link to="run" class="button">
            {said.anotherRun}
          </Link>
        )}
      </div>
      {isGoing(job) && <p class="hint">{said.cancelHint}</p>}
      {job.state === "cancelled" && <p>{said.cancelledText}</p>}
    </>
  );
}

export function JobView({ id }: { id: string }) {
  const said = texts.value;
  const { job, failure, setJob } = useJob(id);
  useFollow(job);
  const problems = job?.problems ?? [];
  return (
    <section class="card job" aria-labelledby="job-title">
      <h2 id="job-title">{job?.name ?? said.jobTitle}</h2>
      {failure !== undefined && failure.status !== 0 && (
        <FailureNote
          failure={failure}
          {...(failure.status === 404 ? { title: said.jobGone } : {})}
        />
      )}
      {job === undefined && failure === undefined && <Loading lines={4} />}
      {job !== undefined && (
        <>
          <p>
            <span class={`mark job-${job.state}`}>{said[`job_${job.state}`]}</span>
          </p>
          <Progress job={job} />
          <Numbers job={job} />
          {job.estimate !== null && job.estimate !== undefined && (
            <EstimateLine estimate={job.estimate} />
          )}
          {problems.length > 0 && (
            <div class="note note-error" role="alert">
              <ProblemList problems={problems} />
            </div>
          )}
          <Actions job={job} setJob={setJob} />
        </>
      )}
    </section>
  );
}
