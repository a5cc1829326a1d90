// What the pages show, as plain data in no language: the routes fill these from the service's results, the pages word them. Here are the frame round
// every page and the values that many pages share; view-models-*.ts have what each page shows.
// Names carry both languages; ids of the law are strings and get their names from `Frame.law`; days are `YYYY-MM-DD`.
// The shapes follow domain/restrictions/answer.ts and domain/rules/language.ts closely, so that most values pass unchanged.
// Whoever fills them leaves out what the asker may not see; nothing is hidden later.
import type { Amount, Language, Names } from "../../domain/terms/index.ts";
import type { Confidence, Effect, Entry, Force, ListColour, Reach } from "../../domain/rules/index.ts";
import type { DeskHolder } from "./view-models-desk.ts";

export type { Amount, Confidence, Effect, Entry, Force, Language, ListColour, Names, Reach };
export type Day = string;
export type Id = string;

/** Everything a sign is drawn for. Verdicts are bound, clear and undetermined; the rest mark what stands beside them. */
export type State = "bound" | "may" | "clear" | "undetermined" | "favoured" | "released" | "provisional" | "open";

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
  /** Received: delivered, and the law does not say how often it is to come. */
  readonly state: "onTime" | "late" | "none" | "never" | "received";
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
