// What the desks show, as plain data in no language: who is signed in, the chooser, the office's worklist and its releases. Filled by
// models/desk-*.ts from the verbs' answers; worded by the pages. The page of one case is view-models-case.ts.
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
export type DeskClosed = "signIn" | "office" | "organisation" | "foreign" | "noDesks" | "keeper";


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
