import { describe, expect, it } from "vitest";
import { plainDate, type BatchId, type LawId, type ListingId, type MatterId, type RecordId } from "../terms/index.ts";
import type { StoredEvent } from "../events/index.ts";
import { listingOnDay } from "./listing.ts";
import { joinedFiles, organisationOf } from "./organisation.ts";
import { replay } from "./replay.ts";
import { A, B, C, edition, LIST, registered, sighting, stored } from "./register-fixtures.ts";

const joined = (a: typeof A, b: typeof B): Parameters<typeof stored>[0][number] => ({ type: "FilesJoined", body: { files: [a, b], judgedBy: "matcher", score: 1000, reasons: [] } });

function stateOn(events: readonly StoredEvent[], day: string): string {
  const listing = replay(events).listings.get("l1" as ListingId);
  return listing === undefined ? "none" : listingOnDay(listing, plainDate(day)).state;
}

describe("register", () => {
  it("R1 replaying twice gives the same, and unrelated events may come in another order", () => {
    const events = [registered(A, "Alpha"), registered(B, "Beta"), sighting({ day: "2025-01-07" })];
    expect(replay(stored(events))).toEqual(replay(stored(events)));
    const other = replay(stored([events[1], events[0], events[2]].flatMap((event) => event ?? [])));
    expect(organisationOf(other, A)?.listings.map((listing) => listing.id)).toEqual(["l1"]);
    expect(organisationOf(other, B)?.listings).toEqual([]);
  });

  it("R2 a later attribute wins; names and codes add up once", () => {
    const register = replay(stored([
      registered(A, "Alpha", { status: "active", country: "Georgia" }),
      { type: "OrganisationDescribed", body: { file: A, status: "dissolved", names: [{ text: "Alpha", kind: "main" }, { text: "Old Alpha", kind: "former" }] } },
    ]));
    expect(register.files.get(A)?.attributes).toEqual({ status: "dissolved", country: "Georgia" });
    expect(register.files.get(A)?.names.map((name) => name.text)).toEqual(["Alpha", "Old Alpha"]);
  });

  it("R2 of two days the later wins, whichever was said first", () => {
    const [january, march] = [{ asOf: plainDate("2024-01-07"), address: "1 Quay" }, { asOf: plainDate("2024-03-04"), address: "2 Quay" }];
    expect([[january, march], [march, january]].map((order) => replay(stored(order.map((more) => registered(A, "Alpha", more)))).files.get(A)?.attributes.address)).toEqual(["2 Quay", "2 Quay"]);
  });

  it("R3 joins chain, and the oldest file names the organisation", () => {
    const register = replay(stored([registered(A, "Alpha"), registered(B, "Alpha Ltd"), registered(C, "ALPHA"), joined(B, C), joined(A, B)]));
    expect([...joinedFiles(register, C)].sort()).toEqual([A, B, C]);
    expect(organisationOf(register, C)?.file).toBe(A);
  });

  it("R4 after a separation everything is as if the join had never been", () => {
    const before = [registered(A, "Alpha"), registered(B, "Beta"), sighting({ day: "2025-01-07", file: B })];
    const after = replay(stored([...before, joined(A, B), { type: "FilesSeparated", body: { files: [B, A], reason: "not us" } }]));
    const never = replay(stored(before));
    for (const file of [A, B]) expect(organisationOf(after, file)).toEqual(organisationOf(never, file));
  });

  it("R5 events of a withdrawn batch are as if they had never been", () => {
    const batch = "b9" as BatchId;
    const events = stored([
      registered(A, "Alpha"),
      { type: "BatchReceived", body: { batch, template: "mdb:test" as LawId, digest: "sha256:" as never, counts: { rows: 1, records: 1, duplicates: 0, held: 0, refused: 0 } }, batch },
      { ...edition("2025-01-07"), batch }, { ...sighting({ day: "2025-01-07" }), batch }, { type: "BatchWithdrawn", body: { batch, reason: "wrong file" } },
    ]);
    const register = replay(events);
    expect(register.listings.size).toBe(0);
    expect(register.editions.size).toBe(0);
    expect(register.batches.get(batch)?.withdrawn).toBe(true);
    expect(replay(events.slice(0, 4)).listings.size).toBe(1);
  });

  it("R6 a forgotten body is named, and nothing of it is guessed", () => {
    const [event] = stored([registered(A, "Alpha")]);
    const register = replay(event === undefined ? [] : [{ ...event, body: null } as StoredEvent]);
    expect(register.forgotten).toEqual([1]);
    expect(register.files.size).toBe(0);
  });

  it("R7 a reported listing stands from its first day, and is over on the first free day", () => {
    const events = stored([registered(A, "Alpha"), edition("2025-01-07"), sighting({ day: "2025-01-07", from: "2024-12-10", end: { kind: "fixed", until: plainDate("2026-12-10") } })]);
    expect(["2024-12-09", "2024-12-10", "2026-12-09", "2026-12-10"].map((day) => stateOn(events, day))).toEqual(["notYet", "stands", "stands", "ended"]);
  });

  it("R8 the newest edition by the day governs; before the first, the first does", () => {
    const events = stored([
      sighting({ day: "2025-01-07", from: "2024-01-01", end: { kind: "fixed", until: plainDate("2025-06-01") } }),
      sighting({ day: "2025-03-01", from: "2024-01-01", end: { kind: "fixed", until: plainDate("2025-04-01") }, content: "2" }),
    ]);
    const listing = replay(events).listings.get("l1" as ListingId);
    const ends = ["2024-06-01", "2025-02-01", "2025-03-01"].map((day) => listing === undefined ? null : listingOnDay(listing, plainDate(day)).end);
    expect(ends).toEqual([{ kind: "fixed", until: "2025-06-01" }, { kind: "fixed", until: "2025-06-01" }, { kind: "fixed", until: "2025-04-01" }]);
  });

  it("R9 gone from the edition that drops it, back from the one that carries it again", () => {
    const events = stored([edition("2025-01-07"), sighting({ day: "2025-01-07", from: "2024-01-01" }), edition("2025-02-01"), edition("2025-03-01"), sighting({ day: "2025-03-01", from: "2024-01-01" })]);
    expect(["2025-01-31", "2025-02-01", "2025-02-28", "2025-03-01"].map((day) => stateOn(events, day))).toEqual(["stands", "gone", "gone", "stands"]);
  });

  it("R11 a kept listing stands until its End or removal; annulled, it never stood", () => {
    const decided = { type: "ListingDecided", body: {
      matter: "m1" as MatterId, file: A, list: LIST, authority: "mdb:wbg" as LawId, outcome: "listed", listing: "l1" as ListingId, reasons: "", basis: [], decidedOn: plainDate("2025-01-10"), effectiveFrom: plainDate("2025-01-15"),
      end: { kind: "fixed", until: plainDate("2028-01-15") }, exits: [], conditions: [], criteria: [], regions: [],
    } } as const;
    const removed = (retroactive: boolean) => ({ type: "ListingRemoved", body: { matter: null, listing: "l1" as ListingId, file: A, act: retroactive ? "annulment" : "repair", removedOn: plainDate("2026-01-15"), retroactive, reasons: "" } }) as const;
    expect(["2025-01-14", "2025-01-15", "2028-01-14", "2028-01-15"].map((day) => stateOn(stored([decided]), day))).toEqual(["notYet", "stands", "stands", "ended"]);
    expect(["2026-01-14", "2026-01-15"].map((day) => stateOn(stored([decided, removed(false)]), day))).toEqual(["stands", "removed"]);
    expect(stateOn(stored([decided, removed(true)]), "2025-06-01")).toBe("annulled");
  });

  it("R14 a corrected record shows the correction, a held row waits until it is settled", () => {
    const held = { type: "RowHeld", body: { batch: "b1" as BatchId, row: 7, why: "unsure", candidates: [], content: { about: LIST, rowKey: "k", facts: { names: [], codes: [] } } } } as const;
    const record = { type: "RecordReported", body: { record: "r1" as RecordId, file: A, recordType: "cn:penalty" as LawId, fields: { fine: 1 } } } as const;
    const corrected = { type: "RecordCorrected", body: { record: "r1" as RecordId, file: A, reason: "typing slip", annulled: true, fields: { fine: 2 } } } as const;
    const register = replay(stored([registered(A, "Alpha"), record, corrected, held]));
    expect(register.records.get("r1" as RecordId)).toMatchObject({ fields: { fine: 2 }, annulled: true });
    expect(register.held.size).toBe(1);
    expect(replay(stored([held, { type: "HeldRowSettled", body: { batch: "b1" as BatchId, row: 7, file: A, reason: "" } }])).held.size).toBe(0);
  });

  it("R14 an annulled record shows the earliest day it was annulled on, where none is stated the day that was recorded", () => {
    const record = { type: "RecordReported", body: { record: "r1" as RecordId, file: A, recordType: "cn:penalty" as LawId, fields: {} } } as const;
    const corrected = (annulled: boolean, correctedOn?: string) => ({ type: "RecordCorrected", body: { record: "r1" as RecordId, file: A, reason: "", annulled, ...(correctedOn === undefined ? {} : { correctedOn: plainDate(correctedOn) }) } }) as const;
    const annulledOn = (...said: readonly ReturnType<typeof corrected>[]) => replay(stored([registered(A, "Alpha"), record, ...said])).records.get("r1" as RecordId)?.annulledOn;
    expect(annulledOn(corrected(true, "2025-03-04"), corrected(true, "2025-02-03"), corrected(false, "2025-01-02"))).toBe("2025-02-03");
    expect([annulledOn(corrected(true)), annulledOn(corrected(false, "2025-01-02")), annulledOn()]).toEqual(["2025-01-01", undefined, undefined]);
  });

  it("R16 a row held again waits once, as the newest batch says it", () => {
    const held = (batch: string, row: number) => ({ type: "RowHeld", batch, body: { batch: batch as BatchId, row, why: "unsure", candidates: [], content: { about: LIST, rowKey: "k", facts: { names: [], codes: [] } } } }) as const;
    const waiting = (...more: Parameters<typeof stored>[0]) => [...replay(stored([held("b1", 7), held("b2", 9), ...more])).held.keys()];
    expect(waiting()).toEqual(["b2#9"]);
    expect(waiting({ type: "HeldRowSettled", body: { batch: "b2" as BatchId, row: 9, file: A, reason: "" } })).toEqual([]);
    expect(waiting({ type: "BatchWithdrawn", body: { batch: "b2" as BatchId, reason: "" } })).toEqual(["b1#7"]);
  });

  it("R17 what two batches say stays when one of them is withdrawn", () => {
    const subject = { names: [{ text: "Alpha", kind: "main" as const }], codes: [] };
    const record = (batch: string, more: object) => ({ type: "RecordReported", batch, body: { record: "r1" as RecordId, file: A, recordType: "cn:penalty" as LawId, fields: { fine: 1 }, ...more } }) as const;
    const listed = (day: string, batch: string) => {
      const { type, body } = sighting({ day, file: B });
      return { type, batch, body: { ...body, subject } } as Parameters<typeof stored>[0][number];
    };
    const said = [
      { ...registered(A, "Alpha", { address: "1 Quay" }), batch: "b1" }, { ...registered(B, "Alpha"), batch: "b1" }, record("b1", {}), { ...edition("2025-01-07"), batch: "b1" }, listed("2025-01-07", "b1"), { ...joined(A, B), batch: "b1" },
      record("b2", { subject }), { ...edition("2025-02-04"), batch: "b2" }, listed("2025-02-04", "b2"), { ...joined(A, B), batch: "b2" },
    ];
    expect(organisationOf(replay(stored(said)), A)).toMatchObject({ files: [A, B], attributes: { address: "1 Quay" }, records: [{ id: "r1", position: 3 }] });
    expect(replay(stored(said)).joins).toHaveLength(1);
    const without = organisationOf(replay(stored([...said, { type: "BatchWithdrawn", body: { batch: "b1" as BatchId, reason: "" } }])), A);
    expect(without).toMatchObject({ name: "Alpha", files: [A, B], attributes: {}, records: [{ id: "r1", position: 7 }] });
    expect(without?.listings.map((listing) => listing.holds === "reported" && listing.sightings.map((seen) => seen.editionDay))).toEqual([["2025-02-04"]]);
  });
});
