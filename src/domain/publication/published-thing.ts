// Published things from the law and the facts on file: which class of disclosure, from when, until when. One function for records,
// one for listings of our own, one for what other bodies published.
import { addMonths, earlier, type End, type Period, type PlainDate } from "../terms/index.ts";
import { valueOn, type List, type RecordType } from "../rules/index.ts";
import type { PublishedThing, Stop } from "./publication.ts";

interface Interruptions {
  readonly stop?: Stop;
  readonly masks?: readonly Period[];
}

/** A record is published for as long as its type's law lets it be, in the version of the day its publication began. */
export function publishedRecord(type: Pick<RecordType, "disclosure" | "publicationMonths">, facts: Interruptions & { readonly publishedFrom?: PlainDate; /** The day on which a rule of repair ends it by itself. */ readonly publicityEnds?: PlainDate }): PublishedThing {
  const { publishedFrom, publicityEnds } = facts;
  const months = publishedFrom === undefined ? undefined : valueOn(type.publicationMonths, publishedFrom);
  return {
    ...interrupted(facts), disclosure: type.disclosure,
    ...(publishedFrom === undefined ? {} : { publishedFrom }),
    ...until(publishedFrom === undefined || months === undefined ? undefined : addMonths(publishedFrom, months), publicityEnds),
  };
}

/** Whichever comes first. */
function until(byType: PlainDate | undefined, byRepair: PlainDate | undefined): Pick<PublishedThing, "publishedUntil"> {
  const days = [byType, byRepair].flatMap((day) => day ?? []).sort();
  return days[0] === undefined ? {} : { publishedUntil: days[0] };
}

/** A listing of this register's own is published from the day its decision set, until its End or its removal. */
export function publishedListing(list: Pick<List, "published">, facts: Interruptions & { readonly publishedFrom?: PlainDate; readonly end: End }): PublishedThing {
  return { ...interrupted(facts), disclosure: disclosureOf(list), end: facts.end, ...(facts.publishedFrom === undefined ? {} : { publishedFrom: facts.publishedFrom }) };
}

/** What another body published: since it took effect, or since the first edition that carried it if that is earlier, while the newest carries it. */
export function reportedListing(
  list: Pick<List, "published">,
  facts: Interruptions & { readonly end: End; readonly effectiveFrom?: PlainDate; readonly firstEdition: PlainDate; readonly newestEdition: PlainDate; readonly carried: boolean },
): PublishedThing {
  return {
    ...interrupted(facts), disclosure: disclosureOf(list), end: facts.end, edition: { carried: facts.carried, asOf: facts.newestEdition },
    publishedFrom: facts.effectiveFrom === undefined ? facts.firstEdition : earlier(facts.effectiveFrom, facts.firstEdition),
  };
}

/** Lists the law does not publish (scrutiny lists) are work of the authorities. */
function disclosureOf(list: Pick<List, "published">): PublishedThing["disclosure"] {
  return list.published ? "public" : "working";
}

function interrupted({ stop, masks }: Interruptions): Interruptions {
  return { ...(stop === undefined ? {} : { stop }), ...(masks === undefined ? {} : { masks }) };
}
