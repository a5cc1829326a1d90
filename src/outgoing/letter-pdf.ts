// A letter as PDF, Chinese first, then English, in one file: tagged and kept for good (PDF/A-2a), its text to be selected and copied.
// Drawn by Typst after letter.typ. The compiler is a native package of one platform, so it is loaded when the first letter is printed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { arch, platform } from "node:process";
import { dayOfMonth, err, monthOf, ok, yearOf, type Result } from "../domain/terms/index.ts";
import { coverageOf, covers, type Coverage } from "./font-coverage.ts";
import { letterPart, type LetterPart } from "./letter-parts.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import type { Letter } from "./letter.ts";
import { drawnText } from "./shown-text.ts";

export interface PrintedLetter {
  readonly bytes: Uint8Array;
  /** Characters of the letter that are printed as their number, `〔U+1F600〕`, because they would not be seen; each once, in order. */
  readonly numbered: readonly string[];
}

/** Why no letter can be printed on this machine. */
export interface PrintingProblem {
  readonly code: "letters-not-printable";
  readonly message: string;
  readonly remedy: string;
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

/** The Typst package of each platform, by the names Node gives to systems and processors. */
const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "linux-x64-gnu", "linux-arm64": "linux-arm64-gnu", "darwin-x64": "darwin-x64", "darwin-arm64": "darwin-arm64", "win32-x64": "win32-x64-msvc", "win32-arm64": "win32-arm64-msvc",
};

/** The part of the compiler that is used here. */
interface Typst {
  readonly NodeCompiler: {
    create(options: { readonly workspace: string; readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[] }): {
      pdf(source: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> }, options: { readonly pdfStandard: string }): Uint8Array;
      evictCache(age: number): void;
    };
  };
}

/** How many letters back the compiler remembers what it drew; without a limit it would grow with every letter. */
const LETTERS_REMEMBERED = 8;

/**
 * Letters of Latin, Greek and Cyrillic that the compiler's own face (Libertinus Serif) has in both weights. The Han fonts have few of them,
 * and names of organisations are full of them. INVARIANT: it draws all of these, which the test of every character holds.
 */
const SECOND_FACE: Coverage = [[0x100, 0x2af], [0x386, 0x386], [0x388, 0x38a], [0x38c, 0x38c], [0x38e, 0x3a1], [0x3a3, 0x3ce], [0x400, 0x45f], [0x490, 0x4c4], [0x1e00, 0x1e9b], [0x1ea0, 0x1ef9]];

/** Makes ready to print on a platform (`linux-x64`); a problem where its package is not installed or does not run. */
export function openPress(name: string): Result<LetterPress, PrintingProblem> {
  const require = createRequire(import.meta.url);
  const typst = loadTypst(require, name);
  if (!typst.ok) return typst;
  const files = ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"].map((file) => require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`));
  const template = readFileSync(new URL("./letter.typ", import.meta.url), "utf8");
  const compiler = typst.value.NodeCompiler.create({ workspace: dirname(files[0] ?? ""), fontArgs: [{ fontPaths: files.map((file) => dirname(file)) }] });
  const fonts = files.map(coverageOf);
  const draws = (character: number): boolean => covers(SECOND_FACE, character) || fonts.every((font) => covers(font, character));
  return ok({
    print: (letter, standard = "a-2a") => {
      const { json, numbered } = dataOf(letter, draws);
      try {
        return { bytes: compiler.pdf({ mainFileContent: template, inputs: { letter: json } }, { pdfStandard: standard }), numbered };
      } catch (error) {
        // The compiler's errors have no message: what went wrong stands in their code.
        throw new Error(`assertion failed: letter.typ draws every letter: ${error instanceof Error && "code" in error ? String(error.code) : "it does not say why"}`, { cause: error });
      } finally {
        compiler.evictCache(LETTERS_REMEMBERED);
      }
    },
  });
}

function loadTypst(require: NodeJS.Require, name: string): Result<Typst, PrintingProblem> {
  const packageName = `@myriaddreamin/typst-ts-node-compiler-${PACKAGES[name] ?? name}`;
  try {
    return ok(require(packageName) as Typst);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code !== "MODULE_NOT_FOUND" && code !== "ERR_DLOPEN_FAILED") throw error;
    return err({
      code: "letters-not-printable",
      message: `Letters cannot be printed as PDF on this machine (${name}): the package \`${packageName}\` ${code === "MODULE_NOT_FOUND" ? "is not installed" : "does not run here"}.`,
      remedy: "Take the letter as text, print it on Linux x64, or install that package in version 0.7.0 where there is one for this platform.",
    });
  }
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
