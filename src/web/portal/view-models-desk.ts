// What the desks show, as plain data in no language: who is signed in, the chooser, the office's worklist, proposals, releases and the case
// page for either party. Filled by models/desk-*.ts from the verbs' answers; worded by the pages.
import type { Finding, Problem, ProblemFacts, WhyNot } from "../../service/index.ts";
import type { BasisView, Day, Id, Names } from "./view-models.ts";

/** Who is signed in, as every desk page says it at its top. */
export interface DeskHolder {
  readonly kind: "office" | "organisation";
  readonly name: Names;
  /** Of an office: the post that acts. */
  readonly post?: Names;
  /** The file number, of office or organisation. */
  readonly file: string;
}

/** The chooser of who one is. */
export interface DeskDoorModel {
  /** Only the model jurisdiction has desks. */
  readonly open: boolean;
  readonly regions: readonly { readonly value: string; readonly names: Names; readonly offices: number; readonly chosen: boolean }[];
  readonly offices: readonly DeskOfficeChoice[];
  readonly organisation: { readonly asked: string; readonly candidates: readonly { readonly file: string; readonly name: string }[]; readonly wrong?: DeskWrong };
  /** Where to go after signing in; empty: to the own desk. */
  readonly next: string;
}

export interface DeskOfficeChoice {
  readonly file: string;
  readonly names: Names;
  readonly authority: Id;
  readonly posts: readonly { readonly id: string; readonly names: Names }[];
}

/** Something that was not done, with the law's reason where there is one. */
export interface DeskWrong {
  /** Of a refusal its own code, else the problem's. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** `cn:…#notice`, an entry of the law, or a rule of this register. */
  readonly citation?: string;
  /** The articles of the law behind that. */
  readonly articles?: readonly Pick<BasisView, "instrument" | "article">[];
  /** What the message is made of. */
  readonly refusal?: NonNullable<Problem["refusal"]>;
  readonly facts?: ProblemFacts;
  readonly findings?: readonly Finding[];
}

/** Why a step cannot be taken. */
export type DeskWhy = WhyNot;

/** Why a desk cannot be shown to whoever asked. */
export type DeskClosed = "signIn" | "office" | "organisation" | "foreign" | "noDesks";


// The worklist, proposals and releases.

/** Something due: by whom, until when. */
export interface DeskDueView {
  readonly names: Names;
  readonly by: "office" | "organisation";
  readonly lastDay: Day;
  readonly provisional: boolean;
  readonly late: boolean;
}

export interface DeskCaseRow {
  readonly matter: string;
  readonly purpose: string;
  /** The list, or else the procedure. */
  readonly of: Id;
  readonly organisation: { readonly file: string; readonly name: string };
  readonly state: string;
  readonly openedOn: Day;
  readonly due?: DeskDueView;
  /** Waits for the office's decision, and can be decided together with others. */
  readonly decidable: boolean;
}

/** A case of an office below that waits for the consent of this one. */
export interface DeskConsentRow {
  readonly matter: string;
  readonly purpose: string;
  readonly of: Id;
  readonly organisation: { readonly file: string; readonly name: string };
  readonly step: Names;
  /** What the office below proposes. */
  readonly outcome?: string;
  readonly office: Names;
  readonly since: Day;
}

export interface DeskProposalRow {
  readonly organisation: { readonly file: string; readonly name: string };
  readonly list: Id;
  readonly met: readonly Names[];
  readonly records: number;
  readonly since: Day;
}

/** A yearly report that is missing in the place of the office. */
export interface DeskMissedRow {
  readonly organisation: { readonly file: string; readonly name: string };
  readonly procedure: Id;
  readonly year: number;
  readonly lastDay: Day;
}

/** Something that has to go because the act a record rests on fell. */
export interface ToGoRow {
  readonly kind: "listing" | "case" | "record";
  /** Its list, or the type of the record. */
  readonly of: Id;
  readonly thing: string;
  readonly organisation: { readonly file: string; readonly name: string };
  readonly fallen: { readonly record: string; readonly type: Id; readonly on: Day };
  /** What the law wants done, and by when; absent: it states no time. */
  readonly step?: Names;
  readonly due?: { readonly lastDay: Day; readonly provisional: boolean; readonly passed: boolean };
  readonly procedure?: Id;
  readonly readings: readonly Id[];
  /** The case in which it ends. */
  readonly matter?: string;
}

export interface DeskReleaseRow {
  /** Release and consumer, as a form sends them back. */
  readonly value: string;
  readonly what: string;
  readonly consumer: Id;
  readonly organisations: readonly { readonly file: string; readonly name: string }[];
  readonly of?: Id;
  readonly day: Day;
  readonly takeOverBy?: Day;
  readonly overdue: boolean;
}

export interface DeskOfficeModel {
  readonly on: Day;
  readonly cases: readonly DeskCaseRow[];
  readonly consents: readonly DeskConsentRow[];
  readonly proposals: readonly DeskProposalRow[];
  readonly toGo: readonly ToGoRow[];
  readonly missed: readonly DeskMissedRow[];
  readonly releases: { readonly open: number; readonly overdue: number };
}

export interface DeskReleasesModel {
  readonly rows: readonly DeskReleaseRow[];
  /** How many were taken over just now, and what went wrong with the rest. */
  readonly taken?: number;
  readonly wrong: readonly DeskWrong[];
}

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
