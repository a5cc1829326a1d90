// The paper of a credit report: its text read back in both languages, its tags, the signed file in it, its QR code scanned; what strangers wrote in
// names does nothing to it; and a paper that was changed is found out.
import jsqr from "jsqr";
import { describe, expect, it } from "vitest";
import { present } from "../src/domain/terms/index.ts";
import { digest, key } from "../src/domain/proof/proof-fixtures.ts";
import { failedReport, reportContentOf, reportFileOf, reportLineOf } from "../src/domain/proof/report-fixtures.ts";
import { keySetOf, PURPOSES, type ReportContent } from "../src/domain/proof/index.ts";
import { isPdf, pdfAttachments } from "../src/intake/index.ts";
import { endInWords, qrCode, REPORT_WORDS, statementInWords } from "../src/outgoing/index.ts";
import { pageTexts } from "../src/outgoing/letter-pdf-fixtures.ts";
import { checkReport, printCertificate, printReport, type ReportsChecked } from "../src/service/index.ts";

type Language = "zh" | "en";
const KEYS = Buffer.from(JSON.stringify(keySetOf([key])));
const LIMIT = 16 * 1024 * 1024;

function paperOf(file: string, language: Language, print = printReport): Uint8Array {
  const printed = print(file, language);
  if (!printed.ok) throw new Error(printed.error.message);
  return printed.value;
}

const fileOf = (content: ReportContent, more: Parameters<typeof reportLineOf>[1] = {}): string => reportFileOf([reportLineOf(content, more)]);
const textOf = (paper: Uint8Array): string => pageTexts(paper).join("");
const bare = (text: string): string => text.replaceAll(/\s/g, "");

async function checked(bytes: Uint8Array): Promise<ReportsChecked | readonly string[]> {
  const result = await checkReport({ bytes, keySet: KEYS, digest });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.ok ? result.value.value : result.value.error.map(({ code }) => code);
}

/** The QR code of an SVG as a camera would see it: eight dots a module. */
function scanned(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const dots = 8;
  const width = size * dots;
  const image = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < dots; row += 1) for (let column = 0; column < dots; column += 1) image.fill(0, ((Number(y) * dots + row) * width + Number(x) * dots + column) * 4, ((Number(y) * dots + row) * width + Number(x) * dots + column) * 4 + 3);
  }
  return jsqr.default(image, width, width)?.data;
}

describe("the paper of a report", () => {
  const content = reportContentOf("蓝鹭渡船有限公司");
  const file = fileOf(content, { stated: "for the ferry tender", origin: "https://ferries.example" });

  it.each(["zh", "en"] as const)("says what was signed, to be selected and copied, in %s", (language) => {
    const text = textOf(paperOf(file, language));
    const t = REPORT_WORDS[language];
    const { sentence, reach } = statementInWords(content, language);
    const effect = present(content.binding.effects[0], "an effect");
    const listing = present(content.lists[0]?.listings[0], "a listing");
    const said = [
      content.organisation.name, "P00000018", "N-7", t.purposes.tender, "for the ferry tender", sentence, reach, t.findings.some, effect.because[0]?.[language] ?? "", effect.exits[0]?.[language] ?? "", effect.measure[language] ?? "", "2025-11-02", language === "zh" ? "1,200元" : "CNY 1,200",
      t.says.notDelivered(1), language === "zh" ? "欠缴港务费" : "Harbour dues owed", endInWords(listing.end, null, language), language === "zh" ? "北岸名单" : "Barred by the north", reportLineOf(content).code, "https://ferries.example", content.asOf.rulebook, ...t.says.notes,
    ];
    expect(said.filter((each) => !text.includes(bare(each)))).toEqual([]);
  });

  it("is an archive's, tagged, with its title, its language, headings, tables and the QR code in words", () => {
    const text = Buffer.from(paperOf(file, "zh")).toString("latin1");
    for (const part of ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "/Type /StructTreeRoot", "/Marked true", "/Lang (zh-CN)", "/S /H1", "/S /H2", "/S /TH", "/S /Figure", "/ToUnicode", "/AFRelationship /Source"]) expect([part, text.includes(part)]).toEqual([part, true]);
    expect(Buffer.from(text, "latin1").toString("utf8")).toContain("公共信用报告: 蓝鹭渡船有限公司");
    expect(textOf(paperOf(file, "en")).startsWith("Registerofferries")).toBe(true);
  });

  it("carries the signed file, and nothing else, byte for byte", () => {
    const paper = paperOf(file, "en");
    expect(isPdf(paper)).toBe(true);
    expect(pdfAttachments(paper, LIMIT).map((attachment) => Buffer.from(attachment).toString("utf8"))).toEqual([file]);
  });

  it("is the same to the byte for the same file", () => expect(Buffer.compare(paperOf(file, "zh"), paperOf(file, "zh"))).toBe(0));

  it("has a QR code that leads to the page which verifies it, and none where the register's address is not known", () => {
    const address = `https://ferries.example/zh/verify-report?code=${reportLineOf(content).code}`;
    expect(scanned(qrCode(address))).toBe(address);
    expect(Buffer.from(paperOf(file, "zh")).toString("latin1").replaceAll("\\", "")).toContain(address);
    expect(Buffer.from(paperOf(fileOf(content), "zh")).toString("latin1")).not.toContain("/S /Figure");
  });

  it("says on every page that a register is invented where it is", () => {
    const invented = pageTexts(paperOf(fileOf({ ...content, register: { name: content.register.name, model: { en: "Hailu", zh: "海麓" } } }), "en"));
    expect(invented.length).toBeGreaterThan(0);
    expect(invented.every((page) => page.startsWith("Hailuisaninventedcountry"))).toBe(true);
    expect(textOf(paperOf(file, "en"))).not.toContain("invented");
  });

  it("tells what binds nothing, what nobody knows and what may not be known apart", () => {
    const empty = { verdicts: { bound: 0, undetermined: 0, clear: 4 }, effects: [], possible: [], favours: [], missing: [], exits: [] };
    const none = textOf(paperOf(fileOf({ ...content, statement: { ...content.statement, finding: "none", records: 0, listings: 0 }, kinds: content.kinds.map((kind) => ({ ...kind, records: [], count: kind.count === null ? null : 0 })), lists: [], binding: empty }), "en"));
    expect([none.includes("Noviolationonfile"), none.includes("Nothingbindsitonthedayaskedabout."), none.includes(bare(REPORT_WORDS.en.says.notDelivered(1)))]).toEqual([true, true, true]);
    const unknown = textOf(paperOf(fileOf({ ...content, statement: { ...content.statement, finding: "unknown" }, kinds: [], lists: [], binding: { ...empty, missing: [{ en: "Missing: tonnage.", zh: "缺少：吨位。" }], verdicts: { bound: 0, undetermined: 1, clear: 3 } } }), "zh"));
    expect([unknown.includes("无法说明"), unknown.includes("缺少：吨位。"), unknown.includes("没有任何措施")]).toEqual([true, true, false]);
  });

  it.each(PURPOSES)("can be made out for each purpose: %s", (purpose) => expect(textOf(paperOf(fileOf({ ...content, purpose }), "zh"))).toContain(bare(REPORT_WORDS.zh.purposes[purpose])));
});

describe("names of strangers on paper", () => {
  const HOSTILE = [
    `<script>alert(1)</script>"'>`, '#import "@preview/x:1"; #panic("x")', "$ x^2 $ *bold* _it_ `raw` @label <label> \\ // no", "\u202eevil\u202c\u200f reversed", "船".repeat(300), "x".repeat(3000), "😀 Ferry \u0000\u0007 Ltd", "شركة العبّارات", "a\r\nb\u2028c", "%PDF-1.7 endobj stream /EmbeddedFile", ")>> endobj", "\ud800 half",
  ];
  it.each(HOSTILE)("are text and nothing more: %j", async (hostile) => {
    const name = hostile.toWellFormed();
    const content = reportContentOf(name);
    const file = fileOf({ ...content, kinds: content.kinds.map((kind) => ({ ...kind, records: kind.records.map((record) => ({ ...record, values: [{ names: { en: name }, value: { en: name, zh: name } }] })) })) }, { stated: name });
    const paper = paperOf(file, "en");
    expect(pdfAttachments(paper, LIMIT)).toHaveLength(1);
    const text = textOf(paper);
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200f\u0000-\u0008]/);
    expect(await checked(paper)).toMatchObject({ paper: { kind: "same", language: "en" } });
  });

  it("lose nothing: what cannot be drawn stands as its number, and the paper says so", () => {
    const text = textOf(paperOf(fileOf(reportContentOf("😀 Ferry \u202eLtd")), "en"));
    expect([text.includes("〔U+1F600〕Ferry〔U+202E〕Ltd"), text.includes(bare(REPORT_WORDS.en.says.numbered))]).toEqual([true, true]);
  });
});

describe("a paper that is checked", () => {
  const file = fileOf(reportContentOf(), { origin: "https://ferries.example" });
  const paper = paperOf(file, "zh");

  it("is valid as it was made, in either language, and so is the signed file alone", async () => {
    expect([await checked(paper), await checked(paperOf(file, "en")), await checked(Buffer.from(file))].map((each) => ("paper" in each ? each.paper : each))).toEqual([{ kind: "same", language: "zh" }, { kind: "same", language: "en" }, { kind: "none" }]);
  });

  it("is found out wherever a byte of it was changed, and no byte brings a fault", async () => {
    for (let at = 9; at < paper.length; at += Math.ceil(paper.length / 60)) {
      const other = Uint8Array.from(paper);
      other[at] = (other[at] ?? 0) ^ 1;
      expect([at, Array.isArray(await checked(other))]).toEqual([at, true]);
    }
  });

  it("says clearly what is wrong: something added, the signed file of another, none, two", async () => {
    const other = paperOf(fileOf(reportContentOf("Red Heron Ltd")), "zh");
    const twice = Buffer.concat([paper, other]);
    const withoutFile = Buffer.from(Buffer.from(paper).toString("latin1").replaceAll("/EmbeddedFile", "/EmbeddedFoul"), "latin1");
    expect([await checked(Buffer.concat([paper, Buffer.from("\n%%EOF\n")])), await checked(twice), await checked(withoutFile), await checked(Buffer.from("%PDF-1.7\n%%EOF"))]).toEqual([["paper-changed"], ["not-a-report"], ["not-a-report"], ["not-a-report"]]);
  });

  it("is not believed with a signed file whose values were changed", async () => {
    const signed = file.replace("Blue Heron Ltd", "Blue Heron Inc");
    const raw = Buffer.from(signed).toString("latin1");
    const changed = Buffer.from(Buffer.from(paper).toString("latin1").replace(/\/Length \d+(\s+\/Type \/EmbeddedFile)\s+\/Filter \/FlateDecode([\s\S]*?>>\n>>\nstream\n)[\s\S]*?(?=\nendstream)/, (_whole, type: string, rest: string) => `/Length ${raw.length}${type}${rest}${raw}`), "latin1");
    expect(pdfAttachments(changed, LIMIT).map((attachment) => Buffer.from(attachment).toString("utf8"))).toEqual([signed]);
    expect(await checked(changed)).toEqual(["content-changed"]);
  });

  it("does not blow up over hostile files", async () => {
    const bomb = Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length 20 >>\nstream\n${"\u0001".repeat(20)}\nendstream\nendobj\n`, "latin1");
    const many = Buffer.from(`%PDF-1.7\n${"1 0 obj << /Type /EmbeddedFile /Length 999999999 >>\nstream\n".repeat(2000)}`, "latin1");
    for (const bytes of [bomb, many, Buffer.alloc(0), Buffer.from("{"), Buffer.from("[".repeat(100_000)), Buffer.from("PK\u0003\u0004")]) expect(await checked(bytes)).toEqual([expect.stringMatching(/^(?:not-a-report|report-cut-off)$/)]);
    expect(await checked(Buffer.alloc(LIMIT + 1))).toEqual(["report-too-large"]);
  });
});

describe("the certificate for a lot", () => {
  const lot = reportFileOf([reportLineOf(reportContentOf("蓝鹭渡船有限公司")), failedReport, reportLineOf(reportContentOf("Red Heron Ltd"))]);

  it("names every report with its code, and what could not be made", async () => {
    const paper = paperOf(lot, "en", printCertificate);
    const text = textOf(paper);
    for (const said of ["蓝鹭渡船有限公司", "Red Heron Ltd", "Nobody Ltd", REPORT_WORDS.en.says.failed, reportLineOf(reportContentOf("Red Heron Ltd")).code, REPORT_WORDS.en.says.lot(3)]) expect([said, text.includes(bare(said))]).toEqual([said, true]);
    expect(await checked(paper)).toMatchObject({ paper: { kind: "same", language: "en" }, head: { count: 3 } });
  });
});
