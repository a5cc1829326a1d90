// The simulated clock: the registry's clock while the model's year is made, so that what is handed in on a simulated day is recorded
// on it. It never runs backwards; on the real today it does not run ahead of the real clock.
import { addDays, parseInstant, parsePlainDate, type Instant, type PlainDate } from "../domain/terms/index.ts";
import type { Clock } from "../service/index.ts";

export interface SimulatedClock extends Clock {
  /** Moves on to a day; its offices open at nine. */
  readonly goTo: (day: PlainDate) => void;
}

const OPENING_SECOND = 9 * 3600;
const CLOSING_SECOND = 17 * 3600;
/** Between two things recorded on one day. */
const STEP_SECONDS = 41;

export function simulatedClock(real: Clock, timeZone: string, firstDay: PlainDate): SimulatedClock {
  let day = firstDay;
  let second = OPENING_SECOND;
  return {
    dayOf: real.dayOf,
    startOf: real.startOf,
    goTo: (next) => {
      if (next <= day) return;
      day = next;
      second = OPENING_SECOND;
    },
    now: () => {
      second = Math.min(second + STEP_SECONDS, CLOSING_SECOND);
      const simulated = secondsAfter(real.startOf(day, timeZone), second);
      const moment = real.now();
      return moment < simulated && real.dayOf(moment, timeZone) === day ? moment : simulated;
    },
  };
}

const SECONDS_A_DAY = 86_400;

function secondsAfter(instant: Instant, seconds: number): Instant {
  const [hour, minute, second] = [instant.slice(11, 13), instant.slice(14, 16), instant.slice(17, 19)].map(Number);
  const total = (hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0) + seconds;
  const day = parsePlainDate(instant.slice(0, 10));
  if (!day.ok) throw new Error(`assertion failed: ${day.error}`);
  const left = total % SECONDS_A_DAY;
  const time = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60].map((part) => String(part).padStart(2, "0")).join(":");
  const moved = parseInstant(`${addDays(day.value, Math.floor(total / SECONDS_A_DAY))}T${time}${instant.slice(19)}`);
  if (!moved.ok) throw new Error(`assertion failed: ${moved.error}`);
  return moved.value;
}
