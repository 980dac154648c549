/// How well a number is known: a word with a symbol, not a colour alone.

import { texts } from "../core/language";

const symbols: Record<string, string> = { found: "●", recalled: "◐", assumed: "○" };

export function Quality({ quality }: { quality: string }) {
  const said = texts.value;
  const words: Record<string, string> = {
    found: said.quality_found,
    recalled: said.quality_recalled,
    assumed: said.quality_assumed,
  };
  return (
    <span class={`mark quality-${quality}`}>
      <span aria-hidden="true">{symbols[quality] ?? "·"} </span>
      {words[quality] ?? quality}
    </span>
  );
}
