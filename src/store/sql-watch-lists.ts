// Watch lists in SQL, the same for SQLite and PostgreSQL.
import { parseFileNumber, present, type Digest, type FileNumber } from "../domain/terms/index.ts";
import { writeSurely, type SqlDatabase } from "./sql-database.ts";
import { assertWatchList, type WatchList, type WatchLists } from "./watch-lists.ts";

export class SqlWatchLists implements WatchLists {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async put(list: WatchList): Promise<void> {
    assertWatchList(list);
    const { token, label, files } = list;
    await writeSurely(this.#database, ({ db }) => db.insertInto("watch_lists").values({ token, label, files: JSON.stringify(files) }).execute());
  }

  async find(token: Digest): Promise<WatchList | null> {
    const row = await this.#database.read((db) => db.selectFrom("watch_lists").selectAll().where("token", "=", token).executeTakeFirst());
    return row === undefined ? null : { token, label: row.label, files: filesOf(row.files) };
  }

  async replace(token: Digest, files: readonly FileNumber[]): Promise<boolean> {
    assertWatchList({ token, label: "", files });
    return writeSurely(this.#database, async ({ db }) => (await db.updateTable("watch_lists").set({ files: JSON.stringify(files) }).where("token", "=", token).returning("token").execute()).length > 0);
  }

  async remove(token: Digest): Promise<boolean> {
    return writeSurely(this.#database, async ({ db }) => (await db.deleteFrom("watch_lists").where("token", "=", token).returning("token").execute()).length > 0);
  }
}

function filesOf(text: string): readonly FileNumber[] {
  const files: readonly string[] = JSON.parse(text);
  return files.map((each) => { const file = parseFileNumber(each); return present(file.ok ? file.value : undefined, `the file number \`${each}\` of a watch list`); });
}
