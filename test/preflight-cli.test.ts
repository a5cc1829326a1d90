// `preflight` and `applies` from the command line over an invented organisation: in words and as JSON; wrong fields and days are said, and nothing is stored.
import { beforeAll, describe, expect, it } from "vitest";
import { csv, handIn, inventedCode } from "./support/invented-lists.ts";
import { openHouse, type House } from "./support/run.ts";

const GRAVE = ["--field", "field=food", "--field", "kinds=fine", "--field", "kinds=closure", "--field", "vile=yes", "--field", "noIntent=no"];
let house: House;
let quartz = "";

beforeAll(async () => {
  house = await openHouse({ day: "2026-03-02" });
  quartz = await inventedCode("12345678");
  await handIn(house, csv([["Name", "Unified code", "Decided on", "Number of the decision", "Field of law", "Kinds of penalty"], ["青木石英有限公司", quartz, "2020-01-15", "A-1", "Work safety", "Warning"]]), "cn:administrative-penalty-sheet");
});

describe("preflight", () => {
  it("says in words what would bind, what an authority could propose, how out, and the law of other years", async () => {
    const head = await house.ledger.head();
    const ran = await house.run("preflight", quartz, "cn:administrative-penalty", ...GRAVE, "--on", "2026-05-01");
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout).toMatch(/^If a record cn:administrative-penalty about 青木石英有限公司 \(P\d+\) were decided on 2026-05-01: 1 acts bound at once/);
    for (const words of ["binds: deny by cn:", "cn:samr could propose it for cn:samr-serious until 2029-05-01: vile-and-heavier met", "  out by repair from ", "law of 2014-06-14 (2014): no such record", "law of 2026-04-01"]) expect(ran.stdout).toContain(words);
    expect(await house.ledger.head()).toBe(head);
  });

  it("says the same as JSON", async () => {
    const found = await house.json("preflight", quartz, "cn:administrative-penalty", ...GRAVE, "--on", "2026-05-01", "--acted", "2026-04-02");
    expect(found).toMatchObject({ type: "cn:administrative-penalty", on: "2026-05-01", actedOn: "2026-04-02", fields: { field: "food", kinds: ["fine", "closure"], vile: true, noIntent: false }, proposals: [{ list: "cn:samr-serious" }] });
  });

  it("says what is wrong: no kind, no such field, no such choice, a day after the decision, wrong usage", async () => {
    const wrong = [["cn:nothing"], ["cn:administrative-penalty", "--field", "colour=red"], ["cn:administrative-penalty", "--field", "field=moon"], ["cn:administrative-penalty", "--acted", "2027-01-01"]];
    const ran = await Promise.all(wrong.map((args) => house.run("preflight", quartz, ...args)));
    expect(ran.map(({ status }) => status)).toEqual([1, 1, 1, 2]);
    expect(ran[1]?.stderr).toContain("has no field `colour`");
    expect((await house.run("preflight", quartz, "cn:administrative-penalty", "--field", "food")).status).toBe(2);
  });
});

describe("applies", () => {
  it("names the lists, memoranda, gradings and duties with the criteria as the facts leave them, in words and as JSON", async () => {
    const ran = await house.run("applies", quartz, "--on", "2026-05-01");
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    for (const words of ["region unknown, sector unknown", "    cn:samr-serious (black) by cn:samr: its criteria undetermined\n", "      vile-and-heavier: not met\n", "      vile: unknown, missing record.vile\n", "kept off by on-a-black-list: not met", "hangs on its region", "  yearly duties: 1\n"]) expect(ran.stdout).toContain(words);
    expect(await house.json("applies", quartz, "--on", "2026-05-01")).toMatchObject({ region: null, asOf: { on: "2026-05-01" } });
    expect((await house.run("applies", "Nobody at all")).status).toBe(1);
  });
});
