// Columns: the packed table of the index. One row a listing (or what else stands for an organisation), the rows of an organisation side by
// side in the order of their mixed keys; a directory of equal shares leads to them, a filter in front turns most strangers away. Made by
// columns-builder.ts or read from a snapshot; never changed, so that threads may share it.
import type { LawId, PlainDate } from "../../terms/index.ts";
import type { RowClass } from "./row-class.ts";
import { SHARE_BITS, UPPER_BITS } from "./mixed-key.ts";

/**
 * Hot, 10 bytes a row: `lower` (32 bits of the key), `rest` (8 bits of the class, 8 of the key), `term` (4 bits of the class, 14 of the first
 * day, 14 of the length of the term). The upper 20 bits of the key are the row's share. Cold: what an answer that found something needs.
 */
export interface Columns {
  readonly shares: Uint32Array;
  readonly lower: Uint32Array;
  readonly rest: Uint16Array;
  readonly term: Uint32Array;
  /** Blocks of 64 bits as pairs of 32. */
  readonly filter: Uint32Array;
  readonly decided: Uint16Array;
  /** Nine bytes a row: the number in the listing's id. */
  readonly listing: Uint8Array;
  /** The number of the organisation's file number. */
  readonly file: Uint32Array;
  /** Where the organisation's name begins in `names`. */
  readonly nameAt: Uint32Array;
  /** Names, each after its length: one unit a character, or two characters a unit where all are narrow. */
  readonly names: Uint16Array;
  /** The first row of the organisation a file belongs to, by the number of its file number. */
  readonly rowOfFile: Uint32Array;
}

/** What does not fit into columns, or is little. */
export interface ColumnFacts {
  readonly classes: readonly RowClass[];
  /** The heads of packed codes, as CodePacker keeps them. */
  readonly heads: readonly (readonly [LawId, string])[];
  /** Codes that do not pack, or are not the one the rows lie under: scheme, value, first row. */
  readonly otherCodes: readonly (readonly [LawId, string, number])[];
  /** Organisations with another number of codes than one: their first row and all codes in order. */
  readonly codesOf: readonly (readonly [number, readonly { readonly scheme: LawId; readonly value: string }[]])[];
  /** Listings whose ids do not fit into nine bytes. */
  readonly oddListings: readonly (readonly [number, string])[];
  /** From this day on the rows say what was reported; undefined: no edition is among them. */
  readonly since?: PlainDate;
}

/** No row. */
export const NONE = 0xffffffff;
/** Classes that 12 bits tell apart; more are answered by the twin. */
export const CLASSES_MAX = 2 ** 12;
/** Class 0 is always the opaque one, class 1 the bare one. */
export const [OPAQUE, BARE] = [0, 1];
export const SHARES = 2 ** SHARE_BITS;
/** The share is the upper bits of the key's upper half; the eight below it stand in the row. */
export const SHARE_SHIFT = UPPER_BITS - SHARE_BITS;

const HEX = Uint8Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));

/** The first row of a key, or NONE. */
export function firstRow({ shares, lower, rest }: Columns, upper: number, low: number): number {
  const share = upper >>> SHARE_SHIFT;
  const middle = upper & 0xff;
  const end = shares[share + 1] ?? 0;
  for (let row = shares[share] ?? 0; row < end; row += 1) if (lower[row] === low && ((rest[row] ?? 0) & 0xff) === middle) return row;
  return NONE;
}

/** The row after the last one of the organisation that begins at this row. */
export function endOfRows({ shares, lower, rest }: Columns, row: number, share: number): number {
  const end = shares[share + 1] ?? 0;
  const [low, middle] = [lower[row], (rest[row] ?? 0) & 0xff];
  let next = row + 1;
  while (next < end && lower[next] === low && ((rest[next] ?? 0) & 0xff) === middle) next += 1;
  return next;
}

/** The share a row lies in. */
export function shareOfRow({ shares }: Columns, row: number): number {
  let [low, high] = [0, SHARES];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((shares[middle] ?? 0) <= row) low = middle;
    else high = middle;
  }
  return low;
}

export function classOfRow({ rest, term }: Columns, row: number): number {
  return (((rest[row] ?? 0) >>> 8) << 4) | ((term[row] ?? 0) >>> 28);
}

export function fromOfRow({ term }: Columns, row: number): number {
  return ((term[row] ?? 0) >>> 14) & 0x3fff;
}

export function lengthOfRow({ term }: Columns, row: number): number {
  return (term[row] ?? 0) & 0x3fff;
}

/** Whether a key may be there: two blocks of five bits of one word pair. One cache line is touched. */
export function mayHold({ filter }: Columns, upper: number, low: number): boolean {
  const block = (Math.imul(low, 0x9e3779b1) >>> 0) % (filter.length >>> 1);
  const [first, second] = [bitsOf(upper ^ (low >>> 7)), bitsOf((upper >>> 9) ^ Math.imul(low, 0x85ebca6b))];
  return ((filter[block * 2] ?? 0) & first) === first && ((filter[block * 2 + 1] ?? 0) & second) === second;
}

export function addToFilter(filter: Uint32Array, upper: number, low: number): void {
  const block = (Math.imul(low, 0x9e3779b1) >>> 0) % (filter.length >>> 1);
  filter[block * 2] = (filter[block * 2] ?? 0) | bitsOf(upper ^ (low >>> 7));
  filter[block * 2 + 1] = (filter[block * 2 + 1] ?? 0) | bitsOf((upper >>> 9) ^ Math.imul(low, 0x85ebca6b));
}

/** Two bits of a word. */
function bitsOf(value: number): number {
  return ((1 << (value & 31)) | (1 << ((value >>> 5) & 31))) | 0;
}

export function nameOfRow({ names, nameAt }: Columns, row: number): string {
  const at = nameAt[row] ?? 0;
  const head = names[at] ?? 0;
  const length = head & 0x7fff;
  if ((head & 0x8000) !== 0) return narrowName(names, at + 1, length);
  switch (length) {
    // Most names by one call with numbers: an array in between would cost as much again.
    case 8: return String.fromCharCode(names[at + 1] ?? 0, names[at + 2] ?? 0, names[at + 3] ?? 0, names[at + 4] ?? 0, names[at + 5] ?? 0, names[at + 6] ?? 0, names[at + 7] ?? 0, names[at + 8] ?? 0);
    case 9: return String.fromCharCode(names[at + 1] ?? 0, names[at + 2] ?? 0, names[at + 3] ?? 0, names[at + 4] ?? 0, names[at + 5] ?? 0, names[at + 6] ?? 0, names[at + 7] ?? 0, names[at + 8] ?? 0, names[at + 9] ?? 0);
    case 10: return String.fromCharCode(names[at + 1] ?? 0, names[at + 2] ?? 0, names[at + 3] ?? 0, names[at + 4] ?? 0, names[at + 5] ?? 0, names[at + 6] ?? 0, names[at + 7] ?? 0, names[at + 8] ?? 0, names[at + 9] ?? 0, names[at + 10] ?? 0);
    case 11: return String.fromCharCode(names[at + 1] ?? 0, names[at + 2] ?? 0, names[at + 3] ?? 0, names[at + 4] ?? 0, names[at + 5] ?? 0, names[at + 6] ?? 0, names[at + 7] ?? 0, names[at + 8] ?? 0, names[at + 9] ?? 0, names[at + 10] ?? 0, names[at + 11] ?? 0);
    case 12: return String.fromCharCode(names[at + 1] ?? 0, names[at + 2] ?? 0, names[at + 3] ?? 0, names[at + 4] ?? 0, names[at + 5] ?? 0, names[at + 6] ?? 0, names[at + 7] ?? 0, names[at + 8] ?? 0, names[at + 9] ?? 0, names[at + 10] ?? 0, names[at + 11] ?? 0, names[at + 12] ?? 0);
    case 13: return String.fromCharCode(names[at + 1] ?? 0, names[at + 2] ?? 0, names[at + 3] ?? 0, names[at + 4] ?? 0, names[at + 5] ?? 0, names[at + 6] ?? 0, names[at + 7] ?? 0, names[at + 8] ?? 0, names[at + 9] ?? 0, names[at + 10] ?? 0, names[at + 11] ?? 0, names[at + 12] ?? 0, names[at + 13] ?? 0);
    case 14: return String.fromCharCode(names[at + 1] ?? 0, names[at + 2] ?? 0, names[at + 3] ?? 0, names[at + 4] ?? 0, names[at + 5] ?? 0, names[at + 6] ?? 0, names[at + 7] ?? 0, names[at + 8] ?? 0, names[at + 9] ?? 0, names[at + 10] ?? 0, names[at + 11] ?? 0, names[at + 12] ?? 0, names[at + 13] ?? 0, names[at + 14] ?? 0);
    default: return String.fromCharCode(...names.subarray(at + 1, at + 1 + length));
  }
}

function narrowName(names: Uint16Array, at: number, length: number): string {
  const characters: number[] = [];
  for (let index = 0; index < length; index += 1) characters.push(((names[at + (index >>> 1)] ?? 0) >>> (8 * (index & 1))) & 0xff);
  return String.fromCharCode(...characters);
}

/** The id of a row's listing: `l` and eighteen digits of base 16. */
export function listingOfRow({ listing }: Columns, row: number): string {
  const at = row * 9;
  const [a, b, c, d, e, f, g, h, i] = [(listing[at] ?? 0), listing[at + 1] ?? 0, listing[at + 2] ?? 0, listing[at + 3] ?? 0, listing[at + 4] ?? 0, listing[at + 5] ?? 0, listing[at + 6] ?? 0, listing[at + 7] ?? 0, (listing[at + 8] ?? 0)];
  return String.fromCharCode(0x6c, HEX[a >>> 4] ?? 0, HEX[a & 15] ?? 0, HEX[b >>> 4] ?? 0, HEX[b & 15] ?? 0, HEX[c >>> 4] ?? 0, HEX[c & 15] ?? 0, HEX[d >>> 4] ?? 0, HEX[d & 15] ?? 0, HEX[e >>> 4] ?? 0, HEX[e & 15] ?? 0, HEX[f >>> 4] ?? 0, HEX[f & 15] ?? 0, HEX[g >>> 4] ?? 0, HEX[g & 15] ?? 0, HEX[h >>> 4] ?? 0, HEX[h & 15] ?? 0, HEX[i >>> 4] ?? 0, HEX[i & 15] ?? 0);
}
