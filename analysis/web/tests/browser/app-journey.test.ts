/// From a results file to a scenario of one's own and its report, in a real browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { startMock, token, type Mock } from "../app/mock";
import { settled, visit } from "../app/visit";
import { installedBrowser, launch } from "./support";

const skip = installedBrowser() === undefined ? "no Chromium is installed" : false;

let browser: Browser;
let mock: Mock;

before(async () => {
  if (skip === false) browser = await launch();
});
after(async () => {
  if (skip === false) await browser.close();
});
beforeEach(async () => {
  if (skip === false) mock = await startMock();
});
afterEach(async () => {
  if (skip === false) await mock.stop();
});

const heading = (page: Page) => page.locator("h1").textContent();
const hash = (page: Page) => page.evaluate(() => location.hash);
/// Waits for a text, since answers come a moment later.
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test("The token leaves the address at once and opens the runs", { skip }, async () => {
  const { page, context, complaints } = await visit(browser, mock);
  await settled(page);
  assert.equal(await hash(page), "#/runs");
  assert.equal(await page.locator(".run-card").count(), 2);
  assert.equal(await page.locator(".run-card .draft").count(), 1, "one of the two is a draft");
  assert.ok(!(await page.content()).includes(token));
  assert.deepEqual([...mock.asked].sort(), ["GET about?lang=en", "GET runs?lang=en"], "asks once");
  assert.deepEqual(complaints, []);
  await context.close();
});

test(
  "A file opens in the comparison; links, back and forward keep the view",
  { skip },
  async () => {
    const { page, context, complaints } = await visit(browser, mock);
    await page
      .getByRole("link", { name: /^Compare: / })
      .first()
      .click();
    await settled(page);
    await sees(page, /costs public payers EUR 280,000/);
    await page.getByLabel("The Cantiere with 60 internships").uncheck();
    await page.getByRole("tab", { name: "Value" }).click();
    await settled(page);
    const linked = await hash(page);
    assert.match(linked, /result=bari.h5/);
    assert.match(linked, /tab=value/);
    await page.goBack();
    assert.equal(await page.locator("[role=tab][aria-selected=true]").textContent(), "Autonomy");
    await page.goForward();
    assert.equal(await page.locator("[role=tab][aria-selected=true]").textContent(), "Value");
    const again = await visit(browser, mock, linked);
    await settled(again.page);
    assert.equal(await again.page.locator("[role=tab][aria-selected=true]").textContent(), "Value");
    assert.equal(await again.page.locator(".verdict").count(), 2);
    assert.deepEqual([...complaints, ...again.complaints], []);
    await context.close();
    await again.context.close();
  },
);

test("The slider and its field move the answer and the charts", { skip }, async () => {
  const view = "#/compare?result=bari.h5&tab=value";
  const { page, context, complaints } = await visit(browser, mock, view);
  await settled(page);
  await page.getByRole("slider").fill("35000");
  await page.waitForFunction(() => location.hash.includes("wtp=35000"));
  await sees(page, /at EUR 35,000 an autonomy-year/);
  await page.locator(".figure-canvas", { hasText: "EUR 35,000" }).first().waitFor();
  const field = page.getByLabel("Exactly");
  assert.equal(await field.inputValue(), "35000");
  await field.fill("12,5,");
  await sees(page, "Write an amount of zero or more.");
  await field.fill("12500");
  await sees(page, /at EUR 12,500 an autonomy-year/);
  assert.ok(mock.asked.filter((one) => one.startsWith("GET compare")).length <= 4, "asks at rest");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("Outcomes show as percent, and go into a file with all digits", { skip }, async () => {
  const { page, context } = await visit(browser, mock, "#/compare?result=bari.h5");
  await settled(page);
  await page.getByLabel("Percent", { exact: true }).check();
  await page.waitForFunction(() => location.hash.includes("show=percent"));
  await page.getByLabel("Difference", { exact: true }).check();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as CSV: Outcomes" }).click(),
  ]);
  const text = readFileSync(await file.path(), "utf8");
  assert.match(text, /^\ufeffOutcome,"Cantiere dell'inclusione, mean"/);
  assert.match(text, /\r\nAutonomy-years,29\.743,/);
  await context.close();
});

test(
  "A lever is changed, a bad value refused with its reason, a good one run",
  { skip },
  async () => {
    const { page, context, complaints } = await visit(browser, mock, "#/compare?result=bari.h5");
    await settled(page);
    await page.getByRole("link", { name: /Change the levers of/ }).click();
    await settled(page);
    await page.getByLabel("Search the levers").fill("internship slots");
    const slots = page.locator("[id='lever-internship.slots']");
    await slots.fill("9999999");
    const row = page.locator(".lever", { has: slots });
    await row.getByText("internship.slots is 9999999, outside 0 to 100000").waitFor();
    assert.equal(await slots.getAttribute("aria-invalid"), "true");
    assert.equal(await page.getByRole("link", { name: "Run this scenario" }).count(), 0);
    await slots.fill("1,000");
    await row.getByText(/thousands or as decimals/).waitFor();
    await slots.fill("60");
    await row.getByText("changed; was 30").waitFor();
    await sees(page, "Checked: the program accepts these values.");
    assert.match(await hash(page), /set\.internship\.slots=60/);
    await page.getByLabel("Name", { exact: true }).fill("Sixty seats");
    await page.getByRole("link", { name: "Run this scenario" }).click();
    await page.getByRole("button", { name: "Start the run" }).click();
    await sees(page, "Estimate so far");
    await page.waitForFunction(() => location.hash.startsWith("#/compare"), undefined, {
      timeout: 15_000,
    });
    await settled(page);
    const name = mock.world.jobs[0]?.name ?? "";
    assert.match(name, /^bari-sixty-seats-\d{4}-\d{4}\.h5$/);
    assert.equal(await page.getByLabel("Results file").inputValue(), name);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test("A lever is reset, and all of them", { skip }, async () => {
  const view =
    "#/scenario?study=bari&from=bari-cantiere&set.internship.slots=60&set.internship.months=9";
  const { page, context } = await visit(browser, mock, view);
  await settled(page);
  assert.equal(await page.locator(".lever.is-changed").count(), 2);
  await page.getByRole("button", { name: /^Reset: Internship: seats/ }).click();
  assert.equal(await page.locator(".lever.is-changed").count(), 1);
  assert.equal(await page.locator("[id='lever-internship.slots']").inputValue(), "30");
  await page.getByRole("button", { name: "Take all changes back" }).click();
  assert.equal(await page.locator(".lever.is-changed").count(), 0);
  await page.waitForFunction(() => !location.hash.includes("set."));
  await context.close();
});

test("A cancelled run keeps what is done, and goes on", { skip }, async () => {
  mock.world.steps = 20;
  const { page, context, complaints } = await visit(browser, mock, "#/run?study=bari&name=mine.h5");
  await settled(page);
  await page.getByRole("button", { name: "Start the run" }).click();
  await page.getByRole("button", { name: "Cancel the run" }).click();
  await sees(page, /What is done is kept. Start the same run again/);
  await page.getByRole("link", { name: "Go on with this run" }).click();
  assert.equal(await page.getByLabel("Name of the results file").inputValue(), "mine.h5");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("A name that is taken is refused in words, and what was typed stays", { skip }, async () => {
  const { page, context } = await visit(browser, mock, "#/run?study=bari&name=bari.h5&draws=12");
  await settled(page);
  await page.getByRole("button", { name: "Start the run" }).click();
  await sees(page, "bari.h5 is already there");
  assert.equal(await page.getByLabel("Draws").inputValue(), "12");
  await context.close();
});

test(
  "The report is seen with its style and charts, runs nothing, and is downloaded",
  { skip },
  async () => {
    const { page, context, complaints } = await visit(browser, mock, "#/evidence?result=bari.h5");
    await settled(page);
    // Looked at from the page: a script of the test inside the frame would be refused, as all are.
    const inside = (what: string) =>
      page.waitForFunction(
        (selector) => document.querySelector("iframe")?.contentDocument?.querySelector(selector),
        what,
      );
    await inside(".figure-canvas svg");
    const seen = await page.evaluate(() => {
      const frame = document.querySelector("iframe") as HTMLIFrameElement;
      const report = frame.contentDocument as Document;
      const heading = report.querySelector("h1") as HTMLElement;
      const colour = frame.contentWindow?.getComputedStyle(heading).color;
      return { title: report.title, heading: heading.textContent, colour };
    });
    assert.deepEqual(seen, {
      title: "Report of Bari",
      heading: "Report of Bari",
      colour: "rgb(0, 75, 116)",
    });
    await page.evaluate(() => {
      document.querySelector("iframe")?.contentDocument?.querySelector("a")?.click();
    });
    await page.waitForTimeout(200);
    await inside(".figure-canvas svg");
    assert.equal(await heading(page), "Evidence", "links inside stay inside");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^Download report/ }).click(),
    ]);
    assert.equal(file.suggestedFilename(), "bari-en.html");
    assert.match(readFileSync(await file.path(), "utf8"), /document.title = "ran"/);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test(
  "When the program is lost the page says so, keeps all, and finds it again",
  { skip },
  async () => {
    const view = "#/scenario?study=bari&from=bari-cantiere&set.internship.slots=60";
    const { page, context } = await visit(browser, mock, view);
    await settled(page);
    mock.world.isLost = true;
    await page.locator("[id='lever-internship.slots']").fill("61");
    await sees(page, "The program does not answer.");
    assert.equal(await page.locator("[id='lever-internship.slots']").inputValue(), "61");
    mock.world.isLost = false;
    await page.getByRole("button", { name: "Try again" }).first().click();
    await sees(page, "Checked: the program accepts these values.");
    assert.equal(await page.getByText("The program does not answer.").count(), 0);
    await context.close();
  },
);

test(
  "Without its token the page asks for it, and opens the view that was linked",
  { skip },
  async () => {
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(`${mock.origin}/#/data?word=internship`);
    await page.getByLabel("Address or token").fill("what?");
    await page.getByRole("button", { name: "Open" }).click();
    await sees(page, /neither an address/);
    await page.getByLabel("Address or token").fill(mock.address);
    await page.getByRole("button", { name: "Open" }).click();
    await sees(page, "Internship indemnity paid to the intern");
    assert.equal(await heading(page), "Data and method");
    await context.close();
  },
);

test("Parameters are searched and show their sources", { skip }, async () => {
  const { page, context, complaints } = await visit(browser, mock, "#/data");
  await settled(page);
  await page.getByLabel("Search the parameters").fill("indemnity");
  await sees(page, "Parameters found: 1");
  await page.locator(".parameter summary").first().click();
  await page.locator(".parameter table").waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test("The language changes everywhere, and is kept", { skip }, async () => {
  const { page, context } = await visit(browser, mock, "#/compare?result=bari.h5");
  await settled(page);
  await page.getByRole("button", { name: "Italiano" }).click();
  await sees(page, /costa agli enti pubblici 280.000/);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "it");
  await page.reload();
  await settled(page);
  assert.equal(await heading(page), "Confronta");
  await context.close();
});
