// Columns: the packed table of the index. One row a listing (or what else stands for an organisation), the rows of an organisation side by
// side in the order of their mixed keys; a directory of equal shares leads to them, a filter in front turns most strangers away. Made by
// columns-builder.ts or read from a snapshot; never changed, so that threads may share it.
import type { LawId, PlainDate } from "../../terms/index.ts";
import type { Heads } from "../../identity/index.ts";
import type { RowClass } from "./row-class.ts";
import { SHARE_BITS, UPPER_BITS } from "./mixed-key.ts";

/**
 * Hot, five units of 16 bits a row: 32 bits of the key; 8 bits of the class and 8 of the key; 4 bits of the class, 14 of the first day and 14 of
 * the length of the term. The upper 20 bits of the key are the row's share. Cold, five units of 32 bits a row, read once something was found:
 * the organisation's file number and where its name begins; the number in the listing's id (72 bits) and the day of decision (16). What is read
 * together lies together: each is a cache line or two.
 */
export interface Columns {
  readonly shares: Uint32Array;
  readonly hot: Uint16Array;
  readonly cold: Uint32Array;
  /** Blocks of 64 bits as pairs of 32. */
  readonly filter: Uint32Array;
  /** Names, each after its length: one unit a character, or two characters a unit where all are narrow. */
  readonly names: Uint16Array;
  /** The first row of the organisation a file belongs to, by the number of its file number. */
  readonly rowOfFile: Uint32Array;
}

export const HOT_UNITS = 5;
export const COLD_UNITS = 5;

/** What does not fit into columns, or is little. */
export interface ColumnFacts {
  readonly classes: readonly RowClass[];
  /** The heads of packed codes, as CodePacker keeps them. */
  readonly heads: Heads;
  /** Codes that do not pack, or are not the one the rows lie under: scheme, value, first row; NONE where several organisations have it. */
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

/** The first row of a key, or NONE. */
export function firstRow({ shares, hot }: Columns, upper: number, lower: number): number {
  const share = upper >>> SHARE_SHIFT;
  const low = lower & 0xffff;
  const high = lower >>> 16;
  const middle = upper & 0xff;
  const end = shares[share + 1] ?? 0;
  for (let row = shares[share] ?? 0; row < end; row += 1) {
    const at = row * HOT_UNITS;
    if (hot[at] === low && hot[at + 1] === high && ((hot[at + 2] ?? 0) & 0xff) === middle) return row;
  }
  return NONE;
}

/** The row after the last one of the organisation that begins at this row. */
export function endOfRows(columns: Columns, row: number, share: number): number {
  const end = columns.shares[share + 1] ?? 0;
  let next = row + 1;
  while (next < end && isSameKey(columns, next, row)) next += 1;
  return next;
}

/** Whether two rows of one share have the same key. */
export function isSameKey({ hot }: Columns, a: number, b: number): boolean {
  const first = a * HOT_UNITS;
  const second = b * HOT_UNITS;
  return hot[first] === hot[second] && hot[first + 1] === hot[second + 1] && (((hot[first + 2] ?? 0) ^ (hot[second + 2] ?? 0)) & 0xff) === 0;
}

export function rowCount({ hot }: Columns): number {
  return hot.length / HOT_UNITS;
}

/** The parts of a row's key that stand in it: the 8 bits below its share, and the lower 32. */
export function keyOfRow({ hot }: Columns, row: number): { readonly middle: number; readonly lower: number } {
  const at = row * HOT_UNITS;
  return { middle: (hot[at + 2] ?? 0) & 0xff, lower: (((hot[at + 1] ?? 0) << 16) | (hot[at] ?? 0)) >>> 0 };
}

/** The share a row lies in. */
export function shareOfRow({ shares }: Columns, row: number): number {
  let low = 0;
  let high = SHARES;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((shares[middle] ?? 0) <= row) low = middle;
    else high = middle;
  }
  return low;
}

export function classOfRow({ hot }: Columns, row: number): number {
  const at = row * HOT_UNITS;
  return (((hot[at + 2] ?? 0) >>> 8) << 4) | ((hot[at + 4] ?? 0) >>> 12);
}

/** The first day and the length of the term: fourteen bits each. */
export function spanOfRow({ hot }: Columns, row: number): number {
  const at = row * HOT_UNITS;
  return (((hot[at + 4] ?? 0) & 0xfff) << 16) | (hot[at + 3] ?? 0);
}

export function fileOfRow({ cold }: Columns, row: number): number {
  return cold[row * COLD_UNITS] ?? 0;
}

export function decidedOfRow({ cold }: Columns, row: number): number {
  return (cold[row * COLD_UNITS + 4] ?? 0) & 0xffff;
}

/** Whether a key may be there: two blocks of five bits of one word pair. One cache line is touched. */
export function mayHold({ filter }: Columns, upper: number, low: number): boolean {
  const block = blockOf(filter, low);
  const first = bitsOf(upper ^ (low >>> 7));
  const second = bitsOf((upper >>> 9) ^ Math.imul(low, 0x85ebca6b));
  return ((filter[block * 2] ?? 0) & first) === first && ((filter[block * 2 + 1] ?? 0) & second) === second;
}

export function addToFilter(filter: Uint32Array, upper: number, low: number): void {
  const block = blockOf(filter, low);
  filter[block * 2] = (filter[block * 2] ?? 0) | bitsOf(upper ^ (low >>> 7));
  filter[block * 2 + 1] = (filter[block * 2 + 1] ?? 0) | bitsOf((upper >>> 9) ^ Math.imul(low, 0x85ebca6b));
}

/** An even share of the blocks, by multiplying: dividing takes longer than all the rest. */
function blockOf(filter: Uint32Array, low: number): number {
  return Math.floor((Math.imul(low, 0x9e3779b1) >>> 0) * ((filter.length >>> 1) / 2 ** 32));
}

/** Two bits of a word. */
function bitsOf(value: number): number {
  return ((1 << (value & 31)) | (1 << ((value >>> 5) & 31))) | 0;
}

export function nameOfRow({ names, cold }: Columns, row: number): string {
  const at = cold[row * COLD_UNITS + 1] ?? 0;
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
export function listingOfRow({ cold }: Columns, row: number): string {
  const at = row * COLD_UNITS;
  const first = cold[at + 2] ?? 0;
  const second = cold[at + 3] ?? 0;
  const third = (cold[at + 4] ?? 0) >>> 24;
  return String.fromCharCode(
    0x6c, digit(first >>> 28), digit(first >>> 24), digit(first >>> 20), digit(first >>> 16), digit(first >>> 12), digit(first >>> 8), digit(first >>> 4), digit(first),
    digit(second >>> 28), digit(second >>> 24), digit(second >>> 20), digit(second >>> 16), digit(second >>> 12), digit(second >>> 8), digit(second >>> 4), digit(second), digit(third >>> 4), digit(third),
  );
}

/** The character of the lowest four bits in base 16. */
function digit(value: number): number {
  const nibble = value & 15;
  return nibble < 10 ? 48 + nibble : 87 + nibble;
}
