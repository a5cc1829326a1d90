// Compare names: how two organisations' names relate, by the strongest pair of their names. Says what is so; match.ts decides what follows.
import { editDistance } from "./edit-distance.ts";
import { compareForms, type FormRelation } from "./legal-forms.ts";
import { levelName } from "./level-name.ts";
import { isWeakWord, withoutPlaceWord } from "./name-words.ts";
import type { NameEntry } from "./candidate.ts";

export type NameRelation =
  /** Main names equal but for legal form. */
  | "equal"
  /** Only their names in local writing are equal. */
  | "local"
  /** The main name of one is a stated alias or former name of the other. */
  | "alias"
  /** One states 省, 市 or 县 behind its place, the other leaves it out; else equal. */
  | "place"
  /** Equal once a bracket is left out that may tell them apart. */
  | "loose"
  /** One is the other cut short. */
  | "cut"
  /** A slip of the pen apart. */
  | "near"
  /** Only secondary names agree: group names, abbreviations. */
  | "secondary"
  | "none";

export interface NameComparison {
  readonly relation: NameRelation;
  readonly left: NameEntry | undefined;
  readonly right: NameEntry | undefined;
  readonly form: FormRelation;
  /** Enough words, and not only words of trade, for equality to mean something. */
  readonly distinctive: boolean;
  /** For `near`: a slip in a long word, not a different short one. For `loose`: the bracket is one word. For `cut`: much is left. */
  readonly safe: boolean;
}

const STRENGTH = ["equal", "alias", "local", "place", "loose", "cut", "near", "secondary", "none"] as const satisfies readonly NameRelation[];
/** Letters a name keeps that was cut short by a column's width and still can be told. */
const CUT_LETTERS_LEAST = 40;
const CUT_WORDS_LEAST = 3;
const NEAR_LETTERS_LEAST = 10;
const NEAR_CHARACTERS_LEAST = 8;

export function compareNames(left: readonly NameEntry[], right: readonly NameEntry[]): NameComparison {
  let best: NameComparison = { relation: "none", left: undefined, right: undefined, form: "different", distinctive: false, safe: false };
  for (const a of left) {
    for (const b of right) {
      const found = comparePair(a, b);
      if (isStronger(found, best)) best = found;
    }
  }
  return best;
}

/** Both carry names in local writing and none of them agree. */
export function localNamesConflict(left: readonly NameEntry[], right: readonly NameEntry[]): boolean {
  const [a, b] = [localKeys(left), localKeys(right)];
  return a.length > 0 && b.length > 0 && !a.some((key) => b.includes(key));
}

export function localNamesAgree(left: readonly NameEntry[], right: readonly NameEntry[]): boolean {
  const b = localKeys(right);
  return localKeys(left).some((key) => b.includes(key));
}

function localKeys(entries: readonly NameEntry[]): readonly string[] {
  return entries.filter(({ role, parts }) => parts.han && (role === "local" || role === "main")).map(({ parts }) => `${parts.key}${parts.branch ? "+" : ""}`);
}

function comparePair(a: NameEntry, b: NameEntry): NameComparison {
  const distinctive = isDistinctive(a) && isDistinctive(b);
  const base = { left: a, right: b, form: compareForms(a.parts.forms, b.parts.forms), distinctive };
  if (a.parts.key === b.parts.key) {
    const relation = equalRelation(a, b);
    return { ...base, relation, safe: relation === "loose" ? a.oneWordLeftOut || b.oneWordLeftOut : true };
  }
  if (!isMain(a) || !isMain(b) || a.parts.han !== b.parts.han) return { ...base, relation: "none", safe: false };
  if (placeWordApart(a, b)) return { ...base, relation: "place", safe: true };
  const cut = cutShort(a, b);
  if (cut !== undefined) return { ...base, relation: "cut", safe: cut };
  const near = slipApart(a, b);
  return { ...base, relation: near === undefined ? "none" : "near", safe: near ?? false };
}

function equalRelation(a: NameEntry, b: NameEntry): NameRelation {
  if (a.role === "main" && b.role === "main") return "equal";
  if (isMain(a) && isMain(b)) return "local";
  if (a.role === "loose" || b.role === "loose") return isMain(a) || isMain(b) || (a.role === "loose" && b.role === "loose") ? "loose" : "secondary";
  if (a.role === "short" || b.role === "short") return "secondary";
  return isMain(a) || isMain(b) ? "alias" : "secondary";
}

function isMain({ role }: NameEntry): boolean {
  return role === "main" || role === "local";
}

function isDistinctive({ parts }: NameEntry): boolean {
  if (parts.han) return parts.key.length >= 4;
  return parts.strong.some((word) => word.length >= 3) && (parts.words.length >= 2 || parts.key.length >= 5);
}

/** Whether one whole name is the beginning of the other, and, if so, whether enough is left to be sure. */
function cutShort(a: NameEntry, b: NameEntry): boolean | undefined {
  if (a.parts.han) return undefined;
  const [left, right] = [levelName(a.parts.text), levelName(b.parts.text)];
  const [short, shortText, longText] = left.length <= right.length ? [a, left, right] : [b, right, left];
  if (!longText.startsWith(shortText) || short.parts.closed || short.parts.words.length < CUT_WORDS_LEAST) return undefined;
  return shortText.length >= CUT_LETTERS_LEAST;
}

/** Whether the names are a slip apart, and, if so, whether it sits in a word long enough to be one. Numbers and countries must be equal. */
function slipApart(a: NameEntry, b: NameEntry): boolean | undefined {
  const [left, right] = [a.parts, b.parts];
  if (left.numbers.join() !== right.numbers.join() || left.countries.join() !== right.countries.join() || left.branch !== right.branch) return undefined;
  const shorter = Math.min(left.key.length, right.key.length);
  // One character is a word of its own: a slip among many is likely, and never sure. Beside Latin main names that differ it is none.
  if (left.han && a.role !== "main" && b.role !== "main") return undefined;
  if (left.han) return shorter >= NEAR_CHARACTERS_LEAST && editDistance(left.key, right.key, 1) === 1 ? false : undefined;
  if (shorter < NEAR_LETTERS_LEAST) return undefined;
  if (confusable(left.key) === confusable(right.key)) return true;
  const bound = shorter < 20 ? 1 : 2;
  const distance = editDistance(left.key, right.key, bound);
  if (distance > bound) return undefined;
  if (left.words.length !== right.words.length) return distance === 1;
  const changed = left.words.flatMap((word, index) => (word === right.words[index] ? [] : [[word, right.words[index] ?? ""] as const]));
  const letters = Math.min(...changed.flatMap(([x, y]) => [x.length, y.length]));
  if (distance === 1) return letters >= 7;
  return letters >= 10 && changed.every(([x, y]) => !isWeakWord(x) && !isWeakWord(y));
}

function placeWordApart({ parts: left }: NameEntry, { parts: right }: NameEntry): boolean {
  return left.han && left.branch === right.branch && (withoutPlaceWord(left.key) === right.key || withoutPlaceWord(right.key) === left.key);
}

/** Letters that scanners and typists take for each other. */
function confusable(key: string): string {
  return key.replace(/[l1|]/gu, "i").replace(/0/gu, "o").replace(/rn/gu, "m");
}

function isStronger(found: NameComparison, best: NameComparison): boolean {
  const [a, b] = [STRENGTH.indexOf(found.relation), STRENGTH.indexOf(best.relation)];
  if (a !== b) return a < b;
  return FORMS.indexOf(found.form) < FORMS.indexOf(best.form);
}

const FORMS = ["same", "kin", "oneSilent", "different"] as const satisfies readonly FormRelation[];
