// The server over a memory ledger and an invented law: API, pages, their JSON twins, and what the public never sees.
import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createServer } from "./server.ts";

const HOSTILE = `<script>alert(1)</script> & "Söhne" Shipping Ltd`;
const CSV = `Ferry,Since,Free,Case
Blue Heron Ltd,2024-03-01,2026-03-01,7
"${HOSTILE.replaceAll('"', '""')}",2024-03-01,,8
`;

let server: FastifyInstance;
let registry: Registry;
let heron = "";

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies"), { day: "2025-01-07" });
  for (const [name, template, csv] of [["north.csv", "ferry:north-sheet", CSV], ["eyed.csv", "ferry:eyed-sheet", "Ferry,Since\nBlue Heron Ltd,2024-05-01\n"]] as const) {
    const imported = await importFile(registry, { name, bytes: Buffer.from(csv), template, asOf: "2025-01-01" });
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  }
  server = createServer({ registry, log: (line) => process.stderr.write(`${line}\n`) });
  await server.ready();
  heron = (await get("/v1/organisations?q=blue%20heron")).found[0].file;
});
afterAll(() => server.close());

async function get(url: string, status = 200): Promise<ReturnType<typeof JSON.parse>> {
  const reply = await server.inject({ url });
  expect({ url, status: reply.statusCode }).toEqual({ url, status });
  return reply.json();
}

async function post(url: string, payload: object | string, status = 200): Promise<ReturnType<typeof JSON.parse>> {
  const reply = await server.inject({ method: "POST", url, headers: { "content-type": "application/json" }, payload });
  expect({ url, status: reply.statusCode, body: reply.statusCode === status ? "" : reply.body }).toEqual({ url, status, body: "" });
  return reply.json();
}

const evaluation = (more: object = {}): object => ({ subject: { type: "organisation", id: heron }, action: { name: "ferry:moor" }, resource: { type: "authority", id: "north" }, context: { on: "2025-01-07" }, ...more });

describe("AuthZEN", () => {
  it("answers one evaluation with decision and context", async () => {
    const answer = await post("/access/v1/evaluation", evaluation());
    expect(answer).toMatchObject({ decision: false, context: { act: "ferry:moor@north", verdict: "bound", organisation: { file: heron, onFile: true }, effects: [{ effect: "deny", measure: "ferry:own-north", until: "2026-03-01" }], asOf: { on: "2025-01-07", law: "2025-01-07", by: "derive", editions: { "ferry:north-barred": "2025-01-01" } } } });
    expect(await post("/access/v1/evaluation", evaluation({ context: { on: "2026-03-01" } }))).toMatchObject({ decision: false, context: { verdict: "undetermined", missing: [{ kind: "edition" }] } });
    expect(await post("/access/v1/evaluation", evaluation({ context: { on: "2024-02-29" } }))).toMatchObject({ decision: true, context: { verdict: "clear" } });
  });

  it("answers several, defaults taken over, one bad one an item of its own", async () => {
    const { evaluations } = await post("/access/v1/evaluations", {
      ...evaluation(), evaluations: [{}, { resource: { type: "authority", id: "south" } }, { action: { name: "ferry:fly" } }, { subject: { type: "organisation", id: "nobody at all" } }, 7],
    });
    expect(evaluations.map((each: { decision: boolean }) => each.decision)).toEqual([false, false, false, false, false]);
    expect(evaluations[1].context).toMatchObject({ verdict: "undetermined", missing: [{ fact: "listing.reasons" }] });
    expect(evaluations.slice(2).map((each: { context: { error: { code: string } } }) => each.context.error.code)).toEqual(["act-unknown", "organisation-not-found", "input-invalid"]);
  });

  it("stops on the first denial where it is asked to", async () => {
    const { evaluations } = await post("/access/v1/evaluations", { ...evaluation(), options: { evaluations_semantic: "deny_on_first_deny" }, evaluations: [{ context: { on: "2024-02-29" } }, {}, {}] });
    expect(evaluations.map((each: { decision: boolean }) => each.decision)).toEqual([true, false]);
  });

  it("asks about organisations alone, and says what is wrong as problem details", async () => {
    expect(await post("/access/v1/evaluation", evaluation({ subject: { type: "user", id: "alice" } }), 422)).toMatchObject({ code: "not-an-organisation", status: 422 });
    expect(await post("/access/v1/evaluation", evaluation({ context: { on: "2025-02-30" } }), 422)).toMatchObject({ code: "day-invalid" });
    expect(await post("/access/v1/evaluation", "{", 422)).toMatchObject({ code: "input-invalid" });
    expect(await post("/access/v1/evaluation", `{"subject": "${"x".repeat(3 * 1024 * 1024)}"}`, 422)).toMatchObject({ code: "input-invalid" });
    expect(await post("/access/v1/evaluations", { evaluations: Array.from({ length: 1001 }, () => ({})) }, 422)).toMatchObject({ code: "input-invalid" });
    expect(await get("/.well-known/authzen-configuration")).toMatchObject({ access_evaluation_endpoint: expect.stringContaining("/access/v1/evaluation") });
  });
});

describe("the register over HTTP", () => {
  it("gives an organisation and its standing by file number and by name", async () => {
    const standing = await get(`/v1/organisations/${heron}/standing?on=2025-01-07`);
    expect(standing).toMatchObject({ organisation: { file: heron, name: "Blue Heron Ltd" }, proposals: [], asOf: { on: "2025-01-07" } });
    expect(await get("/v1/organisations/BLUE%20HERON%20LTD.")).toMatchObject({ organisation: { file: heron } });
    expect(await get("/v1/organisations/heron", 404)).toMatchObject({ code: "organisation-not-found", candidates: [{ file: heron }] });
  });

  it("never tells the public of a scrutiny entry", async () => {
    const all = await Promise.all(["/v1/overview", "/v1/law/lists", "/v1/listings?list=ferry:eyed", `/v1/organisations/${heron}/standing`].map((url) => get(url)));
    expect(all[0].latest.map((latest: { of: string }) => latest.of)).not.toContain("ferry:eyed");
    expect(all[1].lists.find((each: { list: string }) => each.list === "ferry:eyed")).toMatchObject({ standing: null, edition: null });
    expect(all[2]).toMatchObject({ total: 0, listings: [] });
    expect(JSON.stringify(all[3].listings)).not.toContain("ferry:eyed");
    expect(await post("/access/v1/evaluation", evaluation({ action: { name: "ferry:carry-mail" }, resource: { type: "none" } }))).toMatchObject({ decision: true, context: { verdict: "clear", effects: [] } });
  });

  it("says how it is", async () => {
    expect(await get("/healthz")).toEqual({ status: "ok" });
    expect(await get("/readyz")).toMatchObject({ status: "ready", rulebook: registry.rulebook.hash });
  });
});

const PAGES = ["/", "/search?q=heron", "/search", "/lists", "/lists/ferry:north-barred", "/memoranda", "/memoranda/ferry:neighbours", "/law", "/law/ferry:own-north", "/law/ferry:moor", "/lists/ferry:warned"];

/** The pages' own scripts are files among the assets. */
function withoutOurScripts(page: string): string {
  return page.replaceAll(/<script type="module" src="\/assets\/[a-z]+\.[0-9a-f]{12}\.js"><\/script>/g, "");
}

describe("pages", () => {
  it.each(["zh", "en"])("in %s are whole, safe and have a JSON twin that answers", async (language) => {
    for (const page of [...PAGES, `/organisations/${heron}`, `/organisations/${heron}?act=ferry:moor@north&on=2025-01-07`]) {
      const reply = await server.inject({ url: `/${language}${page}` });
      expect({ page, status: reply.statusCode }).toEqual({ page, status: 200 });
      expect(reply.headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "x-content-type-options": "nosniff", "content-security-policy": expect.stringContaining("default-src 'none'") });
      expect(reply.body).toContain(language === "zh" ? `<html lang="zh-CN"` : `<html lang="en"`);
      expect(withoutOurScripts(reply.body)).not.toContain("<script");
      const twin = /http:\/\/127\.0\.0\.1(\/v1\/[^<"\s]*)/.exec(reply.body)?.[1]?.replaceAll("&amp;", "&");
      expect({ page, twin: typeof twin }).toEqual({ page, twin: "string" });
      expect((await server.inject({ url: twin ?? "/" })).statusCode, `${page} -> ${twin}`).toBe(200);
    }
  });

  it("say what is wrong with a search instead of leaving it out: an act, a state, an order or a list that is none", async () => {
    for (const [query, status] of [["act=ferry:no-such-act", 422], ["state=bond", 422], ["sort=colour", 422], ["list=ferry:no-such-list", 404]] as const) {
      for (const path of ["/zh/search", "/en/search", "/en/search.csv"]) {
        const reply = await server.inject({ url: `${path}?q=heron&${query}` });
        expect([path, query, reply.statusCode, reply.headers["content-type"]]).toEqual([path, query, status, "text/html; charset=utf-8"]);
      }
      if (!query.startsWith("act")) expect((await server.inject({ url: `/v1/organisations?q=heron&${query}` })).statusCode).toBe(status);
    }
  });

  it("show a script in a name as text", async () => {
    const reply = await server.inject({ url: `/en/search?q=${encodeURIComponent("Söhne")}` });
    expect(reply.body).toContain("&lt;script&gt;");
    expect(withoutOurScripts(reply.body)).not.toContain("<script");
  });

  it("choose the reader's language, keep wrong addresses and wrong questions apart", async () => {
    expect((await server.inject({ url: "/", headers: { "accept-language": "zh-CN,zh;q=0.9" } })).headers.location).toBe("/zh/");
    expect((await server.inject({ url: "/" })).headers.location).toBe("/en/");
    expect((await server.inject({ url: "/en/nothing/here" })).statusCode).toBe(404);
    expect((await server.inject({ url: "/en/organisations/heron" })).statusCode).toBe(404);
    expect((await server.inject({ url: `/en/organisations/${heron}?on=2025-13-01` })).statusCode).toBe(422);
    expect((await server.inject({ url: "/en/organisations/..%2f..%2fetc%2fpasswd" })).statusCode).toBe(404);
    expect((await server.inject({ url: "/en/lists/ferry:nothing" })).statusCode).toBe(404);
  });

  it("say so, and nothing of the inside, when the register cannot be read", async () => {
    const lines: string[] = [];
    const ledger = createMemoryLedger({ node: "test", randomBytes });
    ledger.read = () => Promise.reject(new Error("secret inside"));
    const broken = createServer({ registry: { ...registry, ledger }, log: (line) => lines.push(line) });
    for (const url of ["/en/", "/v1/overview"]) {
      const reply = await broken.inject({ url });
      expect({ url, status: reply.statusCode }).toEqual({ url, status: 500 });
      expect(reply.body).not.toContain("secret");
    }
    expect(lines).toHaveLength(2);
    await broken.close();
  });
});
