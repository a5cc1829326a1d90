import { describe, expect, it } from "vitest";
import { plainDate, type BatchId, type LawId, type ListingId, type MatterId, type RecordId } from "../terms/index.ts";
import type { EventDraft, StoredEvent } from "../events/index.ts";
import { listingOnDay } from "./listing.ts";
import { replay } from "./replay.ts";
import { A, B, LIST, registered, sighting, stored } from "./register-fixtures.ts";
import { restingOn } from "./resting.ts";

const R1 = "r1" as RecordId;
const day = plainDate("2025-01-07");
const annulment = { reason: "the penalty was quashed", annulled: true };

function reported(record: string, more: Partial<Extract<EventDraft, { type: "RecordReported" }>["body"]> = {}): EventDraft {
  return { type: "RecordReported", body: { record: record as RecordId, file: A, recordType: "mdb:test" as LawId, fields: {}, decidedOn: day, ...more } };
}

function proposed(matter: string, records: readonly string[]): EventDraft {
  return { type: "ListingProposed", body: { matter: matter as MatterId, file: A, list: LIST, authority: "mdb:wbg" as LawId, criteria: ["c"], records: records as readonly RecordId[], facts: "", proposedOn: day } };
}

function decided(matter: string, listing: string | undefined, records: readonly string[], holds = true): EventDraft {
  return {
    type: "ListingDecided",
    body: {
      matter: matter as MatterId, file: A, list: LIST, authority: "mdb:wbg" as LawId, outcome: listing === undefined ? "noAction" : "listed", reasons: "", basis: [], decidedOn: day, exits: [], conditions: [], regions: [],
      criteria: [{ id: "c", holds, records: records as readonly RecordId[] }], ...(listing === undefined ? {} : { listing: listing as ListingId }),
    },
  };
}

function removed(listing: string, removedOn: string, retroactive = false): EventDraft {
  return { type: "ListingRemoved", body: { matter: null, listing: listing as ListingId, file: A, act: retroactive ? "annulment" : "release", removedOn: plainDate(removedOn), retroactive, reasons: "" } };
}

/** Each event with the matter its body names, as the ledger keeps it. */
function inMatters(...drafts: readonly EventDraft[]): readonly StoredEvent[] {
  return stored(drafts).map((event) => (event.body !== null && "matter" in event.body ? { ...event, matter: event.body.matter } : event));
}

describe("what rests on a record", () => {
  it("R21 listings whose decision names it among what met a criterion, or that were proposed on it", () => {
    const register = replay(inMatters(
      reported("r1"), reported("r2"),
      proposed("m1", ["r1"]), decided("m1", "l1", ["r1", "r2"]),
      proposed("m2", ["r1", "r2"]), decided("m2", "l2", ["r2"]),
      proposed("m3", ["r2"]), decided("m3", "l3", ["r1"], false),
      decided("m4", "l4", ["r1"]), removed("l4", "2025-06-01"),
      decided("m5", "l5", ["r1"]), removed("l5", "2025-06-01", true),
      { type: "RecordCorrected", body: { record: R1, file: A, ...annulment } },
    ));
    expect(restingOn(register, R1).listings).toEqual([
      { listing: "l1", matter: "m1", by: "criterion" }, { listing: "l2", matter: "m2", by: "proposal" }, { listing: "l4", matter: "m4", by: "criterion", removedOn: "2025-06-01" },
    ]);
    expect(restingOn(register, "r9" as RecordId)).toEqual({ listings: [], openCases: [], records: [] });
  });

  it("R21 open cases in which a listing is proposed on it", () => {
    const register = replay(inMatters(
      reported("r1"), proposed("m1", ["r1"]), proposed("m2", ["r2"]), proposed("m3", ["r1"]), decided("m3", undefined, ["r1"]),
      proposed("m4", ["r1"]), { type: "ProposalWithdrawn", body: { matter: "m4" as MatterId, file: A, reason: "", withdrawnOn: day } },
    ));
    expect(restingOn(register, R1).openCases).toEqual(["m1"]);
  });

  it("R21 records of the same breach and organisation, dated no earlier", () => {
    const breach = "br1" as never;
    const register = replay(stored([
      registered(A, "Alpha"), registered(B, "Beta"), { type: "FilesJoined", body: { files: [A, B], judgedBy: "person", score: 1000, reasons: [] } },
      { type: "RecordReported", body: { record: "undated" as RecordId, file: A, recordType: "mdb:test" as LawId, fields: {}, breach } },
      reported("r1", { breach }), reported("same", { breach }), reported("later", { breach, file: B, decidedOn: plainDate("2025-03-01") }), reported("before", { breach, decidedOn: plainDate("2024-12-01") }),
      reported("other", { breach: "br2" as never }), reported("gone", { breach }), { type: "RecordCorrected", body: { record: "gone" as RecordId, file: A, ...annulment } },
      reported("mended", { breach }), { type: "RecordRepaired", body: { matter: "m" as MatterId, record: "mended" as RecordId, file: A, repairedOn: day, reasons: "" } },
    ]));
    expect(restingOn(register, R1).records.map((each) => each.record)).toEqual(["later", "same"]);
    expect(restingOn(register, "other" as RecordId).records).toEqual([]);
  });
});

describe("what is said of a record or listing after it came in", () => {
  it("R19 the earliest end holds, and an annulment before all", () => {
    const stateOn = (on: string, ...ends: readonly EventDraft[]): string | undefined => {
      const listing = replay(stored([decided("m1", "l1", []), ...ends])).listings.get("l1" as ListingId);
      return listing === undefined ? undefined : listingOnDay(listing, plainDate(on)).state;
    };
    const [june, august, never] = [removed("l1", "2025-06-01"), removed("l1", "2025-08-01"), removed("l1", "2025-09-01", true)];
    for (const ends of [[june, august], [august, june]]) expect(["2025-05-31", "2025-06-01"].map((on) => stateOn(on, ...ends))).toEqual(["stands", "removed"]);
    for (const ends of [[june, never], [never, june]]) expect(stateOn("2025-05-31", ...ends)).toBe("annulled");
  });

  it("R19 the earliest repair holds, and an annulled record stays so", () => {
    const repaired = (on: string): EventDraft => ({ type: "RecordRepaired", body: { matter: "m" as MatterId, record: R1, file: A, repairedOn: plainDate(on), reasons: "" } });
    const register = replay(stored([reported("r1"), repaired("2025-06-01"), repaired("2025-08-01"), { type: "RecordCorrected", body: { record: R1, file: A, ...annulment } }, { type: "RecordCorrected", body: { record: R1, file: A, reason: "a typing error", annulled: false, fields: { note: "1" } } }]));
    expect(register.records.get(R1)).toMatchObject({ annulled: true, fields: { note: "1" }, repair: { repairedOn: "2025-06-01" } });
  });

  it("R20 a stay names its office and runs until it is ended", () => {
    const about = { kind: "listing", listing: "l1" as ListingId } as const;
    const stay = (matter: string): EventDraft => ({ type: "EffectsStayed", body: { matter: matter as MatterId, file: A, about, mask: true, from: day, reasons: "why" } });
    const events = stored([sighting({ day: "2025-01-07" }), stay("m1"), stay("m2"), { type: "StayEnded", body: { matter: "m1" as MatterId, file: A, about, endedOn: plainDate("2025-03-01"), reasons: "" } }, sighting({ day: "2025-02-01" })]);
    expect(replay(events.map((event) => (event.type === "EffectsStayed" ? { ...event, office: B } : event))).listings.get("l1" as ListingId)?.stays).toEqual([
      { matter: "m1", office: B, from: day, until: "2025-03-01", mask: true, reasons: "why" }, { matter: "m2", office: B, from: day, mask: true, reasons: "why" },
    ]);
  });

  it("R20 it holds also where the batch that reported the record is withdrawn and another reports it again", () => {
    const batch = "b1" as BatchId;
    const said: readonly EventDraft[] = [
      { type: "RecordRepaired", body: { matter: "m" as MatterId, record: R1, file: A, repairedOn: day, reasons: "" } }, { type: "RecordCorrected", body: { record: R1, file: A, reason: "", annulled: false, fields: { note: "1" } } },
      { type: "EffectsStayed", body: { matter: "m" as MatterId, file: A, about: { kind: "record", record: R1 }, mask: false, from: day, reasons: "" } },
    ];
    const register = replay(stored([{ ...reported("r1"), batch }, ...said, { type: "BatchWithdrawn", body: { batch, reason: "wrong file" } }, reported("r1")]));
    expect(register.records.get(R1)).toMatchObject({ repair: { repairedOn: day }, fields: { note: "1" }, stays: [{ from: day }] });
  });
});
