/// The script of the report: draws every figure of a page above its table.
///
/// The page holds `<figure data-figure="kind" id="x">` with caption and table, and for each
/// `<script type="application/json" data-figure-data="x">` with its data. No request, no eval.

import { languageOf } from "../locale";
import { mountAll } from "./all";
import { printWith } from "./mount";

/// The numbers below a chart are there for those who ask; without scripts they stand open.
function foldTables(page: Document): void {
  const tables = page.querySelectorAll<HTMLDetailsElement>("figure[data-figure] > details");
  for (const table of tables) table.open = false;
}

function start(): void {
  foldTables(document);
  printWith(mountAll(document, languageOf(document.documentElement.lang)), window);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
