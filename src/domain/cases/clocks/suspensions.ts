// Suspensions: the periods in which the law lets the clocks of a procedure stand still. Read from the law's precedence entries
// (the whole rulebook, since a suspension that is over still moved the clocks it stopped); given to deadline().
import { addDays, plainDate, type LawId, type PlainDate, YEAR_FIRST, type Truth } from "../../terms/index.ts";
import type { Criterion, Rulebook } from "../../rules/index.ts";
import { precedenceOf } from "../ends/precedence.ts";
import type { Suspension } from "./working-days.ts";

export interface SuspensionQuestion {
  /** The procedure, its list, its acts: whatever a suspension may name. */
  readonly of: readonly LawId[];
  /** The region the case lies in, and those above it. */
  readonly regions: readonly string[];
  readonly today: PlainDate;
  /** Whether a suspension's condition holds for this organisation. */
  readonly holds: (condition: Criterion) => Truth;
}

export function clockSuspensions(law: Pick<Rulebook, "all">, question: SuspensionQuestion): readonly Suspension[] {
  return precedenceOf(law).suspensions.flatMap((entry) => {
    if (entry.what !== "clocks" || !entry.of.some((id) => question.of.includes(id))) return [];
    if (entry.regions.length > 0 && !entry.regions.some((region) => question.regions.includes(region))) return [];
    const applies = entry.when === undefined ? "true" : question.holds(entry.when);
    const from = entry.from ?? plainDate(`${YEAR_FIRST}-01-01`);
    if (applies === "false" || from > question.today) return [];
    // One that runs without a last day has stopped every day so far; the day after tomorrow nobody knows.
    const until = entry.until ?? addDays(question.today, 1);
    const certain = applies === "true" && entry.until !== undefined;
    return [certain ? { from, until } : { from, until, provisional: true as const }];
  });
}
