import { describe, expect, it } from "vitest";
import type { CaseAbout, EventDraft } from "../../events/index.ts";
import { day, file, listingId, matter, office, ownList, recordId, uptoListing } from "../test-law.ts";
import { after, appealCase, object, officers, openedOn, organisation, otherFile, take, thisCase } from "../test-procedures.ts";
import { procedureCaseOf, sameThing } from "./procedure-case.ts";

const opened = after({}, [object, organisation]);
const body = { matter: thisCase, file } as const;

/** The case after these events. */
function state(...events: readonly EventDraft[]): ReturnType<typeof procedureCaseOf> {
  return procedureCaseOf(thisCase, [...opened, ...events]);
}

describe("the case of one matter", () => {
  it("R19 is what its events make it, in their order", () => {
    expect(state()).toEqual({ kind: "procedure", ...body, procedure: "t:objection", about: object.about, office, openedOn, openedBy: "organisation", opening: opened[0]?.body, taken: [{ step: "objection", by: "organisation", takenOn: openedOn, statement: object.statement, acting: [] }], recused: [], consents: [], records: new Map(), followed: [] });
    const decided = after({}, [object, organisation], [take("decision", { outcome: "refused" }), officers]);
    expect(procedureCaseOf(thisCase, decided)?.taken[1]).toEqual({ step: "decision", by: "office", takenOn: "2026-04-09", statement: "so it is", acting: ["A", "B"], outcome: "refused" });
    expect(procedureCaseOf(thisCase, [{ type: "CaseOpened", body: { ...(opened[0]?.type === "CaseOpened" ? opened[0].body : never()), exit: "repair" } }])?.exit).toBe("repair");
  });

  it("R19 knows what followed from it, its record, its stay and who stood back", () => {
    const stayed: EventDraft = { type: "EffectsStayed", body: { ...body, about: { kind: "record", record: recordId }, mask: false, from: openedOn, reasons: "x" } };
    expect(state(stayed)?.stay).toEqual(stayed.body);
    expect(state(stayed, { type: "StayEnded", body: { ...body, about: { kind: "record", record: recordId }, endedOn: openedOn, reasons: "x" } })).toEqual(state());
    const stood: EventDraft = { type: "OfficerRecused", body: { ...body, officer: "B", reason: "kin", recusedOn: openedOn } };
    expect(state(stood, stood)?.recused).toEqual(["B"]);
    const withdrawn = (reason: string): EventDraft => ({ type: "CaseWithdrawn", body: { ...body, by: "organisation", reason, withdrawnOn: openedOn } });
    expect(state(withdrawn("first"), withdrawn("second"))?.withdrawal?.reason).toBe("first");
    const reported: EventDraft = { type: "RecordReported", body: { record: recordId, file, recordType: ownList, fields: {}, matter: thisCase } };
    const events: readonly EventDraft[] = [
      reported, { type: "RecordCorrected", body: { record: recordId, file, reason: "x", annulled: true, matter: thisCase } }, { type: "RecordRepaired", body: { ...body, record: recordId, repairedOn: openedOn, reasons: "x" } },
      { type: "ListingRemoved", body: { matter, listing: listingId, file, act: "objection", removedOn: openedOn, retroactive: true, reasons: "x", because: thisCase } }, { type: "FilesSeparated", body: { files: [file, otherFile], reason: "x", matter: thisCase } },
      { type: "FilesJoined", body: { files: [file, otherFile], judgedBy: "person", score: 1000, reasons: [], matter: thisCase } },
    ];
    expect(state(...events)).toMatchObject({ records: new Map([[ownList, recordId]]), followed: events.map(({ type }) => type) });
  });

  it("R19 events that fit nowhere and those of other matters change nothing", () => {
    expect(state(...uptoListing)).toEqual(state());
    expect(state(...opened)).toEqual(state());
    const others = after({}, [{ ...object, matter: appealCase }, organisation], [take("decision", { matter: appealCase, outcome: "granted" }), officers]);
    expect(state(...others)).toEqual(state());
    expect(procedureCaseOf(thisCase, [...others, ...opened])).toEqual(state());
    expect(procedureCaseOf(matter, opened)).toBeUndefined();
    expect(procedureCaseOf(thisCase, after({}, [object, organisation], [take("decision", { outcome: "granted" }), officers]).slice(1))).toBeUndefined();
    expect(state({ type: "ListingRemoved", body: { matter: null, listing: listingId, file, act: "objection", removedOn: day("2026-05-01"), retroactive: true, reasons: "x" } })).toEqual(state());
  });

  it("R34 two cases are about the same thing where kind and id are the same, joined files in whichever order", () => {
    const things: readonly CaseAbout[] = [
      { kind: "organisation" }, { kind: "listing", listing: listingId }, { kind: "record", record: recordId }, { kind: "matter", matter }, { kind: "matter", matter: thisCase }, { kind: "join", files: [file, otherFile] }, { kind: "join", files: [file, file] },
    ];
    things.forEach((a, index) => expect(things.map((b) => sameThing(a, b))).toEqual(things.map((b, other) => index === other || (a.kind === "join" && index === 6 && other === 5 && b.kind === "join"))));
    expect(sameThing({ kind: "join", files: [file, otherFile] }, { kind: "join", files: [otherFile, file] })).toBe(true);
  });
});

function never(): never {
  throw new Error("assertion failed: the case was opened");
}
