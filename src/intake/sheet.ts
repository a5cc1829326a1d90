// What a template makes of a sheet. The sheet itself (rows of located cells) is a word of domain/terms, since outgoing writes it back.
import type { FieldReading, Finding, PlainDate } from "../domain/terms/index.ts";

export type { Cell, CellValue, FieldReading, Sheet, SheetRow } from "../domain/terms/index.ts";

/** A row read by a template: fields by `to`, each with its place. Findings of a row make it refused; others stand. */
export interface TemplateRow {
  readonly row: number;
  readonly sheet: string;
  readonly fields: readonly { readonly to: string; readonly value: FieldReading; readonly at: string }[];
  readonly findings: readonly Finding[];
}

export interface ReadBySheet {
  readonly rows: readonly TemplateRow[];
  /** The edition's day where the file states it. */
  readonly asOf?: PlainDate;
  /** Findings about the sheet as a whole (no header found, a column missing): the file is refused. */
  readonly findings: readonly Finding[];
  /** Worth saying, but no reason to refuse anything: a column the template does not know. */
  readonly warnings?: readonly Finding[];
  /** The sheet row with the (last) headers, where it was found. */
  readonly headerRow?: number;
}
