// Letter: what an office tells an organisation in a procedure, as a value. Every name and every word of the law comes from the caller;
// only labels are ours (letter-words.ts). `letterPdf` prints it in both languages, `letterText` writes it for the body of a mail.
import type { Confidence, Effect, Force } from "../domain/rules/index.ts";
import type { Language, Names, PlainDate } from "../domain/terms/index.ts";

/** A text in both languages, or in the one it was written in: it is then shown so in both parts, with a word that says it. */
export type Wording = Readonly<Record<Language, string>> | { readonly zh: string; readonly en?: never } | { readonly en: string; readonly zh?: never };

export type LetterKind =
  | "proposed-listing" | "decision" | "objection-decision" | "appeal-decision" | "repair-decision" | "acceptance" | "submission-receipt" | "withdrawal" | "stay" | "release" | "step-asked" | "duty-opened" | "duty-missed";

export interface Letter {
  readonly kind: LetterKind;
  /** Stands on top of every page: that the jurisdiction is invented, that this is a copy. */
  readonly pageNotice?: Wording;
  readonly from: { readonly names: Names; readonly file: string };
  readonly to: { readonly names: Names; readonly file: string; readonly codes: readonly { readonly scheme: Names; readonly value: string }[] };
  /** The matter, as the addressee may quote it. */
  readonly reference: string;
  readonly day: PlainDate;
  readonly title: Wording;
  readonly opening: readonly Wording[];
  /** Sections, printed in this order. An absent one is left out; an empty one says that there is none. */
  readonly decision?: readonly Wording[];
  readonly facts?: readonly { readonly label: Wording; readonly value: Wording }[];
  readonly reasons?: readonly Wording[];
  readonly basis?: readonly LetterBasis[];
  readonly consequences?: readonly LetterConsequence[];
  readonly answer?: { readonly how: Wording; /** The time as the law or the notice words it. */ readonly time?: Wording; readonly lastDay: LetterDay; readonly confidence?: Confidence };
  readonly end?: { readonly what: Wording; readonly freeFrom?: LetterDay; readonly confidence?: Confidence };
  readonly waysOut?: readonly { readonly what: Wording; readonly earliest?: LetterDay; readonly confidence?: Confidence }[];
  readonly remedies?: readonly LetterRemedy[];
  /** What the addressee can do now. */
  readonly nextSteps?: readonly Wording[];
  readonly attachments?: readonly { readonly name: string; readonly digest?: string }[];
  /** Posts that acted, never names of people. */
  readonly actedBy: readonly Names[];
}

export interface LetterBasis {
  readonly instrument: Names;
  readonly article?: Wording;
  /** The law's own words. */
  readonly quote?: Wording;
  readonly confidence?: Confidence;
}

export interface LetterConsequence {
  readonly measure: Names;
  readonly authority: Names;
  /** What it does, by the law's kinds of effect. */
  readonly effects?: readonly Effect[];
  readonly force?: Force;
  /** The memorandum or law that connects the measure. */
  readonly under?: Names;
  readonly confidence?: Confidence;
}

export interface LetterRemedy {
  readonly what: Wording;
  readonly to: Names;
  /** The time as the law words it. */
  readonly time?: Wording;
  readonly lastDay?: LetterDay;
  readonly confidence?: Confidence;
}

/** A day, and whether it may still move because the holidays it runs into are not yet published. */
export interface LetterDay {
  readonly day: PlainDate;
  readonly provisional: boolean;
}
