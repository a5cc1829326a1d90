import { describe, expect, it } from "vitest";
import { drawnText, plainText } from "./shown-text.ts";

/** A font of Latin 1 that also has the marks of direction. */
const latin = (character: number): boolean => (character >= 0x20 && character <= 0xff) || (character >= 0x200b && character <= 0x200f);

function drawn(text: string): { readonly text: string; readonly replaced: readonly string[] } {
  const replaced: string[] = [];
  return { text: drawnText(text, latin, (sign) => replaced.push(sign)), replaced };
}

describe("a text to be drawn", () => {
  it("keeps what the font has, line ends, and tabs as spaces", () => expect(drawn("é a\r\nb\rc\td")).toEqual({ text: "é a\nb\nc d", replaced: [] }));
  it("shows by its number what the font lacks", () => expect(drawn("a汉😀")).toEqual({ text: "a〔U+6C49〕〔U+1F600〕", replaced: ["汉", "😀"] }));
  it("shows what acts unseen, though the font has it", () => expect(drawn("a\u200bb\u200f\ud83d\u0007\u00ad").text).toBe("a〔U+200B〕b〔U+200F〕〔U+D83D〕〔U+0007〕〔U+00AD〕"));
  it("puts a letter and its mark together, and leaves Han characters as they are", () => expect([drawn("e\u0301x\u0301").text, drawn("\uf90a").text]).toEqual(["éx〔U+0301〕", "〔U+F90A〕"]));
});

describe("a text in plain text", () => {
  it("keeps every letter and what joins them", () => expect(plainText("汉字😀👩‍🔬 שלום\r\n\tx")).toBe("汉字😀👩‍🔬 שלום\n\tx"));
  it("shows what would steer it", () => expect(plainText("a\u202eb\u2066c\u0000\u001b\u2028\udc00")).toBe("a〔U+202E〕b〔U+2066〕c〔U+0000〕〔U+001B〕〔U+2028〕〔U+DC00〕"));
});
