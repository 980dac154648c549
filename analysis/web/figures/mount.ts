/// Puts a figure on a page: key, chart, notes, CSV button; again at another width or on paper.

import {
  BarChart,
  CustomChart,
  LineChart,
  LinesChart,
  SankeyChart,
  ScatterChart,
} from "echarts/charts";
import {
  AriaComponent,
  GraphicComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { texts } from "../locale";
import { csvText } from "../table";
import type { FigureData, Language } from "./data";
import { pageHeight, type Figure, type Scene } from "./figure";
import { keyElement } from "./key";
import { problemOf } from "./problem";
import { figureFor } from "./registry";
import { breakTips } from "./tips";

use([
  AriaComponent,
  BarChart,
  CustomChart,
  GraphicComponent,
  GridComponent,
  LabelLayout,
  LineChart,
  LinesChart,
  MarkLineComponent,
  SankeyChart,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
]);

/// A figure on a page.
export interface Mounted {
  /// Draws again, for a width in CSS pixels; that of its element where none is given.
  redraw(width?: number): void;
  /// Takes the figure off the page.
  dispose(): void;
}

/// What fits between the margins of a sheet of A4, CSS pixels.
export const paperWidth = 660;
const smallestWidth = 240;

/// Draws data into an element, which it fills. Where that cannot be done it says why.
export function mount(element: HTMLElement, data: unknown, language: Language): Mounted {
  const problem = problemOf(data, language);
  if (problem !== undefined) return mountProblem(element, problem);
  const given = data as FigureData;
  try {
    return mountFigure(element, given, figureFor(given.kind) as Figure<FigureData>, language);
  } catch {
    return mountProblem(element, texts(language).brokenData);
  }
}

function mountProblem(element: HTMLElement, problem: string): Mounted {
  element.replaceChildren(paragraph("figure-problem", problem, element.ownerDocument));
  return { redraw: () => undefined, dispose: () => element.replaceChildren() };
}

function paragraph(className: string, text: string, page: Document): HTMLParagraphElement {
  const element = page.createElement("p");
  element.className = className;
  element.textContent = text;
  return element;
}

function mountFigure(
  element: HTMLElement,
  data: FigureData,
  figure: Figure<FigureData>,
  language: Language,
): Mounted {
  const page = element.ownerDocument;
  const drawing = page.createElement("div");
  element.replaceChildren(drawing, csvButton(data, figure, language, page));
  let charts: EChartsType[] = [];
  let drawnWidth = 0;
  let isOnPaper = false;
  const clear = () => {
    charts.forEach((chart) => chart.dispose());
    charts = [];
  };
  const redraw = (asked?: number) => {
    isOnPaper = asked !== undefined;
    const width = Math.floor(asked ?? element.clientWidth);
    // A figure in a closed part of the page has no width yet; the observer comes when it has.
    if (width === 0 || width === drawnWidth) return;
    drawnWidth = width;
    clear();
    charts = draw(drawing, data, figure, { language, width: Math.max(width, smallestWidth) });
  };
  redraw();
  // Drawn for paper a figure changes its height, which is no reason to draw it for the screen.
  const observer = new ResizeObserver(() => {
    if (!isOnPaper) redraw();
  });
  observer.observe(element);
  return {
    redraw,
    dispose: () => {
      observer.disconnect();
      clear();
      element.replaceChildren();
    },
  };
}

function draw(
  drawing: HTMLElement,
  data: FigureData,
  figure: Figure<FigureData>,
  scene: Scene,
): EChartsType[] {
  const page = drawing.ownerDocument;
  const entries = figure.key(data, scene);
  const isHigh = figure.height(data, scene) > pageHeight;
  const parts = isHigh && figure.parts !== undefined ? figure.parts(data, scene) : [data];
  const canvases = parts.map(() => page.createElement("div"));
  const notes = figure.notes(data, scene).map((note) => paragraph("figure-note", note, page));
  const key = entries.length === 0 ? [] : [keyElement(entries, scene, page)];
  drawing.replaceChildren(...key, ...canvases, ...notes);
  return parts.map((part, i) => drawPart(canvases[i] as HTMLElement, part, figure, scene));
}

function drawPart(
  canvas: HTMLElement,
  data: FigureData,
  figure: Figure<FigureData>,
  scene: Scene,
): EChartsType {
  const height = Math.round(figure.height(data, scene));
  canvas.className = "figure-canvas";
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", figure.describe(data, scene));
  canvas.style.height = `${height}px`;
  const chart = init(canvas, null, { renderer: "svg", width: scene.width, height });
  chart.setOption(breakTips(figure.option(data, scene), scene.width));
  return chart;
}

function csvButton(
  data: FigureData,
  figure: Figure<FigureData>,
  language: Language,
  page: Document,
): HTMLButtonElement {
  const words = texts(language);
  const button = page.createElement("button");
  button.type = "button";
  button.className = "figure-csv";
  button.textContent = words.downloadCsv;
  button.setAttribute("aria-label", `${words.downloadCsv}: ${data.title}`);
  button.addEventListener("click", () => {
    const text = csvText(figure.table(data, { language, width: paperWidth }));
    download(text, `${data.kind}.csv`, page);
  });
  return button;
}

/// Hands a text to the reader as a file; nothing leaves the page. The mark at the beginning
/// tells spreadsheets that it is UTF-8.
function download(text: string, name: string, page: Document): void {
  const address = URL.createObjectURL(
    new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }),
  );
  const link = page.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/// Draws figures for paper before the page is printed, and for the screen again afterwards.
export function printWith(mounted: readonly Mounted[], view: Window): void {
  view.addEventListener("beforeprint", () => mounted.forEach((one) => one.redraw(paperWidth)));
  view.addEventListener("afterprint", () => mounted.forEach((one) => one.redraw()));
}
