// Days as people write them in cells. Day/month/year is read only where the template gives its pattern: 03/04/2024 has two readings.
import { addDays, dayNumber, err, makePlainDate, ok, plainDate, YEAR_FIRST, YEAR_LAST, type PlainDate, type Result } from "../domain/terms/index.ts";
import { oneLine } from "./levelled-text.ts";

export type DayFault = "day-not-read" | "day-out-of-range";

/** `2024-03-05`, `2024/3/5`, `2024.3.5`, `2024年3月5日`, `20240305`, each with or without a time of day after it. */
const FORMS: readonly RegExp[] = [
  /^(?<year>\d{4,5})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/u,
  /^(?<year>\d{4,5})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/u,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u,
];

export function readDay(text: string, pattern?: string): Result<PlainDate, DayFault> {
  const levelled = oneLine(text.normalize("NFKC"));
  const forms = pattern === undefined ? FORMS : [new RegExp(pattern, "iu"), ...FORMS];
  for (const form of forms) {
    const groups = form.exec(levelled)?.groups;
    if (groups !== undefined) return makeDay(groups["year"], groups["month"], groups["day"]);
  }
  return err("day-not-read");
}

function makeDay(year: string | undefined, month: string | undefined, day: string | undefined): Result<PlainDate, DayFault> {
  const made = makePlainDate(Number(year), Number(month), Number(day));
  if (made.ok) return made;
  return err(Number(year) < YEAR_FIRST || Number(year) > YEAR_LAST ? "day-out-of-range" : "day-not-read");
}

const INSTANT = /^(\d{4,5}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** The UTC day of an instant such as `2024-07-01T12:00:59Z`; a plain day is taken as it stands. */
export function readInstantDay(text: string): Result<PlainDate, DayFault> {
  const match = INSTANT.exec(oneLine(text.normalize("NFKC")));
  if (match === null) return readDay(text);
  const local = readDay(match[1] ?? "");
  const [hour, minute] = [Number(match[2]), Number(match[3])];
  if (!local.ok) return local;
  if (hour > 23 || minute > 59) return err("day-not-read");
  const utc = hour * 60 + minute - offsetMinutes(match[5] ?? "Z");
  return shiftDay(local.value, utc < 0 ? -1 : utc >= 1_440 ? 1 : 0);
}

function offsetMinutes(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const digits = zone.replace(/\D/g, "");
  return (zone.startsWith("-") ? -1 : 1) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}

const FIRST_DAY = dayNumber(plainDate(`${YEAR_FIRST}-01-01`));
const LAST_DAY = dayNumber(plainDate(`${YEAR_LAST}-12-31`));

/** Some days on or back, as far as the calendar of the law reaches. */
export function shiftDay(day: PlainDate, by: number): Result<PlainDate, DayFault> {
  const number = dayNumber(day) + by;
  return number < FIRST_DAY || number > LAST_DAY ? err("day-out-of-range") : ok(by === 0 ? day : addDays(day, by));
}

/** The day a banner states, by a pattern with groups `year`, `month`, `day` anywhere in `text`. */
export function findDay(text: string, pattern: string): Result<PlainDate, DayFault> | undefined {
  const groups = new RegExp(pattern, "iu").exec(text)?.groups;
  return groups === undefined ? undefined : makeDay(groups["year"], groups["month"], groups["day"]);
}
