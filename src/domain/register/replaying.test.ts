// A register that goes on against one replayed at once: random histories, cut into pieces at random.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { ListingId, MatterId, PlainDate, RecordId } from "../terms/index.ts";
import type { EventDraft, StoredEvent } from "../events/index.ts";
import { A, B, C, edition, LIST, registered, sighting, stored } from "./register-fixtures.ts";
import { replay, Replaying } from "./replay.ts";

const DAYS = ["2024-01-01", "2024-03-01", "2024-06-01", "2025-01-01"] as const;
const day = fc.constantFrom(...DAYS).map((text) => text as PlainDate);
const file = fc.constantFrom(A, B, C);
const listing = fc.constantFrom("l1", "l2", "l3") as fc.Arbitrary<ListingId>;
const record = fc.constantFrom("r1", "r2") as fc.Arbitrary<RecordId>;
const matter = "m1" as MatterId;
const about = fc.oneof(listing.map((id) => ({ kind: "listing" as const, listing: id })), record.map((id) => ({ kind: "record" as const, record: id })));

const draft: fc.Arbitrary<EventDraft> = fc.oneof(
  fc.tuple(file, fc.constantFrom("Heron", "Söhne")).map(([of, name]) => registered(of, name)),
  fc.tuple(file, day).map(([of, asOf]): EventDraft => ({ type: "OrganisationDescribed", body: { file: of, asOf, region: asOf } as never })),
  fc.tuple(listing, file, day).map(([id, of, on]) => sighting({ listing: id, file: of, day: on })),
  day.map((on) => edition(on)),
  fc.tuple(record, file, day).map(([id, of, on]): EventDraft => ({ type: "RecordReported", body: { record: id, file: of, recordType: LIST, fields: { a: on }, decidedOn: on, source: { batch: "b" as never, template: LIST, row: 1 } } })),
  fc.tuple(record, day, fc.boolean()).map(([id, on, annulled]): EventDraft => ({ type: "RecordCorrected", body: { record: id, fields: { a: on, b: 1 }, annulled, correctedOn: on } as never })),
  fc.tuple(record, file, day).map(([id, of, on]): EventDraft => ({ type: "RecordRepaired", body: { matter, record: id, file: of, repairedOn: on, reasons: "" } })),
  fc.tuple(about, file, day).map(([of, at, from]): EventDraft => ({ type: "EffectsStayed", body: { matter, file: at, about: of, mask: false, from, reasons: "" } })),
  fc.tuple(about, file, day).map(([of, at, endedOn]): EventDraft => ({ type: "StayEnded", body: { matter, file: at, about: of, endedOn, reasons: "" } })),
  fc.tuple(listing, file, day, fc.boolean()).map(([id, of, on, retroactive]): EventDraft => ({ type: "ListingRemoved", body: { matter: null, listing: id, file: of, removedOn: on, retroactive, reasons: "" } as never })),
  fc.tuple(listing, file, day).map(([id, of, on]): EventDraft => ({ type: "ListingDecided", body: { matter, file: of, list: LIST, authority: LIST, outcome: "listed", listing: `kept-${id}`, reasons: "", basis: [], decidedOn: on, exits: [], conditions: [], criteria: [], regions: [] } as never })),
  fc.constant<EventDraft>({ type: "FilesJoined", body: { files: [A, B], judgedBy: "person", score: 1, reasons: [] } }),
  fc.constant<EventDraft>({ type: "FilesSeparated", body: { files: [B, A], reason: "", matter } }),
);

/** Events with matters and batches, some without bodies, and where they are cut. */
const history = fc.record({ drafts: fc.array(fc.tuple(draft, fc.constantFrom(undefined, undefined, "b1", "b2")), { minLength: 1, maxLength: 24 }), taken: fc.constantFrom(undefined, "b1"), forgotten: fc.nat({ max: 40 }), cuts: fc.array(fc.nat({ max: 24 }), { maxLength: 6 }) })
  .map(({ drafts, taken, forgotten, cuts }) => {
    const withdrawn: readonly EventDraft[] = taken === undefined ? [] : [{ type: "BatchWithdrawn", body: { batch: taken as never, reason: "" } }];
    const events = stored([...withdrawn, ...drafts.map(([each, batch]) => ({ ...each, ...(batch === undefined ? {} : { batch }) }))])
      .map((event): StoredEvent => (event.position === forgotten ? { ...event, body: null } as StoredEvent : "matter" in (event.body ?? {}) ? { ...event, matter } : event));
    return { events, cuts: [...new Set([...cuts.filter((cut) => cut < events.length), events.length])].sort((a, b) => a - b) };
  });

it("R23 is at every piece what it is replayed at once, and a register once given stays as it was", () => {
  fc.assert(fc.property(history, ({ events, cuts: [first = 0, ...cuts] }) => {
    const going = new Replaying(events.slice(0, first));
    const given = [{ upTo: first, register: going.register() }];
    let from = first;
    for (const cut of cuts) {
      expect(going.take(events.slice(from, cut))).toBe(events.slice(from, cut).every(({ type }) => type !== "BatchWithdrawn"));
      from = cut;
      given.push({ upTo: cut, register: going.register() });
    }
    if (events.slice(first).some(({ type }) => type === "BatchWithdrawn")) return;
    for (const { upTo, register } of given) {
      const { head, files, joins, relations, offices, listings, records, editions, decisions, batches, held, matters, forgotten } = replay(events.slice(0, upTo));
      expect(register).toEqual({ head, files, joins, relations, offices, listings, records, editions, decisions, batches, held, matters, forgotten });
    }
  }), { numRuns: 300 });
});

it("R23 leaves what is not touched the same object, and takes no batch back", () => {
  const events = stored([registered(A, "Heron"), sighting({ day: DAYS[0] }), sighting({ listing: "l2", file: B, day: DAYS[0] }), edition(DAYS[0])]);
  const going = new Replaying(events);
  const before = going.register();
  const more = stored([...Array.from({ length: 4 }, () => registered(C, "x")), registered(C, "Crane"), { type: "EffectsStayed", body: { matter, file: A, about: { kind: "listing", listing: "l1" as ListingId }, mask: false, from: DAYS[1] as PlainDate, reasons: "" } }]).slice(4);
  expect(going.take(more)).toBe(true);
  const after = going.register();
  expect(after.files.get(A)).toBe(before.files.get(A));
  expect(after.listings.get("l2" as ListingId)).toBe(before.listings.get("l2" as ListingId));
  expect(after.listings.get("l1" as ListingId)?.stays).toHaveLength(1);
  expect(before.listings.get("l1" as ListingId)?.stays).toEqual([]);
  expect(going.take(stored([{ type: "BatchWithdrawn", body: { batch: "b1" as never, reason: "" } }]))).toBe(false);
  expect(going.register()).toEqual(after);
});
