// What has to go, at the desks: the office sees what rests on an act that fell and opens the removal of its own record from there; the
// organisation sees the same on its own desk; nobody opens a removal of what does not have to go.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseLawId, plainDate, present, type RecordId } from "../domain/terms/index.ts";
import { actOnProcedure, importFile, whatHasToGo, writeSheet, type Registry, type SheetRowToWrite } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { CODES, fillDesk, NAMES, type DeskWorld } from "../../test/support/desk-world.ts";
import { registryOver } from "../../test/support/registry.ts";
import { projectLaw } from "../../test/support/run.ts";
import { createServer } from "./server.ts";

const HERE = { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080" };
let registry: Registry;
let server: FastifyInstance;
let world: DeskWorld;
let records: readonly RecordId[];
const logged: string[] = [];

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), { day: "2026-03-02" });
  world = await fillDesk(registry, 1);
  for (const number of ["市监罚〔2026〕8号", "市监罚〔2026〕9号"]) await handIn(number);
  records = (await registry.ledger.read({ types: ["RecordReported"] })).flatMap((event) => (event.type === "RecordReported" && event.body?.breach !== undefined ? [event.body.record] : []));
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  expect(logged).toEqual([]);
});

/** A penalty for one and the same act. */
async function handIn(documentNumber: string): Promise<void> {
  const scheme = present(registry.rulebook.all("identifier").find(({ id }) => id === "cn:unified-code"), "the unified code").id;
  const row: SheetRowToWrite = [
    { to: "name", value: { kind: "text", text: NAMES[0] } }, { to: "code:cn:unified-code", value: { kind: "code", scheme, value: CODES[0] } }, { to: "decidedOn", value: { kind: "day", day: plainDate("2026-02-24") } },
    { to: "field:documentNumber", value: { kind: "text", text: documentNumber } }, { to: "field:field", value: { kind: "text", text: "food" } }, { to: "field:kinds", value: { kind: "choices", values: ["fine"] } }, { to: "breach", value: { kind: "text", text: "act-7" } },
  ];
  const bytes = writeSheet(registry, { template: "cn:administrative-penalty-sheet", format: "csv", rows: [row] });
  const imported = bytes.ok ? await importFile(registry, { name: "sheet.csv", bytes: bytes.value, template: "cn:administrative-penalty-sheet", by: world.office }) : bytes;
  expect(imported.ok ? imported.value.findings : imported.error).toEqual([]);
}

async function signIn(fields: Readonly<Record<string, string>>): Promise<string> {
  return String((await post("/en/desk/sign-in", fields, "")).headers["set-cookie"]);
}

function post(url: string, fields: Readonly<Record<string, string>>, cookie: string): Promise<LightMyRequestResponse> {
  return server.inject({ method: "POST", url, headers: { "content-type": "application/x-www-form-urlencoded", cookie, ...HERE }, payload: new URLSearchParams(fields).toString() });
}

describe("what has to go", () => {
  it("is not there before the act has fallen, and its removal cannot be opened", async () => {
    const cookie = await signIn({ office: world.office, officer: "handler-1" });
    expect((await server.inject({ url: "/en/desk/office", headers: { cookie } })).body).not.toContain('id="to-go-h"');
    const refused = await post("/en/desk/office/to-go", { record: records[1] ?? "", statement: "it fell" }, cookie);
    expect([refused.statusCode, refused.body.includes("does not have to go")]).toEqual([422, true]);
  });

  it("is shown on both desks in both languages, and ends in a case opened from there", async () => {
    const cookie = await signIn({ office: world.office, officer: "handler-1" });
    const [first, second] = [present(records[0], "a record"), present(records[1], "another record")];
    const procedure = parseLawId("model:wangyu-act-fell");
    const file = (await registry.ledger.read({ types: ["RecordReported"] }))[0]?.files[0];
    const fell = await actOnProcedure(registry, {
      by: { kind: "office", office: world.office, officers: ["handler-1"] },
      command: { type: "OpenCase", file: present(file, "a file"), about: { kind: "record", record: first }, purpose: "removal", procedure: present(procedure.ok ? procedure.value : undefined, "a procedure"), statement: "处罚决定已被撤销" },
    });
    expect(fell.ok ? fell.value.events.map(({ type }) => type) : fell.error).toEqual(["CaseOpened"]);
    const desk = await server.inject({ url: "/en/desk/office", headers: { cookie } });
    expect([desk.body.includes("What has to go"), desk.body.includes('datetime="2026-03-05"'), desk.body.includes(`name="record" value="${second}"`)]).toEqual([true, true, true]);
    const own = await server.inject({ url: "/zh/desk/organisation", headers: { cookie: await signIn({ organisation: world.files[0] ?? "" }) } });
    expect([own.body.includes("应当移除的"), own.body.includes(first), own.body.includes("/desk/office/to-go")]).toEqual([true, true, false]);
    const listed = await server.inject({ url: `/v1/offices/${world.office}/worklist`, headers: { cookie } });
    expect(listed.json()).toMatchObject({ toGo: [{ thing: { kind: "record", record: second, matter: null }, fallen: { record: first, fellOn: "2026-03-02" }, due: { lastDay: "2026-03-05" } }] });
    const opened = await post("/en/desk/office/to-go", { record: second, statement: "it rests on the same act" }, cookie);
    expect([opened.statusCode, String(opened.headers.location)]).toEqual([303, expect.stringMatching(/^\/en\/desk\/cases\//)]);
    const toGo = await whatHasToGo(registry, { kind: "all" });
    expect(String(opened.headers.location)).toBe(`/en/desk/cases/${String(toGo.find(({ thing }) => thing.kind === "record" && thing.record === second)?.thing.matter)}`);
    expect((await server.inject({ url: "/en/desk/office", headers: { cookie } })).body).not.toContain("/desk/office/to-go");
  });
});
