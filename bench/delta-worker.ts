// A worker of the delta bench: opens the ledger for itself, keeps an index over the columns it was handed, and checks organisations nobody asked
// about before for as long as it runs. It is told beforehand what will be appended at which position, and says when an answer first shows it.
// In another role it builds a new snapshot, as a thread of `up` does.
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { present } from "../src/domain/terms/index.ts";
import { unpackRulebook } from "../src/domain/rules/index.ts";
import type { Answer } from "../src/domain/restrictions/index.ts";
import { buildIndex, checkOrganisation, KeptIndex, type BuiltIndex, type CheckRequest, type Registry } from "../src/service/index.ts";
import { openLedger } from "../src/store/index.ts";
import { registryOver } from "../test/support/registry.ts";
import { ACT, ASKED_ON, type Arriving } from "./delta-events.ts";
import { codeOf, nodeOfBench } from "./million-register.ts";

/** What a worker is started with. */
export interface WorkerOrder {
  readonly role: "check" | "build";
  readonly databaseUrl: string;
  /** The rulebook as it was compiled: a thread of `up` does not read the files of the law either. */
  readonly law: string;
  readonly organisations: number;
  /** Nobody else asks in the same order. */
  readonly seed: number;
  readonly built?: BuiltIndex;
}

/** An event that is about to be appended at this position. */
export interface Announced {
  readonly position: number;
  readonly organisation: number;
  readonly shows: Arriving["shows"];
}

/** An event that an answer showed, at this nanosecond of the machine's clock. */
export interface Shown {
  readonly position: number;
  readonly at: bigint;
}

export interface Sampled {
  readonly request: CheckRequest;
  readonly answer: Answer;
}

/** What a worker says when it is told to end. */
export interface WorkerReport {
  readonly checks: number;
  readonly by: Readonly<Record<string, number>>;
  /** Answers that showed what came after their position, or did not show what came before it. */
  readonly mixed: readonly string[];
  readonly samples: readonly Sampled[];
  readonly snapshots: number;
}

export type ToWorker = { readonly announced: Announced } | "stop";
export type FromWorker = { readonly kind: "ready" } | { readonly kind: "shown"; readonly shown: Shown } | { readonly kind: "report"; readonly report: WorkerReport };

/** Checks a thread answers beside those it waits with: two thousand a second, twenty at a time, or as many as it can. */
const CHECKS_A_TURN = 20;
const TURN_MILLISECONDS = 10;
const SAMPLE_EVERY = 7;
const SAMPLES_MAX = 3000;

export function startWorker(order: WorkerOrder): Worker {
  return new Worker(fileURLToPath(import.meta.url), { workerData: order, execArgv: ["--disable-warning=ExperimentalWarning"] });
}

function builtByThread(order: WorkerOrder): Promise<BuiltIndex> {
  return new Promise((resolve, reject) => {
    startWorker({ ...order, role: "build" }).once("message", resolve).once("error", reject);
  });
}

type WithIndex = Registry & { readonly index: KeptIndex };

class Checking {
  readonly #registry: WithIndex;
  readonly #order: WorkerOrder;
  readonly #scheme;
  readonly #samples: Sampled[] = [];
  readonly #mixed: string[] = [];
  readonly #by = new Map<string, number>();
  readonly #snapshots = new Set<number | undefined>();
  #checks = 0;

  constructor(registry: WithIndex, order: WorkerOrder) {
    this.#registry = registry;
    this.#order = order;
    this.#scheme = present(registry.rulebook.all("identifier").find((each) => each.id === "cn:unified-code"), "the scheme of the unified code");
  }

  async run(stopped: () => boolean): Promise<WorkerReport> {
    const { organisations, seed } = this.#order;
    const start = performance.now();
    for (let turn = 0; !stopped(); turn += 1) {
      await sleep(Math.max(0, start + turn * TURN_MILLISECONDS - performance.now()));
      for (let each = 0; each < CHECKS_A_TURN; each += 1) await this.#ask(1 + (((turn * CHECKS_A_TURN + each) * 7907 + seed * 1009) % organisations));
      this.#snapshots.add(this.#registry.index.snapshotAt);
    }
    return { checks: this.#checks, by: Object.fromEntries(this.#by), mixed: this.#mixed, samples: this.#samples, snapshots: this.#snapshots.size };
  }

  /** Asks about it at once and then whenever the index has heard of something, beside all the rest, until an answer is of its position. */
  async waitFor(announced: Announced): Promise<Shown> {
    const { index } = this.#registry;
    while (!(await this.#isShown(announced))) while (index.position < announced.position && index.isUpToDate) await sleep(1);
    return { position: announced.position, at: process.hrtime.bigint() };
  }

  /** INVARIANT: an answer shows what was appended at or before its position, and nothing else. */
  async #isShown({ position, organisation, shows }: Announced): Promise<boolean> {
    const answer = await this.#ask(organisation);
    const isThere = answer.asOf.known >= position;
    if (shows === undefined) return isThere;
    const named = answer.effects.some(({ because }) => "trigger" in because && because.trigger.kind === "list" && because.trigger.listing === shows.listing);
    if ((named === shows.present) !== isThere) this.#mixed.push(`asked of ${position}: as of ${answer.asOf.known} by ${answer.asOf.by} the answer ${named ? "names" : "does not name"} ${shows.listing}`);
    return isThere;
  }

  async #ask(organisation: number): Promise<Answer> {
    const request: CheckRequest = { organisation: codeOf(this.#scheme, organisation), act: ACT, on: ASKED_ON };
    const answer = await checkOrganisation(this.#registry, { kind: "keeper" }, request);
    if (!answer.ok) throw new Error(answer.error.message);
    this.#checks += 1;
    this.#by.set(answer.value.asOf.by, (this.#by.get(answer.value.asOf.by) ?? 0) + 1);
    if (this.#checks % SAMPLE_EVERY === 0) {
      // The last thousands are kept, so that they are of the whole run's latest positions, and of the first ones every tenth.
      if (this.#samples.length < SAMPLES_MAX) this.#samples.push({ request, answer: answer.value });
      else this.#samples[(this.#checks / SAMPLE_EVERY) % SAMPLES_MAX] = { request, answer: answer.value };
    }
    return answer.value;
  }
}

async function work(order: WorkerOrder): Promise<void> {
  const port = present(parentPort, "whoever started this thread");
  const ledger = await openLedger({ ...nodeOfBench, databaseUrl: order.databaseUrl });
  const law = unpackRulebook(order.law);
  if (!law.ok) throw new Error("the rulebook was compiled by this program");
  const registry = registryOver(ledger, law.value, { day: ASKED_ON });
  if (order.role === "build") {
    if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
    port.postMessage(await buildIndex(registry));
    return ledger.close();
  }
  const say = (message: FromWorker): void => port.postMessage(message);
  const index = new KeptIndex(registry, { load: async () => order.built, build: () => builtByThread(order), say: (line) => void process.stderr.write(`${line}\n`) });
  await index.start();
  const checking = new Checking({ ...registry, index }, order);
  let stop = false;
  port.on("message", (message: ToWorker) => {
    if (message === "stop") stop = true;
    else void checking.waitFor(message.announced).then((shown) => say({ kind: "shown", shown }));
  });
  say({ kind: "ready" });
  say({ kind: "report", report: await checking.run(() => stop) });
  index.close();
  await index.settled();
  await ledger.close();
  port.close();
}

if (parentPort !== null) await work(workerData);
