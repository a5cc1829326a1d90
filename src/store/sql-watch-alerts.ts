// Watch alerts in SQL, the same for SQLite and PostgreSQL.
import { assert, ok, parseDigest, present, type Digest } from "../domain/terms/index.ts";
import type { SqlDatabase } from "./sql-database.ts";
import type { WatchAlertsTable } from "./sql-tables.ts";
import { assertWatchAlert, type AlertRead, type WatchAlert, type WatchAlerts } from "./watch-alerts.ts";

export class SqlWatchAlerts implements WatchAlerts {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async put(alert: WatchAlert): Promise<void> {
    assertWatchAlert(alert);
    const done = await this.#database.write<undefined, never>(async ({ db }) => {
      await db.insertInto("watch_alerts").values(rowOf(alert)).execute();
      return ok(undefined);
    });
    assert(done.ok, "a write without a way to fail is done");
  }

  async find(id: string): Promise<WatchAlert | null> {
    const row = await this.#database.read((db) => db.selectFrom("watch_alerts").selectAll().where("id", "=", id).executeTakeFirst());
    return row === undefined ? null : alertOf(row);
  }

  async withCode(code: string): Promise<WatchAlert | null> {
    const row = await this.#database.read((db) => db.selectFrom("watch_alerts").selectAll().where("code", "=", code).executeTakeFirst());
    return row === undefined ? null : alertOf(row);
  }

  async of(list?: Digest): Promise<readonly WatchAlert[]> {
    const rows = await this.#database.read((db) => {
      const all = db.selectFrom("watch_alerts").selectAll().orderBy("id");
      return (list === undefined ? all : all.where("token", "=", list)).execute();
    });
    return rows.map(alertOf);
  }

  async move({ id, count, due, state, secret }: AlertRead, to: WatchAlert): Promise<boolean> {
    assertWatchAlert(to);
    assert(id === to.id, "a watch alert keeps its id");
    const done = await this.#database.write<boolean, never>(async ({ db }) => ok((await db.updateTable("watch_alerts").set(rowOf(to)).where("id", "=", id).where("sent", "=", count).where("due", "=", due).where("state", "=", state).where("secret", "=", secret).returning("id").execute()).length > 0));
    assert(done.ok, "a write without a way to fail is done");
    return done.value;
  }

  async remove(id: string): Promise<boolean> {
    const done = await this.#database.write<boolean, never>(async ({ db }) => ok((await db.deleteFrom("watch_alerts").where("id", "=", id).returning("id").execute()).length > 0));
    assert(done.ok, "a write without a way to fail is done");
    return done.value;
  }
}

function rowOf({ list, count, ...alert }: WatchAlert): WatchAlertsTable {
  return { ...alert, token: list, sent: count };
}

function alertOf({ token, sent, ...row }: WatchAlertsTable): WatchAlert {
  const list = parseDigest(token);
  return { ...row, list: present(list.ok ? list.value : undefined, `the digest \`${token}\` of a watch list`), count: sent };
}
