// Grams: two neighbouring characters of a name, or three where the first two are Latin letters or digits, of which there are few.
// Each leads to the names that hold it, and to those that begin with it.
import { isPlain, type Place } from "./lettering.ts";
import type { NameTable } from "./name-table.ts";
import { NO_ROWS, PostingsBuilder, type Cursor, type Postings } from "./postings.ts";

export interface Grams {
  /** Sorted. The number of a gram is its place here. */
  readonly keys: Float64Array;
  readonly postings: Postings;
  /** Where in the order of text the names begin that begin with each gram; one more than there are grams. */
  readonly starts: Uint32Array;
}

/** The end of a name, as a neighbour. */
export const NAME_END = 0;

function keyOf(first: number, second: number, third: number): number {
  return (first * 65536 + second) * 65536 + third;
}

/** The first and second character of a gram. */
export function neighboursOf(key: number): readonly [number, number] {
  const both = Math.floor(key / 65536);
  return [Math.floor(both / 65536), both % 65536];
}

export function buildGrams(table: NameTable, byText: Uint32Array): Grams {
  const { ids, keys } = numbered(table);
  const builder = new PostingsBuilder(table.size, keys.length);
  const hand = (take: (gram: number, row: number) => void): void => {
    for (let row = 0; row < table.size; row += 1) {
      const to = table.offsets[row + 1] ?? 0;
      for (let at = table.offsets[row] ?? 0; at < to; at += 1) take(ids[at] ?? 0, row);
    }
  };
  hand((gram, row) => builder.count(gram, row));
  const postings = builder.finish(hand);
  const starts = new Uint32Array(keys.length + 1);
  let gram = 0;
  byText.forEach((row, place) => {
    const first = ids[table.offsets[row] ?? 0] ?? 0;
    while (gram <= first) starts[gram++] = place;
  });
  starts.fill(byText.length, gram);
  return { keys, postings, starts };
}

/** The gram at every place of the lettering. A hash table of its own: a Map of thirteen million look-ups takes seconds. */
function numbered({ letters: { units }, offsets, size }: NameTable): { readonly ids: Uint32Array; readonly keys: Float64Array } {
  const ids = new Uint32Array(units.length);
  const known = new GramNumbers();
  for (let row = 0; row < size; row += 1) {
    const to = offsets[row + 1] ?? 0;
    for (let at = offsets[row] ?? 0; at < to; at += 1) {
      const first = units[at] ?? 0;
      const second = at + 1 < to ? (units[at + 1] ?? 0) : NAME_END;
      ids[at] = known.numberOf(((first << 16) | second) >>> 0, isPlain(first) && isPlain(second) && at + 2 < to ? (units[at + 2] ?? 0) : NAME_END);
    }
  }
  const unsorted = known.keys();
  const keys = unsorted.toSorted();
  const places = Uint32Array.from(unsorted, (key) => firstFrom(keys, key));
  return { keys, ids: ids.map((id) => places[id] ?? 0) };
}

/** Numbers grams as they come, from 0. */
class GramNumbers {
  #both = new Uint32Array(4096);
  #thirds = new Uint16Array(4096);
  #count = 0;
  /** Number plus one; 0 is free. At most half are taken. */
  #slots = new Uint32Array(16_384);

  numberOf(both: number, third: number): number {
    const slot = this.#slotOf(both, third);
    const found = this.#slots[slot] ?? 0;
    if (found !== 0) return found - 1;
    if (this.#count === this.#both.length) this.#enlarge();
    this.#both[this.#count] = both;
    this.#thirds[this.#count] = third;
    this.#count += 1;
    this.#slots[slot] = this.#count;
    if (this.#count * 2 > this.#slots.length) this.#spread();
    return this.#count - 1;
  }

  #slotOf(both: number, third: number): number {
    const mask = this.#slots.length - 1;
    let slot = Math.imul(both ^ Math.imul(third, 0x9e3779b1), 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & mask;
    for (let number = this.#slots[slot] ?? 0; number !== 0; number = this.#slots[slot] ?? 0) {
      if (this.#both[number - 1] === both && this.#thirds[number - 1] === third) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #enlarge(): void {
    const [both, thirds] = [this.#both, this.#thirds];
    this.#both = new Uint32Array(both.length * 2);
    this.#thirds = new Uint16Array(thirds.length * 2);
    this.#both.set(both);
    this.#thirds.set(thirds);
  }

  #spread(): void {
    this.#slots = new Uint32Array(this.#slots.length * 4);
    for (let number = 0; number < this.#count; number += 1) this.#slots[this.#slotOf(this.#both[number] ?? 0, this.#thirds[number] ?? 0)] = number + 1;
  }

  keys(): Float64Array {
    return Float64Array.from({ length: this.#count }, (_, number) => (this.#both[number] ?? 0) * 65536 + (this.#thirds[number] ?? 0));
  }
}

/** Names that may hold the text: those that hold its grams, all or the rarest of them. Whoever asks looks at the names. */
export function holding(grams: Grams, text: string): Cursor {
  const lists = gramsOf(grams, text);
  if (lists === undefined) return NO_ROWS;
  if (lists.length > 0) return grams.postings.shared(lists);
  const [from, to] = beginningWith(grams, text);
  return grams.postings.union(Uint32Array.from({ length: to - from }, (_, index) => from + index));
}

/** About how many names may hold the text. */
export function countHolding(grams: Grams, text: string): number {
  const lists = gramsOf(grams, text);
  if (lists === undefined) return 0;
  if (lists.length > 0) return lists.reduce((least, list) => Math.min(least, grams.postings.count(list)), Number.MAX_SAFE_INTEGER);
  const [from, to] = beginningWith(grams, text);
  let sum = 0;
  for (let gram = from; gram < to; gram += 1) sum += grams.postings.count(gram);
  return sum;
}

/** Looking a gram up costs as much as looking at some names. */
const GRAMS_MAX = 8;

/** Numbers of grams that lie wholly in the text, of a long one some; undefined where no name has one of them. */
function gramsOf({ keys }: Grams, text: string): readonly number[] | undefined {
  const lists: number[] = [];
  const pace = Math.max(1, Math.floor(text.length / GRAMS_MAX));
  for (let at = 0; at + 1 < text.length; at += pace) {
    const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    const three = isPlain(first) && isPlain(second);
    if (three && at + 2 >= text.length) continue;
    const key = keyOf(first, second, three ? text.charCodeAt(at + 2) : NAME_END);
    const gram = firstFrom(keys, key);
    if (keys[gram] !== key) return undefined;
    lists.push(gram);
  }
  return lists;
}

/** Grams that begin with one or two characters. */
export function beginningWith({ keys }: Grams, text: string): readonly [number, number] {
  const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
  return text.length === 1 ? [firstFrom(keys, keyOf(first, 0, 0)), firstFrom(keys, keyOf(first + 1, 0, 0))] : [firstFrom(keys, keyOf(first, second, 0)), firstFrom(keys, keyOf(first, second + 1, 0))];
}

function firstFrom(keys: Float64Array, key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where in the order of text the names that begin with the text are. */
export function rangeOf({ letters: { units }, offsets }: NameTable, byText: Uint32Array, text: string): Place {
  const first = (isBefore: (order: number) => boolean): number => {
    let [low, high] = [0, byText.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = byText[middle] ?? 0;
      if (isBefore(compareBeginning(units, { from: offsets[row] ?? 0, to: offsets[row + 1] ?? 0 }, text))) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { from: first((order) => order < 0), to: first((order) => order <= 0) };
}

function compareBeginning(units: Uint16Array, { from, to }: Place, text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    if (from + index >= to) return -1;
    const difference = (units[from + index] ?? 0) - text.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return 0;
}
