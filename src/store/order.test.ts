import fc from "fast-check";
import { expect, it } from "vitest";
import { byCodePoint, endOfPrefix } from "./order.ts";

const text = fc.string({ unit: fc.oneof(fc.constantFrom("a", "b", "\uFB01", "\uE000", "\u{1F600}", "\u{20BB7}", "厂"), fc.string({ unit: "binary", minLength: 1, maxLength: 1 })), maxLength: 5 });

it("R14 text is ordered as its UTF-8 bytes are", () => {
  fc.assert(fc.property(text, text, (a, b) => {
    expect(Math.sign(byCodePoint(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
  }));
});

it("R14 text with a prefix lies between the prefix and its end, other text does not", () => {
  fc.assert(fc.property(text, text, (prefix, other) => {
    fc.pre(!other.includes("\u{10FFFF}"));
    const within = (value: string): boolean => byCodePoint(value, prefix) >= 0 && byCodePoint(value, endOfPrefix(prefix)) < 0;
    expect(within(prefix + other)).toBe(true);
    expect(within(other)).toBe(other.startsWith(prefix));
  }));
});
