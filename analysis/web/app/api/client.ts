/// Talks to the server: every request carries the token; every failure becomes words.

import { signal } from "@preact/signals";
import { language } from "../core/language";
import type { Problem } from "./types";
import { currentToken } from "./token";

/// "lost": nobody answers. "locked": there is no token, or the server does not take it.
export const connection = signal<"open" | "lost" | "locked">("open");

/// In place of a status: an answer that cannot be read.
export const unreadable = -1;

/// What went wrong: `problems` in the server's words, or none where the server did not speak.
export class Failure extends Error {
  constructor(
    readonly status: number,
    readonly problems: Problem[],
  ) {
    super(problems[0]?.message ?? `status ${status}`);
  }
}

export type Query = Record<string, string | number | undefined>;

/// Writes the address of a request; values left out are not in it.
export function addressOf(path: string, query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `/api/v1/${path}${text === "" ? "" : `?${text}`}`;
}

async function request(address: string, options: RequestInit): Promise<Response> {
  const token = currentToken();
  if (token === undefined) {
    connection.value = "locked";
    throw new Failure(401, []);
  }
  const headers = { ...options.headers, Authorization: `Bearer ${token}` };
  const answer = await reach(address, { ...options, headers });
  connection.value = answer.status === 401 ? "locked" : "open";
  if (!answer.ok) throw new Failure(answer.status, await problemsIn(answer));
  return answer;
}

async function reach(address: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { cache: "no-store", ...options });
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    connection.value = "lost";
    throw new Failure(0, []);
  }
}

async function problemsIn(answer: Response): Promise<Problem[]> {
  try {
    const said = (await answer.json()) as { problems?: Problem[] };
    return said.problems ?? [];
  } catch {
    return [];
  }
}

/// Asks for JSON in the reader's language.
export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const address = addressOf(path, { ...query, lang: language.value });
  const answer = await request(address, signal === undefined ? {} : { signal });
  return (await answer.json()) as T;
}

/// Sends JSON.
export async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const answer = await request(addressOf(path, { lang: language.value }), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
  return (await answer.json()) as T;
}

/// Fetches a whole file.
export async function getFile(path: string, query: Query, signal?: AbortSignal): Promise<Blob> {
  const address = addressOf(path, { ...query, lang: language.value });
  const answer = await request(address, signal === undefined ? {} : { signal });
  return answer.blob();
}
