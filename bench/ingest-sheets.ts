// Sheets of penalties with as many rows as asked for, as CSV and as a workbook: invented names, valid codes, every row good. For bench/ingest.ts.
import { strToU8, zipSync } from "fflate";
import { addDays, plainDate, present } from "../src/domain/terms/index.ts";
import type { Rulebook } from "../src/domain/rules/index.ts";
import { inventedNames } from "./invented-names.ts";
import { codeOf } from "./million-register.ts";

const HEADER = ["Name", "Unified code", "Decided on", "Number of the decision", "Field of law", "Kinds of penalty", "Fine"];

function* rowsOf(rulebook: Rulebook, rows: number): Generator<readonly string[]> {
  const scheme = present(rulebook.all("identifier").find((each) => each.id === "cn:unified-code"), "the scheme of the unified code");
  yield HEADER;
  let number = 0;
  for (const { text } of inventedNames(rows, 1)) {
    number += 1;
    yield [text, codeOf(scheme, number), addDays(plainDate("2019-01-07"), number % 2000), `PEN-${number}`, "Work safety", number % 3 === 0 ? "Fine;Warning" : "Fine", `${number % 90_000}.50`];
  }
}

export function penaltySheet(rulebook: Rulebook, rows: number): Uint8Array {
  return Buffer.from([...rowsOf(rulebook, rows)].map((row) => `${row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`).join(""));
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The same as a spreadsheet program saves it: texts in the shared table, amounts as numbers. */
export function penaltyWorkbook(rulebook: Rulebook, rows: number): Uint8Array {
  const shared = new Map<string, number>();
  const indexOf = (text: string): number => {
    const known = shared.get(text) ?? shared.size;
    shared.set(text, known);
    return known;
  };
  const lines = [...rowsOf(rulebook, rows)].map((row, index) => `<row r="${index + 1}">${row.map((cell, column) => cellOf(cell, `${"ABCDEFG".charAt(column)}${index + 1}`, index > 0 && column === 6, indexOf)).join("")}</row>`);
  const relationship = (id: number, type: string, target: string): string => `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (part: string, type: string): string => `<Override PartName="/xl/${part}.xml" ContentType="${SHEET}.${type}+xml"/>`;
  const relationships = (inside: string): Uint8Array => strToU8(`<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`);
  return zipSync({
    "[Content_Types].xml": strToU8(`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${override("worksheets/sheet1", "worksheet")}${override("sharedStrings", "sharedStrings")}${override("styles", "styles")}</Types>`),
    "_rels/.rels": relationships(relationship(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": strToU8(`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": relationships(relationship(1, "worksheet", "worksheets/sheet1.xml") + relationship(2, "sharedStrings", "sharedStrings.xml") + relationship(3, "styles", "styles.xml")),
    "xl/styles.xml": strToU8(`<styleSheet xmlns="${MAIN}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`),
    "xl/sharedStrings.xml": strToU8(`<sst xmlns="${MAIN}" count="${shared.size}" uniqueCount="${shared.size}">${[...shared.keys()].map((text) => `<si><t>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></si>`).join("")}</sst>`),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`),
  });
}

function cellOf(cell: string, place: string, isNumber: boolean, indexOf: (text: string) => number): string {
  return isNumber ? `<c r="${place}"><v>${cell}</v></c>` : `<c r="${place}" t="s"><v>${indexOf(cell)}</v></c>`;
}
