// Deciding step: the step by which an office decides a case now, and the step as it is asked for with what the office decides. A worklist's sheet
// and the reading of it go by the same.
import type { LawId, PlainDate } from "../domain/terms/index.ts";
import type { CaseAction, CaseView } from "./case-view.ts";
import type { Registry } from "./registry.ts";
import type { CaseAsk } from "./requests/case-request.ts";

/** What an office decides about a case. */
export interface Decision {
  readonly outcome: string;
  readonly reasons: string;
  readonly conditions: readonly string[];
  readonly decidedOn?: PlainDate;
  readonly legalReview?: { readonly on: PlainDate };
  readonly statements: Readonly<Record<string, string>>;
}

/** The step that comes to something and may be taken now; undefined where none waits. */
export function decidingStep({ actions }: Pick<CaseView, "actions">): CaseAction | undefined {
  return actions.find((action) => action.allowed && action.by === "office" && (action.action === "DecideListing" || action.action === "TakeStep") && action.asks.outcomes.length > 0);
}

/** The decision as a step of its case; undefined where the step comes to no such thing. */
export function decisionAsk({ matter }: Pick<CaseView, "matter">, action: CaseAction, decision: Decision): CaseAsk["command"] | undefined {
  const { outcome, reasons, conditions, decidedOn, legalReview, statements } = decision;
  const beside = { ...(legalReview === undefined ? {} : { legalReview }), statements };
  if (action.action === "DecideListing") {
    const own = LISTING_OUTCOMES.find((each) => each === outcome);
    return own === undefined ? undefined : { type: "DecideListing", matter, outcome: own, reasons, ...(conditions.length === 0 ? {} : { conditions }), ...(decidedOn === undefined ? {} : { decidedOn }), ...beside };
  }
  const own = STEP_OUTCOMES.find((each) => each === outcome);
  return own === undefined || action.step === undefined ? undefined : { type: "TakeStep", matter, step: action.step, statement: reasons, outcome: own, ...(decidedOn === undefined ? {} : { takenOn: decidedOn }), ...beside };
}

const LISTING_OUTCOMES = ["listed", "conditional", "reprimanded", "noAction"] as const;
const STEP_OUTCOMES = ["accepted", "notAccepted", "granted", "refused", "attended", "notAttended", "kept", "broken"] as const;

/** Every word of the law for what a decision states beside what has a column of its own. */
export function statedWords({ rulebook }: Registry): readonly string[] {
  const steps = rulebook.all("procedure").flatMap((procedure) => procedure.steps.flatMap(({ value }) => value)).filter(({ kind, by }) => by === "office" && !BEFORE.includes(kind));
  return [...new Set(steps.flatMap(({ states }) => states))].filter((word) => !CARRIED.includes(word)).sort();
}

const BEFORE = ["proposal", "notice", "service", "publication"];
/** Carried by the decision itself, or following from the law. */
const CARRIED = ["facts", "reasons", "basis", "outcome", "exits", "consequences", "answerDays"];

/** What the case is about in law, for a row. */
export function lawOfCase({ list, procedure }: Pick<CaseView, "list" | "procedure">): LawId | null {
  return list ?? procedure;
}

