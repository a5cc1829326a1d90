import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFileNumber } from "../domain/terms/index.ts";
import { FileSet } from "./file-set.ts";

const sequence = fc.oneof(fc.integer({ min: 1, max: 70_000 }), fc.constantFrom(1, 31, 32, 33, 32_767, 32_768, 32_769, 10_000_000));

describe("a set of files", () => {
  it("gives each file once, in the order of their numbers, from any file on", () => {
    fc.assert(fc.property(fc.array(sequence), sequence, (numbers, from) => {
      const set = new FileSet();
      for (const number of numbers) set.add(makeFileNumber(number));
      const inOrder = [...new Set(numbers)].sort((a, b) => a - b);
      expect([...set.after()]).toEqual(inOrder.map(makeFileNumber));
      expect([...set.after(makeFileNumber(from))]).toEqual(inOrder.filter((number) => number > from).map(makeFileNumber));
      expect(set.has(makeFileNumber(from))).toBe(inOrder.includes(from));
    }), { numRuns: 50 });
  });

  it("says whether a file is new", () => {
    const set = new FileSet();
    expect([set.add(makeFileNumber(5)), set.add(makeFileNumber(5)), set.add(makeFileNumber(36))]).toEqual([true, false, true]);
  });
});
