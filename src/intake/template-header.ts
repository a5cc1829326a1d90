// Finds the header of a sheet: the row (or rows, joined down) that names most of a template's columns. Banner rows above are allowed.
import type { Template, TemplateColumn } from "../domain/rules/index.ts";
import type { Cell, Finding, SheetRow } from "../domain/terms/index.ts";
import { levelText, oneLine, textOfCell } from "./levelled-text.ts";
import { echo, sheetFinding } from "./sheet-finding.ts";

export interface Header {
  /** Index in the sheet's rows of the first and the last header row. */
  readonly first: number;
  readonly last: number;
  /** Column of the sheet to column of the template. */
  readonly columns: ReadonlyMap<number, TemplateColumn>;
  /** Columns of the sheet as far as the last of these. */
  readonly width: number;
  readonly findings: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** Columns whose header cell holds something, known or not. */
  readonly named: ReadonlySet<number>;
}

/** Rows looked at for a header. */
const ROWS_LOOKED_AT = 50;

export function findHeader(template: Template, rows: readonly SheetRow[]): Header | undefined {
  const known: Known = new Map(template.columns.map((column) => [column, new Set(headerTexts(column).map(levelText))]));
  let best: { readonly first: number; readonly names: readonly HeaderCell[]; readonly score: number } | undefined;
  const height = Math.max(1, template.headerRows);
  for (let first = 0; first + height <= Math.min(rows.length, ROWS_LOOKED_AT); first += 1) {
    const names = joinDown(rows.slice(first, first + height));
    const score = template.columns.filter((column) => names.some((name) => matches(column, name, known))).length;
    if (score > (best?.score ?? 0)) best = { first, names, score };
  }
  return best === undefined ? undefined : readHeader(template, best.first, best.first + height - 1, best.names, rows, known);
}

interface HeaderCell {
  readonly column: number;
  readonly cell: Cell;
  /** All cells of the header joined down, and its lowest cell alone (its upper one may head several columns). */
  readonly texts: readonly string[];
  readonly levelled: readonly string[];
}

/** The levelled texts that name each column. */
type Known = ReadonlyMap<TemplateColumn, ReadonlySet<string>>;

function joinDown(rows: readonly SheetRow[]): readonly HeaderCell[] {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const names: HeaderCell[] = [];
  for (let column = 0; column < width; column += 1) {
    const filled = rows.flatMap((row) => {
      const cell = row.cells[column];
      const text = cell === undefined ? undefined : textOfCell(cell.value);
      return cell === undefined || text === undefined ? [] : [{ cell, text: oneLine(text) }];
    });
    const lowest = filled.at(-1);
    if (lowest === undefined) continue;
    const texts = [...new Set([filled.map((each) => each.text).join(" "), lowest.text])];
    names.push({ column, cell: lowest.cell, texts, levelled: texts.map(levelText) });
  }
  return names;
}

/** The texts a column's header may have. */
export function headerTexts(column: TemplateColumn): readonly string[] {
  return [...column.headers, column.names.en, ...(column.names.zh === undefined ? [] : [column.names.zh])];
}

function matches(column: TemplateColumn, name: HeaderCell, known: Known): boolean {
  return name.levelled.some((text) => known.get(column)?.has(text) === true);
}

function readHeader(template: Template, first: number, last: number, names: readonly HeaderCell[], rows: readonly SheetRow[], known: Known): Header {
  const columns = new Map<number, TemplateColumn>();
  const findings: Finding[] = rows.slice(first, last + 1).flatMap((row) => row.findings ?? []);
  const warnings: Finding[] = [];
  for (const name of names) {
    const column = template.columns.find((each) => matches(each, name, known));
    if (column === undefined) {
      if (!isOurOwn(name)) warnings.push(sheetFinding("column-unknown", name.cell.at, `the column ${echo(name.texts[0] ?? "")} is not one the template \`${template.id}\` knows; it was not read`, "Nothing needs to be done, unless its header is misspelt."));
    } else if ([...columns.values()].includes(column)) {
      findings.push(sheetFinding("column-twice", name.cell.at, `the column ${echo(name.texts[0] ?? "")} stands twice`, "Keep one of the two columns."));
    } else columns.set(name.column, column);
  }
  const at = rows[last]?.cells[0]?.at ?? `row ${rows[last]?.row ?? 1}`;
  for (const column of template.columns) {
    if (!column.required || [...columns.values()].includes(column)) continue;
    findings.push(sheetFinding("column-missing", at, `the column ${echo(headerTexts(column)[0] ?? column.to)} is missing`, `Add the column; the template \`${template.id}\` needs it.`));
  }
  return { first, last, columns, width: Math.max(0, ...[...columns.keys()].map((index) => index + 1)), findings, warnings, named: new Set(names.map((name) => name.column)) };
}

/** The two columns of an annotated copy that was mended and handed in again. */
function isOurOwn(name: HeaderCell): boolean {
  return name.texts.some((text) => /^probity[:：]/i.test(text.trim()));
}
