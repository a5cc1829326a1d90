// Law to pages: lists, memoranda and entries as the pages show them, as of the law's day. Reads the rulebook, decides nothing.
import type { Basis, Criterion, Dated, Entry, ExitRule, List, Measure, Memorandum, Statute } from "../../domain/rules/index.ts";
import type { LawEntryAnswer, ListAnswer, ListOverview, Registry } from "../../service/index.ts";
import { fieldsOf, valueOf, type ClauseView, type CriterionView, type LawEntryModel, type LawIndexModel, type ListModel, type ListRow, type MemorandumModel, type MemorandumRow, type Version } from "../portal/index.ts";

type CriterionNode = CriterionView;

export function listRow(registry: Registry, overview: ListOverview): ListRow | undefined {
  const list = registry.rulebook.get("list", overview.list);
  if (list === undefined) return undefined;
  return {
    list: list.id, colour: list.colour, owner: list.owner, holds: list.holds, stale: overview.stale,
    ...(overview.standing === null ? {} : { today: overview.standing }),
    ...(overview.edition === null ? {} : { edition: { asOf: overview.edition.asOf, inferred: overview.edition.inferred } }),
  };
}

export function listModel(registry: Registry, answer: ListAnswer, page: number, perPage: number): ListModel {
  const { list } = answer;
  const newest = answer.editions[0];
  return {
    list: list.id, colour: list.colour, owner: list.owner, holds: list.holds, today: answer.total,
    ...(newest === undefined ? {} : { edition: { asOf: newest.asOf, inferred: newest.inferred } }),
    names: list.names, ...lifeOf(list), published: list.published, regions: list.regions, sectors: list.sectors, succession: list.succession,
    ...(list.freshForDays === undefined ? {} : { freshForDays: list.freshForDays }), ...(list.procedure === undefined ? {} : { procedure: list.procedure }), ...noteOf(list),
    basis: list.basis.map(basisView), confidence: list.confidence,
    criteria: versions(list.criteria, answer.law, (criteria) => criteria.map(criterionView)),
    ...(list.entailed === undefined ? {} : { entailed: criterionView(list.entailed) }), ...(list.lostWhen === undefined ? {} : { lostWhen: criterionView(list.lostWhen) }),
    ends: versions(list.end, answer.law, (end) => end), exits: versions(list.exits, answer.law, (exits) => exits.map(exitView)),
    setsOff: setOffBy(registry.rulebook.on(answer.law), list), presets: [],
    editions: answer.editions.map(({ edition, asOf, inferred, rows, position }) => ({ edition, asOf, inferred, rows, position })),
    listings: answer.listings.map(({ file, name, listing, onDay, fields, source }) => ({
      file, name, listing, from: onDay.effectiveFrom, end: onDay.end, ...(onDay.originator === undefined ? {} : { originator: onDay.originator }),
      ...(groundsOf(fields) === undefined ? {} : { grounds: groundsOf(fields) ?? "" }),
      ...(onDay.end.kind === "fixed" ? { earliest: { day: onDay.end.until } } : {}), ...(source === null ? {} : { source }),
    })),
    total: answer.total, first: answer.first,
    ...(page > 1 ? { previous: String(page - 1) } : {}), ...(page * perPage < answer.total ? { next: String(page + 1) } : {}),
  };
}

/** The grounds as published, or what was read from them. */
export function groundsOf(fields: Readonly<Record<string, unknown>>): string | undefined {
  const { grounds, practices } = fields;
  if (typeof grounds === "string" && grounds !== "") return grounds;
  return Array.isArray(practices) ? practices.join(", ") : undefined;
}

function setOffBy(statute: Statute, list: List): readonly string[] {
  const measures = statute.all("measure").filter((measure) => measure.trigger.kind === "list" && measure.trigger.lists.includes(list.id));
  return [...new Set(measures.map((measure) => measure.memorandum ?? measure.id))];
}

export function memorandumRow(registry: Registry, memorandum: Memorandum): MemorandumRow {
  const clauses = clausesOf(registry, memorandum);
  return {
    memorandum: memorandum.id, ...lifeOf(memorandum), ...(memorandum.signedOn === undefined ? {} : { signedOn: memorandum.signedOn }),
    lists: [...new Set(clauses.flatMap(listsOfMeasure))], authorities: new Set(clauses.map((clause) => clause.authority)).size, clauses: clauses.length,
  };
}

function clausesOf(registry: Registry, memorandum: Memorandum): readonly Measure[] {
  return memorandum.clauses.flatMap((id) => registry.rulebook.get("measure", id) ?? []);
}

function listsOfMeasure(measure: Measure): readonly Measure["id"][] {
  return measure.trigger.kind === "list" ? measure.trigger.lists : [];
}

export function memorandumModel(registry: Registry, memorandum: Memorandum, law: string, standing: ReadonlyMap<string, number | null>): MemorandumModel {
  const clauses = clausesOf(registry, memorandum);
  const lists = [...new Set(clauses.flatMap(listsOfMeasure))].flatMap((id) => registry.rulebook.get("list", id) ?? []);
  return {
    memorandum: memorandum.id, names: memorandum.names, ...(memorandum.signedOn === undefined ? {} : { signedOn: memorandum.signedOn }), ...lifeOf(memorandum), ...noteOf(memorandum),
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

export function lawIndex(registry: Registry, byKind: ReadonlyMap<Entry["kind"], readonly Entry[]>): LawIndexModel {
  const row = (entry: Entry): LawIndexModel["people"][number] => ({ id: entry.id, names: entry.names, ...lifeOf(entry), confidence: entry.confidence });
  return { groups: [...byKind].map(([kind, entries]) => ({ kind, entries: entries.map(row) })), people: registry.rulebook.people.map(row), regimes: [] };
}

export function lawEntryModel(registry: Registry, answer: LawEntryAnswer, holds: ReadonlyMap<string, boolean>): LawEntryModel {
  const { entry } = answer;
  return {
    id: entry.id, kind: entry.kind, names: entry.names, ...lifeOf(entry), confidence: entry.confidence, ...noteOf(entry), basis: entry.basis.map(basisView), at: entry.at,
    people: registry.rulebook.people.some((each) => each.id === entry.id), values: fieldsOf({ ...entry }, answer.day),
    examples: answer.examples.map((example) => ({
      id: example.id, names: example.name, given: valueOf(example.given), expected: example.expect.map((question) => valueOf(question)), citation: example.citation.map(basisView),
      ...(holds.has(example.id) ? { holds: holds.get(example.id) ?? false } : {}),
    })),
    usedBy: answer.namedBy, presets: [],
  };
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
