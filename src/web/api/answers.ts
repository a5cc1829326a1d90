// Answers: what each route gives, as types and nothing else. The schemas in answer-schemas.json are made of them and of questions.ts by
// `npm run schemas`, names and doc comments included; the tables of operations name them. Whatever a verb answers is so described by its own type.
import type {
  Acknowledged, AlertMade, AlertShown, Answer, AuthorityInLaw, BoundOrganisation, BoundPage, BrowseAnswer, CaseRow, CaseView, Change, Changes, ChangesBetween, ChangesFor, FindAnswer, Found, ImportReport, InstrumentInLaw, LawCascade, LawEntryAnswer, LawId, LawSearchAnswer, LintComparison, LintReport,
  ListAnswer, ListingForeseen, MeasureAnswered, News, OfficeMeasures, OfficeMemoranda, OfficeWithPosts, OrganisationApplies, OrganisationState, Overview, PlainDate, Plan, Problem, PublicDates, QueuedRelease, RecordPreflight, Relations, Remade, Restrictions, Scoreboard, Standing, Statistics, SupplierAsked, SupplierBy, SupplierCandidate, Suppliers, Timeline, Watch, WhatFrees, WhyNotRead, Worklist,
} from "../../service/index.ts";
import type { EntryOf } from "../../domain/rules/index.ts";
import type { ReportErrorLine, ReportLine } from "../../domain/proof/index.ts";
import type { FileNumber, Names } from "../../domain/terms/index.ts";
import type { Questions } from "./questions.ts";

/** What the schemas are made of. */
export interface Described {
  readonly answers: Answers;
  readonly questions: Questions;
}

/** Each answer under the name the operations have for it. */
export interface Answers {
  readonly problem: ProblemAnswer;
  readonly configuration: ConfigurationAnswer;
  readonly evaluation: EvaluationAnswer;
  readonly evaluations: EvaluationsAnswer;
  readonly checkLine: CheckLineAnswer;
  readonly keys: KeysAnswer;
  readonly organisations: OrganisationsAnswer;
  readonly organisation: OrganisationAnswer;
  readonly standing: Standing;
  readonly timeline: Timeline;
  readonly restrictions: Restrictions;
  readonly freeing: WhatFrees;
  readonly foreseen: ListingForeseen;
  readonly applies: OrganisationApplies;
  readonly preflight: RecordPreflight;
  readonly report: ReportAnswer;
  readonly verifiedReport: Remade;
  readonly suppliers: SuppliersAnswer;
  readonly listings: ListingsAnswer;
  readonly relations: Relations;
  readonly plan: Plan;
  readonly statistics: Statistics;
  readonly news: News;
  readonly dates: PublicDates;
  readonly watchMade: WatchMadeAnswer;
  readonly watch: WatchAnswer;
  readonly watchSet: WatchSetAnswer;
  readonly alertMade: AlertMade;
  readonly alert: AlertShown;
  readonly changes: Changes;
  readonly change: Change;
  readonly overview: Overview;
  readonly scoreboard: Scoreboard;
  readonly law: LawAnswer;
  readonly lists: ListsAnswer;
  readonly memoranda: MemorandaAnswer;
  readonly lawEntry: LawEntryAnswer;
  readonly bound: BoundPage;
  readonly boundLine: BoundLine;
  readonly cascade: LawCascade;
  readonly way: WayAnswer;
  readonly lawFound: LawFoundAnswer;
  readonly authority: AuthorityInLaw;
  readonly instrument: InstrumentInLaw;
  readonly difference: ChangesBetween;
  readonly turningDays: ChangesFor;
  readonly lint: LintAnswer;
  readonly case: CaseView;
  readonly cases: CasesAnswer;
  readonly step: StepAnswer;
  readonly decisions: DecisionsAnswer;
  readonly offices: OfficesAnswer;
  readonly worklist: Worklist;
  readonly releases: ReleasesAnswer;
  readonly measures: OfficeMeasures;
  readonly memorandaOfOffice: OfficeMemoranda;
  readonly answeredMeasures: AnsweredMeasures;
  readonly acknowledged: AcknowledgedAnswer;
  readonly overdue: OverdueAnswer;
  readonly submission: SubmissionAnswer;
  readonly health: HealthAnswer;
  readonly ready: ReadyAnswer;
  readonly feed: FeedAnswer;
}

/** What stands in the way, by RFC 9457. */
export interface ProblemAnswer extends Partial<Pick<Problem, "candidates" | "findings" | "citation" | "articles">> {
  /** `urn:probity:problem:` and the code. */
  readonly type: string;
  /** What is wrong. */
  readonly title: string;
  /** What to do about it. */
  readonly detail: string;
  readonly status: number;
  /** One of docs/reference/errors.md. */
  readonly code: string;
  /** Of a fault: under which it stands in the server's log. */
  readonly reference?: string;
}

/** The same as one item among others. */
export interface ErrorItem {
  readonly error: { readonly status?: number; readonly code: string; readonly message: string } & Partial<Pick<Problem, "remedy" | "findings" | "citation" | "articles">>;
}

/** What the Authorization API says of itself. */
export interface ConfigurationAnswer {
  readonly policy_decision_point: string;
  readonly access_evaluation_endpoint: string;
  readonly access_evaluations_endpoint: string;
}

/** The answer to one question: whether the act may be done, and why. */
export interface EvaluationAnswer {
  readonly decision: boolean;
  readonly context: Omit<Answer, "decision"> & {
    /** The signed receipt, where it was asked for: a text to be saved as it is. */
    readonly receipt?: string;
  };
}

/** One answer for each question, in their order. */
export interface EvaluationsAnswer {
  readonly evaluations: readonly (EvaluationAnswer | { readonly decision: false; readonly context: ErrorItem })[];
  readonly context?: { readonly receipt: string };
}

/** A line of the answer stream. */
export type CheckLineAnswer = Answer | ErrorItem;

/** The public keys of receipts, as a JWK set. */
export interface KeysAnswer {
  readonly keys: readonly {
    readonly kty: string; readonly crv: string; readonly alg: string; readonly use: string; readonly kid: string; readonly x: string; readonly made_at: string;
    readonly retired_at?: string; readonly revoked?: { readonly since: string; readonly from: string; readonly reason: string | null };
  }[];
}

/** Organisations found by a text; with filters their states and counts too. */
export type OrganisationsAnswer = FindAnswer | {
  readonly text: string;
  readonly person: boolean;
  readonly total: number;
  readonly more: boolean;
  readonly known: number;
  readonly found: readonly (Found & Partial<StateInActs>)[];
  readonly facets: { readonly region: Counts; readonly sector: Counts; readonly form: Counts; readonly state?: Counts };
};

export type Counts = Readonly<Record<string, number>>;

/** The gravest state over the acts asked about. */
export interface StateInActs {
  readonly state: OrganisationState;
  readonly acts: Partial<Readonly<Record<OrganisationState, number>>>;
  readonly earliest: { readonly day: PlainDate; readonly provisional: boolean } | null;
}

/** What is on file about one organisation. */
export type OrganisationAnswer = Pick<Standing, "organisation" | "related" | "asOf">;

/** Signed reports: the lines, and the signature over the root of their tree. */
export interface ReportAnswer {
  readonly lines: readonly { readonly line: ReportLine | ReportErrorLine; readonly number?: number; readonly salt?: string; readonly proof?: readonly string[] }[];
  readonly jws: { readonly payload: string; readonly protected: string; readonly signature: string };
}

/** The rows in the order handed in. */
export interface SuppliersAnswer extends Pick<Suppliers, "counts" | "act" | "asOf"> {
  readonly rows: readonly SupplierRowAnswer[];
  readonly receipt?: string;
}

export type SupplierRowAnswer =
  | { readonly row: number; readonly is: "matched"; readonly asked: SupplierAsked; readonly organisation: OrganisationBrief; readonly by: SupplierBy; readonly score?: number; readonly reasons?: SupplierCandidate["reasons"]; readonly otherName: boolean; readonly onFileThen?: false; readonly state?: OrganisationState; readonly acts?: StateInActs["acts"]; readonly earliest?: StateInActs["earliest"] }
  | { readonly row: number; readonly is: "held"; readonly asked: SupplierAsked; readonly why: "several" | "contradicts" | "uncertain"; readonly candidates: readonly (OrganisationBrief & Omit<SupplierCandidate, "organisation">)[] }
  | { readonly row: number; readonly is: "absent"; readonly asked: SupplierAsked }
  | { readonly row: number; readonly is: "refused"; readonly why: WhyNotRead };

export interface OrganisationBrief {
  readonly file: FileNumber;
  readonly name: string;
  readonly codes: readonly { readonly scheme: string; readonly value: string }[];
}

/** Who stands on a list, and how many did over the last full months. */
export interface ListingsAnswer extends ListAnswer {
  readonly months: Statistics["months"];
}

export interface WatchMadeAnswer extends WatchSetAnswer {
  /** Opens the list; it is shown once. */
  readonly token: string;
}
export interface WatchSetAnswer {
  readonly organisations: readonly FileNumber[];
}
export interface WatchAnswer extends Omit<Watch, "organisations"> {
  readonly organisations: readonly (Omit<Watch["organisations"][number], "organisation"> & { readonly organisation: Omit<Watch["organisations"][number]["organisation"], "files"> })[];
  readonly alerts: readonly AlertShown[];
}

/** One answer for each measure, in their order. */
export interface AnsweredMeasures {
  readonly answered: readonly (MeasureAnswered | ErrorItem)[];
}

/** Ids and names of what is in force, by kind. */
export type LawAnswer = Readonly<Record<string, readonly { readonly id: LawId; readonly names: Names }[]>>;
export type ListsAnswer = Pick<Overview, "lists">;
export interface MemorandaAnswer {
  readonly memoranda: readonly EntryOf<"memorandum">[];
}
export type BoundLine = BoundOrganisation & Pick<BoundPage, "asOf">;

/** Which page it is, and the one after. */
export interface Paged {
  readonly page: number;
  readonly next?: number;
}
export type WayAnswer = BrowseAnswer & Paged;
export type LawFoundAnswer = LawSearchAnswer & Paged;
export type LintAnswer = LintReport | LintComparison;

export interface CasesAnswer {
  readonly organisation: FileNumber;
  readonly cases: readonly (CaseRow & { readonly open: boolean })[];
}
/** What came of a step. */
export interface StepAnswer {
  readonly matter: string;
  readonly organisation: FileNumber;
  /** The same request was taken before, and this is its answer. */
  readonly repeated: boolean;
  readonly events: readonly { readonly type: string; readonly step?: string; readonly outcome?: string; readonly listing?: string; readonly record?: string }[];
}
export interface DecisionsAnswer {
  readonly results: readonly (StepAnswer | ErrorItem)[];
}
export interface OfficesAnswer {
  readonly offices: readonly OfficeWithPosts[];
}
export interface ReleasesAnswer {
  readonly releases: readonly QueuedRelease[];
}
export interface AcknowledgedAnswer {
  readonly acknowledged: readonly (Acknowledged | ErrorItem)[];
}
export interface OverdueAnswer {
  readonly authorities: readonly { readonly consumer: LawId; readonly open: number; readonly overdue: number; readonly oldest: PlainDate | null }[];
}

/** A file handed in, and how far it is. */
export interface SubmissionAnswer {
  readonly submission: string;
  readonly by: FileNumber | null;
  readonly template: string;
  readonly name: string;
  readonly asOf: string | null;
  readonly strict: boolean;
  readonly startedAt: string;
  readonly keptUntil: string | null;
  readonly state: "running" | "done" | "refused" | "fault";
  readonly step?: string;
  readonly done?: number;
  readonly total?: number | null;
  readonly report?: ImportReport;
  readonly problem?: ProblemAnswer;
  /** Where the annotated copy is. */
  readonly copy?: string;
  readonly reference?: string;
}

export interface HealthAnswer {
  readonly status: "ok";
}
export interface ReadyAnswer {
  readonly status: "ready" | "unavailable";
  readonly known?: number;
  readonly rulebook?: string;
  readonly warnings?: readonly Problem[];
}
/** By jsonfeed.org, version 1.1. */
export interface FeedAnswer {
  readonly version: string;
  readonly title: string;
  readonly home_page_url?: string;
  readonly feed_url?: string;
  readonly description?: string;
  readonly language?: string;
  readonly authors?: readonly { readonly name?: string; readonly url?: string }[];
  readonly items: readonly { readonly id: string; readonly url?: string; readonly title?: string; readonly content_text?: string; readonly content_html?: string; readonly summary?: string; readonly date_published?: string; readonly date_modified?: string; readonly tags?: readonly string[] }[];
}
