// Which characters a font can draw, read from the `cmap` table of its file. Whoever prints asks first: a font draws what it lacks as a box.
import { closeSync, openSync, readSync } from "node:fs";
import { assert } from "../domain/terms/index.ts";

/** Ranges of characters, `[first, last]`, in order. */
export type Coverage = readonly (readonly [number, number])[];

/** What the font file covers, by its table of all planes (format 12), which every font of Han characters has. */
export function coverageOf(file: string): Coverage {
  const table = cmapTable(file);
  const starts = Array.from({ length: table.readUInt16BE(2) }, (_, index) => table.readUInt32BE(4 + index * 8 + 4));
  const start = starts.find((each) => table.readUInt16BE(each) === 12);
  assert(start !== undefined, `the font ${file} has a table of all planes`);
  return Array.from({ length: table.readUInt32BE(start + 12) }, (_, index) => {
    const group = start + 16 + index * 12;
    return [table.readUInt32BE(group), table.readUInt32BE(group + 4)] as const;
  });
}

function cmapTable(file: string): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const read = (start: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      assert(readSync(descriptor, bytes, 0, length, start) === length, `the font ${file} is whole`);
      return bytes;
    };
    const tables = read(12, read(4, 2).readUInt16BE() * 16);
    const at = tables.indexOf("cmap", 0, "latin1");
    assert(at >= 0 && at % 16 === 0, `the font ${file} has a cmap`);
    return read(tables.readUInt32BE(at + 8), tables.readUInt32BE(at + 12));
  } finally {
    closeSync(descriptor);
  }
}

/** Whether the font draws this character. */
export function covers(coverage: Coverage, character: number): boolean {
  let [low, high] = [0, coverage.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = coverage[middle] ?? [0, 0];
    if (character < first) high = middle - 1;
    else if (character > last) low = middle + 1;
    else return true;
  }
  return false;
}
