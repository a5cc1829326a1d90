// The cells of one worksheet, from its XML to sheet rows: types, days by style, formulas, merged and array ranges, limits.
import type { CellValue, Finding, SheetRow } from "../domain/terms/index.ts";
import { parseCellPlace, parseCellRange } from "./cell-place.ts";
import { dayCell } from "./excel-day.ts";
import type { SheetLimits } from "./sheet-limits.ts";
import { SheetRows } from "./sheet-rows.ts";
import { RichText, unescapeText } from "./workbook-parts.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { readXmlEntry, type XmlReader } from "./zip-entry.ts";

export interface WorkbookContext {
  readonly strings: readonly string[];
  readonly dayStyles: readonly boolean[];
  readonly daySystem: "1900" | "1904";
}

export type WorksheetRead =
  | { readonly kind: "rows"; readonly rows: readonly SheetRow[] }
  | { readonly kind: "damaged"; readonly why: string }
  | { readonly kind: "refused"; readonly finding: Finding };

export function readWorksheet(entry: ZipEntry, name: string, context: WorkbookContext, limits: SheetLimits): WorksheetRead {
  const reader = new WorksheetReader(name, context, limits);
  const why = readXmlEntry(entry, reader);
  const overflow = reader.rows.overflow;
  if (overflow !== undefined) return { kind: "refused", finding: overflow };
  return why === undefined ? { kind: "rows", rows: reader.finish() } : { kind: "damaged", why };
}

type CellRange = NonNullable<ReturnType<typeof parseCellRange>>;
const MERGES_MAX = 100_000;
const COLUMNS_OF_A_WORKBOOK = 16_384;

class WorksheetReader implements XmlReader {
  readonly rows: SheetRows;
  readonly #context: WorkbookContext;
  readonly #limits: SheetLimits;
  readonly #merges: CellRange[] = [];
  readonly #arrays: CellRange[] = [];
  #inData = false;
  #wrong: string | undefined;
  #row = 0;
  #values: (CellValue | undefined)[] = [];
  #beyond = -1;
  #column = -1;
  #type = "n";
  #style = 0;
  #text = "";
  #formula: string | undefined;
  #taking: "value" | "formula" | "rich" | undefined;
  readonly #rich = new RichText();

  constructor(name: string, context: WorkbookContext, limits: SheetLimits) {
    this.rows = new SheetRows(limits, `${name}!`);
    this.#context = context;
    this.#limits = limits;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "sheetData") this.#inData = true;
    else if (name === "mergeCell") this.#addRange(this.#merges, attributes["ref"] ?? "");
    else if (!this.#inData) return;
    else if (name === "row") this.#beginRow(attributes["r"]);
    else if (name === "c") this.#beginCell(attributes);
    else if (name === "v") this.#taking = "value";
    else if (name === "f") this.#beginFormula(attributes);
    else if (name === "is") { this.#rich.begin(); this.#taking = "rich"; }
    else if (this.#taking === "rich") this.#rich.open(name);
  }

  text(text: string): void {
    if (this.#taking === "value") this.#text += text;
    else if (this.#taking === "formula") this.#formula = (this.#formula ?? "") + text;
    else if (this.#taking === "rich") this.#rich.add(text);
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === "sheetData") this.#inData = false;
    else if (name === "row") this.#endRow();
    else if (name === "c") this.#endCell();
    else if (name === "v" || name === "f") this.#taking = undefined;
    else if (name === "is") { this.#text = this.#rich.take(); this.#taking = undefined; }
    else if (this.#taking === "rich") this.#rich.close(name);
  }

  stopped(): string | undefined {
    return this.#wrong ?? (this.rows.overflow === undefined ? undefined : "it is too large");
  }

  /** Merged ranges stand after the cells, so they are applied at the end: only their top left cell has a value. */
  finish(): readonly SheetRow[] {
    if (this.#merges.length === 0 && this.#arrays.length === 0) return this.rows.rows;
    return this.rows.rows.map((row) => {
      const merges = this.#merges.filter((range) => row.row >= range.top && row.row <= range.bottom);
      const arrays = this.#arrays.filter((range) => row.row >= range.top && row.row <= range.bottom);
      if (merges.length === 0 && arrays.length === 0) return row;
      const cells = row.cells.map((cell, column) => {
        if (merges.some((range) => inside(range, row.row, column) && !(row.row === range.top && column === range.left))) return { ...cell, value: { kind: "empty" } as const };
        if (cell.value.kind !== "formula" && cell.value.kind !== "empty" && arrays.some((range) => inside(range, row.row, column))) return { ...cell, value: { kind: "formula", formula: "" } as const };
        return cell;
      });
      return { ...row, cells };
    });
  }

  #addRange(ranges: CellRange[], ref: string): void {
    const range = parseCellRange(ref);
    if (range !== undefined) ranges.push(range);
    if (ranges.length > MERGES_MAX) this.#wrong ??= "it has more merged cells than any list needs";
  }

  #beginRow(written: string | undefined): void {
    const row = written === undefined ? this.#row + 1 : Number(written);
    if (!Number.isSafeInteger(row) || row <= this.#row) this.#wrong ??= "its rows are not numbered in order";
    if (row > this.#limits.rowsMax) this.#wrong ??= `it has a row beyond ${this.#limits.rowsMax}`;
    this.#row = row;
    this.#values = [];
    this.#column = -1;
    this.#beyond = -1;
  }

  #beginCell(attributes: Readonly<Record<string, string>>): void {
    const written = attributes["r"];
    const place = written === undefined ? { column: this.#column + 1, row: this.#row } : parseCellPlace(written);
    if (place === undefined || place.row !== this.#row || place.column <= this.#column || place.column >= COLUMNS_OF_A_WORKBOOK) this.#wrong ??= "one of its cells has a place that does not fit its row";
    this.#column = place?.column ?? this.#column + 1;
    this.#type = attributes["t"] ?? "n";
    this.#style = Number(attributes["s"] ?? "0");
    this.#text = "";
    this.#formula = undefined;
    this.#taking = undefined;
  }

  #beginFormula(attributes: Readonly<Record<string, string>>): void {
    this.#formula = "";
    this.#taking = "formula";
    if (attributes["t"] === "array" && attributes["ref"] !== undefined) this.#addRange(this.#arrays, attributes["ref"]);
  }

  #endCell(): void {
    const value = this.#cellValue();
    if (value === undefined || value.kind === "empty") return;
    // A cell far to the right is remembered by its column only, so that a sparse row costs no memory.
    if (this.#column >= this.#limits.columnsBelow) this.#beyond = this.#column;
    else this.#values[this.#column] = value;
  }

  #endRow(): void {
    if (this.#beyond >= 0) this.#values[Math.max(this.#limits.columnsBelow - 1, 0)] ??= { kind: "text", text: "…" };
    if (this.#values.length > 0) this.rows.add(this.#row, this.#values);
  }

  #cellValue(): CellValue | undefined {
    if (this.#formula !== undefined) return { kind: "formula", formula: this.#formula };
    const text = this.#text;
    switch (this.#type) {
      case "s": {
        const written = text.trim();
        const shared = /^\d+$/.test(written) ? this.#context.strings[Number(written)] : undefined;
        if (shared === undefined && written !== "") this.#wrong ??= "one of its cells names a shared string that is not there";
        return shared === undefined || shared === "" ? undefined : { kind: "text", text: shared };
      }
      case "inlineStr": return text === "" ? undefined : { kind: "text", text };
      case "str": return text === "" ? undefined : { kind: "text", text: unescapeText(text) };
      case "b": return text.trim() === "" ? undefined : { kind: "flag", value: text.trim() === "1" || text.trim() === "true" };
      case "e": return { kind: "fault", text: text.trim() };
      case "d": return { kind: "text", text: text.trim() };
      default: return this.#number(text.trim());
    }
  }

  #number(source: string): CellValue | undefined {
    if (source === "") return undefined;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(source)) return { kind: "fault", text: source };
    return this.#context.dayStyles[this.#style] === true ? dayCell(source, this.#context.daySystem) : { kind: "number", source };
  }
}

function inside(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
