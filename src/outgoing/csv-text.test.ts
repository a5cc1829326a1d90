import { describe, expect, it } from "vitest";
import iconv from "iconv-lite";
import { formulaSafe, writeCsv } from "./csv-text.ts";

const text = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

describe("a CSV for export", () => {
  it("quotes what needs quotes and nothing else", () => {
    expect(text(writeCsv([["Name", "Note"], ['Works "A", Ltd', "two\nlines"], ["plain", ""]]))).toBe('Name,Note\r\n"Works ""A"", Ltd","two\nlines"\r\nplain,\r\n');
  });

  it("holds no cell that a spreadsheet would run", () => {
    const dangerous = ["=1+1", "+SUM(A1)", "-2+3", "@now", "\tx", "\rx", "'=1", "＝1"];
    expect(dangerous.map((each) => formulaSafe(each)[0])).toEqual(dangerous.map(() => "'"));
    expect(["-5", "-1234.50", "a=1", "it's", "'quoted'"].map(formulaSafe)).toEqual(["-5", "-1234.50", "a=1", "it's", "'quoted'"]);
  });

  it("is written in the encoding and dialect asked for", () => {
    expect(text(writeCsv([["名", "a"]], { encoding: "utf-8-bom", separator: ";", lineEnd: "\n" }))).toBe("\ufeff名;a\n");
    expect(iconv.decode(writeCsv([["名称"]], { encoding: "gb18030" }), "gb18030")).toBe("名称\r\n");
  });
});
