// PlainDate: a day of the calendar as a branded `YYYY-MM-DD` string. No clock, no time zone.
// Day numbers (days since 1970-01-01) serve arithmetic; the civil-day formulas are Howard Hinnant's (public domain).
import type { Brand } from "./brand.ts";
import { err, ok, type Result } from "./result.ts";

export type PlainDate = Brand<string, "PlainDate">;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
export const YEAR_FIRST = 1900;
export const YEAR_LAST = 2200;

/** Reads `YYYY-MM-DD`; the day must exist and lie in 1900..2200 (a year 20266 is a slip of the finger). */
export function parsePlainDate(text: string): Result<PlainDate, string> {
  const match = FORM.exec(text);
  if (match === null) return err(`\`${text}\` is not a day of the form YYYY-MM-DD`);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < YEAR_FIRST || year > YEAR_LAST) return err(`\`${text}\` lies outside the years ${YEAR_FIRST} to ${YEAR_LAST}`);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return err(`\`${text}\` is not a day of the calendar`);
  return ok(text as PlainDate);
}

/** A day known to be right when the program is written; a slip is a bug. */
export function plainDate(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

export function makePlainDate(year: number, month: number, day: number): Result<PlainDate, string> {
  return parsePlainDate(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: PlainDate): number {
  return Number(day.slice(5, 7));
}

export function dayOfMonth(day: PlainDate): number {
  return Number(day.slice(8, 10));
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01. */
export function dayNumber(date: PlainDate): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day that lies `number` days after 1970-01-01. */
export function fromDayNumber(number: number): PlainDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthShifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthShifted + 2) / 5) + 1;
  const month = monthShifted + (monthShifted < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return plainDate(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

export function addDays(date: PlainDate, count: number): PlainDate {
  return fromDayNumber(dayNumber(date) + count);
}

/** Same day of the month, `count` months on; where that month is shorter, its last day. */
export function addMonths(date: PlainDate, count: number): PlainDate {
  const months = yearOf(date) * 12 + (monthOf(date) - 1) + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const day = Math.min(dayOfMonth(date), daysInMonth(year, month));
  return plainDate(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

export function addYears(date: PlainDate, count: number): PlainDate {
  return addMonths(date, count * 12);
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

export function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
