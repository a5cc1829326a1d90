// Answer: the reply to a check, ids inside, words only when asked (explain.ts). The fixed contract of design.md 6.
import type { Amount, Digest, EditionId, End, FileNumber, Language, LawId, ListingId, Names, PlainDate, Position, RecordId } from "../terms/index.ts";
import type { Confidence, Effect, Force, Reach } from "../rules/index.ts";

export type Verdict = "bound" | "clear" | "undetermined";

export interface Question {
  readonly organisation: FileNumber;
  readonly act: LawId;
  /** Authority's id, office's file number or region code. */
  readonly where?: string;
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly known: Position;
  readonly explain: boolean;
}

/** Who asks: the keeper of the data folder sees everything; the public only what is published today. */
export type Asker = { readonly kind: "keeper" } | { readonly kind: "public" };
export const KEEPER = { kind: "keeper" } as const satisfies Asker;
export const PUBLIC = { kind: "public" } as const satisfies Asker;

export interface CriterionResult {
  readonly id: string;
  readonly holds: boolean | "unknown" | "presumed";
  readonly records?: readonly RecordId[];
  readonly needs?: readonly string[];
}

export type TriggerRef =
  | { readonly kind: "list"; readonly list: LawId; readonly listing: ListingId }
  | { readonly kind: "record"; readonly type: LawId; readonly record: RecordId }
  | { readonly kind: "entailed"; readonly list: LawId; readonly listing: ListingId; readonly cause: readonly string[] }
  | { readonly kind: "status"; readonly status: string };

export type Because =
  | { readonly withheld: true; readonly authority: LawId }
  | {
      readonly trigger: TriggerRef;
      readonly memorandum?: LawId;
      readonly clause?: string;
      readonly decidedBy?: LawId;
      readonly decidedOn?: PlainDate;
      readonly criteria: readonly CriterionResult[];
    };

export interface BasisRef {
  readonly instrument: LawId;
  readonly article?: string;
  readonly quote?: string;
  readonly confidence: Confidence;
}

export interface Exit {
  readonly acts: readonly string[];
  readonly earliest?: PlainDate;
  readonly provisional?: true;
  /** Conditions and by whom, where the law states them; ids are worded by explain.ts. */
  readonly listing?: ListingId;
  readonly list?: LawId;
  readonly exit?: string;
  /** The repair rule and its tier that open it; absent: the list's own rule does. */
  readonly repair?: LawId;
  readonly tier?: string;
  /** Where the law leaves open which rule governs: the one this way out follows. */
  readonly reading?: LawId;
  /** Lists the organisation must be off first; their ways out are among the acts. */
  readonly needs?: readonly LawId[];
  /** By when an application made on the earliest day, or on the day asked if that is later, must be decided. */
  readonly decideBy?: PlainDate;
}

export interface EffectInForce {
  readonly effect: Effect;
  readonly force: Force;
  readonly measure: LawId;
  readonly authority: LawId;
  readonly acts?: readonly LawId[];
  readonly amount?: Amount;
  readonly reaches?: readonly Reach[];
  readonly from: PlainDate;
  readonly until?: PlainDate;
  readonly end: End;
  readonly because: Because;
  readonly basis: readonly BasisRef[];
  readonly exits: readonly Exit[];
}

/** What an office may still decide; changes no verdict. */
export interface PossibleEffect extends Omit<EffectInForce, "effect"> {
  readonly effects: readonly Effect[];
}

/** An order that holds back what a listing or record would set off. Its reasons stay with the keeper. */
export interface StayInForce {
  readonly about: { readonly kind: "listing"; readonly list: LawId; readonly listing: ListingId } | { readonly kind: "record"; readonly type: LawId; readonly record: RecordId };
  readonly since: PlainDate;
  /** The first day on which it no longer holds, where it has ended. */
  readonly until?: PlainDate;
  readonly orderedBy?: { readonly office: FileNumber; readonly authority?: LawId; readonly names?: Names };
}

export interface Spared {
  readonly measure: LawId;
  readonly authority: LawId;
  readonly because: Because;
  /** The condition that failed; `declined`; `stayed`; or `precedence:` and the rule of precedence that puts another rule first or suspends this one. */
  readonly failed: string;
  /** Where it is stayed: the orders that hold it back. */
  readonly stays?: readonly StayInForce[];
  /** That rule of precedence. */
  readonly precedence?: LawId;
  readonly criteria: readonly CriterionResult[];
}

export interface Missing {
  /** `reading`: nothing is missing but a rule that says which of several governs; `fact` names the rule of precedence that leaves it open. */
  readonly kind: "fact" | "where" | "edition" | "ownListing" | "choice" | "reading";
  readonly fact: string;
  /** The measure, list or act that needs it. */
  readonly neededBy: LawId;
  readonly of?: LawId;
  readonly since?: PlainDate;
}

/** One of several readings of the law that the law itself does not settle: what binds if this rule governs. */
export interface Reading {
  /** The rule this reading follows: a list, repair rule, measure or memorandum. */
  readonly reading: LawId;
  /** Of a repair rule: the tier, where that too is open. */
  readonly tier?: string;
  /** The rule of precedence that leaves it open; absent: none speaks. */
  readonly precedence?: LawId;
  /** As far as these rules go: bound where a burden binds under this reading. */
  readonly verdict: "bound" | "clear";
  readonly effects: readonly EffectInForce[];
}

export interface AsOf {
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly known: Position;
  readonly rulebook: Digest;
  readonly by: "derive" | "index";
  readonly editions: Readonly<Record<string, PlainDate>>;
}

export interface AnsweredOrganisation {
  readonly file: FileNumber | null;
  readonly name: string | null;
  readonly codes: readonly { readonly scheme: LawId; readonly value: string }[];
  readonly onFile: boolean;
}

export interface Answer {
  readonly organisation: AnsweredOrganisation;
  readonly act: string;
  readonly verdict: Verdict;
  readonly decision: boolean;
  readonly effects: readonly EffectInForce[];
  readonly possible: readonly PossibleEffect[];
  readonly favours: readonly EffectInForce[];
  readonly spared: readonly Spared[];
  readonly missing: readonly Missing[];
  readonly presumed: readonly string[];
  readonly exits: readonly Exit[];
  /** Where the law leaves open which of several rules governs and they differ on what binds: each of them. */
  readonly readings?: readonly Reading[];
  /** Orders without which more would bind here; absent where there are none the asker may see. */
  readonly stayed?: readonly StayInForce[];
  readonly asOf: AsOf;
  /** Words, with `--explain`. */
  readonly words?: Readonly<Record<Language, AnswerWords>>;
}

export interface AnswerWords {
  readonly sentence: string;
  readonly reasons: readonly string[];
  readonly exits: readonly string[];
}

/** An edition as shown: which, of what list, of what day. */
export interface EditionRef {
  readonly edition: EditionId;
  readonly list: LawId;
  readonly asOf: PlainDate;
  readonly inferred: boolean;
}
