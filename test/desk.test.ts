// A listing from the desk of an office to its decision, as an officer and an organisation go through it: a real server over SQLite, real Chromium
// without scripts, in both languages and on a phone. Every page on the way is looked at by axe and must not scroll sideways.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Registry } from "../src/service/index.ts";
import { openLedger } from "../src/store/index.ts";
import { createServer, originOf } from "../src/web/index.ts";
import { axeFindings } from "./support/axe.ts";
import { launchBrowser } from "./support/browser.ts";
import { CODES, fillDesk, NAMES } from "./support/desk-world.ts";
import { registryOver, type StandingClock } from "./support/registry.ts";
import { projectLaw } from "./support/run.ts";

const clock: StandingClock = { day: "2026-03-02" };
const folder = mkdtempSync(join(tmpdir(), "probity-desk-"));
const logged: string[] = [];
let browser: Browser;
let registry: Registry;
let server: FastifyInstance;

beforeAll(async () => {
  browser = await launchBrowser();
  registry = registryOver(await openLedger({ node: "test", randomBytes, dataDir: folder }), await projectLaw(), clock);
  await fillDesk(registry, 2);
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await registry.ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Desk {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly wrong: readonly string[];
}

/** Somebody's own browser, without scripts. */
async function sitDown(): Promise<Desk> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: originOf(server), viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const wrong: string[] = [];
  // A refusal answers with its own status, and the console says so: that is no fault of the page.
  page.on("console", (message) => { if (!/status of 4(?:09|22)/.test(message.text())) wrong.push(`${page.url()} console: ${message.text()}`); });
  page.on("response", (response) => { if (response.status() >= 500) wrong.push(`${response.status()} ${response.url()}`); });
  return { context, page, wrong };
}

/** What is wrong with the page one is on: for axe, on a phone, in the other language. */
async function looked({ context, page }: Desk): Promise<readonly string[]> {
  const address = page.url();
  const eyes = await browser.newContext({ storageState: await context.storageState(), viewport: { width: 360, height: 800 } });
  const found: string[] = [];
  const reader = await eyes.newPage();
  for (const each of [address, address.includes("/en/") ? address.replace("/en/", "/zh/") : address.replace("/zh/", "/en/")]) {
    await reader.goto(each);
    found.push(...(await axeFindings(reader)).map((finding) => `${each}: ${finding}`));
    const over = await reader.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (over > 0) found.push(`${each} scrolls sideways by ${over} at 360 px`);
    const text = await reader.evaluate<string>("document.body.innerText");
    if (/\bundefined\b|\[object |\bNaN\b/.test(text)) found.push(`${each} says undefined`);
    if (await reader.evaluate<number>("document.querySelectorAll('script:not([src^=\"/assets/\"])').length") > 0) found.push(`${each} has a script that is none of ours`);
  }
  await eyes.close();
  return found;
}

const alert = (page: Page): Promise<string> => page.getByRole("alert").first().innerText();
const status = (page: Page): Promise<string> => page.getByRole("status").innerText();
const name = NAMES[0];

describe("a listing", () => {
  let officer: Desk;
  let organisation: Desk;
  let superior: Desk;
  let path = "";
  beforeAll(async () => {
    officer = await sitDown();
    organisation = await sitDown();
    superior = await sitDown();
  });
  afterAll(() => {
    expect({ officer: officer.wrong, organisation: organisation.wrong, superior: superior.wrong, logged }).toEqual({ officer: [], organisation: [], superior: [], logged: [] });
  });

  it("begins where an officer takes a post and sees what the criteria suggest", async () => {
    const { page } = officer;
    await page.goto("/en/desk?region=990101");
    expect(await looked(officer)).toEqual([]);
    await page.getByRole("button", { name: "Sign in as First handler, Market Regulation of Linzhu City" }).click();
    expect(new URL(page.url()).pathname).toBe("/en/desk/office");
    expect(await page.getByRole("complementary", { name: "Who you are" }).innerText()).toContain("Market Regulation of Linzhu City");
    expect(await looked(officer)).toEqual([]);
    await page.getByRole("link", { name: `Propose ${name} for` }).click();
    expect(await page.getByText("The notice will state").innerText()).toMatch(/The notice will state \d+ measures/);
    expect(await looked(officer)).toEqual([]);
  });

  it("is proposed by the officer's own words, and the page says what comes next", async () => {
    const { page } = officer;
    await page.getByLabel(/^Facts/).fill("On 3 February 400 boxes past their date were sold.");
    await page.getByRole("button", { name: "Propose", exact: true }).click();
    path = new URL(page.url()).pathname;
    expect(await status(page)).toBe("The listing was proposed. Next: the written notice.");
    expect(await page.locator(".stands").innerText()).toMatch(/proposed[\s\S]*Written notice before the decision[\s\S]*by you/);
    expect(await looked(officer)).toEqual([]);
  });

  it("is notified and served, and then waits for the organisation", async () => {
    const { page } = officer;
    await page.getByLabel(/^Facts/).fill("On 3 February 400 boxes past their date were sold.");
    await page.getByRole("button", { name: "Issue the notice" }).click();
    expect(await status(page)).toContain("The notice was issued.");
    await page.getByLabel(/^Means of service/).fill("registered post");
    await page.getByLabel(/^Day of service/).fill("2026-02-31");
    await page.getByRole("button", { name: "Record service" }).click();
    expect(await alert(page)).toContain("2026-02-31 is not a day of the calendar");
    expect(await page.getByLabel(/^Means of service/).inputValue()).toBe("registered post");
    await page.getByLabel(/^Day of service/).fill("2026-03-02");
    await page.getByRole("button", { name: "Record service" }).click();
    expect(await page.locator(".stands").innerText()).toMatch(/notice served[\s\S]*by the organisation[\s\S]*9 March 2026/);
    expect(await page.locator("#cannot").innerText()).toContain("the organisation has until the end of 9 March 2026 to answer");
    expect(await looked(officer)).toEqual([]);
  });

  it("is answered by the organisation with a file, and it asks to be heard", async () => {
    const { page } = organisation;
    await page.goto(path.replace("/en/", "/zh/"));
    expect(new URL(page.url()).pathname).toBe("/zh/desk");
    await page.getByLabel("组织的完整名称、代码或档案号").fill(CODES[0]);
    await page.getByRole("button", { name: "进入", exact: true }).click();
    expect(new URL(page.url()).pathname).toBe(path.replace("/en/", "/zh/"));
    expect(await looked(organisation)).toEqual([]);
    await page.getByLabel(/^陈述/).fill("货物并未售出。");
    await page.getByLabel("要求听证").check();
    await page.getByLabel(/^附件/).setInputFiles({ name: "入库单.pdf", mimeType: "application/pdf", buffer: Buffer.from("not a pdf at all") });
    await page.getByRole("button", { name: "答复", exact: true }).click();
    expect(await alert(page)).toContain("入库单.pdf");
    expect(await page.getByLabel(/^陈述/).inputValue()).toBe("货物并未售出。");
    expect(await page.getByLabel("要求听证").isChecked()).toBe(true);
    await page.getByLabel(/^附件/).setInputFiles({ name: "入库单.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") });
    await page.getByRole("button", { name: "答复", exact: true }).click();
    expect(await status(page)).toBe("答复已收下，在案。");
    expect(await looked(organisation)).toEqual([]);
  });

  it("is heard before it can be decided, by a post that did not propose it", async () => {
    const { page } = officer;
    await page.goto(path);
    expect(await page.locator("#cannot").innerText()).toContain("the organisation asked for a hearing, and none was held");
    expect(await page.locator("#record").innerText()).toContain("货物并未售出。");
    await page.getByLabel(/^Led by/).selectOption({ label: "First handler" });
    await page.getByLabel("The organisation came").check();
    await page.getByLabel(/^Minutes/).fill("The organisation showed its books.");
    await page.getByRole("button", { name: "Hold the hearing" }).click();
    expect(await alert(page)).toContain("let an officer lead the hearing who did neither");
    expect(await page.getByLabel(/^Minutes/).inputValue()).toBe("The organisation showed its books.");
    await page.getByLabel(/^Led by/).selectOption({ label: "Reviewer" });
    await page.getByRole("button", { name: "Hold the hearing" }).click();
    expect(await status(page)).toBe("The hearing is on record.");
  });

  it("waits for the office above, which finds it on its own desk and consents", async () => {
    clock.day = "2026-03-12";
    await officer.page.goto(path);
    expect(await officer.page.locator(".consent").innerText()).toContain("The consent of Market Regulation of Linzhu Province to “Written decision to list” is awaited");
    const { page } = superior;
    await page.goto("/en/desk?region=990100");
    await page.getByRole("button", { name: "Sign in as Head of the office, Market Regulation of Linzhu Province" }).click();
    expect(await page.locator("#consents").innerText()).toContain(name);
    expect(await looked(superior)).toEqual([]);
    await page.locator("#consents").getByRole("link", { name }).click();
    await page.getByLabel(/^Consent/).selectOption("refused");
    await page.getByRole("button", { name: "Give or refuse consent" }).click();
    expect(await alert(page)).toContain("states its reason");
    await page.getByLabel(/^Consent/).selectOption("given");
    await page.getByRole("button", { name: "Give or refuse consent" }).click();
    expect(await status(page)).toBe("The consent is on record; the office below can go on.");
    expect(await looked(superior)).toEqual([]);
  });

  it("is decided with what the law asks of a decision, and stands closed for both", async () => {
    const { page } = officer;
    await page.goto(path);
    await page.getByLabel(/^Outcome/).selectOption("listed");
    await page.getByLabel(/^Reasons/).fill("The books show the sale.");
    await page.getByLabel(/^To be stated/).fill("Review may be asked for within sixty days.");
    await page.getByLabel(/^Day of the legal review/).fill("2026-03-10");
    await page.getByRole("button", { name: "Decide", exact: true }).click();
    expect(await alert(page)).toContain("asks for 2 officers");
    const links = await page.getByRole("alert").first().getByRole("link").all();
    expect(await Promise.all(links.map((link) => link.getAttribute("href")))).toEqual(["/en/law/cn:samr-serious-listing", "/en/law/cn:samr-44", "/en/law/cn:administrative-penalty-law"]);
    await page.locator("#do-DecideListing").getByLabel("Second handler").check();
    await page.getByRole("button", { name: "Decide", exact: true }).click();
    expect(await status(page)).toBe("The decision was made.");
    expect(await looked(officer)).toEqual([]);
    await organisation.page.reload();
    await organisation.page.goto(path);
    expect(await organisation.page.locator(".stands").innerText()).toContain("listed");
    expect(await organisation.page.locator("#record").innerText()).toContain("The books show the sale.");
    expect(await looked(organisation)).toEqual([]);
  });

  it("leaves the desk with nothing to do in it, and signing out closes the desk", async () => {
    const { page } = officer;
    await page.goto("/en/desk/office");
    expect(await page.locator("#cases").innerText()).toContain("No open case.");
    expect(await page.locator("#proposals").innerText()).toContain(NAMES[1]);
    expect(await page.locator("#proposals").innerText()).not.toContain(name);
    await page.goto("/en/desk/office/releases");
    expect(await looked(officer)).toEqual([]);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe("/en/desk");
  });
});
