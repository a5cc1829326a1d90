// The command line for tests, two ways: `./probity` as a process of its own, and the same commands in this process over a ledger and a
// clock the test holds. Both give back what was printed where, and the exit status.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createReadStream, existsSync, mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { runCommandLine, type World } from "../../src/cli/index.ts";
import { fileTransport } from "../../src/exchange/index.ts";
import { adoptRulebook, buildIndex, KeptIndex, openLaw, type Clock, type Problem, type Registry, type Transport } from "../../src/service/index.ts";
import { createMemoryLedger, type Ledger } from "../../src/store/index.ts";
import type { Rulebook } from "../../src/domain/rules/index.ts";
import { parseInstant, parsePlainDate, type Instant, type PlainDate, type Result } from "../../src/domain/terms/index.ts";
import { digest, loadLaw } from "./law.ts";

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Words of a shell before the command, such as a limit on what it may write. */
  readonly shell?: string;
}

export const root = fileURLToPath(new URL("../../", import.meta.url));
const program = fileURLToPath(new URL("../../probity", import.meta.url));
/** What a test's own surroundings say of databases, laws and lists is nothing to the process it starts. */
const NOT_INHERITED = ["PROBITY_SMTP", "PROBITY_MAIL_FROM", "DATABASE_URL", "PROBITY_LAW", "PROBITY_LISTS", "NODE_OPTIONS", "VITEST"];

let folder: string | undefined;

/** Where a command runs that is told no other place: a `./data` it makes stays out of the checkout, and goes with this process. */
function ownFolder(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), "probity-run-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

/** Runs `./probity` as a process of its own. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_INHERITED.includes(name)));
  const [command, all] = options.shell === undefined ? [program, args] : ["/bin/sh", ["-c", `${options.shell}; exec "$0" "$@"`, program, ...args]];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...all], { cwd: options.cwd ?? ownFolder(), env: { ...inherited, TZ: "UTC", ...options.env }, stdio: ["ignore", "pipe", "pipe"] });
    const [out, complaint]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => complaint.push(chunk));
    child.once("error", reject);
    child.once("close", (status, signal) => resolve({ status: status ?? (signal === null ? -1 : 128), stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(complaint).toString("utf8") }));
  });
}

/** A register a test holds in its hands: its ledger, a clock that stands still until it is told to move, and the command line over both. */
export interface House {
  readonly registry: Registry;
  readonly ledger: Ledger;
  /** Moves the clock to noon (UTC) of a day. */
  setDay(day: string): void;
  run(...args: readonly string[]): Promise<Ran>;
  /** Runs with `--json` and reads what was printed. */
  json(...args: readonly string[]): Promise<Json>;
  /** Files the commands may read beside those on disk, by path; also what they wrote. */
  readonly files: Map<string, Uint8Array>;
}

/** JSON as a test looks into it: a missing step is `undefined`, and what is compared is compared whole. */
export type Json = { readonly [key: string]: Json } & { readonly [index: number]: Json } & Iterable<Json>;

const rulebooks = new Map<string, Promise<Rulebook>>();

/** The project's own law, read once a process. */
export function projectLaw(): Promise<Rulebook> {
  const known = rulebooks.get("law") ?? loadLaw("law");
  rulebooks.set("law", known);
  return known;
}

export interface HouseOptions {
  readonly ledger?: Ledger;
  readonly day?: string;
  readonly rulebook?: Rulebook;
  /** Webhooks may be addresses of this machine. */
  readonly loopback?: boolean;
  /** How messages leave; default files in a folder of this process. */
  readonly transport?: Transport;
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const rulebook = options.rulebook ?? (await projectLaw());
  const ledger = options.ledger ?? createMemoryLedger({ node: "test", randomBytes });
  const hand = { now: noonOf(options.day ?? "2026-03-02") };
  const registry: Registry = { ledger, rulebook, digest, clock: standingClock(hand), freshId: (prefix) => `${prefix}${randomBytes(9).toString("hex")}`, ...(options.loopback === true ? { webhookLoopback: true } : {}) };
  await adoptRulebook(registry);
  const files = new Map<string, Uint8Array>();
  async function runHere(...args: readonly string[]): Promise<Ran> {
    const printed = { stdout: "", stderr: "", status: 0 };
    const world: World = {
      out: (text) => void (printed.stdout += text), say: (text) => void (printed.stderr += text), terminal: false,
      openRegistry: async () => ({ registry, close: async () => {}, readLawAgain: async () => ({ ok: true, value: registry }), keepIndex: (of, say) => new KeptIndex(of, { load: async () => undefined, build: () => buildIndex(of), say }), keptSnapshot: async () => undefined }),
      readLaw: (folder) => openedRulebook(folder),
      memoryRegistry: async () => ({ ...registry, ledger: createMemoryLedger({ node: "test", randomBytes }) }),
      readFile: async (path) => files.get(path) ?? readFile(path),
      makeFolder: async () => {},
      writeFile: async (path, bytes) => (path.includes("/") ? writeFile(path, bytes) : void files.set(path, bytes)),
      readLines: (path) => linesOf(files.get(path), path),
      holdsRegister: () => true, digest,
      environment: {}, runBench: async (name) => `${JSON.stringify({ promise: name, ours: 2, peer: null, ratio: null, met: false })}\n`, exit: (status) => void (printed.status = status), stopped: async () => {}, stopSignal: () => new AbortController().signal, onHangUp: () => {},
      openKept: async () => {
        throw new Error("a register in a test's hands is copied by its own folder or database");
      },
      transport: async () => options.transport ?? fileTransport(join(ownFolder(), "outbox-sent"), "register@localhost"),
    };
    await runCommandLine(args, world);
    return printed;
  }
  return {
    registry, ledger, files, run: runHere,
    setDay: (day) => void (hand.now = noonOf(day)),
    async json(...args) {
      const ran = await runHere(...args, "--json");
      if (ran.stdout === "") throw new Error(`probity ${args.join(" ")} printed nothing: ${ran.stderr}`);
      return JSON.parse(ran.stdout);
    },
  };
}

function openedRulebook(folder: string): Result<Rulebook, Problem> {
  const law = openLaw(folder, undefined, digest);
  return law.ok ? { ok: true, value: law.value.rulebook } : law;
}

function standingClock(hand: { readonly now: Instant }): Clock {
  return {
    now: () => hand.now,
    dayOf: (moment, timeZone) => value(parsePlainDate(Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString())),
    startOf: (day, timeZone) => value(parseInstant(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 }))),
  };
}

function noonOf(day: string): Instant {
  return value(parseInstant(`${day}T12:00:00.000Z`));
}

function value<T extends Instant | PlainDate>(result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new Error(result.error);
}

function linesOf(bytes: Uint8Array | undefined, path: string): AsyncIterable<string> {
  if (bytes === undefined) {
    if (!existsSync(path)) throw new Error(`no file ${path}`);
    return createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  }
  const lines = Buffer.from(bytes).toString("utf8").split(/\r?\n/);
  return (async function* () {
    yield* lines;
  })();
}

/** The folder of the two published lists, where the machine has them. */
export const publishedLists: string | undefined = process.env["PROBITY_LISTS"] === "" ? undefined : process.env["PROBITY_LISTS"];
