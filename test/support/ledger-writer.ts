// A program that writes to a ledger until it is killed or told to stop: the other process of kill.test.ts and processes.test.ts.
// It starts, says `ready`, and waits for a line of JSON on standard input; then it appends batches and says `kept <batch>` for each
// that `append` answered, `file <number>` for each file number it minted, and `done` at the end.
import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { openLedger } from "../../src/store/open-ledger.ts";
// Loaded before `ready`, so that the time until the first append is short.
import "../../src/store/sqlite-ledger.ts";
import { batchId, batchOf, position, recordEvent } from "./sample-events.ts";

interface Orders {
  readonly dataDir?: string;
  readonly databaseUrl?: string;
  /** Begins the ids of its batches. */
  readonly name: string;
  /** Batches; absent: until it is killed. */
  readonly batches?: number;
  /** Sizes of batches, taken in turn. */
  readonly sizes: readonly number[];
  /** File numbers minted with every batch. */
  readonly mint: number;
}

const say = (line: string): void => void writeSync(1, `${line}\n`);

async function write(orders: Orders): Promise<void> {
  const { dataDir, databaseUrl } = orders;
  const ledger = await openLedger({ node: orders.name, randomBytes, ...(dataDir === undefined ? {} : { dataDir }), ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  for (let turn = 0; turn < (orders.batches ?? Number.POSITIVE_INFINITY); turn += 1) {
    for (const file of await ledger.mintFiles(orders.mint)) say(`file ${file}`);
    const batch = `${orders.name}-${turn}`;
    const size = orders.sizes[turn % orders.sizes.length] ?? 1;
    const events = Array.from({ length: size }, (_, index) => recordEvent({ id: `${batch}-${index}`, of: size, keys: [`batch:${batch}`, `row:${index}`] }));
    const kept = await ledger.append(batchOf(events, { batch: batchId(batch), expect: { keys: [`batch:${batch}`], after: position(0) } }));
    if (!kept.ok) throw new Error(`${batch} is there already, at ${kept.error.position}`);
    say(`kept ${batch}`);
  }
  await ledger.close();
  say("done");
}

say("ready");
for await (const line of createInterface({ input: process.stdin })) {
  await write(JSON.parse(line));
  break;
}
process.exit(0);
