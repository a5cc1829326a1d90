// Search to page: what was asked of the register, as the address has it, and what came of it: rows, filters with their counts.
import { FILTER_FIELDS, ORGANISATION_STATES, type Filtered, type FilteredRow, type FilterField, type Filters, type OrganisationState, type Registry } from "../../service/index.ts";
import type { FacetView, HitView, Language, Names } from "../portal/index.ts";
import { namesFor } from "./answer-model.ts";
import { bodyOf, termNames } from "./frame.ts";

const TAXONOMIES = { region: "region", sector: "sector", form: "legal-form" } as const satisfies Record<FilterField, string>;
const FACETS: Readonly<Record<FilterField | "state" | "list", Names>> = {
  state: { en: "State", zh: "状态" }, region: { en: "Region", zh: "地区" }, sector: { en: "Sector", zh: "行业" }, form: { en: "Legal form", zh: "组织形式" }, list: { en: "On the list", zh: "在列名单" },
};
const STATE_NAMES: Readonly<Record<OrganisationState, Names>> = {
  bound: { en: "Bound", zh: "受限" }, undetermined: { en: "Undetermined", zh: "无法确定" }, may: { en: "May be bound", zh: "可能受限" }, favoured: { en: "Favoured", zh: "优待" }, clear: { en: "Clear", zh: "不受限" },
};
const SIDES: readonly (readonly [string, Names])[] = [["burdens", { en: "Any list with burdens", zh: "任一约束类名单" }], ["favours", { en: "Any list with favours", zh: "任一守信类名单" }]];
/** The commonest of a field are offered; one that was chosen always is. */
const CHOICES_MAX = 8;

/** The filters of a search, each with what may be chosen and how many matches have it. */
export function facetsOf(registry: Registry, { facets }: Filtered, asked: Filters, bodies: ReadonlySet<string>): readonly FacetView[] {
  const state: FacetView = { field: "state", names: FACETS.state, choices: ORGANISATION_STATES.map((value) => ({ value, names: STATE_NAMES[value], state: value, ...(facets.state === null ? {} : { count: facets.state.get(value) ?? 0 }), chosen: asked.states.includes(value) })) };
  const fields = FILTER_FIELDS.flatMap((field): FacetView[] => {
    const chosen = asked.fields[field];
    const counted = [...facets[field]].toSorted(([, a], [, b]) => b - a);
    const offered = [...chosen.map((value) => [value, facets[field].get(value) ?? 0] as const), ...counted.filter(([value]) => !chosen.includes(value)).slice(0, CHOICES_MAX)];
    return offered.length === 0 ? [] : [{ field, names: FACETS[field], choices: offered.map(([value, count]) => ({ value, names: termNames(registry, TAXONOMIES[field], value) ?? { en: value }, count, chosen: chosen.includes(value) })) }];
  });
  return [state, ...fields, listFacet(registry, asked.list ?? asked.side, bodies)];
}

/** Published lists of the bodies the register speaks of: one at a time. */
function listFacet(registry: Registry, asked: string | undefined, bodies: ReadonlySet<string>): FacetView {
  const lists = new Map(registry.rulebook.all("list").filter(({ id, published, entailed }) => published && entailed === undefined && bodies.has(bodyOf(id))).map(({ id, names }) => [id as string, names]));
  return { field: "list", names: FACETS.list, one: true, choices: [...SIDES, ...lists].map(([value, names]) => ({ value, names, chosen: value === asked })) };
}

/** One organisation in the table. `several`: more than one act counts, so that it is said in how many it is bound. */
export function hitView(registry: Registry, { found, standing, stands }: FilteredRow, language: Language, several: boolean): HitView {
  const [name, other] = standing === undefined ? [found.name, undefined] : namesFor(language, standing.organisation);
  const base = { file: found.file, codes: found.codes, name, foundBy: found.by, ...([found.name, name, other].includes(found.matched) ? {} : { foundText: found.matched }) };
  if (standing === undefined || stands === undefined) return base;
  const { organisation } = standing;
  const { kind, legalForm, sector, region } = organisation.attributes;
  const names = { kind: termNames(registry, "legal-form", legalForm ?? kind), sector: termNames(registry, "sector", sector), region: termNames(registry, "region", region) ?? (found.country === null ? undefined : { en: found.country }) };
  return {
    ...base, state: stands.state, ...(several ? { acts: stands.acts } : {}), ...(stands.earliest === null ? {} : { earliest: stands.earliest }), ...(other === undefined ? {} : { otherName: other }),
    ...(names.kind === undefined ? {} : { kind: names.kind }), ...(names.sector === undefined ? {} : { sector: names.sector }), ...(names.region === undefined ? {} : { region: names.region }),
  };
}

