// SQLite in memory as a peer, twice: better-sqlite3, the fastest general store for Node, and Node's own node:sqlite. Facts and law are
// tables; one prepared statement joins them and gives what binds, an office may decide, or favours. The listings lie in order of their codes.
import { DatabaseSync } from "node:sqlite";
import { assemblerOf, idOfListing, NO_END, type Found } from "../check-answer.ts";
import { onFile, type CheckFacts } from "../check-facts.ts";
import type { BenchLaw } from "../check-law.ts";
import { peerModule, runs, type Held, type Peer } from "./peer.ts";

/** What both have: rows as arrays, which both give faster than objects. */
interface Database {
  run(text: string): void;
  insert(text: string): (...values: readonly (string | number)[]) => void;
  select<T>(text: string): (...values: readonly (string | number)[]) => readonly T[];
  close(): void;
}

/** What is used of better-sqlite3, which is not installed with the project and so has no types here. */
interface BetterSqlite {
  new (path: string): BetterDatabase;
}
interface BetterDatabase {
  exec(text: string): void;
  prepare(text: string): { run(...values: readonly (string | number)[]): void; raw(): { all<T>(...values: readonly (string | number)[]): readonly T[] } };
  close(): void;
}

/** better-sqlite3 holding all the facts; undefined where it is not installed. */
export function openBetterSqlite(held: Held): Peer | undefined {
  const module = peerModule("better-sqlite3");
  if (!isBetterSqlite(module)) return undefined;
  const opened = runs("better-sqlite3", () => new module(":memory:"));
  if (opened === undefined) return undefined;
  return peerOf("better-sqlite3", held, {
    run: (text) => opened.exec(text),
    insert: (text) => {
      const statement = opened.prepare(text);
      return (...values) => statement.run(...values);
    },
    select: (text) => {
      const statement = opened.prepare(text).raw();
      return (...values) => statement.all(...values);
    },
    close: () => opened.close(),
  });
}

function isBetterSqlite(module: unknown): module is BetterSqlite {
  return typeof module === "function";
}

/** Node's own SQLite holding all the facts; it is always there. */
export function openNodeSqlite(held: Held): Peer {
  const opened = new DatabaseSync(":memory:");
  return peerOf("node:sqlite", held, {
    run: (text) => opened.exec(text),
    insert: (text) => {
      const statement = opened.prepare(text);
      return (...values) => void statement.run(...values);
    },
    select: <T>(text: string) => {
      const statement = opened.prepare(text);
      statement.setReturnArrays(true);
      return (...values: readonly (string | number)[]) => {
        const rows: readonly unknown[] = statement.all(...values);
        if (!areArrays<T>(rows)) throw new Error("assertion failed: rows come as arrays");
        return rows;
      };
    },
    close: () => opened.close(),
  });
}

function areArrays<T>(rows: readonly unknown[]): rows is readonly T[] {
  return rows.every(Array.isArray);
}

function peerOf(name: string, { facts, law }: Held, database: Database): Peer {
  fillFacts(database, facts);
  fillLaw(database, law);
  const [found, named] = [database.select<Found>(QUESTION), database.select<readonly [string, string]>("select file, name from organisation where code = ?")];
  const assemble = assemblerOf(law);
  const acts = new Map(law.acts.map((act, number) => [act, number]));
  return {
    name, organisations: facts.organisations,
    // Whoever is not on file is on no list: one reading is enough.
    check: (code, act, on) => {
      const [organisation] = named(code);
      return organisation === undefined ? assemble(null, []) : assemble({ file: organisation[0], name: organisation[1] }, found(code, acts.get(act) ?? -1, on));
    },
    close: () => database.close(),
  };
}

/**
 * The question's values come from a row of their own: compared with a bound value directly, SQLite plans the join anew for every question
 * (it may look at what is bound), which makes it five times as slow. For the same reason nothing is analysed.
 */
const QUESTION = `
  select sets_off.measure, listing.list, listing.listing, listing.first, listing.until
  from (select ? as code, ? as act, ? as day) as asked
  cross join listing on listing.code = asked.code and listing.first <= asked.day and listing.until > asked.day
  cross join sets_off on sets_off.act = asked.act and sets_off.list = listing.list and sets_off.first <= asked.day and sets_off.until > asked.day`;

/** First in the order they come in, then in the order of their codes: pages filled one after another are full and lie together. */
function fillFacts(database: Database, facts: CheckFacts): void {
  for (const statement of ["pragma journal_mode = off", "pragma temp_store = memory", "create table arrived (code text, listing text, list int, first int, until int)", "begin"]) database.run(statement);
  const insert = database.insert("insert into arrived values (?, ?, ?, ?, ?)");
  for (const { code, listings } of facts.all()) for (const { listing, list, from, until } of listings) insert(code, idOfListing(listing), list, from, until ?? NO_END);
  database.run("create table came (code text, file text, name text)");
  const name = database.insert("insert into came values (?, ?, ?)");
  for (let organisation = 0; organisation < facts.organisations; organisation += 1) name(facts.listedCode(organisation), onFile(facts, organisation).file, onFile(facts, organisation).name);
  database.run("commit");
  database.run("create table organisation (code text primary key, file text, name text) without rowid");
  database.run("insert into organisation select code, file, name from came order by code");
  database.run("drop table came");
  database.run("create table listing (code text, listing text, list int, first int, until int, primary key (code, listing)) without rowid");
  database.run("insert into listing select code, listing, list, first, until from arrived order by code, listing");
  database.run("drop table arrived");
}

function fillLaw(database: Database, law: BenchLaw): void {
  database.run("create table sets_off (act int, list int, measure int, first int, until int, primary key (act, list, measure)) without rowid");
  const insert = database.insert("insert into sets_off values (?, ?, ?, ?, ?)");
  law.measures.forEach(({ act, lists, from, until }, number) => {
    for (const list of lists) insert(law.acts.indexOf(act), list, number, from, until ?? NO_END);
  });
}
