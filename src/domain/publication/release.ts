// Release: every end of what binds, with everybody who has to take it over: a term, a removal, an annulment, a repair, an edition that no
// longer carries it, a stay. Derived from what is on file and the law of the day; passDay tells each once, and consumers acknowledge it.
import { addDays, bodyOf, covers, untilOf, type FileNumber, type LawId, type PlainDate, type Position } from "../terms/index.ts";
import type { Burden, Told } from "../events/index.ts";
import { childrenOf, valueOn, type Criterion, type Procedure, type Rulebook, type Statute, type Step } from "../rules/index.ts";
import { listingOnDay, type ListingOnFile, type RecordOnFile, type Stay } from "../register/index.ts";
import { deadline, type WorkingCalendar } from "../cases/index.ts";

export interface Release {
  /** The same end has the same key, whenever it is looked at. */
  readonly key: string;
  readonly what: Extract<Told["what"], "termEnded" | "removed" | "annulled" | "repaired" | "stayed" | "stayEnded">;
  readonly file: FileNumber;
  /** The first day on which nothing binds because of it; of an end of a stay the first on which it does again. */
  readonly day: PlainDate;
  readonly about: Burden;
  /** The list or record type. */
  readonly of: LawId;
  /** Annulled: the first day for which earlier answers were wrong. */
  readonly wrongFrom?: PlainDate;
  /** Where it was recorded; of what ended by itself the place of what ended. */
  readonly position: Position;
}

/** Everything that has ended a listing, or rested it, by the day. */
export function releasesOfListing(listing: ListingOnFile, on: PlainDate): readonly Release[] {
  const { file, list: of } = listing;
  const about: Burden = { kind: "listing", listing: listing.id };
  const state = listingOnDay(listing, on);
  const until = untilOf(state.end);
  const known = listing.holds === "kept" ? listing.position : (listing.sightings.at(-1)?.position ?? (0 as Position));
  const found: Release[] = restsOf(listing.stays, about, of, file, on, known);
  if (until !== undefined && until <= on && listingOnDay(listing, addDays(until, -1)).state === "stands") found.push({ key: `termEnded:${listing.id}:${until}`, what: "termEnded", file, day: until, about, of, position: known });
  if (listing.holds === "kept") {
    const { removal } = listing;
    if (removal?.retroactive === true) found.push({ key: `annulled:${listing.id}`, what: "annulled", file, day: removal.removedOn, about, of, wrongFrom: state.effectiveFrom, position: removal.position });
    else if (removal !== undefined && removal.removedOn <= on) found.push({ key: `removed:${listing.id}:${removal.removedOn}`, what: "removed", file, day: removal.removedOn, about, of, position: removal.position });
    return found;
  }
  const gone = state.state === "gone" ? listing.missing.find((missing) => missing.editionDay === state.stoppedOn) : undefined;
  return gone === undefined ? found : [...found, { key: `removed:${listing.id}:${gone.editionDay}`, what: "removed", file, day: gone.editionDay, about, of, position: gone.position }];
}

/** Everything that has ended or rested what a record brings, by the day. */
export function releasesOfRecord(record: RecordOnFile, on: PlainDate): readonly Release[] {
  const { file, type: of } = record;
  const about: Burden = { kind: "record", record: record.id };
  const found = restsOf(record.stays, about, of, file, on, record.position);
  const from = record.decidedOn ?? record.actedOn ?? record.publishedFrom;
  if (record.annulled) return [...found, { key: `annulled:${record.id}`, what: "annulled", file, day: from ?? on, about, of, ...(from === undefined ? {} : { wrongFrom: from }), position: record.position }];
  const { repair } = record;
  return repair === undefined || repair.repairedOn > on ? found : [...found, { key: `repaired:${record.id}`, what: "repaired", file, day: repair.repairedOn, about, of, position: repair.position }];
}

function restsOf(stays: readonly Stay[], about: Burden, of: LawId, file: FileNumber, on: PlainDate, position: Position): Release[] {
  return stays.flatMap((stay, index): Release[] => [
    ...(stay.from <= on ? [{ key: `stayed:${inCase(stays, stay, index)}`, what: "stayed" as const, file, day: stay.from, about, of, position }] : []),
    ...(stay.until !== undefined && stay.until <= on ? [{ key: `stayEnded:${inCase(stays, stay, index)}`, what: "stayEnded" as const, file, day: stay.until, about, of, position }] : []),
  ]);
}

/** The case a stay was ordered in, and which of its stays it is where it was ordered again after it had ended. */
function inCase(stays: readonly Stay[], { matter }: Stay, index: number): string {
  const before = stays.slice(0, index).filter((stay) => stay.matter === matter).length;
  return before === 0 ? matter : `${matter}:${before + 1}`;
}

/** The authorities that do something because of it under the law of the day: those of the measures it sets off, by itself or by what it entails or costs. */
export function consumersOf(statute: Statute, of: LawId): readonly LawId[] {
  const reached = new Set<LawId>([of]);
  for (let grown = true; grown; ) {
    const before = reached.size;
    for (const list of statute.all("list")) {
      if ([list.entailed, list.lostWhen].some((criterion) => criterion !== undefined && names(statute, criterion, reached))) reached.add(list.id);
    }
    grown = reached.size > before;
  }
  const measures = statute.all("measure").filter(({ trigger }) => (trigger.kind === "list" ? trigger.lists.some((list) => reached.has(list)) : (trigger.kind === "record" || trigger.kind === "commitment") && reached.has(trigger.type)));
  return [...new Set(measures.map(({ authority }) => authority))].sort();
}

/** Whether a criterion asks about one of these lists or record types. */
function names(statute: Statute, criterion: Criterion, things: ReadonlySet<LawId>): boolean {
  if (criterion.kind === "records" && things.has(criterion.type)) return true;
  if (criterion.kind === "listed" && statute.all("list").some(({ id, colour }) => things.has(id) && (criterion.lists.includes(id) || criterion.colour === colour))) return true;
  return childrenOf(criterion).some((part) => names(statute, part, things));
}

/** How long a consumer has to take a release over. */
export interface TakeOver {
  readonly procedure: LawId;
  readonly lastDay: PlainDate;
  readonly until: PlainDate;
  readonly provisional: boolean;
}

/** By when a release of the day has to be taken over; undefined where the law in force states no time. */
export function takeOverBy(law: Pick<Rulebook, "all">, of: LawId, day: PlainDate, calendar: WorkingCalendar): TakeOver | undefined {
  const speaking = law.all("procedure").filter((procedure) => procedure.purpose === "release" && procedure.draft !== true && covers(procedure, day) && (procedure.covers.length === 0 || procedure.covers.includes(of)));
  const times = speaking.flatMap((procedure): TakeOver[] => {
    const step = acknowledgementOf(procedure, day);
    if (step?.within === undefined) return [];
    const due = deadline(step.within, day, calendar);
    return [{ procedure: procedure.id, lastDay: due.day, until: addDays(due.day, 1), provisional: due.provisional }];
  });
  // Of several the shortest: whoever was released waits no longer than any of them lets it.
  return times.sort((a, b) => (a.until < b.until ? -1 : 1))[0];
}

function acknowledgementOf(procedure: Procedure, day: PlainDate): Step | undefined {
  return (valueOn(procedure.steps, day) ?? []).find((step) => step.kind === "acknowledgement");
}

/** The body of law a release belongs to. */
export function bodyOfRelease({ of }: Pick<Release, "of">): string {
  return bodyOf(of);
}
