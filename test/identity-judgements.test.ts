// Which organisation is meant: judgements by the matcher and by a person, through the command line's verbs. What was judged together and
// taken apart again, and what was handed in and taken back, leaves no trace in any answer.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../src/domain/terms/index.ts";
import { openLedger, type Ledger } from "../src/store/index.ts";
import { csv, differences, EBRD, ebrdCsv, everything, handIn, inventedCode, plain, WORLD_BANK, worldBankCsv, type BankRow } from "./support/invented-lists.ts";
import { openHouse, type House, type Json } from "./support/run.ts";
import { startPostgres, type TestPostgres } from "./support/postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-judgements-"));
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const LEDGERS: readonly (readonly [string, () => Promise<Ledger>])[] = [
  ["SQLite", () => openLedger({ node: "test", randomBytes, dataDir: mkdtempSync(join(folder, "data-")) })],
  ["PostgreSQL", async () => openLedger({ node: "test", randomBytes, databaseUrl: await present(postgres, "the server").freshDatabase() })],
];

const ROADS: BankRow = { name: "Quarzil Road Works Ltd", info: "*17", from: "2024-12-10", to: "2026-12-09" };
const KETTLES: BankRow = { name: "Borealis Kettle Foundry Ltd", info: "*18", from: "2024-12-10", to: "2026-12-09" };
/** The same name in another country: perhaps the same, perhaps not. */
const OTHER_ROADS = { name: ROADS.name, country: "Norway", effective: "2025-01-05", until: "2026-01-04" };
const LANTERNS = { name: "Pelagia Lantern Supplies LLC", effective: "2025-01-05" };
const DAYS = ["2025-01-20", "2025-02-20", "2026-06-01"];

async function fileOf(house: House, organisation: string): Promise<string> {
  return String((await house.json("standing", organisation))["organisation"]?.["file"]);
}

const listingsOf = (standing: Json): readonly string[] => [...(standing["listings"] ?? [])].map((listing) => `${String(listing["list"])} ${String(listing["state"])}`).sort();

describe.each(LEDGERS)("a row that is held, on %s", (_name, ledger) => {
  it("waits with its candidates, binds nobody, and enters once a person says whom it means", async () => {
    const house = await openHouse({ ledger: await ledger() });
    await handIn(house, worldBankCsv("2025-01-07", [ROADS, KETTLES]), WORLD_BANK);
    const report = await handIn(house, ebrdCsv([OTHER_ROADS, LANTERNS]), EBRD, "--as-of", "2025-01-10");
    expect(report).toMatchObject({ rows: 2, records: 1, held: 1, findings: [{ code: "row-held" }] });
    const file = await fileOf(house, ROADS.name);
    const [held] = await house.json("held");
    expect(held).toMatchObject({ batch: report["batch"], row: 2, names: [ROADS.name], candidates: [{ file, name: ROADS.name }] });
    expect([...(held?.["candidates"]?.[0]?.["reasons"] ?? [])].map((reason) => reason["part"])).toContain("country");
    expect(listingsOf(await house.json("standing", file, "--on", "2025-01-20"))).toEqual(["mdb:wbg-debarred stands"]);

    const settle = (...args: readonly string[]) => house.run("held", "settle", String(report["batch"]), ...args);
    expect((await settle("3", file)).stderr).toContain("does not wait for anybody");
    expect((await settle("2", "P99999999")).status).toBe(1);
    expect((await settle("2", file, "--reason", "same registration number")).stdout).toBe(`Row 2 now stands on file ${file}.\n`);
    expect(await house.json("held")).toEqual([]);
    const standing = await house.json("standing", file, "--on", "2025-01-20");
    expect(listingsOf(standing)).toEqual(["mdb:ebrd-ineligible stands", "mdb:wbg-debarred stands"]);
    expect(standing["joins"]).toMatchObject([{ judgedBy: "person", reasons: [{ because: "same registration number" }] }]);
    expect((await settle("2", file)).status).toBe(1);
    expect((await house.run("rebuild", "--verify")).stdout).toContain("everything agrees");
    await house.ledger.close();
  });

  it("may mean an organisation that is not on file yet", async () => {
    const house = await openHouse({ ledger: await ledger() });
    await handIn(house, worldBankCsv("2025-01-07", [ROADS]), WORLD_BANK);
    const file = await fileOf(house, ROADS.name);
    const report = await handIn(house, ebrdCsv([OTHER_ROADS]), EBRD, "--as-of", "2025-01-10");
    const settled = await house.json("held", "settle", String(report["batch"]), "2", "new");
    expect(settled["file"]).not.toBe(file);
    expect(listingsOf(await house.json("standing", String(settled["file"]), "--on", "2025-01-20"))).toEqual(["mdb:ebrd-ineligible stands"]);
    // Two of one name: the name alone says neither.
    expect(await house.json("check", ROADS.name, "mdb:award-contract@ebrd")).toMatchObject({ error: { code: "organisation-ambiguous" } });
    await house.ledger.close();
  });
});

describe("a row that is held", () => {
  it("waits once when the next edition carries it again, and is gone from the one that does not", async () => {
    const house = await openHouse();
    await handIn(house, worldBankCsv("2025-01-07", [ROADS]), WORLD_BANK);
    await handIn(house, ebrdCsv([OTHER_ROADS]), EBRD, "--as-of", "2025-01-10");
    const second = await handIn(house, ebrdCsv([LANTERNS, OTHER_ROADS]), EBRD, "--as-of", "2025-02-10");
    expect(second).toMatchObject({ records: 1, held: 1, findings: [{ code: "row-held" }] });
    await handIn(house, ebrdCsv([LANTERNS]), EBRD, "--as-of", "2025-03-10");
    expect([...(await house.json("held"))].map((held) => [held["batch"], held["row"]])).toEqual([[second["batch"], 3]]);
    const settled = await house.json("held", "settle", String(second["batch"]), "3", "new");
    const stateOn = async (day: string) => (await house.json("standing", String(settled["file"]), "--on", day))["listings"]?.[0]?.["state"];
    expect([await stateOn("2025-02-20"), await stateOn("2025-03-09"), await stateOn("2025-03-10")]).toEqual(["stands", "stands", "gone"]);
    await house.run("withdraw", String(second["batch"]));
    expect([...(await house.json("held"))].map((held) => held["row"])).toEqual([2]);
  });

  it("goes with its batch, and keeps no candidate of a batch that was taken back", async () => {
    const house = await openHouse();
    const first = await handIn(house, worldBankCsv("2025-01-07", [ROADS]), WORLD_BANK);
    const second = await handIn(house, ebrdCsv([OTHER_ROADS]), EBRD, "--as-of", "2025-01-10");
    await house.run("withdraw", String(first["batch"]));
    expect(await house.json("held")).toMatchObject([{ row: 2, candidates: [] }]);
    await house.run("withdraw", String(second["batch"]));
    expect(await house.json("held")).toEqual([]);
    expect(await house.json("find", ROADS.name)).toMatchObject({ found: [] });
  });
});

describe("files judged together and apart", () => {
  const names = ["Quarzil Road Works Ltd", "Borealis Kettle Foundry Ltd", "Umbra Dredging JSC", "Pelagia Lantern Supplies LLC"];
  const pairs = [[0, 1], [1, 2], [2, 3], [0, 3]] as const;
  async function four(): Promise<{ readonly house: House; readonly files: readonly string[] }> {
    const house = await openHouse();
    await handIn(house, worldBankCsv("2025-01-07", names.map((name, index) => ({ name, info: `*${index + 1}`, from: `202${index + 1}-12-10`, to: "2026-12-09" }))), WORLD_BANK);
    return { house, files: await Promise.all(names.map((name) => fileOf(house, name))) };
  }
  const judge = async (house: House, files: readonly string[], verb: "join" | "separate", pair: number): Promise<number> => {
    const [a, b] = present(pairs[pair], "a pair").map((index) => present(files[index], "a file"));
    return (await house.run(verb, present(a, "a file"), present(b, "a file"))).status;
  };

  it("answer as if only those judgements had ever been made that still hold, in whatever order they came", async () => {
    const steps = fc.array(fc.record({ verb: fc.constantFrom("join" as const, "separate" as const), pair: fc.nat({ max: pairs.length - 1 }) }), { maxLength: 8 });
    await fc.assert(fc.asyncProperty(steps, fc.constantFrom(0, 1), async (judgements, reversed) => {
      const [{ house, files }, never] = [await four(), await four()];
      const holding = new Set<number>();
      for (const { verb, pair } of judgements) {
        if ((await judge(house, files, verb, pair)) !== 0) continue;
        if (verb === "join") holding.add(pair);
        else holding.delete(pair);
      }
      for (const pair of reversed === 1 ? [...holding].reverse() : holding) expect(await judge(never.house, never.files, "join", pair)).toBe(0);
      const withoutOrder = (said: ReadonlyMap<string, string>) => new Map([...said].map(([question, answer]) => [question, [...answer].sort().join("")]));
      expect(differences(withoutOrder(await everything(house, files, DAYS)), withoutOrder(await everything(never.house, never.files, DAYS)))).toEqual([]);
    }), { numRuns: 30 });
  });

  it("are one organisation through others too, and only the judged pair can be taken apart", async () => {
    const { house, files } = await four();
    await judge(house, files, "join", 0);
    await judge(house, files, "join", 1);
    expect((await house.json("standing", String(files[2])))["organisation"]).toMatchObject({ file: files[0], files: files.slice(0, 3), name: names[0] });
    expect((await house.run("separate", String(files[0]), String(files[2]))).stderr).toContain("only through other files");
    expect((await house.run("join", String(files[0]), "P00000000")).status).toBe(1);
    expect((await house.run("join", String(files[0]), names[1] ?? "")).status).toBe(1);
  });
});

describe("records, and the organisations they are about", () => {
  const rows = ["00000011", "00000012", "00000013"];
  let codes: readonly string[] = [];
  beforeAll(async () => {
    codes = await Promise.all(rows.map(inventedCode));
  });
  const nameOf = (index: number) => ["青木石英有限公司", "白河木业有限公司", "Halden Timber Ltd"][index] ?? "";
  const organisations = (which: readonly number[]) => csv([["Name", "Unified code", "Address", "Former name"], ...which.map((index) => [nameOf(index), codes[index] ?? "", `${index} Quay`, `${nameOf(index)} Old Yard`])]);
  const penalties = (which: readonly number[], number: string) => csv([
    ["Name", "Unified code", "Decided on", "Number of the decision", "Field of law", "Kinds of penalty", "Fine"],
    ...which.map((index) => [nameOf(index), codes[index] ?? "", "2025-01-15", `${number}-${index}`, "tax", "fine", "50000"]),
  ]);

  it("say the same as if those batches had never been handed in that were taken back", async () => {
    const batch = fc.record({ kind: fc.constantFrom("organisations", "penalties"), which: fc.subarray([0, 1, 2], { minLength: 1 }), number: fc.constantFrom("A", "B") });
    const bytesOf = ({ kind, which, number }: { readonly kind: string; readonly which: readonly number[]; readonly number: string }) => (kind === "organisations" ? organisations(which) : penalties(which, number));
    await fc.assert(fc.asyncProperty(fc.array(batch, { minLength: 2, maxLength: 5 }), fc.subarray([0, 1, 2, 3, 4]), async (batches, taken) => {
      const [house, never] = [await openHouse(), await openHouse()];
      const ids: string[] = [];
      for (const each of batches) ids.push(String((await handIn(house, bytesOf(each), each.kind === "organisations" ? "cn:organisation" : "cn:administrative-penalty-sheet"))["batch"]));
      const gone = new Set(taken.flatMap((index) => ids[index] ?? []));
      for (const id of gone) expect((await house.run("withdraw", id)).status).toBe(0);
      for (const [index, each] of batches.entries()) if (!gone.has(ids[index] ?? "")) await handIn(never, bytesOf(each), each.kind === "organisations" ? "cn:organisation" : "cn:administrative-penalty-sheet");
      const asked = [...codes, nameOf(0), `${nameOf(2)} Old Yard`];
      expect(differences(await everything(house, asked, ["2025-02-01"]), await everything(never, asked, ["2025-02-01"]))).toEqual([]);
      expect((await house.run("rebuild", "--verify")).stdout).toContain("everything agrees");
    }), { numRuns: 40 });
  });

  it("a row whose code and name point to different organisations waits for a person", async () => {
    const house = await openHouse();
    await handIn(house, organisations([0, 1]), "cn:organisation");
    const report = await handIn(house, csv([["Name", "Unified code", "Decided on", "Number of the decision", "Field of law", "Kinds of penalty"], [nameOf(1), codes[0] ?? "", "2025-01-15", "X-1", "tax", "fine"]]), "cn:administrative-penalty-sheet");
    expect(report).toMatchObject({ rows: 1, held: 1, findings: [{ code: "row-held" }] });
    expect(await house.json("held")).toMatchObject([{ names: [nameOf(1)], candidates: [{ name: nameOf(0), reasons: [{ part: "code" }, { part: "name" }] }] }]);
    expect(plain((await house.json("standing", codes[0] ?? "", "--on", "2025-02-01"))["records"])).toBe("[]");
    await house.run("held", "settle", String(report["batch"]), "2", String((await house.json("find", nameOf(1)))["found"]?.[0]?.["file"]));
    expect((await house.json("standing", codes[1] ?? "", "--on", "2025-02-01"))["records"]).toHaveLength(1);
  });
});
