/// What the small server answers.

import { readFileSync } from "node:fs";
import type { Job, Lever, LeverValue, Parameter, RunFile, RunOrder } from "../../app/api/types";
import { examples } from "../../gallery/examples";
import { compared, figures, titles } from "./mock-comparison";
import { reportPage } from "./mock-report";

export type Language = "en" | "it";

export interface World {
  runs: RunFile[];
  jobs: Job[];
  /// How many questions about a job it takes to finish it.
  steps: number;
  isLost: boolean;
}

export interface Answer {
  status?: number;
  json?: unknown;
  file?: string | Buffer;
  type?: string;
}

type Recorded<T> = Omit<T, "text" | "source_text"> & Record<string, unknown>;

export function recorded<T>(name: string): T {
  return JSON.parse(readFileSync(`tests/app/recorded/${name}.json`, "utf8")) as T;
}

const levers = recorded<Recorded<Lever>[]>("levers");
const parameters = recorded<Recorded<Parameter>[]>("parameters");

/// Texts recorded in both languages become those of one.
function spoken<T>(of: unknown, language: Language): T {
  if (Array.isArray(of)) return of.map((one) => spoken(one, language)) as T;
  if (typeof of !== "object" || of === null) return of as T;
  const fields = of as Record<string, unknown>;
  if (Object.keys(fields).length === 2 && "en" in fields && "it" in fields)
    return fields[language] as T;
  const said = Object.entries(fields).map(([name, value]) => [name, spoken(value, language)]);
  return Object.fromEntries(said) as T;
}

function runFile(name: string, draws: number, modified: string): RunFile {
  return {
    name,
    study: "bari",
    title: { en: "The Cantiere dell'inclusione in Bari", it: "Il Cantiere dell'inclusione a Bari" },
    scenarios: titles(),
    draws,
    replicates: 4,
    months: 120,
    start: "2008-01",
    price_year: 2024,
    wtp: 20000,
    bytes: 7_340_032,
    modified,
    draft: draws < 100,
  };
}

export function newWorld(): World {
  const runs = [
    runFile("bari.h5", 24, "2026-03-14T09:26:53Z"),
    runFile("bari-full.h5", 200, "2026-03-01T18:00:00Z"),
  ];
  return { runs, jobs: [], steps: 4, isLost: false };
}

const study = () => ({
  id: "bari",
  title: { en: "The Cantiere dell'inclusione in Bari", it: "Il Cantiere dell'inclusione a Bari" },
  scenarios: titles().map((one) => ({
    ...one,
    policies: one.id === "as-usual" ? [] : ["../policies/bari-cantiere.toml"],
    set: {},
  })),
});

function problem(message: string, hint: string, code = "out-of-range") {
  return { code, severity: "error", file: null, line: null, column: null, message, hint };
}

function check(set: Record<string, LeverValue>, language: Language) {
  const problems = Object.entries(set).flatMap(([key, value]) => {
    const lever = levers.find((one) => one["key"] === key);
    const [low, high] = [lever?.low ?? -Infinity, lever?.high ?? Infinity];
    if (typeof value !== "number" || (value >= low && value <= high)) return [];
    return language === "it"
      ? [problem(`${key} è ${value}, fuori da ${low} ... ${high}`, "scrivere un valore ammesso")]
      : [problem(`${key} is ${value}, outside ${low} to ${high}`, "write a value inside")];
  });
  return { ok: problems.length === 0, problems };
}

function start(world: World, order: RunOrder): Answer {
  if (world.runs.some((run) => run.name === order.name))
    return {
      status: 409,
      json: {
        problems: [problem(`${order.name} is already there`, "choose another name", "exists")],
      },
    };
  const job: Job = {
    id: String(world.jobs.length + 1),
    name: order.name,
    state: "running",
    done: 0,
    total: order.draws * order.replicates,
    seconds: 0,
    seconds_left: null,
    resident_months_per_second: 2_340_000,
    estimate: null,
    problems: [],
  };
  world.jobs.push(job);
  return { json: { job: job.id } };
}

/// Every question about a job brings it forward.
function advance(world: World, job: Job): Job {
  if (job.state !== "running") return job;
  job.done = Math.min(job.total, job.done + job.total / world.steps);
  job.seconds += 1;
  job.seconds_left = (job.total - job.done) / (job.total / world.steps);
  job.estimate = {
    scenario: "bari-cantiere",
    variable: "autonomy_years",
    mean: 29.7,
    low: 29.7 - (20 * job.total) / job.done,
    high: 29.7 + (20 * job.total) / job.done,
  };
  if (job.done >= job.total) {
    job.state = "done";
    world.runs.unshift(runFile(job.name, 8, new Date(0).toISOString()));
  }
  return job;
}

function aboutJobs(world: World, method: string, path: string): Answer {
  const [, id, verb] = path.split("/");
  if (id === undefined) return { json: world.jobs };
  const job = world.jobs.find((one) => one.id === id);
  if (job === undefined)
    return { status: 404, json: { problems: [problem(`there is no run ${id}`, "", "no-job")] } };
  if (method === "POST" && verb === "cancel" && job.state === "running") job.state = "cancelled";
  return { json: advance(world, job) };
}

function found(word: string, language: Language): unknown {
  const said = spoken<Parameter[]>(parameters, language);
  const small = word.toLowerCase();
  return said.filter((one) => `${one.key} ${one.text}`.toLowerCase().includes(small));
}

const validation = (language: Language) => ({
  patterns: (examples(language).find((one) => one.kind === "validation") as { patterns: unknown })
    .patterns,
});

const about = {
  version: "1.9.0",
  read_only: false,
  folder: "outputs/runs",
  languages: ["en", "it"],
};

export function answer(
  world: World,
  method: string,
  path: string,
  query: URLSearchParams,
  body: unknown,
): Answer {
  const language = query.get("lang") === "it" ? "it" : "en";
  const say = (json: unknown): Answer => ({ json: spoken(json, language) });
  if (path.startsWith("jobs")) return aboutJobs(world, method, path);
  if (method === "POST" && path === "runs") return start(world, body as RunOrder);
  if (method === "POST" && path === "check")
    return { json: check((body as { set: Record<string, LeverValue> }).set, language) };
  const answers: Record<string, () => Answer> = {
    about: () => ({ json: about }),
    runs: () => say(world.runs),
    compare: () => ({ json: compared(query, language) }),
    figures: () => ({ json: { figures: figures(language) } }),
    report: () => ({ file: reportPage(language), type: "text/html; charset=utf-8" }),
    file: () => ({ file: Buffer.from("HDF"), type: "application/x-hdf5" }),
    studies: () => say([{ ...study(), draws: 100, replicates: 5, months: 120, seed: 2008 }]),
    study: () => say({ ...study(), levers }),
    parameters: () => ({ json: found(query.get("word") ?? "", language) }),
    validation: () => ({ json: validation(language) }),
  };
  return answers[path]?.() ?? { status: 404, json: { problems: [] } };
}
