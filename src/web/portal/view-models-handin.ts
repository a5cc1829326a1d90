// What the pages of handing in show, as plain data in no language: the sheets of an office, a submission on its way or over, a batch on file with
// the rows that wait. Filled by models/hand-in-model.ts, worded by the pages.
import type { Finding } from "../../service/index.ts";
import type { DeskWrong } from "./view-models-desk.ts";
import type { Day, Id, Names } from "./view-models.ts";

/** A sheet the office may hand in. */
export interface SheetView {
  readonly id: Id;
  readonly kind: "record" | "list" | "organisation";
  /** The list or the type of record it is about. */
  readonly about?: Id;
  readonly columns: number;
  readonly required: readonly Names[];
  /** A complete edition of its list: rows it no longer carries end. */
  readonly complete: boolean;
  readonly inForce: boolean;
}

export interface CountsView {
  readonly rows: number;
  readonly records: number;
  readonly duplicates: number;
  readonly held: number;
  readonly refused: number;
}

export interface BatchRowView {
  readonly batch: string;
  readonly template: Id;
  readonly day: Day;
  readonly asOf?: Day;
  readonly inferred: boolean;
  readonly counts: CountsView;
  /** Rows that wait for a person now. */
  readonly waiting: number;
  /** Why it was taken back. */
  readonly withdrawn?: string;
}

export interface SubmissionRowView {
  readonly id: string;
  readonly name: string;
  readonly template: Id;
  readonly state: "running" | "done" | "refused" | "fault";
}

export interface HandInModel {
  readonly sheets: readonly SheetView[];
  readonly typed: { readonly template: string; readonly asOf: string; readonly strict: boolean };
  readonly recent: readonly SubmissionRowView[];
  readonly batches: readonly BatchRowView[];
  /** How many batches there are beside those shown. */
  readonly older: number;
  readonly megabytesMax: number;
  readonly keptMinutes: number;
  /** A submission was cancelled just now. */
  readonly cancelled: boolean;
  readonly wrong?: DeskWrong;
}

/** A row that waits, with the organisations it may mean. */
export interface HeldRowView {
  readonly batch: string;
  readonly row: number;
  readonly why: string;
  readonly names: readonly string[];
  readonly candidates: readonly { readonly file: string; readonly name: string; readonly reasons: readonly string[] }[];
}

export type SubmissionStateView =
  | { readonly kind: "running"; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly batch: string; readonly counts: CountsView; readonly asOf?: Day; readonly inferred: boolean; readonly repeated: boolean; readonly joins: number; readonly gone: number; readonly changed: number }
  | { readonly kind: "refused"; readonly wrong: DeskWrong }
  | { readonly kind: "fault"; readonly reference: string };

export interface SubmissionModel {
  readonly id: string;
  readonly name: string;
  readonly template: Id;
  readonly strict: boolean;
  readonly state: SubmissionStateView;
  /** As many as a page shows, and how many there are beside them. */
  readonly findings: readonly Finding[];
  readonly moreFindings: number;
  readonly held: readonly HeldRowView[];
  /** Whether the file could be read, so that it can be given back with its findings. */
  readonly copy: boolean;
  readonly keptMinutes: number;
  /** It was over before it could be cancelled. */
  readonly tooLate: boolean;
}

export interface BatchModel {
  readonly row: BatchRowView;
  readonly held: readonly HeldRowView[];
  readonly refused: readonly { readonly row: number; readonly codes: readonly string[] }[];
  readonly done?: "withdrawn" | "settled";
  readonly typed: { readonly reason: string; readonly row: string; readonly file: string };
  readonly wrong?: DeskWrong;
}
