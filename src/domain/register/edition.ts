// The next edition of a list: which rows are new, changed, unchanged or gone, whatever the order editions arrive in.
// INVARIANT: an event at one edition never changes what another edition says; where it would, the other is restated.
import type { Digest, EditionId, ListingId, PlainDate } from "../terms/index.ts";
import type { EditionOnFile, ReportedListing, Sighting } from "./register.ts";

export interface RowOfEdition {
  readonly rowKey: string;
  readonly contentDigest: Digest;
}

export type EditionChange =
  /** Not known before under this key. */
  | { readonly kind: "new"; readonly rowKey: string; /** The edition after this one is on file and does not carry it. */ readonly missingFrom?: EditionOnFile }
  /** Known, with other content on this edition's day. */
  | { readonly kind: "changed"; readonly rowKey: string; readonly listing: ListingId }
  /** Known with this content: nothing to say, unless an older edition has to be told apart. */
  | { readonly kind: "same"; readonly rowKey: string; readonly listing: ListingId }
  /** Carried by the edition before, not by this one. */
  | { readonly kind: "gone"; readonly listing: ListingId }
  /** What a later edition already on file says, said again because this edition now stands before it. */
  | { readonly kind: "restated"; readonly listing: ListingId; readonly edition: EditionOnFile; readonly sighting: Sighting | null };

/**
 * Compares a complete edition with what is on file of its list.
 * @param known reported listings of the list, editions their editions by day, edition the day and id of the one handed in
 */
export function compareEdition(
  known: readonly ReportedListing[],
  editions: readonly EditionOnFile[],
  edition: { readonly id: EditionId; readonly asOf: PlainDate },
  rows: readonly RowOfEdition[],
): readonly EditionChange[] {
  const byKey = new Map(known.map((listing) => [listing.rowKey, listing]));
  const carried = new Set(rows.map((row) => row.rowKey));
  const next = editions.find((other) => other.asOf > edition.asOf);
  const changes: EditionChange[] = [];
  for (const row of rows) {
    const listing = byKey.get(row.rowKey);
    if (listing === undefined) {
      changes.push({ kind: "new", rowKey: row.rowKey, ...(next === undefined ? {} : { missingFrom: next }) });
      continue;
    }
    const before = saidOn(listing, edition.asOf);
    const same = before?.contentDigest === row.contentDigest;
    changes.push({ kind: same ? "same" : "changed", rowKey: row.rowKey, listing: listing.id });
    if (!same && next !== undefined) changes.push(...restatement(listing, next));
  }
  for (const listing of known) {
    if (carried.has(listing.rowKey) || saidOn(listing, edition.asOf) === null) continue;
    changes.push({ kind: "gone", listing: listing.id });
    if (next !== undefined) changes.push(...restatement(listing, next));
  }
  return changes;
}

/** What the editions up to a day say of a listing: the sighting that governs, or null where it is not carried. */
export function saidOn(listing: ReportedListing, day: PlainDate): Sighting | null {
  const seen = listing.sightings.findLast((sighting) => sighting.editionDay <= day);
  if (seen === undefined) return null;
  return missedAfter(listing, seen, day) === undefined ? seen : null;
}

/** The first edition after this sighting, up to a day, that does not carry the listing. Of two of one day the one handed in last governs. */
export function missedAfter(listing: ReportedListing, seen: Sighting, day: PlainDate): ReportedListing["missing"][number] | undefined {
  return listing.missing.find((missing) => missing.editionDay <= day && (missing.editionDay > seen.editionDay || (missing.editionDay === seen.editionDay && missing.position > seen.position)));
}

function restatement(listing: ReportedListing, next: EditionOnFile): readonly EditionChange[] {
  const explicit = listing.sightings.some((sighting) => sighting.edition === next.edition) || listing.missing.some((missing) => missing.edition === next.edition);
  return explicit ? [] : [{ kind: "restated", listing: listing.id, edition: next, sighting: saidOn(listing, next.asOf) }];
}
