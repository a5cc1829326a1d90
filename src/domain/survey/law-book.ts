// LawBook: the law of one day as the survey reads it: the statute book with the rules about persons in it, which no question about an
// organisation sees. Made from a rulebook; read by the rules of the linter and by the cascade.
import { bodyOf, type LawId, type PlainDate } from "../terms/index.ts";
import { withPeople, type Entry, type EntryOf, type LintRuleId, type Rulebook, type Statute } from "../rules/index.ts";
import { isBoundBy } from "./bodies.ts";
import { workedOut } from "./worked-out.ts";
import { yardstickOf, type Yardstick } from "./yardstick.ts";

/** What the cascade needs to know of a day's law: a statute book is one, and so is a LawBook. */
export type LawOfDay = Pick<Statute, "day" | "find" | "get" | "all">;

export interface LawBook extends Statute {
  readonly standardsDay: PlainDate;
  /** In force on the day or not. */
  readonly known: (id: LawId) => Entry | undefined;
  /** Every entry of a kind, whatever its day, but for what was only proposed. */
  readonly everyOf: <K extends Entry["kind"]>(kind: K) => readonly EntryOf<K>[];
  readonly isAboutPersons: (id: LawId) => boolean;
  /** The standard an entry is measured by under this rule of the linter. */
  readonly yardstick: (rule: LintRuleId, entry: Entry) => Yardstick | undefined;
  /** Whether the law of one entry's body binds another entry: it is of the same body, or of one that extends it. */
  readonly binds: (law: LawId, entry: LawId) => boolean;
  /** A region and those it lies in, from the inside out. */
  readonly regionsAround: (region: string) => readonly string[];
}

export function openLawBook(rulebook: Rulebook, day: PlainDate, standardsDay: PlainDate): LawBook {
  const whole = wholeLaw(rulebook);
  const book: LawBook = {
    ...whole.on(day), standardsDay,
    known: whole.find,
    everyOf: (kind) => whole.all(kind).filter((entry) => entry.draft !== true),
    isAboutPersons: (id) => peopleOf(rulebook).has(id),
    yardstick: (rule, entry) => yardstickOf({ rulebook: whole, book, rule, entry }),
    binds: (law, entry) => isBoundBy(whole, bodyOf(entry), bodyOf(law)),
    regionsAround: (region) => regionsAround(whole, region),
  };
  return book;
}

/** The rulebook with the rules about persons; one that has them already is that. */
export function wholeLaw(rulebook: Rulebook): Rulebook {
  const [first] = rulebook.people;
  return first === undefined || rulebook.find(first.id) !== undefined ? rulebook : withPeople(rulebook);
}

/** Ids of the rules about persons. */
export const peopleOf = workedOut((rulebook: Rulebook): ReadonlySet<LawId> => new Set(rulebook.people.map((entry) => entry.id)));

const parentRegions = workedOut((rulebook: Rulebook): ReadonlyMap<string, string> =>
  new Map(rulebook.all("term").flatMap((term) => (term.taxonomy === "region" && term.parent !== undefined ? [[term.value, term.parent] as const] : []))));

function regionsAround(rulebook: Rulebook, region: string): readonly string[] {
  const parents = parentRegions(rulebook);
  const around = [region];
  for (let next = parents.get(region); next !== undefined && !around.includes(next); next = parents.get(next)) around.push(next);
  return around;
}
