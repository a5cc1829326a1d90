// A value of the law as plain JSON: what a diff shows and compares. Compiled expressions are left out, since their text stands beside
// them.
import type { Json } from "../../terms/index.ts";

export function plainValue(value: unknown): Json | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map((each) => plainValue(each) ?? null);
  if (typeof value !== "object") return undefined;
  return Object.fromEntries(Object.entries(value).flatMap(([name, each]) => { const plain = name === "compiled" ? undefined : plainValue(each); return plain === undefined ? [] : [[name, plain]]; }));
}

/** Equal, whatever the order of the fields. */
export function sameValue(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined || a === null || b === null || typeof a !== "object" || typeof b !== "object") return a === b;
  if (isItems(a) || isItems(b)) return isItems(a) && isItems(b) && a.length === b.length && a.every((each, index) => sameValue(each, b[index]));
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => sameValue(a[name], b[name]));
}

function isItems(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
