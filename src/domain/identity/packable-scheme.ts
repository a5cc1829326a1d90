// Packable scheme: what must be true of a scheme of codes for its codes to be read by number, place by place, and the tables for it. Made
// from the law once; used by code-packer.ts.
import type { CheckDigit, IdentifierScheme } from "../rules/index.ts";
import type { LawId } from "../terms/index.ts";

/** Bits for the characters after the head. */
const TAIL_BITS = 40;
/** Characters of a head at most: as a number it must stay exact. */
const HEAD_MAX = 8;

export interface PackableScheme {
  readonly scheme: LawId;
  readonly length: number;
  readonly alphabet: string;
  readonly base: number;
  /** Characters before the tail. */
  readonly headLength: number;
  /** The first place, counted from 0, of the tail. */
  readonly tailFrom: number;
  readonly tailPlaces: readonly number[];
  /**
   * What a character at a place counts for, at `place * 128 + character`: its digit in the lowest 6 bits, what it adds to the sum of the first
   * check in the next 12 and to that of the second in the upper 14; 0x7f in the lowest bits where it may not stand. One load a character.
   */
  readonly worths: Uint32Array;
  /** Places of check characters, at most two, and the character that each remainder of the sum asks for. */
  readonly checks: readonly { readonly place: number; readonly modulus: number; readonly expected: Uint8Array }[];
  /** The whole code of a head and a tail, check characters put in. */
  readonly completed: (head: string, tail: readonly string[]) => string;
}

/**
 * Undefined where the scheme cannot be packed: no fixed length or alphabet, a form that is more than characters place by place, a head of
 * too many characters, check characters in the head, or codes refused by more than how they begin.
 */
export function packableScheme(scheme: IdentifierScheme): PackableScheme | undefined {
  const { id, length, alphabet } = scheme;
  if (length === undefined || alphabet === undefined || !/^[\x21-\x7e]{2,90}$/.test(alphabet)) return undefined;
  const checks = scheme.checks.toSorted((a, b) => a.place - b.place);
  const checkPlaces = new Set(checks.map((check) => check.place - 1));
  const free = Array.from({ length }, (_, place) => place).filter((place) => !checkPlaces.has(place));
  const tailPlaces = free.slice(-Math.floor(TAIL_BITS / Math.log2(alphabet.length)));
  const [tailFrom = length] = tailPlaces;
  const headLength = free.length - tailPlaces.length;
  const allowed = scheme.form === undefined ? Array.from({ length }, () => undefined) : placesOfForm(scheme.form);
  const refusedByHead = scheme.refused.every(({ form }) => /^\^?[A-Z0-9]+$/.test(form) && form.replace("^", "").length <= headLength);
  // Where the head is the first places, as it must be, every check stands behind it.
  if (headLength > HEAD_MAX || headLength !== tailFrom || allowed?.length !== length || !refusedByHead || checks.some(({ values, characters, modulus }) => !isPlain(values) || !isPlain(characters) || characters.length < modulus)) return undefined;
  const worths = worthsOf(length, alphabet, allowed, checks);
  if (worths === undefined) return undefined;
  return {
    scheme: id, length, alphabet, base: alphabet.length, headLength, tailFrom, tailPlaces, worths,
    checks: checks.map((check) => ({ place: check.place - 1, modulus: check.modulus, expected: expectedOf(check) })),
    completed: (head, tail) => completed(length, checks, head, tailPlaces, tail),
  };
}

function isPlain(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
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
/** Sums a check may reach in its bits. */
const SUM_BITS = [12, 14];

/** Undefined where there are more checks, or larger sums, than fit beside the digit. */
function worthsOf(length: number, alphabet: string, allowed: readonly (string | undefined)[], checks: readonly CheckDigit[]): Uint32Array | undefined {
  if (checks.length > SUM_BITS.length || alphabet.length > 64 || checks.some((check, index) => check.weights.some((weight) => weight < 0) || largestSum(check) >= 2 ** (SUM_BITS[index] ?? 0))) return undefined;
  const worths = new Uint32Array(length * 128).fill(STRAY);
  for (let place = 0; place < length; place += 1) {
    for (const [digit, character] of [...alphabet].entries()) {
      if (!(allowed[place]?.includes(character) ?? true)) continue;
      const [first, second] = [0, 1].map((index) => worthIn(checks[index], place, character));
      if (first === undefined || second === undefined) continue;
      worths[place * 128 + character.charCodeAt(0)] = second * 2 ** 18 + first * 2 ** 6 + digit;
    }
  }
  return worths;
}

function largestSum({ values, weights }: CheckDigit): number {
  return weights.reduce((sum, weight) => sum + weight * (values.length - 1), 0);
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

function completed(length: number, checks: readonly CheckDigit[], head: string, tailPlaces: readonly number[], tail: readonly string[]): string {
  const characters: string[] = [...head, ...Array.from({ length: length - head.length }, () => "")];
  for (const [index, place] of tailPlaces.entries()) characters[place] = tail[index] ?? "";
  for (const check of checks) {
    let sum = 0;
    for (let place = check.start - 1; place < check.end; place += 1) sum += check.values.indexOf(characters[place] ?? "") * (check.weights[place - check.start + 1] ?? 0);
    const remainder = sum % check.modulus;
    characters[check.place - 1] = check.characters[(check.complement ? check.modulus - remainder : remainder) % check.modulus] ?? "";
  }
  return characters.join("");
}
