// Reverse questions from the command line, over invented editions of a bank's list and a sheet of penalties: all that binds one, all whom a
// memorandum binds, what frees, what a listing would bring. What they say is held against checks.
import { beforeAll, describe, expect, it } from "vitest";
import { csv, handIn, inventedCode, WORLD_BANK, worldBankCsv } from "./support/invented-lists.ts";
import { openHouse, type House } from "./support/run.ts";

const NAMES = ["Quarzil Road Works Ltd", "Borealis Kettle Foundry Ltd", "Umbra Dredging JSC"];
const ON = ["--on", "2025-02-01"];
const ACT = "mdb:award-contract@ebrd";
const MEMORANDUM = "mdb:mutual-enforcement";
let house: House;
let ferry = "";

beforeAll(async () => {
  house = await openHouse({ day: "2025-03-01" });
  await handIn(house, worldBankCsv("2025-01-07", NAMES.map((name, index) => ({ name, info: `*${index + 1}`, from: "2024-12-10", to: `202${5 + index}-12-31` }))), WORLD_BANK);
  ferry = await inventedCode("12345678");
  const sheet = csv([["Name", "Unified code", "Decided on", "Number of the decision", "Field of law", "Kinds of penalty"], ["青木石英有限公司", ferry, "2025-01-15", "A-1", "Work safety", "Suspension of business"]]);
  await handIn(house, sheet, "cn:administrative-penalty-sheet");
});

describe("bound", () => {
  it("prints each effect once with its acts, reason and ways out, and the clocks", async () => {
    const ran = await house.run("bound", NAMES[0] ?? "", ...ON);
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout).toMatch(/^Quarzil Road Works Ltd {2}P\d+: bound in \d+ acts/);
    expect(ran.stdout).toMatch(/because of listing \S+ on mdb:wbg-debarred/);
    expect(ran.stdout).toContain("As of 2025-02-01, law of 2025-02-01, known at position ");
  });

  it("says as JSON what checks say, act by act", async () => {
    const all = await house.json("bound", NAMES[0] ?? "", ...ON);
    const check = await house.json("check", NAMES[0] ?? "", ACT, ...ON);
    const effects = [...all["effects"] ?? []].filter((effect) => [...effect["acts"] ?? []].map(String).includes(ACT)).map(({ acts: _acts, ...effect }) => effect);
    expect(effects).toEqual([...check["effects"] ?? []]);
    expect(effects.length).toBeGreaterThan(0);
  });

  it("of a valid code that is not on file is clear, and of nobody a problem", async () => {
    expect(await house.json("bound", await inventedCode("87654321"), ...ON)).toMatchObject({ organisation: { onFile: false }, verdicts: { bound: 0, undetermined: 0 }, effects: [] });
    expect((await house.run("bound", "Nobody at all")).status).toBe(1);
  });
});

describe("bound-under", () => {
  it("prints a line for each organisation a memorandum binds, in the order of their files", async () => {
    const ran = await house.run("bound-under", MEMORANDUM, ...ON);
    const lines = ran.stdout.trimEnd().split("\n");
    expect([ran.status, lines.length]).toEqual([0, 3]);
    expect(lines.map((line) => line.split("  ")[1])).toEqual(NAMES);
    expect(lines[0]).toMatch(/^P\d+ {2}Quarzil Road Works Ltd {2}deny of .*mdb:award-contract@ebrd.*because of listing \S+ on mdb:wbg-debarred$/);
  });

  it("as JSON is a line each that stands by itself; a measure, a list or one effect narrow it", async () => {
    const ran = await house.run("bound-under", MEMORANDUM, ...ON, "--json");
    const rows: readonly { readonly organisation: { readonly name: string }; readonly effects: readonly { readonly measure: string }[]; readonly asOf: object }[] = ran.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
    expect(rows.map(({ organisation }) => organisation.name)).toEqual(NAMES);
    expect(rows[0]?.asOf).toMatchObject({ on: "2025-02-01", by: "derive", editions: { "mdb:wbg-debarred": "2025-01-07" } });
    const measure = rows[0]?.effects[0]?.measure ?? "";
    expect((await house.run("bound-under", measure, ...ON)).stdout.split("\n")).toHaveLength(4);
    expect((await house.run("bound-under", "mdb:wbg-debarred", ...ON)).stdout.split("\n")).toHaveLength(4);
    expect((await house.run("bound-under", MEMORANDUM, ...ON, "--effect", "support")).stdout).toBe("");
    expect((await house.run("bound-under", MEMORANDUM, "--on", "2026-06-01")).stdout).not.toContain(NAMES[0]);
  });

  it("says what is wrong", async () => {
    expect([await house.run("bound-under", "mdb:nothing"), await house.run("bound-under", MEMORANDUM, "--effect", "annoy"), await house.run("bound-under", MEMORANDUM, "--on", "x")].map(({ status }) => status)).toEqual([1, 1, 2]);
  });
});

describe("free", () => {
  it("gives the listing whose end frees, with its exits, and the check agrees once it has ended", async () => {
    const freed = await house.json("free", NAMES[0] ?? "", ACT, ...ON);
    expect(freed).toMatchObject({ act: ACT, verdict: "bound", gone: "ended", whole: true, sets: [{ members: [{ kind: "listing", of: "mdb:wbg-debarred", exits: [{ acts: ["term"], earliest: "2026-01-01" }] }] }] });
    const ran = await house.run("free", NAMES[0] ?? "", ACT, ...ON, "--as-if-never");
    expect([ran.status, ran.stdout]).toEqual([0, expect.stringMatching(/free if these had never been\n {2}1\. listing \S+ \(mdb:wbg-debarred\)\n {5}\S+: term, from 2026-01-01\n/)]);
    expect((await house.json("check", NAMES[0] ?? "", ACT, "--on", "2026-01-01"))["effects"]).toEqual([]);
  });

  it("gives a record, says where an act is clear, and why nothing frees where a fact is missing", async () => {
    expect(await house.json("free", ferry, "cn:bid-government-procurement", ...ON)).toMatchObject({ verdict: "bound", sets: [{ members: [{ kind: "record", of: "cn:administrative-penalty" }] }] });
    expect((await house.run("free", ferry, ACT, ...ON)).stdout).toContain("clear; there is nothing to be freed of");
    const stale = await house.run("free", NAMES[0] ?? "", "mdb:award-contract", ...ON);
    expect([stale.status, stale.stdout.includes("free if these ended")]).toEqual([0, true]);
    expect((await house.run("free", NAMES[0] ?? "", "mdb:nothing")).status).toBe(1);
  });
});

describe("foresee", () => {
  it("says what a listing would bring and stores nothing", async () => {
    const head = await house.ledger.head();
    const found = await house.json("foresee", ferry, "cn:samr-serious", "--on", "2026-03-02");
    expect(found).toMatchObject({ list: "cn:samr-serious", on: "2026-03-02", organisation: { name: "青木石英有限公司" }, end: { kind: "fixed" } });
    const [first] = [...found["binding"] ?? []];
    expect(Object.keys(first ?? {})).toEqual(expect.arrayContaining(["measure", "authority", "acts", "end", "exit", "force", "effects"]));
    const ran = await house.run("foresee", ferry, "cn:samr-serious", "--on", "2026-03-02");
    expect(ran.stdout).toMatch(/^If .*\(cn:samr-serious\) took 青木石英有限公司 \(P\d+\) on 2026-03-02 until /);
    expect(ran.stdout).toMatch(/would bind: \d+/);
    expect(await house.ledger.head()).toBe(head);
  });

  it("of no list, a list not in force, or nobody is a problem", async () => {
    expect((await Promise.all([house.run("foresee", ferry, "cn:nothing"), house.run("foresee", ferry, "cn:samr-serious", "--on", "2001-01-01"), house.run("foresee", await inventedCode("87654321"), "cn:samr-serious")])).map(({ status }) => status)).toEqual([1, 1, 1]);
  });
});
