/// The form of a run: which scenarios, how large, under what name.

import { useRef, useState } from "preact/hooks";
import { Failure, get, post, unreadable } from "../../api/client";
import type { Lever, Study, StudyInList } from "../../api/types";
import { changesOf } from "../../core/draft";
import { countText } from "../../core/format";
import { language, said as textOf, texts } from "../../core/language";
import { useLoaded } from "../../core/load";
import { adjust, choose, open, route } from "../../core/navigation";
import {
  formOf,
  orderOf,
  readCount,
  scenarioCount,
  sizeNameOf,
  sizes,
  wrongFields,
  type OrderForm,
} from "../../core/order";
import { leversIn } from "../../core/route";
import { fill } from "../../../locale";
import { CheckFields, Segments, SelectField, TextField } from "../../parts/fields";
import { Link } from "../../parts/links";
import { Loading } from "../../parts/loading";
import { FailureNote } from "../../parts/problems";

interface PartProps {
  form: OrderForm;
  study: StudyInList;
}

function Size({ form, study }: PartProps) {
  const said = texts.value;
  const lang = language.value;
  const wrong = wrongFields(form, language.value);
  const take = (id: string) => {
    const size = id === "quick" || id === "draft" ? sizes[id] : study;
    if (id !== "own") adjust({ draws: String(size.draws), replicates: String(size.replicates) });
  };
  const shown = sizeNameOf(form, study);
  const options = (["quick", "draft", "full"] as const).map((id) => ({
    id,
    name: said[`size_${id}`],
  }));
  const count = scenarioCount(form, study);
  const runs = (readCount(form.draws, lang) ?? 0) * (readCount(form.replicates, lang) ?? 0);
  const countField = (name: "draws" | "replicates" | "months") => (
    <TextField
      name={said[`${name}Field`]}
      hint={said[`${name}Hint`]}
      value={form[name]}
      numeric
      onText={(text) => adjust({ [name]: text === "" ? " " : text })}
      {...(wrong.includes(name) ? { wrong: said.wrongCount } : {})}
    />
  );
  return (
    <section class="card" aria-labelledby="size-title">
      <h2 id="size-title">{said.sizeTitle}</h2>
      <Segments
        name={said.sizeTitle}
        value={shown}
        options={shown === "own" ? [...options, { id: "own", name: said.size_own }] : options}
        onChoice={take}
      />
      <div class="fields">
        {countField("draws")}
        {countField("replicates")}
        {countField("months")}
      </div>
      <p class="hint">
        {fill(said.sizeInAll, {
          runs: countText(runs * count, lang),
          scenarios: countText(count, lang),
        })}{" "}
        {(readCount(form.draws, lang) ?? 0) < 100 && said.sizeDraft}
      </p>
    </section>
  );
}

function What({ form, study, studies }: PartProps & { studies: readonly StudyInList[] }) {
  const said = texts.value;
  return (
    <section class="card" aria-labelledby="what-title">
      <h2 id="what-title">{said.whatTitle}</h2>
      {form.isOwn ? (
        <p class="own">
          <strong>{form.title}</strong>{" "}
          <span class="hint">{fill(said.ownOf, { study: textOf(study.title) })}</span>{" "}
          <Link to="scenario" query={backToScenario()}>
            {said.changeIt}
          </Link>
        </p>
      ) : (
        <SelectField
          name={said.study}
          value={study.id}
          options={studies.map((one) => ({ id: one.id, name: `${textOf(one.title)} (${one.id})` }))}
          onChoice={(id) => open({ screen: "run", query: { study: id } })}
        />
      )}
      <CheckFields
        name={form.isOwn ? said.besideIt : said.scenariosToRun}
        hint={said.basesToo}
        options={study.scenarios.map((one) => ({ id: one.id, name: textOf(one.title) }))}
        chosen={form.scenarios}
        least={1}
        most={Infinity}
        onChoice={(ids) => choose({ scenarios: ids.join(",") })}
      />
    </section>
  );
}

/// The scenario as it was left, without what belongs to the run.
function backToScenario(): Record<string, string> {
  const kept = Object.entries(route.value.query).filter(
    ([name]) => ["study", "from", "title"].includes(name) || name.startsWith("set."),
  );
  return Object.fromEntries(kept);
}

function useStart(form: OrderForm, levers: readonly Lever[]) {
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const lang = language.value;
  const start = async () => {
    const order = orderOf(form, changesOf(levers, leversIn(route.value.query), lang).set, lang);
    if (order === undefined || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const { job } = await post<{ job: string | number }>("runs", order);
      open({ screen: "run", query: { ...route.value.query, name: order.name, job: String(job) } });
    } catch (error) {
      setFailure(error instanceof Failure ? error : new Failure(unreadable, []));
      setBusy(false);
    }
  };
  return { failure, busy, start };
}

interface StartProps extends PartProps {
  levers: readonly Lever[];
}

function Start({ form, levers }: StartProps) {
  const said = texts.value;
  const { failure, busy, start } = useStart(form, levers);
  const wrong = wrongFields(form, language.value);
  return (
    <section class="card" aria-labelledby="start-title">
      <h2 id="start-title">{said.startTitle}</h2>
      <TextField
        name={said.nameField}
        hint={said.nameHint}
        value={form.name}
        onText={(name) => adjust({ name: name === "" ? " " : name })}
        {...(wrong.includes("name") ? { wrong: said.wrongName } : {})}
      />
      {failure !== undefined && <FailureNote failure={failure} title={said.startFailed} />}
      <button
        type="submit"
        class="button primary"
        aria-disabled={wrong.length > 0}
        onClick={() => void start()}
      >
        {busy ? said.starting : said.start}
      </button>
      {wrong.length > 0 && <p class="wrong">{said.startWhen}</p>}
    </section>
  );
}

export function Order({ studies }: { studies: readonly StudyInList[] }) {
  const { query } = route.value;
  const opened = useRef(new Date());
  const study = studies.find((one) => one.id === query["study"]) ?? (studies[0] as StudyInList);
  const form = formOf(query, study, opened.current);
  const key = form.isOwn ? `${study.id}/${form.from}/${language.value}` : undefined;
  const asked = { id: study.id, scenario: form.from };
  const levers = useLoaded(key, (signal) => get<Study>("study", asked, signal));
  const ready = !form.isOwn || levers.data !== undefined;
  return (
    <form class="order" onSubmit={(event) => event.preventDefault()}>
      <What form={form} study={study} studies={studies} />
      <Size form={form} study={study} />
      {levers.failure !== undefined && (
        <FailureNote failure={levers.failure} again={levers.again} />
      )}
      {ready ? (
        <Start form={form} study={study} levers={levers.data?.levers ?? []} />
      ) : (
        <Loading lines={3} />
      )}
    </form>
  );
}
