// Watch lists in SQL, the same for SQLite and PostgreSQL.
import { assert, ok, parseFileNumber, present, type Digest, type FileNumber } from "../domain/terms/index.ts";
import type { SqlDatabase } from "./sql-database.ts";
import { assertWatchList, type WatchList, type WatchLists } from "./watch-lists.ts";

export class SqlWatchLists implements WatchLists {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async put(list: WatchList): Promise<void> {
    assertWatchList(list);
    const { token, label, files } = list;
    const done = await this.#database.write<undefined, never>(async ({ db }) => {
      await db.insertInto("watch_lists").values({ token, label, files: JSON.stringify(files) }).execute();
      return ok(undefined);
    });
    assert(done.ok, "a write without a way to fail is done");
  }

  async find(token: Digest): Promise<WatchList | null> {
    const row = await this.#database.read((db) => db.selectFrom("watch_lists").selectAll().where("token", "=", token).executeTakeFirst());
    return row === undefined ? null : { token, label: row.label, files: filesOf(row.files) };
  }

  async replace(token: Digest, files: readonly FileNumber[]): Promise<boolean> {
    assertWatchList({ token, label: "", files });
    const done = await this.#database.write<boolean, never>(async ({ db }) => ok((await db.updateTable("watch_lists").set({ files: JSON.stringify(files) }).where("token", "=", token).returning("token").execute()).length > 0));
    assert(done.ok, "a write without a way to fail is done");
    return done.value;
  }

  async remove(token: Digest): Promise<boolean> {
    const done = await this.#database.write<boolean, never>(async ({ db }) => ok((await db.deleteFrom("watch_lists").where("token", "=", token).returning("token").execute()).length > 0));
    assert(done.ok, "a write without a way to fail is done");
    return done.value;
  }
}

function filesOf(text: string): readonly FileNumber[] {
  const files: readonly string[] = JSON.parse(text);
  return files.map((each) => { const file = parseFileNumber(each); return present(file.ok ? file.value : undefined, `the file number \`${each}\` of a watch list`); });
}
