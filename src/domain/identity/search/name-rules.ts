// The rules of search: how a query finds a name, from the surest way to the loosest. Used by the plain scan on every name and by the
// index on those its lists lead to, so that both say the same. Rules: SPEC.md of identity.
import { holdsHan } from "../level-name.ts";
import { isHan, isPlain, marked, readingsOf, type Lettering, type Place } from "./lettering.ts";
import { EDITABLE_MAX, either, isNowhere, NOWHERE, OneEdit, type EditState } from "./one-edit.ts";

/** How a query found a name. */
export type NameMatch = "exact" | "prefix" | "inside" | "pinyin" | "initials" | "typo";

/** Numbers in the order hits are shown; pinyin and initials are told finer than they are said. */
export const RANK = { exact: 0, prefix: 1, inside: 2, pinyinWhole: 3, pinyinPrefix: 4, pinyinInside: 5, initialsPrefix: 6, initialsInside: 7, typo: 8 } as const;
export type Rank = (typeof RANK)[keyof typeof RANK];

const MATCHES = ["exact", "prefix", "inside", "pinyin", "pinyin", "pinyin", "initials", "initials", "typo"] as const satisfies readonly NameMatch[];

export interface NameQuestion {
  /** Levelled; never empty. */
  readonly text: string;
  /** Latin letters and digits only: it may be pinyin or initials. */
  readonly plain: boolean;
  /** Long enough, and not too long, to be taken for a slip of the pen where nothing else is found. */
  readonly typo: OneEdit | undefined;
}

const TYPO_MIN = { han: 4, letters: 5 } as const;
export const INITIALS_MIN = 2;

/** `levelled` as levelName makes it; undefined where nothing is left to look for. */
export function questionOf(levelled: string): NameQuestion | undefined {
  if (levelled === "") return undefined;
  const { length } = levelled;
  const long = length >= (holdsHan(levelled) ? TYPO_MIN.han : TYPO_MIN.letters) && length <= EDITABLE_MAX;
  return { text: levelled, plain: /^[a-z0-9]+$/.test(levelled), typo: long ? new OneEdit(levelled) : undefined };
}

export function matchOf(rank: Rank): NameMatch {
  return MATCHES[rank];
}

/** The best way the query finds the name without an edit. */
export function rankName(letters: Lettering, place: Place, question: NameQuestion): Rank | undefined {
  return rankWritten(letters, place, question.text) ?? (question.plain ? (rankSpoken(letters, place, question.text) ?? rankInitials(letters, place, question.text)) : undefined);
}

/** As it is written: exactly, from its beginning, or inside. */
export function rankWritten({ units }: Lettering, { from, to }: Place, text: string): Rank | undefined {
  for (let at = from; at + text.length <= to; at += 1) {
    if (!standsAt(units, at, text)) continue;
    return at > from ? RANK.inside : to - from === text.length ? RANK.exact : RANK.prefix;
  }
  return undefined;
}

export function standsAt(units: Uint16Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (units[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** As it is read aloud: the query is a run of readings, one a character, of which the last may be cut short. */
export function rankSpoken(letters: Lettering, { from, to }: Place, text: string): Rank | undefined {
  for (let at = from; at < to; at += 1) {
    if (!marked(letters.marks, at)) continue;
    const reach = readAloud(letters.units, { from: at, to }, text, 0, false);
    if (reach === NOT_READ) continue;
    return at > from ? RANK.pinyinInside : reach === READ_WHOLE ? RANK.pinyinWhole : RANK.pinyinPrefix;
  }
  return undefined;
}

const [NOT_READ, READ, READ_WHOLE] = [0, 1, 2] as const;

/** `han`: a Chinese character has been read already; without one the name is only written so. */
function readAloud(units: Uint16Array, { from, to }: Place, text: string, next: number, han: boolean): 0 | 1 | 2 {
  if (next === text.length) return han ? (from === to ? READ_WHOLE : READ) : NOT_READ;
  if (from === to) return NOT_READ;
  const unit = units[from] ?? 0;
  if (!isHan(unit)) return unit === text.charCodeAt(next) ? readAloud(units, { from: from + 1, to }, text, next + 1, han) : NOT_READ;
  let best: 0 | 1 | 2 = NOT_READ;
  const [letter, rest] = [text.charCodeAt(next), text.length - next];
  for (const reading of readingsOf(unit)) {
    if (reading.charCodeAt(0) !== letter) continue;
    if (text.startsWith(reading, next)) {
      const reach = readAloud(units, { from: from + 1, to }, text, next + reading.length, true);
      if (reach > best) best = reach;
    } else if (rest < reading.length && best === NOT_READ && reading.startsWith(text.slice(next))) best = READ;
  }
  return best;
}

/** By the first letters of its characters or words, in their order. */
export function rankInitials(letters: Lettering, { from, to }: Place, text: string): Rank | undefined {
  if (text.length < INITIALS_MIN) return undefined;
  for (let at = from; at < to; at += 1) {
    if (marked(letters.marks, at) && initialsFrom(letters, { from: at, to }, text)) return at === from ? RANK.initialsPrefix : RANK.initialsInside;
  }
  return undefined;
}

function initialsFrom({ units, marks }: Lettering, { from, to }: Place, text: string): boolean {
  let next = 0;
  for (let at = from; at < to && next < text.length; at += 1) {
    if (!marked(marks, at)) continue;
    if (!hasInitial(units[at] ?? 0, text.charCodeAt(next))) return false;
    next += 1;
  }
  return next === text.length;
}

function hasInitial(unit: number, letter: number): boolean {
  return isHan(unit) ? readingsOf(unit).some((reading) => reading.charCodeAt(0) === letter) : isPlain(unit) && unit === letter;
}

/** Whether a part of the name, as written or as read aloud, is within one edit of the query. */
export function isTypo(letters: Lettering, place: Place, { typo, plain }: NameQuestion): boolean {
  return typo !== undefined && (isMiswritten(letters.units, place, typo) || (plain && isMisspelt(letters.units, place, typo)));
}

/**
 * Texts of which a name holds one if, as it is written, it is within one edit: the edit lies in one half of the query and leaves the other
 * as it is, unless neighbours were exchanged across the middle.
 */
export function piecesOf(text: string, middle = Math.floor(text.length / 2)): readonly string[] {
  return [text.slice(0, middle), text.slice(middle), text.slice(0, middle - 1) + text.charAt(middle) + text.charAt(middle - 1) + text.slice(middle + 1)];
}

function isMiswritten(units: Uint16Array, { from, to }: Place, typo: OneEdit): boolean {
  let state = NOWHERE;
  for (let at = from; at < to; at += 1) {
    state = typo.step(typo.begin(state), units[at] ?? 0);
    if (typo.ends(state)) return true;
  }
  return false;
}

/** Only what Chinese characters say: letters among them end the run. */
function isMisspelt(units: Uint16Array, { from, to }: Place, typo: OneEdit): boolean {
  let state = NOWHERE;
  for (let at = from; at < to; at += 1) {
    const begun = typo.begin(state);
    let next: EditState = NOWHERE;
    for (const reading of readingsOf(units[at] ?? 0)) {
      let read = begun;
      for (let index = 0; index < reading.length && !isNowhere(read); index += 1) {
        read = typo.step(read, reading.charCodeAt(index));
        if (typo.ends(read)) return true;
      }
      next = either(next, read);
    }
    state = next;
  }
  return false;
}
