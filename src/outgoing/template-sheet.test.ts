import { describe, expect, it } from "vitest";
import { strFromU8, unzipSync } from "fflate";
import type { Template, TemplateColumn } from "../domain/rules/index.ts";
import { parseLawId, plainDate, type LawId } from "../domain/terms/index.ts";
import { writeTemplateSheet } from "./template-sheet.ts";

function lawId(text: string): LawId {
  const parsed = parseLawId(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function column(header: string, to: string, more: Partial<TemplateColumn> = {}): TemplateColumn {
  return { headers: [header], names: { en: header, zh: `中${header}` }, to, type: "text", required: false, lastDay: false, sentinels: {}, choices: [], ...more };
}

const gravity = [{ value: "serious", texts: ["严重", "serious, grave"], names: { en: "Serious" } }, { value: "minor", texts: ["轻微"], names: { en: "Minor" } }];
const template: Template = {
  kind: "template", id: lawId("cn:penalty-sheet"), names: { en: "Penalties [2024]", zh: "处罚" }, basis: [], confidence: "high", at: "test",
  of: { kind: "organisation" }, formats: ["xlsx", "csv"], complete: false, headerRows: 1, quoting: "strict", readings: [],
  columns: [column("Name", "name", { required: true }), column("Until", "until", { type: "day", lastDay: true, sentinels: { Ongoing: "notStated" } }), column("Fine", "field:fine", { type: "money" }), column("Gravity", "field:gravity", { type: "choice", choices: gravity })],
};
const row = [
  { to: "name", value: { kind: "text", text: "=Works" } }, { to: "until", value: { kind: "day", day: plainDate("2024-03-06") } },
  { to: "field:fine", value: { kind: "money", minor: 123450, currency: "CNY" } }, { to: "field:gravity", value: { kind: "text", text: "serious" } },
] as const;
const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

describe("a submission template as a file", () => {
  it("is a CSV with the headers by which it is read, filled or empty", () => {
    expect(new TextDecoder().decode(writeTemplateSheet(template, "csv"))).toBe("Name,Until,Fine,Gravity\r\n");
    expect(new TextDecoder().decode(writeTemplateSheet(template, "csv", [row], { encoding: "utf-8" }))).toBe("Name,Until,Fine,Gravity\r\n'=Works,2024-03-05,1234.50,严重\r\n");
  });

  it("is a workbook with drop-downs and an explanation", () => {
    const bytes = writeTemplateSheet(template, "xlsx", [], { language: "zh" });
    expect(part(bytes, "xl/workbook.xml")).toContain('<sheet name="处罚" sheetId="1" r:id="rId1"/><sheet name="填写说明" sheetId="2" r:id="rId2"/><sheet name="choices" sheetId="3" state="hidden" r:id="rId3"/>');
    expect(part(bytes, "xl/worksheets/sheet1.xml")).toContain('sqref="D2:D1048576"><formula1>choices!$D$1:$D$2</formula1>');
    expect(part(bytes, "xl/worksheets/sheet2.xml")).toContain("任选其一：严重、轻微");
    expect(part(bytes, "xl/worksheets/sheet3.xml")).toContain("轻微");
  });

  it("has sheet names a spreadsheet accepts", () => {
    expect(part(writeTemplateSheet(template, "xlsx"), "xl/workbook.xml")).toContain('<sheet name="Penalties 2024"');
  });

  it("is the same file each time", () => {
    expect(writeTemplateSheet(template, "xlsx", [row])).toEqual(writeTemplateSheet(template, "xlsx", [row]));
  });

  it("holds no field that it has no column or no word for", () => {
    expect(() => writeTemplateSheet(template, "csv", [[{ to: "alias", value: { kind: "text", text: "x" } }]])).toThrow("has a column for every field");
    expect(() => writeTemplateSheet(template, "csv", [[{ to: "until", value: { kind: "end", end: "permanent" } }]])).toThrow("has a word for an end that is permanent");
  });
});
