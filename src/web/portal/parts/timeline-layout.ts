// Layout of the timeline: from days to places on an axis, and from spans to bars, the past apart from what is computed ahead.
// No words and no colours: timeline.ts draws what this places.
import type { Day } from "../view-models.ts";
import type { TimelineView } from "../view-models-time.ts";

export const WIDTH = 1200;
/** Where the axis begins, right of the names of the lanes. */
export const LEFT = 232;
const RIGHT = WIDTH - 24;
const DAY_MILLISECONDS = 86_400_000;
/** What lies further off is cut and drawn at the edge. */
const YEARS_BEFORE_MAX = 6;
const YEARS_AFTER_MAX = 6;
const YEAR_DAYS = 365.25;

export interface Axis {
  /** The place of a day, at the edge where it lies outside. */
  readonly x: (day: Day) => number;
  readonly isInside: (day: Day) => boolean;
  readonly years: readonly { readonly year: number; readonly x: number }[];
  readonly right: number;
}

/** An axis from the first to the last day of the timeline that lies within six years of the day asked about, a quarter of a year wider. */
export function axisOf(view: TimelineView, on: Day): Axis {
  const days = [on, ...view.facts.map(({ day }) => day), ...view.knew.map(({ day }) => day), ...[...view.listings, ...view.measures].flatMap(({ from, until }) => [from, ...(until === undefined ? [] : [until])]), ...view.measures.flatMap(({ earliest }) => earliest ?? [])].map(numberOf);
  const at = numberOf(on);
  const near = days.filter((day) => day >= at - YEARS_BEFORE_MAX * YEAR_DAYS && day <= at + YEARS_AFTER_MAX * YEAR_DAYS);
  const first = Math.min(at - YEAR_DAYS, ...near) - YEAR_DAYS / 4;
  const last = Math.max(at + YEAR_DAYS, ...near) + YEAR_DAYS / 4;
  const place = (day: number): number => LEFT + ((RIGHT - LEFT) * (day - first)) / (last - first);
  const years: { readonly year: number; readonly x: number }[] = [];
  for (let year = new Date(first * DAY_MILLISECONDS).getUTCFullYear(); ; year += 1) {
    const start = Date.UTC(year, 0, 1) / DAY_MILLISECONDS;
    if (start > last) break;
    if (start >= first) years.push({ year, x: place(start) });
  }
  return { x: (day) => rounded(place(Math.min(last, Math.max(first, numberOf(day))))), isInside: (day) => numberOf(day) >= first && numberOf(day) <= last, years: years.map(({ year, x }) => ({ year, x: rounded(x) })), right: RIGHT };
}

/** A day as a whole number, in order. */
function numberOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MILLISECONDS;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

export interface Bar {
  readonly x: number;
  readonly width: number;
}

/** The part of a span that has been, and the part that is computed ahead; either may be absent. */
export interface Span {
  readonly past?: Bar;
  readonly ahead?: Bar;
  /** It ends within the drawing. */
  readonly endsAt?: number;
}

const THINNEST = 3;

export function spanOf(axis: Axis, { from, until }: { readonly from: Day; readonly until?: Day }, on: Day): Span {
  const start = axis.x(from);
  const end = until === undefined ? axis.right : axis.x(until);
  const now = axis.x(on);
  const past = bar(start, Math.min(end, now));
  const ahead = bar(Math.max(start, now), end);
  return { ...(from > on || past === undefined ? {} : { past }), ...((until !== undefined && until <= on) || ahead === undefined ? {} : { ahead }), ...(until !== undefined && axis.isInside(until) ? { endsAt: end } : {}) };
}

function bar(from: number, until: number): Bar | undefined {
  return until < from ? undefined : { x: from, width: rounded(Math.max(THINNEST, until - from)) };
}

export interface Mark {
  readonly number: number;
  readonly x: number;
  /** 0 on the lane itself; one more for each that would cover another. */
  readonly row: number;
}

const MARK_WIDTH = 21;

/** Numbered marks on a lane, those that would touch each in a row of its own. */
export function marksOf(axis: Axis, days: readonly Day[]): readonly Mark[] {
  const rows: number[] = [];
  return days.map((day, index) => {
    const x = axis.x(day);
    const free = rows.findIndex((last) => x - last >= MARK_WIDTH);
    const row = free < 0 ? rows.length : free;
    rows[row] = x;
    return { number: index + 1, x, row };
  });
}
