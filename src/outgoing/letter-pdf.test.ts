import { describe, expect, it } from "vitest";
import { present } from "../domain/terms/index.ts";
import { DECISION, HOSTILE, HOSTILE_TEXTS, NOTICE, withConsequences } from "./letter-fixtures.ts";
import { pageTexts } from "./letter-pdf-fixtures.ts";
import { letterPdf, openPress, type PrintedLetter } from "./letter-pdf.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import type { Letter } from "./letter.ts";

function printed(letter: Letter): PrintedLetter {
  const result = letterPdf(letter);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The pages of each language: the English part begins with its kind. */
function partsOf(letter: Letter): { readonly pages: readonly string[]; readonly zh: string; readonly en: string } {
  const pages = pageTexts(printed(letter).bytes);
  const start = pages.findIndex((page) => page.includes(LETTER_WORDS.en.kinds[letter.kind].replaceAll(" ", "")));
  return { pages, zh: pages.slice(0, start).join(""), en: pages.slice(start).join("") };
}

/** Every text of the letter in `language`, wherever it stands. */
function textsIn(value: unknown, language: "zh" | "en"): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, language));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (typeof inner === "string" ? (key === language ? [inner.replaceAll(/\s/g, "")] : []) : textsIn(inner, language)));
}

const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

describe("a printed letter", () => {
  it("is a whole PDF that says it is an archive's, tagged, in Chinese and English, with its title", () => {
    const text = ascii(printed(NOTICE).bytes);
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    expect(text.trimEnd().endsWith("%%EOF")).toBe(true);
    for (const part of ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "/Marked true", "/Lang (zh-CN)", "/Lang (en)", "/S /TH\n", "/S /H1\n", "/S /H2\n"]) expect(text.includes(part), part).toBe(true);
    expect(Buffer.from(text, "latin1").toString("utf8")).toContain("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">关于拟将贵单位列入海关严重失信主体名单的告知 / Notice that your");
    expect(text).toContain("/CreationDate (D:20261120");
  });

  it.each([["notice", NOTICE], ["decision", DECISION]])("says everything in both languages, Chinese first: %s", (_name, letter) => {
    const { zh, en } = partsOf(letter);
    expect(textsIn(letter, "zh").length).toBeGreaterThan(10);
    expect(textsIn(letter, "zh").filter((text) => !zh.includes(text))).toEqual([]);
    expect(textsIn(letter, "en").filter((text) => !en.includes(text))).toEqual([]);
    for (const value of [letter.reference, letter.to.file, letter.from.file, ...letter.to.codes.map((code) => code.value)]) expect([zh, en].every((part) => part.includes(value))).toBe(true);
    expect([zh.includes("2026年11月20日"), en.includes("20November2026")]).toEqual([true, true]);
  });

  it("counts its pages in both languages", () => {
    const { pages } = partsOf(NOTICE);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => expect(page.endsWith(`第${index + 1}页，共${pages.length}页/${index + 1}of${pages.length}`), page).toBe(true));
  });

  it("carries its notice on every page, and nothing where it has none", () => {
    const { pages } = partsOf(NOTICE);
    expect(pages.every((page) => page.startsWith("望屿是虚构的国家") || page.startsWith("Wangyuisaninventedcountry"))).toBe(true);
    const { pageNotice: _none, ...without } = NOTICE;
    expect(partsOf(without).pages[0]?.startsWith("临渚港海关")).toBe(true);
  });

  it("marks by a word what may move and what the law gives with low confidence, and explains the words it used", () => {
    const { zh, en } = partsOf(NOTICE);
    expect([zh.includes("2027年1月6日（暂定）"), zh.includes("第十一条（存疑）"), zh.includes("第四条第二项（存疑）"), zh.includes("暂定：期限跨入")]).toEqual([true, true, false, true]);
    expect([en.includes("6January2027(provisional)"), en.includes("Article11(unsure)"), en.includes("Unsure:theregister")]).toEqual([true, true, true]);
    const decision = partsOf(DECISION);
    expect([decision.en.includes("Provisional:"), decision.en.includes("Unsure:")]).toEqual([false, true]);
  });

  it("shows a text that has one language in both parts, and says which it is", () => {
    const { zh, en } = partsOf(DECISION);
    expect([zh.includes("税款至今没有缴清。（"), en.includes("税款至今没有缴清。(originalinChinese)")]).toEqual([false, true]);
    expect(partsOf(HOSTILE).zh).toContain("（原文为英文）");
  });

  it("says of an empty section that there is none, and leaves out an absent one", () => {
    const { zh, en } = partsOf(HOSTILE);
    expect([zh.includes("后果没有出路没有"), en.includes("ConsequencesNoneWaysoutNone"), en.includes("Remedies")]).toEqual([true, true, false]);
  });

  it("goes on over pages with the head of the table on each, and loses no row", () => {
    const { pages, zh, en } = partsOf(withConsequences(NOTICE, 200));
    const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
    expect(numbers.filter((number) => zh.split(`措施第${number}号`).length !== 2 || en.split(`Measurenumber${number}:`).length !== 2)).toEqual([]);
    const withRows = pages.filter((page) => /措施第\d+号/.test(page));
    expect(withRows.length).toBeGreaterThan(5);
    expect(withRows.filter((page) => !page.includes("措施机关效力根据"))).toEqual([]);
  });

  it("keeps hostile text as text, whole, however long", () => {
    const { zh, en } = partsOf(HOSTILE);
    const markup = HOSTILE_TEXTS.markup.replaceAll(/\s/g, "");
    for (const text of [`标题${markup}`, HOSTILE_TEXTS.long, HOSTILE_TEXTS.unbroken, "姓名==决定=="]) expect(zh.includes(text), text).toBe(true);
    for (const text of [`Title${markup}`, HOSTILE_TEXTS.long, HOSTILE_TEXTS.unbroken]) expect(en.includes(text), text).toBe(true);
  });

  it("prints by its number what the font lacks or nobody would see, says so in the letter, and tells the caller", () => {
    const { zh, en } = partsOf(HOSTILE);
    expect(en).toContain("深圳〔U+2A6A5〕科技〔U+1F600〕有限公司〔U+05E9〕〔U+05DC〕〔U+05D5〕〔U+05DD〕");
    expect(zh).toContain("abc〔U+202E〕dcba〔U+202C〕〔U+200F〕x〔U+0007〕y");
    expect([zh.includes(LETTER_WORDS.zh.notes.numbered), en.includes("standsforacharacter")]).toEqual([true, true]);
    expect(printed(HOSTILE).numbered).toEqual(["\u202E", "\u202C", "\u200F", "\u0007", "\ud800", "𪚥", "😀", "ש", "ל", "ו", "ם"]);
    expect([printed(NOTICE).numbered, partsOf(NOTICE).zh.includes(LETTER_WORDS.zh.notes.numbered)]).toEqual([[], false]);
  });

  it("draws every character it says it can: Latin, Greek, Cyrillic, signs, kana and every eighth Han", () => {
    const ranges = [[0x20, 0x58f, 1], [0x1e00, 0x1fff, 1], [0x2000, 0x2bff, 1], [0x3000, 0x33ff, 1], [0x4e00, 0x9fff, 8], [0xf900, 0xffff, 1]] as const;
    const rows = ranges.flatMap(([from, to, step]) => Array.from({ length: Math.ceil((to - from + 1) / step / 128) }, (_, row) => Array.from({ length: 128 }, (_each, index) => String.fromCodePoint(Math.min(to, from + (row * 128 + index) * step))).join(" ")));
    const { bytes, numbered } = printed({ ...DECISION, title: { zh: "字", en: "字" }, opening: rows.map((row) => ({ zh: row, en: "x" })) });
    const text = new Set(pageTexts(bytes).join(""));
    const expected = [...new Set(rows.join("").replaceAll(/\s/g, ""))].filter((sign) => !numbered.includes(sign));
    expect(expected.length).toBeGreaterThan(5_500);
    expect([..."ąćŞəğıŠŽőЇКυώẼ一"].filter((sign) => !expected.includes(sign))).toEqual([]);
    expect(expected.filter((sign) => !text.has(sign))).toEqual([]);
  });

  it("loses nothing of names, notices, cells and posts that take more than a page", () => {
    const name = "长名".repeat(150);
    const rows = Array.from({ length: 90 }, (_, index) => `第${index}行`);
    const posts = Array.from({ length: 60 }, (_, index) => ({ zh: `岗位${index}号`, en: `Post ${index}` }));
    const { zh } = partsOf({ ...NOTICE, pageNotice: { zh: name, en: "x" }, from: { names: { zh: name, en: "x" }, file: "P00000182" }, facts: [{ label: { zh: "甲", en: "a" }, value: { zh: rows.join("\n"), en: "a" } }], actedBy: posts });
    expect([...rows, ...posts.map((post) => post.zh)].filter((text) => !zh.includes(text))).toEqual([]);
    expect(zh.includes(name)).toBe(true);
  });

  it("draws a text of many pieces, and one without an end", () => {
    const { en } = partsOf({ ...DECISION, opening: [{ zh: "字", en: "Şəki ".repeat(2000) }, { zh: "字", en: "a".repeat(5000) }] });
    expect([en.split("Şəki").length - 1, en.includes("a".repeat(1000))]).toEqual([2000, true]);
  });

  it("is the same bytes for the same letter", () => expect(Buffer.compare(printed(NOTICE).bytes, printed(NOTICE).bytes)).toBe(0));

  it("also meets the rules for readers with a screen reader (PDF/UA-1), by the compiler's own check", () => {
    const opened = openPress(`${process.platform}-${process.arch}`);
    const press = present(opened.ok ? opened.value : undefined, "a press");
    for (const letter of [NOTICE, DECISION, HOSTILE]) expect(ascii(press.print(letter, "ua-1").bytes)).toContain("<pdfuaid:part>1<");
  });

  it("is said not to be printable where the platform's package is not there", () => {
    const opened = openPress("plan9-mips");
    expect(opened).toMatchObject({ ok: false, error: { code: "letters-not-printable", message: expect.stringContaining("on this machine (plan9-mips): the package `@myriaddreamin/typst-ts-node-compiler-plan9-mips` is not installed.") } });
  });
});
