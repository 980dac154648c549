/// Draws all figures of a page above their tables: of a report, or of one shown in a frame.

import type { FigureData, Language } from "./data";
import { mount, type Mounted } from "./mount";

/// Reads the data that belong to a figure; null where there are none or they are broken.
function dataOf(figure: Element, page: Document): unknown {
  const block = page.querySelector(`script[data-figure-data="${CSS.escape(figure.id)}"]`);
  try {
    return JSON.parse(block?.textContent ?? "null") as unknown;
  } catch {
    return null;
  }
}

/// The place of the chart: below the caption, above the table.
function placeIn(figure: Element, page: Document): HTMLElement {
  const place = page.createElement("div");
  place.className = "figure-chart";
  const caption = figure.querySelector(":scope > figcaption");
  if (caption === null) figure.prepend(place);
  else caption.after(place);
  return place;
}

/// Data that state another kind than their figure are taken for broken.
function agreed(data: unknown, figure: Element): unknown {
  const kind = figure.getAttribute("data-figure");
  return (data as Partial<FigureData> | null)?.kind === kind ? data : null;
}

/// Draws all figures of a page.
export function mountAll(page: Document, language: Language): Mounted[] {
  const figures = [...page.querySelectorAll("figure[data-figure]")];
  return figures.map((figure) =>
    mount(placeIn(figure, page), agreed(dataOf(figure, page), figure), language),
  );
}
