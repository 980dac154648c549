import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { violations } from "../app/axe";
import {
  assertWhole,
  colourCount,
  cutTexts,
  installedBrowser,
  launch,
  checkedLanguages,
  openGallery,
  overlappingTexts,
  sizeOf,
  unfold,
  views,
} from "./support";

const skip = installedBrowser() === undefined ? "no Chromium is installed" : false;
const largestBundle = 1.2e6;

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

test("Script and style can stand inside a page", () => {
  assert.doesNotMatch(readFileSync("build/figures.js", "utf8"), /<\/script|<!--/i);
  assert.doesNotMatch(readFileSync("build/figures.css", "utf8"), /<\/style/i);
});

test("The bundle is small, and runs no text as code", () => {
  assert.ok(sizeOf("build/figures.js") < largestBundle);
  assert.doesNotMatch(readFileSync("build/figures.js", "utf8"), /\beval\(|new Function\(/);
});

for (const [language, width] of views([320, 700, 1280, 1920])) {
  test(`The gallery is whole in ${language} at ${width} pixels`, { skip }, async () => {
    const { page, complaints } = await openGallery(browser, language, width);
    const charts = await page.$$(".figure-canvas");
    for (const chart of charts) {
      const name = (await chart.getAttribute("aria-label")) ?? "";
      assert.ok(name.startsWith(language === "it" ? "ESEMPIO" : "EXAMPLE"), name);
      assert.ok((await colourCount(chart, decoder)) > 8, `empty: ${name}`);
    }
    assert.deepEqual(await overlappingTexts(page), []);
    await assertWhole({ page, complaints });
    await page.close();
  });
}

for (const language of checkedLanguages) {
  test(`axe finds nothing wrong in ${language}`, { skip }, async () => {
    const { page } = await openGallery(browser, language, 1280);
    await unfold(page);
    assert.deepEqual(await violations(page), []);
    await page.close();
  });
}

test("A figure without data says so instead of an empty chart", { skip }, async () => {
  const { page } = await openGallery(browser, "it", 700);
  assert.match((await page.textContent(".figure-problem")) ?? "", /Nessun dato/);
  await page.close();
});

test("The CSV button hands over the data with all digits", { skip }, async () => {
  const { page, complaints } = await openGallery(browser, "en", 700);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click("figure[data-figure=winners] .figure-csv"),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  assert.equal(download.suggestedFilename(), "winners.csv");
  assert.match(text, /^\ufeffGroup,People,Better off,"Better off, low"/);
  assert.match(text, /\r\nMigrants and refugees,,,,,,,\r\n/);
  assert.deepEqual(
    complaints.filter((one) => !one.includes("blob:")),
    [],
  );
  await page.close();
});

test("Charts follow the width of the page", { skip }, async () => {
  const { page } = await openGallery(browser, "en", 1280);
  const width = () =>
    page.evaluate(
      () => document.querySelector(".figure-canvas svg")?.getBoundingClientRect().width ?? 0,
    );
  const before = await width();
  await page.setViewportSize({ width: 480, height: 800 });
  await page.waitForFunction(
    (wide) =>
      (document.querySelector(".figure-canvas svg")?.getBoundingClientRect().width ?? wide) < wide,
    before,
  );
  assert.ok((await width()) <= 480);
  await page.close();
});

test("On paper charts are drawn for its width, and each fits on a page", { skip }, async () => {
  const { page, complaints } = await openGallery(browser, "it", 1280);
  // The page keeps what it was printed like: afterwards it is drawn for the screen again.
  await page.evaluate(() => {
    const seen: [number, number][] = [];
    window.addEventListener("beforeprint", () => {
      for (const svg of document.querySelectorAll(".figure-canvas svg")) {
        seen.push([Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))]);
      }
    });
    Object.assign(window, { seen });
  });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const seen = await page.evaluate(() => (window as unknown as { seen: [number, number][] }).seen);
  assert.ok(seen.length > 15);
  const [mostWide, mostHigh] = [210 - 30, 297 - 30].map((mm) => (mm / 25.4) * 96) as [
    number,
    number,
  ];
  for (const [width, height] of seen)
    assert.ok(width <= mostWide && height <= mostHigh, `${width} x ${height}`);
  assert.ok(pdf.length > 100_000);
  assert.deepEqual(complaints, []);
  await page.close();
});

test("Nothing is cut on paper", { skip }, async () => {
  const { page } = await openGallery(browser, "it", 1280);
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.deepEqual(await cutTexts(page), []);
  await page.close();
});

test(
  "Pointing at a chart tells its values, in lines that fit on a small screen",
  { skip },
  async () => {
    const { page, complaints } = await openGallery(browser, "en", 320);
    const chart = page.locator("figure[data-figure=trajectories] .figure-canvas");
    await chart.hover({ position: { x: 200, y: 150 } });
    await page.waitForFunction(() =>
      document.querySelector(".figure-canvas svg")?.textContent?.includes("Services as usual:"),
    );
    const wide = await page.evaluate(() => {
      const box = document.querySelector(".figure-canvas")?.getBoundingClientRect() as DOMRect;
      return [...document.querySelectorAll(".figure-canvas svg text")]
        .filter((text) => (text.textContent ?? "").includes(":"))
        .some((text) => text.getBoundingClientRect().right > box.right);
    });
    assert.equal(wide, false);
    assert.deepEqual(complaints, []);
    await page.close();
  },
);

test("The web app builds whole figures by itself, and takes them off again", { skip }, async () => {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.setContent("<!doctype html><html lang=it><title>x</title><main hidden></main>");
  await page.addScriptTag({ path: "build/tests/framed.js" });
  const count = (what: string) => page.locator(what).count();
  assert.equal(await count(".figure-canvas svg"), 0, "nothing is drawn while the page hides it");
  await page.evaluate(() => document.querySelector("main")?.removeAttribute("hidden"));
  await page.waitForFunction("document.querySelectorAll('.figure-canvas svg').length > 15");
  const figures = await count("figure");
  assert.equal(await count("figcaption"), figures);
  assert.equal(await count("figure table caption"), figures - 1, "the empty one has no table");
  await page.evaluate(() => (window as unknown as { disposeAll(): void }).disposeAll());
  assert.equal(await count(".figure-canvas svg"), 0);
  assert.deepEqual(complaints, []);
  await page.close();
});
