import { describe, expect, it } from "vitest";
import type { Criterion, Repair, RepairTier } from "../../rules/index.ts";
import type { Truth } from "../../terms/index.ts";
import { day, lawId, lawWith } from "../test-law.ts";
import { publicityEndsOn } from "./record-publicity.ts";

const penalty = lawId("t:penalty");
function condition(id: string): Criterion {
  return { kind: "holds", id, names: { en: id }, expression: "true", compiled: { paths: [], evaluate: () => ({ truth: "true", missing: [] }) }, basis: [] };
}
function tier(id: string, maximumMonths: number | undefined, more: Partial<RepairTier> = {}): RepairTier {
  return { id, names: { en: id }, when: condition(id), endsByItself: true, documents: [], basis: [], ...(maximumMonths === undefined ? {} : { maximumMonths }), ...more };
}
function repair(id: string, ...tiers: readonly RepairTier[]): Repair {
  return { kind: "repair", id: lawId(id), names: { en: id }, basis: [], confidence: "high", at: "test", tiers, anchor: "application", milder: false, covers: [penalty], conditions: [], excluded: [] };
}
const days = { appliedOn: day("2026-05-01"), decidedOn: day("2026-02-02"), effectiveFrom: day("2026-02-02"), publishedFrom: day("2026-02-10"), asked: day("2026-05-01") };
function ends(rules: readonly Repair[], holding: Readonly<Record<string, Truth>>): string | undefined {
  return publicityEndsOn(lawWith(...rules), { of: penalty, days, holds: (each) => holding[each.id ?? ""] ?? "false" }, day("2026-05-01"));
}
const levels = repair("t:levels", tier("minor", 3), tier("general", 12));

describe("the end of a record's publication by itself", () => {
  it("R44 is the last day of the one tier whose condition holds, counted from publication", () => {
    expect([ends([levels], { minor: "true" }), ends([levels], { general: "true" })]).toEqual(["2026-05-10", "2027-02-10"]);
  });

  it("R44 is open where it is not settled which tier applies, or none does, or no rule speaks", () => {
    expect([ends([levels], { minor: "unknown", general: "unknown" }), ends([levels], { minor: "unknown" }), ends([levels], { minor: "true", general: "true" }), ends([levels], {}), ends([], {})]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(publicityEndsOn(lawWith(levels), { of: penalty, days }, day("2026-05-01"))).toBeUndefined();
    const { when: _without, ...unconditional } = tier("any", 3);
    expect(ends([repair("t:any", unconditional)], { any: "true" })).toBeUndefined();
  });

  it("R44 is none where the tier ends by nobody's doing but an application", () => {
    expect([ends([repair("t:asked", tier("minor", 3, { endsByItself: false }))], { minor: "true" }), ends([repair("t:open", tier("minor", undefined))], { minor: "true" })]).toEqual([undefined, undefined]);
  });

  it("R44 is the latest where several rules speak, and open where one of them is", () => {
    const longer = repair("t:longer", tier("minor", 6));
    expect(ends([levels, longer], { minor: "true" })).toBe("2026-08-10");
    expect(ends([longer, levels], { minor: "true" })).toBe("2026-08-10");
    expect(ends([levels, repair("t:unsettled", tier("minor", 6), tier("also", 9))], { minor: "true", also: "unknown" })).toBeUndefined();
  });
});
