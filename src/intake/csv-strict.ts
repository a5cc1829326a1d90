// RFC 4180 text to rows of texts. Line ends may be mixed; a row may be shorter or longer than the header. Text that keeps the rule is read
// here, many times as fast as by csv-parse; where a quotation mark breaks it, csv-parse reads all again and says what is wrong.
import { CsvError, parse } from "csv-parse/sync";
import { err, ok, type Finding, type Result } from "../domain/terms/index.ts";
import { sheetFinding } from "./sheet-finding.ts";

export function parseStrictCsv(text: string, separator: string, rowsMax: number): Result<readonly (readonly string[])[], Finding> {
  const plain = readByTheRule(text, separator, rowsMax);
  return plain === undefined ? parseByLibrary(text, separator, rowsMax) : ok(plain);
}

const [QUOTE, LINE_FEED, CARRIAGE_RETURN] = [0x22, 0x0a, 0x0d];

/** Undefined as soon as a quotation mark neither opens a cell, nor closes one, nor stands doubled inside one. */
function readByTheRule(text: string, separator: string, rowsMax: number): readonly (readonly string[])[] | undefined {
  const between = separator.charCodeAt(0);
  const rows: (readonly string[])[] = [];
  for (let at = 0; at < text.length && rows.length <= rowsMax; ) {
    const cells: string[] = [];
    for (;;) {
      const quoted = text.charCodeAt(at) === QUOTE;
      const end = quoted ? closingQuote(text, at + 1) : endOfPlain(text, at, between);
      if (end === -1) return undefined;
      const cell = text.slice(quoted ? at + 1 : at, end);
      cells.push(quoted ? cell.replaceAll('""', '"') : cell);
      at = quoted ? end + 1 : end;
      if (text.charCodeAt(at) !== between) break;
      at += 1;
    }
    const code = text.charCodeAt(at);
    if (at < text.length && code !== LINE_FEED && code !== CARRIAGE_RETURN) return undefined;
    at += code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
    rows.push(cells);
  }
  return rows;
}

/** The quotation mark that is not doubled; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote !== -1 && text.charCodeAt(quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2);
  return quote;
}

/** Where an unquoted cell ends; -1 where a quotation mark stands in it. By hand: every sign of a file is looked at. */
function endOfPlain(text: string, from: number, between: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === between || code === LINE_FEED || code === CARRIAGE_RETURN) break;
    if (code === QUOTE) return -1;
  }
  return at;
}

/** The same by csv-parse, with what it finds wrong. */
export function parseByLibrary(text: string, separator: string, rowsMax: number): Result<readonly (readonly string[])[], Finding> {
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
