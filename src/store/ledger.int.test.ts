// The contract on all three ledgers.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startPostgres, type TestPostgres } from "../../test/support/postgres.ts";
import { describeLedger } from "./ledger.contract.ts";
import { describeOutbox } from "./outbox.contract.ts";
import { describeSigningKeys } from "./signing-keys.contract.ts";
import { describeWatchAlerts } from "./watch-alerts.contract.ts";
import { describeWatchLists } from "./watch-lists.contract.ts";
import { createMemoryLedger } from "./memory-ledger.ts";
import { openLedger } from "./open-ledger.ts";

const origin = { node: "test-node", randomBytes };
const folder = mkdtempSync(join(tmpdir(), "probity-ledger-"));
let postgres: TestPostgres | undefined;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

for (const describeContract of [describeLedger, describeOutbox, describeSigningKeys, describeWatchLists, describeWatchAlerts]) {
  describeContract("memory", async () => createMemoryLedger(origin));
  describeContract("SQLite", () => openLedger({ ...origin, dataDir: mkdtempSync(join(folder, "data-")) }));
  describeContract("PostgreSQL", async () => openLedger({ ...origin, databaseUrl: (await postgres?.freshDatabase()) ?? "" }));
}
