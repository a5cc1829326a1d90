// Browse the law: one way along it, filtered and in pages: every entry by kind, authorities, lists, memoranda, measures, or the
// instruments things rest on. Reads the rulebook, decides nothing.
import { bodyOf, err, ok, parsePlainDate, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
import { valueOn, type Entry, type EntryOf } from "../domain/rules/index.ts";
import { cascadeOf, type CascadeCounts } from "../domain/survey/index.ts";
import { isEntryOf, referencesIn, shelvesOn, type LawShelves, type LawStanding, type Shelved } from "./law-shelves.ts";
import { problem, type Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";

export const LAW_WAYS = ["kind", "authority", "list", "memorandum", "measure", "article"] as const;
export type LawWay = (typeof LAW_WAYS)[number];
export const LAW_ROWS_PER_PAGE = 50;

/** What is chosen, by the name of the filter; unknown names and values find what they find. */
export type LawFilters = Readonly<Record<string, string | undefined>>;

export interface BrowseRequest {
  readonly way: string;
  readonly on?: string | undefined;
  readonly filters?: LawFilters;
  readonly page?: number;
  /** Bodies of law that are shown; default all. */
  readonly bodies?: ReadonlySet<string>;
}

export interface LawRow extends Shelved {
  /** Numbers worth knowing of such an entry: measures, lists, authorities, entries that rest on it. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface LawFacet {
  readonly name: string;
  readonly choices: readonly { readonly value: string; readonly count: number }[];
}

export interface BrowseAnswer {
  readonly way: LawWay;
  readonly on: PlainDate;
  readonly rulebook: string;
  readonly total: number;
  readonly first: number;
  readonly rows: readonly LawRow[];
  readonly facets: readonly LawFacet[];
}

export function isLawWay(way: string): way is LawWay {
  return LAW_WAYS.some((known) => known === way);
}

export function browseLaw(registry: Registry, { way, on, filters = {}, page = 1, bodies }: BrowseRequest): Result<BrowseAnswer, Problem> {
  if (!isLawWay(way)) return err(problem("input-invalid", `\`${way}\` is no way along the law`, `Choose one of: ${LAW_WAYS.join(", ")}.`));
  const day = on === undefined ? ok(today(registry)) : parsePlainDate(on);
  if (!day.ok) return err(problem("day-invalid", day.error, "Give the day of the statute book as YYYY-MM-DD."));
  const shelves = shelvesOn(registry.rulebook, day.value);
  const rules = FILTERS[way](shelves);
  const shown = shelves.all.filter((each) => KINDS_OF_WAY[way] === undefined || KINDS_OF_WAY[way] === each.entry.kind).filter((each) => bodies === undefined || bodies.has(bodyOf(each.entry.id)));
  const standing = shown.filter((each) => isStanding(each, filters) && isPeople(each, filters));
  const passes = (each: Shelved, but?: string): boolean => rules.every(({ name, of }) => name === but || (filters[name] ?? "") === "" || of(each).includes(filters[name] ?? ""));
  const weigh = WEIGHT[way](shelves, registry);
  const found = standing.filter((each) => passes(each)).map((each) => ({ each, weight: weigh(each) })).toSorted((a, b) => b.weight - a.weight).map(({ each }) => each);
  const first = (page - 1) * LAW_ROWS_PER_PAGE;
  return ok({
    way, on: day.value, rulebook: registry.rulebook.hash, total: found.length, first: found.length === 0 ? 0 : first + 1,
    rows: found.slice(first, first + LAW_ROWS_PER_PAGE).map((each) => ({ ...each, counts: countsOf(registry, shelves, each) })),
    facets: [standingFacet(shown.filter((each) => isPeople(each, filters))), peopleFacet(shown.filter((each) => isStanding(each, filters))), ...rules.map(({ name, of }) => facetOf(name, of, standing.filter((each) => passes(each, name))))],
  });
}

const KINDS_OF_WAY: Readonly<Record<LawWay, Entry["kind"] | undefined>> = { kind: undefined, authority: "authority", list: "list", memorandum: "memorandum", measure: "measure", article: "instrument" };

function isStanding({ standing }: Shelved, filters: LawFilters): boolean {
  switch (filters["standing"] ?? "") {
    case "":
    case "inForce":
      return standing === "inForce";
    case "any":
      return true;
    default:
      return standing === filters["standing"];
  }
}

function isPeople({ people }: Shelved, filters: LawFilters): boolean {
  switch (filters["people"] ?? "") {
    case "with":
      return true;
    case "only":
      return people;
    default:
      return !people;
  }
}

interface FilterRule {
  readonly name: string;
  readonly of: (shelved: Shelved) => readonly string[];
}

const BODY: FilterRule = { name: "body", of: ({ entry }) => [bodyOf(entry.id)] };
const CONFIDENCE: FilterRule = { name: "confidence", of: ({ entry }) => [entry.confidence] };

/** A filter over entries of one kind; an entry of another kind has none of its values. */
function filter<K extends Entry["kind"]>(name: string, kind: K, of: (entry: EntryOf<K>) => readonly (string | undefined)[]): FilterRule {
  return { name, of: ({ entry }) => (isEntryOf(entry, kind) ? of(entry).flatMap((value) => value ?? []) : []) };
}

const FILTERS: Readonly<Record<LawWay, (shelves: LawShelves) => readonly FilterRule[]>> = {
  kind: () => [{ name: "kind", of: ({ entry }) => [entry.kind] }, BODY, CONFIDENCE],
  authority: () => [filter("level", "authority", ({ level }) => [level]), filter("power", "authority", ({ powers }) => powers), BODY, CONFIDENCE],
  list: () => [filter("colour", "list", ({ colour }) => [colour]), filter("domain", "list", ({ domain }) => [domain]), filter("owner", "list", ({ owner }) => [owner]), BODY, CONFIDENCE],
  memorandum: (shelves) => [filter("list", "memorandum", ({ clauses }) => clauses.flatMap((id) => listsOf(shelves, id))), filter("authority", "memorandum", ({ parties, clauses }) => [...parties.map((party) => party.authority), ...clauses.flatMap((id) => authorityOf(shelves, id))]), BODY, CONFIDENCE],
  measure: ({ day, find }) => [
    filter("effect", "measure", ({ effects }) => effects), filter("force", "measure", ({ force }) => [valueOn(force, day)]), filter("act", "measure", ({ acts }) => acts), filter("authority", "measure", ({ authority }) => [authority]),
    filter("memorandum", "measure", ({ memorandum }) => [memorandum]), filter("list", "measure", ({ trigger }) => (trigger.kind === "list" ? trigger.lists : [])),
    filter("owner", "measure", ({ trigger }) => (trigger.kind === "list" ? trigger.lists.map((list) => ownerOf(find(list))) : [])), BODY, CONFIDENCE,
  ],
  article: () => [filter("rank", "instrument", ({ rank }) => [rank]), filter("domain", "instrument", ({ domains }) => domains), BODY, CONFIDENCE],
};

function listsOf({ find }: LawShelves, clause: LawId): readonly LawId[] {
  const entry = find(clause)?.entry;
  return entry?.kind === "measure" && entry.trigger.kind === "list" ? entry.trigger.lists : [];
}

function ownerOf(list: Shelved | undefined): LawId | undefined {
  return list?.entry.kind === "list" ? list.entry.owner : undefined;
}

function authorityOf({ find }: LawShelves, clause: LawId): readonly LawId[] {
  const entry = find(clause)?.entry;
  return entry?.kind === "measure" ? [entry.authority] : [];
}

/** By what the rows are sorted, most first; equals keep the order of their ids. */
const WEIGHT: Readonly<Record<LawWay, (shelves: LawShelves, registry: Registry) => (shelved: Shelved) => number>> = {
  kind: () => () => 0,
  authority: (shelves) => ({ entry }) => (shelves.listsOf.get(entry.id)?.length ?? 0) * 3 + (shelves.measuresBy.get(entry.id)?.length ?? 0),
  list: (shelves) => ({ entry }) => shelves.measuresAfter.get(entry.id)?.length ?? 0,
  memorandum: () => ({ entry }) => (entry.kind === "memorandum" ? entry.clauses.length : 0),
  measure: () => () => 0,
  article: (_shelves, { rulebook }) => { const { restingOn } = referencesIn(rulebook); return ({ entry }) => restingOn.get(entry.id)?.length ?? 0; },
};

function countsOf({ rulebook }: Registry, shelves: LawShelves, { entry }: Shelved): Readonly<Record<string, number>> {
  switch (entry.kind) {
    case "authority": {
      const measures = shelves.measuresBy.get(entry.id) ?? [];
      return { lists: shelves.listsOf.get(entry.id)?.length ?? 0, measures: measures.length, memoranda: new Set(measures.flatMap((measure) => measure.memorandum ?? [])).size };
    }
    case "list": {
      const counts = listCascadeCounts(shelves, entry.id);
      const direct = new Set((shelves.measuresAfter.get(entry.id) ?? []).map((measure) => measure.authority)).size;
      return counts === undefined ? {} : { measures: counts.measures + counts.favours, authorities: Math.max(counts.authorities, direct), follows: counts.lists };
    }
    case "memorandum":
      return { clauses: entry.clauses.length, authorities: new Set(entry.clauses.flatMap((id) => authorityOf(shelves, id))).size, lists: new Set(entry.clauses.flatMap((id) => listsOf(shelves, id))).size };
    case "instrument": {
      const rests = referencesIn(rulebook).restingOn.get(entry.id) ?? [];
      return { rests: new Set(rests.map((rest) => rest.entry)).size, articles: new Set(rests.flatMap((rest) => rest.basis.article ?? [])).size };
    }
    default:
      return {};
  }
}

export function listCascadeCounts(shelves: LawShelves, list: LawId): CascadeCounts | undefined {
  return cascadeOf(shelves.book, list)?.counts;
}

function facetOf(name: string, of: FilterRule["of"], shown: readonly Shelved[]): LawFacet {
  const counts = new Map<string, number>();
  for (const each of shown) for (const value of new Set(of(each))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return { name, choices: [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count) };
}

const STANDINGS: readonly LawStanding[] = ["inForce", "notYet", "ended", "draft"];

function standingFacet(shown: readonly Shelved[]): LawFacet {
  const choices = STANDINGS.map((value) => ({ value, count: shown.filter((each) => each.standing === value).length })).filter(({ value, count }) => count > 0 || value === "inForce");
  return { name: "standing", choices: [...choices, { value: "any", count: shown.length }] };
}

function peopleFacet(shown: readonly Shelved[]): LawFacet {
  const only = shown.filter((each) => each.people).length;
  return { name: "people", choices: [{ value: "without", count: shown.length - only }, { value: "only", count: only }, { value: "with", count: shown.length }] };
}

export interface LawCounts {
  readonly on: PlainDate;
  readonly rulebook: string;
  readonly kinds: readonly { readonly kind: Entry["kind"]; readonly inForce: number; readonly other: number; readonly drafts: number; readonly people: number }[];
}

/** How much law there is, by kind: in force on the day, before or after it, proposed, about persons. */
export function countLaw(registry: Registry, on: PlainDate, bodies?: ReadonlySet<string>): LawCounts {
  const shown = shelvesOn(registry.rulebook, on).all.filter((each) => bodies === undefined || bodies.has(bodyOf(each.entry.id)));
  const kinds = [...Map.groupBy(shown, (each) => each.entry.kind)].map(([kind, each]) => {
    const count = (is: (shelved: Shelved) => boolean): number => each.filter(is).length;
    return { kind, inForce: count((one) => one.standing === "inForce" && !one.people), other: count((one) => (one.standing === "notYet" || one.standing === "ended") && !one.people), drafts: count((one) => one.standing === "draft"), people: count((one) => one.people) };
  });
  return { on, rulebook: registry.rulebook.hash, kinds };
}
