// Statute: the statute book of one day. Between two days on which anything begins or ends the book is the same, so there is
// one for each such stretch. A book is written as it is read: asking for a day costs a search among the stretches, and only
// what is asked of the book is looked up, once.
import { covers, type Digest, type LawId, type Period, type PlainDate } from "../terms/index.ts";
import { ENTRY_KINDS } from "./field-tables.ts";
import type { Dated, Entry, EntryOf } from "./language.ts";
import type { Rulebook, Statute } from "./rulebook.ts";

type Book = Omit<Statute, "day" | "hash">;
type Kind = Entry["kind"];
type Shelves = { readonly [K in Kind]: EntryOf<K>[] };
type LookUps = Pick<Rulebook, "find" | "get" | "all">;

/** Statutes kept by day; more days than this are asked for in sweeps, which do not come back. */
const KEPT_DAYS = 4096;

/**
 * The function `on` of a rulebook. A draft is no law: it stands in no statute book.
 * @param all look-ups of these entries
 */
export function statutes(entries: readonly Entry[], hash: Digest, all: LookUps = lookUps(entries)): (day: PlainDate) => Statute {
  const law = entries.filter((entry) => entry.draft !== true);
  const turns = turningDays(law);
  const shelves = law.length === entries.length ? all : lookUps(law);
  const byAct = measuresByAct(shelves.all("measure"));
  const books = new Map<number, Book>();
  const byDay = new Map<PlainDate, Statute>();
  return (day) => {
    const kept = byDay.get(day);
    if (kept !== undefined) return kept;
    const stretch = stretchOf(turns, day);
    const book = books.get(stretch) ?? openBook(shelves, byAct, day);
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
    addTurns(entry, days);
    const dated = datedValuesOf(entry);
    for (const field in dated) for (const version of dated[field] ?? []) addTurns(version, days);
  }
  return [...days].sort();
}

function addTurns({ from, until }: Partial<Period>, days: Set<PlainDate>): void {
  if (from !== undefined) days.add(from);
  if (until !== undefined) days.add(until);
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

function measuresByAct(measures: readonly EntryOf<"measure">[]): ReadonlyMap<LawId, readonly EntryOf<"measure">[]> {
  const byAct = new Map<LawId, EntryOf<"measure">[]>();
  for (const measure of measures) {
    for (const act of measure.acts) {
      const others = byAct.get(act);
      if (others === undefined) byAct.set(act, [measure]);
      else others.push(measure);
    }
  }
  return byAct;
}

function openBook(law: LookUps, byAct: ReadonlyMap<LawId, readonly EntryOf<"measure">[]>, day: PlainDate): Book {
  /** Entries as they read on the day, each the same whenever it is asked for. */
  const readEntries = new Map<LawId, readonly Entry[]>();
  const shelves = emptyShelves();
  const measures = new Map<LawId, readonly EntryOf<"measure">[]>();

  function read<E extends Entry>(entry: E): readonly Entry[] {
    const kept = readEntries.get(entry.id);
    if (kept !== undefined) return kept;
    const then = covers(entry, day) ? [asOf(entry, day)] : [];
    readEntries.set(entry.id, then);
    return then;
  }

  /** Onto an empty shelf, which is full and closed from then on. */
  function readAll<K extends Kind>(kind: K, entries: readonly EntryOf<K>[], shelf: EntryOf<K>[]): readonly EntryOf<K>[] {
    for (const entry of entries) for (const then of read(entry)) if (isOfKind(then, kind)) shelf.push(then);
    return Object.freeze(shelf);
  }

  function find(id: LawId): Entry | undefined {
    const entry = law.find(id);
    return entry === undefined ? undefined : read(entry)[0];
  }

  function get<K extends Kind>(kind: K, id: LawId): EntryOf<K> | undefined {
    const entry = find(id);
    return entry !== undefined && isOfKind(entry, kind) ? entry : undefined;
  }

  function all<K extends Kind>(kind: K): readonly EntryOf<K>[] {
    const shelf: EntryOf<K>[] = shelves[kind];
    return Object.isFrozen(shelf) ? shelf : readAll(kind, law.all(kind), shelf);
  }

  function measuresOn(act: LawId): readonly EntryOf<"measure">[] {
    const found = measures.get(act) ?? readAll("measure", byAct.get(act) ?? [], []);
    measures.set(act, found);
    return found;
  }

  return { find, get, all, measuresOn };
}

/** Looking up entries by id and kind. */
export function lookUps(entries: readonly Entry[]): LookUps {
  const byId = new Map<LawId, Entry>();
  const shelves = emptyShelves();
  for (const entry of entries) {
    byId.set(entry.id, entry);
    putOn(shelves, entry.kind, entry);
  }
  for (const shelf of Object.values(shelves)) Object.freeze(shelf);
  function get<K extends Kind>(kind: K, id: LawId): EntryOf<K> | undefined {
    const entry = byId.get(id);
    return entry !== undefined && isOfKind(entry, kind) ? entry : undefined;
  }
  function all<K extends Kind>(kind: K): readonly EntryOf<K>[] {
    return shelves[kind];
  }
  return { find: (id) => byId.get(id), get, all };
}

function emptyShelves(): Shelves {
  return Object.assign(Object.create(null), Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, []])));
}

function putOn<K extends Kind>(shelves: Shelves, kind: K, entry: Entry): void {
  const shelf: EntryOf<K>[] = shelves[kind];
  if (isOfKind(entry, kind)) shelf.push(entry);
}

export function isOfKind<K extends Kind>(entry: Entry, kind: K): entry is EntryOf<K> {
  return entry.kind === kind;
}

type DatedField<E> = { readonly [F in keyof E]-?: E[F] extends Dated<unknown> ? F : never }[keyof E];
type DatedKind = { readonly [K in Kind]: [DatedField<EntryOf<K>>] extends [never] ? never : K }[Kind];

/** The values by date of each kind that has any; a kind or field that is missing here does not compile. */
const DATED: { readonly [K in DatedKind]: (entry: EntryOf<K>) => { readonly [F in DatedField<EntryOf<K>>]: Dated<unknown> } } = {
  list: ({ criteria, end, exits }) => ({ criteria, end, exits }),
  measure: ({ amount, force }) => ({ amount, force }),
  "record-type": ({ publicationMonths, retentionMonths }) => ({ publicationMonths, retentionMonths }),
  procedure: ({ steps }) => ({ steps }),
};

function datedValuesOf(entry: Entry): Readonly<Record<string, Dated<unknown>>> {
  switch (entry.kind) {
    case "list":
      return DATED.list(entry);
    case "measure":
      return DATED.measure(entry);
    case "record-type":
      return DATED["record-type"](entry);
    case "procedure":
      return DATED.procedure(entry);
    default:
      return undated(entry.kind);
  }
}

/** Takes no kind of DATED: a case that is missing above does not compile. */
function undated(_kind: Exclude<Kind, DatedKind>): Readonly<Record<string, Dated<unknown>>> {
  return NOTHING_DATED;
}

const NOTHING_DATED: Readonly<Record<string, Dated<unknown>>> = {};

/** The entry as it read on the day: versions that begin later are cut away. */
export function asOf<E extends Entry>(entry: E, day: PlainDate): E {
  const dated = Object.entries(datedValuesOf(entry));
  if (dated.every(([, versions]) => versions.every((version) => version.from === undefined || version.from <= day))) return entry;
  return Object.freeze({ ...entry, ...Object.fromEntries(dated.map(([field, versions]) => [field, cut(versions, day)])) });
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
