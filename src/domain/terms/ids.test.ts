import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyOf, makeFileNumber, parseBatchId, parseDigest, parseFileNumber, parseInstant, parseLawId, parseListingId, parsePosition, parseRegionCode, sequenceOf } from "./ids.ts";
import { nameIn } from "./names.ts";
import { assert, err, ok, present, unreachable, type Result } from "./result.ts";

const sequence = fc.integer({ min: 1, max: 99_999_999_999 });

function wrong(result: Result<unknown, string>): string | undefined {
  return result.ok ? undefined : result.error;
}

describe("identifiers", () => {
  it("R15 a file number is read back as it was made, in small letters and with blanks too", () => {
    expect([1, 2, 12_345_678].map(makeFileNumber)).toEqual(["P00000018", "P00000026", "P123456782"]);
    fc.assert(fc.property(sequence, (number) => {
      const file = makeFileNumber(number);
      expect(parseFileNumber(` ${file.toLowerCase()} `)).toEqual(ok(file));
      expect(sequenceOf(file)).toBe(number);
    }));
    fc.assert(fc.property(sequence, sequence, (a, b) => {
      expect(makeFileNumber(a) === makeFileNumber(b)).toBe(a === b);
    }));
    for (const number of [0, -1, 1.5, Number.NaN]) expect(() => makeFileNumber(number)).toThrow("assertion failed");
  });

  it("R16 a slip of the finger in a file number is refused", () => {
    fc.assert(fc.property(sequence, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
      const digits = makeFileNumber(number).slice(1);
      const at = place % digits.length;
      const slip = `P${digits.slice(0, at)}${(Number(digits[at]) + by) % 10}${digits.slice(at + 1)}`;
      expect(wrong(parseFileNumber(slip))).toContain("its check digit does not match");
      const next = (at + 1) % digits.length;
      const [a = "", b = ""] = [digits[Math.min(at, next)], digits[Math.max(at, next)]];
      if (next === 0 || a === b || ["09", "90"].includes(a + b)) return;
      expect(parseFileNumber(`P${digits.slice(0, at)}${b}${a}${digits.slice(at + 2)}`).ok).toBe(false);
    }));
    for (const text of ["P0000001", "Q00000018", "P0000001X", ""]) expect(wrong(parseFileNumber(text))).toContain(`\`${text}\` is not a file number`);
  });

  it("R17 an id of the law has a body and a name", () => {
    const id = parseLawId("cn:bid-government-procurement");
    expect(id.ok && bodyOf(id.value)).toBe("cn");
    for (const text of ["bid", "cn:", ":bid", "CN:bid", "cn:bid_works", "cn:-bid", "cn:bid-", "cn:bid--works", "cn:a:b", "cn: bid"]) expect(wrong(parseLawId(text))).toContain(`\`${text}\``);
  });

  it("R18 the others too are made by parsers that quote what is wrong", () => {
    expect([parsePosition("0"), parsePosition("1967")]).toEqual([ok(0), ok(1967)]);
    expect(parseInstant("2026-11-20T08:30:00.000Z").ok && parseDigest(`sha256:${"0a".repeat(32)}`).ok && parseRegionCode("990101").ok && parseBatchId("b1.2_3-4").ok).toBe(true);
    const bad = [parsePosition("-1"), parsePosition("1.5"), parsePosition("1".repeat(16)), parseInstant("2026-11-20T08:30:00Z"), parseDigest("sha256:AB"), parseRegionCode("99010"), parseBatchId(".."), parseListingId("a b")];
    expect(bad.map((each) => wrong(each)?.startsWith("`"))).toEqual(bad.map(() => true));
  });
});

describe("results and names", () => {
  it("R19 carry a value or an error; what only a bug can cause is thrown", () => {
    expect([ok(1), err("no")]).toEqual([{ ok: true, value: 1 }, { ok: false, error: "no" }]);
    expect(present(0, "a number")).toBe(0);
    expect(() => present(undefined, "a rule")).toThrow("assertion failed: a rule is present");
    expect(() => assert(false, "one is two")).toThrow("assertion failed: one is two");
    expect(() => unreachable("x" as never)).toThrow("not reachable");
    expect(() => assert(true, "")).not.toThrow();
  });

  it("R20 are in Chinese where there is a Chinese name", () => {
    const [both, one] = [{ en: "List", zh: "名单" }, { en: "List" }];
    expect([nameIn(both, "zh"), nameIn(both, "en"), nameIn(one, "zh")]).toEqual(["名单", "List", "List"]);
  });
});
