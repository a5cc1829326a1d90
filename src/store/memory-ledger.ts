// The ledger in memory: the laboratory runs on it, tests are held against it. It keeps what the databases keep and forgets what
// they forget, in plain lists; it lives as long as the process.
import type { StoredEvent, Told } from "../domain/events/index.ts";
import { err, makeFileNumber, ok, type AttachmentId, type Digest, type FileNumber, type Position, type Result } from "../domain/terms/index.ts";
import { bodyOfRow, readStored } from "./event-rows.ts";
import type { Appended, Conflict, EventsOfKey, KeyedQuery, Ledger, NameQuery, ReadQuery } from "./ledger.ts";
import type { Batch, GivenName, KeptRulebook, NameRow, SealedBody } from "./ledger-types.ts";
import { MemoryOutbox } from "./memory-outbox.ts";
import { MemorySigningKeys } from "./memory-signing-keys.ts";
import { NameBook } from "./name-book.ts";
import { byCodePoint } from "./order.ts";
import { assertBatch, assertEvents, assertInstant, assertUnused, attachmentIds, sealEvents, toPosition, type Origin, type SealedEvent } from "./sealed-event.ts";
import { MemoryWatchAlerts } from "./watch-alerts.ts";
import { MemoryWatchLists } from "./watch-lists.ts";

export function createMemoryLedger(origin: Origin): Ledger {
  return new MemoryLedger(origin);
}

class MemoryLedger implements Ledger {
  readonly #origin: Origin;
  /** The event at position n is at n - 1. */
  readonly #events: StoredEvent[] = [];
  /** As they were written; what is read of an earlier version is read as of today. */
  readonly #sealed = new Map<number, { readonly salt: Uint8Array; readonly text: string }>();
  readonly #positionsByKey = new Map<string, number[]>();
  readonly #names = new NameBook();
  readonly #attachments = new Map<AttachmentId, { readonly position: number; readonly content: Uint8Array }>();
  readonly #told: Told[] = [];
  readonly #toldKeys = new Set<string>();
  readonly #settings = new Map<string, string>();
  readonly #rulebooks = new Map<Digest, KeptRulebook>();
  readonly outbox = new MemoryOutbox();
  readonly signingKeys = new MemorySigningKeys();
  readonly watchLists = new MemoryWatchLists();
  readonly watchAlerts = new MemoryWatchAlerts();
  readonly #watching = new Set<() => void>();
  #filesMinted = 0;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  async append(batch: Batch): Promise<Result<Appended, Conflict>> {
    const events = batch.events.slice(0, batch.events.length);
    assertBatch(batch);
    assertEvents(events);
    const conflict = this.#firstAfter(batch.expect.keys, batch.expect.after);
    if (conflict !== undefined) return err(conflict);
    assertUnused(attachmentIds(events).find((id) => this.#attachments.has(id)));
    const head = this.#events.length;
    // All are sealed before the first is kept: a body that cannot be written leaves nothing behind.
    const sealed = sealEvents(events, batch, head + 1, this.#origin);
    // The body is read back from its canonical text, so that nothing outside holds a part of it.
    const stored = sealed.map(({ envelope, text }) => readStored({ ...envelope, files: [...envelope.files] }, text));
    batch.progress?.(events.length);
    batch.signal?.throwIfAborted();
    for (const event of stored) this.#events.push(event);
    for (const event of sealed) this.#keep(event);
    for (const changed of this.#watching) changed();
    return ok({ first: toPosition(Math.min(head + 1, this.#events.length)), last: toPosition(this.#events.length) });
  }

  watch(changed: () => void): () => void {
    const own = (): void => changed();
    this.#watching.add(own);
    return () => void this.#watching.delete(own);
  }

  #keep({ envelope, salt, text, keys, names, attachments }: SealedEvent): void {
    this.#sealed.set(envelope.position, { salt, text });
    for (const key of keys) {
      const positions = this.#positionsByKey.get(key);
      if (positions === undefined) this.#positionsByKey.set(key, [envelope.position]);
      else positions.push(envelope.position);
    }
    this.#names.add(envelope.position, names);
    for (const { id, content } of attachments) this.#attachments.set(id, { position: envelope.position, content: Uint8Array.from(content) });
  }

  #firstAfter(keys: readonly string[], after: Position): Conflict | undefined {
    let first: { key: string; position: number } | undefined;
    for (const key of [...new Set(keys)].toSorted(byCodePoint)) {
      const position = this.#positionsByKey.get(key)?.find((candidate) => candidate > after);
      if (position !== undefined && (first === undefined || position < first.position)) first = { key, position };
    }
    return first === undefined ? undefined : { key: first.key, position: toPosition(first.position) };
  }

  async read(query: ReadQuery): Promise<readonly StoredEvent[]> {
    return [...this.#matching(query)];
  }

  async *stream(query: ReadQuery): AsyncIterable<StoredEvent> {
    yield* this.#matching({ ...query, upTo: query.upTo ?? toPosition(this.#events.length) });
  }

  async *streamByKey({ prefix, upTo }: KeyedQuery): AsyncIterable<EventsOfKey> {
    for (const key of [...this.#positionsByKey.keys()].filter((each) => each.startsWith(prefix)).toSorted(byCodePoint)) {
      const events = [...this.#matching({ keys: [key], upTo })];
      if (events.length > 0) yield { key, events };
    }
  }

  *#matching(query: ReadQuery): Generator<StoredEvent> {
    const after = query.after ?? 0;
    const upTo = query.upTo ?? Number.POSITIVE_INFINITY;
    const types = query.types === undefined ? undefined : new Set<string>(query.types);
    let left = query.limit ?? Number.POSITIVE_INFINITY;
    for (const event of this.#candidates(query.keys, after)) {
      if (left <= 0 || event.position > upTo) return;
      if (event.position <= after || (types !== undefined && !types.has(event.type))) continue;
      left -= 1;
      yield event;
    }
  }

  *#candidates(keys: readonly string[] | undefined, after: number): Generator<StoredEvent> {
    const positions = keys === undefined ? undefined : [...new Set(keys.flatMap((key) => this.#positionsByKey.get(key) ?? []))].toSorted((a, b) => a - b);
    const count = positions?.length ?? this.#events.length;
    for (let index = positions === undefined ? after : 0; index < count; index += 1) {
      const event = this.#events[positions === undefined ? index : (positions[index] ?? 0) - 1];
      if (event !== undefined) yield event;
    }
  }

  async head(): Promise<Position> {
    return toPosition(this.#events.length);
  }

  async positionBefore(instant: string): Promise<Position> {
    assertInstant(instant);
    return toPosition(this.#events.findLastIndex((event) => event.recordedAt < instant) + 1);
  }

  async mintFiles(count: number): Promise<readonly FileNumber[]> {
    const first = this.#filesMinted + 1;
    this.#filesMinted += count;
    return Array.from({ length: count }, (_, index) => makeFileNumber(first + index));
  }

  async findNames(query: NameQuery): Promise<readonly NameRow[]> {
    return this.#names.find(query);
  }

  async blocksAmong(blocks: readonly string[]): Promise<readonly string[]> {
    return [...new Set(blocks)].filter((block) => this.#names.hasBlock(block));
  }

  async *namesGiven({ holding }: { readonly holding?: readonly string[] }): AsyncIterable<GivenName> {
    for (const [position, ordinal, { file, text, levelled }] of [...this.#names.given()]) {
      if (holding === undefined || holding.some((piece) => levelled.includes(piece))) yield { position: toPosition(position), ordinal, batch: this.#events[position - 1]?.batch ?? null, file, text, levelled };
    }
  }

  async keysLike(prefix: string, limit: number): Promise<readonly { readonly key: string; readonly events: number }[]> {
    const keys = [...this.#positionsByKey.keys()].filter((key) => key.startsWith(prefix)).toSorted(byCodePoint);
    return keys.slice(0, limit).map((key) => ({ key, events: this.#positionsByKey.get(key)?.length ?? 0 }));
  }

  async readBodies(positions: readonly Position[]): Promise<readonly SealedBody[]> {
    return [...new Set(positions)].toSorted((a, b) => a - b).flatMap((position) => {
      const sealed = this.#sealed.get(position);
      return sealed === undefined ? [] : [bodyOfRow({ position, salt: sealed.salt, body: sealed.text })];
    });
  }

  async attachment(id: AttachmentId): Promise<Uint8Array | null> {
    const kept = this.#attachments.get(id);
    return kept === undefined ? null : Uint8Array.from(kept.content);
  }

  async forget(positions: readonly Position[]): Promise<void> {
    for (const position of positions) {
      const event = this.#events[position - 1];
      if (event === undefined) continue;
      this.#events[position - 1] = { ...event, body: null };
      this.#sealed.delete(position);
      this.#names.remove(position);
    }
    const gone = new Set<number>(positions);
    for (const [id, { position }] of this.#attachments) if (gone.has(position)) this.#attachments.delete(id);
  }

  async tell(entries: readonly Omit<Told, "sequence">[]): Promise<readonly Told[]> {
    const fresh: Told[] = [];
    for (const entry of entries) {
      if (this.#toldKeys.has(entry.key)) continue;
      this.#toldKeys.add(entry.key);
      const told = { ...entry, sequence: this.#told.length + 1 };
      this.#told.push(told);
      fresh.push(told);
    }
    return fresh;
  }

  async toldAfter(sequence: number, limit: number): Promise<readonly Told[]> {
    return this.#told.slice(sequence, sequence + limit);
  }

  async toldAbout(file: FileNumber): Promise<readonly Told[]> {
    return this.#told.filter(({ files }) => files.includes(file));
  }

  async toldHead(): Promise<number> {
    return this.#told.length;
  }

  async setting(name: string): Promise<string | null> {
    return this.#settings.get(name) ?? null;
  }

  async setSetting(name: string, value: string): Promise<void> {
    this.#settings.set(name, value);
  }

  async keepRulebook(rulebook: KeptRulebook): Promise<void> {
    const files = this.#rulebooks.get(rulebook.hash)?.files ?? rulebook.files.map((file) => ({ ...file }));
    this.#rulebooks.set(rulebook.hash, { ...rulebook, files });
  }

  async keptRulebook(hash: Digest): Promise<KeptRulebook | null> {
    return this.#rulebooks.get(hash) ?? null;
  }

  async rulebooksLike(prefix: string, limit: number): Promise<readonly Pick<KeptRulebook, "hash" | "format">[]> {
    const found = [...this.#rulebooks.values()].filter(({ hash }) => hash.startsWith(prefix)).toSorted((a, b) => byCodePoint(a.hash, b.hash));
    return found.slice(0, limit).map(({ hash, format }) => ({ hash, format }));
  }

  async close(): Promise<void> {}
}
