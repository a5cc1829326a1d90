import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LawId } from "../terms/index.ts";
import type { ScoreEvent, ScoreRule, ScoreScheme } from "../rules/index.ts";
import { gradeOf, scoreOf } from "./score.ts";

const head = { names: { en: "" }, basis: [], confidence: "high", at: "" } as const;
const id = (name: string): LawId => `t:${name}` as LawId;
const scheme = (more: Partial<ScoreScheme> = {}): ScoreScheme => ({ ...head, kind: "score-scheme", id: id("points"), bands: [], benefits: [], ...more });
const row = (name: string, points: readonly number[], more: Partial<ScoreRule> = {}): ScoreRule => ({ ...head, kind: "score-rule", id: id(name), scheme: id("points"), tiers: points.map((each, index) => ({ id: `${index + 1}`, names: { en: "" }, points: each })), onceWith: [], protectedMatters: [], ...more });
const event = (name: string, more: Partial<ScoreEvent> = {}): ScoreEvent => ({ rule: id(name), times: 1, ...more });

describe("points", () => {
  it("R43 without a start the rows are only summed, each as often as it happened", () => {
    expect(scoreOf(scheme(), [row("a", [-5]), row("b", [3, 10])], [event("a", { times: 3 }), event("b", { tier: "2" })])).toEqual({ points: -5 });
  });

  it("R43 a row takes and gives no more than its limit", () => {
    const rules = [row("a", [-5], { limit: 12 }), row("b", [5], { limit: 12 })];
    expect([scoreOf(scheme(), rules, [event("a", { times: 3 })]).points, scoreOf(scheme(), rules, [event("b", { times: 2 }), event("b")]).points]).toEqual([-12, 12]);
  });

  it("R43 of rows that count once the weightiest counts, whichever names the other", () => {
    const rules = [row("a", [-5]), row("b", [-8], { onceWith: [id("a")] }), row("c", [2])];
    expect(scoreOf(scheme(), rules, [event("a"), event("b"), event("c")]).points).toBe(-6);
    expect(scoreOf(scheme(), rules, [event("a"), event("c")]).points).toBe(-3);
  });

  it("R43 with a start the score begins there and stays within its bounds", () => {
    const bounded = scheme({ start: 100, minimum: 90, maximum: 105 });
    expect([[event("a")], [event("a", { times: 9 })], [event("b")], []].map((events) => scoreOf(bounded, [row("a", [-4]), row("b", [20])], events).points)).toEqual([96, 90, 105, 100]);
    expect(scoreOf(scheme({ minimum: 90 }), [row("a", [-4])], [event("a")]).points).toBe(-4);
  });

  it("R43 a row that sets the score goes before all sums", () => {
    expect(scoreOf(scheme({ start: 100 }), [row("a", [20]), row("b", [0], { setsTo: 40 }), row("c", [0], { setsTo: 30 })], [event("a"), event("b"), event("c")]).points).toBe(30);
  });

  it("R43 a band holds its least points and not the first that are too many", () => {
    const bands = [{ value: "high", names: { en: "" }, minimum: 90, rules: [] }, { value: "low", names: { en: "" }, minimum: 60, below: 90, rules: [] }, { value: "by rule", names: { en: "" }, rules: [] }];
    expect([59, 60, 89, 90].map((points) => gradeOf(bands, points)?.value)).toEqual([undefined, "low", "low", "high"]);
    expect(scoreOf(scheme({ bands, start: 89 }), [row("a", [1])], [event("a")]).band?.value).toBe("high");
  });

  it("R43 the order of events does not matter, and one more of a burden never raises the score", () => {
    const rules = [row("a", [-5], { limit: 12 }), row("b", [3], { onceWith: [id("c")] }), row("c", [-4])];
    const events = fc.array(fc.record({ rule: fc.constantFrom(id("a"), id("b"), id("c")), times: fc.integer({ min: 1, max: 4 }) }), { maxLength: 6 });
    fc.assert(fc.property(events, (happened) => {
      const { points } = scoreOf(scheme({ start: 50, minimum: 0 }), rules, happened);
      expect(scoreOf(scheme({ start: 50, minimum: 0 }), rules, happened.toReversed()).points).toBe(points);
      expect(scoreOf(scheme({ start: 50, minimum: 0 }), rules, [...happened, event("a")]).points).toBeLessThanOrEqual(points);
    }));
  });
});
