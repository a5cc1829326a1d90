// Promise: a check over HTTP costs at most 15 percent more processor time than the bare GET of the same server (`/healthz`), and in a batch of a
// thousand at least forty times less than alone. Counted is the processor time of the server's process, whatever else the machine does;
// rounds are interleaved and their median counts. Codes are drawn so that none comes twice before a million others: they are in no cache.
// Where the time of a batch goes: half a kilobyte of answer a check is copied to the connection by the system (a quarter), a code is a few lines of
// memory that are in no cache (a third), the rest is reading the code and writing the organisation's name and numbers. Answers are written as bytes,
// codes are found in groups, and a request that differs from the last in its organisations alone is not parsed; lines also pay for the framework and
// its streams. A single check is reading and answering a request at all; its own are some microseconds, the body read as a stream among them.
// `node bench/http.ts [ROUNDS] [ORGANISATIONS]`.
import { fork, type ChildProcess } from "node:child_process";
import { Agent, request as send } from "node:http";
import { fileURLToPath } from "node:url";
import { present } from "../src/domain/terms/index.ts";
import { loadLaw } from "../test/support/law.ts";
import { ASKED_ON } from "./http-server.ts";
import { codeOf } from "./million-register.ts";

const PROMISED = { dearer: 1.15, cheaper: 40 } as const;
const CONNECTIONS = 16;
const SINGLES = 2500;
const BATCHES = 20;
const BATCH = 1000;
const ACT = "mdb:award-contract";
const WHERE = "wbg";

const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Asked {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly type?: string;
  readonly body?: string;
}

/** One way to ask: how many requests a round, how many checks each holds. */
interface Way {
  readonly name: string;
  readonly requests: number;
  readonly checks: number;
  readonly next: () => Asked;
  /** Something every reply holds, as often as checks were asked. */
  readonly holds: string;
}

function waysTo(code: () => string): readonly Way[] {
  const evaluation = (): object => ({ subject: { type: "organisation", id: code() }, action: { name: ACT }, resource: { type: "authority", id: WHERE }, context: { on: ASKED_ON } });
  const several = <T>(each: () => T): readonly T[] => Array.from({ length: BATCH }, each);
  const json = "application/json";
  return [
    { name: "bare", requests: SINGLES, checks: 1, holds: "", next: () => ({ method: "GET", path: "/healthz" }) },
    { name: "single", requests: SINGLES, checks: 1, holds: '"verdict"', next: () => ({ method: "POST", path: "/access/v1/evaluation", type: json, body: JSON.stringify(evaluation()) }) },
    { name: "batch", requests: BATCHES, checks: BATCH, holds: '"verdict"', next: () => ({ method: "POST", path: "/access/v1/evaluations", type: json, body: JSON.stringify({ action: { name: ACT }, resource: { type: "authority", id: WHERE }, context: { on: ASKED_ON }, evaluations: several(() => ({ subject: { type: "organisation", id: code() } })) }) }) },
    { name: "lines", requests: BATCHES, checks: BATCH, holds: '"verdict"', next: () => ({ method: "POST", path: "/v1/checks", type: "application/x-ndjson", body: several(() => `${JSON.stringify({ organisation: code(), act: ACT, where: WHERE, on: ASKED_ON })}\n`).join("") }) },
  ];
}

class Server {
  readonly #child: ChildProcess;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  origin = "";
  #ended: (fault: Error) => void = () => {};

  constructor(organisations: number) {
    this.#child = fork(fileURLToPath(new URL("http-server.ts", import.meta.url)), [String(organisations)], { execArgv: ["--disable-warning=ExperimentalWarning", ...process.execArgv.filter((each) => each.startsWith("--cpu-prof"))] }).once("exit", () => this.#ended(new Error("the server ended")));
  }

  async ready(): Promise<void> {
    const { origin } = await this.#said<{ readonly origin: string }>();
    this.origin = origin;
  }

  /** Microseconds of a processor a check has cost, over a round. */
  async round({ requests, checks, next, holds }: Way): Promise<number> {
    const asked = Array.from({ length: requests }, next);
    const before = await this.#used();
    await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
      for (let each = asked.pop(); each !== undefined; each = asked.pop()) {
        const said = await this.#ask(each);
        if (holds !== "" && said.split(holds).length !== checks + 1) throw new Error(`${each.path} answered ${said.slice(0, 500)}`);
      }
    }));
    return ((await this.#used()) - before) / (requests * checks);
  }

  stop(): void {
    this.#agent.destroy();
    this.#child.disconnect();
  }

  async #used(): Promise<number> {
    this.#child.send("used");
    const { user, system } = await this.#said<NodeJS.CpuUsage>();
    return user + system;
  }

  #said<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#child.once("message", (message) => resolve(message as T));
      this.#ended = reject;
    });
  }

  #ask({ method, path, type, body }: Asked): Promise<string> {
    return new Promise((resolve, reject) => {
      const bytes = body === undefined ? undefined : Buffer.from(body);
      const request = send(`${this.origin}${path}`, { method, agent: this.#agent, headers: bytes === undefined ? {} : { "content-type": type, "content-length": bytes.length } }, (reply) => {
        const parts: Buffer[] = [];
        reply.on("data", (part: Buffer) => parts.push(part));
        reply.once("end", () => resolve(Buffer.concat(parts).toString()));
      });
      request.once("error", reject);
      request.end(bytes);
    });
  }
}

function promise(text: string, ours: number, peer: number, met: boolean): void {
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  process.stdout.write(`${JSON.stringify({ promise: text, ours: rounded(ours), peer: rounded(peer), ratio: rounded(ours / peer), met })}\n`);
}

async function bench(rounds: number, organisations: number): Promise<void> {
  const scheme = present((await loadLaw("law")).all("identifier").find((each) => each.id === "cn:unified-code"), "the scheme of the unified code");
  let drawn = 0;
  // A step that shares no factor with the count goes round it once before any comes again.
  const ways = waysTo(() => codeOf(scheme, 1 + ((drawn++ * 618_033) % organisations)));
  say(`packing ${organisations} organisations`);
  const server = new Server(organisations);
  try {
    await server.ready();
    const costs = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
    for (let round = -1; round < rounds; round += 1) for (const way of ways) {
      const cost = await server.round(way);
      if (round >= 0) costs.get(way.name)?.push(cost);
    }
    const of = (name: string): number => spread(name, costs.get(name) ?? []);
    const [bare, single, batch, lines] = ["bare", "single", "batch", "lines"].map(of);
  report({ bare: bare ?? 0, single: single ?? 0, batch: batch ?? 0, lines: lines ?? 0 });
  } finally {
    server.stop();
  }
}

/** The median, after it was said with what the rounds came to. */
function spread(name: string, costs: readonly number[]): number {
  const sorted = costs.toSorted((a, b) => a - b);
  const middle = present(sorted[Math.floor(sorted.length / 2)], "a round");
  say(`${name.padEnd(7)} ${middle.toFixed(2)} microseconds of a processor a check (${(sorted[0] ?? 0).toFixed(2)} to ${(sorted.at(-1) ?? 0).toFixed(2)} in ${sorted.length} rounds)`);
  return middle;
}

function report({ bare, single, batch, lines }: Readonly<Record<"bare" | "single" | "batch" | "lines", number>>): void {
  promise(`microseconds of a processor for one check over HTTP: at most ${PROMISED.dearer} times the bare GET of the same server (peer)`, single, bare, single <= bare * PROMISED.dearer);
  for (const [name, cost] of [["evaluations", batch], ["checks as lines", lines]] as const) {
    promise(`microseconds for a check in a batch of ${BATCH} ${name}: at most a fortieth of one alone (peer)`, cost, single, cost * PROMISED.cheaper <= single);
  }
}

const [rounds = "9", organisations = "1000000"] = process.argv.slice(2);
await bench(Number(rounds), Number(organisations));
