/// Takes the pictures of README: node pictures.mjs CANTIERE RESULT.h5 FOLDER [en|it].
///
/// They are of a real report and of the real app over that results file, in an installed Chromium; the file stays as it
/// is. Wants the packages of this folder: run it in build/release/web, where the build has them.

import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [program, results, folder, language = "en"] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node pictures.mjs CANTIERE RESULT.h5 FOLDER [en|it]");
  process.exit(2);
}
const widths = { report: 1000, app: 1180 };
const most = 150_000;
const work = mkdtempSync(join(tmpdir(), "cantiere-pictures-"));
copyFileSync(results, join(work, "bari.h5"));
mkdirSync(folder, { recursive: true });

function cantiere(...words) {
  const done = spawnSync(resolve(program), words, { cwd: work, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`cantiere ${words.join(" ")}: ${done.stderr}`);
}

/// Starts the app on the folder and returns its address, with the token.
async function serve() {
  const words = ["serve", work, "--port", "0", "--no-open"];
  const server = spawn(resolve(program), words, { stdio: ["ignore", "pipe", "ignore"] });
  for await (const line of createInterface({ input: server.stdout }))
    if (line.startsWith("http://")) return { server, address: line.trim() };
  throw new Error("cantiere serve says no address");
}

const quiet = (page) =>
  page.waitForFunction(
    () =>
      document.querySelector(".loading") === null &&
      document.querySelector("[aria-busy=true]") === null,
  );

/// Waits until two looks in a row are alike: charts grow, checks end.
async function steady(page) {
  for (let before = Buffer.alloc(0), look; ; before = look) {
    look = await page.screenshot();
    if (look.equals(before)) return;
    await page.waitForTimeout(700);
  }
}

const edges = (page, selector) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top: top + window.scrollY, bottom: bottom + window.scrollY };
    });

/// Keeps the page from the top of one element, or of itself, to the bottom of another.
async function take(page, name, from, to) {
  await steady(page);
  const top = from === undefined ? 0 : Math.max(0, (await edges(page, from)).top - 12);
  const height = (await edges(page, to)).bottom + 16 - top;
  const { width } = page.viewportSize();
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: top, width, height } });
  const bytes = statSync(path).size;
  console.log(`${path}: ${bytes} bytes`);
  if (bytes > most) throw new Error(`${path} is larger than ${most} bytes; show less`);
}

async function ofReport(context) {
  cantiere("report", "bari.h5", "-o", "bari.html", "--lang", language);
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(work, "bari.html")).href);
  await page.waitForFunction(() => document.querySelectorAll(".figure-canvas svg").length > 10);
  await take(page, "report-answer", undefined, "table");
  const chart = "figure[data-figure=trajectories]";
  await page.locator(chart).first().scrollIntoViewIfNeeded();
  await take(page, "report-chart", chart, chart);
}

async function ofApp(context) {
  const { server, address } = await serve();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForSelector("h1");
    const view = async (hash) => {
      await page.evaluate((to) => (location.hash = to), hash);
      await quiet(page);
    };
    await view("#/compare?result=bari.h5");
    await page.locator(".headline").waitFor();
    await take(page, "app-compare", undefined, ".verdicts");
    const levers = "set.internship.slots=60&set.internship.total_starts=60";
    await view(`#/scenario?study=bari&from=bari-cantiere&word=internship.+slots&${levers}`);
    await page.locator(".editing .lever").first().waitFor();
    await take(page, "app-scenario", undefined, ".editing");
  } finally {
    server.kill("SIGINT");
  }
}

const place = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = [process.env["CHROMIUM"], ...place].find((one) => one && existsSync(one));
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath, args });
try {
  const locale = language === "it" ? "it-IT" : "en-GB";
  for (const [kind, of] of Object.entries({ report: ofReport, app: ofApp })) {
    const viewport = { width: widths[kind], height: 860 };
    await of(await browser.newContext({ viewport, locale, reducedMotion: "reduce" }));
  }
} finally {
  await browser.close();
  rmSync(work, { recursive: true });
}
