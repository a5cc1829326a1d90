// Yardstick: the standard an entry is measured by. Standards are entries of the law itself, dated like the rest; one binds the body of
// law it stands in, those that extend it, and, where it names regions, only what is limited to them.
import { bodyOf, covers, type PlainDate } from "../terms/index.ts";
import type { Entry, LintRuleId, Rulebook, Standard } from "../rules/index.ts";
import { isBoundBy } from "./bodies.ts";
import type { LawBook } from "./law-book.ts";
import { regionsOf } from "./place.ts";
import { workedOut } from "./worked-out.ts";

export interface Yardstick {
  readonly standard: Standard;
  /** In force on the day of the standards. Otherwise it came later, or has ended: then its rule only warns. */
  readonly binding: boolean;
}

interface Question {
  readonly rulebook: Rulebook;
  readonly book: LawBook;
  readonly rule: LintRuleId;
  readonly entry: Entry;
}

/** The newest standard in force; else the next to come, else the last to have ended; none where the body of law knows none. */
export function yardstickOf({ rulebook, book, rule, entry }: Question): Yardstick | undefined {
  const binding = (standardsByRule(rulebook).get(rule) ?? []).filter((each) => isBoundBy(rulebook, bodyOf(entry.id), bodyOf(each.id)) && reachesPlace(book, each, entry));
  const inForce = binding.findLast((each) => covers(each, book.standardsDay));
  if (inForce !== undefined) return { standard: inForce, binding: true };
  const other = binding.find((each) => each.from !== undefined && each.from > book.standardsDay) ?? binding.at(-1);
  return other === undefined ? undefined : { standard: other, binding: false };
}

const standardsByRule = workedOut((rulebook: Rulebook) =>
  Map.groupBy(rulebook.all("standard").filter((each) => each.draft !== true).toSorted((a, b) => compareDays(a.from, b.from)), (each) => each.rule));

function reachesPlace(book: LawBook, standard: Standard, entry: Entry): boolean {
  if (standard.regions.length === 0) return true;
  const places = regionsOf(book, entry);
  return places.length > 0 && places.every((place) => book.regionsAround(place).some((region) => standard.regions.includes(region)));
}

function compareDays(a: PlainDate | undefined, b: PlainDate | undefined): number {
  return (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
}
