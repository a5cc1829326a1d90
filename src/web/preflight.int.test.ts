// The pre-flight over HTTP: the JSON twin and the page say the same, what is foreseen is what comes about once the record is handed in, hostile
// values are said to be wrong and never written as markup, and nothing is stored.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseLawId, plainDate, present, type LawId } from "../domain/terms/index.ts";
import { importFile, standingOf, writeSheet, type Registry, type SheetRowToWrite } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { inventedCode } from "../../test/support/invented-lists.ts";
import { projectLaw } from "../../test/support/run.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createServer } from "./server.ts";

const ON = "2026-03-02";
const HOSTILE = `<script>alert(1)</script>"'>`;
const GRAVE = "type=cn:administrative-penalty&field.field=food&field.kinds=fine&field.kinds=closure&field.vile=yes&field.noIntent=no";
let registry: Registry;
let server: FastifyInstance;
let code: string;
const logged: string[] = [];

function id(text: string): LawId {
  const parsed = parseLawId(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}

async function handIn(template: string, cells: SheetRowToWrite): Promise<void> {
  const row: SheetRowToWrite = [{ to: "name", value: { kind: "text", text: "临渚青石家具有限公司" } }, { to: "code:cn:unified-code", value: { kind: "code", scheme: id("cn:unified-code"), value: code } }, ...cells];
  const bytes = writeSheet(registry, { template, format: "csv", rows: [row] });
  const imported = bytes.ok ? await importFile(registry, { name: "sheet.csv", bytes: bytes.value, template }) : bytes;
  expect(imported.ok ? imported.value.findings : imported.error).toEqual([]);
}

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), { day: ON });
  await registry.ledger.setSetting("model", "{}");
  code = await inventedCode("MA4H8T1N7");
  await handIn("cn:organisation", [{ to: "region", value: { kind: "text", text: "990101" } }]);
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  expect(logged).toEqual([]);
});

function page(query: string, language = "en"): Promise<LightMyRequestResponse> {
  return server.inject({ url: `/${language}/organisations/${code}/preflight?${query}` });
}

async function twin(query: string, status = 200): Promise<ReturnType<typeof JSON.parse>> {
  const reply = await server.inject({ url: `/v1/organisations/${code}/preflight?${query}` });
  expect({ query, status: reply.statusCode }).toEqual({ query, status });
  return reply.json();
}

describe("the pre-flight", () => {
  it("says what binds at once apart from what a list would bring, with the ways out and every regime, and stores nothing", async () => {
    const head = await registry.ledger.head();
    const found = await twin(GRAVE);
    expect(found).toMatchObject({ type: "cn:administrative-penalty", on: ON, actedOn: ON, fields: { field: "food", kinds: ["fine", "closure"], vile: true, noIntent: false }, counts: { bound: 1, proposed: 1 }, asOf: { on: ON, law: ON, by: "derive" } });
    expect(found.direct.binding).toMatchObject([{ measure: "cn:procurement-after-major-violation", acts: ["cn:bid-government-procurement"] }]);
    expect(found.proposals).toMatchObject([{ list: "cn:samr-serious", met: ["vile-and-heavier"], brings: { list: "cn:samr-serious", end: { kind: "fixed" } } }]);
    expect(found.regimes.map(({ law, counts }: { readonly law: string; readonly counts: object | null }) => [law, counts === null])).toEqual([["2014-06-14", true], ...["2016-05-30", "2019-07-31", "2020-12-31", "2021-12-31", "2023-05-01", "2025-12-31", "2026-04-01"].map((law) => [law, false])]);
    expect(found.plan.length).toBeGreaterThan(0);
    expect(await registry.ledger.head()).toBe(head);
  });

  it("takes what is not stated as unknown, and says which facts it hangs on", async () => {
    const found = await twin("type=cn:administrative-penalty");
    expect(found).toMatchObject({ fields: {}, counts: { bound: 0, undetermined: 1, proposed: 0, openLists: found.open.length } });
    expect(found.open.find(({ list }: { readonly list: string }) => list === "cn:samr-serious").needs).toContain("record.vile");
    expect(found.open.map(({ list }: { readonly list: string }) => list)).toContain("model:linzhu-prepaid-traders");
  });

  it("is a page in both languages: the form first, then the sentence, the cascade, the measures, the ways out, other law", async () => {
    const empty = await page("");
    expect([empty.statusCode, empty.body.includes("No kind is chosen yet")]).toEqual([200, true]);
    for (const [language, words] of [["en", ["If a record “Administrative penalty”", "1 act would be bound at once", "Bound if listed", "An authority may propose"]], ["zh", ["1个事项随即受限", "机关可以提出", "列入后受限", "责令关闭"]]] as const) {
      const { body, statusCode } = await page(GRAVE, language);
      expect(statusCode).toBe(200);
      for (const word of words) expect(body).toContain(word);
      for (const part of ["result", "cascade", "plan", "effects", "laws"]) expect(body).toContain(`id="${part}"`);
      expect(body.match(/class="year"/g)).toHaveLength(8);
      expect(body).toContain("--field &#39;kinds=fine,closure&#39;");
    }
    const { body } = await server.inject({ url: `/en/organisations/${code}` });
    expect(body).toMatch(/href="\/en\/organisations\/P\d+\/preflight"/);
  });

  it("of another day or another law says so", async () => {
    const then = await page(`${GRAVE}&law=2014-06-14`);
    expect([then.statusCode, then.body.includes("The law of the day asked has no such record")]).toEqual([200, true]);
    expect(await twin("type=cn:administrative-penalty&law=2014-06-14", 404)).toMatchObject({ code: "law-entry-unknown" });
    expect(await twin(`${GRAVE}&on=2026-05-01&acted=2026-04-01`)).toMatchObject({ on: "2026-05-01", actedOn: "2026-04-01" });
  });

  it("says what is wrong with hostile values, at every one of them, and writes none of them as markup", async () => {
    const text = encodeURIComponent(HOSTILE);
    for (const query of [`type=cn:administrative-penalty&field.kinds=${text}`, `type=cn:administrative-penalty&field.${text}=1`, `type=cn:administrative-penalty&field.fine=${text}`, `type=cn:administrative-penalty&field.vile=maybe`, `type=cn:administrative-penalty&field.__proto__=1`]) {
      const problem = await twin(query, 422);
      expect(problem).toMatchObject({ code: "input-invalid" });
      expect(problem.findings).toHaveLength(1);
      for (const language of ["zh", "en"]) {
        const { statusCode, body } = await page(query, language);
        expect([query, statusCode, body.includes('class="wrong"'), body.includes("<script>alert")]).toEqual([query, 422, true, false]);
      }
    }
    expect(await twin(`type=cn:administrative-penalty&acted=${text}`, 422)).toMatchObject({ code: "day-invalid" });
    expect(await twin(`type=cn:administrative-penalty&acted=2026-03-03`, 422)).toMatchObject({ code: "day-invalid" });
    for (const type of [text, "cn:nothing", "cn:samr-serious"]) expect(await twin(`type=${type}`, 404)).toMatchObject({ code: "law-entry-unknown" });
    expect((await page(`type=${text}`)).statusCode).toBe(404);
    expect((await server.inject({ url: `/v1/organisations/Nobody/preflight?${GRAVE}` })).statusCode).toBe(404);
    expect((await server.inject({ url: `/v1/organisations/${await inventedCode("MA8G9F4K5")}/preflight?${GRAVE}` })).statusCode).toBe(404);
  });

  it("what applies is told as JSON and as a page in both languages, with what is not known said to be so", async () => {
    const reply = await server.inject({ url: `/v1/organisations/${code}/applies` });
    const found = JSON.parse(reply.body);
    expect([reply.statusCode, found.region, found.sector]).toEqual([200, "990101", null]);
    const [serious, traders] = ["cn:samr-serious", "model:linzhu-prepaid-traders"].map((list) => found.lists.find((each: { readonly list: string }) => each.list === list));
    expect(serious).toMatchObject({ on: false, by: "criteria", scope: { covers: "true" }, looked: { truth: "false" } });
    expect(traders).toMatchObject({ scope: { covers: "unknown", missing: ["sector"] } });
    expect(found.lists.find((each: { readonly list: string }) => each.list === "cn:tax-a-class")).toMatchObject({ colour: "red", lostWhen: { truth: "false" } });
    expect(found.lists.some((each: { readonly list: string }) => each.list === "cn:haikou-property")).toBe(false);
    expect(found.duties).toMatchObject([{ procedure: "cn:annual-report-procedure", binds: "unknown", foundedUnknown: true }]);
    for (const [language, words] of [["en", ["What applies", "Whether it is about this one hangs on: Sector", "What keeps it off while it holds", "The day it was founded is not known"]], ["zh", ["与本组织有关的法规", "是否有关取决于：行业", "出现下列情形即不能在列", "成立日期未知"]]] as const) {
      const shown = await server.inject({ url: `/${language}/organisations/${code}/applies` });
      expect(shown.statusCode).toBe(200);
      for (const word of words) expect(shown.body).toContain(word);
    }
    // Two lists have a criterion `recognised`: each is told by its own name.
    const { body } = await server.inject({ url: `/zh/organisations/${code}/applies` });
    const robots = body.slice(body.indexOf("经认可的机器人制造企业"));
    expect(robots.slice(0, robots.indexOf("</tr>"))).not.toContain("高等学校");
    expect((await server.inject({ url: "/v1/organisations/Nobody/applies" })).statusCode).toBe(404);
    expect((await server.inject({ url: `/v1/organisations/${code}/applies?on=x` })).statusCode).toBe(422);
    expect((await server.inject({ url: `/en/organisations/${encodeURIComponent(HOSTILE)}/applies` })).body).not.toContain("<script>alert");
  });

  it("foresaw what comes about: handed in, the record binds what was foreseen and nothing else", async () => {
    const bound = async (): Promise<readonly string[]> => {
      const standing = await standingOf(registry, { kind: "public" }, { organisation: code, on: ON });
      return standing.ok ? standing.value.acts.filter(({ verdict }) => verdict === "bound").map(({ act }) => act) : [];
    };
    const [foreseen, before] = [await twin(GRAVE), await bound()];
    await handIn("cn:administrative-penalty-sheet", [
      { to: "decidedOn", value: { kind: "day", day: plainDate(ON) } }, { to: "field:documentNumber", value: { kind: "text", text: "市监罚〔2026〕9号" } }, { to: "field:field", value: { kind: "text", text: "food" } }, { to: "field:kinds", value: { kind: "choices", values: ["fine", "closure"] } },
    ]);
    const fresh = (await bound()).filter((act) => !before.includes(act));
    expect(fresh).toEqual(foreseen.direct.binding.flatMap(({ acts }: { readonly acts: readonly string[] }) => acts));
    expect((await twin(GRAVE)).counts).toMatchObject({ proposed: 1 });
  });
});
