import { describe, expect, it } from "vitest";
import { present, type End, type PlainDate } from "../../terms/index.ts";
import type { Rulebook } from "../../rules/index.ts";
import { exitsInLaw, exitsOfRecord, type ExitQuestion } from "./exits-in-law.ts";
import { harbour, meetingLaw, newRepair, oldRepair, precedence, sectorRepair, serious } from "../../rules/test-meeting-law.ts";
import { calendar, day } from "../test-law.ts";

const PUBLISHED = day("2025-02-01");
const days = { appliedOn: PUBLISHED, decidedOn: day("2025-01-10"), effectiveFrom: day("2025-01-20"), publishedFrom: PUBLISHED };
const untilThreeYears: End = { kind: "fixed", until: day("2028-02-01") };

function ask(law: Rulebook, list: "serious" | "silent", on: string, more: Partial<ExitQuestion> = {}): readonly (readonly [string, string | undefined, string?])[] {
  const entry = present(law.get("list", harbour(list)), "the list");
  const end: End = list === "serious" ? untilThreeYears : { kind: "notStated" };
  return exitsInLaw({ law, on: day(on), calendar, ...more }, entry, { end, days }).map(({ exit, earliest, reading }) => (reading === undefined ? [exit, earliest] : [exit, earliest, reading]));
}

const OWN = [["early", "2025-08-01"], ["annulment", undefined]];

describe("repair rules", () => {
  it("R26 a repair rule leads out of what it covers where nothing else speaks, from its own first day, counted from publication", () => {
    const law = meetingLaw(newRepair, oldRepair);
    expect(ask(law, "silent", "2025-12-31")).toEqual([["t:old-repair#any", "2029-02-01"], ["t:old-repair#any", "2027-02-01"]]);
    expect(ask(law, "silent", "2026-01-01")).toEqual([["t:new-repair#minor", "2025-05-01"], ["t:new-repair#grave", "2028-02-01"], ["t:new-repair#minor", "2025-02-01"], ["t:new-repair#grave", "2026-02-01"]]);
    expect(ask(law, "silent", "2019-12-31")).toEqual([]);
  });

  it("R26 the rule of the application governs, and a later statute book is not asked", () => {
    const law = meetingLaw(newRepair, oldRepair);
    expect(ask(law, "silent", "2026-02-01", { appliedOn: day("2025-12-31") }).map(([exit]) => exit)).toEqual(["t:old-repair#any", "t:old-repair#any"]);
    expect(ask(law, "silent", "2026-02-01", { lawDay: day("2025-12-31") }).map(([exit]) => exit)).toEqual(["t:old-repair#any", "t:old-repair#any"]);
  });

  it("R26 what a tier names belongs to it alone, and a tier whose condition fails does not apply", () => {
    const tiers = [{ id: "food", names: "Food", when: { id: "food-field", names: "Food", holds: 'listing.field == "food"' }, minimumMonths: 12 }, { id: "other", names: "Other", minimumMonths: 3 }];
    const law = meetingLaw({ ...newRepair, tiers }, { ...serious, exits: [] });
    expect(ask(law, "serious", "2026-01-01").map(([exit]) => exit)).toEqual(["t:new-repair#food", "t:new-repair#other"]);
    expect(ask(law, "serious", "2026-01-01", { holds: () => "false" }).map(([exit]) => exit)).toEqual(["t:new-repair#other"]);
    expect(ask(meetingLaw(newRepair, { ...serious, exits: [] }), "serious", "2026-01-01")).toEqual([["t:new-repair#grave", "2026-02-01"]]);
  });

  it("R26 repair never opens once it would end nothing, nor where the shortest time is the longest", () => {
    const late = { ...newRepair, tiers: [{ id: "late", names: "Late", minimumMonths: 36 }, { id: "sooner", names: "Sooner", minimumMonths: 35 }] };
    expect(ask(meetingLaw(late, { ...serious, exits: [] }), "serious", "2026-01-01")).toEqual([["t:new-repair#sooner", "2028-01-01"]]);
    const never = { ...newRepair, tiers: [{ id: "never", names: "Never early", minimumMonths: 36, maximumMonths: 36, endsByItself: true }] };
    expect(ask(meetingLaw(never), "silent", "2026-01-01")).toEqual([["t:new-repair#never", "2028-02-01"]]);
  });

  it("R26 the time to decide runs from the first open day, or from the day asked", () => {
    const law = meetingLaw(newRepair, { ...serious, exits: [] });
    const found = (on: string) => exitsInLaw({ law, on: day(on), calendar }, present(law.get("list", harbour("serious")), "the list"), { end: untilThreeYears, days });
    expect(found("2026-01-05")).toMatchObject([{ earliest: "2026-02-01", decideBy: "2026-02-10", by: "t:master", repair: "t:new-repair", tier: "grave" }]);
    expect(found("2026-03-02")).toMatchObject([{ decideBy: "2026-03-11" }]);
    expect(found("2027-03-01")).toMatchObject([{ provisional: true }]);
  });

  it("R26 a repair rule leads out of what a record brings", () => {
    const law = meetingLaw(newRepair);
    const found = exitsOfRecord({ law, on: day("2026-01-05"), calendar }, harbour("fine"), { end: { kind: "notStated" }, days });
    expect(found.map(({ act, exit, earliest }) => [act, exit, earliest])).toEqual([
      ["term", "t:new-repair#grave", "2028-02-01"], ["repair", "t:new-repair#minor", "2025-02-01"], ["repair", "t:new-repair#grave", "2026-02-01"],
    ]);
    const recent = exitsOfRecord({ law, on: day("2026-01-05"), calendar }, harbour("fine"), { end: { kind: "notStated" }, days: { ...days, publishedFrom: day("2025-12-01") } });
    expect(recent.filter(({ act }) => act === "term").map(({ earliest }) => earliest)).toEqual(["2026-03-01", "2028-12-01"]);
  });
});

describe("several rules to one question", () => {
  it("R25 without a rule of precedence the list's own rule goes before general ones", () => {
    expect(ask(meetingLaw(newRepair), "serious", "2026-01-01")).toEqual(OWN);
  });

  it("R27 setting right is the same question as repair where the list knows no repair", () => {
    const setRight = { id: "set-right", act: "performance", names: "Set right" };
    expect(ask(meetingLaw(newRepair, { ...serious, exits: [setRight] }), "serious", "2026-01-01")).toEqual([["set-right", undefined]]);
    const both = meetingLaw(newRepair, { ...serious, exits: [setRight, { id: "early", act: "repair", names: "Early" }] }, precedence("open", { rule: "prefers", among: ["serious", "new-repair"], prefer: "unresolved" }));
    expect(ask(both, "serious", "2026-01-01")).toEqual([["early", undefined, "t:serious"], ["t:new-repair#grave", "2026-02-01", "t:new-repair"], ["set-right", undefined]]);
  });

  it("R25 what a rule of precedence puts first governs, whatever its kind", () => {
    const law = meetingLaw(newRepair, precedence("general-first", { rule: "prefers", among: ["serious", "new-repair"], prefer: ["new-repair", "serious"] }));
    expect(ask(law, "serious", "2026-01-01")).toEqual([["t:new-repair#grave", "2028-02-01"], ["t:new-repair#grave", "2026-02-01"], ["annulment", undefined]]);
    expect(ask(law, "serious", "2025-12-31")).toEqual(OWN);
  });

  it("R25 unresolved between the list's own rule and a general one, both are given with their names", () => {
    const law = meetingLaw(newRepair, sectorRepair, precedence("open", { rule: "prefers", among: ["serious", "new-repair"], prefer: "unresolved", from: "2026-01-01" }));
    expect(ask(law, "serious", "2026-01-01")).toEqual([["early", "2025-08-01", "t:serious"], ["t:new-repair#grave", "2026-02-01", "t:new-repair"], ["annulment", undefined]]);
    expect(ask(law, "serious", "2025-12-31")).toEqual(OWN);
  });

  it("R25 between general rules the first named that is in force and speaks governs; with none named, both are readings", () => {
    const first = precedence("sector-first", { rule: "prefers", among: ["sector-repair", "new-repair", "old-repair"], prefer: ["sector-repair", "new-repair", "old-repair"] });
    const exits = (law: Rulebook, on: string) => [...new Set(ask(law, "silent", on).filter(([exit]) => exit.includes("repair")).map(([exit, , reading]) => `${exit} ${reading ?? ""}`))];
    expect(exits(meetingLaw(newRepair, oldRepair, sectorRepair, first), "2025-06-30")).toEqual(["t:old-repair#any "]);
    // The sector's rule says nothing of a longest time: there the general rule still speaks alone.
    expect(ask(meetingLaw(newRepair, oldRepair, sectorRepair, first), "silent", "2025-07-01")).toEqual([["t:old-repair#any", "2029-02-01"], ["t:sector-repair#all", "2025-04-01"]]);
    expect(ask(meetingLaw(newRepair, sectorRepair), "silent", "2026-01-01").map(([exit, , reading]) => [exit, reading])).toEqual([
      ["t:new-repair#minor", undefined], ["t:new-repair#grave", undefined], ["t:new-repair#minor", "t:new-repair"], ["t:new-repair#grave", "t:new-repair"], ["t:sector-repair#all", "t:sector-repair"],
    ]);
  });

  it("R27 readings that come to the same days are one", () => {
    const same = { ...newRepair, tiers: [{ id: "same", names: "Same", minimumMonths: 6, maximumMonths: 36, endsByItself: true }] };
    const law = meetingLaw(same, precedence("open", { rule: "prefers", among: ["serious", "new-repair"], prefer: "unresolved" }));
    expect(ask(law, "serious", "2026-01-01")).toEqual(OWN);
  });

  it("R27 a longest time never prolongs, and a reading may open no repair at all", () => {
    const law = meetingLaw({ ...newRepair, tiers: [{ id: "late", names: "Late", minimumMonths: 36, maximumMonths: 60, endsByItself: true }] }, precedence("open", { rule: "prefers", among: ["serious", "new-repair"], prefer: "unresolved" }));
    expect(ask(law, "serious", "2026-01-01")).toEqual([["early", "2025-08-01", "t:serious"], ["annulment", undefined]]);
  });

  it("R25 rules of precedence that put each other last settle nothing", () => {
    const law = meetingLaw(newRepair, sectorRepair,
      precedence("one", { rule: "prefers", among: ["sector-repair", "new-repair"], prefer: ["sector-repair", "new-repair"] }), precedence("two", { rule: "prefers", among: ["sector-repair", "new-repair"], prefer: ["new-repair", "sector-repair"] }));
    expect(ask(law, "silent", "2026-01-01").flatMap(([, , reading]) => reading ?? [])).toEqual(["t:new-repair", "t:new-repair", "t:sector-repair"]);
  });
});

describe("matters begun under an older rule", () => {
  const decisionAnchored = (rule: typeof oldRepair) => ({ ...rule, anchor: "decision" });
  const exits = (law: Rulebook, on: PlainDate = day("2026-02-01")) => [...new Set(ask(law, "silent", on).map(([exit]) => exit))];
  const moving = (pending: string) => precedence("moving", { rule: "transition", old: "old-repair", replacement: "new-repair", pending, from: "2026-01-01" });

  it("R28 they stay under it by its anchor, or move, or take the milder, as the transition says", () => {
    const law = (pending: string) => meetingLaw(decisionAnchored(oldRepair), newRepair, moving(pending));
    // Decided under the old rule; by its anchor alone both would speak.
    expect(exits(meetingLaw(decisionAnchored(oldRepair), newRepair))).toEqual(["t:new-repair#minor", "t:new-repair#grave", "t:old-repair#any"]);
    expect(exits(law("old"))).toEqual(["t:old-repair#any"]);
    expect(exits(law("new"))).toEqual(["t:new-repair#minor", "t:new-repair#grave"]);
    expect(exits(law("milder"))).toEqual(["t:new-repair#minor", "t:new-repair#grave"]);
    expect(exits(meetingLaw(decisionAnchored(oldRepair), { ...newRepair, tiers: [{ id: "harder", names: "Harder", minimumMonths: 24, maximumMonths: 60, endsByItself: true }] }, moving("milder")))).toEqual(["t:old-repair#any"]);
  });

  it("R28 an application made before the new rule stays under the old one, one made after it does not", () => {
    const law = meetingLaw(oldRepair, newRepair, moving("old"));
    expect(ask(law, "silent", "2026-02-01", { appliedOn: day("2025-12-31") }).map(([exit]) => exit)).toContain("t:old-repair#any");
    expect(exits(law)).toEqual(["t:new-repair#minor", "t:new-repair#grave"]);
    const moved = meetingLaw(oldRepair, newRepair, moving("new"));
    expect(ask(moved, "silent", "2026-02-01", { appliedOn: day("2025-12-31") }).map(([exit]) => exit)).not.toContain("t:old-repair#any");
  });

  it("R29 a milder later repair rule governs earlier acts where the law says so, by either word", () => {
    const reach = precedence("reach", { rule: "milder", of: "old-repair" });
    const anchored = decisionAnchored(oldRepair);
    const later = { ...newRepair, from: "2026-01-01", anchor: "decision" };
    expect(exits(meetingLaw(anchored, later))).toEqual(["t:old-repair#any"]);
    expect(exits(meetingLaw(anchored, later, reach))).toEqual(["t:new-repair#minor", "t:new-repair#grave"]);
    expect(exits(meetingLaw({ ...anchored, milder: true }, later))).toEqual(["t:new-repair#minor", "t:new-repair#grave"]);
    expect(exits(meetingLaw(anchored, later, reach), day("2025-12-31"))).toEqual(["t:old-repair#any"]);
  });

  it("R29 of two by the same last day the shorter minimum is milder", () => {
    const reach = precedence("reach", { rule: "milder", of: "old-repair" });
    const later = (minimumMonths: number) => ({ ...newRepair, anchor: "decision", tiers: [{ id: "tier", names: "Tier", minimumMonths, maximumMonths: 48, endsByItself: true }] });
    expect(exits(meetingLaw(decisionAnchored(oldRepair), later(23), reach))).toEqual(["t:new-repair#tier"]);
    expect(exits(meetingLaw(decisionAnchored(oldRepair), later(24), reach))).toEqual(["t:old-repair#any"]);
  });

  it("R28 the list's own exits move, stay or take what opens earlier", () => {
    const dated = (months: number) => ({ ...serious, exits: { dated: [
      { from: "2015-01-01", value: [{ id: "early", act: "repair", names: "Early", earliestMonths: 6, anchor: "decision" }] },
      { from: "2026-01-01", value: [{ id: "early", act: "repair", names: "Early", earliestMonths: months, anchor: "decision" }, { id: "release", act: "release", names: "Release", anchor: "decision" }] },
    ] } });
    const asked = (months: number, pending: string) => ask(meetingLaw(dated(months), precedence("own", { rule: "transition", old: "serious", replacement: "serious", pending })), "serious", "2026-02-01");
    expect(ask(meetingLaw(dated(3)), "serious", "2026-02-01")).toEqual([["early", "2025-08-01"]]);
    expect(asked(3, "old")).toEqual([["early", "2025-08-01"]]);
    expect(asked(12, "new")).toEqual([["early", "2026-02-01"], ["release", undefined]]);
    expect(asked(3, "milder")).toEqual([["early", "2025-05-01"], ["release", undefined]]);
    expect(asked(12, "milder")).toEqual([["early", "2025-08-01"], ["release", undefined]]);
  });
});

describe("ways out to the day", () => {
  const ownExits = (...exits: readonly Readonly<Record<string, unknown>>[]) => ({ ...serious, exits: exits.map((exit) => JSON.parse(JSON.stringify(exit))) });
  const early = { id: "early", act: "repair", names: "Early" };

  it("R22 nothing leads out of what has ended, nor is a term that is over a way out of a record", () => {
    const law = meetingLaw(newRepair);
    const found = (on: string, end: End = { kind: "notStated" }) => exitsOfRecord({ law, on: day(on), calendar }, harbour("fine"), { end, days: { ...days, publishedFrom: day("2026-01-10") } }).map(({ act, exit, earliest }) => `${act} ${exit.split("#")[1] ?? ""} ${earliest ?? ""}`);
    expect([found("2026-04-09"), found("2026-04-10")].map((each) => each.filter((line) => line.startsWith("term")))).toEqual([["term minor 2026-04-10", "term grave 2029-01-10"], ["term grave 2029-01-10"]]);
    expect([found("2026-03-01", { kind: "fixed", until: day("2026-03-01") }), found("2026-03-01", { kind: "fixed", until: day("2026-03-02") }).length > 0]).toEqual([[], true]);
  });

  it("R26 a record goes by the rule of its application and by the tier whose condition holds", () => {
    const law = meetingLaw(newRepair, oldRepair);
    const found = (more: Partial<ExitQuestion>) => [...new Set(exitsOfRecord({ law, on: day("2026-01-05"), calendar, ...more }, harbour("fine"), { end: { kind: "notStated" }, days }).map(({ repair }) => repair))];
    expect([found({}), found({ appliedOn: day("2025-12-31") })]).toEqual([["t:new-repair"], ["t:old-repair"]]);
  });

  it("R27 of several that restore and several that end each stands where its question is; no repair rule, none of it", () => {
    const all = ownExits({ ...early, earliestMonths: 6 }, { id: "set-right", act: "performance", names: "Set right" }, { id: "term", act: "term", names: "Term" });
    expect(ask(meetingLaw(all), "serious", "2026-01-01")).toEqual([["early", "2025-08-01"], ["set-right", undefined], ["term", "2028-02-01"]]);
    expect(ask(meetingLaw(all, newRepair), "serious", "2026-01-01")).toEqual([["term", "2028-02-01"], ["early", "2025-08-01"], ["set-right", undefined]]);
    const first = precedence("first", { rule: "prefers", among: ["serious", "new-repair"], prefer: ["new-repair", "serious"] });
    expect(ask(meetingLaw(all, newRepair, first), "serious", "2026-01-01")).toEqual([["t:new-repair#grave", "2028-02-01"], ["t:new-repair#grave", "2026-02-01"], ["set-right", undefined]]);
  });

  it("R26 a rule one of whose tiers opens repair, or ends by itself, speaks to that question; one none of whose tiers does is silent", () => {
    const tier = (id: string, more: Readonly<Record<string, number | boolean>>) => ({ id, names: id, ...more });
    const law = (...tiers: readonly ReturnType<typeof tier>[]) => meetingLaw({ ...newRepair, tiers: tiers.map((each) => JSON.parse(JSON.stringify(each))) });
    expect(ask(law(tier("open", { minimumMonths: 1 }), tier("shut", { minimumMonths: 3, maximumMonths: 3, endsByItself: true })), "silent", "2026-01-01")).toEqual([["t:new-repair#shut", "2025-05-01"], ["t:new-repair#open", "2025-03-01"]]);
    expect(ask(law(tier("at-once", {})), "silent", "2026-01-01")).toEqual([["t:new-repair#at-once", undefined]]);
    expect(ask(law(tier("at-once", {})), "serious", "2026-01-01")).toEqual(OWN);
    const both = meetingLaw({ ...newRepair, tiers: [{ id: "shut", names: "Shut", minimumMonths: 3, maximumMonths: 3, endsByItself: true }] }, sectorRepair);
    expect(ask(both, "silent", "2026-01-01")).toEqual([["t:new-repair#shut", "2025-05-01"], ["t:sector-repair#all", "2025-04-01"]]);
  });

  it("R30 a tier's longest time ends what has no day of its own, and never later than one it has", () => {
    const law = meetingLaw(newRepair, { ...serious, exits: [] });
    const terms = (end: End) => exitsInLaw({ law, on: day("2026-01-05"), calendar }, present(law.get("list", harbour("serious")), "the list"), { end, days }).filter(({ act }) => act === "term").map(({ exit, earliest }) => [exit, earliest]);
    const first = meetingLaw(newRepair, precedence("first", { rule: "prefers", among: ["serious", "new-repair"], prefer: ["new-repair", "serious"] }));
    const governed = (end: End) => exitsInLaw({ law: first, on: day("2026-01-05"), calendar }, present(first.get("list", harbour("serious")), "the list"), { end, days }).filter(({ act }) => act === "term").map(({ earliest }) => earliest);
    expect([terms({ kind: "fixed", until: day("2027-01-01") }), terms({ kind: "notStated" })]).toEqual([[], [["t:new-repair#grave", "2028-02-01"]]]);
    expect([governed({ kind: "fixed", until: day("2027-01-01") }), governed({ kind: "fixed", until: day("2030-01-01") }), governed({ kind: "permanent", basis: "grave" })]).toEqual([["2027-01-01"], ["2028-02-01"], ["2028-02-01"]]);
  });

  it("R26 says who decides and by when only where the law does", () => {
    const bare = { ...newRepair, decideWithin: undefined, decidedBy: undefined, tiers: [{ id: "any", names: "Any" }] };
    const law = meetingLaw(JSON.parse(JSON.stringify(bare)));
    const found = exitsInLaw({ law, on: day("2026-01-05"), calendar }, present(law.get("list", harbour("silent")), "the list"), { end: { kind: "notStated" }, days });
    expect(found.map((way) => Object.keys(way).toSorted())).toEqual([["act", "conditions", "exit", "names", "repair", "tier"]]);
    const timed = meetingLaw(newRepair);
    const certain = exitsInLaw({ law: timed, on: day("2026-01-05"), calendar }, present(timed.get("list", harbour("silent")), "the list"), { end: { kind: "notStated" }, days });
    expect(certain.filter(({ act }) => act === "repair").map((way) => "provisional" in way)).toEqual([false, false]);
  });
});
