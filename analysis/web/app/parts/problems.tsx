/// What went wrong, in words, and what to do.

import { type Failure, unreadable } from "../api/client";
import type { Problem } from "../api/types";
import { texts } from "../core/language";
import type { AppTexts } from "../locale/locale";

/// Words for a failure that the server did not explain.
function wordsFor(status: number, said: AppTexts): string {
  if (status === 0) return said.lostText;
  if (status === unreadable) return said.failedUnreadable;
  if (status === 401 || status === 403) return said.failedLocked;
  if (status === 404) return said.failedMissing;
  if (status === 409) return said.failedBusy;
  if (status === 413) return said.failedLarge;
  return said.failedOther;
}

/// Where a problem lies: `bari.toml:12:4`.
function placeOf(problem: Problem): string {
  if (problem.file === undefined || problem.file === null || problem.file === "") return "";
  const name = problem.file.split("/").pop() ?? "";
  return [name, problem.line, problem.column]
    .filter((part) => part != null && part !== 0)
    .join(":");
}

export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul class="problem-list">
      {problems.map((problem, i) => (
        <li key={i}>
          <span>{problem.message}</span>
          {problem.hint != null && problem.hint !== "" && (
            <span class="remedy">{problem.hint}</span>
          )}
          {placeOf(problem) !== "" && <code class="where">{placeOf(problem)}</code>}
        </li>
      ))}
    </ul>
  );
}

interface FailureProps {
  failure: Failure;
  title?: string;
  again?: () => void;
}

/// A failed request. Said at once to those who do not see it.
export function FailureNote({ failure, title, again }: FailureProps) {
  const said = texts.value;
  const spoken = failure.problems.length > 0;
  return (
    <div class="note note-error" role="alert">
      <p class="note-title">{title ?? said.failedTitle}</p>
      {spoken ? (
        <ProblemList problems={failure.problems} />
      ) : (
        <p>{wordsFor(failure.status, said)}</p>
      )}
      {again !== undefined && (
        <button type="button" class="button" onClick={again}>
          {said.tryAgain}
        </button>
      )}
    </div>
  );
}
