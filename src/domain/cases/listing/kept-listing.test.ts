import { describe, expect, it } from "vitest";
import { addDays, type PlainDate } from "../../terms/index.ts";
import type { Instrument } from "../../rules/index.ts";
import type { EventDraft, EventType } from "../../events/index.ts";
import { caseOf, type NonEmpty } from "./case-state.ts";
import { constructListing, KeptListing, type StatedBasis } from "./kept-listing.ts";
import type { LawBook } from "./listing-law.ts";
import type { KeptEnd } from "../ends/end-of-listing.ts";
import {
  always, answer, calendar, day, decidedOn, decideToList, exit, given, instrument, lawId, lawWith, list, listingId, matter, notify, procedure, propose, serve, servedOn, step, steps,
  uptoAnswer, uptoListing, uptoNotice, uptoProposal, uptoService, withSteps,
} from "../test-law.ts";

const clock = { calendar };

function constructed(events: readonly EventDraft[], law: LawBook = lawWith()): ReturnType<typeof constructListing> {
  return constructListing(caseOf(matter, events), { law, clock });
}
function codeOf(outcome: ReturnType<typeof constructListing>): string {
  return outcome.ok ? "made" : outcome.error.code;
}
/** The same history with one event's body altered, as a hand that writes past the decider would leave it. */
function forged(type: EventType, change: Readonly<Record<string, unknown>>): readonly EventDraft[] {
  return uptoListing.map((event) => (event.type === type ? Object.assign({}, event, { body: Object.assign({}, event.body, change) }) : event));
}

describe("a listing and what it stands on", () => {
  it("R17 a complete case makes a listing with authority, basis, service, time to answer, decision, End, ways out, publication", () => {
    const outcome = constructed(uptoListing);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        listing: listingId, authority: "t:market-city", basis: [{ instrument: "t:statute" }], servedNotice: { kind: "served", means: "registered letter", servedOn },
        answerWindow: { interval: { count: 5, unit: "workingDays" }, lastDay: "2026-03-13", until: "2026-03-14", provisional: false, outcome: { kind: "elapsed" } },
        decision: { decidedOn, effectiveFrom: decidedOn, criteria: ["heavy-penalty"], records: ["record-1"] },
        end: { kind: "fixed", until: "2029-03-16" }, exits: [{ act: "term", earliest: "2029-03-16" }, { act: "repair", earliest: "2027-03-16" }], publication: { kind: "from", from: decidedOn },
      },
    });
  });

  it("R17 an answer uses the window; the law's substitute is service", () => {
    expect(constructed(given([propose, notify, { ...serve, failed: true }, answer, decideToList]))).toMatchObject({
      ok: true,
      value: { servedNotice: { kind: "substituted", means: "public announcement", failedMeans: "registered letter" }, answerWindow: { outcome: { kind: "used", answeredOn: "2026-03-09" } } },
    });
  });

  it("R17 no state before a decision, and no other decision, makes a listing", () => {
    for (const events of [[], uptoProposal, uptoNotice, uptoService, uptoAnswer]) expect(codeOf(constructed(events))).toBe("case-not-complete");
    for (const outcome of ["reprimanded", "noAction"] as const) expect(codeOf(constructed(given([propose, notify, serve, answer, { ...decideToList, outcome }])))).toBe("case-not-complete");
    expect(codeOf(constructed(given([propose, { type: "WithdrawProposal", matter, reason: "unfounded" }])))).toBe("case-not-complete");
  });

  it.each(["NoticeIssued", "NoticeServed"] as const)("R17 a history without %s makes no listing, whoever wrote it", (missing) => {
    expect(constructed(uptoListing.filter((event) => event.type !== missing)).ok).toBe(false);
  });

  it("R17 a history written past the decider makes no listing where it lacks what a listing needs", () => {
    expect(codeOf(constructed(forged("ListingDecided", { basis: [] })))).toBe("no-basis");
    expect(codeOf(constructed(forged("ListingDecided", { authority: lawId("t:tax") })))).toBe("wrong-authority");
    expect(codeOf(constructed(forged("ListingDecided", { reasons: "" })))).toBe("statement-missing");
    expect(codeOf(constructed(forged("ListingDecided", { criteria: [] })))).toBe("criteria-not-met");
    expect(codeOf(constructed(forged("ListingDecided", { decidedOn: day("2026-03-13") })))).toBe("answer-window-open");
    expect(codeOf(constructed(forged("ListingDecided", { decidedOn: addDays(servedOn, -1) })))).toBe("days-out-of-order");
    expect(codeOf(constructed(forged("ListingDecided", { effectiveFrom: servedOn })))).toBe("days-out-of-order");
    expect(codeOf(constructed(forged("NoticeIssued", { facts: "" })))).toBe("statement-missing");
    expect(codeOf(constructed(forged("NoticeIssued", { basis: [] })))).toBe("statement-missing");
    expect(codeOf(constructed(forged("NoticeServed", { means: "" })))).toBe("statement-missing");
    expect(codeOf(constructed(forged("NoticeServed", { servedOn: day("2026-03-13"), answerUntil: servedOn })))).toBe("answer-window-open");
    expect(codeOf(constructed(forged("NoticeIssued", { answerDays: 0 })))).toBe("made");
  });

  it("R17 time to answer is the law's, whatever a notice or its service says", () => {
    const outcome = constructed(forged("NoticeIssued", { answerDays: 1, answerUnit: "days" }));
    expect(outcome).toMatchObject({ ok: true, value: { answerWindow: { interval: { count: 5, unit: "workingDays" }, until: "2026-03-14" } } });
  });

  it("R17 a substitute the law does not know is no service", () => {
    expect(codeOf(constructed(forged("NoticeServed", { substitute: true }), lawWith(withSteps(step("service", "service")))))).toBe("no-substitute");
  });

  it("R17 the End is the law's, and an earlier one that was stated stands", () => {
    const until = (stated: PlainDate): unknown => {
      const outcome = constructed(forged("ListingDecided", { end: { kind: "fixed", until: stated } }));
      return outcome.ok ? outcome.value.end : outcome.error;
    };
    expect(until(day("2099-01-01"))).toEqual({ kind: "fixed", until: "2029-03-16" });
    expect(until(day("2027-01-01"))).toEqual({ kind: "fixed", until: "2027-01-01" });
    const outcome = constructed(forged("ListingDecided", { end: { kind: "notStated" }, exits: [] }));
    expect(outcome).toMatchObject({ ok: true, value: { end: { kind: "fixed", until: "2029-03-16" }, exits: [{ act: "term" }, { act: "repair" }] } });
  });

  const lacking: readonly (readonly [string, LawBook, string])[] = [
    ["the list", lawWith(list.id), "list-unknown"],
    ["the list on that day", lawWith({ ...list, until: decidedOn }), "list-not-in-force"],
    ["a list of its own", lawWith({ ...list, holds: "reported" }), "list-not-kept"],
    ["a basis", lawWith({ ...list, basis: [] }), "no-basis"],
    ["the instrument", lawWith(lawId("t:statute")), "no-basis"],
    ["a procedure", lawWith(procedure.id), "no-procedure"],
    ["the procedure on that day", lawWith({ ...procedure, until: day("2026-01-01") }), "no-procedure"],
    ["steps on that day", lawWith({ ...procedure, steps: [{ until: day("2026-01-01"), value: steps, basis: [] }] }), "procedure-incomplete"],
    ["a notice", lawWith({ ...procedure, steps: always(steps.filter((each) => each.kind !== "notice")) }), "procedure-incomplete"],
    ["time to answer", lawWith(withSteps(step("defence", "defence", { within: { count: 0, unit: "days", from: "service" } }))), "procedure-incomplete"],
    ["criteria", lawWith({ ...list, criteria: [] }), "criteria-not-met"],
    ["an End", lawWith({ ...list, end: [] }), "no-end"],
    ["a stated End", lawWith({ ...list, end: always({ kind: "notStated" }) }), "no-end"],
    ["a term with a length", lawWith({ ...list, end: always({ kind: "fixed", from: "decision" }) }), "no-end"],
    ["a way out", lawWith({ ...list, exits: [] }), "no-exit"],
    ["a way out of what never ends", lawWith({ ...list, end: always({ kind: "permanent", because: { en: "grave" } }), exits: always([exit("term", "term")]) }), "no-exit"],
    ["the power to list", lawWith({ ...list, owner: lawId("t:tax") }), "wrong-authority"],
  ];
  it.each(lacking)("R17 the same case makes no listing under law that lacks %s", (_, law, code) => {
    expect(codeOf(constructed(uptoListing, law))).toBe(code);
  });

  it("R17 a listing cannot be written down past its constructor", () => {
    const outcome = constructed(uptoListing);
    if (!outcome.ok) throw new Error(outcome.error.message);
    const listing = outcome.value;
    // @ts-expect-error a copy of a listing with another End is no listing
    const altered: KeptListing = { ...listing, end: { kind: "permanent", basis: "because" } };
    // @ts-expect-error a listing has no constructor of its own
    const made: unknown = (): KeptListing => new KeptListing(listing);
    expect([KeptListing.is(listing), KeptListing.is(altered), KeptListing.is(null), typeof made]).toEqual([true, false, false, "function"]);
    expect(() => Object.assign(listing, { end: altered.end })).toThrow(TypeError);
    // @ts-expect-error a listing has a basis
    const noBasis: KeptListing["basis"] = [];
    // @ts-expect-error a basis has at least one instrument
    const emptyBasis: NonEmpty<StatedBasis> = [];
    // @ts-expect-error a listing has a way out
    const noExit: KeptListing["exits"] = [];
    // @ts-expect-error an End that is not stated is none
    const noEnd: KeptEnd = { kind: "notStated" };
    // @ts-expect-error a listing has a served notice
    const unserved: KeptListing["servedNotice"] = undefined;
    expect([noBasis, emptyBasis, noExit, noEnd, unserved]).toEqual([[], [], [], { kind: "notStated" }, undefined]);
  });
});

describe("what a listing keeps, and what it does not stand on", () => {
  const messageOf = (outcome: ReturnType<typeof constructListing>): unknown => (outcome.ok ? "made" : { ...outcome.error.facts, code: outcome.error.code });
  const value = (events: readonly EventDraft[], law: LawBook = lawWith()): KeptListing => {
    const outcome = constructed(events, law);
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value;
  };

  it("R17 keeps its notice, the criteria that held with their records, its publication or none, its removal", () => {
    const both = forged("ListingDecided", { criteria: [{ id: "heavy-penalty", holds: true, records: ["record-1"] }, { id: "other", holds: false, records: [] }] });
    expect(value(both)).toMatchObject({ notice: { issuedOn: "2026-03-04", facts: "sold spoilt milk", consequences: ["t:no-bidding"] }, decision: { criteria: ["heavy-penalty"], records: ["record-1"] } });
    expect(value(uptoListing, lawWith({ ...list, published: false })).publication).toEqual({ kind: "from", from: decidedOn });
    expect(value(forged("ListingDecided", { publishedFrom: undefined })).publication).toEqual({ kind: "none" });
    expect(value(uptoListing).removal).toBeUndefined();
    expect(value(given([propose, notify, serve, decideToList, { type: "RemoveListing", matter, act: "annulment", reasons: "wrong" }])).removal).toMatchObject({ act: "annulment" });
    expect(value(given([propose, notify, serve, decideToList])).servedNotice).toEqual({ kind: "served", means: "registered letter", servedOn });
    expect(Object.keys(value(forged("NoticeServed", { substitute: true })).servedNotice)).toEqual(["kind", "means", "servedOn"]);
  });

  it("R17 names what is wrong with a history written past the decider", () => {
    expect(messageOf(constructed([...uptoListing.slice(0, 3), ...uptoNotice.slice(1), ...uptoListing.slice(3)]))).toEqual({ code: "history-broken", kind: "listing", event: "NoticeIssued on a served case" });
    expect(messageOf(constructed(forged("ListingDecided", { listing: undefined })))).toEqual({ code: "case-not-complete", kind: "outcome", outcome: "listed" });
    expect(messageOf(constructed(forged("ListingDecided", { outcome: "conditional" })))).toEqual({ code: "case-not-complete", kind: "outcome", outcome: "conditional" });
    expect(messageOf(constructed(forged("ListingDecided", { authority: lawId("t:tax") })))).toEqual({ code: "wrong-authority", kind: "decided", list: list.id, authority: "t:tax", owner: "t:market" });
    expect([messageOf(constructed(forged("NoticeIssued", { facts: " " }))), messageOf(constructed(forged("NoticeServed", { means: " " }))), messageOf(constructed(forged("ListingDecided", { reasons: " " })))]).toEqual(["facts and basis of the notice", "means of service", "reasons"].map((missing) => ({ code: "statement-missing", kind: "case", missing })));
    expect(messageOf(constructed(forged("ListingDecided", { decidedOn: day("2026-03-13") })))).toEqual({ code: "answer-window-open", kind: "early", until: "2026-03-14", lastDay: "2026-03-13", decidedOn: "2026-03-13" });
  });

  it("R15 an answer lies between service and decision, the publication not before the effect", () => {
    const answered = given([propose, notify, serve, answer, decideToList]);
    const on = (receivedOn: PlainDate): string => codeOf(constructed(answered.map((event) => (event.type === "DefenceReceived" ? { ...event, body: { ...event.body, receivedOn } } : event))));
    expect([on(addDays(servedOn, -1)), on(servedOn), on(decidedOn), on(addDays(decidedOn, 1))]).toEqual(["days-out-of-order", "made", "made", "days-out-of-order"]);
    expect([codeOf(constructed(forged("ListingDecided", { publishedFrom: addDays(decidedOn, -1) }))), codeOf(constructed(forged("ListingDecided", { publishedFrom: addDays(decidedOn, 1) })))]).toEqual(["days-out-of-order", "made"]);
  });

  it("R13 an answer that says nothing uses no window", () => {
    const said = (statement: string): unknown => { const outcome = constructed(given([propose, notify, serve, answer, decideToList]).map((event) => (event.type === "DefenceReceived" ? { ...event, body: { ...event.body, statement } } : event))); return outcome.ok && outcome.value.answerWindow.outcome.kind; };
    expect([said("the cooling failed"), said(" "), said("")]).toEqual(["used", "elapsed", "elapsed"]);
  });

  it("R11 of several instruments one is the list's own; those of the list that are not in force are none of it", () => {
    const second: Instrument = { ...instrument, id: lawId("t:second") };
    const two = forged("ListingDecided", { basis: [{ instrument: lawId("t:second") }, { instrument: lawId("t:statute") }] });
    expect([codeOf(constructed(two, lawWith(second))), codeOf(constructed(forged("ListingDecided", { basis: [{ instrument: lawId("t:second") }] }), lawWith(second)))]).toEqual(["made", "no-basis"]);
    const widened = { ...list, basis: [...list.basis, { instrument: lawId("t:gone"), confidence: "high" as const }] };
    expect(constructed(forged("ListingDecided", { basis: [{ instrument: lawId("t:second") }] }), lawWith(second, widened, { ...instrument, id: lawId("t:gone"), until: day("2020-01-01") }))).toMatchObject({ error: { message: expect.stringMatching(/name at least one of `t:statute`$/) } });
  });

  it("R6 where the law goes by the day of the act, a listing stands on the day that was stated", () => {
    const byAct = lawWith({ ...list, endAnchor: "act" });
    expect(messageOf(constructed(uptoListing, byAct))).toEqual({ code: "day-of-act-unknown", kind: "end", list: list.id });
    expect(value(uptoListing.map((event) => (event.type === "ListingProposed" ? { ...event, body: { ...event.body, actedOn: day("2025-06-01") } } : event)), byAct).end).toEqual({ kind: "fixed", until: "2029-03-16" });
  });

  it("R17 an End that is stated is not needed for the law's to stand", () => {
    expect(value(forged("ListingDecided", { end: undefined })).end).toEqual({ kind: "fixed", until: "2029-03-16" });
  });
});
