/// Parameters one below the other, each with the values that packs state.

import { useState } from "preact/hooks";
import type { Parameter, StatedValue } from "../../api/types";
import { exactText, rangeText, unitText } from "../../core/format";
import { language, texts } from "../../core/language";
import { fill } from "../../../locale";
import { Quality } from "../../parts/quality";
import { Scroll } from "../../parts/text-table";

const atOnce = 40;

function StatedRow({ stated }: { stated: StatedValue }) {
  const lang = language.value;
  const source = Array.isArray(stated.source) ? stated.source.join(", ") : (stated.source ?? "");
  return (
    <tr>
      <th scope="row">{stated.pack}</th>
      <td class="number">{exactText(stated.value, lang)}</td>
      <td>{rangeText(stated.low, stated.high, lang)}</td>
      <td>
        {stated.quality != null && stated.quality !== "" && <Quality quality={stated.quality} />}
      </td>
      <td>
        <code>{source}</code>
      </td>
    </tr>
  );
}

function StatedTable({ parameter }: { parameter: Parameter }) {
  const said = texts.value;
  return (
    <Scroll label={`${said.statedValues}: ${parameter.text}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.pack}</th>
            <th scope="col" class="number">
              {said.value}
            </th>
            <th scope="col">{said.rangeStated}</th>
            <th scope="col">{said.qualityLabel}</th>
            <th scope="col">{said.sourceLabel}</th>
          </tr>
        </thead>
        <tbody>
          {parameter.stated.map((stated, i) => (
            <StatedRow key={i} stated={stated} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/// One mark for each quality that its values have.
function Marks({ parameter }: { parameter: Parameter }) {
  const known = [...new Set(parameter.stated.map((one) => one.quality))];
  return (
    <>
      {known.map(
        (quality) =>
          quality != null && quality !== "" && <Quality key={quality} quality={quality} />,
      )}
    </>
  );
}

function ParameterItem({ parameter }: { parameter: Parameter }) {
  const said = texts.value;
  const lang = language.value;
  const [open, setOpen] = useState(false);
  const range = rangeText(parameter.low, parameter.high, lang);
  const unit = unitText(parameter.unit);
  return (
    <li class="parameter">
      <div>
        <h3>{parameter.text}</h3>
        <code>{parameter.key}</code>
      </div>
      <p class="hint">
        {range !== "" && (
          <span>{`${said.rangeTaken}: ${range}${unit === "" ? "" : ` ${unit}`}`}</span>
        )}
        <span>
          {said.usually}: {exactText(parameter.default, lang)}
        </span>
        <span>
          {said.home}: {parameter.home}
        </span>
      </p>
      {parameter.stated.length > 0 && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            {fill(parameter.stated.length === 1 ? said.oneStated : said.someStated, {
              count: parameter.stated.length,
            })}{" "}
            <Marks parameter={parameter} />
          </summary>
          {open && <StatedTable parameter={parameter} />}
        </details>
      )}
    </li>
  );
}

export function ParameterList({ parameters }: { parameters: readonly Parameter[] }) {
  const said = texts.value;
  const [count, setCount] = useState(atOnce);
  if (parameters.length === 0) return <p class="card empty">{said.noParameters}</p>;
  return (
    <>
      <ul class="card parameters">
        {parameters.slice(0, count).map((one) => (
          <ParameterItem key={one.key} parameter={one} />
        ))}
      </ul>
      {parameters.length > count && (
        <button type="button" class="button" onClick={() => setCount(count + 4 * atOnce)}>
          {fill(said.showMore, { count: parameters.length - count })}
        </button>
      )}
    </>
  );
}
