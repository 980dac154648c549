/// Asks for the token, where a link was opened in another tab or the program was started again.

import { useState } from "preact/hooks";
import { connection } from "../api/client";
import { keepToken, tokenIn } from "../api/token";
import { texts } from "../core/language";
import { PageHead } from "./head";

export function Unlock() {
  const said = texts.value;
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const token = tokenIn(typed);
    if (token === undefined) {
      setWrong(true);
      return;
    }
    keepToken(token);
    connection.value = "open";
  };
  return (
    <>
      <PageHead title={said.lockedTitle} lead={said.lockedText} />
      <form class="card narrow" onSubmit={submit}>
        <label class="field">
          <span class="field-name">{said.lockedField}</span>
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            aria-invalid={wrong}
            aria-describedby={wrong ? "unlock-wrong" : undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        {wrong && (
          <p class="wrong" id="unlock-wrong" role="alert">
            {said.lockedWrong}
          </p>
        )}
        <button type="submit" class="button primary">
          {said.lockedOpen}
        </button>
      </form>
    </>
  );
}
