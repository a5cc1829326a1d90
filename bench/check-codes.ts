// Valid unified social credit codes by number, quickly: the same code for the same number and no code for two numbers, in an order nobody
// sees through. Classes and regions as they are met, subject codes of both ages, both check characters (GB 11714 inside GB 32100).
// Written for benches, which need a hundred million of them; check-agreement.ts holds it against makeCode, which knows the law's own scheme.

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const OUTER_WEIGHTS = Uint8Array.of(1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28);
const INNER_WEIGHTS = Uint8Array.of(3, 7, 9, 10, 5, 8, 4, 2);

/** Registering authority and category, each as often as it is named here; 92 is never among them, it belongs to natural persons. */
const CLASSES = ["91", "91", "91", "91", "91", "91", "91", "91", "91", "91", "91", "91", "91", "93", "93", "52", "51", "12", "11", "N2", "53", "31", "81", "13"];
const PROVINCES = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65];
const REGIONS = PROVINCES.flatMap((province) => Array.from({ length: 97 }, (_, index) => `${province}${pair(1 + Math.floor(index / 9))}${pair(1 + (index % 9))}`));

/** Codes with one number less than these can be made: subject codes of digits run out first, those of letters last. */
const DIGIT_SUBJECTS = 10_000 ** 2;
const LETTER_HALF = 31 ** 3;
export const CODES_MAX = LETTER_HALF ** 2;

const prefixes = CLASSES.map(bytesOf);
const regions = REGIONS.map(bytesOf);
const alphabet = bytesOf(ALPHABET);
const inAlphabet = valuesOf(ALPHABET);
const inBase36 = valuesOf("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
/** The code being written; nothing of it outlives a call. */
const code = new Uint8Array(18);

/** The code of `number`, from 0 to CODES_MAX, for a seed; eighteen characters in one flat string. */
export function codeOfNumber(number: number, seed: number): string {
  const drawn = mixed(number, seed);
  code.set(prefixes[drawn % prefixes.length] ?? alphabet, 0);
  code.set(regions[(drawn >>> 8) % regions.length] ?? alphabet, 2);
  const old = number < DIGIT_SUBJECTS && (drawn >>> 5) % 5 < 2;
  if (old) writeDigits(permuted(number, 10_000, seed + 1));
  else writeLetters(permuted(number, LETTER_HALF, seed + 2));
  code[16] = innerCheck();
  code[17] = outerCheck();
  return String.fromCharCode(
    code[0] ?? 0, code[1] ?? 0, code[2] ?? 0, code[3] ?? 0, code[4] ?? 0, code[5] ?? 0, code[6] ?? 0, code[7] ?? 0, code[8] ?? 0,
    code[9] ?? 0, code[10] ?? 0, code[11] ?? 0, code[12] ?? 0, code[13] ?? 0, code[14] ?? 0, code[15] ?? 0, code[16] ?? 0, code[17] ?? 0,
  );
}

/** Eight digits: organisations that had a code before 2015. */
function writeDigits(subject: number): void {
  let rest = subject;
  for (let place = 15; place >= 8; place -= 1) {
    code[place] = 48 + (rest % 10);
    rest = Math.floor(rest / 10);
  }
}

/** MA and six characters of the alphabet: organisations of the years since. */
function writeLetters(subject: number): void {
  code[8] = 77;
  code[9] = 65;
  let rest = subject;
  for (let place = 15; place >= 10; place -= 1) {
    code[place] = alphabet[rest % 31] ?? 0;
    rest = Math.floor(rest / 31);
  }
}

function innerCheck(): number {
  let sum = 0;
  for (let place = 0; place < 8; place += 1) sum += (inBase36[code[8 + place] ?? 0] ?? 0) * (INNER_WEIGHTS[place] ?? 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 88 : 48 + check;
}

function outerCheck(): number {
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += (inAlphabet[code[place] ?? 0] ?? 0) * (OUTER_WEIGHTS[place] ?? 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? 0;
}

/** A number of the same range for a number below the square of `half`, no two alike: four rounds of a Feistel network that adds. */
export function permuted(number: number, half: number, seed: number): number {
  let high = Math.floor(number / half);
  let low = number - high * half;
  for (let round = 0; round < 4; round += 1) {
    const next = (high + (mixed(low, seed * 4 + round) % half)) % half;
    high = low;
    low = next;
  }
  return high * half + low;
}

/** Thirty-two bits that look drawn by lot, the same for the same number and seed. */
export function mixed(number: number, seed: number): number {
  let bits = (number ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function pair(number: number): string {
  return String(number).padStart(2, "0");
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** By the number of a character, its value in `characters`. */
function valuesOf(characters: string): Uint8Array {
  const values = new Uint8Array(128);
  [...characters].forEach((character, value) => {
    values[character.charCodeAt(0)] = value;
  });
  return values;
}
