// Day numbers of workbooks: which number formats mean a day, and which day a number is, in the 1900 and the 1904 system.
import { daysInMonth, isLeapYear, parsePlainDate, type CellValue } from "../domain/terms/index.ts";

/** Days from 1899-12-30 and from 1904-01-01 to 1970-01-01. */
const OFFSET_1900 = 25_569;
const OFFSET_1904 = 24_107;
/** 9999-12-31, the last day a workbook knows. */
const SERIAL_LAST_1900 = 2_958_465;
/** The 1900 system counts a 29 February 1900 that never was. */
const SERIAL_LEAP_BUG = 60;

/** Built-in formats that show a day: the common ones, and those of Chinese, Japanese and Korean workbooks. */
export function isBuiltInDayFormat(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58;
}

/** Whether a custom format such as `yyyy"年"m"月"d"日"` shows a day. Quoted and escaped text, colours and conditions do not count. */
export function isDayFormat(format: string): boolean {
  const plain = format.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  const first = plain.split(";")[0] ?? "";
  if (/general/i.test(first)) return false;
  return /[yde]/i.test(first.replace(/e[+-]/gi, "")) || (/m/i.test(first) && !/[hs]/i.test(first));
}

/**
 * The value of a number cell that is formatted as a day. A day that the calendar of the law does not reach (2999-12-31) is handed on
 * as text, since a template may know it; a number that is no day at all is handed on as the number it is.
 */
export function dayCell(source: string, system: "1900" | "1904"): CellValue {
  const serial = Math.floor(Number(source));
  const first = system === "1900" ? 1 : 0;
  const last = system === "1900" ? SERIAL_LAST_1900 : SERIAL_LAST_1900 - 1_462;
  if (!Number.isFinite(serial) || serial < first || serial > last || (system === "1900" && serial === SERIAL_LEAP_BUG)) return { kind: "number", source };
  const sinceEpoch = system === "1904" ? serial - OFFSET_1904 : serial - OFFSET_1900 + (serial < SERIAL_LEAP_BUG ? 1 : 0);
  const text = isoDay(sinceEpoch);
  const day = parsePlainDate(text);
  return day.ok ? { kind: "day", day: day.value } : { kind: "text", text };
}

/** `YYYY-MM-DD` of any day from 1900 on, also beyond the years of the law's calendar. */
function isoDay(sinceEpoch: number): string {
  let year = 1900;
  let rest = sinceEpoch + OFFSET_1900 - 2;
  for (let days = yearDays(year); rest >= days; days = yearDays(year)) {
    rest -= days;
    year += 1;
  }
  let month = 1;
  for (let days = daysInMonth(year, month); rest >= days; days = daysInMonth(year, month)) {
    rest -= days;
    month += 1;
  }
  return `${year}-${String(month).padStart(2, "0")}-${String(rest + 1).padStart(2, "0")}`;
}

function yearDays(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}
