// Rows of what is on file: listings, records and how they read: choices by their names, money in figures, days as days, and of an
// edition whether its day was inferred.
import type { Registry, Standing, StandingListing, StandingRecord } from "../../service/index.ts";
import { money, type EndView, type Language, type ListingRow, type Names, type RecordRow, type ValueHere } from "../portal/index.ts";

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

/** What must be done or is reviewed is text in English; its list's law says it in both languages. */
export function endIn(registry: Registry, list: string, end: EndView, language: Language): EndView {
  const rules = registry.rulebook.all("list").filter((each) => each.id === list).flatMap((each) => each.end.map((version) => version.value));
  const words = (text: string): string => {
    const names = rules.flatMap((rule) => (rule.kind === "reviewFrom" || rule.kind === "untilDone" ? [rule.what] : rule.kind === "permanent" ? [rule.because] : [])).find((each) => each.en === text);
    return language === "zh" ? (names?.zh ?? text) : text;
  };
  switch (end.kind) {
    case "reviewFrom": case "untilDone":
      return { ...end, what: words(end.what) };
    case "permanent":
      return { ...end, basis: words(end.basis) };
    default:
      return end;
  }
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

/** A field's value as a reader says it: choices by their names in the template, flags as yes or no, money in figures. */
export function valueWords(registry: Registry, of: string, name: string, value: FieldValue, language: Language): string {
  if (typeof value === "boolean") return language === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
  if (typeof value === "object" && "minor" in value) return money(value, language);
  return (typeof value === "object" ? value : [String(value)]).map((each) => {
    const names = choiceNames(registry, of, name, each) ?? lawNames(registry, each);
    return names === undefined ? each : language === "zh" ? (names.zh ?? names.en) : names.en;
  }).join(language === "zh" ? "、" : ", ");
}

export function choiceNames(registry: Registry, of: string, name: string, value: string): Names | undefined {
  const templates = registry.rulebook.all("template").filter((template) => (template.of.kind === "record" && template.of.type === of) || (template.of.kind === "list" && template.of.list === of));
  return templates.flatMap((template) => template.columns).find((column) => column.to === `field:${name}`)?.choices.find((choice) => choice.value === value)?.names;
}

/** An authority named in a field, by its name. */
function lawNames(registry: Registry, value: string): Names | undefined {
  return /^[a-z][a-z0-9]*:/.test(value) ? registry.rulebook.entries.find((entry) => entry.id === value)?.names : undefined;
}

/** The grounds as published, or what was read from them. */
export function groundsOf(fields: Readonly<Record<string, unknown>>): string | undefined {
  const { grounds, practices } = fields;
  if (typeof grounds === "string" && grounds !== "") return grounds;
  return Array.isArray(practices) ? practices.join(", ") : undefined;
}
