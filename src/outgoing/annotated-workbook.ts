// The submitter's own workbook with every finding marked: two more columns in the sheet that was read, and the cells highlighted.
// Everything else in the archive stays as it came. INVARIANT: only for bytes that intake has read, which bounds their size and form.
import { strFromU8, strToU8, unzipSync } from "fflate";
import type { Sheet } from "../domain/terms/index.ts";
import { addHighlights, type HighlightStyles } from "./highlight-styles.ts";
import type { RowNotes } from "./row-notes.ts";
import { zipParts } from "./workbook.ts";
import { cellText, columnLetters } from "./xml-text.ts";

export function annotateWorkbook(bytes: Uint8Array, sheet: Sheet, notes: RowNotes): Uint8Array {
  const parts = unzipSync(bytes);
  const sheetPart = sheet.parts?.sheet ?? "";
  const stylesPart = sheet.parts?.styles ?? "";
  const xml = parts[sheetPart];
  if (xml === undefined) throw new Error(`assertion failed: the workbook holds the sheet ${sheetPart} that was read from it`);
  const styles = addHighlights(parts[stylesPart] === undefined ? undefined : strFromU8(parts[stylesPart]));
  const column = Math.max(0, ...sheet.rows.map((row) => row.cells.length));
  const annotated = new SheetPatch(strFromU8(xml), notes, column, styles).run();
  const changed: Record<string, Uint8Array> = { ...parts, [sheetPart]: strToU8(annotated) };
  if (styles.xml() !== undefined) changed[stylesPart] = strToU8(styles.xml() ?? "");
  return zipParts(changed);
}

/** Tags, comments, CDATA and instructions of well-formed XML; values in quotes may hold `>`. */
const TAGS = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

interface PatchedCell {
  readonly column: number;
  readonly xml: string;
}

/** Walks the sheet's XML once and writes it again, row by row, where a row has something to say. */
class SheetPatch {
  readonly #xml: string;
  readonly #notes: RowNotes;
  readonly #column: number;
  readonly #styles: HighlightStyles;
  readonly #cellsByRow: ReadonlyMap<number, ReadonlySet<number>>;
  readonly #out: string[] = [];
  #prefix = "";

  constructor(xml: string, notes: RowNotes, column: number, styles: HighlightStyles) {
    this.#xml = xml;
    this.#notes = notes;
    this.#column = column;
    this.#styles = styles;
    this.#cellsByRow = groupCells(notes.cells);
  }

  run(): string {
    let from = 0;
    let inData = false;
    let last = 0;
    let rowStart: { readonly at: number; readonly row: number; readonly attributes: string } | undefined;
    for (const tag of this.#xml.matchAll(TAGS)) {
      const [whole, closing, name, attributes = "", empty] = tag;
      if (name === undefined) continue;
      const local = name.slice(name.indexOf(":") + 1);
      const end = tag.index + whole.length;
      if (local === "sheetData") {
        this.#prefix = name.slice(0, name.length - local.length);
        if (closing === "/" || empty === "/") {
          this.#out.push(this.#xml.slice(from, tag.index), ...(empty === "/" ? [`<${name}>`] : []), this.#missingRows(last + 1, Number.POSITIVE_INFINITY), `</${name}>`);
          from = end;
        }
        inData = closing !== "/" && empty !== "/";
      } else if (inData && local === "row" && closing !== "/") {
        const row = Number(attributeOf(attributes, "r") ?? last + 1);
        this.#out.push(this.#xml.slice(from, tag.index), this.#missingRows(last + 1, row));
        from = tag.index;
        last = row;
        rowStart = { at: end, row, attributes };
        if (empty === "/" && this.#concerns(row)) {
          this.#out.push(this.#rowXml(row, attributes, ""));
          from = end;
        }
      } else if (inData && local === "row" && rowStart !== undefined && this.#concerns(rowStart.row)) {
        this.#out.push(this.#rowXml(rowStart.row, rowStart.attributes, this.#xml.slice(rowStart.at, tag.index)));
        from = end;
      }
    }
    this.#out.push(this.#xml.slice(from));
    return this.#out.join("");
  }

  #concerns(row: number): boolean {
    return this.#notes.byRow.has(row) || this.#cellsByRow.has(row);
  }

  /** Rows the sheet leaves out because they are empty, but about which something is to be said. */
  #missingRows(from: number, before: number): string {
    const rows = [...this.#notes.byRow.keys()].filter((row) => row >= from && row < before).toSorted((a, b) => a - b);
    return rows.map((row) => this.#rowXml(row, ` r="${row}"`, "")).join("");
  }

  #rowXml(row: number, attributes: string, inner: string): string {
    const cells = new Map(readCells(inner, row).map((cell) => [cell.column, cell] as const));
    for (const column of this.#cellsByRow.get(row) ?? []) {
      const cell = cells.get(column);
      cells.set(column, { column, xml: this.#highlighted(cell?.xml, `${columnLetters(column)}${row}`) });
    }
    const note = this.#notes.byRow.get(row);
    if (note !== undefined) {
      [note.findings, note.remedies].forEach((text, index) => {
        const column = this.#column + index;
        cells.set(column, { column, xml: `<${this.#prefix}c r="${columnLetters(column)}${row}" t="inlineStr"><${this.#prefix}is><${this.#prefix}t xml:space="preserve">${cellText(text)}</${this.#prefix}t></${this.#prefix}is></${this.#prefix}c>` });
      });
    }
    // `spans` names the columns a row reaches; it is only a hint, and no longer true.
    const kept = attributes.replace(/\s+spans\s*=\s*(?:"[^"]*"|'[^']*')/, "");
    const sorted = [...cells.values()].toSorted((a, b) => a.column - b.column);
    return `<${this.#prefix}row${kept}>${sorted.map((cell) => cell.xml).join("")}</${this.#prefix}row>`;
  }

  #highlighted(xml: string | undefined, at: string): string {
    if (xml === undefined) {
      const style = this.#styles.highlight(0);
      return `<${this.#prefix}c r="${at}"${style === undefined ? "" : ` s="${style}"`}/>`;
    }
    const open = /^<[\w:.-]+((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/.exec(xml);
    const attributes = open?.[1] ?? "";
    const style = this.#styles.highlight(Number(attributeOf(attributes, "s") ?? "0"));
    if (open === null || style === undefined) return xml;
    const plain = attributes.replace(/\s+s\s*=\s*(?:"[^"]*"|'[^']*')/, "");
    return `<${this.#prefix}c${plain} s="${style}"${xml.slice(open[0].length)}`;
  }
}

/** The cells of a row, each with its column and its XML as it came. */
function readCells(inner: string, row: number): readonly PatchedCell[] {
  const cells: PatchedCell[] = [];
  let start: { readonly at: number; readonly column: number } | undefined;
  let column = -1;
  for (const tag of inner.matchAll(TAGS)) {
    const [whole, closing, name, attributes = "", empty] = tag;
    if (name === undefined || name.slice(name.indexOf(":") + 1) !== "c") continue;
    if (closing !== "/") {
      column = columnOf(attributeOf(attributes, "r")) ?? column + 1;
      start = { at: tag.index, column };
    }
    if ((closing === "/" || empty === "/") && start !== undefined) {
      const xml = inner.slice(start.at, tag.index + whole.length);
      cells.push({ column: start.column, xml: / r\s*=/.test(xml.slice(0, xml.indexOf(">"))) ? xml : xml.replace(/^<[\w:.-]+/, (open) => `${open} r="${columnLetters(start?.column ?? 0)}${row}"`) });
      start = undefined;
    }
  }
  return cells;
}

function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match === null ? undefined : (match[1] ?? match[2]);
}

function columnOf(place: string | undefined): number | undefined {
  const letters = place === undefined ? undefined : /^[A-Z]{1,3}/.exec(place)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function groupCells(cells: ReadonlySet<string>): ReadonlyMap<number, ReadonlySet<number>> {
  const byRow = new Map<number, Set<number>>();
  for (const place of cells) {
    const row = Number(place.replace(/^[A-Z]+/, ""));
    const columns = byRow.get(row) ?? new Set();
    columns.add(columnOf(place) ?? 0);
    byRow.set(row, columns);
  }
  return byRow;
}
