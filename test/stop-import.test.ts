// An import that ends in the middle leaves nothing, and the same file handed in again gives what it would have given at once: killed with
// SIGKILL while it stores rows, on SQLite and on PostgreSQL, and asked to stop with Ctrl-C on the command line.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../src/domain/terms/index.ts";
import { importFile, type ImportReport } from "../src/service/index.ts";
import { createMemoryLedger, KEPT_TABLES, openKeptTables, openLedger, type Ledger } from "../src/store/index.ts";
import { northSheet } from "./support/ferry-sheets.ts";
import { loadLaw } from "./support/law.ts";
import { startPostgres, type TestPostgres } from "./support/postgres.ts";
import { registryOver } from "./support/registry.ts";
import { root, run } from "./support/run.ts";
import { startWriter } from "./support/writers.ts";

const ROWS = 2500;
const NAME = "stopped";
const origin = { node: "reader", randomBytes };
const folder = mkdtempSync(join(tmpdir(), "probity-stop-import-"));
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What an import of the sheet is told, but for ids drawn anew each time. */
async function handIn(ledger: Ledger): Promise<Partial<ImportReport>> {
  const registry = registryOver(ledger, await loadLaw("test/bodies"), { day: "2100-01-01" });
  const imported = await importFile(registry, { name: "north.csv", bytes: northSheet(`${NAME}0`, ROWS), template: "ferry:north-sheet", asOf: "2024-02-01" });
  if (!imported.ok) throw new Error(imported.error.message);
  const { batch: _batch, edition: _edition, ...report } = imported.value;
  return report;
}

describe.each([
  ["SQLite", async () => ({ dataDir: mkdtempSync(join(folder, "data-")) })],
  ["PostgreSQL", async () => ({ databaseUrl: await present(postgres, "the server").freshDatabase() })],
] as const)("an import into %s", (_name, fresh) => {
  it("that is killed while it stores rows leaves nothing, and the same file then enters as if for the first time", async () => {
    const place: { readonly dataDir?: string; readonly databaseUrl?: string } = await fresh();
    const importer = startWriter("importer.ts");
    await importer.hears("ready");
    importer.process.stdin.write(`${JSON.stringify({ ...place, name: NAME, first: "2024-02-01", sizes: [ROWS] })}\n`);
    await importer.hears("at storing");
    importer.process.kill("SIGKILL");
    expect(await importer.ended()).toBe("");
    expect(importer.said.filter((line) => line.startsWith("kept"))).toEqual([]);
    expect(importer.said.some((line) => line.startsWith("at storing"))).toBe(true);

    const tables = await openKeptTables({ ...origin, ...place });
    const counts = await tables.snapshot(async (rows) => Promise.all(KEPT_TABLES.filter((table) => table !== "counters").map(async (table) => [table, await rows.count(table)] as const)));
    await tables.close();
    expect(counts.filter(([, count]) => count > 0)).toEqual([]);

    // The killed process had file numbers; they are lost, and so numbers are higher than in a register that was not touched.
    const ledger = await openLedger({ ...origin, ...place });
    const untouched = await handIn(createMemoryLedger(origin));
    expect(await handIn(ledger)).toEqual(untouched);
    expect(untouched).toMatchObject({ rows: ROWS, refused: 0, repeated: false });
    const head = await ledger.head();
    expect(await handIn(ledger)).toMatchObject({ rows: ROWS, records: 0, repeated: true });
    expect(await ledger.head()).toBe(head);
    await ledger.close();
  });
});

it("Ctrl-C while rows are stored says that nothing was stored, ends with 1, and the file can be handed in again", async () => {
  const data = join(folder, "stopped");
  const file = join(folder, "north.csv");
  writeFileSync(file, northSheet("line", 8000));
  const args = ["import", file, "--template", "ferry:north-sheet", "--as-of", "2024-02-01", "--data", data];
  const env = { ...process.env, PROBITY_LAW: join(root, "test/bodies"), DATABASE_URL: "" };
  const child = spawn(join(root, "probity"), args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => {
    if (!/^storing: 1/m.test(said) && /^storing: 1/m.test(said + chunk.toString())) child.kill("SIGINT");
    said += chunk.toString();
  });
  const status = await new Promise((resolve) => child.once("close", resolve));
  expect({ status, printed }).toEqual({ status: 1, printed: "" });
  expect(said).toContain("probity: the import of `north.csv` was stopped, and nothing was stored. Hand it in again to have it stored.\n");

  const ledger = await openLedger({ ...origin, dataDir: data });
  expect((await ledger.read({})).map((event) => event.type)).toEqual(["RulebookAdopted"]);
  await ledger.close();
  const again = await run(args, { env: { PROBITY_LAW: env.PROBITY_LAW } });
  expect(again.stdout).toMatch(/^Batch b\w+, as of 2024-02-01\n  8000 rows = [1-9]\d* records \+ 0 duplicates \+ \d+ held \+ 0 refused\n/);
});
