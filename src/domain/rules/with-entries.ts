// A rulebook in which some entries read otherwise: a cheap overlay over the loaded one, made by the thousand when the law is mutated.
// Everything but those entries is the very same object as before.
import { assert, covers, type LawId, type PlainDate } from "../terms/index.ts";
import type { Entry, EntryOf } from "./language.ts";
import type { Rulebook, Statute } from "./rulebook.ts";
import { asOf, isOfKind } from "./statute.ts";

/** @param changed entries the rulebook already holds, of the same id and kind */
export function withEntries(rulebook: Rulebook, changed: readonly Entry[]): Rulebook {
  const own = new Map(changed.map((entry) => [entry.id, entry]));
  const days = new Map<PlainDate, Statute>();
  const looked = lookedUp(rulebook, own, (entry) => entry);
  return {
    ...rulebook,
    get entries(): readonly Entry[] {
      return rulebook.entries.map((entry) => own.get(entry.id) ?? entry);
    },
    get people(): readonly Entry[] {
      return rulebook.people.map((entry) => own.get(entry.id) ?? entry);
    },
    ...looked,
    on: (day) => {
      const statute = days.get(day) ?? statuteOf(rulebook.on(day), own, day);
      days.set(day, statute);
      return statute;
    },
  };
}

type Own = ReadonlyMap<LawId, Entry>;
type LookUps = Pick<Statute, "find" | "get" | "all">;

function statuteOf(statute: Statute, own: Own, day: PlainDate): Statute {
  const looked = lookedUp(statute, own, (entry) => (entry.draft !== true && covers(entry, day) ? asOf(entry, day) : undefined));
  const measures = [...own.values()].filter((entry) => entry.kind === "measure");
  return {
    day, hash: statute.hash, ...looked,
    measuresOn: (act) => {
      const others = statute.measuresOn(act);
      if (!measures.some((measure) => measure.acts.includes(act))) return others;
      const changed = measures.flatMap((measure) => looked.get("measure", measure.id) ?? []).filter((measure) => measure.acts.includes(act));
      return inOrder([...others.filter((measure) => !own.has(measure.id)), ...changed]);
    },
  };
}

/** `seen`: what the book shows of an entry that reads otherwise; undefined: it is not in it. */
function lookedUp(book: LookUps, own: Own, seen: (entry: Entry) => Entry | undefined): LookUps {
  const shelves = new Map<Entry["kind"], readonly Entry[]>();
  const kinds = new Set([...own.values()].map((entry) => entry.kind));
  function find(id: LawId): Entry | undefined {
    const entry = own.get(id);
    return entry === undefined ? book.find(id) : seen(entry);
  }
  function get<K extends Entry["kind"]>(kind: K, id: LawId): EntryOf<K> | undefined {
    const entry = find(id);
    return entry !== undefined && isOfKind(entry, kind) ? entry : undefined;
  }
  function all<K extends Entry["kind"]>(kind: K): readonly EntryOf<K>[] {
    if (!kinds.has(kind)) return book.all(kind);
    const shelf = shelves.get(kind) ?? shelfOf(kind);
    shelves.set(kind, shelf);
    assert(isShelfOf(shelf, kind), "a shelf holds entries of one kind");
    return shelf;
  }
  function shelfOf(kind: Entry["kind"]): readonly Entry[] {
    const changed = [...own.values()].filter((entry) => entry.kind === kind).flatMap((entry) => seen(entry) ?? []);
    return inOrder([...book.all(kind).filter((entry) => !own.has(entry.id)), ...changed]);
  }
  return { find, get, all };
}

/** Of id, as every shelf is. */
function inOrder<E extends Entry>(entries: E[]): readonly E[] {
  return entries.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isShelfOf<K extends Entry["kind"]>(shelf: readonly Entry[], kind: K): shelf is readonly EntryOf<K>[] {
  return shelf[0] === undefined || isOfKind(shelf[0], kind);
}
