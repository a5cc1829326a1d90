// Verbs that run at once, each over a connection of its own to one folder or one PostgreSQL: what they do comes once, and what they say
// is as if one had waited for the other.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openLedger, type Ledger, type LedgerPlace } from "../store/index.ts";
import { present } from "../domain/terms/index.ts";
import { csv, differences, everything, handIn, inventedCode, WORLD_BANK, worldBankCsv, type BankRow } from "../../test/support/invented-lists.ts";
import { openHouse, type House } from "../../test/support/run.ts";
import { startPostgres, type TestPostgres } from "../../test/support/postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-verbs-"));
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open: Ledger[] = [];
afterEach(async () => {
  for (const ledger of open.splice(0)) await ledger.close();
});

const PLACES: readonly (readonly [string, () => Promise<Pick<LedgerPlace, "dataDir" | "databaseUrl">>])[] = [
  ["SQLite", async () => ({ dataDir: mkdtempSync(join(folder, "data-")) })],
  ["PostgreSQL", async () => ({ databaseUrl: await present(postgres, "the server").freshDatabase() })],
];

const NAMES = ["Quarzil Road Works Ltd", "Borealis Kettle Foundry Ltd", "Umbra Dredging JSC"];
const rows: readonly BankRow[] = NAMES.map((name, index) => ({ name, info: `*${index + 1}`, from: "2024-12-10", to: `202${5 + index}-06-30` }));
const january = worldBankCsv("2025-01-07", rows);
const february = worldBankCsv("2025-02-04", rows.slice(1));
const DAYS = ["2025-01-20", "2025-02-20", "2025-08-01"];

describe.each(PLACES)("two at once on %s", (_name, place) => {
  /** Two houses over one register, as two processes would have it. */
  async function two(): Promise<readonly [House, House]> {
    const where = await place();
    const opened = async (): Promise<House> => {
      const ledger = await openLedger({ node: "test", randomBytes, ...where });
      open.push(ledger);
      return openHouse({ ledger, day: "2025-03-01" });
    };
    return [await opened(), await opened()];
  }

  it("hand in the same file: it is stored once, and the other is told so", async () => {
    const [a, b] = await two();
    const reports = await Promise.all([handIn(a, january, WORLD_BANK), handIn(b, january, WORLD_BANK)]);
    expect(reports.map((report) => report["repeated"]).sort()).toEqual([false, true]);
    expect(new Set(reports.map((report) => report["batch"])).size).toBe(1);
    expect(await a.ledger.keysLike("batch:", 10)).toHaveLength(1);
    expect((await b.run("rebuild", "--verify")).stdout).toContain("everything agrees");
  });

  it("hand in two editions: both are in, and answer as if they had come one after the other", async () => {
    const [a, b] = await two();
    await Promise.all([handIn(a, january, WORLD_BANK), handIn(b, february, WORLD_BANK)]);
    const waited = await openHouse({ day: "2025-03-01" });
    for (const bytes of [january, february]) await handIn(waited, bytes, WORLD_BANK);
    expect(differences(await everything(a, NAMES, DAYS), await everything(waited, NAMES, DAYS))).toEqual([]);
  });

  it("hand in records about one new organisation: it gets one file", async () => {
    const [a, b] = await two();
    const code = await inventedCode("12345678");
    const sheet = (number: string) => csv([["Name", "Unified code", "Decided on", "Number of the decision", "Field of law", "Kinds of penalty"], ["青木石英有限公司", code, "2025-01-15", number, "tax", "fine"]]);
    const template = "cn:administrative-penalty-sheet";
    const reports = await Promise.all([handIn(a, sheet("A-1"), template), handIn(b, sheet("B-1"), template)]);
    expect(reports.map((report) => [report["records"], report["refused"]])).toEqual([[1, 0], [1, 0]]);
    expect((await a.json("find", code))["found"]).toHaveLength(1);
    expect((await a.json("standing", "青木石英有限公司", "--on", "2025-02-01"))["records"]).toHaveLength(2);
  });

  it("take the same batch back: it is taken back once", async () => {
    const [a, b] = await two();
    const batch = String((await handIn(a, january, WORLD_BANK))["batch"]);
    const ended = await Promise.all([a.run("withdraw", batch), b.run("withdraw", batch)]);
    expect(ended.map((ran) => ran.status).sort()).toEqual([0, 1]);
    expect(await a.ledger.read({ types: ["BatchWithdrawn"] })).toHaveLength(1);
  });

  it("pass the same day: what ended is told once", async () => {
    const [a, b] = await two();
    await handIn(a, january, WORLD_BANK);
    await a.run("pass-day", "2025-06-30");
    const told = await Promise.all([a.json("pass-day", "2025-07-02"), b.json("pass-day", "2025-07-02")]);
    expect(told.flatMap((passed) => [...(passed["told"] ?? [])])).toMatchObject([{ what: "termEnded", day: "2025-07-01" }]);
    expect((await b.ledger.toldAfter(0, 10)).filter(({ what }) => what !== "listed")).toHaveLength(1);
  });
});
