// An entry inflated at once and in pieces: the same bytes, the same words for what is wrong.
import { crc32, deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ZipEntry } from "./zip-directory.ts";
import { inflateEntry } from "./zip-entry.ts";

const content = Buffer.from(Array.from({ length: 60_000 }, (_, index) => `row ${index} 极地\n`).join(""));
const entryOf = (more: Partial<ZipEntry> = {}): ZipEntry => ({ name: "part", method: "deflated", crc: crc32(content), size: content.length, compressed: deflateRawSync(content), ...more });

function inflated(entry: ZipEntry, atOnceMax: number): { readonly bytes: Buffer; readonly wrong: string | undefined; readonly pieces: number } {
  const pieces: Uint8Array[] = [];
  const wrong = inflateEntry(entry, (bytes) => void pieces.push(bytes.slice()), atOnceMax);
  return { bytes: Buffer.concat(pieces), wrong, pieces: pieces.length };
}

describe.each([["at once", content.length], ["in pieces", 0]])("an entry inflated %s", (_how, atOnceMax) => {
  it("comes whole, and not in one piece", () => {
    const { bytes, wrong, pieces } = inflated(entryOf(), atOnceMax);
    expect(wrong).toBeUndefined();
    expect(bytes.equals(content)).toBe(true);
    expect(pieces).toBeGreaterThan(3);
    expect(inflated(entryOf({ size: 0, crc: 0, compressed: deflateRawSync("") }), atOnceMax)).toEqual({ bytes: Buffer.alloc(0), wrong: undefined, pieces: 0 });
  });

  it("is refused where it is larger or smaller than declared, damaged or cut off", () => {
    const { compressed } = entryOf();
    expect(inflated(entryOf({ size: content.length - 1 }), atOnceMax).wrong).toMatch(/larger than it declares/);
    expect(inflated(entryOf({ size: content.length - 1 }), atOnceMax).bytes.length).toBeLessThan(content.length);
    expect(inflated(entryOf({ crc: 1 }), atOnceMax).wrong).toMatch(/checksum/);
    expect(inflated(entryOf({ compressed: Buffer.concat([Buffer.from([7]), compressed]) }), atOnceMax).wrong).toMatch(/damaged/);
    expect(inflated(entryOf({ compressed: compressed.subarray(0, 5000) }), atOnceMax).wrong).toMatch(/damaged/);
  });

  it("is handed on no further once the reader says why", () => {
    let taken = 0;
    expect(inflateEntry(entryOf(), () => { taken += 1; return "enough"; }, atOnceMax)).toBe("enough");
    expect(taken).toBe(1);
  });
});
