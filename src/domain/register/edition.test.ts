import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate, type Digest, type ListingId } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import { compareEdition, saidOn } from "./edition.ts";
import { listingOnDay } from "./listing.ts";
import type { ReportedListing } from "./on-file.ts";
import { replay } from "./replay.ts";
import { edition, sighting, stored } from "./register-fixtures.ts";

/** An edition as a set of rows: key to content. */
type Publication = { readonly day: string; readonly rows: ReadonlyMap<string, string> };

/** Hands editions in, in the order given, and keeps the events an import would: every edition says all of its rows. */
function handIn(publications: readonly Publication[]): readonly EventDraft[] {
  return publications.flatMap(({ day, rows }) => [edition(day), ...[...rows].map(([listing, content]) => sighting({ listing, day, from: "2020-01-01", content }))]);
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

  it("R15 an edition is compared with what the editions up to its day say", () => {
    const before = handIn([{ day: "2025-01-01", rows: new Map([["a", "1"], ["b", "1"], ["c", "1"]]) }, { day: "2025-03-01", rows: new Map([["d", "1"]]) }]);
    const known = [...replay(stored(before)).listings.values()].filter((listing): listing is ReportedListing => listing.holds === "reported");
    const compared = (day: string) => compareEdition(known, plainDate(day), Object.entries({ a: "1", b: "2", e: "1" }).map(([row, content]) => ({ rowKey: `key ${row}`, contentDigest: `sha256:${content}` as Digest })))
      .map((change) => `${change.kind} ${change.kind === "new" ? change.rowKey.slice(4) : change.listing}`);
    expect(compared("2025-02-01")).toEqual(["same a", "changed b", "new e", "gone c"]);
    expect(compared("2025-04-01")).toEqual(["changed a", "changed b", "new e", "gone d"]);
  });

  it("R18 a listing whose row could not be read is unread, not gone, with what was said before", () => {
    const events = handIn([{ day: "2025-01-01", rows: new Map([["a", "1"], ["b", "2"]]) }]);
    const known = [...replay(stored(events)).listings.values()].filter((listing): listing is ReportedListing => listing.holds === "reported");
    expect(compareEdition(known, plainDate("2025-02-01"), [], (listing) => listing.id === ("a" as ListingId))).toMatchObject([{ kind: "unread", listing: "a", sighting: { contentDigest: "sha256:1" } }, { kind: "gone", listing: "b" }]);
  });
});
