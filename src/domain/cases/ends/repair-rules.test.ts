import { describe, expect, it } from "vitest";
import type { Criterion, Precedence, Repair, RepairTier } from "../../rules/index.ts";
import type { Truth } from "../../terms/index.ts";
import { day, lawId, lawWith } from "../test-law.ts";
import { countedFrom, endOfTier, opensRepair, speakingRepairs, tiersFor, type Repairable } from "./repair-rules.ts";

const penalty = lawId("t:penalty");
const NEW = day("2026-01-01");
const days = { appliedOn: day("2026-03-02"), decidedOn: day("2025-06-01"), effectiveFrom: day("2025-06-10"), publishedFrom: day("2025-06-20"), asked: day("2026-03-02") };
function tier(id: string, more: Partial<RepairTier> = {}): RepairTier {
  return { id, names: { en: id }, endsByItself: true, documents: [], basis: [], ...more };
}
function repair(id: string, more: Partial<Repair> = {}): Repair {
  return { kind: "repair", id: lawId(id), names: { en: id }, basis: [], confidence: "high", at: "test", tiers: [tier("any", { maximumMonths: 12 })], anchor: "decision", milder: false, covers: [penalty], conditions: [], excluded: [], ...more };
}
const head = { kind: "precedence", id: lawId("t:moving"), names: { en: "moving" }, basis: [], confidence: "high", at: "test" } as const;
function moving(pending: "old" | "new" | "milder", more: Partial<Extract<Precedence, { readonly rule: "transition" }>> = {}): Precedence {
  return { ...head, rule: "transition", old: lawId("t:old"), replacement: lawId("t:new"), pending, ...more };
}
function speak(entries: readonly (Repair | Precedence)[], more: Partial<Repairable> = {}, on = day("2026-03-02")): readonly string[] {
  return speakingRepairs(lawWith(...entries), { of: penalty, days, ...more }, on).map(({ rule, tiers }) => `${rule.id} ${tiers.map(({ id }) => id).join("+")}`);
}
const old = repair("t:old", { until: NEW });
const replacement = repair("t:new", { from: NEW });

describe("repair rules that speak", () => {
  it("R26 are those in force on the day their anchor names, and none of the day after the statute book", () => {
    expect([speak([old, replacement]), speak([repair("t:both")]), speak([])]).toEqual([["t:old any"], ["t:both any"], []]);
    expect(speak([{ ...replacement, anchor: "application" }])).toEqual(["t:new any"]);
    expect([speak([{ ...replacement, anchor: "application" }], {}, day("2025-12-31")), speak([{ ...replacement, anchor: "application" }], {}, NEW)]).toEqual([[], ["t:new any"]]);
    expect(speak([repair("t:act", { anchor: "act" })])).toEqual([]);
    expect(speak([repair("t:act", { anchor: "act" })], { days: { ...days, actedOn: day("2025-01-01") } })).toEqual(["t:act any"]);
  });

  it("R26 are no drafts, and none that cover other things", () => {
    expect([speak([repair("t:draft", { draft: true })]), speak([repair("t:other", { covers: [lawId("t:licence")] })])]).toEqual([[], []]);
  });

  it("R26 have a tier that may apply", () => {
    const condition: Criterion = { kind: "holds", id: "minor", names: { en: "minor" }, expression: "true", compiled: { paths: [], evaluate: () => ({ truth: "true", missing: [] }) }, basis: [] };
    const conditional = repair("t:when", { tiers: [tier("minor", { when: condition })] });
    const under = (truth: Truth): readonly string[] => speak([conditional], { holds: () => truth });
    expect([under("true"), under("unknown"), under("false"), speak([conditional])]).toEqual([["t:when minor"], ["t:when minor"], [], ["t:when minor"]]);
    const naming = repair("t:naming", { tiers: [tier("named", { covers: [penalty] }), tier("rest"), tier("other", { covers: [lawId("t:licence")] })] });
    expect([tiersFor(naming, { of: penalty }), tiersFor(naming, { of: lawId("t:lists") })].map((tiers) => tiers.map(({ id }) => id))).toEqual([["named"], ["named", "rest", "other"]]);
  });
});

describe("repair of matters begun under an older rule", () => {
  it("R28 goes by the old rule, its replacement or the milder of the two", () => {
    const short = { ...replacement, tiers: [tier("short", { maximumMonths: 6 })] };
    expect([speak([old, short, moving("old")]), speak([old, short, moving("new")]), speak([old, short, moving("milder")])]).toEqual([["t:old any"], ["t:new short"], ["t:new short"]]);
    expect(speak([old, { ...replacement, tiers: [tier("long", { maximumMonths: 24 })] }, moving("milder")])).toEqual(["t:old any"]);
  });

  it("R28 where both rules are known, the transition and the replacement are in force, and it was begun between the two", () => {
    const free = { ...replacement, anchor: "application" } as const;
    expect(speak([old, free])).toEqual(["t:old any", "t:new any"]);
    expect(speak([old, free, moving("old")])).toEqual(["t:old any"]);
    expect(speak([old, free, moving("old", { from: day("2026-03-03") })])).toEqual(["t:old any", "t:new any"]);
    expect(speak([old, { ...free, until: day("2026-03-01"), anchor: "application" }, moving("old")])).toEqual(["t:old any"]);
    expect([speak([free, moving("old")]), speak([old, moving("new")])]).toEqual([["t:new any"], ["t:old any"]]);
    expect(speak([{ ...old, from: day("2025-06-02") }, free, moving("old")])).toEqual(["t:new any"]);
    expect(speak([{ ...old, until: day("2027-01-01") }, { ...free, from: day("2025-06-01") }, moving("new")])).toEqual(["t:old any", "t:new any"]);
    expect(speak([{ ...old, until: day("2027-01-01") }, { ...free, from: day("2025-06-02") }, moving("new")])).toEqual(["t:new any"]);
    expect(speak([{ ...old, anchor: "act" }, free, moving("old")])).toEqual(["t:new any"]);
    const { from: _, ...always } = free;
    expect(speak([old, always, moving("old")])).toEqual(["t:old any"]);
  });

  it("R28 is begun with the decision where the rule goes by the day asked", () => {
    const asked = { ...old, anchor: "dayAsked", until: day("2026-02-01") } as const;
    expect([speak([asked, replacement]), speak([asked, replacement, moving("old")])]).toEqual([[], ["t:old any"]]);
  });
});

describe("a milder later repair rule", () => {
  const reach: Precedence = { ...head, rule: "milder", of: [lawId("t:old")] };
  const later = (tiers: readonly RepairTier[], more: Partial<Repair> = {}): Repair => ({ ...replacement, tiers, ...more });
  const milder = (tiers: readonly RepairTier[], more: Partial<Repair> = {}, own: Partial<Repair> = {}): readonly string[] => speak([{ ...old, ...own }, later(tiers, more), reach]);

  it("R29 takes the place of the older one where its last day is earlier, or the same and its shortest time shorter", () => {
    expect([milder([tier("x", { maximumMonths: 11 })]), milder([tier("x", { maximumMonths: 12 })]), milder([tier("x", { maximumMonths: 13 })])]).toEqual([["t:new x"], ["t:old any"], ["t:old any"]]);
    const own = { tiers: [tier("any", { maximumMonths: 12, minimumMonths: 6 })] };
    expect([milder([tier("x", { maximumMonths: 12, minimumMonths: 5 })], {}, own), milder([tier("x", { maximumMonths: 12, minimumMonths: 6 })], {}, own), milder([tier("x", { maximumMonths: 13, minimumMonths: 5 })], {}, own)]).toEqual([["t:new x"], ["t:old any"], ["t:old any"]]);
    expect([milder([tier("x", { maximumMonths: 6, endsByItself: false })]), milder([tier("x")])]).toEqual([["t:old any"], ["t:old any"]]);
  });

  it("R29 is measured by the longest of the tiers that may apply", () => {
    expect(milder([tier("x", { maximumMonths: 6 }), tier("y", { maximumMonths: 18 })])).toEqual(["t:old any"]);
    const own = { tiers: [tier("any", { maximumMonths: 12, minimumMonths: 6 })] };
    expect(milder([tier("x", { maximumMonths: 12, minimumMonths: 5 }), tier("y", { maximumMonths: 12, minimumMonths: 7 })], {}, own)).toEqual(["t:old any"]);
    expect(speak([{ ...old, tiers: [tier("any"), tier("b")] }, later([tier("x", { maximumMonths: 1 })]), reach])).toEqual(["t:new x"]);
  });

  it("R29 began after the matter, is in force, and has a tier for it", () => {
    const short = [tier("x", { maximumMonths: 6 })];
    expect(milder(short, { from: day("2025-06-01"), anchor: "application" })).toEqual(["t:old any", "t:new x"]);
    expect(milder(short, { from: day("2025-06-02"), anchor: "application" })).toEqual(["t:new x"]);
    expect(milder(short, { until: day("2026-03-02") })).toEqual(["t:old any"]);
    const { from: _, ...always } = later(short, { anchor: "act" });
    expect(speak([old, always, reach])).toEqual(["t:old any"]);
    const failing: Criterion = { kind: "holds", id: "no", names: { en: "no" }, expression: "true", compiled: { paths: [], evaluate: () => ({ truth: "true", missing: [] }) }, basis: [] };
    expect(speak([old, later([tier("x", { maximumMonths: 1, when: failing })]), reach], { holds: () => "false" })).toEqual(["t:old any"]);
  });

  it("R29 is needed to be said of the rule, by the rule or by precedence", () => {
    const short = later([tier("x", { maximumMonths: 6 })]);
    expect([speak([old, short]), speak([{ ...old, milder: true }, short]), speak([old, short, { ...reach, of: [lawId("t:new")] }])]).toEqual([["t:old any"], ["t:new x"], ["t:old any"]]);
  });
});

describe("a tier", () => {
  it("R26 counts from publication, or from effect where there is none", () => {
    const { publishedFrom: _, ...unpublished } = days;
    expect([countedFrom(days), countedFrom(unpublished)]).toEqual([days.publishedFrom, days.effectiveFrom]);
    expect([endOfTier(tier("x", { maximumMonths: 12 }), days), endOfTier(tier("x", { maximumMonths: 12, endsByItself: false }), days), endOfTier(tier("x"), days)]).toEqual(["2026-06-20", undefined, undefined]);
  });

  it("R26 opens repair where its longest time is longer than its shortest, or it has none", () => {
    const opens = (more: Partial<RepairTier>): boolean => opensRepair(tier("x", more));
    expect([opens({}), opens({ maximumMonths: 0 }), opens({ maximumMonths: 3 }), opens({ minimumMonths: 3, maximumMonths: 3 }), opens({ minimumMonths: 2, maximumMonths: 3 }), opens({ minimumMonths: 3, maximumMonths: 3, endsByItself: false }), opens({ minimumMonths: 3, maximumMonths: 0 })]).toEqual([true, true, true, false, true, true, true]);
    expect(opens({ minimumMonths: 5 })).toBe(true);
  });
});
