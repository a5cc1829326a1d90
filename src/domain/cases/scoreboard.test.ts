import { describe, expect, it } from "vitest";
import { parseRecordId, present, type MatterId, type PlainDate } from "../terms/index.ts";
import type { EventDraft, StepOutcome } from "../events/index.ts";
import type { Procedure, RecordType } from "../rules/index.ts";
import { caseOf, type BegunCase } from "./listing/case-state.ts";
import { procedureCaseOf } from "./procedure/procedure-case.ts";
import { caseInLaw } from "./procedure/take-step.ts";
import { factsOfCase, factsOfListing, factsOfRecords, type Measuring, type ScoreFact } from "./scoreboard-facts.ts";
import { figuresOf } from "./scoreboard.ts";
import { always, answer, calendar, day, decideToList, file, given, lawId, lawWith, list, matter, notify, office, otherMatter, procedure, propose, serve, step, withSteps } from "./test-law.ts";

const objection: Procedure = {
  ...procedure, id: lawId("t:objection"), purpose: "objection",
  steps: always([
    step("objection", "objection", { by: "organisation" }),
    step("taken-up", "acceptance", { after: ["objection"], within: { count: 2, unit: "workingDays", from: "objection" } }),
    step("verification", "verification", { after: ["taken-up"], within: { count: 5, unit: "workingDays", from: "taken-up" } }),
    step("appeal", "appeal", { by: "organisation", optional: true, after: ["verification"] }),
    step("appeal-decision", "decision", { optional: true, after: ["appeal"] }),
  ]),
};
const penalty: RecordType = { kind: "record-type", id: lawId("t:penalty"), names: { en: "penalty" }, basis: [], confidence: "high", at: "test", disclosure: "public", fields: [], publicationMonths: [], retentionMonths: [], about: "penalty" };
const publicity: Procedure = {
  ...procedure, id: lawId("t:publicity"), purpose: "publicity", covers: [penalty.id],
  steps: always([step("decision", "decision"), step("publication", "publication", { after: ["decision"], within: { count: 7, unit: "workingDays", from: "decision" } })]),
};
const law = lawWith(objection, penalty, publicity);
const clock = { calendar };
const measuring: Measuring = { law, from: day("2026-01-01"), until: day("2027-01-01"), today: day("2026-12-01") };

function begun(events: readonly EventDraft[]): BegunCase {
  const state = caseOf(matter, events);
  if (state.kind === "notBegun") throw new Error("a case is begun");
  return state;
}
function ofListing(events: readonly EventDraft[], more: Partial<Measuring> = {}): readonly ScoreFact[] {
  return factsOfListing({ state: begun(events), office, clock }, { ...measuring, ...more });
}
function steps(facts: readonly ScoreFact[]): string {
  return facts.flatMap((fact) => (fact.kind === "step" ? [`${fact.step} ${fact.timeliness}`] : [])).join(", ");
}

interface Taken {
  readonly step: string;
  readonly on: string;
  readonly outcome?: StepOutcome;
}
const record = parseRecordId("r.1");

function ofObjection(openedOn: string, taken: readonly Taken[], more: Partial<Measuring> & { readonly withdrawnOn?: string; readonly overturned?: readonly MatterId[]; readonly suspended?: { readonly from: PlainDate; readonly until: PlainDate } } = {}): readonly ScoreFact[] {
  const id = present(record.ok ? record.value : undefined, "a record");
  const events: readonly EventDraft[] = [
    { type: "CaseOpened", body: { matter, file, procedure: objection.id, about: { kind: "record", record: id }, office, step: "objection", by: "organisation", openedOn: day(openedOn), statement: "not us", documents: [], attachments: [] } },
    ...taken.map(({ step: name, on, outcome }): EventDraft => ({ type: "StepTaken", body: { matter, file, step: name, by: name === "appeal" ? "organisation" : "office", takenOn: day(on), statement: "…", documents: [], attachments: [], ...(outcome === undefined ? {} : { outcome }) } })),
    ...(more.withdrawnOn === undefined ? [] : [{ type: "CaseWithdrawn", body: { matter, file, by: "organisation", reason: "settled", withdrawnOn: day(more.withdrawnOn) } } satisfies EventDraft]),
  ];
  const state = present(procedureCaseOf(matter, events), "a case");
  const all = { ...measuring, ...more };
  const thing = { kind: "record", record: { id, file, type: penalty.id, fields: {}, annulled: false, office, stays: [], position: 1 as never } } as const;
  const own = { calendar, suspensions: more.suspended === undefined ? [] : [more.suspended] };
  const inLaw = caseInLaw(state, { law: all.law, ...own, thing }, all.today);
  if (!inLaw.ok) throw new Error(inLaw.error.message);
  return factsOfCase({ state, inLaw: inLaw.value, clock: own }, new Set(more.overturned ?? []), all);
}

describe("an office's steps", () => {
  it("R50 are in time up to the last day of the law's step, and late after it", () => {
    // Ten working days after Monday 2 March 2026 end on the 16th, seven after the 16th on the 25th.
    const inTime = given([propose, { ...notify, issuedOn: day("2026-03-16") }, { ...serve, servedOn: day("2026-03-25") }]);
    const late = given([propose, { ...notify, issuedOn: day("2026-03-17") }, { ...serve, servedOn: day("2026-03-27") }]);
    expect(steps(ofListing(inTime, { today: day("2026-04-01") }))).toBe("notice inTime, service inTime");
    expect(steps(ofListing(late, { today: day("2026-04-01") }))).toBe("notice late, service late");
  });

  it("R50 are missing from the first day on which they are too late, unless the case was withdrawn before", () => {
    const proposed = given([propose]);
    expect(steps(ofListing(proposed, { today: day("2026-03-16") }))).toBe("");
    expect(steps(ofListing(proposed, { today: day("2026-03-17") }))).toBe("notice missing");
    expect(steps(ofListing(proposed))).toBe("notice missing, decision missing");
    const withdrawn = (on: string) => given([propose, { type: "WithdrawProposal", matter, reason: "unfounded", withdrawnOn: day(on) }]);
    expect(steps(ofListing(withdrawn("2026-03-16")))).toBe("");
    expect(steps(ofListing(withdrawn("2026-03-17")))).toBe("notice missing");
  });

  it("R50 count in the span in which they were taken or fell due, and in no other", () => {
    const late = given([propose, { ...notify, issuedOn: day("2026-03-17") }]);
    expect(steps(ofListing(late, { from: day("2026-03-17"), until: day("2026-03-18") }))).toBe("notice late");
    expect(steps(ofListing(late, { from: day("2026-03-02"), until: day("2026-03-17") }))).toBe("");
    expect(steps(ofListing(given([propose]), { from: day("2026-03-17"), until: day("2026-03-18") }))).toBe("notice missing");
    expect(steps(ofListing(given([propose]), { from: day("2026-03-18"), until: day("2026-03-20") }))).toBe("");
  });

  it("R50 have no time where the law states none, or is gone", () => {
    const { within: _within, ...untimed } = step("notice", "notice", { after: ["proposal"] });
    expect(steps(ofListing(given([propose, notify]), { law: lawWith(withSteps(untimed)), today: day("2026-03-05") }))).toBe("notice noTime");
    expect(steps(ofListing(given([propose, notify]), { law: lawWith(procedure.id), today: day("2026-03-05") }))).toBe("notice noTime");
    expect(figuresOf(ofListing(given([propose, notify]), { law: lawWith(procedure.id) })).steps.notice).toEqual({ timed: 0, late: 0, missing: 0, noTime: 1 });
  });

  it("R50 publish a listing in time where the list is published at all", () => {
    const decided = (publishedFrom: string) => given([propose, notify, serve, { ...decideToList, publishedFrom: day(publishedFrom) }]);
    expect(steps(ofListing(decided("2026-03-20")))).toContain("listingPublication inTime");
    expect(steps(ofListing(decided("2026-04-20")))).toContain("listingPublication late");
    expect(steps(ofListing(decided("2026-12-24"), { today: day("2026-12-01") }))).toContain("listingPublication missing");
    expect(steps(ofListing(decided("2026-04-20"), { law: lawWith({ ...list, published: false }) }))).not.toContain("Publication");
    expect(steps(ofListing(given([propose, notify, serve, answer, { ...decideToList, outcome: "noAction" }])))).toBe("notice inTime, service inTime, decision inTime");
  });
});

describe("an office's decisions", () => {
  const decisions = (facts: readonly ScoreFact[]) => figuresOf(facts).decisions;
  const listed = [propose, notify, serve, decideToList];

  it("R51 count in the span in which they were made, and are reversed by annulment or objection on whatever later day", () => {
    expect(decisions(ofListing(given(listed)))).toEqual({ made: 1, reversed: 0 });
    expect(decisions(ofListing(given([...listed, { type: "RemoveListing", matter, act: "annulment", reasons: "wrong" }]), { until: day("2026-04-01") }))).toEqual({ made: 1, reversed: 1 });
    expect(decisions(ofListing(given(listed), { from: day("2026-04-01") }))).toEqual({ made: 0, reversed: 0 });
    expect(decisions(ofListing(given([propose, notify, serve])))).toEqual({ made: 0, reversed: 0 });
  });

  it("R51 are not reversed where a listing that was right ends", () => {
    const repaired = given([...listed, { type: "RemoveListing", matter, act: "repair", exit: "repair", appliedOn: day("2027-04-01"), reasons: "performed" }], { today: day("2027-05-01") });
    expect(decisions(ofListing(repaired))).toEqual({ made: 1, reversed: 0 });
  });

  it("R51 of another case are the first instance's, and an appeal turns them over", () => {
    const refused: readonly Taken[] = [{ step: "taken-up", on: "2026-03-03", outcome: "accepted" }, { step: "verification", on: "2026-03-06", outcome: "refused" }];
    expect(decisions(ofObjection("2026-03-02", refused))).toEqual({ made: 1, reversed: 0 });
    expect(decisions(ofObjection("2026-03-02", [...refused, { step: "appeal", on: "2026-03-10" }, { step: "appeal-decision", on: "2026-03-20", outcome: "granted" }]))).toEqual({ made: 1, reversed: 1 });
    expect(decisions(ofObjection("2026-03-02", [...refused, { step: "appeal", on: "2026-03-10" }, { step: "appeal-decision", on: "2026-03-20", outcome: "refused" }]))).toEqual({ made: 1, reversed: 0 });
    expect(decisions(ofObjection("2026-03-02", refused, { overturned: [matter] }))).toEqual({ made: 1, reversed: 1 });
    expect(decisions(ofObjection("2026-03-02", refused, { overturned: [otherMatter] }))).toEqual({ made: 1, reversed: 0 });
    expect(decisions(ofObjection("2026-03-02", refused.slice(0, 1)))).toEqual({ made: 0, reversed: 0 });
  });
});

describe("objections and repairs", () => {
  const handled = (facts: readonly ScoreFact[]) => figuresOf(facts).objections;
  const answered = (openedOn: string, on: string): readonly ScoreFact[] => ofObjection(openedOn, [{ step: "taken-up", on: openedOn, outcome: "accepted" }, { step: "verification", on, outcome: "granted" }]);

  it("R52 take the working days from the opening to the answer", () => {
    // Monday to Friday of the same week are four, to the Monday after it five; 4 and 5 April with Qingming on the 6th are none.
    expect(handled(answered("2026-03-02", "2026-03-06"))).toEqual({ opened: 1, open: 0, late: 0, noTime: 0, medianDays: 4, longestDays: 4 });
    expect(handled(answered("2026-03-02", "2026-03-10"))).toMatchObject({ late: 1, medianDays: 6 });
    expect(handled(answered("2026-04-03", "2026-04-07"))).toMatchObject({ medianDays: 1 });
    expect(handled(answered("2026-03-02", "2026-03-02"))).toMatchObject({ medianDays: 0 });
    expect(handled(ofObjection("2026-03-02", [{ step: "taken-up", on: "2026-03-02", outcome: "accepted" }, { step: "verification", on: "2026-03-06", outcome: "granted" }], { suspended: { from: day("2026-03-03"), until: day("2026-03-05") } }))).toMatchObject({ medianDays: 2 });
  });

  it("R52 have a median, of an even number the greater of the two in the middle, and a longest", () => {
    const all = ["2026-03-03", "2026-03-04", "2026-03-05", "2026-03-09"].flatMap((on) => answered("2026-03-02", on));
    expect(handled(all)).toEqual({ opened: 4, open: 0, late: 0, noTime: 0, medianDays: 3, longestDays: 5 });
    expect(handled(all.slice(0, 4))).toMatchObject({ opened: 2, medianDays: 2, longestDays: 2 });
    expect(handled([])).toEqual({ opened: 0, open: 0, late: 0, noTime: 0, medianDays: null, longestDays: null });
  });

  it("R52 that nobody answers are open, and late once any step before the answer is", () => {
    expect(handled(ofObjection("2026-03-02", [], { today: day("2026-03-04") }))).toEqual({ opened: 1, open: 1, late: 0, noTime: 0, medianDays: null, longestDays: null });
    expect(handled(ofObjection("2026-03-02", [], { today: day("2026-03-05") }))).toMatchObject({ open: 1, late: 1 });
    expect(handled(ofObjection("2026-03-02", [{ step: "taken-up", on: "2026-03-04", outcome: "accepted" }], { today: day("2026-03-11") }))).toMatchObject({ open: 1, late: 0 });
    expect(handled(ofObjection("2026-03-02", [{ step: "taken-up", on: "2026-03-04", outcome: "accepted" }], { today: day("2026-03-12") }))).toMatchObject({ open: 1, late: 1 });
  });

  it("R52 not taken up are answered by that; withdrawn ones are neither open nor late", () => {
    expect(handled(ofObjection("2026-03-02", [{ step: "taken-up", on: "2026-03-06", outcome: "notAccepted" }]))).toEqual({ opened: 1, open: 0, late: 1, noTime: 0, medianDays: 4, longestDays: 4 });
    expect(handled(ofObjection("2026-03-02", [], { withdrawnOn: "2026-06-01" }))).toEqual({ opened: 1, open: 0, late: 0, noTime: 0, medianDays: null, longestDays: null });
  });

  it("R52 have no time where the law gives the answer none, and count in the span they were opened in", () => {
    const untimed: Procedure = { ...objection, steps: always([step("objection", "objection", { by: "organisation" }), step("verification", "verification", { after: ["objection"] })]) };
    expect(handled(ofObjection("2026-03-02", [], { law: lawWith(untimed, penalty) }))).toMatchObject({ open: 1, late: 0, noTime: 1 });
    expect(handled(ofObjection("2026-03-02", [{ step: "verification", on: "2026-09-02", outcome: "granted" }], { law: lawWith(untimed, penalty) }))).toMatchObject({ open: 0, late: 0, noTime: 1 });
    expect(handled(ofObjection("2025-12-31", []))).toMatchObject({ opened: 0 });
  });
});

describe("records", () => {
  const ofRecord = (recordedOn: string, more: { readonly undated?: true; readonly law?: Measuring["law"] } = {}): string =>
    steps(factsOfRecords([{ record: { type: penalty.id, office, ...(more.undated === true ? {} : { decidedOn: day("2026-03-02") }) }, authority: lawId("t:market-city"), regions: [], recordedOn: day(recordedOn), clock }], { ...measuring, law: more.law ?? law }));

  it("R53 are late once the law's time for publication is over", () => {
    // Seven working days after Monday 2 March 2026 end on Wednesday the 11th.
    expect(ofRecord("2026-03-11")).toBe("recordPublication inTime");
    expect(ofRecord("2026-03-12")).toBe("recordPublication late");
    expect(ofRecord("2027-03-12")).toBe("");
  });

  it("R53 go by the procedure made for the fewest, and where that is open by the longest time", () => {
    const longer: Procedure = { ...publicity, id: lawId("t:publicity-market"), authority: lawId("t:market"), steps: always([step("decision", "decision"), step("publication", "publication", { after: ["decision"], within: { count: 20, unit: "workingDays", from: "decision" } })]) };
    expect(ofRecord("2026-03-12", { law: lawWith(penalty, publicity, longer) })).toBe("recordPublication inTime");
    expect(ofRecord("2026-03-12", { law: lawWith(penalty, publicity, { ...longer, covers: [penalty.id, lawId("t:licence")] }) })).toBe("recordPublication late");
    expect(ofRecord("2026-03-12", { law: lawWith(penalty, publicity, { ...longer, authority: lawId("t:tax") }) })).toBe("recordPublication late");
  });

  it("R53 without a day of decision, or under no such procedure, have no time; those not published do not count", () => {
    expect(ofRecord("2026-03-12", { undated: true })).toBe("recordPublication noTime");
    expect(ofRecord("2026-03-12", { law: lawWith(penalty) })).toBe("recordPublication noTime");
    expect(ofRecord("2026-03-12", { law: lawWith({ ...penalty, disclosure: "restricted" }, publicity) })).toBe("");
  });
});

it("R54 what is counted names offices and figures, never an organisation", () => {
  const facts = [...ofListing(given([propose, notify, serve, decideToList])), ...ofObjection("2026-03-02", []), ...factsOfRecords([{ record: { type: penalty.id, office, decidedOn: day("2026-03-02") }, authority: lawId("t:market-city"), regions: [], recordedOn: day("2026-03-12"), clock }], measuring)];
  expect(facts.length).toBeGreaterThan(4);
  expect(JSON.stringify([facts, figuresOf(facts)])).not.toContain(file);
});
