// End: how a listing or a measure ends. Never a bare null (design.md 3).
import type { PlainDate } from "./plain-date.ts";

export type End =
  | { readonly kind: "fixed"; readonly until: PlainDate }
  | { readonly kind: "untilDone"; readonly what: string }
  | { readonly kind: "reviewFrom"; readonly day: PlainDate; readonly what: string }
  | { readonly kind: "permanent"; readonly basis: string }
  | { readonly kind: "notStated" };

/** The first free day, where the End states one. */
export function untilOf(end: End): PlainDate | undefined {
  return end.kind === "fixed" ? end.until : undefined;
}

export function hasEnded(end: End, on: PlainDate): boolean {
  return end.kind === "fixed" && end.until <= on;
}
