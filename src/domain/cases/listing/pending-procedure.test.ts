import { describe, expect, it } from "vitest";
import type { Entry, Precedence, Procedure, Step } from "../../rules/index.ts";
import type { GoverningDays } from "../ends/governing-day.ts";
import { listingLaw } from "./listing-law.ts";
import { always, day, lawId, lawWith, list, procedure, steps } from "../test-law.ts";

const NEW = day("2026-06-01");
const days: GoverningDays = { appliedOn: day("2026-05-20"), decidedOn: day("2026-07-01"), effectiveFrom: day("2026-07-01"), asked: day("2026-07-01") };

function withDefence(count: number, unit: "days" | "workingDays" = "workingDays"): readonly Step[] {
  return steps.map((step) => (step.kind === "defence" && step.within !== undefined ? { ...step, within: { ...step.within, count, unit } } : step));
}

function transition(pending: "old" | "new" | "milder", old: string, replacement: string): Precedence {
  return { kind: "precedence", rule: "transition", id: lawId("t:moving"), names: { en: "moving" }, basis: [], confidence: "high", at: "test", from: NEW, old: lawId(old), replacement: lawId(replacement), pending };
}

/** The procedure that governs and the time to answer under it. */
function governs(asked: Partial<GoverningDays>, ...changes: readonly Entry[]): readonly [string, number] | string {
  const found = listingLaw(lawWith(...changes), list.id, { ...days, ...asked });
  return found.ok ? [found.value.procedure.id, found.value.defence.within.count] : found.error.code;
}

describe("a case begun before its procedure changed", () => {
  const dated: Procedure = { ...procedure, steps: [{ until: NEW, value: withDefence(5), basis: [] }, { from: NEW, value: withDefence(10), basis: [] }] };
  const shorter: Procedure = { ...procedure, steps: [{ until: NEW, value: withDefence(5), basis: [] }, { from: NEW, value: withDefence(4, "days"), basis: [] }] };

  it("R31 goes on by the steps of the day it was begun, or moves, or takes what gives more time to answer", () => {
    expect(governs({}, dated)).toEqual(["t:listing", 5]);
    expect((["old", "new", "milder"] as const).map((pending) => governs({}, dated, transition(pending, "t:listing", "t:listing")))).toEqual([["t:listing", 5], ["t:listing", 10], ["t:listing", 10]]);
    expect(governs({}, shorter, transition("milder", "t:listing", "t:listing"))).toEqual(["t:listing", 5]);
    expect(governs({ asked: day("2026-05-31") }, dated, transition("new", "t:listing", "t:listing"))).toEqual(["t:listing", 5]);
  });

  it("R31 goes on by a procedure that another replaced meanwhile, or moves to that one, as the transition says", () => {
    const old: Procedure = { ...procedure, id: lawId("t:old-listing"), until: NEW, steps: always(withDefence(7)) };
    const renewed: Procedure = { ...procedure, from: NEW };
    expect(governs({}, old, renewed)).toBe("no-procedure");
    expect((["old", "new", "milder"] as const).map((pending) => governs({}, old, renewed, transition(pending, "t:old-listing", "t:listing")))).toEqual([["t:old-listing", 7], ["t:listing", 5], ["t:old-listing", 7]]);
    expect(governs({ appliedOn: NEW }, old, renewed, transition("old", "t:old-listing", "t:listing"))).toEqual(["t:listing", 5]);
    expect(governs({ appliedOn: day("2019-01-01") }, { ...old, from: day("2020-01-01") }, renewed, transition("old", "t:old-listing", "t:listing"))).toBe("no-procedure");
  });

  it("R31 a procedure that goes by the day asked begins its cases with the proposal", () => {
    expect(governs({}, { ...dated, anchor: "dayAsked" })).toEqual(["t:listing", 10]);
    expect(governs({}, { ...dated, anchor: "dayAsked" }, transition("old", "t:listing", "t:listing"))).toEqual(["t:listing", 5]);
  });

  it("R31 is moved only by a transition that is about its procedure, is in force, and found it begun before the change", () => {
    const old: Procedure = { ...procedure, id: lawId("t:old-listing"), until: NEW, steps: always(withDefence(7)) };
    const renewed: Procedure = { ...procedure, from: NEW };
    const moved = transition("old", "t:old-listing", "t:listing");
    expect(governs({}, old, renewed, { ...moved, from: day("2026-07-02") })).toBe("no-procedure");
    expect([governs({}, old, renewed, transition("old", "t:old-listing", "t:other")), governs({}, renewed, moved)]).toEqual(["no-procedure", "no-procedure"]);
    expect(governs({ appliedOn: NEW }, { ...old, until: day("2027-01-01") }, renewed, moved)).toEqual(["t:listing", 5]);
    expect(governs({ appliedOn: day("2026-05-31") }, { ...old, until: day("2027-01-01") }, renewed, moved)).toEqual(["t:old-listing", 7]);
    expect(governs({}, { ...old, anchor: "act" }, renewed, moved)).toBe("no-procedure");
    expect(governs({ actedOn: day("2026-01-01") }, { ...old, anchor: "act" }, renewed, moved)).toEqual(["t:old-listing", 7]);
    const { from: _, ...always5 } = renewed;
    expect(governs({}, old, always5, moved)).toEqual(["t:old-listing", 7]);
  });

  it("R31 the first transition that fits decides, and one of the procedure to itself only where no other does", () => {
    const old: Procedure = { ...procedure, id: lawId("t:old-listing"), until: NEW, steps: always(withDefence(7)) };
    const second: Precedence = { ...transition("old", "t:gone", "t:listing"), id: lawId("t:second") };
    expect(governs({}, dated, old, second, transition("old", "t:old-listing", "t:listing"))).toEqual(["t:old-listing", 7]);
    const self: Precedence = { ...transition("new", "t:listing", "t:listing"), id: lawId("t:self") };
    expect([governs({}, dated, self), governs({}, dated, old, self, transition("old", "t:old-listing", "t:listing"))]).toEqual([["t:listing", 10], ["t:old-listing", 7]]);
  });

  it("R31 a procedure that was not in force when the case began is not gone by, nor is one whose beginning is not known", () => {
    const self = transition("new", "t:listing", "t:listing");
    expect(governs({}, { ...dated, from: day("2026-05-21") }, self)).toBe("no-procedure");
    expect(governs({}, { ...dated, anchor: "act" }, self)).toBe("day-of-act-unknown");
  });

  it("R31 of two that give the same time to answer the old one stays; one that gives none gives less", () => {
    const same: Procedure = { ...procedure, steps: [{ until: NEW, value: withDefence(5), basis: [] }, { from: NEW, value: withDefence(5).map((step) => (step.kind === "notice" ? { ...step, id: "new-notice" } : step)), basis: [] }] };
    const found = listingLaw(lawWith(same, transition("milder", "t:listing", "t:listing")), list.id, days);
    expect(found.ok && found.value.notice.id).toBe("notice");
    const silent = steps.filter((step) => step.kind !== "defence");
    const untimed = (before: readonly Step[], after: readonly Step[]) => governs({}, { ...procedure, steps: [{ until: NEW, value: before, basis: [] }, { from: NEW, value: after, basis: [] }] }, transition("milder", "t:listing", "t:listing"));
    expect([untimed(silent, withDefence(5)), untimed(withDefence(5), silent), untimed([], withDefence(6))]).toEqual([["t:listing", 5], ["t:listing", 5], ["t:listing", 6]]);
  });
});
