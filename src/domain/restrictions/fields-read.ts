// Fields read: which kinds of record the law draws anything from, and which of their fields its conditions read. Read from a book of law
// alone; for whoever wants to suppose a record and has to say what it states.
import type { LawId } from "../terms/index.ts";
import { childrenOf, type Criterion, type Field, type RecordType, type Rulebook, type Statute } from "../rules/index.ts";

export interface KindOfRecord {
  readonly type: RecordType;
  /** In the order of the law: those a condition reads about such a record. */
  readonly fields: readonly Field[];
}

type Book = Pick<Rulebook, "all"> | Pick<Statute, "all">;

/** The kinds of record that may set off a measure, or count in a list's criteria, cause or loss; by their ids. */
export function kindsThatCount(book: Book): readonly KindOfRecord[] {
  const read = fieldsReadIn(book);
  return book.all("record-type").flatMap((type) => {
    const names = read.get(type.id);
    return names === undefined ? [] : [{ type, fields: type.fields.filter(({ name }) => names.has(name)) }];
  }).sort((a, b) => (a.type.id < b.type.id ? -1 : 1));
}

/** A book of law has the same lists each time it is asked. */
const KNOWN = new WeakMap<object, ReadonlyMap<LawId, ReadonlySet<string>>>();

/** By kind of record: the names of the fields that some condition reads; empty where its being there is enough. */
function fieldsReadIn(book: Book): ReadonlyMap<LawId, ReadonlySet<string>> {
  const lists = book.all("list");
  const known = KNOWN.get(lists) ?? collected(book);
  KNOWN.set(lists, known);
  return known;
}

function collected(book: Book): ReadonlyMap<LawId, ReadonlySet<string>> {
  const found = new Map<LawId, Set<string>>();
  const note = (type: LawId, names: readonly string[]): void => {
    found.set(type, new Set([...(found.get(type) ?? []), ...names]));
  };
  const visit = (criterion: Criterion): void => {
    if (criterion.kind === "records") note(criterion.type, criterion.where === undefined ? [] : recordFieldsOf(criterion.where));
    childrenOf(criterion).forEach(visit);
  };
  for (const list of book.all("list")) {
    for (const version of list.criteria) version.value.forEach(visit);
    for (const criterion of [list.entailed, list.lostWhen]) if (criterion !== undefined) visit(criterion);
  }
  for (const memorandum of book.all("memorandum")) memorandum.conditions.forEach(visit);
  for (const measure of book.all("measure")) {
    measure.conditions.forEach(visit);
    const { trigger } = measure;
    if (trigger.kind === "record") note(trigger.type, [...(trigger.where === undefined ? [] : recordFieldsOf(trigger.where)), ...measure.conditions.flatMap(recordFieldsOf)]);
    if (trigger.kind === "commitment") note(trigger.type, ["broken"]);
    const reported = trigger.kind === "grade" ? book.all("grade").find(({ id }) => id === trigger.type)?.recordType : undefined;
    if (reported !== undefined) note(reported, ["grade"]);
  }
  // The tiers of repair read what the record says of itself: they settle the way out, and make no kind count that nothing else draws on.
  for (const repair of book.all("repair")) {
    const names = repair.tiers.flatMap((tier) => (tier.when === undefined ? [] : recordFieldsOf(tier.when)));
    for (const type of repair.covers) if (found.has(type)) note(type, names);
  }
  return found;
}

/** Fields of the record at hand, wherever in the condition they are read; a condition on other records is about those. */
function recordFieldsOf(criterion: Criterion): readonly string[] {
  if (criterion.kind === "records") return [];
  if (criterion.kind !== "holds") return childrenOf(criterion).flatMap(recordFieldsOf);
  const paths = [...criterion.compiled.paths, ...(criterion.unknownWhen?.compiled.paths ?? [])];
  return paths.flatMap((path) => (path.startsWith("record.") ? [path.slice("record.".length).split(".")[0] ?? ""] : []));
}

/** The fields to be stated about a record of a kind: those that some condition reads. */
export function fieldsOfKind(book: Book, type: LawId): readonly Field[] {
  return kindsThatCount(book).find((kind) => kind.type.id === type)?.fields ?? [];
}
