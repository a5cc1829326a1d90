import { describe, expect, it } from "vitest";
import type { LawId } from "../../terms/index.ts";
import type { Entry, Precedence, Procedure, Step } from "../../rules/index.ts";
import { calendar, day, lawId, lawWith, procedure as listingProcedure, step, steps } from "../test-law.ts";
import { objectionSteps, openedOn, procedureOf } from "../test-procedures.ts";
import { governingProcedure, speakingProcedures, stepsOfCase, type Application } from "./procedure-law.ts";

const application: Application = { purposes: ["objection"], of: lawId("t:penalty"), authority: lawId("t:market-city"), regions: [], days: { appliedOn: openedOn, decidedOn: day("2026-01-10"), effectiveFrom: day("2026-01-10"), asked: openedOn } };
const [objected, decided] = [step("objection", "objection", { by: "organisation" }), step("decision", "decision", { after: ["objection"] })];
/** An objection that is decided within so many days; none stated: whenever. */
function within(days: number | undefined, ...more: readonly Step[]): readonly Step[] {
  return [objected, ...more, { ...decided, ...(days === undefined ? {} : { within: { count: days, unit: "days" as const, from: "objection" } }) }];
}
function speaking(asked: Partial<Application>, ...entries: readonly (Entry | LawId)[]): readonly string[] {
  return speakingProcedures(lawWith(...entries), { ...application, ...asked }).map(({ procedure }) => procedure.id);
}
/** The one that governs, and the readings beside it. */
function governs(entries: readonly Entry[], asked: Partial<Application> = {}, begins: (id: string) => boolean = () => true): string {
  const found = governingProcedure(lawWith(...entries), { ...application, ...asked }, { calendar, begins: ({ procedure }) => begins(procedure.id) });
  return found.ok ? [found.value.procedure.id, ...found.value.readings].join(" ") : `${found.error.code} ${found.error.citation} ${"purposes" in found.error.facts ? found.error.facts.purposes : "no purposes"}: ${found.error.message}`;
}
const general = (id: string, days?: number, more: Partial<Procedure> = {}): Procedure => procedureOf(id, "objection", within(days), more);
function prefers(prefer: readonly string[] | "unresolved", ...among: readonly string[]): Precedence {
  return { kind: "precedence", rule: "prefers", id: lawId("t:prefers"), names: { en: "prefers" }, basis: [], confidence: "high", at: "test", among: among.map(lawId), prefer: prefer === "unresolved" ? prefer : prefer.map(lawId) };
}

describe("which procedures speak", () => {
  it("R33 those of the purpose, in force on the day their anchor names, and no draft", () => {
    expect(speaking({}, general("t:a"), procedureOf("t:b", "repair", objectionSteps), general("t:c", 1, { draft: true }))).toEqual(["t:a"]);
    expect(speaking({ purposes: ["repair", "removal"] }, procedureOf("t:b", "repair", objectionSteps), procedureOf("t:c", "removal", objectionSteps), general("t:a"))).toEqual(["t:b", "t:c"]);
    expect(speaking({}, general("t:a", 1, { until: openedOn }), general("t:b", 1, { from: openedOn }), general("t:c", 1, { until: day("2026-01-11"), anchor: "decision" }))).toEqual(["t:b", "t:c"]);
    expect(speaking({}, general("t:a", 1, { anchor: "act" }))).toEqual([]);
  });

  it("R33 those about the list or record type, the place and the authority concerned", () => {
    const covers = general("t:covers", 1, { covers: [lawId("t:penalty"), lawId("t:serious")] });
    expect(speaking({}, covers)).toEqual(["t:covers"]);
    expect(speaking({ of: lawId("t:other") }, covers)).toEqual([]);
    const { of: _, ...without } = application;
    expect(speakingProcedures(lawWith(covers, general("t:all")), without).map(({ procedure }) => procedure.id)).toEqual(["t:all"]);
    const local = general("t:local", 1, { regions: ["990100", "990200"] });
    expect([speaking({}, local), speaking({ regions: ["990300"] }, local), speaking({ regions: ["990300", "990200"] }, local)]).toEqual([[], [], ["t:local"]]);
    const own = general("t:own", 1, { authority: lawId("t:market") });
    expect([speaking({}, own), speaking({ authority: lawId("t:market") }, own), speaking({ authority: lawId("t:tax") }, own)]).toEqual([["t:own"], ["t:own"], []]);
    const { authority: __, ...nobody } = application;
    expect(speakingProcedures(lawWith(own), nobody)).toEqual([]);
  });

  it("R33 a list's own listing procedure speaks for objections where it has steps for them and for the answer", () => {
    const tail = [...steps, step("answer", "decision", { after: ["objection"] }), step("told", "notification", { after: ["answer"] })];
    const listing = { ...listingProcedure, steps: [{ value: tail, basis: [] }] };
    const asked = { of: lawId("t:serious") };
    expect(speaking(asked, listing, general("t:a"))).toEqual(["t:listing", "t:a"]);
    expect(speakingProcedures(lawWith(listing), { ...application, ...asked })[0]).toMatchObject({ all: tail, steps: [{ id: "objection" }, { id: "answer" }, { id: "told" }], readings: [] });
    expect(speaking(asked, general("t:a"))).toEqual(["t:a"]);
    expect(speaking({ ...asked, purposes: ["repair"] }, listing)).toEqual([]);
    expect(speaking({ of: lawId("t:penalty") }, listing)).toEqual([]);
    expect(speaking(asked, { ...listing, until: openedOn })).toEqual([]);
    const penal: Procedure = { ...listing, purpose: "penalty" };
    expect(speaking(asked, penal)).toEqual([]);
    expect(speaking(asked, lawId("t:listing"), { ...listing, id: lawId("t:elsewhere") })).toEqual([]);
  });
});

describe("which one governs", () => {
  it("R33 none is none", () => {
    expect(governs([])).toBe("no-procedure t:penalty objection: the law in use on 2026-04-07 knows no procedure for this (objection): ask the authority in writing");
    const { of: _, ...without } = application;
    const found = governingProcedure(lawWith(), { ...without, purposes: ["repair", "removal"] }, { calendar, begins: () => true });
    expect(found).toMatchObject({ ok: false, error: { citation: "cases R33", facts: { purposes: "repair, removal" } } });
  });

  it("R33 only what whoever asks can begin", () => {
    expect(governs([general("t:a"), general("t:b")], {}, (id) => id === "t:b")).toBe("t:b");
    expect(governs([general("t:a")], {}, () => false)).toContain("no-procedure");
  });

  it("R33 the one made for the fewest things goes before rules made for many, a list's own before all", () => {
    const [one, two] = [general("t:one", 90, { covers: [lawId("t:penalty")] }), general("t:two", 1, { covers: [lawId("t:penalty"), lawId("t:serious")] })];
    expect(governs([general("t:all", 1), two, one])).toBe("t:one");
    expect(governs([general("t:all", 1), { ...two, steps: [{ value: within(90), basis: [] }] }])).toBe("t:two");
    expect(governs([one, { ...one, id: lawId("t:twin"), steps: [{ value: within(5), basis: [] }] }])).toBe("t:twin t:one");
    const tail = [...steps, step("answer", "decision", { after: ["objection"] })];
    expect(governs([{ ...listingProcedure, steps: [{ value: tail, basis: [] }] }, two, general("t:all", 1)], { of: lawId("t:serious") })).toBe("t:listing");
  });

  it("R33 precedence decides; where it leaves the special one open with another, the one that decides soonest runs", () => {
    const [one, all] = [general("t:one", 90, { covers: [lawId("t:penalty")] }), general("t:all", 5)];
    expect(governs([general("t:a", 1), general("t:b", 9), prefers(["t:b"], "t:a", "t:b")])).toBe("t:b");
    expect(governs([one, all, prefers("unresolved", "t:one", "t:all")])).toBe("t:all t:one");
    expect(governs([all, one, general("t:c", 7), prefers("unresolved", "t:one", "t:all")])).toBe("t:all t:one");
  });

  it("R33 where it stays open the one that decides soonest runs, and the law's order breaks a tie", () => {
    expect(governs([general("t:a", 20), general("t:b", 7), general("t:c", 15)])).toBe("t:b t:c t:a");
    expect(governs([general("t:a"), general("t:b", 700)])).toBe("t:b t:a");
    expect(governs([general("t:a", 7), general("t:b", 7), general("t:c", 7)])).toBe("t:a t:b t:c");
    expect(governs([general("t:a"), general("t:b")])).toBe("t:a t:b");
  });

  it("R33 a procedure decides when each step before its answer took its whole time", () => {
    const check = step("check", "verification", { after: ["objection"], within: { count: 10, unit: "days", from: "objection" } });
    const slow = procedureOf("t:slow", "objection", [objected, check, { ...decided, after: ["check"], within: { count: 5, unit: "days", from: "check" } }]);
    const unordered = procedureOf("t:slow", "objection", [{ ...decided, after: ["check"], within: { count: 5, unit: "days", from: "check" } }, check, objected]);
    for (const each of [slow, unordered]) {
      expect(governs([each, general("t:b", 14)])).toBe("t:b t:slow");
      expect(governs([each, general("t:b", 16)])).toBe("t:slow t:b");
    }
    const untimed = procedureOf("t:slow", "objection", [objected, { ...check, after: ["objection"] }, { ...decided, after: ["check"] }]);
    expect(governs([untimed, general("t:b", 300)])).toBe("t:b t:slow");
  });

  it("R33 neither an optional decision, an appeal nor what follows the answer is the time it decides in", () => {
    const alternative = procedureOf("t:a", "objection", [...within(20), step("joint", "decision", { after: ["objection"], optional: true, within: { count: 1, unit: "days", from: "objection" } })]);
    expect(governs([alternative, general("t:b", 10)])).toBe("t:b t:a");
    const above = procedureOf("t:a", "objection", [...within(5), step("appeal", "appeal", { by: "organisation", after: ["decision"], within: { count: 60, unit: "days", from: "decision" } }), step("review", "review", { after: ["appeal"], within: { count: 60, unit: "days", from: "appeal" } }), step("told", "notification", { after: ["decision"], within: { count: 90, unit: "days", from: "decision" } })]);
    expect(governs([general("t:b", 10), above])).toBe("t:a t:b");
    const afterOptional = procedureOf("t:a", "objection", [objected, step("query", "verification", { after: ["objection"], optional: true, within: { count: 50, unit: "days", from: "objection" } }), { ...decided, after: ["objection", "query"], within: { count: 5, unit: "days", from: "objection" } }]);
    expect(governs([general("t:b", 10), afterOptional])).toBe("t:a t:b");
    const last = procedureOf("t:a", "objection", [objected, { ...decided, within: { count: 5, unit: "days", from: "objection" } }, { ...decided, id: "second", within: { count: 20, unit: "days", from: "objection" } }]);
    expect(governs([last, general("t:b", 10)])).toBe("t:b t:a");
  });
});

describe("the steps a case goes on by", () => {
  it("R33 are those of the day its procedure's anchor names", () => {
    const changed = { ...general("t:a"), steps: [{ until: openedOn, value: [objected], basis: [] }, { from: openedOn, value: [objected, decided], basis: [] }] };
    const at = (appliedOn: string): unknown => {
      const found = stepsOfCase(lawWith(changed), changed.id, { ...application.days, appliedOn: day(appliedOn) });
      return found.ok ? found.value.steps.length : found.error.code;
    };
    expect([at("2026-04-06"), at("2026-04-07")]).toEqual([1, 2]);
    expect(stepsOfCase(lawWith({ ...changed, from: day("2026-04-08") }), changed.id, application.days)).toMatchObject({ ok: false, error: { code: "no-procedure", citation: "t:a", message: "the procedure `t:a` has no steps on 2026-04-07", facts: { procedure: "t:a" } } });
    expect(stepsOfCase(lawWith(), changed.id, application.days)).toMatchObject({ ok: false, error: { code: "no-procedure", citation: "cases R33", facts: { procedure: "t:a" } } });
    expect(stepsOfCase(lawWith({ ...changed, steps: [] }), changed.id, application.days)).toMatchObject({ ok: true, value: { steps: [], all: [], readings: [] } });
  });

  it("R31 move where a transition says so", () => {
    const [old, renewed] = [general("t:old", 5, { until: day("2026-04-10") }), general("t:new", 9, { from: day("2026-04-10") })];
    const moving: Precedence = { kind: "precedence", rule: "transition", id: lawId("t:moving"), names: { en: "moving" }, basis: [], confidence: "high", at: "test", old: old.id, replacement: renewed.id, pending: "new" };
    const found = stepsOfCase(lawWith(old, renewed, moving), renewed.id, { ...application.days, asked: day("2026-04-11") });
    expect(found).toMatchObject({ ok: true, value: { procedure: { id: "t:new" }, steps: within(9), all: within(9), readings: [] } });
    const kept = stepsOfCase(lawWith(old, renewed, { ...moving, pending: "old" }), renewed.id, { ...application.days, asked: day("2026-04-11") });
    expect(kept).toMatchObject({ ok: true, value: { procedure: { id: "t:old" }, steps: within(5) } });
  });
});
