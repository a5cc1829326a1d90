// Text made comparable (headers, choices, names of authorities) and text made tidy (values). No meaning is guessed.
import type { CellValue } from "../domain/terms/index.ts";

/** Case, width, every kind of space and the marks of a required header levelled: `Ｆｉｒｍ  name*` is `firmname`. */
export function levelText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, "").replace(/[*:]{1,4}$/, "");
}

/** Nothing is left of it once it is levelled. Most texts show a letter or digit that always is, and need no levelling. */
export function isBlank(text: string): boolean {
  return !/[0-9A-Za-z\p{Script=Han}]/u.test(text) && levelText(text) === "";
}

/** Ends trimmed (also of no-break and zero-width spaces), line breaks as `\n`; what stands inside is kept. */
export function trimText(text: string): string {
  if (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1)) && !text.includes("\r")) return text;
  return trimSigns(text.replace(/\r\n?/g, "\n"), /[\s\u200b\ufeff]/);
}

/** A letter, digit or sign of ASCII, or an ideograph: most texts begin and end with one, and have nothing to trim. */
function isInk(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
}

/** Takes signs off both ends. By hand, because an expression that looks for a run at the end is slow on a long run that stands before it. */
export function trimSigns(text: string, sign: RegExp): string {
  let from = 0;
  let until = text.length;
  while (from < until && sign.test(text.charAt(from))) from += 1;
  while (until > from && sign.test(text.charAt(until - 1))) until -= 1;
  return text.slice(from, until);
}

/** On one line, single spaces: for names. */
export function oneLine(text: string): string {
  return trimText(text).replace(/[\s\u200b\ufeff]+/g, " ");
}

/** What a person would read in the cell; undefined where there is nothing, or nothing that may be read. */
export function textOfCell(value: CellValue): string | undefined {
  switch (value.kind) {
    case "text": return isInk(value.text.charCodeAt(0)) || trimText(value.text) !== "" ? value.text : undefined;
    case "number": return plainNumber(value.source);
    case "day": return value.day;
    case "flag": return value.value ? "true" : "false";
    case "empty": case "formula": case "fault": return undefined;
  }
}

/** Digits a spreadsheet keeps of a number; what is beyond them was lost before the file was written. */
const DIGITS_KEPT = 15;

/** A number without exponent and without the tail of binary fractions: `1.1E+2` is `110`, `0.10000000000000001` is `0.1`. */
export function plainNumber(source: string): string {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/.exec(source);
  if (match === null) return source;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  // A leading zero takes the carry where all digits are nines.
  const digits = roundDigits(`0${whole}${fraction}`);
  const point = whole.length + 1 + Number(exponent);
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const rest = padded.slice(at).replace(/0+$/, "");
  const plain = rest === "" ? integer : `${integer}.${rest}`;
  return sign === "-" && plain !== "0" ? `-${plain}` : plain;
}

/** The digits (the first is a zero) rounded to what a spreadsheet keeps, the rest as zeros. */
function roundDigits(digits: string): string {
  const first = digits.search(/[1-9]/);
  if (first === -1 || digits.length - first <= DIGITS_KEPT) return digits;
  const end = first + DIGITS_KEPT;
  const kept = BigInt(digits.slice(0, end)) + ((digits[end] ?? "0") >= "5" ? 1n : 0n);
  return String(kept).padStart(end, "0").padEnd(digits.length, "0");
}

/** Whether the number as written has more digits than a spreadsheet keeps, or is written with an exponent: as a code it is lost. */
export function hasLostDigits(source: string): boolean {
  return /[eE]/.test(source) || source.replace(/^[+-]?0*|\./g, "").length > DIGITS_KEPT;
}
