// Shapes: what plain JSON from a stranger's file must look like before it is taken for what it says it is: the members that are named, and
// no others.
import { parseDigest, parseInstant, parsePlainDate, type Json } from "../terms/index.ts";
import { isList, isObject } from "./plain-json.ts";

export type Shape = (value: Json | undefined) => boolean;

export const text: Shape = (value) => typeof value === "string";
export const flag: Shape = (value) => typeof value === "boolean";
export const count: Shape = (value) => typeof value === "number" && value >= 0;
export const day: Shape = (value) => typeof value === "string" && parsePlainDate(value).ok;
export const digest: Shape = (value) => typeof value === "string" && parseDigest(value).ok;
export const instant: Shape = (value) => typeof value === "string" && parseInstant(value).ok;

/** An object with just these members. */
export function object(members: Readonly<Record<string, Shape>>): Shape {
  return (value) => isObject(value) && Object.keys(value).every((name) => Object.hasOwn(members, name)) && Object.entries(members).every(([name, shape]) => shape(value[name]));
}

export function listOf(shape: Shape): Shape {
  return (value) => isList(value) && value.every(shape);
}

export function orNull(shape: Shape): Shape {
  return (value) => value === null || shape(value);
}

/** The member may be left out. */
export function maybe(shape: Shape): Shape {
  return (value) => value === undefined || shape(value);
}

export function oneOf(...texts: readonly string[]): Shape {
  return (value) => typeof value === "string" && texts.includes(value);
}

export function anyOf(...shapes: readonly Shape[]): Shape {
  return (value) => shapes.some((shape) => shape(value));
}
