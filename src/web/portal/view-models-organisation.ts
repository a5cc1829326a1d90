// What the page of one organisation shows: who it is, and what is on file, shelf by shelf, as plain data in no language.
import type { Names } from "../../domain/terms/index.ts";
import type { ListColour, RecordType } from "../../domain/rules/index.ts";
import type { ActChoice, CodeView, Day, DeliveryView, EditionView, EndView, Id, PlaceChoice, Preset, RegimeView, SourceView, State } from "./view-models.ts";
import type { AnswerView, EffectRow, ValueHere } from "./view-models-answer.ts";
import type { RelationsView } from "./view-models-relations.ts";
import type { TimelineView } from "./view-models-time.ts";

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

interface JoinView {
  readonly files: readonly string[];
  readonly judgedBy: string;
  /** As the judgement gives them, in English. */
  readonly reasons: readonly string[];
}

interface RelatedView {
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
