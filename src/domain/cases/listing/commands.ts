// What an office can ask of a listing case, who asks, and what the decider must know to answer. Made by service/ from a request.
import type { Authority, DecisionOutcome, Interval } from "../../rules/index.ts";
import type { Attachment, Bodies, Formalities, Statements } from "../../events/index.ts";
import type { FileNumber, LawId, ListingId, MatterId, PlainDate, RecordId } from "../../terms/index.ts";
import type { ListingCaseOnDay } from "./case-state.ts";
import type { LawBook } from "./listing-law.ts";
import type { EvaluatedCriterion } from "./proposal-criteria.ts";
import type { StatedBasis } from "./kept-listing.ts";
import type { Suspension, WorkingCalendar } from "../clocks/working-days.ts";

/** The office that takes a case's steps, and the one above it whose consent some of them ask for. */
export interface CaseOffice {
  readonly file: FileNumber;
  readonly superior?: FileNumber;
}

/** The office that acts and the officers who act for it. */
export interface Actor {
  readonly office: FileNumber;
  readonly authority: LawId;
  readonly level: Authority["level"];
  readonly officers: readonly string[];
  readonly superior?: FileNumber;
}

export interface CaseContext {
  /** The statute book of today, or the rulebook. */
  readonly law: LawBook;
  readonly calendar: WorkingCalendar;
  readonly suspensions?: readonly Suspension[];
  readonly actor: Actor;
  /** The office that proposed the listing; absent: nothing of the case is on record yet. */
  readonly office?: CaseOffice;
  /** The files of the organisation where it acts for itself; absent: the office acts. */
  readonly organisation?: readonly FileNumber[];
  readonly today: PlainDate;
}

/** What a step may ask beside its own words. Days that are not given are today. */
interface OfficeAct {
  readonly matter: MatterId;
  readonly legalReview?: NonNullable<Formalities["legalReview"]>;
  /** By the law's own word for what a step must state: `remedies`. */
  readonly statements?: Statements;
}

export interface ProposeListing extends OfficeAct {
  readonly type: "ProposeListing";
  readonly file: FileNumber;
  readonly list: LawId;
  readonly criteria: readonly EvaluatedCriterion[];
  readonly records: readonly RecordId[];
  readonly facts: string;
  /** The day of the act in breach, where the law goes by it. */
  readonly actedOn?: PlainDate;
  readonly proposedOn?: PlainDate;
}

export interface IssueNotice extends OfficeAct {
  readonly type: "IssueNotice";
  readonly facts: string;
  readonly basis: readonly StatedBasis[];
  readonly consequences: readonly LawId[];
  /** More time to answer than the law's. */
  readonly answer?: Pick<Interval, "count" | "unit">;
  readonly issuedOn?: PlainDate;
}

export interface RecordService extends OfficeAct {
  readonly type: "RecordService";
  readonly means: string;
  /** The notice could not be served by these means: the law's substitute takes its place. */
  readonly failed: boolean;
  /** The day of service; of a substitute, the day it takes effect. */
  readonly servedOn?: PlainDate;
}

export interface ReceiveDefence {
  readonly type: "ReceiveDefence";
  readonly matter: MatterId;
  readonly statement: string;
  readonly receivedOn?: PlainDate;
  readonly attachments?: readonly Attachment[];
  /** The organisation asks to be heard. */
  readonly hearing?: boolean;
}

export interface HoldHearing {
  readonly type: "HoldHearing";
  readonly matter: MatterId;
  /** The post that leads it. */
  readonly chair: string;
  readonly attended: boolean;
  readonly minutes: string;
  readonly heldOn?: PlainDate;
}

export interface RecuseOfficer {
  readonly type: "RecuseOfficer";
  readonly matter: MatterId;
  readonly officer: string;
  readonly reason: string;
  readonly recusedOn?: PlainDate;
}

/** The office above consents to a step that asks for it, or refuses to. */
export interface GiveConsent {
  readonly type: "GiveConsent";
  readonly matter: MatterId;
  /** By its id in the law. */
  readonly step: string;
  /** False: it refuses, with its reason. */
  readonly given: boolean;
  readonly reason?: string;
  readonly givenOn?: PlainDate;
}

export interface DecideListing extends OfficeAct {
  readonly type: "DecideListing";
  readonly outcome: DecisionOutcome;
  /** Minted by the caller; taken where the outcome is a listing. */
  readonly listing: ListingId;
  readonly reasons: string;
  readonly basis: readonly StatedBasis[];
  /** The criteria as they stand on the day of the decision. */
  readonly criteria: readonly EvaluatedCriterion[];
  readonly conditions?: readonly string[];
  readonly regions?: readonly string[];
  readonly decidedOn?: PlainDate;
  /** Not given: the day of the decision. */
  readonly effectiveFrom?: PlainDate;
  /** Not given: the day of effect, where the law publishes the list. */
  readonly publishedFrom?: PlainDate;
}

export interface WithdrawProposal {
  readonly type: "WithdrawProposal";
  readonly matter: MatterId;
  readonly reason: string;
  readonly withdrawnOn?: PlainDate;
}

export interface RemoveListing extends OfficeAct {
  readonly type: "RemoveListing";
  readonly act: Bodies["ListingRemoved"]["act"];
  /** Which of the law's exits, where it states several for the act. */
  readonly exit?: string;
  readonly reasons: string;
  /** As if it had never been: an annulment always, an objection where it says so, anything else never. */
  readonly retroactive?: boolean;
  readonly removedOn?: PlainDate;
  /** The day it was applied for, where that came before: rules that go by the application are those of that day. */
  readonly appliedOn?: PlainDate;
  /** The objection, appeal or application that leads to it. */
  readonly because?: MatterId;
}

export type ListingCommand = ProposeListing | IssueNotice | RecordService | ReceiveDefence | HoldHearing | RecuseOfficer | GiveConsent | DecideListing | WithdrawProposal | RemoveListing;

/** What is possible in each state; said in every refusal, and shown as the office's next steps. */
export const POSSIBLE_COMMANDS = {
  notBegun: ["ProposeListing"],
  proposed: ["IssueNotice", "WithdrawProposal", "RecuseOfficer"],
  noticed: ["RecordService", "WithdrawProposal", "RecuseOfficer"],
  served: ["ReceiveDefence", "HoldHearing", "WithdrawProposal", "RecuseOfficer"],
  answered: ["DecideListing", "ReceiveDefence", "HoldHearing", "WithdrawProposal", "RecuseOfficer"],
  silent: ["DecideListing", "ReceiveDefence", "HoldHearing", "WithdrawProposal", "RecuseOfficer"],
  decided: ["RemoveListing"],
  withdrawn: [],
} as const satisfies Record<ListingCaseOnDay["kind"], readonly ListingCommand["type"][]>;

/** What an office may do next in this case. */
export function possibleCommands(state: ListingCaseOnDay): readonly ListingCommand["type"][] {
  if (state.kind === "decided" && (state.decision.outcome !== "listed" || state.removal?.retroactive === true)) return [];
  const hears = "defences" in state && state.defences.some((defence) => defence.hearing) && state.hearing === undefined;
  return POSSIBLE_COMMANDS[state.kind].filter((command) => command !== "HoldHearing" || hears);
}
