// What the pages show, as plain data in no language: the routes fill these from the service's results, the pages word them.
// Names carry both languages; ids of the law are strings and get their names from `Frame.law`; days are `YYYY-MM-DD`.
// The shapes follow domain/restrictions/answer.ts and domain/rules/language.ts closely, so that most values pass unchanged
// (fits.ts proves it). Whoever fills them leaves out what the asker may not see; nothing is hidden later.
import type { Amount, Finding, Language, Names } from "../../domain/terms/index.ts";
import type { ProblemFacts } from "../../service/index.ts";
import type { Confidence, Effect, Entry, Force, LintRuleId, ListColour, Reach, RecordType } from "../../domain/rules/index.ts";
import type { RelationsView } from "./view-models-relations.ts";
import type { OverTimeView } from "./view-models-statistics.ts";
import type { TimelineView } from "./view-models-time.ts";
import type { DeskHolder } from "./view-models-desk.ts";

export type { Amount, Confidence, Effect, Entry, Force, Language, ListColour, Names, Reach };
export type Day = string;
export type Id = string;

/** Everything a sign is drawn for. Verdicts are bound, clear and undetermined; the rest mark what stands beside them. */
export type State = "bound" | "may" | "clear" | "undetermined" | "favoured" | "released" | "provisional" | "open";

// The frame round every page.

export interface Clocks {
  readonly on: Day;
  readonly law: Day;
  readonly known: number;
  /** Where now stands: the body's day and the last position of the ledger. */
  readonly today: Day;
  readonly latest: number;
}

export interface LawName {
  readonly names: Names;
  readonly kind: Entry["kind"];
}

export interface Frame {
  readonly language: Language;
  /** Of this server, without a stroke at the end: `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** After the language: `/organisations/P00000018`. */
  readonly path: string;
  /** What was asked besides the clocks: `q`, `act`, `page`. */
  readonly query: Readonly<Record<string, string>>;
  /** Absent where the register could not be read. */
  readonly clocks?: Clocks;
  readonly rulebook?: string;
  readonly register: {
    readonly name: Names;
    /** Present in the model jurisdiction: the name of the invented nation. */
    readonly model?: { readonly nation: Names };
  };
  /** Who is signed in, on pages of the desks. */
  readonly holder?: DeskHolder;
  /** Names of the entries a page may mention, by id. An id without one is shown as it is. */
  readonly law: Readonly<Record<Id, LawName>>;
  /** Names of the posts of offices, by id. */
  readonly posts?: Readonly<Record<Id, Names>>;
}

/** A shortcut to other clocks that matter on this page. */
export interface Preset {
  readonly label: Names;
  readonly clocks: Partial<Pick<Clocks, "on" | "law" | "known">>;
}

// Values that many pages share.

export interface BasisView {
  readonly instrument: Id;
  readonly article?: string;
  readonly quote?: string;
  readonly confidence: Confidence;
}

export type EndView =
  | { readonly kind: "fixed"; readonly until: Day }
  | { readonly kind: "untilDone"; readonly what: string }
  | { readonly kind: "reviewFrom"; readonly day: Day; readonly what: string }
  | { readonly kind: "permanent"; readonly basis: string }
  | { readonly kind: "notStated" };

export interface CodeView {
  readonly scheme: Id;
  readonly value: string;
  readonly from?: Day;
  readonly until?: Day;
}

/** Where a row came from. `edition` and `inferred` as the edition states them. */
export interface SourceView {
  readonly batch: string;
  readonly template?: Id;
  readonly sheet?: string;
  readonly row: number;
}

export interface EditionView {
  readonly edition: string;
  readonly asOf: Day;
  readonly inferred: boolean;
  readonly rows?: number;
  readonly added?: number;
  readonly gone?: number;
  readonly position?: number;
}

/** One authority's or list's deliveries. `late` draws the diamond; `none` is delivered and nothing in it. */
export interface DeliveryView {
  readonly of: Id;
  readonly state: "onTime" | "late" | "none" | "never";
  readonly last?: Day;
  readonly daysLate?: number;
  readonly rhythm?: Names;
  readonly inferred?: boolean;
}

/** The same facts under another law, or, without a state, a regime as such. */
export interface RegimeView {
  readonly label: Names;
  readonly law: Day;
  readonly current: boolean;
  readonly state?: State;
  readonly title?: Names;
  readonly note?: Names;
}

export interface ActChoice {
  /** `cn:bid-government-procurement` or `mdb:award-contract@ebrd`. */
  readonly value: string;
  readonly names: Names;
  /** Acts of one heading stand together. */
  readonly group?: Names;
}

/** Where an act is done, for acts whose law asks for a place. */
export interface PlaceChoice {
  readonly value: string;
  readonly names: Names;
}

// Home.

export interface HomeModel {
  readonly acts: readonly ActChoice[];
  /** Searches that find something, shown under the question. */
  readonly examples: readonly string[];
  readonly counts: {
    readonly organisations: number;
    readonly listed?: number;
    readonly bound?: number;
    readonly may?: number;
    readonly undetermined?: number;
    readonly favoured?: number;
    /** A count only: who was released is not public. */
    readonly released?: number;
    readonly provisional?: number;
    readonly held?: number;
  };
  readonly latest: readonly LatestRow[];
  readonly lists: readonly ListRow[];
  readonly regimes: readonly RegimeView[];
  readonly deliveries: readonly DeliveryView[];
}

export interface LatestRow {
  readonly day: Day;
  readonly what: "listed" | "reported" | "noticed" | "proposed" | "recorded" | "favoured" | "edition" | "corrected" | "objected" | "applied" | "declined";
  readonly organisation?: { readonly file: string; readonly name: string };
  readonly note?: Names;
  /** The list, record type or measure it is about. */
  readonly of: Id;
  readonly by?: Id;
  readonly position?: number;
  /** Of an edition: its day was inferred. */
  readonly inferred?: boolean;
}

// Search.

export interface SearchModel {
  readonly asked: string;
  /** What was asked for is a person's number: it is neither looked up nor written anywhere. */
  readonly person?: boolean;
  /** The act whose answer stands beside each organisation; absent: all of them together. */
  readonly act?: ActChoice;
  readonly total: number;
  /** There are more than were counted. */
  readonly more?: boolean;
  /** A filter was chosen. */
  readonly narrowed?: boolean;
  /** Only the best matches of the text were looked at. */
  readonly best?: boolean;
  /** So many. */
  readonly looked?: number;
  readonly sort: "best" | "name" | "state" | "earliest" | "region";
  /** The filters and the order as the address states them: the JSON twin and the command take them under the same names. */
  readonly filters: Readonly<Record<string, string>>;
  readonly from: number;
  readonly hits: readonly HitView[];
  readonly held: readonly HeldView[];
  readonly facets: readonly FacetView[];
  /** Other spellings worth trying. */
  readonly also: readonly string[];
  readonly deliveries: readonly DeliveryView[];
  /** Values of `page` before and after this one. */
  readonly previous?: string;
  readonly next?: string;
}

export interface HitView {
  readonly file: string;
  readonly name: string;
  readonly otherName?: string;
  readonly codes: readonly CodeView[];
  readonly foundBy: "name" | "code" | "file" | "pinyin" | "initials" | "formerName" | "alias" | "part" | "similar" | "list";
  /** The words it was found by, where they are not the name. */
  readonly foundText?: string;
  /** Absent where it was not on file at these clocks. */
  readonly state?: State;
  /** Acts by state; the one of `state` is worded in the badge. */
  readonly acts?: Partial<Record<State, number>>;
  readonly note?: Names;
  readonly earliest?: { readonly day: Day; readonly provisional?: boolean };
  readonly kind?: Names;
  readonly sector?: Names;
  readonly region?: Names;
}

export interface HeldView {
  readonly template: Id;
  readonly rows: number;
  readonly name?: string;
  readonly resembles?: { readonly file: string; readonly name: string };
}

export interface FacetView {
  readonly field: string;
  readonly names: Names;
  /** One of them at a time. */
  readonly one?: boolean;
  /** `count` is absent where nobody counted. */
  readonly choices: readonly { readonly value: string; readonly names: Names; readonly state?: State; readonly count?: number; readonly chosen: boolean }[];
}

// Organisation.

export interface OrganisationModel {
  /** Absent where none is on file. */
  readonly relations?: RelationsView;
  readonly organisation: OrganisationHead;
  readonly presets: readonly Preset[];
  readonly acts: readonly ActChoice[];
  /** Where the act asked about may be done, if its answer depends on that; and the place asked about. */
  readonly places?: readonly PlaceChoice[];
  readonly place?: string;
  /** Acts by state, each act in one of them, for the line beside the question. */
  readonly counts?: Partial<Record<State, number>>;
  /** Absent where no act was asked about. */
  readonly answer?: AnswerView;
  readonly effects: readonly EffectRow[];
  /** Measures the law aims at its office-holders: shown, enforced against nobody here. */
  readonly officeHolders: readonly EffectRow[];
  readonly regimes: readonly RegimeView[];
  /** Judgements that its files are one organisation's. */
  readonly joins: readonly JoinView[];
  readonly related: readonly RelatedView[];
  readonly codes: readonly CodeView[];
  readonly names: readonly { readonly text: string; readonly kind: "main" | "former" | "alias" | "trade" | "local"; readonly source?: SourceView }[];
  readonly records: readonly RecordRow[];
  readonly listings: readonly ListingRow[];
  /** The shelf of what is on file that is open. */
  readonly shelf: Shelf;
  readonly timeline?: TimelineView;
  readonly deliveries: readonly DeliveryView[];
}

export interface JoinView {
  readonly files: readonly string[];
  readonly judgedBy: string;
  /** As the judgement gives them, in English. */
  readonly reasons: readonly string[];
}

export interface RelatedView {
  readonly file: string;
  readonly name: string;
  readonly relation: "branchOf" | "subsidiaryOf" | "controlledBy";
}

export interface OrganisationHead {
  readonly file: string;
  readonly name: string;
  readonly otherName?: string;
  readonly codes: readonly CodeView[];
  readonly status?: Names;
  readonly kind?: Names;
  readonly legalForm?: Names;
  readonly sector?: Names;
  readonly region?: Names;
  readonly country?: string;
  readonly address?: string;
  readonly establishedOn?: Day;
  /** Plain attributes of the registration; nobody can be looked up by them. */
  readonly officeHolders?: readonly { readonly office: Names; readonly name: string }[];
}

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
  readonly within?: { readonly count: number; readonly unit: "workingDays" | "days" | "months" | "years" };
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

/** What is on file is shown shelf by shelf: who it is, what its records are about, its listings, and how the register came to know. */
export type Shelf = RecordType["about"] | "history";

export interface RecordRow {
  readonly type: Id;
  readonly about: RecordType["about"];
  readonly record: string;
  readonly on?: Day;
  readonly by?: Id;
  readonly fields: readonly ValueHere[];
  readonly publishedUntil?: Day;
  readonly position: number;
  readonly source?: SourceView;
  /** An objection to it runs since that day. */
  readonly disputedSince?: string;
}

export interface ListingRow {
  readonly list: Id;
  readonly listing: string;
  readonly state: "current" | "gone" | "ended" | "to-come";
  readonly holds: "reported" | "kept" | "entailed";
  readonly colour: ListColour;
  readonly from?: Day;
  readonly decidedOn?: Day;
  readonly end: EndView;
  /** The law of its list has a listing state grounds. */
  readonly statesGrounds: boolean;
  readonly originator?: Id;
  readonly grounds?: string;
  /** The editions that carried it, first and last. */
  readonly firstEdition?: EditionView;
  readonly lastEdition?: EditionView;
  readonly source?: SourceView;
  /** An objection to it runs since that day. */
  readonly disputedSince?: string;
  /** It has to go, because the act a record it rests on fell: by when, where the law states it. */
  readonly toGo?: { readonly due?: { readonly lastDay: Day; readonly provisional: boolean; readonly passed: boolean } };
}

// Lists.

export interface ListRow {
  readonly list: Id;
  readonly colour: ListColour;
  readonly owner: Id;
  readonly holds: "reported" | "kept";
  /** The law lets everybody see who is on it. */
  readonly open: boolean;
  /** The law itself makes its listings, organisation by organisation. */
  readonly entailed?: boolean;
  /** Listings; absent where nobody can say. */
  readonly today?: number;
  readonly edition?: { readonly asOf: Day; readonly inferred: boolean };
  readonly stale?: boolean;
}

export interface ListModel extends Omit<ListRow, "entailed"> {
  /** Absent where nothing can be counted. */
  readonly overTime?: OverTimeView;
  /** On the day whose law was asked for. */
  readonly inForce: boolean;
  /** A listing here states grounds. */
  readonly grounds: boolean;
  readonly names: Names;
  readonly from?: Day;
  readonly until?: Day;
  readonly published: boolean;
  readonly regions: readonly Names[];
  readonly sectors: readonly Names[];
  readonly succession: "follows" | "ends";
  readonly freshForDays?: number;
  readonly procedure?: Id;
  readonly note?: Names;
  readonly basis: readonly BasisView[];
  readonly confidence: Confidence;
  readonly criteria: readonly Version<readonly CriterionView[]>[];
  readonly entailed?: CriterionView;
  readonly lostWhen?: CriterionView;
  readonly ends: readonly Version<EndRuleView>[];
  readonly exits: readonly Version<readonly ExitRuleView[]>[];
  /** Proposed, never law; or a rule about persons, applied to nobody here. */
  readonly draft?: boolean;
  readonly people?: boolean;
  readonly domain?: Names;
  readonly subjects: readonly string[];
  /** Where the law forbids the conduct that leads onto it. */
  readonly forbiddenBy: readonly BasisView[];
  /** Rules of repair that cover it, and what says which of them goes first. */
  readonly repairs: readonly RepairView[];
  readonly readings: readonly Id[];
  /** Which acts lead out after a listing of the law's day; or why nothing does. Absent where it is not in force. */
  readonly waysOut?: { readonly leads: boolean; readonly words: readonly Names[] };
  readonly cascade?: CascadeView;
  readonly lint: LintView;
  /** Memoranda and measures of the law that a listing here sets off. */
  readonly setsOff: readonly Id[];
  readonly presets: readonly Preset[];
  readonly editions: readonly EditionView[];
  readonly listings: readonly ListedRow[];
  readonly total: number;
  readonly first: number;
  readonly previous?: string;
  readonly next?: string;
}

export interface RepairView {
  readonly repair: Id;
  readonly inForce: boolean;
  readonly from?: Day;
  readonly until?: Day;
  readonly decideWithin?: Time;
  readonly tiers: readonly { readonly names: Names; readonly minimumMonths?: number; readonly maximumMonths?: number; readonly endsByItself: boolean }[];
}

export interface Time {
  readonly count: number;
  readonly unit: "workingDays" | "days" | "months" | "years";
}

/** What one listing would release: lists that follow, and measures, each under the list that sets it off. */
export interface CascadeView {
  readonly lists: readonly {
    readonly list: Id;
    readonly owner: Id;
    /** Why it stands there: the list asked about; made by the law itself; proposed to an authority; lost. */
    readonly why: "asked" | "entailed" | "proposed" | "lost";
    /** Nothing must be added: it follows by itself from this listing. */
    readonly released: boolean;
    readonly measures: number;
  }[];
  /** Measures this listing releases by itself, and those of lists that are lost. */
  readonly measures: readonly CascadeMeasure[];
  readonly counts: { readonly measures: number; readonly mandatory: number; readonly authorities: number; readonly favours: number; readonly favoursLost: number; readonly lists: number; readonly possibleLists: number; readonly possibleMeasures: number };
  readonly wayBack?: Names;
}

export interface CascadeMeasure {
  readonly measure: Id;
  readonly list: Id;
  readonly authority: Id;
  readonly memorandum?: Id;
  readonly clause?: string;
  readonly effects: readonly Effect[];
  readonly force?: Force;
  readonly acts: readonly Id[];
  readonly conditional: boolean;
  /** A favour that is lost with its list. */
  readonly lost: boolean;
}

/** What the linter finds about an entry of the law of one day, by the standards of another. */
export interface LintView {
  readonly on: Day;
  readonly standards: Day;
  readonly findings: readonly LintFindingView[];
}

export interface LintFindingView {
  readonly rule: LintRuleId;
  readonly names: Names;
  /** Error: breaks a standard in force. Warning: criticised, and forbidden by nothing then. Note: for a reader to judge. */
  readonly severity: "error" | "warning" | "note";
  readonly entry: Id;
  readonly at: string;
  readonly people?: boolean;
  readonly measuredBy?: Id;
  readonly what: Names;
  readonly why: Names;
  readonly remedy: Names;
}

export interface ListedRow {
  readonly file: string;
  readonly name: string;
  readonly listing: string;
  readonly from?: Day;
  readonly decidedOn?: Day;
  readonly end: EndView;
  readonly originator?: Id;
  readonly grounds?: string;
  readonly source?: SourceView;
}

export interface Version<T> {
  readonly from?: Day;
  readonly until?: Day;
  readonly value: T;
  readonly basis: readonly BasisView[];
  /** Governs on the day whose law was asked for. */
  readonly current: boolean;
}

export type EndRuleView =
  | { readonly kind: "fixed"; readonly years?: number; readonly months?: number; readonly days?: number; readonly from: "decision" | "publication" | "effect" }
  | { readonly kind: "untilDone"; readonly what: Names }
  | { readonly kind: "reviewFrom"; readonly years?: number; readonly months?: number; readonly from: "decision" | "publication" | "effect"; readonly what: Names }
  | { readonly kind: "permanent"; readonly because: Names }
  | { readonly kind: "notStated" };

export interface ExitRuleView {
  readonly id: string;
  readonly act: ExitAct;
  readonly names: Names;
  readonly earliestMonths?: number;
  readonly conditions: readonly Names[];
  readonly decideWithin?: { readonly count: number; readonly unit: "workingDays" | "days" | "months" | "years" };
  readonly by?: Id;
  readonly basis: readonly BasisView[];
}

/** A criterion as the law files have it. `expression` is the text of a leaf. */
export interface CriterionView {
  readonly kind: string;
  readonly id?: string;
  readonly names?: Names;
  readonly of?: readonly CriterionView[];
  readonly rule?: CriterionView;
  readonly unless?: readonly CriterionView[];
  readonly where?: CriterionView;
  readonly count?: number;
  readonly months?: number;
  readonly type?: Id;
  readonly lists?: readonly Id[];
  readonly colour?: ListColour;
  /** Whose records or listings count instead of the organisation's own. */
  readonly whose?: "parents" | "owners" | "controllers";
  readonly expression?: string;
  readonly presume?: { readonly value: boolean; readonly because: Names };
  readonly basis?: readonly BasisView[];
}

// Memoranda.

export interface MemorandumRow {
  readonly memorandum: Id;
  readonly from?: Day;
  readonly until?: Day;
  readonly signedOn?: Day;
  readonly lists: readonly Id[];
  readonly authorities: number;
  readonly clauses: number;
}

export interface MemorandumModel {
  readonly memorandum: Id;
  /** On the day whose law was asked for. */
  readonly inForce: boolean;
  readonly names: Names;
  readonly signedOn?: Day;
  readonly from?: Day;
  readonly until?: Day;
  readonly note?: Names;
  readonly confidence: Confidence;
  readonly basis: readonly BasisView[];
  readonly parties: readonly { readonly authority: Id; readonly sinceEarliest: Day; readonly sinceLatest: Day; readonly basis: readonly BasisView[] }[];
  /** The lists that set it off, in the order of the law. */
  readonly lists: readonly { readonly list: Id; readonly owner: Id; readonly today?: number; readonly criteria: readonly { readonly names: Names; readonly note?: Names }[] }[];
  readonly clauses: readonly ClauseView[];
  readonly conditions: readonly CriterionView[];
  readonly draft?: boolean;
  readonly people?: boolean;
  /** What sets it off beside lists: record types, grades. */
  readonly causes: readonly CauseView[];
  readonly lint: LintView;
  /** The ways out of its lists, in a sentence. */
  readonly wayBack?: Names;
  readonly presets: readonly Preset[];
}

export interface CauseView {
  readonly kind: "record" | "grade" | "status" | "commitment";
  readonly of: Id;
  /** The grades or statuses that count; empty: any. */
  readonly values: readonly string[];
}

export interface ClauseView {
  readonly measure: Id;
  readonly names: Names;
  readonly clause?: string;
  readonly authority: Id;
  /** Lists among its triggers; empty where something else sets it off. */
  readonly lists: readonly Id[];
  readonly cause?: CauseView;
  /** Items of the closed list of penalty measures it is an instance of. */
  readonly permittedAs: readonly Id[];
  readonly exceptOwner: boolean;
  readonly acts: readonly Id[];
  readonly effects: readonly Effect[];
  readonly force: Force;
  readonly amount?: Amount;
  readonly reaches: readonly Reach[];
  readonly lasts: { readonly kind: "trigger" } | { readonly kind: "term"; readonly years?: number; readonly months?: number };
  readonly from?: Day;
  readonly until?: Day;
  readonly conditions: readonly CriterionView[];
  readonly basis: readonly BasisView[];
  readonly confidence: Confidence;
}

// Law.

export interface LawEntryModel {
  readonly id: Id;
  readonly kind: Entry["kind"];
  readonly names: Names;
  readonly from?: Day;
  readonly until?: Day;
  readonly confidence: Confidence;
  readonly note?: Names;
  readonly basis: readonly BasisView[];
  /** `cn/lists/food.yaml:12` */
  readonly at: string;
  /** On the day whose law was asked for. */
  readonly inForce: boolean;
  /** Law about persons: shown, applied to nobody here. */
  readonly people?: boolean;
  /** Proposed, announced or put out for comment: in no statute book. */
  readonly draft?: boolean;
  readonly values: readonly FieldView[];
  readonly lint: LintView;
  /** What is read better as steps or as a table than value by value. */
  readonly steps?: readonly Version<readonly StepView[]>[];
  readonly grades?: readonly GradeView[];
  readonly score?: ScoreView;
  /** It has a page that says more: what an authority does, what rests on an instrument. */
  readonly way?: "authority" | "article";
  readonly examples: readonly ExampleView[];
  /** Entries that name this one. */
  readonly usedBy: readonly Id[];
  readonly presets: readonly Preset[];
}

export interface StepView {
  readonly id: string;
  readonly kind: string;
  readonly names: Names;
  readonly by: "office" | "organisation";
  readonly after: readonly Names[];
  readonly within?: Time & { readonly from: Names };
  readonly optional: boolean;
  readonly states: readonly string[];
  readonly officers: number;
  readonly superiorConsent: boolean;
  readonly legalReview: boolean;
  readonly substitute?: Names;
  readonly outcomes: readonly string[];
  /** Taken by the register itself. */
  readonly automatic: boolean;
  /** The step it gives time on top of. */
  readonly extends?: Names;
  /** The record type it puts on file. */
  readonly records?: Id;
  readonly basis: readonly BasisView[];
}

/** A grade or band: from `minimum` points on, up to and without `below`; or by the rules named. */
export interface GradeView {
  readonly value: string;
  readonly names: Names;
  readonly minimum?: number;
  readonly below?: number;
  readonly rules: readonly Names[];
}

/** A point scheme: read here, applied to nobody. */
export interface ScoreView {
  readonly keeper?: Id;
  readonly start?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly bands: readonly GradeView[];
  readonly benefits: readonly Names[];
  readonly rows: readonly ScoreRowView[];
}

export interface ScoreRowView {
  readonly id: Id;
  readonly names: Names;
  readonly authority?: Id;
  readonly tiers: readonly { readonly names: Names; readonly points: number; readonly per?: Names }[];
  readonly limit?: number;
  readonly setsTo?: number;
  readonly onceWith: readonly Id[];
  readonly protectedMatters: readonly string[];
  readonly note?: Names;
}

export interface FieldView {
  readonly name: string;
  readonly versions: readonly Version<ValueView>[];
}

/** A value of a law file in any shape; values.ts makes it from plain JSON. */
export type ValueView =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "money"; readonly minor: number; readonly currency: string }
  | { readonly kind: "amount"; readonly amount: Amount }
  | { readonly kind: "time"; readonly count: number; readonly unit: "workingDays" | "days" | "months" | "years"; readonly from?: string }
  | { readonly kind: "criterion"; readonly criterion: CriterionView }
  | { readonly kind: "names"; readonly names: Names }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "flag"; readonly flag: boolean }
  | { readonly kind: "law"; readonly id: Id }
  | { readonly kind: "basis"; readonly basis: BasisView }
  | { readonly kind: "expression"; readonly text: string }
  | { readonly kind: "items"; readonly items: readonly ValueView[] }
  | { readonly kind: "fields"; readonly fields: readonly { readonly name: string; /** Where the law itself names the field. */ readonly names?: Names; readonly value: ValueView }[] }
  | { readonly kind: "nothing" };

export interface ExampleView {
  readonly id: string;
  readonly names: Names;
  readonly given: ValueView;
  /** Each question as a sentence, and whether it holds. */
  readonly expected: readonly { readonly names: Names; readonly holds: boolean }[];
  readonly citation: readonly BasisView[];
  /** Whether it held when it was last run with this rulebook; absent: not run here. */
  readonly holds?: boolean;
}

// Pages for what went wrong, and the page on the model.

export interface CandidatesModel {
  readonly asked: string;
  readonly several: boolean;
  readonly candidates: readonly { readonly file: string; readonly name: string; readonly codes: readonly CodeView[] }[];
}

/** A question that cannot be answered: what kind of problem, and what was asked. */
export interface ProblemView {
  readonly code: string;
  readonly asked: string;
  /** As the verb said it, for problems the pages have no words for. */
  readonly message: string;
  readonly remedy: string;
  readonly facts?: ProblemFacts;
}

export interface FindingView {
  readonly code: string;
  readonly at: string;
  readonly message: string;
  readonly remedy: string;
  readonly facts?: NonNullable<Finding["facts"]>;
}

export interface ModelPageModel {
  readonly nation: Names;
  readonly seed: string;
  readonly until: Day;
  readonly organisations: number;
  readonly offices?: number;
  readonly records?: number;
  readonly batches?: number;
}
