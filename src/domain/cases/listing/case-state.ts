// The states of a listing case and how events lead from one to the next. Its data are the events of one matter; the decider, the
// deadlines and the listing's constructor read it. Nothing here knows the law: that a window is over is told by the day (caseOn).
import { unreachable, type FileNumber, type LawId, type ListingId, type MatterId, type PlainDate } from "../../terms/index.ts";
import type { Bodies, EventDraft, EventType } from "../../events/index.ts";
import { consentIn, type ConsentOnRecord } from "../consent.ts";

export type NonEmpty<T> = readonly [T, ...T[]];

/** What every case has once it is begun. */
interface Begun {
  readonly matter: MatterId;
  readonly file: FileNumber;
  readonly list: LawId;
  readonly proposal: Bodies["ListingProposed"];
  /** Posts that stood back: nothing they do in the case counts any more. */
  readonly recused: readonly string[];
  /** What the office above said to steps that ask for its consent, one answer a step. */
  readonly consents: readonly ConsentOnRecord[];
  /** Events of this matter that no step could have produced, as `NoticeServed on a proposed case`. With any, no listing can be made. */
  readonly unfit: readonly string[];
}
interface WithNotice extends Begun {
  readonly notice: Bodies["NoticeIssued"];
}
interface WithService extends WithNotice {
  readonly service: Bodies["NoticeServed"];
  readonly hearing?: Bodies["HearingHeld"];
}

export interface NotBegun {
  readonly kind: "notBegun";
}
export interface Proposed extends Begun {
  readonly kind: "proposed";
}
export interface Noticed extends WithNotice {
  readonly kind: "noticed";
}
export interface Served extends WithService {
  readonly kind: "served";
}
export interface Answered extends WithService {
  readonly kind: "answered";
  readonly defences: NonEmpty<Bodies["DefenceReceived"]>;
}
/** Served, the window over, nobody answered. Never stored: it follows from the day. */
export interface Silent extends WithService {
  readonly kind: "silent";
  readonly since: PlainDate;
}
export interface Decided extends WithService {
  readonly kind: "decided";
  readonly defences: readonly Bodies["DefenceReceived"][];
  readonly decision: Bodies["ListingDecided"];
  readonly removal?: Bodies["ListingRemoved"];
}
export interface Withdrawn extends Begun {
  readonly kind: "withdrawn";
  readonly withdrawal: Bodies["ProposalWithdrawn"];
}

/** What events lead to. */
export type ListingCase = NotBegun | Proposed | Noticed | Served | Answered | Decided | Withdrawn;
/** The same on a day: a served case may have fallen silent. */
export type ListingCaseOnDay = ListingCase | Silent;
export type BegunCase = Exclude<ListingCase, NotBegun>;
/** Begun, and neither decided nor withdrawn. */
export type RunningCase = Exclude<BegunCase, Decided | Withdrawn>;

export const initialCase: NotBegun = { kind: "notBegun" };

/** The case of one matter; events of any other matter do not matter. */
export function caseOf(matter: MatterId, events: readonly EventDraft[]): ListingCase {
  return events.reduce<ListingCase>((state, event) => (concerns(state, matter, event) ? evolve(state, event) : state), initialCase);
}

export function evolve(state: ListingCase, event: EventDraft): ListingCase {
  if (state.kind === "notBegun") {
    return event.type === "ListingProposed" ? { kind: "proposed", matter: event.body.matter, file: event.body.file, list: event.body.list, proposal: event.body, recused: [], consents: [], unfit: [] } : state;
  }
  if (!concerns(state, state.matter, event)) return state;
  return next(state, event) ?? { ...state, unfit: [...state.unfit, `${event.type} on a ${state.kind} case`] };
}

/** The state after an event that fits; undefined where no step of a case could have produced it. */
function next(state: BegunCase, event: EventDraft): BegunCase | undefined {
  if ("file" in event.body && event.body.file !== state.file) return undefined;
  switch (event.type) {
    case "NoticeIssued":
      return state.kind === "proposed" ? { ...begun(state), kind: "noticed", notice: event.body } : undefined;
    case "NoticeServed":
      return state.kind === "noticed" ? { ...begun(state), kind: "served", notice: state.notice, service: event.body } : undefined;
    case "DefenceReceived":
      if (state.kind === "served") return { ...state, kind: "answered", defences: [event.body] };
      return state.kind === "answered" ? { ...state, defences: [...state.defences, event.body] } : undefined;
    case "HearingHeld":
      return state.kind === "answered" && state.hearing === undefined && state.defences.some((defence) => defence.hearing) ? { ...state, hearing: event.body } : undefined;
    case "OfficerRecused":
      return state.kind === "decided" || state.kind === "withdrawn" || state.recused.includes(event.body.officer) ? undefined : { ...state, recused: [...state.recused, event.body.officer] };
    case "ConsentGiven":
    case "ConsentRefused":
      return consented(state, event);
    case "ListingDecided":
      return decided(state, event.body);
    case "ProposalWithdrawn":
      return state.kind === "decided" || state.kind === "withdrawn" ? undefined : { ...begun(state), kind: "withdrawn", withdrawal: event.body };
    case "ListingRemoved":
      return state.kind === "decided" && (state.removal === undefined || (event.body.retroactive && !state.removal.retroactive)) && state.decision.outcome === "listed" && state.decision.listing === event.body.listing ? { ...state, removal: event.body } : undefined;
    default:
      return undefined;
  }
}

/** One answer a step, and none about a case that was withdrawn. */
function consented(state: BegunCase, event: EventDraft): BegunCase | undefined {
  const consent = consentIn(event);
  if (consent === undefined || state.kind === "withdrawn" || state.consents.some(({ step }) => step === consent.step)) return undefined;
  return { ...state, consents: [...state.consents, consent] };
}

function decided(state: BegunCase, decision: Bodies["ListingDecided"]): Decided | undefined {
  if (decision.list !== state.list) return undefined;
  if (state.kind === "served") return { ...state, kind: "decided", defences: [], decision };
  return state.kind === "answered" ? { ...state, kind: "decided", decision } : undefined;
}

function begun(state: Begun): Begun {
  return { matter: state.matter, file: state.file, list: state.list, proposal: state.proposal, recused: state.recused, consents: state.consents, unfit: state.unfit };
}

const OF_A_CASE: readonly EventType[] = ["ListingProposed", "NoticeIssued", "NoticeServed", "DefenceReceived", "HearingHeld", "OfficerRecused", "ConsentGiven", "ConsentRefused", "ListingDecided", "ProposalWithdrawn", "ListingRemoved"];

/** The matter an event of a listing case belongs to; null for every other event. */
export function matterOf(event: EventDraft): MatterId | null {
  return OF_A_CASE.includes(event.type) && "matter" in event.body ? event.body.matter : null;
}

/** An event of this case: it names the matter, or it removes the listing the case has led to without naming one. */
function concerns(state: ListingCase, matter: MatterId, event: EventDraft): boolean {
  if (event.type === "ListingRemoved" && event.body.matter === null) return event.body.listing === listingIdOf(state);
  return matterOf(event) === matter;
}

/** The listing a case has led to, removed or not. */
export function listingIdOf(state: ListingCase): ListingId | undefined {
  return state.kind === "decided" && state.decision.outcome === "listed" ? state.decision.listing : undefined;
}

/** The state in words, for messages. */
export function wordsOf(state: ListingCaseOnDay): string {
  switch (state.kind) {
    case "notBegun":
      return "has not been begun";
    case "proposed":
      return "is proposed and waits for its notice";
    case "noticed":
      return "has its notice, which is not served yet";
    case "served":
      return "is in the organisation's time to answer";
    case "answered":
      return "is answered and waits for the decision";
    case "silent":
      return "was not answered in time and waits for the decision";
    case "decided":
      return state.removal === undefined ? `is decided (\`${state.decision.outcome}\`)` : "is decided, and its listing removed";
    case "withdrawn":
      return "is withdrawn";
    default:
      return unreachable(state);
  }
}
