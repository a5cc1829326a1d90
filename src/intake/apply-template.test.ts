import { describe, expect, it } from "vitest";
import type { Authority, Template, TemplateColumn, TemplateReading } from "../domain/rules/index.ts";
import { err, ok, parseLawId, type CellValue, type LawId, type Sheet } from "../domain/terms/index.ts";
import { applyTemplate } from "./apply-template.ts";
import { readSheet } from "./read-sheet.ts";
import type { ReadBySheet } from "./sheet.ts";
import type { TemplateLaw } from "./template-law.ts";

function lawId(text: string): LawId {
  const parsed = parseLawId(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const head = { names: { en: "x" }, basis: [], confidence: "high", at: "test" } as const;

function column(header: string, to: string, more: Partial<TemplateColumn> = {}): TemplateColumn {
  return { headers: [header], names: { en: header }, to, type: "text", required: false, lastDay: false, sentinels: {}, choices: [], ...more };
}

function reading(of: string, pattern: string, to: string, more: Partial<TemplateReading> = {}): TemplateReading {
  return { column: of, pattern, to, type: "text", consumes: true, ...more };
}

function template(columns: readonly TemplateColumn[], more: Partial<Template> = {}): Template {
  return { ...head, kind: "template", id: lawId("cn:test-sheet"), of: { kind: "organisation" }, formats: ["xlsx", "csv", "json"], complete: false, headerRows: 1, quoting: "strict", columns, readings: [], ...more };
}

const authority: Authority = { ...head, kind: "authority", id: lawId("cn:customs"), names: { en: "Customs", zh: "海关总署" }, level: "national", powers: [], aliases: ["General Administration of Customs"], short: "customs" };

/** Codes here are `C` and digits; a person's number is eighteen digits that end in 4. */
const law: TemplateLaw = {
  authorities: [authority], schemes: [],
  isPersonIdentifier: (text) => /^\d{17}4$/.test(text),
  readCode: (text, scheme) => (/^(C\d+|\d{17}4)$/.test(text.trim()) && !text.startsWith("1") ? ok({ scheme, value: text.trim() }) : err({ message: "this is no code", remedy: "Write the code." })),
};

function sheetOf(text: string): Sheet {
  const sheet = readSheet({ name: "rows.csv", bytes: new TextEncoder().encode(text) });
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.error));
  return sheet.value;
}

/** A sheet of one row below the header `X`. */
function one(value: CellValue): Sheet {
  return { name: "Rows", format: "xlsx", encoding: "zip", rows: [{ row: 1, cells: [{ value: { kind: "text", text: "X" }, at: "Rows!A1" }] }, { row: 2, cells: [{ value, at: "Rows!A2" }] }] };
}

function readOne(value: CellValue | string, more: Partial<TemplateColumn> = {}): unknown {
  const read = applyTemplate(template([column("X", "field:x", more)]), one(typeof value === "string" ? { kind: "text", text: value } : value), law);
  const row = read.rows[0];
  return row?.findings[0]?.code ?? row?.fields[0]?.value;
}

const codes = (read: ReadBySheet): unknown => ({ sheet: read.findings.map((finding) => finding.code), warnings: (read.warnings ?? []).map((finding) => finding.code), rows: read.rows.map((row) => row.findings.map((finding) => `${finding.at} ${finding.code}`)) });

describe("the header of a sheet", () => {
  const columns = [column("Firm Name", "name", { required: true }), column("From Date", "from", { type: "day" }), column("Note", "field:note")];

  it("is found below banner rows, with case, width and spaces levelled", () => {
    const read = applyTemplate(template(columns), sheetOf("Downloaded,,\n,,\nＦｉｒｍ\u00a0 name *, NOTE :,from date\nA,n,2024-01-02\n"), law);
    expect([read.headerRow, read.rows.map((row) => [row.row, row.fields.map((field) => [field.to, field.at])])]).toEqual([3, [[4, [["name", "A4"], ["field:note", "B4"], ["from", "C4"]]]]]);
  });

  it("may be two rows, joined down", () => {
    const read = applyTemplate(template([...columns.slice(0, 1), column("Period From Date", "from", { type: "day" }), column("To Date", "until", { type: "day" })], { headerRows: 2 }), sheetOf("banner,,\nFirm Name,Period,\n,From Date,To Date\nA,2024-01-02,2025-01-02\n"), law);
    expect([read.headerRow, read.rows[0]?.fields.map((field) => field.to)]).toEqual([3, ["name", "from", "until"]]);
  });

  it("without a required column, or twice the same, refuses the sheet; with an unknown column it is only a warning", () => {
    expect(codes(applyTemplate(template(columns), sheetOf("Note,From Date\nn,2024-01-02\n"), law))).toEqual({ sheet: ["column-missing"], warnings: [], rows: [] });
    expect(codes(applyTemplate(template(columns), sheetOf("Firm Name,Firm name\nA,B\n"), law))).toEqual({ sheet: ["column-twice"], warnings: [], rows: [] });
    expect(codes(applyTemplate(template(columns), sheetOf("Firm Name,Colour\nA,red\n"), law))).toEqual({ sheet: [], warnings: ["column-unknown"], rows: [[]] });
    expect(codes(applyTemplate(template(columns), sheetOf("x,y\nA,B\n"), law))).toEqual({ sheet: ["header-not-found"], warnings: [], rows: [] });
    expect(codes(applyTemplate(template(columns, { formats: ["xlsx"] }), sheetOf("Firm Name\nA\n"), law))).toEqual({ sheet: ["format-not-accepted"], warnings: [], rows: [] });
  });

  it("ignores the columns of an annotated copy that was mended", () => {
    expect(codes(applyTemplate(template(columns), sheetOf("Firm Name,Probity: finding,Probity：更正方法\nA,old,old\n"), law))).toEqual({ sheet: [], warnings: [], rows: [[]] });
  });

  it("states the day of the edition in its banner, day before month where the pattern says so", () => {
    const dated = template(columns, { editionDay: { pattern: String.raw`Downloaded on:\s*(?<day>\d{2})/(?<month>\d{2})/(?<year>\d{4})` } });
    expect(applyTemplate(dated, sheetOf("Downloaded on: 07/01/2025 10:37\nFirm Name\nA\n"), law).asOf).toBe("2025-01-07");
    expect(applyTemplate(dated, sheetOf("Firm Name\nA\n"), law)).toMatchObject({ findings: [], rows: [{}] });
    expect(codes(applyTemplate(dated, sheetOf("Downloaded on: 31/02/2025\nFirm Name\nA\n"), law))).toMatchObject({ sheet: ["edition-day-not-read"] });
  });
});

describe("a row", () => {
  const columns = [column("Name", "name", { required: true }), column("Fine", "field:fine", { type: "money" }), column("Until", "until", { type: "day", sentinels: { "": "notStated", Ongoing: "notStated" } })];

  it("reports all that is wrong with it at once, and its blank neighbours are no rows", () => {
    expect(codes(applyTemplate(template(columns), sheetOf("Name,Fine,Until\n,\n ,abc,2024-13-01\nA,1,2024-01-01\n"), law))).toEqual({ sheet: [], warnings: [], rows: [["B3 amount-not-read", "C3 day-not-read", "A3 cell-missing"], []] });
  });

  it("knows an empty cell at its end that means no end is stated", () => {
    expect(applyTemplate(template(columns), sheetOf("Name,Fine,Until\nA\n"), law).rows[0]?.fields.at(-1)).toEqual({ to: "until", value: { kind: "end", end: "notStated" }, at: "C2" });
  });

  it("with more cells than headers was parted wrongly", () => {
    expect(codes(applyTemplate(template(columns), sheetOf("Name,Fine\nA,1,234\n"), law))).toMatchObject({ rows: [["C2 cell-without-column"]] });
  });

  it("that is broken is refused without misleading findings about its cells", () => {
    const sheet = readSheet({ name: "f", bytes: new TextEncoder().encode('Name,Fine,Until\nTAIL","x"\n"A",,\n'), quoting: "looseQuotes" });
    expect(sheet.ok && codes(applyTemplate(template(columns), sheet.value, law))).toMatchObject({ rows: [["row 2 row-broken"], []] });
  });
});

describe("a day", () => {
  const day = (text: string, more: Partial<TemplateColumn> = {}): unknown => readOne(text, { type: "day", ...more });
  const of = (text: string): unknown => ({ kind: "day", day: text });

  it("is read in the forms people write", () => {
    for (const text of ["2024-03-05", "2024/3/5", "2024.03.05", "2024年3月5日", "２０２４年３月５日", " 20240305 ", "2024-03-05 00:00:00", "2024-03-05T09:30"]) expect(day(text)).toEqual(of("2024-03-05"));
    expect(readOne({ kind: "number", source: "20240305" }, { type: "day" })).toEqual(of("2024-03-05"));
  });

  it("with the day before the month is read only by the template's pattern", () => {
    expect(day("05/03/2024")).toBe("day-not-read");
    expect(day("05/03/2024", { dayPattern: String.raw`^(?<day>\d{2})/(?<month>\d{2})/(?<year>\d{4})$` })).toEqual(of("2024-03-05"));
  });

  it("of the year 20266, of no calendar, or a bare serial number is a finding", () => {
    expect(day("20266-01-05")).toBe("day-out-of-range");
    expect(day("1899-12-31")).toBe("day-out-of-range");
    expect(day("2023-02-29")).toBe("day-not-read");
    expect(readOne({ kind: "number", source: "6708000" }, { type: "day" })).toBe("day-not-read");
    expect(readOne({ kind: "number", source: "45356" }, { type: "day" })).toBe("day-not-read");
  });

  it("that is the last barred one gives the first free day", () => {
    expect(day("2027-08-09", { lastDay: true })).toEqual(of("2027-08-10"));
    expect(day("2024-02-29", { lastDay: true })).toEqual(of("2024-03-01"));
    expect(day("2200-12-31", { lastDay: true })).toBe("day-out-of-range");
  });

  it("that is a sentinel is an End, not a day", () => {
    const sentinels = { "2999-12-31": "notStated", Permanent: "permanent", "Until paid": "untilDone" } as const;
    expect(day("2999-12-31", { lastDay: true, sentinels })).toEqual({ kind: "end", end: "notStated" });
    expect(day(" PERMANENT ", { sentinels })).toEqual({ kind: "end", end: "permanent" });
    expect(day("until  paid", { sentinels })).toEqual({ kind: "end", end: "untilDone" });
  });

  it("of an instant is its day in UTC", () => {
    const instant = (text: string): unknown => readOne(text, { type: "instantDay" });
    expect(instant("2024-07-01T12:00:59Z")).toEqual(of("2024-07-01"));
    expect(instant("2024-07-01T23:30:00-02:00")).toEqual(of("2024-07-02"));
    expect(instant("2024-07-01T03:00+08:00")).toEqual(of("2024-06-30"));
    expect(instant("2024-07-01T25:00:00Z")).toBe("day-not-read");
    expect(instant("20266-07-01T12:00:59Z")).toBe("day-out-of-range");
  });
});

describe("other cells", () => {
  const money = (text: string | CellValue, more: Partial<TemplateColumn> = {}): unknown => readOne(text, { type: "money", ...more });
  const of = (minor: number, currency = "CNY"): unknown => ({ kind: "money", minor, currency });

  it("hold money in minor units, however it is written", () => {
    for (const text of ["1234.5", "1,234.50", "￥1,234.50", "１２３４．５元", "CNY 1234.500", "RMB1234.50"]) expect(money(text)).toEqual(of(123450));
    expect(money({ kind: "number", source: "1234.5600000000001" })).toEqual(of(123456));
    expect(money({ kind: "number", source: "1.5E+7" })).toEqual(of(1_500_000_000));
    expect(money("1234.5 USD")).toEqual(of(123450, "USD"));
    expect(money("12", { currency: "EUR" })).toEqual(of(1200, "EUR"));
    expect(money("-0.00")).toEqual(of(0));
  });

  it("hold no money that is too fine, too large, or in another unit", () => {
    expect(["1.005", "5万元", "12,34.5", "abc", "1.2.3", "￥1 USD", "99999999999999999"].map((text) => money(text))).toEqual(["amount-too-fine", "amount-not-read", "amount-not-read", "amount-not-read", "amount-not-read", "amount-not-read", "amount-too-large"]);
  });

  it("hold whole numbers, flags and choices", () => {
    expect(["1,234", "007", "12.0", "-5", "1.5", "x"].map((text) => readOne(text, { type: "integer" }))).toEqual([{ kind: "integer", value: "1234" }, { kind: "integer", value: "7" }, { kind: "integer", value: "12" }, { kind: "integer", value: "-5" }, "integer-not-read", "integer-not-read"]);
    expect(["是", "NO", "maybe"].map((text) => readOne(text, { type: "flag" }))).toEqual([{ kind: "flag", value: true }, { kind: "flag", value: false }, "flag-not-read"]);
    const choices = [{ value: "fraud", texts: ["Fraudulent", "欺诈"], names: { en: "Fraud" } }, { value: "corruption", texts: ["Corrupt"], names: { en: "Corruption" } }];
    expect(readOne("FRAUDULENT", { type: "choice", choices })).toEqual({ kind: "text", text: "fraud" });
    expect(readOne("corrupt；欺诈; fraud", { type: "choices", choices })).toEqual({ kind: "choices", values: ["corruption", "fraud"] });
    expect(readOne("theft", { type: "choice", choices })).toBe("choice-unknown");
  });

  it("name authorities by id, name, short name or alias", () => {
    for (const text of ["cn:customs", "CUSTOMS", "海关总署", "general administration of  customs"]) expect(readOne(text, { type: "authority" })).toEqual({ kind: "authority", id: "cn:customs" });
    expect(readOne("Port Office", { type: "authority" })).toBe("authority-unknown");
  });

  it("that hold a formula or an error are findings; in a column nobody reads they are not", () => {
    expect(readOne({ kind: "formula", formula: "A1" })).toBe("formula-in-cell");
    expect(readOne({ kind: "fault", text: "#N/A" })).toBe("cell-fault");
    expect(codes(applyTemplate(template([column("Name", "name")]), sheetOf("Name,Else\n=A1,=B1\n"), law))).toMatchObject({ rows: [["A2 formula-in-cell"]] });
  });

  it("hold a mail address where letters should go, by a column of its own or read out of another, or none at all", () => {
    const email = (text: string): unknown => {
      const [row] = applyTemplate(template([column("X", "email")]), one({ kind: "text", text }), law).rows;
      return row?.findings.map(({ code, at, message }) => [code, at, message])[0] ?? row?.fields.find(({ to }) => to === "email")?.value ?? null;
    };
    expect(email("  信用@例子.中国\n")).toEqual({ kind: "text", text: "信用@例子.中国" });
    expect(email("")).toBeNull();
    expect(email("无")).toEqual(["mail-address-not-read", "Rows!A2", "`无` is not a mail address"]);
    expect(email("desk@example.org\r\nBcc: all@example.com")).toEqual(["mail-address-not-read", "Rows!A2", expect.stringMatching(/holds a line break/)]);
    expect(email("a@example.org;b@example.org")).toEqual(["mail-address-not-read", "Rows!A2", "`a@example.org;b@example.org` is more than one mail address"]);
    const within = (text: string): unknown => applyTemplate(template([column("X", "address")], { readings: [reading("X", "mail: (.*)", "email")] }), one({ kind: "text", text }), law).rows.map(({ fields, findings }) => [fields.map(({ to }) => to), findings.map(({ code }) => code)]);
    expect([within("mail: desk@example.org"), within("mail: ask at the desk")]).toEqual([[[["email"], []]], [[[], ["mail-address-not-read"]]]]);
  });

  it("keep the inside of a text and trim its ends; names stand on one line", () => {
    expect(readOne("\u00a0 two  words\r\nnext\t")).toEqual({ kind: "text", text: "two  words\nnext" });
    expect(applyTemplate(template([column("X", "name")]), one({ kind: "text", text: " two  words\nnext\t" }), law).rows[0]?.fields[0]?.value).toEqual({ kind: "text", text: "two words next" });
  });
});

describe("codes and persons", () => {
  const columns = [column("Name", "name"), column("Code", "code:cn:code", { type: "code" })];
  const person = "110101199003070014";

  it("a number with an exponent or too many digits in a code column has lost digits; the finding does not repeat it", () => {
    for (const source of ["9.1440300E+17", "911101081000000001"]) {
      const read = applyTemplate(template([column("X", "code:cn:code", { type: "code" })]), one({ kind: "number", source }), law);
      expect(read.rows[0]?.findings).toMatchObject([{ code: "number-lost-digits" }]);
      expect(JSON.stringify(read.rows)).not.toContain(source);
    }
  });

  it("a person's number anywhere is a finding that names the cell and never the number", () => {
    const forms = [person, "110101 19900307 0014", "110101-19900307-0014", `holder: ${person}.`, "１１０１０１１９９００３０７００１４"];
    for (const form of forms) {
      const read = applyTemplate(template(columns), sheetOf(`Name,Code,Unknown\n${form},C1,\nB,C2,${form}\n`), law);
      expect(codes(read)).toMatchObject({ rows: [["A2 person-identifier"], ["C3 person-identifier"]] });
      expect(JSON.stringify(read)).not.toContain("0014");
    }
  });

  it("a person's number in the banner refuses the sheet", () => {
    expect(codes(applyTemplate(template(columns), sheetOf(`${person},x\nName,Code\nA,C1\n`), law))).toMatchObject({ sheet: ["person-identifier"], rows: [] });
  });

  it("a value that passes as both is a code in the column of its scheme, and a person's number elsewhere", () => {
    const both = "511101195001010514";
    const read = applyTemplate(template(columns), sheetOf(`Name,Code\nA,${both}\n${both},C1\n`), law);
    expect(codes(read)).toMatchObject({ rows: [[], ["A3 person-identifier"]] });
    expect(read.rows[0]?.fields[1]?.value).toEqual({ kind: "code", scheme: "cn:code", value: both });
  });

  it("a code that is none is a finding of its checker", () => {
    expect(applyTemplate(template(columns), sheetOf("Name,Code\nA,X9\n"), law).rows[0]?.findings).toEqual([{ code: "code-not-read", at: "B2", message: "this is no code", remedy: "Write the code." }]);
  });
});

describe("readings", () => {
  const columns = [column("Name", "name", { required: true }), column("Info", "ignore"), column("Grounds", "field:grounds")];
  const readings = [
    reading("name", String.raw`\(formerly ([^)]+)\)`, "formerName"),
    reading("Info", String.raw`\*(\d+)`, "field:caseNumber"),
    reading("Info", String.raw`(\p{Script=Han}+)`, "alias"),
    reading("Grounds", String.raw`cross debarment:\s*(\w+)`, "originator", { type: "authority", consumes: false }),
    reading("Grounds", String.raw`\bcorrupt\b`, "field:practices", { type: "choices", value: "corruption", consumes: false }),
    reading("Grounds", String.raw`\bfraudulent\b`, "field:practices", { type: "choices", value: "fraud", consumes: false }),
    reading("Grounds", "affiliate", "field:affiliate", { type: "flag", value: "true", consumes: false }),
  ];
  const fields = (text: string): unknown => applyTemplate(template(columns, { readings }), sheetOf(text), law).rows.map((row) => [...row.findings.map((finding) => finding.code), ...row.fields.map((field) => [field.to, "text" in field.value ? field.value.text : "values" in field.value ? field.value.values : "id" in field.value ? field.value.id : "value" in field.value ? field.value.value : field.value.kind])]);

  it("take several fields out of one cell; what is left is the column's own value", () => {
    expect(fields("Name,Info,Grounds\nNew Works (formerly Old Works),(新公司) *677,Corrupt and fraudulent; affiliate\n")).toEqual([[["name", "New Works"], ["formerName", "Old Works"], ["field:caseNumber", "677"], ["alias", "新公司"], ["field:grounds", "Corrupt and fraudulent; affiliate"], ["field:practices", ["corruption", "fraud"]], ["field:affiliate", true]]]);
  });

  it("that name an authority the law does not know are findings", () => {
    expect(fields("Name,Info,Grounds\nA,,Cross debarment: customs\nB,,Cross debarment: elsewhere\n")).toEqual([[["name", "A"], ["field:grounds", "Cross debarment: customs"], ["originator", "cn:customs"]], ["authority-unknown", ["name", "B"], ["field:grounds", "Cross debarment: elsewhere"]]]);
  });

  it("are not slowed down by a cell full of what they look for", () => {
    const read = applyTemplate(template(columns, { readings }), sheetOf(`Name,Info\nA,${"*1 ".repeat(10_000)}\n`), law);
    expect(read.rows[0]?.fields.filter((field) => field.to === "field:caseNumber")).toHaveLength(1);
  });

  it("a name means an authority of the template's own body of law before one of another", () => {
    const bank = (id: string): Authority => ({ ...authority, id: lawId(id), names: { en: "World Bank" }, aliases: [], short: id });
    const read = applyTemplate(template([column("X", "originator", { type: "authority" })], { id: lawId("mdb:sheet") }), one({ kind: "text", text: "World Bank" }), { ...law, authorities: [bank("cn:world-bank"), bank("mdb:wbg")] });
    expect(JSON.stringify(read)).toContain("mdb:wbg");
    expect(JSON.stringify(read)).not.toContain("cn:world-bank");
  });
});
