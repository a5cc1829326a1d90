// Correction: what an office says a record should say instead, where an objection to it is granted. What is on file as texts of a form, and
// what came back from the form as the values that were changed; everything wrong with it as findings at the fields. Whether the record may
// be corrected, and takes these values, is the decider's to say.
import { err, ok, type Finding, type LawId, type Result } from "../domain/terms/index.ts";
import type { FieldValues } from "../domain/events/index.ts";
import type { Field } from "../domain/rules/index.ts";
import { problem, type Problem } from "./problem.ts";
import { readFields } from "./read-fields.ts";

/** A record that a decision may correct, or annul. */
export interface CorrectionAsked {
  readonly record: string;
  readonly type: LawId;
  readonly fields: readonly Field[];
  /** As they stand on file. */
  readonly values: FieldValues;
}

/** The texts with which a form of the record begins: a box that is ticked is `yes`. */
export function correctionTexts({ fields, values }: CorrectionAsked): ReadonlyMap<string, readonly string[]> {
  return new Map(fields.map(({ name }) => [name, textsOf(values[name])]));
}

/** `texts`: what came back, by the field's name. Only what was changed is a value; to change nothing is no correction. */
export function readCorrection(asked: CorrectionAsked, texts: ReadonlyMap<string, readonly string[]>): Result<FieldValues, Problem> {
  const before = correctionTexts(asked);
  const given = (name: string): readonly string[] => (texts.get(name) ?? []).map((text) => text.trim()).filter((text) => text !== "");
  const changed = asked.fields.filter(({ name }) => !same(given(name), before.get(name) ?? []));
  const unticked = changed.filter(({ name, type }) => type === "flag" && given(name).length === 0);
  const emptied = changed.filter((field) => given(field.name).length === 0 && !unticked.includes(field));
  const read = readFields(changed, texts);
  const findings = [...(read.ok ? [] : (read.error.findings ?? [])), ...emptied.map(emptiedFinding)];
  if (findings.length > 0) return err(wrongFields(findings));
  const values: FieldValues = { ...(read.ok ? read.value : {}), ...Object.fromEntries(unticked.map(({ name }) => [name, false])) };
  const differing = Object.fromEntries(Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(asked.values[name])));
  return Object.keys(differing).length > 0 ? ok(differing) : err(wrongFields([{ code: "correction-empty", at: "correction", message: "nothing of the record was changed", remedy: "Say what the record should say, or annul it.", facts: { field: "correction" } }]));
}

/** Whether any field was changed: then to annul the record is not what was meant. */
export function isChanged(asked: CorrectionAsked, texts: ReadonlyMap<string, readonly string[]>): boolean {
  const before = correctionTexts(asked);
  return asked.fields.some(({ name }) => !same((texts.get(name) ?? []).map((text) => text.trim()).filter((text) => text !== ""), before.get(name) ?? []));
}

function textsOf(value: FieldValues[string] | undefined): readonly string[] {
  if (value === undefined || value === false || value === "") return [];
  if (value === true) return ["yes"];
  if (typeof value !== "object") return [String(value)];
  if (!("minor" in value)) return value;
  const whole = Math.abs(value.minor);
  const plain = `${value.minor < 0 ? "-" : ""}${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, "0")}`;
  return [value.currency === "CNY" ? plain : `${value.currency} ${plain}`];
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text) => b.includes(text.trim()) || b.includes(text));
}

function emptiedFinding({ name, names }: Field): Finding {
  return { code: "correction-emptied", at: names.en, message: "a value on file can be replaced, not taken away", remedy: "Write what it should be, or put back what was there; a record that should not be there is annulled.", facts: { field: name, fieldZh: names.zh ?? name } };
}

function wrongFields(findings: readonly Finding[]): Problem {
  return problem("input-invalid", findings.map(({ at, message }) => `${at}: ${message}`).join("; "), findings.map(({ remedy }) => remedy).join(" "), { findings });
}
