// Filters over an invented sheet of organisations and a bank's list: what is left is what each one's own standing says, counts are of the
// matches, and the command and the API say the same.
import { describe, expect, it } from "vitest";
import { plainDate, present } from "../domain/terms/index.ts";
import { csv, handIn, inventedCode, WORLD_BANK, worldBankCsv } from "../../test/support/invented-lists.ts";
import { openHouse, type House } from "../../test/support/run.ts";
import { filterOrganisations, readFilters, stateOfAct, type Filtered } from "./filter-organisations.ts";
import { standingOf } from "./standing.ts";

const PUBLIC = { kind: "public" } as const;
const DAY = plainDate("2025-03-01");
const ROWS = [
  ["Quarzil Road Works Ltd", "00000031", "Construction", "Limited liability company"], ["Quarzil Kettle Foundry", "00000032", "Manufacturing", "Limited liability company"],
  ["Quarzil Harbour Works", "00000033", "Construction", "Joint stock company"], ["Borealis Dredging", "00000034", "Construction", "Joint stock company"],
] as const;

async function housed(): Promise<House> {
  const house = await openHouse({ day: "2025-03-01" });
  const rows = await Promise.all(ROWS.map(async ([name, subject, sector, form]) => [name, await inventedCode(subject), sector, form]));
  const report = await handIn(house, csv([["Name", "Unified code", "Sector", "Legal form"], ...rows]), "cn:organisation");
  expect(report["records"]).toBe(ROWS.length);
  await handIn(house, worldBankCsv("2025-02-28", [{ name: "Tarn Quarzil Survey Ltd", info: "*1", from: "2024-12-10", to: "2026-12-09" }, { name: "Umbra Quarzil JSC", info: "*2", from: "2024-12-10", to: "2025-06-09" }]), WORLD_BANK);
  return house;
}

async function asked({ registry }: House, text: string, filters: Parameters<typeof readFilters>[1], limit = 50): Promise<Filtered> {
  const read = readFilters(registry, filters);
  if (!read.ok) throw new Error(read.error.message);
  return filterOrganisations(registry, PUBLIC, { text, ...read.value, language: "en", from: 0, limit, on: DAY, law: DAY, known: await registry.ledger.head() });
}

const names = ({ rows }: Filtered): readonly string[] => rows.map(({ found }) => found.name).toSorted();

describe("filtering organisations", () => {
  it("leaves those that have one of the values in each field, and counts every value by the other filters", async () => {
    const house = await housed();
    const all = await asked(house, "quarzil", {});
    expect(all.total).toBeGreaterThanOrEqual(4);
    const construction = present([...all.facets.sector.keys()].find((value) => all.facets.sector.get(value) === 2), "the sector of two");
    const joint = present([...(await asked(house, "harbour", {})).facets.form.keys()][0], "its form");
    expect(names(await asked(house, "quarzil", { sector: construction }))).toEqual(["Quarzil Harbour Works", "Quarzil Road Works Ltd"]);
    const both = await asked(house, "quarzil", { sector: construction, form: joint });
    expect(names(both)).toEqual(["Quarzil Harbour Works"]);
    // What the other filter leaves is counted: both forms of the sector.
    expect([...both.facets.form.values()].reduce((sum, count) => sum + count, 0)).toBe(2);
    expect((await asked(house, "quarzil", { sector: "no-such-sector" })).total).toBe(0);
  });

  it("names who stands on a list without a text, and those of them a text finds", async () => {
    const house = await housed();
    expect(names(await asked(house, "", { list: "mdb:wbg-debarred" }))).toEqual(["Tarn Quarzil Survey Ltd", "Umbra Quarzil JSC"]);
    expect(names(await asked(house, "umbra", { list: "mdb:wbg-debarred" }))).toEqual(["Umbra Quarzil JSC"]);
    expect((await asked(house, "", {})).total).toBe(0);
  });

  it("puts each in the gravest state of its acts, as its standing has them", async () => {
    const house = await housed();
    const bound = await asked(house, "quarzil", { state: "bound", sort: "earliest" });
    const clear = await asked(house, "quarzil", { state: "clear" });
    expect(names(bound)).toEqual(["Tarn Quarzil Survey Ltd", "Umbra Quarzil JSC"]);
    expect(bound.rows.map(({ found }) => found.name)).toEqual(["Umbra Quarzil JSC", "Tarn Quarzil Survey Ltd"]);
    expect(bound.total + clear.total).toBe((await asked(house, "quarzil", {})).total);
    expect(present(bound.facets.state, "states are counted where they settle").get("bound")).toBe(2);
    for (const { found, stands } of [...bound.rows, ...clear.rows]) {
      const standing = await standingOf(house.registry, PUBLIC, { organisation: found.file, on: DAY });
      if (!standing.ok) throw new Error(standing.error.message);
      expect(standing.value.acts.some((act) => stateOfAct(act) === stands?.state)).toBe(true);
      expect(standing.value.acts.filter((act) => stateOfAct(act) === "bound").length).toBe(stands?.acts.bound ?? 0);
    }
  });

  it("gives a page of what is left, in the order asked for", async () => {
    const house = await housed();
    const sorted = await asked(house, "quarzil", { sort: "name" }, 2);
    expect(sorted.rows.map(({ found }) => found.name)).toEqual(["Quarzil Harbour Works", "Quarzil Kettle Foundry"]);
    expect(sorted.total).toBe((await asked(house, "quarzil", {})).total);
    expect((await asked(house, "quarzil", { sort: "state" })).rows[0]?.stands?.state).toBe("bound");
  });

  it("is the same on the command line, with its state and no more than asked for", async () => {
    const house = await housed();
    const json = await house.json("find", "quarzil", "--state", "bound", "--on", DAY);
    expect(json).toMatchObject({ total: 2, found: [{ state: "bound" }, { state: "bound" }] });
    const told = await house.run("find", "", "--list", "mdb:wbg-debarred", "--limit", "1", "--on", DAY);
    expect(told.stdout).toContain("bound, out from");
    expect(told.stdout).toContain("1 of 2");
    expect((await house.run("find", "quarzil", "--region", "000000")).status).toBe(1);
  });

  it("says which word is no filter, and leaves nobody out by it", async () => {
    const house = await housed();
    for (const [option, word, code] of [["--state", "bond", "input-invalid"], ["--sort", "colour", "input-invalid"], ["--list", "mdb:no-such-list", "law-entry-unknown"], ["--list", "debarred", "law-entry-unknown"]] as const) {
      const told = await house.run("find", "quarzil", option, word);
      expect([told.status, told.stdout]).toEqual([1, ""]);
      expect(told.stderr).toContain(`\`${word}\``);
      expect(await house.json("find", "quarzil", option, word)).toMatchObject({ error: { code } });
    }
  });
});
