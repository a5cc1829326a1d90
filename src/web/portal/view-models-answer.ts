// The answer to a question about one organisation, as plain data in no language: the verdict, its chains of reasons, effects, ways out and what
// is missing. It follows domain/restrictions/answer.ts closely.
import type { Amount, Names } from "../../domain/terms/index.ts";
import type { Effect, Force, Reach } from "../../domain/rules/index.ts";
import type { ActChoice, BasisView, Day, EndView, Id, SourceView } from "./view-models.ts";
import type { Time } from "./view-models-rules.ts";

export interface AnswerView {
  readonly act: ActChoice;
  readonly verdict: "bound" | "clear" | "undetermined";
  readonly decision: boolean;
  /** Who may or may not, what, since when, free again when. */
  readonly sentence: Names;
  /** Two lines of why. */
  readonly reasons: readonly Names[];
  /** What the answer knows: deliveries, conflicts, what was checked. */
  readonly knows?: Names;
  /** The earliest way out; absent where the sources state none. */
  readonly out?: { readonly day?: Day; readonly provisional?: boolean; /** Its day has come: it can be taken on the day asked about. */ readonly now?: boolean; readonly sentence: Names };
  /** One for each effect that binds, from the measure back to the record. */
  readonly chains: readonly (readonly ChainLink[])[];
  /** What an office may still decide about this act, and what the law grants in it. */
  readonly possible: readonly EffectRow[];
  readonly favours: readonly EffectRow[];
  readonly exits: readonly ExitView[];
  readonly missing: readonly MissingView[];
  readonly presumed: readonly Names[];
  /** What was considered and does not bind. */
  readonly spared: readonly { readonly measure: Id; readonly authority: Id; readonly failed: Names }[];
  /** Whom the exits are asked of, and what follows. */
  readonly toWhom?: Names;
}

export type ChainLink =
  | { readonly kind: "measure"; readonly measure: Id; readonly authority: Id; readonly effects: readonly Effect[]; readonly force: Force; readonly amount?: Amount; readonly says?: Names; readonly from?: Day; readonly end?: EndView; readonly basis: readonly BasisView[] }
  | { readonly kind: "clause"; readonly memorandum: Id; readonly clauses: readonly string[]; readonly parties?: number; readonly quote?: string; readonly since?: Day; readonly basis: readonly BasisView[] }
  | { readonly kind: "listing"; readonly list: Id; readonly listing: string; readonly owner?: Id; readonly holds: "reported" | "kept"; readonly from?: Day; readonly end: EndView; readonly grounds?: Names; readonly edition?: { readonly asOf: Day; readonly inferred: boolean }; readonly source?: SourceView; readonly basis: readonly BasisView[] }
  | { readonly kind: "entailed"; readonly list: Id; readonly says: Names; readonly basis: readonly BasisView[] }
  | { readonly kind: "decision"; readonly by?: Id; readonly on?: Day; readonly says?: Names; readonly noticeOn?: Day; readonly answeredOn?: Day; readonly answerUntil?: Day; readonly basis: readonly BasisView[] }
  | { readonly kind: "criterion"; readonly id: string; readonly says: Names; readonly holds: boolean | "unknown" | "presumed"; readonly expression?: string; readonly values?: readonly ValueHere[]; readonly needs?: readonly Names[]; readonly basis: readonly BasisView[] }
  | { readonly kind: "record"; readonly type: Id; readonly record: string; readonly by?: Id; readonly says?: Names; readonly values?: readonly ValueHere[]; readonly on?: Day; readonly position?: number; readonly source?: SourceView; readonly basis: readonly BasisView[] }
  | { readonly kind: "status"; readonly says: Names; readonly basis: readonly BasisView[] }
  | { readonly kind: "withheld"; readonly authority: Id };

/** A fact of this case: a field and what it says, in the page's language. */
export interface ValueHere {
  readonly names: Names;
  readonly value: string;
}

export type ExitAct = "cause" | "term" | "repair" | "performance" | "objection" | "annulment" | "release" | "review";

export interface ExitView {
  readonly act: ExitAct;
  /** The law's own name for it, where it has one. */
  readonly names?: Names;
  readonly when:
    | { readonly kind: "day"; readonly day: Day; readonly provisional?: boolean }
    | { readonly kind: "now" }
    | { readonly kind: "sameDay" }
    | { readonly kind: "notStated" }
    | { readonly kind: "closed"; readonly since?: Day };
  readonly text?: Names;
  /** The law leaves open which of several rules governs: this way out follows this one. */
  readonly reading?: Id;
  /** `met` only where it was looked at; what the law asks an applicant to show is in no state before that. */
  readonly conditions: readonly { readonly text: Names; readonly met?: boolean | "unknown" }[];
  readonly by?: Id;
  /** The time in which it must be decided. */
  readonly within?: Time;
  readonly basis: readonly BasisView[];
}

export interface MissingView {
  readonly fact: Names;
  /** A place: the measure binds only where `from` acts. */
  readonly place?: boolean;
  readonly neededBy: Id;
  readonly from?: Id;
  readonly since?: Day;
}

export interface EffectRow {
  readonly state: "bound" | "may" | "undetermined" | "favoured" | "released";
  readonly act: { readonly value: string; readonly names: Names };
  readonly effects: readonly Effect[];
  readonly amount?: Amount;
  readonly measure: Id;
  readonly clause?: string;
  readonly memorandum?: Id;
  readonly authority: Id;
  readonly force: Force;
  readonly basis: readonly BasisView[];
  readonly reaches?: readonly Reach[];
  readonly from?: Day;
  readonly end?: EndView;
  readonly earliest?: { readonly day: Day; readonly provisional?: boolean; /** It has come. */ readonly now?: boolean };
  /** Why it is not determined, or what goes with it. */
  readonly note?: Names;
}
