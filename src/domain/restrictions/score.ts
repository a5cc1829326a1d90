// Points under a city's scheme: what its rows give and take for some events. Law to read: the law's own examples and the laboratory's
// invented people are the only ones ever scored.
import type { LawId } from "../terms/index.ts";
import type { Grade, ScoreEvent, ScoreRule, ScoreScheme, ScoreTier } from "../rules/index.ts";

export interface Score {
  readonly points: number;
  /** The band it falls into, where the scheme has bands. */
  readonly band?: Grade;
}

/** What one row comes to, its limit applied. */
interface RowSum {
  readonly rule: ScoreRule;
  readonly points: number;
}

/**
 * The sum of points × times, each row held to its limit, rows that count once with each other by the greater of them. A scheme
 * with a start counts from there and stays between its bounds; a row that sets the score goes before all sums.
 * @param rules the rows of the scheme in force; an event whose row or tier is not there counts nothing
 */
export function scoreOf(scheme: ScoreScheme, rules: readonly ScoreRule[], events: readonly ScoreEvent[]): Score {
  const rows = rules.flatMap((rule) => rowSum(rule, events.filter((event) => event.rule === rule.id)));
  const sum = countedOnce(rows).reduce((total, row) => total + row.points, 0);
  const set = rows.flatMap(({ rule }) => (rule.setsTo === undefined ? [] : [rule.setsTo]));
  const points = set.length > 0 ? Math.min(...set) : scheme.start === undefined ? sum : within(scheme, scheme.start + sum);
  const band = gradeOf(scheme.bands, points);
  return { points, ...(band === undefined ? {} : { band }) };
}

function rowSum(rule: ScoreRule, events: readonly ScoreEvent[]): readonly RowSum[] {
  if (events.length === 0) return [];
  const sum = events.reduce((total, event) => total + (tierOf(rule, event)?.points ?? 0) * event.times, 0);
  const { limit } = rule;
  return [{ rule, points: limit === undefined ? sum : Math.max(-limit, Math.min(limit, sum)) }];
}

/** The tier an event names; the only one, where it names none. */
export function tierOf(rule: ScoreRule, { tier }: Pick<ScoreEvent, "tier">): ScoreTier | undefined {
  return tier === undefined ? (rule.tiers.length === 1 ? rule.tiers[0] : undefined) : rule.tiers.find((each) => each.id === tier);
}

/** A row is left out where one it counts once with weighs more, or as much and was counted before. */
function countedOnce(rows: readonly RowSum[]): readonly RowSum[] {
  const heaviestFirst = [...rows].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const counted: RowSum[] = [];
  for (const row of heaviestFirst) if (!counted.some((other) => together(row.rule, other.rule))) counted.push(row);
  return counted;
}

function together(a: ScoreRule, b: ScoreRule): boolean {
  return has(a.onceWith, b.id) || has(b.onceWith, a.id);
}

function has(ids: readonly LawId[], id: LawId): boolean {
  return ids.includes(id);
}

function within({ minimum = -Infinity, maximum = Infinity }: ScoreScheme, points: number): number {
  return Math.max(minimum, Math.min(maximum, points));
}

/** The grade some points give: the first whose bounds hold them; those without bounds go by rules alone. */
export function gradeOf(grades: readonly Grade[], points: number): Grade | undefined {
  return grades.find(({ minimum, below }) => (minimum !== undefined || below !== undefined) && points >= (minimum ?? -Infinity) && points < (below ?? Infinity));
}
