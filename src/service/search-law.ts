// Search the law by words: entries whose names, ids, notes, quotations or articles hold every word asked for, best first, in pages.
import { bodyOf, err, ok, parsePlainDate, type PlainDate, type Result } from "../domain/terms/index.ts";
import { searchLaw as searchTexts, type LawHit } from "../domain/survey/index.ts";
import type { LawFacet, LawFilters } from "./browse-law.ts";
import { shelvesOn, type Shelved } from "./law-shelves.ts";
import { problem, type Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";

export const LAW_HITS_PER_PAGE = 25;
const QUESTION_MAX = 200;

export interface LawSearchRequest {
  readonly q: string;
  readonly on?: string | undefined;
  readonly filters?: LawFilters;
  readonly page?: number;
  readonly bodies?: ReadonlySet<string>;
}

export interface LawSearchAnswer {
  readonly q: string;
  readonly on: PlainDate;
  readonly rulebook: string;
  readonly total: number;
  readonly first: number;
  readonly hits: readonly (Shelved & Pick<LawHit, "score" | "found">)[];
  readonly facets: readonly LawFacet[];
}

export function searchLaw(registry: Registry, { q, on, filters = {}, page = 1, bodies }: LawSearchRequest): Result<LawSearchAnswer, Problem> {
  const day = on === undefined ? ok(today(registry)) : parsePlainDate(on);
  if (!day.ok) return err(problem("day-invalid", day.error, "Give the day of the statute book as YYYY-MM-DD."));
  const shelves = shelvesOn(registry.rulebook, day.value);
  const found = searchTexts(registry.rulebook, q.slice(0, QUESTION_MAX), { keep: (entry) => bodies === undefined || bodies.has(bodyOf(entry.id)) }).flatMap((hit) => {
    const shelved = shelves.find(hit.entry.id);
    return shelved === undefined ? [] : [{ ...shelved, score: hit.score, found: hit.found }];
  });
  const rules: Readonly<Record<string, (hit: Shelved) => string>> = { kind: ({ entry }) => entry.kind, standing: ({ standing }) => standing, people: ({ people }) => (people ? "only" : "without") };
  const passes = (hit: Shelved, but?: string): boolean => Object.entries(rules).every(([name, of]) => name === but || (filters[name] ?? "") === "" || of(hit) === filters[name]);
  const hits = found.filter((hit) => passes(hit));
  const first = (page - 1) * LAW_HITS_PER_PAGE;
  return ok({
    q, on: day.value, rulebook: registry.rulebook.hash, total: hits.length, first: hits.length === 0 ? 0 : first + 1, hits: hits.slice(first, first + LAW_HITS_PER_PAGE),
    facets: Object.entries(rules).map(([name, of]) => ({ name, choices: [...Map.groupBy(found.filter((hit) => passes(hit, name)), of)].map(([value, each]) => ({ value, count: each.length })).toSorted((a, b) => b.count - a.count) })),
  });
}
