// Lists to pages: a row among lists, and one list with its charter, who stands on it, and what a listing would release.
import type { ExitRule, List } from "../../domain/rules/index.ts";
import type { PlainDate } from "../../domain/terms/index.ts";
import { endIn, lawExits, shelvesOn, type LawShelves, type ListAnswer, type ListOverview, type Registry } from "../../service/index.ts";
import type { Language, ListModel, ListRow, Names, RepairView } from "../portal/index.ts";
import { groundsOf, statesGrounds } from "./file-rows.ts";
import { termNames } from "./frame.ts";
import { cascadeView } from "./law-cascade-model.ts";
import { lintView } from "./law-lint-model.ts";
import { basisView, criterionView, draftOf, lifeOf, noteOf, versions } from "./law-views.ts";

export function listRow(registry: Registry, overview: ListOverview): ListRow | undefined {
  const list = registry.rulebook.get("list", overview.list);
  if (list === undefined) return undefined;
  return {
    list: list.id, colour: list.colour, owner: list.owner, holds: list.holds, stale: overview.stale, open: overview.open, ...(list.entailed === undefined ? {} : { entailed: true }),
    ...(overview.standing === null ? {} : { today: overview.standing }),
    ...(overview.edition === null ? {} : { edition: { asOf: overview.edition.asOf, inferred: overview.edition.inferred } }),
  };
}

export function listModel(registry: Registry, answer: ListAnswer, paging: { readonly page: number; readonly perPage: number }, language: Language): ListModel {
  const { list } = answer;
  const { page, perPage } = paging;
  const newest = answer.editions.find((edition) => edition.asOf <= answer.on);
  const shelves = shelvesOn(registry.rulebook, answer.law);
  const people = shelves.book.isAboutPersons(list.id);
  const cascade = cascadeView(registry, list.id, answer.law);
  const counted = answer.open && list.entailed === undefined && (list.holds === "kept" || newest !== undefined || answer.total > 0);
  return {
    list: list.id, colour: list.colour, owner: list.owner, holds: list.holds, open: answer.open, inForce: shelves.find(list.id)?.standing === "inForce", grounds: statesGrounds(registry, list.id), ...(counted ? { today: answer.total } : {}), stale: answer.stale,
    ...(newest === undefined ? {} : { edition: { asOf: newest.asOf, inferred: newest.inferred } }),
    names: list.names, ...lifeOf(list), published: list.published, regions: list.regions.map((region) => termNames(registry, "region", region) ?? { en: region }), sectors: list.sectors.map((sector) => termNames(registry, "sector", sector) ?? { en: sector }), succession: list.succession,
    ...(list.freshForDays === undefined ? {} : { freshForDays: list.freshForDays }), ...(list.procedure === undefined ? {} : { procedure: list.procedure }), ...noteOf(list),
    basis: list.basis.map(basisView), confidence: list.confidence,
    criteria: versions(list.criteria, answer.law, (criteria) => criteria.map(criterionView)),
    ...(list.entailed === undefined ? {} : { entailed: criterionView(list.entailed) }), ...(list.lostWhen === undefined ? {} : { lostWhen: criterionView(list.lostWhen) }),
    ends: versions(list.end, answer.law, (end) => end), exits: versions(list.exits, answer.law, (exits) => exits.map(exitView)),
    ...draftOf(list), ...(people ? { people } : {}), ...(list.domain === undefined ? {} : { domain: domainNames(registry, list.domain) }), subjects: list.subjects, forbiddenBy: list.forbiddenBy.map(basisView),
    ...repairsOf(shelves, list), ...waysOut(registry, list, answer.law, people), ...(cascade === undefined ? {} : { cascade }), lint: lintView(registry, list, answer.law),
    setsOff: setOffBy(shelves, list), presets: [],
    editions: answer.editions.map(({ edition, asOf, inferred, rows, position }) => ({ edition, asOf, inferred, rows, position })),
    listings: answer.listings.map(({ file, name, listing, onDay, fields, source }) => ({
      file, name, listing, from: onDay.effectiveFrom, end: endIn(registry, list.id, onDay.end, language), originator: onDay.originator ?? list.owner, ...(onDay.decidedOn === undefined ? {} : { decidedOn: onDay.decidedOn }),
      ...(groundsOf(fields) === undefined ? {} : { grounds: groundsOf(fields) ?? "" }),
      ...(source === null ? {} : { source }),
    })),
    total: answer.total, first: answer.first,
    ...(page > 1 ? { previous: String(page - 1) } : {}), ...(page * perPage < answer.total ? { next: String(page + 1) } : {}),
  };
}

function setOffBy(shelves: LawShelves, list: List): readonly string[] {
  return [...new Set((shelves.measuresAfter.get(list.id) ?? []).map((measure) => measure.memorandum ?? measure.id))];
}

export function domainNames(registry: Registry, domain: string): Names {
  return registry.rulebook.all("term").find((term) => term.taxonomy === "domain" && term.value === domain)?.names ?? { en: domain };
}

/** Rules of repair whose coverage names the list, in force first; and the rules of precedence among them. */
function repairsOf(shelves: LawShelves, list: List): Pick<ListModel, "repairs" | "readings"> {
  const found = shelves.of("repair").filter(({ entry }) => entry.covers.includes(list.id) || entry.tiers.some((tier) => tier.covers?.includes(list.id) === true));
  const repairs = found.map(({ entry, standing }): RepairView => ({
    repair: entry.id, inForce: standing === "inForce", ...lifeOf(entry), ...(entry.decideWithin === undefined ? {} : { decideWithin: entry.decideWithin }),
    tiers: entry.tiers.filter((tier) => tier.covers === undefined || tier.covers.includes(list.id)).map(({ names, minimumMonths, maximumMonths, endsByItself }) => ({ names, endsByItself, ...(minimumMonths === undefined ? {} : { minimumMonths }), ...(maximumMonths === undefined ? {} : { maximumMonths }) })),
  })).toSorted((a, b) => Number(b.inForce) - Number(a.inForce));
  const ids = new Set(found.map(({ entry }) => entry.id));
  const readings = shelves.of("precedence").flatMap(({ entry }) => (entry.rule === "prefers" && entry.among.some((id) => ids.has(id)) ? [entry.id] : entry.rule === "transition" && (ids.has(entry.old) || ids.has(entry.replacement)) ? [entry.id] : []));
  return { repairs, readings };
}

/** What leads out of it after a listing of that day, as the bounded search of the law finds it. */
function waysOut(registry: Registry, list: List, law: PlainDate, people: boolean): Pick<ListModel, "waysOut"> {
  if (people || list.colour === "red") return {};
  const found = lawExits(registry, { list: list.id, on: law });
  if (!found.ok) return {};
  const { leads, words } = found.value;
  const told = new Map(words.en.map((en, index): [string, Names] => [en, { en, ...(words.zh[index] === undefined ? {} : { zh: words.zh[index] }) }]));
  return { waysOut: { leads, words: [...told.values()] } };
}

function exitView(exit: ExitRule): ListModel["exits"][number]["value"][number] {
  const { id, act, names, earliestMonths, conditions, decideWithin, by, basis } = exit;
  return { id, act, names, conditions, basis: basis.map(basisView), ...(earliestMonths === undefined ? {} : { earliestMonths }), ...(decideWithin === undefined ? {} : { decideWithin }), ...(by === undefined ? {} : { by }) };
}

