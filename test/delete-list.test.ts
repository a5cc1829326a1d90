// An imported list taken out as a whole: nothing of its rows is said or kept any more, everything else stands as before, and the proofs
// of what was there stay. Through the command line's own verbs, on SQLite.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openLedger } from "../src/store/index.ts";
import { EBRD, ebrdCsv, handIn, WORLD_BANK, worldBankCsv } from "./support/invented-lists.ts";
import { openHouse } from "./support/run.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-delete-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [ROADS, KETTLES, LANTERNS] = ["Quarzil Road Works Ltd", "Borealis Kettle Foundry Ltd", "Pelagia Lantern Supplies LLC"];

it("takes every edition of the list with it and leaves the rest", async () => {
  const ledger = await openLedger({ node: "test", randomBytes, dataDir: folder });
  try {
    const house = await openHouse({ ledger });
    const own = { name: KETTLES, info: "*17", address: "9 Vanishing Lane", from: "2024-01-01", to: "2029-12-31" };
    await handIn(house, worldBankCsv("2025-01-07", [own, { ...own, name: ROADS, info: "*18" }]), WORLD_BANK);
    await handIn(house, worldBankCsv("2025-02-04", [own, { ...own, name: ROADS, info: "*18", to: "2030-12-31" }]), WORLD_BANK);
    await handIn(house, ebrdCsv([{ name: LANTERNS, effective: "2024-05-05" }]), EBRD, "--as-of", "2025-02-05");
    const before = await ledger.read({});
    const [{ file: kettles } = { file: "" }] = [...(await house.json("find", KETTLES))["found"] ?? []].map((found) => ({ file: String(found["file"]) }));
    const verdict = async (name: string, ...more: readonly string[]): Promise<unknown> => {
      const answer = await house.json("check", name, "mdb:award-contract@wbg", ...more);
      return answer["verdict"] ?? answer["error"]?.["code"];
    };
    const lanterns = await verdict(LANTERNS);
    expect(await verdict(KETTLES)).toBe("bound");
    const inFiles = (text: string): boolean => readdirSync(folder).some((name) => name.startsWith("register.sqlite") && readFileSync(join(folder, name)).includes(text));
    expect([inFiles("Vanishing Lane"), inFiles("Borealis")]).toEqual([true, true]);

    expect((await house.run("delete-list", "mdb:no-such-list", "--reason", "x")).status).toBe(1);
    const deleted = await house.json("delete-list", "mdb:wbg-debarred", "--reason", "the licence to keep it has ended");
    expect([[...(deleted["batches"] ?? [])].length, Number(deleted["forgotten"]) > 3]).toEqual([2, true]);

    expect([inFiles("Vanishing Lane"), inFiles("Borealis"), inFiles("borealis"), inFiles("Pelagia")]).toEqual([false, false, false, true]);
    expect([await verdict(KETTLES), await verdict(LANTERNS)]).toEqual(["organisation-not-found", lanterns]);
    expect((await house.run("find", KETTLES)).status).toBe(1);
    // Envelopes stand as they were; the number is nobody else's.
    const after = await ledger.read({});
    expect(after.slice(0, before.length).map(({ body: _body, ...envelope }) => envelope)).toEqual(before.map(({ body: _body, ...envelope }) => envelope));
    expect(await ledger.mintFiles(1)).not.toContain(kettles);
    // As known before, the answer says what it can no longer know.
    expect((await house.run("check", kettles, "mdb:award-contract@wbg", "--known", String(before.at(-1)?.position ?? 0))).status).not.toBe(70);
    expect((await house.json("rebuild", "--verify"))["differences"]).toEqual([]);

    const head = await ledger.head();
    expect(await house.json("delete-list", "mdb:wbg-debarred", "--reason", "again")).toMatchObject({ batches: [], forgotten: 0 });
    expect(await ledger.head()).toBe(head);
    // It may be handed in again, as if it had never been here.
    expect(await handIn(house, worldBankCsv("2025-03-04", [own]), WORLD_BANK)).toMatchObject({ records: 1 });
    expect(await verdict(KETTLES)).toBe("bound");
  } finally {
    await ledger.close();
  }
});
