// The queries that must stay fast in a log of millions: events by key, type or position, and names by their search forms.
// Positions are found first, from index rows alone; only what was found is read. (`cross join` keeps SQLite to that order.)
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { ReadQuery } from "./ledger.ts";
import { endOfPrefix } from "./order.ts";
import type { SqlDifferences } from "./sql-differences.ts";
import type { EventRow, NamesTable, Tables } from "./sql-tables.ts";

const COLUMNS = [
  "events.position", "events.recorded_at", "events.origin_node", "events.origin_position", "events.batch", "events.matter", "events.type", "events.version",
  "events.office", "events.officer", "events.files", "events.visibility", "events.commitment", "bodies.body",
] as const;

/** Events of a query without its limit, in order of position. */
export function eventsQuery(db: Kysely<Tables>, differences: SqlDifferences, query: ReadQuery): Query<EventRow> {
  const after = query.after ?? 0;
  const upTo = query.upTo ?? Number.MAX_SAFE_INTEGER;
  if (query.keys === undefined && query.types === undefined) {
    return db.selectFrom("events").leftJoin("bodies", "bodies.position", "events.position").select(COLUMNS)
      .where("events.position", ">", after).where("events.position", "<=", upTo).orderBy("events.position");
  }
  const found = query.keys === undefined
    ? db.selectFrom("events").select("position").where(differences.isAnyText("type", query.types ?? [])).where("position", ">", after).where("position", "<=", upTo)
    : db.selectFrom("event_keys").select("position").distinct().where(differences.isAnyText("key", query.keys)).where("position", ">", after).where("position", "<=", upTo);
  const joined = db.selectFrom(found.as("found"))
    .crossJoin("events").whereRef("events.position", "=", "found.position")
    .leftJoin("bodies", "bodies.position", "events.position").select(COLUMNS);
  const typed = query.keys === undefined || query.types === undefined ? joined : joined.where(differences.isAnyText("events.type", query.types));
  return typed.orderBy("events.position");
}

export interface NameRank {
  readonly text: string;
  readonly rank: "exact" | "prefix" | "inside";
  readonly column: "levelled" | "pinyin" | "initials" | "blocks";
  readonly limit: number;
}

/** Names of one rank in one column, without those of the ranks before it. A name that several events gave comes once. */
export function namesQuery(db: Kysely<Tables>, differences: SqlDifferences, { text, rank, column, limit }: NameRank): Query<Omit<NamesTable, "position" | "ordinal">> {
  if (column === "blocks") {
    return db.selectFrom("name_blocks").crossJoin("names").whereRef("names.position", "=", "name_blocks.position").whereRef("names.ordinal", "=", "name_blocks.ordinal")
      .select(["file", "text", "levelled", "pinyin", "initials", "blocks"]).distinct().where("block", "=", text).orderBy("file").orderBy("text").limit(limit);
  }
  const names = db.selectFrom("names").select(["file", "text", "levelled", "pinyin", "initials", "blocks"]).distinct()
    .orderBy(column).orderBy("file").orderBy("text").limit(limit);
  if (rank === "exact") return names.where(column, "=", text);
  if (rank === "prefix") return names.where(column, ">", text).where(column, "<", endOfPrefix(text));
  return names.where(differences.contains(column, text)).where((eb) => eb.or([eb(column, "<", text), eb(column, ">=", endOfPrefix(text))]));
}

/** Those of the blocks that stand in the index of blocks; one look at the index each, however many names have them. */
export function blocksQuery({ textRows }: SqlDifferences, blocks: readonly string[]): RawBuilder<{ readonly text: string }> {
  return sql<{ readonly text: string }>`select asked.text from ${textRows(blocks)} as asked where exists (select 1 from name_blocks where name_blocks.block = asked.text)`;
}

export interface GivenWindow {
  readonly after: number;
  readonly upTo: number;
  readonly holding: readonly string[] | undefined;
}

/** Names given in a window of positions, with the batches of their events. */
export function givenNamesQuery(db: Kysely<Tables>, differences: SqlDifferences, { after, upTo, holding }: GivenWindow): Query<GivenRow> {
  const names = db.selectFrom("names").crossJoin("events").whereRef("events.position", "=", "names.position")
    .select(["names.position", "names.ordinal", "names.file", "names.text", "names.levelled", "events.batch"])
    .where("names.position", ">", after).where("names.position", "<=", upTo).orderBy("names.position").orderBy("names.ordinal");
  return holding === undefined ? names : names.where((eb) => eb.or(holding.map((piece) => differences.contains("names.levelled", piece))));
}

export type GivenRow = Pick<NamesTable, "position" | "ordinal" | "file" | "text" | "levelled"> & { readonly batch: string | null };

interface Query<Row> {
  execute(): Promise<Row[]>;
  compile(): { readonly sql: string; readonly parameters: readonly unknown[] };
}
