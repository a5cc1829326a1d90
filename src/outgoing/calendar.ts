// Deadlines as a calendar (RFC 5545) that a calendar program follows: all-day events on the last day, without alarms. Texts come worded.
import ical, { ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { assert, nameIn, type Instant, type Language, type Names, type PlainDate } from "../domain/terms/index.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import { plainText } from "./shown-text.ts";

export interface CalendarFeed {
  readonly names: Names;
  readonly language: Language;
  readonly deadlines: readonly CalendarDeadline[];
  /** Stands on every event as the instant it was made: the calendar has no clock of its own. */
  readonly madeAt: Instant;
}

export interface CalendarDeadline {
  /** The same deadline keeps its id when its day moves, so that the event moves and is not doubled. */
  readonly id: string;
  /** The last day. */
  readonly day: PlainDate;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  /** The day may move, because the holidays it runs into are not yet published. */
  readonly provisional: boolean;
  readonly passed: boolean;
}

const PASSED = { zh: "已过", en: "passed" } as const satisfies Record<Language, string>;

/** The calendar as text. A day that may move is tentative, and a word in its title says so; so does one on a day that has passed. */
export function calendarText(feed: CalendarFeed): string {
  const { names, language, deadlines, madeAt } = feed;
  assert(new Set(deadlines.map(({ id }) => id)).size === deadlines.length, "every deadline of a calendar has an id of its own");
  const { marks, notes, signs } = LETTER_WORDS[language];
  const calendar = ical({ name: plainText(nameIn(names, language)), prodId: { company: "Probity", product: "Deadlines", language: language.toUpperCase() } });
  for (const { id, day, title, text, url, provisional, passed } of deadlines) {
    const words = [...(provisional ? [marks.provisional] : []), ...(passed ? [PASSED[language]] : [])];
    calendar.createEvent({
      id: plainText(id), stamp: madeAt, start: Temporal.PlainDate.from(day), allDay: true,
      summary: plainText(`${title}${words.map((word) => `${signs.open}${word}${signs.close}`).join("")}`),
      description: plainText(provisional ? `${text}\n\n${notes.provisional}` : text),
      status: provisional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED, transparency: ICalEventTransparency.TRANSPARENT,
      ...(url === undefined ? {} : { url: addressText(url) }),
    });
  }
  const text = calendar.toString();
  // Every line ends, the last one too (RFC 5545, 3.1).
  return text.endsWith("\r\n") ? text : `${text}\r\n`;
}

/** An address, with the signs that the calendar's writer would escape, and a reader would then not find, written as their percent codes. */
function addressText(url: string): string {
  return new URL(url).href.replaceAll(/[,;\\]/g, encodeURIComponent);
}
