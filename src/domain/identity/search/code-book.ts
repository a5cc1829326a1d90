// Code book: which organisations have a code. Codes of letters and digits are numbers of base 37 in sorted columns, two numbers a code;
// what does not fit, and what is new since the columns were sorted, stands in a map.
import type { FileNumber } from "../../terms/index.ts";
import { makeFileNumber } from "../../terms/index.ts";
import { sequenceOf } from "./name-table.ts";

export interface CodeGiven {
  readonly file: FileNumber;
  readonly value: string;
  readonly batch: string | null;
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS_PER_NUMBER = 10;

interface Entry {
  readonly file: number;
  readonly batch: number;
}

export class CodeBook {
  #high = new Float64Array(0);
  #low = new Float64Array(0);
  #files = new Uint32Array(0);
  #batches = new Uint32Array(0);
  #recent = new Map<string, Entry[]>();
  #waiting = 0;
  readonly #gone = new Set<number>();

  add({ file, value }: CodeGiven, batch: number): void {
    const entry = { file: sequenceOf(file), batch };
    const known = this.#recent.get(value);
    if (known === undefined) this.#recent.set(value, [entry]);
    else known.push(entry);
    this.#waiting += 1;
  }

  /** Codes given with this batch lead nowhere any more. */
  withdraw(batch: number): void {
    this.#gone.add(batch);
  }

  find(value: string): readonly FileNumber[] {
    const files = new Set<number>();
    const packed = pack(value);
    for (let at = packed === undefined ? this.#high.length : this.#firstFrom(packed); packed !== undefined && this.#high[at] === packed[0] && this.#low[at] === packed[1]; at += 1) {
      if (!this.#gone.has(this.#batches[at] ?? 0)) files.add(this.#files[at] ?? 0);
    }
    for (const { file, batch } of this.#recent.get(value) ?? []) if (!this.#gone.has(batch)) files.add(file);
    return [...files].sort((a, b) => a - b).map((file) => makeFileNumber(file));
  }

  #firstFrom([high, low]: readonly [number, number]): number {
    let [from, to] = [0, this.#high.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const [a, b] = [this.#high[middle] ?? 0, this.#low[middle] ?? 0];
      if (a < high || (a === high && b < low)) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  bytes(): number {
    return this.#high.byteLength + this.#low.byteLength + this.#files.byteLength + this.#batches.byteLength;
  }

  /** Sorts what is new into the columns, where it has become much. */
  settle(): void {
    if (this.#waiting < 1024 || this.#waiting * 8 < this.#high.length) return;
    const { odd, columns } = this.#together();
    const [high, low, files, batches] = columns;
    const order = Uint32Array.from({ length: high.length }, (_, row) => row).filter((row) => !this.#gone.has(batches[row] ?? 0));
    order.sort((a, b) => (high[a] ?? 0) - (high[b] ?? 0) || (low[a] ?? 0) - (low[b] ?? 0) || (files[a] ?? 0) - (files[b] ?? 0));
    this.#high = Float64Array.from(order, (row) => high[row] ?? 0);
    this.#low = Float64Array.from(order, (row) => low[row] ?? 0);
    this.#files = order.map((row) => files[row] ?? 0);
    this.#batches = order.map((row) => batches[row] ?? 0);
    this.#recent = odd;
    this.#waiting = 0;
  }

  /** Columns old and new, one behind the other, and what does not fit in them. */
  #together(): { readonly odd: Map<string, Entry[]>; readonly columns: readonly [Float64Array, Float64Array, Uint32Array, Uint32Array] } {
    const odd = new Map<string, Entry[]>();
    let size = this.#high.length;
    const columns = [new Float64Array(size + this.#waiting), new Float64Array(size + this.#waiting), new Uint32Array(size + this.#waiting), new Uint32Array(size + this.#waiting)] as const;
    [this.#high, this.#low, this.#files, this.#batches].forEach((column, index) => columns[index]?.set(column));
    for (const [value, entries] of this.#recent) {
      const packed = pack(value);
      if (packed === undefined) odd.set(value, entries);
      else for (const { file, batch } of entries) {
        [columns[0][size], columns[1][size], columns[2][size], columns[3][size]] = [packed[0], packed[1], file, batch];
        size += 1;
      }
    }
    const [high, low, files, batches] = columns;
    return { odd, columns: [high.subarray(0, size), low.subarray(0, size), files.subarray(0, size), batches.subarray(0, size)] };
  }
}

/** Two numbers for up to twenty letters and digits; no two codes have the same. */
function pack(value: string): readonly [number, number] | undefined {
  if (value.length > 2 * DIGITS_PER_NUMBER) return undefined;
  const numbers: [number, number] = [0, 0];
  for (let at = 0; at < value.length; at += 1) {
    const digit = DIGITS.indexOf(value.charAt(at));
    if (digit < 0) return undefined;
    const which = at < DIGITS_PER_NUMBER ? 0 : 1;
    numbers[which] = numbers[which] * 37 + digit + 1;
  }
  return numbers;
}
