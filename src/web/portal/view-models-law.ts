// What the pages about the law itself show, as plain data in no language: ways along the law, search, differences, findings, cascades.
// Filled by models/law-*.ts from the verbs' answers; worded by the pages. Shapes shared with other pages stand in view-models-rules.ts and view-models.ts.
import type { LintRuleId } from "../../domain/rules/index.ts";
import type { BasisView, Confidence, Day, Effect, Entry, Force, Id, ListColour, Names, RegimeView } from "./view-models.ts";
import type { LintFindingView } from "./view-models-rules.ts";

export type LawWay = "kind" | "authority" | "list" | "memorandum" | "measure" | "article";
export type LawStanding = "inForce" | "notYet" | "ended" | "draft";
export type Severity = LintFindingView["severity"];

// The front page of the law, and the ways along it.

export interface LawFrontModel {
  readonly kinds: readonly { readonly kind: Entry["kind"]; readonly inForce: number; readonly other: number; readonly drafts: number; readonly people: number }[];
  readonly ways: readonly { readonly way: LawWay; readonly count: number }[];
  readonly regimes: readonly RegimeView[];
  readonly findings: Readonly<Record<Severity, number>>;
  /** Turning days of the law that have been, and that are announced. */
  readonly turns: { readonly last?: Day; readonly next?: Day };
  /** Words that find something. */
  readonly examples: readonly Names[];
}

/** One field of a form that narrows what is shown. */
export interface LawFilterView {
  readonly name: string;
  readonly chosen: string;
  /** Names where the law names the value; otherwise the page has a word for it. */
  readonly choices: readonly { readonly value: string; readonly names?: Names; readonly count?: number }[];
}

export interface Paged {
  readonly total: number;
  readonly first: number;
  readonly previous?: string;
  readonly next?: string;
}

export interface ShelfModel extends Paged {
  readonly way: LawWay;
  readonly filters: readonly LawFilterView[];
  readonly rows: readonly ShelfRow[];
}

/** What every row about an entry has. */
export interface LawRowView {
  readonly id: Id;
  readonly kind: Entry["kind"];
  readonly names: Names;
  readonly from?: Day;
  readonly until?: Day;
  readonly confidence: Confidence;
  readonly standing: LawStanding;
  readonly people?: boolean;
}

export interface ShelfRow extends LawRowView {
  readonly counts: Readonly<Record<string, number>>;
  readonly colour?: ListColour;
  readonly owner?: Id;
  readonly domain?: Names;
  readonly level?: string;
  readonly authority?: Id;
  readonly memorandum?: Id;
  readonly clause?: string;
  readonly effects?: readonly Effect[];
  readonly force?: Force;
  readonly acts?: readonly Id[];
  readonly lists?: readonly Id[];
  readonly rank?: string;
  readonly day?: Day;
}

export interface AuthorityModel extends LawRowView {
  readonly level: string;
  readonly superior?: Id;
  readonly powers: readonly string[];
  readonly basis: readonly BasisView[];
  readonly note?: Names;
  readonly lists: readonly { readonly list: Id; readonly colour: ListColour; readonly people: boolean; readonly measures: number; readonly authorities: number; readonly follows: number }[];
  readonly takes: readonly TakenView[];
  readonly others: readonly (Omit<TakenView, "memorandum"> & { readonly authority: Id })[];
  /** Shorter facts, each a list of entries. */
  readonly more: readonly { readonly what: "recordTypes" | "grades" | "repairs" | "metrics" | "memoranda" | "below"; readonly entries: readonly Id[] }[];
}

/** Measures taken together, counted by what they do. */
export interface TakenView {
  readonly memorandum?: Id;
  readonly measures: number;
  readonly mandatory: number;
  readonly effects: readonly { readonly effect: Effect; readonly count: number }[];
  /** Where there are few: each of them. */
  readonly each: readonly Id[];
}

export interface InstrumentModel extends LawRowView {
  readonly rank: string;
  readonly day?: Day;
  readonly articles: readonly { readonly article?: string; readonly rests: readonly RestView[] }[];
}

export interface RestView {
  readonly entry: Id;
  readonly kind: Entry["kind"];
  readonly standing: LawStanding;
  readonly people?: boolean;
  readonly quote?: string;
  readonly confidence: Confidence;
}

// Search.

export interface LawSearchModel extends Paged {
  readonly asked: string;
  readonly filters: readonly LawFilterView[];
  readonly hits: readonly LawHitView[];
  readonly examples: readonly Names[];
}

export interface LawHitView extends LawRowView {
  readonly found: readonly FoundView[];
}

export interface FoundView {
  readonly field: "name" | "id" | "otherName" | "part" | "note" | "quote" | "article";
  readonly text: string;
  readonly marks: readonly { readonly from: number; readonly to: number }[];
  readonly instrument?: Id;
}

// Differences.

export interface LawDiffModel extends Paged {
  readonly from: Day;
  readonly to: Day;
  readonly presets: readonly { readonly label: Names; readonly from: Day; readonly to: Day }[];
  readonly filters: readonly LawFilterView[];
  /** Whomever they concern; and those shown, by kind of entry. */
  readonly all: number;
  readonly counts: readonly { readonly kind: Entry["kind"]; readonly began: number; readonly ended: number; readonly changed: number }[];
  readonly changes: readonly LawChangeView[];
}

export interface LawChangeView {
  readonly what: "began" | "ended" | "changed";
  readonly on: Day;
  readonly entry: Id;
  readonly kind: Entry["kind"];
  readonly names: Names;
  readonly words: Names;
  readonly people?: boolean;
  readonly memorandum?: Id;
  readonly replacedBy?: Id;
  readonly basis: readonly BasisView[];
}

export interface LawChangesModel {
  readonly filters: readonly LawFilterView[];
  readonly days: readonly { readonly day: Day; readonly announced: boolean; readonly changes: readonly LawChangeView[] }[];
  readonly more: boolean;
}

// Findings.

export interface LawLintModel extends Paged {
  readonly on: Day;
  readonly standards: Day;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly surveyed: { readonly entries: number; readonly lists: number; readonly burdens: number; readonly memoranda: number; readonly recordTypes: number; readonly aboutPersons: number };
  readonly rules: readonly LintRuleView[];
  /** A rule was chosen: only its findings are shown, with its explanation. */
  readonly rule?: LintRuleView;
  readonly filters: readonly LawFilterView[];
  readonly findings: readonly LintFindingView[];
  readonly regimes: readonly LintRegimeView[];
  readonly piles: readonly PileView[];
  readonly presets: readonly { readonly label: Names; readonly on: Day; readonly standards: Day }[];
}

export interface LintRuleView {
  readonly rule: LintRuleId;
  readonly names: Names;
  readonly why: Names;
  readonly remedy: Names;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** The law of one regime by its own standards, and by those of the last. */
export interface LintRegimeView {
  readonly label: Names;
  readonly on: Day;
  readonly lists: number;
  readonly burdens: number;
  readonly own: Readonly<Record<Severity, number>>;
  readonly later: Readonly<Record<Severity, number>>;
  /** Of the body of law with the most lists. */
  readonly median?: number;
  readonly p90?: number;
  readonly max?: number;
}

export interface PileView {
  readonly body: Names;
  readonly lists: number;
  readonly median: number;
  readonly p90: number;
  readonly max: number;
  readonly histogram: readonly { readonly from: number; readonly to?: number; readonly lists: number }[];
  readonly most: readonly { readonly list: Id; readonly measures: number; readonly mandatory: number; readonly authorities: number }[];
}
