// The simulated clock: never backwards, in office hours, and on the real today never ahead of the real clock.
import { describe, expect, it } from "vitest";
import { plainDate, present, parseInstant, type Instant, type PlainDate } from "../domain/terms/index.ts";
import type { Clock } from "../service/index.ts";
import { simulatedClock } from "./simulated-clock.ts";

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}

/** A world whose days begin at 16:00 of the day before in UTC, and whose clock stands at `now`. */
function world(now: string): Clock {
  return { now: () => instant(now), dayOf: (moment) => dayEast(moment), startOf: (day) => instant(`${previous(day)}T16:00:00.000Z`) };
}
const DAYS = ["2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"].map(plainDate);
function previous(day: PlainDate): PlainDate {
  return present(DAYS[DAYS.indexOf(day) - 1], "a day before");
}
function dayEast(moment: Instant): PlainDate {
  const day = plainDate(moment.slice(0, 10));
  return moment.slice(11, 13) >= "16" ? present(DAYS[DAYS.indexOf(day) + 1], "a day after") : day;
}

describe("simulated clock", () => {
  it("R2 things of one day are recorded one after the other, in office hours", () => {
    const clock = simulatedClock(world("2026-11-22T01:00:00.000Z"), "Asia/Shanghai", plainDate("2026-11-20"));
    const moments = Array.from({ length: 900 }, () => clock.now());
    expect(moments[0]).toBe("2026-11-20T01:00:41.000Z");
    expect([...moments].sort()).toEqual(moments);
    expect(moments.at(-1)).toBe("2026-11-20T09:00:00.000Z");
  });

  it("R2 it goes on to a later day and never back", () => {
    const clock = simulatedClock(world("2026-11-22T01:00:00.000Z"), "Asia/Shanghai", plainDate("2026-11-20"));
    clock.goTo(plainDate("2026-11-21"));
    expect(clock.now()).toBe("2026-11-21T01:00:41.000Z");
    clock.goTo(plainDate("2026-11-20"));
    expect(clock.now()).toBe("2026-11-21T01:01:22.000Z");
  });

  it("R2 on the real today it does not run ahead of the real clock", () => {
    const clock = simulatedClock(world("2026-11-20T01:00:10.000Z"), "Asia/Shanghai", plainDate("2026-11-19"));
    expect(clock.now()).toBe("2026-11-19T01:00:41.000Z");
    clock.goTo(plainDate("2026-11-20"));
    expect(clock.now()).toBe("2026-11-20T01:00:10.000Z");
  });
});
