// Ledgers of every kind for the tests of one file: PostgreSQL is started for them once, each has a place of its own, and what was opened is closed
// after each test.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll } from "vitest";
import { createMemoryLedger, openLedger, type Ledger } from "../../src/store/index.ts";
import { present } from "../../src/domain/terms/index.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";

export type NewLedger = readonly [name: string, open: () => Promise<Ledger>];

export interface TestLedgers {
  readonly memory: NewLedger;
  /** SQLite and PostgreSQL. */
  readonly kept: readonly NewLedger[];
  /** Removed with the rest. */
  readonly folder: string;
}

/** To be called once, at the top of a test file. */
export function ledgersForTests(): TestLedgers {
  const folder = mkdtempSync(join(tmpdir(), "probity-ledgers-"));
  const origin = { node: "test", randomBytes };
  const open: Ledger[] = [];
  let postgres: TestPostgres | undefined;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterEach(async () => {
    for (const ledger of open.splice(0)) await ledger.close();
  });
  afterAll(async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const closed = (opened: () => Promise<Ledger>) => async (): Promise<Ledger> => {
    const ledger = await opened();
    open.push(ledger);
    return ledger;
  };
  return {
    folder,
    memory: ["memory", closed(async () => createMemoryLedger(origin))],
    kept: [
      ["SQLite", closed(() => openLedger({ ...origin, dataDir: mkdtempSync(join(folder, "data-")) }))],
      ["PostgreSQL", closed(async () => openLedger({ ...origin, databaseUrl: await present(postgres, "the server").freshDatabase() }))],
    ],
  };
}
