import { describe, expect, it } from "vitest";
import type { Criterion } from "../../rules/index.ts";
import { criterion, lawId } from "../test-law.ts";
import { criteriaPropose, criteriaSaid, isHeld, type EvaluatedCriterion } from "./proposal-criteria.ts";

const head = { names: { en: "x" }, basis: [] } as const;
const leaf = (id: string): Criterion => ({ ...criterion, id });
const parts = [leaf("a"), leaf("b"), leaf("c")];
const all: Criterion = { ...head, kind: "all", of: parts };
const any: Criterion = { ...head, kind: "any", of: parts };
const none: Criterion = { ...head, kind: "none", of: parts };
const nameless: Criterion = { ...head, kind: "any", of: [] };
const two: Criterion = { ...head, kind: "atLeast", count: 2, of: parts };
const except: Criterion = { ...head, kind: "exceptions", rule: leaf("a"), unless: [leaf("b"), leaf("c")] };

/** Results of a, b, c: t(rue), f(alse), u(nknown), p(resumed). */
function proposes(of: Criterion, results: string): boolean {
  const holds = new Map<string, EvaluatedCriterion["holds"]>([["t", true], ["f", false], ["u", "unknown"], ["p", "presumed"]]);
  return criteriaPropose([of], [...results].map((letter, at) => ({ id: ["a", "b", "c"][at] ?? "", holds: holds.get(letter) ?? "unknown" })));
}

describe("criteria that propose", () => {
  it("R10 one that holds is enough; what is unknown proposes nothing, what is presumed does", () => {
    expect(["t", "p", "f", "u", ""].map((results) => proposes(leaf("a"), results))).toEqual([true, true, false, false, false]);
    expect([criteriaPropose([leaf("x"), leaf("a")], [{ id: "a", holds: true }]), criteriaPropose([leaf("a"), leaf("x")], [{ id: "a", holds: true }]), criteriaPropose([], [{ id: "a", holds: true }]), criteriaPropose([nameless], [{ id: "a", holds: true }])]).toEqual([true, true, false, false]);
    expect(([true, "presumed", false, "unknown"] as const).map((holds) => isHeld({ holds }))).toEqual([true, true, false, false]);
  });

  it("R10 one put together from parts holds by them, unless it was evaluated itself", () => {
    const tried = ["ttt", "tff", "fff", "ttu", "fuu", "tuu", "ttf"];
    const table = (of: Criterion): string => tried.filter((results) => proposes(of, results)).join(" ");
    expect([table(all), table(any), table(none), table(two), table(except)]).toEqual(["ttt", "ttt tff ttu tuu ttf", "fff", "ttt ttu ttf", "tff"]);
    expect(criteriaPropose([{ ...any, id: "whole" }], [{ id: "whole", holds: false }, { id: "a", holds: true }])).toBe(false);
    expect(criteriaPropose([{ ...head, kind: "listed", id: "l", lists: [], count: 1 }], [])).toBe(false);
  });

  it("R10 ids are those of the criteria and their parts, and of what records must be like", () => {
    const ids = (criteria: readonly Criterion[]): readonly string[] => criteriaSaid(criteria).map(({ id }) => id);
    const where: Criterion = { ...head, kind: "holds", id: "grave", expression: "true", compiled: { paths: [], evaluate: () => ({ truth: "true", missing: [] }) } };
    const records: Criterion = { ...head, kind: "records", id: "heavy-penalty", type: lawId("t:penalty"), count: 1, where, anchor: "decision" };
    expect(ids([{ ...any, id: "whole" }, all, none, two])).toEqual(["whole", "a", "b", "c", "a", "b", "c", "a", "b", "c", "a", "b", "c"]);
    expect([ids([except]), ids([records]), ids([nameless, where]), ids([])]).toEqual([["a", "b", "c"], ["heavy-penalty", "grave"], ["grave"], []]);
  });
});
