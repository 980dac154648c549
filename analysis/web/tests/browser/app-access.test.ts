/// Every view for everybody: keyboard alone, screen readers, small and large screens.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { violations } from "../app/axe";
import { startMock, type Mock } from "../app/mock";
import { go, settled, tabTo, visit } from "../app/visit";
import {
  checkedLanguages,
  installedBrowser,
  launch,
  long,
  sideways,
  unfold,
  views as pairs,
  type Opened,
} from "./support";

const skip = installedBrowser() === undefined ? "no Chromium is installed" : false;

const lever = "set.internship.slots=60&set.commission.cases_per_meeting=999999";
const views = {
  runs: "#/runs",
  autonomy: "#/compare?result=bari.h5",
  costs: "#/compare?result=bari.h5&tab=costs&perspective=societal&show=percent",
  value: "#/compare?result=bari.h5&tab=value",
  fairness: "#/compare?result=bari.h5&tab=fairness",
  map: "#/compare?result=bari.h5&tab=map",
  pathways: "#/compare?result=bari.h5&tab=pathways",
  "no file": "#/compare?result=gone.h5",
  scenario: `#/scenario?study=bari&from=bari-cantiere&${lever}`,
  run: "#/run?study=bari&from=bari-cantiere&own=1&title=Mine&set.internship.slots=60&draws=x",
  "a run": "#/run?job=1",
  evidence: "#/evidence?result=bari.h5",
  data: "#/data?word=internship",
};

/// Views whose rules app-served runs, in English and narrow, and tabs whose kinds of chart the gallery has.
const ruledElsewhere = ["runs", "value", "scenario", "run", "evidence", "costs", "map"];

let browser: Browser;
let mock: Mock;

before(async () => {
  if (skip !== false) return;
  browser = await launch();
  mock = await startMock();
  mock.world.steps = 1000;
  mock.world.jobs.push({
    id: "1",
    name: "mine.h5",
    state: "running",
    done: 0,
    total: 16,
    seconds: 0,
    seconds_left: null,
    resident_months_per_second: 1,
    estimate: null,
  });
});
after(async () => {
  if (skip !== false) return;
  await browser.close();
  await mock.stop();
});

test("The app is small, runs no text as code, and its page holds no style or script", () => {
  const script = readFileSync("build/app.js", "utf8");
  assert.ok(script.length < 1.2e6);
  assert.doesNotMatch(script, /\beval\(|new Function\(/);
  const page = readFileSync("build/app.html", "utf8");
  assert.doesNotMatch(page, /<style|style=|<script(?![^>]*src=)|\son\w+=/);
});

/// Looks at a view that is open: one heading, and at each width nothing sideways and no complaint.
async function look({ page, complaints }: Opened, name: string, widths: number[]): Promise<void> {
  await settled(page);
  assert.equal(await page.locator("h1").count(), 1, name);
  await unfold(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(80);
    assert.ok((await sideways(page)) <= 0, `${name} scrolls sideways at ${width} pixels`);
  }
  assert.deepEqual(complaints, [], name);
}

// In the long form every view is loaded anew for every look at it.
for (const language of long ? checkedLanguages : []) {
  test(`axe finds nothing wrong with any view in ${language}`, { skip }, async () => {
    for (const [name, view] of Object.entries(views)) {
      const { page, context } = await visit(browser, mock, view, { language });
      await settled(page);
      assert.deepEqual(await violations(page), [], name);
      await context.close();
    }
  });
}
for (const [language, width] of long ? pairs([320, 1920, 768]) : []) {
  test(`No view scrolls sideways in ${language} at ${width} pixels`, { skip }, async () => {
    for (const [name, view] of Object.entries(views)) {
      const opened = await visit(browser, mock, view, { language, width });
      await look(opened, name, [width]);
      await opened.context.close();
    }
  });
}

// In the short form one page goes from view to view, narrow and then wide, in the language of longer words.
test("No view scrolls sideways, complains or breaks a rule", { skip: skip || long }, async () => {
  const [narrow, wide] = [320, 1920];
  const opened = await visit(browser, mock, "", { language: "it", width: narrow });
  for (const [name, view] of Object.entries(views)) {
    await opened.page.setViewportSize({ width: narrow, height: 900 });
    await go(opened.page, view);
    await look(opened, name, [narrow, wide]);
    if (!ruledElsewhere.includes(name)) assert.deepEqual(await violations(opened.page), [], name);
  }
  await opened.context.close();
});

/// What has the focus, in words.
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    return at?.getAttribute("aria-label") || at?.id || at?.textContent?.trim() || "";
  });

/// After a change of view the focus is at its heading.
const atHeading = (page: Page, heading: string) =>
  page.waitForFunction((text) => {
    const at = document.activeElement;
    return at?.tagName === "H1" && at.textContent === text;
  }, heading);

test("With the keyboard alone: skip, compare, slide, change a lever, run", { skip }, async () => {
  const { page, context, complaints } = await visit(browser, mock);
  await settled(page);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to the content");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "main");
  await tabTo(page, (name) => name.startsWith("Compare: "));
  await page.keyboard.press("Enter");
  await settled(page);
  await atHeading(page, "Compare");
  await tabTo(page, (name) => name === "tab-autonomy");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(page), "tab-value");
  await tabTo(page, (name) => name === "worth-slider");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => location.hash.includes("wtp=20500"));
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator("h1").focus();
  await tabTo(page, (name) => name.startsWith("Change the levers"));
  await page.keyboard.press("Enter");
  await atHeading(page, "Make a scenario of your own");
  await settled(page);
  await tabTo(page, (name) => name === "lever-commission.appeal_share");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("0.5");
  await page.getByRole("link", { name: "Run this scenario" }).waitFor();
  await tabTo(page, (name) => name === "Run this scenario");
  await page.keyboard.press("Enter");
  await atHeading(page, "Run");
  await tabTo(page, (name) => name === "Start the run");
  await page.keyboard.press("Enter");
  await atHeading(page, "A run");
  await page.getByRole("button", { name: "Cancel the run" }).waitFor();
  await tabTo(page, (name) => name === "Cancel the run");
  await page.keyboard.press("Enter");
  await page.getByText("cancelled", { exact: true }).first().waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test("Progress and checks are said aloud", { skip }, async () => {
  const view = "#/scenario?study=bari&from=bari-cantiere";
  const { page, context } = await visit(browser, mock, view);
  await settled(page);
  const aloud = page.locator("[role=status][aria-live=polite]");
  const field = page.locator("[id='lever-commission.appeal_share']");
  await field.fill("7");
  await page.waitForFunction(() =>
    /refuses a value/.test(document.querySelector("[aria-live=polite]")?.textContent ?? ""),
  );
  await field.fill("0.7");
  await page.waitForFunction(() =>
    /accepts these values/.test(document.querySelector("[aria-live=polite]")?.textContent ?? ""),
  );
  assert.equal(await aloud.count(), 1);
  await context.close();
});
