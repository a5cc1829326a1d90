// Beginnings: the day a listing begins to stand, and the day its publication begins where that is a later one, with where it was recorded: whoever
// acts on listings is told of it as of its end. Derived from what is on file; each told once under its key.
import { later, type FileNumber, type LawId, type PlainDate, type Position } from "../terms/index.ts";
import type { Burden, Told } from "../events/index.ts";
import { listingOnDay, missedAfter, type ListingOnFile, type ReportedListing, type Sighting } from "../register/index.ts";

export interface Beginning {
  /** The same begin has the same key, whenever it is looked at. */
  readonly key: string;
  readonly what: Extract<Told["what"], "listed" | "published">;
  readonly file: FileNumber;
  /** The first day on which it stands here, or is published. */
  readonly day: PlainDate;
  readonly about: Burden;
  readonly of: LawId;
  /** Where it was recorded. */
  readonly position: Position;
}

/** What of a listing has begun by the day; one that was over before it was first reported never stood here. */
export function beginningsOf(listing: ListingOnFile, on: PlainDate): readonly Beginning[] {
  const { day, position } = listing.holds === "kept" ? { day: listing.decided.effectiveFrom ?? listing.decided.decidedOn, position: listing.position } : carriedSince(listing);
  const publishedFrom = listing.holds === "kept" ? listing.decided.publishedFrom : undefined;
  const at = { file: listing.file, about: { kind: "listing", listing: listing.id }, of: listing.list, position } as const;
  const begun = (from: PlainDate): boolean => from <= on && listingOnDay(listing, from).state === "stands";
  return [
    ...(begun(day) ? [{ ...at, key: `listed:${listing.id}:${position}`, what: "listed" as const, day }] : []),
    ...(publishedFrom !== undefined && publishedFrom > day && begun(publishedFrom) ? [{ ...at, key: `published:${listing.id}:${position}`, what: "published" as const, day: publishedFrom }] : []),
  ];
}

/** Since which edition it has been carried without a break. */
function carriedSince(listing: ReportedListing): { readonly day: PlainDate; readonly position: Position } {
  const since = listing.sightings.reduce<Sighting | undefined>((first, seen) => (first === undefined || missedAfter(listing, first, seen.editionDay) !== undefined ? seen : first), undefined);
  if (since === undefined) throw new Error(`assertion failed: listing ${listing.id} was seen in an edition`);
  return { day: later(listingOnDay(listing, since.editionDay).effectiveFrom, since.editionDay), position: since.position };
}
