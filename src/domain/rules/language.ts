// The law language: the types of every entry a file under law/ may hold, after linking.
// docs/decisions/0001-law-language.md walks the hard entries through it by hand.
// Loaded by load.ts from located values; read by register, identity, cases, restrictions, publication.
import type { Amount, LawId, Names, Place, PlainDate, Truth } from "../terms/index.ts";

export type Confidence = "high" | "medium" | "low";

/** Where a rule stands in the sources. `quote` is the law's own words, at most a sentence. */
export interface Basis {
  readonly instrument: LawId;
  readonly article?: string;
  readonly quote?: string;
  readonly confidence: Confidence;
}

/**
 * A value by date. In YAML a plain value stands for the whole life of its entry; `dated: [{from, until?, value, basis?}]`
 * gives several. Versions are sorted and do not overlap. A later value is added beside the past one.
 */
export interface DatedVersion<T> {
  readonly from?: PlainDate;
  readonly until?: PlainDate;
  readonly value: T;
  readonly basis: readonly Basis[];
}
export type Dated<T> = readonly DatedVersion<T>[];

/** Which day's version of a rule governs: of the act in breach, the decision, its publication, the application, or the day asked about. */
export type Anchor = "act" | "decision" | "publication" | "application" | "dayAsked";

/** What every entry has. `from`/`until` is its life in the statute book (half open). */
export interface EntryHead {
  readonly id: LawId;
  readonly names: Names;
  readonly from?: PlainDate;
  readonly until?: PlainDate;
  readonly basis: readonly Basis[];
  readonly confidence: Confidence;
  readonly note?: Names;
  /** Proposed, announced or put out for comment, not law: read by pages, in no statute book. */
  readonly draft?: boolean;
  readonly at: Place;
}

export interface Instrument extends EntryHead {
  readonly kind: "instrument";
  readonly number?: string;
  readonly issuedOn?: PlainDate;
  readonly rank: "law" | "administrative-regulation" | "central-document" | "judicial-interpretation" | "departmental-rule" | "normative-document" | "local-regulation" | "standard" | "agreement" | "institution-rule" | "secondary-source";
  readonly issuer?: Names;
  readonly published?: string;
  /** Policy domains it speaks about (words of the taxonomy `domain`); empty: not stated. */
  readonly domains: readonly string[];
  /** Articles that speak of credit records, lists or joint punishment, with the topics they name: a pointer for readers and the linter. */
  readonly creditArticles: readonly { readonly article: string; readonly topics: readonly string[] }[];
}

export interface Authority extends EntryHead {
  readonly kind: "authority";
  readonly level: "national" | "province" | "city" | "county" | "international" | "other";
  readonly superior?: LawId;
  readonly powers: readonly ("list" | "record" | "penalise" | "enforce" | "repair" | "publish" | "coordinate")[];
  /** Other names it is published under, for templates (`World Bank Group`, `EBRD`). */
  readonly aliases: readonly string[];
  /** The short word that may stand for it after `@` (`ebrd`). */
  readonly short?: string;
}

/** A code scheme: how a code is formed and checked. Nothing about any scheme stands in src/. */
export interface IdentifierScheme extends EntryHead {
  readonly kind: "identifier";
  readonly of: "organisation" | "person";
  readonly length?: number;
  readonly alphabet?: string;
  /** Extra form as a regular expression over the levelled code (upper case, no spaces or hyphens). */
  readonly form?: string;
  readonly checks: readonly CheckDigit[];
  /** Codes of this scheme that belong to natural persons in law and are refused: an expression and why. */
  readonly refused: readonly { readonly form: string; readonly why: Names }[];
  /** Slices with a name, 1-based inclusive: authority, category, region, subject. */
  readonly parts: readonly CodeSpan[];
}

export interface CodeSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What the characters there stand for, where the scheme has a table; `code` holds the characters from the first of the code to `end`. */
  readonly values?: readonly { readonly code: string; readonly names: Names }[];
}

/** A weighted check character. value = (complement ? modulus - sum % modulus : sum) % modulus, written as `characters[value]`. */
export interface CheckDigit {
  readonly name: string;
  /** 1-based place of the check character, and of the characters it covers. */
  readonly place: number;
  readonly start: number;
  readonly end: number;
  readonly weights: readonly number[];
  readonly modulus: number;
  readonly complement: boolean;
  /** Values of the covered characters: their index in this string. */
  readonly values: string;
  /** The check character by its value. */
  readonly characters: string;
}

export interface Act extends EntryHead {
  readonly kind: "act";
  /** Does an undetermined verdict leave the act open or close it meanwhile? */
  readonly undetermined: "opens" | "closes";
  /** What WHERE may be for this act. */
  readonly where: "authority" | "office" | "region" | "none";
  /** Authorities that may stand as WHERE, where `where` is `authority`. */
  readonly authorities: readonly LawId[];
  /** The policy domain it belongs to, a word of the taxonomy `domain`. */
  readonly domain?: string;
}

export type FieldType = "text" | "day" | "money" | "integer" | "flag" | "choice" | "choices" | "rate" | "authority" | "code";

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly names: Names;
  readonly choices?: readonly string[];
  readonly required: boolean;
  /** Shown to the public when the record itself is published. */
  readonly published: boolean;
}

export type Disclosure = "public" | "restricted" | "sharing" | "working";

export interface RecordType extends EntryHead {
  readonly kind: "record-type";
  readonly fields: readonly Field[];
  readonly disclosure: Disclosure;
  /** Months the publication of such a record lasts, and months until its body is forgotten; absent: not stated. */
  readonly publicationMonths: Dated<number>;
  readonly retentionMonths: Dated<number>;
  /** Records of this type state the legal status of an organisation, a licence, a penalty, … */
  readonly about: "registration" | "licence" | "penalty" | "inspection" | "list" | "commitment" | "report" | "grade" | "judgment" | "debt" | "interview" | "other";
  /** What the law forbids to collect in such a record. */
  readonly forbids?: readonly Names[];
}

/**
 * A criterion is a tree; a leaf is one CEL comparison. Every node may have an id and names; leaves must.
 * Evaluated three-valued, together with its reasons.
 */
export type Criterion =
  | { readonly kind: "all" | "any" | "none"; readonly id?: string; readonly names?: Names; readonly of: readonly Criterion[] }
  | { readonly kind: "atLeast"; readonly count: number; readonly id?: string; readonly names?: Names; readonly of: readonly Criterion[] }
  /** The rule first, its exceptions after it, in the order of the law. */
  | { readonly kind: "exceptions"; readonly id?: string; readonly names?: Names; readonly rule: Criterion; readonly unless: readonly Criterion[] }
  | Leaf
  /** At least `count` records of `type` on the organisation satisfy `where` (evaluated with `record` bound), within `months` before the day asked.
   * `after`: only acts on or after the day since which the organisation stands on one of these lists (a further breach); on none of them: false. */
  | { readonly kind: "records"; readonly id: string; readonly names: Names; readonly type: LawId; readonly where?: Criterion; readonly count: number; readonly months?: number; readonly after?: readonly LawId[]; readonly whose?: RelatedBy; readonly basis: readonly Basis[]; readonly anchor: Anchor }
  /** The organisation stands on at least `count` different listings of these lists on the day asked. `colour`: any list of that colour. */
  | { readonly kind: "listed"; readonly id: string; readonly names: Names; readonly lists: readonly LawId[]; readonly colour?: ListColour; readonly count: number; readonly whose?: RelatedBy; readonly basis: readonly Basis[] };

/** Whose records or listings count instead of the organisation's own: those it is a branch of, a subsidiary of, or controlled by. */
export type RelatedBy = "parents" | "owners" | "controllers";

export interface Leaf {
  readonly kind: "holds";
  readonly id: string;
  readonly names: Names;
  /** One CEL comparison over the variables of context.ts. */
  readonly expression: string;
  readonly compiled: CompiledExpression;
  /** Where the comparison is false but this holds, the answer is unknown (a day known only as a range; an end not stated). */
  readonly unknownWhen?: { readonly expression: string; readonly compiled: CompiledExpression };
  /** Said in `missing` when unknown: what fact would settle it. */
  readonly missing?: Names;
  /** Taken as given when unknown, because this source says so. Shown in `presumed`. */
  readonly presume?: { readonly value: boolean; readonly because: Names; readonly basis: readonly Basis[] };
  readonly basis: readonly Basis[];
}

/** The variables a CEL leaf may name: `listing.…`, `record.…`, `organisation.…`, `party.…`, `decider.…`, `asked.…`. Absent key: unknown. */
export type Facts = Readonly<Record<string, Readonly<Record<string, FactValue>>>>;
export type FactValue = string | boolean | bigint | readonly string[];

export interface CompiledExpression {
  /** The paths it reads, as `listing.decidedOn`. */
  readonly paths: readonly string[];
  /** Three-valued: unknown where a path it needs is absent; `missing` names those. */
  readonly evaluate: (facts: Facts) => { readonly truth: Truth; readonly missing: readonly string[] };
}

export type ListColour = "black" | "red" | "scrutiny" | "warning";

/** How a listing of this list ends: design.md 3, End. `from` says where a term starts. */
export type EndRule =
  | { readonly kind: "fixed"; readonly years?: number; readonly months?: number; readonly days?: number; readonly from: "decision" | "publication" | "effect" }
  | { readonly kind: "untilDone"; readonly what: Names }
  | { readonly kind: "reviewFrom"; readonly years?: number; readonly months?: number; readonly from: "decision" | "publication" | "effect"; readonly what: Names }
  | { readonly kind: "permanent"; readonly because: Names }
  | { readonly kind: "notStated" };

/** One way out of a listing. `act` is term, repair, correction, annulment, performance, … */
export interface ExitRule {
  readonly id: string;
  readonly act: "term" | "repair" | "performance" | "objection" | "annulment" | "release" | "review";
  readonly names: Names;
  /** Counted from the publication (or effect) of the listing; absent: at once. */
  readonly earliestMonths?: number;
  readonly conditions: readonly Names[];
  /** Lists the organisation must be off before this way out opens. */
  readonly needs?: readonly LawId[];
  readonly decideWithin?: Interval;
  readonly by?: LawId;
  readonly anchor: Anchor;
  readonly basis: readonly Basis[];
}

export interface Interval {
  readonly count: number;
  readonly unit: "workingDays" | "days" | "months" | "years";
  /** A clock whose last day is no working day runs on to the next one. */
  readonly movesOffHolidays?: boolean;
}

export type ListSubject = "organisations" | "government" | "persons";

export interface List extends EntryHead {
  readonly kind: "list";
  readonly colour: ListColour;
  readonly owner: LawId;
  /** Reported: what another body published, evidence with source and edition. Kept: run by this register under due process. Both may occur. */
  readonly holds: "reported" | "kept";
  /** Whom it lists: in law/ organisations or bodies of government; persons only under people/. */
  readonly subjects: readonly ListSubject[];
  /** The policy domain of the conduct it answers, a word of the taxonomy `domain`. */
  readonly domain?: string;
  /** Where the law forbids the conduct that leads onto it; empty: no source says so. */
  readonly forbiddenBy: readonly Basis[];
  /** Scope in law: regions (codes of the taxonomy) and sectors; empty: everywhere, everyone. */
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly published: boolean;
  /** Fields of a listing beside its End: grounds, practices, originator. */
  readonly fields: readonly Field[];
  readonly criteria: Dated<readonly Criterion[]>;
  readonly criteriaAnchor: Anchor;
  readonly end: Dated<EndRule>;
  readonly endAnchor: Anchor;
  readonly procedure?: LawId;
  readonly exits: Dated<readonly ExitRule[]>;
  /** The law itself makes this listing while the criterion holds (three scrutiny entries make a warning). It lives and dies with its cause. */
  readonly entailed?: Criterion;
  /** A listing here does not stand while this holds (a blacklisting loses a redlisting). */
  readonly lostWhen?: Criterion;
  /** A listing's field that is not stated is taken from another listing of this list with the same value of `by`, itself not inheriting. */
  readonly inherits?: { readonly fields: readonly string[]; readonly by: string; readonly when: string; readonly compiled?: CompiledExpression };
  /** Days after an edition's day from which answers are undetermined: stale. */
  readonly freshForDays?: number;
  readonly succession: "follows" | "ends";
}

export type Effect = "deny" | "restrict" | "surcharge" | "scrutinise" | "consider" | "publicise" | "expedite" | "prioritise" | "exempt" | "discount" | "support";
export const BURDENS: readonly Effect[] = ["deny", "restrict", "surcharge", "scrutinise", "consider", "publicise"];
export const FAVOURS: readonly Effect[] = ["expedite", "prioritise", "exempt", "discount", "support"];

/** Mandatory; discretionary: binds once the office has decided it; mandatory-unless-declined: an opt-out is that decision. */
export type Force = "mandatory" | "discretionary" | "mandatory-unless-declined";

export type Trigger =
  | { readonly kind: "list"; readonly lists: readonly LawId[] }
  | { readonly kind: "record"; readonly type: LawId; readonly where?: Criterion; readonly months?: number }
  | { readonly kind: "grade"; readonly type: LawId; readonly grades: readonly string[] }
  | { readonly kind: "status"; readonly statuses: readonly string[] }
  | { readonly kind: "commitment"; readonly type: LawId };

export type Reach =
  | "organisation" | "branches" | "parent" | "legal-representative" | "directors" | "supervisors" | "senior-managers" | "responsible-staff" | "office-holders"
  /** Only under people/: the person listed, relatives, an official, an organisation the person runs. */
  | "person" | "family" | "official" | "organisation-of-person";

/** One measure: as a clause of a memorandum, or of the law itself (measures/). */
export interface Measure extends EntryHead {
  readonly kind: "measure";
  /** The memorandum it is a clause of; absent where the law itself connects trigger and effect. */
  readonly memorandum?: LawId;
  readonly clause?: string;
  readonly trigger: Trigger;
  readonly authority: LawId;
  /** In a memorandum: does not apply where the trigger's list is this authority's own. */
  readonly exceptOwner: boolean;
  readonly acts: readonly LawId[];
  /** More than one: the office chooses (“bar or restrict”); then force is discretionary. */
  readonly effects: readonly Effect[];
  readonly amount: Dated<Amount>;
  readonly force: Dated<Force>;
  readonly reaches: readonly Reach[];
  /** `trigger`: ends with its trigger. Otherwise its own term, from the day the trigger takes effect. */
  readonly lasts: { readonly kind: "trigger" } | { readonly kind: "term"; readonly years?: number; readonly months?: number };
  /** Binds only in the regions of the list (or of the office that listed). */
  readonly within: "everywhere" | "regionOfList";
  readonly conditions: readonly Criterion[];
  readonly anchor: Anchor;
  /** Items of the closed list of penalty measures it is an instance of; empty: none is known. */
  readonly permittedAs: readonly LawId[];
}

/** A party of a memorandum and the day from which it binds; a range where the day is uncertain. */
export interface Party {
  readonly authority: LawId;
  readonly sinceEarliest: PlainDate;
  readonly sinceLatest: PlainDate;
  readonly basis: readonly Basis[];
}

export interface Memorandum extends EntryHead {
  readonly kind: "memorandum";
  readonly signedOn?: PlainDate;
  readonly parties: readonly Party[];
  /** Conditions every clause shares, before its own. */
  readonly conditions: readonly Criterion[];
  /** Ids of its clauses, in order; each is a Measure of the rulebook. */
  readonly clauses: readonly LawId[];
  /** Measures aimed at office-holders: shown, never enforced. They are Measures too, with such a reach. */
}

export type StepKind =
  | "proposal" | "notice" | "service" | "defence" | "hearing" | "decision" | "publication" | "objection" | "verification" | "removal" | "review"
  | "application" | "acceptance" | "consent" | "appeal" | "interview" | "commitment" | "report" | "draw" | "inspection" | "training" | "notification" | "acknowledgement";

/** What a procedure is for. `listing` procedures are run by the register under due process. */
export type ProcedurePurpose = "release" | "listing" | "removal" | "objection" | "appeal" | "repair" | "penalty" | "commitment" | "annual-report" | "inspection" | "interview" | "publicity" | "sharing" | "grading" | "other";

export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  readonly names: Names;
  readonly by: "office" | "organisation";
  /** Steps that must have been taken before this one. */
  readonly after: readonly string[];
  /** The time it must be done in, counted from the step named; for a defence: the window that must pass (or be used) before a decision. */
  readonly within?: Interval & { readonly from: string };
  readonly optional: boolean;
  /** What it must state: facts, basis, consequences, days to answer, reasons, remedies. */
  readonly states: readonly string[];
  readonly officers: number;
  readonly superiorConsent: boolean;
  readonly legalReview: boolean;
  /** Where service failed: the substitute the law knows. */
  readonly substitute?: Names;
  /** For a decision: outcomes it may have. */
  readonly outcomes: readonly DecisionOutcome[];
  /** Taken before the step it names, it gives that step its own `within` as time on top. */
  readonly extends?: string;
  /** The register takes it itself, on the day on which everything it comes after has been done. */
  readonly automatic: boolean;
  /** What the register does with the thing the case is about once the step is taken: masks it, or ends its stay. */
  readonly does?: "mask" | "endStay";
  /** What it puts on file about the organisation, or adds to what an earlier step of the case put there; `set`: fields whose value follows from the step itself. */
  readonly records?: { readonly type: LawId; readonly set: Readonly<Record<string, string | boolean | number>> };
  readonly basis: readonly Basis[];
}

export type DecisionOutcome = "listed" | "conditional" | "reprimanded" | "noAction";

export interface Procedure extends EntryHead {
  readonly kind: "procedure";
  readonly purpose: ProcedurePurpose;
  readonly steps: Dated<readonly Step[]>;
  readonly anchor: Anchor;
  /** Lists and record types it is about; empty: all its purpose can be about. */
  readonly covers: readonly LawId[];
  /** Where it holds (codes of the taxonomy, regions within them too); empty: everywhere. */
  readonly regions: readonly string[];
  /** Only matters of this authority, or of one below it. */
  readonly authority?: LawId;
  /** A duty that comes back every year. */
  readonly yearly?: YearlyDuty;
}

/** What organisations owe every year: from the day the procedure's first step opens, until its report step's time is over, a record for the year before. The time is a period: opened on 1 January, six months are over with 30 June. */
export interface YearlyDuty {
  /** Month and day, `01-01`. */
  readonly opens: string;
  /** The record that fulfils it, and its field that names the year it is for. */
  readonly record: LawId;
  readonly yearField: string;
  /** Whom it binds, on the day it opens; an organisation founded in the year it opens, or later, owes nothing yet. */
  readonly when?: Criterion;
  /** The list that missing it leads to. */
  readonly list?: LawId;
}

export interface CalendarYear extends EntryHead {
  readonly kind: "calendar";
  readonly year: number;
  /** Days off that fall on a weekday, and working days that fall on a weekend. */
  readonly holidays: readonly PlainDate[];
  readonly makeUpDays: readonly PlainDate[];
}

/** Precedence where rules meet: suspensions of clocks or recording, transitions, which of two rules governs. */
export type Precedence = EntryHead & { readonly kind: "precedence" } & (
    | { readonly rule: "suspension"; readonly of: readonly LawId[]; readonly what: "recording" | "clocks" | "effects"; readonly regions: readonly string[]; readonly when?: Criterion }
    /** Among rules that all speak to the same question on a day: the one named first governs; `unresolved`: both readings are shown. */
    | { readonly rule: "prefers"; readonly among: readonly LawId[]; readonly prefer: readonly LawId[] | "unresolved" }
    /** Matters begun under the old rule stay under it, or move. */
    | { readonly rule: "transition"; readonly old: LawId; readonly replacement: LawId; readonly pending: "old" | "new" | "milder" }
    /** Of these rules a later version that is milder governs earlier acts as well. */
    | { readonly rule: "milder"; readonly of: readonly LawId[] }
  );

/** A repair rule: which of a list's or record's burdens may be lifted early, from when, on what. */
export interface Repair extends EntryHead {
  readonly kind: "repair";
  readonly tiers: readonly RepairTier[];
  readonly decidedBy?: LawId;
  readonly decideWithin?: Interval;
  readonly anchor: Anchor;
  readonly milder: boolean;
  readonly covers: readonly LawId[];
  /** What must be done or shown first, whatever the tier; and what cannot be repaired at all. */
  readonly conditions: readonly Names[];
  readonly excluded: readonly Names[];
}

/** One step of a repair rule: what belongs to it, its least and longest time, whether it ends by itself at the longest. */
export interface RepairTier {
  readonly id: string;
  readonly names: Names;
  /** Of what the rule covers, what belongs here by the rule itself; what no tier names may belong to any of them. */
  readonly covers?: readonly LawId[];
  /** What must be so of the listing for this tier; unknown: it may apply. */
  readonly when?: Criterion;
  readonly minimumMonths?: number;
  readonly maximumMonths?: number;
  readonly endsByItself: boolean;
  readonly documents: readonly Names[];
  readonly basis: readonly Basis[];
}

export interface GradeScheme extends EntryHead {
  readonly kind: "grade";
  readonly owner: LawId;
  readonly recordType: LawId;
  readonly grades: readonly Grade[];
  /** How often it is given, and from which points a subject starts, where the source says so. */
  readonly every?: Interval;
  readonly starts: readonly number[];
}

/** One grade. `minimum` is the least points it takes, `below` the first that are too many; `rules` decide it directly. */
export interface Grade {
  readonly value: string;
  readonly names: Names;
  readonly minimum?: number;
  readonly below?: number;
  readonly rules: readonly Names[];
}

/** One class of information in a national directory of what may be recorded, and how far it may be held against somebody. */
export interface DirectoryItem extends EntryHead {
  readonly kind: "directory-item";
  readonly number?: string;
  /** `usable`: may be recorded and used; `severeOnly`: only where the circumstances are serious; `never`: may not be recorded as credit information. */
  readonly tier: "usable" | "severeOnly" | "never";
  readonly subjects: readonly ListSubject[];
  readonly content?: Names;
  /** Editions of the directory, by instrument, that have it. */
  readonly editions: readonly LawId[];
  readonly recordTypes: readonly LawId[];
}

/** One item of the closed list of penalty measures; without editions: statutory, and outside the list. */
export interface PenaltyItem extends EntryHead {
  readonly kind: "penalty-item";
  readonly number?: string;
  /** A: reduces rights or adds duties; B: management within a body's duties; C: taken by others on their own decision. */
  readonly class: "A" | "B" | "C";
  readonly editions: readonly LawId[];
  readonly effects: readonly Effect[];
  readonly targets?: Names;
  readonly takenBy?: Names;
  readonly term?: Names;
  /** Statutes the list itself names for it. */
  readonly statutes: readonly Basis[];
}

/** What the law asks of lists, measures and memoranda themselves, from a day on: what the linter measures by. */
export interface Standard extends EntryHead {
  readonly kind: "standard";
  readonly rule: LintRuleId;
  /** Ranks that suffice; those that suffice for what is limited to regions; editions of a closed list; a limit in months. */
  readonly ranks: readonly Instrument["rank"][];
  readonly localRanks: readonly Instrument["rank"][];
  readonly editions: readonly LawId[];
  readonly months?: number;
  /** A standard of local law binds only what is limited to these regions; empty: everything. */
  readonly regions: readonly string[];
}

/** The rules of the linter, each explained in docs/reference/lint-rules.md. */
export const LINT_RULES = [
  "no-basis", "basis-below-rank", "no-notice", "no-answer", "no-end", "no-exit", "no-objection", "outside-closed-list", "unrelated-measure", "persons-without-breach", "double-burden", "circular-chain", "pile-on",
  "no-law-forbids", "unobservable-criterion", "local-without-regulation", "retention-beyond-law", "publication-beyond-law", "memorandum-expired", "excluded-information", "hidden-list", "permanent", "repair-without-deadline",
  "score-as-trigger", "protected-matter", "dead-end",
] as const;
export type LintRuleId = (typeof LINT_RULES)[number];

/** One figure by which authorities themselves are measured. */
export interface Metric extends EntryHead {
  readonly kind: "metric";
  readonly group?: LawId;
  readonly better: "more" | "less" | "notStated";
  readonly measuredBy?: LawId;
}

/** A city's point scheme. Only under people/: applied by nothing but the laboratory. */
export interface ScoreScheme extends EntryHead {
  readonly kind: "score-scheme";
  readonly region?: string;
  readonly keeper?: LawId;
  readonly start?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly bands: readonly Grade[];
  readonly benefits: readonly Names[];
}

/** One row of a point scheme. Points are signed whole numbers. */
export interface ScoreRule extends EntryHead {
  readonly kind: "score-rule";
  readonly scheme: LawId;
  readonly authority?: LawId;
  readonly tiers: readonly ScoreTier[];
  /** The most it takes or gives in all, as a positive number. */
  readonly limit?: number;
  /** The score is set to this, whatever it was. */
  readonly setsTo?: number;
  /** Counted once with these rows. */
  readonly onceWith: readonly LawId[];
  /** Matters it touches that design calls protected (blood donation, party honours, petitions): the sources' criticism, shown with it. */
  readonly protectedMatters: readonly string[];
}

export interface ScoreTier {
  readonly id: string;
  readonly names: Names;
  readonly points: number;
  readonly per?: Names;
}

/** A body that acts, named by the law itself: an invented office of the model jurisdiction. The register gives it its file number. */
export interface Office extends EntryHead {
  readonly kind: "office";
  readonly authority: LawId;
  /** Code of the taxonomy. */
  readonly region: string;
  readonly superior?: LawId;
  /** The posts that act for it, by id: never a person's name. */
  readonly posts: readonly { readonly id: string; readonly names: Names }[];
}

/** A word of a taxonomy: a region, sector, legal form, status. */
export interface TaxonomyTerm extends EntryHead {
  readonly kind: "term";
  readonly taxonomy: "region" | "sector" | "legal-form" | "status" | "domain";
  readonly value: string;
  readonly parent?: string;
  /** Legal forms that are natural persons in law (individual business): refused. */
  readonly person: boolean;
}

/** How a published file or a submission sheet is read: columns to fields. See intake/template.ts. */
export interface Template extends EntryHead {
  readonly kind: "template";
  readonly of: { readonly kind: "list"; readonly list: LawId } | { readonly kind: "record"; readonly type: LawId } | { readonly kind: "organisation" };
  readonly formats: readonly ("xlsx" | "csv" | "json")[];
  /** Complete edition of a list (rows gone since the last are no longer published), or additions. */
  readonly complete: boolean;
  /** The row with the headers: found by its cells, banner rows above are allowed; header cells below it are joined. */
  readonly headerRows: number;
  /** The edition's day as the file states it, in a banner: expression with groups `year`, `month`, `day`. */
  readonly editionDay?: { readonly pattern: string };
  /** `strict`: RFC 4180; `looseQuotes`: quotes inside quoted cells are not doubled. */
  readonly quoting: "strict" | "looseQuotes";
  readonly columns: readonly TemplateColumn[];
  /** Readings of one column's text into several fields, tried in order, each removing what it matched. */
  readonly readings: readonly TemplateReading[];
}

export interface TemplateColumn {
  /** Header texts that name this column (levelled: case, spaces). */
  readonly headers: readonly string[];
  readonly names: Names;
  /** Where the value goes: `name`, `alias`, `formerName`, `code:<scheme>`, `address`, `country`, `region`, `legalForm`, `from`, `until`, `decidedOn`, `effectiveFrom`, `originator`, `listedIn` (the region where a listing was made), `breach`, `field:<name>`, `ignore`. */
  readonly to: string;
  readonly type: "text" | "day" | "instantDay" | "money" | "integer" | "flag" | "choice" | "choices" | "authority" | "code";
  readonly required: boolean;
  /** The day given is the last barred one: the first free day is the next. */
  readonly lastDay: boolean;
  /** Cell values that mean an End without a day: `2999-12-31` or `Ongoing` → notStated; `Permanent` → permanent. */
  readonly sentinels: Readonly<Record<string, "notStated" | "permanent" | "untilDone">>;
  readonly choices: readonly { readonly value: string; readonly texts: readonly string[]; readonly names: Names }[];
  /** How days are written here beside YYYY-MM-DD: expression over the whole cell with groups `year`, `month`, `day` (day/month/year is read nowhere else). */
  readonly dayPattern?: string;
  /** The currency of money here, where the cell does not name it; absent: CNY. */
  readonly currency?: string;
  readonly help?: Names;
}

export interface TemplateReading {
  /** The column, by one of its headers. What is left when the readings are done is the column's own value. */
  readonly column: string;
  /** Regular expression (flags `giu`), with one group: the value. */
  readonly pattern: string;
  readonly to: string;
  /** A fixed value instead of the group. */
  readonly value?: string;
  /** `choices`: several values make one list, whether or not they are named anywhere. `flag`: `value` is `true` or `false`. */
  readonly type: "text" | "code" | "authority" | "choices" | "flag";
  /** Whether what it matched is removed before later readings. */
  readonly consumes: boolean;
}

/** A worked instance of a rule: facts and a day, and what must come out. Run as tests, shown on the law's pages. */
export interface LawExample {
  readonly id: string;
  readonly name: Names;
  readonly about: readonly LawId[];
  readonly citation: readonly Basis[];
  readonly given: ExampleGiven;
  readonly expect: readonly ExampleQuestion[];
  readonly at: Place;
}

export interface ExampleGiven {
  /** The invented organisation asked about. Under people/ it may be an invented person instead: exactly one of the two is given. */
  readonly organisation?: { readonly name: string; readonly kind?: string; readonly region?: string; readonly sector?: string; readonly status?: string };
  readonly person?: { readonly name: string };
  readonly listings: readonly ExampleListing[];
  /** Other organisations by name, and what they are to the one asked about. */
  readonly relations: readonly { readonly organisation: string; readonly among: RelatedBy }[];
  readonly records: readonly { readonly organisation?: string; readonly type: LawId; readonly actedOn?: PlainDate; readonly decidedOn?: PlainDate; readonly fields: Readonly<Record<string, string>>; readonly breach?: string }[];
  readonly decisions: readonly { readonly measure: LawId; readonly listing?: string; readonly choice: "apply" | "decline"; readonly effect?: Effect; readonly decidedOn: PlainDate; readonly authority: LawId }[];
}

export interface ExampleListing {
  readonly label: string;
  /** On another organisation of this name (the parent of an affiliate); absent: on the one asked about. */
  readonly organisation?: string;
  readonly list: LawId;
  readonly decidedOn?: PlainDate;
  readonly effectiveFrom: PlainDate;
  readonly publishedFrom?: PlainDate;
  /** `YYYY-MM-DD` first free day, or `notStated`, `permanent`, `untilDone`. */
  readonly end: string;
  readonly originator?: LawId;
  readonly regions?: readonly string[];
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** What a worked example asks, told apart by `kind`; in YAML by the fields that stand there. `on`: the day of the statute book asked. */
export type ExampleQuestion =
  | ActQuestion
  /** Do the list's criteria propose a listing; does a listing stand? */
  | { readonly kind: "list"; readonly list: LawId; readonly on: PlainDate; readonly law?: PlainDate; readonly criteria?: Truth; readonly listed?: boolean }
  /** The End of a listing decided, published and in effect on one day: first free day, `untilDone`, `permanent`, `notStated`, `reviewFrom DAY`. */
  | { readonly kind: "end"; readonly list: LawId; readonly decided: PlainDate; readonly ends: string; readonly on: PlainDate }
  /** From when a way out is open, and by when it is decided where it is asked for then (or on `on`, if that is later). */
  | { readonly kind: "exit"; readonly list: LawId; readonly since: PlainDate; readonly exit: string; readonly earliest?: PlainDate; readonly decideBy?: PlainDate; readonly on: PlainDate }
  /** Which ways out there are. */
  | { readonly kind: "exits"; readonly list: LawId; readonly since: PlainDate; readonly exits: readonly string[]; readonly on: PlainDate }
  /** From when answers that rest on an edition of this day are stale. */
  | { readonly kind: "edition"; readonly list: LawId; readonly edition: PlainDate; readonly staleFrom: PlainDate | "notStated"; readonly on: PlainDate }
  /** Is the entry law; is the instrument issued, the memorandum signed; is an authority bound as a party? */
  | { readonly kind: "entry"; readonly entry: LawId; readonly on: PlainDate; readonly inForce?: boolean; readonly issued?: boolean; readonly party?: LawId; readonly joined?: Truth }
  /** The last day of a step counted from what happened on `since`; what the step asks of the office. */
  | { readonly kind: "step"; readonly procedure: LawId; readonly step: string; readonly since?: PlainDate; readonly due?: PlainDate | "notStated"; readonly officers?: number; readonly superiorConsent?: boolean; readonly legalReview?: boolean; readonly on: PlainDate }
  /** First day repair is open, first day on which the burden ends by itself, last day for the decision on an application of `on`. */
  | { readonly kind: "repair"; readonly repair: LawId; readonly tier: string; readonly since: PlainDate; readonly earliest?: PlainDate | "notStated"; readonly latest?: PlainDate | "notStated"; readonly decideBy?: PlainDate | "notStated"; readonly on: PlainDate }
  | { readonly kind: "recordType"; readonly recordType: LawId; readonly since: PlainDate; readonly publishedUntil?: PlainDate | "notStated"; readonly forgottenFrom?: PlainDate | "notStated"; readonly on: PlainDate }
  | { readonly kind: "workingDays"; readonly workingDays: number; readonly since: PlainDate; readonly due: PlainDate; readonly provisional?: boolean; readonly on: PlainDate }
  /** The grade some points give (`none`: no grade), the points a subject starts from, how often it is given. */
  | { readonly kind: "grade"; readonly grade: LawId; readonly points?: number; readonly is?: string; readonly starts?: readonly number[]; readonly every?: Interval; readonly on: PlainDate }
  /** Does a code satisfy its scheme; is it refused as a person's; what do its parts read? */
  | { readonly kind: "identifier"; readonly identifier: LawId; readonly code: string; readonly valid: boolean; readonly refused?: boolean; readonly parts?: Readonly<Record<string, string>>; readonly on: PlainDate }
  | { readonly kind: "score"; readonly score: LawId; readonly events: readonly ScoreEvent[]; readonly points: number; readonly band?: string; readonly on: PlainDate }
  /** What the linter finds of an entry of the law of `on`, by the standards of a day (default `on`). */
  | { readonly kind: "lint"; readonly lint: LawId; readonly on: PlainDate; readonly standards?: PlainDate; readonly finds?: readonly LintRuleId[]; readonly lacks?: readonly LintRuleId[] };

export interface ActQuestion {
  readonly kind: "act";
  readonly act: LawId;
  readonly where?: string;
  readonly on: PlainDate;
  readonly law?: PlainDate;
  readonly verdict: "bound" | "clear" | "undetermined";
  readonly effects?: readonly Effect[];
  readonly measures?: readonly LawId[];
  readonly until?: PlainDate;
  readonly missing?: readonly string[];
  readonly failed?: readonly string[];
  readonly possible?: readonly LawId[];
  readonly favours?: readonly LawId[];
  readonly presumed?: readonly string[];
  /** What the answer's measures carry, as `0.05 CNY/kWh`, `at least 5/100 of the price`, `10 projects`: binding, possible and in favour. */
  readonly amounts?: readonly string[];
  /** Measures aimed at office-holders, shown and never enforced. */
  readonly officeHolders?: readonly LawId[];
  /** Rules between which the law leaves open which governs. */
  readonly readings?: readonly LawId[];
  /** From when the smallest set of acts leads out; `notStated`: it has no day; `none`: there is none. */
  readonly exits?: PlainDate | "notStated" | "none";
}

/** Something that happened under a point scheme. `tier` may be left out where the row has one. */
export interface ScoreEvent {
  readonly rule: LawId;
  readonly tier?: string;
  readonly times: number;
}

export type Entry =
  | Instrument | Authority | IdentifierScheme | Act | RecordType | List | Measure | Memorandum
  | Procedure | CalendarYear | Precedence | Repair | GradeScheme | TaxonomyTerm | Office | Template
  | DirectoryItem | PenaltyItem | Standard | Metric | ScoreScheme | ScoreRule;

export type EntryOf<K extends Entry["kind"]> = Extract<Entry, { readonly kind: K }>;
