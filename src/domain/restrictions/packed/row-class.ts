// Row class: everything about a row of the index that many rows share, kept once. What a row can say in numbers, and what it cannot: then
// the twin (derive.ts) is asked. Made from what is on file; read by prepared-question.ts.
import { dayNumber, hasEnded, plainDate, untilOf, type End, type FileNumber, type LawId, type PlainDate } from "../../terms/index.ts";
import { missedAfter, relatedFiles, type ListingOnFile, type Organisation, type Register, type ReportedListing } from "../../register/index.ts";

export type RowClass =
  /** Nothing the index can say of the organisation. */
  | { readonly kind: "opaque" }
  /** On file, and nothing else is known of it that may matter. */
  | { readonly kind: "bare" }
  /** What is on file beside listings: only that it is there, so that what asks after it goes to the twin. */
  | { readonly kind: "traits"; readonly records: readonly LawId[]; readonly status?: string; readonly related: boolean; readonly decided: boolean }
  /** A listing that the row cannot say whole: decided by this register, stayed once, or of days too far apart. */
  | { readonly kind: "listingByTwin"; readonly list: LawId }
  /** A reported listing. Its first day, the length of its term and its day of decision stand in the row. */
  | { readonly kind: "listing"; readonly list: LawId; readonly originator?: LawId; readonly regions: readonly string[]; readonly end: "fixed" | Exclude<End, { readonly kind: "fixed" }> };

/** One row before it is packed: its class and, of a listing, its days as numbers. */
export interface Row {
  readonly class: RowClass;
  readonly listing?: string;
  /** Days since FIRST_DAY. */
  readonly from: number;
  /** Days from its first day to the first free one; 0 where no day is fixed. */
  readonly length: number;
  /** How long before its first day it was decided: see `decidedCode`. */
  readonly decided: number;
}

/** Rows count days from here; a listing from before it goes to the twin. */
export const FIRST_DAY: number = dayNumber(plainDate("1990-01-01"));
/** Days, and lengths of terms, that a row can hold: 44 years. */
export const DAYS_MAX = 2 ** 14;
/** Decided on the first day itself is 1; `d` days before it (or after, where negative) is DECIDED_ZERO + d; 0 is not stated. */
export const DECIDED_ZERO = 2 ** 15;
const DECIDED_MAX = 2 ** 16;

/** An organisation to be packed. */
export interface OrganisationToPack extends OrganisationRows {
  readonly file: FileNumber;
  /** All its files. */
  readonly files: readonly FileNumber[];
  readonly name: string;
  readonly codes: readonly { readonly scheme: LawId; readonly value: string }[];
}

/** What is packed of an organisation: at least one row, in the order of the register. `latest`: the last day on which an edition changed what it says of a row: before it the rows may have been others. */
export interface OrganisationRows {
  readonly rows: readonly Row[];
  readonly latest: PlainDate | undefined;
}

/** The rows of an organisation, as its listings stand in the register's order: those that no edition carries any more are left out. */
export function rowsOf(register: Register, organisation: Organisation): OrganisationRows {
  const rows: Row[] = [];
  let latest: PlainDate | undefined;
  for (const listing of organisation.listings) {
    const changed = lastChange(listing);
    if (changed !== undefined && (latest === undefined || changed > latest)) latest = changed;
    const row = rowOfListing(listing);
    if (row !== undefined) rows.push(row);
  }
  const traits = traitsOf(register, organisation);
  if (traits !== undefined) rows.push(without(traits));
  return { rows: rows.length === 0 ? [without({ kind: "bare" })] : rows, latest };
}

/** An organisation of a register as the builder takes it. */
export function organisationToPack(register: Register, organisation: Organisation): OrganisationToPack {
  const { file, files, name, codes } = organisation;
  return { file, files, name, codes: codes.map(({ scheme, value }) => ({ scheme, value })), ...rowsOf(register, organisation) };
}

function without(kind: RowClass): Row {
  return { class: kind, from: 0, length: 0, decided: 0 };
}

function traitsOf(register: Register, organisation: Organisation): RowClass | undefined {
  const records = [...new Set(organisation.records.map(({ type }) => type))].sort();
  const { status } = organisation.attributes;
  const related = relatedFiles(register, organisation.files).length > 0;
  const decided = register.decisions.some(({ file }) => organisation.files.includes(file));
  if (records.length === 0 && status === undefined && !related && !decided) return undefined;
  return { kind: "traits", records, ...(status === undefined ? {} : { status }), related, decided };
}

/** The last day on which what the editions say of it changed. */
function lastChange(listing: ListingOnFile): PlainDate | undefined {
  if (listing.holds === "kept") return undefined;
  return [...listing.sightings, ...listing.missing].map(({ editionDay }) => editionDay).sort().at(-1);
}

function rowOfListing(listing: ListingOnFile): Row | undefined {
  const byTwin = without({ kind: "listingByTwin", list: listing.list });
  if (listing.holds === "kept" || listing.stays.length > 0) return byTwin;
  const seen = listing.sightings.at(-1);
  if (seen === undefined) return undefined;
  if (missedAfter(listing, seen, LAST_DAY) !== undefined) return undefined;
  return rowOfSighting(listing, seen) ?? byTwin;
}

const LAST_DAY = plainDate("2200-12-31");

function rowOfSighting(listing: ReportedListing, seen: ReportedListing["sightings"][number]): Row | undefined {
  const { originator, regions = [], end, decidedOn } = seen;
  // As listingOnDay has it for every day from the last sighting on.
  const first = seen.effectiveFrom ?? decidedOn ?? listing.sightings[0]?.editionDay;
  if (first === undefined) return undefined;
  const from = dayNumber(first) - FIRST_DAY;
  const until = untilOf(end);
  const length = until === undefined ? 0 : dayNumber(until) - dayNumber(first);
  const decided = decidedCode(from, decidedOn);
  if (from < 0 || from >= DAYS_MAX || length < 0 || length >= DAYS_MAX || decided === undefined || hasEnded(end, first)) return undefined;
  return {
    class: { kind: "listing", list: listing.list, ...(originator === undefined ? {} : { originator }), regions, end: end.kind === "fixed" ? "fixed" : end },
    listing: listing.id, from, length, decided,
  };
}

/** The day of decision as a number of sixteen bits; undefined where it lies too far from the first day. */
function decidedCode(from: number, decidedOn: PlainDate | undefined): number | undefined {
  if (decidedOn === undefined) return 0;
  const before = from - (dayNumber(decidedOn) - FIRST_DAY);
  if (before === 0) return 1;
  const code = DECIDED_ZERO + before;
  return code > 1 && code < DECIDED_MAX ? code : undefined;
}

/** The day of decision since FIRST_DAY; undefined where it is not stated. */
export function decidedOf(from: number, code: number): number | undefined {
  if (code === 0) return undefined;
  return code === 1 ? from : from - (code - DECIDED_ZERO);
}
