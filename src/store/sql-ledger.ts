// The ledger in SQL, the same for SQLite and PostgreSQL. Every append takes its positions from one counter row inside its own
// transaction: while that row is held nobody else appends, so positions are dense and are committed in their order.
import { setImmediate as breathe } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { StoredEvent, Told } from "../domain/events/index.ts";
import { assert, err, makeFileNumber, ok, type AttachmentId, type Digest, type FileNumber, type Position, type Result } from "../domain/terms/index.ts";
import { bodyOfRow, eventOfRow, givenNameOfRow, nameOfRow, toldOfRow } from "./event-rows.ts";
import { digestOfRow, rowOfRulebook, rulebookOfRow } from "./rulebook-rows.ts";
import type { Appended, Conflict, EventsOfKey, KeyedQuery, Ledger, NameQuery, ReadQuery } from "./ledger.ts";
import type { Batch, GivenName, KeptRulebook, NameRow, SealedBody } from "./ledger-types.ts";
import { RANKS, sameName } from "./name-book.ts";
import { endOfPrefix } from "./order.ts";
import { assertBatch, assertEvents, assertInstant, assertUnused, attachmentIds, sealEvents, toPosition, type Origin, type SealedEvent } from "./sealed-event.ts";
import { advance, valueOf } from "./sql-counters.ts";
import { streamByKey } from "./sql-keyed-events.ts";
import { writeSurely, type SqlDatabase, type Values, type Writing } from "./sql-database.ts";
import { rowsOfEvents } from "./sql-event-rows.ts";
import { SqlOutbox } from "./sql-outbox.ts";
import { SqlSigningKeys } from "./sql-signing-keys.ts";
import { SqlWatchAlerts } from "./sql-watch-alerts.ts";
import { SqlWatchLists } from "./sql-watch-lists.ts";
import { blocksQuery, eventsQuery, givenNamesQuery, namesQuery } from "./sql-queries.ts";
import { migrate, type Migration } from "./sql-migrations.ts";
import type { Tables } from "./sql-tables.ts";

/** Events sealed and inserted at a time: bounds memory, and lets the program breathe between. A piece is what is sealed without a breath. */
const [CHUNK, PIECE] = [2000, 100];
/** Positions a page of a stream looks at, at least. Where events are far apart it looks further. */
const PAGE = 1000;
/** Positions whose names are read at a time. */
const NAMES_WINDOW = 50_000;

export async function openSqlLedger(database: SqlDatabase, origin: Origin, migrations?: readonly Migration[]): Promise<Ledger> {
  try {
    await migrate(database, migrations);
  } catch (fault) {
    await database.close();
    throw fault;
  }
  return new SqlLedger(database, origin);
}

class SqlLedger implements Ledger {
  readonly #database: SqlDatabase;
  readonly #origin: Origin;
  readonly outbox: SqlOutbox;
  readonly signingKeys: SqlSigningKeys;
  readonly watchLists: SqlWatchLists;
  readonly watchAlerts: SqlWatchAlerts;

  constructor(database: SqlDatabase, origin: Origin) {
    this.#database = database;
    this.#origin = origin;
    [this.outbox, this.signingKeys] = [new SqlOutbox(database), new SqlSigningKeys(database)];
    [this.watchLists, this.watchAlerts] = [new SqlWatchLists(database), new SqlWatchAlerts(database)];
  }

  watch(changed: () => void): () => void {
    return this.#database.watch(changed);
  }

  async append(batch: Batch): Promise<Result<Appended, Conflict>> {
    assertBatch(batch);
    return this.#database.write(async (writing) => {
      const last = await advance(writing.db, "position", batch.events.length);
      const conflict = await this.#firstAfter(writing.db, batch.expect.keys, batch.expect.after);
      if (conflict !== undefined) return err(conflict);
      const head = last - batch.events.length;
      await this.#insertAll(writing, batch, head + 1);
      return ok({ first: toPosition(Math.min(head + 1, last)), last: toPosition(last) });
    });
  }

  /** While the database takes a chunk the next is made ready. Both are waited for, also when one fails: nothing may come after the transaction. */
  async #insertAll(writing: Writing, batch: Batch, first: number): Promise<void> {
    let ready: readonly SealedEvent[] = [];
    for (let from = 0; from < batch.events.length || ready.length > 0; from += CHUNK) {
      const [inserted, sealed] = await Promise.allSettled([this.#insert(writing, ready), this.#seal(batch, from, first)]);
      if (inserted.status === "rejected") throw inserted.reason;
      if (sealed.status === "rejected") throw sealed.reason;
      if (ready.length > 0) batch.progress?.(from - CHUNK + ready.length);
      batch.signal?.throwIfAborted();
      ready = sealed.value;
    }
  }

  /** The chunk from here on, a piece at a time, so that answers of the database are heard meanwhile. */
  async #seal(batch: Batch, from: number, first: number): Promise<readonly SealedEvent[]> {
    const sealed: SealedEvent[] = [];
    for (let at = from; at < Math.min(from + CHUNK, batch.events.length); at += PIECE) {
      const events = batch.events.slice(at, Math.min(at + PIECE, from + CHUNK));
      assertEvents(events);
      sealed.push(...sealEvents(events, batch, first + at, this.#origin));
      if (batch.events.length > PIECE) await breathe();
    }
    return sealed;
  }

  async #insert(writing: Writing, sealed: readonly SealedEvent[]): Promise<void> {
    await this.#assertUnused(writing.db, attachmentIds(sealed));
    await writing.insertAll(...rowsOfEvents(sealed));
    // One at a time: they are large.
    for (const { envelope, attachments } of sealed) {
      for (const { id, content } of attachments) await writing.insertAll({ table: "attachments", columns: ["id", "position", "content"], rows: [[id, envelope.position, content]] });
    }
  }

  async #assertUnused(db: Kysely<Tables>, ids: readonly AttachmentId[]): Promise<void> {
    if (ids.length === 0) return;
    assertUnused((await db.selectFrom("attachments").select("id").where(this.#database.differences.isAnyText("id", ids)).executeTakeFirst())?.id);
  }

  async #firstAfter(db: Kysely<Tables>, keys: readonly string[], after: Position): Promise<Conflict | undefined> {
    if (keys.length === 0) return undefined;
    const row = await db.selectFrom("event_keys").select(["key", "position"])
      .where(this.#database.differences.isAnyText("key", keys)).where("position", ">", after)
      .orderBy("position").orderBy("key").limit(1).executeTakeFirst();
    return row === undefined ? undefined : { key: row.key, position: toPosition(row.position) };
  }

  async read(query: ReadQuery): Promise<readonly StoredEvent[]> {
    if (query.limit === undefined) return this.#page(query);
    const events: StoredEvent[] = [];
    for await (const event of this.stream(query)) events.push(event);
    return events;
  }

  /**
   * Pages are windows of positions, not numbers of events: each page touches only the index rows of its window, so a stream
   * costs one pass however many events carry its keys. Where little is found the next window is wider.
   */
  async *stream(query: ReadQuery): AsyncIterable<StoredEvent> {
    const head = await this.head();
    const upTo = Math.min(query.upTo ?? head, head);
    let left = query.limit ?? Number.POSITIVE_INFINITY;
    let width = PAGE;
    for (let after: number = query.after ?? 0; after < upTo && left > 0; ) {
      const end = Math.min(after + width, upTo);
      const page = await this.#page({ ...query, after: toPosition(after), upTo: toPosition(end) });
      for (const event of page) {
        if (left <= 0) return;
        left -= 1;
        yield event;
      }
      after = end;
      width = page.length * 4 < PAGE ? width * 4 : page.length > PAGE ? Math.max(PAGE, Math.floor(width / 4)) : width;
    }
  }

  streamByKey(query: KeyedQuery): AsyncIterable<EventsOfKey> {
    return streamByKey(this.#database, query);
  }

  async #page(query: ReadQuery): Promise<readonly StoredEvent[]> {
    const rows = await this.#database.read((db) => eventsQuery(db, this.#database.differences, query).execute());
    return rows.map((row) => eventOfRow(row));
  }

  async head(): Promise<Position> {
    const row = await this.#database.read((db) => db.selectFrom("events").select((eb) => eb.fn.max("position").as("last")).executeTakeFirst());
    return toPosition(row?.last ?? 0);
  }

  async positionBefore(instant: string): Promise<Position> {
    assertInstant(instant);
    const row = await this.#database.read((db) => db.selectFrom("events").select((eb) => eb.fn.max("position").as("last")).where("recorded_at", "<", instant).executeTakeFirst());
    return toPosition(row?.last ?? 0);
  }

  async mintFiles(count: number): Promise<readonly FileNumber[]> {
    assert(Number.isSafeInteger(count) && count >= 0, `${count} file numbers can be minted`);
    const last = await writeSurely(this.#database, ({ db }) => advance(db, "file", count));
    return Array.from({ length: count }, (_, index) => makeFileNumber(last - count + 1 + index));
  }

  async findNames(query: NameQuery): Promise<readonly NameRow[]> {
    const found = new Map<string, NameRow>();
    for (const rank of RANKS[query.how]) {
      for (const column of query.in) {
        if (found.size >= query.limit) return [...found.values()];
        if (column === "blocks" && rank !== "exact") continue;
        // As many more as there are: what was found by another column may come again.
        const limit = query.limit + found.size;
        const rows = await this.#database.read((db) => namesQuery(db, this.#database.differences, { text: query.text, rank, column, limit }).execute());
        for (const name of rows.map(nameOfRow)) {
          const identity = sameName(name);
          if (found.size < query.limit && !found.has(identity)) found.set(identity, name);
        }
      }
    }
    return [...found.values()];
  }

  async blocksAmong(blocks: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.#database.read((db) => blocksQuery(this.#database.differences, [...new Set(blocks)]).execute(db));
    return rows.map(({ text }) => text);
  }

  async *namesGiven({ holding }: { readonly holding?: readonly string[] }): AsyncIterable<GivenName> {
    const head = await this.head();
    for (let after = 0; after < head; after += NAMES_WINDOW) {
      const window = { after, upTo: Math.min(after + NAMES_WINDOW, head), holding };
      yield* (await this.#database.read((db) => givenNamesQuery(db, this.#database.differences, window).execute())).map(givenNameOfRow);
    }
  }

  async keysLike(prefix: string, limit: number): Promise<readonly { readonly key: string; readonly events: number }[]> {
    return this.#database.read((db) => db.selectFrom("event_keys").select((eb) => ["key", eb.fn.countAll<number>().as("events")])
      .where("key", ">=", prefix).where("key", "<", endOfPrefix(prefix)).groupBy("key").orderBy("key").limit(limit).execute());
  }

  async readBodies(positions: readonly Position[]): Promise<readonly SealedBody[]> {
    const rows = await this.#database.read((db) => db.selectFrom("bodies").selectAll().where(this.#database.differences.isAnyWhole("position", positions)).orderBy("position").execute());
    return rows.map(bodyOfRow);
  }

  async attachment(id: AttachmentId): Promise<Uint8Array | null> {
    const row = await this.#database.read((db) => db.selectFrom("attachments").select("content").where("id", "=", id).executeTakeFirst());
    return row === undefined ? null : new Uint8Array(row.content);
  }

  async forget(positions: readonly Position[]): Promise<void> {
    await writeSurely(this.#database, async ({ db }) => {
      for (const table of ["name_blocks", "names", "attachments", "bodies"] as const) {
        await db.deleteFrom(table).where(this.#database.differences.isAnyWhole("position", positions)).execute();
      }
    });
    await this.#database.scrub();
  }

  async tell(entries: readonly Omit<Told, "sequence">[]): Promise<readonly Told[]> {
    if (entries.length === 0) return [];
    return writeSurely(this.#database, async (writing) => {
      // The counter is taken first: it is the lock under which the keys are looked at.
      const last = await advance(writing.db, "told", 0);
      const there = await writing.db.selectFrom("told").select("key").where(this.#database.differences.isAnyText("key", entries.map((entry) => entry.key))).execute();
      const known = new Set(there.map((row) => row.key));
      const fresh: Told[] = [];
      for (const entry of entries) {
        if (known.has(entry.key)) continue;
        known.add(entry.key);
        fresh.push({ ...entry, sequence: last + 1 + fresh.length });
      }
      await advance(writing.db, "told", fresh.length);
      await writing.insertAll({
        table: "told", columns: ["sequence", "key", "what", "files", "day", "known", "rulebook", "detail"],
        rows: fresh.map((entry): Values => [entry.sequence, entry.key, entry.what, JSON.stringify(entry.files), entry.day, entry.known, entry.rulebook, JSON.stringify(entry.detail)]),
      });
      return fresh;
    });
  }

  async toldAfter(sequence: number, limit: number): Promise<readonly Told[]> {
    const rows = await this.#database.read((db) => db.selectFrom("told").selectAll().where("sequence", ">", sequence).orderBy("sequence").limit(limit).execute());
    return rows.map(toldOfRow);
  }

  async toldAbout(file: FileNumber): Promise<readonly Told[]> {
    // A file number has no sign that a pattern would read as another.
    const rows = await this.#database.read((db) => db.selectFrom("told").selectAll().where("files", "like", `%"${file}"%`).orderBy("sequence").execute());
    return rows.map(toldOfRow);
  }

  async toldHead(): Promise<number> {
    return this.#database.read((db) => valueOf(db, "told"));
  }

  async setting(name: string): Promise<string | null> {
    return (await this.#database.read((db) => db.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst()))?.value ?? null;
  }

  async setSetting(name: string, value: string): Promise<void> {
    await writeSurely(this.#database, ({ db }) => db.insertInto("settings").values({ name, value }).onConflict((on) => on.column("name").doUpdateSet({ value })).execute());
  }

  async keepRulebook(rulebook: KeptRulebook): Promise<void> {
    const row = rowOfRulebook(rulebook);
    await writeSurely(this.#database, ({ db }) => db.insertInto("rulebooks").values(row).onConflict((on) => on.column("hash").doUpdateSet({ format: row.format, compiled: row.compiled })).execute());
  }

  async keptRulebook(hash: Digest): Promise<KeptRulebook | null> {
    const row = await this.#database.read((db) => db.selectFrom("rulebooks").selectAll().where("hash", "=", hash).executeTakeFirst());
    return row === undefined ? null : rulebookOfRow(row);
  }

  async rulebooksLike(prefix: string, limit: number): Promise<readonly Pick<KeptRulebook, "hash" | "format">[]> {
    const found = await this.#database.read((db) => db.selectFrom("rulebooks").select(["hash", "format"]).where("hash", ">=", prefix).where("hash", "<", endOfPrefix(prefix)).orderBy("hash").limit(limit).execute());
    return found.map(({ hash, format }) => ({ hash: digestOfRow(hash), format }));
  }

  async close(): Promise<void> {
    await this.#database.close();
  }
}
