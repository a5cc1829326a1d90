// Count: how many listings began, ended and stood over a span of days, by month, list, authority, region and sector, and what ended them.
// Every figure about listings in numbers comes from here. What may be counted is settled by today's publication, as for names: what is
// masked, not yet published or never published is in no figure; what has ended is in the figures and nowhere by name.
import { addDays, addMonths, addYears, earlier, makePlainDate, monthOf, present, yearOf, type End, type FileNumber, type LawId, type PlainDate } from "../terms/index.ts";
import type { List } from "../rules/index.ts";
import { listingOnDay, spellsOf, type EditionOnFile, type ListingOnFile, type Spell } from "../register/index.ts";
import { publicationOn, type Viewer } from "./publication.ts";
import { thingOfListing } from "./sight.ts";

/** What ends a listing, in the order in which it is shown. `term`: served out; `edition`: its source no longer carries it; `change`: its source gave it another first day. */
export const RELEASE_REASONS = ["term", "repair", "performance", "objection", "review", "release", "annulment", "edition", "change"] as const;
type ReleaseReason = (typeof RELEASE_REASONS)[number];

/** What was said of how long a listing lasts when it began. Each stated term is in the first class it does not exceed. */
const TERM_CLASSES = ["oneYear", "threeYears", "fiveYears", "longer", "untilDone", "review", "permanent", "notStated"] as const;
type TermClass = (typeof TERM_CLASSES)[number];

/** A listing as it is counted: its days, and what it is counted by. */
export interface CountedListing {
  readonly list: LawId;
  readonly file: FileNumber;
  /** Who decided it, or carried it first. */
  readonly authority: LawId;
  /** Absent where its source does not state it. */
  readonly decidedOn?: PlainDate;
  readonly spells: readonly Spell[];
  readonly annulledOn?: PlainDate;
  readonly removedBy?: ReleaseReason;
  readonly term: TermClass;
}

/** One stretch of the span, half open: a month, cut where the span begins or ends within it. */
export interface MonthCount {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** By the day of the decision. */
  readonly decided: number;
  readonly begun: number;
  readonly ended: number;
  /** On its last day. */
  readonly standing: number;
  /** Lists whose source had not delivered on its last day, or too long ago: of these nobody can say who stood on them. */
  readonly unknown: readonly LawId[];
}

export interface RowCount {
  /** Null: not on file. */
  readonly key: string | null;
  readonly begun: number;
  /** Listings on the last day of the span, and the organisations they are about. */
  readonly standing: number;
  readonly organisations: number;
}

export interface ListingCounts {
  readonly months: readonly MonthCount[];
  /** Each reason with how often it ended a listing in the span; annulments by their own day. */
  readonly ends: readonly { readonly reason: ReleaseReason; readonly count: number }[];
  /** Of the listings that began in the span. */
  readonly terms: readonly { readonly term: TermClass; readonly count: number }[];
  readonly lists: readonly (RowCount & { readonly key: LawId; readonly ended: number })[];
  readonly authorities: readonly (RowCount & { readonly key: LawId })[];
  readonly regions: readonly RowCount[];
  readonly sectors: readonly RowCount[];
  readonly decided: number;
  /** Listings whose source does not state the day of the decision, among those that began in the span. */
  readonly undated: number;
  readonly begun: number;
  readonly ended: number;
  readonly standing: number;
}

/** Who is on file: the organisation a file belongs to, and where it is and what it does. */
export interface Placed {
  readonly organisation: FileNumber;
  readonly region?: string;
  readonly sector?: string;
}

export interface Counting {
  /** Half open. */
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly lists: readonly Pick<List, "id" | "holds" | "freshForDays">[];
  readonly editions: ReadonlyMap<LawId, readonly Pick<EditionOnFile, "asOf">[]>;
  readonly place: (file: FileNumber) => Placed | undefined;
}

/**
 * A listing as the viewer may have it counted; undefined where it may not.
 * @param newest the listing as known now, by which publication is settled; undefined where it was taken back since
 */
export function countedListing(viewer: Viewer, list: Pick<List, "id" | "owner" | "published">, onFile: ListingOnFile, newest: ListingOnFile | undefined, today: PlainDate): CountedListing | undefined {
  const spells = spellsOf(onFile);
  if (viewer.kind !== "keeper" && !mayCount(list, newest, today)) return undefined;
  const first = listingOnDay(onFile, spells[0]?.from ?? today);
  const removal = onFile.holds === "kept" ? onFile.removal : undefined;
  return {
    list: onFile.list, file: onFile.file, spells, term: termOf(first.end, first.effectiveFrom),
    authority: onFile.holds === "kept" ? onFile.decided.authority : (first.originator ?? list.owner),
    ...(first.decidedOn === undefined ? {} : { decidedOn: first.decidedOn }),
    ...(removal === undefined ? {} : removal.retroactive ? { annulledOn: removal.removedOn } : { removedBy: removal.act }),
  };
}

/** What is published may be counted, and what was before it ended; what stands though its publication has ended may not. */
function mayCount(list: Pick<List, "published">, newest: ListingOnFile | undefined, today: PlainDate): boolean {
  if (newest === undefined) return false;
  const thing = thingOfListing(list, newest, today);
  const publication = publicationOn(thing, today);
  if (publication.kind !== "ended") return publication.kind === "published";
  return thing.publishedFrom !== undefined && thing.publishedFrom < publication.on && listingOnDay(newest, today).state !== "stands";
}

function termOf(end: End, from: PlainDate): TermClass {
  switch (end.kind) {
    case "fixed":
      return end.until <= addYears(from, 1) ? "oneYear" : end.until <= addYears(from, 3) ? "threeYears" : end.until <= addYears(from, 5) ? "fiveYears" : "longer";
    case "reviewFrom":
      return "review";
    case "untilDone":
    case "permanent":
    case "notStated":
      return end.kind;
  }
}

/** The figures of a span. */
export function countListings(listings: readonly CountedListing[], counting: Counting): ListingCounts {
  const { from, until, place } = counting;
  const within = (day: PlainDate | undefined): boolean => day !== undefined && from <= day && day < until;
  const turns = turnsOf(listings);
  const begun = turns.begun.filter(({ day }) => within(day));
  const ended = turns.ended.filter(({ day }) => within(day));
  const standing = listings.filter((listing) => standsBefore(listing, until));
  const row = <K extends string>(keyOf: (listing: CountedListing) => K | null): readonly (RowCount & { readonly key: K | null })[] => rowsBy(begun.map(({ listing }) => listing), standing, keyOf, (file) => place(file)?.organisation ?? file);
  const byList = new Map(row(({ list }) => list).map((each) => [each.key, each]));
  const endedOn = Map.groupBy(ended, ({ listing }) => listing.list);
  return {
    months: monthCounts(listings, turns, counting),
    ends: RELEASE_REASONS.map((reason) => ({ reason, count: ended.filter((each) => each.reason === reason).length })),
    terms: TERM_CLASSES.map((term) => ({ term, count: begun.filter(({ listing }) => listing.term === term).length })),
    lists: counting.lists.map(({ id }) => ({ ...(byList.get(id) ?? NOTHING), key: id, ended: endedOn.get(id)?.length ?? 0 })),
    authorities: row(({ authority }) => authority).flatMap(({ key, ...counts }) => (key === null ? [] : [{ ...counts, key }])),
    regions: row(({ file }) => place(file)?.region ?? null), sectors: row(({ file }) => place(file)?.sector ?? null),
    decided: listings.filter(({ decidedOn }) => within(decidedOn)).length, undated: begun.filter(({ listing }) => listing.decidedOn === undefined).length,
    begun: begun.length, ended: ended.length, standing: standing.length,
  };
}

const NOTHING = { begun: 0, standing: 0, organisations: 0 } as const;

interface Turns {
  readonly begun: readonly { readonly day: PlainDate; readonly listing: CountedListing }[];
  readonly ended: readonly { readonly day: PlainDate; readonly listing: CountedListing; readonly reason: ReleaseReason }[];
}

function turnsOf(listings: readonly CountedListing[]): Turns {
  return {
    begun: listings.flatMap((listing) => listing.spells.map(({ from }) => ({ day: from, listing }))),
    ended: listings.flatMap((listing) => [
      ...listing.spells.flatMap(({ until, by }) => (until === undefined ? [] : [{ day: until, listing, reason: reasonOf(by, listing.removedBy) }])),
      ...(listing.annulledOn === undefined ? [] : [{ day: listing.annulledOn, listing, reason: "annulment" as const }]),
    ]),
  };
}

function reasonOf(by: Spell["by"], removedBy: ReleaseReason = "release"): ReleaseReason {
  switch (by) {
    case "removed":
      return removedBy;
    case "gone":
      return "edition";
    case "notYet":
      return "change";
    case "ended":
    case undefined:
      return "term";
  }
}

/** Whether it stands on the day before. */
function standsBefore({ spells }: CountedListing, day: PlainDate): boolean {
  return spells.some(({ from, until }) => from < day && (until === undefined || until >= day));
}

/** Every month at once: each day is put into its month, and who stands on a last day is who began before the next less who ended before it. */
function monthCounts(listings: readonly CountedListing[], { begun, ended }: Turns, { from, until, lists, editions }: Counting): readonly MonthCount[] {
  const months = monthsOf(from, until);
  /** The first month that has not ended by the day; all have: their number. */
  const monthAt = (day: PlainDate): number => {
    let [low, high] = [0, months.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (day < present(months[middle], "a month").until) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const counted = (days: Iterable<PlainDate | undefined>, before: boolean): readonly number[] => {
    const counts = new Array<number>(months.length + 1).fill(0);
    for (const day of days) {
      if (day === undefined || (!before && day < from)) continue;
      const month = monthAt(day);
      counts[month] = (counts[month] ?? 0) + 1;
    }
    return counts;
  };
  const spells = listings.flatMap((listing) => listing.spells);
  const [decided, starts, stops] = [counted(listings.map(({ decidedOn }) => decidedOn), false), counted(begun.map(({ day }) => day), false), counted(ended.map(({ day }) => day), false)];
  const [beganBefore, endedBefore] = [counted(spells.map((spell) => spell.from), true), counted(spells.map((spell) => spell.until), true)];
  let standing = 0;
  return months.map((month, index): MonthCount => {
    standing += (beganBefore[index] ?? 0) - (endedBefore[index] ?? 0);
    return {
      ...month, decided: decided[index] ?? 0, begun: starts[index] ?? 0, ended: stops[index] ?? 0, standing,
      unknown: lists.filter((list) => list.holds === "reported" && !isDelivered(list, editions.get(list.id) ?? [], month.until)).map(({ id }) => id),
    };
  });
}

/** Whether on the day before there was an edition, and it was not older than the law lets it be. */
function isDelivered({ freshForDays }: Pick<List, "freshForDays">, editions: readonly Pick<EditionOnFile, "asOf">[], until: PlainDate): boolean {
  const newest = editions.findLast(({ asOf }) => asOf < until);
  return newest !== undefined && (freshForDays === undefined || addDays(newest.asOf, freshForDays) >= until);
}

function rowsBy<K extends string>(begun: readonly CountedListing[], standing: readonly CountedListing[], keyOf: (listing: CountedListing) => K | null, organisationOf: (file: FileNumber) => FileNumber): readonly (RowCount & { readonly key: K | null })[] {
  const [began, stand] = [Map.groupBy(begun, keyOf), Map.groupBy(standing, keyOf)];
  return [...new Set([...began.keys(), ...stand.keys()])].sort((a, b) => ((a ?? "~") < (b ?? "~") ? -1 : 1)).map((key) => {
    const there = stand.get(key) ?? [];
    return { key, begun: began.get(key)?.length ?? 0, standing: there.length, organisations: new Set(there.map(({ file }) => organisationOf(file))).size };
  });
}

/** The months of a span, the first and the last cut where it begins and ends within them. */
export function monthsOf(from: PlainDate, until: PlainDate): readonly { readonly from: PlainDate; readonly until: PlainDate }[] {
  const months: { readonly from: PlainDate; readonly until: PlainDate }[] = [];
  for (let day = from; day < until; ) {
    const next = earlier(until, addMonths(firstOfMonth(day), 1));
    months.push({ from: day, until: next });
    day = next;
  }
  return months;
}

/** The first day of the month a day lies in. */
export function firstOfMonth(day: PlainDate): PlainDate {
  const first = makePlainDate(yearOf(day), monthOf(day), 1);
  return present(first.ok ? first.value : undefined, "a month has a first day");
}
