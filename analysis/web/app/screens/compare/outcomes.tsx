/// Outcome by outcome: the base, and how each scenario differs from it.

import type { Compared } from "../../api/types";
import type { Choice } from "../../core/choice";
import { differenceOf, lastPlaceText, manners, type Manner } from "../../core/difference";
import { language, said as textOf, texts } from "../../core/language";
import { adjust, route } from "../../core/navigation";
import {
  differenceIn,
  levelIn,
  outcomesFor,
  outcomeTable,
  scenarioIn,
  type Outcome,
} from "../../core/outcomes";
import { Segments } from "../../parts/fields";
import { CsvButton, Scroll } from "../../parts/text-table";

interface CellProps {
  data: Compared;
  choice: Choice;
  id: string;
  outcome: Outcome;
  manner: Manner;
}

function Cell({ data, choice, id, outcome, manner }: CellProps) {
  const said = texts.value;
  const base = levelIn(data, choice.base, outcome.id);
  const shown = differenceOf(differenceIn(data, id, outcome.id), base, manner, language.value);
  if (shown === undefined) {
    return (
      <td class="number">{scenarioIn(data, id)?.suppressed === true ? said.suppressed : "–"}</td>
    );
  }
  return (
    <td class="number">
      {shown.unclear && (
        <>
          <span aria-hidden="true">~</span>
          <span class="unseen">{said.unclear}: </span>
        </>
      )}
      {shown.text} <span class="half">{shown.half}</span>
    </td>
  );
}

function readManner(): Manner {
  const asked = route.value.query["show"];
  return manners.find((one) => one === asked) ?? "difference";
}

export function Outcomes({ data, choice }: { data: Compared; choice: Choice }) {
  const said = texts.value;
  const manner = readManner();
  const nameOf = (id: string) => textOf(scenarioIn(data, id)?.title) || id;
  const table = outcomeTable(data, choice, manner, nameOf, language.value);
  return (
    <section class="card" aria-labelledby="outcomes-title">
      <div class="card-head">
        <h2 id="outcomes-title">{said.outcomesTitle}</h2>
        <Segments
          name={said.mannerLabel}
          value={manner}
          options={manners.map((id) => ({ id, name: said[`manner_${id}`] }))}
          onChoice={(id) => adjust({ show: id === "difference" ? undefined : id })}
        />
      </div>
      <Scroll label={said.outcomesTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{said.outcome}</th>
              <th scope="col" class="number">
                {nameOf(choice.base)}
              </th>
              {choice.scenarios.map((id) => (
                <th scope="col" class="number" key={id}>
                  {nameOf(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outcomesFor(choice.perspective).map((outcome) => (
              <tr key={outcome.id}>
                <th scope="row">
                  {said[outcome.name]}
                  {outcome.unit === "" ? "" : `, ${outcome.unit}`}
                </th>
                <td class="number base">
                  {lastPlaceText(levelIn(data, choice.base, outcome.id), language.value)}
                </td>
                {choice.scenarios.map((id) => (
                  <Cell
                    key={id}
                    data={data}
                    choice={choice}
                    id={id}
                    outcome={outcome}
                    manner={manner}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div class="table-foot">
        <p class="remark">{manner === "difference" ? said.outcomesNote : said.outcomesShareNote}</p>
        <CsvButton table={table} name={`${choice.result}-outcomes`} />
      </div>
    </section>
  );
}
