// Watch alerts in SQL, the same for SQLite and PostgreSQL.
import { assert, parseDigest, present, type Digest } from "../domain/terms/index.ts";
import { writeSurely, type SqlDatabase } from "./sql-database.ts";
import type { WatchAlertsTable } from "./sql-tables.ts";
import { assertWatchAlert, type AlertRead, type WatchAlert, type WatchAlerts } from "./watch-alerts.ts";

export class SqlWatchAlerts implements WatchAlerts {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async put(alert: WatchAlert): Promise<void> {
    assertWatchAlert(alert);
    await writeSurely(this.#database, ({ db }) => db.insertInto("watch_alerts").values(rowOf(alert)).execute());
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
    return writeSurely(this.#database, async ({ db }) => (await db.updateTable("watch_alerts").set(rowOf(to)).where("id", "=", id).where("sent", "=", count).where("due", "=", due).where("state", "=", state).where("secret", "=", secret).returning("id").execute()).length > 0);
  }

  async remove(id: string): Promise<boolean> {
    return writeSurely(this.#database, async ({ db }) => (await db.deleteFrom("watch_alerts").where("id", "=", id).returning("id").execute()).length > 0);
  }
}

function rowOf({ list, count, ...alert }: WatchAlert): WatchAlertsTable {
  return { ...alert, token: list, sent: count };
}

function alertOf({ token, sent, ...row }: WatchAlertsTable): WatchAlert {
  const list = parseDigest(token);
  return { ...row, list: present(list.ok ? list.value : undefined, `the digest \`${token}\` of a watch list`), count: sent };
}
