// What the lists and the page of one list show, as plain data in no language.
import type { Names } from "../../domain/terms/index.ts";
import type { Confidence, ListColour } from "../../domain/rules/index.ts";
import type { BasisView, Day, EditionView, EndView, Id, Preset, SourceView } from "./view-models.ts";
import type { CascadeView, CriterionView, EndRuleView, ExitRuleView, LintView, RepairView, Version } from "./view-models-rules.ts";
import type { OverTimeView } from "./view-models-statistics.ts";

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
