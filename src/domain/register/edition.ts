// The next edition of a list: which rows are new, changed, unchanged or gone, whatever the order editions arrive in. For the counts of an
// import; what is on file follows from the editions themselves, each of which says all of its rows: what one does not say it has dropped.
import type { Digest, ListingId, PlainDate } from "../terms/index.ts";
import type { EditionOnFile, Missing, ReportedListing, Sighting } from "./on-file.ts";

export interface RowOfEdition {
  readonly rowKey: string;
  readonly contentDigest: Digest;
}

export type EditionChange =
  /** Not known before under this key. */
  | { readonly kind: "new"; readonly rowKey: string }
  /** Known, with other content than on this edition's day so far. */
  | { readonly kind: "changed"; readonly rowKey: string; readonly listing: ListingId }
  /** Known with this content. */
  | { readonly kind: "same"; readonly rowKey: string; readonly listing: ListingId }
  /** Carried by the edition before, not by this one. */
  | { readonly kind: "gone"; readonly listing: ListingId }
  /** Carried by a row that could not be read: what was said before stands until the row is mended. */
  | { readonly kind: "unread"; readonly listing: ListingId; readonly sighting: Sighting };

/**
 * Compares a complete edition with what is on file of its list.
 * @param known reported listings of the list
 * @param isUnread whether a refused row of this edition names the listing's organisation
 */
export function compareEdition(known: readonly ReportedListing[], asOf: PlainDate, rows: readonly RowOfEdition[], isUnread: (listing: ReportedListing) => boolean = () => false): readonly EditionChange[] {
  const byKey = new Map(known.map((listing) => [listing.rowKey, listing]));
  const carried = new Set(rows.map((row) => row.rowKey));
  return [
    ...rows.map((row): EditionChange => {
      const listing = byKey.get(row.rowKey);
      if (listing === undefined) return { kind: "new", rowKey: row.rowKey };
      return { kind: saidOn(listing, asOf)?.contentDigest === row.contentDigest ? "same" : "changed", rowKey: row.rowKey, listing: listing.id };
    }),
    ...known.filter((listing) => !carried.has(listing.rowKey)).flatMap((listing): EditionChange[] => {
      const sighting = saidOn(listing, asOf);
      if (sighting === null) return [];
      return [isUnread(listing) ? { kind: "unread", listing: listing.id, sighting } : { kind: "gone", listing: listing.id }];
    }),
  ];
}

/** What the editions up to a day say of a listing: the sighting that governs, or null where it is not carried. */
export function saidOn(listing: ReportedListing, day: PlainDate): Sighting | null {
  const seen = listing.sightings.findLast((sighting) => sighting.editionDay <= day);
  if (seen === undefined) return null;
  return missedAfter(listing, seen, day) === undefined ? seen : null;
}

/** The edition up to a day that dropped the listing after this sighting. Of two editions of one day the one handed in last governs. */
export function missedAfter(listing: ReportedListing, seen: Sighting, day: PlainDate): ReportedListing["missing"][number] | undefined {
  return listing.missing.find((missing) => missing.editionDay <= day && (missing.editionDay > seen.editionDay || (missing.editionDay === seen.editionDay && missing.position > seen.position)));
}

/** Of the complete editions of its list, each that was the first not to carry the listing any more. */
export function droppedBy(sightings: readonly Sighting[], editions: readonly EditionOnFile[]): readonly Missing[] {
  const dropped: Missing[] = [];
  let carried = false;
  let next = 0;
  for (const { edition, asOf, position } of editions) {
    let here = false;
    for (let seen = sightings[next]; seen !== undefined && (seen.editionDay < asOf || (seen.editionDay === asOf && (seen.position < position || seen.edition === edition))); seen = sightings[next]) {
      carried = true;
      here = seen.edition === edition;
      next += 1;
    }
    if (!carried || here) continue;
    dropped.push({ edition, editionDay: asOf, position });
    carried = false;
  }
  return dropped;
}
