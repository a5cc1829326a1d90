// What the organisation's own desk shows, the form by which it asks, and the authorities measured, as plain data in no language. Filled by
// models/own-*.ts and models/authorities-model.ts from the verbs' answers; worded by the pages.
import type { Figures } from "../../domain/cases/index.ts";
import type { Field } from "../../domain/rules/index.ts";
import type { ToldLetterView } from "./view-models-case.ts";
import type { DeskWhy, DeskWrong, ToGoRow } from "./view-models-desk.ts";
import type { Day, Id, Names } from "./view-models.ts";
import type { ValueHere } from "./view-models-answer.ts";
import type { ListingRow, RecordRow } from "./view-models-organisation.ts";

/** What an organisation asks for by itself. */
export type OwnPurpose = "objection" | "appeal" | "repair" | "commitment" | "annual-report";

export type OwnWhy = DeskWhy;

/** One thing that can, or cannot, be asked about one thing. */
export interface OwnAsk {
  readonly purpose: OwnPurpose;
  /** As the address of the form has it: `record:r1`. */
  readonly about: string;
  readonly procedure?: Id;
  readonly allowed: boolean;
  /** Not open yet: the first day. */
  readonly opens?: Day;
  readonly why?: OwnWhy;
}

/** What became of a thing on file; each is said with a word and a shape. */
export type OwnMark = "public" | "notPublic" | "notYetPublic" | "masked" | "noLongerPublic" | "disputed" | "stayed" | "repaired" | "ended" | "annulled" | "toGo";

interface OwnThing {
  readonly marks: readonly OwnMark[];
  /** The case that runs about it. */
  readonly matter?: string;
  readonly asks: readonly OwnAsk[];
}

export type OwnListing = OwnThing & { readonly row: ListingRow };
export type OwnRecord = OwnThing & { readonly row: RecordRow };
export type OwnJoin = OwnThing & { readonly files: readonly string[]; readonly judgedBy: string; readonly reasons: readonly string[] };

/** Something with a last day. */
export interface OwnDue {
  readonly step: Names;
  readonly by: "office" | "organisation";
  readonly lastDay: Day;
  readonly provisional: boolean;
  readonly passed: boolean;
  readonly procedure: Id;
  /** The case it belongs to; a yearly duty belongs to none, and `ask` leads to its form. */
  readonly matter?: string;
  readonly ask?: OwnAsk;
  /** Of a yearly duty: the year it is owed for. */
  readonly year?: number;
}

export interface OwnCase {
  readonly matter: string;
  readonly purpose: string;
  readonly procedure: Id | null;
  readonly list: Id | null;
  readonly state: string;
  readonly openedOn: Day;
  readonly next?: { readonly step: Names; readonly by: "office" | "organisation"; readonly lastDay: Day; readonly provisional: boolean; readonly passed: boolean };
  /** Of a closed case: what it can appeal by. */
  readonly appeal?: OwnAsk;
}

/** Asks of one kind about things of one kind, together. */
export interface OwnGroup {
  readonly purpose: OwnPurpose;
  readonly of: Id | null;
  readonly procedure: Id | null;
  readonly count: number;
  /** Absent: open now. */
  readonly opens?: Day;
  /** The one thing it is about; of several the section of the desk that lists them. */
  readonly ask?: OwnAsk;
  readonly section: "listings" | "records" | "joins" | "closed";
}

export interface OwnDeskModel {
  readonly file: string;
  readonly name: string;
  readonly on: Day;
  readonly due: readonly OwnDue[];
  readonly toGo: readonly ToGoRow[];
  readonly cases: readonly OwnCase[];
  readonly closed: readonly OwnCase[];
  readonly can: readonly OwnGroup[];
  /** Each reason once, with what it keeps from being asked. */
  readonly cannot: readonly { readonly purpose: OwnPurpose; readonly of: readonly Id[]; readonly count: number; readonly why: OwnWhy }[];
  readonly listings: readonly OwnListing[];
  readonly records: readonly OwnRecord[];
  readonly joins: readonly OwnJoin[];
  /** Letters of what came about by itself, the newest first. */
  readonly letters: readonly ToldLetterView[];
  readonly related: readonly { readonly file: string; readonly name: string; readonly relation: "branchOf" | "subsidiaryOf" | "controlledBy" }[];
}

/** One way out, or one procedure, among those that can be chosen. */
export interface OwnWay {
  readonly exit?: string;
  readonly procedure?: Id;
  /** Of the way out, or the procedure; absent where none governs. */
  readonly names?: Names;
  readonly allowed: boolean;
  readonly opens?: Day;
  readonly why?: OwnWhy;
  readonly documents: readonly Names[];
  readonly decidedBy?: Id;
  readonly decideBy?: { readonly day: Day; readonly provisional: boolean };
  /** Where the law leaves open which rule governs: the rule this follows. */
  readonly reading?: Id;
}

/** What an ask is about, as it stands on file. */
export type OwnAbout =
  | { readonly kind: "organisation" }
  | { readonly kind: "listing" | "record"; readonly of: Id; readonly on?: Day; readonly values: readonly ValueHere[] }
  | { readonly kind: "join"; readonly files: readonly string[]; readonly reasons: readonly string[] }
  | { readonly kind: "matter"; readonly purpose: string; readonly state: string; readonly openedOn: Day };

export interface OwnAskModel {
  readonly purpose: OwnPurpose;
  readonly aboutText: string;
  readonly about: OwnAbout;
  readonly ways: readonly OwnWay[];
  /** The one that is asked for; absent while one of several is to be chosen, or where none is open. */
  readonly chosen?: OwnWay;
  readonly governing?: Id;
  readonly fields: readonly Field[];
  /** For fields that name an authority. */
  readonly authorities: readonly Id[];
  readonly typed: OwnTyped;
  readonly wrong?: DeskWrong;
}

/** What was typed before, so that nothing is typed twice. */
export interface OwnTyped {
  readonly statement: string;
  readonly documents: readonly string[];
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Files came along: a browser does not keep them. */
  readonly files: boolean;
}

/** Authorities measured. */
export interface AuthoritiesModel {
  readonly from: Day;
  /** The first day that is not counted. */
  readonly until: Day;
  readonly lastDay: Day;
  readonly on: Day;
  readonly whole: Figures;
  readonly authorities: readonly AuthorityFigures[];
  /** Where each measure's limit comes from: the procedures of the law that state one. */
  readonly limits: Readonly<Record<"notice" | "service" | "decision" | "publication" | "objection" | "repair" | "release", readonly Id[]>>;
  readonly wrong?: DeskWrong;
}

export interface AuthorityFigures {
  readonly authority: Id | null;
  readonly figures: Figures;
  readonly releases: { readonly open: number; readonly overdue: number; readonly oldest: Day | null };
  readonly offices: readonly { readonly names: Names | null; readonly figures: Figures }[];
}
