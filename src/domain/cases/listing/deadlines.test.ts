import { describe, expect, it } from "vitest";
import type { PlainDate } from "../../terms/index.ts";
import type { EventDraft } from "../../events/index.ts";
import { caseOf } from "./case-state.ts";
import { deadlinesOf } from "./deadlines.ts";
import { answer, calendar, day, decideToList, given, lawWith, matter, notify, procedure, propose, serve, step, uptoAnswer, uptoListing, uptoNotice, uptoProposal, uptoService, withSteps } from "../test-law.ts";

function due(events: readonly EventDraft[], on: PlainDate, law = lawWith()): readonly (readonly [string, string, string, boolean])[] {
  const outcome = deadlinesOf(caseOf(matter, events), law, { calendar }, on);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.map(({ step: id, by, until, passed }) => [id, by, until, passed]);
}

describe("deadlines of a case", () => {
  it("R23 what is due is what the law times from a step that was taken, the earliest first", () => {
    expect(due(uptoProposal, day("2026-03-03"))).toEqual([["notice", "office", "2026-03-17", false], ["decision", "office", "2026-06-01", false]]);
    expect(due(uptoNotice, day("2026-03-05"))).toEqual([["service", "office", "2026-03-14", false], ["decision", "office", "2026-06-01", false]]);
    expect(due(uptoAnswer, day("2026-03-10"))).toEqual([["decision", "office", "2026-06-01", false]]);
  });

  it("R23 the organisation's time to answer is its deadline, and passes with the first day after it", () => {
    expect(due(uptoService, day("2026-03-13"))).toEqual([["defence", "organisation", "2026-03-14", false], ["decision", "office", "2026-06-01", false]]);
    expect(due(uptoService, day("2026-03-14"))[0]).toEqual(["defence", "organisation", "2026-03-14", true]);
  });

  it("R23 an office's deadline that passes is shown as passed and stays open", () => {
    expect(due(uptoProposal, day("2026-07-01"))).toEqual([["notice", "office", "2026-03-17", true], ["decision", "office", "2026-06-01", true]]);
  });

  it("R23 after a decision to list only publication and objection are due; after publication only objection", () => {
    const later = given([propose, notify, serve, { ...decideToList, publishedFrom: day("2026-04-01") }]);
    expect(due(later, day("2026-03-17"))).toEqual([["publication", "office", "2026-04-15", false], ["objection", "organisation", "2026-05-16", false]]);
    expect(due(later, day("2026-04-01"))).toEqual([["objection", "organisation", "2026-05-16", false]]);
    expect(due(uptoListing, day("2026-03-17"))).toEqual([["objection", "organisation", "2026-05-16", false]]);
  });

  it("R42 the time to ask for a hearing is the organisation's, until it has answered or the time is over", () => {
    const hears = lawWith(withSteps(step("hearing", "hearing", { after: ["service"], optional: true, within: { count: 3, unit: "days", from: "service" } })));
    const asked = (events: readonly EventDraft[], on: PlainDate) => due(events, on, hears).filter(([id]) => id === "hearing");
    expect(asked(uptoNotice, day("2026-03-05"))).toEqual([]);
    expect(asked(uptoService, day("2026-03-09"))).toEqual([["hearing", "organisation", "2026-03-10", false]]);
    expect(asked(uptoService, day("2026-03-10"))).toEqual([]);
    expect(asked(uptoAnswer, day("2026-03-09"))).toEqual([]);
  });

  it("R23 a closed case has none", () => {
    expect(due([], day("2026-03-17"))).toEqual([]);
    expect(due(given([propose, { type: "WithdrawProposal", matter, reason: "unfounded" }]), day("2026-03-17"))).toEqual([]);
    expect(due(given([propose, notify, serve, answer, { ...decideToList, outcome: "noAction" }]), day("2026-03-17"))).toEqual([]);
    expect(due(given([propose, notify, serve, decideToList, { type: "RemoveListing", matter, act: "annulment", reasons: "wrong" }]), day("2026-12-02"))).toEqual([]);
  });

  it("R23 a deadline outside the published calendars is provisional; under law that is gone there is a refusal instead", () => {
    const noYears = { calendar: { ...calendar, years: new Set<number>() } };
    const outcome = deadlinesOf(caseOf(matter, uptoProposal), lawWith(), noYears, day("2026-03-03"));
    expect(outcome).toMatchObject({ ok: true, value: [{ step: "notice", provisional: true }, { step: "decision", provisional: false }] });
    expect(deadlinesOf(caseOf(matter, uptoProposal), lawWith(procedure.id), { calendar }, day("2026-03-03"))).toMatchObject({ ok: false, error: { code: "no-procedure" } });
  });

  it("R23 a step timed from one that was not taken is not due", () => {
    const odd = lawWith(withSteps(step("notice", "notice", { within: { count: 5, unit: "days", from: "review" } }), step("review", "review")));
    expect(due(uptoProposal, day("2026-03-03"), odd)).toEqual([["decision", "office", "2026-06-01", false]]);
  });

  it("R23 the earliest comes first whatever their order in the law, the same day in the law's order", () => {
    const within = (count: number) => ({ within: { count, unit: "days" as const, from: "proposal" } });
    const ordered = (...counts: readonly [number, number, number]): readonly string[] => due(uptoProposal, day("2026-03-03"), lawWith(withSteps(step("notice", "notice", within(counts[0])), step("decision", "decision", within(counts[1])), step("review", "review", within(counts[2]))))).map(([id]) => id);
    expect([ordered(9, 6, 3), ordered(3, 6, 9), ordered(6, 9, 3), ordered(6, 3, 6), ordered(6, 6, 6)]).toEqual([["review", "decision", "notice"], ["notice", "decision", "review"], ["review", "notice", "decision"], ["decision", "notice", "review"], ["notice", "decision", "review"]]);
  });

  it("R23 an answer sets what the law times from it going; a removal is never due before the decision", () => {
    const law = lawWith(withSteps(step("decision", "decision", { within: { count: 10, unit: "days", from: "defence" } }), step("removal", "removal", { within: { count: 10, unit: "days", from: "proposal" } })));
    expect([due(uptoAnswer, day("2026-03-10"), law), due(uptoService, day("2026-03-10"), law)]).toEqual([[["decision", "office", "2026-03-20", false]], [["defence", "organisation", "2026-03-14", false]]]);
    const removal = lawWith(withSteps(step("removal", "removal", { within: { count: 10, unit: "days", from: "decision" } }), step("appeal", "appeal", { within: { count: 10, unit: "days", from: "decision" } })));
    expect(due(uptoListing, day("2026-03-17"), removal)).toEqual([["objection", "organisation", "2026-05-16", false]]);
  });

  it("R23 a decided case goes by the law of the day of its decision", () => {
    const dated = { ...procedure, anchor: "dayAsked" as const, until: day("2026-06-01") };
    expect(due(uptoListing, day("2026-07-01"), lawWith(dated))).toEqual([["objection", "organisation", "2026-05-16", true]]);
    expect(deadlinesOf(caseOf(matter, uptoAnswer), lawWith(dated), { calendar }, day("2026-07-01"))).toMatchObject({ ok: false });
  });

  it("R4 deadlines stand still while clocks are suspended, and go without a publication that is not known yet", () => {
    const suspended = { calendar, suspensions: [{ from: day("2026-03-03"), until: day("2026-03-13") }] };
    expect(deadlinesOf(caseOf(matter, uptoProposal), lawWith(), suspended, day("2026-03-03"))).toMatchObject({ ok: true, value: [{ step: "notice", until: "2026-03-27" }, { step: "decision", until: "2026-06-11" }] });
    const unpublished = uptoListing.map((event) => (event.type === "ListingDecided" ? { ...event, body: (({ publishedFrom: _, ...rest }) => rest)(event.body) } : event));
    expect(due(unpublished, day("2026-03-17"))).toEqual([["publication", "office", "2026-04-15", false], ["objection", "organisation", "2026-05-16", false]]);
  });
});
