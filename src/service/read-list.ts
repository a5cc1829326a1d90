// Read a list: its reported listings, its editions and its rows that wait, whatever organisations they are about. For what is handed in
// next, and for what is taken back.
import type { LawId, Position } from "../domain/terms/index.ts";
import type { Bodies } from "../domain/events/index.ts";
import { keyOf, replay, type EditionOnFile, type ReportedListing } from "../domain/register/index.ts";
import type { Registry } from "./registry.ts";

export interface KnownList {
  readonly listings: readonly ReportedListing[];
  readonly editions: readonly EditionOnFile[];
  /** Rows that still wait for a person, by their keys. */
  readonly held: ReadonlyMap<string, Bodies["RowHeld"]>;
}

/** The list as it stands, or stood at a position: its listings, its editions, its rows that are held. */
export async function readList(registry: Registry, list: LawId, known?: Position): Promise<KnownList> {
  const upTo = known === undefined ? {} : { upTo: known };
  const events = await registry.ledger.read({ keys: [keyOf.list(list), keyOf.edition(list), keyOf.held(list)], ...upTo });
  const batches = [...new Set(events.flatMap((event) => (event.batch === null ? [] : [event.batch])))];
  const more = await registry.ledger.read({ keys: batches.flatMap((batch) => [keyOf.withdrawal(batch), keyOf.batch(batch)]), types: ["BatchWithdrawn", "HeldRowSettled"], ...upTo });
  const all = [...new Map([...events, ...more].map((event) => [event.position, event])).values()].sort((a, b) => a.position - b.position);
  const register = replay(all);
  return {
    listings: [...register.listings.values()].filter((listing): listing is ReportedListing => listing.holds === "reported" && listing.list === list),
    editions: register.editions.get(list) ?? [],
    held: new Map([...register.held.values()].map((held) => [held.content.rowKey, held])),
  };
}
