// Evolve: what one event changes of what is on file, in a draft that replay.ts makes and finishes. A consequence is never kept here: whether a
// listing stands on a day is computed by listing.ts.
import { plainDate, type BatchId, type FileNumber, type LawId, type ListingId, type PlainDate, type Position, type RecordId } from "../terms/index.ts";
import type { Bodies, Burden, KnownEvent, OrganisationFacts, StoredEvent } from "../events/index.ts";
import type { EditionOnFile, FileOnRegister, ListingOnFile, OpenOffice, RecordOnFile, Relation, ReportedListing, Sighting, Stay } from "./on-file.ts";

/** A record as what was said of it since leaves it, whichever batch reported it and whenever that came in. */
export function amended(draft: Draft, record: RecordOnFile): RecordOnFile {
  const stays = draft.stays.get(burdenKey({ kind: "record", record: record.id })) ?? [];
  const repair = draft.repairs.get(record.id);
  const corrections = draft.corrections.get(record.id) ?? [];
  if (stays.length === 0 && repair === undefined && corrections.length === 0) return record;
  const corrected = corrections.reduce((before, { fields, annulled }) => ({ ...before, fields: { ...before.fields, ...fields }, annulled: before.annulled || annulled }), record);
  const [annulledOn] = corrections.flatMap(({ annulled, correctedOn }) => (annulled ? [correctedOn] : [])).sort();
  return { ...corrected, stays, ...(annulledOn === undefined ? {} : { annulledOn }), ...(repair === undefined ? {} : { repair }) };
}

/** The event's body is still kept. */
export function isKnown(event: StoredEvent): event is KnownEvent {
  return event.body !== null;
}

/** What one event says of an organisation, and the day it says it for. */
interface Statement {
  readonly facts: Partial<OrganisationFacts>;
  readonly day: string;
  readonly position: Position;
}

/** A correction with its day: where it states none, the day it was recorded. */
type Correction = Bodies["RecordCorrected"] & { readonly correctedOn: PlainDate };

/** What is on file while it is replayed. Maps are changed in place, what lies in them is replaced. */
export interface Draft {
  head: Position;
  readonly files: Map<FileNumber, FileOnRegister>;
  readonly statements: Map<FileNumber, Statement[]>;
  joins: readonly (Bodies["FilesJoined"] & { readonly position: Position })[];
  readonly joined: Map<string, Bodies["FilesJoined"] & { readonly position: Position }>;
  readonly relations: Relation[];
  readonly offices: Map<FileNumber, OpenOffice>;
  readonly listings: Map<ListingId, ListingOnFile>;
  readonly records: Map<RecordId, RecordOnFile>;
  /** What was said of a record or listing after it came in, by what it is about. */
  readonly corrections: Map<RecordId, Correction[]>;
  readonly repairs: Map<RecordId, Bodies["RecordRepaired"] & { readonly position: Position }>;
  readonly stays: Map<string, readonly Stay[]>;
  readonly editions: Map<LawId, readonly EditionOnFile[]>;
  readonly decisions: (Bodies["MeasureDecided"] & { readonly position: Position })[];
  readonly batches: Map<BatchId, Bodies["BatchReceived"] & { readonly position: Position; readonly withdrawn: boolean }>;
  readonly held: Map<string, Bodies["RowHeld"] & { readonly position: Position }>;
  /** Keys of held rows, by what they are about and the key the row is known again by. */
  readonly waiting: Map<string, string>;
  readonly matters: Map<string, readonly KnownEvent[]>;
  readonly forgotten: Position[];
}

export function emptyDraft(): Draft {
  return {
    head: 0 as Position, files: new Map(), statements: new Map(), joins: [], joined: new Map(), relations: [], offices: new Map(), listings: new Map(), records: new Map(),
    corrections: new Map(), repairs: new Map(), stays: new Map(), editions: new Map(), decisions: [], batches: new Map(), held: new Map(), waiting: new Map(), matters: new Map(), forgotten: [],
  };
}

/** One event's change to what is on file. The branches are straight; the draft never leaves `replay` unfinished. */
export function evolve(draft: Draft, event: KnownEvent, withdrawn: ReadonlySet<BatchId>): void {
  const { position } = event;
  if (event.matter !== null) draft.matters.set(event.matter, [...(draft.matters.get(event.matter) ?? []), event]);
  switch (event.type) {
    case "OrganisationRegistered":
    case "OrganisationDescribed":
      append(draft.statements, event.body.file, { facts: event.body, day: event.body.asOf ?? event.recordedAt.slice(0, DAY_LENGTH), position });
      return;
    case "FilesJoined":
      // Every edition that carries a joined row says the join again; it is one join.
      if (!draft.joined.has(pairKey(event.body.files))) draft.joined.set(pairKey(event.body.files), { ...event.body, position });
      return;
    case "FilesSeparated":
      draft.joined.delete(pairKey(event.body.files));
      return;
    case "RelationReported":
      draft.relations.push(event.body);
      return;
    case "OfficeOpened":
      draft.offices.set(event.body.file, event.body);
      return;
    case "RecordReported":
      if (!draft.records.has(event.body.record)) draft.records.set(event.body.record, recordOf(event.body, event.office, position));
      if (event.body.subject !== undefined) append(draft.statements, event.body.file, { facts: event.body.subject, day: event.recordedAt.slice(0, DAY_LENGTH), position });
      return;
    case "RecordCorrected":
      append(draft.corrections, event.body.record, { ...event.body, correctedOn: event.body.correctedOn ?? plainDate(event.recordedAt.slice(0, DAY_LENGTH)) });
      return;
    case "ListingReported":
      draft.listings.set(event.body.listing, sighted(draft.listings.get(event.body.listing), event.body, position));
      if (event.body.subject !== undefined) append(draft.statements, event.body.file, { facts: event.body.subject, day: event.body.editionDay, position });
      return;
    case "ListingDecided":
      if (event.body.listing !== undefined) draft.listings.set(event.body.listing, { holds: "kept", id: event.body.listing, file: event.body.file, list: event.body.list, decided: event.body, office: event.office, stays: [], position });
      return;
    case "ListingRemoved": {
      const listing = draft.listings.get(event.body.listing);
      if (listing?.holds === "kept") draft.listings.set(listing.id, { ...listing, removal: firstEnd(listing.removal, { ...event.body, position }) });
      return;
    }
    case "EditionReceived":
      draft.editions.set(event.body.list, [...(draft.editions.get(event.body.list) ?? []), { ...event.body, batch: event.batch, position }].sort(byAsOf));
      return;
    case "MeasureDecided":
      draft.decisions.push({ ...event.body, position });
      return;
    case "BatchReceived":
      draft.batches.set(event.body.batch, { ...event.body, position, withdrawn: withdrawn.has(event.body.batch) });
      return;
    case "RowHeld": {
      // The same row handed in again waits once, as the newest batch says it.
      const { batch, row, content } = event.body;
      const before = draft.waiting.get(`${content.about} ${content.rowKey}`);
      if (before !== undefined) draft.held.delete(before);
      draft.waiting.set(`${content.about} ${content.rowKey}`, heldKey(batch, row));
      draft.held.set(heldKey(batch, row), { ...event.body, position });
      return;
    }
    case "HeldRowSettled":
      draft.held.delete(heldKey(event.body.batch, event.body.row));
      return;
    case "RecordRepaired": {
      const before = draft.repairs.get(event.body.record);
      if (before === undefined || event.body.repairedOn < before.repairedOn) draft.repairs.set(event.body.record, { ...event.body, position });
      return;
    }
    case "EffectsStayed": {
      const { matter, from, mask, reasons, about } = event.body;
      draft.stays.set(burdenKey(about), [...(draft.stays.get(burdenKey(about)) ?? []), { matter, office: event.office, from, mask, reasons }]);
      return;
    }
    case "StayEnded": {
      const { matter, endedOn, about } = event.body;
      draft.stays.set(burdenKey(about), (draft.stays.get(burdenKey(about)) ?? []).map((stay) => (stay.matter === matter && stay.until === undefined ? { ...stay, until: endedOn } : stay)));
      return;
    }
    case "BatchWithdrawn":
    case "RowRefused":
    case "RulebookAdopted":
    case "ListingProposed":
    case "NoticeIssued":
    case "NoticeServed":
    case "DefenceReceived":
    case "HearingHeld":
    case "OfficerRecused":
    case "ConsentGiven":
    case "ConsentRefused":
    case "ProposalWithdrawn":
    case "CaseOpened":
    case "StepTaken":
    case "CaseWithdrawn":
    case "ReleaseAcknowledged":
    case "ExecutionReported":
      return;
  }
}

/** Of two ends of a listing the earlier holds, and one that makes it never have been before all: no later word brings it back. */
function firstEnd<T extends Bodies["ListingRemoved"]>(before: T | undefined, next: T): T {
  if (before === undefined || (next.retroactive && !before.retroactive)) return next;
  return before.retroactive || before.removedOn <= next.removedOn ? before : next;
}

export function burdenKey(about: Burden): string {
  return about.kind === "record" ? `record ${about.record}` : `listing ${about.listing}`;
}

export function heldKey(batch: BatchId, row: number): string {
  return `${batch}#${row}`;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Of two files, in whichever order they are named. */
function pairKey([a, b]: Bodies["FilesJoined"]["files"]): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

const DAY_LENGTH = "2025-01-07".length;

/** What its statements come to: names and codes add up, a value of a later day wins. In which order they arrived does not matter. */
export function fileOf(file: FileNumber, statements: readonly Statement[]): FileOnRegister {
  const inOrder = statements.toSorted((a, b) => (a.day === b.day ? a.position - b.position : a.day < b.day ? -1 : 1));
  const attributes: Record<string, unknown> = {};
  for (const { facts } of inOrder) {
    for (const name of ["kind", "legalForm", "status", "country", "region", "sector", "address", "email", "establishedOn", "officeHolders"] as const) {
      if (facts[name] !== undefined) attributes[name] = facts[name];
    }
  }
  return {
    file,
    names: distinct(inOrder.flatMap(({ facts }) => facts.names ?? []), (name) => `${name.kind}\u0000${name.text}`),
    codes: distinct(inOrder.flatMap(({ facts }) => facts.codes ?? []), (code) => `${code.scheme}\u0000${code.value}`),
    attributes,
    sources: inOrder.flatMap(({ facts }) => facts.source ?? []),
    registeredAt: statements.reduce((first, each) => (each.position < first ? each.position : first), statements[0]?.position ?? (0 as Position)),
  };
}

function distinct<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}

function recordOf(body: Bodies["RecordReported"], office: FileNumber | null, position: Position): RecordOnFile {
  const { record, recordType, subject: _subject, ...rest } = body;
  return { ...rest, id: record, type: recordType, annulled: false, office, stays: [], position };
}

function sighted(before: ListingOnFile | undefined, body: Bodies["ListingReported"], position: Position): ReportedListing {
  const { listing, file, list, rowKey, subject: _subject, ...rest } = body;
  const sighting: Sighting = { ...rest, position };
  const earlier = before?.holds === "reported" ? before.sightings : [];
  return {
    holds: "reported", id: listing, file, list, rowKey, missing: [], stays: [],
    sightings: byDay([...earlier.filter((other) => other.edition !== sighting.edition), sighting]),
  };
}

function byAsOf(a: EditionOnFile, b: EditionOnFile): number {
  return a.asOf === b.asOf ? a.position - b.position : a.asOf < b.asOf ? -1 : 1;
}

function byDay<T extends { readonly editionDay: PlainDate; readonly position: Position }>(values: readonly T[]): readonly T[] {
  return [...values].sort((a, b) => (a.editionDay === b.editionDay ? a.position - b.position : a.editionDay < b.editionDay ? -1 : 1));
}
