// KeptListing: a listing of this register's own. INVARIANT: there is no other way to one than constructListing, from the events of
// a case that was served, given time to answer and decided, under law that states basis, procedure, End and a way out. So a
// listing without any of them cannot be written down, replayed or imported, on any day, under any law. It is a class because a
// brand would survive being copied with one part changed; a class's own field does not.
import { earlier, ok, type FileNumber, type LawId, type ListingId, type MatterId, type PlainDate, type RecordId, type Result,  } from "../../terms/index.ts";
import { valueOn } from "../../rules/index.ts";
import type { Bodies } from "../../events/index.ts";
import { answerWindow, type AnswerWindow, type Clock } from "./answer-window.ts";
import { wordsOf, type BegunCase, type Decided, type ListingCaseOnDay, type NonEmpty, type Silent } from "./case-state.ts";
import { endOf, type ExitDay, type KeptEnd } from "../ends/end-of-listing.ts";
import { exitsInLaw } from "../ends/exits-in-law.ts";
import { governingDay, type GoverningDays } from "../ends/governing-day.ts";
import { instrumentInForce, listingLaw, type LawBook, type ListingLaw } from "./listing-law.ts";
import { mayList } from "../powers.ts";
import { criteriaPropose } from "./proposal-criteria.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";

export interface Served {
  readonly kind: "served";
  readonly means: string;
  readonly servedOn: PlainDate;
}
/** Ordinary service failed, and the law's substitute took its place. */
export interface SubstitutedService {
  readonly kind: "substituted";
  readonly means: string;
  readonly failedMeans?: string;
  readonly servedOn: PlainDate;
}

export type StatedBasis = Bodies["ListingDecided"]["basis"][number];

interface ListingParts {  readonly listing: ListingId;
  readonly matter: MatterId;
  readonly file: FileNumber;
  readonly list: LawId;
  readonly authority: LawId;
  readonly basis: NonEmpty<StatedBasis>;
  readonly notice: { readonly issuedOn: PlainDate; readonly facts: string; readonly consequences: readonly LawId[] };
  readonly servedNotice: Served | SubstitutedService;
  readonly answerWindow: AnswerWindow & { readonly outcome: { readonly kind: "used"; readonly answeredOn: PlainDate } | { readonly kind: "elapsed" } };
  readonly decision: { readonly decidedOn: PlainDate; readonly effectiveFrom: PlainDate; readonly reasons: string; readonly criteria: readonly string[]; readonly records: readonly RecordId[] };
  readonly end: KeptEnd;
  readonly exits: NonEmpty<ExitDay>;
  readonly publication: { readonly kind: "from"; readonly from: PlainDate } | { readonly kind: "none" };
  readonly removal?: Bodies["ListingRemoved"];
}

export class KeptListing implements ListingParts {
  readonly listing: ListingId;
  readonly matter: MatterId;
  readonly file: FileNumber;
  readonly list: LawId;
  readonly authority: LawId;
  readonly basis: ListingParts["basis"];
  readonly notice: ListingParts["notice"];
  readonly servedNotice: ListingParts["servedNotice"];
  readonly answerWindow: ListingParts["answerWindow"];
  readonly decision: ListingParts["decision"];
  readonly end: KeptEnd;
  readonly exits: ListingParts["exits"];
  readonly publication: ListingParts["publication"];
  readonly removal?: Bodies["ListingRemoved"];
  /** Only an instance has it, so nothing put together elsewhere passes for a listing. */
  readonly #complete = true;

  private constructor(parts: ListingParts) {
    this.listing = parts.listing;
    this.matter = parts.matter;
    this.file = parts.file;
    this.list = parts.list;
    this.authority = parts.authority;
    this.basis = parts.basis;
    this.notice = parts.notice;
    this.servedNotice = parts.servedNotice;
    this.answerWindow = parts.answerWindow;
    this.decision = parts.decision;
    this.end = parts.end;
    this.exits = parts.exits;
    this.publication = parts.publication;
    if (parts.removal !== undefined) this.removal = parts.removal;
    Object.freeze(this);
  }

  static of(state: ListingCaseOnDay, ground: Ground): Result<KeptListing, Refusal> {
    const parts = completeParts(state, ground);
    return parts.ok ? ok(new KeptListing(parts.value)) : parts;
  }

  /** For doors that take a value of unknown origin. */
  static is(value: unknown): value is KeptListing {
    return typeof value === "object" && value !== null && #complete in value && value.#complete;
  }
}

/** The law the listing stands on, and the clocks its windows run by. */
export interface Ground {
  readonly law: LawBook;
  readonly clock: Clock;
}

/** The listing a complete case leads to, or why there is none. `law` is the rulebook, or the statute book of the decision's day. */
export function constructListing(state: ListingCaseOnDay, ground: Ground): Result<KeptListing, Refusal> {
  return KeptListing.of(state, ground);
}

function completeParts(state: ListingCaseOnDay, ground: Ground): Result<ListingParts, Refusal> {
  if (state.kind !== "decided") return refuse("case-not-complete", rule(17), `the case ${wordsOf(state)}: a listing comes only from a decision to list`, { kind: "state", state: state.kind });
  const [broken] = state.unfit;
  if (broken !== undefined) return refuse("history-broken", rule(19), `the case holds an event no step could have produced (\`${broken}\`): no listing can stand on it`, { kind: "listing", event: broken });
  const { decision } = state;
  if (decision.outcome !== "listed" || decision.listing === undefined) return refuse("case-not-complete", rule(17), `the decision is \`${decision.outcome}\` and makes no listing`, { kind: "outcome", outcome: decision.outcome });
  const days = daysOf(state, decision.decidedOn);
  const law = listingLaw(ground.law, state.list, days);
  if (!law.ok) return law;
  const flaw = authorityFlaw(ground.law, law.value, decision) ?? consentFlawOf(state, law.value) ?? noticeFlaw(state, law.value) ?? dayFlaw(state, days) ?? criteriaFlaw(law.value, decision, days);
  if (flaw !== undefined) return flaw;
  const basis = statedBasis(ground.law, law.value, decision.basis, decision.decidedOn);
  if (!basis.ok) return basis;
  const window = usedOrElapsed(state, law.value, ground.clock);
  if (!window.ok) return window;
  const end = lawfulEnd(law.value, decision, days);
  if (!end.ok) return end;
  const exits = waysOut(ground, law.value, end.value, days);
  if (!exits.ok) return exits;
  return ok({
    listing: decision.listing, matter: state.matter, file: state.file, list: state.list, authority: decision.authority, basis: basis.value,
    notice: { issuedOn: state.notice.issuedOn, facts: state.notice.facts, consequences: state.notice.consequences },
    servedNotice: servedNotice(state.service), answerWindow: window.value,
    decision: {
      decidedOn: decision.decidedOn, effectiveFrom: days.effectiveFrom, reasons: decision.reasons,
      criteria: decision.criteria.filter((each) => each.holds).map((each) => each.id), records: decision.criteria.flatMap((each) => each.records),
    },
    end: end.value, exits: exits.value,
    publication: decision.publishedFrom === undefined ? { kind: "none" } : { kind: "from", from: decision.publishedFrom },
    ...(state.removal === undefined ? {} : { removal: state.removal }),
  });
}

/** The days a case offers to the law's anchors; where something has not happened yet, the day asked about stands in for it. */
export function daysOf(state: BegunCase | Silent, asked: PlainDate): GoverningDays {
  const decision = state.kind === "decided" ? state.decision : undefined;
  const decidedOn = decision?.decidedOn ?? asked;
  return {
    appliedOn: state.proposal.proposedOn, decidedOn, effectiveFrom: decision?.effectiveFrom ?? decidedOn, asked,
    ...(state.proposal.actedOn === undefined ? {} : { actedOn: state.proposal.actedOn }),
    ...(decision?.publishedFrom === undefined ? {} : { publishedFrom: decision.publishedFrom }),
  };
}

/** The stated basis: never empty, every instrument in force on the day, one of them the list's own. */
export function statedBasis(law: LawBook, { list }: Pick<ListingLaw, "list">, basis: readonly StatedBasis[], on: PlainDate): Result<NonEmpty<StatedBasis>, Refusal> {
  const [first, ...rest] = basis;
  const own = list.basis.map((each) => each.instrument).filter((id) => instrumentInForce(law, id, on));
  if (first === undefined) return refuse("no-basis", rule(11), `no legal basis is stated: name at least one of ${quoted(own)}`, { kind: "notStated", own });
  const strange = basis.find((each) => !instrumentInForce(law, each.instrument, on));
  if (strange !== undefined) return refuse("no-basis", rule(11), `\`${strange.instrument}\` is no instrument in force on ${on}: name one that is, such as ${quoted(own)}`, { kind: "notInForce", instrument: strange.instrument, on, own });
  if (!basis.some((each) => own.includes(each.instrument))) return refuse("no-basis", list.id, `none of the instruments stated is a basis of the list \`${list.id}\`: name at least one of ${quoted(own)}`, { kind: "foreign", list: list.id, own });
  return ok([first, ...rest]);
}

function authorityFlaw(law: LawBook, { list }: ListingLaw, decision: Bodies["ListingDecided"]): Result<never, Refusal> | undefined {
  if (mayList(law, list, decision.authority, decision.decidedOn)) return undefined;
  return refuse("wrong-authority", rule(7), `\`${decision.authority}\` may not decide on the list \`${list.id}\`, which \`${list.owner}\` owns`, { kind: "decided", authority: decision.authority, owner: list.owner, list: list.id });
}

/** What the office above refused its consent to is no listing. That it consented where it has to is the decider's: the office's place in its order is not in the events. */
function consentFlawOf(state: Decided, law: ListingLaw): Result<never, Refusal> | undefined {
  const refused = state.consents.find(({ step, given }) => step === law.decision.id && !given);
  return refused === undefined ? undefined : refuse("consent-refused", `${law.procedure.id}#${law.decision.id}`, `the office above refused its consent to the decision on ${refused.on}: no listing can stand on it`, { kind: "listing", step: law.decision.id, names: law.decision.names, on: refused.on });
}

/** A notice that says nothing, or was served by a substitute the law does not know, is none; nor is a decision without reasons. */
function noticeFlaw(state: Decided, law: ListingLaw): Result<never, Refusal> | undefined {
  const { notice, service, decision } = state;
  const empty = notice.facts.trim() === "" || notice.basis.length === 0 ? "facts and basis of the notice" : service.means.trim() === "" ? "means of service" : decision.reasons.trim() === "" ? "reasons" : undefined;
  if (empty !== undefined) return refuse("statement-missing", rule(17), `the case lacks the ${empty}: no listing can stand on it`, { kind: "case", missing: empty });
  if (service.substitute && law.service.substitute === undefined) return refuse("no-substitute", `${law.procedure.id}#${law.service.id}`, `the notice was served by a substitute, and the law knows none: no listing can stand on it`, { kind: "case" });
  return undefined;
}

function dayFlaw(state: Decided, days: GoverningDays): Result<never, Refusal> | undefined {
  const { proposal, notice, service, decision } = state;
  const inOrder = [proposal.proposedOn, notice.issuedOn, service.servedOn, decision.decidedOn, days.effectiveFrom];
  const answered = state.defences.every((defence) => service.servedOn <= defence.receivedOn && defence.receivedOn <= decision.decidedOn);
  const published = days.publishedFrom === undefined || days.effectiveFrom <= days.publishedFrom;
  if (answered && published && inOrder.every((day, index) => index === 0 || (inOrder[index - 1] ?? day) <= day)) return undefined;
  return refuse("days-out-of-order", rule(15), `the days of the case run backwards: ${inOrder.join(", ")}; proposal, notice, service, decision and effect follow one another`, { kind: "case", days: inOrder });
}

function criteriaFlaw({ list }: ListingLaw, decision: Bodies["ListingDecided"], days: GoverningDays): Result<never, Refusal> | undefined {
  const day = governingDay(list.criteriaAnchor, days);
  const criteria = day === undefined ? undefined : valueOn(list.criteria, day);
  if (criteria !== undefined && criteriaPropose(criteria, decision.criteria)) return undefined;
  return refuse("criteria-not-met", list.id, `the decision names no criterion of the list \`${list.id}\` that holds: without one the organisation may be warned, not listed`, { kind: "decision", list: list.id });
}

function usedOrElapsed(state: Decided, law: ListingLaw, clock: Clock): Result<KeptListing["answerWindow"], Refusal> {
  const window = answerWindow(law.defence, state.notice, state.service.servedOn, clock);
  const answer = state.defences.find((defence) => defence.statement.trim() !== "");
  if (answer !== undefined) return ok({ ...window, outcome: { kind: "used", answeredOn: answer.receivedOn } });
  if (window.until <= state.decision.decidedOn) return ok({ ...window, outcome: { kind: "elapsed" } });
  return refuse("answer-window-open", `${law.procedure.id}#${law.defence.id}`, `the organisation did not answer and had time until the end of ${window.lastDay}: the decision of ${state.decision.decidedOn} came too early`, { kind: "early", until: window.until, lastDay: window.lastDay, decidedOn: state.decision.decidedOn });
}

/** The law's End; where the decision stated an earlier day, the organisation may rely on it. */
function lawfulEnd(law: ListingLaw, decision: Bodies["ListingDecided"], days: GoverningDays): Result<KeptEnd, Refusal> {
  const end = endOf(law.list, days);
  if (!end.ok || end.value.kind !== "fixed" || decision.end?.kind !== "fixed") return end;
  return ok({ kind: "fixed", until: earlier(end.value.until, decision.end.until) });
}

export function waysOut({ law, clock }: Ground, { list }: Pick<ListingLaw, "list">, end: KeptEnd, days: GoverningDays): Result<NonEmpty<ExitDay>, Refusal> {
  const { calendar, suspensions = [] } = clock;
  const [first, ...rest] = exitsInLaw({ law, on: days.decidedOn, calendar, suspensions }, list, { end, days });
  if (first === undefined) return refuse("no-exit", list.id, `the law states no way out of the list \`${list.id}\`: nobody can be put on it until it does`, { list: list.id });
  return ok([first, ...rest]);
}

function servedNotice(service: Bodies["NoticeServed"]): Served | SubstitutedService {
  if (!service.substitute) return { kind: "served", means: service.means, servedOn: service.servedOn };
  return { kind: "substituted", means: service.means, servedOn: service.servedOn, ...(service.failedMeans === undefined ? {} : { failedMeans: service.failedMeans }) };
}

function quoted(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(", ");
}
