import { describe, expect, it } from "vitest";
import { plainDate, type LawId } from "../terms/index.ts";
import { contentOfRow, listingOfRow, organisationOfRow, recordOfRow, type ReadField } from "./row.ts";

const text = (to: string, value: string): ReadField => ({ to, value: { kind: "text", text: value } });
const day = (to: string, value: string): ReadField => ({ to, value: { kind: "day", day: plainDate(value) } });

describe("a row", () => {
  it("R12 says only what it states: no End, day or attribute is filled in", () => {
    expect(listingOfRow([text("name", "Alpha")])).toEqual({ end: { kind: "notStated" }, fields: {} });
    expect(organisationOfRow([text("name", "Alpha")])).toEqual({ names: [{ kind: "main", text: "Alpha" }], codes: [] });
    expect(recordOfRow([text("field:fine", "1")])).toEqual({ fields: { fine: "1" } });
  });

  it("R12 gives what it does state: an End in each of its kinds, days, names once, codes, choices added up", () => {
    expect(listingOfRow([day("until", "2026-12-10")]).end).toEqual({ kind: "fixed", until: "2026-12-10" });
    expect((["notStated", "permanent", "untilDone"] as const).map((end) => listingOfRow([{ to: "until", value: { kind: "end", end } }]).end.kind)).toEqual(["notStated", "permanent", "untilDone"]);
    expect(listingOfRow([day("from", "2024-12-10")])).toMatchObject({ decidedOn: "2024-12-10", effectiveFrom: "2024-12-10" });
    const codes: readonly ReadField[] = [{ to: "code", value: { kind: "code", scheme: "cn:unified-code" as LawId, value: "9" } }];
    expect(organisationOfRow([text("name", "Alpha"), text("formerName", "Old Alpha"), text("country", "Georgia"), ...codes])).toEqual({
      names: [{ kind: "main", text: "Alpha" }, { kind: "former", text: "Old Alpha" }], codes: [{ scheme: "cn:unified-code", value: "9" }], country: "Georgia",
    });
    expect(organisationOfRow([text("name", "Alpha"), text("alias", "Alpha")]).names).toEqual([{ kind: "main", text: "Alpha" }]);
    expect(recordOfRow([{ to: "field:practices", value: { kind: "choices", values: ["fraud"] } }, { to: "field:practices", value: { kind: "choices", values: ["corruption", "fraud"] } }]).fields).toEqual({ practices: ["corruption", "fraud"] });
  });

  it("R12 has one content whatever the order of its columns", () => {
    const fields = [text("name", "Alpha"), day("from", "2024-12-10")];
    expect(contentOfRow(fields)).toEqual(contentOfRow(fields.toReversed()));
    expect(contentOfRow(fields)).not.toEqual(contentOfRow([text("name", "Alpha")]));
  });
});
