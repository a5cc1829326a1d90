// The organisation's time to answer: how long it is, until when it runs, whether it is over or was used. Counted from service, for
// before service nobody can answer. Read by the decider, the constructor of listings and the deadlines.
import { addDays, type PlainDate } from "../../terms/index.ts";
import type { Bodies } from "../../events/index.ts";
import type { Interval } from "../../rules/index.ts";
import type { DefenceStep } from "./listing-law.ts";
import { deadline, type Suspension, type WorkingCalendar } from "../clocks/working-days.ts";
import type { ListingCase, ListingCaseOnDay } from "./case-state.ts";

export interface AnswerWindow {
  readonly interval: Interval;
  readonly from: PlainDate;
  readonly lastDay: PlainDate;
  /** The first day on which the window is over. */
  readonly until: PlainDate;
  readonly provisional: boolean;
}

export interface Clock {
  readonly calendar: WorkingCalendar;
  readonly suspensions?: readonly Suspension[];
}

/** The time the notice gave; the law's, where the notice gave less or counts in another unit. */
export function answerInterval(step: DefenceStep, notice: Pick<Bodies["NoticeIssued"], "answerDays" | "answerUnit">): Interval {
  const { count, unit, movesOffHolidays } = step.within;
  const given = notice.answerUnit === unit ? Math.max(count, notice.answerDays) : count;
  return { count: given, unit, ...(movesOffHolidays === undefined ? {} : { movesOffHolidays }) };
}

export function answerWindow(step: DefenceStep, notice: Pick<Bodies["NoticeIssued"], "answerDays" | "answerUnit">, servedOn: PlainDate, clock: Clock): AnswerWindow {
  const interval = answerInterval(step, notice);
  const due = deadline(interval, servedOn, clock.calendar, clock.suspensions ?? []);
  return { interval, from: servedOn, lastDay: due.day, until: addDays(due.day, 1), provisional: due.provisional };
}

/** The case as it is on a day: served and unanswered when the window is over, it is silent. */
export function caseOn(state: ListingCase, step: DefenceStep, clock: Clock, on: PlainDate): ListingCaseOnDay {
  if (state.kind !== "served") return state;
  const { until } = answerWindow(step, state.notice, state.service.servedOn, clock);
  return until <= on ? { ...state, kind: "silent", since: until } : state;
}
