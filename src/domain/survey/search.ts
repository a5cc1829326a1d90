// Search: entries of the law by words. English is found by words and their beginnings, Chinese by characters; a name counts for more
// than a note. The texts are gathered once a rulebook; rules about persons and drafts are found too, and say so where they are shown.
import type { LawId } from "../terms/index.ts";
import type { Entry, Rulebook } from "../rules/index.ts";
import { ENTRY_ORDER, searchTextsOf, type SearchField, type SearchText } from "./search-texts.ts";
import { workedOut } from "./worked-out.ts";

export interface LawHit {
  readonly entry: Entry;
  /** A rule about persons, which no question about an organisation sees. */
  readonly people: boolean;
  readonly score: number;
  /** Where it was found, best first. */
  readonly found: readonly FoundText[];
}

export interface FoundText extends SearchText {
  /** Stretches of `text` that were asked for, in order, none within another. */
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly from: number;
  readonly to: number;
}

export interface SearchOptions {
  /** Which entries may be found; default all. */
  readonly keep?: (entry: Entry, people: boolean) => boolean;
}

interface Page {
  readonly entry: Entry;
  readonly people: boolean;
  readonly texts: readonly (SearchText & { readonly levelled: string })[];
}

/** How much a word counts by where it stands. */
const WEIGHTS: Readonly<Record<SearchField, number>> = { name: 100, id: 80, otherName: 80, part: 24, note: 16, quote: 12, article: 8 };
const FOUND_MAX = 3;

const pagesOf = workedOut((rulebook: Rulebook): readonly Page[] => {
  const law = new Map([...rulebook.entries, ...rulebook.people].map((entry) => [entry.id, entry]));
  const page = (people: boolean) => (entry: Entry): Page => ({ entry, people, texts: searchTextsOf(entry, (id) => law.get(id)).map((text) => ({ ...text, levelled: levelled(text.text) })) });
  return [...rulebook.entries.map(page(false)), ...rulebook.people.map(page(true))];
});

/** Entries in which every word of the question stands somewhere, best first. */
export function searchLaw(rulebook: Rulebook, question: string, { keep = () => true }: SearchOptions = {}): readonly LawHit[] {
  const terms = termsOf(question);
  if (terms.length === 0) return [];
  return pagesOf(rulebook).filter(({ entry, people }) => keep(entry, people)).flatMap((page) => hitOf(page, terms)).toSorted(byScore);
}

function byScore(a: LawHit, b: LawHit): number {
  return b.score - a.score || ENTRY_ORDER.indexOf(a.entry.kind) - ENTRY_ORDER.indexOf(b.entry.kind) || compare(a.entry.id, b.entry.id);
}

function compare(a: LawId, b: LawId): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A word in Latin letters or figures, or a run of Han characters. */
export interface Term {
  readonly text: string;
  readonly han: boolean;
}

/** Words that stand everywhere are left out, unless nothing else was asked. */
const EVERYWHERE = new Set(["a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with"]);

export function termsOf(question: string): readonly Term[] {
  const all = [...levelled(question).matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)].flatMap(([run]) => split(run));
  const rare = all.filter((term) => !EVERYWHERE.has(term.text));
  const terms = rare.length > 0 ? rare : all;
  return terms.filter((term, index) => terms.findIndex((other) => other.text === term.text) === index);
}

/** `2026年修复` is a word in figures and a run of characters. */
function split(run: string): readonly Term[] {
  return [...run.matchAll(/\p{Script=Han}+|[^\p{Script=Han}]+/gu)].map(([text]) => ({ text, han: /\p{Script=Han}/u.test(text) }));
}

/** One width, one case; every character keeps its place. */
function levelled(text: string): string {
  let result = "";
  for (const unit of text.split("")) {
    const code = unit.charCodeAt(0);
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : code === 0x3000 ? " " : unit;
    const lower = half.toLowerCase();
    result += lower.length === 1 ? lower : half;
  }
  return result;
}

interface Met {
  readonly quality: number;
  readonly marks: readonly Mark[];
}

function hitOf({ entry, people, texts }: Page, terms: readonly Term[]): readonly LawHit[] {
  let score = 0;
  const found = new Map<SearchText & { readonly levelled: string }, { worth: number; marks: Mark[] }>();
  for (const term of terms) {
    let best = 0;
    for (const text of texts) {
      const met = termIn(text.levelled, term);
      if (met === undefined) continue;
      const worth = WEIGHTS[text.field] * met.quality;
      best = Math.max(best, worth);
      const here = found.get(text) ?? { worth: 0, marks: [] };
      here.worth += worth;
      here.marks.push(...met.marks);
      found.set(text, here);
    }
    if (best === 0) return [];
    score += best;
  }
  const shown = [...found].toSorted(([, a], [, b]) => b.worth - a.worth).slice(0, FOUND_MAX);
  return [{ entry, people, score: score / terms.length, found: shown.map(([{ levelled: _levelled, ...text }, { marks }]) => ({ ...text, marks: together(marks) })) }];
}

/** A whole text is more than a word in it, a word more than its beginning, a run of characters more than the same ones scattered. */
function termIn(text: string, term: Term): Met | undefined {
  return term.han ? hanIn(text, term.text) : wordIn(text, term.text);
}

function wordIn(text: string, word: string): Met | undefined {
  const marks: Mark[] = [];
  let quality = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isLetter(text[at - 1])) continue;
    const end = at + word.length;
    marks.push({ from: at, to: end });
    quality = Math.max(quality, text.length === word.length ? 1.5 : isLetter(text[end]) ? 0.6 : 1);
  }
  return marks.length === 0 ? undefined : { quality, marks };
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character);
}

/** Scattered characters are a guess, which a single one is not worth. */
function hanIn(text: string, run: string): Met | undefined {
  const marks: Mark[] = [];
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) marks.push({ from: at, to: at + run.length });
  if (marks.length > 0) return { quality: text === run ? 1.5 : 1, marks };
  const characters = [...new Set(run)];
  if (characters.length < 3 || !characters.every((character) => text.includes(character))) return undefined;
  return { quality: 0.3, marks: characters.map((character) => { const at = text.indexOf(character); return { from: at, to: at + character.length }; }) };
}

/** In order, those that touch or overlap as one. */
function together(marks: readonly Mark[]): readonly Mark[] {
  const joined: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && mark.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, mark.to) };
    else joined.push(mark);
  }
  return joined;
}
