// Name table: the names of a search index in columns, in the order in which hits of one rank are shown: main names first, then the
// shorter, then by file number. Numbers only; a name costs its letters and twelve bytes.
import { makeFileNumber, type FileNumber } from "../../terms/index.ts";
import { levelName } from "../level-name.ts";
import { beginningsOf, mark, marked, textAt, type Lettering, type Place } from "./lettering.ts";

/** A name as somebody gave it to an organisation. */
export interface NameGiven {
  readonly file: FileNumber;
  readonly text: string;
  readonly main: boolean;
  /** What it was handed in with, and is taken back with. */
  readonly batch: string | null;
}

/** Names in columns; row by row. */
export interface NameTable {
  readonly letters: Lettering;
  /** Where each name begins in the lettering; one more than there are names. */
  readonly offsets: Uint32Array;
  readonly files: Uint32Array;
  /** Numbers of batches, 0 for none. */
  readonly batches: Uint32Array;
  /** The first so many are main names. */
  readonly mains: number;
  readonly size: number;
}

export function placeOf({ offsets }: NameTable, row: number): Place {
  return { from: offsets[row] ?? 0, to: offsets[row + 1] ?? 0 };
}

export function nameAt(table: NameTable, row: number): string {
  return textAt(table.letters.units, placeOf(table, row));
}

export function fileAt({ files }: NameTable, row: number): FileNumber {
  return makeFileNumber(files[row] ?? 0);
}

/** The number a file number is made of. */
export function sequenceOf(file: FileNumber): number {
  return Number(file.slice(1, -1));
}

/** Gathers names, then puts them in order. Columns grow by half, so that a million names are never held twice. */
export class TableBuilder {
  #units = new Uint16Array(1024);
  #marks = new Uint32Array(64);
  #offsets = new Uint32Array(64);
  #files = new Uint32Array(64);
  #batches = new Uint32Array(64);
  #mains = new Uint8Array(64);
  #size = 0;
  #end = 0;

  get size(): number {
    return this.#size;
  }

  /** A name of nothing but punctuation is not kept: nothing can find it. */
  add(name: NameGiven, batch: number): void {
    const levelled = levelName(name.text);
    if (levelled === "") return;
    this.#makeRoom(levelled.length);
    for (const at of beginningsOf(name.text, levelled)) mark(this.#marks, this.#end + at);
    for (let at = 0; at < levelled.length; at += 1) this.#units[this.#end + at] = levelled.charCodeAt(at);
    this.#close(levelled.length, sequenceOf(name.file), batch, name.main);
  }

  /** The rows of another table, but for those left out. */
  addAll(table: NameTable, leftOut: (row: number) => boolean): void {
    for (let row = 0; row < table.size; row += 1) {
      if (leftOut(row)) continue;
      const { from, to } = placeOf(table, row);
      this.#makeRoom(to - from);
      for (let at = from; at < to; at += 1) {
        this.#units[this.#end + at - from] = table.letters.units[at] ?? 0;
        if (marked(table.letters.marks, at)) mark(this.#marks, this.#end + at - from);
      }
      this.#close(to - from, table.files[row] ?? 0, table.batches[row] ?? 0, row < table.mains);
    }
  }

  #close(length: number, file: number, batch: number, main: boolean): void {
    this.#files[this.#size] = file;
    this.#batches[this.#size] = batch;
    this.#mains[this.#size] = main ? 1 : 0;
    this.#size += 1;
    this.#end += length;
    this.#offsets[this.#size] = this.#end;
  }

  #makeRoom(length: number): void {
    if (this.#end + length > this.#units.length) this.#units = grown(this.#units, this.#end + length);
    if (((this.#end + length) >>> 5) + 1 > this.#marks.length) this.#marks = grown(this.#marks, ((this.#end + length) >>> 5) + 1);
    if (this.#size + 2 <= this.#files.length) return;
    this.#offsets = grown(this.#offsets, this.#size + 2);
    this.#files = grown(this.#files, this.#size + 2);
    this.#batches = grown(this.#batches, this.#size + 2);
    this.#mains = grown(this.#mains, this.#size + 2);
  }

  /** The table in its order, with its rows in the order of their text beside it. The builder is used up. */
  finish(): { readonly table: NameTable; readonly byText: Uint32Array } {
    const [size, offsets, mains, files] = [this.#size, this.#offsets, this.#mains, this.#files];
    const byText = sortedByText(this.#units, offsets, size);
    const length = (row: number): number => (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
    let order = byText;
    order = sortedBy(order, (row) => (files[row] ?? 0) & 0xffff, 0x10000);
    order = sortedBy(order, (row) => (files[row] ?? 0) >>> 16, 0x10000);
    order = sortedBy(order, (row) => Math.min(length(row), 0xffff), 0x10000);
    order = sortedBy(order, (row) => 1 - (mains[row] ?? 0), 2);
    const placed = new Uint32Array(size);
    order.forEach((row, place) => (placed[row] = place));
    return { table: this.#inOrder(order), byText: byText.map((row) => placed[row] ?? 0) };
  }

  #inOrder(order: Uint32Array): NameTable {
    const size = this.#size;
    const units = new Uint16Array(this.#end);
    const marks = new Uint32Array((this.#end >>> 5) + 1);
    const offsets = new Uint32Array(size + 1);
    let end = 0;
    order.forEach((row, place) => {
      const [from, to] = [this.#offsets[row] ?? 0, this.#offsets[row + 1] ?? 0];
      units.set(this.#units.subarray(from, to), end);
      for (let at = from; at < to; at += 1) if (marked(this.#marks, at)) mark(marks, end + at - from);
      end += to - from;
      offsets[place + 1] = end;
    });
    return { letters: { units, marks }, offsets, size, files: order.map((row) => this.#files[row] ?? 0), batches: order.map((row) => this.#batches[row] ?? 0), mains: order.reduce((sum, row) => sum + (this.#mains[row] ?? 0), 0) };
  }
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(column: T, least: number): T;
function grown(column: Uint8Array | Uint16Array | Uint32Array, least: number): Uint8Array | Uint16Array | Uint32Array {
  const length = Math.max(least, Math.ceil(column.length * 1.5));
  const larger = column instanceof Uint8Array ? new Uint8Array(length) : column instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length);
  larger.set(column);
  return larger;
}

/** Rows in the order of a small number, those of the same number as they were. */
function sortedBy(rows: Uint32Array, keyOf: (row: number) => number, keys: number): Uint32Array {
  if (rows.length * 16 < keys) return rows.toSorted((a, b) => keyOf(a) - keyOf(b));
  const ends = new Uint32Array(keys + 1);
  for (const row of rows) ends[keyOf(row) + 1] = (ends[keyOf(row) + 1] ?? 0) + 1;
  for (let key = 1; key <= keys; key += 1) ends[key] = (ends[key] ?? 0) + (ends[key - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const place = ends[key] ?? 0;
    sorted[place] = row;
    ends[key] = place + 1;
  }
  return sorted;
}

/** By the first units, cheaply, then by all of them among those that begin alike. */
function sortedByText(units: Uint16Array, offsets: Uint32Array, size: number): Uint32Array {
  const PREFIX = 6;
  let rows = Uint32Array.from({ length: size }, (_, row) => row);
  const unitOf = (row: number, at: number): number => {
    const place = (offsets[row] ?? 0) + at;
    return place < (offsets[row + 1] ?? 0) ? (units[place] ?? 0) : 0;
  };
  if (size > 4096) for (let at = PREFIX - 1; at >= 0; at -= 1) rows = Uint32Array.from(sortedBy(rows, (row) => unitOf(row, at), 0x10000));
  const compare = (a: number, b: number): number => {
    for (let at = 0; ; at += 1) {
      const [left, right] = [unitOf(a, at), unitOf(b, at)];
      if (left !== right) return left - right;
      if (left === 0) return a - b;
    }
  };
  if (size <= 4096) return rows.sort(compare);
  for (let from = 0, to = 1; from < size; from = to, to += 1) {
    const first = rows[from] ?? 0;
    while (to < size && beginsAlike(unitOf, first, rows[to] ?? 0, PREFIX)) to += 1;
    if (to - from > 1) rows.subarray(from, to).sort(compare);
  }
  return rows;
}

function beginsAlike(unitOf: (row: number, at: number) => number, a: number, b: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (unitOf(a, at) !== unitOf(b, at)) return false;
  return true;
}
