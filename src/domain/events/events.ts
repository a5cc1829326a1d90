// Every event type, no logic. An event is an envelope (never changed) and a body (erasable, behind a commitment).
// Written by service/ verbs, kept by store/, read by domain/register and domain/cases.
import type {
  BatchId, BreachId, Digest, EditionId, End, FileNumber, Instant, Json, LawId, Language, ListingId, MatterId, PlainDate, Position, RecordId,
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

/** What a step of a procedure asks of the office beside its words: how many officers acted, whose consent, which review. Nobody is named. */
export interface Formalities {
  readonly officers: number;
  readonly consent?: { readonly by: FileNumber; readonly on: PlainDate };
  readonly legalReview?: { readonly on: PlainDate };
}

/** What a step had to state, by the law's own word for it, where no field of the event carries it: `remedies`. */
export type Statements = Readonly<Record<string, string>>;

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
  readonly FilesJoined: { readonly files: readonly [FileNumber, FileNumber]; readonly judgedBy: "matcher" | "person"; readonly score: number; readonly reasons: readonly MatchReason[] };
  readonly FilesSeparated: { readonly files: readonly [FileNumber, FileNumber]; readonly reason: string };
  readonly RelationReported: { readonly from: FileNumber; readonly to: FileNumber; readonly relation: "branchOf" | "subsidiaryOf" | "controlledBy"; readonly since?: PlainDate; readonly until?: PlainDate; readonly source?: RowSource };
  readonly RecordReported: {
    readonly record: RecordId; readonly file: FileNumber; readonly recordType: LawId; readonly fields: FieldValues; readonly breach?: BreachId;
    readonly actedOn?: PlainDate; readonly decidedOn?: PlainDate; readonly publishedFrom?: PlainDate; readonly source?: RowSource;
    /** What the row says of an organisation that was on file already: it stays on file by this row where the batch it came in is taken back. */
    readonly subject?: OrganisationFacts;
  };
  readonly RecordCorrected: { readonly record: RecordId; readonly file: FileNumber; readonly reason: string; readonly annulled: boolean; readonly fields?: FieldValues };
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
  readonly DefenceReceived: { readonly matter: MatterId; readonly file: FileNumber; readonly statement: string; readonly receivedOn: PlainDate };
  readonly ListingDecided: {
    readonly matter: MatterId; readonly file: FileNumber; readonly list: LawId; readonly authority: LawId; readonly outcome: "listed" | "conditional" | "reprimanded" | "noAction";
    readonly listing?: ListingId; readonly reasons: string; readonly basis: readonly { readonly instrument: LawId; readonly article?: string }[]; readonly decidedOn: PlainDate; readonly effectiveFrom?: PlainDate; readonly publishedFrom?: PlainDate;
    readonly end?: End; readonly exits: readonly string[]; readonly conditions: readonly string[]; readonly criteria: readonly { readonly id: string; readonly holds: boolean; readonly records: readonly RecordId[] }[]; readonly regions: readonly string[];
    readonly statements?: Statements; readonly formalities?: Formalities;
  };
  readonly ProposalWithdrawn: { readonly matter: MatterId; readonly file: FileNumber; readonly reason: string; readonly withdrawnOn: PlainDate };
  /** The end of a listing for any reason other than its term. `retroactive`: as if it had never been. */
  readonly ListingRemoved: { readonly matter: MatterId | null; readonly listing: ListingId; readonly file: FileNumber; readonly act: "repair" | "performance" | "objection" | "annulment" | "release" | "review"; readonly exit?: string; readonly appliedOn?: PlainDate; readonly removedOn: PlainDate; readonly retroactive: boolean; readonly reasons: string };
}

export type EventType = keyof Bodies;

/** The told log: what the derived standing did overnight, once each. Never ledger events. */
export interface Told {
  readonly sequence: number;
  /** Unique: the same thing is told once. */
  readonly key: string;
  readonly what: "termEnded" | "lawStarted" | "deadlinePassed" | "publicationEnded";
  readonly files: readonly FileNumber[];
  readonly day: PlainDate;
  readonly known: Position;
  readonly rulebook: Digest;
  readonly detail: { readonly [key: string]: Json };
}
