// Receipts over HTTP: in the reply's context, one for a question or one for a lot, with what the public is told and nothing more; proven by the
// keys the server publishes.
import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { beforeAll, describe, expect, it } from "vitest";
import { checkReceipt, importFile, revokeKey, rotateKeys, type ReceiptChecked, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { present } from "../domain/terms/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createServer } from "./server.ts";

let server: FastifyInstance;
let registry: Registry;
beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies"), { day: "2025-01-07" });
  for (const [name, template, csv] of [["north.csv", "ferry:north-sheet", "Ferry,Since,Free,Case\nBlue Heron Ltd,2024-03-01,2026-03-01,7\n"], ["eyed.csv", "ferry:eyed-sheet", "Ferry,Since\nBlue Heron Ltd,2024-05-01\n"]] as const) {
    const imported = await importFile(registry, { name, bytes: Buffer.from(csv), template, asOf: "2025-01-01" });
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  }
  server = createServer({ registry, log: (line) => process.stderr.write(`${line}\n`) });
  await server.ready();
  return () => server.close();
});

async function post(url: string, payload: object): Promise<ReturnType<typeof JSON.parse>> {
  const reply = await server.inject({ method: "POST", url, headers: { "content-type": "application/json" }, payload });
  expect({ url, status: reply.statusCode }).toEqual({ url, status: 200 });
  return reply.json();
}

async function proven(receipt: string, withRegister = false): Promise<ReceiptChecked> {
  const keySet = Buffer.from((await server.inject({ url: "/.well-known/jwks.json" })).body);
  const checked = await checkReceipt({ bytes: Buffer.from(receipt), keySet, digest: registry.digest, ...(withRegister ? { registry } : {}) });
  return present(checked.ok && checked.value.ok ? checked.value.value : undefined, `a receipt that is proven, not ${JSON.stringify(checked)}`);
}

const question = (context: object, more: object = {}): object => ({ subject: { type: "organisation", id: "Blue Heron Ltd" }, action: { name: "ferry:moor" }, resource: { type: "authority", id: "north" }, context: { on: "2025-01-07", ...context }, ...more });

describe("a receipt over HTTP", () => {
  it("stands in the context of one evaluation where it was asked for, and says what the answer says", async () => {
    expect((await post("/access/v1/evaluation", question({}))).context).not.toHaveProperty("receipt");
    const { decision, context: { receipt, ...context } } = await post("/access/v1/evaluation", question({ receipt: true }));
    const { head, lines: [line] } = await proven(receipt, true);
    expect(head).toMatchObject({ asker: "public", count: 1, issuedAt: "2025-01-07T12:00:00.000Z" });
    expect(line?.line).toMatchObject({ kind: "answer", answer: { decision, ...context }, asked: { organisation: "Blue Heron Ltd", act: "ferry:moor", where: "north", on: "2025-01-07" } });
    expect(line?.again).toMatchObject({ kind: "asked", asKnownThen: { kind: "same" }, asKnownNow: { kind: "same" } });
  });

  it("tells the public of a scrutiny entry as little as the answer does", async () => {
    const { context } = await post("/access/v1/evaluation", question({ receipt: true, explain: true }, { action: { name: "ferry:carry-mail" }, resource: { type: "none" } }));
    expect(context).toMatchObject({ verdict: "clear" });
    const { lines: [line] } = await proven(context.receipt);
    expect(line?.line).toMatchObject({ answer: { verdict: "clear", effects: [] } });
    for (const hidden of ["eyed-checks", "Looked at", "2024-05-01"]) expect([hidden, JSON.stringify(line?.line).replace(/"names":\{.*\}/, "").includes(hidden)]).toEqual([hidden, false]);
  });

  it("is one for the lot where it is asked for beside the evaluations, errors and all, and one each where they ask themselves", async () => {
    const evaluations = [{}, { context: { on: "2024-02-29", receipt: true } }, { subject: { type: "organisation", id: "nobody at all" } }, { subject: { type: "user", id: "alice" } }, 7];
    const reply = await post("/access/v1/evaluations", question({ receipt: true }, { evaluations }));
    const lot = await proven(reply.context.receipt);
    expect(lot.lines.map(({ line }) => (line.kind === "answer" ? line.answer.verdict : line.error.code))).toEqual(["bound", "clear", "organisation-not-found", "not-an-organisation", "input-invalid"]);
    expect(reply.context.receipt).not.toContain("alice");
    expect(reply.evaluations.map(({ context }: { context: object }) => "receipt" in context)).toEqual([false, true, false, false, false]);
    expect((await proven(reply.evaluations[1].context.receipt)).head.count).toBe(1);
    const stopped = await post("/access/v1/evaluations", question({ receipt: true }, { evaluations: [{}, {}], options: { evaluations_semantic: "deny_on_first_deny" } }));
    expect((await proven(stopped.context.receipt)).head.count).toBe(1);
    expect(await post("/access/v1/evaluations", question({}, { evaluations: [{}] }))).not.toHaveProperty("context");
    expect(await post("/access/v1/evaluations", question({ receipt: true }, { evaluations: [] }))).toEqual({ evaluations: [] });
  });

  it("is proven by keys that go on standing there, retired and revoked ones with their days", async () => {
    const { context: { receipt } } = await post("/access/v1/evaluation", question({ receipt: true }));
    const next = await rotateKeys(registry);
    await proven(receipt);
    await revokeKey(registry, { kid: next.kid, since: "2025-01-06", reason: "tried out" });
    const reply = await server.inject({ url: "/.well-known/jwks.json" });
    expect(reply.headers["content-type"]).toContain("application/jwk-set+json");
    expect(reply.json().keys).toEqual([
      { kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", kid: expect.any(String), x: expect.any(String), made_at: "2025-01-07T12:00:00.000Z", retired_at: "2025-01-07T12:00:00.000Z" },
      { kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", kid: next.kid, x: next.x, made_at: "2025-01-07T12:00:00.000Z", revoked: { since: "2025-01-06", from: "2025-01-06T00:00:00.000Z", reason: "tried out" } },
    ]);
  });
});
