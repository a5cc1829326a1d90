// What the search shows, and the page that asks which of several organisations was meant, as plain data in no language.
import type { Names } from "../../domain/terms/index.ts";
import type { ActChoice, CodeView, Day, DeliveryView, Id, State } from "./view-models.ts";

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

export interface CandidatesModel {
  readonly asked: string;
  readonly several: boolean;
  readonly candidates: readonly { readonly file: string; readonly name: string; readonly codes: readonly CodeView[] }[];
}
