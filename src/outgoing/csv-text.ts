// Rows of texts to CSV bytes, safe to open: no cell can run as a formula. For exports, empty templates and annotated copies.
import iconv from "iconv-lite";
import { stringify } from "csv-stringify/sync";

export interface CsvForm {
  readonly separator?: "," | ";" | "\t";
  readonly lineEnd?: "\r\n" | "\n";
  readonly encoding?: "utf-8" | "utf-8-bom" | "gb18030";
}

/** RFC 4180, with the escape of `formulaSafe` on every cell. */
export function writeCsv(rows: readonly (readonly string[])[], form: CsvForm = {}): Uint8Array {
  return encodeCsv(csvText(rows, form), form.encoding ?? "utf-8");
}

/** Cells with any sign that parts cells somewhere are quoted, so that every reader finds the separator. */
export function csvText(rows: readonly (readonly string[])[], form: CsvForm): string {
  return stringify(rows.map((row) => row.map(formulaSafe)), { delimiter: form.separator ?? ",", record_delimiter: form.lineEnd ?? "\r\n", quoted_match: /[,;\t\r\n]/ });
}

export function encodeCsv(text: string, encoding: NonNullable<CsvForm["encoding"]>): Uint8Array {
  switch (encoding) {
    case "utf-8": return new TextEncoder().encode(text);
    case "utf-8-bom": return new TextEncoder().encode(`\ufeff${text}`);
    case "gb18030": return new Uint8Array(iconv.encode(text, "gb18030"));
  }
}

/**
 * A spreadsheet runs a cell that begins with one of these signs; an apostrophe before it marks text, and is taken off again by intake.
 * Plain negative numbers are left alone. INVARIANT: reading back gives the text that was written.
 */
export function formulaSafe(text: string): string {
  return /^'*[=+\-@\t\r＝＋－＠]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
