// What the memoranda and the page of one memorandum show, as plain data in no language.
import type { Amount, Names } from "../../domain/terms/index.ts";
import type { Confidence, Effect, Force, Reach } from "../../domain/rules/index.ts";
import type { BasisView, Day, Id, Preset } from "./view-models.ts";
import type { CriterionView, LintView } from "./view-models-rules.ts";

export interface MemorandumRow {
  readonly memorandum: Id;
  readonly from?: Day;
  readonly until?: Day;
  readonly signedOn?: Day;
  readonly lists: readonly Id[];
  readonly authorities: number;
  readonly clauses: number;
}

export interface MemorandumModel {
  readonly memorandum: Id;
  /** On the day whose law was asked for. */
  readonly inForce: boolean;
  readonly names: Names;
  readonly signedOn?: Day;
  readonly from?: Day;
  readonly until?: Day;
  readonly note?: Names;
  readonly confidence: Confidence;
  readonly basis: readonly BasisView[];
  readonly parties: readonly { readonly authority: Id; readonly sinceEarliest: Day; readonly sinceLatest: Day; readonly basis: readonly BasisView[] }[];
  /** The lists that set it off, in the order of the law. */
  readonly lists: readonly { readonly list: Id; readonly owner: Id; readonly today?: number; readonly criteria: readonly { readonly names: Names; readonly note?: Names }[] }[];
  readonly clauses: readonly ClauseView[];
  readonly conditions: readonly CriterionView[];
  readonly draft?: boolean;
  readonly people?: boolean;
  /** What sets it off beside lists: record types, grades. */
  readonly causes: readonly CauseView[];
  readonly lint: LintView;
  /** The ways out of its lists, in a sentence. */
  readonly wayBack?: Names;
  readonly presets: readonly Preset[];
}

export interface CauseView {
  readonly kind: "record" | "grade" | "status" | "commitment";
  readonly of: Id;
  /** The grades or statuses that count; empty: any. */
  readonly values: readonly string[];
}

export interface ClauseView {
  readonly measure: Id;
  readonly names: Names;
  readonly clause?: string;
  readonly authority: Id;
  /** Lists among its triggers; empty where something else sets it off. */
  readonly lists: readonly Id[];
  readonly cause?: CauseView;
  /** Items of the closed list of penalty measures it is an instance of. */
  readonly permittedAs: readonly Id[];
  readonly exceptOwner: boolean;
  readonly acts: readonly Id[];
  readonly effects: readonly Effect[];
  readonly force: Force;
  readonly amount?: Amount;
  readonly reaches: readonly Reach[];
  readonly lasts: { readonly kind: "trigger" } | { readonly kind: "term"; readonly years?: number; readonly months?: number };
  readonly from?: Day;
  readonly until?: Day;
  readonly conditions: readonly CriterionView[];
  readonly basis: readonly BasisView[];
  readonly confidence: Confidence;
}
