// Sight: how much of a reason a viewer gets. Shown: all of it. Withheld: that an authority has one, no more; a burden binds whether or
// not its reason may be seen. Hidden: nothing, as if it were not there. Fed from the register, which must be the newest known: an
// answer about an earlier ledger position shows no more than today's.
import { unreachable, type Period, type PlainDate } from "../terms/index.ts";
import type { List, RecordType } from "../rules/index.ts";
import { listingOnDay, type ListingOnFile, type RecordOnFile, type ReportedListing } from "../register/index.ts";
import { mayShow, publicationOn, type PublishedThing, type Stop, type Viewer } from "./publication.ts";
import { publishedListing, publishedRecord, reportedListing } from "./published-thing.ts";

export type Sight = "shown" | "withheld" | "hidden";

/**
 * What never was, is no longer, or is never published (a scrutiny entry) is hidden: an answer must not betray it. So is what is masked:
 * nothing binds because of it meanwhile, and nobody is to learn of it. What stands and only its publication waits is withheld: the burden
 * binds, its reason stays back.
 */
export function sightOf(viewer: Viewer, thing: PublishedThing, today: PlainDate): Sight {
  if (mayShow(viewer, thing, today)) return "shown";
  const publication = publicationOn(thing, today);
  return publication.kind === "ended" || publication.kind === "masked" || (publication.kind === "pending" && publication.because === "neverPublished") ? "hidden" : "withheld";
}

/** `onFile` is null for a listing the law itself makes: it has no publication of its own and follows its list. */
export function sightOfListing({ viewer, list, onFile, today }: { readonly viewer: Viewer; readonly list: List; readonly onFile: ListingOnFile | null; readonly today: PlainDate }): Sight {
  if (onFile === null) return viewer.kind === "keeper" || list.published ? "shown" : "hidden";
  return sightOf(viewer, thingOfListing(list, onFile, today), today);
}

/** `publicityEnds`: the day on which a rule of repair ends its publication by itself, where one does. */
export function sightOfRecord({ viewer, type, record, today, publicityEnds }: { readonly viewer: Viewer; readonly type: RecordType; readonly record: RecordOnFile; readonly today: PlainDate; readonly publicityEnds?: PlainDate }): Sight {
  return sightOf(viewer, thingOfRecord(type, record, today, publicityEnds), today);
}

export function thingOfListing(list: Pick<List, "published">, onFile: ListingOnFile, today: PlainDate): PublishedThing {
  switch (onFile.holds) {
    case "kept": {
      const { decided, removal } = onFile;
      const stop: Stop | undefined = removal === undefined ? undefined : { by: removal.retroactive ? "annulment" : removal.act === "repair" ? "repair" : "removal", on: removal.removedOn };
      return publishedListing(list, {
        masks: masksOf(onFile), end: decided.end ?? { kind: "notStated" },
        ...(decided.publishedFrom === undefined ? {} : { publishedFrom: decided.publishedFrom }), ...(stop === undefined ? {} : { stop }),
      });
    }
    case "reported":
      return thingOfReported(list, onFile, today);
    default:
      return unreachable(onFile);
  }
}

function thingOfReported(list: Pick<List, "published">, onFile: ReportedListing, today: PlainDate): PublishedThing {
  const seen = listingOnDay(onFile, today);
  const [first] = onFile.sightings;
  return reportedListing(list, {
    masks: masksOf(onFile), end: seen.end, effectiveFrom: seen.effectiveFrom, firstEdition: first?.editionDay ?? seen.effectiveFrom,
    newestEdition: seen.stoppedOn ?? seen.editionDay ?? seen.effectiveFrom, carried: seen.stoppedOn === undefined,
  });
}

/** Publication of a record counts from the day its document was decided, where no other day was reported. */
export function thingOfRecord(type: Pick<RecordType, "disclosure" | "publicationMonths">, record: RecordOnFile, today: PlainDate, publicityEnds?: PlainDate): PublishedThing {
  const publishedFrom = record.publishedFrom ?? record.decidedOn;
  const stop: Stop | undefined = record.annulled ? { by: "annulment", on: today } : record.repair === undefined ? undefined : { by: "repair", on: record.repair.repairedOn };
  return publishedRecord(type, { masks: masksOf(record), ...(publishedFrom === undefined ? {} : { publishedFrom }), ...(stop === undefined ? {} : { stop }), ...(publicityEnds === undefined ? {} : { publicityEnds }) });
}

/** The stays that let its publication rest as well. */
function masksOf({ stays }: ListingOnFile | RecordOnFile): readonly Period[] {
  return stays.filter((stay) => stay.mask).map(({ from, until }) => (until === undefined ? { from } : { from, until }));
}
