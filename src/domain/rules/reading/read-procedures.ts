// Readers of procedures, calendars, precedence and repair: how matters run, and which rule goes first.
import { yearOf, type LawId, type Located, type Place } from "../../terms/index.ts";
import { criterion } from "./criterion-reader.ts";
import type { Desk } from "./desk.ts";
import { ENTRY_TABLES, PART_TABLES, type EntryKind } from "../field-tables.ts";
import type { CalendarYear, Precedence, Procedure, ProcedurePurpose, Repair, RepairTier, Step } from "../language.ts";
import { choiceOf, day, FieldsReader, flag, localId, many, names, positive, reference, termOf, text, wholeNumber, type Reader } from "./reader.ts";
import { ORGANISATION_SCOPE, withListing, type Scope } from "./scope.ts";
import { anchor, basis, dated, interval, readHead, readInterval } from "./values.ts";

export function readProcedure(id: LawId, value: Located, desk: Desk): Procedure {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.procedure, "a procedure");
  return { ...readHead(id, fields, desk), kind: "procedure", purpose: fields.or("purpose", purpose, "listing"), steps: fields.required("steps", dated(steps)), anchor: fields.or("anchor", anchor, "application") };
}

const purpose: Reader<ProcedurePurpose> = choiceOf(["listing", "removal", "objection", "appeal", "repair", "penalty", "commitment", "annual-report", "inspection", "interview", "publicity", "sharing", "grading", "other"]);

const steps: Reader<readonly Step[]> = {
  standIn: [],
  read: (value, desk) => {
    const read = (value.kind === "items" ? value.items : [value]).map((item) => ({ at: item.at, step: readStep(item, desk) }));
    reportRepeated(read.map(({ at, step }) => ({ at, id: step.id })), "steps", desk);
    const ids = read.map(({ step }) => step.id);
    for (const { at, step } of read) {
      for (const other of [...step.after, ...(step.within === undefined ? [] : [step.within.from])]) {
        if (!ids.includes(other)) desk.report("unknown-entry", at, `\`${other}\` is no step of this procedure`, `it may be ${ids.map((each) => `\`${each}\``).join(", ")}`);
      }
    }
    reportStepCircles(read, desk);
    return read.map(({ step }) => step);
  },
};

/** A step that waits for itself could never be taken. */
function reportStepCircles(read: readonly { readonly at: Place; readonly step: Step }[], desk: Desk): void {
  const taken = new Set<string>();
  const known = new Set(read.map(({ step }) => step.id));
  let waiting = read;
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    for (const { step } of waiting) if (step.after.every((each) => taken.has(each) || !known.has(each))) taken.add(step.id);
    waiting = waiting.filter(({ step }) => !taken.has(step.id));
  }
  const [first] = waiting;
  if (first !== undefined) desk.report("circle", first.at, `step \`${first.step.id}\` waits for itself`, "remove one `after` of the circle");
}

function readStep(value: Located, desk: Desk): Step {
  const fields = new FieldsReader(value, desk, PART_TABLES.step, "a step");
  const within = fields.optional("within", intervalFrom);
  const substitute = fields.optional("substitute", names);
  return {
    id: fields.required("id", localId),
    kind: fields.required("kind", choiceOf(["proposal", "notice", "service", "defence", "hearing", "decision", "publication", "objection", "verification", "removal", "review", "application", "acceptance", "consent", "appeal", "interview", "commitment", "report", "draw", "inspection", "training", "notification", "acknowledgement"])),
    names: fields.required("names", names),
    by: fields.required("by", choiceOf(["office", "organisation"])),
    after: fields.list("after", localId),
    ...(within === undefined ? {} : { within }),
    optional: fields.or("optional", flag, false),
    states: fields.list("states", text),
    officers: fields.or("officers", positive, 1),
    superiorConsent: fields.or("superiorConsent", flag, false),
    legalReview: fields.or("legalReview", flag, false),
    ...(substitute === undefined ? {} : { substitute }),
    outcomes: fields.list("outcomes", choiceOf(["listed", "conditional", "reprimanded", "noAction"])),
    basis: fields.or("basis", basis, []),
  };
}

const intervalFrom: Reader<NonNullable<Step["within"]>> = {
  standIn: { count: 1, unit: "days", from: "" },
  read: (value, desk) => {
    const fields = new FieldsReader(value, desk, PART_TABLES["interval-from"], "an interval");
    return { ...readInterval(fields, desk), from: fields.required("from", localId) };
  },
};

export function readCalendar(id: LawId, value: Located, desk: Desk): CalendarYear {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.calendar, "a calendar");
  const year = fields.required("year", wholeNumber);
  const [holidays, makeUpDays] = [fields.list("holidays", day), fields.list("makeUpDays", day)];
  for (const each of [...holidays, ...makeUpDays]) {
    if (fields.has("year") && yearOf(each) !== year) desk.report("bad-day", fields.placeOf("holidays"), `\`${each}\` does not lie in the year ${year}`, "put it into the calendar of its own year");
  }
  for (const each of makeUpDays) {
    if (holidays.includes(each)) desk.report("bad-day", fields.placeOf("makeUpDays"), `\`${each}\` is a day off and a working day`, "keep it in one of the two");
  }
  return { ...readHead(id, fields, desk), kind: "calendar", year, holidays, makeUpDays };
}

const RULES: readonly EntryKind[] = ["list", "measure", "memorandum", "record-type", "repair", "procedure", "grade", "act", "precedence"];
const rule = reference(...RULES);
const PRECEDENCE_FIELDS = {
  suspension: { needs: ["of", "what"], allows: ["of", "what", "regions", "when"] },
  prefers: { needs: ["among", "prefer"], allows: ["among", "prefer"] },
  transition: { needs: ["old", "replacement", "pending"], allows: ["old", "replacement", "pending"] },
  milder: { needs: ["of"], allows: ["of"] },
} as const;

export function readPrecedence(id: LawId, value: Located, desk: Desk): Precedence {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.precedence, "a rule of precedence");
  const kind = fields.required("rule", choiceOf(["suspension", "prefers", "transition", "milder"]));
  const { needs, allows } = PRECEDENCE_FIELDS[kind];
  for (const name of needs) if (!fields.has(name)) desk.report("missing-field", fields.at, `\`${kind}\` lacks \`${name}\``, `add \`${name}:\``);
  for (const name of ["of", "what", "regions", "when", "among", "prefer", "old", "replacement", "pending"] as const) {
    if (fields.has(name) && !allows.some((each) => each === name)) desk.report("unknown-field", fields.placeOf(name), `\`${name}\` does not belong to \`${kind}\``, "remove it");
  }
  const head = { ...readHead(id, fields, desk), kind: "precedence" } as const;
  switch (kind) {
    case "suspension": {
      const when = fields.optional("when", criterion(ORGANISATION_SCOPE));
      return { ...head, rule: kind, of: fields.list("of", rule), what: fields.required("what", choiceOf(["recording", "clocks", "effects"])), regions: fields.list("regions", termOf("region")), ...(when === undefined ? {} : { when }) };
    }
    case "prefers":
      return { ...head, rule: kind, among: fields.list("among", rule), prefer: fields.required("prefer", preferred) };
    case "transition":
      return { ...head, rule: kind, old: fields.required("old", rule), replacement: fields.required("replacement", rule), pending: fields.required("pending", choiceOf(["old", "new", "milder"])) };
    case "milder":
      return { ...head, rule: kind, of: fields.list("of", rule) };
  }
}

const preferred: Reader<readonly LawId[] | "unresolved"> = {
  standIn: "unresolved",
  read: (value, desk) => (value.kind === "text" && value.value === "unresolved" ? "unresolved" : many(rule).read(value, desk)),
};

export function readRepair(id: LawId, value: Located, desk: Desk): Repair {
  const fields = new FieldsReader(value, desk, ENTRY_TABLES.repair, "a repair rule");
  const decidedBy = fields.optional("decidedBy", reference("authority"));
  const decideWithin = fields.optional("decideWithin", interval);
  const covers = fields.someOf("covers", reference("list", "record-type"), "list or record type");
  const tiers = fields.someOf("tiers", tierReader(covers, desk), "tier");
  reportRepeated(tiers.map(({ id: each }) => ({ at: fields.placeOf("tiers"), id: each })), "tiers", desk);
  return {
    ...readHead(id, fields, desk),
    kind: "repair",
    tiers,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(decideWithin === undefined ? {} : { decideWithin }),
    anchor: fields.or("anchor", anchor, "application"),
    milder: fields.or("milder", flag, false),
    covers,
    conditions: fields.list("conditions", names),
    excluded: fields.list("excluded", names),
  };
}

/** A tier belongs to what its rule covers; its condition may name what the listings covered have in common. */
function tierReader(covered: readonly LawId[], desk: Desk): Reader<RepairTier> {
  const lists = covered.filter((id) => desk.index.lookUp(desk.body, id)?.kind === "list");
  const scope = withListing(ORGANISATION_SCOPE, lists.map((id) => desk.fieldsOf(id)));
  return { standIn: { id: "", names: names.standIn, endsByItself: false, documents: [], basis: [] }, read: (value) => readTier(value, desk, covered, scope) };
}

function readTier(value: Located, desk: Desk, covered: readonly LawId[], scope: Scope): RepairTier {
  const fields = new FieldsReader(value, desk, PART_TABLES.tier, "a tier");
  const covers = fields.list("covers", reference("list", "record-type"));
  const when = fields.optional("when", criterion(scope));
  const minimumMonths = fields.optional("minimumMonths", wholeNumber);
  const maximumMonths = fields.optional("maximumMonths", wholeNumber);
  if (minimumMonths !== undefined && maximumMonths !== undefined && maximumMonths < minimumMonths) {
    desk.report("period-inside-out", fields.at, `at least ${minimumMonths} and at most ${maximumMonths} months cannot both be`, "`maximumMonths` must not be less than `minimumMonths`");
  }
  for (const each of covers) {
    if (!covered.includes(each)) desk.report("unknown-value", fields.placeOf("covers"), `\`${each}\` is not among what this rule covers`, "add it to the rule's own `covers`, or remove it here");
  }
  return {
    id: fields.required("id", localId),
    names: fields.required("names", names),
    ...(covers.length === 0 ? {} : { covers }),
    ...(when === undefined ? {} : { when }),
    ...(minimumMonths === undefined ? {} : { minimumMonths }),
    ...(maximumMonths === undefined ? {} : { maximumMonths }),
    endsByItself: fields.or("endsByItself", flag, false),
    documents: fields.list("documents", names),
    basis: fields.or("basis", basis, []),
  };
}

function reportRepeated(read: readonly { readonly at: Place; readonly id: string }[], word: string, desk: Desk): void {
  const seen = new Set<string>();
  for (const { at, id } of read) {
    if (seen.has(id)) desk.report("duplicate-id", at, `two ${word} have the id \`${id}\``, "give each its own");
    seen.add(id);
  }
}
