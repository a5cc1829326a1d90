// Readers of the questions of worked examples. Which form a question has is told by the field that names its subject; every form has
// its own table, so that what does not belong there is a finding.
import { parsePlainDate, type Located, type PlainDate, type Truth } from "../../terms/index.ts";
import type { Desk } from "./desk.ts";
import { ENTRY_KINDS, isEntryKind, PART_TABLES } from "../field-tables.ts";
import { LINT_RULES, type ExampleQuestion, type ScoreEvent } from "../language.ts";
import { choiceOf, day, FieldsReader, flag, localId, positive, reference, reportShape, sourceOf, text, wholeNumber, type Reader } from "./reader.ts";
import { effect } from "./read-measure.ts";
import { points } from "./read-standards.ts";
import { interval } from "./values.ts";

export const anyEntry = reference(...ENTRY_KINDS.filter(isEntryKind));
const measure = reference("measure");
const list = reference("list");
const listOrRecordType = reference("list", "record-type");
const repairRule = reference("repair");

type Read = (value: Located, desk: Desk) => ExampleQuestion;

/** Forms by the field that tells them; the first that is there does. Those about a list come last, from the particular to the plain. */
const FORMS: readonly (readonly [string, Read])[] = [
  ["act", readAct], ["entry", readEntry], ["procedure", readStep], ["repair", readRepair], ["recordType", readRecordType], ["workingDays", readWorkingDays], ["grade", readGrade],
  ["identifier", readIdentifier], ["score", readScore], ["lint", readLint], ["exit", readExit], ["exits", readExits], ["ends", readEnd], ["edition", readEdition], ["list", readList],
];

export const question: Reader<ExampleQuestion> = {
  standIn: { kind: "list", list: list.standIn, on: day.standIn },
  read: (value, desk) => {
    const form = value.kind === "fields" ? FORMS.find(([name]) => value.fields.has(name)) : undefined;
    if (form !== undefined) return form[1](value, desk);
    if (value.kind !== "fields") reportShape(value, desk, "a question (a mapping)");
    else reportAsksNothing(value.at, desk, `name what it is about: one of ${FORMS.map(([name]) => `\`${name}\``).join(", ")}`);
    return question.standIn;
  },
};

function reportAsksNothing(at: string, desk: Desk, remedy: string): void {
  desk.report("missing-field", at, "this question asks nothing", remedy);
}

/** A question must ask at least one of these. */
function reportUnasked<Name extends string>(fields: FieldsReader<Name>, asked: readonly Name[], desk: Desk): void {
  if (!asked.some((name) => fields.has(name))) reportAsksNothing(fields.at, desk, `add one of ${asked.map((name) => `\`${name}\``).join(", ")}`);
}

/** `{[name]: value}`, or nothing where there is no value. */
function some<const K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : Object.fromEntries([[name, value]] satisfies readonly (readonly unknown[])[]);
}

/** An empty list is an answer too: none. */
function listed<Name extends string, T>(fields: FieldsReader<Name>, name: Name, one: Reader<T>): readonly T[] | undefined {
  return fields.has(name) ? fields.list(name, one) : undefined;
}

/** A day, or one of some words that stand for none. */
function dayOr<const W extends string>(...words: readonly [W, ...W[]]): Reader<PlainDate | W> {
  return {
    standIn: day.standIn,
    read: (value, desk) => words.find((word) => value.kind === "text" && value.value === word) ?? day.read(value, desk),
  };
}

const dayOrNotStated = dayOr("notStated");

const truth: Reader<Truth> = {
  standIn: "unknown",
  read: (value, desk) => (value.kind === "flag" ? (value.value ? "true" : "false") : choiceOf(["unknown", "true", "false"]).read(value, desk)),
};

function readAct(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-act"], "a question about an act");
  return {
    kind: "act",
    act: fields.required("act", reference("act")),
    on: fields.required("on", day),
    verdict: fields.required("verdict", choiceOf(["bound", "clear", "undetermined"])),
    ...some("where", fields.optional("where", text)),
    ...some("law", fields.optional("law", day)),
    ...some("effects", listed(fields, "effects", effect)),
    ...some("measures", listed(fields, "measures", measure)),
    ...some("until", fields.optional("until", day)),
    ...some("missing", listed(fields, "missing", text)),
    ...some("failed", listed(fields, "failed", text)),
    ...some("possible", listed(fields, "possible", measure)),
    ...some("favours", listed(fields, "favours", measure)),
    ...some("presumed", listed(fields, "presumed", text)),
    ...some("amounts", listed(fields, "amounts", text)),
    ...some("officeHolders", listed(fields, "officeHolders", measure)),
    ...some("readings", listed(fields, "readings", anyEntry)),
    ...some("exits", fields.optional("exits", dayOr("notStated", "none"))),
  };
}

function readList(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-list"], "a question about a list");
  reportUnasked(fields, ["criteria", "listed"], desk);
  return {
    kind: "list", list: fields.required("list", list), on: fields.required("on", day),
    ...some("law", fields.optional("law", day)), ...some("criteria", fields.optional("criteria", truth)), ...some("listed", fields.optional("listed", flag)),
  };
}

/** How a listing ends: `2025-01-10`, `reviewFrom 2025-01-10`, or a word where there is no day. */
const ends: Reader<string> = {
  standIn: "notStated",
  read: (value, desk) => {
    const end = text.read(value, desk);
    if (["notStated", "permanent", "untilDone"].includes(end) || parsePlainDate(end.replace(/^reviewFrom /, "")).ok) return end;
    desk.report("bad-day", value.at, `\`${end}\` is no end of a listing`, "write the first free day, `reviewFrom` and a day, `notStated`, `permanent` or `untilDone`");
    return "notStated";
  },
};

function readEnd(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-end"], "a question about how a listing ends");
  return { kind: "end", list: fields.required("list", list), decided: fields.required("decided", day), ends: fields.required("ends", ends), on: fields.required("on", day) };
}

/** An exit of the list by its id, or a tier of a repair rule: `credit-repair#general`. */
const exitName: Reader<string> = {
  standIn: "",
  read: (value, desk) => {
    const [rule = "", tier] = value.kind === "text" ? value.value.split("#") : [];
    return tier === undefined ? localId.read(value, desk) : `${repairRule.read({ kind: "text", value: rule, at: value.at }, desk)}#${localId.read({ kind: "text", value: tier, at: value.at }, desk)}`;
  },
};

function readExit(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-exit"], "a question about a way out");
  reportUnasked(fields, ["earliest", "decideBy"], desk);
  return {
    kind: "exit", list: fields.required("list", listOrRecordType), since: fields.required("since", day), exit: fields.required("exit", exitName), on: fields.required("on", day),
    ...some("earliest", fields.optional("earliest", day)), ...some("decideBy", fields.optional("decideBy", day)),
  };
}

function readExits(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-exits"], "a question about the ways out");
  const on = fields.required("on", day);
  return { kind: "exits", list: fields.required("list", listOrRecordType), since: fields.optional("since", day) ?? on, exits: fields.list("exits", exitName), on };
}

function readEdition(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-edition"], "a question about an edition");
  return { kind: "edition", list: fields.required("list", list), edition: fields.required("edition", day), staleFrom: fields.required("staleFrom", dayOrNotStated), on: fields.required("on", day) };
}

function readEntry(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-entry"], "a question about an entry");
  reportUnasked(fields, ["inForce", "issued", "joined"], desk);
  if (fields.has("party") !== fields.has("joined")) desk.report("missing-field", fields.at, "`party` and `joined` belong together", "write both: the authority, and whether it is bound that day");
  return {
    kind: "entry", entry: fields.required("entry", anyEntry), on: fields.required("on", day),
    ...some("inForce", fields.optional("inForce", flag)), ...some("issued", fields.optional("issued", flag)),
    ...some("party", fields.optional("party", reference("authority"))), ...some("joined", fields.optional("joined", truth)),
  };
}

function readStep(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-step"], "a question about a step");
  reportUnasked(fields, ["due", "officers", "superiorConsent", "legalReview"], desk);
  if (fields.has("due") && !fields.has("since")) desk.report("missing-field", fields.at, "a clock runs from a day", "add `since:`, the day of what it is counted from");
  return {
    kind: "step", procedure: fields.required("procedure", reference("procedure")), step: fields.required("step", localId), on: fields.required("on", day),
    ...some("since", fields.optional("since", day)), ...some("due", fields.optional("due", dayOrNotStated)), ...some("officers", fields.optional("officers", positive)),
    ...some("superiorConsent", fields.optional("superiorConsent", flag)), ...some("legalReview", fields.optional("legalReview", flag)),
  };
}

function readRepair(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-repair"], "a question about repair");
  reportUnasked(fields, ["earliest", "latest", "decideBy"], desk);
  return {
    kind: "repair", repair: fields.required("repair", reference("repair")), tier: fields.required("tier", localId), since: fields.required("since", day), on: fields.required("on", day),
    ...some("earliest", fields.optional("earliest", dayOrNotStated)), ...some("latest", fields.optional("latest", dayOrNotStated)), ...some("decideBy", fields.optional("decideBy", dayOrNotStated)),
  };
}

function readRecordType(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-record-type"], "a question about a type of record");
  reportUnasked(fields, ["publishedUntil", "forgottenFrom"], desk);
  return {
    kind: "recordType", recordType: fields.required("recordType", reference("record-type")), since: fields.required("since", day), on: fields.required("on", day),
    ...some("publishedUntil", fields.optional("publishedUntil", dayOrNotStated)), ...some("forgottenFrom", fields.optional("forgottenFrom", dayOrNotStated)),
  };
}

function readWorkingDays(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-working-days"], "a question about working days");
  return {
    kind: "workingDays", workingDays: fields.required("workingDays", positive), since: fields.required("since", day), due: fields.required("due", day), on: fields.required("on", day),
    ...some("provisional", fields.optional("provisional", flag)),
  };
}

function readGrade(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-grade"], "a question about a grade");
  reportUnasked(fields, ["is", "starts", "every"], desk);
  if (fields.has("is") !== fields.has("points")) desk.report("missing-field", fields.at, "`points` and `is` belong together", "write both: the points, and the grade they give");
  return {
    kind: "grade", grade: fields.required("grade", reference("grade")), on: fields.required("on", day),
    ...some("points", fields.optional("points", points)), ...some("is", fields.optional("is", text)), ...some("starts", listed(fields, "starts", wholeNumber)), ...some("every", fields.optional("every", interval)),
  };
}

function readIdentifier(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-identifier"], "a question about a code");
  return {
    kind: "identifier", identifier: fields.required("identifier", reference("identifier")), code: fields.required("code", text), valid: fields.required("valid", flag), on: fields.required("on", day),
    ...some("refused", fields.optional("refused", flag)), ...some("parts", fields.optional("parts", partTexts)),
  };
}

/** A mapping from the name of a part to the characters there. */
const partTexts: Reader<Readonly<Record<string, string>>> = {
  standIn: {},
  read: (value, desk) => {
    if (value.kind === "fields") return Object.fromEntries([...value.fields].map(([name, located]) => [name, text.read(located, desk)]));
    reportShape(value, desk, "a mapping from the name of a part to its characters");
    return {};
  },
};

function readScore(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-score"], "a question about points");
  return {
    kind: "score", score: fields.required("score", reference("score-scheme")), events: fields.list("events", scoreEvent), points: fields.required("points", points), on: fields.required("on", day),
    ...some("band", fields.optional("band", text)),
  };
}

const scoreEvent: Reader<ScoreEvent> = {
  standIn: { rule: reference().standIn, times: 1 },
  read: (value, desk) => {
    if (sourceOf(value) !== undefined) return { rule: reference("score-rule").read(value, desk), times: 1 };
    const fields = new FieldsReader(value, desk, PART_TABLES["score-event"], "an event");
    return { rule: fields.required("rule", reference("score-rule")), ...some("tier", fields.optional("tier", localId)), times: fields.or("times", positive, 1) };
  },
};

function readLint(value: Located, desk: Desk): ExampleQuestion {
  const fields = new FieldsReader(value, desk, PART_TABLES["question-lint"], "a question about what the linter finds");
  const rule = choiceOf(LINT_RULES);
  reportUnasked(fields, ["finds", "lacks"], desk);
  return {
    kind: "lint", lint: fields.required("lint", anyEntry), on: fields.required("on", day),
    ...some("standards", fields.optional("standards", day)), ...some("finds", listed(fields, "finds", rule)), ...some("lacks", listed(fields, "lacks", rule)),
  };
}
