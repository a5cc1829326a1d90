// Postings: for each of many keys the rows that have it, in their order. Few rows are kept as the gaps between them, a byte or two each;
// many as one bit for every row of the table. Read by cursors, which stop as soon as enough was found.

/** What a list leads to, row by row; -1 at its end. */
export interface Cursor {
  /** The next row. */
  next(): number;
  /** The next row that is `row` or lies behind it. */
  seek(row: number): number;
}

/** Rows behind which a list is one bit a row: the bits cost less then, and can be jumped in. */
const DENSE_SHARE = 10;
/** So many lists beside the shortest are read with it; of those kept as gaps only the next, unless it is so many times as long. */
const [SHARED_MAX, SHARED_GROWTH] = [3, 24] as const;
/** So many rows are sorted faster than painted. */
const FEW = 512;

interface DenseList {
  readonly count: number;
  readonly bits: Uint32Array;
}

export class Postings {
  readonly #rows: number;
  readonly #bytes: Uint8Array;
  readonly #ends: Uint32Array;
  readonly #dense: ReadonlyMap<number, DenseList>;

  constructor(rows: number, bytes: Uint8Array, ends: Uint32Array, dense: ReadonlyMap<number, DenseList>) {
    this.#rows = rows;
    this.#bytes = bytes;
    this.#ends = ends;
    this.#dense = dense;
  }

  /** How many rows a list has at most: a short one is counted by its bytes. */
  count(list: number): number {
    return this.#dense.get(list)?.count ?? (this.#ends[list + 1] ?? 0) - (this.#ends[list] ?? 0);
  }

  /** Bytes of all lists. */
  bytes(): number {
    return this.#bytes.byteLength + this.#ends.byteLength + [...this.#dense.values()].reduce((sum, { bits }) => sum + bits.byteLength, 0);
  }

  /** How many rows the lists have together at most. */
  countAll(lists: Uint32Array): number {
    return lists.reduce((sum, list) => sum + this.count(list), 0);
  }

  /** The rows of a list. */
  cursor(list: number): Cursor {
    const bits = this.#dense.get(list)?.bits;
    if (bits !== undefined) return new BitCursor(bits);
    return new GapCursor(this.#bytes, this.#ends[list] ?? 0, this.#ends[list + 1] ?? 0);
  }

  /** Rows that are in any of the lists, each once, in order. */
  union(lists: readonly number[] | Uint32Array): Cursor {
    if (lists.length === 0) return NO_ROWS;
    const [only = 0] = lists;
    if (lists.length === 1) return this.cursor(only);
    let total = 0;
    for (const list of lists) total += this.count(list);
    return total < FEW ? this.#gathered(lists, total) : this.#painted(lists);
  }

  #gathered(lists: Iterable<number>, total: number): Cursor {
    const rows = new Uint32Array(total);
    let size = 0;
    for (const list of lists) {
      const cursor = this.cursor(list);
      for (let row = cursor.next(); row >= 0; row = cursor.next()) rows[size++] = row;
    }
    return inOrder(rows.subarray(0, size), this.#rows);
  }

  #painted(lists: Iterable<number>): Cursor {
    const painted = new Uint32Array((this.#rows >>> 5) + 1);
    for (const list of lists) {
      const bits = this.#dense.get(list)?.bits;
      if (bits !== undefined) {
        for (let word = 0; word < bits.length; word += 1) painted[word] = (painted[word] ?? 0) | (bits[word] ?? 0);
        continue;
      }
      const cursor = this.cursor(list);
      for (let row = cursor.next(); row >= 0; row = cursor.next()) painted[row >>> 5] = (painted[row >>> 5] ?? 0) | (1 << (row & 31));
    }
    return new BitCursor(painted);
  }

  /** Rows that are in all of the lists, the shortest leading. Lists much longer than it, or too many, are left to whoever looks at the row. */
  shared(lists: readonly number[]): Cursor {
    const rarest = lists.toSorted((a, b) => this.count(a) - this.count(b));
    const [first] = rarest;
    if (first === undefined) return NO_ROWS;
    const others = rarest.slice(1, 1 + SHARED_MAX).filter((list, index) => list !== first && (this.#dense.has(list) || (index === 0 && this.count(list) < SHARED_GROWTH * this.count(first))));
    return others.length === 0 ? this.cursor(first) : new SharedCursor([this.cursor(first), ...others.map((list) => this.cursor(list))]);
  }
}

/** Rows of a table of `size` in their order, each once. */
export function inOrder(rows: Uint32Array, size: number): Cursor {
  if (rows.length < FEW) return new RowCursor(rows.sort());
  const painted = new Uint32Array((size >>> 5) + 1);
  for (const row of rows) painted[row >>> 5] = (painted[row >>> 5] ?? 0) | (1 << (row & 31));
  return new BitCursor(painted);
}

export const NO_ROWS: Cursor = { next: () => -1, seek: () => -1 };

/** Rows written as the gaps between them, seven bits a byte. */
class GapCursor implements Cursor {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at: number;
  #row = -1;

  constructor(bytes: Uint8Array, from: number, to: number) {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
  }

  next(): number {
    if (this.#at >= this.#end) return -1;
    let byte = this.#bytes[this.#at++] ?? 0;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.#bytes[this.#at++] ?? 0;
      gap |= (byte & 127) << shift;
    }
    this.#row += gap;
    return this.#row;
  }

  seek(row: number): number {
    if (this.#row >= row) return this.#row;
    for (let next = this.next(); next >= 0; next = this.next()) if (next >= row) return next;
    return -1;
  }
}

class BitCursor implements Cursor {
  readonly #bits: Uint32Array;
  #row = -1;

  constructor(bits: Uint32Array) {
    this.#bits = bits;
  }

  next(): number {
    return this.seek(this.#row + 1);
  }

  seek(row: number): number {
    const bits = this.#bits;
    let word = row >>> 5;
    let left = ((bits[word] ?? 0) >>> (row & 31)) << (row & 31);
    while (left === 0) {
      word += 1;
      if (word >= bits.length) return -1;
      left = bits[word] ?? 0;
    }
    this.#row = (word << 5) + 31 - Math.clz32(left & -left);
    return this.#row;
  }
}

class RowCursor implements Cursor {
  readonly #rows: Uint32Array;
  #at = 0;
  #row = -1;

  constructor(rows: Uint32Array) {
    this.#rows = rows;
  }

  next(): number {
    while (this.#at < this.#rows.length) {
      const row = this.#rows[this.#at++] ?? 0;
      if (row === this.#row) continue;
      this.#row = row;
      return row;
    }
    return -1;
  }

  seek(row: number): number {
    if (this.#row >= row) return this.#row;
    for (let next = this.next(); next >= 0; next = this.next()) if (next >= row) return next;
    return -1;
  }
}

type Cursors = readonly Cursor[];

/** What several cursors have in common: each in turn jumps to where the others are. */
class SharedCursor implements Cursor {
  readonly #cursors: Cursors;
  #row = -1;

  constructor(cursors: Cursors) {
    this.#cursors = cursors;
  }

  next(): number {
    return this.seek(this.#row + 1);
  }

  seek(from: number): number {
    let row = from;
    for (let agreed = 0, at = 0; agreed < this.#cursors.length; at = (at + 1) % this.#cursors.length) {
      const found = this.#cursors[at]?.seek(row) ?? -1;
      if (found < 0) return -1;
      agreed = found === row ? agreed + 1 : 1;
      row = found;
    }
    this.#row = row;
    return row;
  }
}

/** Counts first, then writes: rows are handed over twice, in their order. A row that comes twice for a list is one. */
export class PostingsBuilder {
  readonly #rows: number;
  readonly #lengths: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #last: Int32Array;

  constructor(rows: number, lists: number) {
    this.#rows = rows;
    this.#lengths = new Uint32Array(lists + 1);
    this.#counts = new Uint32Array(lists);
    this.#last = new Int32Array(lists).fill(-1);
  }

  count(list: number, row: number): void {
    const last = this.#last[list] ?? -1;
    if (last === row) return;
    const gap = row - last;
    this.#lengths[list] = (this.#lengths[list] ?? 0) + (gap < 128 ? 1 : gap < 16384 ? 2 : gap < 2097152 ? 3 : 4);
    this.#counts[list] = (this.#counts[list] ?? 0) + 1;
    this.#last[list] = row;
  }

  /** `again` hands over the same rows in the same order. */
  finish(again: (write: (list: number, row: number) => void) => void): Postings {
    const [counts, last] = [this.#counts, this.#last.fill(-1)];
    const dense = new Map<number, DenseList>();
    const ends = new Uint32Array(counts.length + 1);
    let end = 0;
    for (let list = 0; list < counts.length; list += 1) {
      ends[list] = end;
      if ((counts[list] ?? 0) * DENSE_SHARE > this.#rows && this.#rows > 1024) dense.set(list, { count: counts[list] ?? 0, bits: new Uint32Array((this.#rows >>> 5) + 1) });
      else end += this.#lengths[list] ?? 0;
    }
    ends[counts.length] = end;
    const bytes = new Uint8Array(end);
    const at = ends.slice();
    again((list, row) => {
      if (last[list] === row) return;
      const bits = dense.get(list)?.bits;
      if (bits !== undefined) {
        bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
        return;
      }
      let place = at[list] ?? 0;
      let gap = row - (last[list] ?? -1);
      for (; gap > 127; gap >>>= 7) bytes[place++] = (gap & 127) | 128;
      bytes[place++] = gap;
      at[list] = place;
      last[list] = row;
    });
    return new Postings(this.#rows, bytes, ends, dense);
  }
}
