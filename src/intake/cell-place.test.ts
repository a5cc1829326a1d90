// Places as a spreadsheet writes them: read by hand as the expression for them would.
import fc from "fast-check";
import { expect, it } from "vitest";
import { columnName, parseCellPlace } from "./cell-place.ts";

const PLACE = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;

it("what is no place is none, and nothing else", () => {
  for (const text of ["", "A", "1", "A0", "A01", "AAAA1", "A12345678", "a1", "A1 ", "A1\n", "A-1", "$$A1", "A$$1", "A1:B2", "Ａ1"]) expect(parseCellPlace(text), text).toBeUndefined();
  expect(["A1", "$XFD$1048576", "AA9999999", "Z$7"].map(parseCellPlace)).toEqual([{ column: 0, row: 1 }, { column: 16_383, row: 1_048_576 }, { column: 26, row: 9_999_999 }, { column: 25, row: 7 }]);
  fc.assert(fc.property(fc.array(fc.constantFrom(..."$AZBX0159a: "), { maxLength: 11 }).map((signs) => signs.join("")), (text) => parseCellPlace(text) !== undefined === PLACE.test(text)));
});

it("a column and row written as a place are read back", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 16_383 }), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
    expect(parseCellPlace(`${columnName(column)}${row}`)).toEqual({ column, row });
  }));
});
