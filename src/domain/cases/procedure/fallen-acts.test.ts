import { describe, expect, it } from "vitest";
import { addDays, parseBreachId, parseDigest, parseInstant, parsePosition, parseRecordId, present, type Result } from "../../terms/index.ts";
import type { EventDraft, KnownEvent } from "../../events/index.ts";
import type { Procedure } from "../../rules/index.ts";
import type { OpenOffice, RecordOnFile, Register } from "../../register/index.ts";
import { calendar, day, file, lawId, lawWith, listingId, matter, office, otherMatter, ownList, recordId, step, uptoListing, uptoProposal } from "../test-law.ts";
import { listed, openOffice, otherFile, otherOffice, penaltyType, procedureOf, recordOf, thisCase } from "../test-procedures.ts";
import { fallenRecords, idOfThing, thingsToGo, type FallenActsQuestion, type ThingToGo } from "./fallen-acts.ts";

function known<T>(result: Result<T, string>): T {
  return present(result.ok ? result.value : undefined, "a well-formed id");
}

/** A Thursday; three working days on is the Tuesday after. */
const fellOn = day("2026-05-14");
const breach = known(parseBreachId("breach-1"));
const twin = known(parseRecordId("record-9"));
const annulled: RecordOnFile = { ...recordOf().record, annulled: true, annulledOn: fellOn };
const removing = [step("revocation", "decision"), step("removal", "removal", { after: ["revocation"], within: { count: 3, unit: "workingDays", from: "revocation" } })];
const actFell = procedureOf("t:act-fell", "removal", removing, { covers: [penaltyType.id] });

function stored(drafts: readonly EventDraft[], of: typeof matter): readonly KnownEvent[] {
  const at = known(parsePosition("1"));
  return drafts.map((draft): KnownEvent => ({ ...draft, position: at, recordedAt: known(parseInstant("2026-03-02T00:00:00.000Z")), origin: { node: "test", position: at }, batch: null, matter: of, version: 1, office, officer: null, files: [file], visibility: "public", commitment: known(parseDigest(`sha256:${"0".repeat(64)}`)) }));
}

interface Given {
  readonly records?: readonly RecordOnFile[];
  readonly listings?: readonly (typeof listed.listing)[];
  readonly matters?: ReadonlyMap<string, readonly KnownEvent[]>;
}

function registerOf({ records = [annulled], listings = [], matters = new Map() }: Given): Register {
  return {
    head: known(parsePosition("9")), files: new Map(), joins: [], relations: [], offices: new Map(), editions: new Map(), decisions: [], batches: new Map(), held: new Map(), forgotten: [], matters,
    listings: new Map(listings.map((each) => [each.id, each])), records: new Map(records.map((each) => [each.id, each])),
  };
}

const kept = listed.listing;
const standing: Given = { listings: [kept], matters: new Map([[matter, stored(uptoListing, matter)]]) };

function questionOf(given: Given, more: Partial<FallenActsQuestion> = {}, ...law: readonly Procedure[]): FallenActsQuestion {
  return { register: registerOf(given), files: [file], offices: new Map([[office, openOffice]]), regionsOf: () => [], law: lawWith(penaltyType, ...law), calendar, suspensionsOf: () => [], on: fellOn, ...more };
}

function toGo(given: Given, more: Partial<FallenActsQuestion> = {}, ...law: readonly Procedure[]): readonly ThingToGo[] {
  return thingsToGo(questionOf(given, more, ...(law.length === 0 ? [actFell] : law)));
}

/** In one line: what has to go, by whom, under what, by when. */
function said({ thing, office: by, procedure, step: own, due, readings }: ThingToGo): string {
  return [thing.kind, idOfThing(thing), by ?? "nobody", procedure ?? "none", own?.id ?? "-", due === null ? "not stated" : `${due.lastDay}${due.passed ? " late" : ""}${due.provisional ? " provisional" : ""}`, ...readings].join(" ");
}

function removalCase(more: readonly EventDraft[] = [], procedure: string = actFell.id, by: "office" | "organisation" = "office"): ReadonlyMap<string, readonly KnownEvent[]> {
  const opened: EventDraft = { type: "CaseOpened", body: { matter: thisCase, file, procedure: lawId(procedure), about: { kind: "record", record: recordId }, office, step: "revocation", by, openedOn: addDays(fellOn, -2), statement: "revoked", documents: [], attachments: [] } };
  return new Map([[thisCase, stored([opened, ...more], thisCase)]]);
}

describe("what rests on an act that fell", () => {
  it("R46 a listing that stands has to go, by the office that decided it, within the law's time from the fall", () => {
    expect(toGo(standing).map(said)).toEqual([`listing ${listingId} ${office} t:act-fell removal 2026-05-19`]);
    expect(toGo(standing)[0]).toMatchObject({ file, fallen: { record: recordId, type: penaltyType.id, fellOn }, thing: { matter, list: ownList } });
    expect([day("2026-05-19"), day("2026-05-20")].map((on) => toGo(standing, { on })[0]?.due?.passed)).toEqual([false, true]);
  });

  it("R46 a listing that is to come has to go, and one that has ended, was removed or fell has gone", () => {
    const having = (more: Partial<typeof kept>): number => toGo({ ...standing, listings: [{ ...kept, ...more }] }).length;
    const removal = { matter, listing: listingId, file, act: "release", removedOn: fellOn, retroactive: false, reasons: "", position: known(parsePosition("9")) } as const;
    expect(having({ decided: { ...kept.decided, effectiveFrom: addDays(fellOn, 9) } })).toBe(1);
    expect([having({ removal }), having({ removal: { ...removal, retroactive: true } }), having({ decided: { ...kept.decided, end: { kind: "fixed", until: fellOn } } }), having({ removal: { ...removal, removedOn: addDays(fellOn, 1) } })]).toEqual([0, 0, 0, 1]);
  });

  it("R46 an open case has to go by the office that proposed, a record of the same breach by the one that handed it in", () => {
    const records = [{ ...annulled, breach }, { ...recordOf().record, id: twin, breach, office: otherOffice }];
    expect(toGo({ records, matters: new Map([[otherMatter, stored(uptoProposal.map(inOther), otherMatter)]]) }).map(said)).toEqual([
      `case ${otherMatter} ${office} t:act-fell removal 2026-05-19`, `record ${twin} ${otherOffice} t:act-fell removal 2026-05-19`,
    ]);
    expect(toGo({ records, matters: new Map() })[0]?.thing).toEqual({ kind: "record", record: twin, type: penaltyType.id, breach, matter: null });
    expect(toGo({ records: [{ ...annulled, breach }, { ...recordOf().record, id: twin, breach, office: null }] })[0]?.office).toBeNull();
  });

  it("R46 nothing has to go before the act fell, or of another organisation", () => {
    expect([toGo(standing, { on: addDays(fellOn, -1) }), toGo({ ...standing, records: [recordOf().record] }), toGo(standing, { files: [otherFile] })]).toEqual([[], [], []]);
    expect(fallenRecords(questionOf(standing))).toEqual([{ record: recordId, type: penaltyType.id, fellOn }]);
  });

  it("R46 the act fell on the day an office began its removal, and the record need not be annulled yet", () => {
    const fallenOn = (matters: ReadonlyMap<string, readonly KnownEvent[]>, record: RecordOnFile = recordOf().record): string | undefined => fallenRecords(questionOf({ records: [record], matters }, {}, actFell))[0]?.fellOn;
    const taken = (outcome: "granted" | "refused"): EventDraft => ({ type: "StepTaken", body: { matter: thisCase, file, step: "removal", by: "office", takenOn: fellOn, statement: "", documents: [], attachments: [], outcome } });
    expect([fallenOn(removalCase()), fallenOn(removalCase(), annulled), fallenOn(removalCase([taken("granted")]), annulled), fallenOn(new Map(), annulled)]).toEqual(["2026-05-12", "2026-05-12", "2026-05-12", "2026-05-14"]);
    expect([fallenOn(removalCase([taken("refused")])), fallenOn(removalCase([{ type: "CaseWithdrawn", body: { matter: thisCase, file, reason: "", by: "office", withdrawnOn: fellOn } }])), fallenOn(removalCase([], "t:objection")), fallenOn(removalCase([], actFell.id, "organisation"))]).toEqual([undefined, undefined, undefined, undefined]);
    const rested = { ...standing, records: [{ ...annulled, id: twin, breach }, { ...recordOf().record, breach }], matters: removalCase() };
    expect(toGo(rested).filter(({ thing }) => thing.kind === "record").map(({ thing }) => thing.matter)).toEqual([thisCase]);
  });

  it("R46 a removal case about another record, or about no record, makes this one fall no day", () => {
    const about = (of: Extract<EventDraft, { readonly type: "CaseOpened" }>["body"]["about"]): readonly string[] => {
      const matters = new Map([...removalCase()].map(([id, events]) => [id, events.map((event) => (event.type === "CaseOpened" ? { ...event, body: { ...event.body, about: of } } : event))]));
      return fallenRecords(questionOf({ records: [recordOf().record], matters }, {}, actFell)).map(({ record }) => record);
    };
    expect([about({ kind: "record", record: recordId }), about({ kind: "record", record: twin }), about({ kind: "organisation" })]).toEqual([[recordId], [], []]);
  });

  it("R46 a record that nobody here handed in has the law's time all the same, where no place is asked", () => {
    const [own] = toGo({ ...standing, records: [{ ...annulled, office: null }] });
    expect(own === undefined ? "nothing" : said(own)).toBe(`listing ${listingId} ${office} t:act-fell removal 2026-05-19`);
  });

  it("R46 where no procedure speaks, or it states no time, the day is not stated", () => {
    const untimed = { ...actFell, steps: [{ value: [step("revocation", "decision"), step("removal", "removal", { after: ["revocation"] })], basis: [] }] };
    const ofOrganisation = { ...actFell, steps: [{ value: [step("application", "application", { by: "organisation" }), step("removal", "removal", { after: ["application"], within: { count: 3, unit: "days", from: "application" } })], basis: [] }] };
    const elsewhere = [{ ...actFell, covers: [lawId("t:licence")] }, { ...actFell, regions: ["310000"] }, { ...actFell, from: addDays(fellOn, 1) }, procedureOf("t:other", "repair", removing, { covers: [penaltyType.id] }), ofOrganisation];
    expect(toGo(standing, {}, untimed).map(said)).toEqual([`listing ${listingId} ${office} t:act-fell - not stated`]);
    expect(elsewhere.map((law) => toGo(standing, {}, law).map(said))).toEqual(elsewhere.map(() => [`listing ${listingId} ${office} none - not stated`]));
    expect(toGo({ ...standing, records: [{ ...annulled, office: null }] }, { regionsOf: (own: OpenOffice | undefined) => (own === undefined ? [] : ["310000"]) }, { ...actFell, regions: ["310000"] }).map(said)).toEqual([`listing ${listingId} ${office} none - not stated`]);
  });

  it("R46 the law's time is that of the removal, else of what else the office does, where the office is", () => {
    const report = step("report", "notification", { after: ["revocation"], within: { count: 1, unit: "workingDays", from: "revocation" } });
    const [revocation, removal] = removing;
    const having = (...steps: readonly (typeof report | undefined)[]): readonly string[] => toGo(standing, {}, { ...actFell, steps: [{ value: steps.flatMap((each) => each ?? []), basis: [] }] }).map(said);
    expect([having(revocation, report, removal), having(revocation, report)]).toEqual([[`listing ${listingId} ${office} t:act-fell removal 2026-05-19`], [`listing ${listingId} ${office} t:act-fell report 2026-05-15`]]);
    expect(having(revocation, { ...report, within: { count: 2, unit: "days", from: "revocation" } }, { ...present(removal, "a removal"), by: "organisation" })).toEqual([`listing ${listingId} ${office} t:act-fell report 2026-05-16`]);
    expect(toGo(standing, { regionsOf: () => ["310100", "310000"] }, { ...actFell, regions: ["310000"] }).map(said)).toEqual([`listing ${listingId} ${office} t:act-fell removal 2026-05-19`]);
  });

  it("R46 of several procedures that speak the soonest counts, and the others are its readings", () => {
    const slow = procedureOf("t:slow", "removal", [step("revocation", "decision"), step("removal", "removal", { after: ["revocation"], within: { count: 9, unit: "workingDays", from: "revocation" } })], { covers: [penaltyType.id] });
    expect(toGo(standing, {}, slow, actFell).map(said)).toEqual([`listing ${listingId} ${office} t:act-fell removal 2026-05-19 t:slow`]);
  });

  it("R46 a day the calendars do not reach is provisional, and a clock that stands still is waited for", () => {
    expect(toGo({ ...standing, records: [{ ...annulled, annulledOn: day("2027-03-01") }] }, { on: day("2027-03-02") }).map(said)).toEqual([`listing ${listingId} ${office} t:act-fell removal 2027-03-04 provisional`]);
    expect(toGo(standing, { suspensionsOf: (id) => (id === actFell.id ? [{ from: day("2026-05-15"), until: day("2026-05-18") }] : []) }).map(said)).toEqual([`listing ${listingId} ${office} t:act-fell removal 2026-05-20`]);
  });

  it("R46 what is due first stands at the top, what has no day at the end", () => {
    const other: RecordOnFile = { ...annulled, id: twin, annulledOn: addDays(fellOn, -9) };
    const untimed: RecordOnFile = { ...annulled, id: known(parseRecordId("record-0")), type: lawId("t:licence") };
    const cases = new Map([[matter, stored(uptoListing.map((event) => event.type === "ListingProposed" ? { ...event, body: { ...event.body, records: [untimed.id, other.id, annulled.id] } } : event), matter)]]);
    expect(toGo({ records: [untimed, annulled, other], listings: [kept], matters: cases }).map(({ fallen }) => fallen.record)).toEqual([other.id, annulled.id, untimed.id]);
  });
});

/** The same step in another matter. */
function inOther(event: EventDraft): EventDraft {
  return event.type === "ListingProposed" ? { ...event, body: { ...event.body, matter: otherMatter } } : event;
}
