// Report: what a signed credit report says of one organisation, for a stated purpose and period. It stands as a line in a file laid out as
// a receipt's is, by itself or in a lot. Everything in it is worded in both languages, so that no law is needed to read or print it.
// docs/reference/reports.md describes the file.
import type { Digest, End, FileNumber, Instant, Names, PlainDate, Position } from "../terms/index.ts";

/** Rises when a report says something else of the same facts; the code of an older one is then made again by nobody. */
export const REPORT_VERSION = 1;
/** Rises when the same report is drawn otherwise: a paper is held against what this program draws, and no other. */
export const PAPER_VERSION = 1;
/** What a file handed in for verification may have at most, PDF or signed file. */
export const REPORT_BYTES_MAX = 16 * 1024 * 1024;
export const PURPOSE_WORDS_MAX = 200;

/** What a report may be asked for. In a code each is its place in this row: add at the end. */
export const PURPOSES = ["tender", "listing", "financing", "subsidy", "licence", "award", "other"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The same in both languages; where the source has one of them only, that one stands in both. */
export interface Both {
  readonly en: string;
  readonly zh: string;
}

/** One report as it is signed. */
export interface ReportLine {
  readonly kind: "report";
  readonly salt: string;
  /** The verification code, made of what `content` says, whatever words it says it in. */
  readonly code: string;
  readonly paper: typeof PAPER_VERSION;
  /** What the asker stated beside the kind of purpose. No code carries it: only the signature proves it. */
  readonly stated: string | null;
  /** The register's own address, where codes are verified; null where it was made without one. */
  readonly origin: string | null;
  readonly content: ReportContent;
}

/** One question of a lot that could not be answered. */
export interface ReportErrorLine {
  readonly kind: "error";
  readonly salt: string;
  readonly asked: string;
  readonly error: { readonly code: string; readonly message: string };
}

/** What the register says: the same position, clocks, rulebook, purpose and period say it again. */
export interface ReportContent {
  readonly version: typeof REPORT_VERSION;
  readonly issuedAt: Instant;
  readonly register: { readonly name: Names; /** Of an invented register: the invented nation. */ readonly model: Names | null };
  readonly organisation: ReportOrganisation;
  readonly purpose: Purpose;
  /** Half open: `until` is the first day no longer asked about. */
  readonly period: { readonly from: PlainDate; readonly until: PlainDate };
  readonly asOf: { readonly on: PlainDate; readonly law: PlainDate; readonly known: Position; readonly rulebook: Digest; /** Of the event at that position. */ readonly commitment: Digest | null };
  readonly statement: ReportStatement;
  readonly kinds: readonly ReportKind[];
  readonly lists: readonly ReportList[];
  readonly binding: ReportBinding;
}

export interface ReportOrganisation {
  readonly file: FileNumber;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly codes: readonly { readonly scheme: Names; readonly value: string }[];
  readonly facts: readonly { readonly what: RegistrationFact; readonly value: Both }[];
}

/** What of the registration a report tells; names of persons are not among it. */
export type RegistrationFact = "status" | "kind" | "legalForm" | "sector" | "region" | "address" | "country" | "establishedOn";

/** One kind of record: what was handed in of it, and what of that is of the period. `count` is null where nobody handed anything in. */
export interface ReportKind {
  readonly id: string;
  readonly names: Names;
  readonly about: string;
  /** First and newest day on which such records came in; null: never. */
  readonly delivered: { readonly first: PlainDate; readonly last: PlainDate } | null;
  readonly count: number | null;
  readonly records: readonly ReportRecord[];
}

export interface ReportRecord {
  readonly decidedOn: PlainDate | null;
  readonly actedOn: PlainDate | null;
  readonly values: readonly { readonly names: Names; readonly value: Both }[];
  readonly position: number;
  readonly publishedUntil: PlainDate | null;
  readonly disputedSince: PlainDate | null;
}

/** One list: what is known of it, and the organisation's listings in the period. `count` is null where nobody can say. */
export interface ReportList {
  readonly id: string;
  readonly names: Names;
  readonly colour: string;
  readonly owner: Names;
  /** Decided in this register, handed in as editions, or made by the law itself. */
  readonly kept: "here" | "editions" | "byLaw";
  readonly edition: { readonly asOf: PlainDate; readonly inferred: boolean } | null;
  /** The newest edition is older than the law lets it be. */
  readonly stale: boolean;
  readonly count: number | null;
  readonly listings: readonly ReportListing[];
}

export interface ReportListing {
  readonly from: PlainDate;
  readonly decidedOn: PlainDate | null;
  readonly decidedBy: Names | null;
  readonly end: End;
  /** What the End says in words, where it says any. */
  readonly endWords: Both | null;
  readonly stands: boolean;
  readonly disputedSince: PlainDate | null;
  /** It has to go, because the act behind it fell. */
  readonly hasToGo: boolean;
}

/** What binds on the day, each effect once, with reasons and ways out. */
export interface ReportBinding {
  /** Acts, by what is said of them. */
  readonly verdicts: Readonly<Record<"bound" | "clear" | "undetermined", number>>;
  readonly effects: readonly ReportEffect[];
  readonly possible: readonly ReportEffect[];
  readonly favours: readonly ReportEffect[];
  readonly missing: readonly Both[];
  /** The smallest sets of acts after which nothing binds. */
  readonly exits: readonly Both[];
}

export interface ReportEffect {
  /** The measure's id in the law. */
  readonly id: string;
  readonly measure: Names;
  readonly authority: Names;
  /** Words of the law's kinds of effect: `deny`, `restrict`. */
  readonly effects: readonly string[];
  readonly force: string;
  readonly acts: readonly Names[];
  readonly from: PlainDate;
  readonly end: End;
  readonly endWords: Both | null;
  /** Why, a sentence each; where the reason may not be shown, that it is withheld and who has it. */
  readonly because: readonly Both[];
  readonly exits: readonly Both[];
}

/** What can be said in one sentence, and of how many kinds and lists it is said. Made by report-statement.ts. */
export interface ReportStatement {
  /** `none`: nothing of what was handed in names it; `some`: something does; `unknown`: too little was handed in to say either. */
  readonly finding: "none" | "some" | "unknown";
  readonly records: number;
  readonly listings: number;
  /** Kinds of record and lists that were handed in, and those that nobody handed in. */
  readonly kinds: { readonly known: number; readonly unknown: number };
  readonly lists: { readonly known: number; readonly unknown: number };
}
