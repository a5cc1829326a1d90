// The ways along the law to pages: the front page, one way with its rows and filters, an authority, an instrument with its articles, and
// what a search found. Reads what the verbs answer; the law's own names go along, words are the pages'.
import type { Entry, EntryOf } from "../../domain/rules/index.ts";
import type { AuthorityInLaw, BrowseAnswer, InstrumentInLaw, LawCounts, LawFacet, LawRow, LawSearchAnswer, LawWay, Registry, Shelved } from "../../service/index.ts";
import type { AuthorityModel, InstrumentModel, LawFilterView, LawFrontModel, LawHitView, LawRowView, LawSearchModel, Names, Paged, ShelfModel, ShelfRow, TakenView } from "../portal/index.ts";
import { domainNames } from "./law-list-model.ts";
import { bodyNames } from "./law-lint-model.ts";
import { basisView, current, LAW_KINDS, lifeOf, noteOf } from "./law-views.ts";

type Query = Readonly<Record<string, string>>;

const WAY_KINDS: readonly (readonly [LawWay, Entry["kind"] | undefined])[] = [["list", "list"], ["memorandum", "memorandum"], ["measure", "measure"], ["authority", "authority"], ["article", "instrument"], ["kind", undefined]];

export function frontModel(counts: LawCounts): Pick<LawFrontModel, "kinds" | "ways"> {
  const inForce = (kind: Entry["kind"] | undefined): number => counts.kinds.filter((each) => kind === undefined || each.kind === kind).reduce((sum, each) => sum + each.inForce, 0);
  return { kinds: [...counts.kinds].sort((a, b) => LAW_KINDS.indexOf(a.kind) - LAW_KINDS.indexOf(b.kind)), ways: WAY_KINDS.map(([way, kind]) => ({ way, count: inForce(kind) })) };
}

/** Words that find something: of the lists that release most. */
export function examplesOf(answer: BrowseAnswer): readonly Names[] {
  return answer.rows.slice(0, 3).map(({ entry }) => entry.names);
}

export function shelfModel(registry: Registry, answer: BrowseAnswer, query: Query, paging: Paged): ShelfModel {
  return { way: answer.way, filters: filtersOf(registry, answer.facets, query), rows: answer.rows.map((row) => shelfRow(registry, answer.on, row)), ...paging };
}

/** A filter with one choice narrows nothing, unless it was chosen. */
export function filtersOf(registry: Registry, facets: readonly LawFacet[], query: Query): readonly LawFilterView[] {
  const shown = facets.filter((facet) => facet.choices.length > 1 || (query[facet.name] ?? "") !== "");
  return shown.map(({ name, choices }) => ({ name, chosen: query[name] ?? "", choices: choices.map((choice) => ({ ...choice, ...namesOfValue(registry, name, choice.value) })) }));
}

function namesOfValue(registry: Registry, filter: string, value: string): { readonly names?: Names } {
  switch (filter) {
    case "body":
      return { names: bodyNames(registry, value) };
    case "domain":
      return { names: domainNames(registry, value) };
    default:
      return {};
  }
}

/** Where in a long answer a page stands. */
export function paged(total: number, first: number, page: number, perPage: number): Paged {
  return { total, first, ...(page > 1 ? { previous: String(page - 1) } : {}), ...(page * perPage < total ? { next: String(page + 1) } : {}) };
}

export function lawRow({ entry, standing, people }: Shelved): LawRowView {
  return { id: entry.id, kind: entry.kind, names: entry.names, ...lifeOf(entry), confidence: entry.confidence, standing, ...(people ? { people } : {}) };
}

function shelfRow(registry: Registry, on: string, row: LawRow): ShelfRow {
  return { ...lawRow(row), counts: row.counts, ...factsOf(registry, on, row.entry) };
}

function factsOf(registry: Registry, on: string, entry: Entry): Partial<ShelfRow> {
  switch (entry.kind) {
    case "authority":
      return { level: entry.level };
    case "list":
      return { colour: entry.colour, owner: entry.owner, ...(entry.domain === undefined ? {} : { domain: domainNames(registry, entry.domain) }) };
    case "memorandum":
      return entry.signedOn === undefined ? {} : { day: entry.signedOn };
    case "measure":
      return measureFacts(entry, on);
    case "instrument":
      return { rank: entry.rank, ...(entry.issuedOn === undefined ? {} : { day: entry.issuedOn }) };
    default:
      return {};
  }
}

function measureFacts(measure: EntryOf<"measure">, on: string): Partial<ShelfRow> {
  const force = current(measure.force, on) ?? measure.force[0]?.value;
  return {
    authority: measure.authority, effects: measure.effects, acts: measure.acts, ...(force === undefined ? {} : { force }), ...(measure.memorandum === undefined ? {} : { memorandum: measure.memorandum }), ...(measure.clause === undefined ? {} : { clause: measure.clause }),
    ...(measure.trigger.kind === "list" ? { lists: measure.trigger.lists } : {}),
  };
}

export function authorityModel(answer: AuthorityInLaw): AuthorityModel {
  const { entry } = answer;
  const more = ["recordTypes", "grades", "repairs", "metrics", "memoranda", "below"] as const;
  return {
    ...lawRow(answer), level: entry.level, powers: entry.powers, basis: entry.basis.map(basisView), ...noteOf(entry), ...(entry.superior === undefined ? {} : { superior: entry.superior }),
    lists: answer.lists.map(({ list, people, counts }) => ({ list: list.id, colour: list.colour, people, measures: counts === undefined ? 0 : counts.measures + counts.favours, authorities: counts?.authorities ?? 0, follows: counts?.lists ?? 0 })),
    takes: answer.takes.map(({ memorandum, measures }) => ({ ...taken(measures, answer.on), ...(memorandum === undefined ? {} : { memorandum }) })),
    others: answer.others.map(({ authority, measures }) => ({ authority, ...taken(measures, answer.on) })),
    more: more.flatMap((what) => (answer[what].length === 0 ? [] : [{ what, entries: answer[what] }])),
  };
}

const EACH_MAX = 8;

function taken(measures: readonly EntryOf<"measure">[], on: string): TakenView {
  const counts = new Map<TakenView["effects"][number]["effect"], number>();
  for (const effect of measures.flatMap((measure) => measure.effects)) counts.set(effect, (counts.get(effect) ?? 0) + 1);
  return {
    measures: measures.length, mandatory: measures.filter((measure) => current(measure.force, on) !== "discretionary").length, effects: [...counts].map(([effect, count]) => ({ effect, count })).toSorted((a, b) => b.count - a.count),
    each: measures.length > EACH_MAX ? [] : measures.map((measure) => measure.id),
  };
}

export function instrumentModel(answer: InstrumentInLaw): InstrumentModel {
  const { entry } = answer;
  return {
    ...lawRow(answer), rank: entry.rank, ...(entry.issuedOn === undefined ? {} : { day: entry.issuedOn }),
    articles: answer.articles.map(({ article, rests }) => ({
      ...(article === undefined ? {} : { article }),
      rests: rests.map(({ entry: id, basis, kind, standing, people }) => ({ entry: id, kind, standing, confidence: basis.confidence, ...(people ? { people } : {}), ...(basis.quote === undefined ? {} : { quote: basis.quote }) })),
    })),
  };
}

export function searchModel(registry: Registry, answer: LawSearchAnswer, query: Query, paging: Paged, examples: readonly Names[]): LawSearchModel {
  const hits = answer.hits.map((hit): LawHitView => ({
    ...lawRow(hit), found: hit.found.map(({ field, text, marks, basis }) => ({ field, text, marks, ...(basis === undefined ? {} : { instrument: basis.instrument }) })),
  }));
  return { asked: answer.q, hits, filters: filtersOf(registry, answer.facets, query), examples, ...paging };
}
