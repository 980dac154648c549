/// The levers, section by section, with a search over all of them.

import { useState } from "preact/hooks";
import type { Lever } from "../../api/types";
import { matches, sectionsOf, type Changes } from "../../core/draft";
import { texts } from "../../core/language";
import { adjust, route } from "../../core/navigation";
import { fill } from "../../../locale";
import { Segments, TextField } from "../../parts/fields";
import type { Check } from "./check";
import { LeverRow } from "./lever-row";

interface FormProps {
  levers: readonly Lever[];
  typed: Record<string, string>;
  changes: Changes;
  check: Check;
}

interface SectionProps extends Omit<FormProps, "levers"> {
  name: string;
  levers: readonly Lever[];
  open: boolean;
  onToggle: (open: boolean) => void;
}

/// The words of a section, which the program names by the first part of its keys.
function titleOf(name: string): string {
  const said = texts.value as Record<string, string | undefined>;
  return said[`section_${name}`] ?? name.replaceAll("_", " ");
}

function Section({ name, levers, typed, changes, check, open, onToggle }: SectionProps) {
  const said = texts.value;
  const changed = levers.filter((lever) => changes.changed.includes(lever.key)).length;
  return (
    <details class="section" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        <h3>{titleOf(name)}</h3>
        <span class="hint">
          {fill(levers.length === 1 ? said.oneLever : said.someLevers, { count: levers.length })}
        </span>
        {changed > 0 && (
          <span class="mark changed">{fill(said.someChanged, { count: changed })}</span>
        )}
      </summary>
      {open && (
        <ul class="levers">
          {levers.map((lever) => (
            <LeverRow
              key={lever.key}
              lever={lever}
              text={typed[lever.key]}
              isChanged={changes.changed.includes(lever.key)}
              wrong={changes.wrong[lever.key]}
              problems={check.problems[lever.key] ?? []}
            />
          ))}
        </ul>
      )}
    </details>
  );
}

export function Form({ levers, typed, changes, check }: FormProps) {
  const said = texts.value;
  const word = route.value.query["word"] ?? "";
  const only = route.value.query["only"] ?? "all";
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const searched = levers.filter((lever) => matches(lever, word));
  const found =
    only === "changed" ? searched.filter((one) => changes.changed.includes(one.key)) : searched;
  const sections = sectionsOf(found);
  const isFiltered = word !== "" || only === "changed";
  const isOpen = (name: string, at: number, inside: readonly Lever[]) =>
    toggled[name] ??
    (isFiltered || at === 0 || inside.some((one) => changes.changed.includes(one.key)));
  const setAll = (open: boolean) =>
    setToggled(Object.fromEntries(sections.map((one) => [one.name, open])));
  const filter = (patch: Record<string, string | undefined>) => {
    setToggled({});
    adjust(patch);
  };
  return (
    <section class="lever-form" aria-labelledby="levers-title">
      <div class="card-head">
        <h2 id="levers-title">{said.leversTitle}</h2>
        <div class="row">
          <button type="button" class="button small" onClick={() => setAll(true)}>
            {said.openAll}
          </button>
          <button type="button" class="button small" onClick={() => setAll(false)}>
            {said.closeAll}
          </button>
        </div>
      </div>
      <div class="lever-search">
        <TextField
          name={said.searchLevers}
          value={word}
          search
          onText={(text) => filter({ word: text })}
        />
        <Segments
          name={said.whichLevers}
          value={only}
          options={[
            { id: "all", name: said.allLevers },
            { id: "changed", name: fill(said.changedLevers, { count: changes.changed.length }) },
          ]}
          onChoice={(id) => filter({ only: id === "all" ? undefined : id })}
        />
        <p class="hint" role="status">
          {isFiltered ? fill(said.foundLevers, { count: found.length, all: levers.length }) : ""}
        </p>
      </div>
      {found.length === 0 && <p class="card empty">{said.noLevers}</p>}
      {sections.map((one, at) => (
        <Section
          key={one.name}
          name={one.name}
          levers={one.levers}
          typed={typed}
          changes={changes}
          check={check}
          open={isOpen(one.name, at, one.levers)}
          onToggle={(open) => {
            if (open !== isOpen(one.name, at, one.levers))
              setToggled({ ...toggled, [one.name]: open });
          }}
        />
      ))}
    </section>
  );
}
