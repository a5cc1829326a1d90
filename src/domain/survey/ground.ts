// Ground: what an entry of the law rests on, as of a day: each instrument it cites, and whether that was in force.
import type { PlainDate } from "../terms/index.ts";
import { BURDENS, versionOn, type Basis, type Dated, type Entry, type Instrument, type Measure, type Memorandum } from "../rules/index.ts";
import type { LawBook } from "./law-book.ts";
import { workedOut } from "./worked-out.ts";

export interface Ground {
  readonly instrument: Instrument;
  readonly state: "inForce" | "later" | "ended";
}

export type Rank = Instrument["rank"];

/** The word of the taxonomy for what belongs to no field in particular: it relates to nothing and to everything. */
export const NO_FIELD = "general";

/** Texts that are law or an act of an authority, as against what somebody wrote about it. */
export function isLegal(rank: Rank): boolean {
  return rank !== "secondary-source";
}

/** Everything the entry cites: itself, and the version of each dated value that governs on the day. */
export function groundsOf(book: LawBook, entry: Entry): readonly Ground[] {
  return groundsOfBasis(book, [...entry.basis, ...datedOf(entry).flatMap((dated) => versionOn(dated, book.day)?.basis ?? [])]);
}

export function groundsOfBasis(book: LawBook, basis: readonly Basis[]): readonly Ground[] {
  return [...new Set(basis.map((each) => each.instrument))].flatMap((id) => {
    const instrument = book.known(id);
    return instrument?.kind === "instrument" ? [{ instrument, state: stateOf(instrument, book.day) }] : [];
  });
}

function stateOf(instrument: Instrument, day: PlainDate): Ground["state"] {
  const from = instrument.from ?? instrument.issuedOn;
  if (instrument.until !== undefined && instrument.until <= day) return "ended";
  return from !== undefined && from > day ? "later" : "inForce";
}

function datedOf(entry: Entry): readonly Dated<unknown>[] {
  switch (entry.kind) {
    case "list":
      return [entry.criteria, entry.end, entry.exits];
    case "measure":
      return [entry.amount, entry.force];
    case "record-type":
      return [entry.publicationMonths, entry.retentionMonths];
    default:
      return [];
  }
}

export function isBurden(measure: Measure): boolean {
  return measure.effects.some((effect) => BURDENS.includes(effect));
}

/** An entry to be measured, with the clauses it speaks for: those of a memorandum that cite nothing of their own. */
export interface Unit {
  readonly entry: Entry;
  readonly clauses: readonly Measure[];
}

/** Burdens, each once: measures, and memoranda for the clauses that rest on nothing but them. */
export const burdensOf = workedOut((book: LawBook): readonly Unit[] => {
  const shared = Map.groupBy(book.all("measure").filter(isBurden), (measure) => {
    const memorandum = memorandumOf(book, measure);
    return memorandum !== undefined && citesTheSame(measure, memorandum) ? memorandum : undefined;
  });
  return [...shared].flatMap(([memorandum, measures]): readonly Unit[] => (memorandum === undefined ? measures.map((entry) => ({ entry, clauses: [] })) : [{ entry: memorandum, clauses: measures }]));
});

function memorandumOf(book: LawBook, measure: Measure): Memorandum | undefined {
  return measure.memorandum === undefined ? undefined : book.get("memorandum", measure.memorandum);
}

function citesTheSame(a: Entry, b: Entry): boolean {
  const key = (entry: Entry): string => entry.basis.map((each) => `${each.instrument} ${each.article ?? ""}`).join("|");
  return key(a) === key(b);
}
