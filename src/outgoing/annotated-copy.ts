// The annotated copy: the file that was handed in, in the format it came in, with every finding marked and how to mend it.
// Made for the submitter and never kept. From service (an import), to whoever handed the file in.
import type { Cell, Language, Sheet } from "../domain/terms/index.ts";
import { annotateWorkbook } from "./annotated-workbook.ts";
import { csvText, encodeCsv } from "./csv-text.ts";
import { notesOfRows, type RowFinding, type RowNotes } from "./row-notes.ts";

export interface OriginalSheet {
  readonly bytes: Uint8Array;
  readonly sheet: Sheet;
  /** The row with the headers, where it is known; the first row otherwise. */
  readonly headerRow?: number;
}

export function annotateSheet(original: OriginalSheet, findings: readonly RowFinding[], language: Language): Uint8Array {
  const { bytes, sheet } = original;
  const notes = notesOfRows(findings, original.headerRow ?? sheet.rows[0]?.row ?? 1, language);
  switch (sheet.format) {
    case "xlsx": return annotateWorkbook(bytes, sheet, notes);
    case "csv": return annotateCsv(bytes, sheet, notes);
    case "json": return annotateJson(sheet, notes);
  }
}

/** The same rows, separator, encoding and line ends, properly quoted, and two more columns. */
function annotateCsv(bytes: Uint8Array, sheet: Sheet, notes: RowNotes): Uint8Array {
  const width = Math.max(0, ...sheet.rows.map((row) => row.cells.length));
  const form = { separator: sheet.separator ?? ",", lineEnd: hasCrLf(bytes) ? "\r\n" : "\n" } as const;
  const lines = sheet.rows.map((row) => {
    const note = notes.byRow.get(row.row);
    const said = note === undefined ? ["", ""] : [note.findings, note.remedies];
    // A broken row is given back as it came: made whole by us, it would be taken for whole when it is handed in again.
    if (row.raw !== undefined) return `${harmless(row.raw)}${form.separator}${csvText([said], form)}`;
    if (row.cells.length === 0 && note === undefined) return form.lineEnd;
    return csvText([[...row.cells.map(cellText), ...Array.from({ length: width - row.cells.length }, () => ""), ...said]], form);
  });
  return encodeCsv(lines.join(""), sheet.encoding === "zip" ? "utf-8" : sheet.encoding);
}

/** A row that cannot be parted into cells: every place where a cell might begin is made unable to run. */
function harmless(raw: string): string {
  return raw.replace(/(^|[,;\t"])(?=[=+\-@\t\r＝＋－＠])/g, "$1'");
}

function cellText(cell: Cell): string {
  switch (cell.value.kind) {
    case "empty": return "";
    case "text": return cell.value.text;
    case "number": return cell.value.source;
    case "day": return cell.value.day;
    case "flag": return String(cell.value.value);
    case "formula": return `=${cell.value.formula}`;
    case "fault": return cell.value.text;
  }
}

function hasCrLf(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) return bytes[at - 1] === 0x0d;
  return false;
}

/** The same objects with two more keys where there is something to say. Numbers are written as they came. */
function annotateJson(sheet: Sheet, notes: RowNotes): Uint8Array {
  const [header, ...rows] = sheet.rows;
  const keys = (header?.cells ?? []).map(cellText);
  const objects = rows.map((row) => {
    const members = row.cells.flatMap((cell, index) => (cell.value.kind === "empty" ? [] : [`${JSON.stringify(keys[index] ?? "")}: ${jsonValue(cell)}`]));
    const note = notes.byRow.get(row.row);
    const said = note === undefined ? [] : [`${JSON.stringify(notes.headings[0])}: ${JSON.stringify(note.findings)}`, `${JSON.stringify(notes.headings[1])}: ${JSON.stringify(note.remedies)}`];
    return `  {${[...members, ...said].join(", ")}}`;
  });
  return new TextEncoder().encode(`[\n${objects.join(",\n")}\n]\n`);
}

function jsonValue(cell: Cell): string {
  if (cell.value.kind === "number") return cell.value.source;
  return cell.value.kind === "flag" ? String(cell.value.value) : JSON.stringify(cellText(cell));
}
