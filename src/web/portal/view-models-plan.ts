// What the exit plan of an organisation shows, as plain data in no language; plan-model.ts fills it, pages/plan-page.ts words it.
import type { BasisView, Day, Effect, EndView, Id, Names } from "./view-models.ts";

export interface PlanModel {
  readonly organisation: { readonly file: string; readonly name: string };
  readonly on: Day;
  /** It is the organisation's own: with its cases and what is done. */
  readonly own: boolean;
  /** Acts in which it is bound, and burdens that bind it. */
  readonly acts: number;
  readonly burdens: number;
  readonly freeOn?: { readonly day: Day; readonly provisional: boolean };
  readonly steps: readonly PlanStepView[];
  readonly done: readonly { readonly kind: "listing" | "record"; readonly id: string; readonly of: Id; readonly how: "ended" | "removed" | "repaired" | "annulled"; readonly on?: Day }[];
  readonly stays: readonly PlanStayView[];
  readonly whole: boolean;
  /** Something the asker may not see bears on it. */
  readonly withheld: boolean;
}

export interface PlanStepView {
  readonly state: "open" | "later" | "itself" | "asked" | "stuck";
  readonly kind: "listing" | "record";
  readonly id: string;
  readonly of: Id;
  readonly other?: { readonly file: string; readonly name: string };
  readonly way?: PlanWayView;
  readonly others: readonly PlanWayView[];
  readonly end: EndView;
  readonly frees: readonly PlanBurdenView[];
  readonly begins: readonly PlanBurdenView[];
  readonly case?: { readonly matter: string; readonly openedOn: Day; readonly next?: { readonly step: Names; readonly by: "office" | "organisation"; readonly lastDay: Day; readonly provisional: boolean; readonly passed: boolean } };
}

export interface PlanWayView {
  readonly words: Names;
  readonly opensOn?: Day;
  readonly provisional: boolean;
  readonly decidedBy?: Id;
  readonly within?: { readonly count: number; readonly unit: "workingDays" | "days" | "months" | "years" };
  readonly decideBy?: Day;
  readonly conditions: readonly PlanConditionView[];
  readonly basis: readonly BasisView[];
  readonly reading?: Id;
}

export type PlanConditionView =
  | { readonly kind: "wait"; readonly until: Day; readonly done: boolean }
  | { readonly kind: "left"; readonly list: Id; readonly done: boolean }
  | { readonly kind: "asked"; readonly done: boolean }
  | { readonly kind: "shown"; readonly names: Names };

export interface PlanBurdenView {
  readonly effect: Effect;
  readonly measure: Id;
  readonly authority: Id;
  readonly acts: readonly Id[];
}

/** What no step ends, and why. */
export interface PlanStayView {
  readonly kind: "status" | "law" | "missing" | "withheld";
  readonly measure?: Id;
}
