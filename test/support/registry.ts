// A registry over a ledger, with the law of a folder and a clock that stands still until it is moved. For tests.
import { randomBytes } from "node:crypto";
import { parseInstant, type Instant, type PlainDate } from "../../src/domain/terms/index.ts";
import type { Rulebook } from "../../src/domain/rules/index.ts";
import type { Registry } from "../../src/service/index.ts";
import type { Ledger } from "../../src/store/index.ts";
import { digest } from "./law.ts";

export interface StandingClock {
  /** The day all clocks show, at noon UTC. */
  day: string;
}

export function registryOver(ledger: Ledger, rulebook: Rulebook, clock: StandingClock = { day: "2025-01-07" }): Registry {
  return {
    ledger, rulebook, digest,
    freshId: (prefix) => `${prefix}${randomBytes(9).toString("hex")}`,
    clock: {
      now: () => instant(`${clock.day}T12:00:00.000Z`),
      dayOf: (moment) => moment.slice(0, 10) as PlainDate,
      startOf: (day) => instant(`${day}T00:00:00.000Z`),
    },
  };
}

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}
