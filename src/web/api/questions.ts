// Questions: the bodies that routes take, as types and nothing else, for their schemas (answers.ts). What is wrong with a body is said by the verb
// that reads it, all at once; no schema stands in front of it.

/** Each body under the name the operations have for it. */
export interface Questions {
  readonly evaluation: EvaluationQuestion;
  readonly evaluations: EvaluationsQuestion;
  readonly checkLine: CheckLineQuestion;
  readonly suppliers: SuppliersQuestion;
  readonly reports: ReportsQuestion;
  readonly opening: OpeningQuestion;
  readonly step: StepQuestion;
  readonly decisions: DecisionsQuestion;
  readonly acknowledgements: AcknowledgementsQuestion;
  readonly measureAnswers: MeasureAnswersQuestion;
  readonly watched: WatchedQuestion;
  readonly alert: AlertQuestion;
  readonly nothing: NothingQuestion;
}

/** A question of the Authorization API. */
export interface EvaluationQuestion {
  readonly subject: { readonly type: "organisation"; /** A file number, a code or a whole name. */ readonly id: string };
  readonly action: { /** An act of the law. */ readonly name: string };
  /** The place, where the act asks for one. */
  readonly resource?: { readonly type: "authority" | "office" | "region" | "none"; readonly id?: string };
  readonly context?: EvaluationContext;
}

export interface EvaluationContext {
  /** The day asked about; default today. */
  readonly on?: string;
  /** The day of the statute book; default the day asked about. */
  readonly law?: string;
  /** A ledger position or a day; default now. */
  readonly known?: string | number;
  /** The hash of a rulebook the register was run by before, or its first digits. */
  readonly rulebook?: string;
  /** Adds words in Chinese and English. */
  readonly explain?: boolean;
  /** Adds a signed receipt. */
  readonly receipt?: boolean;
}

/** Up to 1000 questions; what one leaves out is taken from beside them. */
export interface EvaluationsQuestion extends Partial<EvaluationQuestion> {
  readonly evaluations: readonly Partial<EvaluationQuestion>[];
  readonly options?: { readonly evaluations_semantic?: "execute_all" | "deny_on_first_deny" | "permit_on_first_permit" };
}

/** A line of the question stream. */
export interface CheckLineQuestion {
  readonly organisation: string;
  readonly act: string;
  readonly where?: string;
  readonly on?: string;
  readonly law?: string;
  readonly known?: string | number;
  readonly rulebook?: string;
  readonly explain?: boolean;
}

/** A list of suppliers, each with a name, a code, or both. */
export type SuppliersQuestion = readonly { readonly name?: string; readonly code?: string; readonly country?: string }[];

/** A lot of reports, of up to 100 organisations. */
export interface ReportsQuestion {
  readonly purpose: "tender" | "listing" | "financing" | "subsidy" | "licence" | "award" | "other";
  readonly organisations: readonly string[];
  /** The purpose in words; needed where it is another one. */
  readonly stated?: string;
  readonly from?: string;
  /** The first day no longer asked about. */
  readonly until?: string;
  readonly on?: string;
  readonly law?: string;
  readonly known?: string;
}

/** Who acts: an office with its officers, or an organisation. */
export type ActingParty = { readonly office: string; readonly officers?: readonly string[] } | { readonly organisation: string };

export interface AttachmentQuestion {
  readonly name: string;
  /** Base64. */
  readonly content: string;
}

/** A proposal to list, or the opening of a case. What each needs is the law's matter. */
export interface OpeningQuestion {
  readonly by: ActingParty;
  readonly propose?: Readonly<Record<string, unknown>>;
  readonly open?: Readonly<Record<string, unknown>>;
  readonly attachments?: readonly AttachmentQuestion[];
}

export interface StepQuestion {
  readonly by: ActingParty;
  /** Its fields are those of its type. */
  readonly step: { readonly type: string; readonly [field: string]: unknown };
  readonly attachments?: readonly AttachmentQuestion[];
}

/** A step in each of up to 500 cases. */
export interface DecisionsQuestion {
  readonly by: ActingParty;
  readonly decisions: readonly { readonly matter: string; readonly step: StepQuestion["step"] }[];
}

/** Up to 1000 releases that were taken over. */
export interface AcknowledgementsQuestion {
  readonly releases: readonly string[];
  readonly officers?: readonly string[];
  readonly consumer?: string;
}

/** Up to 200 answers of an office to measures that are its to decide or bind through it. */
export interface MeasureAnswersQuestion {
  readonly officers?: readonly string[];
  readonly answers: readonly {
    readonly organisation: string;
    readonly measure: string;
    readonly choice: "apply" | "decline" | "carriedOut" | "notCarriedOut";
    readonly effect?: string;
    /** Reasons; only what was carried out needs none. */
    readonly statement?: string;
    /** The listing or record behind, where several set the measure off. */
    readonly listing?: string;
    readonly record?: string;
    readonly on?: string;
  }[];
}

/** Whom a watch list holds: file numbers, codes or whole names. */
export interface WatchedQuestion {
  readonly organisations: readonly string[];
  readonly label?: string;
}

/** Where an alert goes: a mail address or an https address. */
export interface AlertQuestion {
  readonly target: string;
  readonly pace?: "atOnce" | "daily";
  readonly language?: "zh" | "en";
}

/** Nothing but what the address says. */
export type NothingQuestion = Readonly<Record<string, never>>;
