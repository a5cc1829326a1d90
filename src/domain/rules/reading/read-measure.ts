// Readers of measures and memoranda. A memorandum is written whole; each of its clauses becomes a measure of its own.
import { parseLawId, plainDate, type LawId, type Located, type PlainDate } from "../../terms/index.ts";
import { criteria, criterion } from "./criterion-reader.ts";
import type { Desk } from "./desk.ts";
import { CLAUSE_TABLE, ENTRY_TABLES, PART_TABLES, SHARED_BY_CLAUSES } from "../field-tables.ts";
import { BURDENS, FAVOURS, type Criterion, type Dated, type Effect, type Force, type Measure, type Memorandum, type Party, type Reach, type Trigger } from "../language.ts";
import { readLength } from "./read-list.ts";
import { choiceOf, day, FieldsReader, flag, localId, many, positive, reference, sourceOf, termOf, text, type Reader } from "./reader.ts";
import { ORGANISATION_SCOPE, withListing, withParties, withRecord, type Scope } from "./scope.ts";
import { amount, anchor, basis, dated, readHead } from "./values.ts";

type MeasureFields = FieldsReader<keyof typeof CLAUSE_TABLE>;
type MemorandumFields = FieldsReader<keyof typeof ENTRY_TABLES.memorandum>;

export const effect: Reader<Effect> = choiceOf(["deny", "restrict", "surcharge", "scrutinise", "consider", "publicise", "expedite", "prioritise", "exempt", "discount", "support"]);
const force: Reader<Force> = choiceOf(["discretionary", "mandatory", "mandatory-unless-declined"]);
const reach: Reader<Reach> = choiceOf([
  "organisation", "branches", "parent", "legal-representative", "directors", "supervisors", "senior-managers", "responsible-staff", "office-holders", "person", "family", "official", "organisation-of-person",
]);
const ONLY_IN_PEOPLE: readonly Reach[] = ["person", "family", "official", "organisation-of-person"];

export function readMeasure(id: LawId, value: Located, desk: Desk): Measure {
  return readMeasureFields(id, new FieldsReader(value, desk, ENTRY_TABLES.measure, "a measure"), desk, undefined);
}

function readMeasureFields(id: LawId, fields: MeasureFields, desk: Desk, clauseOf: { readonly memorandum: LawId; readonly clause: string } | undefined): Measure {
  const trigger = fields.required("trigger", triggerReader);
  const effects = fields.someOf("effects", effect, "effect");
  const forces = fields.required("force", dated(force));
  reportForceAndEffects(fields, effects, forces, desk);
  return {
    ...readHead(id, fields, desk),
    kind: "measure",
    ...(clauseOf ?? {}),
    trigger,
    authority: fields.required("authority", reference("authority")),
    exceptOwner: fields.or("exceptOwner", flag, false),
    acts: fields.someOf("acts", reference("act"), "act"),
    effects,
    amount: fields.or("amount", dated(amount), [{ value: { kind: "notStated" }, basis: [] }]),
    force: forces,
    reaches: readReaches(fields, desk),
    lasts: fields.or("lasts", lasts, { kind: "trigger" }),
    within: fields.or("within", choiceOf(["everywhere", "regionOfList"]), "everywhere"),
    conditions: fields.or("conditions", criteria(scopeOf([trigger], clauseOf !== undefined, desk)), []),
    anchor: fields.or("anchor", anchor, "dayAsked"),
    permittedAs: fields.list("permittedAs", reference("penalty-item")),
  };
}

function readReaches(fields: MeasureFields, desk: Desk): readonly Reach[] {
  const reaches = fields.or("reaches", many(reach), [desk.people ? "person" : "organisation"]);
  const persons = reaches.find((each) => ONLY_IN_PEOPLE.includes(each));
  if (persons !== undefined && !desk.people) desk.report("people-in-law", fields.placeOf("reaches"), `\`${persons}\` is a reach of rules about persons`, "move the measure to a file under `people/`");
  return reaches;
}

function reportForceAndEffects(fields: MeasureFields, effects: readonly Effect[], forces: Dated<Force>, desk: Desk): void {
  if (effects.length > 1 && forces.some((version) => version.value !== "discretionary")) {
    desk.report("force-and-effects", fields.placeOf("effects"), "several effects leave a choice, but the force leaves none", "write `force: discretionary`, or one measure for each effect");
  }
  if (effects.some((each) => BURDENS.includes(each)) && effects.some((each) => FAVOURS.includes(each))) {
    desk.report("force-and-effects", fields.placeOf("effects"), "a measure is a burden or a favour, not both", "write two measures");
  }
  if (new Set(effects).size < effects.length) desk.report("force-and-effects", fields.placeOf("effects"), "the same effect stands twice", "name each effect once");
}

/** What conditions may name: facts of the listing or record that is the trigger and, in a memorandum, of its parties. */
function scopeOf(triggers: readonly Trigger[], inMemorandum: boolean, desk: Desk): Scope {
  const outer = inMemorandum ? withParties(ORGANISATION_SCOPE) : ORGANISATION_SCOPE;
  const lists = triggers.flatMap((trigger) => (trigger.kind === "list" ? trigger.lists : []));
  const types = new Set(triggers.flatMap((trigger) => (trigger.kind === "record" || trigger.kind === "commitment" ? [trigger.type] : [])));
  const [type, second] = types;
  const listed = lists.length > 0 ? withListing(outer, [...new Set(lists)].map((list) => desk.fieldsOf(list))) : outer;
  return type !== undefined && second === undefined ? withRecord(listed, desk.fieldsOf(type)) : listed;
}

const TRIGGERS = ["list", "record", "grade", "status", "commitment"] as const;

const triggerReader: Reader<Trigger> = {
  standIn: { kind: "list", lists: [] },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES.trigger, "a trigger");
    const given = TRIGGERS.filter((name) => fields.has(name));
    const [kind] = given;
    if (kind === undefined || given.length > 1) {
      desk.report("wrong-shape", value.at, given.length > 1 ? "a measure has one trigger" : "this is no trigger", `write exactly one of ${TRIGGERS.map((each) => `\`${each}\``).join(", ")}`);
      return { kind: "list", lists: [] };
    }
    for (const [name, wanted] of [["where", "record"], ["months", "record"], ["grades", "grade"]] as const) {
      if (fields.has(name) && kind !== wanted) desk.report("unknown-field", fields.placeOf(name), `\`${name}\` belongs to \`${wanted}\``, "remove it");
    }
    switch (kind) {
      case "list":
        return { kind, lists: fields.someOf("list", reference("list"), "list") };
      case "status":
        return { kind, statuses: fields.someOf("status", termOf("status"), "status") };
      case "grade":
        return { kind, type: fields.required("grade", reference("grade")), grades: fields.list("grades", text) };
      case "commitment":
        return { kind, type: fields.required("commitment", reference("record-type")) };
      case "record":
        return readRecordTrigger(fields, desk);
    }
  },
};

function readRecordTrigger(fields: FieldsReader<keyof typeof PART_TABLES.trigger>, desk: Desk): Trigger {
  const type = fields.required("record", reference("record-type"));
  const where: Criterion | undefined = fields.optional("where", criterion(withRecord(ORGANISATION_SCOPE, desk.fieldsOf(type))));
  const months = fields.optional("months", positive);
  return { kind: "record", type, ...(where === undefined ? {} : { where }), ...(months === undefined ? {} : { months }) };
}

const lasts: Reader<Measure["lasts"]> = {
  standIn: { kind: "trigger" },
  read: (value, desk) => {
    if (value.kind === "text" && value.value === "trigger") return { kind: "trigger" };
    return { kind: "term", ...readLength(new FieldsReader(value, desk, PART_TABLES.lasts, "a term"), false, desk) };
  },
};

/** The id of the measure a clause becomes. */
export function clauseId(memorandum: LawId, clause: string): string {
  return `${memorandum}-${clause}`;
}

/** The memorandum and the measures its clauses are. */
export function readMemorandum(id: LawId, value: Located, desk: Desk): readonly [Memorandum, ...Measure[]] {
  const fields: MemorandumFields = new FieldsReader(value, desk, ENTRY_TABLES.memorandum, "a memorandum");
  const signedOn = fields.optional("signedOn", day);
  const head = readHead(id, fields, desk, signedOn);
  if (head.from === undefined) desk.report("missing-field", fields.at, "a memorandum lacks its first day", "add `from:` or `signedOn:`");
  const parties = fields.list("parties", partyReader(head.from ?? plainDate("2000-01-01")));
  const located = fields.get("clauses");
  const items = located === undefined ? [] : located.kind === "items" ? located.items : [located];
  if (located !== undefined && items.length === 0) desk.report("missing-field", located.at, "a memorandum without clauses does nothing", "add its clauses");
  const measures = items.flatMap((item) => readClause(id, withShared(item, value, head.from), desk));
  for (const measure of measures) reportNotAParty(measure, parties, desk);
  const memorandum: Memorandum = {
    ...head,
    kind: "memorandum",
    ...(signedOn === undefined ? {} : { signedOn }),
    parties,
    conditions: fields.or("conditions", criteria(scopeOf(measures.map((measure) => measure.trigger), true, desk)), []),
    clauses: measures.map((measure) => measure.id),
  };
  return [memorandum, ...measures];
}

function readClause(memorandum: LawId, value: Located, desk: Desk): readonly Measure[] {
  const fields: MeasureFields = new FieldsReader(value, desk, CLAUSE_TABLE, "a clause");
  const clause = fields.required("id", localId);
  const id = parseLawId(clauseId(memorandum, clause));
  return id.ok ? [readMeasureFields(id.value, fields, desk, { memorandum, clause })] : [];
}

/** A clause with what it takes over from its memorandum. */
function withShared(clause: Located, memorandum: Located, from: PlainDate | undefined): Located {
  if (clause.kind !== "fields" || memorandum.kind !== "fields") return clause;
  const fields = new Map(clause.fields);
  const keyPlaces = new Map(clause.keyPlaces);
  for (const name of ["from", "until", "basis", "confidence", "draft", ...SHARED_BY_CLAUSES]) {
    const shared = memorandum.fields.get(name);
    if (shared !== undefined && !fields.has(name)) fields.set(name, shared);
  }
  if (!fields.has("from") && from !== undefined) fields.set("from", { kind: "text", value: from, at: clause.at });
  return { ...clause, fields, keyPlaces };
}

function reportNotAParty(measure: Measure, parties: readonly Party[], desk: Desk): void {
  if (parties.length === 0 || parties.some((party) => party.authority === measure.authority)) return;
  desk.report("not-a-party", measure.at, `\`${measure.authority}\` acts in clause \`${measure.clause ?? ""}\` and is no party`, "add it to `parties`, or correct the authority of the clause");
}

function partyReader(since: PlainDate): Reader<Party> {
  return {
    standIn: { authority: reference().standIn, sinceEarliest: since, sinceLatest: since, basis: [] },
    read: (value, desk) => {
      if (sourceOf(value) !== undefined) return { authority: reference("authority").read(value, desk), sinceEarliest: since, sinceLatest: since, basis: [] };
      const fields = new FieldsReader(value, desk, PART_TABLES.party, "a party");
      const exact = fields.optional("since", day);
      const earliest = fields.optional("sinceEarliest", day) ?? exact ?? since;
      const latest = fields.optional("sinceLatest", day) ?? exact ?? earliest;
      const mixed = exact !== undefined && (fields.has("sinceEarliest") || fields.has("sinceLatest"));
      if (mixed || fields.has("sinceEarliest") !== fields.has("sinceLatest")) desk.report("wrong-shape", fields.at, "the day a party is bound from is one day or a range", "write `since`, or both `sinceEarliest` and `sinceLatest`");
      if (latest < earliest) desk.report("period-inside-out", fields.at, `the range from \`${earliest}\` to \`${latest}\` has no day`, "`sinceLatest` must not lie before `sinceEarliest`");
      return { authority: fields.required("authority", reference("authority")), sinceEarliest: earliest, sinceLatest: latest, basis: fields.or("basis", basis, []) };
    },
  };
}
