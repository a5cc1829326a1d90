import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { columnName, parseCellPlace } from "./cell-place.ts";
import { dayCell, isDayFormat } from "./excel-day.ts";
import { hasLostDigits, plainNumber } from "./levelled-text.ts";

describe("numbers as written", () => {
  it("lose their exponent and the tail of binary fractions, and no other digit", () => {
    expect(["1.1E+2", "0.10000000000000001", "1234.5600000000001", "-0", "007.50", "1E-3", "123456789012345", "9.9999999999999999E+2", ".5"].map(plainNumber)).toEqual(["110", "0.1", "1234.56", "0", "7.5", "0.001", "123456789012345", "1000", "0.5"]);
  });

  it("of up to fifteen digits are kept whole", () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), (value) => { expect(plainNumber(String(value))).toBe(String(value)); }));
  });

  it("have lost digits when there are more than a spreadsheet keeps, or an exponent", () => {
    expect(["91440300708461136", "9.1E+17", "440300", "0000440300", "123456789.12"].map(hasLostDigits)).toEqual([true, true, false, false, false]);
  });
});

describe("places", () => {
  it("name columns and are read back", () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 16_383 }), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => { expect(parseCellPlace(`${columnName(column)}${row}`)).toEqual({ column, row }); }));
  });
});

describe("day formats", () => {
  it("are told from formats of numbers, times and text", () => {
    expect(["yyyy-mm-dd", "d/m/yy h:mm", 'yyyy"年"m"月"', "[$-804]e年m月d日", "mmm", "[Red]General", "0.00E+00", "h:mm:ss", "[h]:mm", '#,##0 "days"', "@", "mm:ss.0"].map(isDayFormat)).toEqual([true, true, true, true, true, false, false, false, false, false, false, false]);
  });

  it("agree with the calendar over the years of the law", () => {
    expect([dayCell("1", "1900"), dayCell("45356", "1900"), dayCell("109939", "1900"), dayCell("0", "1904"), dayCell("1", "1904")]).toEqual([{ kind: "day", day: "1900-01-01" }, { kind: "day", day: "2024-03-05" }, { kind: "day", day: "2200-12-31" }, { kind: "day", day: "1904-01-01" }, { kind: "day", day: "1904-01-02" }]);
  });
});
