// A program that imports one edition after another of an invented list until it is killed: the other process of kill-import.test.ts and
// stop-import.test.ts.
// It starts, says `ready`, and waits for a line of JSON on standard input; then it says `at <step> <done>` on the way, and
// `kept <batch> <records>` for each import that was acknowledged.
import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { importFile } from "../../src/service/index.ts";
import { openLedger } from "../../src/store/index.ts";
// Loaded before `ready`, so that the time until the first import is short.
import "../../src/store/sqlite-ledger.ts";
import { addDays, parsePlainDate } from "../../src/domain/terms/index.ts";
import { northSheet } from "./ferry-sheets.ts";
import { loadLaw } from "./law.ts";
import { registryOver } from "./registry.ts";

interface Orders {
  readonly dataDir?: string;
  readonly databaseUrl?: string;
  /** Begins the names of the ferries. */
  readonly name: string;
  /** Day of the first edition; each next is a day later. */
  readonly first: string;
  /** Rows of the editions, taken in turn. */
  readonly sizes: readonly number[];
}

const say = (line: string): void => void writeSync(1, `${line}\n`);
const law = await loadLaw("test/bodies");

async function handIn({ dataDir, databaseUrl, name, first, sizes }: Orders): Promise<void> {
  const registry = registryOver(await openLedger({ node: name, randomBytes, ...(dataDir === undefined ? {} : { dataDir }), ...(databaseUrl === undefined ? {} : { databaseUrl }) }), law, { day: "2100-01-01" });
  const start = parsePlainDate(first);
  if (!start.ok) throw new Error(start.error);
  for (let turn = 0; ; turn += 1) {
    const bytes = northSheet(`${name}${turn}`, sizes[turn % sizes.length] ?? 1);
    const progress = (done: number, _total: number, what: string): void => say(`at ${what} ${done}`);
    const imported = await importFile(registry, { name: "north.csv", bytes, template: "ferry:north-sheet", asOf: addDays(start.value, turn), progress });
    if (!imported.ok) throw new Error(imported.error.message);
    say(`kept ${imported.value.batch} ${imported.value.records}`);
  }
}

say("ready");
for await (const line of createInterface({ input: process.stdin })) {
  await handIn(JSON.parse(line));
  break;
}
process.exit(0);
