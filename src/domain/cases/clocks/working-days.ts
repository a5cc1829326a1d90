// Working days and deadlines: how a clock of the law runs. The calendar comes from the law's CalendarYear entries; the case's
// answer window, the deadlines of a case and the clocks of an exit are counted here. A day the published calendars do not reach
// is counted by its weekday and marked provisional.
import { addDays, addMonths, addYears, assert, daysBetween, earlier, later, weekday, yearOf, type PlainDate } from "../../terms/index.ts";
import type { CalendarYear, Interval } from "../../rules/index.ts";

export interface WorkingCalendar {
  readonly years: ReadonlySet<number>;
  readonly holidays: ReadonlySet<PlainDate>;
  readonly makeUpDays: ReadonlySet<PlainDate>;
}

export interface WorkingDay {
  readonly working: boolean;
  readonly provisional: boolean;
}

/** The last day of a clock: on it the act is still in time. */
export interface DueDay {
  readonly day: PlainDate;
  readonly provisional: boolean;
}

/** Days on which clocks stand still. `provisional`: its last day is not known yet, or it is not certain that it applies. */
export interface Suspension {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly provisional?: true;
}

const SATURDAY = 6;

export function workingCalendar(entries: readonly Pick<CalendarYear, "year" | "holidays" | "makeUpDays">[]): WorkingCalendar {
  return {
    years: new Set(entries.map((entry) => entry.year)),
    holidays: new Set(entries.flatMap((entry) => entry.holidays)),
    makeUpDays: new Set(entries.flatMap((entry) => entry.makeUpDays)),
  };
}

export function isWorkingDay(calendar: WorkingCalendar, day: PlainDate): WorkingDay {
  if (calendar.makeUpDays.has(day)) return { working: true, provisional: false };
  if (calendar.holidays.has(day)) return { working: false, provisional: false };
  return { working: weekday(day) < SATURDAY, provisional: !calendar.years.has(yearOf(day)) };
}

/** The `count`-th working day after `from`; `from` itself is not counted. */
export function addWorkingDays(calendar: WorkingCalendar, from: PlainDate, count: number, suspensions: readonly Suspension[] = []): DueDay {
  return countDays(from, count, suspensions, (day) => isWorkingDay(calendar, day));
}

/** The last day of an interval that begins with what happened on `from`. */
export function deadline(interval: Interval, from: PlainDate, calendar: WorkingCalendar, suspensions: readonly Suspension[] = []): DueDay {
  const due = lastDay(interval, from, calendar, suspensions);
  if (interval.movesOffHolidays !== true) return due;
  const moved = addWorkingDays(calendar, addDays(due.day, -1), 1);
  return { day: moved.day, provisional: due.provisional || moved.provisional };
}

function lastDay(interval: Interval, from: PlainDate, calendar: WorkingCalendar, suspensions: readonly Suspension[]): DueDay {
  switch (interval.unit) {
    case "workingDays":
      return addWorkingDays(calendar, from, interval.count, suspensions);
    case "days":
      return countDays(from, interval.count, suspensions, () => ({ working: true, provisional: false }));
    case "months":
      return pushedOn(from, addMonths(from, interval.count), suspensions);
    case "years":
      return pushedOn(from, addYears(from, interval.count), suspensions);
  }
}

function countDays(from: PlainDate, count: number, suspensions: readonly Suspension[], counts: (day: PlainDate) => WorkingDay): DueDay {
  assert(Number.isSafeInteger(count) && count >= 0, `a clock counts whole days, not ${count}`);
  let day = from;
  let provisional = false;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    const suspension = suspensions.find((each) => each.from <= day && day < each.until);
    const status = counts(day);
    provisional ||= status.provisional || suspension?.provisional === true;
    if (suspension === undefined && status.working) left -= 1;
  }
  return { day, provisional };
}

/** A clock in months or years ends as many days later as it stood still. */
function pushedOn(from: PlainDate, end: PlainDate, suspensions: readonly Suspension[]): DueDay {
  let day = end;
  for (let before: PlainDate | undefined; before !== day; ) {
    before = day;
    day = addDays(end, suspendedDays(from, day, suspensions));
  }
  return { day, provisional: suspensions.some((each) => each.provisional === true && each.from <= day && from < each.until) };
}

/** How many days after `from`, up to and with `to`, some suspension covers; overlapping suspensions count once. */
function suspendedDays(from: PlainDate, to: PlainDate, suspensions: readonly Suspension[]): number {
  let counted = addDays(from, 1);
  let total = 0;
  for (const each of [...suspensions].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const start = later(counted, each.from);
    const stop = earlier(addDays(to, 1), each.until);
    if (start >= stop) continue;
    total += daysBetween(start, stop);
    counted = stop;
  }
  return total;
}
