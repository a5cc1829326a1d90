import { describe, expect, it } from "vitest";
import { plainDate, type LawId, type ListingId } from "../terms/index.ts";
import type { EffectInForce, PossibleEffect } from "./answer.ts";
import { compareAnswers, type Side } from "./compare-answers.ts";

type Answered = NonNullable<Side>;

const CLEAR: Answered = { verdict: "clear", decision: true, effects: [], possible: [], favours: [], missing: [], presumed: [], exits: [] };
const from = plainDate("2020-01-01");
const trigger = { kind: "list", list: "t:serious" as LawId, listing: "l1" as ListingId } as const;

function effect(measure: string, more: Partial<EffectInForce> = {}): EffectInForce {
  return { effect: "deny", force: "mandatory", measure: measure as LawId, authority: "t:port" as LawId, from, end: { kind: "notStated" }, because: { trigger, memorandum: "t:joint" as LawId, criteria: [] }, basis: [], exits: [], ...more };
}

function bound(effects: readonly EffectInForce[], more: Partial<Answered> = {}): Answered {
  return { ...CLEAR, verdict: "bound", decision: false, effects, ...more };
}

describe("two answers to one question", () => {
  it("R30 that say the same are no change, whatever their order, sources and reasons", () => {
    expect(compareAnswers(CLEAR, CLEAR)).toBeUndefined();
    expect(compareAnswers(null, null)).toBeUndefined();
    const [a, b] = [effect("t:a"), effect("t:b")];
    const sourced = effect("t:a", { basis: [{ instrument: "t:order" as LawId, confidence: "low" }], because: { trigger, memorandum: "t:joint" as LawId, criteria: [{ id: "long", holds: true }] } });
    expect(compareAnswers(bound([a, b]), bound([b, sourced]))).toBeUndefined();
    expect(compareAnswers(bound([a], { presumed: ["x"] }), bound([a]))).toBeUndefined();
  });

  it("R30 name what begins, ends and alters, with list and memorandum", () => {
    const change = compareAnswers(bound([effect("t:a"), effect("t:b")]), bound([effect("t:b", { effect: "restrict" }), effect("t:c", { because: { trigger: { kind: "status", status: "closed" }, criteria: [] } })]));
    expect(change).toEqual({
      verdict: { before: "bound", after: "bound" }, parts: ["effects"],
      effects: [{ what: "ends", measure: "t:a", memorandum: "t:joint", list: "t:serious" }, { what: "alters", measure: "t:b", memorandum: "t:joint", list: "t:serious" }, { what: "begins", measure: "t:c" }],
    });
  });

  it("R30 tell one measure's two listings apart", () => {
    const second = effect("t:a", { because: { trigger: { ...trigger, listing: "l2" as ListingId }, criteria: [] } });
    expect(compareAnswers(bound([effect("t:a"), second]), bound([effect("t:a")]))?.effects).toEqual([{ what: "ends", measure: "t:a", list: "t:serious" }]);
  });

  it("R30 differ in verdict, decision, what may still be decided, what is missing and the ways out", () => {
    const { effect: _effect, ...left } = effect("t:a");
    const possible: PossibleEffect = { ...left, effects: ["deny", "restrict"] };
    const parts = (before: Side, after: Side): unknown => compareAnswers(before, after)?.parts;
    expect(parts(CLEAR, bound([effect("t:a")]))).toEqual(["verdict", "decision", "effects"]);
    expect(parts(CLEAR, { ...CLEAR, possible: [possible] })).toEqual(["possible"]);
    expect(parts({ ...CLEAR, possible: [possible] }, { ...CLEAR, possible: [{ ...possible, effects: ["deny"] }] })).toEqual(["possible"]);
    expect(parts(CLEAR, { ...CLEAR, favours: [effect("t:a", { effect: "expedite" })] })).toEqual(["favours"]);
    expect(parts(CLEAR, { ...CLEAR, verdict: "undetermined", missing: [{ kind: "fact", fact: "listing.until", neededBy: "t:a" as LawId }] })).toEqual(["verdict", "missing"]);
    expect(parts(bound([effect("t:a")]), bound([effect("t:a")], { exits: [{ acts: ["repair"], earliest: from }] }))).toEqual(["exits"]);
    expect(parts(null, CLEAR)).toEqual(["act"]);
    expect(compareAnswers(null, CLEAR)?.verdict).toEqual({ before: null, after: "clear" });
  });
});
