// The keys of a page, in a real browser: to the search field, through rows, help, and off for good.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeFindings } from "../../../test/support/axe.ts";
import { launchBrowser } from "../../../test/support/browser.ts";
import { assets } from "./assets.ts";
import { gallery } from "./gallery.ts";
import { markup } from "./html.ts";

const shown = new Map(gallery("en").map(({ name, page }) => [`/${name}`, markup(page)]));
const served = new Map(assets().map((asset) => [asset.path, asset]));
let browser: Browser;
let server: Server;

beforeAll(async () => {
  server = createServer((request, reply) => {
    const asset = served.get(request.url ?? "");
    if (asset !== undefined) reply.setHeader("content-type", asset.contentType).end(asset.bytes);
    else reply.setHeader("content-type", "text/html; charset=utf-8").setHeader("content-security-policy", "default-src 'self'; script-src 'self'; style-src 'self'").end(shown.get(request.url ?? "") ?? "nothing");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

async function on(name: string, look: (page: Page) => Promise<void>): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` });
  const page = await context.newPage();
  try {
    await page.goto(`/${name}`);
    await look(page);
  } finally {
    await context.close();
  }
}

const focused = (page: Page): Promise<string> => page.evaluate("document.activeElement.name ?? document.activeElement.textContent");
const rowFocused = (page: Page): Promise<number> => page.evaluate("[...document.querySelectorAll('main tbody tr')].findIndex((row) => row.contains(document.activeElement))");

it("`/` goes to the search field, and in a field keys are letters", async () => {
  await on("search", async (page) => {
    await page.keyboard.press("/");
    expect(await focused(page)).toBe("q");
    await page.keyboard.type("j?/");
    expect(await page.locator("input[name=q]").first().inputValue()).toBe("j?/");
    expect(await page.locator("dialog.keys").isVisible()).toBe(false);
  });
  await on("lists", async (page) => {
    await Promise.all([page.waitForURL(/\/en\/$/), page.keyboard.press("/")]);
  });
});

it("`j` and `k` go through the rows and stop at their ends", async () => {
  await on("search", async (page) => {
    const rows = await page.locator("main tbody tr:has(a)").count();
    expect(rows).toBeGreaterThan(1);
    await page.keyboard.press("j");
    const first = await rowFocused(page);
    await page.keyboard.press("j");
    expect(await rowFocused(page)).toBeGreaterThan(first);
    await page.keyboard.press("k");
    await page.keyboard.press("k");
    expect(await rowFocused(page)).toBe(first);
  });
});

it("`?` shows what they do; off they stay off, and `?` still tells", async () => {
  await on("search", async (page) => {
    await page.keyboard.press("?");
    expect(await page.locator("dialog.keys").isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.locator("dialog.keys input").check();
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog.keys").isVisible()).toBe(false);
    await page.reload();
    await page.keyboard.press("/");
    expect(await focused(page)).not.toBe("q");
    await page.keyboard.press("?");
    expect(await page.locator("dialog.keys input").isChecked()).toBe(true);
  });
});
