/// The app against the program itself, as tests/web/serving.py starts it: from a results file to a run of one's own.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test, type TestContext } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { violations } from "../app/axe";
import { assertDiffers, assertShows, type Stat } from "../app/shown";
import { settled, tabTo, visit, type Visit } from "../app/visit";
import { assertWhole, installedBrowser, launch } from "./support";

const address = process.env["CANTIERE_SERVED"] ?? "";
const folder = process.env["CANTIERE_SERVED_FOLDER"] ?? "";
const program = process.env["CANTIERE_BINARY"] ?? "";
const served = { address, origin: address.split("/#")[0] as string };
const skip =
  address === "" || installedBrowser() === undefined ? "no program, or no Chromium" : false;

let browser: Browser;
before(async () => {
  if (skip === false) browser = await launch();
});
after(async () => {
  if (skip === false) await browser.close();
});

interface Scenario extends Record<string, unknown> {
  id: string;
  probability_worth_it: number;
  difference: Record<string, Stat>;
}

/// What `cantiere compare --json` says of a results file of the folder.
function compared(result: string, ...words: string[]): Scenario[] {
  const line = ["compare", join(folder, result), ...words, "--json"];
  const done = spawnSync(program, line, { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return (JSON.parse(done.stdout) as { scenarios: Scenario[] }).scenarios;
}

const outcomes: [string, string][] = [
  ["Net public cost", "net_cost_public"],
  ["Services and programme", "programme_cost"],
  ["Autonomy-years", "autonomy_years"],
  ["Stable exits", "stable_exits"],
  ["Starts of internships", "starts"],
  ["Hires", "hires"],
  ["Net benefit", "net_benefit"],
];
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const row = (page: Page, name: string): Locator =>
  page.locator("section[aria-labelledby=outcomes-title] tbody tr", { hasText: name }).locator("td");

/// The page has the numbers of the command: the base, then differences from it.
async function assertCompared(page: Page, scenarios: Scenario[]): Promise<void> {
  const [base, ...others] = scenarios as [Scenario, ...Scenario[]];
  for (const [name, id] of outcomes) {
    const cells = await row(page, name).allTextContents();
    assert.equal(cells.length, scenarios.length, name);
    assertShows(cells[0] as string, base[id] as Stat, name);
    others.forEach((one, i) =>
      assertDiffers(cells[i + 1] as string, one.difference[id] as Stat, `${name} of ${one.id}`),
    );
  }
}

/// Nothing is cut or sideways, nothing was complained of, and axe finds nothing.
async function assertGood(visited: Visit, name: string): Promise<void> {
  await settled(visited.page);
  await assertWhole(visited, name);
  assert.deepEqual(await violations(visited.page), [], name);
}

/// Opens the page and the comparison, and tells how long both took to show something.
async function openFirst(t: TestContext): Promise<Visit> {
  const visited = await visit(browser, served);
  const { page } = visited;
  await page.locator(".run-card").waitFor();
  const listed = await page.evaluate(() => performance.now());
  const painted = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  );
  await assertGood(visited, "runs");
  const asked = performance.now();
  await page.getByRole("link", { name: /^Compare: / }).click();
  await page.locator(".figure-canvas svg").first().waitFor();
  const times = { painted, listed, "first chart": performance.now() - asked };
  for (const [what, time] of Object.entries(times)) t.diagnostic(`${what}: ${Math.round(time)} ms`);
  return visited;
}

/// An autonomy-year is worth as much as somebody types; the net benefit moves along its line.
async function moveWorth(page: Page): Promise<void> {
  const worth = 2_000_000;
  await page.getByRole("tab", { name: "Value" }).click();
  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await sees(page, /at EUR 20,500 an autonomy-year/);
  await page.getByLabel("Exactly").fill(String(worth));
  await sees(page, /at EUR 2,000,000 an autonomy-year/);
  await settled(page);
  const now = compared("small.h5", "--wtp", String(worth));
  await assertCompared(page, now);
  for (const [i, one] of compared("small.h5").slice(1).entries()) {
    const { autonomy_years: gained, net_cost_public: paid, net_benefit: was } = one.difference;
    const byHand = worth * (gained as Stat).mean - (paid as Stat).mean;
    const width = now[i + 1]?.difference["net_benefit"] as Stat;
    const text = (await row(page, "Net benefit").allTextContents())[i + 1] as string;
    assertShows(text, { ...width, mean: byHand }, `net benefit of ${one.id}`);
    assert.notEqual(Math.round(byHand), Math.round((was as Stat).mean));
    const share = await page.locator(".verdict .chance p").nth(i).textContent();
    const said = Number(/in ([\d.]+)/.exec(share ?? "")?.[1]) / 100;
    const chance = now[i + 1]?.probability_worth_it as number;
    assert.ok(Math.abs(said - chance) < 0.006, `${share}: ${chance}`);
  }
}

/// A value that the program refuses says why in the language of the page; a good one is accepted.
async function changeLever(visited: Visit): Promise<void> {
  const { page } = visited;
  const slots = page.locator("[id='lever-internship.slots']");
  await page.getByRole("link", { name: /^Change the levers of/ }).click();
  await page.getByLabel("Search the levers").fill("internship.slots");
  assert.equal(await slots.inputValue(), "30");
  await page.getByLabel("Scenario to copy").selectOption("bari-cantiere-60-starts");
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>("[id='lever-internship.slots']")?.value === "60",
  );
  await page.getByLabel("Scenario to copy").selectOption("bari-cantiere");
  await settled(page);
  await slots.fill("9999999");
  await sees(page, "internship.slots is 9999999 slots (it is from 0 to 100000)");
  await assertGood(visited, "scenario");
  await page.getByRole("button", { name: "Italiano" }).click();
  await sees(page, /internship\.slots è 9999999 .*\(va da 0 a 100000\)/);
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.getByRole("link", { name: "Run this scenario" }).count(), 0);
  await slots.fill("45");
  await sees(page, "Checked: the program accepts these values.");
  await page.getByLabel("Name", { exact: true }).fill("More seats");
}

/// The run goes to its end under the eyes of the reader, who is led to its comparison.
async function runIt(visited: Visit): Promise<void> {
  const { page } = visited;
  await page.getByRole("link", { name: "Run this scenario" }).click();
  await page.getByLabel("Name of the results file").fill("more-seats");
  await page.getByLabel("Draws", { exact: true }).fill("12");
  await assertGood(visited, "run");
  await page.getByRole("button", { name: "Start the run" }).click();
  await page.getByRole("progressbar").waitFor();
  await page.waitForURL(/#\/compare\?result=more-seats\.h5/, { timeout: 120_000 });
  await settled(page);
  await assertCompared(page, compared("more-seats.h5"));
  const written = readFileSync(join(folder, "more-seats.toml"), "utf8");
  assert.match(written, /"internship\.slots" = 45/);
}

async function download(page: Page, name: RegExp): Promise<Buffer> {
  const button = page.getByRole("button", { name });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await file.path());
}

test(
  "From a file to a run of one's own and its report, against the program",
  { skip },
  async (t) => {
    const visited = await openFirst(t);
    const { page } = visited;
    await assertGood(visited, "compare");
    await assertCompared(page, compared("small.h5"));
    await moveWorth(page);
    await assertGood(visited, "value");
    await changeLever(visited);
    await runIt(visited);
    await page.getByRole("link", { name: "Evidence" }).click();
    await page.getByLabel("Results file").selectOption("small.h5");
    await page.locator("iframe").waitFor();
    await assertGood(visited, "evidence");
    const report = (await download(page, /^Download report: small-en\.html/)).toString("utf8");
    assert.match(report, /^<!doctype html>/i);
    assert.match(report, /<h1[^>]*>[^<]*A small Bari/);
    const data = await download(page, /^Download data: small\.h5/);
    assert.ok(data.equals(readFileSync(join(folder, "small.h5"))), "the file comes as it is");
    assert.deepEqual(visited.complaints, []);
    await visited.context.close();
  },
);

test("A long run is started and cancelled by keyboard, in Italian", { skip }, async () => {
  const view = "#/run?study=small&name=lunga.h5";
  const visited = await visit(browser, served, view, { language: "it", width: 320 });
  const { page } = visited;
  await settled(page);
  const field = async (label: string, text: string) => {
    const id = await page.getByLabel(label, { exact: true }).getAttribute("id");
    await tabTo(page, (name) => name === id);
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text);
  };
  await field("Estrazioni", "900");
  await field("Repliche", "10");
  await tabTo(page, (name) => name === "Avvia la simulazione");
  await page.keyboard.press("Enter");
  const done = page.locator(".job .facts").getByText(/^[1-9][\d.]* \/ [\d.]+$/);
  await done.waitFor({ timeout: 120_000 });
  await assertWhole(visited, "a run");
  await tabTo(page, (name) => name === "Annulla la simulazione");
  await page.keyboard.press("Enter");
  await page.getByText("annullata", { exact: true }).first().waitFor();
  await page.getByRole("link", { name: "Riprendi questa simulazione" }).waitFor();
  await assertGood(visited, "cancelled");
  assert.ok(!existsSync(join(folder, "lunga.h5")));
  assert.ok(
    readdirSync(folder).some((name) => name.startsWith("lunga.h5.part")),
    "what is done is kept",
  );
  await visited.context.close();
});
