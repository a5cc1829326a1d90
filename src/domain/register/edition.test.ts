import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate, type Digest, type EditionId, type ListingId } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import { compareEdition, saidOn } from "./edition.ts";
import { listingOnDay } from "./listing.ts";
import { replay, type ReportedListing } from "./register.ts";
import { absence, edition, LIST, sighting, stored } from "./register-fixtures.ts";

/** An edition as a set of rows: key to content. */
type Publication = { readonly day: string; readonly rows: ReadonlyMap<string, string> };

/** Hands editions in, in the order given, and keeps the events an import would. */
function handIn(publications: readonly Publication[]): readonly EventDraft[] {
  const events: EventDraft[] = [];
  for (const { day, rows } of publications) {
    const register = replay(stored(events));
    const known = [...register.listings.values()].filter((listing): listing is ReportedListing => listing.holds === "reported");
    const changes = compareEdition(known, register.editions.get(LIST) ?? [], { id: `e.${day}` as EditionId, asOf: plainDate(day) }, [...rows].map(([listing, content]) => ({ rowKey: `key ${listing}`, contentDigest: `sha256:${content}` as Digest })));
    events.push(edition(day));
    for (const change of changes) {
      if (change.kind === "new" || change.kind === "changed") {
        const listing = change.rowKey.slice(4);
        events.push(sighting({ listing, day, from: "2020-01-01", content: rows.get(listing) ?? "" }));
        if (change.kind === "new" && change.missingFrom !== undefined) events.push(absence(change.missingFrom.asOf, listing));
      }
      if (change.kind === "gone") events.push(absence(day, change.listing));
      if (change.kind === "restated") events.push(change.sighting === null ? absence(change.edition.asOf, change.listing) : sighting({ listing: change.listing, day: change.edition.asOf, from: "2020-01-01", content: change.sighting.contentDigest.slice(7) }));
    }
  }
  return events;
}

/** What the register says of each row on each edition's day. */
function told(events: readonly EventDraft[], days: readonly string[]): readonly string[] {
  const register = replay(stored(events));
  return ["a", "b", "c"].flatMap((listing) => days.map((day) => {
    const onFile = register.listings.get(listing as ListingId);
    const said = onFile?.holds === "reported" ? saidOn(onFile, plainDate(day)) : null;
    return `${listing} ${day} ${said === null ? "absent" : said.contentDigest.slice(7)}`;
  }));
}

const DAYS = ["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"] as const;
const publications = fc.tuple(...DAYS.map((day) => fc.record({ day: fc.constant(day), rows: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 3 }).chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), fc.constantFrom("1", "2")))).map((rows) => new Map(rows))) })));

describe("editions", () => {
  it("R10 editions say the same whatever order they arrive in", () => {
    fc.assert(fc.property(publications, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (published, order) => {
      const expected = ["a", "b", "c"].flatMap((listing) => published.map(({ day, rows }) => `${listing} ${day} ${new Map<string, string>(rows).get(listing) ?? "absent"}`));
      const arrived = order.flatMap((index) => published[index] ?? []);
      expect(told(handIn(arrived), DAYS)).toEqual(expected);
    }), { numRuns: 300 });
  });

  it("R9 a row that is carried again after an absence is reported again", () => {
    const rows = new Map([["a", "1"]]);
    const events = handIn([{ day: "2025-01-01", rows }, { day: "2025-02-01", rows: new Map() }, { day: "2025-03-01", rows }]);
    const listing = replay(stored(events)).listings.get("a" as ListingId);
    expect(listing === undefined ? [] : DAYS.map((day) => listingOnDay(listing, plainDate(day)).state)).toEqual(["stands", "gone", "stands", "stands"]);
  });

  it("R8 the same edition again says nothing new", () => {
    const rows = new Map([["a", "1"], ["b", "2"]]);
    expect(handIn([{ day: "2025-01-01", rows }, { day: "2025-02-01", rows }]).filter((event) => event.type === "ListingReported")).toHaveLength(2);
  });
});
