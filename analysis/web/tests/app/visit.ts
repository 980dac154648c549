/// Opens the app in a real browser and listens to what it says.

import type { Browser, BrowserContext, Page } from "playwright-core";
import { token, type Mock } from "./mock";

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
  /// Lets axe in, which the page's own policy would not.
  bypassCSP?: boolean;
}

export async function visit(browser: Browser, mock: Mock, view = "", wishes: Wishes = {}) {
  const context = await browser.newContext({
    viewport: { width: wishes.width ?? 1280, height: wishes.height ?? 900 },
    locale: wishes.language === "it" ? "it-IT" : "en-GB",
    bypassCSP: wishes.bypassCSP ?? false,
    acceptDownloads: true,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(mock.origin) && !/^(blob|data):/.test(address))
      complaints.push(`request: ${address}`);
  });
  await page.goto(`${mock.origin}/#token=${token}`);
  await page.waitForSelector("h1");
  if (view !== "") await page.evaluate((hash) => (location.hash = hash), view);
  return { page, context, complaints } satisfies Visit;
}

/// Waits until nothing is being loaded.
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector(".loading") === null &&
      document.querySelector("[aria-busy=true]") === null,
  );
}

export async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
