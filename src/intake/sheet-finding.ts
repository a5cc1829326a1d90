// Findings of sheets: the codes intake may report about a file, a row or a cell, and how one is made.
// Everything that reads sheets makes its findings here; docs/reference/errors.md lists the codes.
import type { Finding, Place } from "../domain/terms/index.ts";

export type SheetFindingCode = (typeof SHEET_FINDING_CODES)[number];

export const SHEET_FINDING_CODES = [
  "file-empty", "file-too-large", "encoding-unknown", "encoding-utf16", "quotes-unbalanced", "json-damaged", "json-not-rows",
  "workbook-damaged", "workbook-encrypted", "workbook-unsafe", "workbook-too-large", "sheet-empty",
  "row-broken", "row-too-wide", "cell-too-long",
  "format-not-accepted", "header-not-found", "column-missing", "column-twice", "column-unknown", "cell-without-column", "edition-day-not-read",
  "formula-in-cell", "cell-fault", "cell-missing", "person-identifier", "number-lost-digits",
  "day-not-read", "day-out-of-range", "amount-not-read", "amount-too-fine", "amount-too-large", "integer-not-read", "flag-not-read",
  "choice-unknown", "authority-unknown", "code-not-read", "mail-address-not-read",
] as const;

const ECHO_LENGTH_MAX = 80;

export function sheetFinding(code: SheetFindingCode, at: Place, message: string, remedy: string): Finding {
  return { code, at, message, remedy };
}

/** The user's own words, in backticks, cut where they are long. */
export function echo(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `\`${line.length > ECHO_LENGTH_MAX ? `${line.slice(0, ECHO_LENGTH_MAX)}…` : line}\``;
}
