// Decisions on measures: what the law leaves to an office, and what it does not.
import { describe, expect, it } from "vitest";
import type { Effect, Force, Measure } from "../rules/index.ts";
import { decideMeasure, type DecideMeasure } from "./measure-decision.ts";
import { always, day, file, lawId, lawWith, listingId } from "./test-law.ts";

const id = lawId("t:bar-or-restrict");
const owner = lawId("t:market");

function measure(force: Force, effects: readonly Effect[] = ["deny"]): Measure {
  return {
    id, names: { en: "Barred" }, basis: [], confidence: "high", at: "test", from: day("2020-01-01"), kind: "measure", trigger: { kind: "list", lists: [lawId("t:serious")] }, authority: owner, exceptOwner: false, acts: [], effects,
    amount: [], force: always(force), reaches: ["organisation"], lasts: { kind: "trigger" }, within: "everywhere", conditions: [], anchor: "dayAsked", permittedAs: [],
  };
}

const today = day("2026-03-10");
const apply: DecideMeasure = { measure: id, file, listing: listingId, choice: "apply", reasons: "the risk is high" };

function when(force: Force, command: DecideMeasure, more: { readonly authority?: string; readonly effects?: readonly Effect[] } = {}): ReturnType<typeof decideMeasure> {
  return decideMeasure(command, { law: lawWith(measure(force, more.effects)), actor: { authority: lawId(more.authority ?? "t:market-city") }, today });
}

function code(result: ReturnType<typeof decideMeasure>): string {
  return result.ok ? "ok" : result.error.code;
}

describe("a decision on a measure", () => {
  it("R24 applies what is discretionary and declines what may be declined", () => {
    expect(when("discretionary", apply)).toEqual({ ok: true, value: { type: "MeasureDecided", body: { measure: id, file, listing: listingId, authority: owner, choice: "apply", decidedOn: today, reasons: "the risk is high" } } });
    expect(code(when("mandatory-unless-declined", { ...apply, choice: "decline" }))).toBe("ok");
  });

  it.each([["mandatory", "apply"], ["mandatory", "decline"], ["discretionary", "decline"], ["mandatory-unless-declined", "apply"]] as const)("R24 what is %s leaves nothing to %s", (force, choice) => {
    expect(code(when(force, { ...apply, choice }))).toBe("outcome-not-in-law");
  });

  it("R24 names one of the effects where there are several, and no other", () => {
    const effects = ["deny", "restrict"] as const;
    expect(code(when("discretionary", apply, { effects }))).toBe("statement-missing");
    expect(code(when("discretionary", { ...apply, effect: "restrict" }, { effects }))).toBe("ok");
    expect(code(when("discretionary", { ...apply, effect: "surcharge" }, { effects }))).toBe("outcome-not-in-law");
  });

  it("R24 is the measure's authority's or of one below it, states reasons, is about a measure in force, and lies not ahead", () => {
    expect(code(when("discretionary", apply, { authority: "t:tax" }))).toBe("wrong-authority");
    expect(code(when("discretionary", { ...apply, reasons: " " }))).toBe("statement-missing");
    expect(code(when("discretionary", { ...apply, measure: lawId("t:unheard-of") }))).toBe("consequence-unknown");
    expect(code(when("discretionary", { ...apply, decidedOn: day("2019-12-31") }))).toBe("consequence-unknown");
    expect(code(when("discretionary", { ...apply, decidedOn: day("2026-03-11") }))).toBe("days-out-of-order");
  });
});
