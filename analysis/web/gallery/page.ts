/// Writes the gallery: the page that the program's report is like, with made-up examples.

import { createHash } from "node:crypto";
import { figureFor } from "../figures/registry";
import type { AnyFigureData, FigureData, Language } from "../figures/data";
import { texts } from "../locale";
import type { Table, TableCell } from "../table";
import { examples } from "./examples";
import { sayIn } from "./names";

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function cellHtml(cell: TableCell, place: number): string {
  const text = escaped(typeof cell === "string" ? cell : cell.text);
  if (place === 0) return `<th scope="row">${text}</th>`;
  return typeof cell === "string" ? `<td>${text}</td>` : `<td class="number">${text}</td>`;
}

function tableHtml(table: Table): string {
  const head = table.columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("");
  const rows = table.rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`).join("\n");
  return `<table><caption>${escaped(table.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

/// `</script` inside a text would end the block: `<` is written as JSON allows.
function dataHtml(data: AnyFigureData, id: string): string {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return `<script type="application/json" data-figure-data="${id}">${json}</script>`;
}

function figureHtml(data: AnyFigureData, place: number, language: Language): string {
  const id = `figure-${place}`;
  const words = texts(language);
  const table = figureFor(data.kind)?.table(data as FigureData, { language, width: 1000 });
  const label = escaped(`${words.showData} ${place + 1}`);
  return `<figure data-figure="${data.kind}" id="${id}">
<figcaption>${escaped(data.title)}</figcaption>
<p class="figure-source">${words.source}: ${escaped(data.source)}</p>
<details><summary>${words.showData}</summary><div class="figure-table" role="region" tabindex="0" aria-label="${label}">${tableHtml(table as Table)}</div></details>
</figure>
${dataHtml(data, id)}`;
}

const pageStyle = `
body { font: 16px/1.5 system-ui, sans-serif; color: #1d2530; background: #fff; margin: 0 auto; padding: 0 1rem 3rem; max-width: 70rem; }
h1 { font-size: 1.6rem; line-height: 1.2; }
@page { size: A4; margin: 15mm; }
@media print { body { padding: 0; max-width: none; } }
`;

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/// A page that may load nothing, run nothing but its own script, and has no inline style.
export function galleryHtml(language: Language, script: string, style: string): string {
  const say = sayIn(language);
  const css = style + pageStyle;
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(css)}`;
  const title = say(
    "Gallery of figures: made-up examples",
    "Galleria delle figure: esempi inventati",
  );
  const figures = examples(language)
    .map((data, i) => figureHtml(data, i, language))
    .join("\n");
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${css}</style></head>
<body><main><h1>${title}</h1>
<p>${say("No number on this page is a result.", "Nessun numero di questa pagina è un risultato.")}</p>
${figures}
</main><script>${script}</script></body></html>
`;
}
