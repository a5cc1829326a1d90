// Criteria from the law files: a mapping becomes a tree whose leaves are compiled for the scope they stand in.
import type { Located, Place } from "../../terms/index.ts";
import { childrenOf } from "../criteria.ts";
import type { Desk } from "./desk.ts";
import { PART_TABLES } from "../field-tables.ts";
import type { Basis, CompiledExpression, Criterion, Leaf, ListColour, RelatedBy } from "../language.ts";
import { choiceOf, FieldsReader, flag, localId, many, names, positive, reference, text, type Reader } from "./reader.ts";
import { withRecord, type Scope } from "./scope.ts";
import { anchor, basis } from "./values.ts";

type CriterionFields = FieldsReader<keyof typeof PART_TABLES.criterion>;
type Node = Criterion["kind"];

const NODES = { all: "all", any: "any", none: "none", atLeast: "atLeast", rule: "exceptions", holds: "holds", records: "records", listed: "listed" } as const satisfies Record<string, Node>;
const ACCOMPANIES = { unless: "rule", unknownWhen: "holds", missing: "holds", presume: "holds", where: "records" } as const;
const COLOURS = ["black", "red", "scrutiny", "warning"] as const satisfies readonly ListColour[];
export const colour: Reader<ListColour> = choiceOf(COLOURS);

export const relatedBy: Reader<RelatedBy> = choiceOf(["parents", "owners", "controllers"]);

const STAND_IN: Criterion = { kind: "all", of: [] };
const NOT_COMPILED: CompiledExpression = { paths: [], evaluate: () => ({ truth: "unknown", missing: [] }) };

export function criterion(scope: Scope): Reader<Criterion> {
  return { standIn: STAND_IN, read: (value, desk) => readCriterion(value, desk, scope) };
}

/** Several criteria of one entry: ids of their nodes are unique among them. */
export function criteria(scope: Scope): Reader<readonly Criterion[]> {
  return {
    standIn: [],
    read: (value, desk) => {
      const read = many(criterion(scope)).read(value, desk);
      reportRepeatedIds(read, value.at, desk);
      return read;
    },
  };
}

function readCriterion(value: Located, desk: Desk, scope: Scope): Criterion {
  const fields: CriterionFields = new FieldsReader(value, desk, PART_TABLES.criterion, "a criterion");
  const given = (["all", "any", "none", "atLeast", "rule", "holds", "records", "listed"] as const).filter((name) => fields.has(name));
  const [node] = given;
  if (node === undefined || given.length > 1) {
    if (value.kind === "fields") desk.report("wrong-shape", value.at, node === undefined ? "this criterion says nothing" : `this criterion is several at once: ${given.map((each) => `\`${each}\``).join(", ")}`, `write exactly one of ${Object.keys(NODES).map((each) => `\`${each}\``).join(", ")}`);
    return STAND_IN;
  }
  for (const [name, wanted] of entriesOf(ACCOMPANIES)) {
    if (fields.has(name) && node !== wanted) desk.report("unknown-field", fields.placeOf(name), `\`${name}\` belongs to \`${wanted}\`, not to \`${node}\``, `remove it, or write \`${wanted}\``);
  }
  switch (node) {
    case "holds":
      return readLeaf(fields, desk, scope);
    case "records":
      return readRecords(fields, desk, scope);
    case "listed":
      return readListed(fields, desk);
    default:
      return readInner(node, fields, desk, scope);
  }
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): readonly (readonly [K, V])[] {
  const entries: (readonly [K, V])[] = [];
  for (const key in record) entries.push([key, record[key]]);
  return entries;
}

function readInner(node: "all" | "any" | "none" | "atLeast" | "rule", fields: CriterionFields, desk: Desk, scope: Scope): Criterion {
  const id = fields.optional("id", localId);
  const called = fields.optional("names", names);
  const head = { ...(id === undefined ? {} : { id }), ...(called === undefined ? {} : { names: called }) };
  const one = criterion(scope);
  if (node === "rule") return { kind: "exceptions", ...head, rule: fields.required("rule", one), unless: fields.list("unless", one) };
  if (node !== "atLeast") return { kind: node, ...head, of: fields.someOf(node, one, "criterion") };
  const inner = new FieldsReader(fields.get("atLeast") ?? { kind: "nothing", at: fields.at }, desk, PART_TABLES["at-least"], "`atLeast`");
  const of = inner.someOf("of", one, "criterion");
  const count = inner.required("count", positive);
  if (count > of.length && of.length > 0) desk.report("wrong-shape", inner.placeOf("count"), `${count} of ${of.length} criteria can never hold`, "lower `count`, or add criteria");
  return { kind: "atLeast", ...head, count, of };
}

/** Id, names and basis of a leaf, which must be able to stand in a list of reasons. */
function readLeafHead(fields: CriterionFields, desk: Desk): { readonly id: string; readonly names: Leaf["names"]; readonly basis: readonly Basis[] } {
  for (const name of ["id", "names"] as const) {
    if (!fields.has(name)) desk.report("missing-field", fields.at, `this criterion lacks \`${name}\``, `add \`${name}:\`; reasons name it by that`);
  }
  return { id: fields.required("id", localId), names: fields.required("names", names), basis: fields.or("basis", basis, []) };
}

function readLeaf(fields: CriterionFields, desk: Desk, scope: Scope): Leaf {
  const expression = fields.required("holds", text);
  const unknownWhen = fields.optional("unknownWhen", text);
  const missing = fields.optional("missing", names);
  const presume = fields.get("presume");
  return {
    kind: "holds",
    ...readLeafHead(fields, desk),
    expression,
    compiled: compile(expression, fields.placeOf("holds"), desk, scope, "comparison"),
    ...(unknownWhen === undefined ? {} : { unknownWhen: { expression: unknownWhen, compiled: compile(unknownWhen, fields.placeOf("unknownWhen"), desk, scope, "joined") } }),
    ...(missing === undefined ? {} : { missing }),
    ...(presume === undefined ? {} : { presume: readPresume(presume, desk) }),
  };
}

function readPresume(value: Located, desk: Desk): NonNullable<Leaf["presume"]> {
  const fields = new FieldsReader(value, desk, PART_TABLES.presume, "`presume`");
  return { value: fields.required("value", flag), because: fields.required("because", names), basis: fields.required("basis", basis) };
}

/** Compiles an expression; what is wrong with it is reported where it stands. */
export function compile(source: string, at: Place, desk: Desk, scope: Scope, form: "comparison" | "joined"): CompiledExpression {
  if (source === "") return NOT_COMPILED;
  const result = desk.expressions.compile(source, scope, form);
  if (result.ok) return result.value;
  for (const problem of result.error) desk.report(problem.code, at, problem.message, problem.remedy);
  return NOT_COMPILED;
}

function readRecords(fields: CriterionFields, desk: Desk, scope: Scope): Criterion {
  const inner = new FieldsReader(fields.get("records") ?? { kind: "nothing", at: fields.at }, desk, PART_TABLES.records, "`records`");
  const type = inner.required("type", reference("record-type"));
  const inRecord = criterion(withRecord(scope, desk.fieldsOf(type)));
  if (fields.has("where") && inner.has("where")) desk.report("wrong-shape", fields.placeOf("where"), "`where` stands both beside and inside `records`", "keep one of the two");
  const where = fields.optional("where", inRecord) ?? inner.optional("where", inRecord);
  const months = inner.optional("months", positive);
  return {
    kind: "records",
    ...readLeafHead(fields, desk),
    type,
    ...(where === undefined ? {} : { where }),
    count: inner.or("count", positive, 1),
    ...(months === undefined ? {} : { months }),
    ...whoseOf(inner),
    ...(inner.has("after") ? { after: inner.someOf("after", reference("list"), "list") } : {}),
    anchor: inner.or("anchor", anchor, "decision"),
  };
}

function readListed(fields: CriterionFields, desk: Desk): Criterion {
  const inner = new FieldsReader(fields.get("listed") ?? { kind: "nothing", at: fields.at }, desk, PART_TABLES.listed, "`listed`");
  const lists = inner.list("lists", reference("list"));
  const ofColour = inner.optional("colour", colour);
  if (inner.has("lists") === inner.has("colour")) desk.report("wrong-shape", inner.at, "`listed` needs either `lists` or `colour`", "name the lists, or the colour of any list");
  return { kind: "listed", ...readLeafHead(fields, desk), lists, ...(ofColour === undefined ? {} : { colour: ofColour }), count: inner.or("count", positive, 1), ...whoseOf(inner) };
}

function whoseOf(inner: FieldsReader<"whose">): { readonly whose?: RelatedBy } {
  const whose = inner.optional("whose", relatedBy);
  return whose === undefined ? {} : { whose };
}

function reportRepeatedIds(roots: readonly Criterion[], at: Place, desk: Desk): void {
  const seen = new Set<string>();
  for (const id of roots.flatMap(idsWithin)) {
    if (seen.has(id)) desk.report("duplicate-id", at, `two criteria here have the id \`${id}\``, "reasons name criteria by id; give each its own");
    seen.add(id);
  }
}

export function idsWithin(node: Criterion): readonly string[] {
  return [...(node.id === undefined ? [] : [node.id]), ...childrenOf(node).flatMap(idsWithin)];
}
