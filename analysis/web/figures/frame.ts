/// A whole figure, for pages that the program has not written: title, chart, source, table.

import { texts } from "../locale";
import { tableElement } from "../table";
import type { FigureData, Language } from "./data";
import { mount, paperWidth, type Mounted } from "./mount";
import { problemOf } from "./problem";
import { figureFor } from "./registry";

/// Builds a figure into an element.
export function mountFramed(element: HTMLElement, data: FigureData, language: Language): Mounted {
  const page = element.ownerDocument;
  const figure = page.createElement("figure");
  const caption = page.createElement("figcaption");
  caption.textContent = data.title;
  const place = page.createElement("div");
  place.className = "figure-chart";
  figure.append(
    caption,
    place,
    sourceLine(data, language, page),
    ...dataTable(data, language, page),
  );
  element.replaceChildren(figure);
  return mount(place, data, language);
}

function sourceLine(data: FigureData, language: Language, page: Document): HTMLElement {
  const line = page.createElement("p");
  line.className = "figure-source";
  line.textContent = `${texts(language).source}: ${data.source}`;
  return line;
}

/// The table in a part that opens, and scrolls by itself where it is wide.
function dataTable(data: FigureData, language: Language, page: Document): HTMLElement[] {
  const figure = figureFor(data.kind);
  if (figure === undefined || problemOf(data, language) !== undefined) return [];
  const details = page.createElement("details");
  const summary = page.createElement("summary");
  summary.textContent = texts(language).showData;
  const scroll = page.createElement("div");
  scroll.className = "figure-table";
  scroll.tabIndex = 0;
  // No landmark: there is one for each chart, and two charts may have the same title.
  scroll.setAttribute("role", "group");
  scroll.setAttribute("aria-label", `${texts(language).showData}: ${data.title}`);
  scroll.append(tableElement(figure.table(data, { language, width: paperWidth }), page));
  details.append(summary, scroll);
  return [details];
}
