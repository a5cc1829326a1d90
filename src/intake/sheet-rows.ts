// Rows of a text format (CSV, JSON) as sheet rows: places, the formula rule, the limits on width, length and number.
// From csv-sheet.ts and json-sheet.ts, to Sheet.
import type { Cell, CellValue, Finding, SheetRow } from "../domain/terms/index.ts";
import { columnName } from "./cell-place.ts";
import { sheetFinding } from "./sheet-finding.ts";
import type { SheetLimits } from "./sheet-limits.ts";

/** A cell of a text format is a formula when a spreadsheet would run it. An apostrophe before such a sign marks text, as in a spreadsheet. */
export function textCell(text: string): CellValue {
  if (text === "") return { kind: "empty" };
  if (text.startsWith("=")) return { kind: "formula", formula: text.slice(1) };
  return { kind: "text", text: text.startsWith("'") && /^'+[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text };
}

/** Makes rows one by one and counts what they cost. */
export class SheetRows {
  readonly rows: SheetRow[] = [];
  /** Set once a limit of the whole sheet is reached; nothing is added after it. */
  overflow: Finding | undefined;
  readonly #limits: SheetLimits;
  readonly #prefix: string;
  #cells = 0;

  constructor(limits: SheetLimits, prefix = "") {
    this.#limits = limits;
    this.#prefix = prefix;
  }

  /** `values` by column; what is undefined or beyond the last value is empty. */
  add(row: number, values: readonly (CellValue | undefined)[], found: readonly Finding[] = [], raw?: string): void {
    if (this.overflow !== undefined) return;
    const width = filledWidth(values);
    const findings = [...found];
    if (width >= this.#limits.columnsBelow) {
      findings.push(sheetFinding("row-too-wide", this.#place(`${row}`), `row ${row} reaches column ${columnName(width - 1)}: it has ${this.#limits.columnsBelow} columns or more, and nothing beyond is read`, "Remove the columns that the template does not name."));
    }
    const cells: Cell[] = [];
    for (let column = 0; column < Math.min(width, this.#limits.columnsBelow); column += 1) {
      const at = this.#place(`${columnName(column)}${row}`);
      cells.push({ value: this.#cut(values[column] ?? EMPTY, at, findings), at });
    }
    this.#cells += cells.length;
    if (this.rows.length >= this.#limits.rowsMax || this.#cells > this.#limits.cellsMax) {
      this.overflow = sheetFinding("file-too-large", this.#place(`A${row}`), `the sheet has more than ${this.#limits.rowsMax} rows or ${this.#limits.cellsMax} cells`, "Split it into several files.");
      return;
    }
    this.rows.push({ row, cells, ...(findings.length === 0 ? {} : { findings }), ...(raw === undefined ? {} : { raw }) });
  }

  #cut(value: CellValue, at: string, findings: Finding[]): CellValue {
    if (value.kind !== "text" || value.text.length <= this.#limits.cellLengthMax) return value;
    findings.push(sheetFinding("cell-too-long", at, `the cell holds ${value.text.length} characters, more than the ${this.#limits.cellLengthMax} of a spreadsheet's cell`, "Shorten the text."));
    return { kind: "text", text: value.text.slice(0, this.#limits.cellLengthMax) };
  }

  #place(place: string): string {
    return `${this.#prefix}${place}`;
  }
}

const EMPTY: CellValue = { kind: "empty" };

function filledWidth(values: readonly (CellValue | undefined)[]): number {
  let width = values.length;
  while (width > 0 && (values[width - 1] ?? EMPTY).kind === "empty") width -= 1;
  return width;
}
