// Powers: who may hand in which sheet.
import { describe, expect, it } from "vitest";
import type { Template } from "../rules/index.ts";
import { mayHandIn } from "./powers.ts";
import { day, lawId, lawWith, ownList } from "./test-law.ts";

const may = (of: Template["of"], authority: string, id = "t:sheet"): boolean => mayHandIn(lawWith(), { id: lawId(id), of }, lawId(authority), day("2026-03-10"));

describe("a sheet", () => {
  it("R47 of a list is for its owner and those below it", () => {
    const list = { kind: "list", list: ownList } as const;
    expect(["t:market", "t:market-city", "t:tax", "t:nobody"].map((authority) => may(list, authority))).toEqual([true, true, false, false]);
    expect(may({ kind: "list", list: lawId("t:gone") }, "t:market")).toBe(false);
  });

  it("R47 of records or organisations is for whoever may record, in its own body of law", () => {
    for (const of of [{ kind: "record", type: lawId("t:penalty") }, { kind: "organisation" }] as const) {
      expect(["t:market-desk", "t:council"].map((authority) => may(of, authority))).toEqual([true, false]);
      expect(may(of, "t:market-desk", "u:sheet")).toBe(false);
    }
  });
});
