// Feeds and calendars over HTTP, over two invented editions of a bank's list with hostile names: well formed, the same ids for ever, 304 where nothing is
// new, and nothing of what is no longer published.
import type { FastifyInstance } from "fastify";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import { handIn, WORLD_BANK, worldBankCsv } from "../../test/support/invented-lists.ts";
import { openHouse, type House } from "../../test/support/run.ts";
import { createServer } from "./server.ts";

const LIST = "mdb:wbg-debarred";
const HOSTILE = `<script>window.hit=1</script> & "Quarzil" ]]> Works Ltd`;
const ROWS = [{ name: "Tarn Quarzil Survey Ltd", info: "*1", from: "2024-12-10", to: "2026-12-09" }, { name: HOSTILE, info: "*2", from: "2024-12-10", to: "2027-06-09" }, { name: "Umbra; Dredging, JSC", info: "*3", from: "2024-12-11", to: "2025-06-09" }] as const;

let house: House;
let server: FastifyInstance;

beforeAll(async () => {
  house = await openHouse({ day: "2025-03-01" });
  await handIn(house, worldBankCsv("2025-02-28", ROWS), WORLD_BANK);
  server = createServer({ registry: house.registry, log: (line) => { throw new Error(line); } });
  await server.ready();
  return () => server.close();
});

/** Texts of elements by name; throws where the text is no XML. */
function textsIn(xml: string): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => { throw error; });
  parser.on("opentag", ({ name }) => open.push({ name, text: "" }));
  parser.on("text", (text) => { const inner = open.at(-1); if (inner !== undefined) inner.text += text; });
  parser.on("closetag", () => { const closed = open.pop(); if (closed !== undefined) texts.set(closed.name, [...(texts.get(closed.name) ?? []), closed.text]); });
  parser.write(xml).close();
  return texts;
}

async function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly body: string; readonly headers: Readonly<Record<string, unknown>> }> {
  const reply = await server.inject({ url, headers });
  return { status: reply.statusCode, body: reply.body, headers: reply.headers };
}

async function fileOf(name: string): Promise<string> {
  const found = await house.json("find", name);
  return String(found["found"]?.[0]?.["file"]);
}

describe("feeds", () => {
  it("of a list name who stands on it, as Atom and as JSON Feed, with the page's links to them", async () => {
    const atom = await get(`/en/lists/${LIST}.atom`);
    expect([atom.status, atom.headers["content-type"]]).toEqual([200, "application/atom+xml; charset=utf-8"]);
    const texts = textsIn(atom.body);
    expect(texts.get("title")?.filter((title) => title.includes("is listed"))).toHaveLength(3);
    expect(texts.get("title")?.some((title) => title.startsWith(HOSTILE))).toBe(true);
    expect(atom.body).not.toContain("<script>");
    const json = JSON.parse((await get(`/zh/lists/${LIST}.json`)).body);
    expect(json).toMatchObject({ version: "https://jsonfeed.org/version/1.1", language: "zh-CN" });
    expect(json.items).toHaveLength(3);
    expect(json.items.every(({ content_html: text }: { readonly content_html: string }) => !text.includes("<script>"))).toBe(true);
    const page = await get(`/en/lists/${LIST}`);
    expect(page.body).toContain(`<link rel="alternate" type="application/atom+xml"`);
    for (const ending of ["atom", "json", "ics"]) expect(page.body).toContain(`href="/en/lists/${LIST}.${ending}"`);
  });

  it("of an organisation tell what the register took in, and keep their ids", async () => {
    const file = await fileOf("Tarn Quarzil Survey Ltd");
    const [first, second] = [await get(`/en/organisations/${file}.atom`), await get(`/en/organisations/${file}.atom`)];
    expect(textsIn(first.body).get("title")?.[0]).toContain("Tarn Quarzil Survey Ltd");
    expect(textsIn(first.body).get("category") ?? []).not.toHaveLength(0);
    expect(second.body).toBe(first.body);
    expect((await get(`/en/organisations/${file}`)).body).toContain(`/en/organisations/${file}.ics`);
    expect((await get("/en/organisations/P99999999.atom")).status).toBe(404);
  });

  it("of the register tell of what became public, and where nothing is new say so with 304", async () => {
    const feed = await get("/en/feed.atom");
    expect(textsIn(feed.body).get("title")?.some((title) => title.includes("Tarn Quarzil"))).toBe(true);
    const [tag, day] = [String(feed.headers["etag"]), String(feed.headers["last-modified"])];
    expect(Date.parse(day)).not.toBeNaN();
    for (const headers of [{ "if-none-match": tag }, { "if-none-match": `"x", W/${tag}` }, { "if-modified-since": day }]) expect(await get("/en/feed.atom", headers)).toMatchObject({ status: 304, body: "" });
    expect((await get("/en/feed.atom", { "if-none-match": '"x"', "if-modified-since": day })).status).toBe(200);
    expect((await get("/zh/feed.atom", { "if-none-match": tag })).status).toBe(200);
  });

  it("are the same news as /v1/news and the command", async () => {
    const items = JSON.parse((await get(`/v1/news?about=${LIST}`)).body).items;
    expect(items).toEqual((await house.json("news", LIST))["items"]);
    expect((await house.run("news", LIST)).stdout).toContain("listed mdb:wbg-debarred: Tarn Quarzil Survey Ltd");
    expect((await get("/v1/news?about=mdb:no-such-list")).status).toBe(404);
    expect((await house.run("news", "mdb:no-such-list")).status).toBe(1);
  });
});

describe("calendars", () => {
  it("have a day for each end ahead, in lines of at most 75 octets, with ids that stay", async () => {
    const calendar = await get(`/en/lists/${LIST}.ics`);
    expect(calendar.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(calendar.body.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(calendar.body.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const whole = calendar.body.replaceAll("\r\n ", "");
    expect(whole.match(/^DTSTART;VALUE=DATE:\d+/gm)).toEqual(["DTSTART;VALUE=DATE:20250610", "DTSTART;VALUE=DATE:20261210", "DTSTART;VALUE=DATE:20270610"]);
    expect(whole).toContain("SUMMARY:First free day: Umbra\\; Dredging\\, JSC");
    expect((await get(`/en/lists/${LIST}.ics`, { "if-none-match": String(calendar.headers["etag"]) })).status).toBe(304);
    const own = (await get(`/zh/organisations/${await fileOf("Tarn Quarzil Survey Ltd")}.ics`)).body.replaceAll("\r\n ", "");
    expect(own).toContain("DTSTART;VALUE=DATE:20261210");
    expect(whole.match(/^UID:.*$/gm)).toContain(/^UID:free:.*$/m.exec(own)?.[0]);
    expect((await get("/en/law/calendar.ics")).body).toContain("BEGIN:VCALENDAR");
  });

  it("say the same days as /v1/dates and the command, which writes one", async () => {
    const dates = JSON.parse((await get(`/v1/dates?about=${LIST}`)).body).dates;
    expect(dates).toEqual((await house.json("dates", LIST))["dates"]);
    expect((await house.run("dates", LIST, "--ical", "list.ics", "--language", "en")).stdout).toContain("2026-12-10  free mdb:wbg-debarred: Tarn Quarzil Survey Ltd");
    expect(Buffer.from(house.files.get("list.ics") ?? "").toString()).toContain("BEGIN:VEVENT");
    expect((await house.run("dates", LIST, "--language", "fr")).status).toBe(2);
  });
});

describe("what is over", () => {
  it("is in no feed and no calendar from then on, and whose it was is not told", async () => {
    const file = await fileOf("Umbra; Dredging, JSC");
    const before = (await get(`/en/organisations/${file}.atom`)).body;
    expect(before).toContain("Listed:");
    await handIn(house, worldBankCsv("2025-03-01", ROWS.slice(0, 2)), WORLD_BANK);
    const [own, register] = [await get(`/en/organisations/${file}.atom`), textsIn((await get("/en/feed.atom")).body)];
    expect(own.body).not.toContain("Listed:");
    expect((await get(`/en/organisations/${file}.ics`)).body).not.toContain("BEGIN:VEVENT");
    for (const ending of ["atom", "json", "ics"]) expect((await get(`/en/lists/${LIST}.${ending}`)).body).not.toContain("Umbra");
    expect(register.get("title")?.join()).not.toContain("Umbra");
    expect(register.get("title")?.join()).toContain("1 listing ended");
  });
});
