// What the pages of a case show, as plain data in no language: what is proposed, foreseen and asked, the path, what is on record, letters, and
// many alike cases at once. Filled by models/desk-case-model.ts; worded by the pages.
import type { DeskCaseRow, DeskDueView, DeskWhy, DeskWrong } from "./view-models-desk.ts";
import type { BasisView, Day, Id, Names } from "./view-models.ts";

export interface DeskProposeModel {
  readonly organisation: { readonly file: string; readonly name: string };
  readonly list: Id;
  readonly met: readonly Names[];
  readonly records: number;
  readonly listed: boolean;
  readonly mayList: boolean;
  readonly underWay?: string;
  /** Minted with the form: the same form sent twice is one case. */
  readonly matter: string;
  readonly form: DeskStepForm;
  /** The day of the act has to be stated: which criteria govern hangs on it. */
  readonly asksActedOn: boolean;
  readonly foreseen?: ForeseenView;
  readonly wrong?: DeskWrong;
}

// The case page.

/** What would follow from a listing, as the register foresees it. */
export interface ForeseenView {
  readonly basis: readonly { readonly instrument: Id; readonly article?: string }[];
  readonly binding: readonly ForeseenRow[];
  readonly possible: readonly ForeseenRow[];
  readonly lost: readonly ForeseenRow[];
  readonly open: readonly ForeseenRow[];
  readonly entailed: readonly Id[];
  readonly answer?: { readonly count: number; readonly unit: "workingDays" | "days" | "months" | "years" };
  /** How many measures the notice tells as consequences. */
  readonly told: number;
}

export interface ForeseenRow {
  readonly measure: Id;
  readonly authority: Id;
  readonly memorandum?: Id;
}

/** What a form for a step asks, beside its own words. */
export interface DeskStepForm {
  readonly outcomes: readonly string[];
  readonly states: readonly string[];
  readonly officers: number;
  readonly posts: readonly { readonly id: string; readonly names: Names }[];
  /** The post that fills in the form. */
  readonly officer?: string;
  readonly legalReview: boolean;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly names: Names; readonly choices?: readonly string[]; readonly required: boolean }[];
  readonly attachments: boolean;
  readonly hearing: boolean;
  /** Of an objection to a listing: it may be granted from now on only. */
  readonly fromNowOn?: boolean;
  /** Of a decision about a record: it can be annulled, or corrected. */
  readonly correction?: { readonly fields: readonly CorrectedField[] };
  /** What was typed before and not taken. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
}

/** A field of a record with what is on file, as texts of a form. */
export interface CorrectedField {
  readonly name: string;
  readonly type: string;
  readonly names: Names;
  readonly choices?: readonly { readonly value: string; readonly names: Names }[];
  readonly texts: readonly string[];
}

export interface DeskActionView {
  /** `IssueNotice`, `TakeStep`: what the form asks for. */
  readonly action: string;
  readonly step?: string;
  readonly names?: Names;
  readonly allowed: boolean;
  /** What is to be done next; the others stand folded below it. */
  readonly main: boolean;
  readonly why?: DeskWhy;
  readonly form: DeskStepForm;
  readonly foreseen?: ForeseenView;
  readonly wrong?: DeskWrong;
}

export interface DeskPathStep {
  readonly step: string;
  readonly names: Names;
  readonly by: "office" | "organisation";
  readonly automatic: boolean;
  readonly optional: boolean;
  readonly instance: 1 | 2;
  readonly state: "done" | "open" | "waits" | "tooLate" | "closed";
  readonly on?: Day;
  readonly outcome?: string;
  readonly due?: { readonly lastDay: Day; readonly provisional: boolean; readonly passed: boolean };
  readonly basis: readonly BasisView[];
}

/** What became of a letter on its way out; no state: the register never sent it. */
export interface LetterSent {
  readonly state?: "waiting" | "sent" | "uncertain" | "givenUp";
  readonly on?: Day;
}

/** A letter of what came about by itself, by the sequence it was told under. */
export interface ToldLetterView extends LetterSent {
  readonly sequence: number;
  readonly title: Names;
  readonly day: Day;
  /** The case it belongs to. */
  readonly matter?: string;
}

export interface DeskEntryView {
  readonly type: string;
  readonly step?: Names;
  readonly on: Day;
  readonly by: "office" | "organisation";
  readonly text: string;
  readonly outcome?: string;
  readonly acting: readonly Names[];
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  /** The letter it led to, by its position. */
  readonly letter?: { readonly position: number } & LetterSent;
}

export interface DeskCaseModel {
  readonly matter: string;
  readonly purpose: string;
  readonly of: Id;
  readonly procedure?: Id;
  readonly organisation: { readonly file: string; readonly name: string };
  readonly office?: Names;
  readonly superior?: Names;
  readonly viewer: "office" | "organisation";
  readonly state: string;
  readonly open: boolean;
  readonly openedOn: Day;
  readonly today: Day;
  /** What is to be done next, by whom, until when; absent where nothing is. */
  readonly next?: { readonly names: Names; readonly by: "office" | "organisation" | "superior"; readonly lastDay?: Day; readonly provisional?: boolean; readonly late: boolean; /** It is the consent to the step that comes next. */ readonly consent?: boolean };
  /** The consent of the office above to a step; `mine`: it is asked of whoever looks. No superior: this register knows none. */
  readonly consent?: { readonly step: Names; readonly state: "awaited" | "given" | "refused"; readonly since: Day; readonly mine: boolean; readonly superior?: Names; readonly reason?: string };
  readonly path: readonly DeskPathStep[];
  readonly actions: readonly DeskActionView[];
  readonly entries: readonly DeskEntryView[];
  /** Letters of what came about by itself in it. */
  readonly told: readonly ToldLetterView[];
  readonly due: readonly DeskDueView[];
  readonly readings: readonly Id[];
  readonly recused: readonly Names[];
  readonly stayedSince?: Day;
  /** What was done just now. */
  readonly done?: { readonly type: string; readonly step?: Names };
  readonly wrong?: DeskWrong;
}

/** Alike cases decided in one form. */
export interface DeskDecideModel {
  readonly cases: readonly { readonly row: DeskCaseRow; readonly reasons: string; readonly wrong?: DeskWrong }[];
  readonly form: DeskStepForm;
  readonly decided: readonly DeskCaseRow[];
  readonly wrong?: DeskWrong;
}
