// Case view: the whole path of one case for whoever may see it: what was done, what may be taken next and by whom, why the rest may not, what is
// due. Whether a step may be taken is asked of the decider itself, so that page and decision cannot differ.
import { err, ok, type FileNumber, type Instant, type LawId, type MatterId, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { Attachment, CaseAbout, EventType, KnownEvent, StepOutcome } from "../domain/events/index.ts";
import { valueOn, type Basis, type Field, type Step, type StepKind } from "../domain/rules/index.ts";
import { consentOf, type ConsentOfCase } from "./consent-of-case.ts";
import { actionsOf, type CaseAction } from "./case-actions.ts";
import { dayOf, textOf } from "./event-words.ts";
import type { CaseGround } from "./case-ground.ts";
import { lettersWithState, type LetterWithState } from "./letter-states.ts";
import type { CaseInHand, Due } from "./open-cases.ts";
import { toldLettersOf, type ToldLetter } from "./told-letters.ts";
import type { Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";
import { caseOfMatter, maySeeCase, unknownCase, type CaseViewer } from "./seen-case.ts";

/** A step of the law's path. */
export interface PathStep {
  readonly step: string;
  readonly kind: StepKind;
  readonly names: Names;
  readonly by: "office" | "organisation";
  readonly state: "done" | "open" | "waits" | "tooLate" | "closed";
  readonly on?: PlainDate;
  readonly outcome?: StepOutcome | string;
  readonly automatic: boolean;
  readonly optional: boolean;
  readonly instance: 1 | 2;
  readonly due?: Pick<Due, "lastDay" | "until" | "provisional" | "passed">;
  readonly basis: readonly Basis[];
}

/** Something on record in the case. */
export interface CaseEntry {
  readonly type: EventType;
  readonly on: PlainDate;
  readonly recordedAt: Instant;
  readonly position: number;
  readonly by: "office" | "organisation";
  readonly office: FileNumber | null;
  readonly step?: string;
  readonly outcome?: string;
  /** Facts, reasons, statement: what was said. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly acting: readonly string[];
}

export interface OfficeNamed {
  readonly file: FileNumber;
  readonly names: Names;
}

export interface CaseView {
  readonly matter: MatterId;
  readonly kind: "listing" | "procedure";
  readonly purpose: string;
  readonly procedure: LawId | null;
  readonly list: LawId | null;
  readonly about: CaseAbout | null;
  readonly organisation: { readonly file: FileNumber; readonly name: string };
  readonly office: OfficeNamed | null;
  readonly superior: OfficeNamed | null;
  /** Of a listing case its state, of another its phase. */
  readonly state: string;
  readonly open: boolean;
  readonly openedOn: PlainDate;
  readonly path: readonly PathStep[];
  readonly entries: readonly CaseEntry[];
  readonly due: readonly Due[];
  /** The consent of the office above that a step asks for: awaited, given or refused; null: none is asked for. */
  readonly consent: ConsentOfCase | null;
  /** Letters to the organisation, and what became of each. Sending is no service: that is an entry of its own. */
  readonly letters: readonly LetterWithState[];
  /** Letters of what came about by itself: the term of the listing that was decided here is over. */
  readonly told: readonly ToldLetter[];
  readonly actions: readonly CaseAction[];
  /** Other procedures the law leaves open beside this one. */
  readonly readings: readonly LawId[];
  readonly recused: readonly string[];
  readonly stayedSince: PlainDate | null;
}

/** The case, if the viewer may see it: its organisation, the offices of its instances, and the keeper. */
export async function caseView(registry: Registry, viewer: CaseViewer, matter: string): Promise<Result<CaseView, Problem>> {
  const found = await caseOfMatter(registry, matter);
  if (!found.ok) return found;
  if (!maySeeCase(found.value, viewer)) return err(unknownCase(matter));
  return ok(await viewOf(found.value, viewer));
}

export async function viewOf(each: CaseInHand, viewer: CaseViewer): Promise<CaseView> {
  const { ground, matter, state, office, openedOn, due } = each;
  const open = office === null ? undefined : ground.offices.get(office);
  const superior = open?.superior === undefined ? undefined : ground.offices.get(open.superior);
  const list = each.kind === "listing" ? ground.registry.rulebook.get("list", each.state.list) : undefined;
  const procedure = each.kind === "listing" ? (list?.procedure ?? null) : each.state.procedure;
  return {
    matter, kind: each.kind, purpose: each.kind === "listing" ? "listing" : each.inLaw.governing.procedure.purpose, procedure, list: list?.id ?? null, about: each.kind === "listing" ? null : each.state.about,
    organisation: { file: ground.organisation?.file ?? state.file, name: ground.organisation?.name ?? state.file },
    office: open === undefined ? null : { file: open.file, names: open.names }, superior: superior === undefined ? null : { file: superior.file, names: superior.names },
    state: each.kind === "listing" ? listingState(each) : each.inLaw.progress.phase,
    open: each.kind === "listing" ? state.kind !== "decided" && state.kind !== "withdrawn" : each.inLaw.progress.phase === "running",
    openedOn, path: pathOf(each), entries: entriesOf(ground, matter), due, consent: consentOf(each), letters: await lettersWithState(each), told: (await toldLettersOf(ground)).filter((letter) => letter.matter === matter),
    actions: viewer.kind === "keeper" ? [] : await actionsOf(each, viewer),
    readings: each.kind === "listing" ? [] : each.inLaw.governing.readings, recused: each.state.recused,
    stayedSince: each.kind === "procedure" ? (each.state.stay?.from ?? null) : null,
  };
}

function listingState({ state }: Extract<CaseInHand, { readonly kind: "listing" }>): string {
  return state.kind === "decided" ? (state.removal === undefined ? state.decision.outcome : "removed") : state.kind;
}

function pathOf(each: CaseInHand): readonly PathStep[] {
  if (each.kind === "listing") return listingPath(each);
  return each.inLaw.progress.steps.map(({ step, instance, standing, due }) => ({
    step: step.id, kind: step.kind, names: step.names, by: step.by, state: standing.kind, automatic: step.automatic, optional: step.optional, instance, basis: step.basis,
    ...(standing.kind === "done" ? { on: standing.on, ...(standing.outcome === undefined ? {} : { outcome: standing.outcome }) } : {}), ...(due === undefined ? {} : { due }),
  }));
}

const DAY_OF: Partial<Record<KnownEvent["type"], StepKind>> = { ListingProposed: "proposal", NoticeIssued: "notice", NoticeServed: "service", DefenceReceived: "defence", HearingHeld: "hearing", ListingDecided: "decision", ListingRemoved: "removal" };

/** The steps of a listing up to its publication, each with the day it was taken. */
function listingPath({ ground, state, matter, due }: Extract<CaseInHand, { readonly kind: "listing" }>): readonly PathStep[] {
  const { rulebook } = ground.registry;
  const procedure = rulebook.get("procedure", rulebook.get("list", state.list)?.procedure ?? state.list);
  const steps = procedure === undefined ? [] : (valueOn(procedure.steps, state.proposal.proposedOn) ?? []);
  const days = new Map<StepKind, PlainDate>();
  for (const event of ground.register.matters.get(matter) ?? []) {
    const kind = DAY_OF[event.type];
    if (kind !== undefined && !days.has(kind)) days.set(kind, dayOf(event));
  }
  const publishedFrom = state.kind === "decided" ? state.decision.publishedFrom : undefined;
  if (publishedFrom !== undefined && publishedFrom <= ground.today) days.set("publication", publishedFrom);
  const closed = state.kind === "decided" || state.kind === "withdrawn";
  let reached = true;
  return steps.filter((step) => !afterListing(steps, step)).map((step): PathStep => {
    const on = days.get(step.kind);
    // Whoever asks to be heard is heard; nobody else.
    const open = reached && on === undefined && (step.kind !== "hearing" || hearingAsked(state));
    if (on === undefined && !step.optional) reached = false;
    const own = due.find((each) => each.step === step.id);
    return {
      step: step.id, kind: step.kind, names: step.names, by: step.by, automatic: step.automatic, optional: step.optional, instance: 1, basis: step.basis,
      state: on !== undefined ? "done" : closed ? "closed" : open ? "open" : "waits", ...(on === undefined ? {} : { on }), ...(own === undefined ? {} : { due: own }),
      ...(step.kind === "decision" && state.kind === "decided" ? { outcome: state.decision.outcome } : {}),
    };
  });
}

function hearingAsked(state: Extract<CaseInHand, { readonly kind: "listing" }>["state"]): boolean {
  return "defences" in state && state.defences.some(({ hearing }) => hearing);
}

/** What comes after a listing has cases of its own: objections, removals. */
function afterListing(steps: readonly Step[], step: Step): boolean {
  return step.kind === "objection" || step.kind === "removal" || steps.some((other) => step.after.includes(other.id) && afterListing(steps, other));
}

function entriesOf(ground: CaseGround, matter: MatterId): readonly CaseEntry[] {
  return (ground.register.matters.get(matter) ?? []).map((event): CaseEntry => {
    const body: Readonly<Record<string, unknown>> = { ...event.body };
    const by = event.type === "DefenceReceived" || body["by"] === "organisation" ? "organisation" : "office";
    const step = body["step"];
    const outcome = body["outcome"];
    return {
      type: event.type, on: dayOf(event), recordedAt: event.recordedAt, position: event.position, by, office: event.office, text: textOf(event),
      attachments: "attachments" in event.body ? event.body.attachments : [], acting: "formalities" in event.body ? (event.body.formalities?.acting ?? []) : [],
      ...(typeof step === "string" ? { step } : {}), ...(typeof outcome === "string" ? { outcome } : {}),
    };
  });
}

export type { CaseAction, CaseAsks } from "./case-actions.ts";
export { caseOfMatter, maySeeCase, type CaseViewer } from "./seen-case.ts";
export type { Field };
