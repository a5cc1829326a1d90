import { describe, expect, it } from "vitest";
import { addDays } from "../../terms/index.ts";
import { actor, day, decidedOn, decideToList, file, lawId, lawWith, matter, notify, office, procedure, step, superiorOffice, uptoProposal, uptoService, when, withSteps } from "../test-law.ts";
import { said } from "../test-procedures.ts";
import type { ConsentOnRecord } from "../consent.ts";
import { caseOf } from "./case-state.ts";
import type { Actor } from "./commands.ts";
import { dayCheck, formalitiesOf, formalityCheck, recusalCheck, statementCheck, type Formal } from "./step-checks.ts";

const { superior: _, ...alone } = actor;
const asking = step("decision", "decision", { superiorConsent: true, legalReview: true });
const review = { on: decidedOn };
const consented: ConsentOnRecord = { step: "decision", office: superiorOffice, given: true, on: decidedOn };
function asked(formal: Formal, by: Actor = actor): string {
  const flaw = formalityCheck({ procedure }, asking, formal, by, decidedOn);
  return flaw === undefined ? "taken" : said(flaw);
}

describe("what the law asks of a step", () => {
  it("R14 consent is the superior office's own, given by the day of the step", () => {
    const given = (more: Partial<ConsentOnRecord> = {}): string => asked({ consents: [{ ...consented, ...more }], legalReview: review });
    expect([given(), given({ on: addDays(decidedOn, 1) }), given({ office: file }), given({ step: "notice" }), asked({ consents: [], legalReview: review })]).toEqual(["taken", ...Array(4).fill(`consent-missing t:listing#decision step=decision superior=${superiorOffice} on=${decidedOn}`)]);
  });

  it("R14 what was refused is not given, and hinders only what needs it", () => {
    const refused = { ...consented, given: false, reason: "too light" };
    expect(asked({ consents: [refused], legalReview: review })).toBe(`consent-refused t:listing#decision step=decision superior=${superiorOffice} on=${decidedOn} reason=too light`);
    expect(asked({ consents: [refused], legalReview: review, despiteRefusal: true })).toBe("taken");
    expect(asked({ consents: [], legalReview: review, despiteRefusal: true })).toBe(`consent-missing t:listing#decision step=decision superior=${superiorOffice} on=${decidedOn}`);
    expect(asked({ legalReview: review })).toBe("consent-missing t:listing#decision step=decision");
  });

  it("R14 where the superior is not known nobody can give it, and at the top of the order nobody has to", () => {
    const by = (level: Actor["level"], consents: readonly ConsentOnRecord[] = []): string => asked({ legalReview: review, consents }, { ...alone, level });
    expect([by("city", [consented]), by("city", [{ ...consented, office }]), by("city")]).toEqual(Array(3).fill("consent-missing t:listing#decision step=decision"));
    expect([by("national"), by("international"), asked({ legalReview: review, consents: [] }, { ...actor, level: "national" })]).toEqual(["taken", "taken", `consent-missing t:listing#decision step=decision superior=${superiorOffice} on=${decidedOn}`]);
  });

  it("R14 a legal review is made by the day of the step, and is in time on it", () => {
    const consents = [consented];
    expect([asked({ consents, legalReview: { on: decidedOn } }), asked({ consents, legalReview: { on: addDays(decidedOn, 1) } }), asked({ consents })]).toEqual(["taken", ...Array(2).fill(`review-missing t:listing#decision step=decision on=${decidedOn}`)]);
  });

  it("R14 what was kept of it is who acted, each once, and the review where there was one", () => {
    expect(formalitiesOf({ ...actor, officers: ["A", "B", "A"] }, {})).toEqual({ officers: 2, acting: ["A", "B"] });
    expect(Object.keys(formalitiesOf(actor, {})).toSorted()).toEqual(["acting", "officers"]);
    expect(formalitiesOf(actor, { legalReview: review })).toEqual({ officers: 2, acting: ["A", "B"], legalReview: review });
  });

  it("R11 what it states is one word however it is written; what is empty states nothing", () => {
    const stating = step("notice", "notice", { states: ["Answer-Days", "facts"] });
    const says = (statements: Readonly<Record<string, string>>, carried: Readonly<Record<string, boolean>> = {}): string => { const flaw = statementCheck({ procedure }, stating, carried, statements); return flaw === undefined ? "stated" : said(flaw); };
    expect([says({ "answer days": "five", FACTS: "milk" }), says({ facts: " " }, { answerDays: true }), says({}, { answerDays: true, facts: false }), says({}, {})]).toEqual([
      "stated", "statement-missing t:listing#notice step=notice missing=facts", "statement-missing t:listing#notice step=notice missing=facts", "statement-missing t:listing#notice step=notice missing=Answer-Days, facts",
    ]);
  });

  it("R15 it lies on the day it follows or later, and not after today", () => {
    const on = (text: string, notBefore?: string): string => { const flaw = dayCheck("a notice", day(text), notBefore === undefined ? undefined : day(notBefore), day("2026-03-10")); return flaw === undefined ? "in order" : said(flaw); };
    expect([on("2026-03-10"), on("2026-03-10", "2026-03-10"), on("2026-03-09", "2026-03-10"), on("2026-03-11")]).toEqual(["in order", "in order", "days-out-of-order cases R15 day=2026-03-09 notBefore=2026-03-10 what=a notice", "days-out-of-order cases R15 day=2026-03-11 notAfter=2026-03-10 what=a notice"]);
  });

  it("R11 effects told in advance are measures of the law; R8 a step before it that is missing is named", () => {
    expect(said(when(uptoProposal, { ...notify, consequences: [lawId("t:unheard-of")] }))).toBe("consequence-unknown cases R11 measure=t:unheard-of");
    const inspected = lawWith(withSteps(step("inspection", "inspection", { after: ["service"] }), step("decision", "decision", { after: ["inspection"], outcomes: ["listed"] })));
    expect(said(when(uptoService, decideToList, { law: inspected }))).toBe("step-skipped t:listing#decision step=decision skipped=inspection state=silent");
    const heard = lawWith(withSteps(step("second-answer", "report", { by: "organisation", after: ["service"] }), step("decision", "decision", { after: ["second-answer"], outcomes: ["listed"] })));
    expect(said(when(uptoService, decideToList, { law: heard }))).toBe("ListingDecided");
  });

  it("R32 nobody has stood back from a case that is not begun", () => {
    expect([recusalCheck(caseOf(matter, []), actor), recusalCheck(caseOf(matter, uptoProposal), actor)]).toEqual([undefined, undefined]);
  });
});
