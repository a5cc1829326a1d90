// What the page of statistics shows, as plain data in no language; statistics-model.ts fills it, pages/statistics-page.ts draws and words it.
import type { Day, Id, Names } from "./view-models.ts";

export interface StatisticsModel {
  readonly from: Day;
  readonly lastDay: Day;
  readonly until: Day;
  readonly side: "burdens" | "favours";
  /** The one list that was asked about. */
  readonly list?: Id;
  readonly months: readonly MonthView[];
  readonly ends: readonly { readonly reason: ReasonView; readonly count: number }[];
  readonly terms: readonly { readonly term: TermView; readonly count: number }[];
  readonly lists: readonly (CountRow & { readonly ended: number })[];
  readonly authorities: readonly CountRow[];
  readonly regions: readonly CountRow[];
  readonly sectors: readonly CountRow[];
  readonly decided: number;
  readonly undated: number;
  readonly begun: number;
  readonly ended: number;
  readonly standing: number;
  readonly notCounted: readonly { readonly list: Id; readonly why: "closed" | "byLaw" | "neverDelivered" }[];
  /** Absent where the jurisdiction has no map. */
  readonly map?: RegionMapView;
  readonly wrong?: StatisticsWrong;
}

/** Counts over time, of all lists of a side or of one. */
export interface MonthView {
  readonly from: Day;
  readonly lastDay: Day;
  readonly decided: number;
  readonly begun: number;
  readonly ended: number;
  readonly standing: number;
  /** Lists nobody can speak for on its last day. */
  readonly unknown: readonly Id[];
  /** Of none of the lists can anybody say who stood on them. */
  readonly allUnknown: boolean;
}

/** One list over time. */
export interface OverTimeView {
  readonly side: StatisticsModel["side"];
  readonly months: readonly MonthView[];
}

export type ReasonView = "term" | "repair" | "performance" | "objection" | "review" | "release" | "annulment" | "edition" | "change";
export type TermView = "oneYear" | "threeYears" | "fiveYears" | "longer" | "untilDone" | "review" | "permanent" | "notStated";

export interface CountRow {
  /** An id of the law, or a value of a taxonomy; null where it is not on file. */
  readonly key: string | null;
  /** Of a value of a taxonomy. */
  readonly names?: Names;
  readonly begun: number;
  readonly standing: number;
  readonly organisations: number;
}

/** Tiles side by side, none where it is in no real place. */
export interface RegionMapView {
  readonly tiles: readonly { readonly region: string; readonly names: Names; readonly province: Names; readonly column: number; readonly row: number; readonly organisations: number }[];
  /** Organisations of no region that is on the map. */
  readonly elsewhere: number;
}

/** Which part of what was asked cannot be read. */
export type StatisticsWrong = "day" | "noDays" | "beyond" | "tooLong" | "lists" | "list";
