// Signing keys in SQL, the same for SQLite and PostgreSQL. Whoever adds a key holds the counter's row meanwhile, so that of several processes
// that find none one makes it. What is erased leaves the files of the database too.
import { parseInstant, parsePlainDate, present, type Instant, type PlainDate } from "../domain/terms/index.ts";
import { assertKey, type KeyToAdd, type SigningKey, type SigningKeys } from "./signing-keys.ts";
import { advance } from "./sql-counters.ts";
import { writeSurely, type SqlDatabase } from "./sql-database.ts";
import type { SigningKeysTable } from "./sql-tables.ts";

export class SqlSigningKeys implements SigningKeys {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async list(): Promise<readonly SigningKey[]> {
    const rows = await this.#database.read((db) => db.selectFrom("signing_keys").leftJoin("signing_secrets", "signing_secrets.kid", "signing_keys.kid").selectAll("signing_keys").select("signing_secrets.kid as here").orderBy("sequence").execute());
    return rows.map((row) => ({ ...keyOfRow(row), inUse: row.here !== null }));
  }

  async current(): Promise<{ readonly kid: string; readonly secret: Uint8Array } | null> {
    const row = await this.#database.read((db) => db.selectFrom("signing_secrets").selectAll().executeTakeFirst());
    return row === undefined ? null : { kid: row.kid, secret: new Uint8Array(row.secret) };
  }

  async add(key: KeyToAdd, when: "always" | "whereNone"): Promise<boolean> {
    assertKey(key);
    const { kid, x, secret, at } = key;
    await this.#database.guard();
    const done = await writeSurely(this.#database, async ({ db }) => {
      // The counter is taken first: it is the lock under which the key in use is looked for.
      const sequence = await advance(db, "signing-key", 0);
      const inUse = await db.selectFrom("signing_secrets").select("kid").executeTakeFirst();
      if (inUse !== undefined && when === "whereNone") return { added: false, erased: false };
      await db.updateTable("signing_keys").set({ retired_at: at }).where("retired_at", "is", null).execute();
      await db.deleteFrom("signing_secrets").execute();
      await advance(db, "signing-key", 1);
      await db.insertInto("signing_keys").values({ sequence: sequence + 1, kid, x, made_at: at, retired_at: null, revoked_since: null, revoked_from: null, revoked_at: null, reason: null }).execute();
      await db.insertInto("signing_secrets").values({ kid, secret }).execute();
      return { added: true, erased: inUse !== undefined };
    });
    if (done.erased) await this.#database.scrub();
    return done.added;
  }

  async revoke(kid: string, { since, from, at, reason }: NonNullable<SigningKey["revoked"]>): Promise<boolean> {
    const done = await writeSurely(this.#database, async ({ db }) => {
      const changed = await db.updateTable("signing_keys").set({ revoked_since: since, revoked_from: from, revoked_at: at, reason })
        .where("kid", "=", kid).where((eb) => eb.or([eb("revoked_since", "is", null), eb("revoked_since", ">", since)])).returning("kid").execute();
      const erased = changed.length === 0 ? [] : await db.deleteFrom("signing_secrets").where("kid", "=", kid).returning("kid").execute();
      return { changed: changed.length === 1, erased: erased.length > 0 };
    });
    if (done.erased) await this.#database.scrub();
    return done.changed;
  }
}

function keyOfRow({ kid, x, made_at, retired_at, revoked_since, revoked_from, revoked_at, reason }: SigningKeysTable): Omit<SigningKey, "inUse"> {
  const revoked = revoked_since === null ? null : { since: dayOf(revoked_since), from: instantOf(revoked_from), at: instantOf(revoked_at), reason };
  return { kid, x, madeAt: instantOf(made_at), retiredAt: retired_at === null ? null : instantOf(retired_at), revoked };
}

function instantOf(text: string | null): Instant {
  const instant = parseInstant(text ?? "");
  return present(instant.ok ? instant.value : undefined, `the instant \`${text}\` of a key`);
}

function dayOf(text: string): PlainDate {
  const day = parsePlainDate(text);
  return present(day.ok ? day.value : undefined, `the day \`${text}\` of a key`);
}
