/// A table of texts that scrolls by itself where it is wide, and its CSV.

import type { ComponentChildren } from "preact";
import { csvText, type Table } from "../../table";
import { fill } from "../../locale";
import { texts } from "../core/language";
import { saveText } from "./save";

interface ScrollProps {
  label: string;
  children: ComponentChildren;
}

/// A part that scrolls sideways alone, by keyboard too.
export function Scroll({ label, children }: ScrollProps) {
  return (
    <div
      class="scroll"
      tabIndex={0}
      role="region"
      aria-label={fill(texts.value.tableOf, { title: label })}
    >
      {children}
    </div>
  );
}

export function CsvButton({ table, name }: { table: Table; name: string }) {
  const said = texts.value;
  return (
    <button
      type="button"
      class="button small"
      aria-label={fill(said.csvOf, { title: table.caption })}
      onClick={() => saveText(csvText(table), `${name}.csv`)}
    >
      {said.csv}
    </button>
  );
}

interface TextTableProps {
  caption: string;
  header: string[];
  rows: string[][];
  name: string;
  note?: string;
}

/// Looks whether a column holds numbers: most cells begin with a digit or a sign.
function isNumeric(rows: string[][], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
  const numbers = cells.filter((cell) => /^[~+\-−×<]?\s*(EUR\s*)?\d/.test(cell.trim()));
  return cells.length > 0 && numbers.length * 2 > cells.length;
}

/// The first cell of a row is its heading; rows that begin with "=" are sums.
export function TextTable({ caption, header, rows, name, note }: TextTableProps) {
  const kinds = header.map((_, i) => (i > 0 && isNumeric(rows, i) ? "number" : undefined));
  return (
    <div class="text-table">
      <Scroll label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {header.map((name, i) => (
                <th scope="col" key={i} class={kinds[i]}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at} class={(row[0] ?? "").startsWith("=") ? "sum" : undefined}>
                <th scope="row">{row[0]}</th>
                {row.slice(1).map((cell, i) => (
                  <td key={i} class={kinds[i + 1]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div class="table-foot">
        {note !== undefined && <p class="remark">{note}</p>}
        <CsvButton table={{ caption, columns: header, rows }} name={name} />
      </div>
    </div>
  );
}
