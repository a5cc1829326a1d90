// Lettering: levelled names as numbers, one after another. What the rules of search look at, in the index and in the plain scan alike.
import { everyReading } from "../han-reading.ts";
import { holdsHan, levelWords } from "../level-name.ts";

export interface Lettering {
  /** UTF-16 units of levelled names. */
  readonly units: Uint16Array;
  /** One bit a unit: here begins a Chinese character, a word of a name in letters, or a run of letters between Chinese ones. */
  readonly marks: Uint32Array;
}

/** A name's place in a lettering. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

const NONE: readonly string[] = [];
/** By unit. Filled at once, so that looking a unit up is reading an array. */
const memory: (readonly string[] | undefined)[] = Array.from({ length: 0x10000 }, () => undefined);

/** How a character can be read aloud; empty for what is not Chinese. */
export function readingsOf(unit: number): readonly string[] {
  if (!isHan(unit)) return NONE;
  return (memory[unit] ??= everyReading(String.fromCharCode(unit)));
}

/** A levelled name character by character, each by the first of its readings; what is not Chinese stands for itself. */
export function readCharacters(levelled: string): readonly string[] {
  return Array.from({ length: levelled.length }, (_, at) => readingsOf(levelled.charCodeAt(at))[0] ?? levelled.charAt(at));
}

/** A unit that is a Chinese character, or the first half of one. */
export function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xd840 && unit <= 0xd8ff) || unit === 0x3005 || unit === 0x3007;
}

/** A letter or digit of Latin writing, as levelled. */
export function isPlain(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

export function marked(marks: Uint32Array, at: number): boolean {
  return (((marks[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

export function mark(marks: Uint32Array, at: number): void {
  marks[at >>> 5] = (marks[at >>> 5] ?? 0) | (1 << (at & 31));
}

/** Where in a levelled name a character or word begins. `text` is the name as it was given. */
export function beginningsOf(text: string, levelled: string): readonly number[] {
  const begins: number[] = [];
  if (holdsHan(levelled)) {
    for (let at = 0; at < levelled.length; at += 1) {
      const [unit, before] = [levelled.charCodeAt(at), at === 0 ? 0 : levelled.charCodeAt(at - 1)];
      const second = unit >= 0xdc00 && unit <= 0xdfff;
      if (!second && (isHan(unit) || at === 0 || isHan(before) || (before >= 0xdc00 && before <= 0xdfff))) begins.push(at);
    }
    return begins;
  }
  let at = 0;
  for (const word of levelWords(text)) {
    begins.push(at);
    at += word.length;
  }
  return begins;
}

/** One name by itself. */
export function letteringOf(text: string, levelled: string): Lettering {
  const units = Uint16Array.from({ length: levelled.length }, (_, at) => levelled.charCodeAt(at));
  const marks = new Uint32Array((levelled.length >>> 5) + 1);
  for (const at of beginningsOf(text, levelled)) mark(marks, at);
  return { units, marks };
}

/** A levelled name, read back. */
export function textAt(units: Uint16Array, { from, to }: Place): string {
  return String.fromCharCode(...units.subarray(from, to));
}
