// Promises about handing in many rows: a validated CSV enters PostgreSQL with at least 80 % of the rows a second of psql's \copy and SQLite
// with at least 80 % of bare row inserts by better-sqlite3, and a workbook is read at least as fast as by the best npm reader. Ours is the
// whole verb: reading, checking every cell, matching, sealing, storing. The peers are handed the very rows of the tables that this import
// wrote, into tables with the same keys and indexes, with the same settings of durability; rows are counted in the tables on both sides.
// Both sides take turns in one run; the median of the turns counts, the spread is printed. What of the import is storing alone is said
// beside it and promised nowhere.
// Where the time goes, of what is not inserting: search forms of names half (of a Chinese one, the reader's segmentation and its likely
// readings; then the keys under which candidates are found), sealing a fifth, reading and checking cells a fifth. SQLite inserts in the
// thread that makes rows ready, so that both add up; PostgreSQL takes a chunk while the next is made ready, and waits for it.
// Prints one line of JSON a promise; `./probity bench ingest` runs it. `node bench/ingest.ts [ROWS] [TURNS]`.
// Peers are no dependencies: psql is the machine's; the others are looked for in the folder of PROBITY_PEERS, such as one made by
// `npm install --prefix DIR better-sqlite3 hucre read-excel-file exceljs`. One that is not there is printed as absent.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Rulebook } from "../src/domain/rules/index.ts";
import { readSheet } from "../src/intake/index.ts";
import { importFile } from "../src/service/index.ts";
import { openLedger, type Ledger } from "../src/store/index.ts";
import { loadLaw } from "../test/support/law.ts";
import { startPostgres, type TestPostgres } from "../test/support/postgres.ts";
import { registryOver } from "../test/support/registry.ts";
import { bareInserts, copyByPsql, dumpByPsql, rowsOfFile, workbookReaders, type WorkbookReader } from "./ingest-peers.ts";
import { penaltySheet, penaltyWorkbook } from "./ingest-sheets.ts";

const PROMISED = { share: 0.8, workbook: 1 } as const;
const TEMPLATE = "cn:administrative-penalty-sheet";
const origin = { node: "bench", randomBytes: (count: number): Uint8Array => randomBytes(count) };

interface Run {
  readonly folder: string;
  readonly rulebook: Rulebook;
  readonly rows: number;
  readonly turns: number;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Imported {
  readonly seconds: number;
  /** Of these, from the first event made ready to the end of the transaction. */
  readonly storing: number;
}

/** Hands the sheet in to an empty ledger. */
async function handIn(ledger: Ledger, { rulebook, rows }: Run, bytes: Uint8Array): Promise<Imported> {
  let storing = 0;
  const append = ledger.append.bind(ledger);
  ledger.append = async (batch) => {
    const start = performance.now();
    const appended = await append(batch);
    storing += (performance.now() - start) / 1000;
    return appended;
  };
  const start = performance.now();
  const imported = await importFile(registryOver(ledger, rulebook), { name: "penalties.csv", bytes, template: TEMPLATE });
  const seconds = (performance.now() - start) / 1000;
  if (!imported.ok) throw new Error(imported.error.message);
  const { records, held } = imported.value;
  if (records + held !== rows) throw new Error(`${records} of ${rows} rows became records, and ${held} are held`);
  return { seconds, storing };
}

/** Both sides in turn: seconds of each turn. */
async function inTurns(turns: number, ours: () => Promise<Imported>, theirs: () => Promise<number | undefined>): Promise<{ readonly ours: readonly Imported[]; readonly theirs: readonly number[] }> {
  const took = { ours: [] as Imported[], theirs: [] as number[] };
  for (let turn = 0; turn < turns; turn += 1) {
    took.ours.push(await ours());
    const seconds = await theirs();
    if (seconds !== undefined) took.theirs.push(seconds);
  }
  return took;
}

async function benchPostgres(run: Run, bytes: Uint8Array): Promise<void> {
  const text = `rows a second of the tables a validated CSV is stored in, PostgreSQL, the whole import: at least ${PROMISED.share * 100} % of psql \\copy of the same rows`;
  let server: TestPostgres;
  try {
    server = await startPostgres();
  } catch (fault) {
    say(`PostgreSQL is absent: ${fault instanceof Error ? fault.message : String(fault)}`);
    return;
  }
  const dump = mkdtempSync(join(run.folder, "rows-"));
  let stored: number | undefined;
  try {
    const { ours, theirs } = await inTurns(run.turns, async () => {
      const databaseUrl = await server.freshDatabase();
      const ledger = await openLedger({ ...origin, databaseUrl });
      const imported = await handIn(ledger, run, bytes);
      await ledger.close();
      stored ??= dumpByPsql(databaseUrl, dump);
      return imported;
    }, async () => {
      if (stored === undefined) return undefined;
      const databaseUrl = await server.freshDatabase();
      // Makes the tables, and nothing else.
      await (await openLedger({ ...origin, databaseUrl })).close();
      return copyByPsql(databaseUrl, dump);
    });
    report(text, "psql \\copy", run, stored, ours, theirs);
  } finally {
    await server.stop();
  }
}

async function benchSqlite(run: Run, bytes: Uint8Array): Promise<void> {
  const peer = await bareInserts();
  const text = `rows a second of the tables a validated CSV is stored in, SQLite, the whole import: at least ${PROMISED.share * 100} % of bare inserts of the same rows by ${peer.name}`;
  let rows: ReturnType<typeof rowsOfFile> | undefined;
  const freshFolder = (): string => mkdtempSync(join(run.folder, "data-"));
  const { ours, theirs } = await inTurns(run.turns, async () => {
    const dataDir = freshFolder();
    const ledger = await openLedger({ ...origin, dataDir });
    const imported = await handIn(ledger, run, bytes);
    await ledger.close();
    rows ??= rowsOfFile(join(dataDir, "register.sqlite"));
    rmSync(dataDir, { recursive: true });
    return imported;
  }, async () => {
    const dataDir = freshFolder();
    await (await openLedger({ ...origin, dataDir })).close();
    const seconds = peer.insert(join(dataDir, "register.sqlite"), rows ?? new Map());
    rmSync(dataDir, { recursive: true });
    return seconds;
  });
  report(text, peer.name, run, [...(rows ?? new Map()).values()].reduce((sum, each) => sum + each.length, 0), ours, theirs);
}

function report(text: string, peer: string, { rows }: Run, stored: number | undefined, ours: readonly Imported[], theirs: readonly number[]): void {
  const [whole, storing] = [median(ours.map(({ seconds }) => seconds)), median(ours.map((each) => each.storing))];
  const bare = theirs.length === 0 ? undefined : median(theirs);
  say(`  ${rows} rows of CSV, ${stored ?? "?"} rows of tables`);
  say(`  import ${spread(ours.map(({ seconds }) => seconds))}, of which storing ${spread(ours.map((each) => each.storing))}; ${Math.round(rows / whole)} rows of CSV a second`);
  say(`  ${peer} ${bare === undefined ? "absent" : `${spread(theirs)}; storing alone has ${((100 * bare) / storing).toFixed(0)} % of its speed`}`);
  const speed = (seconds: number): number => Math.round((stored ?? rows) / seconds);
  promise(bare === undefined ? `${text} (peer absent)` : text, speed(whole), bare === undefined ? null : speed(bare), bare === undefined || bare / whole >= PROMISED.share);
}

async function benchWorkbook(run: Run): Promise<void> {
  const bytes = penaltyWorkbook(run.rulebook, run.rows);
  const own: WorkbookReader = {
    name: "ours",
    read: async () => {
      const sheet = readSheet({ name: "penalties.xlsx", bytes });
      if (!sheet.ok) throw new Error(sheet.error[0]?.message);
      return sheet.value.rows.length;
    },
  };
  const readers = [own, ...(await workbookReaders())];
  const took = new Map<WorkbookReader, number[]>(readers.map((reader) => [reader, []]));
  for (let turn = 0; turn < run.turns; turn += 1) {
    for (const [reader, seconds] of took) {
      const start = performance.now();
      const found = await reader.read(bytes);
      seconds.push((performance.now() - start) / 1000);
      if (found !== run.rows + 1) throw new Error(`${reader.name} found ${found} rows of ${run.rows + 1}`);
    }
  }
  say(`workbook of ${run.rows} rows, ${(bytes.length / 1e6).toFixed(1)} MB`);
  for (const [{ name }, seconds] of took) say(`  ${name.padEnd(16)} ${spread(seconds)}`);
  const [ours = 0, ...others] = [...took.values()].map(median);
  const best = Math.min(...others);
  const speed = (seconds: number): number => Math.round(run.rows / seconds);
  const name = readers[others.indexOf(best) + 1]?.name;
  promise(`rows a second read from a workbook: at least as fast as the best npm reader (${name ?? "peer absent"})`, speed(ours), name === undefined ? null : speed(best), name === undefined || best / ours >= PROMISED.workbook);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The median with the shortest and the longest turn. */
function spread(seconds: readonly number[]): string {
  return `${median(seconds).toFixed(2)} s (${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)})`;
}

function promise(text: string, ours: number, peer: number | null, met: boolean): void {
  process.stdout.write(`${JSON.stringify({ promise: text, ours, peer, ratio: peer === null ? null : Math.round((ours / peer) * 100) / 100, met })}\n`);
}

const [rows = "30000", turns = "3"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "probity-bench-ingest-"));
try {
  const run: Run = { folder, rulebook: await loadLaw("law"), rows: Number(rows), turns: Number(turns) };
  const bytes = penaltySheet(run.rulebook, run.rows);
  say(`a CSV of ${run.rows} penalties, ${(bytes.length / 1e6).toFixed(1)} MB`);
  say("PostgreSQL");
  await benchPostgres(run, bytes);
  say("SQLite");
  await benchSqlite(run, bytes);
  await benchWorkbook(run);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
