// Filter: organisations that match a text or stand on a list, narrowed by what is on file about them and by how they stand, counted by
// each, sorted, a page at a time. What the search page, its export and its JSON twin show.
import { err, ok, parsePlainDate, type FileNumber, type Language, type LawId, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import type { Asker } from "../domain/restrictions/index.ts";
import { findOrganisations, organisationsOf, type Found } from "./find-organisations.ts";
import { snapshotAt } from "./listings-snapshot.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";
import type { ActStanding } from "./standing.ts";
import { standingsOf, type BriefStanding } from "./standings.ts";
import { filesListed, type ListingDays } from "./stands-on.ts";
import { listsOf, type ListSide } from "./statistics.ts";
import { knownIfPast, workedOut, type WorkedOut } from "./worked-out.ts";

/** Of a text at most so many matches, the best, are narrowed, counted and sorted; the answer says where there are more. */
export const MATCHES_MAX = 200;
/** Without a text everybody is looked at, up to so many; and where states settle who is left, up to so many are derived. */
const [LOOKED_MAX, DERIVED_MAX] = [50_000, 5000];
const DERIVED_EACH = 100;

/** Days the filters state, by the names an address has for them. */
const FILTER_DAYS = ["listedFrom", "listedTo", "freeFrom", "freeTo"] as const satisfies readonly (keyof ListingDays)[];

export const FILTER_FIELDS = ["region", "sector", "form"] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

/** The gravest first: an organisation is in the first of them that one of its acts is in. */
export const ORGANISATION_STATES = ["bound", "undetermined", "may", "favoured", "clear"] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];

const SORTS = ["best", "name", "state", "earliest", "region"] as const;
type Sort = (typeof SORTS)[number];

export interface Filters {
  readonly list?: LawId;
  /** Every list of that kind, in place of one. */
  readonly side?: ListSide;
  /** Of one listing, on the list where one is named. */
  readonly days: ListingDays;
  /** Values of the law's taxonomies; several of one field are alternatives, none is no filter. */
  readonly fields: Readonly<Record<FilterField, readonly string[]>>;
  readonly states: readonly OrganisationState[];
  readonly sort: Sort;
}

/** The names by which an address or a command states filters. */
export const FILTER_NAMES = ["region", "sector", "form", "list", "state", ...FILTER_DAYS, "sort"] as const;

/** Filters as an address or a command states them; several values of one with commas between. A word that is none of theirs, or a list the law does not have, is a problem. */
export function readFilters({ rulebook }: Pick<Registry, "rulebook">, stated: Readonly<Partial<Record<(typeof FILTER_NAMES)[number], string>>>): Result<Filters, Problem> {
  const values = (name: (typeof FILTER_NAMES)[number]): readonly string[] => (stated[name] ?? "").split(",").filter((value) => value !== "");
  const [named = "", order = ""] = [stated["list"], stated["sort"]];
  const list = named === "" ? undefined : rulebook.all("list").find(({ id }) => id === named)?.id;
  const sort = SORTS.find((each) => each === (order === "" ? "best" : order));
  const odd = values("state").find((value) => !ORGANISATION_STATES.some((state) => state === value));
  if (odd !== undefined) return err(problem("input-invalid", `\`${odd}\` is no state of an organisation`, `Take some of ${ORGANISATION_STATES.join(", ")}.`));
  if (sort === undefined) return err(problem("input-invalid", `\`${order}\` is no order`, `Take one of ${SORTS.join(", ")}.`));
  const side = named === "burdens" || named === "favours" ? named : undefined;
  if (named !== "" && list === undefined && side === undefined) return err(problem("law-entry-unknown", `\`${named}\` is no list of the law`, "`law show` names the lists."));
  const read = FILTER_DAYS.flatMap((name) => ((stated[name] ?? "") === "" ? [] : [[name, parsePlainDate(stated[name] ?? "")] as const]));
  const wrong = read.flatMap(([, day]) => (day.ok ? [] : [day.error]))[0];
  if (wrong !== undefined) return err(problem("day-invalid", wrong, "Give days as YYYY-MM-DD."));
  const days: ListingDays = Object.fromEntries(read.flatMap(([name, day]) => (day.ok ? [[name, day.value]] : [])));
  return ok({
    days, fields: { region: values("region"), sector: values("sector"), form: values("form") },
    states: ORGANISATION_STATES.filter((state) => values("state").includes(state)), sort, ...(list === undefined ? {} : { list }), ...(side === undefined ? {} : { side }),
  });
}

/** Whether they leave anything out. */
export function narrows({ list, side, days, fields, states }: Filters): boolean {
  return list !== undefined || side !== undefined || statesDays(days) || states.length > 0 || FILTER_FIELDS.some((field) => fields[field].length > 0);
}

function statesDays(days: ListingDays): boolean {
  return FILTER_DAYS.some((name) => days[name] !== undefined);
}

interface FilterRequest extends Filters {
  /** May be empty: then everybody the filters leave. */
  readonly text: string;
  /** In which names are put in order. */
  readonly language: Language;
  /** The acts that count for a state, as `cn:act` or `mdb:act@ebrd`; absent: all. */
  readonly acts?: ReadonlySet<string>;
  readonly from: number;
  readonly limit: number;
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly known: Position;
}

/** The state of an organisation, how many of its acts are in each, and the earliest way out of what binds. */
export interface StateInActs {
  readonly state: OrganisationState;
  readonly acts: Partial<Readonly<Record<OrganisationState, number>>>;
  readonly earliest: { readonly day: PlainDate; readonly provisional: boolean } | null;
}

export interface FilteredRow {
  readonly found: Found;
  /** Absent where it was not on file at the position asked about. */
  readonly standing?: BriefStanding;
  readonly stands?: StateInActs;
}

/** A match with its state, where that is needed. */
type Stated = Pick<FilteredRow, "found" | "stands">;

export interface Filtered {
  /** The text is a person's number: nothing can be looked up. */
  readonly person: boolean;
  readonly total: number;
  /** There are more matches than were looked at. */
  readonly more: boolean;
  /** What was looked at are the best matches of a text, and not everybody. */
  readonly best: boolean;
  readonly rows: readonly FilteredRow[];
  /** How many of the matches have each value, by the other filters; states are counted where they were asked for. */
  readonly facets: { readonly [field in FilterField]: ReadonlyMap<string, number> } & { readonly state: ReadonlyMap<OrganisationState, number> | null };
}

export async function filterOrganisations(registry: Registry, asker: Asker, request: FilterRequest): Promise<Filtered> {
  const { matches, more, person } = await matchesOf(registry, asker, request);
  const narrowed = matches.filter((found) => FILTER_FIELDS.every((field) => passes(request, field, found)));
  // States are derived: of all matches only where they settle which are shown.
  const settles = request.states.length > 0 || request.sort === "state" || request.sort === "earliest";
  const looked = settles ? narrowed.slice(0, DERIVED_MAX) : narrowed;
  const states = settles ? await statesOf(registry, asker, request, looked) : undefined;
  const all = looked.map((found): Stated => { const stands = states?.get(found.file); return stands === undefined ? { found } : { found, stands }; });
  const left = request.states.length === 0 ? all : all.filter(({ stands }) => stands !== undefined && request.states.includes(stands.state));
  const sorted = left.toSorted(request.sort === "name" ? byName(request.language) : ORDERS[request.sort]);
  const shown = sorted.slice(request.from, request.from + request.limit);
  return {
    person, total: sorted.length, more: more || looked.length < narrowed.length, best: request.text !== "" && more, rows: await rowsOf(registry, asker, request, shown.map(({ found }) => found)),
    facets: {
      region: countsOf(request, matches, "region"), sector: countsOf(request, matches, "sector"), form: countsOf(request, matches, "form"),
      state: settles ? new Map([...Map.groupBy(all.flatMap(({ stands }) => stands?.state ?? []), (state) => state)].map(([state, each]) => [state, each.length])) : null,
    },
  };
}

/** The matches before they are narrowed: by the text, by lists and days, by both, or everybody where only other filters are asked for. */
async function matchesOf(registry: Registry, asker: Asker, request: FilterRequest): Promise<{ readonly matches: readonly Found[]; readonly more: boolean; readonly person: boolean }> {
  const { text, list, side, days, on, law, known } = request;
  const lists = list !== undefined ? [list] : side === undefined ? undefined : listsOf(registry, side, law);
  const files = lists === undefined && !statesDays(days) ? undefined : await filesListed(registry, asker, { ...days, ...(lists === undefined ? {} : { lists }) }, { on, law, known });
  if (text === "") {
    const all = files ?? (narrows(request) ? (await snapshotAt(registry, known)).files() : []);
    return { matches: await organisationsOf(registry, all.slice(0, LOOKED_MAX), known), more: all.length > LOOKED_MAX, person: false };
  }
  const { found, more, person } = await findOrganisations(registry, text, MATCHES_MAX);
  if (files === undefined) return { matches: found, more, person };
  const listed = new Set(files);
  return { matches: found.filter(({ file }) => listed.has(file)), more, person };
}

function passes({ fields }: FilterRequest, field: FilterField, found: Found): boolean {
  return fields[field].length === 0 || fields[field].includes(found[field] ?? "");
}

function countsOf(request: FilterRequest, matches: readonly Found[], field: FilterField): ReadonlyMap<string, number> {
  const others = FILTER_FIELDS.filter((other) => other !== field);
  const counts = new Map<string, number>();
  for (const found of matches) {
    const value = found[field];
    if (value !== null && others.every((other) => passes(request, other, found))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

const STATES_KEPT = 8;
const statesKept: WorkedOut<ReadonlyMap<FileNumber, StateInActs>> = new WeakMap();

/** The state of each; worked out once until something is appended or the day is over, so that the pages of one answer do not derive it again. */
async function statesOf(registry: Registry, asker: Asker, request: FilterRequest, founds: readonly Found[]): Promise<ReadonlyMap<FileNumber, StateInActs>> {
  const { acts, on, law, known } = request;
  const files = founds.map(({ file }) => file);
  const head = await registry.ledger.head();
  return workedOut(statesKept, registry, { question: [asker, acts === undefined ? null : [...acts], on, law, knownIfPast(known, head), registry.digest(files.join(" "))], version: [head], most: STATES_KEPT }, async () => {
    const states = new Map<FileNumber, StateInActs>();
    for (let from = 0; from < founds.length; from += DERIVED_EACH) {
      for (const { found, stands } of await rowsOf(registry, asker, request, founds.slice(from, from + DERIVED_EACH))) if (stands !== undefined) states.set(found.file, stands);
    }
    return states;
  });
}

async function rowsOf(registry: Registry, asker: Asker, { acts, on, law, known }: FilterRequest, founds: readonly Found[]): Promise<readonly FilteredRow[]> {
  const standings = await standingsOf(registry, asker, { files: founds.map(({ file }) => file), on, law, known });
  return founds.map((found) => {
    const standing = standings.get(found.file);
    return standing === undefined ? { found } : { found, standing, stands: stateIn(standing.acts.filter(({ act }) => acts?.has(act) !== false)) };
  });
}

/** The gravest state of several acts, how many are in each, and the earliest way out. */
export function stateIn(acts: readonly Pick<ActStanding, "verdict" | "possible" | "favours" | "exits">[]): StateInActs {
  const counts: Partial<Record<OrganisationState, number>> = {};
  for (const act of acts) counts[stateOfAct(act)] = (counts[stateOfAct(act)] ?? 0) + 1;
  const exits = acts.flatMap((act) => act.exits.flatMap(({ earliest, provisional }) => (earliest === undefined ? [] : [{ day: earliest, provisional: provisional === true }])));
  return { state: ORGANISATION_STATES.find((state) => (counts[state] ?? 0) > 0) ?? "clear", acts: counts, earliest: exits.toSorted((a, b) => (a.day < b.day ? -1 : 1))[0] ?? null };
}

/** The state an act is in: its verdict, or where that is clear, what may still be decided or what favours. */
export function stateOfAct(act: Pick<ActStanding, "verdict" | "possible" | "favours">): OrganisationState {
  if (act.verdict !== "clear") return act.verdict;
  return act.possible.length > 0 ? "may" : act.favours.length > 0 ? "favoured" : "clear";
}

/** Where two are alike, they stay in the order in which they were found. */
const ORDERS: Readonly<Record<Exclude<Sort, "name">, (a: Stated, b: Stated) => number>> = {
  best: () => 0,
  region: (a, b) => compare(a.found.region ?? "~", b.found.region ?? "~"),
  state: (a, b) => rankOf(a) - rankOf(b),
  earliest: (a, b) => compare(a.stands?.earliest?.day ?? "~", b.stands?.earliest?.day ?? "~"),
};

const COLLATORS = { zh: new Intl.Collator("zh-CN"), en: new Intl.Collator("en") } as const;

/** By the name a reader of the language is shown: in Chinese by pinyin, in English a Latin name where there is one. */
function byName(language: Language): (a: Stated, b: Stated) => number {
  const shown = ({ found }: Stated): string => (language === "en" ? (found.names.find((name) => !/\p{Script=Han}/u.test(name)) ?? found.name) : found.name);
  return (a, b) => COLLATORS[language].compare(shown(a), shown(b));
}

/** The answer as JSON has it: rows as they are found, each with its state, and how many have each value. */
export function filteredJson({ person, total, more, rows, facets }: Filtered, { text, known }: Pick<FilterRequest, "text" | "known">): object {
  return {
    text, person, total, more, known, found: rows.map(({ found, stands }) => ({ ...found, ...(stands === undefined ? {} : stands) })),
    facets: { region: Object.fromEntries(facets.region), sector: Object.fromEntries(facets.sector), form: Object.fromEntries(facets.form), ...(facets.state === null ? {} : { state: Object.fromEntries(facets.state) }) },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rankOf({ stands }: Stated): number {
  return stands === undefined ? ORGANISATION_STATES.length : ORGANISATION_STATES.indexOf(stands.state);
}
