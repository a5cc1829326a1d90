// Typst press: the compiler that draws every paper of the register, with its fonts and what they can draw. It is a native package of one platform,
// so it is loaded when the first paper is printed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { err, ok, type Result } from "../domain/terms/index.ts";
import { coverageOf, covers, type Coverage } from "./font-coverage.ts";

/** Why no paper can be printed on this machine. */
export interface PrintingProblem {
  readonly code: "letters-not-printable";
  readonly message: string;
  readonly remedy: string;
}

/** One paper: the template that draws it, and what it reads from `sys.inputs`. */
export interface Drawing {
  readonly template: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** What a conforming reader may expect: an archive's, with tags (with attached files: `a-3a`), or that of a reader for the blind. */
  readonly standard: "a-2a" | "a-3a" | "ua-1";
}

export interface TypstPress {
  /** The same drawing gives the same bytes. */
  readonly draw: (drawing: Drawing) => Uint8Array;
  /** Whether a character is drawn and not a box. */
  readonly draws: (character: number) => boolean;
  /** A file of this folder as a template, the common face before it. */
  readonly template: (file: string) => string;
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

/** How many papers back the compiler remembers what it drew; without a limit it would grow with every one. */
const PAPERS_REMEMBERED = 8;

/**
 * Letters of Latin, Greek and Cyrillic that the compiler's own face (Libertinus Serif) has in both weights. The Han fonts have few of them,
 * and names of organisations are full of them. INVARIANT: it draws all of these, which the test of every character holds.
 */
const SECOND_FACE: Coverage = [[0x100, 0x2af], [0x386, 0x386], [0x388, 0x38a], [0x38c, 0x38c], [0x38e, 0x3a1], [0x3a3, 0x3ce], [0x400, 0x45f], [0x490, 0x4c4], [0x1e00, 0x1e9b], [0x1ea0, 0x1ef9]];

/** Makes ready to draw on a platform (`linux-x64`); a problem where its package is not installed or does not run. */
export function openTypst(name: string): Result<TypstPress, PrintingProblem> {
  const require = createRequire(import.meta.url);
  const typst = loadTypst(require, name);
  if (!typst.ok) return typst;
  const files = ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"].map((file) => require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`));
  const compiler = typst.value.NodeCompiler.create({ workspace: dirname(files[0] ?? ""), fontArgs: [{ fontPaths: files.map((file) => dirname(file)) }] });
  const fonts = files.map(coverageOf);
  const text = (file: string): string => readFileSync(new URL(`./${file}`, import.meta.url), "utf8");
  return ok({
    draws: (character) => covers(SECOND_FACE, character) || fonts.every((font) => covers(font, character)),
    template: (file) => `${text("face.typ")}\n${text(file)}`,
    draw: ({ template, inputs, standard }) => {
      try {
        return compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: standard });
      } catch (error) {
        // The compiler's errors have no message: what went wrong stands in their code.
        throw new Error(`assertion failed: the template draws every paper: ${error instanceof Error && "code" in error ? String(error.code) : "it does not say why"}`, { cause: error });
      } finally {
        compiler.evictCache(PAPERS_REMEMBERED);
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
      message: `Letters and reports cannot be printed as PDF on this machine (${name}): the package \`${packageName}\` ${code === "MODULE_NOT_FOUND" ? "is not installed" : "does not run here"}.`,
      remedy: "Take the text or the signed file instead, print it on Linux x64, or install that package in version 0.7.0 where there is one for this platform.",
    });
  }
}
