// Keyed events: everything under the keys of one prefix, key by key, for whoever folds all organisations one after the other. Rows come as the
// database gives them in order, and become events here.
import type { StoredEvent } from "../domain/events/index.ts";
import { eventOfRow } from "./event-rows.ts";
import type { EventsOfKey, KeyedQuery } from "./ledger.ts";
import type { SqlDatabase } from "./sql-database.ts";

export async function* streamByKey(database: SqlDatabase, query: KeyedQuery): AsyncIterable<EventsOfKey> {
  let key: string | undefined;
  let events: StoredEvent[] = [];
  for await (const rows of database.keyedRows(query)) {
    for (const row of rows) {
      if (row.key !== key) {
        if (key !== undefined) yield { key, events };
        key = row.key;
        events = [];
      }
      events.push(eventOfRow(row, query.brief));
    }
  }
  if (key !== undefined) yield { key, events };
}
