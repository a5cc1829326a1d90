import { describe, expect, it } from "vitest";
import { day, lawId, step } from "../test-law.ts";
import { decided, listingOf, openedOn, procedureOf, recordOf } from "../test-procedures.ts";
import { knownSteps } from "./known-steps.ts";

const [opening, own, check] = [step("opening", "notification"), step("own", "application", { by: "organisation" }), step("check", "verification")];

describe("what was done before a case began", () => {
  it("R36 of an appeal the notification it begins with, and nothing else", () => {
    const governing = { procedure: procedureOf("t:appeal", "appeal", []), steps: [opening, own, check, step("told", "notification", { after: ["own"] })], all: [] };
    expect([...knownSteps(governing, { kind: "matter", decided }, openedOn)]).toEqual([["opening", "2026-03-16"]]);
  });

  it("R33 of what is owed every year the opening by the office, the day before it opens; of other cases what the register does by itself", () => {
    const steps = [opening, own, { ...check, automatic: true }, step("after", "notification", { automatic: true, after: ["own"] })];
    const yearly = procedureOf("t:yearly", "annual-report", [], { yearly: { opens: "03-01", record: lawId("t:penalty"), yearField: "year" } });
    const known = (procedure: typeof yearly, on = openedOn): unknown => [...knownSteps({ procedure, steps, all: steps }, { kind: "organisation" }, on)];
    expect(known(yearly)).toEqual([["opening", "2026-02-28"], ["check", "2026-02-28"]]);
    expect([known(yearly, day("2026-03-01")), known(yearly, day("2026-02-28"))]).toEqual([[["opening", "2026-02-28"], ["check", "2026-02-28"]], [["opening", "2025-02-28"], ["check", "2025-02-28"]]]);
    expect(known(procedureOf("t:other", "objection", []))).toEqual([["check", openedOn]]);
    expect([...knownSteps({ procedure: yearly, steps: [own], all: [step("decision", "decision"), own] }, recordOf(), openedOn)]).toEqual([]);
  });

  it("R33 of a listing the steps that led to it: of a kind that comes twice the first, and the service of the decision with its effect", () => {
    const before = [step("proposal", "proposal"), step("service", "service"), step("decision", "decision"), step("again", "decision"), step("served", "service"), step("publication", "publication")];
    const governing = { procedure: procedureOf("t:listing", "listing", []), steps: [own], all: [...before, own] };
    const known = (decision: Partial<typeof decided.decision>): unknown => Object.fromEntries(knownSteps(governing, listingOf({ ...decided, decision: { ...decided.decision, ...decision } }), openedOn));
    const days = { proposal: "2026-03-02", service: "2026-03-06", decision: "2026-03-16", served: "2026-03-20", publication: "2026-03-25" };
    expect(known({ effectiveFrom: day("2026-03-20"), publishedFrom: day("2026-03-25") })).toEqual(days);
    const { effectiveFrom: _, publishedFrom: __, ...bare } = decided.decision;
    expect(Object.fromEntries(knownSteps(governing, listingOf({ ...decided, decision: bare }), openedOn))).toEqual({ proposal: days.proposal, service: days.service, decision: days.decision, served: days.decision });
  });
});
