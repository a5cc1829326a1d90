// Facts: the variables a criterion may name, made of what is on file on a day. An absent key is unknown, never false.
import type { LawId, PlainDate } from "../terms/index.ts";
import type { FieldValues } from "../events/index.ts";
import type { Facts, FactValue, List, Measure, Memorandum, RecordType, Rulebook, Statute } from "../rules/index.ts";
import { listingOnDay, listingsSharing, sharedValue, type ListingOnDay, type Organisation, type RecordOnFile, type Register } from "../register/index.ts";
import type { Sight } from "../publication/index.ts";

/** What one derivation looks at: the law of a day, what is on file, the day asked about, and what the asker may see. */
export interface Scene {
  readonly rulebook: Rulebook;
  readonly statute: Statute;
  readonly register: Register;
  readonly on: PlainDate;
  readonly sight: (list: List, listing: ListingOnDay | null) => Sight;
  readonly sightOfRecord: (type: RecordType, record: RecordOnFile) => Sight;
  /** Lists whose cause is being looked at: none is asked about itself. */
  readonly within?: readonly LawId[];
  /** Criteria leave out what a stay holds back on the day. */
  readonly unstayed?: boolean;
  /** What publication goes by, whatever day and position are asked about; absent where the asker sees everything. */
  readonly newest?: { readonly register: Register; readonly statute: Statute; readonly on: PlainDate };
}

type FactGroup = Facts[string];

export function organisationFacts(organisation: Organisation): FactGroup {
  const { kind, legalForm, status, region, sector } = organisation.attributes;
  return stated({ kind, legalForm, status, region, sector });
}

/** Records of a type that were there on the day: decided, done or published by then, and not annulled. A repaired one is among them. */
export function recordsOnDay(organisation: Organisation, type: LawId, on: PlainDate): readonly RecordOnFile[] {
  return organisation.records
    .filter((record) => record.type === type && !record.annulled && (record.decidedOn ?? record.actedOn ?? record.publishedFrom ?? on) <= on)
    .sort((a, b) => compare(a.decidedOn ?? a.actedOn ?? "", b.decidedOn ?? b.actedOn ?? "") || compare(a.id, b.id));
}

/** From the day of its repair on a record counts nowhere. */
export function isRepaired(record: RecordOnFile, on: PlainDate): boolean {
  return record.repair !== undefined && record.repair.repairedOn <= on;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function recordFacts(record: RecordOnFile): FactGroup {
  return { ...fieldFacts(record.fields), ...stated({ decidedOn: record.decidedOn, actedOn: record.actedOn }) };
}

export function fieldFacts(fields: FieldValues): FactGroup {
  const facts: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(fields)) facts[name] = factOf(value);
  return facts;
}

function factOf(value: FieldValues[string]): FactValue {
  if (typeof value === "number") return BigInt(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  return "minor" in value ? BigInt(value.minor) : value;
}

/** The facts of a listing, its missing fields taken from the decision it hangs on where the list says so. */
export function listingFacts(scene: Scene, organisation: Organisation, list: List, listing: ListingOnDay): FactGroup {
  const originator = listing.originator ?? list.owner;
  const own = organisation.listings.some((other) => {
    const otherList = scene.rulebook.get("list", other.list);
    if (otherList === undefined || otherList.owner !== originator || other.list === listing.list) return false;
    const seen = listingOnDay(other, scene.on);
    return (seen.originator ?? otherList.owner) === originator;
  });
  return {
    ...inheritedFields(scene, list, listing),
    ...stated({
      list: list.id, publisher: list.owner, originator, decidedOn: listing.decidedOn, effectiveFrom: listing.effectiveFrom,
      until: listing.end.kind === "fixed" ? listing.end.until : undefined, endKind: listing.end.kind,
      publishedOn: list.published, ownListingOnFile: own,
    }),
  };
}

/** Fields as stated; those not stated come from another listing of the list that shares its number and does not itself inherit. */
export function inheritedFields(scene: Scene, list: List, listing: ListingOnDay): FactGroup {
  const { inherits } = list;
  const own = fieldFacts(listing.fields);
  const number = inherits === undefined ? undefined : sharedValue(listing, inherits.by);
  if (inherits === undefined || number === undefined || !hangsOnAnother(inherits, own)) return own;
  const parents = listingsSharing(scene.register, list.id, inherits.by, number).map((other) => fieldFacts(listingOnDay(other, scene.on).fields)).filter((fields) => !hangsOnAnother(inherits, fields));
  const taken: Record<string, FactValue> = { ...own };
  for (const field of inherits.fields) {
    if (taken[field] !== undefined) continue;
    const stated = parents.flatMap((fields) => (fields[field] === undefined ? [] : [fields[field]]));
    const [first] = stated;
    if (first !== undefined) taken[field] = typeof first === "object" ? [...new Set(stated.flat().map(String))].sort() : first;
  }
  return taken;
}

function hangsOnAnother(inherits: NonNullable<List["inherits"]>, fields: FactGroup): boolean {
  return inherits.compiled?.evaluate({ listing: fields }).truth === "true";
}

/** From which day the memorandum binds an authority; absent where it is no party. */
export function partyFacts(memorandum: Memorandum | undefined, authority: LawId | undefined): FactGroup {
  const party = memorandum?.parties.find((each) => each.authority === authority);
  return party === undefined ? stated({ authority }) : { authority: party.authority, sinceEarliest: party.sinceEarliest, sinceLatest: party.sinceLatest };
}

/** The day whose version of a rule governs: its anchor, never later than the statute book's own day. */
export function anchorDay(measure: Pick<Measure, "anchor">, scene: Scene, days: { readonly actedOn?: PlainDate; readonly decidedOn?: PlainDate; readonly publishedFrom?: PlainDate; readonly from: PlainDate }): PlainDate {
  const day =
    measure.anchor === "act" ? (days.actedOn ?? days.decidedOn ?? days.from)
    : measure.anchor === "decision" ? (days.decidedOn ?? days.from)
    : measure.anchor === "publication" ? (days.publishedFrom ?? days.from)
    : scene.on;
  return day < scene.statute.day ? day : scene.statute.day;
}


/** A region lies within another when it is it, or the other's code with its trailing pairs of zeros dropped begins it. */
export function isWithin(region: string, wider: string): boolean {
  return region.startsWith(wider.replace(/(?:00)+$/, ""));
}

function stated(values: Readonly<Record<string, FactValue | undefined>>): FactGroup {
  const facts: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) facts[name] = value;
  return facts;
}

