// Step record: what a step of a case puts on file about the organisation, or adds to what an earlier step put there: a commitment, a report,
// an interview. Which record type and which values follow from the step itself is the law's; the rest is what was handed in.
import { err, ok, parsePlainDate, type FileNumber, type MatterId, type PlainDate, type RecordId, type Result } from "../../terms/index.ts";
import type { EventDraft, FieldValues } from "../../events/index.ts";
import type { Field, Step } from "../../rules/index.ts";
import type { LawBook } from "../listing/listing-law.ts";
import { refuse, type Refusal } from "../refusals.ts";

export interface StepToRecord {
  readonly matter: MatterId;
  readonly file: FileNumber;
  /** Minted for the record if the step is the first to put one on file. */
  readonly record: RecordId;
  readonly step: Step;
  readonly on: PlainDate;
  readonly given: FieldValues;
}

/** The events that put it on file; none where the step records nothing. `before`: the record an earlier step of the case put there. */
export function recordOfStep({ matter, file, record, step, on, given }: StepToRecord, law: LawBook, before: RecordId | undefined): Result<readonly EventDraft[], Refusal> {
  const { records } = step;
  if (records === undefined) {
    const [stray] = Object.keys(given);
    return stray === undefined ? ok([]) : refuse("field-unknown", step.id, `\`${step.id}\` puts nothing on file, and \`${stray}\` is a value for a record: leave it out`, { kind: "nothing", field: stray, step: step.id, names: step.names });
  }
  const type = law.get("record-type", records.type);
  if (type === undefined) return refuse("field-unknown", records.type, `the law in use knows no record type \`${records.type}\``, { kind: "type", type: records.type });
  const fields: FieldValues = { ...given, ...records.set };
  const flaw = fieldFlaw(type.fields, given, records.set) ?? (before === undefined ? missingFlaw(type.fields, fields) : undefined);
  if (flaw !== undefined) return err(flaw);
  if (before !== undefined) return ok([{ type: "RecordCorrected", body: { matter, record: before, file, reason: step.names.en, annulled: false, fields, correctedOn: on } }]);
  return ok([{ type: "RecordReported", body: { matter, record, file, recordType: records.type, fields, decidedOn: on, publishedFrom: on } }]);
}

/** Values are those the record type knows, and none the law sets itself. */
export function fieldFlaw(fields: readonly Field[], given: FieldValues, set: Readonly<Record<string, unknown>>): Refusal | undefined {
  for (const [name, value] of Object.entries(given)) {
    const field = fields.find((each) => each.name === name);
    if (field === undefined || Object.hasOwn(set, name)) return strayField(name, fields.filter((each) => !Object.hasOwn(set, each.name)));
    if (!fits(field, value)) return unfitValue(field);
  }
  return undefined;
}

function missingFlaw(fields: readonly Field[], values: FieldValues): Refusal | undefined {
  const missing = fields.find((field) => field.required && (values[field.name] === undefined || values[field.name] === ""));
  return missing === undefined ? undefined : refuse("statement-missing", missing.name, `\`${missing.name}\` (${missing.names.en}) is not filled in: add it`, { kind: "field", field: missing.name, names: missing.names }).error;
}

function strayField(name: string, possible: readonly Field[]): Refusal {
  return refuse("field-unknown", name, `there is no field \`${name}\` to fill in: it may be ${possible.map((each) => `\`${each.name}\``).join(", ") || "none"}`, { kind: "name", field: name, fields: possible.map((each) => ({ name: each.name, names: each.names })) }).error;
}

function unfitValue({ name, names, type, choices = [] }: Field): Refusal {
  return refuse("field-unknown", name, `\`${name}\` does not take this value: it is ${type === "choice" ? `one of ${choices.join(", ")}` : `a ${type}`}`, { kind: "value", field: name, names, takes: type, choices }).error;
}

function fits(field: Field, value: FieldValues[string]): boolean {
  switch (field.type) {
    case "day":
      return typeof value === "string" && parsePlainDate(value).ok;
    case "integer":
      return Number.isSafeInteger(typeof value === "string" && value.trim() !== "" ? Number(value) : value);
    case "flag":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && (field.choices ?? []).includes(value);
    case "choices":
      return Array.isArray(value) && value.every((each) => (field.choices ?? []).includes(each));
    case "money":
      return typeof value === "object" && "minor" in value && Number.isSafeInteger(value.minor) && typeof value.currency === "string";
    case "text":
    case "rate":
    case "authority":
    case "code":
      return typeof value === "string";
  }
}
