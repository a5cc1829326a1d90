// The register of a worked example: what is given, put as events on an invented organisation's file (under people/ an invented person's),
// and replayed. Nothing of it is kept; run-example.ts asks it.
import { plainDate, type BatchId, type Digest, type EditionId, type End, type FileNumber, type Instant, type LawId, type ListingId, type MatterId, type Position, type RecordId } from "../terms/index.ts";
import type { EventDraft, FieldValues, StoredEvent } from "../events/index.ts";
import type { ExampleListing, LawExample, RelatedBy, Rulebook } from "../rules/index.ts";
import { replay, type Register } from "../register/index.ts";

/** The file asked about. */
export const ASKED = "P00000018" as FileNumber;

/** What the organisation asked about is to those among which another stands. */
const RELATIONS = { parents: "branchOf", owners: "subsidiaryOf", controllers: "controlledBy" } as const satisfies Record<RelatedBy, string>;

/** The register as it would be if all that is given had been handed in. Of a person nothing is stored anywhere: the file lives as long as the question. */
export function registerOf(rulebook: Rulebook, example: LawExample): Register {
  return replay(eventsOf(rulebook, example));
}

function eventsOf(rulebook: Rulebook, example: LawExample): readonly StoredEvent[] {
  const { organisation, person, listings, relations, records, decisions } = example.given;
  const files = new Map<string, FileNumber>();
  const drafts: EventDraft[] = [{ type: "OrganisationRegistered", body: { file: ASKED, names: [{ text: (organisation ?? person)?.name ?? "", kind: "main" }], codes: [], ...(organisation === undefined ? {} : attributesOf(organisation)) } }];
  for (const { organisation: name } of [...listings, ...relations, ...records]) {
    if (name === undefined || files.has(name)) continue;
    const file = `P9${String(files.size).padStart(7, "0")}` as FileNumber;
    files.set(name, file);
    drafts.push({ type: "OrganisationRegistered", body: { file, names: [{ text: name, kind: "main" }], codes: [] } });
  }
  const fileOf = (name: string | undefined): FileNumber => (name === undefined ? ASKED : (files.get(name) ?? ASKED));
  for (const { organisation: name, among } of relations) drafts.push({ type: "RelationReported", body: { from: ASKED, to: fileOf(name), relation: RELATIONS[among] } });
  for (const listing of listings) drafts.push(listingDraft(rulebook, listing, fileOf(listing.organisation)));
  records.forEach((record, index) => drafts.push({
    type: "RecordReported",
    body: {
      record: `record-${index + 1}` as RecordId, file: fileOf(record.organisation), recordType: record.type, fields: fieldsOf(rulebook, record.type, record.fields),
      ...(record.actedOn === undefined ? {} : { actedOn: record.actedOn }), ...(record.decidedOn === undefined ? {} : { decidedOn: record.decidedOn, publishedFrom: record.decidedOn }),
    },
  }));
  for (const decision of decisions) {
    drafts.push({ type: "MeasureDecided", body: { measure: decision.measure, file: ASKED, authority: decision.authority, choice: decision.choice, decidedOn: decision.decidedOn, reasons: "example", ...(decision.effect === undefined ? {} : { effect: decision.effect }), ...(decision.listing === undefined ? {} : { listing: decision.listing as ListingId }) } });
  }
  return drafts.map(asStored);
}

/** In the order given, as if the ledger had stored it. */
function asStored(draft: EventDraft, index: number): StoredEvent {
  const position = (index + 1) as Position;
  return {
    ...draft, position, recordedAt: "2000-01-01T00:00:00.000Z" as Instant, origin: { node: "example", position }, batch: null, matter: null, version: 1,
    office: null, officer: null, files: [], visibility: "public", commitment: "sha256:" as Digest,
  };
}

function attributesOf(organisation: NonNullable<LawExample["given"]["organisation"]>): Partial<Record<"kind" | "region" | "sector" | "status", string>> {
  const { name: _name, ...attributes } = organisation;
  return attributes;
}

/** A list kept here is put on file as decided; a reported one as seen in an edition of the day it takes effect. */
function listingDraft(rulebook: Rulebook, listing: ExampleListing, file: FileNumber): EventDraft {
  const id = listing.label as ListingId;
  const end = endOf(listing.end);
  if (rulebook.get("list", listing.list)?.holds === "kept") {
    const decidedOn = listing.decidedOn ?? listing.effectiveFrom;
    return {
      type: "ListingDecided",
      body: {
        matter: `example-${listing.label}` as MatterId, file, list: listing.list, authority: rulebook.get("list", listing.list)?.owner ?? ("example:none" as LawId), outcome: "listed", listing: id, reasons: "example", basis: [],
        decidedOn, effectiveFrom: listing.effectiveFrom, publishedFrom: listing.publishedFrom ?? listing.effectiveFrom, end, exits: [], conditions: [], criteria: [], regions: listing.regions ?? [],
      },
    };
  }
  return {
    type: "ListingReported",
    body: {
      listing: id, file, list: listing.list, end, fields: fieldsOf(rulebook, listing.list, listing.fields), edition: "example" as EditionId, editionDay: listing.publishedFrom ?? listing.effectiveFrom, rowKey: listing.label,
      contentDigest: "sha256:" as Digest, source: { batch: "example" as BatchId, template: "example:example" as LawId, row: 1 }, effectiveFrom: listing.effectiveFrom,
      ...(listing.decidedOn === undefined ? {} : { decidedOn: listing.decidedOn }), ...(listing.originator === undefined ? {} : { originator: listing.originator }), ...(listing.regions === undefined ? {} : { regions: listing.regions }),
    },
  };
}

function endOf(text: string): End {
  if (text === "notStated") return { kind: "notStated" };
  if (text === "permanent") return { kind: "permanent", basis: "example" };
  if (text === "untilDone") return { kind: "untilDone", what: "example" };
  return { kind: "fixed", until: plainDate(text) };
}

/** Example texts as the values their fields have: money in minor units, flags, whole numbers, choices. */
function fieldsOf(rulebook: Rulebook, of: LawId, fields: Readonly<Record<string, string | readonly string[]>>): FieldValues {
  const declared = rulebook.get("record-type", of)?.fields ?? rulebook.get("list", of)?.fields ?? [];
  const values: Record<string, FieldValues[string]> = {};
  for (const [name, value] of Object.entries(fields)) {
    const type = declared.find((field) => field.name === name)?.type;
    if (typeof value !== "string") values[name] = value;
    else if (type === "choices") values[name] = value.split(",").map((each) => each.trim());
    else if (type === "flag") values[name] = value === "true";
    else if (type === "integer") values[name] = Number(value);
    else if (type === "money") values[name] = moneyOf(value);
    else values[name] = value;
  }
  return values;
}

/** `1000000 CNY` or `0.05 CNY`, from the decimal text, in minor units. */
function moneyOf(text: string): { readonly minor: number; readonly currency: string } {
  const [amount = "0", currency = "CNY"] = text.trim().split(/\s+/);
  const [whole = "0", fraction = ""] = amount.replaceAll(",", "").split(".");
  return { minor: Number(`${whole}${fraction.padEnd(2, "0").slice(0, 2)}`), currency };
}
