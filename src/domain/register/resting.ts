// Resting: what rests on one record, so that it can be shown as having to go when the record falls (annulled or corrected). The relation
// alone; who must act on it, and by when, is the procedures' business. Pure over the register.
import type { ListingId, MatterId, PlainDate, RecordId } from "../terms/index.ts";
import type { KnownEvent } from "../events/index.ts";
import type { KeptListingOnFile, RecordOnFile, Register } from "./on-file.ts";
import { joinedFiles } from "./organisation.ts";

export interface RestingListing {
  readonly listing: ListingId;
  readonly matter: MatterId;
  /** `criterion`: the decision names the record among what met a criterion; `proposal`: only the proposal does. */
  readonly by: "criterion" | "proposal";
  /** It is off the list already, and yet rested on the record while it stood. */
  readonly removedOn?: PlainDate;
}

export interface RestingRecord {
  readonly record: RecordId;
  readonly breach: NonNullable<RecordOnFile["breach"]>;
}

export interface Resting {
  readonly listings: readonly RestingListing[];
  /** Matters in which a listing is proposed on the record and not decided or withdrawn yet. */
  readonly openCases: readonly MatterId[];
  /** Of the same breach and organisation, dated no earlier than the record. */
  readonly records: readonly RestingRecord[];
}

/** What rests on a record. What was annulled itself, or repaired, needs to go no more. */
export function restingOn(register: Register, id: RecordId): Resting {
  const kept = [...register.listings.values()].filter((listing): listing is KeptListingOnFile => listing.holds === "kept" && listing.removal?.retroactive !== true);
  return {
    listings: kept.flatMap((listing) => restingListing(register, listing, id)).sort((a, b) => (a.listing < b.listing ? -1 : 1)),
    openCases: [...register.matters.values()].flatMap((events) => (isOver(events) ? [] : proposalsOn(events, id).slice(0, 1))).sort(),
    records: restingRecords(register, id),
  };
}

function restingListing(register: Register, { id: listing, decided, removal }: KeptListingOnFile, record: RecordId): readonly RestingListing[] {
  const named = decided.criteria.some((criterion) => criterion.holds && criterion.records.includes(record));
  if (!named && proposalsOn(register.matters.get(decided.matter) ?? [], record).length === 0) return [];
  return [{
    listing, matter: decided.matter, by: named ? "criterion" : "proposal",
    ...(removal === undefined ? {} : { removedOn: removal.removedOn }),
  }];
}

/** The matter, where a listing is proposed on the record in it. */
function proposalsOn(events: readonly KnownEvent[], record: RecordId): readonly MatterId[] {
  return events.flatMap((event) => (event.type === "ListingProposed" && event.body.records.includes(record) ? [event.body.matter] : []));
}

function isOver(events: readonly KnownEvent[]): boolean {
  return events.some((event) => event.type === "ListingDecided" || event.type === "ProposalWithdrawn");
}

function restingRecords(register: Register, id: RecordId): readonly RestingRecord[] {
  const record = register.records.get(id);
  if (record?.breach === undefined) return [];
  const { breach } = record;
  const files = joinedFiles(register, record.file);
  return [...register.records.values()]
    .filter((other) => other.id !== id && other.breach === breach && files.includes(other.file) && !other.annulled && other.repair === undefined && follows(other, record))
    .map((other) => ({ record: other.id, breach })).sort((a, b) => (a.record < b.record ? -1 : 1));
}

/** By their days; where one is not dated, by when they were handed in. */
function follows(other: RecordOnFile, record: RecordOnFile): boolean {
  const [day, from] = [dayOf(other), dayOf(record)];
  return day === undefined || from === undefined ? other.position > record.position : day >= from;
}

function dayOf({ decidedOn, actedOn, publishedFrom }: RecordOnFile): PlainDate | undefined {
  return decidedOn ?? actedOn ?? publishedFrom;
}
