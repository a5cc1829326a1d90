// Counters: one row each for positions, file numbers, told entries and messages. The row is the lock under which the next one is taken.
import type { Kysely } from "kysely";
import { present } from "../domain/terms/index.ts";
import type { Tables } from "./sql-tables.ts";

/** Moves a counter on by `count` and gives its new value; its row stays ours until the transaction ends. */
export async function advance(db: Kysely<Tables>, name: Tables["counters"]["name"], count: number): Promise<number> {
  const row = await db.updateTable("counters").set((eb) => ({ value: eb("value", "+", count) })).where("name", "=", name).returning("value").executeTakeFirst();
  return present(row, `the counter \`${name}\``).value;
}

/** The value of a counter; 0 where nothing was counted yet. */
export async function valueOf(db: Kysely<Tables>, name: Tables["counters"]["name"]): Promise<number> {
  const row = await db.selectFrom("counters").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value ?? 0;
}
