// Clauses: which of a memorandum reach organisations, by whom and with what effect; and those that aim at office-holders.
import type { Effect, Id, Reach } from "../view-models.ts";
import type { ClauseView, MemorandumModel } from "../view-models-memorandum.ts";

const PERSONS: ReadonlySet<Reach> = new Set(["legal-representative", "directors", "supervisors", "senior-managers", "responsible-staff", "office-holders", "person", "family", "official"]);
export const FAVOURS: ReadonlySet<Effect> = new Set(["expedite", "prioritise", "exempt", "discount", "support"]);
const ORDER: readonly Effect[] = ["deny", "restrict", "surcharge", "scrutinise", "consider", "publicise", "expedite", "prioritise", "exempt", "discount", "support"];

/** Where a clause stands on its memorandum's page. */
export function clauseAnchor(measure: Id): string {
  return `clause-${measure.replace(/[^a-z0-9-]/gi, "-")}`;
}

/** What the cascade and the matrix count: clauses that reach organisations; of a memorandum about persons all of them. */
export function organisationClauses(model: MemorandumModel): readonly ClauseView[] {
  if (model.people === true) return model.clauses;
  return model.clauses.filter((clause) => clause.reaches.length === 0 || clause.reaches.some((reach) => !PERSONS.has(reach)));
}

/** Shown as law, enforced against nobody here. */
export function officeHolderClauses(model: MemorandumModel): readonly ClauseView[] {
  if (model.people === true) return [];
  return model.clauses.filter((clause) => clause.reaches.some((reach) => PERSONS.has(reach)));
}

export function authoritiesOf(clauses: readonly ClauseView[]): readonly Id[] {
  return [...new Set(clauses.map((clause) => clause.authority))];
}

export function effectsOf(clauses: readonly Pick<ClauseView, "effects">[]): readonly Effect[] {
  return ORDER.filter((effect) => clauses.some((clause) => clause.effects.includes(effect)));
}

export function effectsWithout(clauses: readonly ClauseView[]): readonly Effect[] {
  return ORDER.filter((effect) => !clauses.some((clause) => clause.effects.includes(effect)));
}
