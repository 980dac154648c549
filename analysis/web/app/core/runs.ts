/// The results files of the folder, and which one a view is about.

import { get } from "../api/client";
import type { RunFile } from "../api/types";
import { said, language } from "./language";
import { useLoaded, type Loaded } from "./load";

export function useRuns(): Loaded<RunFile[]> {
  return useLoaded(`runs/${language.value}`, (signal) => get<RunFile[]>("runs", {}, signal));
}

/// The file that was asked for; the newest where none was; undefined where it is not there.
export function runOf(runs: readonly RunFile[], name: string | undefined): RunFile | undefined {
  if (name === undefined) return runs[0];
  return runs.find((run) => run.name === name) ?? runs.find((run) => run.name === `${name}.h5`);
}

/// Names a file where people choose one.
export function runName(run: RunFile): string {
  return `${said(run.title)} (${run.name})`;
}

/// Names a scenario; its id where the file does not know it.
export function scenarioName(run: RunFile, id: string): string {
  const found = run.scenarios.find((one) => one.id === id);
  return found === undefined ? id : said(found.title);
}
