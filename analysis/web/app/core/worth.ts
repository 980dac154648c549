/// Moves what an autonomy-year is worth inside the charts at once; the server follows.

import type { TabFigure } from "../api/types";

const made = new WeakMap<TabFigure, Map<number, TabFigure>>();

function moved(figure: TabFigure, wtp: number): TabFigure {
  if (figure.kind === "plane") return { ...figure, wtp };
  if (figure.kind === "acceptability" || figure.kind === "expected-loss")
    return { ...figure, chosen: wtp };
  return figure;
}

/// Returns the same object for the same worth, so that a chart is drawn again only when it changes.
export function withWorth(figure: TabFigure, wtp: number): TabFigure {
  const known = made.get(figure) ?? new Map<number, TabFigure>();
  made.set(figure, known);
  const found = known.get(wtp) ?? moved(figure, wtp);
  known.clear();
  known.set(wtp, found);
  return found;
}
