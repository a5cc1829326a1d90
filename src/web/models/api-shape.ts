// A JSON Schema as a reader wants it: a table of fields, with what is nested written out, and other components as links. Types are written as
// TypeScript writes them.
import type { ApiField, ApiShape, ApiTypePart } from "../portal/index.ts";
import { SCHEMAS, type Schema } from "../api/openapi-document.ts";

const REFERENCE = "#/components/schemas/";

/** How a schema looks; one that only names a component looks as that does. */
export function shapeOf(schema: Schema): ApiShape {
  const name = nameIn(schema);
  const shown = name === undefined ? schema : (SCHEMAS[name] ?? {});
  if (nameIn(shown) !== undefined) return { ...shapeOf(shown), ...(name === undefined ? {} : { name }) };
  const forms = unionOf(shown);
  const objects = (forms ?? [shown]).filter(isObject);
  const about = textOf(shown["description"]);
  return {
    ...(name === undefined ? {} : { name }), ...(about === "" ? {} : { about }),
    ...(forms === undefined && objects.length > 0 ? {} : { type: typeOf(shown) }),
    tables: forms === undefined && shown["type"] === "array" && isObject(itemsOf(shown)) ? [fieldsOf(itemsOf(shown), "")] : objects.map((each) => fieldsOf(each, "")),
  };
}

/** Names of components in a schema, each once. */
export function namesIn(schema: unknown): readonly string[] {
  return [...new Set([...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = ""]) => name))];
}

function fieldsOf(schema: Schema, prefix: string): readonly ApiField[] {
  const required: readonly unknown[] = Array.isArray(schema["required"]) ? schema["required"] : [];
  return Object.entries(schemasIn(schema["properties"])).flatMap(([name, each]) => {
    const field = `${prefix}${name}`;
    const nested = isObject(each) ? fieldsOf(each, `${field}.`) : each["type"] === "array" && isObject(itemsOf(each)) ? fieldsOf(itemsOf(each), `${field}[].`) : [];
    return [{ field, type: typeOf(each), required: required.includes(name), about: textOf(each["description"]) }, ...nested];
  });
}

function typeOf(schema: Schema): readonly ApiTypePart[] {
  const name = nameIn(schema);
  if (name !== undefined) return [{ text: name, schema: name }];
  if ("const" in schema) return [{ text: JSON.stringify(schema["const"]) }];
  if (Array.isArray(schema["enum"])) return [{ text: schema["enum"].map((value) => JSON.stringify(value)).join(" | ") }];
  const forms = unionOf(schema);
  if (forms !== undefined) return forms.flatMap((form, index) => [...(index === 0 ? [] : [{ text: " | " }]), ...typeOf(form)]);
  const type = schema["type"];
  if (Array.isArray(type)) return [{ text: type.join(" | ") }];
  if (type === "array") return arrayType(itemsOf(schema));
  if (type === "object") return objectType(schema);
  return [{ text: textOf(schema["format"]) || textOf(type) || "unknown" }];
}

function arrayType(items: Schema): readonly ApiTypePart[] {
  const of = typeOf(items);
  return of.length > 1 || of[0]?.text.includes(" | ") === true ? [{ text: "(" }, ...of, { text: ")[]" }] : [...of, { text: "[]" }];
}

function objectType({ properties, additionalProperties }: Schema): readonly ApiTypePart[] {
  if (properties !== undefined || typeof additionalProperties !== "object" || additionalProperties === null) return [{ text: "object" }];
  return [{ text: "{ [name]: " }, ...typeOf({ ...additionalProperties }), { text: " }" }];
}

function unionOf({ anyOf }: Schema): readonly Schema[] | undefined {
  return Array.isArray(anyOf) ? anyOf.map((each): Schema => ({ ...Object(each) })) : undefined;
}

function isObject(schema: Schema): boolean {
  return schema["type"] === "object" && Object.keys(schemasIn(schema["properties"])).length > 0;
}

function itemsOf(schema: Schema): Schema {
  return { ...Object(schema["items"]) };
}

function schemasIn(value: unknown): Readonly<Record<string, Schema>> {
  return { ...Object(value) };
}

function nameIn({ $ref: to }: Schema): string | undefined {
  return typeof to === "string" && to.startsWith(REFERENCE) ? to.slice(REFERENCE.length) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
