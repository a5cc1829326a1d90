// Opens the ledger where the data is: the PostgreSQL of a URL, or else a folder with `register.sqlite` in it.
// Each database is loaded only when it is the one in use.
import { assert } from "../domain/terms/index.ts";
import type { Ledger } from "./ledger.ts";
import type { Origin } from "./sealed-event.ts";

/** Origin is the node's name and where salts come from. */
export interface LedgerPlace extends Origin {
  readonly dataDir?: string;
  readonly databaseUrl?: string;
  /** How long to wait for another writer before giving up; a minute where absent. */
  readonly busyMilliseconds?: number;
}

export const BUSY_MILLISECONDS = 60_000;

export async function openLedger({ dataDir, databaseUrl, busyMilliseconds = BUSY_MILLISECONDS, ...origin }: LedgerPlace): Promise<Ledger> {
  if (databaseUrl !== undefined) {
    const { openPostgresLedger } = await import("./postgres-ledger.ts");
    return openPostgresLedger(databaseUrl, { origin, busyMilliseconds });
  }
  assert(dataDir !== undefined, "a ledger is opened in a folder or in a database");
  const { openSqliteLedger } = await import("./sqlite-ledger.ts");
  return openSqliteLedger(dataDir, { origin, busyMilliseconds });
}
