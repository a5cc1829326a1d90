// The measures of an office from its desk: seen, ticked, answered, refused and mended, over HTTP.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse as Response } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate, present } from "../domain/terms/index.ts";
import { actOnCase, measuresOfOffice, officesWithPosts, type CaseCommand, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { fillDesk, LIST } from "../../test/support/desk-world.ts";
import { registryOver, type StandingClock } from "../../test/support/registry.ts";
import { projectLaw } from "../../test/support/run.ts";
import { createServer } from "./index.ts";

const clock: StandingClock = { day: "2026-03-02" };
const SAID = { facts: "见事实部分", basis: "见依据部分", reasons: "见理由部分", exits: "期满移出", remedies: "六十日内申请行政复议", consequences: "见清单", answerDays: "五个工作日" };
let registry: Registry;
let server: FastifyInstance;
let agencies: string;
let cookie: string;

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), clock);
  const { office, superior, files } = await fillDesk(registry, 1);
  const matter = "matter.1" as never;
  const basis = [{ instrument: present(registry.rulebook.get("list", LIST as never), "the list").basis[0]?.instrument ?? ("" as never) }];
  const take = async (by: string, command: CaseCommand): Promise<void> => expect(await actOnCase(registry, { by, officers: ["handler-1", "handler-2"], command })).toMatchObject({ ok: true });
  await take(office, { type: "ProposeListing", matter, file: files[0] as never, list: LIST as never, facts: "违法行为性质恶劣" });
  await take(office, { type: "IssueNotice", matter, facts: "违法行为性质恶劣", basis, consequences: ["cn:samr-no-honours" as never], statements: SAID });
  await take(office, { type: "RecordService", matter, means: "邮寄送达", failed: false });
  clock.day = "2026-03-12";
  await take(superior, { type: "GiveConsent", matter, step: "decision", given: true });
  await take(office, { type: "DecideListing", matter, outcome: "listed", reasons: "证据充分", basis, statements: SAID, legalReview: { on: plainDate("2026-03-02") } });
  agencies = present((await officesWithPosts(registry)).find(({ authority }) => authority === "cn:agencies"), "the agencies").file;
  server = createServer({ registry, log: () => undefined });
  const signedIn = await send("/zh/desk/sign-in", { office: agencies, officer: "handler-1" });
  cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";
});
afterAll(() => server.close());

type Fields = Readonly<Record<string, string | readonly string[]>>;

function send(url: string, fields: Fields, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const body = new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value])));
  return server.inject({ method: "POST", url, headers: { host: "localhost", origin: "http://localhost", "content-type": "application/x-www-form-urlencoded", ...headers }, payload: body.toString() });
}

const open = (url: string): Promise<Response> => server.inject({ url, headers: { host: "localhost", cookie } });

/** What the form sends back of the measures that are left to decide. */
async function values(): Promise<readonly string[]> {
  const page = (await open("/zh/desk/office/measures")).body;
  return [...page.matchAll(/name="measure" value="([^"]*)"/g)].map(([, value]) => value ?? "");
}

describe("the measures of an office at its desk", () => {
  it("are shown in both languages, with what memoranda ask", async () => {
    for (const language of ["zh", "en"]) {
      const page = await open(`/${language}/desk/office/measures`);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain("临渚舫铎家具有限公司");
      expect(page.body).toContain("cn:sectoral-penalties");
    }
    expect((await server.inject({ url: "/zh/desk/office/measures", headers: { host: "localhost" } })).headers.location).toContain("/zh/desk?next=");
  });

  it("are decided together; one without reasons comes back with what was typed, and the others stand", async () => {
    const [first = "", second = ""] = await values();
    const form = await open(`/zh/desk/office/measures/answer?${new URLSearchParams([["measure", first], ["measure", second]]).toString()}`);
    expect([...form.body.matchAll(/<fieldset class="one-case">/g)]).toHaveLength(2);
    const sent = { measure: [first, second], [`choice:${first}`]: "apply", [`statement:${first}`]: "风险较高", [`choice:${second}`]: "apply", [`on:${second}`]: "2026-03-12" };
    const refused = await send("/zh/desk/office/measures/answer", sent, { cookie });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain("已答复1项");
    expect(refused.body).toContain("对措施的决定须写明理由");
    expect(refused.body).toContain('value="2026-03-12"');
    expect([...refused.body.matchAll(/<fieldset class="one-case">/g)]).toHaveLength(1);
    const mended = await send("/zh/desk/office/measures/answer", { measure: second, [`choice:${second}`]: "apply", [`statement:${second}`]: "风险较高" }, { cookie });
    expect([mended.statusCode, mended.headers.location]).toEqual([303, "/zh/desk/office/measures?answered=1"]);
    expect((await open("/zh/desk/office/measures?answered=1")).body).toContain("已答复1项");
    const seen = await measuresOfOffice(registry, agencies);
    const bound = seen.ok ? seen.value.binding : [];
    expect(bound).toHaveLength(2);
    const events = await registry.ledger.read({ types: ["MeasureDecided"] });
    expect(events.map(({ office, officer }) => [office, officer])).toEqual([[agencies, "handler-1"], [agencies, "handler-1"]]);
  });

  it("refuse what is no answer, no day, or not there, and write nothing", async () => {
    const head = await registry.ledger.head();
    const [first = ""] = await values();
    expect((await send("/en/desk/office/measures/answer", { measure: first, [`choice:${first}`]: "dance" }, { cookie })).statusCode).toBe(422);
    expect((await send("/en/desk/office/measures/answer", { measure: first, [`choice:${first}`]: "apply", [`on:${first}`]: "31 March" }, { cookie })).body).toContain("31 March");
    expect((await send("/en/desk/office/measures/answer", { measure: "P00000018 cn:gone" }, { cookie })).statusCode).toBe(422);
    expect((await send("/en/desk/office/measures/answer", { measure: first }, { cookie, origin: "https://elsewhere.example" })).statusCode).toBe(403);
    expect(await registry.ledger.head()).toBe(head);
  });

  it("are answered by programs too, each with its own answer", async () => {
    const listed = await server.inject({ url: `/v1/offices/${agencies}/measures?as=keeper&limit=5`, headers: { host: "localhost" } });
    expect(listed.json<{ binding: readonly unknown[] }>().binding.length).toBe(2);
    const bound = listed.json<{ binding: readonly { measure: string; organisation: { file: string } }[] }>().binding[0];
    const post = (body: unknown): Promise<Response> => server.inject({ method: "POST", url: `/v1/offices/${agencies}/measures`, headers: { host: "localhost", "content-type": "application/json" }, payload: JSON.stringify(body) });
    const answered = await post({ officers: ["handler-1"], answers: [{ organisation: bound?.organisation.file, measure: bound?.measure, choice: "carriedOut" }, { organisation: bound?.organisation.file, measure: "cn:samr-no-honours", choice: "carriedOut" }] });
    expect(answered.json()).toMatchObject({ answered: [{ choice: "carriedOut", on: "2026-03-12", repeated: false }, { error: { code: "refused" } }] });
    expect((await post({ answers: [{ organisation: "x", measure: "cn:samr-no-honours", choice: "maybe" }] })).statusCode).toBe(422);
    const memoranda = await server.inject({ url: `/v1/offices/${agencies}/memoranda?as=keeper`, headers: { host: "localhost" } });
    expect(memoranda.json()).toMatchObject({ authority: "cn:agencies", forUs: [{ memorandum: "cn:sectoral-penalties" }] });
    // Nobody else is shown them.
    expect((await server.inject({ url: `/v1/offices/${agencies}/measures`, headers: { host: "localhost" } })).statusCode).toBe(403);
  });
});
