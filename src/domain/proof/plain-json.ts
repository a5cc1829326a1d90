// Plain JSON: what can be made canonical, and the reading of it as objects, lists and texts. What comes from a stranger's file goes
// through here first: nothing deep enough to exhaust the stack, no number that has no one spelling.
import type { Json, JsonObject } from "../terms/index.ts";

const DEPTH_MAX = 64;

/** JSON whose numbers are safe integers and which lies at most so deep; undefined for anything else. */
export function parsePlain(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return isPlain(value, DEPTH_MAX) ? value : undefined;
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof RangeError) return undefined;
    throw fault;
  }
}

function isPlain(value: Json, depth: number): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((each) => each !== undefined && isPlain(each, depth - 1));
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isTexts(value: Json | undefined): value is readonly string[] {
  return isList(value) && value.every((each) => typeof each === "string");
}

/** Whether an object has just these members. */
export function hasOnly(value: JsonObject, names: readonly string[]): boolean {
  const own = Object.keys(value);
  return own.length === names.length && names.every((name) => Object.hasOwn(value, name));
}
