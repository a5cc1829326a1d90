// Reader of templates: how a published file or a submission sheet is read, column by column.
import type { LawId, Located, Names, Place } from "../../terms/index.ts";
import { resolveReference, type Desk } from "./desk.ts";
import { ENTRY_TABLES, PART_TABLES } from "../field-tables.ts";
import type { Field, Template, TemplateColumn, TemplateReading } from "../language.ts";
import { choiceOf, FieldsReader, flag, many, names, patternWithFlags, positive, reference, reportShape, text, type Reader } from "./reader.ts";
import { suggestion } from "./nearest.ts";
import { currencyCode, readHead } from "./values.ts";

/** Where a column may go, beside `code:<identifier>` and `field:<name>`. */
export const COLUMN_TARGETS: readonly string[] = [
  "name", "alias", "formerName", "kind", "legalForm", "status", "country", "region", "sector", "address", "email", "establishedOn", "officeHolder", "from", "until", "decidedOn", "actedOn", "effectiveFrom",
  "publishedFrom", "originator", "listedIn", "breach", "ignore",
];

export function readTemplate(id: LawId, value: Located, desk: Desk): Template {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.template, "a template");
  const of = fields.required("of", subject);
  const target = targetReader(fieldsOfSubject(of, desk));
  const editionDay = fields.optional("editionDay", editionDayReader);
  const columns = fields.someOf("columns", column(target), "column");
  const readings = fields.list("readings", reading(target));
  for (const each of readings) {
    if (!columns.some((known) => known.headers.includes(each.column))) desk.report("unknown-entry", fields.placeOf("readings"), `\`${each.column}\` is the header of no column`, "name a header as it stands under `columns`");
  }
  return {
    ...readHead(id, fields, desk),
    kind: "template",
    of,
    formats: fields.or("formats", many(choiceOf(["xlsx", "csv", "json"])), ["xlsx", "csv", "json"]),
    complete: fields.or("complete", flag, false),
    headerRows: fields.or("headerRows", positive, 1),
    ...(editionDay === undefined ? {} : { editionDay }),
    quoting: fields.or("quoting", choiceOf(["strict", "looseQuotes"]), "strict"),
    columns,
    readings,
  };
}

const subject: Reader<Template["of"]> = {
  standIn: { kind: "organisation" },
  read: (value, desk) => {
    if (value.kind === "text" && value.value === "organisation") return { kind: "organisation" };
    const fields = new FieldsReader(value, desk, PART_TABLES["template-of"], "`of`");
    const list = fields.optional("list", reference("list"));
    const type = fields.optional("record", reference("record-type"));
    if ((list === undefined) === (type === undefined)) desk.report("wrong-shape", value.at, "a template is of one thing", "write `{list: …}`, `{record: …}` or `organisation`");
    return list !== undefined ? { kind: "list", list } : type !== undefined ? { kind: "record", type } : { kind: "organisation" };
  },
};

function fieldsOfSubject(of: Template["of"], desk: Desk): readonly Field[] {
  return of.kind === "list" ? desk.fieldsOf(of.list) : of.kind === "record" ? desk.fieldsOf(of.type) : [];
}

/** A place to go: a word of the register, `field:<name>` of the subject, or `code:<identifier>`, which is given its full id. */
function targetReader(fields: readonly Field[]): Reader<string> {
  return {
    standIn: "ignore",
    read: (value, desk) => {
      const target = text.read(value, desk);
      if (COLUMN_TARGETS.includes(target) || target === "") return target;
      if (target.startsWith("code:")) return codeTarget(target.slice("code:".length), value.at, desk);
      const known = fields.map((field) => field.name);
      if (target.startsWith("field:") && known.includes(target.slice("field:".length))) return target;
      desk.report("unknown-value", value.at, `\`${target}\` is no place for a column`, suggestion(target, [...COLUMN_TARGETS, ...known.map((name) => `field:${name}`)]));
      return "ignore";
    },
  };
}

function codeTarget(scheme: string, at: Place, desk: Desk): string {
  const id = resolveReference(desk, scheme, at, ["identifier"]);
  return id === undefined ? "ignore" : `code:${id}`;
}

/** A regular expression that finds a day: groups `year`, `month` and `day`. */
const dayPatternReader: Reader<string> = {
  standIn: "^",
  read: (value, desk) => {
    const source = patternWithFlags("iu").read(value, desk);
    const absent = ["year", "month", "day"].filter((group) => !source.includes(`(?<${group}>`));
    if (absent.length > 0) desk.report("bad-pattern", value.at, `the expression lacks the group ${absent.map((each) => `\`${each}\``).join(", ")}`, "write `(?<year>\\d{4})`, `(?<month>…)` and `(?<day>…)`");
    return source;
  },
};

const editionDayReader: Reader<{ readonly pattern: string }> = {
  standIn: { pattern: "^" },
  read: (value, desk) => ({ pattern: new FieldsReader(value, desk, PART_TABLES["edition-day"], "`editionDay`").required("pattern", dayPatternReader) }),
};

function column(target: Reader<string>): Reader<TemplateColumn> {
  return {
    standIn: { headers: [], names: names.standIn, to: "ignore", type: "text", required: false, lastDay: false, sentinels: {}, choices: [] },
    read: (value, desk) => {
      const fields = new FieldsReader(value, desk, PART_TABLES.column, "a column");
      const help = fields.optional("help", names);
      const dayPattern = fields.optional("dayPattern", dayPatternReader);
      const currency = fields.optional("currency", currencyCode);
      return {
        headers: fields.someOf("headers", text, "header"),
        names: fields.required("names", names),
        to: fields.required("to", target),
        type: fields.or("type", choiceOf(["text", "day", "instantDay", "money", "integer", "flag", "choice", "choices", "authority", "code"]), "text"),
        required: fields.or("required", flag, false),
        lastDay: fields.or("lastDay", flag, false),
        sentinels: fields.or("sentinels", sentinels, {}),
        choices: fields.list("choices", choice),
        ...(dayPattern === undefined ? {} : { dayPattern }),
        ...(currency === undefined ? {} : { currency }),
        ...(help === undefined ? {} : { help }),
      };
    },
  };
}

const sentinelEnd = choiceOf(["notStated", "permanent", "untilDone"]);

const sentinels: Reader<TemplateColumn["sentinels"]> = {
  standIn: {},
  read: (value, desk) => {
    if (value.kind === "fields") return Object.fromEntries([...value.fields].map(([cell, end]) => [cell, sentinelEnd.read(end, desk)]));
    reportShape(value, desk, "a mapping from cell text to end");
    return {};
  },
};

const choice: Reader<TemplateColumn["choices"][number]> = {
  standIn: { value: "", texts: [], names: names.standIn },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES.choice, "a choice");
    const of = fields.required("value", text);
    const called: Names = fields.or("names", names, { en: of });
    return { value: of, texts: fields.someOf("texts", text, "text"), names: called };
  },
};

function reading(target: Reader<string>): Reader<TemplateReading> {
  return {
    standIn: { column: "", pattern: "^", to: "ignore", type: "text", consumes: true },
    read: (value, desk) => {
      const fields = new FieldsReader(value, desk, PART_TABLES.reading, "a reading");
      const fixed = fields.optional("value", text);
      return {
        column: fields.required("column", text),
        pattern: fields.required("pattern", patternWithFlags("giu")),
        to: fields.required("to", target),
        ...(fixed === undefined ? {} : { value: fixed }),
        type: fields.or("type", choiceOf(["text", "code", "authority", "choices", "flag"]), "text"),
        consumes: fields.or("consumes", flag, true),
      };
    },
  };
}
