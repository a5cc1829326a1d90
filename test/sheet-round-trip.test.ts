// What outgoing writes, intake reads: filled templates, exports and annotated copies come back as they went out.
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { Authority, Template, TemplateColumn } from "../src/domain/rules/index.ts";
import { addDays, parseLawId, plainDate, type FieldReading, type LawId } from "../src/domain/terms/index.ts";
import { applyTemplate, readSheet, type TemplateLaw } from "../src/intake/index.ts";
import { annotateSheet, writeCsv, writeTemplateSheet, type TemplateSheetRow } from "../src/outgoing/index.ts";

function lawId(text: string): LawId {
  const parsed = parseLawId(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const HEAD = { basis: [], confidence: "high", at: "test" } as const;
const CUSTOMS: Authority = { ...HEAD, kind: "authority", id: lawId("cn:customs"), names: { en: "Customs", zh: "海关总署" }, level: "national", powers: [], aliases: [] };
const SCHEME = lawId("cn:code");
const LAW: TemplateLaw = { authorities: [CUSTOMS], schemes: [], isPersonIdentifier: () => false, readCode: (text, scheme) => ({ ok: true, value: { scheme, value: text } }) };
const CHOICES = [{ value: "a", texts: ["甲, one", "alpha"], names: { en: "A" } }, { value: "b", texts: ["乙"], names: { en: "B" } }, { value: "c", texts: ["丙/three"], names: { en: "C" } }];

function column(header: string, to: string, more: Partial<TemplateColumn> = {}): TemplateColumn {
  return { headers: [header], names: { en: `${header} (en)`, zh: `${header}（中）` }, to, type: "text", required: false, lastDay: false, sentinels: {}, choices: [], ...more };
}

const template: Template = {
  ...HEAD, kind: "template", id: lawId("cn:all-kinds"), names: { en: "All kinds", zh: "各类" }, of: { kind: "organisation" }, formats: ["xlsx", "csv"], complete: false, headerRows: 1, quoting: "strict", readings: [],
  columns: [
    column("名称", "name", { required: true }), column("Alias 1", "alias"), column("Alias 2", "alias"), column("Code", "code:cn:code", { type: "code" }),
    column("From", "from", { type: "day" }), column("Until", "until", { type: "day", lastDay: true, sentinels: { Ongoing: "notStated", Permanent: "permanent", "Until paid": "untilDone" } }),
    column("Fine", "field:fine", { type: "money" }), column("Count", "field:count", { type: "integer" }), column("Paid", "field:paid", { type: "flag" }),
    column("Kind", "field:kind", { type: "choice", choices: CHOICES }), column("Kinds", "field:kinds", { type: "choices", choices: CHOICES }), column("By", "field:by", { type: "authority" }), column("Note", "field:note"),
  ],
};

const day = fc.integer({ min: 0, max: 109_000 }).map((count) => addDays(plainDate("1900-01-02"), count));
const signs = fc.constantFrom("a", "B", "é", "名", "𠮷", " ", "=", "+", "-", "@", "'", '"', ",", ";", "\t", "\n", "<", "&", "]]>", "_x000D_", "_x", "0", ".", "＝", "\u00a0");
const text = fc.array(signs, { minLength: 1, maxLength: 12 }).map((parts) => parts.join("")).map((each) => each.replace(/^[\s]+|[\s]+$/g, "")).filter((each) => each !== "");
const oneLine = text.map((each) => each.replace(/\s+/g, " "));
const of = <T>(to: string, value: fc.Arbitrary<T>, make: (value: T) => FieldReading) => fc.option(value.map((each) => ({ to, value: make(each) })), { nil: undefined });
const aText = (value: string): FieldReading => ({ kind: "text", text: value });

const row: fc.Arbitrary<TemplateSheetRow> = fc.tuple(
  oneLine.map((each) => ({ to: "name", value: aText(each) })),
  of("alias", oneLine, aText),
  of("code:cn:code", fc.stringMatching(/^[0-9A-Z]{18}$/), (value) => ({ kind: "code", scheme: SCHEME, value })),
  of("from", day, (each) => ({ kind: "day", day: each })),
  of("until", fc.oneof(day.map((each): FieldReading => ({ kind: "day", day: each })), fc.constantFrom("notStated", "permanent", "untilDone").map((end): FieldReading => ({ kind: "end", end }))), (each) => each),
  of("field:fine", fc.tuple(fc.integer({ min: -1_000_000_000_000_000, max: 9_000_000_000_000_000 }), fc.constantFrom("CNY", "USD")), ([minor, currency]) => ({ kind: "money", minor: minor === 0 ? 0 : minor, currency })),
  of("field:count", fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (each) => ({ kind: "integer", value: String(each) })),
  of("field:paid", fc.boolean(), (value) => ({ kind: "flag", value })),
  of("field:kind", fc.constantFrom("a", "b", "c"), aText),
  of("field:kinds", fc.subarray(["a", "b", "c"], { minLength: 1 }), (values) => ({ kind: "choices", values })),
  of("field:by", fc.constant(CUSTOMS.id), (id) => ({ kind: "authority", id })),
  of("field:note", text, aText),
).map((fields) => fields.filter((field) => field !== undefined));

function readBack(bytes: Uint8Array): unknown {
  const sheet = readSheet({ name: "rows", bytes });
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.error));
  const read = applyTemplate(template, sheet.value, LAW);
  expect([read.findings, read.warnings, read.rows.flatMap((each) => each.findings)]).toEqual([[], [], []]);
  return read.rows.map((each) => each.fields.map(({ to, value }) => ({ to, value })));
}

describe("a template filled with rows", () => {
  it.each([["xlsx", "utf-8"], ["csv", "utf-8"], ["csv", "utf-8-bom"], ["csv", "gb18030"]] as const)("is read back as it was written: %s, %s", (format, encoding) => {
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.constantFrom("en", "zh"), (rows, language) => {
      const bytes = writeTemplateSheet(template, format, rows, { encoding, language, authorityText: () => "海关总署" });
      expect(readBack(bytes)).toEqual(rows);
    }), { numRuns: 150 });
  });

  it("with two aliases and no name for an authority too", () => {
    const rows: readonly TemplateSheetRow[] = [[{ to: "name", value: aText("A") }, { to: "alias", value: aText("B") }, { to: "alias", value: aText("C") }, { to: "field:by", value: { kind: "authority", id: CUSTOMS.id } }]];
    expect(readBack(writeTemplateSheet(template, "xlsx", rows))).toEqual(rows);
  });

  it("with two header rows too, and an empty one is no rows", () => {
    const two: Template = { ...template, headerRows: 2 };
    const rows: readonly TemplateSheetRow[] = [[{ to: "name", value: aText("A") }]];
    for (const format of ["xlsx", "csv"] as const) {
      const sheet = readSheet({ name: "rows", bytes: writeTemplateSheet(two, format, rows) });
      expect(sheet.ok && applyTemplate(two, sheet.value, LAW)).toMatchObject({ findings: [], headerRow: 2, rows: [{ row: 3, fields: [{ to: "name" }] }] });
    }
    expect(readBack(writeTemplateSheet(template, "csv"))).toEqual([]);
  });
});

describe("a CSV for export", () => {
  it("is read back as it was written, whatever its cells hold", () => {
    fc.assert(fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.constantFrom("utf-8", "utf-8-bom", "gb18030"), (rows, encoding) => {
      const sheet = readSheet({ name: "rows.csv", bytes: writeCsv([["Header", "Header 2"], ...rows], { encoding }) });
      const read = sheet.ok ? sheet.value.rows.slice(1).map((each) => each.cells.map((cell) => (cell.value.kind === "text" ? cell.value.text : cell.value.kind))) : [];
      expect(read).toEqual(rows);
    }));
  });
});

describe("an annotated copy", () => {
  const rows: readonly TemplateSheetRow[] = [[{ to: "name", value: aText("=A") }, { to: "from", value: { kind: "day", day: plainDate("2024-03-05") } }], [{ to: "name", value: aText("B, \"b\"") }]];

  it.each([["xlsx", "utf-8"], ["csv", "utf-8-bom"], ["csv", "gb18030"]] as const)("that is handed in again says the same: %s, %s", (format, encoding) => {
    const bytes = writeTemplateSheet(template, format, rows, { encoding });
    const sheet = readSheet({ name: "rows", bytes });
    if (!sheet.ok) throw new Error(JSON.stringify(sheet.error));
    const at = (place: string): string => (format === "xlsx" ? `${sheet.value.name}!${place}` : place);
    const finding = (place: string) => ({ code: "x", at: at(place), message: "`=x` is wrong, \"really\"", remedy: "Mend it;\nthen hand it in." });
    const once = annotateSheet({ bytes, sheet: sheet.value, headerRow: 1 }, [finding("E2"), finding("C3"), finding("A1")], "zh");
    expect(readBack(once)).toEqual(rows);
    const again = readSheet({ name: "rows", bytes: once });
    expect(again.ok && [again.value.format, again.value.encoding]).toEqual([format, format === "xlsx" ? "zip" : encoding]);
    const texts = again.ok ? again.value.rows.map((each) => each.cells.slice(-2).map((cell) => (cell.value.kind === "text" ? cell.value.text : ""))) : [];
    expect(texts.map((each) => each[0])).toEqual(["Probity：问题\nA1: `=x` is wrong, \"really\"", "E2: `=x` is wrong, \"really\"", "C3: `=x` is wrong, \"really\""]);
  });
});
