// Promises: the full derivation of a register (everything on file, folded organisation by organisation and packed into the restriction index) runs
// at no less than 60 % of the rate at which PostgreSQL copies out the same rows in the same order, to nobody; and what one change costs, to be
// taken in and to be asked about, does not depend on how much is on file. The speed of light of a derivation is that copy: it must read what the
// copy reads. Where its time goes: taking rows in and splitting them (a quarter), parsing the bodies of what is no record (a tenth), making
// events and folding them (the rest); of a record, which most events are, no body is parsed. Both run in turn on the PostgreSQL of the tests; the
// median counts, and the spread is told on standard error. Prints one line of JSON a promise; `./probity bench derive` runs it.
// `node bench/derive.ts [EVENTS] [SIZE,SIZE,SIZE]`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type Connection, type Submittable } from "pg";
import { makeFileNumber, present, type BatchId, type FileNumber, type LawId, type RecordId } from "../src/domain/terms/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { buildIndex, checkOrganisation, KeptIndex, type Registry } from "../src/service/index.ts";
import { openLedger } from "../src/store/index.ts";
import { startPostgres } from "../test/support/postgres.ts";
import { openHouse } from "../test/support/run.ts";
import { fillRegister, nodeOfBench } from "./million-register.ts";

const PROMISED_SHARE = 0.6;
const ROUNDS = 5;
/** The largest register may cost so many times what the smallest costs. */
const TIMES_MAX = 2;
const CHANGES = 200;
const CHANGES_BEFORE = 30;

interface Promised {
  readonly promise: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly ratio: number | null;
  readonly met: boolean;
}

/** Rows that the server copies out, counted and let go. */
class CopyToNobody implements Submittable {
  readonly ended: Promise<void>;
  rows = 0;
  readonly #statement: string;
  #end: () => void = () => undefined;
  #fail: (fault: Error) => void = () => undefined;

  constructor(statement: string) {
    this.#statement = statement;
    this.ended = new Promise((resolve, reject) => ([this.#end, this.#fail] = [resolve, reject]));
  }

  submit(connection: Connection): void {
    connection.query(`copy (${this.#statement}) to stdout`);
  }

  handleCopyData(): void {
    this.rows += 1;
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#end();
  }

  handleError(fault: Error): void {
    this.#fail(fault);
  }
}

/** What the stream of events by file reads, in its order; by which plan is left to the server. */
const ROWS = `select k.key, e.position, e.recorded_at, e.origin_node, e.origin_position, e.batch, e.matter, e.type, e.version, e.office, e.officer, e.files, e.visibility, e.commitment, b.body
  from event_keys k join events e on e.position = k.position left join bodies b on b.position = k.position where k.key >= 'file:' and k.key < 'file;' order by k.key, k.position`;

async function measureDerivation(events: number): Promise<Promised> {
  const postgres = await startPostgres();
  try {
    const databaseUrl = await postgres.freshDatabase();
    const ledger = await openLedger({ ...nodeOfBench, databaseUrl });
    const { registry } = await openHouse({ ledger });
    say(`filling a register in PostgreSQL with ${events} events`);
    await fillRegister(registry, events, () => {});
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query("vacuum analyze");
    const [copied, derived]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      const copy = new CopyToNobody(ROWS);
      const copySeconds = await seconds(() => client.query(copy).ended);
      copied.push(copy.rows / copySeconds);
      derived.push(copy.rows / (await seconds(() => buildIndex(registry))));
    }
    await client.end();
    await ledger.close();
    const [ours, peer] = [median(derived), median(copied)];
    say(`derived ${spread(derived)} events a second; copied ${spread(copied)}`);
    const ratio = Math.round((ours / peer) * 100) / 100;
    return { promise: `events a second of the full derivation of ${events} events on PostgreSQL: at least ${PROMISED_SHARE * 100} % of an ordered COPY OUT of the same rows`, ours: Math.round(ours), peer: Math.round(peer), ratio, met: ours >= PROMISED_SHARE * peer };
  } finally {
    await postgres.stop();
  }
}

async function measureChanges(sizes: readonly number[]): Promise<Promised> {
  const medians: number[] = [];
  for (const events of sizes) {
    const dataDir = mkdtempSync(join(tmpdir(), "probity-bench-"));
    try {
      medians.push(await costOfChange(dataDir, events));
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
  const [least, most] = [Math.min(...medians), Math.max(...medians)];
  const ratio = Math.round((most / least) * 100) / 100;
  return {
    promise: `milliseconds to take in one change and to answer about its organisation, with ${sizes.join(", ")} events on file (${medians.map((each) => each.toFixed(2)).join(", ")}): the most within ${TIMES_MAX} times the least`,
    ours: Math.round(most * 1000) / 1000, peer: null, ratio, met: most <= TIMES_MAX * least,
  };
}

/** The median, in milliseconds, over many changes to organisations far apart. */
async function costOfChange(dataDir: string, events: number): Promise<number> {
  const ledger = await openLedger({ ...nodeOfBench, dataDir });
  const { registry } = await openHouse({ ledger });
  say(`filling a register in a folder with ${events} events`);
  const { organisations } = await fillRegister(registry, events, () => {});
  const built = await buildIndex(registry);
  const index = new KeptIndex(registry, { load: async () => built, build: async () => built, say });
  await index.start();
  const costs: number[] = [];
  for (let change = 0; change < CHANGES_BEFORE + CHANGES; change += 1) {
    const file = makeFileNumber(1 + ((change * 7919) % organisations));
    await appendPenalty(registry, file, change);
    const cost = await seconds(async () => {
      await index.upToDate();
      const answer = await checkOrganisation({ ...registry, index }, { kind: "keeper" }, { organisation: file, act: "mdb:award-contract@ebrd" });
      if (!answer.ok || answer.value.asOf.known !== index.position) throw new Error(`the change to ${file} is not in the answer`);
    });
    if (change >= CHANGES_BEFORE) costs.push(cost * 1000);
  }
  index.close();
  await ledger.close();
  say(`one change with ${events} events on file: ${spread(costs)} milliseconds`);
  return median(costs);
}

async function appendPenalty(registry: Registry, file: FileNumber, change: number): Promise<void> {
  const appended = await appendEvents(registry, {
    batch: `bench-${change}` as BatchId,
    drafts: [{ type: "RecordReported", body: { record: `r.late.${change}` as RecordId, file, recordType: "cn:administrative-penalty" as LawId, fields: { documentNumber: `late ${change}`, field: "tax", kinds: ["fine"] } } }],
  });
  if (!appended.ok) throw new Error("the change was not appended");
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return present(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)], "the one in the middle");
}

/** The median, and from the least to the most. */
function spread(values: readonly number[]): string {
  return [median(values), Math.min(...values), Math.max(...values)].map((value) => (value < 100 ? value.toFixed(2) : value.toFixed(0))).join(", ").replace(/, (.*), (.*)$/, " ($1 to $2)");
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const [events = "1000000", sizes = "10000,100000,1000000"] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await measureDerivation(Number(events)))}\n`);
process.stdout.write(`${JSON.stringify(await measureChanges(sizes.split(",").map(Number)))}\n`);
