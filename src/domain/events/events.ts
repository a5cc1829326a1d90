// Every event type, no logic. An event is an envelope (never changed) and a body (erasable, behind a commitment).
// Written by service/ verbs, kept by store/, read by domain/register and domain/cases.
import type {
  AttachmentId, BatchId, BreachId, Digest, EditionId, End, FileNumber, Instant, Json, LawId, Language, ListingId, MatterId, PlainDate, Position, RecordId,
} from "../terms/index.ts";

export interface Envelope {
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly origin: { readonly node: string; readonly position: Position };
  readonly batch: BatchId | null;
  readonly matter: MatterId | null;
  readonly type: EventType;
  readonly version: number;
  readonly office: FileNumber | null;
  readonly officer: string | null;
  readonly files: readonly FileNumber[];
  readonly visibility: Visibility;
  /** `sha256:` over salt and canonical body (RFC 8785). */
  readonly commitment: Digest;
}

export type Visibility = "public" | "organisation" | "office" | "keeper";

/** A stored event; `body` is null once it has been forgotten. */
export type StoredEvent = { readonly [T in EventType]: Envelope & { readonly type: T; readonly body: Bodies[T] | null } }[EventType];
export type KnownEvent<T extends EventType = EventType> = { readonly [K in T]: Envelope & { readonly type: K; readonly body: Bodies[K] } }[T];
/** An event before it is stored: type and body. */
export type EventDraft = { readonly [T in EventType]: { readonly type: T; readonly body: Bodies[T] } }[EventType];

export interface NamePart {
  readonly text: string;
  readonly kind: "main" | "former" | "alias" | "trade" | "local";
  readonly language?: Language | string;
}

export interface CodePart {
  readonly scheme: LawId;
  readonly value: string;
  readonly from?: PlainDate;
  readonly until?: PlainDate;
}

/** Where a row came from: batch, sheet row (1-based as a spreadsheet counts), template. */
export interface RowSource {
  readonly batch: BatchId;
  readonly template: LawId;
  readonly row: number;
  readonly sheet?: string;
}

export interface OrganisationFacts {
  readonly names: readonly NamePart[];
  readonly codes: readonly CodePart[];
  readonly kind?: string;
  readonly legalForm?: string;
  readonly status?: string;
  readonly country?: string;
  readonly region?: string;
  readonly sector?: string;
  readonly address?: string;
  /** Where its letters go; never public. */
  readonly email?: string;
  readonly establishedOn?: PlainDate;
  /** Plain attributes of the registration, as in any company register; never a subject (design.md 2.2). */
  readonly officeHolders?: readonly { readonly office: string; readonly name: string }[];
  readonly source?: RowSource;
}

/** Field values of a record or listing: text, whole numbers as text where large, money in minor units, choices as a list. */
export type FieldValues = Readonly<Record<string, string | boolean | number | readonly string[] | { readonly minor: number; readonly currency: string }>>;

export interface MatchReason {
  readonly part: string;
  readonly score: number;
  readonly because: string;
}

/** What a step of a procedure asks of the office beside its words: how many officers acted and in which posts, which review. Posts, never names. */
export interface Formalities {
  readonly officers: number;
  /** The posts of the office that acted; empty where only their number is on record. */
  readonly acting: readonly string[];
  /** What the acting office itself once stated of the consent of the office above; since then that office gives it itself (`ConsentGiven`). */
  readonly statedConsent?: { readonly by: FileNumber; readonly on: PlainDate };
  readonly legalReview?: { readonly on: PlainDate };
}

/** What a step had to state, by the law's own word for it, where no field of the event carries it: `remedies`. */
export type Statements = Readonly<Record<string, string>>;

/** A file handed in with an act: evidence, a certificate, a letter of commitment. Its bytes are kept apart and go when the event's body goes. */
export interface Attachment {
  readonly id: AttachmentId;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly digest: Digest;
}

/** What a case is about: one listing, one record, the judgement that two files are one organisation, the decision of another case, or the organisation as such. */
export type CaseAbout =
  | { readonly kind: "organisation" }
  | { readonly kind: "listing"; readonly listing: ListingId }
  | { readonly kind: "record"; readonly record: RecordId }
  | { readonly kind: "join"; readonly files: readonly [FileNumber, FileNumber] }
  | { readonly kind: "matter"; readonly matter: MatterId };

/** What can be stayed, masked, repaired or released. */
export type Burden = Extract<CaseAbout, { readonly kind: "listing" | "record" }>;

/** Who takes a step: an office of the register, or the organisation the case is about. */
export type StepParty = "office" | "organisation";

/** What a step comes to, where it comes to something: an application taken up or not, granted or refused; an interview attended or not; a promise kept or broken. */
export type StepOutcome = "accepted" | "notAccepted" | "granted" | "refused" | "attended" | "notAttended" | "kept" | "broken";

/** What a held row said, kept so that it can enter once a person has decided: about a list or a template, under a key it is known again by. */
export interface HeldContent {
  readonly about: LawId;
  readonly rowKey: string;
  readonly facts: OrganisationFacts;
  readonly listing?: Omit<Bodies["ListingReported"], "file">;
  readonly record?: Omit<Bodies["RecordReported"], "file">;
}

export interface Bodies {
  readonly RulebookAdopted: { readonly hash: Digest; readonly bodies: readonly string[] };
  readonly OfficeOpened: { readonly file: FileNumber; /** The entry of the law that names it; an office may also be opened without one. */ readonly entry?: LawId; readonly authority: LawId; readonly names: { readonly en: string; readonly zh?: string }; readonly region?: string; readonly superior?: FileNumber };
  readonly BatchReceived: {
    readonly batch: BatchId; readonly template: LawId; readonly digest: Digest; readonly edition?: EditionId; readonly asOf?: PlainDate; readonly asOfInferred?: boolean;
    readonly counts: { readonly rows: number; readonly records: number; readonly duplicates: number; readonly held: number; readonly refused: number };
  };
  readonly BatchWithdrawn: { readonly batch: BatchId; readonly reason: string };
  /** A complete publication of a list as of a day. Each of its rows is reported under it, also where an edition before said the same: what is not, it does not carry. */
  readonly EditionReceived: { readonly edition: EditionId; readonly list: LawId; readonly asOf: PlainDate; readonly inferred: boolean };
  /** `asOf`: the day these facts are of, where it is another than the day they were recorded. */
  readonly OrganisationRegistered: { readonly file: FileNumber; readonly asOf?: PlainDate } & OrganisationFacts;
  /** More is known about it: names, codes, attributes; values of a later day win. */
  readonly OrganisationDescribed: { readonly file: FileNumber; readonly asOf?: PlainDate } & Partial<OrganisationFacts>;
  readonly FilesJoined: { readonly files: readonly [FileNumber, FileNumber]; readonly judgedBy: "matcher" | "person"; readonly score: number; readonly reasons: readonly MatchReason[]; /** The case that led to it. */ readonly matter?: MatterId };
  readonly FilesSeparated: { readonly files: readonly [FileNumber, FileNumber]; readonly reason: string; /** The case that led to it: the two are kept apart while it runs. */ readonly matter?: MatterId };
  readonly RelationReported: { readonly from: FileNumber; readonly to: FileNumber; readonly relation: "branchOf" | "subsidiaryOf" | "controlledBy"; readonly since?: PlainDate; readonly until?: PlainDate; readonly source?: RowSource };
  readonly RecordReported: {
    readonly record: RecordId; readonly file: FileNumber; readonly recordType: LawId; readonly fields: FieldValues; readonly breach?: BreachId;
    readonly actedOn?: PlainDate; readonly decidedOn?: PlainDate; readonly publishedFrom?: PlainDate; readonly source?: RowSource;
    /** What the row says of an organisation that was on file already: it stays on file by this row where the batch it came in is taken back. */
    readonly subject?: OrganisationFacts;
    /** The case that put it on file. */
    readonly matter?: MatterId;
  };
  readonly RecordCorrected: { readonly record: RecordId; readonly file: FileNumber; readonly reason: string; readonly annulled: boolean; readonly fields?: FieldValues; /** The case that led to it. */ readonly matter?: MatterId; /** The day the act it rests on fell; not given: the day it was recorded. */ readonly correctedOn?: PlainDate };
  /** What another body published: evidence with its source and edition. What it does not state stays not stated. */
  readonly ListingReported: {
    readonly listing: ListingId; readonly file: FileNumber; readonly list: LawId; readonly originator?: LawId; readonly decidedOn?: PlainDate; readonly effectiveFrom?: PlainDate;
    /** Where it was made, for measures that bind only there. */
    readonly regions?: readonly string[];
    readonly end: End; readonly fields: FieldValues; readonly edition: EditionId; readonly editionDay: PlainDate; readonly rowKey: string; readonly contentDigest: Digest; readonly source: RowSource;
    /** As in RecordReported. */
    readonly subject?: OrganisationFacts;
  };
  /** An office decided a discretionary measure, or declined one it may decline. */
  readonly MeasureDecided: { readonly measure: LawId; readonly file: FileNumber; readonly listing?: ListingId; readonly record?: RecordId; readonly authority: LawId; readonly choice: "apply" | "decline"; readonly effect?: string; readonly decidedOn: PlainDate; readonly reasons: string };
  /** A row waits for a person to say which organisation it means. */
  readonly RowHeld: { readonly batch: BatchId; readonly row: number; readonly why: string; readonly candidates: readonly { readonly file: FileNumber; readonly score: number; readonly reasons: readonly MatchReason[] }[]; readonly content: HeldContent };
  /** Nothing of a refused row is kept but its number and why. */
  readonly RowRefused: { readonly batch: BatchId; readonly row: number; readonly codes: readonly string[] };
  readonly HeldRowSettled: { readonly batch: BatchId; readonly row: number; readonly file: FileNumber | null; readonly reason: string };
  readonly ListingProposed: { readonly matter: MatterId; readonly file: FileNumber; readonly list: LawId; readonly authority: LawId; readonly criteria: readonly string[]; readonly records: readonly RecordId[]; readonly facts: string; readonly proposedOn: PlainDate; readonly actedOn?: PlainDate; readonly statements?: Statements; readonly formalities?: Formalities };
  readonly NoticeIssued: { readonly matter: MatterId; readonly file: FileNumber; readonly facts: string; readonly basis: readonly { readonly instrument: LawId; readonly article?: string }[]; readonly consequences: readonly LawId[]; readonly answerDays: number; readonly answerUnit: "workingDays" | "days" | "months" | "years"; readonly issuedOn: PlainDate; readonly statements?: Statements; readonly formalities?: Formalities };
  readonly NoticeServed: { readonly matter: MatterId; readonly file: FileNumber; readonly means: string; readonly failedMeans?: string; readonly servedOn: PlainDate; readonly substitute: boolean; readonly answerUntil: PlainDate; readonly provisional: boolean };
  /** `hearing`: the organisation asks to be heard. */
  readonly DefenceReceived: { readonly matter: MatterId; readonly file: FileNumber; readonly statement: string; readonly receivedOn: PlainDate; readonly attachments: readonly Attachment[]; readonly hearing: boolean };
  /** The hearing the organisation asked for was held, led by a post that did not propose the listing; `attended`: whether the organisation came. */
  readonly HearingHeld: { readonly matter: MatterId; readonly file: FileNumber; readonly heldOn: PlainDate; readonly chair: string; readonly attended: boolean; readonly minutes: string };
  /** A post of the office stands back from the case, or is made to: nothing it does in the case counts from then on. */
  readonly OfficerRecused: { readonly matter: MatterId; readonly file: FileNumber; readonly officer: string; readonly reason: string; readonly recusedOn: PlainDate };
  /** The office above consented to a step, in its own words and by its own posts. `office`: the one that consented. */
  readonly ConsentGiven: { readonly matter: MatterId; readonly file: FileNumber; readonly step: string; readonly office: FileNumber; readonly givenOn: PlainDate; readonly reason?: string; readonly formalities: Formalities };
  /** The office above refused its consent to a step, with its reason. */
  readonly ConsentRefused: { readonly matter: MatterId; readonly file: FileNumber; readonly step: string; readonly office: FileNumber; readonly refusedOn: PlainDate; readonly reason: string; readonly formalities: Formalities };
  readonly ListingDecided: {
    readonly matter: MatterId; readonly file: FileNumber; readonly list: LawId; readonly authority: LawId; readonly outcome: "listed" | "conditional" | "reprimanded" | "noAction";
    readonly listing?: ListingId; readonly reasons: string; readonly basis: readonly { readonly instrument: LawId; readonly article?: string }[]; readonly decidedOn: PlainDate; readonly effectiveFrom?: PlainDate; readonly publishedFrom?: PlainDate;
    readonly end?: End; readonly exits: readonly string[]; readonly conditions: readonly string[]; readonly criteria: readonly { readonly id: string; readonly holds: boolean; readonly records: readonly RecordId[] }[]; readonly regions: readonly string[];
    readonly statements?: Statements; readonly formalities?: Formalities;
  };
  readonly ProposalWithdrawn: { readonly matter: MatterId; readonly file: FileNumber; readonly reason: string; readonly withdrawnOn: PlainDate };
  /** The end of a listing for any reason other than its term. `retroactive`: as if it had never been. */
  readonly ListingRemoved: { readonly matter: MatterId | null; readonly listing: ListingId; readonly file: FileNumber; readonly act: "repair" | "performance" | "objection" | "annulment" | "release" | "review"; readonly exit?: string; readonly appliedOn?: PlainDate; readonly removedOn: PlainDate; readonly retroactive: boolean; readonly reasons: string; /** The objection, appeal or application that led to it. */ readonly because?: MatterId };
  /**
   * A procedure other than a listing begins: an objection, an appeal, an application for repair or removal, a commitment, a report, an
   * interview. `office`: decides in the first instance. `exit`: the way out that is applied for.
   */
  readonly CaseOpened: {
    readonly matter: MatterId; readonly file: FileNumber; readonly procedure: LawId; readonly about: CaseAbout; readonly office: FileNumber; readonly step: string; readonly by: StepParty; readonly openedOn: PlainDate;
    readonly statement: string; readonly exit?: string; readonly documents: readonly string[]; readonly attachments: readonly Attachment[]; readonly fields?: FieldValues; readonly statements?: Statements; readonly formalities?: Formalities;
  };
  /** A step of such a case, or one a listing procedure knows beyond notice, answer and decision. `fields`: what it puts on file. */
  readonly StepTaken: {
    readonly matter: MatterId; readonly file: FileNumber; readonly step: string; readonly by: StepParty; readonly takenOn: PlainDate; readonly statement: string; readonly outcome?: StepOutcome;
    readonly documents: readonly string[]; readonly attachments: readonly Attachment[]; readonly fields?: FieldValues; readonly statements?: Statements; readonly formalities?: Formalities;
  };
  readonly CaseWithdrawn: { readonly matter: MatterId; readonly file: FileNumber; readonly by: StepParty; readonly reason: string; readonly withdrawnOn: PlainDate };
  /** Publication, sharing and use of a record end early by repair; nothing is erased. */
  readonly RecordRepaired: { readonly matter: MatterId; readonly record: RecordId; readonly file: FileNumber; readonly repairedOn: PlainDate; readonly reasons: string };
  /** While it runs, no measure binds because of what is stayed. `mask`: its publication rests as well, as while a reorganisation plan is performed. */
  readonly EffectsStayed: { readonly matter: MatterId; readonly file: FileNumber; readonly about: Burden; readonly mask: boolean; readonly from: PlainDate; readonly reasons: string };
  readonly StayEnded: { readonly matter: MatterId; readonly file: FileNumber; readonly about: Burden; readonly endedOn: PlainDate; readonly reasons: string };
  /** A consumer has taken a release over: it no longer publishes, shares or uses what ended. `release`: the key it was told under. */
  readonly ReleaseAcknowledged: { readonly release: string; readonly consumer: LawId; readonly file: FileNumber; readonly acknowledgedOn: PlainDate };
  /** What became of a measure at the authority that carries it out: feedback to whoever listed. Changes no answer. `list`: of the listing behind. */
  readonly ExecutionReported: { readonly measure: LawId; readonly file: FileNumber; readonly list?: LawId; readonly listing?: ListingId; readonly record?: RecordId; readonly authority: LawId; readonly outcome: "carriedOut" | "notCarriedOut"; readonly doneOn: PlainDate; readonly statement: string };
}

export type EventType = keyof Bodies;

/** The told log: what the derived standing did overnight, once each. Never ledger events. */
export interface Told {
  readonly sequence: number;
  /** Unique: the same thing is told once. */
  readonly key: string;
  readonly what: "listed" | "published" | "termEnded" | "removed" | "annulled" | "repaired" | "stayed" | "stayEnded" | "memorandumEnded" | "publicationEnded" | "dutyOpened" | "deadlinePassed";
  readonly files: readonly FileNumber[];
  readonly day: PlainDate;
  readonly known: Position;
  readonly rulebook: Digest;
  readonly detail: { readonly [key: string]: Json };
}
