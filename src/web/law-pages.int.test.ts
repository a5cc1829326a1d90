// The pages about the law over an invented one: the ways along it, search, differences, changes and their feeds, findings in place, what
// a listing sets off, drafts and rules about persons; each with its JSON twin.
import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMemoryLedger } from "../store/index.ts";
import { loadedLawOfTexts } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createServer } from "./server.ts";

const BODY = "body: t\nnames: {en: Lake law, zh: 湖区法}\ntimeZone: Etc/UTC\ncurrency: CNY\nregimes:\n  - {law: 2016-01-01, names: {en: '2016', zh: 2016年}}\n  - {law: 2025-01-01, names: {en: '2025', zh: 2025年}}\n";
const LAW = `
entries:
  - {kind: instrument, id: order, names: {en: Ferry Order, zh: 渡船条例}, rank: law, issuedOn: 2014-11-03}
  - {kind: instrument, id: notice-2026, names: {en: Notice of 2026, zh: 2026年通知}, rank: normative-document, from: 2027-01-01, issuedOn: 2026-06-01}
  - {kind: authority, id: port, names: {en: Port, zh: 港务局}, level: national, powers: [list, enforce]}
  - {kind: authority, id: bank, names: {en: Bank, zh: 银行}, level: national, powers: [enforce]}
  - {kind: act, id: moor, names: {en: Mooring, zh: 停泊}, undetermined: opens}
  - {kind: term, id: region-110000, names: {en: East shore, zh: 东岸}, taxonomy: region, value: "110000"}
  - {kind: term, id: region-110100, names: {en: East town, zh: 东镇}, taxonomy: region, value: "110100", parent: "110000"}
  - {kind: term, id: region-120000, names: {en: West shore, zh: 西岸}, taxonomy: region, value: "120000"}
  - {kind: term, id: sector-g, names: {en: Transport, zh: 运输}, taxonomy: sector, value: G}
  - {kind: term, id: sector-c, names: {en: Making, zh: 制造}, taxonomy: sector, value: C}
  - {kind: record-type, id: spill, names: {en: Oil spill, zh: 漏油}, from: 2015-01-01, about: penalty, disclosure: public, fields: {litres: {type: integer, names: Litres}}, basis: {instrument: order, article: 7}}
  - kind: list
    id: barred
    names: {en: Barred ferries, zh: 停航渡船}
    from: 2015-01-01
    colour: black
    owner: port
    holds: reported
    criteria: {id: spilt, names: {en: Has spilt oil, zh: 漏油}, records: {type: spill}}
    end: {dated: [{from: 2015-01-01, value: {fixed: {years: 2, from: effect}}}, {from: 2020-01-01, value: {fixed: {years: 3, from: effect}}, basis: {instrument: order, article: 9, confidence: low}}]}
    basis: {instrument: order, article: 3, quote: a ferry may be barred}
  - {kind: list, id: east, names: {en: East list, zh: 东岸名单}, from: 2017-01-01, colour: warning, owner: port, holds: reported, regions: ["110000"], basis: {instrument: order, article: 4, confidence: medium}}
  - {kind: list, id: town, names: {en: Town list, zh: 东镇名单}, from: 2017-03-01, colour: warning, owner: port, holds: reported, regions: ["110100"], sectors: [G], basis: {instrument: order, article: 4}}
  - {kind: list, id: watched, names: {en: Watched, zh: 关注}, from: 2018-01-01, colour: scrutiny, owner: bank, holds: reported, entailed: {id: is-barred, names: Barred, listed: {lists: barred}}, basis: {instrument: order, article: 5}}
  - {kind: list, id: dreamt, names: {en: Dreamt of, zh: 设想}, from: 2019-01-01, draft: true, colour: black, owner: port, holds: reported, basis: {instrument: order}}
  - {kind: measure, id: slow, names: {en: Slow lane, zh: 慢道}, from: 2027-01-01, trigger: {list: watched}, authority: bank, acts: moor, effects: restrict, force: mandatory, basis: {instrument: notice-2026}}
  - {kind: measure, id: check, names: {en: Checked, zh: 检查}, from: 2018-01-01, trigger: {list: watched}, authority: bank, acts: moor, effects: scrutinise, force: discretionary, basis: {instrument: order, article: 6}}
  - kind: memorandum
    id: joint
    names: {en: Joint agreement, zh: 联合备忘录}
    from: 2016-02-01
    trigger: {list: barred}
    force: mandatory
    clauses:
      - {id: 1, names: {en: Turned away, zh: 不得停泊}, authority: bank, acts: moor, effects: deny}
      - {id: 2, names: {en: The master as well, zh: 船长亦同}, authority: bank, acts: moor, effects: deny, reaches: legal-representative}
    basis: {instrument: order}
  - kind: procedure
    id: listing
    names: {en: Listing, zh: 列入}
    from: 2015-01-01
    purpose: listing
    steps: [{id: 1, kind: notice, names: {en: Notice, zh: 告知}, by: office, officers: 2}, {id: 2, kind: defence, names: {en: Answer, zh: 陈述}, by: organisation, after: 1, within: {days: 5, from: 1}}]
    basis: {instrument: order}
`;
const PEOPLE = `
entries:
  - {kind: list, id: swimmers, names: {en: Swimmers, zh: 游泳者}, from: 2015-01-01, colour: black, owner: port, holds: reported, subjects: persons, basis: {instrument: order}}
  - {kind: score-scheme, id: points, names: {en: Shore points, zh: 岸分}, from: 2018-01-01, start: 100, bands: {A: {names: Good, minimum: 120}}, benefits: [{en: Free tea, zh: 免费茶}], basis: {instrument: order}}
  - {kind: score-rule, id: blood, names: {en: Gives blood, zh: 献血}, from: 2018-01-01, scheme: points, tiers: [{id: any, names: Any, points: 30}], protectedMatters: [blood donation], basis: {instrument: order}}
`;

let server: FastifyInstance;
beforeAll(async () => {
  const { rulebook } = loadedLawOfTexts({ "t/body.yaml": BODY, "t/law.yaml": LAW, "t/people/law.yaml": PEOPLE });
  server = createServer({ registry: registryOver(createMemoryLedger({ node: "test", randomBytes }), rulebook, { day: "2026-07-01" }), log: (line) => process.stderr.write(`${line}\n`) });
  await server.ready();
});
afterAll(() => server.close());

async function page(url: string, status = 200): Promise<string> {
  const reply = await server.inject({ url });
  expect({ url, status: reply.statusCode }).toEqual({ url, status });
  return reply.body;
}

async function json(url: string, status = 200): Promise<ReturnType<typeof JSON.parse>> {
  return JSON.parse(await page(url, status));
}

const entries = (rows: readonly { readonly entry: { readonly id: string } }[]): readonly string[] => rows.map((row) => row.entry.id);
const changed = (answer: { readonly changes: readonly { readonly entry: string }[] }): readonly string[] => answer.changes.map((change) => change.entry);

describe("pages about the law", () => {
  it.each(["zh", "en"])("in %s are whole and have a JSON twin that answers", async (language) => {
    const ways = ["kind", "authority", "list", "memorandum", "measure", "article"].map((way) => `/law/by/${way}`);
    const pages = ["/law", ...ways, "/law/by/authority/t:port", "/law/by/article/t:order", "/law/search", "/law/search?q=ferry", "/law/diff", "/law/diff?from=2015-01-01&to=2026-01-01&kind=list", "/law/changes", "/law/changes?region=110100", "/law/lint", "/law/lint?rule=no-notice&standards=2016-01-01", "/law/t:points", "/law/t:listing", "/lists/t:barred", "/lists/t:swimmers", "/lists/t:dreamt", "/memoranda/t:joint"];
    for (const path of pages) {
      const body = await page(`/${language}${path}`);
      expect(body.replaceAll(/<script type="module" src="\/assets\/[a-z]+\.[0-9a-f]{12}\.js"><\/script>/g, "")).not.toMatch(/<script|undefined|\[object/);
      const twin = /http:\/\/127\.0\.0\.1(\/v1\/[^<"\s]*)/.exec(body)?.[1]?.replaceAll("&amp;", "&");
      expect({ path, twin: typeof twin }).toEqual({ path, twin: "string" });
      await page(twin ?? "/");
    }
  });

  it("walk one way, filtered: in force first, drafts and rules about persons only where asked for", async () => {
    expect(entries((await json("/v1/law/by/list")).rows).toSorted()).toEqual(["t:barred", "t:east", "t:town", "t:watched"]);
    expect(entries((await json("/v1/law/by/list?standing=draft")).rows)).toEqual(["t:dreamt"]);
    expect(entries((await json("/v1/law/by/list?people=only")).rows)).toEqual(["t:swimmers"]);
    expect(entries((await json("/v1/law/by/list?law=2016-06-01")).rows)).toEqual(["t:barred"]);
    expect(entries((await json("/v1/law/by/measure?standing=notYet")).rows)).toEqual(["t:slow"]);
    expect(entries((await json("/v1/law/by/measure?effect=deny&authority=t:bank")).rows)).toEqual(["t:joint-1", "t:joint-2"]);
    expect(entries((await json("/v1/law/by/list?confidence=medium")).rows)).toEqual(["t:east"]);
    expect(await page("/en/law/by/list?standing=draft")).toContain(">draft</span>");
    await page("/en/law/by/nothing", 404);
    await json("/v1/law/by/nothing", 422);
    expect((await server.inject({ url: "/zh/law/by/list/t:barred" })).headers.location).toBe("/zh/lists/t:barred");
    await page("/zh/law/by/list/t:nothing", 404);
  });

  it("say what an authority owns, takes and asks of others, and what rests on an article", async () => {
    const port = await json("/v1/law/by/authority/t:port");
    expect(port.lists.map((each: { list: { id: string } }) => each.list.id).toSorted()).toEqual(["t:barred", "t:east", "t:swimmers", "t:town"]);
    expect(port).toMatchObject({ takes: [], others: [{ authority: "t:bank", measures: [{ id: "t:joint-1" }, { id: "t:joint-2" }] }], recordTypes: ["t:spill"] });
    expect((await json("/v1/law/by/authority/t:bank")).takes.map((each: { memorandum?: string; measures: readonly object[] }) => [each.memorandum, each.measures.length])).toEqual([["t:joint", 2], [undefined, 1]]);
    const order = await json("/v1/law/by/article/t:order");
    expect(order.articles.map((each: { article?: string; rests: readonly object[] }) => each.article)).toEqual([undefined, "3", "4", "5", "6", "7", "9"]);
    await page("/en/law/by/authority/t:order", 404);
  });

  it("find words, mark them, and teach where there is nothing", async () => {
    expect(entries((await json(`/v1/law/search?q=${encodeURIComponent("渡船")}`)).hits).slice(0, 2)).toEqual(["t:barred", "t:order"]);
    expect(await page("/en/law/search?q=barred")).toContain("<mark>Barred</mark> ferries");
    expect(await page("/zh/law/search?q=zzz")).toContain("class=\"teach\"");
    expect(entries((await json("/v1/law/search?q=swimmers")).hits)).toEqual(["t:swimmers"]);
    expect(entries((await json("/v1/law/search?q=swimmers&people=without")).hits)).toEqual([]);
  });
});

describe("changes of the law", () => {
  it("concern a place or sector they are limited to, or everybody; regions nest both ways", async () => {
    const lists = async (query: string): Promise<readonly string[]> => changed(await json(`/v1/law/diff?from=2016-12-31&to=2018-06-01&kind=list&${query}`));
    expect(await lists("")).toEqual(["t:east", "t:town", "t:watched"]);
    expect(await lists("region=110000")).toEqual(["t:east", "t:town", "t:watched"]);
    expect(await lists("region=110100")).toEqual(["t:east", "t:town", "t:watched"]);
    expect(await lists("region=120000")).toEqual(["t:watched"]);
    expect(await lists("sector=C")).toEqual(["t:east", "t:watched"]);
    expect(await lists("sector=G&region=110100")).toEqual(["t:east", "t:town", "t:watched"]);
    expect(await lists("authority=t:bank")).toEqual(["t:watched"]);
    expect(await lists("list=t:town")).toEqual(["t:town"]);
    expect(changed(await json("/v1/law/diff?from=2018-06-01&to=2016-12-31&kind=list"))).toEqual(["t:east", "t:town", "t:watched"]);
    await json("/v1/law/diff?from=2016-12-31&to=soon", 422);
    await page("/en/law/diff?from=2016-12-31&to=soon", 422);
  });

  it("are told day by day, what is announced first, in feeds with ids and instants that stay", async () => {
    const { days } = await json("/v1/law/changes?list=t:watched");
    expect(days.map((day: { day: string; announced: boolean; published: string }) => [day.day, day.announced, day.published])).toEqual([["2027-01-01", true, "2026-06-01T00:00:00.000Z"], ["2018-01-01", false, "2018-01-01T00:00:00.000Z"]]);
    const address = "/en/law/changes.atom?list=t:watched";
    const reply = await server.inject({ url: address });
    expect(reply.headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    const texts = atom(reply.body);
    expect(texts.get("feed/entry/id")).toEqual(["urn:probity:law-changes:en:list=t:watched:2027-01-01", "urn:probity:law-changes:en:list=t:watched:2018-01-01"]);
    expect(texts.get("feed/updated")).toEqual(["2026-06-01T00:00:00.000Z"]);
    expect((await server.inject({ url: address })).body).toBe(reply.body);
    const links = [...reply.body.matchAll(/<entry>[\s\S]*?href="([^"]+)"/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&").replace("http://127.0.0.1", ""));
    expect(links).toHaveLength(2);
    for (const link of links) await page(link);
    expect(JSON.parse((await server.inject({ url: "/zh/law/changes.json?sector=G" })).body).items.length).toBeGreaterThan(3);
    const body = await page("/en/law/changes?list=t:watched");
    expect(body).toContain(`<link rel="alternate" type="application/atom+xml" title="Changes of the law" href="http://127.0.0.1/en/law/changes.atom?list=t:watched">`);
    expect(body).toContain(`<option value="t:watched" selected>`);
    expect(atom((await server.inject({ url: "/zh/law/changes.atom?list=t:nothing" })).body).get("feed/updated")).toEqual(["2026-07-01T00:00:00.000Z"]);
  });
});

/** Texts of a document by the path of their elements; a document that is not well formed is thrown. */
function atom(xml: string): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => { throw error; });
  parser.on("opentag", (tag) => { open.push(tag.name); });
  parser.on("text", (text) => { if (text.trim() !== "") texts.set(open.join("/"), [...(texts.get(open.join("/")) ?? []), text]); });
  parser.on("closetag", () => { open.pop(); });
  parser.write(xml).close();
  return texts;
}

describe("what is said in place", () => {
  it("is what the linter finds, with the days it was measured by", async () => {
    const found = (await json("/v1/law/lint?entry=t:barred")).findings;
    expect(found.length).toBeGreaterThan(0);
    const body = await page("/en/lists/t:barred");
    for (const finding of found) expect(body).toContain(`/en/law/lint?rule=${finding.rule}`);
    expect(body).toContain("in the law of <time datetime=\"2026-07-01\">");
    const sarif = await json("/v1/law/lint?format=sarif");
    expect(sarif).toMatchObject({ version: "2.1.0", runs: [{ results: expect.any(Array) }] });
    expect((await json("/v1/law/lint?compare=regimes")).days.map((day: { on: string }) => day.on)).toEqual(["2016-01-01", "2025-01-01"]);
    expect(await page("/zh/law/lint")).toContain("2016年");
    await json("/v1/law/lint?rule=nothing", 422);
  });

  it("is what a listing sets off: lists that follow, and measures by authority", async () => {
    const body = await page("/en/lists/t:barred");
    expect(body).toContain("One listing sets off 3 burdens by 1 authority, 2 of them mandatory; it leads onto 1 further list.");
    expect(body).toContain('id="list-cascade-title"');
    expect(await json("/v1/law/t:barred/cascade")).toMatchObject({ counts: { measures: 3, lists: 1 }, rows: [{ authority: "t:bank" }] });
    await json("/v1/law/t:order/cascade", 404);
  });

  it("is the source and certainty of every value, in words", async () => {
    const body = await page("/en/lists/t:barred");
    expect(body).toContain("Ferry Order, Art. 9");
    expect(body).toMatch(/Art\. 9<\/a> <span class="state badge is-undetermined">.*?unsure<\/span>/);
    expect(await page("/en/lists/t:dreamt")).toContain("A draft, not law.");
    const swimmers = await page("/en/lists/t:swimmers");
    expect(swimmers).toContain("applies it to nobody");
    const points = await page("/en/law/t:points");
    expect(points).toContain("applied to nobody");
    expect(points).toMatch(/Gives blood<\/a>.*?protected matter: giving blood/);
    expect(await page("/en/law/t:listing")).toContain("within 5 days from “Notice”");
    expect(await page("/en/memoranda/t:joint")).toContain("The master as well");
  });
});
