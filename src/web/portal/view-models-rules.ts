// The rules that the pages of lists, memoranda and entries of the law share: criteria, ends, ways out, repairs, what a listing sets off, and what the
// linter finds, each value with its days. They follow domain/rules/language.ts closely.
import type { Names } from "../../domain/terms/index.ts";
import type { Effect, Force, LintRuleId, ListColour } from "../../domain/rules/index.ts";
import type { BasisView, Day, Id } from "./view-models.ts";
import type { ExitAct } from "./view-models-answer.ts";

export interface RepairView {
  readonly repair: Id;
  readonly inForce: boolean;
  readonly from?: Day;
  readonly until?: Day;
  readonly decideWithin?: Time;
  readonly tiers: readonly { readonly names: Names; readonly minimumMonths?: number; readonly maximumMonths?: number; readonly endsByItself: boolean }[];
}

export interface Time {
  readonly count: number;
  readonly unit: "workingDays" | "days" | "months" | "years";
}

/** What one listing would release: lists that follow, and measures, each under the list that sets it off. */
export interface CascadeView {
  readonly lists: readonly {
    readonly list: Id;
    readonly owner: Id;
    /** Why it stands there: the list asked about; made by the law itself; proposed to an authority; lost. */
    readonly why: "asked" | "entailed" | "proposed" | "lost";
    /** Nothing must be added: it follows by itself from this listing. */
    readonly released: boolean;
    readonly measures: number;
  }[];
  /** Measures this listing releases by itself, and those of lists that are lost. */
  readonly measures: readonly CascadeMeasure[];
  readonly counts: { readonly measures: number; readonly mandatory: number; readonly authorities: number; readonly favours: number; readonly favoursLost: number; readonly lists: number; readonly possibleLists: number; readonly possibleMeasures: number };
  readonly wayBack?: Names;
}

export interface CascadeMeasure {
  readonly measure: Id;
  readonly list: Id;
  readonly authority: Id;
  readonly memorandum?: Id;
  readonly clause?: string;
  readonly effects: readonly Effect[];
  readonly force?: Force;
  readonly acts: readonly Id[];
  readonly conditional: boolean;
  /** A favour that is lost with its list. */
  readonly lost: boolean;
}

/** What the linter finds about an entry of the law of one day, by the standards of another. */
export interface LintView {
  readonly on: Day;
  readonly standards: Day;
  readonly findings: readonly LintFindingView[];
}

export interface LintFindingView {
  readonly rule: LintRuleId;
  readonly names: Names;
  /** Error: breaks a standard in force. Warning: criticised, and forbidden by nothing then. Note: for a reader to judge. */
  readonly severity: "error" | "warning" | "note";
  readonly entry: Id;
  readonly at: string;
  readonly people?: boolean;
  readonly measuredBy?: Id;
  readonly what: Names;
  readonly why: Names;
  readonly remedy: Names;
}

export interface Version<T> {
  readonly from?: Day;
  readonly until?: Day;
  readonly value: T;
  readonly basis: readonly BasisView[];
  /** Governs on the day whose law was asked for. */
  readonly current: boolean;
}

export type EndRuleView =
  | { readonly kind: "fixed"; readonly years?: number; readonly months?: number; readonly days?: number; readonly from: "decision" | "publication" | "effect" }
  | { readonly kind: "untilDone"; readonly what: Names }
  | { readonly kind: "reviewFrom"; readonly years?: number; readonly months?: number; readonly from: "decision" | "publication" | "effect"; readonly what: Names }
  | { readonly kind: "permanent"; readonly because: Names }
  | { readonly kind: "notStated" };

export interface ExitRuleView {
  readonly id: string;
  readonly act: ExitAct;
  readonly names: Names;
  readonly earliestMonths?: number;
  readonly conditions: readonly Names[];
  readonly decideWithin?: Time;
  readonly by?: Id;
  readonly basis: readonly BasisView[];
}

/** A criterion as the law files have it. `expression` is the text of a leaf. */
export interface CriterionView {
  readonly kind: string;
  readonly id?: string;
  readonly names?: Names;
  readonly of?: readonly CriterionView[];
  readonly rule?: CriterionView;
  readonly unless?: readonly CriterionView[];
  readonly where?: CriterionView;
  readonly count?: number;
  readonly months?: number;
  readonly type?: Id;
  readonly lists?: readonly Id[];
  readonly colour?: ListColour;
  /** Whose records or listings count instead of the organisation's own. */
  readonly whose?: "parents" | "owners" | "controllers";
  readonly expression?: string;
  readonly presume?: { readonly value: boolean; readonly because: Names };
  readonly basis?: readonly BasisView[];
}
