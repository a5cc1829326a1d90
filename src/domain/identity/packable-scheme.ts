// Packable scheme: what must be true of a scheme of codes for its codes to be read by number, place by place, and the tables for it. Made
// from the law once; used by code-packer.ts.
import type { CheckDigit, IdentifierScheme } from "../rules/index.ts";
import type { LawId } from "../terms/index.ts";

/** Bits for the characters after the head. */
const TAIL_BITS = 40;
/** Each piece of a head is a number of 32 bits. */
const HEADS_TOLD_APART = 2 ** 32;
/** First pieces there may be, far more than are ever met. */
const FIRST_PIECES = 256;

export interface PackableScheme {
  readonly scheme: LawId;
  readonly length: number;
  /** Places, counted from 0: the head is before the tail and in two pieces, and check characters are behind it. */
  readonly pieceAt: number;
  readonly tailFrom: number;
  readonly tailUntil: number;
  /** The characters that may stand at each place of head and tail, and how many they are. */
  readonly letters: readonly string[];
  readonly radix: Uint8Array;
  /**
   * What a character at a place counts for, at `place * 128 + character`: its digit in the lowest 7 bits, what it adds to the sum of the first
   * check in the next 12 and to that of the second in the upper 13; 0x7f in the lowest bits where it may not stand. One load a character.
   */
  readonly worths: Uint32Array;
  /** Places of check characters, at most two, and the character that each remainder of the sum asks for. */
  readonly checks: readonly { readonly place: number; readonly modulus: number; readonly expected: Uint8Array }[];
  /** The whole code of its head and tail, check characters put in. */
  readonly completed: (headAndTail: string) => string;
}

/**
 * Undefined where the scheme cannot be packed: no fixed length or alphabet, a form that is more than characters place by place, a head of
 * too many characters, check characters in the head, or codes refused by more than how they begin.
 */
export function packableScheme(scheme: IdentifierScheme): PackableScheme | undefined {
  const { id, length, alphabet } = scheme;
  if (length === undefined || alphabet === undefined || !isPlain(alphabet)) return undefined;
  const checks = scheme.checks.toSorted((a, b) => a.place - b.place);
  const tailUntil = length - checks.length;
  const allowed = scheme.form === undefined ? Array.from({ length }, () => alphabet) : placesOfForm(scheme.form)?.map((characters) => [...alphabet].filter((each) => characters.includes(each)).join(""));
  if (allowed?.length !== length || checks.some(({ place }, index) => place !== tailUntil + index + 1)) return undefined;
  const letters = allowed.slice(0, tailUntil);
  const tailFrom = tailStart(letters);
  const refusedByHead = scheme.refused.every(({ form }) => /^\^?[A-Z0-9]+$/.test(form) && form.replace("^", "").length <= tailFrom);
  const heads = letters.slice(0, tailFrom).reduce((product, { length: radix }) => product * radix, 1);
  if (heads >= HEADS_TOLD_APART || !refusedByHead || letters.some((each) => each === "") || checks.some(({ values, characters, modulus }) => !isPlain(values) || !isPlain(characters) || characters.length < modulus)) return undefined;
  const worths = worthsOf(length, allowed, checks);
  if (worths === undefined) return undefined;
  return {
    scheme: id, length, pieceAt: pieceStart(letters, tailFrom), tailFrom, tailUntil, letters, radix: Uint8Array.from(letters, (each) => each.length), worths,
    checks: checks.map((check) => ({ place: check.place - 1, modulus: check.modulus, expected: expectedOf(check) })),
    completed: (headAndTail) => completed(checks, headAndTail),
  };
}

/** Where the second piece of a head begins: after as many characters as there are few of, such as those of a class before a region. */
function pieceStart(letters: readonly string[], tailFrom: number): number {
  let [at, product] = [0, 1];
  while (at < tailFrom && product * (letters[at]?.length ?? 1) <= FIRST_PIECES) {
    product *= letters[at]?.length ?? 1;
    at += 1;
  }
  return at;
}

/** Where the tail begins: as many of the last places as forty bits hold. */
function tailStart(letters: readonly string[]): number {
  let [from, product] = [letters.length, 1];
  for (; from > 0; from -= 1) {
    product *= letters[from - 1]?.length ?? 1;
    if (product > 2 ** TAIL_BITS) break;
  }
  return from;
}

function isPlain(text: string): boolean {
  return /^[\x21-\x7e]{1,90}$/.test(text);
}

/** The characters a simple form lets stand at each place; undefined where it says more than that. */
function placesOfForm(form: string): readonly string[] | undefined {
  const parts = /^\^?((?:(?:\[[A-Z0-9-]+\]|[A-Z0-9])(?:\{\d+\})?)+)\$?$/.exec(form)?.[1]?.match(/(?:\[[A-Z0-9-]+\]|[A-Z0-9])(?:\{\d+\})?/g);
  return parts?.flatMap((part) => {
    const [, set = "", count = "1"] = /^(\[[^\]]+\]|.)(?:\{(\d+)\})?$/.exec(part) ?? [];
    const one = new RegExp(`^${set}$`);
    const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter((character) => one.test(character)).join("");
    return Array.from({ length: Number(count) }, () => characters);
  });
}

export const STRAY = 0x7f;
/** Bits for what a character adds to the sum of each check. */
const SUM_BITS = [12, 13];

/** Undefined where there are more checks, or larger sums, than fit beside the digit. */
function worthsOf(length: number, allowed: readonly string[], checks: readonly CheckDigit[]): Uint32Array | undefined {
  if (checks.length > SUM_BITS.length || checks.some((check, index) => check.weights.some((weight) => weight < 0) || largestWorth(check) >= 2 ** (SUM_BITS[index] ?? 0))) return undefined;
  const worths = new Uint32Array(length * 128).fill(STRAY);
  for (const [place, letters] of allowed.entries()) {
    for (const [digit, character] of [...letters].entries()) {
      const [first, second] = [0, 1].map((index) => worthIn(checks[index], place, character));
      if (first === undefined || second === undefined) continue;
      worths[place * 128 + character.charCodeAt(0)] = second * 2 ** 19 + first * 2 ** 7 + digit;
    }
  }
  return worths;
}

/** Sums are gathered as whole numbers; what one character adds must fit. */
function largestWorth({ values, weights }: CheckDigit): number {
  return Math.max(...weights) * (values.length - 1);
}

/** Undefined where the check covers the place and knows no such character. */
function worthIn(check: CheckDigit | undefined, place: number, character: string): number | undefined {
  if (check === undefined || place < check.start - 1 || place >= check.end) return 0;
  const worth = check.values.indexOf(character);
  return worth < 0 ? undefined : worth * (check.weights[place - check.start + 1] ?? 0);
}

function expectedOf({ modulus, complement, characters }: CheckDigit): Uint8Array {
  return Uint8Array.from({ length: modulus }, (_, remainder) => characters.charCodeAt((complement ? modulus - remainder : remainder) % modulus));
}

function completed(checks: readonly CheckDigit[], headAndTail: string): string {
  return checks.reduce((code, check) => {
    let sum = 0;
    for (let place = check.start - 1; place < check.end; place += 1) sum += check.values.indexOf(code[place] ?? "") * (check.weights[place - check.start + 1] ?? 0);
    const remainder = sum % check.modulus;
    return `${code}${check.characters[(check.complement ? check.modulus - remainder : remainder) % check.modulus] ?? ""}`;
  }, headAndTail);
}
