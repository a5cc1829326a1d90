// Model: what the model's year is made of while it is lived: its organisations and offices, what is on the agenda of their cases, what has been
// counted so far. Held by live-year.ts and handed to what runs a part of the year.
import type { FileNumber, ListingId, PlainDate, Position } from "../domain/terms/index.ts";
import type { Registry } from "../service/index.ts";
import type { Agenda } from "./agenda.ts";
import type { OfficeAnswer } from "./measures.ts";
import type { ListingInHand, NextStep, Workbench } from "./case-steps.ts";
import type { Docket } from "./due-process.ts";
import type { Ground } from "./ground.ts";
import type { ownActsOf, Year } from "./happenings.ts";
import type { InventedOrganisation } from "./invented-organisations.ts";

export interface YearLived {
  readonly offices: number;
  readonly organisations: number;
  readonly relations: number;
  readonly sheets: number;
  readonly rows: number;
  readonly records: number;
  readonly duplicates: number;
  readonly held: number;
  readonly refused: number;
  /** Steps taken, by the event they led to, and decisions by outcome. */
  readonly steps: Readonly<Record<string, number>>;
  readonly measuresDecided: number;
  /** Steps the law did not allow, in its words; none where the scenario knows the law. */
  readonly refusals: readonly string[];
}

export interface YearToLive extends Year {
  readonly organisations: number;
  readonly progress: (done: number, total: number, what: string) => void;
}

export interface Model {
  readonly registry: Registry;
  readonly year: YearToLive;
  readonly ground: Ground;
  readonly bench: Workbench;
  readonly files: Map<string, FileNumber>;
  readonly foundOn: ReadonlyMap<InventedOrganisation, PlainDate>;
  readonly proposed: Set<string>;
  readonly steps: Agenda<NextStep>;
  readonly docket: Docket;
  /** Listings made in the year, by the record they rest on first and by the organisation. */
  readonly listed: Map<string, { readonly own: ListingInHand; readonly listing: ListingId }>;
  readonly ownActs: Agenda<ReturnType<typeof ownActsOf>[number]>;
  /** About whom a case has put something on file that a criterion may ask about. */
  readonly found: FileNumber[];
  /** Organisations a record about which has fallen. */
  readonly fallen: Set<FileNumber>;
  /** Up to where the ledger was looked at for what offices handed in. */
  seenUpTo: Position;
  readonly organisationOf: Map<FileNumber, InventedOrganisation>;
  readonly measures: Agenda<OfficeAnswer>;
  readonly counts: Record<"sheets" | "rows" | "records" | "duplicates" | "held" | "refused" | "measuresDecided", number>;
  readonly taken: Map<string, number>;
  readonly refusals: string[];
}
