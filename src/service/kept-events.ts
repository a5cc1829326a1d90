// Kept events: what the ledger holds under the keys that derivations read by, kept in memory and followed, so that what was read once is read no
// more. Filled from the ledger where somebody reads, or ahead of that for whom new events touch (kept-index.ts); read by read.ts.
import { present, type Position } from "../domain/terms/index.ts";
import type { StoredEvent } from "../domain/events/index.ts";
import { isKnown, isMadeByLaw } from "../domain/register/index.ts";
import { keysOf } from "./append.ts";
import type { Registry } from "./registry.ts";

/** Events kept at most, each key counted as one more; what was read first goes first. */
const KEPT_MAX = 100_000;

interface UnderKey {
  events: StoredEvent[];
  /** Undefined once what the ledger has is among them. */
  filling: Promise<void> | undefined;
  /** Nobody had asked when it was read. */
  readonly ahead: boolean;
}

/** INVARIANT: under a key lie the events the ledger has under it, up to the event taken last. */
export class KeptEvents {
  readonly #registry: Registry;
  readonly #byKey = new Map<string, UnderKey>();
  #size = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** Adds an event, each once and in order of position. */
  take(event: StoredEvent): void {
    if (this.#byKey.size === 0) return;
    // Nobody can tell by which keys an event without a body is found; under another law they are others. What is taken back may be forgotten next.
    if (!isKnown(event) || event.type === "RulebookAdopted" || event.type === "BatchWithdrawn") return this.#clear();
    for (const key of keysOf(this.#registry, event)) {
      const under = this.#byKey.get(key);
      if (under === undefined) continue;
      under.events.push(event);
      this.#size += 1;
    }
  }

  /**
   * As the ledger's `read` of these keys.
   * @param upTo no later than `taken`
   * @param taken the position of the last event taken
   * @param ahead of anybody's asking, with much else: who asks meanwhile does not wait for all that
   */
  async read(keys: readonly string[], upTo: Position, taken: Position, ahead = false): Promise<readonly StoredEvent[]> {
    const missing = keys.filter((key) => {
      const under = this.#byKey.get(key);
      return under === undefined || (under.filling !== undefined && under.ahead && !ahead);
    });
    // What was found by other keys says nothing about those that another law may have made.
    for (const together of Map.groupBy(missing, isMadeByLaw).values()) this.#fill(together, taken, ahead);
    const found = keys.map((key) => present(this.#byKey.get(key), "what lies under a key"));
    await Promise.all(new Set(found.map(({ filling }) => filling)));
    return merged(found, upTo);
  }

  /** Reads keys together. Events taken meanwhile come after those that are read. */
  #fill(keys: readonly string[], upTo: Position, ahead: boolean): void {
    const filled = new Map(keys.map((key): [string, UnderKey] => [key, { events: [], filling: undefined, ahead }]));
    const filling = this.#readEach(keys, upTo).then((read) => {
      for (const [key, under] of filled) {
        const before = read.get(key) ?? [];
        under.events = [...before, ...under.events];
        under.filling = undefined;
        if (this.#byKey.get(key) === under) this.#size += before.length;
      }
      this.#trim();
    }, (fault: unknown) => {
      for (const [key, under] of filled) if (this.#byKey.get(key) === under) this.#drop(key, under);
      throw fault;
    });
    for (const [key, under] of filled) {
      under.filling = filling;
      const before = this.#byKey.get(key);
      if (before !== undefined) this.#drop(key, before);
      this.#byKey.set(key, under);
      this.#size += 1;
    }
  }

  /** What lies under each of some keys: events say themselves under which of them, unless what they said has been forgotten. */
  async #readEach(keys: readonly string[], upTo: Position): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
    const { ledger } = this.#registry;
    const read = await ledger.read({ keys, upTo });
    if (!read.every(isKnown)) return new Map(await Promise.all(keys.map(async (key) => [key, await ledger.read({ keys: [key], upTo })] as const)));
    const found = new Map<string, StoredEvent[]>(keys.map((key) => [key, []]));
    for (const event of read) for (const key of keysOf(this.#registry, event)) found.get(key)?.push(event);
    return found;
  }

  #trim(): void {
    for (const [key, under] of this.#byKey) {
      if (this.#size <= KEPT_MAX) return;
      if (under.filling === undefined) this.#drop(key, under);
    }
  }

  #drop(key: string, { events }: UnderKey): void {
    this.#byKey.delete(key);
    this.#size -= 1 + events.length;
  }

  #clear(): void {
    this.#byKey.clear();
    this.#size = 0;
  }
}

function merged(found: readonly UnderKey[], upTo: Position): readonly StoredEvent[] {
  const events = new Map<Position, StoredEvent>();
  for (const under of found) for (const event of under.events) if (event.position <= upTo) events.set(event.position, event);
  return [...events.values()].sort((a, b) => a.position - b.position);
}
