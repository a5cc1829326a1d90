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

  it("names everybody the filters leave without a text, page by page, and counts them right", async () => {
    const house = await housed();
    const clear = await asked(house, "", { state: "clear" });
    const [first, second] = [await asked(house, "", { state: "clear" }, 3), await asked(house, "", { state: "clear", sort: "name" })];
    expect(names(clear)).toEqual(ROWS.map(([name]) => name).toSorted());
    expect([first.rows.length, first.total, second.total, first.more, first.best]).toEqual([3, 4, 4, false, false]);
    expect(present(clear.facets.state, "states are counted").get("bound")).toBe(2);
    const [form = "", count] = [...clear.facets.form].find(([, each]) => each === 2) ?? [];
    expect([count, (await asked(house, "", { form })).total]).toEqual([2, 2]);
    // More than the best of a text: nobody is left out.
    const many = await handIn(house, csv([["Name", "Sector"], ...Array.from({ length: 230 }, (_, index) => [`Zanthor Harbour ${index}`, "Construction"])]), "cn:organisation");
    expect(many["records"]).toBe(230);
    expect(await asked(house, "zanthor", { state: "clear" })).toMatchObject({ total: 200, more: true, best: true });
    expect(await asked(house, "", { state: "clear" })).toMatchObject({ total: 234, more: false, best: false });
  });

  it("leaves those with a listing of the days asked for, on the list where one is named", async () => {
    const house = await housed();
    await handIn(house, worldBankCsv("2025-03-01", [{ name: "Tarn Quarzil Survey Ltd", info: "*1", from: "2024-12-10", to: "2026-12-09" }, { name: "Umbra Quarzil JSC", info: "*2", from: "2025-02-10", to: "2025-06-09" }, { name: "Quarzil Ongoing Ltd", info: "*3", from: "2025-02-10", to: "2999-12-31" }]), WORLD_BANK);
    const left = async (filters: Parameters<typeof readFilters>[1], text = ""): Promise<readonly string[]> => names(await asked(house, text, filters));
    expect(await left({ listedFrom: "2025-02-10" })).toEqual(["Quarzil Ongoing Ltd", "Umbra Quarzil JSC"]);
    expect(await left({ listedFrom: "2025-02-11" })).toEqual([]);
    expect(await left({ listedTo: "2024-12-10" })).toEqual(["Tarn Quarzil Survey Ltd"]);
    // Until is the first free day, and what has none is not free until any day.
    expect(await left({ freeTo: "2025-06-10" })).toEqual(["Umbra Quarzil JSC"]);
    expect(await left({ freeTo: "2025-06-09" })).toEqual([]);
    expect(await left({ freeFrom: "2025-06-11", list: "mdb:wbg-debarred" })).toEqual(["Tarn Quarzil Survey Ltd"]);
    expect(await left({ listedFrom: "2025-01-01", freeTo: "2025-12-31" }, "quarzil")).toEqual(["Umbra Quarzil JSC"]);
    expect(readFilters(house.registry, { freeTo: "soon" })).toMatchObject({ error: { code: "day-invalid" } });
    expect(await house.json("find", "", "--free-to", "2025-06-10", "--on", DAY)).toMatchObject({ total: 1, found: [{ name: "Umbra Quarzil JSC" }] });
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
