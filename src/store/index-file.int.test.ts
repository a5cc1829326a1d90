// The index file: read back whole or not at all, and never worse off for a write that fails.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { indexPath, readIndexFile, writeIndexFile, type IndexFile } from "./index-file.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-index-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sample(seed: number): IndexFile {
  return { about: JSON.stringify({ seed, text: "平湖" }), columns: { wide: Uint32Array.from({ length: 1001 }, (_, index) => index * seed), middle: Uint16Array.from([seed, 65535, 0]), small: Uint8Array.from([1, 2, 3]), none: new Uint32Array(0) } };
}

function fresh(): string {
  return indexPath(mkdtempSync(join(folder, "data-")));
}

describe("the index file", () => {
  it("R39 comes back as it was written, in memory that threads share", () => {
    const path = fresh();
    expect(writeIndexFile(path, sample(7))).toBe(true);
    const read = readIndexFile(path);
    expect(read?.about).toBe(sample(7).about);
    for (const [name, column] of Object.entries(sample(7).columns)) expect([...(read?.columns[name] ?? [])]).toEqual([...column]);
    expect(read?.columns["wide"]?.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(readIndexFile(join(folder, "nothing-here"))).toBeUndefined();
  });

  it("R39 counts as none with any byte changed, cut or added", () => {
    const path = fresh();
    writeIndexFile(path, sample(7));
    const whole = readFileSync(path);
    const text = (file: IndexFile | undefined): string => JSON.stringify([file?.about, Object.entries(file?.columns ?? {}).map(([name, column]) => [name, ...column])]);
    const right = text(readIndexFile(path));
    let refused = 0;
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path, flipped);
      const read = readIndexFile(path);
      // What fills up between two columns says nothing.
      if (read === undefined) refused += 1;
      else expect(text(read)).toBe(right);
    }
    expect(refused).toBeGreaterThan(whole.length - 32);
    for (let length = 0; length < whole.length; length += 97) {
      writeFileSync(path, whole.subarray(0, length));
      expect(readIndexFile(path)).toBeUndefined();
    }
    writeFileSync(path, Buffer.concat([whole, Buffer.from([0])]));
    expect(readIndexFile(path)).toBeUndefined();
  });

  it("R39 stays as it was where another cannot be written, and leaves nothing beside it", () => {
    const path = fresh();
    writeIndexFile(path, sample(7));
    const broken = { about: "x", columns: { wide: { get buffer(): never { throw new Error("the disk is full"); } } } } as never;
    expect(writeIndexFile(path, broken)).toBe(false);
    expect(readIndexFile(path)?.about).toBe(sample(7).about);
    expect(readdirSync(join(path, ".."))).toEqual(["restriction-index"]);
    expect(writeIndexFile(join(folder, "no-such-folder", "restriction-index"), sample(1))).toBe(false);
  });
});
