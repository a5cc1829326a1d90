// Name segment: names that are looked up by lists made once. Finds what the plain scan finds, in its order, looking at few names:
// lists lead to names in the order in which they are shown, and reading them stops when enough was found.
import { buildGrams, countHolding, holding, rangeOf, type Grams } from "./grams.ts";
import { buildInitialGrams, withInitials } from "./initial-grams.ts";
import { isTypo, piecesOf, rankInitials, rankName, rankSpoken, rankWritten, RANK, type NameQuestion, type Rank } from "./name-rules.ts";
import { placeOf, type NameTable, type TableBuilder } from "./name-table.ts";
import { oneEditAway } from "./one-edit.ts";
import { inOrder, type Cursor, type Postings } from "./postings.ts";
import { buildSyllablePairs, coverOf, gramsOfPairs, stepsFrom, type Cover, type SyllablePairs } from "./syllable-pairs.ts";

export interface NameSegment {
  readonly table: NameTable;
  readonly byText: Uint32Array;
  readonly grams: Grams;
  readonly pairs: SyllablePairs;
  readonly initials: Postings;
  /** One bit a name: taken back since. */
  readonly gone: Uint32Array;
}

export interface SegmentHit {
  readonly rank: Rank;
  readonly row: number;
}

export function buildSegment(names: TableBuilder): NameSegment {
  const { table, byText } = names.finish();
  const grams = buildGrams(table, byText);
  return { table, byText, grams, pairs: buildSyllablePairs(grams), initials: buildInitialGrams(table), gone: new Uint32Array((table.size >>> 5) + 1) };
}

/** Bytes of all its columns and lists. */
export function bytesOfSegment({ table, byText, grams, pairs, initials, gone }: NameSegment): number {
  const columns = [table.letters.units, table.letters.marks, table.offsets, table.files, table.batches, byText, grams.keys, grams.starts, pairs.starts, pairs.grams, pairs.weights, pairs.totals, pairs.trie.next, gone];
  return columns.reduce((sum, column) => sum + column.byteLength, 0) + grams.postings.bytes() + initials.bytes();
}

/** Hits without an edit, best first, each organisation once. */
export function findInSegment(segment: NameSegment, question: NameQuestion, limit: number): readonly SegmentHit[] {
  const gathering = new Gathering(segment, limit);
  gatherWritten(segment, question.text, gathering);
  if (question.plain && !gathering.full()) gatherSpoken(segment, question.text, gathering);
  if (question.plain && !gathering.full()) gatherInitials(segment, question.text, gathering);
  return gathering.hits;
}

/** Hits one edit away. Asked only where no segment has a better one. */
export function findTyposInSegment(segment: NameSegment, question: NameQuestion, limit: number): readonly SegmentHit[] {
  const gathering = new Gathering(segment, limit);
  if (question.typo === undefined) return [];
  const rows: number[] = [];
  for (const cursor of typoCursors(segment, question)) for (let row = cursor.next(); row >= 0; row = cursor.next()) rows.push(row);
  const { letters, size } = segment.table;
  gathering.takeAll(inOrder(Uint32Array.from(rows), size), RANK.typo, (row) => {
    const place = placeOf(segment.table, row);
    return isTypo(letters, place, question) && rankName(letters, place, question) === undefined;
  });
  return gathering.hits;
}

/** Hits so far, and which organisations they are of. */
class Gathering {
  readonly hits: SegmentHit[] = [];
  readonly #segment: NameSegment;
  readonly #limit: number;
  readonly #files = new Set<number>();

  constructor(segment: NameSegment, limit: number) {
    this.#segment = segment;
    this.#limit = limit;
  }

  full(): boolean {
    return this.hits.length >= this.#limit;
  }

  /** Neither taken back nor of an organisation that was found already. */
  wants(row: number): boolean {
    const { gone, table } = this.#segment;
    return (((gone[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 0 && !this.#files.has(table.files[row] ?? 0);
  }

  take(row: number, rank: Rank): void {
    this.#files.add(this.#segment.table.files[row] ?? 0);
    this.hits.push({ rank, row });
  }

  /** Rows of a cursor that are of this rank, until there are enough. */
  takeAll(cursor: Cursor, rank: Rank, is: (row: number) => boolean): void {
    if (this.full()) return;
    for (let row = cursor.next(); row >= 0; row = cursor.next()) {
      if (!this.wants(row) || !is(row)) continue;
      this.take(row, rank);
      if (this.full()) return;
    }
  }
}

function gatherWritten({ table, byText, grams }: NameSegment, text: string, gathering: Gathering): void {
  const beginning = rangeOf(table, byText, text);
  // Of those that begin with the text, the text itself comes first.
  let end = beginning.from;
  while (end < beginning.to && lengthOf(table, byText[end] ?? 0) === text.length) end += 1;
  gathering.takeAll(inOrder(byText.slice(beginning.from, end), table.size), RANK.exact, () => true);
  gathering.takeAll(inOrder(byText.slice(end, beginning.to), table.size), RANK.prefix, () => true);
  if (gathering.full()) return;
  gathering.takeAll(holding(grams, text), RANK.inside, (row) => rankWritten(table.letters, placeOf(table, row), text) === RANK.inside);
}

function lengthOf({ offsets }: NameTable, row: number): number {
  return (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
}

function gatherSpoken(segment: NameSegment, text: string, gathering: Gathering): void {
  const { table, grams, pairs } = segment;
  const rankOf = (row: number): Rank | undefined => rankSpoken(table.letters, placeOf(table, row), text);
  const cover = coverOf(pairs, text, { letters: true });
  const anywhere = gramsOfPairs(pairs, [...cover.said, ...cover.written]);
  const beginning = rowsBeginning(segment, text, cover.written);
  const few = grams.postings.countAll(anywhere) <= Math.max(FEW, beginning.length);
  const later: (readonly [number[], Rank])[] = [[[], RANK.pinyinPrefix], [[], RANK.pinyinInside]];
  const rows = few ? grams.postings.union(anywhere) : inOrder(beginning, table.size);
  for (let row = rows.next(); row >= 0; row = rows.next()) {
    if (gathering.full()) return;
    if (!gathering.wants(row)) continue;
    const rank = rankOf(row);
    if (rank === RANK.pinyinWhole) gathering.take(row, rank);
    else for (const [waiting, which] of later) if (rank === which) waiting.push(row);
  }
  for (const [waiting, rank] of later) for (const row of waiting) if ((few || rank === RANK.pinyinPrefix) && !gathering.full() && gathering.wants(row)) gathering.take(row, rank);
  if (!few) gathering.takeAll(grams.postings.union(anywhere), RANK.pinyinInside, (row) => rankOf(row) === RANK.pinyinInside);
}

/** So few names are all looked at. */
const FEW = 200;

/** Names that may begin as the text is said: by their first two characters, or by what is written at their beginning and said after it. */
function rowsBeginning({ byText, grams, pairs }: NameSegment, text: string, writtenFirst: Cover): Uint32Array {
  const ranges: Uint32Array[] = [];
  for (const first of stepsFrom(pairs, text, 0, false)) {
    const nexts = first.next === text.length ? [{ from: 0, to: pairs.codes, next: 0, spoken: false }] : stepsFrom(pairs, text, first.next, true);
    for (const gram of gramsOfPairs(pairs, nexts.map((next) => [first, next] as const))) ranges.push(byText.subarray(grams.starts[gram] ?? 0, grams.starts[gram + 1] ?? 0));
  }
  const written = grams.postings.union(gramsOfPairs(pairs, writtenFirst));
  const others: number[] = [];
  for (let row = written.next(); row >= 0; row = written.next()) others.push(row);
  return joined([...ranges, Uint32Array.from(others)]);
}

function joined(lists: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let size = 0;
  for (const list of lists) {
    whole.set(list, size);
    size += list.length;
  }
  return whole;
}

function gatherInitials({ table, initials }: NameSegment, text: string, gathering: Gathering): void {
  const rankOf = (row: number): Rank | undefined => rankInitials(table.letters, placeOf(table, row), text);
  gathering.takeAll(withInitials(initials, text, "beginning"), RANK.initialsPrefix, (row) => rankOf(row) === RANK.initialsPrefix);
  if (!gathering.full()) gathering.takeAll(withInitials(initials, text, "anywhere"), RANK.initialsInside, (row) => rankOf(row) === RANK.initialsInside);
}

/** Names that may hold the text with one edit. What is said aloud is looked up as each of the texts one edit away. */
function* typoCursors({ grams, pairs }: NameSegment, { text, plain }: NameQuestion): Generator<Cursor> {
  for (const piece of piecesOf(text, bestMiddle(grams, text))) yield holding(grams, piece);
  if (!plain) return;
  const covers = new Map<number, Cover[number]>();
  for (const near of oneEditAway(text, LETTERS)) {
    for (const pick of coverOf(pairs, near, { letters: false }).said) covers.set(pick.reduce((key, { from, to }) => (key * 1024 + from) * 1024 + to, 0), pick);
  }
  yield grams.postings.union(gramsOfPairs(pairs, [...covers.values()]));
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Where to cut the text so that the fewest names hold either half. */
function bestMiddle(grams: Grams, text: string): number {
  let [best, least] = [Math.floor(text.length / 2), Number.POSITIVE_INFINITY];
  for (let middle = 1; middle < text.length; middle += 1) {
    const count = countHolding(grams, text.slice(0, middle)) + countHolding(grams, text.slice(middle));
    if (count < least) [best, least] = [middle, count];
  }
  return best;
}

