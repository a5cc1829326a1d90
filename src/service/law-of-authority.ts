// One way along the law walked to its end: what an authority does in it, and what others must do for its lists; and what rests on each
// article of an instrument.
import { err, ok, parseLawId, parsePlainDate, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { Entry, EntryOf } from "../domain/rules/index.ts";
import type { CascadeCounts } from "../domain/survey/index.ts";
import { listCascadeCounts } from "./browse-law.ts";
import { groupedByEach, referencesIn, shelvedAs, shelvesOn, type LawShelves, type Rest, type Shelved } from "./law-shelves.ts";
import { problem, type Problem } from "./problem.ts";
import { todayFor, type Registry } from "./registry.ts";

export interface AuthorityInLaw extends Shelved<"authority"> {
  readonly on: PlainDate;
  readonly rulebook: string;
  readonly lists: readonly { readonly list: EntryOf<"list">; readonly people: boolean; readonly counts: CascadeCounts | undefined }[];
  /** Measures it takes, those of one memorandum together; without one: what the law itself connects. */
  readonly takes: readonly { readonly memorandum?: LawId; readonly measures: readonly EntryOf<"measure">[] }[];
  /** Measures of other authorities that a listing of its own sets off. */
  readonly others: readonly { readonly authority: LawId; readonly measures: readonly EntryOf<"measure">[] }[];
  /** Record types its lists and grades are made from. */
  readonly recordTypes: readonly LawId[];
  readonly grades: readonly LawId[];
  readonly repairs: readonly LawId[];
  readonly metrics: readonly LawId[];
  readonly memoranda: readonly LawId[];
  readonly below: readonly LawId[];
}

export function authorityInLaw(registry: Registry, text: string, on: string | undefined): Result<AuthorityInLaw, Problem> {
  const asked = askedFor(registry, text, on, "authority");
  if (!asked.ok) return asked;
  const { shelves, shelved } = asked.value;
  const { id } = shelved.entry;
  const lists = shelves.listsOf.get(id) ?? [];
  const { namedBy } = referencesIn(registry.rulebook);
  const grades = shelves.of("grade").filter(({ entry, standing }) => standing === "inForce" && entry.owner === id);
  const others = lists.flatMap((list) => shelves.measuresAfter.get(list.id) ?? []).filter((measure) => measure.authority !== id);
  const inForce = <K extends Entry["kind"]>(kind: K, is: (entry: EntryOf<K>) => boolean): readonly LawId[] => shelves.of(kind).flatMap(({ entry, standing }) => (standing === "inForce" && is(entry) ? [entry.id] : []));
  return ok({
    ...shelved, on: shelves.day, rulebook: registry.rulebook.hash,
    lists: lists.map((list) => ({ list, people: shelves.book.isAboutPersons(list.id), counts: listCascadeCounts(shelves, list.id) })),
    takes: [...Map.groupBy(shelves.measuresBy.get(id) ?? [], (measure) => measure.memorandum)].map(([memorandum, measures]) => ({ ...(memorandum === undefined ? {} : { memorandum }), measures })).toSorted((a, b) => b.measures.length - a.measures.length),
    others: [...Map.groupBy(unique(others), (measure) => measure.authority)].map(([authority, measures]) => ({ authority, measures })).toSorted((a, b) => b.measures.length - a.measures.length),
    recordTypes: inForce("record-type", (type) => grades.some(({ entry }) => entry.recordType === type.id) || (namedBy.get(type.id) ?? []).some((name) => lists.some((list) => list.id === name))),
    grades: grades.map(({ entry }) => entry.id),
    repairs: inForce("repair", (repair) => repair.decidedBy === id || repair.covers.some((covered) => lists.some((list) => list.id === covered))),
    metrics: inForce("metric", (metric) => metric.measuredBy === id),
    memoranda: inForce("memorandum", (memorandum) => memorandum.parties.some((party) => party.authority === id)),
    below: inForce("authority", (authority) => authority.superior === id),
  });
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

export interface InstrumentInLaw extends Shelved<"instrument"> {
  readonly on: PlainDate;
  readonly rulebook: string;
  /** Articles in the order of their numbers; what names none first. */
  readonly articles: readonly { readonly article?: string; readonly rests: readonly (Rest & Pick<Shelved, "standing" | "people"> & { readonly kind: Entry["kind"] })[] }[];
}

export function instrumentInLaw(registry: Registry, text: string, on: string | undefined): Result<InstrumentInLaw, Problem> {
  const asked = askedFor(registry, text, on, "instrument");
  if (!asked.ok) return asked;
  const { shelves, shelved } = asked.value;
  const rests = (referencesIn(registry.rulebook).restingOn.get(shelved.entry.id) ?? []).flatMap((rest) => {
    const by = shelves.find(rest.entry);
    return by === undefined ? [] : [{ ...rest, kind: by.entry.kind, standing: by.standing, people: by.people }];
  });
  const articles = [...groupedByEach(rests, ({ basis }) => [basis.article])].map(([article, of]) => ({ ...(article === undefined ? {} : { article }), rests: of }));
  return ok({ ...shelved, on: shelves.day, rulebook: registry.rulebook.hash, articles: articles.toSorted((a, b) => byNumber(a.article ?? "", b.article ?? "")) });
}

/** `Art. 9` before `Art. 22`: texts are compared, the numbers in them counted. */
function byNumber(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => text.replace(/\d+/g, (digits) => digits.padStart(6, "0")));
  return (x ?? "") < (y ?? "") ? -1 : (x ?? "") > (y ?? "") ? 1 : 0;
}

interface Found<K extends Entry["kind"]> {
  readonly shelves: LawShelves;
  readonly shelved: Shelved<K>;
}

function askedFor<K extends Entry["kind"]>(registry: Registry, text: string, on: string | undefined, kind: K): Result<Found<K>, Problem> {
  const id = parseLawId(text);
  if (!id.ok) return err(problem("law-entry-unknown", `\`${text}\` is no entry of the law`, "`law show` without an id lists the kinds and ids."));
  const day = on === undefined ? ok(todayFor(registry, id.value)) : parsePlainDate(on);
  if (!day.ok) return err(problem("day-invalid", day.error, "Give the day of the statute book as YYYY-MM-DD."));
  const shelves = shelvesOn(registry.rulebook, day.value);
  const found = shelves.find(id.value);
  const shelved = found === undefined ? undefined : shelvedAs(found, kind);
  if (shelved === undefined) return err(problem("law-entry-unknown", `the law has no ${kind} \`${text}\``, "`law show` without an id lists the kinds and ids."));
  return ok({ shelves, shelved });
}
