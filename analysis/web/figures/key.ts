/// The key of a chart as a list: each entry with the mark that the chart draws.

import { ink, paper, symbolPaths, type Pattern, type SymbolName } from "../palette";
import { texts } from "../locale";
import type { KeyEntry, Scene } from "./figure";

const namespace = "http://www.w3.org/2000/svg";
const width = 34;
const height = 16;
let patternsMade = 0;

type Attributes = Record<string, string | number>;

function shape(
  page: Document,
  tag: string,
  attributes: Attributes,
  ...children: Element[]
): SVGElement {
  const element = page.createElementNS(namespace, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

function symbol(
  page: Document,
  name: SymbolName,
  colour: string,
  x: number,
  y: number,
  size: number,
): SVGElement {
  const place = `translate(${x - size / 2} ${y - size / 2}) scale(${size / 24})`;
  return shape(page, "path", { d: symbolPaths[name], fill: colour, transform: place });
}

function line(page: Document, entry: KeyEntry, thickness: number): SVGElement {
  const dash = entry.style.dash.length === 0 ? "none" : entry.style.dash.join(" ");
  return shape(page, "line", {
    x1: 1,
    y1: height / 2,
    x2: width - 1,
    y2: height / 2,
    stroke: entry.style.colour,
    "stroke-width": thickness,
    "stroke-dasharray": dash,
  });
}

/// A filled box with the pattern of its series laid over.
function area(page: Document, entry: KeyEntry): SVGElement[] {
  const box = { x: 4, y: 1, width: 24, height: height - 2 };
  const filled = shape(page, "rect", {
    ...box,
    fill: entry.style.colour,
    stroke: ink,
    "stroke-width": 0.5,
  });
  if (entry.style.pattern === null) return [filled];
  const id = `key-pattern-${++patternsMade}`;
  const over = shape(page, "rect", { ...box, fill: `url(#${id})` });
  return [patternShape(page, entry.style.pattern, id), filled, over];
}

function patternShape(page: Document, pattern: Pattern, id: string): SVGElement {
  const { gap, angle } = pattern;
  const stripe = shape(page, "rect", {
    width: gap,
    height: pattern.width,
    fill: paper,
    "fill-opacity": 0.75,
  });
  const size = { width: gap, height: gap, patternUnits: "userSpaceOnUse" };
  return shape(page, "pattern", { id, ...size, patternTransform: `rotate(${angle})` }, stripe);
}

function marks(page: Document, entry: KeyEntry): SVGElement[] {
  const { colour, symbol: name } = entry.style;
  const middle = height / 2;
  switch (entry.mark) {
    case "line":
      return [line(page, entry, 2.4), symbol(page, name, colour, width / 2, middle, 9)];
    case "plain":
      return [line(page, entry, 2.4)];
    case "edge":
      return [line(page, entry, 9)];
    case "symbol":
      return [symbol(page, name, colour, width / 2, middle, 13)];
    case "area":
      return area(page, entry);
    case "bar":
      return [
        shape(page, "rect", { x: 12, y: 6, width: 10, height: 10, fill: colour, stroke: ink }),
        symbol(page, name, ink, 17, 5, 9),
      ];
  }
}

/// Builds the key as a list. The marks say nothing that the names do not, so readers skip them.
export function keyElement(
  entries: readonly KeyEntry[],
  scene: Scene,
  page: Document,
): HTMLUListElement {
  const list = page.createElement("ul");
  list.className = "figure-key";
  list.setAttribute("aria-label", texts(scene.language).key);
  for (const entry of entries) {
    const item = page.createElement("li");
    const look = { width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" };
    item.append(shape(page, "svg", look, ...marks(page, entry)), entry.name);
    list.append(item);
  }
  return list;
}
