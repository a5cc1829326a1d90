// Field trial: a value of its kind for every field a record needs, so that a page can try whether a step may be taken before anything is filled in.
import type { PlainDate } from "../domain/terms/index.ts";
import type { FieldValues } from "../domain/events/index.ts";
import type { Field } from "../domain/rules/index.ts";

/** Values for the fields that have to be filled in. */
export function trialValues(fields: readonly Field[], on: PlainDate): FieldValues {
  return Object.fromEntries(fields.filter(({ required }) => required).map((field) => [field.name, trialValue(field, on)]));
}

function trialValue({ type, choices = [] }: Field, on: PlainDate): FieldValues[string] {
  switch (type) {
    case "flag":
      return true;
    case "integer":
      return 0;
    case "day":
      return on;
    case "choice":
      return choices[0] ?? "";
    case "choices":
      return choices.slice(0, 1);
    case "money":
      return { minor: 0, currency: "CNY" };
    default:
      return "…";
  }
}
