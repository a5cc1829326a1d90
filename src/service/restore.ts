// Restore: fills an empty place with what a backup holds, all of it or nothing, whichever database it came from. The file is held
// against its own digest before the place is touched, and what was filled is read again and held against the file.
import { err, ok, type Result } from "../domain/terms/index.ts";
import { faultOfBackup, NotARegister, readBackupFile, TABLES_OF_FORMAT, type KeptTable, type KeptTables, type RowValues } from "../store/index.ts";
import { columnsLine, envelopesDigest, readLine, type BackupReport, type Progress } from "./backup.ts";
import { problem, type Problem } from "./problem.ts";

/** Rows that are put in at a time, unless they are long. */
const PAGE = 2000;
const PAGE_BYTES = 8_000_000;
/** First lines of every format that is read. */
const COLUMNS_READ = Object.values(TABLES_OF_FORMAT).map((tables) => columnsLine(tables));

/** `open` is called once the file is known to be whole. Where it refuses, nothing was made. */
export async function restoreRegister(open: () => Promise<KeptTables>, path: string, progress: Progress): Promise<Result<BackupReport, Problem>> {
  const fault = await faultOfBackup(path);
  if (fault === "newer") return err(problem("backup-newer", `\`${path}\` was written by a newer version of this program; nothing was restored`, "Restore it with the program that wrote it, or with a later one."));
  if (fault !== undefined) return err(damaged(path, fault === "not a backup" ? "is no backup of a register" : "is cut off or damaged"));
  const kept = await open();
  try {
    const reading: { report?: BackupReport } = {};
    const filled = await kept.fill(async (put) => void (reading.report = await fill(path, put, progress)));
    if (!filled) return err(problem("place-not-empty", "a backup is restored into an empty place only, and something is kept in this one; nothing was restored", "Name another folder with --data, or another database in DATABASE_URL."));
    const { report } = reading;
    if (report === undefined || (await digestOfKept(kept)) !== report.envelopes) throw new Error("assertion failed: what was restored is what the backup holds");
    return ok(report);
  } catch (thrown) {
    if (thrown instanceof NotARegister) return err(damaged(path, "does not hold what its last line says"));
    throw thrown;
  } finally {
    await kept.close();
  }
}

function damaged(path: string, how: string): Problem {
  return problem("backup-damaged", `\`${path}\` ${how}; nothing was restored`, "Take another copy of the backup, or an earlier one.");
}

async function fill(path: string, put: (table: KeptTable, rows: readonly RowValues[]) => Promise<void>, progress: Progress): Promise<BackupReport> {
  const envelopes = envelopesDigest();
  const counts = { events: 0, rows: 0 };
  let waiting: { readonly table: KeptTable; rows: RowValues[]; bytes: number } | undefined;
  let begun = false;
  let end: BackupReport | undefined;
  const flush = async (): Promise<void> => {
    if (waiting !== undefined) await put(waiting.table, waiting.rows);
    waiting = undefined;
    progress(counts.rows, counts.rows);
  };
  for await (const text of readBackupFile(path)) {
    const line = readLine(text);
    if (line === undefined || end !== undefined || (line.kind === "tables") === begun) throw new NotARegister("the lines are not those of a backup");
    begun = true;
    switch (line.kind) {
      case "tables":
        if (!COLUMNS_READ.includes(line.columns)) throw new NotARegister("the lines are not those of a backup");
        break;
      case "row":
        if (waiting?.table !== line.table) await flush();
        waiting ??= { table: line.table, rows: [], bytes: 0 };
        waiting.rows.push(line.values);
        waiting.bytes += text.length;
        counts.rows += 1;
        if (line.table === "events") {
          counts.events += 1;
          envelopes.add(line.values);
        }
        if (waiting.rows.length >= PAGE || waiting.bytes >= PAGE_BYTES) await flush();
        break;
      case "end":
        end = line.report;
        break;
    }
  }
  await flush();
  if (end === undefined || end.events !== counts.events || end.rows !== counts.rows || end.envelopes !== envelopes.digest()) throw new NotARegister("the lines are not those of a backup");
  return end;
}

async function digestOfKept(kept: KeptTables): Promise<BackupReport["envelopes"]> {
  return kept.snapshot(async (rows) => {
    const envelopes = envelopesDigest();
    for await (const page of rows.pages("events")) for (const row of page) envelopes.add(row);
    return envelopes.digest();
  });
}
