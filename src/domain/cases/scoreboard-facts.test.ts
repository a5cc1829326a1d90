// What a scoreboard counts, tried on cases as they stand in law: which answer counts, what is awaited, which publication procedure times a record.
import { describe, expect, it } from "vitest";
import { addDays, type MatterId } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import type { Entry, Procedure, RecordType, Step } from "../rules/index.ts";
import { after, contextOf, object, officers, openedOn, organisation, penaltyType, procedureOf, repair, stateOf, take, thisCase, type Move, type Scene } from "./test-procedures.ts";
import { answer, always, calendar, day, decidedOn, decideToList, given, lawId, lawWith, list, matter, notify, office, procedure, propose, serve, step, superiorOffice, withSteps } from "./test-law.ts";
import { caseOf } from "./listing/case-state.ts";
import { caseInLaw } from "./procedure/take-step.ts";
import { factsOfCase, factsOfListing, factsOfRecords, type Measuring, type RecordMeasured, type ScoreFact } from "./scoreboard-facts.ts";
import { figuresOf } from "./scoreboard.ts";

const span = { from: day("2026-01-01"), until: day("2027-01-01"), today: day("2026-12-01") };
const clock = { calendar };

function ofListing(events: readonly EventDraft[], more: Partial<Measuring> = {}, own: typeof clock & { readonly suspensions?: readonly { readonly from: typeof decidedOn; readonly until: typeof decidedOn }[] } = clock): readonly ScoreFact[] {
  const state = caseOf(matter, events);
  return state.kind === "notBegun" ? [] : factsOfListing({ state, office, clock: own }, { law: lawWith(), ...span, ...more });
}
function lines(facts: readonly ScoreFact[]): readonly string[] {
  return facts.map((fact) => (fact.kind === "step" ? `${fact.step} ${fact.timeliness}` : fact.kind === "decided" ? `decided${fact.reversed ? " reversed" : ""}` : `${fact.what} ${fact.timeliness} ${fact.days ?? "-"}`));
}
function ofCase(scene: Scene, moves: readonly Move[], more: Partial<Measuring> = {}, overturned: readonly MatterId[] = []): readonly string[] {
  const state = stateOf(after(scene, ...moves));
  const { law, thing } = contextOf(scene, organisation);
  const measuring = { law, ...span, ...more };
  const inLaw = caseInLaw(state, { law, calendar, suspensions: [], thing }, measuring.today);
  if (!inLaw.ok) throw new Error(inLaw.error.message);
  return lines(factsOfCase({ state, inLaw: inLaw.value, clock }, new Set(overturned), measuring));
}

describe("a listing case", () => {
  it("R50 is measured from the answer where the law times its decision from there, and not while clocks stand still", () => {
    const fromAnswer = lawWith(withSteps(step("decision", "decision", { within: { count: 3, unit: "days", from: "defence" } })));
    expect(lines(ofListing(given([propose, notify, serve, answer]), { law: fromAnswer, today: day("2026-03-14") }))).toEqual(["notice inTime", "service inTime", "decision missing"]);
    expect(lines(ofListing(given([propose, notify, serve]), { law: fromAnswer, today: day("2026-03-14") }))).toEqual(["notice inTime", "service inTime"]);
    const late = given([propose, { ...notify, issuedOn: day("2026-03-17") }]);
    expect([lines(ofListing(late, { today: day("2026-03-18") })), lines(ofListing(late, { today: day("2026-03-18") }, { calendar, suspensions: [{ from: day("2026-03-10"), until: day("2026-03-12") }] }))]).toEqual([["notice late"], ["notice inTime"]]);
  });

  it("R50 goes by the law of the day of its decision, and is published on the day it is seen", () => {
    const ended = lawWith({ ...procedure, anchor: "dayAsked", until: day("2026-06-01") });
    const listed = given([propose, notify, serve, { ...decideToList, publishedFrom: day("2026-03-20") }]);
    expect(lines(ofListing(listed, { law: ended }))).toEqual(["notice inTime", "service inTime", "decision inTime", "listingPublication inTime", "decided"]);
    expect([lines(ofListing(listed, { today: day("2026-03-20") })).includes("listingPublication inTime"), lines(ofListing(listed, { today: day("2026-03-19") })).includes("listingPublication inTime")]).toEqual([true, false]);
    expect(lines(ofListing(listed, { law: lawWith(list.id) }))).toEqual(["notice noTime", "service noTime", "decision noTime", "decided"]);
  });

  it("R51 is reversed by an objection as by an annulment", () => {
    const removed = (act: "objection" | "annulment") => ofListing(given([propose, notify, serve, decideToList, { type: "RemoveListing", matter, act, reasons: "wrong", removedOn: addDays(decidedOn, 3) }])).filter((fact) => fact.kind === "decided");
    expect([removed("objection"), removed("annulment")]).toEqual([[{ kind: "decided", office, reversed: true }], [{ kind: "decided", office, reversed: true }]]);
  });
});

describe("another case", () => {
  const more = (days: number) => ({ takenOn: addDays(openedOn, days) });
  const applied: Move = [{ ...object, purpose: "repair" }, organisation];
  const tier = { kind: "repair", id: lawId("t:tiers"), names: { en: "Repair" }, basis: [], confidence: "high", at: "test", covers: [penaltyType.id], anchor: "application", milder: false, conditions: [], excluded: [], tiers: [{ id: "any", names: { en: "Any" }, endsByItself: false, documents: [], basis: [] }] } as const satisfies Entry;

  it("R52 of repair and of removal is a repair; what is neither objection, repair nor appeal is not counted", () => {
    expect(ofCase({ entries: [tier] }, [applied])).toEqual(["repair missing -"]);
    const removal: Procedure = { ...repair, purpose: "removal" };
    expect(ofCase({ entries: [tier, removal] }, [applied])).toEqual(["repair missing -"]);
    const promise = procedureOf("t:promise", "commitment", [step("promise", "commitment", { by: "organisation" }), step("decision", "decision", { after: ["promise"] })]);
    expect(ofCase({ thing: { kind: "organisation" }, entries: [promise] }, [[{ ...object, purpose: "commitment", about: { kind: "organisation" } }, organisation]])).toEqual([]);
  });

  it("R52 is answered by the first of its answers, one not taken up by that; the appeal is another instance's", () => {
    const both = procedureOf("t:objection", "objection", [
      step("objection", "objection", { by: "organisation" }), step("acceptance", "acceptance", { after: ["objection"] }),
      step("review", "review", { after: ["objection"], within: { count: 2, unit: "days", from: "objection" } }), step("decision", "decision", { after: ["objection"], within: { count: 9, unit: "workingDays", from: "objection" } }),
    ]);
    expect(ofCase({ entries: [both] }, [[object, organisation], [take("decision", { ...more(3), outcome: "refused" }), officers]])).toEqual(["objection inTime 3", "decided"]);
    expect(ofCase({ entries: [both] }, [[object, organisation], [take("acceptance", { ...more(1), outcome: "accepted" }), officers], [take("review", { ...more(3), outcome: "refused" }), officers]])).toEqual(["objection late 3", "decided"]);
    expect(ofCase({ entries: [both] }, [[object, organisation], [take("acceptance", { ...more(2), outcome: "notAccepted" }), officers]])).toEqual(["objection noTime 2", "decided"]);
    expect(ofCase({ entries: [both] }, [[object, organisation], [take("acceptance", { ...more(2), outcome: "accepted" }), officers]], { today: addDays(openedOn, 2) })).toEqual(["objection open -"]);
  });

  it("R52 is missing an answer once a step that the office has to take is too late; the organisation's own and what may be left out make nothing late", () => {
    const steps = (own: Partial<Step>): Procedure => procedureOf("t:objection", "objection", [
      step("objection", "objection", { by: "organisation" }), step("paper", "notification", { after: ["objection"], within: { count: 2, unit: "days", from: "objection" }, ...own }), step("decision", "decision", { after: ["objection"], within: { count: 60, unit: "days", from: "objection" } }),
    ]);
    const on = { today: addDays(openedOn, 5) };
    expect([ofCase({ entries: [steps({})] }, [[object, organisation]], on), ofCase({ entries: [steps({ optional: true })] }, [[object, organisation]], on), ofCase({ entries: [steps({ by: "organisation" })] }, [[object, organisation]], on)]).toEqual([["objection missing -"], ["objection open -"], ["objection open -"]]);
    expect(ofCase({ entries: [steps({})] }, [[object, organisation], [take("paper", more(4)), officers]], on)).toEqual(["objection open -"]);
    expect(ofCase({ entries: [steps({})] }, [[object, organisation]], { today: addDays(openedOn, 2) })).toEqual(["objection open -"]);
  });

  it("R51 counts its decision where it was made in the span, also where it was opened before", () => {
    const moves: readonly Move[] = [[object, organisation], [take("decision", { ...more(3), outcome: "refused" }), officers]];
    expect([ofCase({}, moves, { from: addDays(openedOn, 1) }), ofCase({}, moves, { until: addDays(openedOn, 3) }), ofCase({}, moves, {}, [thisCase])]).toEqual([["decided"], ["objection inTime 3"], ["objection inTime 3", "decided reversed"]]);
    expect(ofCase({}, moves.slice(0, 1), { from: addDays(openedOn, 1) })).toEqual([]);
    const granted: readonly Move[] = [[object, organisation], [take("decision", { ...more(3), outcome: "granted" }), officers]];
    expect(ofCase({}, granted)).toEqual(["objection inTime 3", "decided"]);
  });
});

describe("a record", () => {
  const publicity = (id: string, more: Partial<Procedure>, count: number, own: Partial<Step> = {}): Procedure => procedureOf(id, "publicity", [step("decision", "decision"), step("publication", "publication", { after: ["decision"], within: { count, unit: "days", from: "decision" }, ...own })], { covers: [penaltyType.id], anchor: "decision", ...more });
  const made = day("2026-03-02");
  function late(entries: readonly (Procedure | RecordType)[], own: Partial<RecordMeasured> = {}, more: Partial<Measuring> = {}): string {
    return lines(factsOfRecords([{ record: { type: penaltyType.id, office, decidedOn: made }, authority: lawId("t:market-city"), regions: [], recordedOn: addDays(made, 8), clock, ...own }], { law: lawWith(penaltyType, ...entries), ...span, ...more })).join();
  }

  it("R53 is late after the publication the law times from the decision itself", () => {
    expect([late([publicity("t:p", {}, 8)]), late([publicity("t:p", {}, 7)])]).toEqual(["recordPublication inTime", "recordPublication late"]);
    const odd = (own: Partial<Step>): string => late([publicity("t:p", {}, 7, own)]);
    expect([odd({ optional: true }), odd({ kind: "notice" }), odd({ within: { count: 7, unit: "days", from: "publication" } }), odd({ within: { count: 7, unit: "days", from: "elsewhere" } })]).toEqual(Array(4).fill("recordPublication noTime"));
    const { within: _, ...untimed } = step("publication", "publication", { after: ["decision"] });
    expect(late([{ ...publicity("t:p", {}, 7), steps: always([step("decision", "decision"), untimed]) }])).toBe("recordPublication noTime");
    expect(late([publicity("t:p", { covers: [] }, 7)])).toBe("recordPublication noTime");
    expect(late([publicity("t:p", { until: made }, 7)])).toBe("recordPublication noTime");
  });

  it("R53 goes by the last of all where it is open which procedure governs, of those in force on the day of the decision", () => {
    expect([late([publicity("t:p", {}, 7), publicity("t:q", {}, 9)]), late([publicity("t:q", {}, 9), publicity("t:p", {}, 7)]), late([publicity("t:p", {}, 7), publicity("t:q", {}, 6)])]).toEqual(["recordPublication inTime", "recordPublication inTime", "recordPublication late"]);
    expect(late([publicity("t:p", {}, 7), publicity("t:q", { from: addDays(made, 1) }, 9)])).toBe("recordPublication late");
  });

  it("R4 is not late by days on which clocks stand still; it counts in the span in which it came", () => {
    const suspensions = [{ from: addDays(made, 1), until: addDays(made, 3) }];
    expect(late([publicity("t:p", {}, 7)], { clock: { calendar, suspensions } })).toBe("recordPublication inTime");
    expect([late([publicity("t:p", {}, 7)], {}, { from: addDays(made, 9) }), late([publicity("t:p", {}, 7)], {}, { until: addDays(made, 8) }), late([publicity("t:p", {}, 7)], {}, { from: addDays(made, 8), until: addDays(made, 9) })]).toEqual(["", "", "recordPublication late"]);
    expect([late([{ ...penaltyType, id: lawId("t:other") }], { record: { type: lawId("t:unknown"), office: null } }), late([publicity("t:p", { authority: lawId("t:tax") }, 7)], { authority: undefined })]).toEqual(["", "recordPublication noTime"]);
  });
});

describe("figures", () => {
  it("R54 are added up by step and by what was asked, whatever stands beside them", () => {
    const handled = (what: "objection" | "repair" | "appeal", days: number | null, timeliness: "inTime" | "late" | "missing" | "noTime" | "open" | "withdrawn"): ScoreFact => ({ kind: "handled", office, what, days, timeliness });
    const facts: readonly ScoreFact[] = [
      { kind: "step", office, step: "notice", timeliness: "late" }, { kind: "step", office, step: "service", timeliness: "inTime" }, { kind: "step", office: superiorOffice, step: "notice", timeliness: "noTime" }, { kind: "decided", office, reversed: true },
      handled("objection", 10, "late"), handled("objection", 9, "inTime"), handled("objection", null, "missing"), handled("objection", 2, "noTime"), handled("repair", 3, "inTime"), handled("appeal", null, "open"), handled("appeal", null, "withdrawn"),
    ];
    expect(figuresOf(facts)).toEqual({
      steps: { notice: { timed: 1, late: 1, missing: 0, noTime: 1 }, service: { timed: 1, late: 0, missing: 0, noTime: 0 }, decision: { timed: 0, late: 0, missing: 0, noTime: 0 }, listingPublication: { timed: 0, late: 0, missing: 0, noTime: 0 }, recordPublication: { timed: 0, late: 0, missing: 0, noTime: 0 } },
      decisions: { made: 1, reversed: 1 },
      objections: { opened: 4, open: 1, late: 2, noTime: 1, medianDays: 9, longestDays: 10 },
      repairs: { opened: 1, open: 0, late: 0, noTime: 0, medianDays: 3, longestDays: 3 },
      appeals: { opened: 2, open: 1, late: 0, noTime: 0, medianDays: null, longestDays: null },
    });
  });
});
