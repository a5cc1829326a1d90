// A small workbook from plain rows: text, numbers, days, drop-downs, an extra sheet. The same rows give the same bytes: no clock is asked.
// From template-sheet.ts; made by hand because the same seed must give the same file.
import { strToU8, zipSync, type Zippable } from "fflate";
import { dayNumber, type PlainDate } from "../domain/terms/index.ts";
import { cellText, columnLetters, xmlText } from "./xml-text.ts";

export type OutCell =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string; readonly style?: OutStyle }
  | { readonly kind: "number"; readonly source: string; readonly style?: OutStyle }
  | { readonly kind: "day"; readonly day: PlainDate }
  /** Only where a sheet is made as somebody careless would hand it in: intake never reads such a cell. */
  | { readonly kind: "formula"; readonly formula: string };

export type OutStyle = "plain" | "text" | "day" | "header" | "money" | "wrapped";

export interface OutSheet {
  readonly name: string;
  readonly rows: readonly (readonly OutCell[])[];
  readonly columns: readonly { readonly width: number; readonly style: OutStyle }[];
  readonly frozenRows: number;
  readonly hidden: boolean;
  /** Drop-downs: the cells of a column from a row on, and the range their choices stand in. */
  readonly dropDowns: readonly { readonly column: number; readonly fromRow: number; readonly choices: string }[];
}

const STYLES: readonly OutStyle[] = ["plain", "text", "day", "header", "money", "wrapped"];
/** A fixed time in every entry of the archive. */
const ENTRY_TIME = "1980-01-01T00:00:00Z";
const ROWS_MAX = 1_048_576;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export function writeWorkbook(sheets: readonly OutSheet[]): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": workbookXml(sheets),
    "xl/_rels/workbook.xml.rels": workbookRelations(sheets.length),
    "xl/styles.xml": stylesXml(),
  };
  sheets.forEach((sheet, index) => { parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet); });
  return zipParts(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** Parts of a workbook as an archive that is the same each time. */
export function zipParts(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(parts)) entries[name] = [bytes, { mtime: ENTRY_TIME, level: 6 }];
  return zipSync(entries);
}

function contentTypes(count: number): string {
  const sheets = Array.from({ length: count }, (_each, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.join("")}</Types>`;
}

function workbookXml(sheets: readonly OutSheet[]): string {
  const list = sheets.map((sheet, index) => `<sheet name="${xmlText(sheet.name)}" sheetId="${index + 1}"${sheet.hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets></workbook>`;
}

function workbookRelations(count: number): string {
  const sheets = Array.from({ length: count }, (_each, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join("")}<Relationship Id="rId${count + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

/** One cell style for each word of OutStyle, in its order. */
function stylesXml(): string {
  const xf = (format: number, rest = "/>", font = 0, fill = 0): string => `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1"${font === 0 ? "" : ' applyFont="1" applyFill="1"'}${rest}`;
  const wrapped = ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7ECEF"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${STYLES.length}">${xf(0)}${xf(49)}${xf(164)}${xf(49, wrapped, 1, 2)}${xf(4)}${xf(49, wrapped)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function sheetXml(sheet: OutSheet): string {
  const pane = sheet.frozenRows === 0 ? "" : `<pane ySplit="${sheet.frozenRows}" topLeftCell="A${sheet.frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = sheet.columns.map((column, index) => `<col min="${index + 1}" max="${index + 1}" width="${column.width}" style="${STYLES.indexOf(column.style)}" customWidth="1"/>`);
  const rows = sheet.rows.map((cells, index) => `<row r="${index + 1}">${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${index + 1}`)).join("")}</row>`);
  const validations = sheet.dropDowns.map((each) => `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${columnLetters(each.column)}${each.fromRow}:${columnLetters(each.column)}${ROWS_MAX}"><formula1>${xmlText(each.choices)}</formula1></dataValidation>`);
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`}<sheetData>${rows.join("")}</sheetData>${validations.length === 0 ? "" : `<dataValidations count="${validations.length}">${validations.join("")}</dataValidations>`}</worksheet>`;
}

function cellXml(cell: OutCell, at: string): string {
  switch (cell.kind) {
    case "empty": return "";
    case "text": return `<c r="${at}" s="${STYLES.indexOf(cell.style ?? "plain")}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell.text)}</t></is></c>`;
    case "number": return `<c r="${at}" s="${STYLES.indexOf(cell.style ?? "plain")}"><v>${cell.source}</v></c>`;
    case "day": return `<c r="${at}" s="${STYLES.indexOf("day")}"><v>${daySerial(cell.day)}</v></c>`;
    case "formula": return `<c r="${at}"><f>${xmlText(cell.formula)}</f></c>`;
  }
}

/** Days as workbooks count them: 1 is 1900-01-01, and 60 the 29 February 1900 that never was. */
function daySerial(day: PlainDate): number {
  const serial = dayNumber(day) + 25_569;
  return serial <= 60 ? serial - 1 : serial;
}
