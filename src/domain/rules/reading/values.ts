// Values every kind of entry shares: basis, dated versions, intervals, amounts, fields, the head.
import { overlaps, type Amount, type LawId, type Located, type Place, type PlainDate } from "../../terms/index.ts";
import type { Desk } from "./desk.ts";
import { PART_TABLES } from "../field-tables.ts";
import type { Anchor, Basis, Confidence, Dated, DatedVersion, EntryHead, Field, Interval } from "../language.ts";
import { parseMoney, parseRate } from "../money.ts";
import { choiceOf, day, FieldsReader, flag, many, names, positive, quotation, reference, reportShape, sourceOf, text, wholeNumber, type Reader } from "./reader.ts";

export const confidence: Reader<Confidence> = choiceOf(["high", "medium", "low"]);
export const anchor: Reader<Anchor> = choiceOf(["dayAsked", "act", "decision", "publication", "application"]);

const oneBasis: Reader<Basis> = {
  standIn: { instrument: reference().standIn, confidence: "high" },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES.basis, "a basis");
    const article = fields.optional("article", text);
    const quote = fields.optional("quote", quotation);
    return {
      instrument: fields.required("instrument", reference("instrument")),
      ...(article === undefined ? {} : { article }),
      ...(quote === undefined ? {} : { quote }),
      confidence: fields.or("confidence", confidence, "high"),
    };
  },
};

export const basis: Reader<readonly Basis[]> = many(oneBasis);

/** The head of an entry. Its id was read when the entries were collected. */
export function readHead(id: LawId, fields: FieldsReader<"names" | "from" | "until" | "basis" | "confidence" | "note" | "draft">, desk: Desk, otherFrom?: PlainDate): EntryHead {
  const from = fields.optional("from", day) ?? otherFrom;
  const until = fields.optional("until", day);
  const sources = fields.or("basis", basis, []);
  const note = fields.optional("note", names);
  reportInsideOut(desk, fields.placeOf("until"), from, until);
  return {
    id,
    names: fields.required("names", names),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    basis: sources,
    confidence: fields.or("confidence", confidence, lowest(sources)),
    ...(note === undefined ? {} : { note }),
    ...(fields.or("draft", flag, false) ? { draft: true } : {}),
    at: fields.at,
  };
}

function lowest(sources: readonly Basis[]): Confidence {
  if (sources.some((each) => each.confidence === "low")) return "low";
  return sources.some((each) => each.confidence === "medium") ? "medium" : "high";
}

function reportInsideOut(desk: Desk, at: Place, from: PlainDate | undefined, until: PlainDate | undefined): void {
  if (from === undefined || until === undefined || from < until) return;
  desk.report("period-inside-out", at, `the period from \`${from}\` until \`${until}\` has no day`, "`until` is the first day after the period and must lie after `from`");
}

/** A plain value for the whole life of the entry, or `dated:` versions. */
export function dated<T>(one: Reader<T>): Reader<Dated<T>> {
  return {
    standIn: [],
    read: (value, desk) => {
      if (value.kind !== "fields" || !value.fields.has("dated")) return [{ value: one.read(value, desk), basis: [] }];
      const versions = new FieldsReader(value, desk, PART_TABLES.dated, "a dated value").get("dated");
      if (versions?.kind !== "items" || versions.items.length === 0) {
        desk.report("wrong-shape", value.at, "`dated` holds no versions", "write `dated: [{from: 2020-01-01, value: …}]`");
        return [];
      }
      return ordered(versions.items.map((item) => ({ at: item.at, version: readVersion(item, desk, one) })), desk);
    },
  };
}

function readVersion<T>(value: Located, desk: Desk, one: Reader<T>): DatedVersion<T> {
  const fields = new FieldsReader(value, desk, PART_TABLES.version, "a version");
  const from = fields.optional("from", day);
  const until = fields.optional("until", day);
  reportInsideOut(desk, fields.placeOf("until"), from, until);
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), value: fields.required("value", one), basis: fields.or("basis", basis, []) };
}

/** Sorts versions; one without `until` lasts until the next begins; two on one day are a finding. */
function ordered<T>(placed: readonly { readonly at: Place; readonly version: DatedVersion<T> }[], desk: Desk): Dated<T> {
  const sorted = placed.toSorted((a, b) => compareDays(a.version.from, b.version.from));
  return sorted.map(({ version }, index) => {
    const next = sorted[index + 1];
    const closed = version.until === undefined && next?.version.from !== undefined && next.version.from !== version.from ? { ...version, until: next.version.from } : version;
    if (next !== undefined && overlaps(closed, next.version)) {
      desk.report("overlapping-versions", next.at, `this version and the one from \`${version.from ?? "the beginning"}\` hold on the same day`, "give each version its own `from`, and an `until` not after the next `from`");
    }
    if (next?.version.from !== undefined && closed.until !== undefined && closed.until < next.version.from) {
      desk.report("gap-between-versions", next.at, `from \`${closed.until}\` until \`${next.version.from}\` no version holds`, "let the earlier version last until this one begins, or write a version for the days between that says what held then");
    }
    return closed;
  });
}

function compareDays(a: PlainDate | undefined, b: PlainDate | undefined): number {
  return (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
}

const UNITS = ["workingDays", "days", "months", "years"] as const;

/** Reads `{workingDays: 20}`; the mapping's other fields are the caller's. */
export function readInterval(fields: FieldsReader<(typeof UNITS)[number] | "movesOffHolidays">, desk: Desk): Interval {
  const given = UNITS.filter((unit) => fields.has(unit));
  const [unit] = given;
  if (unit === undefined || given.length > 1) {
    desk.report("wrong-shape", fields.at, given.length > 1 ? "an interval has several units" : "an interval has no unit", "write exactly one, such as `{workingDays: 20}`");
    return { count: 1, unit: "days" };
  }
  return { count: fields.required(unit, positive), unit, ...(fields.or("movesOffHolidays", flag, false) ? { movesOffHolidays: true } : {}) };
}

export const interval: Reader<Interval> = {
  standIn: { count: 1, unit: "days" },
  read: (value, desk) => readInterval(new FieldsReader(value, desk, PART_TABLES.interval, "an interval"), desk),
};

export const amount: Reader<Amount> = {
  standIn: { kind: "notStated" },
  read: (value, desk) => {
    if (value.kind === "text" && value.value === "notStated") return { kind: "notStated" };
    const fields = new FieldsReader(value, desk, PART_TABLES.amount, "an amount");
    const given = (["money", "rate", "count"] as const).filter((name) => fields.has(name));
    const [kind] = given;
    const allowed = { money: ["money", "per"], rate: ["rate", "of"], count: ["count", "unit"] } as const;
    const astray = kind === undefined ? [] : (["per", "of", "unit"] as const).filter((name) => fields.has(name) && !allowed[kind].some((each) => each === name));
    if (kind === undefined || given.length > 1 || astray.length > 0) {
      desk.report("bad-amount", value.at, "an amount is money, a rate or a count", "write `notStated`, `{money: \"0.05 CNY\", per: kWh}`, `{rate: 5/100, of: …}` or `{count: 10, unit: …}`");
      return { kind: "notStated" };
    }
    const bound = fields.optional("bound", choiceOf(["atLeast", "moreThan", "atMost", "lessThan"]));
    const limit = bound === undefined ? {} : { bound };
    if (kind === "count") return { kind: "quantity", count: fields.required("count", wholeNumber), unit: needed(fields.optional("unit", text), "unit", fields.at, desk), ...limit };
    const source = sourceOf(fields.get(kind) ?? value) ?? "";
    if (kind === "rate") {
      const rate = parseRate(source);
      if (!rate.ok) return wrongAmount(desk, fields.placeOf("rate"), rate.error, "write two whole numbers, such as `5/100`");
      const of = fields.optional("of", names);
      return { kind: "rate", rate: rate.value, of: needed(of?.en, "of", fields.at, desk), ...(of?.zh === undefined ? {} : { ofNames: of }), ...limit };
    }
    const money = parseMoney(source);
    if (!money.ok) return wrongAmount(desk, fields.placeOf("money"), money.error, "write a figure and its currency, such as `0.05 CNY`");
    const unit = fields.optional("per", text);
    return unit === undefined ? { kind: "money", money: money.value, ...limit } : { kind: "moneyPerUnit", money: money.value, unit, ...limit };
  },
};

function wrongAmount(desk: Desk, at: Place, message: string, remedy: string): Amount {
  desk.report("bad-amount", at, message, remedy);
  return { kind: "notStated" };
}

function needed(value: string | undefined, name: string, at: Place, desk: Desk): string {
  if (value === undefined) desk.report("missing-field", at, `an amount of this kind lacks \`${name}\``, `add \`${name}:\``);
  return value ?? "";
}

/** ISO 4217. */
export const currencyCode: Reader<string> = {
  standIn: "XXX",
  read: (value, desk) => {
    const code = text.read(value, desk);
    if (code !== "" && !/^[A-Z]{3}$/.test(code)) desk.report("unknown-value", value.at, `\`${code}\` is no code of a currency`, "write three capitals, such as `CNY`");
    return code;
  },
};

const FIELD_TYPES = ["text", "day", "money", "integer", "flag", "choice", "choices", "rate", "authority", "code"] as const;

/** A mapping from field name to field. `taken`: names that belong to the register itself and cannot be given another meaning. */
export function fieldsReader(taken: Readonly<Record<string, string>>): Reader<readonly Field[]> {
  return {
    standIn: [],
    read: (value, desk) => {
      if (value.kind !== "fields") {
        reportShape(value, desk, "a mapping from field name to field");
        return [];
      }
      return [...value.fields].map(([name, located]) => readField(name, located, value.keyPlaces.get(name) ?? located.at, desk, taken));
    },
  };
}

function readField(name: string, value: Located, at: Place, desk: Desk, taken: Readonly<Record<string, string>>): Field {
  const fields = new FieldsReader(value, desk, PART_TABLES.field, `field \`${name}\``);
  const type = fields.required("type", choiceOf(FIELD_TYPES));
  const choices = fields.optional("choices", many(text));
  const isChoice = type === "choice" || type === "choices";
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) desk.report("bad-field-name", at, `\`${name}\` is not camelCase`, "begin with a small letter and use letters and digits only");
  if (Object.hasOwn(taken, name) && taken[name] !== type) desk.report("bad-field-name", at, `\`${name}\` is a word of the register itself`, "use another name");
  if (isChoice && (choices === undefined || choices.length === 0)) desk.report("missing-field", fields.at, `field \`${name}\` lacks \`choices\``, "list them");
  if (!isChoice && choices !== undefined) desk.report("unknown-field", fields.placeOf("choices"), `field \`${name}\` is not a choice`, "remove `choices`, or make it of type `choice`");
  return {
    name,
    type,
    names: fields.required("names", names),
    ...(choices === undefined ? {} : { choices }),
    required: fields.or("required", flag, false),
    published: fields.or("published", flag, true),
  };
}
