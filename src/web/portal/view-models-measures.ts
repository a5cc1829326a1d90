// What the pages of an office's measures show, as plain data in no language: what is left to it to decide, what binds through it, its answers,
// and what memoranda ask of it and of others. Filled by models/office-measures-model.ts; worded by the pages.
import type { DeskWrong } from "./view-models-desk.ts";
import type { Day, Effect, Force, Id } from "./view-models.ts";

export type MeasureChoiceView = "apply" | "decline" | "carriedOut" | "notCarriedOut";

/** One measure on one organisation. */
export interface OfficeMeasureRow {
  /** Organisation, measure and what sets it off, as a form sends them back. */
  readonly value: string;
  readonly organisation: { readonly file: string; readonly name: string };
  readonly measure: Id;
  readonly memorandum?: Id;
  /** The list or record type behind; absent: a status. */
  readonly because?: Id;
  readonly force: Force;
  readonly effects: readonly Effect[];
  readonly from: Day;
  readonly until?: Day;
  readonly earliestOut?: Day;
  readonly may: readonly MeasureChoiceView[];
  readonly reported?: { readonly outcome: "carriedOut" | "notCarriedOut"; readonly on: Day; readonly statement: string };
}

export interface MeasureCountsView {
  readonly mandatory: number;
  readonly mayBeDeclined: number;
  readonly leftToDecide: number;
}

export interface DeskMeasuresModel {
  readonly toDecide: readonly OfficeMeasureRow[];
  readonly binding: readonly OfficeMeasureRow[];
  /** The cursor of the next page of organisations. */
  readonly next?: string;
  readonly isFirst: boolean;
  readonly forUs: readonly { readonly memorandum?: Id; readonly lists: readonly Id[]; readonly counts: MeasureCountsView }[];
  readonly ofUs: readonly {
    readonly list: Id;
    readonly standing?: number;
    readonly others: readonly { readonly authority: Id; readonly memoranda: readonly Id[]; readonly counts: MeasureCountsView; readonly carriedOut: number; readonly notCarriedOut: number }[];
  }[];
  /** How many were answered just now. */
  readonly answered?: number;
}

export interface DeskAnswerModel {
  readonly rows: readonly { readonly row: OfficeMeasureRow; readonly wrong?: DeskWrong }[];
  readonly typed: Readonly<Record<string, readonly string[]>>;
  /** How many were answered before the rest was refused. */
  readonly answered: number;
  readonly wrong?: DeskWrong;
}
