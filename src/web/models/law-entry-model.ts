// An entry of the law to its page: its values by version, steps and tables where they read better, worked examples, what uses it.
import type { EntryOf, Grade, GradeScheme, Procedure, ScoreScheme } from "../../domain/rules/index.ts";
import { LINT_RULE_TEXTS, shelvesOn, type ExampleRun, type LawEntryAnswer, type LawShelves, type Registry } from "../../service/index.ts";
import { fieldsOf, valueOf, type GradeView, type LawEntryModel, type Names, type ScoreView, type StepView, type ValueView, type Version } from "../portal/index.ts";
import { lintView } from "./law-lint-model.ts";
import { basisView, draftOf, lifeOf, noteOf, versions } from "./law-views.ts";

export function lawEntryModel(registry: Registry, answer: LawEntryAnswer, runs: readonly ExampleRun[]): LawEntryModel {
  const { entry } = answer;
  const shelves = shelvesOn(registry.rulebook, answer.day);
  const shown = shownApart(shelves, answer);
  return {
    id: entry.id, kind: entry.kind, names: entry.names, ...lifeOf(entry), confidence: entry.confidence, ...noteOf(entry), basis: entry.basis.map(basisView), at: entry.at, ...draftOf(entry),
    people: shelves.book.isAboutPersons(entry.id), inForce: shelves.find(entry.id)?.standing === "inForce", ...shown.views,
    values: fieldsOf({ ...entry }, answer.day).filter((field) => !shown.fields.includes(field.name)).map((field) => ({ ...field, versions: field.versions.map((version) => ({ ...version, value: valueNamed(registry, field.name, version.value) })) })),
    lint: lintView(registry, entry, answer.day),
    examples: runs.map(({ example, questions, differences }) => ({
      id: example.id, names: example.name, given: withNames(registry, valueOf(example.given)), expected: questions.map(({ words, differences: found }) => ({ names: words, holds: found.length === 0 })), citation: example.citation.map(basisView),
      holds: differences.length === 0,
    })),
    usedBy: entry.kind === "score-scheme" ? answer.namedBy.filter((id) => shelves.find(id)?.entry.kind !== "score-rule") : answer.namedBy, presets: [],
  };
}

/** What has a form of its own, and the fields that need not be shown again. */
function shownApart(shelves: LawShelves, { entry, day }: LawEntryAnswer): { readonly views: Pick<LawEntryModel, "steps" | "grades" | "score" | "way">; readonly fields: readonly string[] } {
  switch (entry.kind) {
    case "procedure":
      return { views: { steps: stepsOf(entry, day) }, fields: ["steps"] };
    case "grade":
      return { views: { grades: gradesOf(entry) }, fields: ["grades"] };
    case "score-scheme":
      return { views: { score: scoreOf(shelves, entry) }, fields: ["bands", "benefits", "start", "minimum", "maximum", "keeper"] };
    case "authority":
      return { views: { way: "authority" }, fields: [] };
    case "instrument":
      return { views: { way: "article" }, fields: [] };
    default:
      return { views: {}, fields: [] };
  }
}

function stepsOf(procedure: Procedure, day: string): readonly Version<readonly StepView[]>[] {
  return versions(procedure.steps, day, (steps) => {
    const names = (id: string): Names => steps.find((step) => step.id === id)?.names ?? { en: id };
    return steps.map(({ id, kind, names: own, by, after, within, optional, states, officers, superiorConsent, legalReview, substitute, outcomes, automatic, extends: extended, records, basis }) => ({
      id, kind, names: own, by, after: after.map(names), optional, states, officers, superiorConsent, legalReview, outcomes, automatic, basis: basis.map(basisView),
      ...(within === undefined ? {} : { within: { count: within.count, unit: within.unit, from: names(within.from) } }), ...(substitute === undefined ? {} : { substitute }),
      ...(extended === undefined ? {} : { extends: names(extended) }), ...(records === undefined ? {} : { records: records.type }),
    }));
  });
}

function gradesOf(scheme: GradeScheme): readonly GradeView[] {
  return scheme.grades.map(gradeView);
}

function gradeView({ value, names, minimum, below, rules }: Grade): GradeView {
  return { value, names, rules, ...(minimum === undefined ? {} : { minimum }), ...(below === undefined ? {} : { below }) };
}

function scoreOf(shelves: LawShelves, scheme: ScoreScheme): ScoreView {
  const { keeper, start, minimum, maximum, bands, benefits } = scheme;
  const rows = shelves.of("score-rule").filter(({ entry }) => entry.scheme === scheme.id).map(({ entry }) => ({
    id: entry.id, names: entry.names, tiers: entry.tiers.map(({ names, points, per }) => ({ names, points, ...(per === undefined ? {} : { per }) })), onceWith: entry.onceWith, protectedMatters: entry.protectedMatters, ...noteOf(entry),
    ...(entry.authority === undefined ? {} : { authority: entry.authority }), ...(entry.limit === undefined ? {} : { limit: entry.limit }), ...(entry.setsTo === undefined ? {} : { setsTo: entry.setsTo }),
  }));
  return {
    bands: bands.map(gradeView), benefits, rows, ...(keeper === undefined ? {} : { keeper }), ...(start === undefined ? {} : { start }), ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }),
  };
}

/** Words of the taxonomies, regions and rules of the linter by their names; the rest as it stands. */
function valueNamed(registry: Registry, field: string, value: ValueView): ValueView {
  if (value.kind === "items") return { ...value, items: value.items.map((item) => valueNamed(registry, field, item)) };
  if (value.kind !== "text") return withNames(registry, value);
  const taxonomy = TAXONOMIES[field];
  const names = taxonomy !== undefined ? registry.rulebook.all("term").find((term) => term.taxonomy === taxonomy && term.value === value.text)?.names : field === "rule" ? Object.entries(LINT_RULE_TEXTS).find(([rule]) => rule === value.text)?.[1].names : undefined;
  return names === undefined ? value : { kind: "names", names };
}

const TAXONOMIES: Readonly<Record<string, EntryOf<"term">["taxonomy"]>> = { domain: "domain", domains: "domain", regions: "region", region: "region", sectors: "sector", statuses: "status" };

/** Fields of records and listings are named by the law that defines them. */
function withNames(registry: Registry, value: ValueView): ValueView {
  if (value.kind === "items") return { ...value, items: value.items.map((item) => withNames(registry, item)) };
  if (value.kind !== "fields") return value;
  return { ...value, fields: value.fields.map((field) => { const names = fieldNames(registry).get(field.name); return { ...field, value: withNames(registry, chosen(registry, field.name, field.value)), ...(names === undefined ? {} : { names }) }; }) };
}

/** A choice by its name, a sum of money as one. */
function chosen(registry: Registry, field: string, value: ValueView): ValueView {
  if (value.kind === "items") return { ...value, items: value.items.map((item) => chosen(registry, field, item)) };
  if (value.kind !== "text") return value;
  const sum = /^(\d+)(?:\.(\d{2}))? ([A-Z]{3})$/.exec(value.text);
  if (sum !== null) return { kind: "money", minor: Number(sum[1]) * 100 + Number(sum[2] ?? 0), currency: sum[3] ?? "" };
  const columns = registry.rulebook.all("template").flatMap((template) => template.columns).filter((column) => column.to === `field:${field}`);
  const names = columns.flatMap((column) => column.choices).find((choice) => choice.value === value.text)?.names;
  return names === undefined ? value : { kind: "names", names };
}

const fieldNamesOf = new WeakMap<Registry["rulebook"], ReadonlyMap<string, Names>>();

function fieldNames(registry: Registry): ReadonlyMap<string, Names> {
  const kept = fieldNamesOf.get(registry.rulebook);
  if (kept !== undefined) return kept;
  const fields = [...registry.rulebook.people, ...registry.rulebook.entries].flatMap((entry) => (entry.kind === "list" || entry.kind === "record-type" ? entry.fields : []));
  const made = new Map(fields.map((field) => [field.name, field.names]));
  fieldNamesOf.set(registry.rulebook, made);
  return made;
}

