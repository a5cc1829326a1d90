import { describe, expect, it } from "vitest";
import { strToU8, zipSync, type Zippable } from "fflate";
import { present, type CellValue, type Sheet } from "../domain/terms/index.ts";
import { readSheet } from "./read-sheet.ts";
import { DEFAULT_LIMITS } from "./sheet-limits.ts";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

interface Workbook {
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly more?: Readonly<Record<string, string>>;
}

function workbook(parts: Workbook): Record<string, string> {
  return {
    "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": parts.workbook ?? '<workbook xmlns:r="r"><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet>${parts.sheet}</worksheet>`,
    ...(parts.strings === undefined ? {} : { "xl/sharedStrings.xml": `<sst>${parts.strings}</sst>` }),
    ...(parts.styles === undefined ? {} : { "xl/styles.xml": `<styleSheet>${parts.styles}</styleSheet>` }),
    ...parts.more,
  };
}

function zip(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])) satisfies Zippable);
}

const rows = (xml: string): string => `<sheetData>${xml}</sheetData>`;

function read(bytes: Uint8Array): Sheet {
  const sheet = readSheet({ name: "rows.xlsx", bytes });
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.error));
  return sheet.value;
}

function values(parts: Workbook): readonly (readonly CellValue[])[] {
  return read(zip(workbook(parts))).rows.map((row) => row.cells.map((cell) => cell.value));
}

function refusal(bytes: Uint8Array, limits = DEFAULT_LIMITS): { readonly code: string; readonly message: string } {
  const sheet = readSheet({ name: "rows.xlsx", bytes }, limits);
  if (sheet.ok) throw new Error("the workbook was read");
  expect(sheet.error).toHaveLength(1);
  return present(sheet.error[0], "a finding");
}

const text = (value: string): CellValue => ({ kind: "text", text: value });
const EMPTY: CellValue = { kind: "empty" };

describe("the cells of a workbook", () => {
  it("hold shared strings, rich text without its phonetic guide, inline strings and escaped signs", () => {
    const strings = "<si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">text</t></r><rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh></si>";
    expect(values({ strings, sheet: rows('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>in_x000A_line &amp; more</t></is></c><c r="D1" t="str"><v>formula text</v></c></row>') }))
      .toEqual([[text("plain"), text("rich text"), text("in\nline & more"), text("formula text")]]);
  });

  it("hold numbers as written, flags, error values and formulas", () => {
    expect(values({ sheet: rows('<row r="1"><c r="A1"><v>12345678901234567890</v></c><c r="B1"><v>1.5E-3</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1"><f>A1*2</f><v>7</v></c><c r="F1"><f t="shared" si="0"/><v>7</v></c><c r="G1"><v>abc</v></c></row>') }))
      .toEqual([[{ kind: "number", source: "12345678901234567890" }, { kind: "number", source: "1.5E-3" }, { kind: "flag", value: true }, { kind: "fault", text: "#N/A" }, { kind: "formula", formula: "A1*2" }, { kind: "formula", formula: "" }, { kind: "fault", text: "abc" }]]);
  });

  it("are formulas also where an array formula spills into them", () => {
    expect(values({ sheet: rows('<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>') })).toEqual([[{ kind: "formula", formula: "B1:B2" }], [{ kind: "formula", formula: "" }]]);
  });

  const styles = '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[Red]#,##0.00 &quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="46"/></cellXfs>';
  const dated = (style: number, serial: string): string => `<row r="1"><c r="A1" s="${style}"><v>${serial}</v></c></row>`;

  it("are days by built-in and custom formats, with or without a time of day", () => {
    expect(values({ styles, sheet: rows(dated(1, "45356")) })).toEqual([[{ kind: "day", day: "2024-03-05" }]]);
    expect(values({ styles, sheet: rows(dated(2, "45356.75")) })).toEqual([[{ kind: "day", day: "2024-03-05" }]]);
    expect(values({ styles, sheet: rows(dated(3, "45356")) })).toEqual([[{ kind: "number", source: "45356" }]]);
    expect(values({ styles, sheet: rows(dated(4, "1.5")) })).toEqual([[{ kind: "number", source: "1.5" }]]);
  });

  it("count days from 1900 with the leap day that never was, or from 1904", () => {
    expect(values({ styles, sheet: rows(dated(1, "59")) })).toEqual([[{ kind: "day", day: "1900-02-28" }]]);
    expect(values({ styles, sheet: rows(dated(1, "60")) })).toEqual([[{ kind: "number", source: "60" }]]);
    expect(values({ styles, sheet: rows(dated(1, "61")) })).toEqual([[{ kind: "day", day: "1900-03-01" }]]);
    const workbook1904 = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>';
    expect(values({ styles, workbook: workbook1904, sheet: rows(dated(1, "43894")) })).toEqual([[{ kind: "day", day: "2024-03-05" }]]);
  });

  it("beyond the years of the law are handed on as text, and no days at all as numbers", () => {
    expect(values({ styles, sheet: rows(dated(1, "401768")) })).toEqual([[text("2999-12-31")]]);
    expect(values({ styles, sheet: rows(dated(1, "6708000")) })).toEqual([[{ kind: "number", source: "6708000" }]]);
    expect(values({ styles, sheet: rows(dated(1, "-3")) })).toEqual([[{ kind: "number", source: "-3" }]]);
  });

  it("in merged ranges count at the top left only", () => {
    expect(values({ sheet: `${rows('<row r="1"><c r="A1" t="inlineStr"><is><t>head</t></is></c><c r="B1" t="inlineStr"><is><t>stale</t></is></c><c r="C1"><v>1</v></c></row>')}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>` }))
      .toEqual([[text("head"), EMPTY, { kind: "number", source: "1" }]]);
  });

  it("may be sparse, without places, and with a namespace prefix", () => {
    const sheet = read(zip(workbook({ sheet: rows('<row r="3"><c r="C3"><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>') })));
    expect(sheet.rows.map((row) => [row.row, row.cells.map((cell) => cell.at)])).toEqual([[3, ["Rows!A3", "Rows!B3", "Rows!C3"]], [4, ["Rows!A4", "Rows!B4"]]]);
    const prefixed = { ...workbook({ sheet: "" }), "xl/worksheets/sheet1.xml": '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>' };
    expect(read(zip(prefixed)).rows).toHaveLength(1);
  });

  it("come from the first visible sheet with content", () => {
    const workbookXml = '<workbook xmlns:r="r"><sheets><sheet name="Hidden" sheetId="1" state="hidden" r:id="rId2"/><sheet name="Blank" sheetId="2" r:id="rId1"/><sheet name="Data" sheetId="3" r:id="rId2"/></sheets></workbook>';
    const sheet = read(zip(workbook({ workbook: workbookXml, sheet: rows('<row r="1"><c r="A1" s="1"/></row>'), more: { "xl/worksheets/sheet2.xml": `<worksheet>${rows('<row r="1"><c r="A1"><v>1</v></c></row>')}</worksheet>` } })));
    expect([sheet.name, sheet.parts?.sheet, sheet.otherSheets]).toEqual(["Data", "xl/worksheets/sheet2.xml", ["Blank"]]);
    expect(refusal(zip(workbook({ sheet: rows("") }))).code).toBe("sheet-empty");
  });
});

describe("a hostile or damaged workbook is one finding, never a throw", () => {
  const good = workbook({ sheet: rows('<row r="1"><c r="A1"><v>1</v></c></row>') });

  it("a bomb is refused before it is inflated, by its size, its ratio and its number of parts", () => {
    const bomb = zip({ ...good, "xl/worksheets/sheet1.xml": `<worksheet>${" ".repeat(8_000_000)}</worksheet>` });
    expect(bomb.length).toBeLessThan(20_000);
    expect(refusal(bomb)).toMatchObject({ code: "workbook-too-large", message: expect.stringContaining("200-fold") });
    expect(refusal(zip(good), { ...DEFAULT_LIMITS, inflatedBytesMax: 500 }).code).toBe("workbook-too-large");
    expect(refusal(zip(good), { ...DEFAULT_LIMITS, zipEntriesMax: 3 }).code).toBe("workbook-too-large");
  });

  it("a bomb that lies about its size is stopped where its own declaration ends", () => {
    const bomb = zip({ ...good, "xl/worksheets/sheet1.xml": `<worksheet>${" ".repeat(8_000_000)}</worksheet>` });
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000) view.setUint32(at + 24, 1_000, true);
    }
    expect(refusal(lying)).toMatchObject({ code: "workbook-damaged", message: expect.stringContaining("larger than it declares") });
  });

  it("names that point outside, other archives inside and doubled names are refused", () => {
    for (const name of ["../../etc/passwd", "/absolute.xml", "C:/drive.xml", "xl\\back.xml", "xl/./a.xml"]) expect(refusal(zip({ ...good, [name]: "x" })).code).toBe("workbook-unsafe");
    expect(refusal(zip({ ...good, "xl/embeddings/inner.zip": "x" })).code).toBe("workbook-unsafe");
    expect(refusal(zip({ ...good, "../x": "secret" })).message).not.toContain("secret");
  });

  it("a relation that climbs out of the archive leads nowhere", () => {
    const climbing = { ...good, "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="../../xl/workbook.xml"/></Relationships>` };
    expect(refusal(zip(climbing)).code).toBe("workbook-damaged");
  });

  it("protected workbooks are told apart", () => {
    const encrypted = zip(good).slice();
    const view = new DataView(encrypted.buffer);
    for (let at = 0; at < encrypted.length - 46; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(refusal(encrypted).code).toBe("workbook-encrypted");
    expect(refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])).code).toBe("workbook-encrypted");
  });

  it("entities are refused, however often they laugh", () => {
    const laughs = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(refusal(zip({ ...good, "xl/worksheets/sheet1.xml": `${laughs}<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>` }))).toMatchObject({ code: "workbook-damaged", message: expect.stringContaining("entities") });
    expect(refusal(zip({ ...good, "xl/worksheets/sheet1.xml": "<worksheet>&xxe;</worksheet>" })).code).toBe("workbook-damaged");
  });

  it("wherever the file is cut off, it is damaged", () => {
    const whole = zip(good);
    for (let length = 4; length < whole.length; length += 7) expect(refusal(whole.subarray(0, length)).code).toBe("workbook-damaged");
  });

  it("a flipped byte anywhere is read or found, never thrown", () => {
    const whole = zip(good);
    for (let at = 4; at < whole.length; at += 3) {
      const flipped = whole.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x55;
      const sheet = readSheet({ name: "rows.xlsx", bytes: flipped });
      expect(sheet.ok || sheet.error.length === 1).toBe(true);
    }
  });

  it("an archive that is no workbook, XML that is none and strings that are not there are damage", () => {
    expect(refusal(zip({ "hello.txt": "x" })).message).toContain("no workbook");
    expect(refusal(zip({ ...good, "xl/worksheets/sheet1.xml": "<worksheet><sheetData>" })).code).toBe("workbook-damaged");
    expect(refusal(zip(workbook({ strings: "", sheet: rows('<row r="1"><c r="A1" t="s"><v>7</v></c></row>') }))).message).toContain("shared string");
    expect(refusal(zip(workbook({ sheet: rows('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"/>') }))).message).toContain("in order");
    expect(refusal(zip(workbook({ sheet: rows('<row r="9999999"><c r="A9999999"><v>1</v></c></row>') }))).code).toBe("workbook-damaged");
  });

  it("a row that reaches far to the right costs no memory and is refused alone", () => {
    const sheet = read(zip(workbook({ sheet: rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="XFD2"><v>1</v></c></row><row r="3"><c r="A3" s="1"/><c r="XFD3" s="1"/></row>') })));
    expect(sheet.rows.map((row) => [row.row, row.cells.length, row.findings?.[0]?.code])).toEqual([[1, 1, undefined], [2, 300, "row-too-wide"]]);
  });

  it("too many cells, strings or styles end the reading", () => {
    const wide = rows('<row r="1"><c r="Z1"><v>1</v></c></row><row r="2"><c r="Z2"><v>1</v></c></row>');
    expect(refusal(zip(workbook({ sheet: wide })), { ...DEFAULT_LIMITS, cellsMax: 30 }).code).toBe("file-too-large");
    expect(refusal(zip(workbook({ sheet: wide, strings: "<si><t>a</t></si><si><t>b</t></si>" })), { ...DEFAULT_LIMITS, sharedStringsMax: 1 }).code).toBe("workbook-damaged");
    expect(refusal(zip(workbook({ sheet: wide, styles: "<cellXfs><xf/><xf/></cellXfs>" })), { ...DEFAULT_LIMITS, stylesMax: 1 }).code).toBe("workbook-damaged");
  });
});
