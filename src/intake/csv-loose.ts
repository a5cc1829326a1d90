// CSV whose quotation marks inside quoted cells are not doubled, as some list editors publish it. A quote closes a cell only
// before a separator or at the end of a record; records are re-assembled line by line, held to the header's number of columns.
// INVARIANT: a damaged record never swallows a good one: every row has the header's width or carries a finding.
import { err, ok, type Finding, type Result } from "../domain/terms/index.ts";
import { sheetFinding } from "./sheet-finding.ts";

export interface LooseRow {
  readonly cells: readonly string[];
  readonly findings: readonly Finding[];
  /** The line itself, where the row is broken. */
  readonly raw?: string;
}

interface Parsed {
  readonly cells: readonly string[];
  /** The text ends inside a quoted cell. */
  readonly open: boolean;
  /** No unquoted cell holds a quotation mark. */
  readonly clean: boolean;
}

/** Lines one record may span. */
const LINES_MAX = 20;
/** A file with more broken rows than this is no list that somebody could mend. */
const BROKEN_MAX = 10_000;

export function parseLooseCsv(text: string, separator: string, rowsMax: number): Result<readonly LooseRow[], Finding> {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  const width = headerWidth(lines, separator);
  const rows: LooseRow[] = [];
  let brokenRows = 0;
  for (let index = 0; index < lines.length && rows.length <= rowsMax; ) {
    const { row, lineCount } = readRecord(lines, index, width, separator, rows.length + 1);
    rows.push(row);
    index += lineCount;
    if (row.findings.length > 0) brokenRows += 1;
    if (brokenRows > BROKEN_MAX) return err(sheetFinding("quotes-unbalanced", `row ${rows.length}`, `more than ${BROKEN_MAX} rows are broken`, "Export the file again, with every quoted cell closed."));
  }
  return ok(rows);
}

/** The first line with more than one cell is the header; what stands above it is a banner. */
function headerWidth(lines: readonly string[], separator: string): number {
  for (const line of lines) {
    const { cells, open } = parseLine(line, separator, false);
    if (!open && cells.length > 1) return cells.length;
  }
  return 1;
}

function readRecord(lines: readonly string[], start: number, width: number, separator: string, rowNumber: number): { readonly row: LooseRow; readonly lineCount: number } {
  const first = lines[start] ?? "";
  const alone = parseLine(first, separator, false);
  if (whole(alone, width) || first.trim() === "" || (alone.clean && !alone.open && alone.cells.length === 1)) return { row: { cells: alone.cells, findings: [] }, lineCount: 1 };
  if (alone.open) return readOverLines(lines, start, width, separator, rowNumber, alone);
  const tail = parseLine(first, separator, true);
  if (whole(tail, width)) {
    return { row: { cells: tail.cells, findings: [broken(rowNumber, "the beginning of its first cell is missing: a quotation mark closes a cell that nothing opened")], raw: first }, lineCount: 1 };
  }
  return { row: { cells: alone.cells, findings: [broken(rowNumber, `it has ${alone.cells.length} cells where the header has ${width}`)], raw: first }, lineCount: 1 };
}

/** A cell that holds line breaks: the shortest run of lines that makes a whole record, unless the next record begins before that. */
function readOverLines(lines: readonly string[], start: number, width: number, separator: string, rowNumber: number, alone: Parsed): { readonly row: LooseRow; readonly lineCount: number } {
  let text = lines[start] ?? "";
  for (let index = start + 1; index < Math.min(lines.length, start + LINES_MAX); index += 1) {
    const next = lines[index] ?? "";
    text = `${text}\n${next}`;
    const joined = parseLine(text, separator, false);
    if (whole(joined, width)) return { row: { cells: joined.cells, findings: [] }, lineCount: index - start + 1 };
    if (whole(parseLine(next, separator, false), width)) break;
  }
  return { row: { cells: alone.cells, findings: [broken(rowNumber, `its end is missing: the last of its ${alone.cells.length} cells is opened by a quotation mark and never closed`)], raw: lines[start] ?? "" }, lineCount: 1 };
}

function whole(parsed: Parsed, width: number): boolean {
  return parsed.clean && !parsed.open && parsed.cells.length === width;
}

/** Cells of one record. `inside`: the text begins within a quoted cell. */
function parseLine(text: string, separator: string, inside: boolean): Parsed {
  const cells: LooseCell[] = [];
  /** Index of the last quoted cell. */
  let opened = -1;
  let clean = true;
  let position = 0;
  for (;;) {
    const quoted = (inside && cells.length === 0) || text[position] === '"';
    const begin = quoted && text[position] === '"' && !(inside && cells.length === 0) ? position + 1 : position;
    const end = quoted ? closingQuote(text, begin, separator) : nextSeparator(text, begin, separator);
    if (end === undefined) return { cells: [...cells.map((cell) => plainText(cell, separator)), text.slice(begin)], open: true, clean };
    const cell = text.slice(begin, end);
    if (!quoted && cell.includes('"')) clean = mendSplit(cells, opened, cell, separator) && clean;
    else cells.push({ pieces: [cell], quoted });
    if (quoted) opened = cells.length - 1;
    const after = quoted ? nextSeparator(text, end + 1, separator) : end;
    if (after >= text.length) return { cells: cells.map((each) => plainText(each, separator)), open: false, clean };
    position = after + 1;
  }
}

/** A cell as it is put together; a separator stands between its pieces. */
interface LooseCell {
  readonly pieces: string[];
  readonly quoted: boolean;
}

/** A cell whose quotation marks all stand in pairs was written by the rule after all, as in a copy that was annotated and mended. */
function plainText(cell: LooseCell, separator: string): string {
  const text = cell.pieces.join(separator);
  const paired = cell.quoted && (text.match(/"+/g) ?? []).every((run) => run.length % 2 === 0);
  return paired ? text.replaceAll('""', '"') : text;
}

/** `"Foo "Bar", Ltd"`: an unquoted cell that ends in a quote belongs to the quoted cell before it, which did not end where it seemed to. */
function mendSplit(cells: LooseCell[], opened: number, cell: string, separator: string): boolean {
  const last = cells[opened];
  const ended = cell.trimEnd();
  if (last === undefined || !ended.endsWith('"')) {
    cells.push({ pieces: [cell], quoted: false });
    return false;
  }
  const between = cells.splice(opened + 1).map((each) => each.pieces.join(separator));
  // The quote that seemed to close the cell was text.
  last.pieces.push(`${last.pieces.pop() ?? ""}"`, ...between, ended.slice(0, -1));
  return true;
}

function closingQuote(text: string, from: number, separator: string): number | undefined {
  for (let quote = text.indexOf('"', from); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let after = quote + 1;
    while (text[after] === " ") after += 1;
    if (after >= text.length || text[after] === separator) return quote;
  }
  return undefined;
}

function nextSeparator(text: string, from: number, separator: string): number {
  const found = text.indexOf(separator, from);
  return found === -1 ? text.length : found;
}

function broken(rowNumber: number, why: string): Finding {
  return sheetFinding("row-broken", `row ${rowNumber}`, `row ${rowNumber} is broken: ${why}`, "Mend the row in the file (one row a record, every quoted cell closed) and hand it in again.");
}
