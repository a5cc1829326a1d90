// A table of texts as a file to open in a spreadsheet: CSV, in which no cell can run as a formula, or a workbook, whose cells are all text.
import { writeCsv } from "./csv-text.ts";
import { writeWorkbook } from "./workbook.ts";

/** @param rows headings first; every row as wide as they are */
export function writeTable(format: "csv" | "xlsx", name: string, rows: readonly (readonly string[])[]): Uint8Array {
  if (format === "csv") return writeCsv(rows, { encoding: "utf-8-bom" });
  const [headings = [], ...body] = rows;
  return writeWorkbook([{
    name, frozenRows: 1, hidden: false, dropDowns: [],
    columns: headings.map((heading) => ({ width: Math.max(14, heading.length + 2), style: "text" })),
    rows: [headings.map((text) => ({ kind: "text", text, style: "header" })), ...body.map((row) => row.map((text) => (text === "" ? { kind: "empty" as const } : { kind: "text" as const, text, style: "text" as const })))],
  }]);
}
