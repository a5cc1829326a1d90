// Values of declared fields as the law's files write them: what examples put on file, and what a step of a procedure puts there by itself.
import { parsePlainDate, type Located } from "../../terms/index.ts";
import type { Desk } from "./desk.ts";
import type { ExampleListing, Field } from "../language.ts";
import { parseMoney, parseRate } from "../money.ts";
import { suggestion } from "./nearest.ts";
import { reference, reportShape, sourceOf, type Reader } from "./reader.ts";

/** Values of declared fields, each in the form its type has. */
export function valuesOf(declared: readonly Field[]): Reader<ExampleListing["fields"]> {
  return {
    standIn: {},
    read: (value, desk) => {
      if (value.kind !== "fields") {
        reportShape(value, desk, "a mapping from field to value");
        return {};
      }
      const values: Record<string, string | readonly string[]> = {};
      for (const [name, located] of value.fields) {
        const field = declared.find((each) => each.name === name);
        if (field === undefined) desk.report("unknown-field", value.keyPlaces.get(name) ?? located.at, `\`${name}\` is not declared there`, suggestion(name, declared.map((each) => each.name)));
        else values[name] = readValue(field, located, desk);
      }
      return values;
    },
  };
}

/** The same, where each field has one value: flags and whole numbers as such, everything else in words. */
export function singleValuesOf(declared: readonly Field[]): Reader<Readonly<Record<string, string | boolean | number>>> {
  return {
    standIn: {},
    read: (value, desk) => Object.fromEntries(Object.entries(valuesOf(declared).read(value, desk)).map(([name, each]) => [name, typed(declared.find((field) => field.name === name)?.type, typeof each === "string" ? each : each.join(", "))])),
  };
}

function typed(type: Field["type"] | undefined, source: string): string | boolean | number {
  if (type === "flag") return source === "true";
  return type === "integer" ? Number(source) : source;
}

function readValue(field: Field, value: Located, desk: Desk): string | readonly string[] {
  if (field.type === "choices") return (value.kind === "items" ? value.items : [value]).map((item) => readOne(field, item, desk));
  return readOne(field, value, desk);
}

function readOne(field: Field, value: Located, desk: Desk): string {
  if (field.type === "flag" && value.kind === "flag") return String(value.value);
  if (field.type === "authority") return reference("authority").read(value, desk);
  const source = sourceOf(value);
  if (source === undefined) {
    reportShape(value, desk, `a value of type \`${field.type}\``);
    return "";
  }
  const wrong = wrongWith(field, source);
  if (wrong !== undefined) desk.report(wrong.code, value.at, wrong.message, wrong.remedy);
  return source;
}

function wrongWith(field: Field, source: string): { readonly code: "bad-day" | "bad-amount" | "unknown-choice" | "wrong-shape"; readonly message: string; readonly remedy: string } | undefined {
  switch (field.type) {
    case "day": {
      const parsed = parsePlainDate(source);
      return parsed.ok ? undefined : { code: "bad-day", message: parsed.error, remedy: "write the day as YYYY-MM-DD" };
    }
    case "money": {
      const parsed = parseMoney(source);
      return parsed.ok ? undefined : { code: "bad-amount", message: parsed.error, remedy: "write a figure and its currency, such as `20000 CNY`" };
    }
    case "rate": {
      const parsed = parseRate(source);
      return parsed.ok ? undefined : { code: "bad-amount", message: parsed.error, remedy: "write two whole numbers, such as `5/100`" };
    }
    case "integer":
      return /^-?\d{1,15}$/.test(source) ? undefined : { code: "wrong-shape", message: `\`${source}\` is not a whole number`, remedy: "write digits only" };
    case "choice":
    case "choices":
      return field.choices?.includes(source) === true ? undefined : { code: "unknown-choice", message: `\`${source}\` is not one of the choices of \`${field.name}\``, remedy: suggestion(source, field.choices ?? []) };
    case "flag":
      return source === "true" || source === "false" ? undefined : { code: "wrong-shape", message: `\`${source}\` is not a flag`, remedy: "write `true` or `false`" };
    case "text":
    case "code":
    case "authority":
      return undefined;
  }
}
