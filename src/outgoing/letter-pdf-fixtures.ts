// Reads the text back out of a letter's PDF, as a reader that copies it would: by the table each font carries (ToUnicode), page by page.
// Knows only what the letters' PDFs are made of: plain objects, deflated contents, fonts with two bytes a glyph.
import { inflateSync } from "node:zlib";
import { present } from "../domain/terms/index.ts";

/** The text of each page in the order of drawing, without any white space: what stands on two lines is one text. */
export function pageTexts(bytes: Uint8Array): readonly string[] {
  const objects = objectsOf(Buffer.from(bytes).toString("latin1"));
  const object = (id: string | undefined, what: string): string => present(objects.get(present(id, what)), what);
  const root = [...objects.values()].find((each) => each.includes("/Type /Pages") && !each.includes("/Parent"));
  const kids = present(/\/Kids \[([^\]]*)\]/.exec(present(root, "the pages"))?.[1], "the pages' list");
  return [...kids.matchAll(/(\d+) 0 R/g)].map((match) => {
    const page = object(match[1], "a page");
    const fonts = new Map([...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = "", id]) => {
      const table = object(/\/ToUnicode (\d+) 0 R/.exec(object(id, "a font"))?.[1], "a font's characters");
      return [name, charactersOf(streamOf(table))] as const;
    }));
    return textOf(streamOf(object(/\/Contents (\d+) 0 R/.exec(page)?.[1], "a page's contents")), fonts).replaceAll(/\s/g, "");
  });
}

function objectsOf(pdf: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const start = /(?<=^|\n)(\d+) 0 obj\n/g;
  for (let match = start.exec(pdf); match !== null; match = start.exec(pdf)) {
    const end = pdf.indexOf("\nendobj", match.index);
    const head = pdf.slice(match.index, end);
    const length = /\/Length (\d+)/.exec(head)?.[1];
    const stream = pdf.indexOf("stream\n", match.index);
    const whole = length !== undefined && stream >= 0 && stream < end ? pdf.slice(match.index, stream + "stream\n".length + Number(length)) : head;
    found.set(match[1] ?? "", whole);
    start.lastIndex = match.index + whole.length;
  }
  return found;
}

function streamOf(object: string): string {
  const start = object.indexOf("stream\n") + "stream\n".length;
  const raw = Buffer.from(object.slice(start), "latin1");
  return object.slice(0, start).includes("/FlateDecode") ? inflateSync(raw).toString("latin1") : raw.toString("latin1");
}

/** Glyph to text, from a CMap. */
function charactersOf(table: string): ReadonlyMap<number, string> {
  const single = [...table.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)].flatMap(([, lines = ""]) => [...lines.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)]);
  if (table.includes("beginbfrange")) throw new Error("a table with ranges, which this reader does not know");
  return new Map(single.map(([, glyph = "", characters = ""]) => [Number.parseInt(glyph, 16), utf16(Buffer.from(characters, "hex"))]));
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function textOf(contents: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let text = "";
  let font: ReadonlyMap<number, string> | undefined;
  const next = /\/(f\d+) [\d.]+ Tf|\/ActualText (?:<([0-9A-F]+)>|\()|(?<!\/(?:Lang|Alt) )\(|<([0-9A-Fa-f]+)>/g;
  for (let match = next.exec(contents); match !== null; match = next.exec(contents)) {
    const [whole, name, actual, glyphs] = match;
    if (name !== undefined) {
      font = present(fonts.get(name), `the font ${name}`);
      continue;
    }
    const { string, end } = whole.endsWith("(") ? stringAt(contents, next.lastIndex) : { string: Buffer.from(actual ?? glyphs ?? "", "hex").toString("latin1"), end: next.lastIndex };
    next.lastIndex = end;
    if (whole.startsWith("/ActualText")) {
      // What is said of the glyphs up to the end of the mark stands instead of them.
      text += string.startsWith("\u00fe\u00ff") ? utf16(Buffer.from(string.slice(2), "latin1")) : string;
      next.lastIndex = contents.indexOf("EMC", end);
      const lastFont = [...contents.slice(end, next.lastIndex).matchAll(/\/(f\d+) [\d.]+ Tf/g)].at(-1)?.[1];
      if (lastFont !== undefined) font = present(fonts.get(lastFont), `the font ${lastFont}`);
      continue;
    }
    for (let index = 0; index < string.length; index += 2) text += present(present(font, "a font").get(string.charCodeAt(index) * 256 + string.charCodeAt(index + 1)), "the text of a glyph");
  }
  return text;
}

function utf16(bytes: Buffer): string {
  return bytes.swap16().toString("utf16le");
}

/** A literal string (one that is not written in hexadecimal) from behind its bracket; brackets in pairs stand within it as they are. */
function stringAt(contents: string, start: number): { readonly string: string; readonly end: number } {
  let string = "";
  let depth = 1;
  for (let index = start; index < contents.length; index += 1) {
    const sign = contents[index] ?? "";
    if (sign === "\\") {
      const octal = /^[0-7]{1,3}/.exec(contents.slice(index + 1, index + 4))?.[0];
      const escaped = contents[index + 1] ?? "";
      string += octal === undefined ? (ESCAPES[escaped] ?? escaped) : String.fromCharCode(Number.parseInt(octal, 8));
      index += octal?.length ?? 1;
      continue;
    }
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (depth === 0) return { string, end: index + 1 };
    string += sign;
  }
  throw new Error("a string without its end");
}
