// A letter as PDF, Chinese first, then English, in one file: tagged and kept for good (PDF/A-2a), its text to be selected and copied.
// Drawn by Typst after letter.typ. The compiler is a native package of one platform, so it is loaded when the first letter is printed.
import { arch, platform } from "node:process";
import { dayOfMonth, monthOf, ok, yearOf, type Result } from "../domain/terms/index.ts";
import { letterPart, type LetterPart } from "./letter-parts.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import type { Letter } from "./letter.ts";
import { drawnText } from "./shown-text.ts";
import { openTypst, type PrintingProblem } from "./typst-press.ts";

export interface PrintedLetter {
  readonly bytes: Uint8Array;
  /** Characters of the letter that are printed as their number, `〔U+1F600〕`, because they would not be seen; each once, in order. */
  readonly numbered: readonly string[];
}

export interface LetterPress {
  /** What a conforming reader may expect: an archive's, with tags (the default), or that of a reader for the blind. */
  readonly print: (letter: Letter, standard?: "a-2a" | "ua-1") => PrintedLetter;
}

let press: LetterPress | undefined;

/** The letter as PDF in both languages. The same letter gives the same bytes. What was used for it is given back when the event loop turns. */
export function letterPdf(letter: Letter): Result<PrintedLetter, PrintingProblem> {
  if (press === undefined) {
    const opened = openPress(`${platform}-${arch}`);
    if (!opened.ok) return opened;
    press = opened.value;
  }
  return ok(press.print(letter));
}

/** Makes ready to print on a platform (`linux-x64`); a problem where its package is not installed or does not run. */
export function openPress(name: string): Result<LetterPress, PrintingProblem> {
  const typst = openTypst(name);
  if (!typst.ok) return typst;
  const template = typst.value.template("letter.typ");
  return ok({
    print: (letter, standard = "a-2a") => {
      const { json, numbered } = dataOf(letter, typst.value.draws);
      return { bytes: typst.value.draw({ template, inputs: { letter: json }, standard }), numbered };
    },
  });
}

/** What letter.typ reads, every text fit for the fonts, and a note in each part where that took numbers. */
function dataOf(letter: Letter, draws: (character: number) => boolean): { readonly json: string; readonly numbered: readonly string[] } {
  const numbered = new Set<string>();
  const shown = (parts: readonly LetterPart[]): string => {
    const titles = [...new Set(parts.map((part) => part.title.text))];
    const data = { title: titles.join(" / "), reference: letter.reference, day: [yearOf(letter.day), monthOf(letter.day), dayOfMonth(letter.day)], parts };
    return JSON.stringify(data, (_key, value: unknown) => (typeof value === "string" ? drawnText(value, draws, (sign) => numbered.add(sign)) : value));
  };
  const parts = [letterPart(letter, "zh"), letterPart(letter, "en")];
  const json = shown(parts);
  return { json: numbered.size === 0 ? json : shown(parts.map((part) => ({ ...part, notes: [...part.notes, LETTER_WORDS[part.lang].notes.numbered] }))), numbered: [...numbered] };
}
