// Reverse questions over HTTP: all that binds, all whom a part of the law binds as pages and as lines, what frees, what a listing would
// bring; and what the public is not told.
import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createServer } from "./server.ts";

const FERRIES = ["Blue Heron", "Grey Wagtail", "Night Jar", "Stone Curlew", "Marsh Harrier"];
const ON = "on=2025-01-07";
let server: FastifyInstance;
let registry: Registry;

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies"), { day: "2025-01-07" });
  await handIn("north.csv", "ferry:north-sheet", `Ferry,Since,Free,Case\n${FERRIES.map((name, index) => `${name} Ltd,2024-03-01,2026-03-01,${index}`).join("\n")}\n`);
  await handIn("eyed.csv", "ferry:eyed-sheet", "Ferry,Since\nBlue Heron Ltd,2024-05-01\nHidden Owl Ltd,2024-05-01\n");
  server = createServer({ registry, log: (line) => process.stderr.write(`${line}\n`) });
  await server.ready();
});
afterAll(() => server.close());

async function handIn(name: string, template: string, csv: string, asOf = "2025-01-01"): Promise<void> {
  const imported = await importFile(registry, { name, bytes: Buffer.from(csv), template, asOf });
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
}

async function get(url: string, status = 200): Promise<ReturnType<typeof JSON.parse>> {
  const reply = await server.inject({ url });
  expect({ url, status: reply.statusCode, body: reply.statusCode === status ? "" : reply.body }).toEqual({ url, status, body: "" });
  return reply.json();
}

const namesOf = (rows: readonly { readonly organisation: { readonly name: string } }[]): readonly string[] => rows.map(({ organisation }) => organisation.name);

describe("restrictions", () => {
  it("gives each effect once with the acts it touches, and the public nothing of a scrutiny entry", async () => {
    const found = await get(`/v1/organisations/Blue%20Heron%20Ltd/restrictions?${ON}`);
    expect(found).toMatchObject({ organisation: { name: "Blue Heron Ltd" }, effects: [{ effect: "deny", measure: "ferry:own-north", acts: ["ferry:moor@north"], because: { trigger: { list: "ferry:north-barred" } }, exits: [{ acts: ["term"], earliest: "2026-03-01" }] }], possible: [{ measure: "ferry:mail" }], asOf: { on: "2025-01-07", by: "derive" } });
    expect(JSON.stringify(found)).not.toContain("ferry:eyed");
    expect(await get("/v1/organisations/heron/restrictions", 404)).toMatchObject({ code: "organisation-not-found" });
  });
});

describe("bound under a part of the law", () => {
  it("comes in pages through one snapshot, though an edition comes in between", async () => {
    const first = await get(`/v1/law/ferry:own-north/bound?${ON}&limit=2`);
    expect([namesOf(first.organisations), first.asOf.editions]).toEqual([["Blue Heron Ltd", "Grey Wagtail Ltd"], { "ferry:north-barred": "2025-01-01" }]);
    await handIn("north2.csv", "ferry:north-sheet", `Ferry,Since,Free,Case\n${[...FERRIES, "Late Swift"].map((name, index) => `${name} Ltd,2024-03-01,2026-03-01,${index}`).join("\n")}\n`, "2025-01-02");
    const pages = [first];
    while (pages.at(-1).next !== undefined) pages.push(await get(`/v1/law/ferry:own-north/bound?limit=2&cursor=${pages.at(-1).next}`));
    expect(pages.map(({ organisations }) => organisations.length)).toEqual([2, 2, 1]);
    expect([namesOf(pages.flatMap(({ organisations }) => organisations)), new Set(pages.map(({ asOf }) => asOf.known)).size]).toEqual([FERRIES.map((name) => `${name} Ltd`), 1]);
    expect(namesOf((await get(`/v1/law/ferry:own-north/bound?${ON}`)).organisations)).toHaveLength(6);
    expect(await get(`/v1/law/ferry:mail/bound?cursor=${first.next}`, 422)).toMatchObject({ code: "cursor-invalid" });
    expect(await get(`/v1/law/ferry:own-north/bound?cursor=${first.next.slice(2)}`, 422)).toMatchObject({ code: "cursor-invalid" });
    expect(await get(`/v1/law/ferry:own-north/bound?on=2025-01-08&cursor=${first.next}`, 422)).toMatchObject({ code: "cursor-invalid" });
  });

  it("comes as lines where lines are asked for, the same as the pages, each with its clocks", async () => {
    const page = await get(`/v1/law/ferry:north-barred/bound?${ON}&possible=true`);
    const reply = await server.inject({ url: `/v1/law/ferry:north-barred/bound?${ON}&possible=true`, headers: { accept: "application/x-ndjson" } });
    expect(reply.headers["content-type"]).toBe("application/x-ndjson");
    const rows = reply.body.trimEnd().split("\n").map((line) => JSON.parse(line));
    expect(rows).toEqual(page.organisations.map((row: object) => ({ ...row, asOf: page.asOf })));
    expect(rows[0]).toMatchObject({ possible: [{ measure: "ferry:mail" }], behind: [{ kind: "list", list: "ferry:north-barred" }] });
    expect((await server.inject({ url: "/v1/law/ferry:nothing/bound", headers: { accept: "application/x-ndjson" } })).statusCode).toBe(404);
  });

  it("tells the public of nobody whom a check would not tell it of", async () => {
    for (const id of ["ferry:eyed", "ferry:eyed-checks"]) expect((await get(`/v1/law/${id}/bound?${ON}`)).organisations).toEqual([]);
    expect(await get("/v1/law/ferry:own-north/bound?effect=annoy", 422)).toMatchObject({ code: "input-invalid" });
  });
});

describe("freeing and foreseeing", () => {
  it("gives what frees", async () => {
    expect(await get(`/v1/organisations/Night%20Jar%20Ltd/freeing?act=ferry:moor@north&${ON}`)).toMatchObject({ act: "ferry:moor@north", verdict: "bound", gone: "ended", sets: [{ members: [{ kind: "listing", of: "ferry:north-barred", exits: [{ acts: ["term"] }] }] }], whole: true, still: [] });
    expect(await get(`/v1/organisations/Night%20Jar%20Ltd/freeing?act=ferry:moor@north&never=true&${ON}`)).toMatchObject({ gone: "never" });
    expect(await get(`/v1/organisations/Night%20Jar%20Ltd/freeing?${ON}`, 422)).toMatchObject({ code: "act-unknown" });
  });

  it("gives what a listing would bring, and stores nothing", async () => {
    const head = await registry.ledger.head();
    expect(await get(`/v1/organisations/Hidden%20Owl%20Ltd/foresee?list=ferry:north-barred&${ON}`)).toMatchObject({ list: "ferry:north-barred", binding: [{ measure: "ferry:own-north", authority: "ferry:north", acts: ["ferry:moor"] }], possible: [{ measure: "ferry:mail" }], officeHolders: [{ measure: "ferry:captains" }], open: [{ measure: "ferry:neighbours-south", memorandum: "ferry:neighbours" }] });
    expect(await get(`/v1/organisations/Hidden%20Owl%20Ltd/foresee?list=ferry:eyed&${ON}`)).toMatchObject({ binding: [{ measure: "ferry:eyed-checks" }] });
    expect(await get("/v1/organisations/Hidden%20Owl%20Ltd/foresee", 404)).toMatchObject({ code: "law-entry-unknown" });
    expect(await registry.ledger.head()).toBe(head);
  });
});
