// File set: many file numbers in little memory, in their order: a bit for each number a file can have. A million files take 125 kB.
import { makeFileNumber, sequenceOf, type FileNumber } from "../domain/terms/index.ts";

const PER_BLOCK = 32_768;
const BITS = 32;

/** INVARIANT: a file is in it once, and files come out in the order of their numbers. */
export class FileSet {
  readonly #blocks = new Map<number, Uint32Array>();

  /** Whether it was not there before. */
  add(file: FileNumber): boolean {
    const sequence = sequenceOf(file);
    const at = Math.floor(sequence / PER_BLOCK);
    const block = this.#blocks.get(at) ?? new Uint32Array(PER_BLOCK / BITS);
    this.#blocks.set(at, block);
    const [word, bit] = placeOf(sequence);
    const before = block[word] ?? 0;
    block[word] = before | bit;
    return (before & bit) === 0;
  }

  has(file: FileNumber): boolean {
    const sequence = sequenceOf(file);
    const [word, bit] = placeOf(sequence);
    return ((this.#blocks.get(Math.floor(sequence / PER_BLOCK))?.[word] ?? 0) & bit) !== 0;
  }

  /** All of them whose number is greater; without a file all. */
  *after(file?: FileNumber): Iterable<FileNumber> {
    const first = file === undefined ? 1 : sequenceOf(file) + 1;
    for (const [at, block] of [...this.#blocks].sort(([a], [b]) => a - b)) {
      for (let sequence = Math.max(first, at * PER_BLOCK); sequence < (at + 1) * PER_BLOCK; sequence += 1) {
        const [word, bit] = placeOf(sequence);
        if (((block[word] ?? 0) & bit) !== 0) yield makeFileNumber(sequence);
      }
    }
  }
}

function placeOf(sequence: number): readonly [word: number, bit: number] {
  const inside = sequence % PER_BLOCK;
  return [Math.floor(inside / BITS), 2 ** (inside % BITS)];
}
