import { describe, expect, it } from "vitest";
import type { Precedence } from "../../rules/index.ts";
import type { LawId } from "../../terms/index.ts";
import { day, lawId, lawWith } from "../test-law.ts";
import { isMilder, passedOverBy, pendingUnder, precedenceOf, rulesNamedBy, settle, type Prefers, type Transition } from "./precedence.ts";

const [a, b, c, d] = [lawId("t:a"), lawId("t:b"), lawId("t:c"), lawId("t:d")] as const;
const on = day("2026-03-02");
const head = (id: string) => ({ kind: "precedence" as const, id: lawId(id), names: { en: id }, basis: [], confidence: "high" as const, at: "test" });
function prefers(id: string, among: readonly LawId[], prefer: Prefers["prefer"], more: Partial<Prefers> = {}): Prefers {
  return { ...head(id), rule: "prefers", among, prefer, ...more };
}
function transition(old: LawId, replacement: LawId, pending: Transition["pending"], more: Partial<Transition> = {}): Transition {
  return { ...head(`t:${old}-${replacement}`.replace("t:t:", "t:").replace("-t:", "-")), rule: "transition", old, replacement, pending, ...more };
}
const milder: Precedence = { ...head("t:milder"), rule: "milder", of: [a], from: on };
const suspension: Precedence = { ...head("t:suspension"), rule: "suspension", what: "clocks", of: [d], regions: [] };
function settled(speaking: readonly LawId[], special: LawId | undefined, ...entries: readonly Precedence[]): unknown {
  return settle(lawWith(...entries), on, speaking, special);
}
const open = (readings: readonly LawId[], precedence?: string): unknown => ({ kind: "open", readings, ...(precedence === undefined ? {} : { precedence }) });
const governs = (rule: LawId): unknown => ({ kind: "governs", rule });

describe("rules of precedence", () => {
  it("R25 are sorted by kind; drafts are none", () => {
    const entries = [prefers("t:first", [a, b], [a]), transition(b, c, "new"), milder, suspension];
    const ids = (law: ReturnType<typeof lawWith>): unknown => {
      const shelf = precedenceOf(law);
      return [shelf.prefers, shelf.transitions, shelf.milder, shelf.suspensions].map((each) => each.map(({ id }) => id));
    };
    expect(ids(lawWith(...entries))).toEqual([["t:first"], ["t:b-c"], ["t:milder"], ["t:suspension"]]);
    expect([...precedenceOf(lawWith(...entries)).named]).toEqual([a, b, c, d]);
    expect(ids(lawWith(...entries.map((entry) => ({ ...entry, draft: true }))))).toEqual([[], [], [], []]);
    expect(entries.map(rulesNamedBy)).toEqual([[a, b], [b, c], [a], [d]]);
  });

  it("R25 nothing that speaks settles nothing; one that speaks alone governs", () => {
    expect([settled([], undefined), settled([a], undefined), settled([a], b)]).toEqual([undefined, governs(a), governs(a)]);
  });

  it("R25 what is put behind another that speaks falls away, on the days the rule is in force", () => {
    expect(settled([a, b], undefined, prefers("t:p", [a, b], [b, a]))).toEqual(governs(b));
    expect(settled([a, b], undefined, prefers("t:p", [a, b], [b, a], { from: day("2026-03-03") }))).toEqual(open([a, b]));
    expect(settled([a, b], undefined, prefers("t:p", [a, b], [b, a], { until: on }))).toEqual(open([a, b]));
    expect(settled([a, b, c], undefined, prefers("t:p", [a, b], [b, a]))).toEqual(open([b, c]));
    expect(settled([a, b], undefined, prefers("t:p", [a, c], [c, a]))).toEqual(open([a, b]));
    expect(settled([a, b], undefined, prefers("t:p", [a, b], [b], {}), prefers("t:q", [b, a], [a]))).toEqual(open([a, b]));
  });

  it("R25 the rule made for this very thing goes before rules made for many, unless the two are left unresolved", () => {
    expect(settled([a, b, c], a)).toEqual(governs(a));
    expect(settled([a, b, c], d)).toEqual(open([a, b, c]));
    expect(settled([a, b, c], a, prefers("t:u", [a, b], "unresolved"))).toEqual(open([a, b], "t:u"));
    expect(settled([a, b, c], a, prefers("t:u", [b, c], "unresolved"))).toEqual(governs(a));
    expect(settled([a, b], a, prefers("t:p", [a, b], [b, a]))).toEqual(governs(b));
    expect(settled([a, b, c], a, prefers("t:p", [a, c], [a, c]), prefers("t:u", [a, b], "unresolved"))).toEqual(open([a, b], "t:u"));
  });

  it("R25 readings name the rule that leaves them unresolved, where two of them are its", () => {
    expect(settled([a, b], undefined, prefers("t:u", [a, b], "unresolved"))).toEqual(open([a, b], "t:u"));
    expect(settled([b, c, d], undefined, prefers("t:p", [a, b], [a]), prefers("t:u", [c, d], "unresolved"))).toEqual(open([b, c, d], "t:u"));
    expect(settled([a, b, c], undefined, prefers("t:u", [a, b], "unresolved"), prefers("t:p", [a, c], [c, a]))).toEqual(open([b, c]));
    expect(settled([a, b], undefined, prefers("t:u", [a, c], "unresolved"))).toEqual(open([a, b]));
  });

  it("R25 one rule puts behind its first choice what speaks", () => {
    expect(passedOverBy(prefers("t:p", [a, b, c], [a, b]), [b, c])).toEqual([c]);
    expect(passedOverBy(prefers("t:p", [a, b, c], [a, b, c]), [a, b, c, d])).toEqual([b, c]);
    expect(passedOverBy(prefers("t:p", [a, b, c], [a]), [b, c])).toEqual([]);
    expect(passedOverBy(prefers("t:u", [a, b], "unresolved"), [a, b])).toEqual([]);
  });
});

describe("what was begun under an older version", () => {
  it("R28 goes by the transition of the entry to itself, on the days it is in force", () => {
    const pending = (...entries: readonly Precedence[]): unknown => pendingUnder(lawWith(...entries), a, on);
    expect([pending(transition(a, a, "old")), pending(transition(a, a, "new")), pending()]).toEqual(["old", "new", undefined]);
    expect([pending(transition(a, b, "old")), pending(transition(b, a, "old")), pending(transition(a, a, "old", { from: day("2026-03-03") })), pending(transition(b, b, "new"), transition(a, a, "old"))]).toEqual([undefined, undefined, undefined, "old"]);
  });

  it("R29 takes the milder where the law says so of that very entry", () => {
    expect([pendingUnder(lawWith(milder), a, on), pendingUnder(lawWith(milder), b, on), pendingUnder(lawWith(milder), a, day("2026-03-01")), pendingUnder(lawWith(milder, transition(a, a, "old")), a, on)]).toEqual(["milder", undefined, undefined, "old"]);
    expect([isMilder(lawWith(milder), a, on), isMilder(lawWith(milder), b, on), isMilder(lawWith(milder), a, day("2026-03-01")), isMilder(lawWith(milder, prefers("t:p", [b, c], [b])), b, on), isMilder(lawWith(), a, on)]).toEqual([true, false, false, false, false]);
  });
});
