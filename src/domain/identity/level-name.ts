// Level name: what is left of a name once case, width, accents, alphabets, traditional characters, spaces and punctuation are levelled.
// Two names are equal in the sense of design.md 6 (ORG) when their levelled forms are equal. Searched in the ledger's name book.
import { Converter } from "opencc-js/t2cn";
import { toPlainLatin } from "./transliterate.ts";

const toSimplified = Converter({ from: "t", to: "cn" });
const HAN = /\p{Script=Han}/u;
/** The two large blocks of ideographs, which no normal form changes. */
const IDEOGRAPHS = /^[\u3400-\u4dbf\u4e00-\u9fff]+$/u;

/** The levelled form: letters and digits only. `&` is `and`. */
export function levelName(text: string): string {
  return levelWords(text).join("");
}

const memory = new Map<string, readonly string[]>();
const MEMORY_MAX = 2_000;

/** The levelled words of a name, in their order; Chinese, which writes no spaces, stays whole. One name is asked about many times in a row. */
export function levelWords(text: string): readonly string[] {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const words = holdsOnlyHan(text) ? [toSimplified(text)] : wordsOf(text);
  if (memory.size >= MEMORY_MAX) memory.clear();
  memory.set(text, words);
  return words;
}

/** Any text in steps; one of ideographs alone is one word, and there is nothing in it to level but its traditional characters. */
export function wordsOf(text: string): readonly string[] {
  const lower = text.normalize("NFKC").replace(/İ/gu, "i").toLowerCase();
  const words = toPlainLatin(lower)
    .replace(/['’‘`´ʼʻ"“”«»]/gu, "")
    .replace(/&/gu, " and ")
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  if (words === null) return [];
  return HAN.test(text) ? words.map((word) => (HAN.test(word) ? toSimplified(word) : word)) : words;
}

/** The levelled form and the forms the same name takes where ü, ö, ä are written ue, oe, ae, or ə is written e. */
export function levelledAlternates(text: string): readonly string[] {
  const forms = new Set([levelName(text)]);
  const composed = text.normalize("NFC");
  if (/[äöüÄÖÜ]/u.test(composed)) forms.add(levelName(composed.replace(/[äÄ]/gu, "ae").replace(/[öÖ]/gu, "oe").replace(/[üÜ]/gu, "ue")));
  if (/[əƏ]/u.test(composed)) forms.add(levelName(composed.replace(/[əƏ]/gu, "e")));
  return [...forms];
}

/** Most Chinese names: no letter, space or sign between their characters. */
export function holdsOnlyHan(text: string): boolean {
  return IDEOGRAPHS.test(text);
}

export function holdsHan(text: string): boolean {
  return HAN.test(text);
}
