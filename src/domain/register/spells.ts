// Spells: the stretches of days on which a listing stands, from begin to end, whatever day is asked about. Read off `listingOnDay`, on the
// days on which its answer may turn: what counts over time asks each listing once and not once a day.
import type { PlainDate } from "../terms/index.ts";
import { listingOnDay, type ListingState } from "./listing.ts";
import type { ListingOnFile, ReportedListing, Sighting } from "./on-file.ts";

/** Half open. `until` and `by` are absent where nothing on file ends it. */
export interface Spell {
  readonly from: PlainDate;
  readonly until?: PlainDate;
  /** What it turned into: its term was over, it was removed, or the next edition carries it no more. */
  readonly by?: Exclude<ListingState, "stands" | "annulled">;
}

/** When the listing stands, in order of its days; one that was annulled, or over before it began, never does. */
export function spellsOf(listing: ListingOnFile): readonly Spell[] {
  const spells: Spell[] = [];
  let open: PlainDate | undefined;
  for (const day of [...new Set(turnsOf(listing))].sort()) {
    const { state } = listingOnDay(listing, day);
    if (state === "stands") open ??= day;
    else if (open !== undefined && state !== "annulled") {
      spells.push({ from: open, until: day, by: state });
      open = undefined;
    }
  }
  return open === undefined ? spells : [...spells, { from: open }];
}

/** Every day on which the listing may begin or cease to stand. */
function turnsOf(listing: ListingOnFile): readonly PlainDate[] {
  if (listing.holds === "reported") return [...listing.missing.map(({ editionDay }) => editionDay), ...said(listing).flatMap((seen) => [seen.editionDay, seen.effectiveFrom ?? seen.decidedOn ?? seen.editionDay, ...untilIn(seen.end)])];
  const { decided, removal } = listing;
  return [decided.effectiveFrom ?? decided.decidedOn, ...(removal === undefined ? [] : [removal.removedOn]), ...(decided.end === undefined ? [] : untilIn(decided.end))];
}

/** The sightings that say something: most editions repeat what the one before said. */
function said({ sightings, missing }: ReportedListing): readonly Sighting[] {
  return missing.length > 0 ? sightings : sightings.filter((seen, index) => seen.contentDigest !== sightings[index - 1]?.contentDigest);
}

function untilIn(end: Sighting["end"]): readonly PlainDate[] {
  return end.kind === "fixed" ? [end.until] : [];
}
