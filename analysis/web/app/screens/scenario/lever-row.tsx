/// One lever: what it is, its field, its range, and where its value comes from.

import { useEffect } from "preact/hooks";
import type { Lever, Problem } from "../../api/types";
import { fieldText, type Changes } from "../../core/draft";
import { exactText, rangeText, unitText } from "../../core/format";
import { language, texts } from "../../core/language";
import { adjust } from "../../core/navigation";
import { announce } from "../../core/announce";
import { fill } from "../../../locale";
import { Quality } from "../../parts/quality";

interface LeverProps {
  lever: Lever;
  /// What was typed; undefined where nothing was.
  text: string | undefined;
  isChanged: boolean;
  wrong: Changes["wrong"][string] | undefined;
  problems: readonly Problem[];
}

function setLever(key: string, text: string | undefined): void {
  adjust({ [`set.${key}`]: text });
}

/// The name of a payer, where the choice is one.
function wordOf(choice: string): string {
  const said = texts.value as Record<string, string | undefined>;
  return said[`perspective_${choice}`] ?? choice.replaceAll("_", " ");
}

function choicesOf(lever: Lever): { id: string; text: string }[] {
  return (lever.choices ?? []).map((one) =>
    typeof one === "string" ? { id: one, text: wordOf(one) } : one,
  );
}

interface InputProps {
  lever: Lever;
  shown: string;
  id: string;
  described: string;
  isWrong: boolean;
}

/// An emptied field is kept as a blank, since a link cannot hold nothing.
function Input({ lever, shown, id, described, isWrong }: InputProps) {
  const common = { id, "aria-describedby": described, "aria-invalid": isWrong };
  const give = (text: string) => setLever(lever.key, text === "" ? " " : text);
  const said = texts.value;
  if (lever.type === "flag" || lever.type === "choice") {
    const yesNo = [
      { id: "true", text: said.yes },
      { id: "false", text: said.no },
    ];
    const options = lever.type === "flag" ? yesNo : choicesOf(lever);
    return (
      <select {...common} value={shown} onChange={(event) => give(event.currentTarget.value)}>
        {options.map((one) => (
          <option key={one.id} value={one.id} selected={one.id === shown}>
            {one.text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...common}
      type="text"
      inputMode="decimal"
      class="numeric"
      autocomplete="off"
      value={shown.trim() === "" ? "" : shown}
      onInput={(event) => give(event.currentTarget.value)}
    />
  );
}

function Limits({ lever }: { lever: Lever }) {
  const said = texts.value;
  const lang = language.value;
  const taken = rangeText(lever.low, lever.high, lang);
  const stated = rangeText(lever.stated_low, lever.stated_high, lang);
  return (
    <>
      {taken !== "" && (
        <span>
          {said.rangeTaken}: {taken}
        </span>
      )}
      {stated !== "" && (
        <span>
          {said.rangeStated}: {stated}
        </span>
      )}
    </>
  );
}

function Source({ lever }: { lever: Lever }) {
  const source = Array.isArray(lever.source) ? lever.source.join(", ") : (lever.source ?? "");
  return (
    <p class="lever-source">
      {lever.quality != null && lever.quality !== "" && <Quality quality={lever.quality} />}{" "}
      {lever.source_text != null && lever.source_text !== "" && <span>{lever.source_text} </span>}
      {source !== "" && <code>{source}</code>}
    </p>
  );
}

function Reasons({ id, wrong, problems }: Pick<LeverProps, "wrong" | "problems"> & { id: string }) {
  const said = texts.value;
  return (
    <div class="wrong" id={id}>
      {wrong !== undefined && <p>{said[`wrong_${wrong}`]}</p>}
      {problems.map((one, i) => (
        <p key={i}>
          {one.message}
          {one.hint != null && one.hint !== "" && <span class="remedy">{one.hint}</span>}
        </p>
      ))}
    </div>
  );
}

/// Says what cannot be read at all; the program's own words come from the check.
function useSpokenWrong(wrong: LeverProps["wrong"]) {
  useEffect(() => {
    if (wrong !== undefined) announce(texts.value[`wrong_${wrong}`]);
  }, [wrong]);
}

export function LeverRow({ lever, text, isChanged, wrong, problems }: LeverProps) {
  const said = texts.value;
  const id = `lever-${lever.key}`;
  const isWrong = wrong !== undefined || problems.length > 0;
  const shown = text ?? fieldText(lever.value, language.value);
  const was = exactText(lever.value, language.value);
  const reset = () => {
    setLever(lever.key, undefined);
    document.getElementById(id)?.focus();
  };
  useSpokenWrong(wrong);
  return (
    <li class={`lever${isChanged ? " is-changed" : ""}${isWrong ? " is-wrong" : ""}`}>
      <div class="lever-name">
        <label for={id}>{lever.text}</label>
        <code>{lever.key}</code>
      </div>
      <div class="lever-field">
        <div class="field-line">
          <Input
            lever={lever}
            shown={shown}
            id={id}
            described={`${id}-about ${id}-wrong`}
            isWrong={isWrong}
          />
          {unitText(lever.unit) !== "" && <span class="unit">{unitText(lever.unit)}</span>}
        </div>
        {isChanged && (
          <p class="lever-was">
            <span class="mark changed">{fill(said.wasValue, { value: was })}</span>
            <button
              type="button"
              class="button small"
              aria-label={`${said.reset}: ${lever.text}`}
              onClick={reset}
            >
              {said.reset}
            </button>
          </p>
        )}
        {isWrong ? (
          <Reasons id={`${id}-wrong`} wrong={wrong} problems={problems} />
        ) : (
          <span id={`${id}-wrong`} />
        )}
      </div>
      <div class="lever-about">
        <p class="hint" id={`${id}-about`}>
          <Limits lever={lever} />
        </p>
        <Source lever={lever} />
      </div>
    </li>
  );
}
