import { describe, expect, it } from "vitest";
import type { EventDraft, EventType } from "../../events/index.ts";
import { parseListingId, present } from "../../terms/index.ts";
import { answer, decideToList, file, given, lawId, lawWith, listingId, matter, notify, otherMatter, propose, proposedOn, serve, servedOn, step, uptoAnswer, uptoListing, uptoNotice, uptoProposal, uptoService, withSteps } from "../test-law.ts";
import { caseOf, evolve, initialCase, listingIdOf, matterOf, wordsOf, type ListingCase } from "./case-state.ts";
import { possibleCommands } from "./commands.ts";

const heard = { law: lawWith(withSteps(step("hearing", "hearing", { after: ["defence"], optional: true }))) };
const asked = given([propose, notify, serve, { ...answer, hearing: true }], heard);
const hearing: EventDraft = { type: "HearingHeld", body: { matter, file, heldOn: servedOn, chair: "C", attended: true, minutes: "all was said" } };
const recused: EventDraft = { type: "OfficerRecused", body: { matter, file, officer: "A", reason: "kinship", recusedOn: servedOn } };
const withdrawn: EventDraft = { type: "ProposalWithdrawn", body: { matter, file, reason: "unfounded", withdrawnOn: servedOn } };
const removed: EventDraft = { type: "ListingRemoved", body: { matter, listing: listingId, file, act: "repair", removedOn: servedOn, retroactive: false, reasons: "performed" } };
const annulled: EventDraft = { type: "ListingRemoved", body: { matter: null, listing: listingId, file, act: "annulment", removedOn: servedOn, retroactive: true, reasons: "wrong" } };
const repaired: EventDraft = { type: "RecordRepaired", body: { record: present(propose.records[0], "the record"), file, repairedOn: servedOn, reasons: "performed", matter } };
const proposal = eventAt(uptoListing, 0);
const notice = eventAt(uptoListing, 1);
const service = eventAt(uptoListing, 2);
const decision = eventAt(uptoListing, 3);
const defence = eventAt(uptoAnswer, 3);
const noAction = eventAt(given([propose, notify, serve, answer, { ...decideToList, outcome: "noAction" }]), 4);

const histories: Readonly<Record<string, readonly EventDraft[]>> = {
  proposed: uptoProposal, noticed: uptoNotice, served: uptoService, answered: uptoAnswer, asked, heard: [...asked, hearing], recused: [...uptoService, recused],
  listed: uptoListing, untouched: [...uptoAnswer, noAction], withdrawn: [...uptoNotice, withdrawn], removed: [...uptoListing, removed], annulled: [...uptoListing, annulled],
};
const events: Readonly<Record<string, EventDraft>> = { proposal, notice, service, defence, hearing, recused, decision, withdrawn, removed, annulled, repaired };

/** Where each event fits, and to which state it leads; anywhere else no step could have produced it. */
const FITS: Readonly<Record<string, Readonly<Record<string, ListingCase["kind"]>>>> = {
  proposal: {}, repaired: {},
  notice: { proposed: "noticed" },
  service: { noticed: "served" },
  defence: { served: "answered", recused: "answered", answered: "answered", asked: "answered", heard: "answered" },
  hearing: { asked: "answered" },
  recused: { proposed: "proposed", noticed: "noticed", served: "served", answered: "answered", asked: "answered", heard: "answered" },
  decision: { served: "decided", recused: "decided", answered: "decided", asked: "decided", heard: "decided" },
  withdrawn: { proposed: "withdrawn", noticed: "withdrawn", served: "withdrawn", recused: "withdrawn", answered: "withdrawn", asked: "withdrawn", heard: "withdrawn" },
  removed: { listed: "decided" },
  annulled: { listed: "decided", removed: "decided" },
};

function eventAt(history: readonly EventDraft[], at: number): EventDraft {
  return present(history[at], "an event");
}
function kindOf(state: ListingCase): string {
  return state.kind === "notBegun" ? state.kind : [state.kind, ...state.unfit].join(", ");
}
function altered(event: EventDraft, change: Readonly<Record<string, unknown>>): EventDraft {
  return Object.assign({}, event, { body: Object.assign({}, event.body, change) });
}

describe("events of one matter", () => {
  it.each(Object.keys(histories))("R19 that fit a case that is %s lead on, and all others are unfit", (name) => {
    const before = present(histories[name], "a history");
    const state = caseOf(matter, before);
    for (const [event, draft] of Object.entries(events)) {
      const fit = FITS[event]?.[name];
      const names = draft.type === "ListingRemoved" && draft.body.matter === null ? listingIdOf(state) === listingId : draft.type !== "RecordRepaired";
      const expected = fit ?? (names ? `${state.kind}, ${draft.type} on a ${state.kind} case` : state.kind);
      expect([event, kindOf(caseOf(matter, [...before, draft]))]).toEqual([event, expected]);
      expect([event, kindOf(evolve(state, draft))]).toEqual([event, expected]);
    }
  });

  it("R19 keep what they say: the answers in their order, the hearing, who stood back, the removal", () => {
    const second = altered(defence, { statement: "and the invoices show it" });
    expect(caseOf(matter, [...asked, second, hearing, recused, decision])).toMatchObject({ kind: "decided", defences: [{ statement: answer.statement }, { statement: "and the invoices show it" }], hearing: hearing.body, recused: ["A"], decision: decision.body });
    expect(caseOf(matter, [...asked, second, hearing])).toMatchObject({ hearing: hearing.body, unfit: [] });
    expect(caseOf(matter, [...uptoListing, removed, annulled])).toMatchObject({ removal: annulled.body, unfit: [] });
    expect(caseOf(matter, [...uptoListing, annulled, annulled])).toMatchObject({ removal: annulled.body, unfit: ["ListingRemoved on a decided case"] });
    expect(caseOf(matter, uptoListing)).toMatchObject({ defences: [] });
  });

  it("R19 about another file, list or listing are unfit", () => {
    const other = present([parseListingId("listing-2")].flatMap((each) => (each.ok ? [each.value] : []))[0], "a listing");
    expect(kindOf(caseOf(matter, [...uptoProposal, altered(notice, { file: "F2" })]))).toBe("proposed, NoticeIssued on a proposed case");
    expect(kindOf(caseOf(matter, [...uptoService, altered(decision, { list: lawId("t:other") })]))).toBe("served, ListingDecided on a served case");
    expect(kindOf(caseOf(matter, [...uptoListing, altered(removed, { listing: other })]))).toBe("decided, ListingRemoved on a decided case");
    expect(kindOf(caseOf(matter, [...uptoListing, altered(annulled, { listing: other })]))).toBe("decided");
  });

  it("R19 of another matter, or of no case, never matter", () => {
    expect(kindOf(caseOf(otherMatter, uptoListing))).toBe("notBegun");
    expect(evolve(caseOf(matter, uptoProposal), altered(notice, { matter: otherMatter }))).toEqual(caseOf(matter, uptoProposal));
    expect([evolve(initialCase, notice), evolve(initialCase, proposal).kind]).toEqual([initialCase, "proposed"]);
    expect(Object.values(events).map((event): readonly [EventType, unknown] => [event.type, matterOf(event)])).toEqual([
      ["ListingProposed", matter], ["NoticeIssued", matter], ["NoticeServed", matter], ["DefenceReceived", matter], ["HearingHeld", matter], ["OfficerRecused", matter], ["ListingDecided", matter], ["ProposalWithdrawn", matter],
      ["ListingRemoved", matter], ["ListingRemoved", null], ["RecordRepaired", null],
    ]);
  });

  it("R17 lead to a listing where it was decided to list, and to none where it was not", () => {
    expect(Object.entries(histories).flatMap(([name, history]) => (listingIdOf(caseOf(matter, history)) === undefined ? [] : [name]))).toEqual(["listed", "removed", "annulled"]);
    expect(listingIdOf(caseOf(matter, [...uptoService, altered(decision, { outcome: "conditional" })]))).toBeUndefined();
  });
});

describe("what a case says of itself", () => {
  it("R19 in words, for each state", () => {
    const said = Object.fromEntries(Object.entries(histories).map(([name, history]) => [name, wordsOf(caseOf(matter, history))]));
    expect(said).toEqual({
      proposed: "is proposed and waits for its notice", noticed: "has its notice, which is not served yet", served: "is in the organisation's time to answer", answered: "is answered and waits for the decision",
      asked: "is answered and waits for the decision", heard: "is answered and waits for the decision", recused: "is in the organisation's time to answer", listed: "is decided (`listed`)", untouched: "is decided (`noAction`)",
      withdrawn: "is withdrawn", removed: "is decided, and its listing removed", annulled: "is decided, and its listing removed",
    });
    const state = caseOf(matter, uptoService);
    expect([wordsOf(initialCase), state.kind === "served" ? wordsOf({ ...state, kind: "silent", since: proposedOn }) : ""]).toEqual(["has not been begun", "was not answered in time and waits for the decision"]);
  });

  it("R9 what is possible next: of a decided case its removal, until it has been annulled; of a withdrawn one nothing", () => {
    const possible = (...names: readonly string[]): readonly unknown[] => names.map((name) => possibleCommands(caseOf(matter, present(histories[name], "a history"))));
    expect(possible("proposed", "noticed", "served")).toEqual([["IssueNotice", "WithdrawProposal", "RecuseOfficer"], ["RecordService", "WithdrawProposal", "RecuseOfficer"], ["ReceiveDefence", "WithdrawProposal", "RecuseOfficer"]]);
    expect(possible("listed", "removed", "annulled", "untouched", "withdrawn")).toEqual([["RemoveListing"], ["RemoveListing"], [], [], []]);
    expect(possibleCommands(initialCase)).toEqual(["ProposeListing"]);
  });

  it("R42 the hearing while one of several answers asked for it and none was held", () => {
    const rest = ["WithdrawProposal", "RecuseOfficer"];
    expect([uptoAnswer, asked, [...asked, altered(defence, { statement: "more" })], [...asked, hearing]].map((history) => possibleCommands(caseOf(matter, history)))).toEqual([
      ["DecideListing", "ReceiveDefence", ...rest], ["DecideListing", "ReceiveDefence", "HoldHearing", ...rest], ["DecideListing", "ReceiveDefence", "HoldHearing", ...rest], ["DecideListing", "ReceiveDefence", ...rest],
    ]);
  });
});
