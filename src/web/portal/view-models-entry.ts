// What the page of an entry of the law shows, whatever its kind: its values by day, steps, grades, points and examples; models/law-entry-model.ts fills it.
import type { Amount, Names } from "../../domain/terms/index.ts";
import type { Confidence, Entry } from "../../domain/rules/index.ts";
import type { BasisView, Day, Id, Preset } from "./view-models.ts";
import type { CriterionView, LintView, Time, Version } from "./view-models-rules.ts";

export interface LawEntryModel {
  readonly id: Id;
  readonly kind: Entry["kind"];
  readonly names: Names;
  readonly from?: Day;
  readonly until?: Day;
  readonly confidence: Confidence;
  readonly note?: Names;
  readonly basis: readonly BasisView[];
  /** `cn/lists/food.yaml:12` */
  readonly at: string;
  /** On the day whose law was asked for. */
  readonly inForce: boolean;
  /** Law about persons: shown, applied to nobody here. */
  readonly people?: boolean;
  /** Proposed, announced or put out for comment: in no statute book. */
  readonly draft?: boolean;
  readonly values: readonly FieldView[];
  readonly lint: LintView;
  /** What is read better as steps or as a table than value by value. */
  readonly steps?: readonly Version<readonly StepView[]>[];
  readonly grades?: readonly GradeView[];
  readonly score?: ScoreView;
  /** It has a page that says more: what an authority does, what rests on an instrument. */
  readonly way?: "authority" | "article";
  readonly examples: readonly ExampleView[];
  /** Entries that name this one. */
  readonly usedBy: readonly Id[];
  readonly presets: readonly Preset[];
}

export interface StepView {
  readonly id: string;
  readonly kind: string;
  readonly names: Names;
  readonly by: "office" | "organisation";
  readonly after: readonly Names[];
  readonly within?: Time & { readonly from: Names };
  readonly optional: boolean;
  readonly states: readonly string[];
  readonly officers: number;
  readonly superiorConsent: boolean;
  readonly legalReview: boolean;
  readonly substitute?: Names;
  readonly outcomes: readonly string[];
  /** Taken by the register itself. */
  readonly automatic: boolean;
  /** The step it gives time on top of. */
  readonly extends?: Names;
  /** The record type it puts on file. */
  readonly records?: Id;
  readonly basis: readonly BasisView[];
}

/** A grade or band: from `minimum` points on, up to and without `below`; or by the rules named. */
export interface GradeView {
  readonly value: string;
  readonly names: Names;
  readonly minimum?: number;
  readonly below?: number;
  readonly rules: readonly Names[];
}

/** A point scheme: read here, applied to nobody. */
export interface ScoreView {
  readonly keeper?: Id;
  readonly start?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly bands: readonly GradeView[];
  readonly benefits: readonly Names[];
  readonly rows: readonly ScoreRowView[];
}

export interface ScoreRowView {
  readonly id: Id;
  readonly names: Names;
  readonly authority?: Id;
  readonly tiers: readonly { readonly names: Names; readonly points: number; readonly per?: Names }[];
  readonly limit?: number;
  readonly setsTo?: number;
  readonly onceWith: readonly Id[];
  readonly protectedMatters: readonly string[];
  readonly note?: Names;
}

export interface FieldView {
  readonly name: string;
  readonly versions: readonly Version<ValueView>[];
}

/** A value of a law file in any shape; values.ts makes it from plain JSON. */
export type ValueView =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "money"; readonly minor: number; readonly currency: string }
  | { readonly kind: "amount"; readonly amount: Amount }
  | (Time & { readonly kind: "time"; readonly from?: string })
  | { readonly kind: "criterion"; readonly criterion: CriterionView }
  | { readonly kind: "names"; readonly names: Names }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "flag"; readonly flag: boolean }
  | { readonly kind: "law"; readonly id: Id }
  | { readonly kind: "basis"; readonly basis: BasisView }
  | { readonly kind: "expression"; readonly text: string }
  | { readonly kind: "items"; readonly items: readonly ValueView[] }
  | { readonly kind: "fields"; readonly fields: readonly { readonly name: string; /** Where the law itself names the field. */ readonly names?: Names; readonly value: ValueView }[] }
  | { readonly kind: "nothing" };

export interface ExampleView {
  readonly id: string;
  readonly names: Names;
  readonly given: ValueView;
  /** Each question as a sentence, and whether it holds. */
  readonly expected: readonly { readonly names: Names; readonly holds: boolean }[];
  readonly citation: readonly BasisView[];
  /** Whether it held when it was last run with this rulebook; absent: not run here. */
  readonly holds?: boolean;
}
