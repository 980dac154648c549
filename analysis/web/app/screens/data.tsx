/// Every number the model takes, with its sources; and how to read what comes out.

import { get } from "../api/client";
import type { Parameter } from "../api/types";
import { language, texts } from "../core/language";
import { useLoaded } from "../core/load";
import { adjust, route } from "../core/navigation";
import { hasQuality, qualities, qualityCounts } from "../core/parameters";
import { fill } from "../../locale";
import { countText } from "../core/format";
import { Segments, TextField } from "../parts/fields";
import { PageHead } from "../parts/head";
import { Loading } from "../parts/loading";
import { FailureNote } from "../parts/problems";
import { Method } from "./data/method";
import { ParameterList } from "./data/parameter-list";

const rest = 300;

function Counts({ parameters }: { parameters: readonly Parameter[] }) {
  const said = texts.value;
  const counts = qualityCounts(parameters);
  const all = Math.max(1, counts.found + counts.recalled + counts.assumed);
  let from = 0;
  const colours = { found: "#0072b2", recalled: "#56b4e9", assumed: "#c9d1da" };
  return (
    <div class="quality-counts">
      <svg class="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {qualities.map((one) => {
          const width = (100 * counts[one]) / all;
          const bar = (
            <rect
              key={one}
              x={from}
              width={width}
              height="6"
              fill={colours[one]}
              stroke="#fff"
              stroke-width="0.3"
            />
          );
          from += width;
          return bar;
        })}
      </svg>
      <p class="hint">
        {fill(said.qualityCounts, {
          found: countText(counts.found, language.value),
          recalled: countText(counts.recalled, language.value),
          assumed: countText(counts.assumed, language.value),
        })}
      </p>
    </div>
  );
}

function Parameters() {
  const said = texts.value;
  const word = route.value.query["word"] ?? "";
  const quality = route.value.query["quality"] ?? "all";
  const { data, failure, busy, again } = useLoaded(
    `${word}/${language.value}`,
    (signal) => get<Parameter[]>("parameters", { word: word.trim() }, signal),
    rest,
  );
  const found = (data ?? []).filter((one) => quality === "all" || hasQuality(one, quality));
  const options = ["all", ...qualities].map((id) => ({
    id,
    name: id === "all" ? said.quality_all : said[`quality_${id as (typeof qualities)[number]}`],
  }));
  return (
    <section aria-labelledby="parameters-title">
      <div class="card">
        <h2 id="parameters-title">{said.parametersTitle}</h2>
        <p>{said.parametersLead}</p>
        <div class="lever-search">
          <TextField
            name={said.searchParameters}
            value={word}
            search
            onText={(text) => adjust({ word: text })}
          />
          <Segments
            name={said.qualityLabel}
            value={quality}
            options={options}
            onChoice={(id) => adjust({ quality: id === "all" ? undefined : id })}
          />
          <p class="hint" role="status">
            {data === undefined || busy
              ? ""
              : fill(said.foundParameters, { count: countText(found.length, language.value) })}
          </p>
        </div>
        {data !== undefined && data.length > 0 && <Counts parameters={found} />}
        <details class="help">
          <summary>{said.qualityHelp}</summary>
          <p>{said.qualityHelpText}</p>
        </details>
      </div>
      {failure !== undefined && <FailureNote failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Loading lines={12} />}
      {data !== undefined && (
        <div class={busy ? "renewing" : undefined} aria-busy={busy}>
          <ParameterList key={`${word}/${quality}`} parameters={found} />
        </div>
      )}
    </section>
  );
}

export function Data() {
  const said = texts.value;
  return (
    <>
      <PageHead title={said.dataTitle} lead={said.dataLead} />
      <Method />
      <Parameters />
    </>
  );
}
