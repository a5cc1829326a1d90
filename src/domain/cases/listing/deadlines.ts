// The deadlines of a case on a day: what is due, who must act, until when, whether it has passed. Derived from the case's events
// and the `within` of the law's steps; worklists, letters and passDay read it. A passed deadline is never an event.
import { addDays, ok, type Names, type PlainDate, type Result } from "../../terms/index.ts";
import type { Refusal } from "../refusals.ts";
import type { Step, StepKind } from "../../rules/index.ts";
import { answerWindow, type Clock } from "./answer-window.ts";
import type { BegunCase, ListingCase } from "./case-state.ts";
import { daysOf } from "./kept-listing.ts";
import { listingLaw, type LawBook, type ListingLaw } from "./listing-law.ts";
import { deadline } from "../clocks/working-days.ts";

export interface Deadline {
  /** Id of the step in the procedure. */
  readonly step: string;
  readonly kind: StepKind;
  readonly what: Names;
  readonly by: Step["by"];
  readonly lastDay: PlainDate;
  /** The first day on which it is too late. */
  readonly until: PlainDate;
  readonly provisional: boolean;
  readonly passed: boolean;
}

/** Open deadlines, the earliest first. A closed case has only those the decision itself began: publication, objection. */
export function deadlinesOf(state: ListingCase, law: LawBook, clock: Clock, on: PlainDate): Result<readonly Deadline[], Refusal> {
  if (state.kind === "notBegun" || state.kind === "withdrawn") return ok([]);
  if (state.kind === "decided" && state.removal !== undefined) return ok([]);
  const found = listingLaw(law, state.list, daysOf(state, state.kind === "decided" ? state.decision.decidedOn : on));
  if (!found.ok) return found;
  const taken = takenOn(state, on);
  const open = found.value.steps.filter((step) => isOpen(state, step, taken)).flatMap((step) => deadlineOf(state, found.value, step, taken, clock, on) ?? []);
  return ok(open.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0)));
}

function isOpen(state: BegunCase, step: Step, taken: ReadonlyMap<StepKind, PlainDate>): boolean {
  if (taken.has(step.kind) || (step.kind === "hearing" && state.kind !== "served")) return false;
  if (state.kind !== "decided") return step.kind !== "removal";
  return state.decision.outcome === "listed" && (step.kind === "publication" || step.kind === "objection");
}

function deadlineOf(state: BegunCase, law: ListingLaw, step: Step, taken: ReadonlyMap<StepKind, PlainDate>, clock: Clock, on: PlainDate): Deadline | undefined {
  const due = dueDay(state, law, step, taken, clock);
  if (due === undefined) return undefined;
  const until = addDays(due.day, 1);
  // The law's time of a hearing is the time to ask for one: the organisation's, and over once it has answered or let it pass.
  const asks = step.kind === "hearing";
  if (asks && until <= on) return undefined;
  return { step: step.id, kind: step.kind, what: step.names, by: asks ? "organisation" : step.by, lastDay: due.day, until, provisional: due.provisional, passed: until <= on };
}

function dueDay(state: BegunCase, law: ListingLaw, step: Step, taken: ReadonlyMap<StepKind, PlainDate>, clock: Clock): { readonly day: PlainDate; readonly provisional: boolean } | undefined {
  if (step.id === law.defence.id) {
    if (state.kind !== "served") return undefined;
    const window = answerWindow(law.defence, state.notice, state.service.servedOn, clock);
    return { day: window.lastDay, provisional: window.provisional };
  }
  if (step.within === undefined) return undefined;
  const { from } = step.within;
  const start = law.steps.find((other) => other.id === from);
  const startedOn = start === undefined ? undefined : taken.get(start.kind);
  return startedOn === undefined ? undefined : deadline(step.within, startedOn, clock.calendar, clock.suspensions ?? []);
}

/** The day each kind of step was taken, as far as it was by the day `on`. */
function takenOn(state: BegunCase, on: PlainDate): ReadonlyMap<StepKind, PlainDate> {
  const taken = new Map<StepKind, PlainDate>([["proposal", state.proposal.proposedOn]]);
  if ("notice" in state) taken.set("notice", state.notice.issuedOn);
  if ("service" in state) taken.set("service", state.service.servedOn);
  const answer = "defences" in state ? state.defences[0] : undefined;
  if (answer !== undefined) taken.set("defence", answer.receivedOn);
  if (state.kind === "decided") taken.set("decision", state.decision.decidedOn);
  const publishedFrom = state.kind === "decided" ? state.decision.publishedFrom : undefined;
  if (publishedFrom !== undefined && publishedFrom <= on) taken.set("publication", publishedFrom);
  return taken;
}
