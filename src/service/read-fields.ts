// Read fields: what was typed into a form, as values of the fields a step puts on file. What cannot be read comes back as findings at the field's
// name; whether the law wants the value is the decider's to say.
import { err, ok, parsePlainDate, type Finding, type Result } from "../domain/terms/index.ts";
import type { FieldValues } from "../domain/events/index.ts";
import type { Field } from "../domain/rules/index.ts";
import { readInteger, readMoney } from "../intake/index.ts";
import { problem, type Problem } from "./problem.ts";

const CURRENCY_UNLESS_NAMED = "CNY";

/** `texts`: what was typed, by the field's name; a field left empty is left out, a box that is not ticked too. */
export function readFields(fields: readonly Field[], texts: ReadonlyMap<string, readonly string[]>): Result<FieldValues, Problem> {
  const findings: Finding[] = [];
  const values: Record<string, FieldValues[string]> = {};
  for (const field of fields) {
    const given = (texts.get(field.name) ?? []).map((text) => text.trim()).filter((text) => text !== "");
    const [first] = given;
    if (first === undefined) continue;
    const read = readField(field, first, given);
    if (read.ok) values[field.name] = read.value;
    else findings.push({ ...read.error, at: field.names.en, facts: { text: first, field: field.name, fieldZh: field.names.zh ?? field.name } });
  }
  if (findings.length === 0) return ok(values);
  return err(problem("input-invalid", findings.map(({ at, message }) => `${at}: ${message}`).join("; "), findings.map(({ remedy }) => remedy).join(" "), { findings }));
}

function readField(field: Field, text: string, all: readonly string[]): Result<FieldValues[string], Omit<Finding, "at">> {
  switch (field.type) {
    case "day":
      return parsePlainDate(text).ok ? ok(text) : err({ code: "day-not-read", message: `\`${text}\` is not a day`, remedy: "Write the day as YYYY-MM-DD." });
    case "integer": {
      const value = readInteger(text);
      return value === undefined ? err({ code: "integer-not-read", message: `\`${text}\` is not a whole number`, remedy: "Write digits only." }) : ok(value);
    }
    case "money": {
      const read = readMoney(text, CURRENCY_UNLESS_NAMED);
      return read.ok ? ok(read.value) : err({ code: read.error, message: `\`${text}\` is not an amount of money the register can hold`, remedy: "Write digits in the plain unit, such as 1234.50." });
    }
    case "flag":
      return ok(true);
    case "choices":
      return ok(all);
    case "choice":
    case "text":
    case "rate":
    case "authority":
    case "code":
      return ok(text);
  }
}
