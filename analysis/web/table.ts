/// The data behind a figure as a table: HTML for readers, CSV for spreadsheets.

import type { Cell, Language, Unit } from "./figures/data";
import { hasInterval, numberText, valueText } from "./numbers";
import { texts } from "./locale";

/// A number keeps all its digits in CSV; `text` is what readers see.
export type TableCell = string | { value: number | null; text: string };

export interface Table {
  caption: string;
  columns: string[];
  /// The first cell of a row is its heading.
  rows: TableCell[][];
}

/// Returns a number as a cell, with its unit.
export function valueCell(
  value: number | null | undefined,
  unit: Unit,
  language: Language,
): TableCell {
  if (value === null || value === undefined) return { value: null, text: texts(language).noValue };
  return { value, text: valueText(value, unit, language) };
}

/// Returns three cells: mean, low, high. Suppressed ones say so, and hold no number.
export function estimateCells(of: Cell | undefined, unit: Unit, language: Language): TableCell[] {
  if (of === null) {
    const word = texts(language).suppressed;
    return [word, word, word].map((text) => ({ value: null, text }));
  }
  const ends = hasInterval(of) ? [of.low, of.high] : [null, null];
  return [of?.mean ?? null, ...ends].map((value) => valueCell(value, unit, language));
}

/// Names the columns of an estimate: `Cost`, `Cost, low`, `Cost, high`.
export function estimateColumns(name: string, language: Language): string[] {
  const words = texts(language);
  return [name, `${name}, ${words.low}`, `${name}, ${words.high}`];
}

/// Returns a plain number as a cell, without a unit.
export function plainCell(value: number | null | undefined, language: Language): TableCell {
  return { value: value ?? null, text: numberText(value, language) };
}

/// Writes a table as CSV after RFC 4180: commas, points for decimals, all digits. Texts that a
/// spreadsheet would run as a formula are made texts by a leading apostrophe.
export function csvText(table: Table): string {
  const lines = [table.columns.map(csvField), ...table.rows.map((row) => row.map(csvCell))];
  return lines.map((fields) => fields.join(",")).join("\r\n") + "\r\n";
}

function csvCell(cell: TableCell): string {
  if (typeof cell === "string") return csvField(cell);
  return cell.value === null || !Number.isFinite(cell.value) ? "" : String(cell.value);
}

function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/// Builds the HTML table, with a caption and scopes for screen readers.
export function tableElement(table: Table, page: Document): HTMLTableElement {
  const element = page.createElement("table");
  element.createCaption().textContent = table.caption;
  const head = element.createTHead().insertRow();
  for (const column of table.columns) head.append(heading(page, column, "col"));
  const body = element.createTBody();
  for (const row of table.rows) fillRow(body.insertRow(), row, page);
  return element;
}

function fillRow(line: HTMLTableRowElement, row: TableCell[], page: Document): void {
  row.forEach((cell, i) => {
    const text = typeof cell === "string" ? cell : cell.text;
    if (i === 0) {
      line.append(heading(page, text, "row"));
      return;
    }
    const field = line.insertCell();
    field.textContent = text;
    if (typeof cell !== "string") field.className = "number";
  });
}

function heading(page: Document, text: string, scope: "col" | "row"): HTMLTableCellElement {
  const cell = page.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}
