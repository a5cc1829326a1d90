// A sheet read by a template: header, edition day, then every row to typed fields with their places, all findings at once.
// From service (an import), to register and identity, which judge what the fields mean.
import type { Template, TemplateColumn } from "../domain/rules/index.ts";
import type { Cell, Finding, PlainDate, Sheet, SheetRow } from "../domain/terms/index.ts";
import { columnName } from "./cell-place.ts";
import { readCell, readTyped, schemeOf, unreadable } from "./cell-reading.ts";
import { prepareReading, readByPatterns, type PreparedReading, type ReadField } from "./column-readings.ts";
import { findDay } from "./day-reading.ts";
import { isBlank, levelText, textOfCell } from "./levelled-text.ts";
import { findPersonIdentifier } from "./person-scan.ts";
import { echo, sheetFinding } from "./sheet-finding.ts";
import type { ReadBySheet, TemplateRow } from "./sheet.ts";
import { findHeader, headerTexts, type Header } from "./template-header.ts";
import { prepareLaw, type PreparedLaw, type TemplateLaw } from "./template-law.ts";

export function applyTemplate(template: Template, sheet: Sheet, law: TemplateLaw): ReadBySheet {
  if (!template.formats.includes(sheet.format)) {
    return { rows: [], findings: [sheetFinding("format-not-accepted", sheet.name, `the template \`${template.id}\` does not read ${sheet.format} files`, `Hand in ${template.formats.join(" or ")}.`)] };
  }
  const header = findHeader(template, sheet.rows);
  if (header === undefined) {
    return { rows: [], findings: [sheetFinding("header-not-found", sheet.name, `no row of ${echo(sheet.name)} names a column of the template \`${template.id}\``, `Begin with a row of headers: ${template.columns.filter((column) => column.required).map((column) => `\`${headerTexts(column)[0] ?? column.to}\``).join(", ")}.`)] };
  }
  const prepared = prepareLaw(law, template);
  const banner = readBanner(template, sheet.rows.slice(0, header.first), prepared);
  const headerRow = sheet.rows[header.last]?.row ?? 1;
  const findings = [...header.findings, ...banner.findings];
  const readings = new Map(template.columns.map((column) => [column, template.readings.filter((reading) => namesColumn(reading.column, column)).map(prepareReading)]));
  const body = findings.length > 0 ? [] : sheet.rows.slice(header.last + 1);
  return {
    rows: body.flatMap((row) => readRow(sheet, header, row, readings, prepared)),
    ...(banner.day === undefined ? {} : { asOf: banner.day }),
    findings,
    warnings: [...header.warnings, ...strayColumns(sheet, header, body)],
    headerRow,
  };
}

function readBanner(template: Template, rows: readonly SheetRow[], law: PreparedLaw): { readonly day?: PlainDate; readonly findings: readonly Finding[] } {
  const cells = rows.flatMap((row) => row.cells);
  const findings = cells.flatMap((cell) => findPersonIdentifier(cell, undefined, law) ?? []);
  if (template.editionDay === undefined) return { findings };
  for (const cell of cells) {
    const text = textOfCell(cell.value);
    const day = text === undefined ? undefined : findDay(text, template.editionDay.pattern);
    if (day === undefined) continue;
    if (day.ok) return { day: day.value, findings };
    return { findings: [...findings, sheetFinding("edition-day-not-read", cell.at, `the day of the edition in ${echo(text ?? "")} is not a day`, "Correct the day the file states, or name the day with `--as-of`.")] };
  }
  // A file that does not state its day may still be handed in with a day named beside it.
  return { findings };
}

type Readings = ReadonlyMap<TemplateColumn, readonly PreparedReading[]>;

function readRow(sheet: Sheet, header: Header, row: SheetRow, readings: Readings, law: PreparedLaw): readonly TemplateRow[] {
  if (row.cells.every((cell) => cell.value.kind === "empty" || (cell.value.kind === "text" && isBlank(cell.value.text))) && row.findings === undefined) return [];
  const fields: ReadField[] = [];
  const findings: Finding[] = [...(row.findings ?? [])];
  // A row that is broken has its cells in the wrong columns: what is wrong with them would only mislead.
  const readable = !findings.some((finding) => finding.code === "row-broken");
  const cells = fillRight(sheet, header, row);
  for (const [index, cell] of cells.entries()) {
    const column = header.columns.get(index);
    const person = findPersonIdentifier(cell, column === undefined ? undefined : schemeOf(column.to), law);
    if (person !== undefined) findings.push(person);
    else if (column !== undefined && readable) readColumn(column, cell, readings.get(column) ?? [], law, fields, findings);
    else if (readable && sheet.format === "csv" && !header.named.has(index) && cell.value.kind !== "empty") {
      findings.push(sheetFinding("cell-without-column", cell.at, "the cell stands to the right of the last header; the row seems to hold a separator that is not quoted", "Put cells that contain the separator into quotation marks."));
    }
  }
  if (readable) addMissing(header, row.row, cells, findings);
  return [{ row: row.row, sheet: sheet.name, fields, findings }];
}

function readColumn(column: TemplateColumn, cell: Cell, readings: readonly PreparedReading[], law: PreparedLaw, fields: ReadField[], findings: Finding[]): void {
  if (column.to === "ignore" && readings.length === 0) return;
  const hindrance = unreadable(cell, column);
  if (hindrance !== undefined) {
    findings.push(hindrance);
    return;
  }
  const text = textOfCell(cell.value);
  if (readings.length === 0 || text === undefined) {
    const read = column.to === "ignore" ? undefined : readCell(cell, column, law);
    if (read?.ok === true) fields.push({ to: column.to, value: read.value, at: cell.at });
    else if (read?.ok === false) findings.push(read.error);
    return;
  }
  const read = readByPatterns(text, cell.at, readings, law);
  findings.push(...read.findings);
  const own = column.to === "ignore" || levelText(read.rest) === "" ? undefined : readTyped(read.rest, { kind: "text", text: read.rest }, cell.at, column, law);
  if (own?.ok === true) fields.push({ to: column.to, value: own.value, at: cell.at });
  else if (own?.ok === false) findings.push(own.error);
  fields.push(...read.fields);
}

/** A reading names its column by a header; a column's target serves too. */
function namesColumn(name: string, column: TemplateColumn): boolean {
  return name === column.to || headerTexts(column).some((header) => levelText(header) === levelText(name));
}

/** The cells of a row as far as the header reaches: a reader of sheets leaves out empty cells at the end. */
function fillRight(sheet: Sheet, header: Header, row: SheetRow): readonly Cell[] {
  if (row.cells.length >= header.width) return row.cells;
  const prefix = sheet.format === "xlsx" ? `${sheet.name}!` : "";
  return Array.from({ length: header.width }, (_each, index) => row.cells[index] ?? { value: { kind: "empty" }, at: `${prefix}${columnName(index)}${row.row}` });
}

function addMissing(header: Header, row: number, cells: readonly Cell[], findings: Finding[]): void {
  for (const [index, column] of header.columns) {
    if (!column.required) continue;
    const cell = cells[index];
    const filled = cell !== undefined && cell.value.kind !== "empty" && (cell.value.kind !== "text" || !isBlank(cell.value.text));
    if (filled || Object.keys(column.sentinels).includes("")) continue;
    const title = echo(headerTexts(column)[0] ?? column.to);
    findings.push(sheetFinding("cell-missing", cell?.at ?? `row ${row}, column ${title}`, `${title} is empty in row ${row}`, "Fill in the cell; the template requires it."));
  }
}

/** Columns of a workbook with values but no header, each said once. */
function strayColumns(sheet: Sheet, header: Header, body: readonly SheetRow[]): readonly Finding[] {
  if (sheet.format !== "xlsx") return [];
  const found = new Map<number, Finding>();
  for (const row of body) {
    // A row that is too wide says so once.
    if (row.findings !== undefined) continue;
    for (const [index, cell] of row.cells.entries()) {
      if (header.named.has(index) || found.has(index) || cell.value.kind === "empty") continue;
      found.set(index, sheetFinding("column-unknown", cell.at, "the column has values but no header; it was not read", "Give the column a header of the template, or remove it."));
    }
  }
  return [...found.values()];
}
