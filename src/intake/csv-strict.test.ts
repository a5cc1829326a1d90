// The reader of CSV that keeps the rule reads what csv-parse reads, and leaves to it what does not keep the rule.
import fc from "fast-check";
import { expect, it } from "vitest";
import { parseByLibrary, parseStrictCsv } from "./csv-strict.ts";

const text = fc.array(fc.oneof(fc.constantFrom('"', '""', ",", ";", "\t", "\n", "\r\n", "\r", " ", "甲", "a", '"x"', '"x""y"', '"a\nb",', "\ufeff"), fc.string())).map((parts) => parts.join(""));
const quoted = fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom("", "\n", "\r\n", '"', "甲,乙"))), { minLength: 1 })
  .map((rows) => rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n"));

it("any text gives the same rows or the same finding", () => {
  fc.assert(fc.property(fc.oneof(text, quoted), fc.constantFrom(",", ";", "\t"), fc.nat(4), (csv, separator, rowsMax) => {
    expect(parseStrictCsv(csv, separator, rowsMax)).toEqual(parseByLibrary(csv, separator, rowsMax));
  }), { numRuns: 5000 });
});
