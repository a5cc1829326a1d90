// Readers: small pieces that turn a located value into a typed one. A reader never stops: where something is wrong it
// reports a finding and returns a stand-in, so that one pass finds everything. A stand-in never leaves the loader,
// because any finding means that no rulebook is made.
import { parsePlainDate, plainDate, type LawId, type Located, type Names, type Place, type PlainDate } from "../../terms/index.ts";
import { resolveReference, type Desk } from "./desk.ts";
import { NOWHERE, type Taxonomy } from "./entry-index.ts";
import { PART_TABLES, type EntryKind, type FieldTable } from "../field-tables.ts";
import type { LawFindingCode } from "../law-finding.ts";
import { suggestion } from "./nearest.ts";

export interface Reader<T> {
  readonly standIn: T;
  readonly read: (value: Located, desk: Desk) => T;
}

/** A reader from a text: `read` gives the value, or what is wrong. */
function fromText<T>(word: string, standIn: T, read: (text: string, desk: Desk, at: Place) => T | { readonly wrong: LawFindingCode; readonly message: string; readonly remedy: string }): Reader<T> {
  return {
    standIn,
    read: (value, desk) => {
      const source = sourceOf(value);
      if (source === undefined) {
        reportShape(value, desk, word);
        return standIn;
      }
      const result = read(source, desk, value.at);
      if (typeof result === "object" && result !== null && "wrong" in result) {
        desk.report(result.wrong, value.at, result.message, result.remedy);
        return standIn;
      }
      return result;
    },
  };
}

/** The text of a text, or of a number as it was written. */
export function sourceOf(value: Located): string | undefined {
  if (value.kind === "text") return value.value;
  return value.kind === "number" ? value.source : undefined;
}

export function reportShape(value: Located, desk: Desk, wanted: string): void {
  const found = { text: "a text", number: "a number", flag: "a flag", nothing: "nothing", items: "a list", fields: "a mapping" } as const;
  const quoted = value.kind === "flag" ? ` \`${String(value.value)}\`` : "";
  const remedy = value.kind === "flag" ? "quote it if it shall be text" : `write ${wanted}`;
  desk.report("wrong-shape", value.at, `here stands ${found[value.kind]}${quoted}, where ${wanted} is wanted`, remedy);
}

export const text: Reader<string> = fromText<string>("a text", "", (source) =>
  source.trim() === "" ? { wrong: "empty-field", message: "the text is empty", remedy: "write it, or leave the field out" } : source,
);

export const quotation: Reader<string> = fromText<string>("a quotation", "", (source) =>
  source.length > 400 ? { wrong: "wrong-shape", message: `the quotation has ${source.length} characters`, remedy: "quote at most a sentence, 400 characters" } : source,
);

export const day: Reader<PlainDate> = fromText<PlainDate>("a day such as `2020-12-31`", plainDate("2000-01-01"), (source) => {
  const parsed = parsePlainDate(source);
  return parsed.ok ? parsed.value : { wrong: "bad-day", message: parsed.error, remedy: "write the day as YYYY-MM-DD" };
});

/** A small word of a list: of an exit, a step, a tier, a clause, a criterion. */
export const localId: Reader<string> = fromText<string>("an id", "stand-in", (source) =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(source) ? source : { wrong: "bad-id", message: `\`${source}\` is not an id`, remedy: "use lower case letters, digits and single hyphens" },
);

export const flag: Reader<boolean> = {
  standIn: false,
  read: (value, desk) => {
    if (value.kind === "flag") return value.value;
    reportShape(value, desk, "`true` or `false`");
    return false;
  },
};

export const wholeNumber: Reader<number> = fromText<number>("a whole number", 1, (source) => {
  const value = /^\d{1,15}$/.test(source) ? Number(source) : Number.NaN;
  return Number.isSafeInteger(value) ? value : { wrong: "wrong-shape", message: `\`${source}\` is not a whole number`, remedy: "write a whole number without sign or decimal point" };
});

export const positive: Reader<number> = {
  standIn: 1,
  read: (value, desk) => {
    const count = wholeNumber.read(value, desk);
    if (count === 0) desk.report("wrong-shape", value.at, "`0` stands where a number of at least 1 is wanted", "write a number from 1 on, or leave the field out");
    return Math.max(1, count);
  },
};

export const pattern: Reader<string> = patternWithFlags("u");

export function patternWithFlags(flags: string): Reader<string> {
  return fromText<string>("a regular expression", "^", (source) => {
    try {
      new RegExp(source, flags);
      return source;
    } catch (problem) {
      // A pattern that does not compile is a slip of the writer of the law, not of the program.
      return { wrong: "bad-pattern", message: `\`${source}\` is not a regular expression: ${problem instanceof Error ? problem.message : ""}`, remedy: "write it in JavaScript's syntax, in single quotes" };
    }
  });
}

/** One of a fixed set of words. */
export function choiceOf<const T extends string>(choices: readonly [T, ...T[]]): Reader<T> {
  return fromText<T>("a word", choices[0], (source) => choices.find((choice) => choice === source) ?? { wrong: "unknown-value", message: `\`${source}\` is not known here`, remedy: suggestion(source, choices) });
}

export function reference(...kinds: readonly EntryKind[]): Reader<LawId> {
  return fromText<LawId>("an id of the law", NOWHERE, (source, desk, at) => resolveReference(desk, source, at, kinds) ?? NOWHERE);
}

/** A word of a taxonomy of this body or of the one it extends. */
export function termOf(taxonomy: Taxonomy): Reader<string> {
  return fromText<string>("a word of the taxonomy", "", (source, desk) => {
    if (desk.index.hasTerm(desk.body, taxonomy, source)) return source;
    return { wrong: "unknown-term", message: `\`${source}\` is no ${taxonomy} of the taxonomy`, remedy: suggestion(source, desk.index.termsOf(desk.body, taxonomy)) };
  });
}

export const names: Reader<Names> = {
  standIn: { en: "" },
  read: (value, desk) => {
    if (value.kind !== "fields") return { en: text.read(value, desk) };
    const fields = new FieldsReader(value, desk, PART_TABLES.names, "names");
    const zh = fields.optional("zh", text);
    const by = fields.optional("by", choiceOf(["us"]));
    return { en: fields.required("en", text), ...(zh === undefined ? {} : { zh }), ...(by === undefined ? {} : { by }) };
  },
};

/** A list, or one value that stands alone. */
export function many<T>(one: Reader<T>): Reader<readonly T[]> {
  return { standIn: [], read: (value, desk) => (value.kind === "items" ? value.items.map((item) => one.read(item, desk)) : [one.read(value, desk)]) };
}

/** Parts of one thing are told apart by their ids. `word`: what they are, in the plural. */
export function reportRepeated(read: readonly { readonly at: Place; readonly id: string }[], word: string, desk: Desk): void {
  const seen = new Set<string>();
  for (const { at, id } of read) {
    if (seen.has(id)) desk.report("duplicate-id", at, `two ${word} have the id \`${id}\``, "give each its own");
    seen.add(id);
  }
}

/** What follows an unquoted comma in `{en: Barred, but not yet}` reads as a field without a value. */
function looksLikeText(name: string, field: Located): boolean {
  return field.kind === "nothing" && name.includes(" ");
}

/** A mapping whose fields stand in a table. Fields that are not in the table, are missing or empty are findings. */
export class FieldsReader<Name extends string> {
  readonly at: Place;
  readonly #fields: ReadonlyMap<string, Located>;
  readonly #desk: Desk;

  constructor(value: Located, desk: Desk, table: Readonly<Record<Name, "required" | "optional">> & FieldTable, word: string) {
    this.at = value.at;
    this.#desk = desk;
    if (value.kind !== "fields") {
      reportShape(value, desk, `a mapping (${word})`);
      this.#fields = new Map();
      return;
    }
    const known = Object.keys(table);
    const fields = new Map<string, Located>();
    for (const [name, field] of value.fields) {
      const at = value.keyPlaces.get(name) ?? field.at;
      if (!Object.hasOwn(table, name)) desk.report("unknown-field", at, `\`${name}\` is no field of ${word}`, looksLikeText(name, field) ? "a text with a comma needs quotes inside `{ }`" : suggestion(name, known));
      else if (field.kind === "nothing") desk.report("empty-field", at, `\`${name}\` has no value`, "write it, or leave the field out");
      else fields.set(name, field);
    }
    for (const name of known) {
      if (table[name] === "required" && !value.fields.has(name)) desk.report("missing-field", value.at, `${word} lacks \`${name}\``, `add \`${name}:\``);
    }
    this.#fields = fields;
  }

  has(name: Name): boolean {
    return this.#fields.has(name);
  }

  get(name: Name): Located | undefined {
    return this.#fields.get(name);
  }

  /** Where the field stands, or the mapping where it is absent. */
  placeOf(name: Name): Place {
    return this.#fields.get(name)?.at ?? this.at;
  }

  optional<T>(name: Name, reader: Reader<T>): T | undefined {
    const value = this.#fields.get(name);
    return value === undefined ? undefined : reader.read(value, this.#desk);
  }

  /** The value; its absence is reported by the table. */
  required<T>(name: Name, reader: Reader<T>): T {
    return this.optional(name, reader) ?? reader.standIn;
  }

  or<T>(name: Name, reader: Reader<T>, otherwise: T): T {
    const value = this.#fields.get(name);
    return value === undefined ? otherwise : reader.read(value, this.#desk);
  }

  /** A list; absent is empty. */
  list<T>(name: Name, one: Reader<T>): readonly T[] {
    return this.or(name, many(one), []);
  }

  /** A list that must not be empty. */
  someOf<T>(name: Name, one: Reader<T>, word: string): readonly T[] {
    const items = this.list(name, one);
    if (items.length === 0 && this.has(name)) this.#desk.report("missing-field", this.placeOf(name), `\`${name}\` is empty`, `name at least one ${word}`);
    return items;
  }
}
