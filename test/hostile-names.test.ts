// Hostile names: organisations and rows whose names, addresses, grounds and case numbers are scripts, formulas, directional marks, three hundred
// characters and emoji, on the public pages, in feeds, calendars, exports and on paper. Nothing runs, nothing turns what stands beside it, nothing is
// wider than a phone.
import type { FastifyInstance } from "fastify";
import { parse } from "csv-parse/sync";
import type { Browser } from "playwright-core";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unzipSync } from "fflate";
import { plainDate, type FileNumber, type LawId, type ListingId, type MatterId, type RecordId } from "../src/domain/terms/index.ts";
import type { EventDraft } from "../src/domain/events/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { ensureKey } from "../src/service/index.ts";
import { createServer, originOf } from "../src/web/index.ts";
import { launchBrowser } from "./support/browser.ts";
import { fillDesk } from "./support/desk-world.ts";
import { csv, handIn, inventedCode, WORLD_BANK, worldBankCsv } from "./support/invented-lists.ts";
import { openHouse, type House } from "./support/run.ts";

/** A cell that begins with a sign of a formula is handed in with an apostrophe before it, which marks text. */
const NAMES = [
  "<script>window.hit=1</script> Quarzil", `"><img src=x onerror=window.hit=2> Quarzil`, "'=cmd|'/c calc'!A1 Quarzil", "'+1+1 Quarzil Works", "'-2+3 Quarzil Works", "'@SUM(A1) Quarzil", "'＝1+1 Quarzil", "Tab\tQuarzil",
  "Quarzil \u202egnp.exe", "\u2067שלום\u202e Quarzil", "شركة Quarzil", `Quarzil ${"W".repeat(286)}`, "Quarzil 🏗️👩🏽‍🔧 Works", "Quarzil'; DROP TABLE events;--", "]]> &amp; <b>Quarzil</b>", "javascript:window.hit=3 Quarzil",
].map((name) => `${name} Ltd`);
const LIST = "mdb:wbg-debarred";
const LANGUAGES = ["zh", "en"] as const;
/** A cell that a spreadsheet would run. */
const CELL = /^(?:[=+@\t\r＝＋－＠]|-(?!\d+(?:\.\d+)?$))/;

let house: House;
let server: FastifyInstance;
let browser: Browser;
let origin = "";
let files: readonly string[] = [];
/** Those whose names run, turn the text or are long. */
let worst: readonly string[] = [];
const logged: string[] = [];

beforeAll(async () => {
  house = await openHouse({ day: "2025-03-01" });
  const rows = await Promise.all(NAMES.map(async (name, index) => [name.replace("Quarzil", `Borealis ${index} Kettle`), await inventedCode(String(10000100 + index)), "Construction", "Limited liability company"]));
  const registered = await handIn(house, csv([["Name", "Unified code", "Sector", "Legal form"], ...rows]), "cn:organisation");
  expect(registered).toMatchObject({ records: NAMES.length, refused: 0 });
  const listed = await handIn(house, worldBankCsv("2025-02-28", NAMES.map((name, index) => ({ name, info: `*${index}<b>`, address: name, from: "2024-12-10", to: `2026-12-${10 + index}`, grounds: name }))), WORLD_BANK);
  expect(listed).toMatchObject({ records: NAMES.length, refused: 0 });
  await ensureKey(house.registry);
  server = createServer({ registry: house.registry, log: (line) => logged.push(line) });
  await server.listen({ host: "127.0.0.1", port: 0 });
  origin = originOf(server);
  browser = await launchBrowser();
  const onList: readonly { readonly file: string; readonly name: string }[] = JSON.parse(await text(`/v1/listings?list=${LIST}`)).listings;
  const inOrder = onList.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  files = inOrder.map(({ file }) => file);
  worst = inOrder.filter(({ name }) => /<script|\u202e|شركة|W{20}/.test(name)).map(({ file }) => file);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function text(path: string): Promise<string> {
  const reply = await fetch(origin + path);
  const body = await reply.text();
  expect([path, reply.status, body.slice(0, reply.status === 200 ? 0 : 300)]).toEqual([path, 200, ""]);
  return body;
}

/** What is wrong with the page that is open; run there. */
const LOOK = `(() => {
  const wrong = [];
  const steers = /[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\u0590-\\u07ff]/;
  if ("hit" in window) wrong.push("a script ran");
  for (const element of document.querySelectorAll("*")) {
    if ([...element.attributes].some(({ name }) => name.startsWith("on"))) wrong.push(element.tagName + " has a handler");
    if (element.tagName === "IMG") wrong.push("a picture came in by a name");
    if (element.tagName === "SCRIPT" && !(element.getAttribute("src") ?? "").startsWith("/assets/")) wrong.push("a script came in by a name");
    if (/^javascript:/i.test(element.getAttribute("href") ?? "")) wrong.push("a link runs");
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const around = node.parentElement;
    if (!steers.test(node.textContent) || around.closest("option, textarea, script, svg, bdi, [dir=auto]") !== null) continue;
    wrong.push("not kept to itself: " + node.textContent.slice(0, 80) + " in " + around.tagName + "." + around.className + " of " + around.parentElement.tagName + "." + around.parentElement.className);
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wrong.push("wider than the page: " + document.documentElement.scrollWidth + " " + [...document.querySelectorAll("main *")].filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && each.closest(".scroller") === null).slice(0, 3).map((each) => each.tagName + "." + each.className).join());
  return [...new Set(wrong)];
})()`;

describe("hostile names", () => {
  it.each(LANGUAGES)("are words on every page, keep their direction to themselves and are no wider than a phone, in %s", async (language) => {
    expect(files).toHaveLength(NAMES.length);
    expect(worst).toHaveLength(5);
    const pages = [
      "/", "/search?q=quarzil", `/search?list=${LIST}&sort=name`, "/lists", `/lists/${LIST}`, `/lists/${LIST}?sort=-on-it.name`, "/memoranda", "/authorities", "/law/changes",
      `/search?q=${encodeURIComponent(`<script>window.hit=4</script>"'\u202e`)}`, ...files.map((file) => `/organisations/${file}`), 
      ...worst.flatMap((file) => ["?act=mdb:award-contract&where=ebrd", "?shelf=list", "?shelf=history", "/preflight", "/applies", "/report?purpose=tender"].map((more) => `/organisations/${file}${more}`)),
    ];
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("dialog", (dialog) => { wrong.push(`${page.url()} says ${dialog.message()}`); void dialog.dismiss(); });
    for (const path of pages) {
      const reply = await page.goto(`/${language}${path}`);
      if (reply?.status() !== 200) wrong.push(`${path}: ${reply?.status()}`);
      wrong.push(...(await page.evaluate<readonly string[]>(LOOK)).map((what) => `${path}: ${what}`));
    }
    await page.goto(`/${language}/suppliers`);
    await page.locator("#lines").fill(NAMES.join("\n"));
    await page.locator("form.suppliers button").click();
    wrong.push(...(await page.evaluate<readonly string[]>(LOOK)).map((what) => `suppliers: ${what}`));
    await context.close();
    expect({ wrong, logged }).toEqual({ wrong: [], logged: [] });
  });

  it.each(LANGUAGES)("run as a formula in no file, in %s", async (language) => {
    const [first = ""] = files;
    const tables = [`search.csv?q=quarzil`, `search.csv?list=${LIST}`, "lists.csv", `lists/${LIST}.csv`, `lists/${LIST}.csv?sort=on-it.name`, "memoranda.csv", "authorities.csv", ...files.map((file) => `organisations/${file}.csv`), `organisations/${first}.csv?shelf=list&table=listings`];
    for (const path of tables) {
      const rows: readonly (readonly string[])[] = parse(await text(`/${language}/${path}`), { bom: true });
      expect([path, rows.flat().filter((cell) => CELL.test(cell))]).toEqual([path, []]);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      const book = unzipSync(new Uint8Array(await (await fetch(`${origin}/${language}/${path.replace(".csv", ".xlsx")}`)).arrayBuffer()));
      const sheets = Object.entries(book).filter(([name]) => name.startsWith("xl/worksheets/")).map(([, bytes]) => Buffer.from(bytes).toString("utf8"));
      expect(sheets.length).toBeGreaterThan(0);
      for (const sheet of sheets) {
        new SaxesParser().write(sheet).close();
        expect(sheet).not.toMatch(/<f[ >]/);
      }
    }
    const listed: readonly (readonly string[])[] = parse(await text(`/${language}/lists/${LIST}.csv`), { bom: true });
    expect(listed).toHaveLength(NAMES.length + 1);
    expect(listed.some((row) => row.some((cell) => cell.startsWith("'=cmd|")))).toBe(true);
  });

  it.each(LANGUAGES)("are text in feeds and calendars, in %s", async (language) => {
    for (const path of ["feed", `lists/${LIST}`, ...files.map((file) => `organisations/${file}`)]) {
      const atom = await text(`/${language}/${path}.atom`);
      const parser = new SaxesParser();
      parser.on("error", (error) => { throw error; });
      parser.write(atom).close();
      const json = await text(`/${language}/${path}.json`);
      for (const feed of [atom, json]) expect(feed).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(atom).not.toMatch(/<script|<img/);
      const items: readonly { readonly content_html: string }[] = JSON.parse(json).items;
      expect(items.length).toBeGreaterThan(0);
      // What is HTML has no element of a name's; a title is plain text.
      expect(items.flatMap((item) => item.content_html.match(/<(?!\/?(?:ul|li|a)[ >])/g) ?? [])).toEqual([]);
      if (path === "feed") continue;
      const calendar = await text(`/${language}/${path}.ics`);
      expect(calendar.split("\r\n").filter((line) => Buffer.byteLength(line) > 75 || /[\n\r\u202a-\u202e\u2066-\u2069]/.test(line))).toEqual([]);
      expect(calendar.replaceAll("\r\n ", "").split("\r\n").every((line) => line === "" || /^[A-Z-]+[;:]/.test(line))).toBe(true);
    }
  });

  it("are values in JSON, letter by letter as they were handed in", async () => {
    const names = JSON.parse(await text(`/v1/listings?list=${LIST}`)).listings.map(({ name }: { readonly name: string }) => name);
    expect(names).toContain(NAMES[0]);
    expect(names).toContain(NAMES[2]?.slice(1));
    for (const file of files) expect(JSON.parse(await text(`/v1/organisations/${file}/standing`)).organisation.file).toBe(file);
  });

  it("are printed on a report", async () => {
    for (const file of files) {
      const reply = await fetch(`${origin}/v1/organisations/${file}/report.pdf?purpose=tender&language=en`);
      expect([file, reply.status, Buffer.from(await reply.arrayBuffer()).subarray(0, 5).toString()]).toEqual([file, 200, "%PDF-"]);
    }
  });
});

describe("hostile names at the desks", () => {
  /** An office with hostile organisations on its list, in its cases and in a sheet full of mistakes. */
  async function fill(at: House): Promise<{ readonly office: string; readonly files: readonly FileNumber[] }> {
    const desk = await fillDesk(at.registry, 1);
    const own = await at.ledger.mintFiles(NAMES.length);
    const day = plainDate("2026-03-01");
    const drafts = own.flatMap((file, index): readonly EventDraft[] => {
      const name = (NAMES[index] ?? "").replace(/^'/, "");
      return [
        { type: "OrganisationRegistered", body: { file, names: [{ text: name, kind: "main" }], codes: [], region: "990101", address: name } },
        { type: "RecordReported", body: { record: `record.${index}` as RecordId, file, recordType: "cn:administrative-penalty" as LawId, fields: { documentNumber: name, field: "food", kinds: ["fine"], vile: true, heavierStep: true }, decidedOn: day, publishedFrom: day } },
        { type: "ListingDecided", body: { matter: `matter.${index}` as MatterId, file, list: "cn:samr-serious" as LawId, authority: "cn:samr" as LawId, outcome: "listed", listing: `listing.${index}` as ListingId, reasons: name, basis: [], decidedOn: day, effectiveFrom: day, publishedFrom: day, end: { kind: "notStated" }, exits: [], conditions: [], criteria: [], regions: [] } },
      ];
    });
    expect((await appendEvents(at.registry, { batch: null, drafts, office: desk.office as FileNumber })).ok).toBe(true);
    return { office: desk.office, files: own };
  }

  it.each(LANGUAGES)("are words on the desks of offices and organisations, in cases, findings and forms, in %s", async (language) => {
    const at = await openHouse({ day: "2026-03-02" });
    const { office, files: own } = await fill(at);
    const desks = createServer({ registry: at.registry, log: (line) => logged.push(line) });
    await desks.listen({ host: "127.0.0.1", port: 0 });
    const wrong: string[] = [];
    const seen = new Set<string>();
    try {
      for (const who of [{ office, officer: "handler-1" }, ...own.slice(0, 16).filter((_file, index) => [0, 1, 8, 9, 11].includes(index)).map((organisation) => ({ organisation }))]) {
        const context = await browser.newContext({ baseURL: originOf(desks), viewport: { width: 390, height: 844 } });
        const page = await context.newPage();
        page.on("dialog", (dialog) => { wrong.push(`${page.url()} says ${dialog.message()}`); void dialog.dismiss(); });
        const look = async (): Promise<void> => {
          seen.add(new URL(page.url()).pathname.replaceAll(/P\d{8}|s\w{18}|b\w{18,}|matter\.\w+/g, "*").slice(3));
          wrong.push(...(await page.evaluate<readonly string[]>(LOOK)).map((what) => `${page.url()}: ${what}`));
        };
        const signedIn = await context.request.post(`/${language}/desk/sign-in`, { form: who, headers: { origin: originOf(desks) } });
        expect(signedIn.status()).toBe(200);
        const waiting = "office" in who ? ["office", "office/measures", "office/releases", "office/hand-in", ...own.map((file) => `propose?organisation=${file}&list=cn:samr-serious`)] : ["organisation", "organisation/plan", "organisation/ask?purpose=objection", "organisation/ask?purpose=repair"];
        for (const path of waiting) {
          const reply = await page.goto(`/${language}/desk/${path}`);
          if (reply === null || reply.status() >= 500) wrong.push(`${path}: ${reply?.status()}`);
          await look();
        }
        if ("office" in who) {
          // The measures that are there to answer, all at once.
          await page.goto(`/${language}/desk/office/measures`);
          const values = await page.evaluate<readonly string[]>("[...document.querySelectorAll('input[name=measure]')].map((each) => each.value)");
          expect(values.length).toBeGreaterThan(NAMES.length);
          await page.goto(`/${language}/desk/office/measures/answer?${values.slice(0, 40).map((value) => `measure=${encodeURIComponent(value)}`).join("&")}`);
          await look();
          // A sheet in which every row is wrong, in a file with a name of its own.
          const sheet = csv([["Name", "Unified code", "Decided on", "Number of the decision", "Field of law", "Kinds of penalty"], ...NAMES.map((name) => [name, name, name, name, name, name])]);
          await page.goto(`/${language}/desk/office/hand-in`);
          await page.locator("[name=template]").first().selectOption("cn:administrative-penalty-sheet");
          await page.locator("input[type=file]").first().setInputFiles({ name: '"><img src=x onerror=window.hit=5>\u202e.csv', mimeType: "text/csv", buffer: Buffer.from(sheet) });
          await page.locator("form:has(input[type=file]) button").first().click();
          await page.waitForURL(/hand-in\/\w+/);
          await page.waitForTimeout(1500);
          await page.reload();
          await look();
          await page.goto(`/${language}/desk/office/hand-in`);
          await look();
        }
        await context.close();
      }
    } finally {
      await desks.close();
    }
    expect({ wrong: [...new Set(wrong)], logged }).toEqual({ wrong: [], logged: [] });
    expect([...seen].toSorted()).toEqual(expect.arrayContaining(["/desk/office", "/desk/office/hand-in", "/desk/office/hand-in/*", "/desk/office/measures", "/desk/office/measures/answer", "/desk/organisation", "/desk/organisation/ask", "/desk/organisation/plan", "/desk/propose"]));
  }, 120_000);
});
