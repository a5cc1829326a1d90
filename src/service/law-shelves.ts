// Law shelves: all of the law as a reader of one day walks along it: what is in force, what is not yet, no longer or only proposed, who
// owns and does what, what rests on which article. Worked out once for a rulebook and a day; read by the verbs that browse.
import { covers, type LawId, type PlainDate } from "../domain/terms/index.ts";
import type { Basis, Entry, EntryOf, Rulebook } from "../domain/rules/index.ts";
import { openLawBook, type LawBook } from "../domain/survey/index.ts";

export type LawStanding = "inForce" | "notYet" | "ended" | "draft";

export interface Shelved<K extends Entry["kind"] = Entry["kind"]> {
  /** As the statute book of the day has it; where it is not in force, as it stands in the law files. */
  readonly entry: EntryOf<K>;
  readonly standing: LawStanding;
  /** A rule about persons, read and applied to nobody. */
  readonly people: boolean;
}

export interface LawShelves {
  readonly day: PlainDate;
  readonly book: LawBook;
  /** In order of id; rules about persons behind the others. */
  readonly all: readonly Shelved[];
  readonly find: (id: LawId) => Shelved | undefined;
  readonly of: <K extends Entry["kind"]>(kind: K) => readonly Shelved<K>[];
  /** Measures in force, by who takes them and by the list that sets them off. */
  readonly measuresBy: ReadonlyMap<LawId, readonly EntryOf<"measure">[]>;
  readonly measuresAfter: ReadonlyMap<LawId, readonly EntryOf<"measure">[]>;
  readonly listsOf: ReadonlyMap<LawId, readonly EntryOf<"list">[]>;
}

/** One place of an entry that rests on an instrument. */
export interface Rest {
  readonly entry: LawId;
  readonly basis: Basis;
}

const DAYS_KEPT = 16;
const shelvesKept = new WeakMap<Rulebook, Map<PlainDate, LawShelves>>();

export function shelvesOn(rulebook: Rulebook, day: PlainDate): LawShelves {
  const kept = shelvesKept.get(rulebook) ?? new Map<PlainDate, LawShelves>();
  shelvesKept.set(rulebook, kept);
  const found = kept.get(day);
  if (found !== undefined) return found;
  const made = makeShelves(rulebook, day);
  const [oldest] = kept.keys();
  if (kept.size >= DAYS_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(day, made);
  return made;
}

function makeShelves(rulebook: Rulebook, day: PlainDate): LawShelves {
  const book = openLawBook(rulebook, day, day);
  const shelve = (people: boolean) => (entry: Entry): Shelved => ({ entry: book.find(entry.id) ?? entry, standing: standingOf(entry, day), people });
  const all = [...rulebook.entries.map(shelve(false)), ...rulebook.people.map(shelve(true))];
  const byId = new Map(all.map((shelved) => [shelved.entry.id, shelved]));
  const measures = book.all("measure");
  return {
    day, book, all, find: (id) => byId.get(id),
    of: (kind) => all.flatMap((shelved) => shelvedAs(shelved, kind) ?? []),
    measuresBy: Map.groupBy(measures, (measure) => measure.authority),
    measuresAfter: groupedByEach(measures, (measure) => (measure.trigger.kind === "list" ? measure.trigger.lists : [])),
    listsOf: Map.groupBy(book.all("list"), (list) => list.owner),
  };
}

function standingOf(entry: Entry, day: PlainDate): LawStanding {
  if (entry.draft === true) return "draft";
  if (covers(entry, day)) return "inForce";
  return entry.from !== undefined && entry.from > day ? "notYet" : "ended";
}

export function shelvedAs<K extends Entry["kind"]>(shelved: Shelved, kind: K): Shelved<K> | undefined {
  const { entry } = shelved;
  return isEntryOf(entry, kind) ? { ...shelved, entry } : undefined;
}

export function isEntryOf<K extends Entry["kind"]>(entry: Entry, kind: K): entry is EntryOf<K> {
  return entry.kind === kind;
}

export function groupedByEach<T, K>(items: readonly T[], keysOf: (item: T) => readonly K[]): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

interface References {
  /** Entries whose text names an entry. */
  readonly namedBy: ReadonlyMap<LawId, readonly LawId[]>;
  readonly restingOn: ReadonlyMap<LawId, readonly Rest[]>;
}

const referencesKept = new WeakMap<Rulebook, References>();

/** Who names whom, and what rests on which instrument, over the whole law whatever its day. */
export function referencesIn(rulebook: Rulebook): References {
  const kept = referencesKept.get(rulebook);
  if (kept !== undefined) return kept;
  const entries = [...rulebook.entries, ...rulebook.people];
  const ids = new Map<string, LawId>(entries.map((entry) => [entry.id, entry.id]));
  const read = entries.map((entry) => ({ entry: entry.id, ...readReferences(entry, ids) }));
  const made = {
    namedBy: mapped(groupedByEach(read, ({ entry, named }) => [...named].filter((id) => id !== entry)), ({ entry }) => entry),
    restingOn: groupedByEach(read.flatMap(({ entry, bases }) => bases.map((basis): Rest => ({ entry, basis }))), ({ basis }) => [basis.instrument]),
  };
  referencesKept.set(rulebook, made);
  return made;
}

function mapped<K, T, V>(groups: ReadonlyMap<K, readonly T[]>, of: (item: T) => V): ReadonlyMap<K, readonly V[]> {
  return new Map([...groups].map(([key, items]) => [key, items.map(of)]));
}

function readReferences(entry: Entry, ids: ReadonlyMap<string, LawId>): { readonly named: ReadonlySet<LawId>; readonly bases: readonly Basis[] } {
  const named = new Set<LawId>();
  const bases = new Map<string, Basis>();
  const walk = (value: unknown): void => {
    if (typeof value === "string") {
      const id = ids.get(value);
      if (id !== undefined) named.add(id);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    if (isBasis(value)) bases.set(`${value.instrument} ${value.article ?? ""} ${value.quote ?? ""}`, value);
    for (const [name, inner] of Object.entries(value)) if (name !== "compiled") walk(inner);
  };
  walk(entry);
  return { named, bases: [...bases.values()] };
}

function isBasis(value: object): value is Basis {
  return "instrument" in value && typeof value.instrument === "string" && "confidence" in value;
}
