/// Makes a report fit a frame under this page's policy, which lets no inline style or script be.
///
/// Style and script are taken out of the text. The style comes back as a sheet of the frame, and
/// the charts are drawn by this page, so the frame needs no right to run anything.

import { mountAll } from "../../../figures/all";
import { languageOf } from "../../../locale";

export interface PlainReport {
  html: string;
  style: string;
}

/// Takes style, script and policy out of a report; data of figures stay.
export function plainReport(text: string): PlainReport {
  const styles: string[] = [];
  const html = text
    .replace(/<style[^>]*>([\s\S]*?)<\/style>/gi, (_, style: string) => (styles.push(style), ""))
    .replace(/<meta[^>]*http-equiv[^>]*>/gi, "")
    .replace(/<script(?![^>]*application\/json)[^>]*>[\s\S]*?<\/script>/gi, "");
  return { html, style: styles.join("\n") };
}

// A frame without rights cannot hand over files; the downloaded report can.
const withoutButtons = ".figure-csv { display: none; }";

/// Gives the frame its style and its charts; returns what takes them off again.
export function dress(page: Document, report: PlainReport): () => void {
  const view = page.defaultView as (Window & typeof globalThis) | null;
  if (view === null) return () => undefined;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(`${report.style}\n${withoutButtons}`);
  page.adoptedStyleSheets = [sheet];
  const tables = page.querySelectorAll<HTMLDetailsElement>("figure[data-figure] > details");
  for (const table of tables) table.open = false;
  const mounted = mountAll(page, languageOf(page.documentElement.lang));
  return () => mounted.forEach((one) => one.dispose());
}
