// The portal as its readers meet it: a real server over SQLite, real Chromium without scripts, the model jurisdiction and, where the
// machine has them (PROBITY_LISTS), the two banks' published lists. Whoever asks, follows links, turns clocks and pages, changes the
// language or uses the keyboard gets there; and what the law keeps back stands on no page.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate, present } from "../src/domain/terms/index.ts";
import { makeModelJurisdiction } from "../src/lab/index.ts";
import { importFile, standingOf, type Registry, type Standing } from "../src/service/index.ts";
import { openLedger } from "../src/store/index.ts";
import { createServer, originOf } from "../src/web/index.ts";
import { axeFindings } from "./support/axe.ts";
import { launchBrowser } from "./support/browser.ts";
import { loadLaw } from "./support/law.ts";
import { listsFolder, WITHOUT_LISTS } from "./support/published-lists.ts";
import { registryOver } from "./support/registry.ts";

const UNTIL = "2026-11-20";
const ORGANISATIONS = 150;
const SEED = 1;
const LANGUAGES = ["zh", "en"] as const;
const LOCALES = { zh: "zh-CN", en: "en" } as const;
const PUBLIC = { kind: "public" } as const;

interface House {
  readonly registry: Registry;
  readonly server: FastifyInstance;
  readonly origin: string;
  /** What the server logged: faults, and there are to be none. */
  readonly logged: readonly string[];
}

let browser: Browser;
const folders: string[] = [];
const houses: House[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  for (const { server, registry } of houses) {
    await server.close();
    await registry.ledger.close();
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A server that listens on a free port, over an empty SQLite of its own. */
async function open(day: string, fill: (registry: Registry) => Promise<void>): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), "probity-portal-"));
  folders.push(folder);
  const registry = registryOver(await openLedger({ node: "test", randomBytes, dataDir: folder }), await loadLaw("law"), { day });
  await fill(registry);
  const logged: string[] = [];
  const server = createServer({ registry, log: (line) => logged.push(line) });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const house = { registry, server, origin: originOf(server), logged };
  houses.push(house);
  return house;
}

/** Runs a visit in a browser of its own, without scripts; whatever the console says or does not load is wrong. */
async function visit(house: House, go: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: house.origin, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => wrong.push(`${page.url()} console: ${message.text()}`));
  page.on("requestfailed", (request) => { if (request.failure()?.errorText !== "net::ERR_ABORTED") wrong.push(`${request.url()} ${request.failure()?.errorText}`); });
  try {
    await go(page);
  } finally {
    await context.close();
  }
  expect({ wrong, logged: house.logged }).toEqual({ wrong: [], logged: [] });
}

async function standing(house: House, organisation: string): Promise<Standing> {
  const found = await standingOf(house.registry, PUBLIC, { organisation });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

const LINKS_PER_KIND = 14;
const LINKS_MAX = 150;

/** Follows links from the first pages of both languages, not too many of one kind, and says what is wrong on the way. */
async function crawl(house: House, most = LINKS_MAX): Promise<{ readonly wrong: readonly string[]; readonly seen: readonly string[] }> {
  const wrong: string[] = [];
  const seen = new Set<string>();
  const perKind = new Map<string, number>();
  const twins = new Set<string>();
  const queue = ["/zh/", "/en/"];
  await visit(house, async (page) => {
    for (let address = queue.shift(); address !== undefined && seen.size < most; address = queue.shift()) {
      const kind = address.split("?")[0]?.split("/").slice(0, 3).join("/") ?? "";
      if (seen.has(address) || (perKind.get(kind) ?? 0) >= LINKS_PER_KIND) continue;
      seen.add(address);
      perKind.set(kind, (perKind.get(kind) ?? 0) + 1);
      if (isFile(address)) {
        const { status } = await fetch(house.origin + address);
        if (status !== 200) wrong.push(`${address} answers ${status}`);
        continue;
      }
      const reply = await page.goto(address);
      if (reply?.status() !== 200) wrong.push(`${address} answers ${reply?.status()}`);
      wrong.push(...(await looked(page, address, house.registry)));
      // A link of a drawing has no address of its own but the attribute.
      for (const link of await page.locator("a[href]").evaluateAll((links) => links.map((link) => new URL(String(link.getAttribute("href")), String(Reflect.get(link, "baseURI"))).href))) {
        const url = new URL(link);
        if (url.origin !== house.origin) wrong.push(`${address} leads outside: ${link}`);
        else if (!seen.has(url.pathname + url.search)) queue.push(url.pathname + url.search);
      }
      const twin = await page.locator('link[type="application/json"]').evaluateAll((links) => links.map((link) => String(Reflect.get(link, "href")))[0]);
      if (twin !== undefined && !twins.has(twin)) {
        twins.add(twin);
        const answered = await fetch(twin);
        if (answered.status !== 200) wrong.push(`${address}: its JSON ${twin} answers ${answered.status}`);
      }
    }
  });
  return { wrong, seen: [...seen] };
}

/** What is taken along rather than shown: tables, papers, JSON, feeds. */
function isFile(address: string): boolean {
  return /^\/v1\/|\.(csv|xlsx|pdf|atom|json|ics)(\?|$)/.test(address);
}

interface Found {
  readonly lang: string;
  readonly headings: number;
  readonly title: string;
  readonly first: string;
  readonly scripts: number;
  readonly text: string;
}

const LOOK = `({
  lang: document.documentElement.lang, headings: document.querySelectorAll("h1").length, title: document.title, first: document.querySelector("body > :not(.skip, .signs)").className,
  scripts: document.querySelectorAll("script:not([src^='/assets/'])").length, text: document.body.innerText,
})`;
const FOCUSED = "document.activeElement.id || document.activeElement.textContent.trim()";

/** What every page has: its language, one name, a title, the model's notice before all else, and no words that were never written. */
async function looked(page: Page, address: string, registry: Registry): Promise<readonly string[]> {
  const locale = LOCALES[address.startsWith("/zh") ? "zh" : "en"];
  const found = await page.evaluate<Found>(LOOK);
  const model = (await registry.ledger.setting("model")) !== null;
  return [
    ...(found.lang === locale ? [] : [`${address} is in ${found.lang}`]), ...(found.headings === 1 ? [] : [`${address} has ${found.headings} names`]), ...(/^.+ · Probity$/.test(found.title) ? [] : [`${address} is called ${found.title}`]),
    ...(found.scripts === 0 ? [] : [`${address} has a script that is none of ours`]), ...(!model || found.first === "model" ? [] : [`${address} begins with ${found.first}, not with the notice of the model`]),
    ...(/\bundefined\b(?! acts)|\[object |\bNaN\b|Invalid Date/.test(found.text) ? [`${address} says undefined`] : []),
  ];
}

async function axeOver(house: House, addresses: readonly string[]): Promise<readonly string[]> {
  const context = await browser.newContext({ baseURL: house.origin, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    found.push(...(await axeFindings(page)).map((finding) => `${address}: ${finding}`));
  }
  await context.close();
  return found;
}

describe("the model jurisdiction", () => {
  let house: House;
  /** An organisation that a memorandum binds, its act and what binds it. */
  let bound: { readonly file: string; readonly name: string; readonly act: string; readonly listedOn: string; readonly list: string };

  beforeAll(async () => {
    house = await open(UNTIL, async (registry) => {
      await makeModelJurisdiction(registry, { organisations: ORGANISATIONS, seed: SEED, until: plainDate(UNTIL) });
    });
    bound = present(await someoneBound(house), "an organisation that a list binds");
  });

  async function someoneBound(of: House): Promise<typeof bound | undefined> {
    for (const list of of.registry.rulebook.all("list").filter((each) => each.colour === "black" && each.published)) {
      const answer = await (await fetch(`${of.origin}/v1/listings?list=${list.id}`)).json() as { readonly listings: readonly { readonly file: string }[] };
      for (const { file } of answer.listings) {
        const { acts, organisation, listings } = await standing(of, file);
        const act = acts.find((each) => each.verdict === "bound" && each.effects.some((effect) => !("withheld" in effect.because) && effect.because.trigger.kind === "list" && effect.because.trigger.list === list.id));
        const listing = listings.find((each) => each.list === list.id);
        if (act !== undefined && listing !== undefined && organisation.name !== null) return { file: present(organisation.file, "a file"), name: organisation.name, act: act.act, listedOn: listing.effectiveFrom, list: list.id };
      }
    }
    return undefined;
  }

  const asked = (language: string, more = ""): string => `/${language}/organisations/${bound.file}?act=${bound.act}${more}`;

  it("answers from the first page: organisation, act and day go straight to the answer", async () => {
    await visit(house, async (page) => {
      await page.goto("/zh/");
      await page.locator("#q").fill(bound.name);
      await page.locator("#act").selectOption(bound.act);
      await page.locator(".sentence button").click();
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(`/zh/organisations/${bound.file}#answer`);
      expect(new URL(page.url()).searchParams.get("act")).toBe(bound.act);
      expect(await page.locator(".answer.is-bound h2").innerText()).toContain(bound.name);
      expect(await page.locator("#act").inputValue()).toBe(bound.act);
    });
  });

  it("goes to the search where the name is not certain or no act is chosen, and keeps the day and the act", async () => {
    await visit(house, async (page) => {
      await page.goto("/zh/");
      await page.locator("#q").fill("公司");
      await page.locator("#on").fill("2026-03-01");
      await page.locator("#act").selectOption(bound.act);
      await page.locator(".sentence button").click();
      expect(new URL(page.url()).pathname).toBe("/zh/search");
      const [first] = await page.locator("tbody a.name").evaluateAll((links) => links.map((link) => String(Reflect.get(link, "href"))));
      expect(new URL(first ?? "").searchParams.get("act")).toBe(bound.act);
      expect(new URL(first ?? "").searchParams.get("on")).toBe("2026-03-01");
      await page.goto(`/en/?q=${encodeURIComponent(bound.name)}&act=&on=${UNTIL}`);
      expect(await page.locator("tbody a.name").count()).toBe(1);
    });
  });

  it("says why and how out, and every step leads to the law", async () => {
    await visit(house, async (page) => {
      for (const language of LANGUAGES) {
        await page.goto(asked(language));
        expect(await page.locator(".chain > li").count()).toBeGreaterThan(2);
        expect(await page.locator("#out .exits > li").count()).toBeGreaterThan(0);
        const links = await page.locator(".chain a, .exits a, #all tbody a, .way-out a, #laws a").evaluateAll((all) => all.map((link) => String(Reflect.get(link, "href"))));
        expect(links.length).toBeGreaterThan(8);
        for (const link of new Set(links.map((each) => each.split("#")[0] ?? ""))) expect({ link, status: (await page.request.get(link)).status() }).toEqual({ link, status: 200 });
        for (const anchor of links.map((each) => new URL(each)).filter((url) => url.hash !== "" && url.pathname.includes("/memoranda/")).slice(0, 2)) {
          await page.goto(anchor.href);
          expect(await page.locator(`[id="${anchor.hash.slice(1)}"]`).count()).toBe(1);
        }
      }
    });
  });

  it("answers again at other clocks, keeps them in the other language, and comes back to now", async () => {
    await visit(house, async (page) => {
      await page.goto(asked("zh"));
      await page.locator("#clock-on").fill("2014-01-01");
      await page.locator(".clocks button").click();
      expect(await page.locator(".answer.is-bound").count()).toBe(0);
      expect(await page.locator(".clocks.moved").innerText()).toContain("2014年1月1日");
      await page.locator(".languages a").click();
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      expect(new URL(page.url()).searchParams.get("on")).toBe("2014-01-01");
      expect(new URL(page.url()).searchParams.get("act")).toBe(bound.act);
      await page.locator(".clocks .where a").click();
      expect(new URL(page.url()).searchParams.get("on")).toBeNull();
      expect(await page.locator(".answer.is-bound").count()).toBe(1);
    });
    const before = await house.server.inject({ url: asked("en", "&known=2024-01-01") });
    expect({ status: before.statusCode, clocks: before.body.includes('class="clocks moved"'), named: before.body.includes(bound.file) }).toEqual({ status: 404, clocks: true, named: true });
  });

  it("turns the pages of a long table and holds on to its position", async () => {
    await visit(house, async (page) => {
      await page.goto(`/en/search?q=${encodeURIComponent("公司")}`);
      const first = await page.locator("tbody a.name").allInnerTexts();
      await page.locator(".pager a").last().click();
      expect(new URL(page.url()).searchParams.get("known")).toMatch(/^\d+$/);
      const second = await page.locator("tbody a.name").allInnerTexts();
      expect(second.filter((name) => first.includes(name))).toEqual([]);
      expect(await page.locator(".pager p").first().innerText()).toMatch(/^26 to /);
      await page.locator(".pager a").first().click();
      expect(await page.locator("tbody a.name").allInnerTexts()).toEqual(first);
    });
  });

  it("is walked by keyboard: past the masthead, to the question, to its answer", async () => {
    await visit(house, async (page) => {
      await page.goto("/en/");
      const here = (): Promise<string> => page.evaluate<string>(FOCUSED);
      await page.keyboard.press("Tab");
      expect(await here()).toBe("Skip to the content");
      await page.keyboard.press("Enter");
      const reached: string[] = [];
      for (let step = 0; step < 4; step += 1) {
        await page.keyboard.press("Tab");
        reached.push(await here());
      }
      expect(reached).toEqual(["q", "act", "on", "Ask"]);
      await page.locator("#q").focus();
      await page.keyboard.type(bound.file);
      await page.keyboard.press("Enter");
      // A file number means one organisation.
      await page.waitForURL(new RegExp(`/en/organisations/${bound.file}`));
    });
  });

  it("has no page that fails, says what was never written, or lacks its twin, whichever link one follows", async () => {
    const { wrong, seen } = await crawl(house);
    expect(wrong).toEqual([]);
    expect(seen.length).toBe(LINKS_MAX);
  });

  it("opens the law from its front page: words to an entry, an entry to its authority, two days, a feed", async () => {
    await visit(house, async (page) => {
      await page.goto("/en/law");
      await page.locator(".find input").fill("customs dishonest");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/en\/law\/search/);
      await page.locator(".law-hits a.name").first().click();
      expect(await page.locator("#sets-off svg[role=img]").count()).toBe(1);
      expect(await page.locator("#sets-off tbody tr").count()).toBeGreaterThan(10);
      expect(await page.locator("#lint .findings > li").count()).toBeGreaterThan(0);
      await page.locator(".facts a[href*='/law/by/authority/']").click();
      expect(await page.locator("#takes tbody tr").count()).toBeGreaterThan(1);
      await page.goto("/zh/law/diff");
      await page.locator("#diff-from").fill("2019-01-01");
      await page.locator("#diff-to").fill("2026-04-01");
      await page.locator(".clocks.days button").click();
      await page.locator("#filter-kind").selectOption("list");
      await page.locator(".narrowing button").click();
      expect(new URL(page.url()).search).toBe("?from=2019-01-01&to=2026-04-01&kind=list&authority=&sector=&region=&people=");
      expect(await page.locator("#changes tbody tr").count()).toBeGreaterThan(5);
      await page.goto("/zh/law/changes");
      await page.locator("#filter-sector").selectOption("C");
      await page.locator(".narrowing button").click();
      const feed = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
      const reply = await page.request.get(feed ?? "");
      expect([reply.status(), reply.headers()["content-type"]]).toEqual([200, "application/atom+xml; charset=utf-8"]);
    });
  });

  it("has a word for every field of every entry of the law", async () => {
    const codes = new Map<string, string>();
    for (const { id } of [...house.registry.rulebook.entries, ...house.registry.rulebook.people]) {
      const { body, statusCode } = await house.server.inject({ url: `/zh/law/${encodeURIComponent(id)}` });
      expect({ id, statusCode }).toEqual({ id, statusCode: 200 });
      for (const [, name] of body.matchAll(/<dt><code>([^<]*)<\/code><\/dt>/g)) codes.set(name ?? "", id);
    }
    expect([...codes]).toEqual([]);
  });

  it("never names whoever was released, nor who stands on a list the law keeps back", async () => {
    const events = await house.registry.ledger.read({ types: ["ListingRemoved", "ListingReported"] });
    const removed = events.flatMap((event) => (event.type === "ListingRemoved" && event.body !== null ? [event.body.file] : []));
    expect(removed.length).toBeGreaterThan(0);
    for (const list of house.registry.rulebook.all("list")) {
      const { body } = await house.server.inject({ url: `/en/lists/${list.id}` });
      const named = [...body.matchAll(/\/organisations\/(P\d+)/g)].map((match) => match[1]);
      if (!list.published) expect({ list: list.id, named, editions: body.includes('id="editions"') }).toEqual({ list: list.id, named: [], editions: false });
      for (const file of removed.filter((each) => named.includes(each))) expect((await standing(house, file)).listings.some((each) => each.list === list.id && each.state === "stands")).toBe(true);
    }
    const kept = new Set(house.registry.rulebook.all("template").filter((template) => template.of.kind === "list" && house.registry.rulebook.get("list", template.of.list)?.published === false).map((template) => template.id));
    const scrutinised = events.flatMap((event) => (event.type === "ListingReported" && event.body !== null && kept.has(event.body.source.template) ? [event.body.file] : []));
    expect(scrutinised.length).toBeGreaterThan(0);
    for (const file of new Set(scrutinised)) {
      const { body } = await house.server.inject({ url: `/en/organisations/${file}` });
      for (const template of kept) expect(body).not.toContain(present(house.registry.rulebook.get("template", template), "a template").names.en);
    }
  });

  it("answers a wrong day, act or place in the reader's language, and repeats no person's number", async () => {
    const person = "11010519491231002X";
    for (const [address, status, words] of [
      ["/zh/lists?on=2026-13-01", 422, "不是日历上的一天"], ["/zh/?law=tomorrow", 422, "不是日历上的一天"], ["/zh/law?known=99999999", 422, "没有"], [asked("zh").replace(bound.act, "cn:fly"), 422, "没有"], [`${asked("zh")}&where=nowhere`, 422, "不是可以办理"],
      [`/zh/search?q=${person}`, 200, "自然人的号码"], [`/zh/organisations/${person}`, 422, "自然人的号码"], ["/zh/organisations/nobody-at-all", 404, "没有"], ["/zh/nothing/here", 404, "没有这一页"],
    ] as const) {
      const { statusCode, body } = await house.server.inject({ url: address });
      expect({ address, statusCode, said: body.includes(words), number: body.includes(person), tested: /[a-z]{4,} (?:is|the|of) /.test(body.replace(/<[^>]*>/g, "")) }).toEqual({ address, statusCode: status, said: true, number: false, tested: false });
    }
  });

  it.each(LANGUAGES)("has nothing axe finds on its pages in %s", async (language) => {
    const pages = ["/", `/search?q=${encodeURIComponent("公司")}`, "/search?q=zzzz", "/lists", `/lists/${bound.list}`, "/lists/cn:customs-aeo", "/memoranda/cn:customs-joint", "/law", "/law/cn:administrative-penalty", "/law/cn:samr-serious-listing", "/law/by/measure", "/law/by/authority/cn:gac", "/law/by/article/cn:gacc-251", `/law/search?q=${encodeURIComponent("海关")}`, "/law/diff", "/law/changes?sector=C", "/law/lint", "/law/cn:fuzhou-yuming", "/lists/cn:spc-judgment-defaulters-persons", "/model", "/nothing"].map((path) => `/${language}${path}`);
    expect(await axeOver(house, [...pages, asked(language), asked(language, "&on=2019-07-31")])).toEqual([]);
  });
});

describe.skipIf(listsFolder === undefined)(`the two banks' published lists${listsFolder === undefined ? ` ${WITHOUT_LISTS}` : ""}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await open("2025-01-10", async (registry) => {
      for (const [name, template] of [["world-bank-ineligible-firms.xlsx", "mdb:world-bank-listing"], ["ebrd-ineligible-firms.csv", "mdb:ebrd-listing"]] as const) {
        const imported = await importFile(registry, { name, bytes: readFileSync(join(present(listsFolder, "the folder of the lists"), name)), template });
        if (!imported.ok) throw new Error(imported.error.message);
      }
    });
  });

  it("speaks of what is on file: the banks' acts, their lists, no invented law", async () => {
    await visit(house, async (page) => {
      await page.goto("/en/");
      expect(await page.locator("#act option").evaluateAll((options) => options.map((option) => option.getAttribute("value")))).toEqual(["", ...["wbg", "ebrd", "adb", "afdb", "idb"].map((bank) => `mdb:award-contract@${bank}`)]);
      expect(await page.locator("#lists tbody tr").count()).toBe(2);
      expect(await page.locator("aside.model").count()).toBe(0);
      expect(await page.locator("#lists").innerText()).toContain("day inferred");
      await page.goto("/en/lists");
      expect(await page.locator("main").innerText()).not.toContain("invented");
      await page.goto("/en/memoranda/mdb:mutual-enforcement");
      expect(await page.locator(".drawing").innerHTML()).not.toMatch(/>0 listings/);
    });
  });

  it("turns the pages of a bank's list and answers about who stands there", async () => {
    await visit(house, async (page) => {
      await page.goto("/zh/lists/mdb:wbg-debarred");
      await page.locator(".pager a").click();
      expect(await page.locator(".pager p").first().innerText()).toContain("第51至100");
      await page.locator("tbody a.name").first().click();
      await page.locator("#act").selectOption("mdb:award-contract@wbg");
      await page.locator(".ask button").click();
      expect(await page.locator(".answer.is-bound").count()).toBe(1);
      expect(await page.locator(".chain").first().innerText()).toContain("世界银行");
    });
  });

  it("says who judged two files to be one organisation, and whose day was inferred", async () => {
    const found = await (await fetch(`${house.origin}/v1/listings?list=mdb:ebrd-ineligible`)).json() as { readonly listings: readonly { readonly file: string }[] };
    let joined: string | undefined;
    for (const { file } of found.listings) if (joined === undefined && (await standing(house, file)).joins.length > 0) joined = file;
    await visit(house, async (page) => {
      await page.goto(`/zh/organisations/${present(joined, "a joined organisation")}`);
      await page.locator(".shelves a", { hasText: "历史" }).click();
      expect(await page.locator("#file").innerText()).toContain("由登记册的比对作出");
      await page.locator(".shelves a", { hasText: "名单" }).click();
      expect(await page.locator("#file").innerText()).toContain("推定日");
    });
  });

  it("has no page that fails, whichever link one follows, and nothing axe finds", async () => {
    const { wrong } = await crawl(house, 60);
    expect(wrong).toEqual([]);
    expect(await axeOver(house, ["/zh/", "/en/lists/mdb:ebrd-ineligible", "/zh/memoranda/mdb:mutual-enforcement"])).toEqual([]);
  });
});
