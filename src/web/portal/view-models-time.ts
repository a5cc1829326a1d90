// What the timeline of an organisation shows, as plain data in no language; timeline-model.ts fills it, parts/timeline.ts draws and words it.
import type { Day, Effect, EndView, Id, ListColour, Names } from "./view-models.ts";

export interface TimelineView {
  /** Regimes of the law, each until the next. */
  readonly law: readonly { readonly names: Names; readonly from: Day; readonly until?: Day }[];
  readonly facts: readonly TimelineFactView[];
  readonly listings: readonly TimelineListingView[];
  readonly measures: readonly TimelineMeasuresView[];
  /** When the register took in what is shown; `known` is false where that was after the position asked about. */
  readonly knew: readonly TimelineKnownView[];
  readonly changes: { readonly on: AroundView<Day>; readonly law: AroundView<Day>; readonly known: AroundView<number> };
}

export interface TimelineFactView {
  readonly day: Day;
  readonly what: "established" | "record" | "notice" | "answer" | "decision";
  readonly of?: Id;
  /** The row of the register that says so, where it is among those shown. */
  readonly knew?: { readonly position: number; readonly day: Day };
}

export interface TimelineListingView {
  readonly list: Id;
  readonly colour: ListColour;
  readonly from: Day;
  readonly until?: Day;
  readonly end: EndView;
}

export interface TimelineMeasuresView {
  readonly state: "bound" | "may" | "favoured";
  readonly measures: readonly Id[];
  readonly effects: readonly Effect[];
  readonly from: Day;
  readonly until?: Day;
  readonly end: EndView;
  readonly earliest?: Day;
  readonly provisional: boolean;
}

export interface TimelineKnownView {
  readonly position: number;
  readonly day: Day;
  readonly what: "registered" | "record" | "listing";
  readonly of?: Id;
  readonly known: boolean;
}

/** The nearest turns before and after a clock; absent where there is none. */
export interface AroundView<T> {
  readonly before?: T;
  readonly after?: T;
}
