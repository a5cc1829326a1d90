// Migrations: how the tables came to be, in order. One that has run is never edited; a change is a new one at the end.
// Each database remembers number and digest of what ran, so that a program older or other than its data stops in time.
import { sql, type Kysely } from "kysely";
import { ok } from "../domain/terms/index.ts";
import { digestOf } from "./commitment.ts";
import { LedgerFault } from "./ledger-types.ts";
import type { SqlDatabase } from "./sql-database.ts";
import type { SqlDifferences } from "./sql-differences.ts";
import type { Tables } from "./sql-tables.ts";

export interface Migration {
  readonly name: string;
  readonly statements: (words: SqlDifferences["words"]) => readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [
  {
    name: "the log, its keys and names, what was told, settings and counters",
    statements: ({ text, whole, bytes, clustered, table }) => [
      `create table events (position ${whole} primary key check (position > 0), recorded_at ${text} not null, origin_node ${text} not null, origin_position ${whole} not null,
        batch ${text}, matter ${text}, type ${text} not null, version ${whole} not null, office ${text}, officer ${text}, files ${text} not null, visibility ${text} not null,
        commitment ${text} not null) ${table}`,
      `create index events_by_type on events (type, position)`,
      `create index events_by_time on events (recorded_at, position)`,
      `create table bodies (position ${whole} primary key references events (position), salt ${bytes} not null, body ${text} not null) ${table}`,
      `create table event_keys (key ${text} not null, position ${whole} not null references events (position), primary key (key, position)) ${clustered}`,
      `create table names (position ${whole} not null references events (position), ordinal ${whole} not null, file ${text} not null, text ${text} not null,
        levelled ${text} not null, pinyin ${text} not null, initials ${text} not null, blocks ${text} not null, primary key (position, ordinal)) ${clustered}`,
      `create index names_by_levelled on names (levelled)`,
      `create index names_by_pinyin on names (pinyin)`,
      `create index names_by_initials on names (initials)`,
      `create table name_blocks (block ${text} not null, position ${whole} not null, ordinal ${whole} not null, primary key (block, position, ordinal)) ${clustered}`,
      `create index name_blocks_by_position on name_blocks (position)`,
      `create table told (sequence ${whole} primary key, key ${text} not null unique, what ${text} not null, files ${text} not null, day ${text} not null,
        known ${whole} not null, rulebook ${text} not null, detail ${text} not null) ${table}`,
      `create table settings (name ${text} primary key, value ${text} not null) ${clustered}`,
      `create table counters (name ${text} primary key, value ${whole} not null) ${clustered}`,
      `insert into counters (name, value) values ('position', 0), ('file', 0), ('told', 0)`,
    ],
  },
  {
    name: "the rulebooks this registry was run by",
    statements: ({ text, bytes, table }) => [`create table rulebooks (hash ${text} primary key, format ${text} not null, compiled ${bytes} not null, files ${bytes} not null) ${table}`],
  },
  {
    name: "files handed in with events",
    statements: ({ text, whole, bytes, table }) => [
      `create table attachments (id ${text} primary key, position ${whole} not null references events (position), content ${bytes} not null) ${table}`,
      `create index attachments_by_position on attachments (position)`,
    ],
  },
  {
    name: "messages to be sent",
    statements: ({ text, whole, bytes, table }) => [
      `create table outbox (sequence ${whole} primary key, key ${text} not null unique, recipient ${text} not null, subject ${text} not null, text ${text} not null,
        state ${text} not null, not_before ${text} not null, tries ${whole} not null, claim ${whole} not null, claimed_until ${text}, error ${text}, changed_at ${text}) ${table}`,
      `create index outbox_by_state on outbox (state, not_before)`,
      `create table outbox_files (key ${text} not null references outbox (key), ordinal ${whole} not null, name ${text} not null, media_type ${text} not null,
        content ${bytes} not null, primary key (key, ordinal)) ${table}`,
      `insert into counters (name, value) values ('outbox', 0)`,
    ],
  },
  {
    name: "keys that sign, and apart from them the private part of the one in use",
    statements: ({ text, whole, bytes, table }) => [
      `create table signing_keys (sequence ${whole} primary key, kid ${text} not null unique, x ${text} not null, made_at ${text} not null, retired_at ${text},
        revoked_since ${text}, revoked_from ${text}, revoked_at ${text}, reason ${text}) ${table}`,
      `create table signing_secrets (kid ${text} primary key references signing_keys (kid), secret ${bytes} not null) ${table}`,
      `insert into counters (name, value) values ('signing-key', 0)`,
    ],
  },
  {
    name: "organisations somebody watches",
    statements: ({ text, clustered }) => [`create table watch_lists (token ${text} primary key, label ${text} not null, files ${text} not null) ${clustered}`],
  },
  {
    name: "who is told of what they watch",
    statements: ({ text, whole, table }) => [
      `create table watch_alerts (id ${text} primary key, token ${text} not null, kind ${text} not null, target ${text} not null, language ${text} not null, pace ${text} not null,
        state ${text} not null, why ${text} not null, code ${text} not null unique, secret ${text} not null, site ${text} not null, told ${text} not null, sent ${whole} not null, due ${text} not null) ${table}`,
      `create index watch_alerts_by_list on watch_alerts (token)`,
    ],
  },
];

/** Runs what has not run; several processes may come at once, one of them does it. */
export async function migrate(database: SqlDatabase, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  const { words, tableNamed, migrationLock } = database.differences;
  const current = await database.read(async (db) => {
    const { rows } = await tableNamed("migrations").execute(db);
    return typeof rows[0]?.found === "string" && (await countRan(db, migrations, words)) === migrations.length;
  });
  if (current) return;
  await database.write(async ({ db }) => {
    if (migrationLock !== null) await sql.raw(migrationLock).execute(db);
    await sql`create table if not exists migrations (number ${sql.raw(words.whole)} primary key, name ${sql.raw(words.text)} not null, sha256 ${sql.raw(words.text)} not null) ${sql.raw(words.table)}`.execute(db);
    const ran = await countRan(db, migrations, words);
    for (const [index, migration] of migrations.entries()) {
      if (index < ran) continue;
      for (const statement of migration.statements(words)) await sql.raw(statement).execute(db);
      await db.insertInto("migrations").values({ number: index + 1, name: migration.name, sha256: digestOfMigration(migration, words) }).execute();
    }
    return ok(undefined);
  });
}

/** How many of ours ran here, in our order and our wording; anything else is a fault. */
async function countRan(db: Kysely<Tables>, migrations: readonly Migration[], words: SqlDifferences["words"]): Promise<number> {
  const rows = await db.selectFrom("migrations").selectAll().orderBy("number").execute();
  if (rows.length > migrations.length) {
    throw new LedgerFault("newer", `The data was made by a newer version of this program: it has ${rows.length} migrations where this program knows ${migrations.length}.`, "Update this program, or open a copy of the data made before the update.");
  }
  for (const [index, row] of rows.entries()) {
    const migration = migrations[index];
    if (migration === undefined || row.number !== index + 1 || row.sha256 !== digestOfMigration(migration, words)) {
      throw new LedgerFault("altered", `Migration ${row.number} (\`${row.name}\`) of the data is not the one this program has.`, "Open the data with the program that made it; a migration that has run is never edited, a change is a new one.");
    }
  }
  return rows.length;
}

function digestOfMigration(migration: Migration, words: SqlDifferences["words"]): string {
  return digestOf([migration.name, ...migration.statements(words)].join(";\n"));
}
