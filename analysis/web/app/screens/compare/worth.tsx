/// What an autonomy-year is worth: a slider, and a field for those who know the number.

import { useEffect, useState } from "preact/hooks";
import type { RunFile } from "../../api/types";
import { sliderEnd, type Choice } from "../../core/choice";
import { readNumber } from "../../core/draft";
import { exactText } from "../../core/format";
import { language, texts } from "../../core/language";
import { adjust } from "../../core/navigation";
import { fill } from "../../../locale";
import { valueText } from "../../../numbers";
import { TextField } from "../../parts/fields";

const step = 500;

export function Worth({ run, choice }: { run: RunFile; choice: Choice }) {
  const said = texts.value;
  const [typed, setTyped] = useState(exactText(choice.wtp, language.value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    // Moved by the slider or by "back"; a field in use keeps what is typed.
    if (readNumber(typed, language.value) !== choice.wtp && !wrong)
      setTyped(exactText(choice.wtp, language.value));
  }, [choice.wtp]);
  const type = (text: string) => {
    setTyped(text);
    const value = readNumber(text, language.value);
    const good = value !== undefined && value >= 0;
    setWrong(!good);
    if (good) adjust({ wtp: String(value) });
  };
  const slide = (value: string) => {
    setWrong(false);
    setTyped(exactText(Number(value), language.value));
    adjust({ wtp: value });
  };
  const end = sliderEnd(run);
  return (
    <div class="card worth">
      <div class="field grow">
        <label class="field-name" for="worth-slider">
          {said.worthLabel}
        </label>
        <input
          id="worth-slider"
          type="range"
          min={0}
          max={end}
          step={step}
          value={Math.min(choice.wtp, end)}
          aria-valuetext={valueText(choice.wtp, "EUR", language.value)}
          onInput={(event) => slide(event.currentTarget.value)}
        />
        <p class="hint ends">
          <span>{valueText(0, "EUR", language.value)}</span>
          <span>{fill(said.worthOfStudy, { wtp: valueText(run.wtp, "EUR", language.value) })}</span>
          <span>{valueText(end, "EUR", language.value)}</span>
        </p>
      </div>
      <TextField
        name={said.worthField}
        value={typed}
        onText={type}
        numeric
        unit="EUR"
        {...(wrong ? { wrong: said.worthWrong } : {})}
      />
    </div>
  );
}
