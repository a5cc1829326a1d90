// The queries that must stay fast in a log of millions: events by key, type or position, and names by their search forms.
// Positions are found first, from index rows alone; only what was found is read. (`cross join` keeps SQLite to that order.)
import { sql, type Kysely, type RawBuilder, type SqlBool } from "kysely";
import type { KeyedQuery, ReadQuery } from "./ledger.ts";
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

export interface KeyedWindow extends KeyedQuery {
  /** The last row of the page before, and how many rows a page has; undefined: all in one. */
  readonly page?: { readonly after: Pick<KeyedRow, "key" | "position">; readonly limit: number };
}

/** Events by their keys, in order of key and position. A page is found from index rows first. Values stand in the text: COPY takes no parameters. */
export function keyedEventsQuery(db: Kysely<Tables>, { prefix, upTo, page }: KeyedWindow): Query<KeyedRow> {
  const keys = db.selectFrom("event_keys").select(["key", "position"]).where("key", ">=", sql.lit(prefix)).where("key", "<", sql.lit(endOfPrefix(prefix))).where("position", "<=", sql.lit(upTo));
  const found = page === undefined ? keys : keys.where(sql<SqlBool>`(key, position) > (${page.after.key}, ${page.after.position})`).orderBy("key").orderBy("position").limit(page.limit);
  return db.selectFrom(found.as("found")).crossJoin("events").whereRef("events.position", "=", "found.position")
    .leftJoin("bodies", "bodies.position", "events.position").select("found.key").select(COLUMNS).orderBy("found.key").orderBy("found.position");
}

export type KeyedRow = EventRow & { readonly key: string };

/** A row of `keyedEventsQuery` that came as text. */
export function keyedRowOf(fields: readonly (string | null)[]): KeyedRow {
  const row: unknown = {
    key: fields[0], position: Number(fields[1]), recorded_at: fields[2], origin_node: fields[3], origin_position: Number(fields[4]), batch: fields[5], matter: fields[6], type: fields[7],
    version: Number(fields[8]), office: fields[9], officer: fields[10], files: fields[11], visibility: fields[12], commitment: fields[13], body: fields[14],
  };
  return row as KeyedRow;
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
