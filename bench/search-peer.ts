// The peer of the name search: pg_trgm in the PostgreSQL of the tests, tuned: GIN over levelled names, pinyin and initials, b-trees for
// what is exact, plans made for each question, indexes in memory. It is handed levelled names and questions, which it could not make.
import { Client } from "pg";
import { levelName, readCharacters } from "../src/domain/identity/index.ts";
import { startPostgres, type TestPostgres } from "../test/support/postgres.ts";
import type { InventedName } from "./invented-names.ts";
import type { Asked, SearchClass } from "./search-questions.ts";

export interface Trigrams {
  ask(kind: SearchClass, asked: Asked): Promise<number>;
  readonly bytesPerName: number;
  /** Classes it is asked less of: a question takes it a long time. */
  readonly slow: readonly SearchClass[];
  stop(): Promise<void>;
}

const ROWS_EACH = 20_000;
const SETTINGS = ["shared_buffers=1GB", "work_mem=64MB", "maintenance_work_mem=1GB", "effective_cache_size=4GB", "random_page_cost=1.1", "jit=off", "fsync=off", "autovacuum=off"];

/** Undefined where there is no PostgreSQL here, or none with the extension. */
export async function openTrigrams(names: readonly InventedName[], say: (line: string) => void): Promise<Trigrams | undefined> {
  let server: TestPostgres;
  try {
    server = await startPostgres(SETTINGS);
  } catch (fault) {
    say(`pg_trgm is absent: ${fault instanceof Error ? fault.message : String(fault)}`);
    return undefined;
  }
  const client = await clientOfTrigrams(server.url);
  if (client === undefined) {
    say("pg_trgm is absent: this PostgreSQL does not have the extension, or not for Chinese");
    await server.stop();
    return undefined;
  }
  const start = performance.now();
  await fill(client, names);
  const filled = performance.now();
  for (const statement of INDEXES) await client.query(statement);
  say(`pg_trgm: ${((filled - start) / 1000).toFixed(1)} s to fill, ${((performance.now() - filled) / 1000).toFixed(1)} s for its indexes`);
  const { rows } = await client.query<{ readonly bytes: string }>("select pg_total_relation_size('organisation_names') as bytes");
  return {
    slow: ["inside-2", "typo"],
    bytesPerName: Number(rows[0]?.bytes ?? 0) / names.length,
    async ask(kind, { text }) {
      const [name, statement] = QUESTIONS[kind];
      const { rowCount } = await client.query({ name, text: statement, values: [kind === "code" ? text : levelName(text)] });
      return rowCount ?? 0;
    },
    async stop() {
      await client.end();
      await server.stop();
    },
  };
}

/** Trigrams of Chinese need a database that knows its characters for letters. */
async function clientOfTrigrams(url: string): Promise<Client | undefined> {
  const first = new Client({ connectionString: url });
  await first.connect();
  await first.query("create database trigrams template template0 lc_collate 'C' lc_ctype 'C.UTF-8'");
  await first.end();
  const client = new Client({ connectionString: url.replace(/\/[^/]*$/, "/trigrams") });
  await client.connect();
  const { rows } = await client.query("select 1 from pg_available_extensions where name = 'pg_trgm'");
  if (rows.length === 0) return undefined;
  await client.query("create extension pg_trgm");
  await client.query("set plan_cache_mode = force_custom_plan; set pg_trgm.word_similarity_threshold = 0.5");
  const { rows: made } = await client.query<{ readonly trigrams: readonly string[] }>("select show_trgm('重庆') as trigrams");
  if ((made[0]?.trigrams.length ?? 0) > 0) return client;
  await client.end();
  return undefined;
}

async function fill(client: Client, names: readonly InventedName[]): Promise<void> {
  await client.query("create unlogged table organisation_names (number int, code text, levelled text, pinyin text, initials text)");
  for (let from = 0; from < names.length; from += ROWS_EACH) {
    const rows = names.slice(from, from + ROWS_EACH).map(({ text, code }, index) => {
      const levelled = levelName(text);
      const said = readCharacters(levelled);
      return [from + index + 1, code, levelled, said.join(""), said.map((syllable) => syllable.charAt(0)).join("")] as const;
    });
    await client.query("insert into organisation_names select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[])", [0, 1, 2, 3, 4].map((column) => rows.map((row) => row[column])));
  }
}

const INDEXES = [
  "create index by_code on organisation_names (code)", "create index by_levelled on organisation_names (levelled)",
  "create index by_trigram on organisation_names using gin (levelled gin_trgm_ops)", "create index by_pinyin on organisation_names using gin (pinyin gin_trgm_ops)",
  "create index by_initials on organisation_names using gin (initials gin_trgm_ops)", "vacuum analyze organisation_names",
];

const INSIDE = "select number from organisation_names where levelled like '%' || $1 || '%' limit 20";

/** The name of a prepared statement, and its text. */
const QUESTIONS: Readonly<Record<SearchClass, readonly [string, string]>> = {
  "code": ["code", "select number from organisation_names where code = $1 limit 20"],
  "exact": ["exact", "select number from organisation_names where levelled = $1 limit 20"],
  "prefix-4": ["prefix", "select number from organisation_names where levelled like $1 || '%' limit 20"],
  "inside-2": ["inside", INSIDE],
  "inside-3": ["inside", INSIDE],
  "traditional": ["inside", INSIDE],
  "pinyin": ["pinyin", "select number from organisation_names where pinyin like '%' || $1 || '%' limit 20"],
  "initials-5": ["initials", "select number from organisation_names where initials like '%' || $1 || '%' limit 20"],
  "typo": ["typo", "select number from organisation_names where $1 <% levelled or $1 <% pinyin limit 20"],
};
