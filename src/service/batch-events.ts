// Batch events: everything that came in with a batch, as far as it is still known. A batch is appended in one go, and what a settled row of it
// adds in another: so its events lie side by side around those that its key leads to.
import { parsePosition, type BatchId, type Position } from "../domain/terms/index.ts";
import type { StoredEvent } from "../domain/events/index.ts";
import { keyOf } from "../domain/register/index.ts";
import type { Ledger } from "../store/index.ts";

const EVENTS_EACH = 1000;
/** More than the settlement of one row appends. */
const EVENTS_BEFORE = 100;

export async function batchEvents(ledger: Ledger, batch: BatchId): Promise<readonly StoredEvent[]> {
  const found = new Map<Position, StoredEvent>();
  for (const { position } of await ledger.read({ keys: [keyOf.batch(batch)] })) {
    if (found.has(position)) continue;
    let page = await around(ledger, position);
    while (addRun(found, page, position, batch)) page = await ledger.read({ after: lastOf(page), limit: EVENTS_EACH });
  }
  return [...found.values()];
}

/** Events from some before the position on. A settled row's own event comes after what it adds, which is little. */
async function around(ledger: Ledger, position: Position): Promise<readonly StoredEvent[]> {
  const before = parsePosition(String(Math.max(0, position - EVENTS_BEFORE)));
  return before.ok ? ledger.read({ after: before.value, limit: EVENTS_EACH }) : [];
}

/** Adds the events of the batch that lie in one run with the position, or go on with a run before this page; whether the run may go on after it. */
function addRun(found: Map<Position, StoredEvent>, page: readonly StoredEvent[], position: Position, batch: BatchId): boolean {
  let run: StoredEvent[] = [];
  for (const event of page) {
    if (event.batch === batch) run.push(event);
    else if (event.position < position) run = [];
    else if (event.position > position) {
      for (const each of run) found.set(each.position, each);
      return false;
    }
  }
  for (const each of run) found.set(each.position, each);
  return page.length === EVENTS_EACH && run.length > 0;
}

function lastOf(page: readonly StoredEvent[]): Position {
  const last = page.at(-1);
  if (last === undefined) throw new Error("assertion failed: a page that goes on has a last event");
  return last.position;
}
