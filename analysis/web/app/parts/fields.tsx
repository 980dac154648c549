/// Fields of forms: a name above, a hint below, what is wrong beside.

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  name: string;
  hint?: string;
  wrong?: string;
}

interface TextProps extends FieldProps {
  value: string;
  onText: (text: string) => void;
  numeric?: boolean;
  unit?: string;
  search?: boolean;
}

/// A line of text. Numbers are typed as text too: a comma is welcome and nothing is swallowed.
export function TextField({ name, hint, wrong, value, onText, numeric, unit, search }: TextProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, wrong !== undefined && `${id}-wrong`];
  return (
    <div class="field">
      <label class="field-name" for={id}>
        {name}
      </label>
      <div class="field-line">
        <input
          id={id}
          type={(search === true ? "search" : "text") as "text"}
          inputMode={numeric === true ? "decimal" : undefined}
          class={numeric === true ? "numeric" : undefined}
          autocomplete="off"
          spellcheck={false}
          value={value}
          aria-invalid={wrong !== undefined}
          aria-describedby={described.filter(Boolean).join(" ") || undefined}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        {unit !== undefined && unit !== "" && <span class="unit">{unit}</span>}
      </div>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong !== undefined && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

interface SelectProps extends FieldProps {
  value: string;
  options: { id: string; name: string }[];
  onChoice: (id: string) => void;
}

export function SelectField({ name, hint, value, options, onChoice }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-name" for={id}>
        {name}
      </label>
      <select id={id} value={value} onChange={(event) => onChoice(event.currentTarget.value)}>
        {options.map((one) => (
          <option key={one.id} value={one.id} selected={one.id === value}>
            {one.name}
          </option>
        ))}
      </select>
      {hint !== undefined && <p class="hint">{hint}</p>}
    </div>
  );
}

interface ChecksProps {
  name: string;
  hint?: string;
  options: { id: string; name: ComponentChildren }[];
  chosen: readonly string[];
  least: number;
  most: number;
  onChoice: (ids: string[]) => void;
}

/// Boxes to tick, between a least and a most; those that would go beyond cannot be changed.
export function CheckFields({ name, hint, options, chosen, least, most, onChoice }: ChecksProps) {
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    onChoice(options.map((one) => one.id).filter((one) => next.includes(one)));
  };
  return (
    <fieldset class="checks">
      <legend class="field-name">
        {name} {hint !== undefined && <span class="hint">{hint}</span>}
      </legend>
      <div class="check-grid">
        {options.map((one) => {
          const isIn = chosen.includes(one.id);
          const fixed = isIn ? chosen.length <= least : chosen.length >= most;
          return (
            <label key={one.id} class={`check${isIn ? " is-in" : ""}`}>
              <input
                type="checkbox"
                checked={isIn}
                disabled={fixed}
                onChange={() => toggle(one.id)}
              />
              <span>{one.name}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

interface SegmentsProps {
  name: string;
  value: string;
  options: { id: string; name: string }[];
  onChoice: (id: string) => void;
}

/// A few choices side by side.
export function Segments({ name, value, options, onChoice }: SegmentsProps) {
  const group = useId();
  return (
    <fieldset class="segments">
      <legend class="unseen">{name}</legend>
      {options.map((one) => (
        <label key={one.id}>
          <input
            type="radio"
            name={group}
            checked={one.id === value}
            onChange={() => onChoice(one.id)}
          />
          <span>{one.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
