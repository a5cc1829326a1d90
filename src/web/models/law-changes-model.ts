// Changes of the law to pages: the differences of two days, turning day by turning day, and the choices by which a reader narrows them
// to what concerns a sector, a region, an authority or a list.
import type { LawChange } from "../../domain/survey/index.ts";
import type { EntryOf } from "../../domain/rules/index.ts";
import type { ChangesBetween, ChangesFor, Registry } from "../../service/index.ts";
import type { LawChangesModel, LawChangeView, LawDiffModel, LawFilterView, Names } from "../portal/index.ts";
import { bodyOf } from "./frame.ts";
import { basisView, LAW_KINDS } from "./law-views.ts";

type Query = Readonly<Record<string, string>>;

export function changeView({ kind, on, entry, entryKind, names, words, people, memorandum, replacedBy, basis }: LawChange): LawChangeView {
  return {
    what: kind, on, entry, kind: entryKind, names, words, basis: basis.map(basisView), ...(people === true ? { people } : {}), ...(memorandum === undefined ? {} : { memorandum }), ...(replacedBy === undefined ? {} : { replacedBy }),
  };
}

export const CHANGES_PER_PAGE = 100;

export function diffModel(registry: Registry, answer: ChangesBetween, query: Query, page: number, bodies: ReadonlySet<string>): Omit<LawDiffModel, "presets"> {
  const sorted = [...Map.groupBy(answer.changes, (change) => change.entryKind)].toSorted(([a], [b]) => LAW_KINDS.indexOf(a) - LAW_KINDS.indexOf(b));
  const first = (page - 1) * CHANGES_PER_PAGE;
  const changes = sorted.flatMap(([, of]) => of).slice(first, first + CHANGES_PER_PAGE).map(changeView);
  const total = answer.changes.length;
  return {
    from: answer.from, to: answer.to, all: answer.all, changes, filters: concernFilters(registry, query, bodies, ["kind", "authority", "sector", "region", "people"]), total, first: total === 0 ? 0 : first + 1,
    counts: sorted.map(([kind, of]) => ({ kind, began: of.filter((change) => change.kind === "began").length, ended: of.filter((change) => change.kind === "ended").length, changed: of.filter((change) => change.kind === "changed").length })),
    ...(page > 1 ? { previous: String(page - 1) } : {}), ...(first + CHANGES_PER_PAGE < total ? { next: String(page + 1) } : {}),
  };
}

export function changesModel(registry: Registry, answer: ChangesFor, query: Query, bodies: ReadonlySet<string>): LawChangesModel {
  return { filters: concernFilters(registry, query, bodies, ["sector", "region", "authority", "list", "kind", "people"]), more: answer.more, days: answer.days.map(({ day, announced, changes }) => ({ day, announced, changes: changes.map(changeView) })) };
}

type ConcernFilter = "kind" | "authority" | "list" | "sector" | "region" | "people";

function concernFilters(registry: Registry, query: Query, bodies: ReadonlySet<string>, names: readonly ConcernFilter[]): readonly LawFilterView[] {
  return names.map((name) => ({ name, chosen: query[name] ?? "", choices: choicesOf(registry, name, bodies) }));
}

function choicesOf({ rulebook }: Registry, name: ConcernFilter, bodies: ReadonlySet<string>): LawFilterView["choices"] {
  const byName = (a: { readonly names: Names }, b: { readonly names: Names }): number => (a.names.en < b.names.en ? -1 : 1);
  const ofBody = <E extends { readonly id: string }>(entries: readonly E[]): readonly E[] => entries.filter((entry) => bodies.has(bodyOf(entry.id)));
  const terms = (taxonomy: EntryOf<"term">["taxonomy"]): readonly EntryOf<"term">[] => ofBody(rulebook.all("term")).filter((term) => term.taxonomy === taxonomy);
  switch (name) {
    case "sector":
    case "region":
      return terms(name).map(({ value, names }) => ({ value, names }));
    case "authority": {
      const active = new Set<string>([...rulebook.all("list").map((list) => list.owner), ...rulebook.all("measure").map((measure) => measure.authority)]);
      return ofBody(rulebook.all("authority")).filter((authority) => active.has(authority.id)).toSorted(byName).map(({ id, names }) => ({ value: id, names }));
    }
    case "list":
      return ofBody([...rulebook.all("list")]).toSorted(byName).map(({ id, names }) => ({ value: id, names }));
    case "kind":
      return LAW_KINDS.filter((kind) => rulebook.all(kind).length > 0).map((value) => ({ value }));
    case "people":
      return [{ value: "without" }, { value: "only" }];
  }
}
