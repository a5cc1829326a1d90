// Every route of the office's desk in process: by the right office, the wrong one, an organisation, nobody; out of turn, twice, with a file
// that is not what it says. What is refused says why, keeps what was typed and stores nothing.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate } from "../domain/terms/index.ts";
import { actOnProcedure, overview, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { CODES, fillDesk, LIST, NAMES, type DeskWorld } from "../../test/support/desk-world.ts";
import { registryOver, type StandingClock } from "../../test/support/registry.ts";
import { projectLaw } from "../../test/support/run.ts";
import { createServer } from "./server.ts";

const HERE = { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080" };
const clock: StandingClock = { day: "2026-03-02" };
const logged: string[] = [];
let registry: Registry;
let server: FastifyInstance;
let world: DeskWorld;
let office: string;
let stranger: string;
let organisation: string;
let other: string;

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), clock);
  world = await fillDesk(registry);
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.ready();
  office = await cookie({ office: world.office, officer: "handler-1" });
  stranger = await cookie({ office: world.stranger, officer: "head" });
  organisation = await cookie({ organisation: CODES[0] });
  other = await cookie({ organisation: NAMES[1] });
});
afterAll(async () => {
  await server.close();
  expect(logged).toEqual([]);
});

type Fields = Readonly<Record<string, string | readonly string[]>>;

async function cookie(fields: Fields): Promise<string> {
  const reply = await post("/desk/sign-in", fields, "");
  return String(reply.headers["set-cookie"]).split(";")[0] ?? "";
}

function get(path: string, who = office, language = "en"): Promise<LightMyRequestResponse> {
  return server.inject({ url: `/${language}${path}`, headers: { ...HERE, cookie: who } });
}

function post(path: string, fields: Fields, who = office, headers: Readonly<Record<string, string>> = HERE): Promise<LightMyRequestResponse> {
  const payload = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : value.map((each) => [name, each])))).toString();
  return server.inject({ method: "POST", url: `/en${path}`, headers: { "content-type": "application/x-www-form-urlencoded", ...headers, cookie: who }, payload });
}

/** A form with files, as a browser sends it. */
async function postFiles(path: string, fields: Readonly<Record<string, string>>, files: readonly (readonly [string, Uint8Array<ArrayBuffer>])[], who: string): Promise<LightMyRequestResponse> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [name, bytes] of files) form.append("attachments", new Blob([bytes]), name);
  const sent = new Response(form);
  return server.inject({ method: "POST", url: `/en${path}`, headers: { ...HERE, "content-type": sent.headers.get("content-type") ?? "", cookie: who }, payload: Buffer.from(await sent.arrayBuffer()) });
}

/** What a page says, without its markup. */
function words({ body }: LightMyRequestResponse): string {
  return body.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ").replaceAll("&#39;", "'");
}

async function proposed(index = 0): Promise<string> {
  const reply = await post("/desk/propose", { organisation: world.files[index] ?? "", list: LIST, matter: `m.case${index}`, facts: "Past its date." });
  expect([reply.statusCode, reply.headers.location]).toEqual([303, `/en/desk/cases/m.case${index}?done=ListingProposed`]);
  return `/desk/cases/m.case${index}`;
}

const head = async (): Promise<number> => registry.ledger.head();

describe("nobody", () => {
  it.each(["/desk/office", "/desk/office/releases", "/desk/propose", "/desk/decide", "/desk/cases/m.case0", "/desk/attachments/a1"])("is sent from %s to the chooser and back", async (path) => {
    const reply = await get(`${path}?x=1`, "");
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `/en/desk?next=${encodeURIComponent(`${path}?x=1`)}`]);
  });

  it.each(["/desk/office/releases", "/desk/propose", "/desk/decide", "/desk/cases/m.case0"])("writes nothing at %s", async (path) => {
    const before = await head();
    const reply = await post(path, { action: "IssueNotice" }, "");
    expect([reply.statusCode, words(reply).includes("Choose who you are first"), await head()]).toEqual([403, true, before]);
  });
});

describe("the office's desk", () => {
  it("shows what the criteria suggest, in both languages, and no organisation may look at it", async () => {
    const page = await get("/desk/office");
    for (const name of NAMES) expect(page.body).toContain(name);
    expect(words(page)).toContain("A breach of vile nature for which a heavier penalty was imposed");
    expect((await get("/desk/office", office, "zh")).body).toContain('<html lang="zh-CN">');
    for (const path of ["/desk/office", "/desk/office/releases", "/desk/propose", "/desk/decide"]) expect((await get(path, organisation)).statusCode, path).toBe(403);
    expect(words(await get("/desk/office", stranger))).toContain("Nothing to suggest.");
    expect(page.headers["cache-control"]).toBe("no-store");
  });

  it("shows what would follow before anything is proposed", async () => {
    const page = await get(`/desk/propose?organisation=${world.files[0]}&list=${LIST}`);
    expect(page.statusCode).toBe(200);
    expect(words(page)).toContain("Consequences the register foresees");
    expect(page.body).toContain("cn:samr-no-honours");
    expect(words(await get(`/desk/propose?organisation=${world.files[0]}&list=${LIST}`, stranger))).toContain("This office may not act on this list.");
    expect((await get(`/desk/propose?organisation=${world.files[0]}&list=cn:no-such`)).statusCode).toBe(404);
    expect((await get("/desk/propose")).statusCode).toBe(404);
  });

  it("refuses a proposal without facts, by an office without the power, and from a page elsewhere", async () => {
    const before = await head();
    const fields = { organisation: world.files[0] ?? "", list: LIST, matter: "m.none", facts: "" };
    const empty = await post("/desk/propose", fields);
    expect([empty.statusCode, words(empty).includes("must state the facts")]).toEqual([409, true]);
    expect((await post("/desk/propose", { ...fields, facts: "x" }, stranger)).statusCode).toBe(409);
    expect((await post("/desk/propose", { ...fields, facts: "x" }, office, { ...HERE, origin: "http://evil.example" })).statusCode).toBe(403);
    expect((await post("/desk/propose", { ...fields, facts: "x" }, office, { host: "evil.example", origin: "http://evil.example" })).statusCode).toBe(403);
    expect((await post("/desk/propose", { ...fields, facts: "x" }, `${office}x`)).statusCode).toBe(403);
    expect(await head()).toBe(before);
  });
});

describe("a case", () => {
  let path = "";
  beforeAll(async () => {
    path = await proposed();
  });

  it("is one case where the same form is sent twice, and no second one while it runs", async () => {
    const before = await head();
    const again = await post("/desk/propose", { organisation: world.files[0] ?? "", list: LIST, matter: "m.case0", facts: "Past its date." });
    expect([again.statusCode, again.headers.location]).toEqual([303, "/en/desk/cases/m.case0"]);
    const second = await post("/desk/propose", { organisation: world.files[0] ?? "", list: LIST, matter: "m.second", facts: "Past its date." });
    expect([second.statusCode, words(second).includes("A case about the same list is under way."), await head()]).toEqual([409, true, before]);
    expect(words(await get("/desk/office"))).toContain("Open cases 1");
  });

  it("is seen by its office, the one above it and its organisation, and by nobody else", async () => {
    const superior = await cookie({ office: world.superior, officer: "head" });
    expect(await Promise.all([office, superior, organisation, stranger, other].map(async (who) => (await get(path, who)).statusCode))).toEqual([200, 200, 200, 404, 404]);
    expect((await get("/desk/cases/no.such")).statusCode).toBe(404);
    expect((await get("/desk/cases/%3Cscript%3E")).body).not.toContain("<script>");
  });

  it("says where it stands, what is next, and why the rest cannot be done, with its law", async () => {
    const page = await get(`${path}?done=ListingProposed`);
    expect(words(page)).toMatch(/The listing was proposed\. Next: the written notice\..* Now proposed .*Next Written notice before the decision by you/);
    expect(page.body).toMatch(/<b>Decide<\/b>.*href="\/en\/law\/cn:samr-serious-listing"/s);
    expect(words(await get(`${path}?done=NoticeIssued`))).not.toContain("The notice was issued.");
  });

  it("refuses a step out of turn, keeps what was typed, and says the rule", async () => {
    const before = await head();
    const reply = await post(path, { action: "DecideListing", outcome: "listed", reasons: "too <early>" });
    expect([reply.statusCode, words(reply).includes("cannot be taken yet"), await head()]).toEqual([409, true, before]);
    const notice = await post(path, { action: "IssueNotice", facts: "", officers: ["handler-2"] });
    expect([notice.statusCode, /name="action" value="IssueNotice".*role="alert"|role="alert".*name="action" value="IssueNotice"/s.test(notice.body)]).toEqual([409, true]);
    expect((await post(path, { action: "Nonsense" })).statusCode).toBe(422);
    expect((await post(path, { action: "IssueNotice", facts: "x" }, organisation)).statusCode).toBe(409);
    expect((await post(path, { action: "IssueNotice", facts: "x" }, stranger)).statusCode).toBe(404);
    expect((await post(path, { action: "IssueNotice", facts: "x".repeat(20_001) })).statusCode).toBe(422);
    expect(await head()).toBe(before);
  });

  it("is notified with the law's basis and the consequences the register foresees, and served on a day", async () => {
    const reply = await post(path, { action: "IssueNotice", facts: "Past its date." });
    expect(reply.headers.location).toBe(`/en${path}?done=NoticeIssued`);
    const [notice] = (await registry.ledger.read({ types: ["NoticeIssued"] }));
    expect(notice?.type === "NoticeIssued" ? [notice.body?.basis[0]?.instrument, notice.body?.consequences.map(String).includes("cn:samr-no-honours"), notice.officer] : notice).toEqual(["cn:samr-44", true, "handler-1"]);
    const wrongDay = await post(path, { action: "RecordService", means: "by hand", servedOn: "2026-02-30" });
    expect([wrongDay.statusCode, words(wrongDay).includes("not a day of the calendar"), wrongDay.body.includes('value="by hand"')]).toEqual([422, true, true]);
    expect((await post(path, { action: "RecordService", means: "by hand", servedOn: "2026-03-02" })).statusCode).toBe(303);
    expect(words(await get(path))).toMatch(/Until 9 March 2026/);
  });

  it("takes the organisation's answer with its files, and no file that is not what it says", async () => {
    const before = await head();
    const pdf = Buffer.from("%PDF-1.7\n%%EOF\n");
    const fields = { action: "ReceiveDefence", statement: "The lorry was late.", hearing: "yes" };
    for (const [name, bytes, says] of [["permit.pdf", Buffer.from("only words"), "its name ends in .pdf"], ["run.exe", Buffer.from("MZ\u0000\u0001"), "the file is EXE, and only"], ["empty.pdf", Buffer.alloc(0), "the file is empty"], ["big.pdf", Buffer.alloc(10 * 1024 * 1024 + 1, "%PDF"), "larger than 10 MB"]] as const) {
      const reply = await postFiles(path, fields, [[name, new Uint8Array(bytes)]], organisation);
      expect([name, reply.statusCode, words(reply).includes(says), reply.body.includes("The lorry was late.")]).toEqual([name, 422, true, true]);
    }
    expect((await postFiles(path, fields, Array.from({ length: 6 }, (_, index) => [`${index}.pdf`, new Uint8Array(pdf)] as const), organisation)).statusCode).toBe(422);
    expect((await postFiles(path, fields, [["letter.pdf", new Uint8Array(pdf)]], other)).statusCode).toBe(404);
    expect(await head()).toBe(before);
    const taken = await postFiles(path, fields, [["发票 1.pdf", new Uint8Array(pdf)]], organisation);
    expect(taken.headers.location).toBe(`/en${path}?done=DefenceReceived`);
    const twice = await postFiles(path, fields, [], organisation);
    expect([twice.statusCode, words(twice).includes("on record already")]).toEqual([409, true]);
  });

  it("gives its attachments to whoever may see it, as a download, and to nobody else", async () => {
    const link = /\/en(\/desk\/attachments\/[^"]+)"/.exec((await get(path)).body)?.[1] ?? "";
    const given = await get(link, organisation);
    expect([given.statusCode, given.headers["content-type"], given.headers["content-disposition"], given.headers["x-content-type-options"], given.body.slice(0, 5)]).toEqual([200, "application/pdf", `attachment; filename*=UTF-8''${encodeURIComponent("发票 1.pdf")}`, "nosniff", "%PDF-"]);
    expect(await Promise.all([office, stranger, other].map(async (who) => (await get(link, who)).statusCode))).toEqual([200, 404, 404]);
    expect((await get("/desk/attachments/no.such", office)).statusCode).toBe(404);
  });

  it("is heard by a post that did not propose it before it is decided", async () => {
    const early = await post(path, { action: "DecideListing", outcome: "noAction", reasons: "r" });
    expect([early.statusCode, words(early).includes("asked for a hearing")]).toEqual([409, true]);
    const own = await post(path, { action: "HoldHearing", chair: "handler-1", attended: "yes", minutes: "m", heldOn: "2026-03-02" });
    expect([own.statusCode, own.body.includes("\nm</textarea>"), words(own).includes("did neither")]).toEqual([409, true, true]);
    expect((await post(path, { action: "HoldHearing", chair: "reviewer", attended: "yes", minutes: "m", heldOn: "2026-03-02" })).statusCode).toBe(303);
  });

  it("waits for the consent of the office above, which gives it at its own desk with a reason or without, or refuses it with one", async () => {
    clock.day = "2026-03-12";
    const superior = await cookie({ office: world.superior, officer: "head" });
    expect(words(await get(path))).toMatch(/The consent of Market Regulation of Linzhu Province to “Written decision to list” is awaited since 2026-03-02/);
    const early = await post(path, { action: "DecideListing", outcome: "listed", reasons: "Proved.", "states:remedies": "Review.", officers: ["reviewer"], reviewOn: "2026-03-10" });
    expect([early.statusCode, words(early).includes("is awaited: that office gives it at its own desk")]).toEqual([409, true]);
    expect(words(await get("/desk/office", superior))).toMatch(/Cases that await your consent 1 .*临渚舫铎家具有限公司.*listed.*Written decision to list.*Market Regulation of Linzhu City/);
    expect((await get("/desk/office")).body).not.toContain("Cases that await your consent");
    expect(words(await get(path, superior))).toMatch(/Next Consent to: Written decision to list by you.*Your consent to “Written decision to list” is awaited/);
    const consent = { action: "GiveConsent", step: "decision" };
    const before = await head();
    for (const [fields, who, status] of [[{ ...consent, consent: "given" }, office, 409], [{ ...consent, consent: "" }, superior, 422], [{ ...consent, consent: "refused", reason: "" }, superior, 409], [{ ...consent, consent: "given" }, organisation, 409], [{ ...consent, consent: "given" }, stranger, 404]] as const) {
      expect([(await post(path, fields, who)).statusCode, await head()]).toEqual([status, before]);
    }
    const refused = await post(path, { ...consent, consent: "refused" }, superior);
    expect(refused.body).toMatch(/name="action" value="GiveConsent".*<option value="refused" selected>/s);
    const given = await post(path, { ...consent, consent: "given", reason: "Grave." }, superior);
    expect(given.headers.location).toBe(`/en${path}?done=ConsentGiven`);
    expect(words(await get(path))).toMatch(/Market Regulation of Linzhu Province consented to “Written decision to list” on 2026-03-12 Grave\./);
    expect((await get("/desk/office", superior)).body).not.toContain("Cases that await your consent");
  });

  it("is decided by two officers with the review, and then stands closed with its listing", async () => {
    const decision = { action: "DecideListing", outcome: "listed", reasons: "Proved.", "states:remedies": "Review within sixty days." };
    const alone = await post(path, decision);
    expect([alone.statusCode, words(alone).includes("asks for 2 officers"), alone.body.includes("Review within sixty days.")]).toEqual([409, true, true]);
    const decided = await post(path, { ...decision, officers: ["reviewer"], reviewOn: "2026-03-10" });
    expect(decided.headers.location).toBe(`/en${path}?done=ListingDecided`);
    expect(words(await get(path, organisation))).toContain("Now listed");
    expect((await overview(registry, { kind: "public" }, plainDate("2026-03-12"))).listed).toBe(1);
    const again = await post(path, { ...decision, officers: ["reviewer"], reviewOn: "2026-03-10" });
    expect([again.statusCode, words(again).includes("the case is closed")]).toEqual([409, true]);
  });
});

describe("many alike cases", () => {
  it("are decided in one form, each with its own reasons; what is refused is said by itself and keeps what was typed", async () => {
    clock.day = "2026-03-02";
    const paths = [await proposed(1), await proposed(2)];
    for (const path of paths) {
      expect((await post(path, { action: "IssueNotice", facts: "Past its date." })).statusCode).toBe(303);
      expect((await post(path, { action: "RecordService", means: "by hand", servedOn: "2026-03-02" })).statusCode).toBe(303);
    }
    clock.day = "2026-03-12";
    expect((await get("/desk/office")).body).not.toContain('name="matter" value="m.case1"');
    const superior = await cookie({ office: world.superior, officer: "head" });
    for (const path of paths) expect((await post(path, { action: "GiveConsent", step: "decision", consent: "given" }, superior)).statusCode).toBe(303);
    const desk = await get("/desk/office");
    expect(desk.body.match(/name="matter" value="m\.case[12]"/g)?.length).toBe(2);
    const form = await get("/desk/decide?matter=m.case1&matter=m.case2");
    expect(form.body).toContain('name="reasons:m.case2"');
    const before = await head();
    const common = { matter: ["m.case1", "m.case2"], outcome: "listed", "states:remedies": "Review.", officers: ["reviewer"], reviewOn: "2026-03-11" };
    expect((await post("/desk/decide", { ...common, outcome: "", "reasons:m.case1": "a" })).statusCode).toBe(422);
    expect(await head()).toBe(before);
    const reply = await post("/desk/decide", { ...common, "reasons:m.case1": "The boxes were counted.", "reasons:m.case2": "" });
    expect([reply.statusCode, words(reply).includes("1 case was decided."), words(reply).includes("must state the reasons"), await head()]).toEqual([409, true, true, before + 1]);
    const rest = await post("/desk/decide", { ...common, matter: ["m.case2"], "reasons:m.case2": "The labels were changed." });
    expect([rest.statusCode, words(rest).includes("1 case was decided.")]).toEqual([200, true]);
    expect((await post("/desk/decide", { ...common, "reasons:m.case1": "x" })).statusCode).toBe(409);
    expect(words(await get("/desk/decide"))).toContain("No case that waits for a decision was chosen.");
  });
});

describe("an objection", () => {
  it("is taken through its steps by the office that listed, and ends the listing it finds wrong", async () => {
    const [decided] = (await registry.ledger.read({ keys: ["matter:m.case1"] })).filter((event) => event.type === "ListingDecided");
    const listing = decided?.type === "ListingDecided" ? decided.body?.listing : undefined;
    const file = decided?.files[0];
    if (listing === undefined || file === undefined) throw new Error("assertion failed: the case before it was decided");
    const opened = await actOnProcedure(registry, { by: { kind: "organisation", file }, command: { type: "OpenCase", file, about: { kind: "listing", listing }, purpose: "objection", statement: "The boxes were not ours." } });
    if (!opened.ok) throw new Error(opened.error.message);
    const path = `/desk/cases/${opened.value.matter}`;
    expect(words(await get(path))).toContain("The boxes were not ours.");
    expect((await get(path, other)).statusCode).toBe(200);
    for (let steps = 0; steps < 8; steps += 1) {
      const page = await get(path);
      const step = /name="action" value="TakeStep"><input type="hidden" name="step" value="([^"]+)"/.exec(page.body)?.[1];
      if (step === undefined) break;
      const form = page.body.slice(page.body.indexOf(`value="${step}"`), page.body.indexOf("</form>", page.body.indexOf(`value="${step}"`)));
      const outcome = ["accepted", "granted", "kept"].find((word) => form.includes(`<option value="${word}"`));
      const states = [...form.matchAll(/name="(states:[^"]+)"/g)].map((match) => [match[1] ?? "", "Said."] as const);
      const taken = await post(path, { action: "TakeStep", step, statement: `Looked into: ${step}.`, officers: ["handler-2", "reviewer"], ...(outcome === undefined ? {} : { outcome }), ...Object.fromEntries(states), reviewOn: clock.day });
      expect([step, taken.statusCode, taken.headers.location]).toEqual([step, 303, `/en${path}?done=${encodeURIComponent(`step:${step}`)}`]);
    }
    const end = await get(path);
    expect(words(end)).toMatch(/Now granted/);
    expect((await registry.ledger.read({ types: ["ListingRemoved"] })).some((event) => event.type === "ListingRemoved" && event.body?.listing === listing)).toBe(true);
  });
});

describe("the queue of releases", () => {
  it("is taken over by the consumer it was told to, once, and by nobody else", async () => {
    clock.day = "2026-03-13";
    expect((await post("/desk/cases/m.case0", { action: "RemoveListing", act: "annulment", reasons: "The penalty fell.", officers: ["reviewer"], reviewOn: "2026-03-13" })).statusCode).toBe(303);
    const page = await get("/desk/office/releases");
    const [value = ""] = [...page.body.matchAll(/name="release" value="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(words(page)).toContain("annulment, as if it had never been");
    expect((await post("/desk/office/releases", {})).statusCode).toBe(422);
    expect((await post("/desk/office/releases", { release: value }, stranger)).statusCode).toBe(409);
    expect((await post("/desk/office/releases", { release: "cn:samr no-such" })).statusCode).not.toBe(303);
    const taken = await post("/desk/office/releases", { release: value });
    expect(taken.headers.location).toBe("/en/desk/office/releases?taken=1");
    expect((await get("/desk/office/releases")).body).not.toContain(value);
    expect((await registry.ledger.read({ types: ["ReleaseAcknowledged"] })).length).toBe(1);
  });
});
