import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate } from "../terms/index.ts";
import type { EventDraft, EventType } from "../events/index.ts";
import { caseOf, type NonEmpty } from "./case-state.ts";
import type { ListingCommand } from "./commands.ts";
import { constructListing, KeptListing, type StatedBasis } from "./kept-listing.ts";
import { decide } from "./listing-case.ts";
import type { LawBook } from "./listing-law.ts";
import type { KeptEnd } from "./end-of-listing.ts";
import {
  actor, always, answer, calendar, context, day, decidedOn, decideToList, exit, exits, given, held, lawId, lawWith, list, listingId, matter, notify, otherMatter, procedure, propose, serve, servedOn, step, steps, superiorOffice,
  uptoAnswer, uptoListing, uptoNotice, uptoProposal, uptoService, withSteps,
} from "./test-law.ts";

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

describe("whatever is done, in whatever order, under whatever law", () => {
  const offset = fc.integer({ min: -5, max: 60 }).map((days) => addDays(day("2026-03-02"), days));
  const command: fc.Arbitrary<ListingCommand> = fc.oneof(
    fc.record({ proposedOn: offset }).map((more) => ({ ...propose, ...more })),
    fc.record({ issuedOn: offset, answer: fc.record({ count: fc.integer({ min: 0, max: 9 }), unit: fc.constantFrom("workingDays" as const, "days" as const) }) }).map((more) => ({ ...notify, ...more })),
    offset.map((issuedOn) => ({ ...notify, issuedOn })),
    fc.record({ servedOn: offset, failed: fc.boolean() }).map((more) => ({ ...serve, ...more })),
    fc.record({ receivedOn: offset, statement: fc.constantFrom("", "we disagree", "see the invoices") }).map((more) => ({ ...answer, ...more })),
    fc.record({ decidedOn: offset, outcome: fc.constantFrom("listed" as const, "listed" as const, "noAction" as const), basis: fc.constantFrom([], decideToList.basis), criteria: fc.constantFrom([], held, held) })
      .map((more) => ({ ...decideToList, ...more, consent: { by: superiorOffice, on: more.decidedOn }, legalReview: { on: more.decidedOn } })),
    offset.map((withdrawnOn) => ({ type: "WithdrawProposal" as const, matter, reason: "unfounded", withdrawnOn })),
    offset.map((removedOn) => ({ type: "RemoveListing" as const, matter, act: "annulment" as const, reasons: "wrong", removedOn })),
  );
  const law = fc.record({
    basis: fc.constantFrom(list.basis, []), end: fc.constantFrom(3, 0), out: fc.constantFrom(exits, []), known: fc.boolean(), served: fc.boolean(), substituted: fc.boolean(),
  }).map(({ basis, end, out, known, served, substituted }) => {
    const left = steps.filter((each) => served || each.kind !== "service").map(({ substitute, ...each }) => (substituted && substitute !== undefined ? { ...each, substitute } : each));
    const changed = { ...list, basis, end: always({ kind: "fixed" as const, years: end, from: "decision" as const }), exits: always(out) };
    return lawWith(changed, known ? { ...procedure, steps: always(left) } : procedure.id);
  });

  /** Plays commands one after the other; what is refused leaves no trace. */
  function played(commands: readonly ListingCommand[], book: LawBook): readonly EventDraft[] {
    return commands.reduce<readonly EventDraft[]>((events, each) => {
      const outcome = decide(caseOf(matter, events), each, context(day("2026-06-30"), { law: book, actor }));
      return outcome.ok ? [...events, ...outcome.value] : events;
    }, []);
  }
  /** Sequences that mostly go forward, so that many reach a decision. */
  const going = fc.tuple(fc.boolean(), fc.array(command, { maxLength: 12 })).map(([forward, commands]) => {
    const order = ["ProposeListing", "IssueNotice", "RecordService", "ReceiveDefence", "DecideListing", "WithdrawProposal", "RemoveListing"];
    return forward ? [propose, notify, serve, ...[...commands, decideToList].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))] : commands;
  });
  let listed = 0;

  it("R17 no sequence of commands lists anybody without service, time to answer, basis, End and way out", () => {
    fc.assert(fc.property(going, fc.oneof(fc.constant(lawWith()), law), (commands, book) => {
      const events = played(commands, book);
      const decision = events.find((event) => event.type === "ListingDecided" && event.body.outcome === "listed");
      const outcome = constructed(events, book);
      expect(outcome.ok).toBe(decision !== undefined);
      if (decision?.type !== "ListingDecided" || !outcome.ok) return;
      listed += 1;
      const { answerWindow: window, servedNotice, basis, end, exits: out } = outcome.value;
      const service = events.find((event) => event.type === "NoticeServed");
      expect(service?.body).toMatchObject({ servedOn: servedNotice.servedOn });
      expect(window.outcome.kind === "used" ? window.outcome.answeredOn <= decision.body.decidedOn : window.until <= decision.body.decidedOn).toBe(true);
      expect(window.lastDay > servedNotice.servedOn).toBe(true);
      expect(basis.length).toBeGreaterThan(0);
      expect(out.length).toBeGreaterThan(0);
      expect(end.kind === "fixed" && end.until > outcome.value.decision.effectiveFrom).toBe(true);
      expect(decision.body.end).toEqual(end);
      expect(decision.body.exits).toEqual(out.map((each) => each.exit));
    }), { numRuns: 400 });
    expect(listed).toBeGreaterThan(20);
  });

  it("R19 replaying the events gives the same state, and nothing in it is unfit", () => {
    fc.assert(fc.property(going, (commands) => {
      const events = played(commands, lawWith());
      const stored: readonly EventDraft[] = JSON.parse(JSON.stringify(events));
      const state = caseOf(matter, stored);
      expect(state).toEqual(caseOf(matter, events));
      expect(state.kind === "notBegun" ? [] : state.unfit).toEqual([]);
    }));
  });

  it("R19 events of another matter never matter", () => {
    fc.assert(fc.property(going, going, fc.array(fc.boolean(), { maxLength: 20 }), (ours, theirs, turns) => {
      const mine = played(ours, lawWith());
      const other = played(theirs, lawWith()).map((event) => Object.assign({}, event, { body: Object.assign({}, event.body, { matter: otherMatter }) }));
      const mixed: EventDraft[] = [];
      const [left, right] = [[...mine], [...other]];
      for (const turn of turns) mixed.push(...(turn ? left.splice(0, 1) : right.splice(0, 1)));
      mixed.push(...left, ...right);
      expect(caseOf(matter, mixed)).toEqual(caseOf(matter, mine));
    }));
  });
});
