// What the page of a pre-flight shows, as plain data in no language: the kinds of record one may suppose, what was stated, and what would follow.
// preflight-model.ts fills it, preflight-page.ts words it.
import type { DeskWrong } from "./view-models-desk.ts";
import type { Day, Effect, EndView, Id, ListColour, Names, RegimeView } from "./view-models.ts";
import type { ExitView } from "./view-models-answer.ts";

export interface PreflightModel {
  readonly organisation: { readonly file: string; readonly name: string; readonly otherName?: string };
  /** By what they are about, in the order of the page. */
  readonly kinds: readonly { readonly value: Id; readonly about: string }[];
  readonly chosen?: Id;
  readonly fields: readonly PreflightField[];
  readonly authorities: readonly Id[];
  readonly typed: Readonly<Record<string, readonly string[]>>;
  /** The day of the decision supposed, and of the act it is about as typed; empty: the same day. */
  readonly on: Day;
  readonly acted: string;
  /** The law of the day asked has no such kind of record. */
  readonly notInForce?: true;
  readonly wrong?: DeskWrong;
  readonly result?: PreflightView;
}

export interface PreflightField {
  readonly name: string;
  readonly names: Names;
  readonly type: "text" | "day" | "money" | "integer" | "flag" | "choice" | "choices" | "rate" | "authority" | "code";
  readonly choices?: readonly { readonly value: string; readonly names?: Names }[];
}

export interface PreflightView {
  readonly type: Id;
  readonly state: "bound" | "may" | "undetermined" | "clear";
  readonly counts: PreflightCounts;
  /** The earliest way out of a burden; absent: nothing burdens, or the law names no day. */
  readonly out?: { readonly day: Day; readonly provisional: boolean; readonly act: ExitView["act"]; readonly now: boolean };
  /** Lists the law itself would add. */
  readonly entailed: readonly Id[];
  readonly proposals: readonly PreflightProposal[];
  /** Lists that hang on facts nobody stated. */
  readonly open: readonly { readonly list: Id; readonly owner: Id; readonly needs: readonly Names[] }[];
  readonly closed: readonly Id[];
  /** Lists in favour it would be off at once. */
  readonly lostLists: readonly Id[];
  /** Measures aimed at office-holders, at once or with a listing: shown, never enforced. */
  readonly officeHolders: readonly Id[];
  readonly rows: readonly PreflightRow[];
  readonly publishedUntil?: Day;
  readonly plan: readonly ExitView[];
  readonly noWayOut: readonly Id[];
  readonly regimes: readonly RegimeView[];
}

export interface PreflightCounts {
  readonly bound: number;
  readonly may: number;
  readonly undetermined: number;
  readonly proposed: number;
  readonly entailed: number;
  readonly lost: number;
  readonly openLists: number;
  readonly gained: number;
}

/** A list whose criteria would be met: an authority decides. */
export interface PreflightProposal {
  readonly list: Id;
  readonly owner: Id;
  readonly colour: ListColour;
  readonly end: EndView;
  readonly criteria: readonly CriterionLine[];
  readonly binding: number;
  readonly possible: number;
  readonly lostLists: readonly Id[];
}

/** One named criterion as the facts leave it. */
export interface CriterionLine {
  readonly names: Names;
  readonly state: "met" | "notMet" | "unknown";
  readonly needs: readonly Names[];
  /** Taken as given because the law says so. */
  readonly presumed?: true;
}

export interface PreflightRow {
  /** `ifListed`: binds once an authority has listed it; `lost`: a favour that ends. */
  readonly state: "bound" | "may" | "ifListed" | "undetermined" | "lost" | "lostIfListed" | "gained";
  readonly measure: Id;
  readonly authority: Id;
  readonly effects: readonly Effect[];
  readonly acts: readonly Id[];
  /** What sets it off, or gave the favour; absent: the record itself. */
  readonly list?: Id;
  readonly memorandum?: Id;
  readonly end?: EndView;
  readonly earliest?: { readonly day: Day; readonly provisional: boolean };
  readonly needs: readonly Names[];
}

/** What of the law is about one organisation. */
export interface AppliesModel {
  readonly organisation: PreflightModel["organisation"];
  /** What the law goes by; absent where nobody stated it. */
  readonly region?: Names;
  readonly sector?: Names;
  readonly legalForm?: Names;
  readonly lists: readonly AppliesList[];
  readonly memoranda: readonly { readonly memorandum: Id; readonly lists: readonly Id[]; readonly now: boolean; readonly authorities: number; readonly burdens: number; readonly favours: number }[];
  readonly gradings: readonly { readonly grading: Id; readonly owner: Id; readonly grade?: { readonly names: Names; readonly since?: Day } }[];
  readonly duties: readonly AppliesDuty[];
}

export interface AppliesList {
  readonly list: Id;
  readonly owner: Id;
  readonly colour: ListColour;
  /** `lost`: it may not be on it while something holds; `notStated`: the law states no criteria here. */
  readonly state: "on" | "lost" | "met" | "unknown" | "notMet" | "notStated";
  readonly by: "criteria" | "law" | "notStated";
  /** What of the organisation would have to be known to say that the list is about it. */
  readonly scopeMissing: readonly ("region" | "sector")[];
  readonly government: boolean;
  readonly criteria: readonly CriterionLine[];
  readonly lostWhen: readonly CriterionLine[];
}

export interface AppliesDuty {
  readonly procedure: Id;
  readonly state: "owed" | "done" | "missed" | "binds" | "unknown" | "notBound";
  readonly criteria: readonly CriterionLine[];
  readonly foundedUnknown: boolean;
  readonly list?: Id;
  readonly year?: number;
  readonly lastDay?: { readonly day: Day; readonly provisional: boolean };
  readonly doneOn?: Day;
}
