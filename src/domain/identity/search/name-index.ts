// Name index: finds organisations by their names among millions, in memory, kept up to date name by name. Names lie in segments, each
// several times as large as the next; the newest wait in a short list. Answers exactly as the plain scan does (scan-names.ts).
import type { FileNumber } from "../../terms/index.ts";
import { CodeBook, type CodeGiven } from "./code-book.ts";
import { bestHits, shownHit, type NameHit, type RankedHit } from "./name-hit.ts";
import { isTypo, RANK, rankName, type NameQuestion, type Rank } from "./name-rules.ts";
import { letteringOf, type Lettering } from "./lettering.ts";
import { buildSegment, bytesOfSegment, findInSegment, findTyposInSegment, type NameSegment, type SegmentHit } from "./name-segment.ts";
import { fileAt, nameAt, TableBuilder, type NameGiven } from "./name-table.ts";
import { levelName } from "../level-name.ts";

/** How many new names are looked at one by one before they become a segment. */
const WAITING = 256;
/** A segment is joined with the one before it unless that is so many times as large. */
const GROWTH = 4;

interface WaitingName {
  readonly given: NameGiven;
  readonly levelled: string;
  readonly letters: Lettering;
}

export class NameIndex {
  #segments: NameSegment[] = [];
  #waiting: WaitingName[] = [];
  #gathered = new TableBuilder();
  readonly #codes = new CodeBook();
  /** Numbers of batches; 0 is none. */
  readonly #batches = new Map<string, number>();
  readonly #withdrawn = new Set<string>();
  readonly #waitingMax: number;

  constructor(waitingMax = WAITING) {
    this.#waitingMax = waitingMax;
  }

  /** Names and codes that can be found from now on. */
  add(names: Iterable<NameGiven>, codes: Iterable<CodeGiven> = []): void {
    for (const name of names) this.gather(name);
    for (const code of codes) this.gatherCode(code);
    this.settle();
  }

  /** A name that can be found once the index is settled. */
  gather(name: NameGiven): void {
    if (name.batch !== null && this.#withdrawn.has(name.batch)) return;
    if (this.#waiting.length >= this.#waitingMax) return this.#gathered.add(name, this.#numberOf(name.batch));
    const levelled = levelName(name.text);
    if (levelled !== "") this.#waiting.push({ given: name, levelled, letters: letteringOf(name.text, levelled) });
  }

  /** A code that can be found from now on. */
  gatherCode(code: CodeGiven): void {
    this.#codes.add(code, this.#numberOf(code.batch));
  }

  /** Puts what was gathered in its place; few names wait until they are more. */
  settle(): void {
    this.#codes.settle();
    if (this.#gathered.size === 0 && this.#waiting.length < this.#waitingMax) return;
    const gathered = this.#gathered;
    for (const { given } of this.#waiting) gathered.add(given, this.#numberOf(given.batch));
    this.#waiting = [];
    this.#gathered = new TableBuilder();
    if (gathered.size > 0) this.#append(gathered);
  }

  #numberOf(batch: string | null): number {
    if (batch === null) return 0;
    const known = this.#batches.get(batch) ?? this.#batches.size + 1;
    this.#batches.set(batch, known);
    return known;
  }

  #append(names: TableBuilder): void {
    for (let last = this.#segments.at(-1); last !== undefined && last.table.size < GROWTH * names.size; last = this.#segments.at(-1)) {
      const { gone, table } = last;
      names.addAll(table, (row) => (((gone[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1);
      this.#segments.pop();
    }
    this.#segments.push(buildSegment(names));
  }

  /** Everything that came with this batch, or comes with it later, is as if it had never been. Gives the files whose names went. */
  withdraw(batch: string): readonly FileNumber[] {
    this.settle();
    this.#withdrawn.add(batch);
    const files = new Set(this.#waiting.flatMap(({ given }) => (given.batch === batch ? [given.file] : [])));
    this.#waiting = this.#waiting.filter(({ given }) => given.batch !== batch);
    const number = this.#numberOf(batch);
    this.#codes.withdraw(number);
    for (const { table, gone } of this.#segments) {
      for (let row = 0; row < table.size; row += 1) {
        if (table.batches[row] !== number) continue;
        gone[row >>> 5] = (gone[row >>> 5] ?? 0) | (1 << (row & 31));
        files.add(fileAt(table, row));
      }
    }
    return [...files];
  }

  /** Organisations that have the code, levelled. */
  findCode(value: string): readonly FileNumber[] {
    return this.#codes.find(value);
  }

  /** What the question finds, best first, each organisation once. Slips of the pen only where nothing else is found. */
  find(question: NameQuestion, limit: number): readonly NameHit[] {
    const better = this.#gather(limit, (segment) => findInSegment(segment, question, limit), ({ letters, levelled }) => rankName(letters, { from: 0, to: levelled.length }, question));
    return better.length > 0 || question.typo === undefined ? better.map(shownHit) : this.findSimilar(question, limit);
  }

  /** What is one edit away, whatever better there is. */
  findSimilar(question: NameQuestion, limit: number): readonly NameHit[] {
    return this.#gather(limit, (segment) => findTyposInSegment(segment, question, limit), ({ letters, levelled }) => {
      const place = { from: 0, to: levelled.length };
      return rankName(letters, place, question) === undefined && isTypo(letters, place, question) ? RANK.typo : undefined;
    }).map(shownHit);
  }

  #gather(limit: number, inSegment: (segment: NameSegment) => readonly SegmentHit[], alone: (name: WaitingName) => Rank | undefined): readonly RankedHit[] {
    const hits: RankedHit[] = [];
    for (const segment of this.#segments) {
      for (const { rank, row } of inSegment(segment)) hits.push({ file: fileAt(segment.table, row), name: nameAt(segment.table, row), rank, main: row < segment.table.mains });
    }
    for (const waiting of this.#waiting) {
      const rank = alone(waiting);
      if (rank !== undefined) hits.push({ file: waiting.given.file, name: waiting.levelled, rank, main: waiting.given.main });
    }
    return bestHits(hits, limit);
  }

  /** Names in lists and waiting, those taken back since among them. */
  get size(): number {
    return this.#segments.reduce((sum, { table }) => sum + table.size, this.#waiting.length);
  }

  /** Bytes of all columns and lists. */
  bytes(): number {
    return this.#segments.reduce((sum, segment) => sum + bytesOfSegment(segment), this.#codes.bytes());
  }
}
