// The outbox in SQL, the same for SQLite and PostgreSQL. What is claimed is locked while it is: in SQLite by the one writer there is,
// in PostgreSQL row by row, so that several processes take different messages at the same time.
import { sql } from "kysely";
import { parseInstant, present, type Instant } from "../domain/terms/index.ts";
import { assertMessages, countStates, LEFT_OPEN, stateAfter, type ClaimedMessage, type Outbox, type OutboxEntry, type OutboxQuery, type OutboxState, type OutgoingFile, type OutgoingMessage, type Settlement } from "./outbox.ts";
import { advance } from "./sql-counters.ts";
import { writeSurely, type SqlDatabase, type Values, type Writing } from "./sql-database.ts";
import type { OutboxTable } from "./sql-tables.ts";

const LISTED = ["sequence", "key", "recipient", "subject", "state", "not_before", "tries", "error", "changed_at"] as const;
type ListedRow = Pick<OutboxTable, (typeof LISTED)[number]>;

export class SqlOutbox implements Outbox {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async put(messages: readonly OutgoingMessage[]): Promise<number> {
    assertMessages(messages);
    if (messages.length === 0) return 0;
    return writeSurely(this.#database, async (writing) => {
      // The counter is taken first: it is the lock under which the keys are looked at.
      const last = await advance(writing.db, "outbox", 0);
      const there = await writing.db.selectFrom("outbox").select("key").where(this.#database.differences.isAnyText("key", messages.map(({ key }) => key))).execute();
      const known = new Set(there.map(({ key }) => key));
      const fresh = messages.filter(({ key }) => !known.has(key) && known.add(key).has(key));
      await advance(writing.db, "outbox", fresh.length);
      await writing.insertAll({
        table: "outbox", columns: ["sequence", "key", "recipient", "subject", "text", "state", "not_before", "tries", "claim"],
        rows: fresh.map(({ key, to, subject, text, notBefore }, index): Values => [last + 1 + index, key, to, subject, text, "waiting", notBefore, 0, 0]),
      });
      for (const { key, attachments } of fresh) {
        for (const [ordinal, { name, mediaType, content }] of attachments.entries()) await writing.insertAll({ table: "outbox_files", columns: ["key", "ordinal", "name", "media_type", "content"], rows: [[key, ordinal, name, mediaType, content]] });
      }
      return fresh.length;
    });
  }

  async claim({ now, until, limit }: { readonly now: Instant; readonly until: Instant; readonly limit: number }): Promise<readonly ClaimedMessage[]> {
    const { isAnyText, lockRows } = this.#database.differences;
    const claimed = await writeSurely(this.#database, async ({ db }) => {
      const due = await db.selectFrom("outbox").select("key").where("state", "=", "waiting").where("not_before", "<=", now)
        .orderBy("not_before").orderBy("sequence").limit(limit).modifyEnd(sql.raw(lockRows)).execute();
      const rows = await db.updateTable("outbox").set((eb) => ({ state: "sending" as const, tries: eb("tries", "+", 1), claim: eb("claim", "+", 1), claimed_until: until, changed_at: now }))
        .where(isAnyText("key", due.map(({ key }) => key))).returning(["key", "recipient", "subject", "text", "not_before", "claim", "tries"]).execute();
      return due.map(({ key }) => present(rows.find((row) => row.key === key), `the claimed message \`${key}\``));
    });
    const files = await this.#filesOf(claimed.map(({ key }) => key));
    return claimed.map(({ recipient, not_before, ...row }) => ({ ...row, to: recipient, notBefore: instantOf(not_before), attachments: files.get(row.key) ?? [] }));
  }

  async settle({ key, claim }: Pick<ClaimedMessage, "key" | "claim">, settlement: Settlement): Promise<boolean> {
    const { kind, at } = settlement;
    return this.#changes(({ db }) => db.updateTable("outbox")
      .set({ state: stateAfter(settlement), error: kind === "sent" ? null : settlement.error, changed_at: at, claimed_until: null, ...(kind === "failed" ? { not_before: settlement.retryAt } : {}) })
      .where("key", "=", key).where("claim", "=", claim).where("state", "in", ["sending", "uncertain"]).returning("key").execute()).then((changed) => changed === 1);
  }

  async doubt(now: Instant): Promise<number> {
    return this.#changes(({ db }) => db.updateTable("outbox").set({ state: "uncertain", error: LEFT_OPEN, changed_at: now }).where("state", "=", "sending").where("claimed_until", "<", now).returning("key").execute());
  }

  async resolve(key: string, as: "sent" | "waiting", at: Instant, to?: string): Promise<boolean> {
    // The claim moves on, so that whoever was sending it has no more to say.
    return this.#changes(({ db }) => db.updateTable("outbox").set((eb) => ({ state: as, error: null, changed_at: at, claimed_until: null, claim: eb("claim", "+", 1), ...(as === "waiting" ? { tries: 0 } : {}), ...(to === undefined ? {} : { recipient: to }) }))
      .where("key", "=", key).where("state", "in", ["uncertain", "refused"]).returning("key").execute()).then((changed) => changed === 1);
  }

  async list({ state, to, before = Number.MAX_SAFE_INTEGER, limit }: OutboxQuery): Promise<readonly OutboxEntry[]> {
    const rows = await this.#database.read((db) => {
      const all = db.selectFrom("outbox").select(LISTED).where("sequence", "<", before).orderBy("sequence", "desc").limit(limit);
      const inState = state === undefined ? all : all.where("state", "=", state);
      return (to === undefined ? inState : inState.where("recipient", "=", to)).execute();
    });
    return rows.map(entryOf);
  }

  async entries(keys: readonly string[]): Promise<readonly OutboxEntry[]> {
    const rows = await this.#database.read((db) => db.selectFrom("outbox").select(LISTED).where(this.#database.differences.isAnyText("key", keys)).orderBy("sequence").execute());
    return rows.map(entryOf);
  }

  async counts(): Promise<Readonly<Record<OutboxState, number>>> {
    const rows = await this.#database.read((db) => db.selectFrom("outbox").select((eb) => ["state", eb.fn.countAll<number>().as("messages")]).groupBy("state").execute());
    return countStates((state) => rows.find((row) => row.state === state)?.messages ?? 0);
  }

  async message(key: string): Promise<(OutboxEntry & OutgoingMessage) | null> {
    const row = await this.#database.read((db) => db.selectFrom("outbox").select([...LISTED, "text"]).where("key", "=", key).executeTakeFirst());
    return row === undefined ? null : { ...entryOf(row), text: row.text, attachments: (await this.#filesOf([key])).get(key) ?? [] };
  }

  async #filesOf(keys: readonly string[]): Promise<ReadonlyMap<string, readonly OutgoingFile[]>> {
    const rows = await this.#database.read((db) => db.selectFrom("outbox_files").selectAll().where(this.#database.differences.isAnyText("key", keys)).orderBy("key").orderBy("ordinal").execute());
    return new Map(Map.groupBy(rows, ({ key }) => key).entries().map(([key, files]) => [key, files.map(({ name, media_type, content }) => ({ name, mediaType: media_type, content: new Uint8Array(content) }))]));
  }

  async #changes(change: (writing: Writing) => Promise<readonly unknown[]>): Promise<number> {
    return (await writeSurely(this.#database, change)).length;
  }
}

function entryOf({ sequence, key, recipient, subject, state, not_before, tries, error, changed_at }: ListedRow): OutboxEntry {
  return { sequence, key, to: recipient, subject, state, notBefore: instantOf(not_before), tries, error, changedAt: changed_at === null ? null : instantOf(changed_at) };
}

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  return present(instant.ok ? instant.value : undefined, `the instant \`${text}\` of a message`);
}
