// Journeys: what people come for, each walked in Chinese and English, with and without scripts, on a desktop and on a phone, from the front
// page of the model jurisdiction. A step is one thing the reader does: a click, a text and its sending, a choice. Nothing may be said on the
// console, no page may fail, and axe finds nothing where a journey ends.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate, present, type FileNumber, type LawId, type MatterId } from "../src/domain/terms/index.ts";
import { makeModelJurisdiction } from "../src/lab/index.ts";
import { actOnCase, ensureKey, importFile, joinFiles, keepNames, KeptFaces, listOn, officesWithPosts, organisationOnFile, standingOf, writeSheet, type CaseCommand, type Registry, type SheetRowToWrite } from "../src/service/index.ts";
import { openLedger } from "../src/store/index.ts";
import { createServer, originOf } from "../src/web/index.ts";
import { axeFindings } from "./support/axe.ts";
import { launchBrowser } from "./support/browser.ts";
import { textsInWorkbook } from "./support/filled-workbook.ts";
import { loadLaw } from "./support/law.ts";
import { registryOver } from "./support/registry.ts";
import { smallWorkbook } from "./support/small-workbook.ts";

const UNTIL = "2026-11-20";
const LIST = "cn:samr-serious";

let browser: Browser;
let registry: Registry;
let server: FastifyInstance;
let folder: string;
const logged: string[] = [];
/** An organisation on a list that binds it, by its Chinese name, and an act that is bound. */
let firm: { readonly file: string; readonly name: string; readonly code: string; readonly act: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "probity-journeys-"));
  const bare = registryOver(await openLedger({ node: "test", randomBytes, dataDir: folder }), await loadLaw("law"), { day: UNTIL });
  await makeModelJurisdiction(bare, { organisations: 150, seed: 1, until: bare.clock.dayOf(bare.clock.now(), "UTC"), progress: () => {} });
  registry = { ...bare, names: await keepNames(bare, () => {}), faces: new KeptFaces(bare, await bare.ledger.head()) };
  await ensureKey(registry);
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.listen({ host: "127.0.0.1", port: 0 });
  browser = await launchBrowser();
  firm = await firmOn(LIST);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  await registry.ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

async function firmOn(list: string): Promise<typeof firm> {
  const listed = await listOn(registry, { kind: "public" }, list, {});
  if (!listed.ok) throw new Error(listed.error.message);
  const file = present(listed.value.listings[0], `somebody on ${list}`).file;
  const standing = await standingOf(registry, { kind: "public" }, { organisation: file });
  if (!standing.ok) throw new Error(standing.error.message);
  const act = present(standing.value.acts.find(({ effects }) => effects.some(({ because }) => "trigger" in because && because.memorandum !== undefined)) ?? standing.value.acts.find(({ verdict }) => verdict === "bound"), "an act that is bound").act;
  return { file, name: present(standing.value.organisation.name, "its name"), code: present(standing.value.organisation.codes[0]?.value, "its code"), act };
}

const WAYS = ["zh", "en"].flatMap((language) => [true, false].flatMap((scripts) => [{ width: 1280, height: 900 }, { width: 390, height: 844 }].map((viewport) => ({ language, scripts, viewport, words: `in ${language}, ${scripts ? "with" : "without"} scripts, ${viewport.width} wide` }))));

interface Walk {
  readonly page: Page;
  readonly language: string;
  readonly scripts: boolean;
  /** One thing the reader does. */
  readonly step: (what: () => Promise<unknown>) => Promise<void>;
}

/** Walks one journey every way and prints its number of steps. */
function journey(name: string, walk: (walk: Walk) => Promise<void>): void {
  describe(name, () => {
    it.each(WAYS)("$words", async ({ language, scripts, viewport, words }) => {
      const context = await browser.newContext({ javaScriptEnabled: scripts, baseURL: originOf(server), viewport });
      const page = await context.newPage();
      const wrong: string[] = [];
      page.on("console", (message) => wrong.push(`${page.url()} console: ${message.text()}`));
      page.on("pageerror", (error) => wrong.push(`${page.url()} error: ${error.message}`));
      page.on("response", (response) => { if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`); });
      let steps = 0;
      try {
        await page.goto(`/${language}/`);
        await walk({ page, language, scripts, step: async (what) => { steps += 1; await what(); } });
        // Axe is a script itself: what it says of a page holds for both ways.
        if (scripts) expect(await axeFindings(page)).toEqual([]);
      } finally {
        await context.close();
      }
      expect({ wrong, logged }).toEqual({ wrong: [], logged: [] });
      process.stdout.write(`journey: ${name}, ${words}: ${steps} steps\n`);
    });
  });
}

/** Looks the firm up by four characters from the middle of its Chinese name, as nobody remembers the whole. */
async function find({ page, step, scripts }: Walk): Promise<void> {
  const part = firm.name.slice(2, 6);
  if (scripts) {
    await step(() => page.locator("#q").pressSequentially(part));
    await page.locator(".suggestions li").first().waitFor();
    await step(async () => {
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    });
  } else {
    await step(async () => {
      await page.locator("#q").fill(part);
      await page.locator(".sentence button").click();
    });
    await page.waitForURL(/\/search\?/);
    await step(() => page.locator("tbody a.name").first().click());
  }
  await page.waitForURL(new RegExp(`/organisations/${firm.file}`));
}

async function ask({ page, step }: Walk): Promise<void> {
  await step(async () => {
    await page.locator("#act").selectOption(firm.act);
    await page.locator(".ask button").click();
  });
  await page.waitForURL(/act=/);
}

journey("find a firm by part of its Chinese name and see what binds it", async (walk) => {
  await find(walk);
  expect(await walk.page.locator("#all .badge.is-bound").count()).toBeGreaterThan(0);
});

journey("find out why, and how it gets out", async (walk) => {
  await find(walk);
  await ask(walk);
  const { page } = walk;
  expect(await page.locator(".answer.is-bound").count()).toBe(1);
  expect(await page.locator("#why .chain > li").count()).toBeGreaterThan(2);
  expect(await page.locator("#out .exits > li").count()).toBeGreaterThan(0);
});

journey("see what was and will be different, and go there", async (walk) => {
  await find(walk);
  const { page, step } = walk;
  const before = await page.locator(".steps-between a[rel=prev]").first().innerText();
  await step(() => page.locator(".steps-between a[rel=prev]").first().click());
  const day = present(/\d{4}-\d{2}-\d{2}/.exec(before), "the day of the link")[0];
  await page.waitForURL(new RegExp(`on=${day}`));
  expect(await page.locator("#clock-on").inputValue()).toBe(day);
  await step(() => page.locator(".as-table summary").click());
  expect(await page.locator(".as-table tbody tr").count()).toBeGreaterThan(2);
});

journey("read the memorandum behind it", async (walk) => {
  await find(walk);
  const { page, step } = walk;
  await step(() => page.locator("#all a[href*='/memoranda/']").first().click());
  await page.waitForURL(/\/memoranda\//);
  expect(await page.locator("h1").count()).toBe(1);
  expect(await page.locator("figure.drawing svg[role=img]").count()).toBeGreaterThan(0);
});

journey("narrow a search to those that are bound, and take them along", async ({ page, step, language }) => {
  await step(async () => {
    await page.locator("#q").fill("公司");
    await page.locator(".sentence button").click();
  });
  await page.waitForURL(/\/search\?/);
  if (!(await page.locator(".filters input[value=bound]").isVisible())) await step(() => page.locator(".filters > summary").click());
  await step(async () => {
    await page.locator(".filters input[value=bound]").check();
    await page.locator(".filters button").click();
  });
  await page.waitForURL(/state=bound/);
  const shown = await page.locator("tbody tr").count();
  expect(shown).toBeGreaterThan(0);
  expect(await page.locator("tbody .badge.is-bound").count()).toBe(shown);
  const address = present(await page.locator("a[download][href*='.csv']").getAttribute("href"), "the address of the export");
  expect(address).toContain("state=bound");
  const exported = await (await fetch(`${originOf(server)}${address}`)).text();
  expect(exported.trim().split("\r\n").length - 1).toBe(Number(present(/\d+/.exec(await page.locator("#found").innerText()), "how many")[0]));
  expect(exported).toContain(language === "zh" ? "受限" : "Bound");
});

/** Three hundred suppliers as a company keeps them: names and codes on file, names nobody has, one with the number of a person. */
async function threeHundredSuppliers(): Promise<{ readonly sheet: Buffer; readonly onFile: number }> {
  const names: { readonly file: string; readonly text: string }[] = [];
  for await (const given of registry.ledger.namesGiven({})) if (given.ordinal === 0) names.push(given);
  const onFile = [...new Map(names.map(({ file, text }) => [file, text]))].slice(0, 140).filter(([file]) => file !== firm.file);
  const rows = [["1", firm.name, ""], ...onFile.map(([file, name], index) => (index % 2 === 0 ? [String(index + 2), name, ""] : [String(index + 2), "", file])), ["", "某人", "11010519491231002X"]];
  const unknown = Array.from({ length: 300 - rows.length }, (_, index) => [String(rows.length + index + 1), `查无此家第${index + 1}号贸易行`, ""]);
  return { sheet: Buffer.from(`\ufeff${[["序号", "供应商名称", "代码"], ...rows, ...unknown].map((row) => row.join(",")).join("\r\n")}`), onFile: onFile.length + 1 };
}

journey("upload 300 suppliers and see who is bound", async ({ page, step }) => {
  const { sheet, onFile } = await threeHundredSuppliers();
  await step(() => page.locator("a[href$='/suppliers']").first().click());
  await page.waitForURL(/\/suppliers$/);
  await step(async () => {
    await page.locator("#file").setInputFiles({ name: "suppliers.csv", mimeType: "text/csv", buffer: sheet });
    await page.locator(".suppliers button").click();
  });
  await page.locator("h2#rows").waitFor();
  expect(await page.locator("h1").innerText()).toContain("300");
  const [matched, held, absent, refused] = (await page.locator(".supplier-counts dl:first-child dd").allInnerTexts()).map(Number);
  expect([(matched ?? 0) + (held ?? 0) + (absent ?? 0) + (refused ?? 0), refused]).toEqual([300, 1]);
  expect(matched).toBeGreaterThan(onFile * 0.9);
  expect(await page.locator("main").innerText()).not.toContain("11010519491231002X");
  const bound = Number((await page.locator(".supplier-counts dl:last-child dd").allInnerTexts())[0]);
  await step(async () => {
    await page.locator("#show").selectOption("bound");
    await page.locator(".supplier-ask button").first().click();
  });
  await page.waitForFunction("document.querySelectorAll('tbody tr').length < 300");
  expect(await page.locator("tbody .badge.is-bound").count()).toBe(bound);
  expect(await page.locator("tbody tr").count()).toBe(bound);
  expect(await page.locator(`tbody a[href*='/organisations/${firm.file}']`).count()).toBe(1);
});

journey("keep watching a supplier, and be rid of the list again", async ({ page, step, language }) => {
  await step(() => page.locator("a[href$='/suppliers']").first().click());
  await step(async () => {
    await page.locator("#lines").fill(firm.name);
    await page.locator(".suppliers button").click();
  });
  await page.locator("h2#rows").waitFor();
  await step(async () => {
    await page.locator("#label").fill(`${language} 2026`);
    await page.locator(".keep-watching button").click();
  });
  await page.waitForURL(/\/watch\/[\w-]{32}$/);
  expect(await page.locator("h1").innerText()).toBe(`${language} 2026`);
  expect(await page.locator(`#today a[href*='/organisations/${firm.file}']`).count()).toBe(1);
  expect(await page.locator("#feeds a[href$='.atom']").count()).toBe(1);
  await step(() => page.locator("#delete button").click());
  await page.waitForURL(/\/suppliers$/);
});

journey("compare the law of two years", async ({ page, step }) => {
  await step(() => page.locator("nav.rooms a[href$='/law']").click());
  await page.waitForURL(/\/law$/);
  await step(() => page.locator("a[href*='/law/diff']").first().click());
  await page.waitForURL(/\/law\/diff/);
  await step(async () => {
    await page.locator("input[name=from]").fill("2019-07-31");
    await page.locator("input[name=to]").fill("2026-04-01");
    await page.locator("main form button").first().click();
  });
  await page.waitForURL(/from=2019-07-31/);
  expect(await page.locator("main section.block").count()).toBeGreaterThan(0);
});

journey("get a report and verify it", async (walk) => {
  await find(walk);
  const { page, step, language } = walk;
  await step(() => page.locator(".tools a[href*='/report']").click());
  await page.waitForURL(/\/report$/);
  await step(async () => {
    await page.locator("#purpose").selectOption("tender");
    await page.locator(".report-form button").click();
  });
  await page.waitForURL(/purpose=tender/);
  const address = present(await page.locator(`a[href*='report.pdf'][href*='language=${language}']`).getAttribute("href"), "the address of the paper");
  const paper = await fetch(`${originOf(server)}${address}`);
  expect(paper.headers.get("content-type")).toBe("application/pdf");
  await step(() => page.locator("a[href$='/verify-report']").first().click());
  await page.waitForURL(/\/verify-report$/);
  await step(async () => {
    await page.locator("main input[type=file]").setInputFiles({ name: "report.pdf", mimeType: "application/pdf", buffer: Buffer.from(await paper.arrayBuffer()) });
    await page.locator("form[enctype] button").click();
  });
  await page.locator(".statement.is-none #upload-h").waitFor();
  expect(await page.locator("main").innerText()).toContain(firm.name);
});

journey("pre-flight a breach", async (walk) => {
  await find(walk);
  const { page, step } = walk;
  await step(() => page.locator(".tools a[href*='/preflight']").click());
  await page.waitForURL(/\/preflight$/);
  await step(async () => {
    await page.locator("#type").selectOption("cn:administrative-penalty");
    await page.locator(".ask button").click();
  });
  await page.waitForURL(/type=cn:administrative-penalty|type=cn%3A/);
  await step(async () => {
    await page.locator("#field-field").selectOption("food");
    await page.locator("form.stated input[value=closure]").check();
    await page.locator("#field-vile").selectOption("yes");
    await page.locator("form.stated button").click();
  });
  await page.waitForURL(/field\.vile=yes/);
  expect(await page.locator("#result.answer").count()).toBe(1);
  expect(await page.locator("#effects .badge.is-bound").count()).toBeGreaterThan(0);
  expect(await page.locator("#cascade .chain > li").count()).toBeGreaterThan(0);
  expect(await page.locator("#plan .exits > li").count()).toBeGreaterThan(0);
  expect(await page.locator("#laws .regimes > li").count()).toBe(8);
  await step(() => page.locator("#laws .regimes a").nth(2).click());
  await page.waitForURL(/law=2019-07-31/);
  expect(await page.locator("form.stated input[value=closure]").isChecked()).toBe(true);
});

const SHEET = "cn:administrative-penalty-sheet";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A workbook of two penalties; the numbers of their decisions are this walk's own. */
function penalties(walk: Walk, second: { readonly day: string; readonly number: string; readonly field: string }): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  const whole = [firm.name, firm.code, "2026-10-12", `${numberOf(walk)}-1`, "food", "fine"];
  const rows = [["Name", "Unified code", "Decided on", "Number of the decision", "Field of law", "Kinds of penalty"], whole, [firm.name, firm.code, second.day, second.number, second.field, "fine"]];
  return { name: "penalties.xlsx", mimeType: XLSX, buffer: Buffer.from(smallWorkbook(rows)) };
}

function numberOf({ language, scripts, page }: Walk): string {
  return `${language}-${scripts ? "scripts" : "plain"}-${page.viewportSize()?.width ?? 0}`;
}

journey("hand in a workbook with three bad cells and mend them", async (walk) => {
  const { page, step, language } = walk;
  const office = present((await officesWithPosts(registry)).find(({ authority, region }) => authority === "cn:market-city" && region === "990101"), "the market regulator of the city");
  const handIn = (file: ReturnType<typeof penalties>): Promise<void> => step(async () => {
    await page.locator("#template").selectOption(SHEET);
    await page.locator("#file").setInputFiles(file);
    await page.locator("form.asking button").click();
  });
  await step(() => page.locator("nav.rooms a[href*='/desk']").click());
  if ((await page.locator(`form:has(input[value="${office.file}"]) button`).count()) === 0) await step(async () => {
    await page.locator("nav.tabs a[href*='region=990101']").click();
    await page.waitForURL(/region=990101/);
  });
  await step(() => page.locator(`form:has(input[value="${office.file}"]) button`).first().click());
  await step(() => page.locator("a[href$='/desk/office/hand-in']").click());
  await handIn(penalties(walk, { day: "2026-02-31", number: "", field: "gardening" }));
  await page.locator("#findings").waitFor();
  const found = await page.locator("#findings").innerText();
  for (const place of ["Rows!C3", "Rows!D3", "Rows!E3"]) expect(found).toContain(place);
  expect(await page.locator("#findings li").count()).toBe(3);
  expect(await page.locator(".tallies dd").allInnerTexts()).toEqual(["2", "1", "0", "0", "1"]);
  const [copy] = await Promise.all([page.waitForEvent("download"), step(() => page.locator("a[href$='/copy']").click())]);
  expect(textsInWorkbook(readFileSync(await copy.path()), "xl/worksheets/sheet1.xml").join(" ")).toContain(language === "zh" ? "不是这一列的选项" : "is none of the choices of this column");
  await step(() => page.locator("a[href*='/desk/office/hand-in?']").click());
  expect(await page.locator("#template").inputValue()).toBe(SHEET);
  await handIn(penalties(walk, { day: "2026-10-13", number: `${numberOf(walk)}-2`, field: "food" }));
  await page.locator(".tallies").waitFor();
  expect([await page.locator("#findings").count(), await page.locator(".tallies dd").allInnerTexts()]).toEqual([0, ["2", "1", "1", "0", "0"]]);
});

const OFFICERS = ["handler-1", "handler-2"];
const SAID = { facts: "见事实部分", basis: "见依据部分", reasons: "见理由部分", exits: "期满移出", remedies: "六十日内申请行政复议", consequences: "见清单", answerDays: "五个工作日" };
let candidates: readonly string[] | undefined;

/** An organisation of the city to which nothing has happened yet, another for every walk. */
async function untouched(): Promise<{ readonly file: string; readonly name: string; readonly code: string }> {
  candidates ??= (await registry.ledger.read({ types: ["OrganisationRegistered"] })).flatMap((event) => (event.type === "OrganisationRegistered" && event.body !== null && event.body.region === "990101" ? [event.body.file] : []));
  const [next = "", ...rest] = candidates;
  candidates = rest;
  const standing = await standingOf(registry, { kind: "keeper" }, { organisation: next });
  const { organisation: { name, codes }, listings, records } = standing.ok ? standing.value : { organisation: { name: null, codes: [] }, listings: [], records: [] };
  const code = codes.find(({ scheme }) => scheme === "cn:unified-code")?.value;
  return name === null || code === undefined || listings.length + records.filter(({ type }) => type === "cn:administrative-penalty").length > 0 ? untouched() : { file: next, name, code };
}

/** A grave penalty, by which the organisation meets a criterion of the list. */
async function punish({ name, code }: { readonly name: string; readonly code: string }, office: string): Promise<void> {
  const row: SheetRowToWrite = [
    { to: "name", value: { kind: "text", text: name } }, { to: "code:cn:unified-code", value: { kind: "code", scheme: "cn:unified-code" as LawId, value: code } },
    { to: "decidedOn", value: { kind: "day", day: plainDate("2026-11-10") } }, { to: "field:documentNumber", value: { kind: "text", text: `市监罚〔2026〕${code}` } }, { to: "field:field", value: { kind: "text", text: "food" } },
    { to: "field:kinds", value: { kind: "choices", values: ["fine"] } }, { to: "field:vile", value: { kind: "flag", value: true } }, { to: "field:heavierStep", value: { kind: "flag", value: true } },
  ];
  const bytes = writeSheet(registry, { template: SHEET, format: "csv", rows: [row] });
  const imported = bytes.ok ? await importFile(registry, { name: "sheet.csv", bytes: bytes.value, template: SHEET, by: office }) : bytes;
  expect(imported.ok ? imported.value.findings : imported.error).toEqual([]);
}

async function marketOffice(): Promise<string> {
  return present((await officesWithPosts(registry)).find(({ authority, region }) => authority === "cn:market-city" && region === "990101"), "the market regulator of the city").file;
}

/** From the front page to the organisation's own desk. */
async function signIn({ page, step }: Walk, code: string): Promise<void> {
  await step(() => page.locator("nav.rooms a[href*='/desk']").click());
  await step(async () => {
    await page.locator("#organisation-name").fill(code);
    await page.locator(".entry-form button").click();
  });
  await page.waitForURL(/\/desk\/organisation$/);
}

journey("answer a notice", async (walk) => {
  const { page, step, language } = walk;
  const office = await marketOffice();
  const accused = await untouched();
  const { file, code } = accused;
  await punish(accused, office);
  const matter = `matter.${file}` as MatterId;
  const basis = present(registry.rulebook.get("list", LIST as LawId), "the list").basis.slice(0, 1).map(({ instrument }) => ({ instrument }));
  const opening: readonly CaseCommand[] = [
    { type: "ProposeListing", matter, file: file as FileNumber, list: LIST as LawId, facts: "违法行为性质恶劣" },
    { type: "IssueNotice", matter, facts: "违法行为性质恶劣", basis, consequences: ["cn:samr-no-honours" as LawId], statements: SAID },
    { type: "RecordService", matter, means: "邮寄送达", failed: false },
  ];
  for (const command of opening) expect(await actOnCase(registry, { by: office, officers: OFFICERS, command })).toMatchObject({ ok: true });
  await signIn(walk, code);
  await step(() => page.locator(`a[href*='/desk/cases/${matter}']`).first().click());
  await page.waitForURL(/\/desk\/cases\//);
  await step(async () => {
    await page.getByLabel(language === "zh" ? /^陈述/ : /^Statement/).fill("货物并未售出。");
    await page.getByLabel(language === "zh" ? "要求听证" : /asks? to be heard|hearing/i).check();
    await page.getByLabel(language === "zh" ? /^附件/ : /^Files|^Attach/).setInputFiles({ name: "store.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") });
    await page.getByRole("button", { name: language === "zh" ? "答复" : /^Answer/, exact: language === "zh" }).click();
  });
  await page.locator(".done").waitFor();
  expect(await page.locator("#record").innerText()).toContain("货物并未售出。");
  expect((await registry.ledger.read({ types: ["DefenceReceived"] })).filter((event) => event.matter === matter)).toHaveLength(1);
});

journey("file an objection to a wrong join", async (walk) => {
  const { page, step } = walk;
  const [own, other] = [await untouched(), await untouched()];
  expect(await joinFiles(registry, own.file, other.file, "the names are alike")).toMatchObject({ ok: true });
  await signIn(walk, own.code);
  await step(() => page.locator("a.button[href*='about=join']").first().click());
  await step(async () => {
    await page.locator("#statement").fill("不是本单位。");
    await page.locator(".asking button").click();
  });
  await page.waitForURL(/\/desk\/cases\//);
  expect((await page.locator(".done").innerText()).trim()).not.toBe("");
  const apart = await organisationOnFile(registry, own.code);
  expect(apart).toMatchObject({ ok: true, value: { file: own.file } });
  const others = await organisationOnFile(registry, other.code);
  expect(others).toMatchObject({ ok: true, value: { file: other.file } });
});
