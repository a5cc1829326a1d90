// Told since: the end of the told log, read backwards. For pages and feeds that look back some days.
import type { Instant, PlainDate, Position } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { timeZoneOf, today, type Registry } from "./registry.ts";

const TOLD_EACH = 1000;

/** Since when nothing is new in what is told today: the last event, or the beginning of the day. */
export async function unchangedSince(registry: Registry): Promise<Instant> {
  const head = await registry.ledger.head();
  const [last] = head === 0 ? [] : await registry.ledger.read({ after: (head - 1) as Position, limit: 1 });
  const day = registry.clock.startOf(today(registry), timeZoneOf(registry, undefined));
  return last === undefined || last.recordedAt < day ? day : last.recordedAt;
}

/** The entries of these days in their order; a page of the log that has others too is given whole. */
export async function toldSince(registry: Registry, since: PlainDate): Promise<readonly Told[]> {
  const pages: (readonly Told[])[] = [];
  for (let end = await registry.ledger.toldHead(); end > 0; end -= TOLD_EACH) {
    const page = (await registry.ledger.toldAfter(Math.max(0, end - TOLD_EACH), TOLD_EACH)).filter(({ sequence }) => sequence <= end);
    if (page.every(({ day }) => day < since)) break;
    pages.unshift(page);
  }
  return pages.flat();
}
