// Law to pages: lists, memoranda and entries as the pages show them, as of the law's day. Reads the rulebook, decides nothing.
import type { Basis, Criterion, Dated, Entry, ExitRule, List, Measure, Memorandum, Statute } from "../../domain/rules/index.ts";
import type { PlainDate } from "../../domain/terms/index.ts";
import type { LawEntryAnswer, ListAnswer, ListOverview, Registry } from "../../service/index.ts";
import { fieldsOf, valueOf, type ClauseView, type CriterionView, type LawEntryModel, type LawIndexModel, type Language, type ListModel, type ListRow, type MemorandumModel, type MemorandumRow, type Names, type ValueView, type Version } from "../portal/index.ts";

import { endIn, groundsOf, statesGrounds } from "./file-rows.ts";
import { bodyOf, termNames } from "./frame.ts";

type CriterionNode = CriterionView;

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
  const counted = answer.open && list.entailed === undefined && (list.holds === "kept" || newest !== undefined || answer.total > 0);
  return {
    list: list.id, colour: list.colour, owner: list.owner, holds: list.holds, open: answer.open, inForce: registry.rulebook.on(answer.law).get("list", list.id) !== undefined, grounds: statesGrounds(registry, list.id), ...(counted ? { today: answer.total } : {}), stale: answer.stale,
    ...(newest === undefined ? {} : { edition: { asOf: newest.asOf, inferred: newest.inferred } }),
    names: list.names, ...lifeOf(list), published: list.published, regions: list.regions.map((region) => termNames(registry, "region", region) ?? { en: region }), sectors: list.sectors.map((sector) => termNames(registry, "sector", sector) ?? { en: sector }), succession: list.succession,
    ...(list.freshForDays === undefined ? {} : { freshForDays: list.freshForDays }), ...(list.procedure === undefined ? {} : { procedure: list.procedure }), ...noteOf(list),
    basis: list.basis.map(basisView), confidence: list.confidence,
    criteria: versions(list.criteria, answer.law, (criteria) => criteria.map(criterionView)),
    ...(list.entailed === undefined ? {} : { entailed: criterionView(list.entailed) }), ...(list.lostWhen === undefined ? {} : { lostWhen: criterionView(list.lostWhen) }),
    ends: versions(list.end, answer.law, (end) => end), exits: versions(list.exits, answer.law, (exits) => exits.map(exitView)),
    setsOff: setOffBy(registry.rulebook.on(answer.law), list), presets: [],
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

function setOffBy(statute: Statute, list: List): readonly string[] {
  const measures = statute.all("measure").filter((measure) => measure.trigger.kind === "list" && measure.trigger.lists.includes(list.id));
  return [...new Set(measures.map((measure) => measure.memorandum ?? measure.id))];
}

export function memorandumRow(registry: Registry, memorandum: Memorandum, law: PlainDate): MemorandumRow {
  const clauses = clausesOf(registry, memorandum, law);
  return {
    memorandum: memorandum.id, ...lifeOf(memorandum), ...(memorandum.signedOn === undefined ? {} : { signedOn: memorandum.signedOn }),
    lists: [...new Set(clauses.flatMap(listsOfMeasure))], authorities: new Set(clauses.map((clause) => clause.authority)).size, clauses: clauses.length,
  };
}

/** Its clauses in force on the law's day; where the memorandum itself is not in force then, all it ever had. */
function clausesOf(registry: Registry, memorandum: Memorandum, law: PlainDate): readonly Measure[] {
  const statute = registry.rulebook.on(law);
  const inForce = statute.get("memorandum", memorandum.id) !== undefined;
  return memorandum.clauses.flatMap((id) => (inForce ? statute : registry.rulebook).get("measure", id) ?? []);
}

function listsOfMeasure(measure: Measure): readonly Measure["id"][] {
  return measure.trigger.kind === "list" ? measure.trigger.lists : [];
}

export function memorandumModel(registry: Registry, memorandum: Memorandum, law: PlainDate, standing: ReadonlyMap<string, number | null>): MemorandumModel {
  const clauses = clausesOf(registry, memorandum, law);
  const lists = [...new Set(clauses.flatMap(listsOfMeasure))].flatMap((id) => registry.rulebook.get("list", id) ?? []);
  return {
    memorandum: memorandum.id, inForce: registry.rulebook.on(law).get("memorandum", memorandum.id) !== undefined, names: memorandum.names, ...(memorandum.signedOn === undefined ? {} : { signedOn: memorandum.signedOn }), ...lifeOf(memorandum), ...noteOf(memorandum),
    confidence: memorandum.confidence, basis: memorandum.basis.map(basisView),
    parties: memorandum.parties.map((party) => ({ ...party, basis: party.basis.map(basisView) })),
    lists: lists.map((list) => {
      const today = standing.get(list.id);
      return { list: list.id, owner: list.owner, ...(typeof today === "number" ? { today } : {}), criteria: current(list.criteria, law)?.flatMap((criterion) => (criterion.names === undefined ? [] : [{ names: criterion.names }])) ?? [] };
    }),
    clauses: clauses.map((clause) => clauseView(clause, law)), conditions: memorandum.conditions.map(criterionView), presets: [], ...wayBack(lists, clauses, law),
  };
}

/** Measures that end with their trigger end the day the listing ends; its lists say how one gets off them. */
function wayBack(lists: readonly List[], clauses: readonly Measure[], law: string): Pick<MemorandumModel, "wayBack"> {
  if (lists.length === 0 || !clauses.some((clause) => clause.lasts.kind === "trigger")) return {};
  const exits = [...new Map(lists.flatMap((list) => current(list.exits, law) ?? []).map((exit) => [exit.names.en, exit.names])).values()];
  if (exits.length === 0) return { wayBack: { en: "the end of the listing, as its decision states it", zh: "列入依其决定所载终止" } };
  return { wayBack: { en: exits.map((names) => names.en).join("; "), zh: exits.map((names) => names.zh ?? names.en).join("；") } };
}

function clauseView(measure: Measure, law: string): ClauseView {
  const amount = current(measure.amount, law);
  return {
    measure: measure.id, names: measure.names, ...(measure.clause === undefined ? {} : { clause: measure.clause }), authority: measure.authority, lists: listsOfMeasure(measure), exceptOwner: measure.exceptOwner,
    acts: measure.acts, effects: measure.effects, force: current(measure.force, law) ?? "mandatory", ...(amount === undefined ? {} : { amount }), reaches: measure.reaches, lasts: measure.lasts, ...lifeOf(measure),
    conditions: measure.conditions.map(criterionView), basis: measure.basis.map(basisView), confidence: measure.confidence,
  };
}

export function lawIndex(registry: Registry, byKind: ReadonlyMap<Entry["kind"], readonly Entry[]>, bodies: ReadonlySet<string>): LawIndexModel {
  const row = (entry: Entry): LawIndexModel["people"][number] => ({ id: entry.id, names: entry.names, ...lifeOf(entry), confidence: entry.confidence });
  return { groups: KINDS.flatMap((kind) => { const entries = (byKind.get(kind) ?? []).filter((entry) => bodies.has(bodyOf(entry.id))); return entries.length === 0 ? [] : [{ kind, entries: entries.map(row) }]; }), people: registry.rulebook.people.filter((entry) => bodies.has(bodyOf(entry.id))).map(row), regimes: [] };
}

/** What a reader comes for first, first; words and offices last. */
const KINDS: readonly Entry["kind"][] = ["list", "memorandum", "measure", "act", "instrument", "authority", "procedure", "repair", "record-type", "grade", "precedence", "calendar", "identifier", "template", "office", "term"];

export function lawEntryModel(registry: Registry, answer: LawEntryAnswer, holds: ReadonlyMap<string, boolean>): LawEntryModel {
  const { entry } = answer;
  return {
    id: entry.id, kind: entry.kind, names: entry.names, ...lifeOf(entry), confidence: entry.confidence, ...noteOf(entry), basis: entry.basis.map(basisView), at: entry.at,
    people: registry.rulebook.people.some((each) => each.id === entry.id), values: fieldsOf({ ...entry }, answer.day), inForce: answer.inForce,
    examples: answer.examples.map((example) => ({
      id: example.id, names: example.name, given: withNames(registry, valueOf(example.given)), expected: example.expect.map((question) => withNames(registry, valueOf(question))), citation: example.citation.map(basisView),
      ...(holds.has(example.id) ? { holds: holds.get(example.id) ?? false } : {}),
    })),
    usedBy: answer.namedBy, presets: [],
  };
}

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
  const fields = [...registry.rulebook.all("list").flatMap((list) => list.fields), ...registry.rulebook.all("record-type").flatMap((type) => type.fields)];
  const made = new Map(fields.map((field) => [field.name, field.names]));
  fieldNamesOf.set(registry.rulebook, made);
  return made;
}

export function basisView({ instrument, article, quote, confidence }: Basis): { readonly instrument: string; readonly article?: string; readonly quote?: string; readonly confidence: Basis["confidence"] } {
  return { instrument, confidence, ...(article === undefined ? {} : { article }), ...(quote === undefined ? {} : { quote }) };
}

export function criterionView(criterion: Criterion): CriterionNode {
  const head = { kind: criterion.kind, ...(criterion.id === undefined ? {} : { id: criterion.id }), ...(criterion.names === undefined ? {} : { names: criterion.names }) };
  switch (criterion.kind) {
    case "all": case "any": case "none":
      return { ...head, of: criterion.of.map(criterionView) };
    case "atLeast":
      return { ...head, count: criterion.count, of: criterion.of.map(criterionView) };
    case "exceptions":
      return { ...head, rule: criterionView(criterion.rule), unless: criterion.unless.map(criterionView) };
    case "holds":
      return { ...head, expression: criterion.expression, basis: criterion.basis.map(basisView), ...(criterion.presume === undefined ? {} : { presume: { value: criterion.presume.value, because: criterion.presume.because } }) };
    case "records":
      return { ...head, type: criterion.type, count: criterion.count, basis: criterion.basis.map(basisView), ...(criterion.months === undefined ? {} : { months: criterion.months }), ...(criterion.where === undefined ? {} : { where: criterionView(criterion.where) }) };
    case "listed":
      return { ...head, lists: criterion.lists, count: criterion.count, basis: criterion.basis.map(basisView), ...(criterion.colour === undefined ? {} : { colour: criterion.colour }) };
  }
}

function exitView(exit: ExitRule): ListModel["exits"][number]["value"][number] {
  const { id, act, names, earliestMonths, conditions, decideWithin, by, basis } = exit;
  return { id, act, names, conditions, basis: basis.map(basisView), ...(earliestMonths === undefined ? {} : { earliestMonths }), ...(decideWithin === undefined ? {} : { decideWithin }), ...(by === undefined ? {} : { by }) };
}

function versions<T, V>(dated: Dated<T>, law: string, view: (value: T) => V): readonly Version<V>[] {
  return dated.map((version) => ({
    ...(version.from === undefined ? {} : { from: version.from }), ...(version.until === undefined ? {} : { until: version.until }), value: view(version.value), basis: version.basis.map(basisView), current: isCurrent(version, law),
  }));
}

function current<T>(dated: Dated<T>, law: string): T | undefined {
  return dated.find((version) => isCurrent(version, law))?.value;
}

function isCurrent(version: { readonly from?: string; readonly until?: string }, law: string): boolean {
  return (version.from === undefined || version.from <= law) && (version.until === undefined || law < version.until);
}

function lifeOf(entry: { readonly from?: string; readonly until?: string }): { readonly from?: string; readonly until?: string } {
  return { ...(entry.from === undefined ? {} : { from: entry.from }), ...(entry.until === undefined ? {} : { until: entry.until }) };
}

function noteOf(entry: Pick<Entry, "note">): Pick<LawEntryModel, "note"> {
  return entry.note === undefined ? {} : { note: entry.note };
}
