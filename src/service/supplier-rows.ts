// Supplier rows: a list of names and codes as a company keeps it, from a sheet, from lines that were pasted or from JSON. Only the columns
// whose heading says name, code or country are read; a row that cannot be asked about is refused by its number, and nothing of it goes on.
import { err, ok, parseFileNumber, type Cell, type Finding, type Result, type Sheet, type SheetRow } from "../domain/terms/index.ts";
import type { IdentifierScheme } from "../domain/rules/index.ts";
import { isPersonIdentifier, readCode } from "../domain/identity/index.ts";
import { DEFAULT_LIMITS, readSheet } from "../intake/index.ts";
import { problem, type Problem } from "./problem.ts";
import { schemesOf, type Registry } from "./registry.ts";

/** What one row asks: a name, a code or file number, or both. */
export interface SupplierAsked {
  readonly name?: string;
  readonly code?: string;
  readonly country?: string;
}

/** Why a row cannot be asked about. What stands in it is repeated nowhere. */
export type WhyNotRead = "person" | "formula" | "broken" | "long" | "code";

/** A row by its number in the sheet, the lines or the list, from 1. */
export type SupplierRow = { readonly row: number; readonly asked: SupplierAsked } | { readonly row: number; readonly refused: WhyNotRead };

/** Rows asked about at most. */
export const SUPPLIERS_MAX = 3000;
/** Bytes of a file at most. */
export const SUPPLIER_BYTES_MAX = 10 * 1024 * 1024;
const TEXT_MAX = 300;
/** Rows above the headings: a title, a date. */
const HEADINGS_WITHIN = 10;
/** A sheet may have a title and empty rows beside its suppliers; what is asked is counted by itself. */
const LIMITS = { ...DEFAULT_LIMITS, fileBytesMax: SUPPLIER_BYTES_MAX, inflatedBytesMax: 64 * 1024 * 1024, rowsMax: 20_000, cellsMax: 600_000 };

const HEADINGS: readonly (readonly [keyof SupplierAsked, RegExp])[] = [
  ["code", /^(?:(?:unified)?(?:social)?credit(?:code|number|no)|uscc|code|companycode|registration(?:code|number|no)|company(?:number|no)|organi[sz]ationcode|file(?:number|no)?|(?:统一)?(?:社会)?信用代码(?:号)?|统一代码|代码|企业代码|注册号|组织机构代码|档案号)$/],
  ["name", /^(?:name|(?:supplier|vendor|company|organi[sz]ation|counterparty|entity|firm|business|partner)(?:name)?|legalname|(?:企业|公司|单位|供应商|供货商|厂商|机构|组织|主体|客户|往来单位|合作方|全称)?(?:名称|全称|名)|供应商|供货商|厂商|企业|公司|单位|往来单位|合作方)$/],
  ["country", /^(?:country|countrycode|countryofregistration|nation|国家|国别|国家或地区|国家地区|注册国|所在国)$/],
];

/** The rows of a workbook, CSV or JSON. */
export function supplierRowsOfFile(registry: Pick<Registry, "rulebook">, file: { readonly name: string; readonly bytes: Uint8Array }): Result<readonly SupplierRow[], Problem> {
  const sheet = readSheet(file, LIMITS);
  if (!sheet.ok) return err(unreadable(sheet.error));
  const rows = rowsOfSheet(schemesOf(registry), sheet.value);
  return rows.length === 0 ? err(unreadable([])) : atMost(rows);
}

function unreadable(findings: readonly Finding[]): Problem {
  return problem("file-unreadable", "the file holds no list of suppliers that can be read", "Hand in a workbook (.xlsx) or CSV with a supplier a row, its name or code under a heading.", { findings });
}

function atMost(rows: readonly SupplierRow[]): Result<readonly SupplierRow[], Problem> {
  if (rows.length <= SUPPLIERS_MAX) return ok(rows);
  return err(problem("input-invalid", `the list has ${rows.length} rows; at most ${SUPPLIERS_MAX} are asked about at a time`, "Split it into several lists."));
}

/** The first row with a heading that is known says which columns are read; without one it is the first column with words in it. */
function rowsOfSheet(schemes: readonly IdentifierScheme[], { rows }: Sheet): readonly SupplierRow[] {
  for (const [index, row] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const columns = headingsOf(row);
    if (columns.has("name") || columns.has("code")) return rows.slice(index + 1).flatMap((each) => readRow(schemes, each, columns));
  }
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const first = Array.from({ length: width }, (_, column) => column).find((column) => rows.some(({ cells }) => isWords(cells[column])));
  return first === undefined ? [] : rows.flatMap((row) => readRow(schemes, row, new Map([["name", first]])));
}

type Columns = ReadonlyMap<keyof SupplierAsked, number>;

/** The first column of each kind counts. */
function headingsOf({ cells }: SheetRow): Columns {
  const columns = new Map<keyof SupplierAsked, number>();
  for (const [index, cell] of cells.entries()) {
    const heading = cell.value.kind === "text" ? cell.value.text.normalize("NFKC").toLowerCase().replaceAll(/\(.*?\)|[\s_*:./\\|-]/g, "") : "";
    const kind = HEADINGS.find(([, words]) => words.test(heading))?.[0];
    if (kind !== undefined && !columns.has(kind)) columns.set(kind, index);
  }
  return columns;
}

function isWords(cell: Cell | undefined): boolean {
  return cell?.value.kind === "text" && /\p{L}/u.test(cell.value.text);
}

function readRow(schemes: readonly IdentifierScheme[], { row, cells, findings = [] }: SheetRow, columns: Columns): readonly SupplierRow[] {
  const read = [...columns].map(([kind, index]) => [kind, cells[index]] as const);
  if (read.every(([, cell]) => cell === undefined || cell.value.kind === "empty")) return [];
  if (findings.length > 0 || read.some(([, cell]) => cell?.value.kind === "fault")) return [{ row, refused: "broken" }];
  if (read.some(([, cell]) => cell?.value.kind === "formula")) return [{ row, refused: "formula" }];
  return readTexts(schemes, row, Object.fromEntries(read.map(([kind, cell]) => [kind, textOf(cell)])));
}

function textOf(cell: Cell | undefined): string {
  switch (cell?.value.kind) {
    case "text": return cell.value.text;
    case "number": return cell.value.source;
    case "day": return cell.value.day;
    default: return "";
  }
}

/** A line a supplier: a name, a code or file number, or both with a tab or a comma between. */
export function supplierRowsOfText(registry: Pick<Registry, "rulebook">, text: string): Result<readonly SupplierRow[], Problem> {
  const schemes = schemesOf(registry);
  return atMost(text.split(/\r\n|\n|\r/).flatMap((line, index) => readTexts(schemes, index + 1, partsOfLine(schemes, line))));
}

function partsOfLine(schemes: readonly IdentifierScheme[], line: string): SupplierAsked {
  const [name = "", ...rest] = line.split("\t").map((part) => part.trim());
  const code = rest.find((part) => part !== "");
  if (code !== undefined) return isCode(schemes, name) && !isCode(schemes, code) ? { name: code, code: name } : { name, code };
  const both = /^(.+?)\s*[,，;；|]\s*([0-9A-Za-z][0-9A-Za-z -]*)$/u.exec(name) ?? /^(.+?)\s+([0-9A-Za-z]{9,})$/u.exec(name);
  return both !== null && isCode(schemes, both[2] ?? "") ? { name: both[1] ?? "", code: both[2] ?? "" } : { name };
}

function isCode(schemes: readonly IdentifierScheme[], text: string): boolean {
  return parseFileNumber(text).ok || readCode(schemes, text).ok;
}

/** A list as JSON: each with a `name`, a `code` or both, and perhaps a `country`. */
export function supplierRowsOfJson(registry: Pick<Registry, "rulebook">, body: unknown): Result<readonly SupplierRow[], Problem> {
  const schemes = schemesOf(registry);
  if (!Array.isArray(body)) return err(problem("input-invalid", "the body is no list of suppliers", "Send a JSON list of objects, each with a `name`, a `code` or both."));
  const rows = body.flatMap((each: unknown, index): readonly SupplierRow[] => {
    const { name = "", code = "", country = "" }: Readonly<Record<string, unknown>> = { ...Object(each) };
    const whole = typeof each === "object" && each !== null && [name, code, country].every((text) => typeof text === "string");
    const read = whole ? readTexts(schemes, index + 1, { name: String(name), code: String(code), country: String(country) }) : [];
    return read.length === 0 ? [{ row: index + 1, refused: "broken" }] : read;
  });
  return atMost(rows);
}

/** A number of a natural person is looked for first of all: such a row is not even read on. A name that is a code is asked as one. */
function readTexts(schemes: readonly IdentifierScheme[], row: number, { name = "", code = "", country = "" }: SupplierAsked): readonly SupplierRow[] {
  const texts = [name, code, country].map((text) => text.trim());
  if (texts.every((text) => text === "")) return [];
  if (texts.some((text) => isPersonIdentifier(schemes, text))) return [{ row, refused: "person" }];
  if (texts.some((text) => text.length > TEXT_MAX)) return [{ row, refused: "long" }];
  const [named = "", coded = "", where = ""] = texts;
  const other = where === "" ? {} : { country: where };
  if (coded === "" && isCode(schemes, named)) return [{ row, asked: { code: named, ...other } }];
  if (named === "" && !isCode(schemes, coded)) return coded === "" ? [] : [{ row, refused: "code" }];
  return [{ row, asked: { ...(named === "" ? {} : { name: named }), ...(isCode(schemes, coded) ? { code: coded } : {}), ...other } }];
}

const REFUSALS: readonly WhyNotRead[] = ["person", "formula", "broken", "long", "code"];

/** The rows as text that a form can carry and `supplierRowsCarried` reads; of a refused one only its number and why. */
export function carriedSuppliers(rows: readonly SupplierRow[]): string {
  const cell = (text = ""): string => text.replaceAll(/\s+/g, " ");
  return rows.map((row) => ("refused" in row ? `${row.row}\t!${row.refused}` : [row.row, cell(row.asked.name), cell(row.asked.code), cell(row.asked.country)].join("\t"))).join("\n");
}

/** What a form carried is read as anything else that is handed in. */
export function supplierRowsCarried(registry: Pick<Registry, "rulebook">, text: string): Result<readonly SupplierRow[], Problem> {
  const schemes = schemesOf(registry);
  return atMost(text.split(/\r\n|\n/).flatMap((line): readonly SupplierRow[] => {
    const [number = "", name = "", code = "", country = ""] = line.split("\t");
    if (!/^[1-9]\d{0,6}$/.test(number)) return [];
    const refused = REFUSALS.find((why) => code === "" && name === `!${why}`);
    return refused === undefined ? readTexts(schemes, Number(number), { name, code, country }) : [{ row: Number(number), refused }];
  }));
}
