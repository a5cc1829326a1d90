// How each kind of value is written for COPY, sign by sign.
import fc from "fast-check";
import { expect, it } from "vitest";
import { copyText } from "./copy-text.ts";

it("a row is a line, its values parted by tabs", () => {
  expect(copyText([["a", 7, null], ["", -1, "b"]])).toBe("a\t7\t\\N\n\t-1\tb\n");
  expect(copyText([])).toBe("");
});

it("what COPY would read as a sign is written with a backslash: nothing handed in ends a row, a value or the copy, or turns into null", () => {
  expect(copyText([["one\ttwo\nthree\rfour"]])).toBe("one\\ttwo\\nthree\\rfour\n");
  expect(copyText([["\\N", "\\.", "\\x00", "\\"]])).toBe("\\\\N\t\\\\.\t\\\\x00\t\\\\\n");
  expect(copyText([['"quoted", {1,2}', "\u0001\u000b", "极地 \u{20BB7}野家"]])).toBe('"quoted", {1,2}\t\u0001\u000b\t极地 \u{20BB7}野家\n');
});

it("bytes are hexadecimal, also those of a part of a larger buffer", () => {
  expect(copyText([[new Uint8Array([0, 92, 255]), new Uint8Array([1, 2, 3, 4]).subarray(1, 3), new Uint8Array()]])).toBe("\\\\x005cff\t\\\\x0203\t\\\\x\n");
});

it("no text, whatever it holds, adds a line or a column", () => {
  fc.assert(fc.property(fc.array(fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constant("\\N"), fc.constant("\\.\n"), fc.constant(null)), { minLength: 2, maxLength: 2 }), { maxLength: 5 }), (rows) => {
    const lines = copyText(rows).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => line.split("\t").length)).toEqual(rows.map(() => 2));
    expect(lines.map((line) => line.split("\t").map((text) => text === "\\N"))).toEqual(rows.map((row) => row.map((value) => value === null)));
  }));
});
