// Pass a day: compares the derived standing of yesterday with today's and tells what changed, once each. Catches up after downtime.
// Thin for now: it tells terms that ended.
import { addDays, bodyOf, daysBetween, type PlainDate } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { listingOnDay, replay, type ListingOnFile } from "../domain/register/index.ts";
import { today, type Registry } from "./registry.ts";

export interface DayPassed {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly told: readonly Told[];
}

/** Tells what ended between the last day passed and today (or `day`); doing it again tells nothing. Each body of law counts its own days. */
export async function passDay(registry: Registry, day?: PlainDate): Promise<DayPassed> {
  const known = await registry.ledger.head();
  const listings = await allListings(registry);
  const passed = await Promise.all(registry.rulebook.bodies.map(async (body) => {
    const to = day ?? today(registry, body);
    const last = await registry.ledger.setting(settingOf(body));
    return { body, last, to, from: last === null ? addDays(to, -1) : (last as PlainDate) };
  }));
  const entries = passed.flatMap(({ body, from, to }) => listings.filter((listing) => bodyOf(listing.list) === body).flatMap((listing) => endedBetween(listing, from, to))).map((ended): Omit<Told, "sequence"> => ({
    key: `termEnded:${ended.listing.id}:${ended.until}`, what: "termEnded", files: [ended.listing.file], day: ended.until, known, rulebook: registry.rulebook.hash,
    detail: { listing: ended.listing.id, list: ended.listing.list },
  }));
  const told = await registry.ledger.tell(entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1)));
  for (const { body, last, to } of passed) if (last === null || last < to) await registry.ledger.setSetting(settingOf(body), to);
  const days = passed.flatMap(({ from, to }) => [from, to]).sort();
  return { from: days[0] ?? today(registry), to: days.at(-1) ?? today(registry), told };
}

/** The last day passed under a body of law. */
function settingOf(body: string): string {
  return `passed-day:${body}`;
}

/** The first free day of a term that ended in (from, to], where the listing still stood the day before. */
function endedBetween(listing: ListingOnFile, from: PlainDate, to: PlainDate): readonly { readonly listing: ListingOnFile; readonly until: PlainDate }[] {
  const { end } = listingOnDay(listing, to);
  if (end.kind !== "fixed" || end.until <= from || end.until > to || daysBetween(from, to) < 1) return [];
  return listingOnDay(listing, addDays(end.until, -1)).state === "stands" ? [{ listing, until: end.until }] : [];
}

async function allListings(registry: Registry): Promise<readonly ListingOnFile[]> {
  const types = ["ListingReported", "EditionReceived", "ListingDecided", "ListingRemoved", "BatchWithdrawn"];
  return [...replay(await registry.ledger.read({ types })).listings.values()];
}

