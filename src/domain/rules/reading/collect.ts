// Collecting: which bodies, entries and examples the files hold, before any is read in full. Ids and kinds are settled
// here, so that every reference can be checked where it stands, whatever the order of the files.
import { parseLawId, type LawId, type Located, type LocatedDocument, type Place } from "../../terms/index.ts";
import type { Desk } from "./desk.ts";
import { EntryIndex } from "./entry-index.ts";
import { ENTRY_KINDS, isEntryKind, PART_TABLES, type EntryKind } from "../field-tables.ts";
import { suggestion } from "./nearest.ts";
import { clauseId } from "./read-measure.ts";
import { day, FieldsReader, names, reportShape, sourceOf, text, type Reader } from "./reader.ts";
import type { BodyFacts } from "../rulebook.ts";
import { currencyCode } from "./values.ts";

type LocatedFields = Extract<Located, { readonly kind: "fields" }>;

/** Where a value comes from: the body of its folder, and whether it lies under people/. */
export interface Origin {
  readonly body: string;
  readonly people: boolean;
}

export interface RawEntry extends Origin {
  readonly id: LawId;
  readonly kind: EntryKind;
  readonly value: LocatedFields;
}

export interface RawExample extends Origin {
  readonly value: LocatedFields;
}

export interface Collected {
  readonly bodies: ReadonlyMap<string, BodyFacts>;
  readonly entries: readonly RawEntry[];
  readonly examples: readonly RawExample[];
}

export type DeskOf = (origin: Origin) => Desk;

export function collect(documents: readonly LocatedDocument[], index: EntryIndex, deskOf: DeskOf): Collected {
  const bodies = new Map<string, BodyFacts>();
  const entries: RawEntry[] = [];
  const examples: RawExample[] = [];
  const folders = new Map<string, Place>();
  for (const document of documents) {
    const [body, ...rest] = document.path.split("/");
    const desk = deskOf({ body: body ?? "", people: rest[0] === "people" });
    if (body === undefined || rest.length === 0 || !/^[a-z][a-z0-9]*$/.test(body)) {
      desk.report("bad-file", document.root.at, `\`${document.path}\` lies in no body's folder`, "move it to `law/<body>/`, such as `law/cn/`");
      continue;
    }
    if (!folders.has(body)) folders.set(body, document.root.at);
    if (rest.join("/") === "body.yaml") collectBody(document.root, desk, bodies);
    else if (rest.join("/") === "coverage.yaml") continue;
    else if (rest[0] === "examples" || (rest[0] === "people" && rest[1] === "examples")) examples.push(...itemsOf(document.root, "examples", "expect", desk).map((value) => ({ body, people: rest[0] === "people", value })));
    else entries.push(...itemsOf(document.root, "entries", "kind", desk).flatMap((value) => collectEntry(value, desk, index)));
  }
  for (const [body, at] of folders) {
    if (!bodies.has(body)) deskOf({ body, people: false }).report("unknown-body", at, `\`${body}\` has no body.yaml`, `add \`law/${body}/body.yaml\` with \`body\`, \`names\`, \`timeZone\` and \`currency\``);
  }
  linkBodies(bodies, index, deskOf);
  return { bodies, entries, examples };
}

/** The mappings of a file that is one of them (it has the field `sign`) or holds many under `plural`. */
function itemsOf(root: Located, plural: "entries" | "examples", sign: "kind" | "expect", desk: Desk): readonly LocatedFields[] {
  const held = root.kind === "fields" ? root.fields.get(plural) : undefined;
  if (root.kind !== "fields" || (held === undefined && !root.fields.has(sign))) {
    desk.report("bad-file", root.at, `this file holds no ${plural}`, `write one mapping with \`${sign}:\`, or \`${plural}:\` with a list of them`);
    return [];
  }
  if (held === undefined) return [root];
  for (const [name, at] of root.keyPlaces) if (name !== plural) desk.report("unknown-field", at, `\`${name}\` stands beside \`${plural}\``, `move it into one of the ${plural}`);
  if (held.kind !== "items") {
    reportShape(held, desk, `a list of ${plural}`);
    return [];
  }
  return held.items.flatMap((item) => {
    if (item.kind === "fields") return [item];
    reportShape(item, desk, "a mapping");
    return [];
  });
}

function collectBody(root: Located, desk: Desk, bodies: Map<string, BodyFacts>): void {
  const fields = new FieldsReader(root, desk, PART_TABLES.body, "a body of law");
  const body = fields.required("body", text);
  const extended = fields.optional("extends", text);
  const currency = fields.required("currency", currencyCode);
  if (fields.has("body") && body !== desk.body) desk.report("unknown-body", fields.placeOf("body"), `\`${body}\` lies in the folder of \`${desk.body}\``, `write \`body: ${desk.body}\`, or rename the folder`);
  bodies.set(desk.body, { body: desk.body, names: fields.required("names", names), timeZone: fields.required("timeZone", text), currency, regimes: fields.list("regimes", regime), ...(extended === undefined ? {} : { extends: extended }), at: root.at });
}

const regime: Reader<BodyFacts["regimes"][number]> = {
  standIn: { law: day.standIn, names: { en: "" } },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES.regime, "a regime");
    return { law: fields.required("law", day), names: fields.required("names", names) };
  },
};

function linkBodies(bodies: ReadonlyMap<string, BodyFacts>, index: EntryIndex, deskOf: DeskOf): void {
  for (const facts of bodies.values()) {
    if (facts.extends === undefined) continue;
    const desk = deskOf({ body: facts.body, people: false });
    const seen = [facts.body];
    for (let next: string | undefined = facts.extends; next !== undefined && !seen.includes(next); next = bodies.get(next)?.extends) seen.push(next);
    const last = bodies.get(seen.at(-1) ?? "")?.extends;
    if (!bodies.has(facts.extends)) desk.report("unknown-body", facts.at, `\`${facts.extends}\`, which \`${facts.body}\` extends, is not there`, suggestion(facts.extends, [...bodies.keys()]));
    else if (last !== undefined && seen.includes(last)) desk.report("circle", facts.at, `\`${facts.body}\` extends itself by way of \`${last}\``, "remove one `extends` of the circle");
    else index.extend(facts.body, facts.extends);
  }
}

function collectEntry(value: LocatedFields, desk: Desk, index: EntryIndex): readonly RawEntry[] {
  const kind = kindOf(value, desk);
  const id = idOf(value, desk);
  if (kind === undefined || id === undefined) return [];
  const at = value.fields.get("id")?.at ?? value.at;
  addToIndex(id, kind, at, desk, index);
  if (kind === "term") addTermToIndex(value, at, desk, index);
  if (kind === "memorandum") addClausesToIndex(id, value, desk, index);
  return [{ id, kind, value, body: desk.body, people: desk.people }];
}

function kindOf(value: LocatedFields, desk: Desk): EntryKind | undefined {
  const located = value.fields.get("kind");
  const source = located === undefined ? undefined : sourceOf(located);
  if (located === undefined || source === undefined) {
    desk.report("missing-field", located?.at ?? value.at, "this entry has no `kind`", `add \`kind:\` with one of ${ENTRY_KINDS.map((each) => `\`${each}\``).join(", ")}`);
    return undefined;
  }
  if (isEntryKind(source)) return source;
  desk.report("unknown-kind", located.at, `\`${source}\` is no kind of entry`, suggestion(source, ENTRY_KINDS));
  return undefined;
}

function idOf(value: LocatedFields, desk: Desk): LawId | undefined {
  const located = value.fields.get("id");
  const source = located === undefined ? undefined : sourceOf(located);
  if (located === undefined || source === undefined) {
    desk.report("missing-field", located?.at ?? value.at, "this entry has no `id`", "add `id:`, short and readable");
    return undefined;
  }
  const id = parseLawId(source.includes(":") ? source : `${desk.body}:${source}`);
  if (!id.ok) {
    desk.report("bad-id", located.at, `\`${source}\` is not an id of the law`, "use lower case letters, digits and single hyphens, such as `customs-serious`");
    return undefined;
  }
  if (!id.value.startsWith(`${desk.body}:`)) {
    desk.report("wrong-body", located.at, `\`${source}\` lies in the folder of \`${desk.body}\``, "move the entry to the folder of its body, or change its id");
    return undefined;
  }
  return id.value;
}

function addToIndex(id: LawId, kind: EntryKind, at: Place, desk: Desk, index: EntryIndex): void {
  const earlier = index.add({ id, kind, people: desk.people, at });
  if (earlier !== undefined) desk.report("duplicate-id", at, `\`${id}\` is already an entry of kind \`${earlier.kind}\` at ${earlier.at}`, "give one of the two another id; a later value of the same rule is written with `dated:`");
}

function addTermToIndex(value: LocatedFields, at: Place, desk: Desk, index: EntryIndex): void {
  const [taxonomy, word] = [value.fields.get("taxonomy"), value.fields.get("value")];
  const [ofTaxonomy, source] = [taxonomy === undefined ? undefined : sourceOf(taxonomy), word === undefined ? undefined : sourceOf(word)];
  if (ofTaxonomy === undefined || source === undefined) return;
  const earlier = index.addTerm(desk.body, ofTaxonomy, source, at);
  if (earlier !== undefined) desk.report("duplicate-id", at, `\`${source}\` is already a ${ofTaxonomy} at ${earlier}`, "keep one of the two terms");
}

/** Clauses are measures; their ids are known before the memorandum is read, so that anything may refer to them. */
function addClausesToIndex(memorandum: LawId, value: LocatedFields, desk: Desk, index: EntryIndex): void {
  const clauses = value.fields.get("clauses");
  for (const clause of clauses?.kind === "items" ? clauses.items : clauses === undefined ? [] : [clauses]) {
    const located = clause.kind === "fields" ? clause.fields.get("id") : undefined;
    const source = located === undefined ? undefined : sourceOf(located);
    const id = source === undefined ? undefined : parseLawId(clauseId(memorandum, source));
    if (located !== undefined && id?.ok === true) addToIndex(id.value, "measure", located.at, desk, index);
  }
}
