import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { coverageOf, covers, type Coverage } from "./font-coverage.ts";

describe("coverage", () => {
  it("is found at both ends of each range, and nowhere between", () => {
    const coverage: Coverage = [[0x20, 0x7e], [0xa0, 0xff], [0x200b, 0x200f]];
    expect([0x1f, 0x20, 0x7e, 0x7f, 0x9f, 0xa0, 0xff, 0x100, 0x200b, 0x200f, 0x2010].map((character) => covers(coverage, character))).toEqual([false, true, true, false, false, true, true, false, true, true, false]);
    expect(covers([], 0x20)).toBe(false);
  });

  it("is read from the font: common Han and Latin, rare Han of other planes, no emoji", () => {
    const coverage = coverageOf(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"));
    const has = (sign: string): boolean => covers(coverage, sign.codePointAt(0) ?? 0);
    expect([..."信用Az é，𠂇😀ש𪚥"].map((sign) => [sign, has(sign)])).toEqual([["信", true], ["用", true], ["A", true], ["z", true], [" ", true], ["é", true], ["，", true], ["𠂇", true], ["😀", false], ["ש", false], ["𪚥", false]]);
    expect(coverage.reduce((count, [first, last]) => count + last - first + 1, 0)).toBeGreaterThan(30_000);
  });

  it("of what is no font is a fault that names the file", () => expect(() => coverageOf(createRequire(import.meta.url).resolve("vitest/package.json"))).toThrow(/package\.json (?:has|is)/));
});
