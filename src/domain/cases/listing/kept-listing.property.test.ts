// Listing cases by chance: whatever is asked of the decider, in whatever order and under whatever law.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../terms/index.ts";
import type { EventDraft } from "../../events/index.ts";
import { caseOf } from "./case-state.ts";
import type { ListingCommand } from "./commands.ts";
import { constructListing } from "./kept-listing.ts";
import { decide } from "./listing-case.ts";
import type { LawBook } from "./listing-law.ts";
import { actor, always, answer, calendar, context, day, decideToList, exits, held, lawWith, list, matter, notify, otherMatter, procedure, propose, serve, steps } from "../test-law.ts";

const clock = { calendar };

function constructed(events: readonly EventDraft[], law: LawBook): ReturnType<typeof constructListing> {
  return constructListing(caseOf(matter, events), { law, clock });
}

describe("whatever is done, in whatever order, under whatever law", () => {
  const offset = fc.integer({ min: -5, max: 60 }).map((days) => addDays(day("2026-03-02"), days));
  const command: fc.Arbitrary<ListingCommand> = fc.oneof(
    fc.record({ proposedOn: offset }).map((more) => ({ ...propose, ...more })),
    fc.record({ issuedOn: offset, answer: fc.record({ count: fc.integer({ min: 0, max: 9 }), unit: fc.constantFrom("workingDays" as const, "days" as const) }) }).map((more) => ({ ...notify, ...more })),
    offset.map((issuedOn) => ({ ...notify, issuedOn })),
    fc.record({ servedOn: offset, failed: fc.boolean() }).map((more) => ({ ...serve, ...more })),
    fc.record({ receivedOn: offset, statement: fc.constantFrom("", "we disagree", "see the invoices") }).map((more) => ({ ...answer, ...more })),
    fc.record({ decidedOn: offset, outcome: fc.constantFrom("listed" as const, "listed" as const, "noAction" as const), basis: fc.constantFrom([], decideToList.basis), criteria: fc.constantFrom([], held, held) })
      .map((more) => ({ ...decideToList, ...more, legalReview: { on: more.decidedOn } })),
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
