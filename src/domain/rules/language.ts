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
  readonly at: Place;
}

export interface Instrument extends EntryHead {
  readonly kind: "instrument";
  readonly number?: string;
  readonly issuedOn?: PlainDate;
  readonly rank: "law" | "administrative-regulation" | "central-document" | "judicial-interpretation" | "departmental-rule" | "normative-document" | "local-regulation" | "standard" | "agreement" | "institution-rule" | "secondary-source";
  readonly issuer?: Names;
  readonly published?: string;
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
  readonly parts: readonly { readonly name: string; readonly start: number; readonly end: number }[];
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
  | { readonly kind: "records"; readonly id: string; readonly names: Names; readonly type: LawId; readonly where?: Criterion; readonly count: number; readonly months?: number; readonly after?: readonly LawId[]; readonly basis: readonly Basis[]; readonly anchor: Anchor }
  /** The organisation stands on at least `count` different listings of these lists on the day asked. `colour`: any list of that colour. */
  | { readonly kind: "listed"; readonly id: string; readonly names: Names; readonly lists: readonly LawId[]; readonly colour?: ListColour; readonly count: number; readonly basis: readonly Basis[] };

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

export interface List extends EntryHead {
  readonly kind: "list";
  readonly colour: ListColour;
  readonly owner: LawId;
  /** Reported: what another body published, evidence with source and edition. Kept: run by this register under due process. Both may occur. */
  readonly holds: "reported" | "kept";
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

export type Reach = "organisation" | "branches" | "parent" | "legal-representative" | "directors" | "office-holders";

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

export type StepKind = "proposal" | "notice" | "service" | "defence" | "hearing" | "decision" | "publication" | "objection" | "verification" | "removal" | "review";

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
  readonly basis: readonly Basis[];
}

export type DecisionOutcome = "listed" | "conditional" | "reprimanded" | "noAction";

export interface Procedure extends EntryHead {
  readonly kind: "procedure";
  readonly steps: Dated<readonly Step[]>;
  readonly anchor: Anchor;
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
  );

/** A repair rule: which of a list's or record's burdens may be lifted early, from when, on what. */
export interface Repair extends EntryHead {
  readonly kind: "repair";
  readonly tiers: readonly { readonly id: string; readonly names: Names; readonly minimumMonths?: number; readonly maximumMonths?: number; readonly endsByItself: boolean; readonly documents: readonly Names[]; readonly basis: readonly Basis[] }[];
  readonly decidedBy?: LawId;
  readonly decideWithin?: Interval;
  readonly anchor: Anchor;
  readonly milder: boolean;
  readonly covers: readonly LawId[];
}

export interface GradeScheme extends EntryHead {
  readonly kind: "grade";
  readonly owner: LawId;
  readonly recordType: LawId;
  readonly grades: readonly { readonly value: string; readonly names: Names }[];
}

/** A body that acts, named by the law itself: an invented office of the model jurisdiction. The register gives it its file number. */
export interface Office extends EntryHead {
  readonly kind: "office";
  readonly authority: LawId;
  /** Code of the taxonomy. */
  readonly region: string;
  readonly superior?: LawId;
}

/** A word of a taxonomy: a region, sector, legal form, status. */
export interface TaxonomyTerm extends EntryHead {
  readonly kind: "term";
  readonly taxonomy: "region" | "sector" | "legal-form" | "status";
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
  /** Where the value goes: `name`, `alias`, `formerName`, `code:<scheme>`, `address`, `country`, `region`, `legalForm`, `from`, `until`, `decidedOn`, `effectiveFrom`, `originator`, `breach`, `field:<name>`, `ignore`. */
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
  readonly organisation: { readonly name: string; readonly kind?: string; readonly region?: string; readonly sector?: string; readonly status?: string };
  readonly listings: readonly ExampleListing[];
  readonly records: readonly { readonly type: LawId; readonly actedOn?: PlainDate; readonly decidedOn?: PlainDate; readonly fields: Readonly<Record<string, string>>; readonly breach?: string }[];
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

export interface ExampleQuestion {
  readonly act?: LawId;
  readonly where?: string;
  readonly on: PlainDate;
  readonly law?: PlainDate;
  /** For a question about an act. */
  readonly verdict?: "bound" | "clear" | "undetermined";
  readonly effects?: readonly Effect[];
  readonly measures?: readonly LawId[];
  readonly until?: PlainDate;
  readonly missing?: readonly string[];
  readonly failed?: readonly string[];
  readonly possible?: readonly LawId[];
  readonly favours?: readonly LawId[];
  readonly presumed?: readonly string[];
  /** For a question about a list: do its criteria propose a listing; does an entailed listing stand? */
  readonly list?: LawId;
  readonly criteria?: Truth;
  readonly listed?: boolean;
}

export type Entry =
  | Instrument | Authority | IdentifierScheme | Act | RecordType | List | Measure | Memorandum
  | Procedure | CalendarYear | Precedence | Repair | GradeScheme | TaxonomyTerm | Office | Template;

export type EntryOf<K extends Entry["kind"]> = Extract<Entry, { readonly kind: K }>;
