// Every page in a real browser: accessible in both languages, light, dark and on a phone; quiet console; fonts really arrive.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, axeFindingsOfColours } from "../../../test/support/axe.ts";
import { launchBrowser } from "../../../test/support/browser.ts";
import { assets } from "./assets.ts";
import { gallery } from "./gallery.ts";
import { markup } from "./html.ts";
import type { Language } from "./view-models.ts";

const LANGUAGES: readonly Language[] = ["zh", "en"];
const HOSTILE = `<script>alert(1)</script>"'>`;

const shown = new Map<string, string>([
  ...LANGUAGES.flatMap((language) => gallery(language).map(({ name, page }) => [`/${language}/${name}`, markup(page)] as const)),
  ...LANGUAGES.flatMap((language) => gallery(language, HOSTILE).map(({ name, page }) => [`/hostile/${language}/${name}`, markup(page)] as const)),
]);
const served = new Map(assets().map((asset) => [asset.path, asset]));

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, reply) => {
    const asset = served.get(request.url ?? "");
    const page = shown.get(request.url ?? "");
    if (asset !== undefined) reply.setHeader("content-type", asset.contentType).setHeader("cache-control", "max-age=31536000, immutable").end(asset.bytes);
    else if (page !== undefined) reply.setHeader("content-type", "text/html; charset=utf-8").setHeader("content-security-policy", "default-src 'self'; script-src 'self'; style-src 'self'").end(page);
    else reply.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${portOf(server.address())}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("assertion failed: the server listens on a port");
  return address.port;
}

const LIGHT = { viewport: { width: 1280, height: 900 }, colorScheme: "light" } as const;
const DARK = { viewport: { width: 1280, height: 900 }, colorScheme: "dark" } as const;
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: "light" } as const;
const NARROWEST = { viewport: { width: 320, height: 700 }, colorScheme: "light" } as const;

/** One page of each layout; the others repeat their parts. */
const LAYOUTS: ReadonlySet<string> = new Set(["home", "search-filtered", "organisation", "list", "memorandum", "law", "law-by-measure", "law-search", "law-diff", "law-lint", "law-scheme", "law-entry", "desk", "desk-office", "desk-case", "desk-decide", "suppliers", "suppliers-result", "report", "verify-report-issued", "watch", "api", "api-get", "api-post", "watch-alerts", "plan-own", "statistics"]);

/** Opens every page of a language in turn and gathers what is wrong with each; nothing may be said on the console. */
async function through(prefix: string, language: Language, options: BrowserContextOptions, look: (page: Page) => Promise<readonly string[]>, only: (name: string) => boolean = () => true): Promise<readonly string[]> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => wrong.push(`${page.url()} console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`${page.url()} error: ${error.message}`));
  page.on("dialog", (dialog) => { wrong.push(`${page.url()} dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on("response", (response) => { if (!response.ok()) wrong.push(`${response.status()} ${response.url()}`); });
  for (const { name } of gallery(language).filter((exhibit) => only(exhibit.name))) {
    await page.goto(`${origin}${prefix}/${language}/${name}`);
    wrong.push(...(await look(page)).map((what) => `${language}/${name}: ${what}`));
  }
  await context.close();
  return wrong;
}

describe.each(LANGUAGES)("every page in %s", (language) => {
  it("has nothing axe finds, light", async () => {
    expect(await through("", language, LIGHT, axeFindings)).toEqual([]);
  });

  it("has nothing axe finds, dark", async () => {
    // Colours are the same in both languages: every page in one of them, every layout in the other.
    expect(await through("", language, DARK, axeFindingsOfColours, (name) => language === "zh" || LAYOUTS.has(name))).toEqual([]);
  });

  it("has nothing axe finds on a phone, in each layout", async () => {
    expect(await through("", language, PHONE, axeFindings, (name) => LAYOUTS.has(name))).toEqual([]);
  });

  it("fits a width of 320 pixels and of a phone without scrolling sideways", async () => {
    const sideways = async (page: Page): Promise<readonly string[]> => {
      const over = await page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      return over > 0 ? [`wider than the window by ${over}`] : [];
    };
    expect(await through("", language, NARROWEST, sideways)).toEqual([]);
    expect(await through("", language, PHONE, sideways, (name) => LAYOUTS.has(name))).toEqual([]);
  });

  it("shows a hostile name as text and runs nothing", async () => {
    const visible = async (page: Page): Promise<readonly string[]> => ((await page.locator("script:not([src^='/assets/'])").count()) === 0 ? [] : ["has a script"]);
    expect(await through("/hostile", language, LIGHT, visible)).toEqual([]);
    const page = await (await browser.newContext(LIGHT)).newPage();
    await page.goto(`${origin}/hostile/${language}/organisation`);
    expect(await page.locator("h1").innerText()).toContain(HOSTILE);
    expect(await page.title()).toContain(HOSTILE);
    await page.context().close();
  });
});

describe("the frame", () => {
  it("brings the fonts, and lets Han have its own punctuation", async () => {
    const context = await browser.newContext(LIGHT);
    const page = await context.newPage();
    await page.goto(`${origin}/en/memorandum`);
    await page.evaluate("document.fonts.ready");
    const loaded = await page.evaluate<readonly string[]>("[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('\"', ''))");
    expect(loaded).toEqual(expect.arrayContaining(["Source Sans 3", "Source Code Pro", "Source Serif 4"]));
    await page.goto(`${origin}/zh/organisation`);
    await page.evaluate("document.fonts.ready");
    expect(await page.evaluate<boolean>("document.fonts.check('16px \"Source Sans 3 in Han\"')")).toBe(true);
    await context.close();
  });

  it("is reached by keyboard in the order of reading, the way past it first", async () => {
    const context = await browser.newContext(LIGHT);
    const page = await context.newPage();
    await page.goto(`${origin}/en/organisation`);
    const reached: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate<string>("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"));
    }
    expect(reached).toEqual(["Skip to the content", "How it was made", "Probity Public credit register of Hailu", "Search"]);
    await context.close();
  });

  it("asks with the form alone: the clocks and the act go into the address", async () => {
    const context = await browser.newContext(LIGHT);
    const page = await context.newPage();
    await page.goto(`${origin}/en/organisation`);
    await page.locator("#clock-law").fill("2021-12-31");
    const [request] = await Promise.all([page.waitForRequest((sent) => sent.isNavigationRequest()), page.locator(".clocks button").click()]);
    expect(new URL(request.url()).search).toBe("?act=mo%3Abid&on=2026-11-20&law=2021-12-31&known=184233");
    await context.close();
  });
});
