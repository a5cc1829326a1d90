// A workbook of one sheet, built by hand, so that a test can put into it what no spreadsheet program writes.
import { strToU8, zipSync } from "fflate";

/** A cell as its text, or as the XML of the whole cell (`<c r="@">…`, the place put in for `@`). */
export type SmallCell = string;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PARTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = (type: string, target: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${PARTS}/${type}" Target="${target}"/></Relationships>`;

/** @param more parts of the package beside those a workbook has */
export function smallWorkbook(rows: readonly (readonly SmallCell[])[], more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const types = [["workbook", "sheet.main"], ["worksheets/sheet1", "worksheet"]].map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`);
  return zipSync({
    "[Content_Types].xml": strToU8(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`),
    "_rels/.rels": strToU8(relationships("officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": strToU8(`<workbook xmlns="${MAIN}" xmlns:r="${PARTS}"><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(relationships("worksheet", "worksheets/sheet1.xml")),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${rows.map((row, index) => `<row r="${index + 1}">${row.map((cell, column) => cellOf(cell, `${columnOf(column)}${index + 1}`)).join("")}</row>`).join("")}</sheetData></worksheet>`),
    ...more,
  });
}

function cellOf(cell: SmallCell, place: string): string {
  if (cell.startsWith("<c ")) return cell.replace("@", place);
  return `<c r="${place}" t="inlineStr"><is><t>${cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`;
}

function columnOf(index: number): string {
  return `${index < 26 ? "" : columnOf(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`;
}
