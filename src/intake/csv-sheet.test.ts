import { describe, expect, it } from "vitest";
import fc from "fast-check";
import iconv from "iconv-lite";
import { present, type Sheet } from "../domain/terms/index.ts";
import { parseLooseCsv, type LooseRow } from "./csv-loose.ts";
import { readSheet } from "./read-sheet.ts";
import { DEFAULT_LIMITS } from "./sheet-limits.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function sheetOf(bytes: Uint8Array, quoting: "strict" | "looseQuotes" = "strict"): Sheet {
  const read = readSheet({ name: "file.csv", bytes, quoting });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function texts(sheet: Sheet): readonly (readonly string[])[] {
  return sheet.rows.map((row) => row.cells.map((cell) => (cell.value.kind === "text" ? cell.value.text : cell.value.kind === "empty" ? "" : cell.value.kind)));
}

function looseRows(text: string): readonly LooseRow[] {
  const rows = parseLooseCsv(text, ",", 1_000);
  if (!rows.ok) throw new Error(rows.error.message);
  return rows.value;
}

function codeOf(bytes: Uint8Array): string {
  const read = readSheet({ name: "file.csv", bytes });
  return read.ok ? "read" : present(read.error[0], "a finding").code;
}

describe("a CSV file", () => {
  it("is read with its places, quoted line breaks and doubled quotes", () => {
    const sheet = sheetOf(utf8('Name,Note\r\n"Harbour ""A"", Ltd","two\r\nlines"\r\n'));
    expect(texts(sheet)).toEqual([["Name", "Note"], ['Harbour "A", Ltd', "two\r\nlines"]]);
    expect(sheet.rows[1]?.cells[1]?.at).toBe("B2");
    expect([sheet.format, sheet.encoding, sheet.separator]).toEqual(["csv", "utf-8", ","]);
  });

  it("may mix its line ends, and counts rows as a spreadsheet does", () => {
    expect(sheetOf(utf8("a,b\r\n1,2\n3,4\r\n\n5,6")).rows.map((row) => [row.row, row.cells.length])).toEqual([[1, 2], [2, 2], [3, 2], [4, 0], [5, 2]]);
  });

  it("may be parted by semicolons or tabs, which its header tells", () => {
    expect(texts(sheetOf(utf8("Name;Note\nA;x, y, z\nB;u, v\n")))).toEqual([["Name", "Note"], ["A", "x, y, z"], ["B", "u, v"]]);
    expect(sheetOf(utf8("Name\tNote\nA\tx\n")).separator).toBe("\t");
  });

  it("is UTF-8 with or without a byte-order mark, or GB18030", () => {
    expect(sheetOf(utf8("\ufeff名称\n甲公司\n"))).toMatchObject({ encoding: "utf-8-bom", rows: [{ cells: [{ value: { text: "名称" } }] }, {}] });
    const gb = sheetOf(new Uint8Array(iconv.encode("名称,备注\n甲公司,𠮷野家\n", "gb18030")));
    expect([gb.encoding, texts(gb)]).toEqual(["gb18030", [["名称", "备注"], ["甲公司", "𠮷野家"]]]);
  });

  it("is refused as UTF-16, as bytes in no known encoding, as nothing, and as text with control characters", () => {
    expect(codeOf(new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toBe("encoding-utf16");
    expect(codeOf(new Uint8Array([0x41, 0x00, 0x42, 0x00, 0x2c, 0x00, 0x43, 0x00]))).toBe("encoding-utf16");
    expect(codeOf(new Uint8Array([0x61, 0xff, 0xff, 0x62]))).toBe("encoding-unknown");
    expect(codeOf(utf8("a\u0000\u0001\u0002\u0003\u0004b,c"))).toBe("encoding-unknown");
    expect(codeOf(new Uint8Array())).toBe("file-empty");
    expect(codeOf(utf8(" \n "))).toBe("file-empty");
  });

  it("keeps a formula as a formula, and text behind an apostrophe as text", () => {
    const sheet = sheetOf(utf8("Name,Note\n=1+1,'=1+1\n-5,+86 10\n"));
    expect(sheet.rows[1]?.cells.map((cell) => cell.value)).toEqual([{ kind: "formula", formula: "1+1" }, { kind: "text", text: "=1+1" }]);
    expect(texts(sheet)[2]).toEqual(["-5", "+86 10"]);
  });

  it("with unbalanced quotes is one finding that names the line", () => {
    const read = readSheet({ name: "file.csv", bytes: utf8('a,b\n"x"y,2\n') });
    expect(read).toMatchObject({ ok: false, error: [{ code: "quotes-unbalanced", at: "line 2" }] });
  });

  it("with a row of 300 columns has that row refused and the others read", () => {
    const sheet = sheetOf(utf8(`Name\n${Array.from({ length: 300 }, () => "x").join(",")}\nA\n`));
    expect(sheet.rows.map((row) => row.findings?.map((finding) => finding.code))).toEqual([undefined, ["row-too-wide"], undefined]);
  });

  it("with an overlong cell, too many rows or too many bytes says so", () => {
    expect(sheetOf(utf8(`Name\n${"x".repeat(32_768)}\n`)).rows[1]?.findings?.[0]?.code).toBe("cell-too-long");
    const small = { ...DEFAULT_LIMITS, rowsMax: 3 };
    expect(readSheet({ name: "f", bytes: utf8("a\nb\nc\nd\n") }, small)).toMatchObject({ ok: false, error: [{ code: "file-too-large" }] });
    expect(readSheet({ name: "f", bytes: utf8("abc") }, { ...DEFAULT_LIMITS, fileBytesMax: 2 })).toMatchObject({ ok: false, error: [{ code: "file-too-large" }] });
  });

  it("of a hundred thousand rows is read whole", () => {
    const sheet = sheetOf(utf8(`Name,Code\n${Array.from({ length: 100_000 }, (_each, index) => `Works ${index},${index}`).join("\n")}`));
    expect([sheet.rows.length, sheet.rows.at(-1)?.cells[1]?.at]).toEqual([100_001, "B100001"]);
  });
});

describe("a CSV file whose inner quotes are not doubled", () => {
  const header = '\ufeffFirm Name,Address,From, Until\n';
  const read = (body: string) => sheetOf(utf8(header + body), "looseQuotes");

  it("closes a cell only before a separator or at the end of the record", () => {
    expect(texts(read('""Bright Star" LLC","1 Main St.",,Ongoing\n"Works "Beta"","2 Main St.","2020-01-01","2021-01-01"\n')).slice(1)).toEqual([
      ['"Bright Star" LLC', "1 Main St.", "", "Ongoing"],
      ['Works "Beta"', "2 Main St.", "2020-01-01", "2021-01-01"],
    ]);
  });

  it("keeps a separator behind an inner quote inside its cell", () => {
    expect(texts(read('"Works "Beta", Gamma, Ltd","2 Main St.","x","y"\n'))[1]).toEqual(['Works "Beta", Gamma, Ltd', "2 Main St.", "x", "y"]);
  });

  it("joins the lines of a cell that holds line breaks", () => {
    const sheet = read('"First\nSecond\nThird Ltd","2 Main St.","x","y"\n"Next","3 Main St.","x","y"\n');
    expect(texts(sheet).slice(1)).toEqual([["First\nSecond\nThird Ltd", "2 Main St.", "x", "y"], ["Next", "3 Main St.", "x", "y"]]);
    expect(sheet.rows.map((row) => row.row)).toEqual([1, 2, 3]);
  });

  it("says which rows lack their beginning, and gives their cells the right places", () => {
    const sheet = read('TRADE A.S.","2 Main St.","x","y"\n","3 Main St.","x","y"\n"Good","4 Main St.","x","y"\n');
    expect(texts(sheet).slice(1)).toEqual([["TRADE A.S.", "2 Main St.", "x", "y"], ["", "3 Main St.", "x", "y"], ["Good", "4 Main St.", "x", "y"]]);
    expect(sheet.rows.map((row) => row.findings?.[0]?.code)).toEqual([undefined, "row-broken", "row-broken", undefined]);
  });

  it("says which row lacks its end, and does not swallow the next", () => {
    const sheet = read('"Cut","2 Main St.","Indo\n"Good","4 Main St.","x","y"\n');
    expect(sheet.rows.map((row) => row.findings?.[0]?.at)).toEqual([undefined, "row 2", undefined]);
    expect(texts(sheet)[2]).toEqual(["Good", "4 Main St.", "x", "y"]);
  });

  it("says which row has too many or too few cells", () => {
    expect(read('"a","b","c","d","e"\n"a","b","c"\n').rows.map((row) => row.findings?.[0]?.message)).toEqual([undefined, "row 2 is broken: it has 5 cells where the header has 4", "row 3 is broken: it has 3 cells where the header has 4"]);
  });

  it("reads cells written by the rule all the same", () => {
    expect(texts(read('"Works ""Beta"", Ltd","2 Main St.","x","y"\n'))[1]).toEqual(['Works "Beta", Ltd', "2 Main St.", "x", "y"]);
  });

  it("does not run away on a file that is nothing but quotation marks", () => {
    for (const body of ['"a\n'.repeat(20_000), '"a"' + ',b"'.repeat(200_000), '"'.repeat(500_000), 'a"b,'.repeat(200_000), '" '.repeat(200_000)]) {
      const read = readSheet({ name: "file.csv", bytes: utf8(header + body), quoting: "looseQuotes" });
      expect(read.ok ? read.value.rows.slice(1).every((row) => row.findings !== undefined || row.cells.length === 1) : read.error[0]?.code === "quotes-unbalanced").toBe(true);
    }
  });

  it("gives every row the header's width or a finding, whatever the lines are", () => {
    const piece = fc.constantFrom('"', ",", "\n", "a", '","', '"a","b","c"\n', " ");
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const rows = looseRows(`h1,h2,h3\n${pieces.join("")}`);
      for (const row of rows) expect(row.cells.length === 3 || row.findings.length > 0 || row.cells.length === 1).toBe(true);
    }));
  });

  it("reads what was written in the dialect, where inner quotes do not stand before separators", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "b", " ", ".", "ü") , minLength: 1, maxLength: 8 });
    const quoted = fc.tuple(cell, cell, cell).map(([a, b, c]) => `${a} "${b}" ${c.trim()}x`);
    fc.assert(fc.property(fc.array(fc.tuple(quoted, quoted, quoted), { minLength: 1, maxLength: 6 }), (rows) => {
      const text = `h1,h2,h3\n${rows.map((row) => row.map((each) => `"${each}"`).join(",")).join("\n")}\n`;
      expect(looseRows(text).slice(1).map((row) => row.cells)).toEqual(rows);
    }));
  });
});

describe("a JSON file", () => {
  it("is an array of flat objects; numbers keep the digits they were written with", () => {
    const sheet = sheetOf(utf8('[{"name": "A", "fine": 12345678901234567.10}, {"name": "B", "paid": true, "note": null}]'));
    expect(texts(sheet)).toEqual([["name", "fine", "paid", "note"], ["A", "number"], ["B", "", "flag"]]);
    expect(sheet.rows[1]?.cells[1]).toEqual({ value: { kind: "number", source: "12345678901234567.10" }, at: "B2" });
    expect(texts(sheetOf(utf8('{"name": "A"}\n{"name": "B"}\n')))).toEqual([["name"], ["A"], ["B"]]);
  });

  it("may hold keys that objects have anyway", () => {
    expect(texts(sheetOf(utf8('[{"constructor": "x", "__proto__": "y"}, {"name": "z"}]')))).toEqual([["constructor", "__proto__", "name"], ["x", "y"], ["", "", "z"]]);
  });

  it("that is damaged, nested too deep or no rows is a finding", () => {
    expect(codeOf(utf8('[{"name": "A"'))).toBe("json-damaged");
    expect(codeOf(utf8("[".repeat(200_000)))).toBe("json-damaged");
    expect(codeOf(utf8("[1, 2]"))).toBe("json-not-rows");
    expect(sheetOf(utf8('[{"name": ["A"]}]')).rows[1]?.findings?.[0]?.code).toBe("json-not-rows");
  });
});
