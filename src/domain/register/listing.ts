// A listing on a day: which content governs and whether it stands, from its editions or its decision. Facts only: what the law
// makes of it (measures, entailed listings, lost redlistings) is computed in restrictions/.
import { hasEnded, type End, type LawId, type ListingId, type PlainDate } from "../terms/index.ts";
import type { FieldValues, RowSource } from "../events/index.ts";
import { missedAfter } from "./edition.ts";
import type { ListingOnFile, ReportedListing } from "./on-file.ts";

export type ListingState = "notYet" | "stands" | "ended" | "removed" | "gone" | "annulled";

export interface ListingOnDay {
  readonly id: ListingId;
  readonly list: LawId;
  readonly holds: "reported" | "kept";
  readonly state: ListingState;
  readonly originator?: LawId;
  readonly decidedOn?: PlainDate;
  readonly effectiveFrom: PlainDate;
  readonly publishedFrom?: PlainDate;
  readonly end: End;
  /** The day it stopped standing for a reason other than its term. */
  readonly stoppedOn?: PlainDate;
  readonly fields: FieldValues;
  readonly regions: readonly string[];
  readonly source?: RowSource;
  readonly editionDay?: PlainDate;
}

/** What is known of the listing for the day `on`. A reported listing that states no first day stands from its first edition's day. */
export function listingOnDay(listing: ListingOnFile, on: PlainDate): ListingOnDay {
  return listing.holds === "reported" ? reportedOnDay(listing, on) : keptOnDay(listing, on);
}

function reportedOnDay(listing: ReportedListing, on: PlainDate): ListingOnDay {
  const [first] = listing.sightings;
  if (first === undefined) throw new Error(`assertion failed: listing ${listing.id} was seen in an edition`);
  const seen = listing.sightings.findLast((sighting) => sighting.editionDay <= on) ?? first;
  const missed = missedAfter(listing, seen, on);
  const effectiveFrom = seen.effectiveFrom ?? seen.decidedOn ?? first.editionDay;
  const state: ListingState = on < effectiveFrom ? "notYet" : hasEnded(seen.end, on) ? "ended" : missed !== undefined ? "gone" : "stands";
  return {
    id: listing.id, list: listing.list, holds: "reported", state, effectiveFrom, publishedFrom: effectiveFrom, end: seen.end, fields: seen.fields, regions: seen.regions ?? [],
    source: seen.source, editionDay: seen.editionDay,
    ...(seen.originator === undefined ? {} : { originator: seen.originator }),
    ...(seen.decidedOn === undefined ? {} : { decidedOn: seen.decidedOn }),
    ...(missed === undefined ? {} : { stoppedOn: missed.editionDay }),
  };
}

function keptOnDay(listing: Extract<ListingOnFile, { readonly holds: "kept" }>, on: PlainDate): ListingOnDay {
  const { decided, removal } = listing;
  const effectiveFrom = decided.effectiveFrom ?? decided.decidedOn;
  const end: End = decided.end ?? { kind: "notStated" };
  const state: ListingState =
    removal?.retroactive === true ? "annulled"
    : on < effectiveFrom ? "notYet"
    : removal !== undefined && removal.removedOn <= on ? "removed"
    : hasEnded(end, on) ? "ended"
    : "stands";
  return {
    id: listing.id, list: listing.list, holds: "kept", state, decidedOn: decided.decidedOn, effectiveFrom, end, fields: {}, regions: decided.regions,
    ...(decided.publishedFrom === undefined ? {} : { publishedFrom: decided.publishedFrom }),
    ...(removal === undefined ? {} : { stoppedOn: removal.retroactive ? effectiveFrom : removal.removedOn }),
  };
}
