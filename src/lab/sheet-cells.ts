// Cells of an invented row, by the word for where they go in a template. Read by happenings and registration sheets; written by service.
import type { LawId, PlainDate } from "../domain/terms/index.ts";
import type { SheetRowToWrite } from "../service/index.ts";

export type SheetCell = SheetRowToWrite[number];

export function text(to: string, value: string): SheetCell {
  return { to, value: { kind: "text", text: value } };
}

export function day(to: string, value: PlainDate): SheetCell {
  return { to, value: { kind: "day", day: value } };
}

/** Whole yuan. */
export function yuan(to: string, amount: number): SheetCell {
  return { to, value: { kind: "money", minor: amount * 100, currency: "CNY" } };
}

export function integer(to: string, value: number): SheetCell {
  return { to, value: { kind: "integer", value: String(value) } };
}

export function flag(to: string, value: boolean): SheetCell {
  return { to, value: { kind: "flag", value } };
}

/** One word of a choice. */
export function choice(to: string, value: string): SheetCell {
  return text(to, value);
}

export function choices(to: string, ...values: readonly string[]): SheetCell {
  return { to, value: { kind: "choices", values } };
}

/** A code as it stands in the cell, right or wrong. */
export function code(scheme: LawId, value: string): SheetCell {
  return { to: `code:${scheme}`, value: { kind: "code", scheme, value } };
}
