// A program that imports one edition after another of an invented list until it is killed: the other process of kill-import.test.ts.
// It starts, says `ready`, and waits for a line of JSON on standard input; then it says `kept <batch> <records>` for each import that
// was acknowledged.
import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { importFile } from "../../src/service/index.ts";
import { openLedger } from "../../src/store/index.ts";
// Loaded before `ready`, so that the time until the first import is short.
import "../../src/store/sqlite-ledger.ts";
import { addDays, parsePlainDate } from "../../src/domain/terms/index.ts";
import { loadLaw } from "./law.ts";
import { registryOver } from "./registry.ts";

interface Orders {
  readonly dataDir: string;
  /** Begins the names of the ferries. */
  readonly name: string;
  /** Day of the first edition; each next is a day later. */
  readonly first: string;
  /** Rows of the editions, taken in turn. */
  readonly sizes: readonly number[];
}

const say = (line: string): void => void writeSync(1, `${line}\n`);
const law = await loadLaw("test/bodies");

async function handIn({ dataDir, name, first, sizes }: Orders): Promise<void> {
  const registry = registryOver(await openLedger({ node: name, randomBytes, dataDir }), law, { day: "2100-01-01" });
  const start = parsePlainDate(first);
  if (!start.ok) throw new Error(start.error);
  for (let turn = 0; ; turn += 1) {
    const rows = Array.from({ length: sizes[turn % sizes.length] ?? 1 }, (_, index) => `Ferry ${word(name, turn, index)} Ltd,2024-01-01,,${index}`);
    const imported = await importFile(registry, { name: "north.csv", bytes: Buffer.from(`Ferry,Since,Free,Case\n${rows.join("\n")}\n`), template: "ferry:north-sheet", asOf: addDays(start.value, turn) });
    if (!imported.ok) throw new Error(imported.error.message);
    say(`kept ${imported.value.batch} ${imported.value.records}`);
  }
}

/** A name no other row has: letters alone, so that no two are told apart by a number only. */
function word(name: string, turn: number, index: number): string {
  return [...`${name}${turn}x${index}`].map((character) => (/\d/.test(character) ? String.fromCharCode(97 + Number(character)) : character)).join("").replace(/^./, (first) => first.toUpperCase());
}

say("ready");
for await (const line of createInterface({ input: process.stdin })) {
  await handIn(JSON.parse(line));
  break;
}
process.exit(0);
