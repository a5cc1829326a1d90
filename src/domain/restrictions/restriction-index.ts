// Restriction index: checks at the cost of a few cache misses. It holds the register as packed columns (packed/columns.ts) and answers what it
// can say exactly as its plain twin derive.ts would, as of the position it was packed at; of everything else it says that the twin must be
// asked. Equal answers are held against the twin by the property test.
import { dayNumber, fromDayNumber, makeFileNumber, sequenceOf, type End, type FileNumber, type LawId, type ListingId, type PlainDate } from "../terms/index.ts";
import { CodePacker, type Schemes } from "../identity/index.ts";
import type { Answer, AnsweredOrganisation, EffectInForce, Missing, PossibleEffect, Verdict } from "./answer.ts";
import type { Derived } from "./derive.ts";
import { combinedExits } from "./exits.ts";
import { byStart, isForbidding } from "./sum.ts";
import { BARE, classOfRow, decidedOfRow, endOfRows, fileOfRow, firstRow, keyOfRow, listingOfRow, mayHold, nameOfRow, NONE, rowCount, shareOfRow, SHARE_SHIFT, spanOfRow, type ColumnFacts, type Columns } from "./packed/columns.ts";
import { mixedLower, mixedUpper, unmixed } from "./packed/mixed-key.ts";
import { prepare, type Meaning, type Prepared, type RowMeasure } from "./packed/prepared-question.ts";
import { RowGroup } from "./packed/row-group.ts";
import type { ExitShelf, RowDays, RowExits } from "./packed/row-exits.ts";
import { decidedOf, FIRST_DAY } from "./packed/row-class.ts";
import { spanOf } from "./measure-hits.ts";
import type { Inquiry } from "./measure-outcome.ts";

/** Not on file, though the code is valid. */
export const STRANGER = -1;
/** The text is for others to read: a name, a code that does not pack, or no code at all. */
export const UNREAD = -2;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What organisations of one row of the same class and days come to: it differs in the listing alone, in whose place ANY_LISTING stands. */
export interface Likeness {
  readonly derived: Derived;
}

/** A sign that is no character: no text of a law has it. */
export const ANY_LISTING: ListingId = "\ufdd0" as ListingId;
/** Likenesses kept of the question asked last. */
const LIKENESSES_MAX = 10_000;

/** INVARIANT: an answer is that of derive.ts for the same organisation, or undefined. */
export class RestrictionIndex {
  readonly columns: Columns;
  readonly facts: ColumnFacts;
  readonly #packer: CodePacker;
  readonly #otherCodes: ReadonlyMap<string, number>;
  readonly #codesOf: ReadonlyMap<number, AnsweredOrganisation["codes"]>;
  readonly #oddListings: ReadonlyMap<number, string>;
  /** For whoever asks about many organisations. */
  readonly group: RowGroup;
  #likenesses: { readonly of: Prepared; readonly nothing: Likeness; readonly kept: Map<number, Likeness> } | undefined;
  /** The row found last by its code, and its share: where the share is not known it is searched for. */
  #foundRow = NONE;
  #foundShare = 0;

  constructor(columns: Columns, facts: ColumnFacts, schemes: Schemes) {
    this.columns = columns;
    this.facts = facts;
    this.#packer = new CodePacker(schemes, facts.heads);
    this.group = new RowGroup(columns, this.#packer);
    this.#otherCodes = new Map(facts.otherCodes.map(([scheme, value, row]) => [`${scheme} ${value}`, row]));
    this.#codesOf = new Map(facts.codesOf);
    this.#oddListings = new Map(facts.oddListings);
  }

  /** The first row of whoever has this code, as it is written in the register; STRANGER or UNREAD. After STRANGER `strangerScheme` names the scheme. */
  find(code: string): number {
    const packer = this.#packer;
    if (!packer.read(code)) return UNREAD;
    const upper = packer.head * 256 + packer.high;
    const lower = mixedLower(upper, packer.low);
    const mixed = mixedUpper(upper, packer.low);
    if (mayHold(this.columns, mixed, lower)) {
      const row = firstRow(this.columns, mixed, lower);
      if (row !== NONE) {
        this.#foundRow = row;
        this.#foundShare = mixed >>> SHARE_SHIFT;
        return row;
      }
    }
    return packer.scheme === undefined ? UNREAD : this.#besideRows(packer.scheme, code);
  }

  /** How many rows the snapshot has. */
  get rows(): number {
    return rowCount(this.columns);
  }

  get strangerScheme(): LawId | undefined {
    return this.#packer.scheme;
  }

  /** The first row of whoever has this code, of whatever scheme; STRANGER where nobody has, UNREAD where several have. */
  findOther(scheme: LawId, value: string): number {
    const row = this.find(value);
    return row >= 0 && this.#packer.scheme === scheme ? row : this.#besideRows(scheme, value);
  }

  /** Of a code that no rows lie under. Which of several organisations it means is for the twin to say. */
  #besideRows(scheme: LawId, value: string): number {
    const row = this.#otherCodes.size === 0 ? undefined : this.#otherCodes.get(`${scheme} ${value}`);
    return row === undefined ? STRANGER : row === NONE ? UNREAD : row;
  }

  /** The first row of the organisation a file belongs to; STRANGER where the file was not there. */
  findFile(file: FileNumber): number {
    const row = this.columns.rowOfFile[sequenceOf(file)] ?? NONE;
    return row === NONE ? STRANGER : row;
  }

  /** The organisation as an answer names it; `code` is the one it was asked by, where it was. */
  organisation(row: number, code?: string): AnsweredOrganisation {
    const { columns } = this;
    const codes = this.#codesOf.get(row) ?? (code === undefined || this.#packer.scheme === undefined ? this.#codesOfKey(row) : [{ scheme: this.#packer.scheme, value: code }]);
    return { file: makeFileNumber(fileOfRow(columns, row)), name: nameOfRow(columns, row), codes, onFile: true };
  }

  /** The code whose key the rows lie under; none where it is that of the file itself. */
  #codesOfKey(row: number): AnsweredOrganisation["codes"] {
    const share = shareOfRow(this.columns, row);
    const { middle, lower: low } = keyOfRow(this.columns, row);
    const { upper, lower } = unmixed({ upper: share * 2 ** SHARE_SHIFT + middle, lower: low });
    return upper < 256 ? [] : [this.#packer.write(Math.floor(upper / 256), upper & 0xff, lower)];
  }

  /** Works out once what the law makes of each class of rows. See `prepare`. */
  prepare(inquiry: Inquiry, changed: ReadonlySet<LawId>, shelf: ExitShelf): Prepared {
    return prepare(inquiry, this.facts.classes, changed, shelf);
  }

  /** What `answer` gives, made once for all organisations that are alike in it; undefined: `answer` says. `share`: the one the row lies in. */
  likeness(row: number, share: number, prepared: Prepared): Likeness | undefined {
    if (prepared.everyone || this.#codesOf.has(row) || this.#oddListings.has(row)) return undefined;
    if (this.#likenesses?.of !== prepared) this.#likenesses = { of: prepared, nothing: { derived: prepared.nothing }, kept: new Map() };
    const { nothing, kept } = this.#likenesses;
    const kind = classOfRow(this.columns, row);
    if (kind === BARE) return nothing;
    const meaning = prepared.meanings[kind];
    const decided = decidedOfRow(this.columns, row);
    if (meaning === undefined || meaning.kind === "twin" || decided > 1 || endOfRows(this.columns, row, share) > row + 1) return undefined;
    if (meaning.kind === "nothing") return nothing;
    const key = (kind * 2 ** 28 + spanOfRow(this.columns, row)) * 2 + decided;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const derived = this.answer(row, prepared, ANY_LISTING);
    if (derived === undefined) return undefined;
    if (kept.size >= LIKENESSES_MAX) kept.clear();
    kept.set(key, { derived });
    return kept.get(key);
  }

  /** The listing of a row that has one. */
  listing(row: number): ListingId {
    return (this.#oddListings.get(row) ?? listingOfRow(this.columns, row)) as ListingId;
  }

  /** What the twin would derive for the organisation that begins at this row; undefined: only the twin can say. `as`: named in place of its listing. */
  answer(row: number, prepared: Prepared, as?: ListingId): Derived | undefined {
    if (prepared.everyone) return undefined;
    const { columns } = this;
    const { on, today, meanings } = prepared;
    if (classOfRow(columns, row) === BARE) return prepared.nothing;
    const end = endOfRows(columns, row, this.#foundRow === row ? this.#foundShare : shareOfRow(columns, row));
    let found: Found | undefined;
    for (let each = row; each < end; each += 1) {
      const meaning = meanings[classOfRow(columns, each)];
      if (meaning === undefined) return undefined;
      if (meaning.kind === "nothing") continue;
      if (meaning.kind === "twin" && !meaning.standing) return undefined;
      const span = spanOfRow(columns, each);
      const from = span >>> 14;
      const length = span & 0x3fff;
      // Not yet, over, or for whoever sees only what is published: over today.
      if (on < from || (length !== 0 && (from + length <= on || (today !== undefined && from + length <= today)))) continue;
      if (meaning.kind === "twin") return undefined;
      if (meaning.measures.length === 0) continue;
      found ??= { burdens: [], favours: [], possible: [], officeHolders: [], unplaced: [], rows: 0, alone: true };
      if (!this.#meet(found, prepared, as ?? this.listing(each), { row: each, from, length }, meaning)) return undefined;
    }
    return found === undefined ? prepared.nothing : summed(prepared, found);
  }

  /** Adds what the measures make of one row that stands; false: only the twin can say. */
  #meet(found: Found, { on, lawDay }: Prepared, listing: ListingId, { row, from, length }: PackedDays, meaning: Extract<Meaning, { readonly kind: "listing" }>): boolean {
    const code = decidedOfRow(this.columns, row);
    const decided = decidedOf(from, code);
    const decidedOn = decided === undefined ? undefined : dayText(decided);
    const rowEnd: End = meaning.end ?? endText(from + length);
    const trigger = { kind: "list" as const, list: meaning.list, listing };
    const days: RowDays = { from: dayText(from), decidedOn, listingEnd: rowEnd, end: rowEnd };
    let own: RowExits | undefined;
    found.rows += 1;
    for (const measure of meaning.measures) {
      if (measure.anchor !== "dayAsked") {
        const anchored = measure.anchor === "publication" ? from : (decided ?? from);
        const governed = anchored < lawDay ? anchored : lawDay;
        if (governed < measure.validFrom || governed >= measure.validUntil) continue;
      }
      const end = measure.term === undefined ? rowEnd : spanOf(measure.term, { from: dayText(from), end: rowEnd }).end;
      if (end.kind === "fixed" && measure.term !== undefined && dayNumber(end.until) - FIRST_DAY <= on) continue;
      // What ends with the row has the row's ways out, whatever the measure.
      const ways = measure.term === undefined ? (own ??= measure.exits.exitsOf(from, code, length, listing, days)) : measure.exits.exitsOf(from, code, length, listing, { ...days, end });
      if (ways === undefined) return false;
      if (!ways.alone || measure.term !== undefined) found.alone = false;
      const because: Mutable<Extract<EffectInForce["because"], { readonly criteria: unknown }>> = { trigger, decidedBy: meaning.decidedBy, criteria: NONE_OF_THEM };
      if (measure.memorandum !== undefined) because.memorandum = measure.memorandum;
      if (measure.clause !== undefined) because.clause = measure.clause;
      if (decidedOn !== undefined) because.decidedOn = decidedOn;
      const common: Mutable<Omit<EffectInForce, "effect">> = { ...measure.common, measure: measure.measure, authority: measure.authority, from: dayText(from < measure.from ? measure.from : from), end, because, exits: ways.exits };
      if (end.kind === "fixed") common.until = end.until;
      place(found, measure, common);
    }
    return true;
  }
}

interface PackedDays {
  readonly row: number;
  readonly from: number;
  readonly length: number;
}

const NONE_OF_THEM: readonly never[] = Object.freeze([]);

/** What the rows of an organisation come to, each with the place of its measure in the law. */
interface Found {
  readonly burdens: EffectInForce[];
  readonly favours: EffectInForce[];
  readonly possible: { readonly order: number; readonly effect: PossibleEffect }[];
  readonly officeHolders: { readonly order: number; readonly effect: EffectInForce }[];
  /** Burdens that bind somewhere, and nobody said where. */
  readonly unplaced: RowMeasure[];
  /** Rows with measures that stand. */
  rows: number;
  /** The ways out of the first burden are those of the answer, where nothing else binds. */
  alone: boolean;
}

function place(found: Found, measure: RowMeasure, common: Omit<EffectInForce, "effect">): void {
  switch (measure.outcome) {
    case "officeHolders":
      found.officeHolders.push({ order: measure.order, effect: { ...common, effect: measure.effect } });
      return;
    case "possible":
      found.possible.push({ order: measure.order, effect: { ...common, effects: measure.effects } });
      return;
    case "binds":
      if (measure.placeUnknown) {
        if (measure.burden) found.unplaced.push(measure);
      } else (measure.burden ? found.burdens : found.favours).push({ ...common, effect: measure.effect });
  }
}

/** As the twin adds up what it considered (derive.ts), where nothing is spared, open or presumed. */
function summed({ inquiry: { act }, nothing }: Prepared, found: Found): Derived {
  const { burdens, favours, possible, officeHolders, unplaced } = found;
  if (burdens.length > 1) burdens.sort(byStart);
  if (favours.length > 1) favours.sort(byStart);
  const missing: readonly Missing[] = unplaced.length === 0 ? nothing.missing : [...whereMissing(unplaced), ...nothing.missing];
  const verdict: Verdict = burdens.length > 0 ? "bound" : missing.length > 0 ? "undetermined" : "clear";
  return {
    verdict, decision: !(burdens.some(isForbidding) || (verdict === "undetermined" && act.undetermined === "closes")), effects: burdens,
    possible: inOrder(possible), favours, officeHolders: inOrder(officeHolders), spared: NONE_OF_THEM, missing, presumed: NONE_OF_THEM,
    exits: burdens.length === 0 ? [] : found.rows === 1 && found.alone ? (burdens[0]?.exits ?? []) : combinedExits(burdens),
  };
}

/** What was derived as an answer carries it; its words are made when they are asked for. */
export function indexedAnswer(organisation: AnsweredOrganisation, act: string, { verdict, decision, effects, possible, favours, missing, presumed, exits }: Derived, asOf: Answer["asOf"]): Answer {
  return { organisation, act, verdict, decision, effects, possible, favours, spared: NONE_OF_THEM, missing, presumed, exits, asOf };
}

function inOrder<T>(placed: readonly { readonly order: number; readonly effect: T }[]): readonly T[] {
  if (placed.length === 0) return [];
  return (placed.length === 1 ? placed : placed.toSorted((a, b) => a.order - b.order)).map(({ effect }) => effect);
}

function whereMissing(unplaced: readonly RowMeasure[]): readonly Missing[] {
  const byMeasure = new Map(unplaced.map((measure) => [measure.measure, measure]));
  return [...byMeasure.values()].sort((a, b) => a.order - b.order).map(({ measure, authority }) => ({ kind: "where", fact: "where", neededBy: measure, of: authority }));
}

/** Days and Ends by their numbers, each made once. */
const DAYS: PlainDate[] = [];
const ENDS: End[] = [];

function dayText(day: number): PlainDate {
  return (DAYS[day] ??= fromDayNumber(day + FIRST_DAY));
}

function endText(until: number): End {
  return (ENDS[until] ??= Object.freeze({ kind: "fixed", until: dayText(until) }));
}
