// Handing in over HTTP, over a memory ledger and the model's law: at the desk of an office and by the API, with bad cells, hostile files, a stop, the
// same file twice, rows that are held, a batch taken back; and nothing of it for anybody else.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { present } from "../domain/terms/index.ts";
import type { Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { CODES, fillDesk, NAMES, type DeskWorld } from "../../test/support/desk-world.ts";
import { textsInWorkbook } from "../../test/support/filled-workbook.ts";
import { projectLaw } from "../../test/support/run.ts";
import { registryOver, type StandingClock } from "../../test/support/registry.ts";
import { smallWorkbook } from "../../test/support/small-workbook.ts";
import { createServer } from "./server.ts";
import { KEPT_MINUTES } from "./submissions.ts";

const HERE = { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080" };
const SHEET = "cn:administrative-penalty-sheet";
const HEADERS = ["Name", "Unified code", "Decided on", "Number of the decision", "Field of law", "Kinds of penalty"];
const row = (number: string, more: Partial<Record<"name" | "code" | "day" | "field", string>> = {}): string[] => [more.name ?? NAMES[0], more.code ?? CODES[0], more.day ?? "2026-02-24", number, more.field ?? "food", "fine"];
const book = (...rows: readonly (readonly string[])[]): Uint8Array => smallWorkbook([HEADERS, ...rows]);

const clock: StandingClock = { day: "2026-03-02" };
let world: DeskWorld;
let registry: Registry;
let server: FastifyInstance;
let cookie = "";
let stranger = "";
let head = 0;
const logged: string[] = [];
/** What the API says of a submission, as far as it is looked at here. */
interface Answered {
  readonly state: string;
  readonly copy: string;
  readonly report: { readonly batch: string };
}

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), clock);
  world = await fillDesk(registry, 2);
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.ready();
  cookie = await signIn(world.office);
  stranger = await signIn(world.stranger);
});
beforeEach(async () => {
  head = await registry.ledger.head();
});
afterAll(async () => {
  await server.close();
  expect(logged).toEqual([]);
});

async function signIn(office: string): Promise<string> {
  const reply = await server.inject({ method: "POST", url: "/en/desk/sign-in", headers: { ...HERE, "content-type": "application/x-www-form-urlencoded" }, payload: new URLSearchParams({ office, officer: "handler-1" }).toString() });
  expect(reply.statusCode).toBe(303);
  return String(reply.headers["set-cookie"]).split(";")[0] ?? "";
}

const get = (url: string, as = cookie): Promise<LightMyRequestResponse> => server.inject({ url, headers: { host: HERE.host, cookie: as } });
const post = (url: string, fields: Readonly<Record<string, string>>, as = cookie): Promise<LightMyRequestResponse> => server.inject({ method: "POST", url, headers: { ...HERE, cookie: as, "content-type": "application/x-www-form-urlencoded" }, payload: new URLSearchParams(fields).toString() });

/** A multipart form with one file. */
function formOf(fields: Readonly<Record<string, string>>, file: { readonly name: string; readonly bytes: Uint8Array }): { readonly payload: Buffer; readonly headers: Readonly<Record<string, string>> } {
  const parts = Object.entries(fields).map(([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return { payload: Buffer.concat([Buffer.from(`${parts.join("")}--x\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), file.bytes, Buffer.from("\r\n--x--\r\n")]), headers: { "content-type": "multipart/form-data; boundary=x" } };
}

async function handIn(bytes: Uint8Array, fields: Readonly<Record<string, string>> = {}, as = cookie): Promise<LightMyRequestResponse> {
  const { payload, headers } = formOf({ template: SHEET, ...fields }, { name: "penalties.xlsx", bytes });
  return server.inject({ method: "POST", url: "/en/desk/office/hand-in", headers: { ...HERE, ...headers, cookie: as }, payload });
}

/** The page of what came of a file, once it is over. */
async function cameOf(bytes: Uint8Array, fields: Readonly<Record<string, string>> = {}): Promise<{ readonly path: string; readonly page: string }> {
  const sent = await handIn(bytes, fields);
  expect([sent.statusCode, sent.headers.location]).toEqual([303, expect.stringMatching(/^\/en\/desk\/office\/hand-in\/s/)]);
  const path = String(sent.headers.location);
  return { path, page: await over(path) };
}

async function over(path: string): Promise<string> {
  for (;;) {
    const { body } = await get(path);
    if (!body.includes("data-under-way")) return body;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What is done once the time for which submissions are kept has passed, or passed several times. */
async function later(what: () => Promise<void>, times = 1): Promise<void> {
  const { now } = registry.clock;
  Object.assign(registry.clock, { now: () => new Date(Date.parse(now()) + times * (KEPT_MINUTES + 1) * 60_000).toISOString() });
  try {
    await what();
  } finally {
    Object.assign(registry.clock, { now });
  }
}

const textOf = (page: string): string => page.replaceAll(/<svg.*?<\/svg>/gs, "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const counts = (page: string): string => [...page.matchAll(/<dd>([\d,]+)<\/dd>/g)].slice(0, 5).map(([, figure]) => figure).join(" ");

describe("a file handed in at the desk", () => {
  it("comes back with every bad cell named, and enters once it is mended", async () => {
    const bad = await cameOf(book(row("罚1号"), row("", { day: "2026-02-31", field: "gardening" })));
    expect(counts(bad.page)).toBe("2 1 0 0 1");
    const text = textOf(bad.page);
    for (const said of ["1 of 2 rows entered the register", "2026-02-31 is not a day", "Rows!C3", "Rows!D3", "gardening is none of the choices", "Rows!E3", "3 findings"]) expect(text).toContain(said);
    const copy = await get(`${bad.path}/copy`);
    expect(copy.headers["content-disposition"]).toContain("penalties.xlsx");
    expect(textsInWorkbook(copy.rawPayload, "xl/worksheets/sheet1.xml").join(" ")).toMatch(/Probity: finding.*C3: `2026-02-31` is not a day/s);
    const chinese = await get(`${bad.path.replace("/en/", "/zh/")}/copy`);
    expect(textsInWorkbook(chinese.rawPayload, "xl/worksheets/sheet1.xml").join(" ")).toMatch(/Probity：问题.*不是日历上的一天.*不是这一列的选项/s);
    const mended = await cameOf(book(row("罚1号"), row("罚2号")));
    expect([counts(mended.page), mended.page.includes("Nothing was found")]).toEqual(["2 1 1 0 0", true]);
  });

  it("twice is once", async () => {
    const bytes = book(row("罚3号"));
    await cameOf(bytes);
    const before = await registry.ledger.head();
    const again = await cameOf(bytes);
    expect([again.page.includes("This file was handed in before. Nothing was changed."), await registry.ledger.head()]).toEqual([true, before]);
  });

  it("is refused as a whole on any finding where that was asked, and still comes back with its findings", async () => {
    const refused = await cameOf(book(row("罚4号"), row("")), { strict: "yes" });
    expect(textOf(refused.page)).toMatch(/has 1 findings and was handed in to be refused on any finding; nothing was stored.*Rows!D3/);
    expect([await registry.ledger.head(), (await get(`${refused.path}/copy`)).statusCode]).toEqual([head, 200]);
  });

  it("runs no formula, opens no bomb, and takes nothing that is too large", async () => {
    const formula = await cameOf(book(row("罚5号").map((cell, index) => (index === 2 ? '<c r="@"><f>1+1</f><v>2</v></c>' : cell))));
    expect(textOf(formula.page)).toMatch(/the cell holds a formula.*Rows!C2/);
    const bomb = await cameOf(zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(300 * 1024 * 1024) }, { level: 9 }));
    expect(textOf(bomb.page)).toMatch(/could not be read; nothing was stored.*workbook-/);
    const large = await handIn(new Uint8Array(10 * 1024 * 1024 + 1));
    expect([large.statusCode, large.body.includes("The file is too large.")]).toEqual([422, true]);
    const none = await post("/en/desk/office/hand-in", { template: SHEET });
    expect([none.statusCode, none.body.includes("No file was chosen.")]).toEqual([422, true]);
    const misfit = await cameOf(smallWorkbook([["Something"], ["else"]]));
    expect(textOf(misfit.page)).toContain("does not fit the template");
  }, 60_000);

  it("leaves nothing where it is cancelled, and says where that came too late", async () => {
    const sent = await handIn(book(row("罚6号")));
    const path = String(sent.headers.location);
    const cancelled = await post(path, { action: "cancel" });
    expect([cancelled.statusCode, cancelled.headers.location]).toEqual([303, "/en/desk/office/hand-in?cancelled=yes"]);
    expect([await registry.ledger.head(), (await get(path)).statusCode, (await get(String(cancelled.headers.location))).body.includes("Nothing of it was kept")]).toEqual([head, 404, true]);
    const done = await cameOf(book(row("罚6号")));
    const late = await post(done.path, { action: "cancel" });
    expect([late.statusCode, late.body.includes("It was over before it could be cancelled")]).toEqual([409, true]);
  });

  it("is for its office alone, for its time alone", async () => {
    const { path } = await cameOf(book(row("罚7号")));
    const batch = /\/desk\/office\/batches\/[\w.-]+/.exec((await get(path)).body)?.[0] ?? "";
    for (const each of [path, `${path}/copy`, `/en${batch}`]) expect([(await get(each, stranger)).statusCode, (await get(each, "")).statusCode]).toEqual([404, 303]);
    const taken = await post(`/en${batch}`, { action: "withdraw", reason: "not mine" }, stranger);
    expect(taken.statusCode).toBe(404);
    expect((await handIn(book(row("罚8号")), {}, stranger)).statusCode).toBe(303);
    const notTheirs = await handIn(book(row("罚9号")), { template: "cn:samr-serious-2014-sheet" }, stranger);
    expect([notTheirs.statusCode, notTheirs.body.includes("the law does not give this office the sheet")]).toEqual([403, true]);
    await later(async () => expect((await get(path)).statusCode).toBe(404));
  });

  it("gives its sheets as workbooks with drop-downs, those of the office and no other", async () => {
    const page = await get("/zh/desk/office/hand-in");
    expect(page.body).toContain("行政处罚");
    const sheet = await get(`/zh/desk/office/sheets/${SHEET}.xlsx`);
    expect(textsInWorkbook(sheet.rawPayload, "xl/worksheets/sheet2.xml").join(" ")).toContain("填写方式");
    expect(new TextDecoder().decode(sheet.rawPayload.subarray(0, 2))).toBe("PK");
    expect([(await get(`/en/desk/office/sheets/${SHEET}.csv`)).statusCode, (await get("/en/desk/office/sheets/mdb:ebrd-listing.xlsx")).statusCode, (await get("/en/desk/office/sheets/nothing")).statusCode]).toEqual([200, 403, 422]);
  });

  it("has its held rows settled and is taken back from its page, with a reason", async () => {
    const held = await cameOf(book(row("罚10号", { name: "另一家公司名称有限公司" })));
    expect(counts(held.page)).toBe("1 0 0 1 0");
    expect(held.page).toContain("Its code and its name point to different organisations.");
    const batch = `/en${present(/\/desk\/office\/batches\/[\w.-]+/.exec(held.page)?.[0], "the batch")}`;
    expect((await post(batch, { action: "settle", row: "2", file: world.files[0] ?? "", reason: "" })).body).toContain("No reason was given.");
    expect((await post(batch, { action: "settle", row: "2", reason: "renamed" })).body).toContain("No organisation was chosen.");
    const settled = await post(batch, { action: "settle", row: "2", file: world.files[0] ?? "", reason: "it was renamed" });
    expect([settled.statusCode, (await get(String(settled.headers.location))).body.includes("The row is settled")]).toEqual([303, true]);
    expect((await post(batch, { action: "settle", row: "2", file: "new", reason: "again" })).statusCode).toBe(404);
    const back = await post(batch, { action: "withdraw", reason: "the wrong month" });
    expect([back.statusCode, textOf((await get(String(back.headers.location))).body)]).toEqual([303, expect.stringContaining("Taken back. Reason: the wrong month")]);
    const [withdrawn] = (await registry.ledger.read({ types: ["BatchWithdrawn"] })).toReversed();
    expect([withdrawn?.office, withdrawn?.officer]).toEqual([world.office, "handler-1"]);
  });
});

describe("the API of submissions", () => {
  const raw = (query: string, bytes: Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> => server.inject({ method: "POST", url: `/v1/submissions?${query}`, headers: { host: HERE.host, "content-type": "application/octet-stream", ...headers }, payload: Buffer.from(bytes) });
  const by = (): string => `template=${SHEET}&by=${world.office}&name=penalties.xlsx`;
  const ended = async (location: string): Promise<Answered> => {
    for (;;) {
      const answer = (await server.inject({ url: location, headers: { host: HERE.host } })).json<Answered>();
      if (answer.state !== "running") return answer;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  it("takes the bytes or a form, says how far it is, and then what came of it", async () => {
    const begun = await raw(by(), book(row("接1号"), row("")));
    expect([begun.statusCode, begun.json()]).toMatchObject([202, { state: "running", step: "reading", by: world.office, template: SHEET }]);
    const answer = await ended(String(begun.headers.location));
    expect(answer).toMatchObject({ state: "done", keptUntil: expect.any(String), report: { rows: 2, records: 1, refused: 1, findings: [{ code: "cell-missing", at: "Rows!D3" }] } });
    const copy = await server.inject({ url: `${answer.copy}?as=keeper`, headers: { host: HERE.host } });
    expect(textsInWorkbook(copy.rawPayload, "xl/worksheets/sheet1.xml").join(" ")).toContain("Probity: finding");
    const { payload, headers } = formOf({ template: SHEET, by: world.office, strict: "true" }, { name: "a.xlsx", bytes: book(row("")) });
    const form = await server.inject({ method: "POST", url: "/v1/submissions", headers: { ...HERE, ...headers }, payload });
    expect(await ended(String(form.headers.location))).toMatchObject({ state: "refused", problem: { type: "urn:probity:problem:file-refused", status: 422, findings: [{ at: "Rows!D2" }] } });
    const json = await raw(`template=${SHEET}&by=${world.office}&name=rows.json`, Buffer.from(JSON.stringify([{ Name: NAMES[0], "Unified code": CODES[0], "Decided on": "2026-02-24", "Number of the decision": "接2号", "Field of law": "food", "Kinds of penalty": "fine" }])), { "content-type": "application/json" });
    expect(await ended(String(json.headers.location))).toMatchObject({ state: "done", report: { records: 1 } });
  });

  it("takes a request once under one key, also where this process has forgotten it", async () => {
    const bytes = book(row("接3号"));
    const first = await raw(by(), bytes, { "idempotency-key": "k1" });
    const { report } = await ended(String(first.headers.location));
    const again = await raw(by(), bytes, { "idempotency-key": "k1" });
    expect(again.headers.location).toBe(first.headers.location);
    expect((await raw(by(), book(row("接4号")), { "idempotency-key": "k1" })).json()).toMatchObject({ status: 422, code: "key-reused" });
    await later(async () => {
      const kept = await raw(by(), bytes, { "idempotency-key": "k1" });
      expect(kept.headers.location).not.toBe(first.headers.location);
      expect(await ended(String(kept.headers.location))).toMatchObject({ state: "done", report: { repeated: true, batch: report.batch } });
    });
    await later(async () => {
      const other = await raw(by(), book(row("接4号")), { "idempotency-key": "k1" });
      expect(await ended(String(other.headers.location))).toMatchObject({ state: "refused", problem: { code: "key-reused" } });
    }, 2);
  });

  it("stops a submission without a trace, and not one that is over", async () => {
    const begun = await raw(by(), book(row("接5号")));
    const location = String(begun.headers.location);
    const busy = await raw(by(), book(row("接6号")));
    expect(busy.json()).toMatchObject({ status: 409, code: "submission-busy" });
    const stop = (): Promise<LightMyRequestResponse> => server.inject({ method: "DELETE", url: location, headers: { host: HERE.host } });
    expect((await stop()).statusCode).toBe(204);
    expect([(await stop()).statusCode, await registry.ledger.head()]).toEqual([404, head]);
    const done = await raw(by(), book(row("接5号")));
    await ended(String(done.headers.location));
    const late = await server.inject({ method: "DELETE", url: String(done.headers.location), headers: { host: HERE.host } });
    expect(late.json()).toMatchObject({ status: 409, code: "submission-over" });
  });

  it("is closed to pages elsewhere, to whoever is handed on, and to strangers", async () => {
    const bytes = book(row("接7号"));
    for (const headers of [{ host: "register.example" }, { "x-forwarded-for": "203.0.113.7" }, { origin: "https://elsewhere.example" }, { "sec-fetch-site": "cross-site" }, { "content-type": "text/plain" }]) expect((await raw(by(), bytes, headers)).json()).toMatchObject({ status: 403, code: "write-foreign" });
    const plain = formOf({ template: SHEET, by: world.office }, { name: "a.xlsx", bytes });
    expect((await server.inject({ method: "POST", url: "/v1/submissions", headers: { host: HERE.host, ...plain.headers }, payload: plain.payload })).statusCode).toBe(403);
    expect((await raw(`template=cn:samr-serious-2014-sheet&by=${world.stranger}`, bytes)).json()).toMatchObject({ status: 403, code: "not-allowed" });
    expect((await raw(`template=nothing&by=${world.office}`, bytes)).json()).toMatchObject({ status: 422, code: "template-unknown" });
    expect((await raw(`template=${SHEET}&by=P99999999`, bytes)).json()).toMatchObject({ status: 422, code: "office-unknown" });
    expect((await raw(by(), new Uint8Array(10 * 1024 * 1024 + 1))).json()).toMatchObject({ status: 422, code: "input-invalid" });
    expect(await registry.ledger.head()).toBe(head);
    const begun = await raw(by(), bytes);
    const path = String(begun.headers.location).replace(/\?.*/, "");
    await ended(String(begun.headers.location));
    for (const url of [path, `${path}/copy`, `${path}?as=office:${world.stranger}`, `${path}?as=organisation:${world.files[0] ?? ""}`]) expect((await server.inject({ url, headers: { host: HERE.host } })).json()).toMatchObject({ status: 404, code: "submission-unknown" });
    expect((await server.inject({ url: path, headers: { host: HERE.host, cookie } })).statusCode).toBe(200);
  });
});
