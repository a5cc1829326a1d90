// The API of cases over a memory ledger and the model's law: every step as a program takes it, what is refused and why, what is taken once, and
// who is shown what.
import type { FastifyInstance } from "fastify";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { DAY, LIST, openCaseHouse, type CaseHouse } from "../../test/support/case-house.ts";
import { createServer } from "./server.ts";

type Json = ReturnType<typeof JSON.parse>;
interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly location: string | undefined;
}

let own: CaseHouse;
let server: FastifyInstance;
const logged: string[] = [];

beforeEach(async () => {
  own = await openCaseHouse(3);
  server = createServer({ registry: own.house.registry, log: (line) => logged.push(line) });
  await server.ready();
});
afterAll(() => expect(logged).toEqual([]));

async function post(url: string, payload: object | string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const reply = await server.inject({ method: "POST", url, headers: { "content-type": "application/json", ...headers }, payload });
  return { status: reply.statusCode, body: reply.json(), location: reply.headers.location?.toString() };
}

async function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const reply = await server.inject({ url, headers });
  return { status: reply.statusCode, body: reply.json(), location: undefined };
}

const by = () => ({ office: own.office, officers: ["handler-1", "handler-2"] });
const proposal = (index = 0) => ({ by: by(), propose: { file: own.files[index], list: LIST, facts: "违法行为性质恶劣" } });
const decision = (day: string, outcome = "listed") => ({ type: "DecideListing", outcome, reasons: "证据充分", statements: { remedies: "六十日内申请行政复议" }, legalReview: { on: day } });

/** A case that was proposed, notified and served over the API. */
async function served(index = 0): Promise<string> {
  const { matter } = (await post("/v1/cases", proposal(index))).body;
  for (const step of [{ type: "IssueNotice", facts: "违法行为性质恶劣" }, { type: "RecordService", means: "邮寄送达", failed: false }]) expect((await post(`/v1/cases/${matter}/steps`, { by: by(), step })).status).toBe(200);
  return matter;
}

/** The office above consents to the decision. */
async function consented(matter: string): Promise<void> {
  const step = { type: "GiveConsent", step: "decision", given: true };
  expect((await post(`/v1/cases/${matter}/steps`, { by: { office: own.superior, officers: ["head"] }, step })).body.events).toEqual([{ type: "ConsentGiven", step: "decision" }]);
}

async function listed(index = 0): Promise<{ readonly matter: string; readonly listing: string }> {
  const matter = await served(index);
  own.house.setDay("2026-03-12");
  await consented(matter);
  const taken = await post(`/v1/cases/${matter}/steps`, { by: by(), step: decision("2026-03-12") });
  return { matter, listing: taken.body.events[0].listing };
}

describe("a case over the API", () => {
  it("goes from the proposal to a listing, with an answer and its file, and each party is shown it", async () => {
    const opened = await post("/v1/cases", proposal());
    expect([opened.status, opened.body.organisation, opened.body.events]).toEqual([201, own.files[0], [{ type: "ListingProposed" }]]);
    expect(opened.location).toBe(`/v1/cases/${opened.body.matter}`);
    const at = `/v1/cases/${opened.body.matter}`;
    await post(`${at}/steps`, { by: by(), step: { type: "IssueNotice", facts: "违法行为性质恶劣" } });
    const notice = (await own.house.ledger.read({ types: ["NoticeIssued"] }))[0];
    expect(notice?.type === "NoticeIssued" ? [(notice.body?.consequences ?? []).length > 3, notice.body?.basis.length] : notice).toEqual([true, 1]);
    await post(`${at}/steps`, { by: by(), step: { type: "RecordService", means: "邮寄送达", failed: false } });
    const content = Buffer.from("处罚决定已被复议撤销。").toString("base64");
    const answered = await post(`${at}/steps`, { by: { organisation: own.files[0] }, step: { type: "ReceiveDefence", statement: "请求不予列入" }, attachments: [{ name: "复议决定.txt", content }] });
    expect(answered.body.events).toEqual([{ type: "DefenceReceived" }]);
    own.house.setDay("2026-03-12");
    const early = await post(`${at}/steps`, { by: by(), step: decision("2026-03-12") });
    expect([early.status, early.body.citation, early.body.title]).toEqual([409, "cn:samr-serious-listing#decision", expect.stringContaining(`the consent of \`${own.superior}\` is awaited`)]);
    expect((await get(`/v1/offices/${own.superior}/worklist?as=keeper`)).body.consents.map(({ matter, step, outcome, since }: Json) => [matter, step, outcome, since])).toEqual([[opened.body.matter, "decision", "listed", "2026-03-02"]]);
    expect((await get(`${at}?as=office:${own.office}`)).body.consent).toMatchObject({ state: "awaited", superior: { file: own.superior }, step: "decision" });
    await consented(opened.body.matter);
    const again = await post(`${at}/steps`, { by: { office: own.superior, officers: ["head"] }, step: { type: "GiveConsent", step: "decision", given: false, reason: "证据不足" } });
    expect([again.status, again.body.title]).toEqual([409, expect.stringContaining("it is answered once")]);
    const decided = await post(`${at}/steps`, { by: by(), step: decision("2026-03-12") });
    expect(decided.body.events).toEqual([{ type: "ListingDecided", outcome: "listed", listing: expect.stringMatching(/^l/) }]);

    const view = (await get(`${at}?as=organisation:${own.files[0]}`)).body;
    expect([view.state, view.open, view.entries.map(({ type }: Json) => type)]).toEqual(["listed", false, ["ListingProposed", "NoticeIssued", "NoticeServed", "DefenceReceived", "ConsentGiven", "ListingDecided"]]);
    const [attachment] = view.entries[3].attachments;
    expect([attachment.name, attachment.mediaType]).toEqual(["复议决定.txt", "text/plain"]);
    expect(Buffer.from((await own.house.ledger.attachment(attachment.id)) ?? []).toString("base64")).toBe(content);
    expect((await get(`${at}?as=office:${own.office}`)).body.office.file).toBe(own.office);
    expect((await get(`/v1/organisations/${own.files[0]}/cases?as=organisation:${own.files[0]}`)).body.cases.map(({ matter, open }: Json) => [matter, open])).toEqual([[opened.body.matter, false]]);
  });

  it("ends by an objection that is granted, and whoever used it is told and says so", async () => {
    const { listing } = await listed();
    const objection = (await post("/v1/cases", { by: { organisation: own.files[0] }, open: { about: { kind: "listing", listing }, purpose: "objection", statement: "处罚已被撤销" } })).body;
    expect(objection.events[0]).toMatchObject({ type: "CaseOpened" });
    const step = (outcome: string, name: string) => ({ type: "TakeStep", step: name, outcome, statement: "复议决定属实", statements: { remedies: "可以申诉" } });
    expect((await post(`/v1/cases/${objection.matter}/steps`, { by: by(), step: step("accepted", "acceptance") })).body.events).toEqual([{ type: "StepTaken", step: "acceptance", outcome: "accepted" }]);
    const decided = await post("/v1/cases/decisions", { by: by(), decisions: [{ matter: objection.matter, step: step("granted", "decision") }] });
    expect(decided.body.results[0].events.map(({ type }: Json) => type)).toEqual(["StepTaken", "ListingRemoved"]);

    const overdue = (await get("/v1/releases/overdue")).body.authorities;
    const consumer = overdue[0].consumer;
    const office = (await get("/v1/offices")).body.offices.find(({ authority }: Json) => authority === consumer);
    const queue = (await get(`/v1/offices/${office.file}/releases?as=office:${office.file}`)).body.releases;
    expect([queue.length, queue[0].what]).toEqual([1, "annulled"]);
    const send = () => post(`/v1/offices/${office.file}/acknowledgements`, { releases: [queue[0].key, "none"], officers: [office.posts[0].id] }, { "idempotency-key": "take over 1".replaceAll(" ", "-") });
    const first = await send();
    expect([first.status, first.body.acknowledged[0], first.body.acknowledged[1].error.code]).toEqual([200, { release: queue[0].key, consumer, acknowledgedOn: "2026-03-12" }, "release-unknown"]);
    const head = await own.house.ledger.head();
    expect([(await send()).body, await own.house.ledger.head()]).toEqual([first.body, head]);
    expect((await get(`/v1/offices/${office.file}/worklist?as=keeper`)).body.releases).toEqual([]);
  });

  it("many are decided at once, each with its own reasons, and one that is refused hinders no other", async () => {
    const matters = [await served(0), await served(1), await served(2)];
    own.house.setDay("2026-03-12");
    for (const matter of matters.slice(0, 2)) await consented(matter);
    const decisions = [
      { matter: matters[0], step: { ...decision("2026-03-12"), reasons: "甲案证据充分" } }, { matter: matters[1], step: { ...decision("2026-03-12", "noAction"), reasons: "乙案情节轻微" } },
      { matter: matters[2], step: decision("2026-03-12") }, { matter: "m-none", step: decision("2026-03-12") },
    ];
    const send = () => post("/v1/cases/decisions", { by: by(), decisions }, { "idempotency-key": "decisions-1" });
    const { status, body: { results } } = await send();
    expect([status, results.slice(0, 2).map(({ events }: Json) => events[0].outcome)]).toEqual([200, ["listed", "noAction"]]);
    expect(results.slice(2).map(({ error }: Json) => [error.code, error.status, error.citation])).toEqual([["refused", 409, "cn:samr-serious-listing#decision"], ["case-unknown", 404, undefined]]);
    const kept = await own.house.ledger.read({ types: ["ListingDecided"] });
    expect(kept.map((event) => (event.type === "ListingDecided" ? event.body?.reasons : event))).toEqual(["甲案证据充分", "乙案情节轻微"]);
    const again = (await send()).body.results;
    expect([again[0].repeated, again[1].repeated, again[2].error.code, (await own.house.ledger.read({ types: ["ListingDecided"] })).length]).toEqual([true, true, "refused", 2]);
  });
});

describe("a request that comes twice", () => {
  it("is taken once under its key, also where both come at once, and answered as the first was", async () => {
    const send = () => post("/v1/cases", proposal(), { "idempotency-key": "5f1c-key" });
    const [first, second] = await Promise.all([send(), send()]);
    const third = await send();
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
    expect(new Set([first, second, third].map(({ body }) => body.matter)).size).toBe(1);
    expect([first, second, third].filter(({ body }) => !body.repeated).length).toBe(1);
    expect((await own.house.ledger.read({ types: ["ListingProposed"] })).length).toBe(1);
  });

  it("is refused where the key was used for something else", async () => {
    await post("/v1/cases", proposal(0), { "idempotency-key": "k1" });
    const head = await own.house.ledger.head();
    const other = await post("/v1/cases", proposal(1), { "idempotency-key": "k1" });
    expect([other.status, other.body.code, await own.house.ledger.head()]).toEqual([422, "key-reused", head]);
  });

  it("may use the key of a request that was refused, which stored nothing", async () => {
    expect((await post("/v1/cases", { by: { office: own.stranger, officers: ["head"] }, propose: proposal().propose }, { "idempotency-key": "k2" })).status).toBe(409);
    expect((await post("/v1/cases", proposal(), { "idempotency-key": "k2" })).status).toBe(201);
  });
});

describe("what cannot be taken", () => {
  let head = 0;
  beforeEach(async () => {
    head = await own.house.ledger.head();
  });
  const untouched = async () => expect(await own.house.ledger.head()).toBe(head);

  it("is said with every fault of the body and its place", async () => {
    const { status, body } = await post("/v1/cases", { by: { office: "P1", officers: [7] }, propose: { file: own.files[0], list: "nothing", actedOn: "2026-02-31", colour: "red" } });
    expect([status, body.code]).toEqual([422, "input-invalid"]);
    expect(body.findings.map(({ at, code }: Json) => [at, code])).toEqual([
      ["by.office", "member-wrong"], ["by.officers[0]", "member-wrong"], ["propose", "member-unknown"], ["propose.list", "member-wrong"], ["propose.facts", "member-missing"], ["propose.actedOn", "member-wrong"],
    ]);
    await untouched();
  });

  it.each<readonly [string, unknown]>([
    ["no object", []], ["neither proposal nor case", { by: {} }], ["a step of no kind", { by: {}, step: { type: "Delete" } }], ["a step that is a member of every object", { by: {}, step: { type: "constructor" } }], ["text too long", { by: {}, propose: { facts: "x".repeat(20_001) } }],
    ["too many officers", { by: { office: "P00000018", officers: Array(21).fill("a") } }], ["nested without end", JSON.parse(`${'{"open":'.repeat(2000)}1${"}".repeat(2000)}`)],
  ])("%s", async (_what, body) => {
    for (const url of ["/v1/cases", "/v1/cases/m1/steps", "/v1/cases/decisions", `/v1/offices/${own.office}/acknowledgements`]) {
      const reply = await post(url, JSON.stringify(body));
      expect([reply.status, reply.body.code, reply.body.findings.length > 0]).toEqual([422, "input-invalid", true]);
    }
    await untouched();
  });

  it("files that are no files, or not what they say", async () => {
    const open = (attachments: object[]) => post("/v1/cases", { by: { organisation: own.files[0] }, open: { about: { kind: "organisation" }, purpose: "commitment", statement: "承诺", attachments } });
    const garbage = await open([{ name: "a.pdf", content: "not base64!" }]);
    expect(garbage.body.findings.map(({ at }: Json) => at)).toEqual(["open.attachments[0].content"]);
    const disguised = await open([{ name: "a.pdf", content: Buffer.from("MZ\u0000\u0001").toString("base64") }, { name: "b.pdf", content: Buffer.from("words").toString("base64") }]);
    expect([disguised.status, disguised.body.code, disguised.body.findings.map(({ code }: Json) => code)]).toEqual([422, "attachment-refused", ["attachment-kind", "attachment-not-as-named"]]);
    const wrongStep = await post(`/v1/cases/${"m1"}/steps`, { by: by(), step: { type: "WithdrawProposal", reason: "x" }, attachments: [{ name: "a.txt", content: "YQ==" }] });
    expect([wrongStep.status, wrongStep.body.code]).toEqual([422, "input-invalid"]);
    await untouched();
  });

  it("writes from elsewhere, handed on, from a page, or as something else than JSON", async () => {
    const sent = async (headers: Readonly<Record<string, string>>): Promise<unknown> => {
      const reply = await post("/v1/cases", JSON.stringify(proposal()), headers);
      return [reply.status, reply.body.code];
    };
    expect(await sent({ host: "register.example" })).toEqual([403, "write-foreign"]);
    expect(await sent({ "x-forwarded-for": "203.0.113.7" })).toEqual([403, "write-foreign"]);
    expect(await sent({ origin: "https://elsewhere.example" })).toEqual([403, "write-foreign"]);
    expect(await sent({ "sec-fetch-site": "cross-site" })).toEqual([403, "write-foreign"]);
    expect(await sent({ "content-type": "text/plain" })).toEqual([403, "write-foreign"]);
    expect(await sent({ "idempotency-key": "x".repeat(256) })).toEqual([422, "input-invalid"]);
    await untouched();
  });

  it("steps the law does not allow now: with the rule and what is possible instead", async () => {
    const { matter } = (await post("/v1/cases", proposal())).body;
    const early = await post(`/v1/cases/${matter}/steps`, { by: by(), step: decision(DAY) });
    expect([early.status, early.body.code, early.body.citation]).toEqual([409, "refused", "cn:samr-serious-listing#decision"]);
    expect(early.body.title).toContain("possible now: `IssueNotice`");
    const stranger = await post(`/v1/cases/${matter}/steps`, { by: { office: own.stranger, officers: ["head"] }, step: { type: "IssueNotice", facts: "x" } });
    expect([stranger.status, stranger.body.citation]).toEqual([409, "cases R7"]);
    const other = await post(`/v1/cases/${matter}/steps`, { by: { organisation: own.files[1] }, step: { type: "ReceiveDefence", statement: "x" } });
    expect([other.status, other.body.citation]).toEqual([409, "cases R35"]);
    const mixed = await post(`/v1/cases/${matter}/steps`, { by: by(), step: { type: "OrderStay", reason: "x" } });
    expect([mixed.status, mixed.body.title]).toEqual([422, `\`OrderStay\` is no step of the case \`${matter}\`, which is a listing case`]);
    expect((await post("/v1/cases/m-none/steps", { by: by(), step: { type: "OrderStay", reason: "x" } })).body.code).toBe("case-unknown");
    expect((await post(`/v1/cases/${matter}/steps`, { by: { office: own.office, officers: ["nobody"] }, step: { type: "WithdrawProposal", reason: "x" } })).body.code).toBe("officer-unknown");
  });

  it("two decisions about one thing in one request: the second waits for the first", async () => {
    const { listing, matter } = await listed();
    const objection = (await post("/v1/cases", { by: { organisation: own.files[0] }, open: { about: { kind: "listing", listing }, purpose: "objection", statement: "处罚已被撤销" } })).body;
    await post(`/v1/cases/${objection.matter}/steps`, { by: by(), step: { type: "TakeStep", step: "acceptance", outcome: "accepted", statement: "受理" } });
    const { body: { results } } = await post("/v1/cases/decisions", {
      by: by(), decisions: [
        { matter, step: { type: "RemoveListing", act: "annulment", reasons: "处罚已被撤销", statements: { remedies: "无" } } },
        { matter: objection.matter, step: { type: "TakeStep", step: "decision", outcome: "granted", statement: "属实", statements: { remedies: "可以申诉" } } },
      ],
    });
    expect([results[0].events[0].type, results[1].error.message]).toEqual(["ListingRemoved", `the case \`${matter}\` in the same request decides about the same thing`]);
  });
});

describe("what is shown", () => {
  it("of offices to everybody, of cases to nobody but their parties", async () => {
    const matter = await served();
    expect((await get("/v1/offices")).body.offices.length).toBeGreaterThan(10);
    const seen = async (url: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> => {
      const { status, body } = await get(url, headers);
      return status === 200 ? 200 : [status, body.code];
    };
    expect(await seen(`/v1/cases/${matter}`)).toEqual([404, "case-unknown"]);
    expect(await seen(`/v1/cases/${matter}?as=organisation:${own.files[1]}`)).toEqual([404, "case-unknown"]);
    expect(await seen(`/v1/cases/${matter}?as=office:${own.stranger}`)).toEqual([404, "case-unknown"]);
    expect(await seen(`/v1/cases/${matter}?as=keeper`)).toBe(200);
    expect(await seen(`/v1/cases/${matter}?as=keeper`, { host: "register.example" })).toEqual([403, "not-allowed"]);
    expect(await seen(`/v1/cases/${matter}?as=keeper`, { "x-forwarded-for": "203.0.113.7" })).toEqual([403, "not-allowed"]);
    expect(await seen(`/v1/cases/${matter}?as=nobody`)).toEqual([422, "input-invalid"]);
    expect(await seen(`/v1/organisations/${own.files[0]}/cases`)).toEqual([403, "not-allowed"]);
    expect((await get(`/v1/organisations/${own.files[0]}/cases?as=organisation:${own.files[1]}`)).body.cases).toEqual([]);
    expect(await seen(`/v1/offices/${own.office}/worklist`)).toEqual([403, "not-allowed"]);
    expect(await seen(`/v1/offices/${own.office}/worklist?as=office:${own.stranger}`)).toEqual([403, "not-allowed"]);
    expect((await get(`/v1/offices/${own.office}/worklist?as=office:${own.office}`)).body.cases.map((row: Json) => row.matter)).toEqual([matter]);
    expect(await seen(`/v1/offices/P00000000/releases?as=keeper`)).toEqual([422, "office-unknown"]);
  });

  it("to whoever is signed in at a desk: its own, without a name in the question", async () => {
    const matter = await served();
    await own.house.ledger.setSetting("model", "{}");
    const signIn = async (fields: Readonly<Record<string, string>>): Promise<string> => {
      const reply = await server.inject({ method: "POST", url: "/en/desk/sign-in", headers: { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080", "content-type": "application/x-www-form-urlencoded" }, payload: new URLSearchParams(fields).toString() });
      return String(reply.headers["set-cookie"]).split(";")[0] ?? "";
    };
    const office = { cookie: await signIn({ office: own.office, officer: "handler-1" }), host: "register.example" };
    const view = await get(`/v1/cases/${matter}`, office);
    expect([view.status, view.body.actions.some(({ action, allowed }: Json) => action === "WithdrawProposal" && allowed)]).toEqual([200, true]);
    expect((await get(`/v1/offices/${own.office}/worklist`, office)).status).toBe(200);
    expect((await get(`/v1/offices/${own.stranger}/worklist`, office)).status).toBe(403);
    expect((await get(`/v1/cases/${matter}`, { ...office, cookie: office.cookie.replace(/=./, "=x") })).status).toBe(404);
  });
});
