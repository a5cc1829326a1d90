// Reader of lists: criteria, End, exits, entailed effects.
import type { LawId, Located } from "../../terms/index.ts";
import { colour, compile, criteria, criterion } from "./criterion-reader.ts";
import type { Desk } from "./desk.ts";
import { ENTRY_TABLES, PART_TABLES } from "../field-tables.ts";
import type { Basis, EndRule, ExitRule, Field, List, ListSubject } from "../language.ts";
import { choiceOf, FieldsReader, flag, localId, many, names, positive, reference, termOf, text, type Reader } from "./reader.ts";
import { LISTING_WORDS, ORGANISATION_SCOPE, withListing } from "./scope.ts";
import { reportForbiddenSubjects } from "./subjects.ts";
import { anchor, basis, dated, fieldsReader, interval, readHead } from "./values.ts";

export const listFields: Reader<readonly Field[]> = fieldsReader(LISTING_WORDS);

type ListFields = FieldsReader<keyof typeof ENTRY_TABLES.list>;

export function readList(id: LawId, value: Located, desk: Desk): List {
  const fields: ListFields = new FieldsReader(value, desk, ENTRY_TABLES.list, "a list");
  const head = readHead(id, fields, desk);
  const columns = fields.or("fields", listFields, []);
  reportForbiddenSubjects(head, columns, desk);
  const listing = withListing(ORGANISATION_SCOPE, [columns]);
  const procedure = fields.optional("procedure", reference("procedure"));
  const entailed = fields.optional("entailed", criterion(ORGANISATION_SCOPE));
  const lostWhen = fields.optional("lostWhen", criterion(listing));
  const inherits = readInherits(fields, columns, desk);
  const freshForDays = fields.optional("freshForDays", positive);
  const domain = fields.optional("domain", termOf("domain"));
  const holds = fields.required("holds", choiceOf(["reported", "kept"]));
  if (holds === "kept" && !fields.has("entailed")) reportIncomplete(fields, desk);
  return {
    ...head,
    kind: "list",
    colour: fields.required("colour", colour),
    owner: readOwner(fields, desk),
    holds,
    regions: fields.list("regions", termOf("region")),
    sectors: fields.list("sectors", termOf("sector")),
    published: fields.or("published", flag, true),
    fields: columns,
    criteria: fields.or("criteria", dated(criteria(ORGANISATION_SCOPE)), []),
    criteriaAnchor: fields.or("criteriaAnchor", anchor, "decision"),
    end: fields.or("end", dated(endRule), [{ value: { kind: "notStated" }, basis: [] }]),
    endAnchor: fields.or("endAnchor", anchor, "decision"),
    ...(procedure === undefined ? {} : { procedure }),
    exits: fields.or("exits", dated(exits(head.basis)), []),
    ...(entailed === undefined ? {} : { entailed }),
    ...(lostWhen === undefined ? {} : { lostWhen }),
    ...(inherits === undefined ? {} : { inherits }),
    ...(freshForDays === undefined ? {} : { freshForDays }),
    subjects: readSubjects(fields, desk),
    ...(domain === undefined ? {} : { domain }),
    forbiddenBy: fields.or("forbiddenBy", basis, []),
    succession: fields.or("succession", choiceOf(["follows", "ends"]), "follows"),
  };
}

export const subject: Reader<ListSubject> = choiceOf(["organisations", "government", "persons"]);

/** A list of persons is law to read, under people/ alone. */
function readSubjects(fields: ListFields, desk: Desk): readonly ListSubject[] {
  const subjects = fields.or("subjects", many(subject), desk.people ? ["persons"] : ["organisations"]);
  if (subjects.includes("persons") && !desk.people) desk.report("people-in-law", fields.placeOf("subjects"), "a list of persons stands outside people/", "move what concerns persons to a file under `people/`, and keep here what concerns organisations");
  return subjects;
}

/** What the register itself keeps needs steps, an End and a way out; what another body published shows what it states. */
function reportIncomplete(fields: ListFields, desk: Desk): void {
  const absent = (["procedure", "end", "exits"] as const).filter((name) => !fields.has(name));
  if (absent.length === 0) return;
  desk.report("kept-list-incomplete", fields.at, `a list kept here lacks ${absent.map((name) => `\`${name}\``).join(", ")}`, "add them, or make it `holds: reported` if another body runs it");
}

function readOwner(fields: ListFields, desk: Desk): LawId {
  const owner = fields.get("owner");
  if (owner?.kind === "items" && owner.items.length !== 1) {
    desk.report("two-owners", owner.at, `a list has one owner, here stand ${owner.items.length}`, "name the authority that decides; others may be parties of a memorandum");
    return reference().standIn;
  }
  return fields.list("owner", reference("authority"))[0] ?? reference().standIn;
}

const startOfTerm = choiceOf(["effect", "decision", "publication"]);

const endRule: Reader<EndRule> = {
  standIn: { kind: "notStated" },
  read: (value, desk) => {
    if (value.kind === "text" && value.value === "notStated") return { kind: "notStated" };
    const fields = new FieldsReader(value, desk, PART_TABLES.end, "an end");
    const given = (["fixed", "untilDone", "reviewFrom", "permanent"] as const).filter((name) => fields.has(name));
    const [kind] = given;
    const inner = kind === undefined ? undefined : fields.get(kind);
    if (kind === undefined || inner === undefined || given.length > 1) {
      desk.report("wrong-shape", value.at, given.length > 1 ? "a listing has one end" : "this is no end", "write `notStated`, `{fixed: {years: 3, from: publication}}`, `{untilDone: …}`, `{reviewFrom: …}` or `{permanent: …}`");
      return { kind: "notStated" };
    }
    switch (kind) {
      case "untilDone":
        return { kind, what: names.read(inner, desk) };
      case "permanent":
        return { kind, because: names.read(inner, desk) };
      case "fixed": {
        const term = new FieldsReader(inner, desk, PART_TABLES["fixed-term"], "a fixed term");
        const days = term.optional("days", positive);
        return { kind, ...readLength(term, days !== undefined, desk), ...(days === undefined ? {} : { days }), from: term.required("from", startOfTerm) };
      }
      case "reviewFrom": {
        const term = new FieldsReader(inner, desk, PART_TABLES["review-term"], "a review");
        return { kind, ...readLength(term, false, desk), from: term.required("from", startOfTerm), what: term.required("what", names) };
      }
    }
  },
};

/** Years and months, at least one of which must stand there unless the length is given otherwise. */
export function readLength(fields: FieldsReader<"years" | "months">, otherwise: boolean, desk: Desk): { readonly years?: number; readonly months?: number } {
  const years = fields.optional("years", positive);
  const months = fields.optional("months", positive);
  if (years === undefined && months === undefined && !otherwise) desk.report("missing-field", fields.at, "this term has no length", "add `years:` or `months:`");
  return { ...(years === undefined ? {} : { years }), ...(months === undefined ? {} : { months }) };
}

function exits(ofList: readonly Basis[]): Reader<readonly ExitRule[]> {
  return {
    standIn: [],
    read: (value, desk) => {
      const read = (value.kind === "items" ? value.items : [value]).map((item) => ({ at: item.at, exit: readExit(item, desk, ofList) }));
      const seen = new Set<string>();
      for (const { at, exit } of read) {
        if (seen.has(exit.id)) desk.report("duplicate-id", at, `two exits have the id \`${exit.id}\``, "give each its own");
        seen.add(exit.id);
      }
      return read.map(({ exit }) => exit);
    },
  };
}

function readExit(value: Located, desk: Desk, ofList: readonly Basis[]): ExitRule {
  const fields = new FieldsReader(value, desk, PART_TABLES.exit, "an exit");
  const earliestMonths = fields.optional("earliestMonths", positive);
  const decideWithin = fields.optional("decideWithin", interval);
  const by = fields.optional("by", reference("authority"));
  const needs = fields.list("needs", reference("list"));
  return {
    id: fields.required("id", localId),
    act: fields.required("act", choiceOf(["term", "repair", "performance", "objection", "annulment", "release", "review"])),
    names: fields.required("names", names),
    ...(earliestMonths === undefined ? {} : { earliestMonths }),
    conditions: fields.list("conditions", names),
    ...(needs.length === 0 ? {} : { needs }),
    ...(decideWithin === undefined ? {} : { decideWithin }),
    ...(by === undefined ? {} : { by }),
    anchor: fields.or("anchor", anchor, "application"),
    basis: fields.or("basis", basis, ofList),
  };
}

/** Facts of a listing that are no field of its list and may still tell which listing is meant. */
const ALSO_BY = ["decidedOn", "effectiveFrom", "until", "originator"];

function readInherits(list: ListFields, columns: readonly Field[], desk: Desk): List["inherits"] {
  const value = list.get("inherits");
  if (value === undefined) return undefined;
  const fields = new FieldsReader(value, desk, PART_TABLES.inherits, "`inherits`");
  const known = columns.map((column) => column.name);
  const taken = fields.list("fields", text);
  const by = fields.required("by", text);
  for (const name of taken) reportNoField(name, known, fields, "fields", desk);
  if (!ALSO_BY.includes(by)) reportNoField(by, known, fields, "by", desk);
  const when = fields.required("when", text);
  const compiled = compile(when, fields.placeOf("when"), desk, withListing(ORGANISATION_SCOPE, [columns]), "comparison");
  return { fields: taken, by, when, compiled };
}

function reportNoField(name: string, known: readonly string[], fields: FieldsReader<"fields" | "by">, where: "fields" | "by", desk: Desk): void {
  if (name !== "" && !known.includes(name)) desk.report("unknown-field", fields.placeOf(where), `\`${name}\` is no field of this list`, `it may be ${known.map((each) => `\`${each}\``).join(", ") || "one that you add under `fields`"}`);
}
