// Promise: what was appended is in the answers of other threads within 5 milliseconds at the median and 50 at the 99th percentile, while a
// thousand events a second arrive at PostgreSQL and checks run there without a pause; and no answer mixes two positions. Threads keep an index
// each, over the same columns. The time is from the reply to the commit until a thread holds an answer of that position or a later one; every
// answer waited for must show the event from its position on and not before, and a sample of all answers is held against the plain derivation
// as known at just the position each names. No other program makes this promise. `node bench/delta.ts [SECONDS] [ORGANISATIONS] [THREADS]`.
// Where the time goes: PostgreSQL says that something was written, one reading gives the new events, and whoever is asked about at once is read in
// two or three more, 1 to 2 milliseconds each; the rest that was touched is read beside, some files at a time, and then derived without PostgreSQL in
// a third of a millisecond. What the two cores do besides, for server, writer, threads and new snapshots, comes on top.
import { isDeepStrictEqual } from "node:util";
import type { Worker } from "node:worker_threads";
import { present } from "../src/domain/terms/index.ts";
import { packRulebook } from "../src/domain/rules/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { buildIndex, checkOrganisation, type Registry } from "../src/service/index.ts";
import { openLedger } from "../src/store/index.ts";
import { loadLaw } from "../test/support/law.ts";
import { startPostgres } from "../test/support/postgres.ts";
import { registryOver } from "../test/support/registry.ts";
import { arrivingEvents, ASKED_ON, type Arriving } from "./delta-events.ts";
import { startWorker, type Announced, type FromWorker, type Sampled, type ToWorker, type WorkerReport } from "./delta-worker.ts";
import { EVENTS_EACH, fillRegister, nodeOfBench } from "./million-register.ts";

const PROMISED = { median: 5, slowest: 50, perSecond: 1000 } as const;
/** As imports and sheets hand them in: several to an append. */
const EVENTS_AN_APPEND = 20;
const EVERY_MILLISECONDS = (1000 * EVENTS_AN_APPEND) / PROMISED.perSecond;
const WARM_SECONDS = 3;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** When an append was answered, and when each thread first answered as of its last position. */
interface Watched {
  committed?: bigint;
  readonly shown: (bigint | undefined)[];
}

type Workers = readonly Worker[];

class Threads {
  readonly #workers: Workers;
  readonly watched = new Map<number, Watched>();
  readonly reports: WorkerReport[] = [];
  #ready = 0;
  #told: () => void = () => {};

  constructor(workers: Workers) {
    this.#workers = workers;
    for (const [thread, worker] of workers.entries()) worker.on("message", (message: FromWorker) => this.#take(thread, message)).on("error", (fault) => {
      throw fault;
    });
  }

  #take(thread: number, message: FromWorker): void {
    if (message.kind === "ready") this.#ready += 1;
    else if (message.kind === "report") this.reports.push(message.report);
    else present(this.watched.get(message.shown.position), "what was announced").shown[thread] = message.shown.at;
    this.#told();
  }

  async until(done: () => boolean): Promise<void> {
    while (!done()) await new Promise<void>((resolve) => (this.#told = resolve));
  }

  ready(): Promise<void> {
    return this.until(() => this.#ready === this.#workers.length);
  }

  announce(announced: Announced): void {
    this.watched.set(announced.position, { shown: [] });
    this.tell({ announced });
  }

  async end(): Promise<void> {
    this.tell("stop");
    await this.until(() => this.reports.length === this.#workers.length);
  }

  tell(message: ToWorker): void {
    for (const worker of this.#workers) worker.postMessage(message);
  }
}

/** Appends at the promised rate, announcing one event of each append; gives the rate it came to. */
async function arrive(registry: Registry, threads: Threads, organisations: number, seconds: number): Promise<number> {
  const events = arrivingEvents(organisations);
  let head: number = await registry.ledger.head();
  const appends = (seconds * PROMISED.perSecond) / EVENTS_AN_APPEND;
  const start = performance.now();
  for (let append = 0; append < appends; append += 1) {
    await sleep(start + append * EVERY_MILLISECONDS - performance.now());
    const arriving = Array.from({ length: EVENTS_AN_APPEND }, (): Arriving => events.next().value);
    const at = append % EVENTS_AN_APPEND;
    const { organisation, shows } = present(arriving[at], "an event of the append");
    threads.announce({ position: head + 1 + at, organisation, shows });
    const appended = await appendEvents(registry, { batch: null, drafts: arriving.map(({ draft }) => draft) });
    if (!appended.ok || appended.value.first !== head + 1) throw new Error("somebody else writes to this register");
    present(threads.watched.get(head + 1 + at), "what was announced").committed = process.hrtime.bigint();
    head = appended.value.last;
  }
  return (appends * EVENTS_AN_APPEND) / ((performance.now() - start) / 1000);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, Math.max(0, milliseconds)));
}

/** Answers that are not what the plain derivation says as known at the position they name. */
async function answersThatDiffer(registry: Registry, samples: readonly Sampled[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { request, answer } of samples) {
    const derived = await checkOrganisation(registry, { kind: "keeper" }, { ...request, known: String(answer.asOf.known), rulebook: registry.rulebook.hash });
    if (!derived.ok || !isDeepStrictEqual({ ...derived.value, asOf: { ...derived.value.asOf, by: answer.asOf.by } }, answer)) found.push(JSON.stringify({ request, answer, derived }));
  }
  return found;
}

function promise(text: string, ours: number, met: boolean): void {
  process.stdout.write(`${JSON.stringify({ promise: text, ours: Math.round(ours * 100) / 100, peer: null, ratio: null, met })}\n`);
}

async function bench(seconds: number, organisations: number, count: number): Promise<void> {
  const postgres = await startPostgres();
  const databaseUrl = await postgres.freshDatabase();
  const ledger = await openLedger({ ...nodeOfBench, databaseUrl });
  try {
    const registry = registryOver(ledger, await loadLaw("law"), { day: ASKED_ON });
    say(`filling a register of ${organisations} organisations`);
    await fillRegister(registry, organisations * EVENTS_EACH, () => {});
    const built = await buildIndex(registry);
    const law = packRulebook(registry.rulebook);
    const threads = new Threads(Array.from({ length: count }, (_, seed) => startWorker({ role: "check", databaseUrl, law, organisations, seed, built })));
    await threads.ready();
    const perSecond = await arrive(registry, threads, organisations, seconds + WARM_SECONDS);
    const watched = [...threads.watched.values()].slice((WARM_SECONDS * PROMISED.perSecond) / EVENTS_AN_APPEND);
    await threads.until(() => watched.every(({ shown }) => shown.filter((at) => at !== undefined).length === count));
    await threads.end();
    await report(registry, threads.reports, { perSecond, watched });
  } finally {
    await ledger.close();
    await postgres.stop();
  }
}

async function report(registry: Registry, reports: readonly WorkerReport[], { perSecond, watched }: { readonly perSecond: number; readonly watched: readonly Watched[] }): Promise<void> {
  const took = watched.flatMap(({ committed = 0n, shown }) => shown.map((at = 0n) => Math.max(0, Number(at - committed) / 1e6))).toSorted((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.POSITIVE_INFINITY;
  for (const { checks, by, snapshots } of reports) say(`a thread answered ${checks} checks (${JSON.stringify(by)}) over ${snapshots} snapshots`);
  say(`${took.length} events waited for: median ${at(0.5).toFixed(2)} ms, 90th ${at(0.9).toFixed(2)}, 99th ${at(0.99).toFixed(2)}, slowest ${at(1).toFixed(2)}; ${perSecond.toFixed(0)} events a second`);
  const samples = reports.flatMap((each) => each.samples);
  const mixed = [...reports.flatMap((each) => each.mixed), ...(await answersThatDiffer(registry, samples))];
  for (const each of mixed.slice(0, 3)) say(each);
  promise(`events a second that arrive at PostgreSQL meanwhile: ${PROMISED.perSecond}`, perSecond, perSecond > PROMISED.perSecond * 0.99);
  promise(`milliseconds until an event is in the answers, median: at most ${PROMISED.median}`, at(0.5), at(0.5) <= PROMISED.median);
  promise(`milliseconds until an event is in the answers, 99th percentile: at most ${PROMISED.slowest}`, at(0.99), at(0.99) <= PROMISED.slowest);
  promise(`answers that mix two positions, of ${took.length} waited for and ${samples.length} derived again: none`, mixed.length, mixed.length === 0);
}

const [seconds = "15", organisations = "20000", threads = "2"] = process.argv.slice(2);
await bench(Number(seconds), Number(organisations), Number(threads));
