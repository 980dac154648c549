/// Loads what a view needs; while it loads again, what was there stays.

import { useEffect, useState } from "preact/hooks";
import { Failure, unreadable } from "../api/client";
import { revived } from "./store";

export interface Loaded<T> {
  data: T | undefined;
  failure: Failure | undefined;
  busy: boolean;
  again(): void;
}

interface Kept<T> {
  data: T | undefined;
  failure: Failure | undefined;
  /// The key that data or failure answer.
  key: string | undefined;
}

/// Calls `load` whenever `key` changes, `wait` milliseconds after its last change; not at all
/// where it is undefined.
export function useLoaded<T>(
  key: string | undefined,
  load: (signal: AbortSignal) => Promise<T>,
  wait = 0,
): Loaded<T> {
  const [kept, keep] = useState<Kept<T>>({ data: undefined, failure: undefined, key: undefined });
  const [turn, setTurn] = useState(0);
  const wanted = key === undefined ? undefined : `${turn}/${revived.value}/${key}`;
  useEffect(() => {
    if (wanted === undefined) return undefined;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const data = await load(stop.signal);
        if (!stop.signal.aborted) keep({ data, failure: undefined, key: wanted });
      } catch (error) {
        if (stop.signal.aborted) return;
        const failure = error instanceof Failure ? error : new Failure(unreadable, []);
        keep((before) => ({ data: before.data, failure, key: wanted }));
      }
    };
    const timer = setTimeout(() => void ask(), kept.key === undefined ? 0 : wait);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  const again = () => setTurn((before) => before + 1);
  return { data: kept.data, failure: kept.failure, busy: wanted !== kept.key, again };
}
