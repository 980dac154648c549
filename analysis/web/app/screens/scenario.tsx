/// A scenario of one's own: a copy of one of a study, with some levers changed.

import { get } from "../api/client";
import type { Study, StudyInList } from "../api/types";
import { changesOf } from "../core/draft";
import { language, said as textOf, texts } from "../core/language";
import { useLoaded } from "../core/load";
import { open, route } from "../core/navigation";
import { leversIn } from "../core/route";
import { PageHead } from "../parts/head";
import { SelectField } from "../parts/fields";
import { Loading } from "../parts/loading";
import { FailureNote } from "../parts/problems";
import { useCheck } from "./scenario/check";
import { Form } from "./scenario/form";
import { Summary } from "./scenario/summary";

/// A study's own scenario to begin with: the first with a programme, not a null twin.
function firstScenario(study: Study): string {
  const own = study.scenarios.find((one) => one.policies.length > 0 && !one.null_twin);
  return (own ?? study.scenarios[0])?.id ?? "";
}

interface OriginProps {
  studies: readonly StudyInList[];
  study: string;
  shown: Study | undefined;
  from: string;
}

function Origin({ studies, study, shown, from }: OriginProps) {
  const said = texts.value;
  const scenarios = shown?.scenarios ?? [];
  return (
    <section class="card" aria-labelledby="origin-title">
      <h2 id="origin-title">{said.originTitle}</h2>
      <div class="fields">
        <SelectField
          name={said.study}
          value={study}
          options={studies.map((one) => ({ id: one.id, name: `${textOf(one.title)} (${one.id})` }))}
          onChoice={(id) => open({ screen: "scenario", query: { study: id } })}
        />
        <SelectField
          name={said.fromScenario}
          value={from}
          options={scenarios.map((one) => ({ id: one.id, name: textOf(one.title) }))}
          onChoice={(id) =>
            open({ screen: "scenario", query: { ...route.value.query, study, from: id } })
          }
        />
      </div>
    </section>
  );
}

/// The levers of the scenario, once its values have come.
function Editing({ study, from, busy }: { study: Study; from: string; busy: boolean }) {
  const typed = leversIn(route.value.query);
  const changes = changesOf(study.levers, typed, language.value);
  const check = useCheck(study.id, from, changes);
  return (
    <div class={`editing${busy ? " renewing" : ""}`} aria-busy={busy}>
      <Form levers={study.levers} typed={typed} changes={changes} check={check} />
      <Summary study={study} from={from} typed={typed} changes={changes} check={check} />
    </div>
  );
}

/// A study; its levers have the values of a scenario where one is given.
function useStudy(id: string, scenario: string | undefined, wanted: boolean) {
  const key = wanted ? `${id}/${scenario ?? ""}/${language.value}` : undefined;
  return useLoaded(key, (signal) => get<Study>("study", { id, scenario }, signal));
}

/// The scenario of the address, where the study has it: one of another file it may not know.
function originOf(study: Study | undefined): string {
  if (study === undefined) return "";
  const asked = route.value.query["from"];
  const known = study.scenarios.some((one) => one.id === asked);
  return known && asked !== undefined ? asked : firstScenario(study);
}

function Chosen({ studies }: { studies: readonly StudyInList[] }) {
  const asked = route.value.query["study"];
  const id = studies.some((one) => one.id === asked) ? (asked ?? "") : (studies[0]?.id ?? "");
  const list = useStudy(id, undefined, id !== "");
  const shown = list.data?.id === id ? list.data : undefined;
  const from = originOf(shown);
  const values = useStudy(id, from, from !== "");
  const ready = values.data?.id === id ? values.data : undefined;
  const failure = list.failure ?? values.failure;
  const again = () => {
    list.again();
    values.again();
  };
  return (
    <>
      <Origin studies={studies} study={id} shown={shown} from={from} />
      {failure !== undefined && <FailureNote failure={failure} again={again} />}
      {ready === undefined && failure === undefined && <Loading lines={14} />}
      {ready !== undefined && <Editing key={id} study={ready} from={from} busy={values.busy} />}
    </>
  );
}

export function Scenario() {
  const said = texts.value;
  const studies = useLoaded(`studies/${language.value}`, (signal) =>
    get<StudyInList[]>("studies", {}, signal),
  );
  return (
    <>
      <PageHead title={said.scenarioTitle} lead={said.scenarioLead} />
      {studies.failure !== undefined && (
        <FailureNote failure={studies.failure} again={studies.again} />
      )}
      {studies.data === undefined && studies.busy && <Loading lines={14} />}
      {studies.data !== undefined && <Chosen studies={studies.data} />}
    </>
  );
}
