/// Whole reports, as the program wrote them into the folder CANTIERE_REPORTS, in a real browser.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { violations } from "../app/axe";
import {
  assertWhole,
  checkedLanguages,
  colourCount,
  complaintsOf,
  installedBrowser,
  launch,
  unfold,
  views,
  type Opened,
} from "./support";

const folder = process.env["CANTIERE_REPORTS"];
const skip =
  folder === undefined || installedBrowser() === undefined ? "no report, or no Chromium" : false;

let browser: Browser;
let decoder: Page;

before(async () => {
  if (skip !== false) return;
  browser = await launch();
  decoder = await browser.newPage();
});

after(async () => {
  if (skip === false) await browser.close();
});

/// Opens a report from the file system with the network off.
async function open(language: string, width: number, javaScriptEnabled = true): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled,
    offline: true,
    bypassCSP: false,
  });
  const page = await context.newPage();
  const address = pathToFileURL(resolve(folder as string, `${language}.html`)).href;
  const complaints = complaintsOf(page, (asked) => asked === address);
  await page.goto(address);
  return { page, complaints };
}

for (const [language, width] of views([320, 1280])) {
  test(`A report draws every figure in ${language} at ${width} pixels`, { skip }, async () => {
    const { page, complaints } = await open(language, width);
    const figures = await page.$$("figure[data-figure]");
    assert.ok(figures.length >= 8, `${figures.length} figures`);
    for (const figure of figures) {
      const name = (await figure.getAttribute("id")) ?? "";
      const charts = await figure.$$(".figure-canvas");
      assert.ok(
        charts.length > 0,
        `no chart: ${name}: ${(await figure.textContent())?.slice(0, 80) ?? ""}`,
      );
      for (const chart of charts)
        assert.ok((await colourCount(chart, decoder)) > 8, `empty: ${name}`);
    }
    await assertWhole({ page, complaints });
    await page.close();
  });
}

for (const language of checkedLanguages) {
  test(`A report is whole without scripts in ${language}`, { skip }, async () => {
    const { page } = await open(language, 1280, false);
    const figures = await page.$$("figure[data-figure]");
    for (const figure of figures) {
      const rows = await figure.$$("table tbody tr");
      assert.ok(
        rows.length > 0 && (await rows[0]?.isVisible()),
        "a table to read stands in each figure",
      );
    }
    await page.close();
  });

  test(`axe finds nothing wrong with a report in ${language}`, { skip }, async () => {
    const { page } = await open(language, 1280);
    await unfold(page);
    assert.deepEqual(await violations(page), []);
    await page.close();
  });

  test(`A report goes on paper in ${language}`, { skip }, async () => {
    const { page } = await open(language, 1280);
    await page.emulateMedia({ media: "print" });
    const pdf = await page.pdf({ format: "A4", printBackground: true });
    assert.ok(pdf.length > 50_000, `${pdf.length} bytes`);
    const wide = await page.evaluate(
      () =>
        [...document.querySelectorAll(".figure-canvas")].filter(
          (one) => one.scrollWidth > one.clientWidth + 1,
        ).length,
    );
    assert.equal(wide, 0);
    await page.close();
  });
}
