/// Opens the app in a real browser and listens to what it says.

import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { complaintsOf } from "../browser/support";

/// A program that serves the app, recorded or real.
export interface Served {
  /// The address that it prints, token and all.
  address: string;
  /// The same without the token.
  origin: string;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /// What stands in the console, and requests to anywhere else; should stay empty.
  complaints: string[];
}

interface Wishes {
  language?: string;
  width?: number;
  height?: number;
}

export async function visit(browser: Browser, served: Served, view = "", wishes: Wishes = {}) {
  const context = await browser.newContext({
    viewport: { width: wishes.width ?? 1280, height: wishes.height ?? 900 },
    locale: wishes.language === "it" ? "it-IT" : "en-GB",
    acceptDownloads: true,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints = complaintsOf(
    page,
    (address) => address.startsWith(`${served.origin}/`) || /^(blob|data):/.test(address),
  );
  await page.goto(served.address);
  await page.waitForSelector("h1");
  if (view !== "") await go(page, view);
  return { page, context, complaints } satisfies Visit;
}

/// Opens another view on the same page, and waits until it is drawn.
export async function go(page: Page, view: string): Promise<void> {
  await page.evaluate(async (hash) => {
    const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    if (location.hash === hash) return;
    location.hash = hash;
    await changed;
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  }, view);
}

/// Waits until nothing is being loaded.
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector(".loading") === null &&
      document.querySelector("[aria-busy=true]") === null,
  );
}

/// Tab until something is reached; fails where it never is, and where the focus cannot be seen.
export async function tabTo(page: Page, wanted: (name: string) => boolean): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      const style = getComputedStyle(
        one.matches(".segments input") ? (one.nextElementSibling as Element) : one,
      );
      const name = one.getAttribute("aria-label") || one.id || (one.textContent ?? "").trim();
      return { name, ring: style.outlineStyle !== "none" || one.closest(".check") !== null };
    });
    assert.ok(at.ring || at.name === "main", `the focus is not seen on ${at.name}`);
    if (wanted(at.name)) return;
  }
  assert.fail("not reached by keyboard");
}
