/// What is compared: file, base, scenarios, whose costs count.

import type { RunFile } from "../../api/types";
import { mostScenarios, perspectives, type Choice } from "../../core/choice";
import { said as textOf, texts } from "../../core/language";
import { choose, open } from "../../core/navigation";
import { runName, scenarioName } from "../../core/runs";
import { fill } from "../../../locale";
import { CheckFields, SelectField } from "../../parts/fields";
import { Link } from "../../parts/links";

interface ChooserProps {
  run: RunFile;
  runs: readonly RunFile[];
  choice: Choice;
}

/// Changes the base; a scenario that becomes the base leaves the compared ones.
function changeBase(base: string, choice: Choice): void {
  const scenarios = choice.scenarios.map((id) => (id === base ? choice.base : id));
  choose({ base, scenarios: scenarios.join(",") });
}

function Scenarios({ run, choice }: Omit<ChooserProps, "runs">) {
  const said = texts.value;
  const others = run.scenarios.filter((one) => one.id !== choice.base);
  return (
    <details class="choose-scenarios" open={others.length <= 6 && innerWidth >= 640}>
      <summary>
        <span class="field-name">{said.comparedScenarios}</span>{" "}
        <span class="hint">{choice.scenarios.map((id) => scenarioName(run, id)).join(", ")}</span>
      </summary>
      <CheckFields
        name={said.chooseScenarios}
        hint={fill(said.atMost, { count: mostScenarios })}
        options={others.map((one) => ({ id: one.id, name: textOf(one.title) }))}
        chosen={choice.scenarios}
        least={1}
        most={mostScenarios}
        onChoice={(ids) => choose({ scenarios: ids.join(",") })}
      />
    </details>
  );
}

export function Chooser({ run, runs, choice }: ChooserProps) {
  const said = texts.value;
  const first = choice.scenarios[0] ?? choice.base;
  return (
    <section class="card chooser" aria-label={said.chooserLabel}>
      <div class="fields">
        <SelectField
          name={said.resultsFile}
          value={run.name}
          options={runs.map((one) => ({ id: one.name, name: runName(one) }))}
          onChoice={(result) => open({ screen: "compare", query: { result } })}
        />
        <SelectField
          name={said.base}
          value={choice.base}
          options={run.scenarios.map((one) => ({ id: one.id, name: textOf(one.title) }))}
          onChoice={(base) => changeBase(base, choice)}
        />
        <SelectField
          name={said.perspective}
          value={choice.perspective}
          options={perspectives.map((id) => ({ id, name: said[`perspective_${id}`] }))}
          onChoice={(perspective) => choose({ perspective })}
        />
      </div>
      <Scenarios run={run} choice={choice} />
      <p class="chooser-links">
        <Link to="scenario" query={{ study: run.study, from: first }}>
          {fill(said.tryVariant, { name: scenarioName(run, first) })}
        </Link>
      </p>
    </section>
  );
}
