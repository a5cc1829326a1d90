// RFC 4180 text to rows of texts, by csv-parse. Line ends may be mixed; a row may be shorter or longer than the header.
import { CsvError, parse } from "csv-parse/sync";
import { err, ok, type Finding, type Result } from "../domain/terms/index.ts";
import { sheetFinding } from "./sheet-finding.ts";

export function parseStrictCsv(text: string, separator: string, rowsMax: number): Result<readonly (readonly string[])[], Finding> {
  try {
    const records = parse(text, {
      delimiter: separator, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true, skip_empty_lines: false, to: rowsMax + 1,
    });
    return ok(records);
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const line = typeof fault["lines"] === "number" ? fault["lines"] : 1;
    return err(sheetFinding("quotes-unbalanced", `line ${line}`, `a quotation mark in line ${line} neither opens nor closes a cell`, "Double every quotation mark inside a quoted cell (`\"\"`), and close every cell that was opened."));
  }
}
