// The ledger with a million events: how long it takes to fill a folder, and what a process that starts cold needs to read what
// concerns one organisation. Promise: opening the folder and that reading stay far below a second, however long the log is.
// `node bench/ledger.ts [EVENTS]`; the process it measures is itself, started with `read DIR KEY`.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFileNumber } from "../src/domain/terms/index.ts";
import { openLedger, type EventToAppend, type Ledger } from "../src/store/index.ts";
import { batchOf, nameRow, organisationEvent, position, recordEvent } from "../test/support/sample-events.ts";

/** One organisation and nine records about it. */
const EVENTS_EACH = 10;
const BATCH = 5000;

async function measure(count: number): Promise<Readonly<Record<string, number>>> {
  const dataDir = mkdtempSync(join(tmpdir(), "probity-bench-"));
  try {
    const ledger = await openLedger({ node: "bench", randomBytes, dataDir });
    const fillSeconds = (await timed(() => fill(ledger, count))) / 1000;
    const files = Math.floor(count / EVENTS_EACH);
    const keysOf = (index: number): readonly string[] => [`file:${makeFileNumber(index)}`, `code:bench:uscc:${index}`];
    const closures = Array.from({ length: 200 }, (_, index) => keysOf(1 + ((index * 7919) % files)));
    const closureMilliseconds = (await timed(async () => { for (const keys of closures) await ledger.read({ keys }); })) / closures.length;
    const wideMilliseconds = await timed(() => ledger.read({ keys: closures.flat() }));
    const exactNameMilliseconds = await timed(() => ledger.findNames({ text: "ledgerworks77", how: "exact", in: ["levelled", "pinyin", "initials"], limit: 20 }));
    const insideNameMilliseconds = await timed(() => ledger.findNames({ text: "works778", how: "inside", in: ["levelled", "pinyin", "initials"], limit: 20 }));
    const keysLikeMilliseconds = await timed(() => ledger.keysLike("list:", 50));
    const positionBeforeMilliseconds = await timed(() => ledger.positionBefore("2026-06-01T00:00:00.000Z"));
    const smallAppendMilliseconds = (await timed(async () => { for (let turn = 0; turn < 100; turn += 1) await ledger.append(batchOf([recordEvent({ id: `late-${turn}` })], { expect: { keys: [`late:${turn}`], after: position(0) } })); })) / 100;
    const streamSeconds = (await timed(async () => { for await (const event of ledger.stream({})) void event; })) / 1000;
    await ledger.close();
    const megabytes = readdirSync(dataDir).reduce((sum, name) => sum + statSync(join(dataDir, name)).size, 0) / 1e6;
    const coldMilliseconds = [1, 2, 3, 4, 5].map((turn) => coldRead(dataDir, keysOf(turn * 1000 % files + 1)[0] ?? "")).toSorted((a, b) => a - b)[2] ?? 0;
    return { events: count, fillSeconds, eventsPerSecond: count / fillSeconds, megabytes, coldMilliseconds, closureMilliseconds, wideMilliseconds, exactNameMilliseconds, insideNameMilliseconds, keysLikeMilliseconds, positionBeforeMilliseconds, smallAppendMilliseconds, streamSeconds };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill(ledger: Ledger, count: number): Promise<void> {
  for (let first = 0; first < count; first += BATCH) {
    const events = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) => eventAt(first + index));
    await ledger.append(batchOf(events));
    if (first % 100_000 === 0) process.stderr.write(`${first} `);
  }
}

function eventAt(index: number): EventToAppend {
  const number = Math.floor(index / EVENTS_EACH) + 1;
  const file = makeFileNumber(number);
  if (index % EVENTS_EACH === 0) return organisationEvent(file, [nameRow(file, `Ledger Works ${number}`), nameRow(file, `极地工厂 ${number}`)], [`code:bench:uscc:${number}`]);
  return recordEvent({ id: `r-${index}`, file, keys: [`file:${file}`, `list:bench-${index % 40}`, `batch:b-${Math.floor(index / BATCH)}`] });
}

/** Milliseconds of a whole process: start, open, read, end. */
function coldRead(dataDir: string, key: string): number {
  const start = performance.now();
  const run = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", fileURLToPath(import.meta.url), "read", dataDir, key], { encoding: "utf8" });
  if (run.status !== 0 || Number(run.stdout) !== EVENTS_EACH) throw new Error(`the cold process found ${run.stdout || run.stderr}`);
  return performance.now() - start;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const [what = "1000000", dataDir = "", key = ""] = process.argv.slice(2);
if (what === "read") {
  const ledger = await openLedger({ node: "bench", randomBytes, dataDir });
  process.stdout.write(String((await ledger.read({ keys: [key] })).length));
  await ledger.close();
} else {
  const numbers = await measure(Number(what));
  process.stderr.write("\n");
  for (const [name, value] of Object.entries(numbers)) process.stdout.write(`${name.padEnd(28)} ${value.toFixed(value < 100 ? 2 : 0)}\n`);
}
