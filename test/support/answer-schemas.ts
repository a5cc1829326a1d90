// The schemas of answers and questions, made from their types: what src/web/api/answer-schemas.json has to hold. Run by itself it writes the file
// (`npm run schemas`). Names are made fit for OpenAPI, and what a type says that JSON does not carry is taken out.
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";
import { ROOT } from "./source-file.ts";

const FILE = "src/web/api/answer-schemas.json";

type Schema = Readonly<Record<string, unknown>>;

/** What a branded value is in JSON. */
const BRANDS: Readonly<Record<string, Schema>> = {
  PlainDate: { type: "string", format: "date", description: "A day, `2026-01-15`." },
  Instant: { type: "string", format: "date-time", description: "A moment, in UTC." },
  Position: { type: "integer", description: "A position of the ledger." },
  LawId: { type: "string", description: "An entry of the law: its body of law, a colon, its name." },
  FileNumber: { type: "string", description: "The number of a file in this register." },
};

/** The text the file has to hold: two tables, from names to schemas, a schema a line. */
export function answerSchemasText(): string {
  const { definitions = {} } = createGenerator({ path: `${ROOT}src/web/api/answers.ts`, tsconfig: `${ROOT}tsconfig.json`, type: "Described", expose: "export", topRef: true, additionalProperties: false, skipTypeCheck: true, functions: "hide", jsDoc: "extended", encodeRefs: false }).createSchema("Described");
  const all: Readonly<Record<string, unknown>> = definitions;
  const shown = Object.keys(all).filter((name) => !isInline(name) && !["Described", "Answers", "Questions"].includes(name) && !isAlias(name, all[name])).sort();
  const named = (of: string): string => tableText(propertiesOf(all[of]), all);
  return `{\n"answers": ${named("Answers")},\n"questions": ${named("Questions")},\n"schemas": ${tableText(Object.fromEntries(shown.map((name) => [fit(name), all[name]])), all)}\n}\n`;
}

/** Names that the generator makes up are not stable, and brands are no types of JSON: both stand where they are used. */
function isInline(name: string): boolean {
  return name.startsWith("Brand<") || name.includes("def-") || name.startsWith("alias-");
}

/** A name for what has the same name already. */
function isAlias(name: string, schema: unknown): boolean {
  const { $ref: to }: Schema = { ...Object(schema) };
  return typeof to === "string" && !isInline(to.slice("#/definitions/".length)) && fit(to.slice("#/definitions/".length)) === fit(name);
}

function propertiesOf(schema: unknown): Schema {
  const { properties }: Schema = { ...Object(schema) };
  return { ...Object(properties) };
}

function tableText(table: Schema, all: Schema): string {
  return `{\n${Object.entries(table).map(([name, schema]) => `${JSON.stringify(name)}: ${JSON.stringify(inJson(schema, all))}`).join(",\n")}\n}`;
}

/** A schema as the document has it: references to its own components, brands as what they are, nothing that is not sent. */
function inJson(value: unknown, all: Schema): unknown {
  if (Array.isArray(value)) return value.map((each) => inJson(each, all));
  if (typeof value !== "object" || value === null) return value;
  const schema: Schema = { ...value };
  const to = typeof schema["$ref"] === "string" ? schema["$ref"].slice("#/definitions/".length) : undefined;
  // What a field is for is said at the field, beside what it is.
  const said = typeof schema["description"] === "string" ? { description: schema["description"] } : {};
  if (to !== undefined) return { ...(isInline(to) ? (brandOf(to) ?? Object(inJson(all[to], all))) : { $ref: `#/components/schemas/${fit(to)}` }), ...said };
  // What is compiled stays in the program; its text stands beside it.
  const kept = Object.entries(schema).filter(([name]) => name !== "compiled");
  return Object.fromEntries(kept.map(([name, each]) => [name, name === "required" && Array.isArray(each) ? each.filter((field) => field !== "compiled") : inJson(each, all)]));
}

function brandOf(name: string): Schema | undefined {
  const [, type = "", brand = ""] = /^Brand<(\w+),"(\w+)">$/.exec(name) ?? [];
  return type === "" ? undefined : (BRANDS[brand] ?? { type });
}

/** `Around<PlainDate>` as `AroundPlainDate`; the entry of any kind is an `Entry`. */
function fit(name: string): string {
  return name.startsWith('EntryOf<("') ? "Entry" : name.split(/[^A-Za-z0-9]+/).map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join("");
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(`${ROOT}${FILE}`, answerSchemasText());
