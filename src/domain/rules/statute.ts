// Statute: the statute book of one day. Between two days on which anything begins or ends the book is the same, so it
// is made once for each such stretch and kept; asking for a day then costs a search among the stretches.
import { covers, type Digest, type LawId, type PlainDate } from "../terms/index.ts";
import type { Dated, Entry, EntryOf } from "./language.ts";
import type { Statute } from "./rulebook.ts";

type Book = Omit<Statute, "day" | "hash">;

/** Statutes kept by day; more days than this are asked for in sweeps, which do not come back. */
const KEPT_DAYS = 4096;

/** The function `on` of a rulebook. */
export function statutes(entries: readonly Entry[], hash: Digest): (day: PlainDate) => Statute {
  const turns = turningDays(entries);
  const books = new Map<number, Book>();
  const byDay = new Map<PlainDate, Statute>();
  return (day) => {
    const kept = byDay.get(day);
    if (kept !== undefined) return kept;
    const stretch = stretchOf(turns, day);
    const book = books.get(stretch) ?? makeBook(entries, day);
    books.set(stretch, book);
    const statute = Object.freeze({ day, hash, ...book });
    if (byDay.size >= KEPT_DAYS) byDay.clear();
    byDay.set(day, statute);
    return statute;
  };
}

/** Days on which an entry or a version begins or ends, in order. */
export function turningDays(entries: readonly Entry[]): readonly PlainDate[] {
  const days = new Set<PlainDate>();
  for (const entry of entries) {
    for (const period of [entry, ...datedValuesOf(entry).flat()]) {
      if (period.from !== undefined) days.add(period.from);
      if (period.until !== undefined) days.add(period.until);
    }
  }
  return [...days].sort();
}

/** How many turning days lie on or before the day. */
function stretchOf(turns: readonly PlainDate[], day: PlainDate): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const turn = turns[middle];
    if (turn !== undefined && turn <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function makeBook(entries: readonly Entry[], day: PlainDate): Book {
  const inForce = entries.filter((entry) => covers(entry, day)).map((entry) => asOf(entry, day));
  const { find, get, all } = lookUps(inForce);
  const byAct = Map.groupBy(
    all("measure").flatMap((measure) => measure.acts.map((act) => ({ act, measure }))),
    ({ act }) => act,
  );
  const measures = new Map([...byAct].map(([act, pairs]) => [act, Object.freeze(pairs.map(({ measure }) => measure))]));
  return { find, get, all, measuresOn: (act) => measures.get(act) ?? [] };
}

type Shelves = { readonly [K in Entry["kind"]]: EntryOf<K>[] };

/** Looking up entries by id and kind. */
export function lookUps(entries: readonly Entry[]): Pick<Statute, "find" | "get" | "all"> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const shelves = shelve(entries);
  function all<K extends Entry["kind"]>(kind: K): readonly EntryOf<K>[] {
    return shelves[kind];
  }
  function get<K extends Entry["kind"]>(kind: K, id: LawId): EntryOf<K> | undefined {
    const entry = byId.get(id);
    return entry !== undefined && isOfKind(entry, kind) ? entry : undefined;
  }
  return { find: (id) => byId.get(id), get, all };
}

function shelve(entries: readonly Entry[]): Shelves {
  const shelves: Shelves = {
    instrument: [], authority: [], identifier: [], act: [], "record-type": [], list: [], measure: [], memorandum: [], procedure: [], calendar: [], precedence: [], repair: [], grade: [], term: [],
    office: [], template: [],
  };
  for (const entry of entries) putOn(shelves, entry.kind, entry);
  for (const shelf of Object.values(shelves)) Object.freeze(shelf);
  return shelves;
}

function putOn<K extends Entry["kind"]>(shelves: Shelves, kind: K, entry: Entry): void {
  const shelf: EntryOf<K>[] = shelves[kind];
  if (isOfKind(entry, kind)) shelf.push(entry);
}

function isOfKind<K extends Entry["kind"]>(entry: Entry, kind: K): entry is EntryOf<K> {
  return entry.kind === kind;
}

function datedValuesOf(entry: Entry): readonly Dated<unknown>[] {
  switch (entry.kind) {
    case "list":
      return [entry.criteria, entry.end, entry.exits];
    case "measure":
      return [entry.amount, entry.force];
    case "record-type":
      return [entry.publicationMonths, entry.retentionMonths];
    case "procedure":
      return [entry.steps];
    default:
      return [];
  }
}

/** The entry as it read on the day: versions that begin later are cut away. */
function asOf(entry: Entry, day: PlainDate): Entry {
  if (datedValuesOf(entry).every((dated) => dated.every((version) => version.from === undefined || version.from <= day))) return entry;
  switch (entry.kind) {
    case "list":
      return Object.freeze({ ...entry, criteria: cut(entry.criteria, day), end: cut(entry.end, day), exits: cut(entry.exits, day) });
    case "measure":
      return Object.freeze({ ...entry, amount: cut(entry.amount, day), force: cut(entry.force, day) });
    case "record-type":
      return Object.freeze({ ...entry, publicationMonths: cut(entry.publicationMonths, day), retentionMonths: cut(entry.retentionMonths, day) });
    case "procedure":
      return Object.freeze({ ...entry, steps: cut(entry.steps, day) });
    default:
      return entry;
  }
}

/** A version that ends only because a later one replaces it has, before that one begins, no end to be known. */
function cut<T>(dated: Dated<T>, day: PlainDate): Dated<T> {
  const later = new Set(dated.flatMap((version) => (version.from !== undefined && version.from > day ? [version.from] : [])));
  const known = dated.filter((version) => version.from === undefined || version.from <= day);
  return Object.freeze(
    known.map((version) => {
      if (version.until === undefined || !later.has(version.until)) return version;
      const { until: _replaced, ...open } = version;
      return Object.freeze(open);
    }),
  );
}
