// Row: what one row of a sheet says once its template has read it, as facts of an organisation, a listing, a record or a relation.
// The fields come from intake/ through service/; nothing that the row does not state is filled in.
import type { End, FieldReading, Json, LawId, PlainDate } from "../terms/index.ts";
import type { Field } from "../rules/index.ts";
import type { CodePart, FieldValues, NamePart, OrganisationFacts } from "../events/index.ts";

export interface ReadField {
  readonly to: string;
  readonly value: FieldReading;
}

export interface ListingFactsOfRow {
  readonly decidedOn?: PlainDate;
  readonly effectiveFrom?: PlainDate;
  readonly end: End;
  readonly originator?: LawId;
  readonly regions?: readonly string[];
  readonly fields: FieldValues;
}

export interface RecordFactsOfRow {
  readonly decidedOn?: PlainDate;
  readonly actedOn?: PlainDate;
  readonly publishedFrom?: PlainDate;
  readonly breach?: string;
  readonly fields: FieldValues;
}

const NAME_KINDS: Readonly<Record<string, NamePart["kind"]>> = { name: "main", formerName: "former", alias: "alias" };
const ATTRIBUTES = ["kind", "legalForm", "status", "country", "region", "sector", "address", "email"] as const;
const ATTRIBUTE_NAMES: ReadonlySet<string> = new Set(ATTRIBUTES);

/** The organisation a row is about. */
export function organisationOfRow(fields: readonly ReadField[]): OrganisationFacts {
  const names = fields.flatMap(({ to, value }): NamePart[] => {
    const kind = NAME_KINDS[to];
    return kind === undefined || value.kind !== "text" ? [] : [{ kind, text: value.text }];
  });
  const codes = fields.flatMap(({ value, to }): CodePart[] => (value.kind === "code" && to.startsWith("code") ? [{ scheme: value.scheme, value: value.value }] : []));
  const holders = fields.flatMap(({ to, value }) => (to === "officeHolder" && value.kind === "text" ? [{ office: "legal-representative", name: value.text }] : []));
  const establishedOn = dayOf(fields, "establishedOn");
  const attributes: Partial<Record<(typeof ATTRIBUTES)[number], string>> = {};
  // Most rows state none of them.
  if (fields.some(({ to }) => ATTRIBUTE_NAMES.has(to))) {
    for (const name of ATTRIBUTES) {
      const text = textOf(fields, name);
      if (text !== undefined) attributes[name] = text;
    }
  }
  return { names: distinctNames(names), codes, ...attributes, ...(establishedOn === undefined ? {} : { establishedOn }), ...(holders.length === 0 ? {} : { officeHolders: holders }) };
}

export function listingOfRow(fields: readonly ReadField[], declared: readonly Field[] = []): ListingFactsOfRow {
  const decidedOn = dayOf(fields, "decidedOn") ?? dayOf(fields, "from");
  const effectiveFrom = dayOf(fields, "effectiveFrom") ?? dayOf(fields, "from");
  const originator = fields.find((field) => field.to === "originator")?.value;
  const listedIn = textOf(fields, "listedIn");
  return {
    end: endOfRow(fields), fields: fieldsOfRow(fields, declared),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(originator?.kind === "authority" ? { originator: originator.id } : {}),
    ...(listedIn === undefined ? {} : { regions: [listedIn] }),
  };
}

export function recordOfRow(fields: readonly ReadField[], declared: readonly Field[] = []): RecordFactsOfRow {
  const [decidedOn, actedOn, publishedFrom] = [dayOf(fields, "decidedOn"), dayOf(fields, "actedOn"), dayOf(fields, "publishedFrom")];
  const breach = textOf(fields, "breach");
  return {
    fields: fieldsOfRow(fields, declared),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(actedOn === undefined ? {} : { actedOn }),
    ...(publishedFrom === undefined ? {} : { publishedFrom }),
    ...(breach === undefined ? {} : { breach }),
  };
}

function endOfRow(fields: readonly ReadField[]): End {
  const value = fields.find((field) => field.to === "until")?.value;
  if (value?.kind === "day") return { kind: "fixed", until: value.day };
  if (value?.kind === "end" && value.end === "permanent") return { kind: "permanent", basis: "as published" };
  if (value?.kind === "end" && value.end === "untilDone") return { kind: "untilDone", what: "as published" };
  return { kind: "notStated" };
}

function fieldsOfRow(fields: readonly ReadField[], declared: readonly Field[]): FieldValues {
  const values: Record<string, FieldValues[string]> = {};
  for (const { to, value } of fields) {
    if (!to.startsWith("field:")) continue;
    const name = to.slice("field:".length);
    const before = values[name];
    const plain = plainValue(value, declared.find((field) => field.name === name));
    values[name] = Array.isArray(before) && Array.isArray(plain) ? [...new Set([...before, ...plain])].sort() : plain;
  }
  return values;
}

/** One of several choices is a text, however the cell was read. */
function plainValue(value: FieldReading, field: Field | undefined): FieldValues[string] {
  switch (value.kind) {
    case "text": return value.text;
    case "day": return value.day;
    case "end": return value.end;
    case "integer": return Number.isSafeInteger(Number(value.value)) ? Number(value.value) : value.value;
    case "money": return { minor: value.minor, currency: value.currency };
    case "flag": return value.value;
    case "choices": return field?.type === "choice" ? (value.values[0] ?? "") : [...value.values].sort();
    case "authority": return value.id;
    case "code": return value.value;
  }
}

function dayOf(fields: readonly ReadField[], to: string): PlainDate | undefined {
  const value = fields.find((field) => field.to === to)?.value;
  return value?.kind === "day" ? value.day : undefined;
}

function textOf(fields: readonly ReadField[], to: string): string | undefined {
  const value = fields.find((field) => field.to === to)?.value;
  return value?.kind === "text" ? value.text : value?.kind === "choices" ? value.values[0] : value?.kind === "code" ? value.value : undefined;
}

/** Each text once, the main name first. */
function distinctNames(names: readonly NamePart[]): readonly NamePart[] {
  if (names.length <= 1) return names;
  const mainFirst = [...names.filter((name) => name.kind === "main"), ...names.filter((name) => name.kind !== "main")];
  return mainFirst.filter((name, index) => mainFirst.findIndex((other) => other.text === name.text) === index);
}

/** Everything a row says, in one order, for its digest: the same row twice has the same. */
export function contentOfRow(fields: readonly ReadField[]): Json {
  return fields.map(({ to, value }) => `${to}\u0000${JSON.stringify(value)}`).sort();
}
