// Lists handed in edition by edition, and what is taken back: through the command line's own verbs, on SQLite and on PostgreSQL.
// What a register says afterwards is held against a register that was handed less, or in another order.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { present } from "../src/domain/terms/index.ts";
import { differences, EBRD, ebrdCsv, everything, handIn, plain, WORLD_BANK, worldBankCsv, type BankRow } from "./support/invented-lists.ts";
import { openHouse, type House, type Json } from "./support/run.ts";
import { ledgersForTests } from "./support/ledgers.ts";

const { kept: LEDGERS } = ledgersForTests();

const [ROADS, KETTLES, DREDGERS, LANTERNS] = ["Quarzil Road Works Ltd", "Borealis Kettle Foundry Ltd", "Umbra Dredging JSC", "Pelagia Lantern Supplies LLC"];
const roads: BankRow = { name: ROADS, info: "*17", from: "2024-12-10", to: "2026-12-09" };
const kettles: BankRow = { name: KETTLES, info: "*18", from: "2023-03-01", to: "2025-06-30" };
const dredgers: BankRow = { name: DREDGERS, info: "*19", from: "2022-02-02", to: "2999-12-31" };
const lanterns: BankRow = { name: LANTERNS, info: "*20", from: "2025-01-20", to: "2027-01-19" };
const january = worldBankCsv("2025-01-07", [roads, kettles, dredgers]);
const february = worldBankCsv("2025-02-04", [dredgers, lanterns, { ...kettles, to: "2025-09-30" }]);
const NAMES = [ROADS, KETTLES, DREDGERS, LANTERNS];
const DAYS = ["2024-12-20", "2025-01-10", "2025-02-03", "2025-02-04", "2025-07-15", "2025-10-01"];

async function verdict(house: House, name: string, ...more: readonly string[]): Promise<unknown> {
  const answer = await house.json("check", name, "mdb:award-contract@wbg", ...more);
  return answer["verdict"] ?? answer["error"]?.["code"];
}

const counts = ({ rows, records, duplicates, held, refused, gone, changed }: Json) => ({ rows, records, duplicates, held, refused, gone, changed });

describe.each(LEDGERS)("a list on %s", (_name, ledger) => {
  it("handed in twice changes nothing", async () => {
    const house = await openHouse({ ledger: await ledger() });
    const first = await handIn(house, january, WORLD_BANK);
    const [head, before] = [await house.ledger.head(), await everything(house, NAMES, DAYS)];
    const again = await handIn(house, january, WORLD_BANK);
    expect(again).toMatchObject({ batch: first["batch"], edition: first["edition"], asOf: "2025-01-07", rows: 3, records: 0, duplicates: 3, held: 0, refused: 0, repeated: true });
    expect(await house.ledger.head()).toBe(head);
    expect(differences(await everything(house, NAMES, DAYS), before)).toEqual([]);
  });

  it("changes with its next edition: rows that stay, change, go and come", async () => {
    const house = await openHouse({ ledger: await ledger() });
    expect(counts(await handIn(house, january, WORLD_BANK))).toEqual({ rows: 3, records: 3, duplicates: 0, held: 0, refused: 0, gone: 0, changed: 0 });
    const known = String(await house.ledger.head());
    expect(counts(await handIn(house, february, WORLD_BANK))).toEqual({ rows: 3, records: 2, duplicates: 1, held: 0, refused: 0, gone: 1, changed: 1 });

    const on = async (name: string, ...more: readonly string[]) => Promise.all(DAYS.map((day) => verdict(house, name, "--on", day, ...more)));
    expect(await on(ROADS)).toEqual(["bound", "bound", "bound", "clear", "clear", "clear"]);
    expect(await on(KETTLES)).toEqual(["bound", "bound", "bound", "bound", "bound", "clear"]);
    expect(await on(DREDGERS)).toEqual(["bound", "bound", "bound", "bound", "bound", "bound"]);
    expect(await on(LANTERNS)).toEqual(["clear", "clear", "bound", "bound", "bound", "bound"]);
    // As known before the second edition came: nothing of it.
    expect(await on(ROADS, "--known", known)).toEqual(["bound", "bound", "bound", "bound", "bound", "bound"]);
    expect(await on(KETTLES, "--known", known)).toEqual(["bound", "bound", "bound", "bound", "clear", "clear"]);
    expect(await on(LANTERNS, "--known", known)).toEqual(Array.from({ length: 6 }, () => "organisation-not-found"));

    const [listing] = (await house.json("standing", ROADS, "--on", "2025-02-04"))["listings"] ?? [];
    expect(listing).toMatchObject({ state: "gone", stoppedOn: "2025-02-04" });
    expect((await house.json("standing", KETTLES, "--on", "2025-02-04"))["listings"]?.[0]).toMatchObject({ state: "stands", end: { kind: "fixed", until: "2025-10-01" }, editionDay: "2025-02-04", source: { row: 6 } });
    expect((await house.json("standing", DREDGERS, "--on", "2025-02-04"))["listings"]?.[0]).toMatchObject({ state: "stands", editionDay: "2025-02-04", source: { row: 4 } });
    expect((await house.run("rebuild", "--verify")).stdout).toContain("everything agrees");
  });

  it("says the same when its editions arrive out of order", async () => {
    const [inOrder, outOfOrder] = [await openHouse({ ledger: await ledger() }), await openHouse({ ledger: await ledger() })];
    for (const bytes of [january, february]) await handIn(inOrder, bytes, WORLD_BANK);
    for (const bytes of [february, january]) await handIn(outOfOrder, bytes, WORLD_BANK);
    expect(differences(await everything(outOfOrder, NAMES, DAYS), await everything(inOrder, NAMES, DAYS))).toEqual([]);
  });

  it("is as if it had never been, once its batch is taken back", async () => {
    const [house, never] = [await openHouse({ ledger: await ledger() }), await openHouse({ ledger: await ledger() })];
    const wrong = await handIn(house, january, WORLD_BANK);
    for (const each of [house, never]) await handIn(each, february, WORLD_BANK);
    const known = String(await house.ledger.head());
    const withdrawn = await house.run("withdraw", String(wrong["batch"]), "--reason", "the wrong list");
    expect([withdrawn.status, withdrawn.stdout]).toEqual([0, `Batch ${String(wrong["batch"])} is taken back; its 3 records no longer count.\n`]);
    expect(differences(await everything(house, NAMES, DAYS), await everything(never, NAMES, DAYS))).toEqual([]);
    expect(await verdict(house, ROADS, "--on", "2025-01-10")).toBe("organisation-not-found");
    // What was known before it was taken back is still known as of then.
    expect(await verdict(house, ROADS, "--on", "2025-01-10", "--known", known)).toBe("bound");

    const twice = await house.run("withdraw", String(wrong["batch"]));
    expect([twice.status, twice.stderr]).toEqual([1, expect.stringContaining("has been taken back already")]);
    expect((await house.run("withdraw", "b000000000000000000")).stderr).toContain("no batch `b000000000000000000` has been handed in");
    // It may be handed in again, and then it counts again.
    expect(await handIn(house, january, WORLD_BANK)).toMatchObject({ records: 3, duplicates: 0, changed: 2, gone: 0, repeated: false });
    expect(await verdict(house, ROADS, "--on", "2025-01-10")).toBe("bound");
    expect((await house.run("rebuild", "--verify")).stdout).toContain("everything agrees");
  });

  it("is joined and separated by hand without a trace in answers", async () => {
    const house = await openHouse({ ledger: await ledger() });
    await handIn(house, worldBankCsv("2025-01-07", [roads, kettles]), WORLD_BANK);
    await handIn(house, ebrdCsv([{ name: LANTERNS, effective: "2025-01-05", until: "2026-01-04" }]), EBRD, "--as-of", "2025-01-10");
    const before = await everything(house, [ROADS, LANTERNS], ["2025-01-20", "2026-03-02"]);
    const [a, b] = await Promise.all([ROADS, LANTERNS].map(async (name) => String((await house.json("standing", name))["organisation"]?.["file"])));
    expect((await house.run("join", String(a), String(b), "--reason", "same registration number")).stdout).toBe(`${a} and ${b} are one organisation from now on.\n`);
    const joined = await house.json("standing", LANTERNS, "--on", "2025-01-20");
    expect(joined["organisation"]).toMatchObject({ file: a, name: ROADS, files: [a, b] });
    expect(joined["joins"]).toEqual([{ files: [a, b], judgedBy: "person", score: 1000, reasons: [{ part: "person", score: 1000, because: "same registration number" }] }]);
    expect(await verdict(house, LANTERNS, "--on", "2025-01-20")).toBe("bound");
    expect((await house.run("join", String(b), String(a))).status).toBe(1);

    const known = String(await house.ledger.head());
    expect((await house.run("separate", String(b), String(a), "--reason", "another firm of that name")).status).toBe(0);
    expect(differences(await everything(house, [ROADS, LANTERNS], ["2025-01-20", "2026-03-02"]), before)).toEqual([]);
    expect((await house.json("standing", LANTERNS, "--on", "2025-01-20", "--known", known))["organisation"]).toMatchObject({ files: [a, b] });
    expect((await house.run("separate", String(a), String(b))).stderr).toContain("are not joined");
    expect((await house.run("rebuild", "--verify")).stdout).toContain("everything agrees");
  });

  it("tells once each what ended, also after days on which nobody asked", async () => {
    const house = await openHouse({ ledger: await ledger(), day: "2025-02-10" });
    await handIn(house, january, WORLD_BANK);
    const file = (await house.json("standing", KETTLES))["organisation"]?.["file"];
    expect((await house.json("pass-day", "2025-06-30"))["told"]).toEqual([]);
    const passed = await house.json("pass-day", "2025-07-10");
    expect(passed).toMatchObject({ from: "2025-06-30", to: "2025-07-10", told: [{ what: "termEnded", files: [file], day: "2025-07-01", detail: { list: "mdb:wbg-debarred" } }] });
    expect((await house.json("pass-day", "2025-07-10"))["told"]).toEqual([]);
    expect((await house.json("pass-day", "2025-07-01"))["told"]).toEqual([]);
    expect((await house.json("pass-day", "2026-12-11"))["told"]).toMatchObject([{ what: "termEnded", day: "2026-12-10" }]);
    expect((await house.ledger.toldAfter(0, 10)).map(({ what }) => what)).toEqual(["listed", "listed", "listed", "termEnded", "termEnded"]);
    expect(await verdict(house, KETTLES, "--on", "2025-07-01")).toBe("clear");
  });
});

describe("editions in every way they may come", () => {
  const rows = [roads, kettles, dredgers];
  const days = ["2025-01-07", "2025-02-04", "2025-03-04", "2025-04-01"];
  /** For each day and row: not carried, or with which of two ends, addresses and other names. */
  const content = fc.option(fc.record({ to: fc.boolean(), address: fc.boolean(), formerly: fc.boolean() }));
  const published = fc.tuple(...days.map(() => fc.tuple(...rows.map(() => content))));
  function edition(day: number, contents: readonly ({ readonly to: boolean; readonly address: boolean; readonly formerly: boolean } | null)[]): Uint8Array {
    return worldBankCsv(present(days[day], "a day"), contents.flatMap((each, index) => {
      const row = present(rows[index], "a row");
      return each === null ? [] : [{ ...row, to: each.to ? "2027-07-31" : row.to, address: each.address ? "2 Quarz Street" : "1 Quarz Street", info: each.formerly ? `${row.info ?? ""} (formerly Old ${row.name})` : (row.info ?? "") }];
    }));
  }
  const names = rows.map((row) => row.name);
  const asked = ["2025-01-06", ...days, "2025-03-10", "2027-01-01"];

  it("say the same whatever order they arrive in, and whichever were taken back", async () => {
    await fc.assert(fc.asyncProperty(published, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.subarray([0, 1, 2, 3]), async (editions, order, taken) => {
      const [house, never] = [await openHouse(), await openHouse()];
      const batches = new Map<number, string>();
      for (const index of order) {
        batches.set(index, String((await handIn(house, edition(index, present(editions[index], "an edition")), WORLD_BANK))["batch"]));
        // Some are taken back while others are still to come.
        const early = taken.find((each) => each !== index && batches.has(each));
        if (early !== undefined && index % 2 === 0) expect((await house.run("withdraw", present(batches.get(early), "its batch"))).status).toBeLessThanOrEqual(1);
      }
      for (const index of taken) await house.run("withdraw", present(batches.get(index), "its batch"));
      for (const index of [0, 1, 2, 3].filter((each) => !taken.includes(each))) await handIn(never, edition(index, present(editions[index], "an edition")), WORLD_BANK);
      expect(differences(await everything(house, names, asked), await everything(never, names, asked))).toEqual([]);
    }), { numRuns: 40 });
  });

  it("of one day: the one handed in last governs", async () => {
    const house = await openHouse();
    await handIn(house, january, WORLD_BANK);
    expect(await handIn(house, worldBankCsv("2025-01-07", [kettles, { ...dredgers, to: "2025-01-31" }]), WORLD_BANK)).toMatchObject({ gone: 1, changed: 1, duplicates: 1 });
    expect(await Promise.all(NAMES.slice(0, 3).map((name) => verdict(house, name, "--on", "2025-02-02")))).toEqual(["clear", "bound", "clear"]);
  });

  it("keep the joins of their rows when an earlier edition is taken back, and no join that was separated", async () => {
    const house = await openHouse();
    await handIn(house, worldBankCsv("2025-01-07", [roads, kettles]), WORLD_BANK);
    const listed = [ROADS, KETTLES].map((name) => ({ name, effective: "2024-12-12", from: "2024-12-10", until: "2026-12-09", origin: "World Bank" }));
    const first = await handIn(house, ebrdCsv(listed), EBRD, "--as-of", "2025-01-10");
    expect(first["joins"]).toHaveLength(2);
    const [a, b] = (await house.json("standing", KETTLES))["organisation"]?.["files"] ?? [];
    await house.run("separate", String(a), String(b));
    await handIn(house, ebrdCsv([...listed, { name: LANTERNS, effective: "2025-02-01" }]), EBRD, "--as-of", "2025-02-10");
    const before = [plain((await house.json("standing", ROADS, "--on", "2025-03-01"))["organisation"]), (await house.json("check", KETTLES, "mdb:award-contract@ebrd"))["error"]];
    await house.run("withdraw", String(first["batch"]));
    const after = [plain((await house.json("standing", ROADS, "--on", "2025-03-01"))["organisation"]), (await house.json("check", KETTLES, "mdb:award-contract@ebrd"))["error"]];
    expect(after).toEqual(before);
    expect((await house.json("standing", ROADS))["joins"]).toHaveLength(1);
    expect(after[1]).toMatchObject({ code: "organisation-ambiguous" });
  });
});
