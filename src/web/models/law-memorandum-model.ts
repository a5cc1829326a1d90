// Memoranda to pages: a row among memoranda, and one memorandum with its lists, clauses, conditions and parties as of the law's day.
import type { Measure, Memorandum, Trigger } from "../../domain/rules/index.ts";
import type { PlainDate } from "../../domain/terms/index.ts";
import { shelvesOn, type Registry } from "../../service/index.ts";
import type { CauseView, ClauseView, MemorandumModel, MemorandumRow } from "../portal/index.ts";
import { lintView } from "./law-lint-model.ts";
import { basisView, criterionView, current, draftOf, lifeOf, noteOf, wayBackFrom } from "./law-views.ts";

export function memorandumRow(registry: Registry, memorandum: Memorandum, law: PlainDate): MemorandumRow {
  const clauses = clausesOf(registry, memorandum, law);
  return {
    memorandum: memorandum.id, ...lifeOf(memorandum), ...(memorandum.signedOn === undefined ? {} : { signedOn: memorandum.signedOn }),
    lists: [...new Set(clauses.flatMap(listsOfMeasure))], authorities: new Set(clauses.map((clause) => clause.authority)).size, clauses: clauses.length,
  };
}

/** Its clauses in force on the law's day; where the memorandum itself is not in force then, all it ever had. */
function clausesOf(registry: Registry, memorandum: Memorandum, law: PlainDate): readonly Measure[] {
  const shelves = shelvesOn(registry.rulebook, law);
  const inForce = shelves.find(memorandum.id)?.standing === "inForce";
  return memorandum.clauses.flatMap((id) => {
    const clause = shelves.find(id);
    return clause?.entry.kind === "measure" && (!inForce || clause.standing === "inForce") ? [clause.entry] : [];
  });
}

function listsOfMeasure(measure: Measure): readonly Measure["id"][] {
  return measure.trigger.kind === "list" ? measure.trigger.lists : [];
}

export function memorandumModel(registry: Registry, memorandum: Memorandum, law: PlainDate, standing: ReadonlyMap<string, number | null>): MemorandumModel {
  const clauses = clausesOf(registry, memorandum, law);
  const shelves = shelvesOn(registry.rulebook, law);
  const lists = [...new Set(clauses.flatMap(listsOfMeasure))].flatMap((id) => { const list = shelves.find(id)?.entry; return list?.kind === "list" ? [list] : []; });
  const causes = [...new Map(clauses.flatMap((clause) => causeOf(clause.trigger) ?? []).map((cause) => [`${cause.kind} ${cause.of}`, cause])).values()];
  return {
    memorandum: memorandum.id, inForce: shelves.find(memorandum.id)?.standing === "inForce", ...draftOf(memorandum), ...(shelves.book.isAboutPersons(memorandum.id) ? { people: true } : {}), causes, lint: lintView(registry, memorandum, law), names: memorandum.names, ...(memorandum.signedOn === undefined ? {} : { signedOn: memorandum.signedOn }), ...lifeOf(memorandum), ...noteOf(memorandum),
    confidence: memorandum.confidence, basis: memorandum.basis.map(basisView),
    parties: memorandum.parties.map((party) => ({ ...party, basis: party.basis.map(basisView) })),
    lists: lists.map((list) => {
      const today = standing.get(list.id);
      return { list: list.id, owner: list.owner, ...(typeof today === "number" ? { today } : {}), criteria: current(list.criteria, law)?.flatMap((criterion) => (criterion.names === undefined ? [] : [{ names: criterion.names }])) ?? [] };
    }),
    clauses: clauses.map((clause) => clauseView(clause, law)), conditions: memorandum.conditions.map(criterionView), presets: [], ...(clauses.some((clause) => clause.lasts.kind === "trigger") ? wayBackFrom(lists, law) : {}),
  };
}

/** What sets a clause off that is no list. */
function causeOf(trigger: Trigger): CauseView | undefined {
  switch (trigger.kind) {
    case "list":
      return undefined;
    case "record":
      return { kind: "record", of: trigger.type, values: [] };
    case "grade":
      return { kind: "grade", of: trigger.type, values: trigger.grades };
    case "status":
      return { kind: "status", of: trigger.statuses.join(" "), values: trigger.statuses };
    case "commitment":
      return { kind: "commitment", of: trigger.type, values: [] };
  }
}

function clauseView(measure: Measure, law: string): ClauseView {
  const amount = current(measure.amount, law);
  const cause = causeOf(measure.trigger);
  return {
    measure: measure.id, names: measure.names, ...(measure.clause === undefined ? {} : { clause: measure.clause }), authority: measure.authority, lists: listsOfMeasure(measure), ...(cause === undefined ? {} : { cause }), permittedAs: measure.permittedAs, exceptOwner: measure.exceptOwner,
    acts: measure.acts, effects: measure.effects, force: current(measure.force, law) ?? "mandatory", ...(amount === undefined ? {} : { amount }), reaches: measure.reaches, lasts: measure.lasts, ...lifeOf(measure),
    conditions: measure.conditions.map(criterionView), basis: measure.basis.map(basisView), confidence: measure.confidence,
  };
}

