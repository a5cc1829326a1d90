// Rows of what is on file: listings, records and how they read: choices by their names, money in figures, days as days, and of an
// edition whether its day was inferred.
import { endIn, valueWords, type Registry, type Standing, type StandingListing, type StandingRecord } from "../../service/index.ts";
import type { Language, ListingRow, RecordRow, ValueHere } from "../portal/index.ts";

export type FieldValue = StandingRecord["fields"][string];

export function listingRow(registry: Registry, standing: Standing, listing: StandingListing, language: Language): ListingRow {
  const edition = editionOf(standing, listing);
  const grounds = groundsOf(listing.fields);
  return {
    list: listing.list, listing: listing.listing, state: stateOfListing(listing), from: listing.effectiveFrom, end: endIn(registry, listing.list, listing.end, language), holds: listing.holds, colour: registry.rulebook.all("list").find((list) => list.id === listing.list)?.colour ?? "black",
    ...(listing.decidedBy === null ? {} : { originator: listing.decidedBy }), ...(listing.decidedOn === null ? {} : { decidedOn: listing.decidedOn }), ...(grounds === undefined ? {} : { grounds }),
    statesGrounds: statesGrounds(registry, listing.list), ...(listing.source === null ? {} : { source: listing.source }),
    ...(listing.disputedSince === null ? {} : { disputedSince: listing.disputedSince }),
    ...(listing.toGo === null ? {} : { toGo: toGoOf(listing.toGo) }),
    ...(edition === undefined ? {} : { lastEdition: { edition: edition.asOf, ...edition } }),
  };
}

function toGoOf({ lastDay, provisional, passed }: NonNullable<StandingListing["toGo"]>): NonNullable<ListingRow["toGo"]> {
  return lastDay === null ? {} : { due: { lastDay, provisional, passed } };
}

/** The edition that carries a listing; whether its day was inferred stands with the edition itself. */
export function editionOf(standing: Standing, listing: StandingListing): { readonly asOf: string; readonly inferred: boolean } | undefined {
  if (listing.editionDay === null) return undefined;
  const found = standing.editions.find((edition) => edition.list === listing.list && edition.asOf === listing.editionDay);
  return { asOf: listing.editionDay, inferred: found?.inferred === true };
}

/** Whether the law of a list has its listings state grounds at all. */
export function statesGrounds(registry: Registry, list: string): boolean {
  return registry.rulebook.all("list").some((each) => each.id === list && each.fields.some((field) => field.name === "grounds" || field.name === "practices"));
}

function stateOfListing(listing: StandingListing): ListingRow["state"] {
  switch (listing.state) {
    case "stands": return "current";
    case "notYet": return "to-come";
    case "gone": return "gone";
    case "ended": case "removed": case "annulled": return "ended";
  }
}

export function recordRow(registry: Registry, record: StandingRecord, language: Language): RecordRow {
  return {
    type: record.type, about: registry.rulebook.get("record-type", record.type)?.about ?? "other", record: record.record, position: record.position, fields: recordValues(registry, record, language),
    ...(record.decidedOn === null ? {} : { on: record.decidedOn }), ...(record.source === null ? {} : { source: record.source }), ...(record.publishedUntil === null ? {} : { publishedUntil: record.publishedUntil }), ...(record.disputedSince === null ? {} : { disputedSince: record.disputedSince }),
  };
}

export function recordValues(registry: Registry, record: StandingRecord, language: Language): readonly ValueHere[] {
  const declared = registry.rulebook.get("record-type", record.type)?.fields ?? [];
  const order = new Map(declared.map((field, index) => [field.name, index]));
  return Object.entries(record.fields).sort(([a], [b]) => (order.get(a) ?? 99) - (order.get(b) ?? 99))
    .map(([name, value]) => ({ names: declared.find((field) => field.name === name)?.names ?? { en: name }, value: valueWords(registry, record.type, name, value, language) }));
}

/** The grounds as published, or what was read from them. */
export function groundsOf(fields: Readonly<Record<string, unknown>>): string | undefined {
  const { grounds, practices } = fields;
  if (typeof grounds === "string" && grounds !== "") return grounds;
  return Array.isArray(practices) ? practices.join(", ") : undefined;
}
