// Tell list: what an edition handed in, or a batch taken back, changed about who stands on a list and what is on file: told at once, as what a
// step of a case ends is. The same two positions give the same entries under the same keys, so that passDay can do again what a process that
// died left undone.
import { bodyOf, type LawId, type PlainDate, type Position } from "../domain/terms/index.ts";
import type { StoredEvent, Told } from "../domain/events/index.ts";
import { beginningsOf, releasesOfListing, type Beginning, type Release } from "../domain/publication/index.ts";
import { isKnown, keyOf, listingOnDay, replay, type ListingOnFile } from "../domain/register/index.ts";
import { readList } from "./read-list.ts";
import { today, type Registry } from "./registry.ts";
import { tellChanges } from "./tell-ends.ts";

/** Tells who begins to stand and who no longer does because of an edition that was put on record after the position. */
export async function tellEdition(registry: Registry, list: LawId, after: Position): Promise<readonly Told[]> {
  const on = today(registry, bodyOf(list));
  return tellChanges(registry, (await readList(registry, list)).listings.flatMap((listing) => changesOf(listing, on)).filter(({ position }) => position > after));
}

/** Begins and ends of one listing by the day. What was over before it was first reported ended nothing here. */
export function changesOf(listing: ListingOnFile, on: PlainDate): readonly (Beginning | Release)[] {
  const [first] = listing.holds === "reported" ? listing.sightings : [];
  return [...beginningsOf(listing, on), ...releasesOfListing(listing, on).filter(({ what, day }) => what !== "termEnded" || first === undefined || first.editionDay < day)];
}

/** Tells what follows from withdrawals of batches: whose listings and records are as if they had never been, and who stands again. */
export async function tellWithdrawals(registry: Registry, events: readonly StoredEvent[]): Promise<readonly Told[]> {
  const changes: (Beginning | Release)[] = [];
  for (const event of events) if (event.type === "BatchWithdrawn" && isKnown(event)) changes.push(...(await changesByWithdrawal(registry, event.body.batch, event.position)));
  return tellChanges(registry, changes);
}

async function changesByWithdrawal(registry: Registry, batch: string, position: Position): Promise<readonly (Beginning | Release)[]> {
  const received = replay(await registry.ledger.read({ keys: [keyOf.batch(batch)], types: ["BatchReceived"] })).batches.values().next().value;
  const template = received === undefined ? undefined : registry.rulebook.get("template", received.template);
  if (template === undefined) return [];
  if (template.of.kind !== "list") return recordsGone(registry, batch, position);
  const { list } = template.of;
  const [before, now] = await Promise.all([readList(registry, list, (position - 1) as Position), readList(registry, list, position)]);
  const on = today(registry, bodyOf(list));
  const left = new Map(now.listings.map((listing) => [listing.id, listing]));
  const was = new Map(before.listings.map((listing) => [listing.id, listing]));
  return [
    ...before.listings.flatMap((listing): Release[] => (standsOn(listing, on) && !standsOn(left.get(listing.id), on) ? [goneWith(listing, on, position)] : [])),
    ...now.listings.flatMap((listing): Beginning[] => (standsOn(listing, on) && !standsOn(was.get(listing.id), on) ? [againWith(listing, on, position)] : [])),
  ];
}

function standsOn(listing: ListingOnFile | undefined, on: PlainDate): boolean {
  return listing !== undefined && listingOnDay(listing, on).state === "stands";
}

function goneWith(listing: ListingOnFile, on: PlainDate, position: Position): Release {
  return { key: `annulled:${listing.id}:${position}`, what: "annulled", file: listing.file, day: on, about: { kind: "listing", listing: listing.id }, of: listing.list, wrongFrom: listingOnDay(listing, on).effectiveFrom, position };
}

function againWith(listing: ListingOnFile, on: PlainDate, position: Position): Beginning {
  return { key: `listed:${listing.id}:${position}`, what: "listed", file: listing.file, day: on, about: { kind: "listing", listing: listing.id }, of: listing.list, position };
}

/** Records have no key of their batch: all are looked through, and a withdrawal is rare. */
async function recordsGone(registry: Registry, batch: string, position: Position): Promise<readonly Release[]> {
  const gone: Release[] = [];
  for await (const event of registry.ledger.stream({ types: ["RecordReported"], upTo: position })) {
    if (event.batch !== batch || event.type !== "RecordReported" || !isKnown(event)) continue;
    const { record, file, recordType, decidedOn, actedOn, publishedFrom } = event.body;
    const from = decidedOn ?? actedOn ?? publishedFrom;
    gone.push({ key: `annulled:${record}:${position}`, what: "annulled", file, day: today(registry, bodyOf(recordType)), about: { kind: "record", record }, of: recordType, ...(from === undefined ? {} : { wrongFrom: from }), position });
  }
  return gone;
}
