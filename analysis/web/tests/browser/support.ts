/// Opens the gallery in a real browser and listens to what it says and asks for.

import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type ElementHandle, type Page } from "playwright-core";

const places = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/// Returns an installed Chromium; undefined where there is none, so that tests say they were skipped.
export function installedBrowser(): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place));
}

/// Root may only run Chromium without its sandbox.
export async function launch(): Promise<Browser> {
  const executablePath = installedBrowser() as string;
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args });
}

/// In the long form (CANTIERE_TEST_SCALE=full) every width in every language; in the short one the languages take
/// turns along the widths, and the rules of axe run in the second.
export const long = process.env["CANTIERE_TEST_SCALE"] === "full";
const languages = ["en", "it"];

/// Returns the pairs of language and width (pixels) at which a page is looked at, in turn in the short form.
export function views(widths: number[]): [string, number][] {
  const pairs = widths.map((width, at): [string, number] => [languages[at % 2] as string, width]);
  return long
    ? languages.flatMap((one) => widths.map((width): [string, number] => [one, width]))
    : pairs;
}

/// The languages in which the rules of axe are run.
export const checkedLanguages = long ? languages : ["it"];

/// Warnings, errors and requests beyond what is the page's own, as they come; should stay empty.
export function complaintsOf(page: Page, isOwn: (address: string) => boolean): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!isOwn(request.url())) complaints.push(`request: ${request.url()}`);
  });
  return complaints;
}

export interface Opened {
  page: Page;
  complaints: string[];
}

export async function openGallery(
  browser: Browser,
  language: string,
  width: number,
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const address = pathToFileURL(resolve(`build/gallery-${language}.html`)).href;
  const complaints = complaintsOf(page, (asked) => asked === address);
  await page.goto(address);
  await page.waitForFunction("document.querySelectorAll('.figure-canvas svg').length > 10");
  return { page, complaints };
}

export function sizeOf(path: string): number {
  return statSync(path).size;
}

/// Counts the colours of a chart as it is seen; the picture is decoded on a page of its own,
/// since the gallery's policy forbids pictures.
export async function colourCount(chart: ElementHandle, decoder: Page): Promise<number> {
  const picture = (await chart.screenshot()).toString("base64");
  return decoder.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(
      context.getImageData(0, 0, image.width, image.height).data.buffer,
    );
    return new Set(pixels).size;
  }, picture);
}

/// Pairs of texts of one chart that lie over each other by more than an edge.
export async function overlappingTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const [across, down] = [3, 6];
    return [...document.querySelectorAll(".figure-canvas")].flatMap((canvas) => {
      const texts = [...canvas.querySelectorAll("svg text")]
        .map((text) => ({ said: text.textContent ?? "", box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      return texts.flatMap((one, i) =>
        texts.slice(i + 1).flatMap((other) => {
          const x =
            Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const y =
            Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          return x > across && y > down ? [`${one.said} | ${other.said}`] : [];
        }),
      );
    });
  });
}

/// Texts of charts that reach beyond their chart, and so are cut.
export async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1.5;
    return [...document.querySelectorAll(".figure-canvas")].flatMap((canvas) => {
      const box = canvas.getBoundingClientRect();
      const kind = canvas.closest("figure")?.getAttribute("data-figure") ?? "";
      return [...canvas.querySelectorAll("svg text")].flatMap((text) => {
        const own = text.getBoundingClientRect();
        const inside =
          own.left >= box.left - slack &&
          own.right <= box.right + slack &&
          own.top >= box.top - slack &&
          own.bottom <= box.bottom + slack;
        return inside || own.width === 0 ? [] : [`${kind}: ${text.textContent ?? ""}`];
      });
    });
  });
}

/// By how many pixels a page is wider than its window.
export async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/// Fails where a text of a chart is cut, the page scrolls sideways, or anything was complained of.
export async function assertWhole({ page, complaints }: Opened, name = ""): Promise<void> {
  assert.deepEqual(await cutTexts(page), [], name);
  assert.ok((await sideways(page)) <= 0, `${name} scrolls sideways`);
  assert.deepEqual(complaints, [], name);
}

/// Opens what is folded.
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(
    "document.querySelectorAll('details').forEach((one) => { one.open = true; })",
  );
}
