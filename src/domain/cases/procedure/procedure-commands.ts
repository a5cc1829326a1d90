// What can be asked of a case that is no listing, by whom, and what the decider must know to answer. Made by service/ from a request.
import type { Attachment, CaseAbout, FieldValues, Formalities, Statements, StepOutcome, StepParty } from "../../events/index.ts";
import type { FileNumber, LawId, MatterId, PlainDate, RecordId, Truth } from "../../terms/index.ts";
import type { Criterion } from "../../rules/index.ts";
import type { KeptListingOnFile, OpenOffice, RecordOnFile, ReportedListing } from "../../register/index.ts";
import type { Actor, GiveConsent } from "../listing/commands.ts";
import type { LawBook } from "../listing/listing-law.ts";
import type { Decided } from "../listing/case-state.ts";
import type { Suspension, WorkingCalendar } from "../clocks/working-days.ts";
import type { ApplicationPurpose } from "./procedure-law.ts";
import type { YearlyDue } from "./yearly-duty.ts";
import type { ProcedureCase } from "./procedure-case.ts";

/** Who acts: an office through its posts, or the organisation whose files these are. */
export type Party =
  | { readonly kind: "office"; readonly actor: Actor }
  | { readonly kind: "organisation"; readonly files: readonly FileNumber[] };

/** What the register knows of what a case is about. */
export type CaseThing =
  | { readonly kind: "organisation" }
  | { readonly kind: "listing"; readonly listing: ReportedListing }
  /** With the case it came from. */
  | { readonly kind: "listing"; readonly listing: KeptListingOnFile; readonly decided: Decided }
  | { readonly kind: "record"; readonly record: RecordOnFile }
  | { readonly kind: "join"; readonly files: readonly [FileNumber, FileNumber]; readonly joined: boolean }
  /** A listing case that was decided, or another case, with the thing that one is about. */
  | { readonly kind: "matter"; readonly decided: Decided }
  | { readonly kind: "matter"; readonly earlier: ProcedureCase; readonly endedOn: PlainDate; readonly granted: boolean; readonly thing: Exclude<CaseThing, { readonly kind: "matter" }> };

export interface ProcedureContext {
  readonly law: LawBook;
  readonly calendar: WorkingCalendar;
  readonly suspensions?: readonly Suspension[];
  readonly party: Party;
  readonly today: PlainDate;
  /** All files of the organisation the case is about. */
  readonly files: readonly FileNumber[];
  readonly thing: CaseThing;
  /** The office that decides in the first instance, and the one above it; absent: no office of this register answers for it. */
  readonly office?: OpenOffice;
  readonly superior?: OpenOffice;
  /** The region of that office, and those it lies in. */
  readonly regions: readonly string[];
  /** Whether a condition of a tier of repair holds of the record the case is about; not given: unknown. */
  readonly holds?: (condition: Criterion) => Truth;
  /** What the organisation owes for the year whose time opened last. */
  readonly dues: readonly YearlyDue[];
  /** Other cases about the same thing that still run. */
  readonly running: readonly ProcedureCase[];
}

/** What comes with a step: days that are not given are today. */
interface WithStep {
  readonly matter: MatterId;
  readonly statement: string;
  readonly documents?: readonly string[];
  readonly attachments?: readonly Attachment[];
  /** Values of the record the step puts on file. */
  readonly fields?: FieldValues;
  readonly statements?: Statements;
  readonly legalReview?: NonNullable<Formalities["legalReview"]>;
  /** Minted by the caller for a record the step puts on file. */
  readonly record: RecordId;
}

export interface OpenCase extends WithStep {
  readonly type: "OpenCase";
  readonly file: FileNumber;
  readonly about: CaseAbout;
  readonly purpose: ApplicationPurpose;
  /** Where the law knows several, the one that is meant. */
  readonly procedure?: LawId;
  /** The way out that is applied for. */
  readonly exit?: string;
  readonly openedOn?: PlainDate;
}

export interface TakeStep extends WithStep {
  readonly type: "TakeStep";
  readonly step: string;
  readonly outcome?: StepOutcome;
  /** Of an objection that is granted: what the record should say instead; not given, it falls. */
  readonly corrected?: FieldValues;
  /** Of an objection to a listing that is granted: from now on only, rather than as if it had never been. */
  readonly fromNowOn?: boolean;
  readonly takenOn?: PlainDate;
}

export interface WithdrawCase {
  readonly type: "WithdrawCase";
  readonly matter: MatterId;
  readonly reason: string;
  readonly withdrawnOn?: PlainDate;
}

/** Until the case is decided nothing binds because of what it is about. */
export interface OrderStay {
  readonly type: "OrderStay";
  readonly matter: MatterId;
  readonly reason: string;
  readonly from?: PlainDate;
}

export interface EndStay {
  readonly type: "EndStay";
  readonly matter: MatterId;
  readonly reason: string;
  readonly endedOn?: PlainDate;
}

export interface Recuse {
  readonly type: "Recuse";
  readonly matter: MatterId;
  readonly officer: string;
  readonly reason: string;
  readonly recusedOn?: PlainDate;
}

export type ProcedureCommand = OpenCase | TakeStep | WithdrawCase | OrderStay | EndStay | Recuse | GiveConsent;

export function partyOf(party: Party): StepParty {
  return party.kind;
}
