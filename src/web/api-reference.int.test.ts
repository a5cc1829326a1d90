// The API's reference over HTTP: a page for each operation and each component in both languages, forms that ask the running server, and what they
// refuse: writes, forms from elsewhere, what is missing or too long.
import { randomBytes } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { beforeAll, describe, expect, it } from "vitest";
import { importFile, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { OPERATIONS, SCHEMAS } from "./api/openapi-document.ts";
import { createServer } from "./server.ts";

const PERSON = "11010519491231002X";
const PAGE_BYTES_MAX = 150 * 1024;
const HERE = { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080" } as const;
let registry: Registry;
let server: FastifyInstance;
const logged: string[] = [];

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("law"), { day: "2025-03-01" });
  const bank = 'Downloaded on: 28/02/2025,,,,,,\nFirm Name,Additional Firm Info,Address,Country,Ineligibility Period,,Grounds\n,,,,From Date,To Date,\nTarn Quarzil Survey Ltd,,1 Quarz Street,Iceland,2024-12-10,2026-12-09,Fraud\n';
  const imported = await importFile(registry, { name: "bank.csv", bytes: Buffer.from(bank), template: "mdb:world-bank-listing" });
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  server = createServer({ registry, log: (line) => logged.push(line) });
  await server.ready();
  return () => server.close();
});

const get = (url: string): Promise<LightMyRequestResponse> => server.inject({ url });
function post(url: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = HERE): Promise<LightMyRequestResponse> {
  return server.inject({ method: "POST", url, headers: { "content-type": "application/x-www-form-urlencoded", ...headers }, payload: new URLSearchParams(fields).toString() });
}

describe.each(["zh", "en"] as const)("the API's reference in %s", (language) => {
  it("has a page for every operation: a form, unless it writes; and all of it is light", async () => {
    const index = await get(`/${language}/api`);
    for (const { id, writes, method } of OPERATIONS) {
      expect(index.body).toContain(`href="/${language}/api/${id}"`);
      const page = await get(`/${language}/api/${id}`);
      const form = /<form class="api-form" method="(\w+)"/.exec(page.body)?.[1];
      expect({ id, status: page.statusCode, light: page.rawPayload.length < PAGE_BYTES_MAX, form }).toEqual({ id, status: 200, light: true, form: writes === true ? undefined : method });
    }
  });

  it("has a page for every component, to which every link to one leads", async () => {
    for (const name of Object.keys(SCHEMAS)) {
      const page = await get(`/${language}/api/schemas/${name}`);
      expect({ name, status: page.statusCode, light: page.rawPayload.length < PAGE_BYTES_MAX }).toEqual({ name, status: 200, light: true });
      for (const [, to = ""] of page.body.matchAll(/href="\/\w\w\/api\/schemas\/(\w+)"/g)) expect(Object.keys(SCHEMAS)).toContain(to);
    }
    expect([(await get(`/${language}/api/schemas/toString`)).statusCode, (await get(`/${language}/api/nothing`)).statusCode, (await get(`/${language}/api/nothing/ask`)).statusCode]).toEqual([404, 404, 404]);
  });

  it("leads from a form of GET to the address it is about, without what is empty", async () => {
    const asked = await get(`/${language}/api/standing/ask?p.organisation=${encodeURIComponent("Tarn Quarzil/Ltd?")}&p.on=2025-01-15&p.law=&p.known=`);
    expect([asked.statusCode, asked.headers.location]).toEqual([302, "/v1/organisations/Tarn%20Quarzil%2FLtd%3F/standing?on=2025-01-15"]);
    const fields = await get(`/${language}/api/preflight/ask?p.organisation=P00000018&p.type=cn:x&p.fields=${encodeURIComponent("field.fine=5&on=2000-01-01")}`);
    expect(fields.headers.location).toBe("/v1/organisations/P00000018/preflight?type=cn:x&field.fine=5");
    const missing = await get(`/${language}/api/standing/ask?p.on=2025-01-15`);
    expect([missing.statusCode, missing.body.includes('role="alert"'), missing.body.includes('value="2025-01-15"')]).toEqual([422, true, true]);
  });

  it("asks what a form of POST says, and shows status, type and answer as text", async () => {
    const body = JSON.stringify({ subject: { type: "organisation", id: "Tarn Quarzil Survey Ltd" }, action: { name: "mdb:award-contract" }, resource: { type: "authority", id: "wbg" } });
    const answered = await post(`/${language}/api/evaluation`, { body });
    expect(answered.statusCode).toBe(200);
    for (const words of ["POST /access/v1/evaluation", "&quot;verdict&quot;: &quot;", "Tarn Quarzil Survey Ltd"]) expect(answered.body).toContain(words);
    const hostile = await post(`/${language}/api/suppliers`, { body: JSON.stringify([{ name: "<script>alert(1)</script>" }]) });
    expect([hostile.body.includes("&lt;script&gt;"), /<script>/.test(hostile.body)]).toEqual([true, false]);
    const lines = await post(`/${language}/api/checks`, { body: "{}\n" });
    expect(lines.body).toContain("application/x-ndjson");
    const wrong = await post(`/${language}/api/evaluation`, { body: "no json" });
    expect([wrong.statusCode, wrong.body.includes("<code>422</code>")]).toEqual([200, true]);
  });

  it("repeats no number of a person, neither in the answer nor in the field", async () => {
    for (const [id, body] of [["suppliers", [{ name: "x", code: PERSON }]], ["evaluation", { subject: { type: "organisation", id: PERSON }, action: { name: "mdb:award-contract" }, resource: { type: "authority", id: "wbg" } }]] as const) {
      expect((await post(`/${language}/api/${id}`, { body: JSON.stringify(body) })).body).not.toContain(PERSON);
    }
  });

  it("asks nothing that writes, nothing from elsewhere, and nothing too long", async () => {
    const before = await registry.ledger.head();
    for (const { id, method, writes } of OPERATIONS) {
      if (writes !== true && method === "post") continue;
      expect([id, (await post(`/${language}/api/${id}`, { body: "{}" })).statusCode]).toEqual([id, 404]);
    }
    for (const headers of [{ host: "127.0.0.1:8080", origin: "http://elsewhere.example" }, { host: "elsewhere.example", origin: "http://elsewhere.example" }, { host: "127.0.0.1:8080" }]) expect((await post(`/${language}/api/evaluation`, { body: "{}" }, headers)).statusCode).toBe(403);
    expect((await post(`/${language}/api/evaluation`, { body: "x".repeat(20_001) })).statusCode).toBe(422);
    expect(await registry.ledger.head()).toBe(before);
    expect(logged).toEqual([]);
  });
});

it("an empty register has its reference too, with empty fields where it has no example", async () => {
  const empty = createServer({ registry: registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies")), log: (line) => logged.push(line) });
  for (const { id } of OPERATIONS) expect([id, (await empty.inject(`/en/api/${id}`)).statusCode]).toEqual([id, 200]);
  expect((await empty.inject("/openapi.json")).statusCode).toBe(200);
  expect(logged).toEqual([]);
  await empty.close();
});
