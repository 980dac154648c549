/// How the numbers come about, and the words that go with them.

import { texts } from "../../core/language";
import type { AppTexts } from "../../locale/locale";

const steps = ["method1", "method2", "method3", "method4"] as const satisfies (keyof AppTexts)[];

const words = [
  ["wordAutonomyYear", "wordAutonomyYearText"],
  ["wordStableExit", "wordStableExitText"],
  ["wordTwin", "wordTwinText"],
  ["wordWorth", "wordWorthText"],
  ["wordDraws", "wordDrawsText"],
  ["wordNet", "wordNetText"],
] as const satisfies [keyof AppTexts, keyof AppTexts][];

export function Method() {
  const said = texts.value;
  return (
    <section class="card method" aria-labelledby="method-title">
      <h2 id="method-title">{said.methodTitle}</h2>
      <div class="side-by-side">
        <ol>
          {steps.map((step) => (
            <li key={step}>{said[step]}</li>
          ))}
        </ol>
        <dl>
          {words.map(([word, text]) => (
            <div key={word}>
              <dt>{said[word]}</dt>
              <dd>{said[text]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
