// The organisation's own desk over a memory ledger and the model's law: only its own, and only where there are desks; what it asks for becomes a
// case, what is refused keeps what was typed; its deadlines as a calendar; and the authorities measured for everybody.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseLawId, parseMatterId, plainDate, present, type FileNumber, type LawId, type MatterId } from "../domain/terms/index.ts";
import { actOnProcedure, filesOfCodes, importFile, openOffices, organisationDesk, writeSheet, type OrganisationDesk, type Registry, type SheetRowToWrite } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { inventedCode } from "../../test/support/invented-lists.ts";
import { projectLaw } from "../../test/support/run.ts";
import { registryOver, type StandingClock } from "../../test/support/registry.ts";
import { createServer } from "./server.ts";

const HERE = { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080" };
const PDF = "%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";

const clock: StandingClock = { day: "2026-03-02" };
let registry: Registry;
let server: FastifyInstance;
let own: FileNumber;
let other: FileNumber;
let office: FileNumber;
let cookie = "";
let codes: readonly [string, string];
const logged: string[] = [];

function id(text: string): LawId {
  const parsed = parseLawId(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}

async function handIn(code: string, template: string, cells: SheetRowToWrite): Promise<void> {
  const row: SheetRowToWrite = [{ to: "name", value: { kind: "text", text: `临渚${code.slice(-4)}家具有限公司` } }, { to: "code:cn:unified-code", value: { kind: "code", scheme: id("cn:unified-code"), value: code } }, ...cells];
  const bytes = writeSheet(registry, { template, format: "csv", rows: [row] });
  const imported = bytes.ok ? await importFile(registry, { name: "sheet.csv", bytes: bytes.value, template, by: office }) : bytes;
  expect(imported.ok ? imported.value.findings : imported.error).toEqual([]);
}

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), clock);
  await registry.ledger.setSetting("model", "{}");
  office = present((await openOffices(registry)).find((each) => each.entry === "model:linzhu-city-market"), "an office").file;
  codes = [await inventedCode("MA4H8T1N7"), await inventedCode("MA8G9F4K5")];
  for (const code of codes) {
    await handIn(code, "cn:organisation", [{ to: "region", value: { kind: "text", text: "990101" } }]);
    await handIn(code, "cn:administrative-penalty-sheet", [
      { to: "decidedOn", value: { kind: "day", day: plainDate("2026-01-05") } }, { to: "field:documentNumber", value: { kind: "text", text: `市监罚〔2026〕${code.slice(-3)}号` } }, { to: "field:field", value: { kind: "text", text: "food" } }, { to: "field:kinds", value: { kind: "choices", values: ["fine"] } },
    ]);
  }
  const files = await filesOfCodes(registry, id("cn:unified-code"), codes);
  own = present(files.get(codes[0]), "a file");
  other = present(files.get(codes[1]), "another file");
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.ready();
  cookie = await signIn({ organisation: own });
});
afterAll(async () => {
  await server.close();
  expect(logged).toEqual([]);
});

async function signIn(fields: Readonly<Record<string, string>>): Promise<string> {
  const reply = await server.inject({ method: "POST", url: "/en/desk/sign-in", headers: { ...HERE, "content-type": "application/x-www-form-urlencoded" }, payload: new URLSearchParams(fields).toString() });
  expect(reply.statusCode).toBe(303);
  return String(reply.headers["set-cookie"]).split(";")[0] ?? "";
}

function matterOf(text: string): MatterId {
  const parsed = parseMatterId(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}

function get(url: string, as = cookie): Promise<LightMyRequestResponse> {
  return server.inject({ url, headers: { host: HERE.host, cookie: as } });
}

interface Sent {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly files?: readonly (readonly [string, string])[];
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function ask({ fields, files = [], as = cookie, headers = HERE }: Sent): Promise<LightMyRequestResponse> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of typeof value === "string" ? [value] : value) form.append(name, each);
  for (const [name, content] of files) form.append("files", new File([Buffer.from(content, "latin1")], name));
  return new Response(form).arrayBuffer().then(async (payload) => server.inject({ method: "POST", url: "/en/desk/organisation/ask", headers: { ...headers, cookie: as, "content-type": boundaryOf(payload) }, payload: Buffer.from(payload) }));
}

function boundaryOf(payload: ArrayBuffer): string {
  const [first = ""] = Buffer.from(payload).toString("latin1").split("\r\n");
  return `multipart/form-data; boundary=${first.slice(2)}`;
}

async function deskOf(file: FileNumber): Promise<OrganisationDesk> {
  const desk = await organisationDesk(registry, file);
  if (!desk.ok) throw new Error(desk.error.message);
  return desk.value;
}

function recordOn(desk: OrganisationDesk): string {
  return present(desk.standing.records[0], "a record").record;
}

describe("the own desk", () => {
  it("shows what is on file and what can be asked, in both languages", async () => {
    const desk = await deskOf(own);
    for (const language of ["zh", "en"]) {
      const reply = await get(`/${language}/desk/organisation`);
      expect(reply.statusCode).toBe(200);
      for (const part of [own, `市监罚〔2026〕${codes[0].slice(-3)}号`, `about=record%3A${recordOn(desk)}`, "purpose=repair", "purpose=commitment", "deadlines.ics"]) expect(reply.body, part).toContain(part);
      expect(reply.headers["cache-control"]).toBe("no-store");
    }
    expect(desk.things.find(({ about }) => about.kind === "record")).toMatchObject({ publication: { kind: "published" }, disputed: null, stayedSince: null, repairedOn: null });
  });

  it("is nobody else's: not an office's, not the public's, and not there where the register is not the model", async () => {
    expect((await get("/en/desk/organisation", "")).headers.location).toBe("/en/desk?next=%2Fdesk%2Forganisation");
    const asOffice = await signIn({ office, officer: "handler-1" });
    expect((await get("/en/desk/organisation", asOffice)).statusCode).toBe(403);
    expect((await get("/en/desk/organisation/ask?purpose=objection&about=organisation", asOffice)).statusCode).toBe(403);
    const real = createServer({ registry: { ...registry, ledger: createMemoryLedger({ node: "test", randomBytes }) }, log: (line) => logged.push(line) });
    expect((await real.inject({ url: "/en/desk/organisation", headers: { cookie } })).statusCode).toBe(302 + 1);
    await real.close();
  });

  it("shows its own alone: another's record is not asked about, and its name is on no page", async () => {
    const theirs = recordOn(await deskOf(other));
    const reply = await get(`/en/desk/organisation/ask?purpose=objection&about=record:${theirs}`);
    expect([reply.statusCode, reply.body.includes(codes[1].slice(-4))]).toEqual([422, false]);
    const sent = await ask({ fields: { purpose: "objection", about: `record:${theirs}`, statement: "not ours" } });
    expect(sent.statusCode).toBe(422);
    expect((await deskOf(other)).cases).toEqual([]);
    expect((await get("/en/desk/organisation")).body).not.toContain(other);
  });

  it("knows no purpose, thing or way that is not there", async () => {
    const record = recordOn(await deskOf(own));
    for (const query of ["", "purpose=objection", "purpose=pardon&about=organisation", "purpose=objection&about=record:", "purpose=objection&about=record:nothing", "purpose=objection&about=join:P1~P2", "purpose=annual-report&about=record:x", `purpose=appeal&about=record:${record}`, "purpose=objection&about=%00"]) {
      expect([query, (await get(`/en/desk/organisation/ask?${query}`)).statusCode]).toEqual([query, 422]);
    }
    const way = await get(`/en/desk/organisation/ask?purpose=repair&about=record:${record}&exit=cn:nowhere%23tier`);
    expect([way.statusCode, way.body.includes("<form class=\"asking\"")]).toEqual([200, false]);
  });
});

describe("asking", () => {
  it("refuses what the law does not open, with its reason, and keeps what was typed", async () => {
    const about = `record:${recordOn(await deskOf(own))}`;
    const way = present((await deskOf(own)).asks.find(({ purpose, allowed }) => purpose === "repair" && !allowed), "a way that is not open");
    const early = await ask({ fields: { purpose: "repair", about, exit: present(way.exit, "an exit").exit, statement: "We paid." } });
    expect([early.statusCode, early.body.includes("the law opens this from")]).toEqual([409, true]);
    const empty = await ask({ fields: { purpose: "objection", about, statement: "  " }, files: [["a.pdf", PDF]] });
    expect([empty.statusCode, empty.body.includes("the statement is empty"), empty.body.includes("choose the attachments again")]).toEqual([409, true, true]);
  });

  it("takes no file that is too large, too many, or not what it says, and keeps the statement", async () => {
    const fields = { purpose: "objection", about: `record:${recordOn(await deskOf(own))}`, statement: "The fine is not ours <b>at all</b>." };
    for (const [files, word] of [[[["a.pdf", "only words"]], "attachment-not-as-named"], [[["../a.pdf", PDF], ["b.pdf", `${PDF}PK`]], "attachment-damaged"], [[["a.pdf", "%PDF-1.7 ".padEnd(10 * 1024 * 1024 + 1, "x")]], "attachment-too-large"], [Array.from({ length: 6 }, () => ["a.txt", "x"] as const), "More than 5 files"]] as const) {
      const reply = await ask({ fields, files });
      expect([word, reply.statusCode, reply.body.includes(word), reply.body.includes("The fine is not ours &lt;b&gt;at all&lt;/b&gt;."), reply.body.includes("choose the attachments again")]).toEqual([word, 422, true, true, true]);
    }
    expect((await deskOf(own)).cases).toEqual([]);
  });

  it("is refused from elsewhere and without signing in", async () => {
    const fields = { purpose: "objection", about: `record:${recordOn(await deskOf(own))}`, statement: "no" };
    expect((await ask({ fields, headers: { host: HERE.host, origin: "http://evil.example" } })).statusCode).toBe(403);
    expect((await ask({ fields, as: "" })).statusCode).toBe(403);
    expect((await deskOf(own)).cases).toEqual([]);
  });

  it("opens the case, keeps the attachment, and marks the record as disputed until it is decided", async () => {
    const about = `record:${recordOn(await deskOf(own))}`;
    const reply = await ask({ fields: { purpose: "objection", about, statement: "The fine is not ours." }, files: [["证明.pdf", PDF]] });
    expect(reply.statusCode).toBe(303);
    const matter = /^\/en\/desk\/cases\/(m[0-9a-f]+)\?done=CaseOpened$/.exec(String(reply.headers.location))?.[1];
    const opened = (await registry.ledger.read({ keys: [`matter:${matter}`] }))[0];
    expect(opened).toMatchObject({ type: "CaseOpened", office: null, visibility: "organisation", body: { file: own, statement: "The fine is not ours.", attachments: [{ name: "证明.pdf", mediaType: "application/pdf", bytes: PDF.length }] } });
    const attachment = opened?.type === "CaseOpened" ? opened.body?.attachments[0] : undefined;
    expect(Buffer.from(present(await registry.ledger.attachment(present(attachment, "an attachment").id), "its bytes")).toString("latin1")).toBe(PDF);
    const page = await get("/en/desk/organisation");
    expect([page.body.includes("disputed"), page.body.includes(`/en/desk/cases/${matter}`), page.body.includes("runs already")]).toEqual([true, true, true]);
    expect((await get(String(reply.headers.location))).statusCode).toBe(200);
    expect((await get(String(reply.headers.location), await signIn({ organisation: other }))).statusCode).toBe(404);
    expect((await ask({ fields: { purpose: "objection", about, statement: "again" } })).statusCode).toBe(409);
  });

  it("puts a commitment on file with the values it takes", async () => {
    const page = await get("/en/desk/organisation/ask?purpose=commitment&about=organisation&procedure=cn:credit-commitment");
    expect([page.statusCode, page.body.includes("name=\"field:content\""), page.body.includes("field:broken")]).toEqual([200, true, false]);
    const fields = { purpose: "commitment", about: "organisation", procedure: "cn:credit-commitment", statement: "We promise.", "field:content": "Food is checked daily.", "field:kind": "proactive" };
    const kinds = [...page.body.matchAll(/<option value="([a-z-]+)">/g)].map((match) => match[1]);
    const reply = await ask({ fields: { ...fields, "field:kind": present(kinds[0], "a kind of commitment") } });
    expect([reply.statusCode, reply.statusCode === 303 ? "" : reply.body]).toEqual([303, ""]);
    expect((await deskOf(own)).standing.records.find(({ type }) => type === "cn:commitment")?.fields).toMatchObject({ content: "Food is checked daily." });
  });

  it("reads figures as figures, and says which it cannot read", async () => {
    const reply = await ask({ fields: { purpose: "annual-report", about: "organisation", statement: "For 2025.", "field:year": "2025", "field:revenue": "lots" } });
    expect([reply.statusCode, reply.body.includes("is not an amount of money"), reply.body.includes("value=\"lots\"")]).toEqual([422, true, true]);
  });
});

describe("deadlines as a calendar", () => {
  it("are those of whoever is signed in, with the page of each case", async () => {
    const calendar = await get("/en/desk/deadlines.ics");
    expect([calendar.statusCode, calendar.headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
    const unfolded = calendar.body.replaceAll("\r\n ", "");
    expect(unfolded.startsWith("BEGIN:VCALENDAR")).toBe(true);
    const matter = present((await deskOf(own)).cases[0], "a case").matter;
    expect(unfolded).toContain(`/en/desk/cases/${matter}`);
    expect(unfolded).not.toContain(other);
    const ofOffice = (await get("/zh/desk/deadlines.ics", await signIn({ office, officer: "handler-1" }))).body.replaceAll("\r\n ", "");
    expect(ofOffice).toContain(matter);
    expect((await get("/en/desk/deadlines.ics", await signIn({ organisation: other }))).body).not.toContain(matter);
    expect((await get("/en/desk/deadlines.ics", "")).statusCode).toBe(303);
  });
});

describe("authorities measured", () => {
  it("count what was asked and when it was handed in, by office and authority, and name no organisation", async () => {
    const board = (await get("/v1/scoreboard")).json();
    expect([board.from, board.until, board.on]).toEqual(["2025-03-03", "2026-03-03", "2026-03-02"]);
    // Two penalties of 5 January reached the register on 2 March 2026: twenty working days, the longest the law gives this authority, ended on 2 February.
    expect(board.whole.steps.recordPublication).toEqual({ timed: 2, late: 2, missing: 0, noTime: 1 });
    expect(board.whole.objections).toMatchObject({ opened: 1, open: 1, late: 0, medianDays: null });
    const measured = board.authorities.find((each: { authority: string }) => each.authority === "cn:market-city");
    expect(measured.offices).toMatchObject([{ office: { file: office }, figures: { steps: { recordPublication: { late: 2 } } } }]);
    for (const name of [own, other, ...codes, "家具"]) expect(JSON.stringify(board)).not.toContain(name);
  });

  it("follow the case to its answer, and count what an appeal turns over", async () => {
    const matter = present((await deskOf(own)).cases[0], "a case").matter;
    const superior = present((await openOffices(registry)).find(({ file }) => file === office)?.superior, "the office above");
    const steps = [["2026-03-03", office, "acceptance", "accepted"], ["2026-03-16", office, "decision", "refused"], ["2026-03-17", own, "appeal", undefined], ["2026-03-18", superior, "appeal-decision", "granted"]] as const;
    for (const [day, by, step, outcome] of steps) {
      clock.day = day;
      const party = by === own ? { kind: "organisation" as const, file: by } : { kind: "office" as const, office: by, officers: ["handler-1", "reviewer"] };
      const acted = await actOnProcedure(registry, { by: party, command: { type: "TakeStep", matter: matterOf(matter), step, statement: "looked into", statements: { remedies: "appeal within ten working days" }, ...(outcome === undefined ? {} : { outcome }) } });
      expect([step, acted.ok ? "" : acted.error.message]).toEqual([step, ""]);
    }
    // Opened on Monday 2 March, taken up on the 3rd, seven working days end on the 12th; the answer came on the 16th, ten working days after the opening.
    const board = (await get("/v1/scoreboard")).json();
    expect(board.whole.objections).toEqual({ opened: 1, open: 0, late: 1, noTime: 0, medianDays: 10, longestDays: 10 });
    expect(board.whole.decisions).toEqual({ made: 1, reversed: 1 });
    expect((await get("/v1/scoreboard?from=2026-03-03&until=2026-03-16")).json().whole.objections).toMatchObject({ opened: 0 });
    expect((await deskOf(own)).things.find(({ about }) => about.kind === "record")?.disputed).toBeNull();
    clock.day = "2026-03-02";
  });

  it("take days that are days, in their order, and say so where they are not", async () => {
    for (const query of ["from=2026-02-30", "until=soon", "from=2026-03-02&until=2026-03-02", "from=2027-01-01"]) expect([query, (await get(`/v1/scoreboard?${query}`)).json().code]).toEqual([query, "day-invalid"]);
    const page = await get("/en/authorities?from=2026-02-30");
    expect([page.statusCode, page.body.includes("is not a day of the calendar") || page.body.includes("2026-02-30")]).toEqual([422, true]);
    for (const language of ["zh", "en"]) expect((await get(`/${language}/authorities?from=2026-03-01&to=2026-03-02`, "")).statusCode).toBe(200);
  });
});
