import { describe, expect, it } from "vitest";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Cell, CellValue, Sheet } from "../domain/terms/index.ts";
import { annotateSheet } from "./annotated-copy.ts";

const finding = { code: "day-not-read", at: "B2", message: "`x` is not a day", remedy: "Write a day." };
const utf8 = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

function cell(at: string, value: string | CellValue): Cell {
  return { at, value: typeof value === "string" ? (value === "" ? { kind: "empty" } : { kind: "text", text: value }) : value };
}

describe("the annotated copy of a CSV", () => {
  const sheet: Sheet = {
    name: "rows.csv", format: "csv", encoding: "utf-8-bom", separator: ";",
    rows: [{ row: 1, cells: [cell("A1", "Name"), cell("B1", "From")] }, { row: 2, cells: [cell("A2", 'Works "A"; Ltd'), cell("B2", { kind: "formula", formula: "1+1" })] }, { row: 3, cells: [cell("A3", "B")] }],
  };

  it("has the same rows, separator, encoding and line ends, and two columns more", () => {
    const bytes = annotateSheet({ bytes: strToU8("a;b\r\n"), sheet }, [finding, { ...finding, at: "row 2", message: "second" }], "en");
    expect(utf8(bytes)).toBe('\ufeffName;From;Probity: finding;Probity: remedy\r\n"Works ""A""; Ltd";\'=1+1;"B2: `x` is not a day\nsecond";Write a day.\r\nB;;;\r\n');
  });

  it("speaks Chinese when asked, and puts what is about the whole sheet to the header", () => {
    const bytes = annotateSheet({ bytes: strToU8("a;b\n"), sheet }, [{ ...finding, at: "rows.csv" }], "zh");
    expect(utf8(bytes).split("\n")[0]).toBe("\ufeffName;From;\"Probity：问题");
  });

  it("gives a broken row back as it came, so that it is not taken for whole", () => {
    const broken: Sheet = { ...sheet, rows: [...sheet.rows, { row: 4, cells: [cell("A4", "Tail")], raw: 'Tail";"=x' }] };
    expect(utf8(annotateSheet({ bytes: strToU8("a\n"), sheet: broken }, [{ ...finding, at: "row 4", message: "broken" }], "en")).split("\n").at(-2)).toBe('Tail";"\'=x;broken;Write a day.');
  });

  it("can never run as a formula, whatever a message repeats", () => {
    expect(utf8(annotateSheet({ bytes: strToU8(""), sheet }, [{ ...finding, at: "row 3", message: "=cmd()" }], "en"))).toContain("'=cmd()");
  });
});

describe("the annotated copy of a JSON file", () => {
  it("has the same objects, with two keys more where there is something to say", () => {
    const sheet: Sheet = { name: "rows.json", format: "json", encoding: "utf-8", rows: [{ row: 1, cells: [cell("A1", "name"), cell("B1", "fine")] }, { row: 2, cells: [cell("A2", "A"), cell("B2", { kind: "number", source: "12345678901234567.10" })] }, { row: 3, cells: [cell("A3", ""), cell("B3", { kind: "flag", value: true })] }] };
    expect(utf8(annotateSheet({ bytes: strToU8("[]"), sheet }, [finding], "en"))).toBe('[\n  {"name": "A", "fine": 12345678901234567.10, "Probity: finding": "B2: `x` is not a day", "Probity: remedy": "Write a day."},\n  {"fine": true}\n]\n');
  });
});

describe("the annotated copy of a workbook", () => {
  const styles = '<styleSheet><fills count="2"><fill/><fill/></fills><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="14" fontId="1" fillId="0" applyFill="1"><alignment/></xf></cellXfs></styleSheet>';
  const xml = '<worksheet><dimension ref="A1:B4"/><sheetData><row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c></row><row r="2" spans="1:2" ht="30"><c r="A2"/><c r="B2" s="1"><v>5</v></c><c r="D2" s="1"/></row><row r="4"/></sheetData><mergeCells/></worksheet>';
  const original = zipSync({ "xl/worksheets/sheet1.xml": strToU8(xml), "xl/styles.xml": strToU8(styles), "xl/theme.xml": strToU8("<theme/>") });
  const sheet: Sheet = { name: "Rows", format: "xlsx", encoding: "zip", parts: { sheet: "xl/worksheets/sheet1.xml", styles: "xl/styles.xml" }, rows: [{ row: 1, cells: [cell("Rows!A1", "Name")] }, { row: 2, cells: [cell("Rows!A2", ""), cell("Rows!B2", { kind: "number", source: "5" })] }] };
  const findings = [{ ...finding, at: "Rows!B2", message: "a < b" }, { ...finding, at: "Rows!C2" }, { ...finding, at: "Rows!3" }, { ...finding, at: "Rows!4" }, { ...finding, at: "Rows!9" }];
  const parts = unzipSync(annotateSheet({ bytes: original, sheet }, findings, "en"));
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());

  it("keeps everything that is not annotated", () => {
    expect(part("xl/theme.xml")).toBe("<theme/>");
    expect(part("xl/worksheets/sheet1.xml")).toMatch(/^<worksheet><dimension ref="A1:B4"\/><sheetData><row r="1">.*<\/sheetData><mergeCells\/><\/worksheet>$/s);
  });

  it("has the findings behind the last column, in rows that were there and in rows that were not", () => {
    const rows = part("xl/worksheets/sheet1.xml").match(/<row .*?<\/row>/gs) ?? [];
    expect(rows.map((row) => /r="(\d+)"/.exec(row)?.[1])).toEqual(["1", "2", "3", "4", "9"]);
    expect(rows[0]).toContain("Probity: finding");
    expect(rows[1]).toMatch(/^<row r="2" ht="30"><c r="A2"\/><c r="B2" s="2"><v>5<\/v><\/c><c r="C2" t="inlineStr"><is><t xml:space="preserve">B2: a &lt; b\nC2: `x` is not a day<\/t><\/is><\/c><c r="D2" t="inlineStr">/);
  });

  it("highlights the cell with a twin of its own style", () => {
    expect(part("xl/styles.xml")).toContain('<fills count="3"><fill/><fill/><fill><patternFill patternType="solid">');
    expect(part("xl/styles.xml")).toContain('<xf numFmtId="14" fontId="1" fillId="2" applyFill="1"><alignment/></xf>');
    expect(part("xl/styles.xml")).toMatch(/<cellXfs count="[34]">/);
  });
});
