// Row group: many codes looked up together, and their organisations written out as bytes. Each step runs over the whole group before the next one
// begins: so the memory that one code lies in is fetched while the others are read, and nothing is made of an organisation but what is written.
import type { CodePacker } from "../../identity/index.ts";
import { makeFileNumber, type LawId } from "../../terms/index.ts";
import { COLD_UNITS, firstRow, mayHold, NONE, SHARE_SHIFT, type Columns } from "./columns.ts";
import { mixedLower, mixedUpper } from "./mixed-key.ts";

/** Codes looked up together at most. */
const GROUP_MAX = 256;
/** Longer names are for others to write. */
const NAME_MAX = 1024;
/** Bytes that a file number and a name take at most. */
export const PUT_MAX = 3 * NAME_MAX + 32;
const [NOT_READ, NARROW] = [NONE, 0x8000];

export class RowGroup {
  readonly #columns: Columns;
  readonly #packer: CodePacker;
  readonly #schemes: (LawId | undefined)[] = new Array<LawId | undefined>(GROUP_MAX).fill(undefined);
  readonly #upper = new Uint32Array(GROUP_MAX);
  readonly #lower = new Uint32Array(GROUP_MAX);
  readonly #rows = new Uint32Array(GROUP_MAX);
  readonly #files = new Uint32Array(GROUP_MAX);
  readonly #names = new Uint32Array(GROUP_MAX);
  readonly #heads = new Uint16Array(GROUP_MAX);

  constructor(columns: Columns, packer: CodePacker) {
    this.#columns = columns;
    this.#packer = packer;
  }

  /** Looks up as many codes as there is room for, as they are written in the register, from one of them on; gives how many. */
  find(codes: readonly string[], from: number): number {
    const count = Math.min(GROUP_MAX, codes.length - from);
    this.#readCodes(codes, from, count);
    this.#findRows(count);
    this.#readAhead(count);
    return count;
  }

  /** The first row of the organisation at a place of the group, and the scheme of its code; NONE: nobody is found this way. */
  row(place: number): number {
    return this.#rows[place] ?? NONE;
  }

  scheme(place: number): LawId | undefined {
    return this.#schemes[place];
  }

  /** The share its rows lie in. */
  share(place: number): number {
    return (this.#upper[place] ?? 0) >>> SHARE_SHIFT;
  }

  #readCodes(codes: readonly string[], from: number, count: number): void {
    const packer = this.#packer;
    for (let place = 0; place < count; place += 1) {
      if (!packer.read(codes[from + place] ?? "")) {
        this.#upper[place] = NOT_READ;
        continue;
      }
      const upper = packer.head * 256 + packer.high;
      this.#schemes[place] = packer.scheme;
      this.#upper[place] = mixedUpper(upper, packer.low);
      this.#lower[place] = mixedLower(upper, packer.low);
    }
  }

  #findRows(count: number): void {
    const columns = this.#columns;
    const [upper, lower, rows] = [this.#upper, this.#lower, this.#rows];
    // Where a share begins is read for each before any row is.
    for (let place = 0; place < count; place += 1) {
      const key = upper[place] ?? NOT_READ;
      rows[place] = key !== NOT_READ && mayHold(columns, key, lower[place] ?? 0) ? (columns.shares[key >>> SHARE_SHIFT] ?? NONE) : NONE;
    }
    for (let place = 0; place < count; place += 1) if (rows[place] !== NONE) rows[place] = firstRow(columns, upper[place] ?? 0, lower[place] ?? 0);
  }

  #readAhead(count: number): void {
    const { cold, names } = this.#columns;
    const [rows, files, nameAt, heads] = [this.#rows, this.#files, this.#names, this.#heads];
    for (let place = 0; place < count; place += 1) {
      const at = (rows[place] ?? NONE) * COLD_UNITS;
      files[place] = cold[at] ?? 0;
      nameAt[place] = cold[at + 1] ?? 0;
    }
    for (let place = 0; place < count; place += 1) heads[place] = names[nameAt[place] ?? 0] ?? 0;
  }

  /** Writes the file number at a place of the group; gives where it ends. */
  putFile(place: number, bytes: Uint8Array, at: number): number {
    return putText(makeFileNumber(this.#files[place] ?? 0), bytes, at);
  }

  /** Writes the name at a place of the group as JSON has it, without its quotes; -1: it is long, or has signs that JSON writes in another way. */
  putName(place: number, bytes: Uint8Array, at: number): number {
    const head = this.#heads[place] ?? 0;
    const from = (this.#names[place] ?? 0) + 1;
    const length = head & 0x7fff;
    if (length > NAME_MAX) return -1;
    return (head & NARROW) !== 0 ? putNarrow(this.#columns.names, from, length, bytes, at) : putWide(this.#columns.names, from, length, bytes, at);
  }
}

const [QUOTE, BACKSLASH, FIRST_PLAIN] = [0x22, 0x5c, 0x20];

function putNarrow(names: Uint16Array, from: number, length: number, bytes: Uint8Array, start: number): number {
  let at = start;
  for (let index = 0; index < length; index += 1) {
    const sign = ((names[from + (index >>> 1)] ?? 0) >>> (8 * (index & 1))) & 0xff;
    if (sign < FIRST_PLAIN || sign === QUOTE || sign === BACKSLASH) return -1;
    if (sign < 0x80) bytes[at++] = sign;
    else {
      bytes[at++] = 0xc0 | (sign >>> 6);
      bytes[at++] = 0x80 | (sign & 0x3f);
    }
  }
  return at;
}

function putWide(names: Uint16Array, from: number, length: number, bytes: Uint8Array, start: number): number {
  let at = start;
  for (let index = from; index < from + length; index += 1) {
    const sign = names[index] ?? 0;
    // Halves of a character are for others to put together.
    if (sign < FIRST_PLAIN || sign === QUOTE || sign === BACKSLASH || (sign >= 0xd800 && sign < 0xe000)) return -1;
    if (sign < 0x80) bytes[at++] = sign;
    else if (sign < 0x800) {
      bytes[at++] = 0xc0 | (sign >>> 6);
      bytes[at++] = 0x80 | (sign & 0x3f);
    } else {
      bytes[at++] = 0xe0 | (sign >>> 12);
      bytes[at++] = 0x80 | ((sign >>> 6) & 0x3f);
      bytes[at++] = 0x80 | (sign & 0x3f);
    }
  }
  return at;
}

/** Writes text of which every character is one byte; gives where it ends. */
export function putText(text: string, bytes: Uint8Array, at: number): number {
  for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index);
  return at + text.length;
}
