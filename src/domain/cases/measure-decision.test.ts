// Decisions on measures: what the law leaves to an office, and what it does not.
import { describe, expect, it } from "vitest";
import type { Effect, Force, Measure } from "../rules/index.ts";
import { decideMeasure, reportExecution, type DecideMeasure, type ReportExecution } from "./measure-decision.ts";
import { mayAcknowledge } from "./powers.ts";
import { always, day, file, lawId, lawWith, listingId, recordId } from "./test-law.ts";

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

/** The refusal in one line: code, citation, facts. */
function said(result: ReturnType<typeof decideMeasure>): string {
  return result.ok ? result.value.type : [result.error.code, result.error.citation, ...Object.entries(result.error.facts).flatMap(([name, value]) => (name === "kind" || typeof value === "object" ? [] : [`${name}=${String(value)}`]))].join(" ");
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

  it("R24 a refusal names the measure, the choice, the effect, what is missing, the day, or whose it is", () => {
    const effects = ["deny", "restrict"] as const;
    const choice = when("mandatory", apply);
    expect([said(choice), choice.ok ? "" : choice.error.message]).toEqual(["outcome-not-in-law t:bar-or-restrict choice=apply measure=t:bar-or-restrict on=2026-03-10 force=mandatory", expect.stringContaining("there is nothing to decide")]);
    expect(when("mandatory-unless-declined", apply)).toMatchObject({ error: { message: expect.stringContaining("it can only be decided to decline it") } });
    expect(said(when("discretionary", { ...apply, measure: lawId("t:unheard-of") }))).toBe("consequence-unknown cases R24 measure=t:unheard-of on=2026-03-10");
    expect(said(when("discretionary", { ...apply, decidedOn: day("2026-03-11") }))).toBe("days-out-of-order cases R15 day=2026-03-11 notAfter=2026-03-10 what=the decision");
    expect(said(when("discretionary", { ...apply, reasons: " " }))).toBe("statement-missing cases R24 missing=reasons");
    expect(said(when("discretionary", apply, { authority: "t:tax" }))).toBe("wrong-authority cases R24 authority=t:tax owner=t:market measure=t:bar-or-restrict");
    for (const refused of [when("discretionary", { ...apply, effect: "surcharge" }, { effects }), when("discretionary", apply, { effects })]) {
      expect([["outcome-not-in-law t:bar-or-restrict effect=surcharge measure=t:bar-or-restrict", "statement-missing t:bar-or-restrict missing=effect"].includes(said(refused)), refused.ok ? "" : refused.error.message]).toEqual([true, expect.stringContaining("one of `deny`, `restrict`")]);
    }
  });

  it("R24 what may be declined is declined whole, and what sets the measure off may be a record", () => {
    const { listing: _, ...bare } = apply;
    const byRecord = when("discretionary", { ...bare, record: recordId, effect: "deny" });
    expect(byRecord).toEqual({ ok: true, value: { type: "MeasureDecided", body: { measure: id, file, record: recordId, effect: "deny", authority: owner, choice: "apply", decidedOn: today, reasons: "the risk is high" } } });
    expect(byRecord.ok && byRecord.value.body).not.toHaveProperty("listing");
    const plain = when("discretionary", apply);
    expect(plain.ok && Object.keys(plain.value.body).toSorted()).toEqual(["authority", "choice", "decidedOn", "file", "listing", "measure", "reasons"]);
    expect(code(when("mandatory-unless-declined", { ...apply, choice: "decline" }, { effects: ["deny", "restrict"] }))).toBe("ok");
    expect(code(when("discretionary", { ...apply, decidedOn: day("2026-03-09") }))).toBe("ok");
    expect(code(when("discretionary", { ...apply, decidedOn: day("2020-01-01") }))).toBe("ok");
  });

  it("R7 what a consumer takes over is acknowledged by it, or by an authority below it", () => {
    expect(["t:market", "t:market-city", "t:tax"].map((authority) => mayAcknowledge(lawWith(), owner, lawId(authority)))).toEqual([true, true, false]);
    expect(mayAcknowledge(lawWith(), lawId("t:market-city"), owner)).toBe(false);
  });

  it("R24 a measure without force on the day leaves nothing to decide", () => {
    const later: Measure = { ...measure("discretionary"), force: [{ from: day("2026-04-01"), value: "discretionary", basis: [] }] };
    expect(decideMeasure(apply, { law: lawWith(later), actor: { authority: owner }, today })).toMatchObject({ error: { code: "outcome-not-in-law", message: expect.stringContaining("is without force on 2026-03-10: there is nothing to decide") } });
  });
});

describe("what became of a measure", () => {
  const done: ReportExecution = { measure: id, file, listing: listingId, list: lawId("t:serious"), outcome: "carriedOut", statement: "" };
  const report = (command: ReportExecution, authority = "t:market-city"): ReturnType<typeof decideMeasure> => reportExecution(command, { law: lawWith(measure("mandatory")), actor: { authority: lawId(authority) }, today });

  it("R56 is reported with the day and the list behind", () => {
    expect(report(done)).toEqual({ ok: true, value: { type: "ExecutionReported", body: { measure: id, file, listing: listingId, list: lawId("t:serious"), authority: owner, outcome: "carriedOut", doneOn: today, statement: "" } } });
    expect(report({ ...done, doneOn: day("2026-03-01") })).toMatchObject({ value: { body: { doneOn: "2026-03-01" } } });
  });

  it("R56 is the measure's authority's or of one below it, about a measure in force, not ahead, and says why where nothing was done", () => {
    expect(said(report(done, "t:tax"))).toContain("wrong-authority cases R24 authority=t:tax");
    expect(said(report({ ...done, measure: lawId("t:gone") }))).toContain("consequence-unknown");
    expect(code(report({ ...done, doneOn: day("2019-12-31") }))).toBe("consequence-unknown");
    expect(said(report({ ...done, doneOn: day("2026-03-11") }))).toContain("days-out-of-order cases R15");
    expect(said(report({ ...done, outcome: "notCarriedOut", statement: " " }))).toBe("statement-missing cases R56 missing=reasons");
    expect(code(report({ ...done, outcome: "notCarriedOut", statement: "it holds no licence of ours" }))).toBe("ok");
  });
});
