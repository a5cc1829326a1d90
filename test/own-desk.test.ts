// The organisation's desk as an organisation meets it: a real server over SQLite, real Chromium without scripts, the model jurisdiction. It says
// that a join and a record are wrong, applies for repair with a PDF, and sees the receipt; what cannot be taken loses nothing it typed.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate, present } from "../src/domain/terms/index.ts";
import { makeModelJurisdiction } from "../src/lab/index.ts";
import { joinFiles, organisationDesk, type OrganisationDesk, type Registry } from "../src/service/index.ts";
import { openLedger } from "../src/store/index.ts";
import { createServer, originOf } from "../src/web/index.ts";
import { axeFindings } from "./support/axe.ts";
import { launchBrowser } from "./support/browser.ts";
import { loadLaw } from "./support/law.ts";
import { registryOver } from "./support/registry.ts";

const DAY = "2026-11-20";
const PDF = Buffer.from("%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n", "latin1");
const LANGUAGES = ["zh", "en"] as const;

const folder = mkdtempSync(join(tmpdir(), "probity-own-desk-"));
const logged: string[] = [];
let registry: Registry;
let server: FastifyInstance;
let browser: Browser;
/** An organisation with a record that can be put right now, and a join with another. */
let file = "";

beforeAll(async () => {
  registry = registryOver(await openLedger({ node: "test", randomBytes, dataDir: folder }), await loadLaw("law"), { day: DAY });
  await makeModelJurisdiction(registry, { organisations: 150, seed: 1, until: plainDate(DAY) });
  const found = present(await repairable(), "an organisation that can put something right");
  file = found.file;
  const other = present((await registry.ledger.read({ types: ["OrganisationRegistered"] })).flatMap((event) => event.files).find((each) => !found.files.includes(each)), "another organisation");
  const joined = await joinFiles(registry, file, other, "the names are alike");
  expect(joined.ok).toBe(true);
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.listen({ host: "127.0.0.1", port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await registry.ledger.close();
  rmSync(folder, { recursive: true, force: true });
  expect(logged).toEqual([]);
});

async function repairable(): Promise<OrganisationDesk | undefined> {
  for (const event of await registry.ledger.read({ types: ["RecordReported"] })) {
    const desk = await organisationDesk(registry, event.files[0] ?? "");
    if (desk.ok && desk.value.standing.records.length > 1 && desk.value.asks.some(({ purpose, allowed, about }) => purpose === "repair" && allowed && about.kind === "record")) return desk.value;
  }
  return undefined;
}

async function deskNow(): Promise<OrganisationDesk> {
  const desk = await organisationDesk(registry, file);
  if (!desk.ok) throw new Error(desk.error.message);
  return desk.value;
}

/** Signs in as the organisation, by its file number, without scripts. */
async function signedIn(language: "zh" | "en", width = 1280, scripts = false): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, baseURL: originOf(server), viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(`/${language}/desk`);
  await page.locator("#organisation-name").fill(file);
  await page.locator(".entry-form button").click();
  expect(new URL(page.url()).pathname).toBe(`/${language}/desk/organisation`);
  return { context, page };
}

async function atCase(page: Page): Promise<void> {
  expect(new URL(page.url()).pathname).toMatch(/\/desk\/cases\/m[0-9a-f]+$/);
  // The receipt is said at once to whoever reads with a screen reader, too.
  expect((await page.locator(".done").innerText()).trim()).not.toBe("");
}

describe("an organisation at its desk", () => {
  it("says that a join is wrong, and is apart from the other at once", async () => {
    const { context, page } = await signedIn("zh");
    await page.locator("a.button[href*='about=join']").first().click();
    await page.locator("#statement").fill("不是本单位。");
    await page.locator(".asking button").click();
    await atCase(page);
    const desk = await deskNow();
    expect([desk.files.length, desk.cases.map(({ purpose }) => purpose)]).toEqual([1, ["objection"]]);
    await context.close();
  });

  it("puts a record right with a PDF, after a file that is not what its name says", async () => {
    const { context, page } = await signedIn("en");
    await page.locator("a.button[href*='purpose=repair'][href*='about=record']").first().click();
    if ((await page.locator("#statement").count()) === 0) await page.locator(".exits a.button").first().click();
    await page.locator("#statement").fill("The fine is paid.");
    for (const box of await page.locator("input[name=documents]").all()) await box.check();
    const ticked = await page.locator("input[name=documents]:checked").count();
    await page.locator("#files").setInputFiles({ name: "proof.pdf", mimeType: "application/pdf", buffer: Buffer.from("I am no PDF") });
    await page.locator(".asking button").click();
    expect(await page.locator("[role=alert]").innerText()).toContain("proof.pdf");
    expect([await page.locator("#statement").inputValue(), await page.locator("input[name=documents]:checked").count(), await page.locator(".again").count()]).toEqual(["The fine is paid.", ticked, 1]);
    await page.locator("#files").setInputFiles({ name: "proof.pdf", mimeType: "application/pdf", buffer: PDF });
    await page.locator(".asking button").click();
    await atCase(page);
    const link = page.locator("a[href*='/desk/attachments/']").first();
    const given = await page.request.get(present(await link.getAttribute("href"), "an attachment's address"));
    expect([given.headers()["content-type"], given.headers()["content-disposition"]?.startsWith("attachment"), Buffer.compare(await given.body(), PDF)]).toEqual(["application/pdf", true, 0]);
    await context.close();
  });

  it("says that a record is wrong, after a file that was too large, and finds it marked on its desk", async () => {
    const { context, page } = await signedIn("zh");
    const link = page.locator("a.button[href*='purpose=objection'][href*='about=record']").first();
    const about = present(new URL(present(await link.getAttribute("href"), "an address"), originOf(server)).searchParams.get("about"), "a record").slice("record:".length);
    await link.click();
    await page.locator("#statement").fill("处罚决定已被撤销。");
    await page.locator("#files").setInputFiles({ name: "扫描件.pdf", mimeType: "application/pdf", buffer: Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]) });
    await page.locator(".asking button").click();
    expect([await page.locator("[role=alert]").count(), await page.locator("#statement").inputValue()]).toEqual([1, "处罚决定已被撤销。"]);
    await page.locator(".asking button").click();
    await atCase(page);
    await page.goto("/zh/desk/organisation");
    expect(await page.locator(".marks .is-undetermined").count()).toBeGreaterThan(0);
    expect((await deskNow()).things.find((thing) => thing.about.kind === "record" && thing.about.record === about)?.disputed).not.toBeNull();
    await context.close();
  });

  it("has its deadlines as a calendar", async () => {
    const { context, page } = await signedIn("en");
    const reply = await page.request.get(present(await page.locator("a[href$='deadlines.ics']").getAttribute("href"), "the calendar"));
    expect([reply.status(), (await reply.text()).match(/^BEGIN:VEVENT/gm)?.length]).toEqual([200, (await deskNow()).due.filter(({ fulfilledOn }) => fulfilledOn === undefined).length]);
    await context.close();
  });
});

describe("its pages and the authorities measured", () => {
  it.each(LANGUAGES)("break no rule of accessibility and fit a phone, in %s", async (language) => {
    const desk = await deskNow();
    const record = present(desk.standing.records[0], "a record").record;
    const addresses = ["/desk/organisation", `/desk/organisation/ask?purpose=repair&about=record:${record}`, `/desk/organisation/ask?purpose=objection&about=record:${record}`, "/desk/organisation/ask?purpose=commitment&about=organisation&procedure=cn:credit-commitment", "/desk/organisation/ask?purpose=annual-report&about=organisation", "/authorities"];
    const wide = await signedIn(language, 1280, true);
    for (const address of addresses) {
      await wide.page.goto(`/${language}${address}`);
      expect([address, await axeFindings(wide.page)]).toEqual([address, []]);
    }
    await wide.context.close();
    const narrow = await signedIn(language, 360, true);
    for (const address of addresses) {
      await narrow.page.goto(`/${language}${address}`);
      expect([address, await narrow.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")]).toEqual([address, 0]);
    }
    await narrow.context.close();
  });
});
