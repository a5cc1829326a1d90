// Initial grams: three neighbouring first letters of a name's characters or words, beginning and end counted, lead to the names.
import { isHan, marked, readingsOf } from "./lettering.ts";
import { placeOf, type NameTable } from "./name-table.ts";
import { NO_ROWS, PostingsBuilder, type Cursor, type Postings } from "./postings.ts";

const [END, BEGIN, OTHER, CODES] = [0, 37, 38, 39] as const;

/** Codes of the letters a character or word can begin with. */
const memory: (readonly number[] | undefined)[] = Array.from({ length: 0x10000 }, () => undefined);

function initialsOf(unit: number): readonly number[] {
  return (memory[unit] ??= readingsOf(unit).length > 0 ? [...new Set(readingsOf(unit).map((reading) => codeOf(reading.charCodeAt(0))))] : [isHan(unit) ? OTHER : codeOf(unit)]);
}

/** 1 to 26 for letters, 27 to 36 for digits. */
function codeOf(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x60;
  return unit >= 0x30 && unit <= 0x39 ? unit - 0x30 + 27 : OTHER;
}

function gramOf(first: number, second: number, third: number): number {
  return (first * CODES + second) * CODES + third;
}

export function buildInitialGrams(table: NameTable): Postings {
  const builder = new PostingsBuilder(table.size, CODES ** 3);
  eachGram(table, (gram, row) => builder.count(gram, row));
  return builder.finish((write) => eachGram(table, write));
}

const [AT_BEGIN, AT_END]: readonly [readonly number[], readonly number[]] = [[BEGIN], [END]];

function eachGram(table: NameTable, take: (gram: number, row: number) => void): void {
  const { units, marks } = table.letters;
  for (let row = 0; row < table.size; row += 1) {
    const { from, to } = placeOf(table, row);
    let [first, second] = [AT_END, AT_BEGIN];
    let letters = 0;
    for (let at = from; at <= to; at += 1) {
      if (at < to && !marked(marks, at)) continue;
      const third = at < to ? initialsOf(units[at] ?? 0) : AT_END;
      // Before the first letter stands only the beginning.
      if (letters > 0) for (const a of first) for (const b of second) for (const c of third) take(gramOf(a, b, c), row);
      letters += 1;
      [first, second] = [second, third];
    }
  }
}

/** Names that may begin with these initials, or have them anywhere. */
export function withInitials(postings: Postings, text: string, where: "beginning" | "anywhere"): Cursor {
  const codes = Array.from(text, (letter) => codeOf(letter.charCodeAt(0)));
  if (codes.includes(OTHER)) return NO_ROWS;
  const whole = where === "beginning" ? [BEGIN, ...codes] : codes;
  if (whole.length === 2) return postings.union(Uint32Array.from({ length: CODES }, (_, third) => gramOf(whole[0] ?? 0, whole[1] ?? 0, third)));
  return postings.shared(whole.slice(2).map((third, index) => gramOf(whole[index] ?? 0, whole[index + 1] ?? 0, third)));
}
