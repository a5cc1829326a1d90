// Backup: writes everything kept as one file, as of one moment, while others go on writing. What has been forgotten is not in it.
// restore.ts reads the file; its lines are made and read here.
import { createHash } from "node:crypto";
import type { Digest } from "../domain/terms/index.ts";
import { columnsOf, isKeptTable, KEPT_TABLES, writeBackupFile, type KeptTable, type KeptTables, type RowsOfMoment, type RowValues } from "../store/index.ts";

export interface BackupReport {
  readonly events: number;
  readonly rows: number;
  /** Over all envelopes in their order: the same for the same log, wherever it is kept. */
  readonly envelopes: Digest;
}

export type Progress = (done: number, total: number) => void;

/** Writes the backup to `path`, whole or not at all; a file that is there already is replaced when the new one is whole. */
export async function backupRegister(kept: KeptTables, path: string, progress: Progress): Promise<BackupReport> {
  return kept.snapshot(async (rows) => {
    const made: { report?: BackupReport } = {};
    await writeBackupFile(path, linesOf(rows, progress, (report) => void (made.report = report)));
    if (made.report === undefined) throw new Error("assertion failed: a backup that was written has been counted");
    return made.report;
  });
}

async function* linesOf(moment: RowsOfMoment, progress: Progress, done: (report: BackupReport) => void): AsyncIterable<string> {
  const counts = new Map<KeptTable, number>();
  for (const table of KEPT_TABLES) counts.set(table, await moment.count(table));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const envelopes = envelopesDigest();
  let written = 0;
  yield `{"tables":${columnsLine()}}`;
  for (const table of KEPT_TABLES) {
    for await (const page of moment.pages(table)) {
      for (const row of page) {
        if (table === "events") envelopes.add(row);
        yield JSON.stringify([table, ...row.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value))]);
      }
      written += page.length;
      progress(written, total);
    }
  }
  const report = { events: counts.get("events") ?? 0, rows: written, envelopes: envelopes.digest() };
  yield JSON.stringify(report);
  done(report);
}

/** The digest over envelopes, one after another. */
export function envelopesDigest(): { add(row: RowValues): void; digest(): Digest } {
  const hash = createHash("sha256");
  return { add: (row) => void hash.update(`${JSON.stringify(row)}\n`), digest: () => `sha256:${hash.digest("hex")}` as Digest };
}

/** A line of a backup: which columns there are, a row of a table, or what all of it came to. */
export type BackupLine =
  | { readonly kind: "tables"; readonly columns: string }
  | { readonly kind: "row"; readonly table: KeptTable; readonly values: RowValues }
  | { readonly kind: "end"; readonly report: BackupReport };

/** The columns of a backup with these tables, as its first line has them; by default those this program writes. */
export function columnsLine(tables: readonly KeptTable[] = KEPT_TABLES): string {
  return JSON.stringify(Object.fromEntries(tables.map((table) => [table, columnsOf(table).map(([column]) => column)])));
}

/** Undefined where the line is none of a backup. */
export function readLine(line: string): BackupLine | undefined {
  const value: unknown = JSON.parse(line);
  if (Array.isArray(value)) return readRow(value);
  if (typeof value !== "object" || value === null) return undefined;
  if ("tables" in value) return { kind: "tables", columns: JSON.stringify(value.tables) };
  const { events, rows, envelopes } = value as Partial<BackupReport>;
  return events === undefined || rows === undefined || envelopes === undefined ? undefined : { kind: "end", report: { events, rows, envelopes } };
}

function readRow([table, ...given]: readonly unknown[]): BackupLine | undefined {
  if (typeof table !== "string" || !isKeptTable(table)) return undefined;
  const columns = columnsOf(table);
  const values = columns.map(([, kind], index): RowValues[number] | undefined => {
    const value = given[index];
    if (value === null) return null;
    if (kind === "whole") return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
    if (typeof value !== "string") return undefined;
    return kind === "bytes" ? new Uint8Array(Buffer.from(value, "base64")) : value;
  });
  const read = values.filter((value) => value !== undefined);
  return given.length === columns.length && read.length === columns.length ? { kind: "row", table, values: read } : undefined;
}
