// Publication end: the day on which the publication of a record ended by itself, because the time the law gives it was over. Asked by passDay,
// which tells it; of a whole register, whose records mostly end on other days, first by what can be known of a record at a glance.
import { addMonths, type LawId, type PlainDate } from "../terms/index.ts";
import type { RecordType, Repair, Rulebook } from "../rules/index.ts";
import { publicationOn, type PublishedThing } from "./publication.ts";

/** The first day on which it was published no more, by the time its type or a rule of repair gives it; undefined: that has not ended it by the day. */
export function publicationEnded(thing: PublishedThing, by: PlainDate): PlainDate | undefined {
  const publication = publicationOn(thing, by);
  const wasPublished = thing.publishedFrom !== undefined && publication.kind === "ended" && thing.publishedFrom < publication.on;
  return wasPublished && publication.because === "publicationTerm" ? publication.on : undefined;
}

/** Whether the publication of a record of this type, counted from that day, can end by itself from the day after `from` until `to`, whichever rule of the law governs. */
export function mayEnd(law: Pick<Rulebook, "all">, { type, countedFrom, from, to }: { readonly type: LawId; readonly countedFrom: PlainDate; readonly from: PlainDate; readonly to: PlainDate }): boolean {
  return monthsOf(law, type).some((months) => {
    const end = addMonths(countedFrom, months);
    return from < end && end <= to;
  });
}

/** A book of law gives the same entries each time it is asked, so their months are gathered once for each book. */
const months = new WeakMap<readonly Repair[], Map<LawId, readonly number[]>>();

function monthsOf(law: Pick<Rulebook, "all">, id: LawId): readonly number[] {
  const rules = law.all("repair");
  const known = months.get(rules) ?? new Map<LawId, readonly number[]>();
  months.set(rules, known);
  const found = known.get(id) ?? gathered(law.all("record-type").find((type) => type.id === id), rules.filter(({ covers }) => covers.includes(id)));
  known.set(id, found);
  return found;
}

function gathered(type: RecordType | undefined, rules: readonly Repair[]): readonly number[] {
  const byRules = rules.flatMap(({ tiers }) => tiers.flatMap(({ endsByItself, maximumMonths }) => (endsByItself && maximumMonths !== undefined ? [maximumMonths] : [])));
  return [...new Set([...(type?.publicationMonths ?? []).map(({ value }) => value), ...byRules])];
}
