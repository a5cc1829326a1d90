// The peers of bench/ingest.ts: psql's \copy, bare inserts into SQLite, npm's readers of workbooks. Each is handed what our import wrote, or
// the same bytes, and does nothing but store or read it.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import type { RowValues } from "../src/store/index.ts";

/** The tables an import writes, in the order in which their rows may enter; what it also counts on is one row of `counters`. */
const TABLES = ["events", "bodies", "event_keys", "names", "name_blocks"] as const;

/** A package out of the folder of PROBITY_PEERS; undefined where there is none. */
async function importPeer<T>(name: string): Promise<T | undefined> {
  const folder = process.env["PROBITY_PEERS"];
  if (folder === undefined || folder === "") return undefined;
  let path: string;
  try {
    path = createRequire(join(folder, "peers.cjs")).resolve(name);
  } catch {
    return undefined;
  }
  return import(pathToFileURL(path).href);
}

function psql(url: string, commands: readonly string[]): string | undefined {
  const ran = spawnSync("psql", ["--no-psqlrc", "--single-transaction", "--set", "ON_ERROR_STOP=1", ...commands.flatMap((command) => ["--command", command]), url], { encoding: "utf8" });
  if (ran.error !== undefined) return undefined;
  if (ran.status !== 0) throw new Error(`psql: ${ran.stderr}`);
  return ran.stdout;
}

/** Rows of the tables as files of the folder, in the order in which they came; how many there are, or undefined where there is no psql. */
export function dumpByPsql(url: string, folder: string): number | undefined {
  const said = psql(url, TABLES.map((table) => `\\copy (select * from ${table} order by position) to '${join(folder, table)}'`));
  return said === undefined ? undefined : [...said.matchAll(/^COPY (\d+)$/gm)].reduce((sum, [, rows]) => sum + Number(rows), 0);
}

/** Copies the files into the tables in one transaction; seconds. */
export function copyByPsql(url: string, folder: string): number {
  const start = performance.now();
  psql(url, TABLES.map((table) => `\\copy ${table} from '${join(folder, table)}'`));
  return (performance.now() - start) / 1000;
}

type RowsByTable = ReadonlyMap<string, readonly RowValues[]>;

/** The rows of a register in a file, in the order in which they came. */
export function rowsOfFile(path: string): RowsByTable {
  const file = new DatabaseSync(path, { readOnly: true });
  try {
    return new Map(TABLES.map((table) => {
      const statement = file.prepare(`select * from ${table} order by position`);
      return [table, statement.all().map((row): RowValues => Object.values(row).map((value) => (typeof value === "bigint" ? Number(value) : value)))];
    }));
  } finally {
    file.close();
  }
}

export interface BareInserts {
  readonly name: string;
  /** Inserts the rows into the tables of the file in one transaction, a prepared statement run for each; seconds. */
  insert(path: string, rows: RowsByTable): number;
}

/** What both drivers have. */
interface Driver {
  exec(text: string): unknown;
  prepare(text: string): { run(...values: readonly (string | number | Uint8Array | null)[]): unknown };
  close(): void;
}

/** better-sqlite3, or the SQLite of Node where that is not there. */
export async function bareInserts(): Promise<BareInserts> {
  const better = await importPeer<{ readonly default: new (path: string) => Driver }>("better-sqlite3");
  if (better !== undefined) return { name: "better-sqlite3", insert: (path, rows) => insertBare(new better.default(path), rows) };
  return { name: "node:sqlite (better-sqlite3 absent)", insert: (path, rows) => insertBare(new DatabaseSync(path), rows) };
}

function insertBare(file: Driver, rowsByTable: RowsByTable): number {
  try {
    // As src/store/sqlite-ledger.ts sets them.
    file.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on; pragma cache_size = -65536; pragma journal_size_limit = 67108864");
    const start = performance.now();
    file.exec("begin immediate");
    for (const [table, rows] of rowsByTable) {
      const statement = file.prepare(`insert into ${table} values (${rows[0]?.map(() => "?").join(", ") ?? ""})`);
      for (const row of rows) statement.run(...row);
    }
    file.exec("commit");
    return (performance.now() - start) / 1000;
  } finally {
    file.close();
  }
}

export interface WorkbookReader {
  readonly name: string;
  /** Reads every cell of the first sheet; how many rows it found. */
  read(bytes: Uint8Array): Promise<number>;
}

interface HucreBook {
  readonly sheets: readonly { readonly rows: readonly unknown[] }[];
}

interface ExcelBook {
  readonly xlsx: { load(bytes: Uint8Array): Promise<unknown> };
  readonly worksheets: readonly { readonly rowCount: number }[];
}

/** Those of npm's readers that are there. */
export async function workbookReaders(): Promise<readonly WorkbookReader[]> {
  const readers: WorkbookReader[] = [];
  const hucre = await importPeer<{ readXlsx(bytes: Uint8Array): Promise<HucreBook>; }>("hucre/xlsx");
  if (hucre !== undefined) readers.push({ name: "hucre", read: async (bytes) => (await hucre.readXlsx(bytes)).sheets[0]?.rows.length ?? 0 });
  const whole = await importPeer<{ readonly streamXlsxRows?: (bytes: Uint8Array) => AsyncIterable<unknown> }>("hucre");
  if (whole?.streamXlsxRows !== undefined) {
    const { streamXlsxRows } = whole;
    readers.push({ name: "hucre, streamed", read: async (bytes) => (await Array.fromAsync(streamXlsxRows(bytes))).length });
  }
  const readExcel = await importPeer<{ readSheet(bytes: Uint8Array): Promise<readonly unknown[]> }>("read-excel-file/node");
  if (readExcel !== undefined) readers.push({ name: "read-excel-file", read: async (bytes) => (await readExcel.readSheet(Buffer.from(bytes))).length });
  const exceljs = await importPeer<{ readonly default: { readonly Workbook: new () => ExcelBook } }>("exceljs");
  if (exceljs !== undefined) {
    readers.push({ name: "exceljs", read: async (bytes) => {
      const book = new exceljs.default.Workbook();
      await book.xlsx.load(bytes);
      return book.worksheets[0]?.rowCount ?? 0;
    } });
  }
  return readers;
}
