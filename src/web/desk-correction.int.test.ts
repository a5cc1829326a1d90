// An objection to a record, decided at the office's desk in process: the form shows what is on file, sends on what was changed, says what is
// wrong at its field, in both languages and without scripts; and what was corrected is what the record says from then on.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actOnProcedure, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { fillDesk, type DeskWorld } from "../../test/support/desk-world.ts";
import { registryOver, type StandingClock } from "../../test/support/registry.ts";
import { projectLaw } from "../../test/support/run.ts";
import { createServer } from "./server.ts";

const HERE = { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080" };
const clock: StandingClock = { day: "2026-03-02" };
let registry: Registry;
let server: FastifyInstance;
let world: DeskWorld;
let office: string;
let organisation: string;

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), clock);
  world = await fillDesk(registry, 2);
  server = createServer({ registry, log: (line) => { throw new Error(line); } });
  await server.ready();
  office = await cookie({ office: world.office, officer: "handler-1" });
  organisation = await cookie({ organisation: world.files[0] ?? "" });
});
afterAll(() => server.close());

type Fields = Readonly<Record<string, string | readonly string[]>>;

async function cookie(fields: Fields): Promise<string> {
  return String((await post("/desk/sign-in", fields, "")).headers["set-cookie"]).split(";")[0] ?? "";
}

function get(path: string, who = office, language = "en"): Promise<LightMyRequestResponse> {
  return server.inject({ url: `/${language}${path}`, headers: { ...HERE, cookie: who } });
}

function post(path: string, fields: Fields, who = office, language = "en"): Promise<LightMyRequestResponse> {
  const payload = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : value.map((each) => [name, each])))).toString();
  return server.inject({ method: "POST", url: `/${language}${path}`, headers: { "content-type": "application/x-www-form-urlencoded", ...HERE, cookie: who }, payload });
}

interface Objection {
  readonly path: string;
  readonly step: string;
  readonly record: string;
}

/** Objects to the penalty of an organisation and goes on to the step that decides. */
async function objected(index: number): Promise<Objection> {
  const file = world.files[index];
  const [reported] = (await registry.ledger.read({ types: ["RecordReported"] })).filter((event) => event.type === "RecordReported" && event.files[0] === file);
  const record = reported?.type === "RecordReported" ? reported.body?.record : undefined;
  const [own] = reported?.files ?? [];
  if (record === undefined || own === undefined) throw new Error("assertion failed: the penalty is on file");
  const opened = await actOnProcedure(registry, { by: { kind: "organisation", file: own }, command: { type: "OpenCase", file: own, about: { kind: "record", record }, purpose: "objection", statement: "The number of the document is wrong." } });
  if (!opened.ok) throw new Error(opened.error.message);
  const path = `/desk/cases/${opened.value.matter}`;
  for (;;) {
    const page = await get(path);
    const step = /name="action" value="TakeStep"><input type="hidden" name="step" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const form = formOf(page, step);
    if (form.includes('value="granted"')) return { path, step, record };
    expect((await post(path, { action: "TakeStep", step, statement: "Looked into.", ...(form.includes('value="accepted"') ? { outcome: "accepted" } : {}), ...COMMON })).statusCode).toBe(303);
  }
}

const COMMON = { officers: ["handler-2", "reviewer"], consentOn: "2026-03-02", reviewOn: "2026-03-02", "states:remedies": "Review." };

function formOf({ body }: LightMyRequestResponse, step: string): string {
  const from = body.indexOf(`value="${step}"`);
  return body.slice(from, body.indexOf("</form>", from));
}

/** The form as it was shown, as a browser without scripts sends it back. */
function sentBack(form: string): Fields {
  const fields: Record<string, string | string[]> = {};
  for (const [, name = "", value = ""] of form.matchAll(/<input (?:class="day" )?id="[^"]+" name="(corrected:[^"]+)" value="([^"]*)"/g)) fields[name] = value.replaceAll("&amp;", "&");
  for (const [, name = "", options = ""] of form.matchAll(/<select id="[^"]+" name="(corrected:[^"]+|correction)"[^>]*>(.*?)<\/select>/gs)) fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? "";
  for (const [, name = "", value = ""] of form.matchAll(/<input type="checkbox" name="(corrected:[^"]+)" value="([^"]+)"[^>]* checked/g)) fields[name] = [...[fields[name] ?? []].flat(), value];
  return fields;
}

const head = (): Promise<number> => registry.ledger.head();
const text = ({ body }: LightMyRequestResponse): string => body.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

describe("an objection to a record, at the office's desk", () => {
  let one: Objection;
  const decide = (changed: Fields, form: string, language = "en"): Promise<LightMyRequestResponse> => post(one.path, { action: "TakeStep", step: one.step, outcome: "granted", statement: "The paper says otherwise.", ...COMMON, ...sentBack(form), ...changed }, office, language);

  it("shows each field of the record with what is on file, and the organisation sees no such form", async () => {
    one = await objected(0);
    const form = formOf(await get(one.path), one.step);
    expect(sentBack(form)).toMatchObject({ correction: "annul", "corrected:documentNumber": "市监罚〔2026〕1号", "corrected:field": "food", "corrected:kinds": ["fine"], "corrected:vile": ["yes"] });
    expect(form).toMatch(/<fieldset class="corrects"><legend>The record it is about/);
    expect([...form.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]).length).toBe(new Set([...form.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])).size);
    expect(formOf(await get(one.path, office, "zh"), one.step)).toContain("准予时，所涉的记录");
    expect((await get(one.path, organisation)).body).not.toContain("corrected:");
  });

  it("says what is wrong at its field, keeps what was typed, and writes nothing", async () => {
    const form = formOf(await get(one.path), one.step);
    const before = await head();
    const amount = await decide({ correction: "correct", "corrected:fine": "much", "corrected:documentNumber": "" }, form);
    expect([amount.statusCode, await head()]).toEqual([422, before]);
    const again = formOf(amount, one.step);
    expect(again).toMatch(/aria-describedby="[^"]*fine-hint [^"]*fine-wrong" aria-invalid="true"/);
    expect(again).toContain('value="much"');
    expect(text(amount)).toContain("a value on file can be replaced, not taken away");
    const chinese = await decide({ correction: "correct", "corrected:fine": "much" }, form, "zh");
    expect(formOf(chinese, one.step)).toMatch(/<code>much<\/code>不是金额/);
  });

  it("does not annul where values were changed, nor correct where none were", async () => {
    const form = formOf(await get(one.path), one.step);
    const before = await head();
    const annulled = await decide({ "corrected:documentNumber": "市监罚〔2026〕9号" }, form);
    const nothing = await decide({ correction: "correct" }, form);
    expect([annulled.statusCode, nothing.statusCode, await head()]).toEqual([422, 422, before]);
    expect([text(annulled).includes("values of it were changed"), text(nothing).includes("nothing of the record was changed")]).toEqual([true, true]);
    expect(text(await decide({ correction: "correct" }, form, "zh"))).toContain("没有改动记录的任何内容");
  });

  it("has the decider refuse a value the law does not know, at its field", async () => {
    const form = formOf(await get(one.path), one.step);
    const refused = await decide({ correction: "correct", "corrected:field": "moonshine" }, form);
    expect(refused.statusCode).toBe(409);
    expect(formOf(refused, one.step)).toMatch(/-corrected-field-wrong/);
  });

  it("corrects what was changed and nothing else, and the record says so from then on", async () => {
    const form = formOf(await get(one.path), one.step);
    const { "corrected:vile": _vile, ...rest } = sentBack(form);
    const reply = await post(one.path, { action: "TakeStep", step: one.step, outcome: "granted", statement: "The paper says otherwise.", ...COMMON, ...rest, correction: "correct", "corrected:documentNumber": "市监罚〔2026〕9号", "corrected:fine": "12,000.50" });
    expect(reply.statusCode).toBe(303);
    const [corrected] = (await registry.ledger.read({ types: ["RecordCorrected"] })).filter((event) => event.type === "RecordCorrected" && event.body?.record === one.record);
    expect(corrected?.body).toMatchObject({ annulled: false, fields: { documentNumber: "市监罚〔2026〕9号", fine: { minor: 1_200_050, currency: "CNY" }, vile: false } });
    expect(corrected?.type === "RecordCorrected" ? Object.keys(corrected.body?.fields ?? {}).toSorted() : []).toEqual(["documentNumber", "fine", "vile"]);
    expect(text(await get("/desk/organisation", organisation))).toContain("市监罚〔2026〕9号");
  });

  it("annuls as before where nothing was changed", async () => {
    one = await objected(1);
    const form = formOf(await get(one.path), one.step);
    expect((await decide({}, form)).statusCode).toBe(303);
    const [annulled] = (await registry.ledger.read({ types: ["RecordCorrected"] })).filter((event) => event.type === "RecordCorrected" && event.body?.record === one.record);
    expect(annulled?.body).toMatchObject({ annulled: true });
  });
});
