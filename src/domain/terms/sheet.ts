// Sheet: what any tabular format becomes: rows of located cells, plus what is needed to write the same sheet back.
// Made by intake from bytes; read by templates (intake) and by the annotated copy (outgoing).
import type { Finding, Place } from "./finding.ts";
import type { LawId } from "./ids.ts";
import type { PlainDate } from "./plain-date.ts";

export type CellValue =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  /** `source` is the number as written; never a JavaScript double alone. */
  | { readonly kind: "number"; readonly source: string }
  | { readonly kind: "day"; readonly day: PlainDate }
  | { readonly kind: "flag"; readonly value: boolean }
  /** A formula is a finding wherever its cell is read; its cached result is never trusted. */
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "fault"; readonly text: string };

export interface Cell {
  readonly value: CellValue;
  /** `Sheet1!D17` or `D17` in a CSV. */
  readonly at: Place;
}

export interface SheetRow {
  /** 1-based, as a spreadsheet counts (a CSV line that spans lines counts as one row). */
  readonly row: number;
  readonly cells: readonly Cell[];
  /** What is wrong with the row before its cells are read: it is broken, too wide, or holds an overlong cell. */
  readonly findings?: readonly Finding[];
  /** The row as it stands in a CSV, where it is broken: it is given back unmended. */
  readonly raw?: string;
}

export interface Sheet {
  readonly name: string;
  readonly format: "xlsx" | "csv" | "json";
  readonly encoding: "utf-8" | "utf-8-bom" | "gb18030" | "zip";
  readonly rows: readonly SheetRow[];
  /** In a CSV: what stands between two cells. */
  readonly separator?: "," | ";" | "\t";
  /** In a workbook: where in the archive the sheet and the styles were read from. */
  readonly parts?: { readonly sheet: string; readonly styles?: string };
  /** In a workbook: other visible sheets with a name; they were not read. */
  readonly otherSheets?: readonly string[];
}

/** A typed value of one field, as a template reads it from a cell and writes it into one. */
export type FieldReading =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "day"; readonly day: PlainDate }
  | { readonly kind: "end"; readonly end: "notStated" | "permanent" | "untilDone" }
  | { readonly kind: "integer"; readonly value: string }
  | { readonly kind: "money"; readonly minor: number; readonly currency: string }
  | { readonly kind: "flag"; readonly value: boolean }
  | { readonly kind: "choices"; readonly values: readonly string[] }
  | { readonly kind: "authority"; readonly id: LawId }
  | { readonly kind: "code"; readonly scheme: LawId; readonly value: string };
