// Sheet: what any tabular format becomes: rows of located cells, plus what is needed to write the same sheet back.
import type { Finding, LawId, PlainDate } from "../domain/terms/index.ts";

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
  readonly at: string;
}

export interface SheetRow {
  /** 1-based, as a spreadsheet counts (a CSV line that spans lines counts as one row). */
  readonly row: number;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly format: "xlsx" | "csv" | "json";
  readonly encoding: "utf-8" | "utf-8-bom" | "gb18030" | "zip";
  readonly rows: readonly SheetRow[];
}

/** A row read by a template: fields by `to`, each with its place. Findings of a row make it refused; others stand. */
export interface TemplateRow {
  readonly row: number;
  readonly sheet: string;
  readonly fields: readonly { readonly to: string; readonly value: FieldReading; readonly at: string }[];
  readonly findings: readonly Finding[];
}

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

export interface ReadBySheet {
  readonly rows: readonly TemplateRow[];
  /** The edition's day where the file states it. */
  readonly asOf?: PlainDate;
  /** Findings about the sheet as a whole (no header found, a column missing): the file is refused. */
  readonly findings: readonly Finding[];
}
