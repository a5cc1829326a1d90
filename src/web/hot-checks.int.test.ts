// Hot checks against the framework: the same requests, good, bad and hostile, to a listener that answers what it can before the framework and to the
// framework alone. Status, headers and every byte of the body are the same; what is usual never reaches the framework.
import { randomBytes } from "node:crypto";
import { createServer as createListener, request as send, type IncomingHttpHeaders, type Server } from "node:http";
import { connect } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildIndex, importFile, KeptIndex, type Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createServer, requestListener } from "./server.ts";

let registry: Registry & { readonly index: KeptIndex };
let framework: FastifyInstance;
let hot: Server;
let passedOn = 0;
const files: string[] = [];

beforeAll(async () => {
  const plain = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies"), { day: "2025-01-07" });
  const imported = await importFile(plain, { name: "north.csv", bytes: Buffer.from('Ferry,Since,Free,Case\nBlue Heron Ltd,2024-03-01,2026-03-01,7\n"Söhne ""渡船"" \\ Ltd",2024-03-01,2024-09-01,8\n'), template: "ferry:north-sheet", asOf: "2025-01-01" });
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  const index = new KeptIndex(plain, { load: async () => undefined, build: () => buildIndex(plain), say: (line) => process.stderr.write(`${line}\n`) });
  await index.start();
  await index.settled();
  registry = { ...plain, index };
  framework = createServer({ registry, log: (line) => process.stderr.write(`${line}\n`) });
  await framework.listen({ host: "127.0.0.1", port: 0 });
  hot = createListener({ keepAliveTimeout: framework.server.keepAliveTimeout }, requestListener(registry, (request, response) => {
    passedOn += 1;
    framework.routing(request, response);
  }));
  await new Promise<void>((resolve) => void hot.listen(0, "127.0.0.1", resolve));
  for (const q of ["blue heron", "söhne"]) files.push(JSON.parse((await framework.inject({ url: `/v1/organisations?q=${encodeURIComponent(q)}` })).body).found[0].file);
});
afterAll(async () => {
  hot.closeAllConnections();
  hot.close();
  await framework.close();
  registry.index.close();
});

interface Said {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent in these pieces. */
  readonly body?: readonly (string | Buffer)[];
}

const portOf = (server: Server): number => Number(Object(server.address()).port);

function ask(port: number, { method = "POST", path = "/access/v1/evaluation", headers = { "content-type": "application/json" }, body = [] }: Sent): Promise<Said> {
  return new Promise((resolve, reject) => {
    const length = body.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
    const request = send({ port, host: "127.0.0.1", method, path, headers: { ...(headers["transfer-encoding"] === undefined ? { "content-length": length } : {}), ...headers } }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part));
      reply.once("end", () => {
        const { date: _, ...rest } = reply.headers;
        resolve({ status: reply.statusCode, headers: rest, body: Buffer.concat(parts).toString() });
      });
    });
    request.once("error", reject);
    // Each piece is on its way before the next is sent.
    const sendNext = (at: number): void => void (at < body.length ? request.write(body[at] ?? "", () => setImmediate(() => sendNext(at + 1))) : request.end());
    sendNext(0);
  });
}

/** The reply of both; and whether the framework was asked for the first. */
async function askBoth(sent: Sent): Promise<{ readonly said: Said; readonly byFramework: boolean }> {
  const before = passedOn;
  const said = await ask(portOf(hot), sent);
  const byFramework = passedOn > before;
  expect({ sent, ...said }).toEqual({ sent, ...(await ask(portOf(framework.server), sent)) });
  return { said, byFramework };
}

const question = (more: object = {}): object => ({ subject: { type: "organisation", id: files[0] }, action: { name: "ferry:moor" }, resource: { type: "authority", id: "north" }, context: { on: "2025-01-07" }, ...more });
const json = (value: object): Sent => ({ body: [JSON.stringify(value)] });

describe("a check answered before the framework", () => {
  it("is what the framework answers, to the byte, whoever is asked about", async () => {
    let usual = 0;
    const subjects = [...files, "P99999999", "Blue Heron Ltd", "no such", "", "\u{1f6a2}"];
    for (const id of subjects) for (const on of ["2025-01-07", "2026-03-01", "2024-02-29", "2025-02-30"]) for (const name of ["ferry:moor", "ferry:fly", "ferry:moor@north"]) {
      const asked = json(question({ subject: { type: "organisation", id }, action: { name }, context: { on } }));
      await askBoth(asked);
      // Asked again, the question has been worked out.
      const { said, byFramework } = await askBoth(asked);
      if (!byFramework) {
        usual += 1;
        expect([said.status, Object.keys(JSON.parse(said.body))]).toEqual([200, ["decision", "context"]]);
      }
    }
    expect(usual).toBeGreaterThan(3);
  });

  it("is whole where it comes in pieces, many at once, or on a connection used before", async () => {
    const [first, second] = [JSON.stringify(question()).slice(0, 20), JSON.stringify(question()).slice(20)];
    await askBoth({ body: [first, second] });
    expect((await askBoth({ body: [first, second] })).byFramework).toBe(false);
    await Promise.all(Array.from({ length: 20 }, (_, index) => askBothBodies(index % 3 === 0 ? "{" : JSON.stringify(question()))));
    // Three on one connection, sent without waiting: one usual, one not JSON, one usual.
    const bodies = [JSON.stringify(question()), "{nothing", JSON.stringify(question())];
    const said = await pipelined(hot, bodies);
    expect([said, said[0]]).toEqual([await pipelined(framework.server, bodies), "HTTP/1.1 200"]);
  });

  function pipelined(server: Server, bodies: readonly string[]): Promise<readonly string[]> {
    return new Promise((resolve, reject) => {
      let said = "";
      const socket = connect(portOf(server), "127.0.0.1", () => socket.write(bodies.map((body) => `POST /access/v1/evaluation HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`).join("")));
      socket.once("error", reject).once("close", () => resolve(statuses())).on("data", (part) => {
        said += part.toString();
        if (statuses().length === bodies.length) socket.destroy();
      });
      const statuses = (): readonly string[] => said.match(/HTTP\/1\.1 \d+/g) ?? [];
    });
  }

  async function askBothBodies(body: string): Promise<void> {
    const [own, theirs] = await Promise.all([ask(portOf(hot), { body: [body] }), ask(portOf(framework.server), { body: [body] })]);
    expect(own).toEqual(theirs);
  }

  it("several at once are the framework's, and with one that must be waited for all are", async () => {
    const path = "/access/v1/evaluations";
    const several = (items: readonly unknown[], more: object = {}): Sent => ({ path, ...json({ ...question(), ...more, evaluations: items }) });
    const usual = [{}, { subject: { type: "organisation", id: files[1] } }, { context: { on: "2025-02-01" } }];
    await askBoth(several(usual));
    expect((await askBoth(several(usual))).byFramework).toBe(false);
    expect((await askBoth(several([]))).byFramework).toBe(false);
    for (const [items, more] of [
      [[...usual, { subject: { type: "organisation", id: "no such" } }, 7, null, []], {}], [usual, { options: { evaluations_semantic: "deny_on_first_deny" } }], [usual, { context: { on: "soon" } }], [Array.from({ length: 1001 }, () => ({})), {}], [usual, { subject: [] }],
    ] as const) expect((await askBoth(several(items, more))).byFramework).toBe(true);
    for (const value of [{}, { evaluations: {} }, { evaluations: "x" }, [], "text", 7, null]) expect((await askBoth({ path, body: [JSON.stringify(value)] })).byFramework).toBe(true);
  });

  it("is left to the framework where anything is unusual", async () => {
    const text = JSON.stringify(question());
    const bodies = [
      "", " ", "{", "null", "[]", "7", '"x"', `${text}x`, `\ufeff${text}`, `{"__proto__": {"decision": true}, ${text.slice(1)}`, `{"constructor": {"prototype": {}}, ${text.slice(1)}`, `{"\\u005f_proto__": {}, ${text.slice(1)}`,
      JSON.stringify(question({ subject: "x" })), JSON.stringify(question({ subject: { type: "user", id: "alice" } })), JSON.stringify(question({ action: { name: 7 } })),
      JSON.stringify(question({ resource: { type: "authority", id: 7 } })), JSON.stringify(question({ context: { on: 7 } })), JSON.stringify(question({ context: { known: 10 ** 9 } })), JSON.stringify(question({ context: { on: "2025-01-07", explain: true } })),
      JSON.stringify(question({ context: { on: "2025-01-07", rulebook: "sha256:00" } })), `{"subject": "${"x".repeat(3 * 1024 * 1024)}"}`,
    ];
    for (const body of bodies) expect([body.slice(0, 60), (await askBoth({ body: [body] })).byFramework]).toEqual([body.slice(0, 60), true]);
    // Bytes that are no UTF-8 are read alike.
    await askBoth({ body: [Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0x2c, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])])] });
    for (const type of ["text/plain", "application/x-ndjson", "application/json; charset=latin1", "application/jsonp", "APPLICATION/JSON"]) expect((await askBoth({ headers: { "content-type": type }, body: [text] })).byFramework).toBe(true);
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]) expect((await askBoth({ method, body: [text] })).byFramework).toBe(true);
    for (const path of ["/access/v1/evaluation/", "/access/v1/evaluation?x=1", "/access/v1/%65valuation", "/healthz"]) expect((await askBoth({ path, body: [text] })).byFramework).toBe(true);
    expect((await askBoth({ headers: { "content-type": "application/json", "transfer-encoding": "chunked" }, body: [text] })).byFramework).toBe(true);
    expect((await askBoth({ headers: {}, body: [text] })).byFramework).toBe(true);
  });

  it("is as of the newest position: what was written before it was asked is in it", async () => {
    const asked = json(question());
    await askBoth(asked);
    expect((await askBoth(asked)).byFramework).toBe(false);
    const imported = await importFile(registry, { name: "eyed.csv", bytes: Buffer.from("Ferry,Since\nBlue Heron Ltd,2024-05-01\n"), template: "ferry:eyed-sheet", asOf: "2025-01-01" });
    expect(imported.ok).toBe(true);
    const before = passedOn;
    const said = await ask(portOf(hot), asked);
    expect([passedOn > before, JSON.parse(said.body).context.asOf.known]).toEqual([true, await registry.ledger.head()]);
  });
});
