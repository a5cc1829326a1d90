// What the law asks of every step an office takes: who may act, what comes before, how many officers, whose consent, what must be
// stated, which day. Each check reads the step as the law words it and gives the refusal, or nothing where the step may be taken.
import { later, type Err, type LawId, type PlainDate } from "../../terms/index.ts";
import type { Formalities, Statements } from "../../events/index.ts";
import type { Procedure, Step, StepKind } from "../../rules/index.ts";
import { wordsOf, type ListingCaseOnDay, type RunningCase } from "./case-state.ts";
import { answerWindow, type Clock } from "./answer-window.ts";
import { possibleCommands, type Actor, type CaseContext } from "./commands.ts";
import { type LawBook, type ListingLaw } from "./listing-law.ts";
import { consentFlaw, type ConsentOnRecord } from "../consent.ts";
import { mayList } from "../powers.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";
import type { Dated, SaidOfStep } from "../refusal-facts.ts";

type Flaw = Err<Refusal> | undefined;

export function citationOf(procedure: Procedure, step: Step): string {
  return `${procedure.id}#${step.id}`;
}

/** "possible now: …", for the end of every message. */
export function possibleNow(state: ListingCaseOnDay): string {
  const possible = possibleCommands(state);
  return possible.length === 0 ? "nothing more can be done in this case" : `possible now: ${possible.map((command) => `\`${command}\``).join(", ")}`;
}

export function authorityCheck(context: CaseContext, law: Pick<ListingLaw, "list">): Flaw {
  const { actor } = context;
  if (mayList(context.law, law.list, actor.authority, context.today)) return undefined;
  return refuse("wrong-authority", rule(7), `\`${actor.authority}\` may not act on the list \`${law.list.id}\`: only \`${law.list.owner}\`, or an authority below it, that has the power to list; hand the facts over to it`, { kind: "list", authority: actor.authority, owner: law.list.owner, list: law.list.id });
}

/** The engine's own order: what comes before each kind of step. */
export const BEFORE = { proposal: [], notice: ["proposal"], service: ["proposal", "notice"], defence: ["proposal", "notice", "service"], decision: ["proposal", "notice", "service", "defence"] } as const satisfies Partial<Record<StepKind, readonly StepKind[]>>;
/** What is behind a case in each of its states. */
export const REACHED = {
  notBegun: [], proposed: BEFORE.notice, noticed: BEFORE.service, served: BEFORE.defence, answered: BEFORE.decision, silent: BEFORE.decision,
  decided: [...BEFORE.decision, "decision"], withdrawn: [],
} as const satisfies Record<ListingCaseOnDay["kind"], readonly StepKind[]>;

/** Every step the law puts before this one has been taken, may be left out, or lay with an organisation that let its time pass. A hearing is held where it is asked for (hearing.ts). */
export function orderCheck(law: ListingLaw, step: Step, state: ListingCaseOnDay): Flaw {
  const reached: readonly StepKind[] = REACHED[state.kind];
  const skipped = law.steps.find((earlier) => step.after.includes(earlier.id) && !earlier.optional && earlier.kind !== "hearing" && !reached.includes(earlier.kind) && !(earlier.by === "organisation" && reached.includes("defence")));
  if (skipped === undefined) return undefined;
  return refuse("step-skipped", citationOf(law.procedure, step), `\`${step.id}\` comes after \`${skipped.id}\` (${skipped.names.en}), which is not on record: the case ${wordsOf(state)}; ${possibleNow(state)}`, { kind: "notOnRecord", step: step.id, names: step.names, skipped: skipped.id, skippedNames: skipped.names, state: state.kind, possible: possibleCommands(state) });
}

export interface Formal {
  readonly legalReview?: Formalities["legalReview"];
  /** What the office above said in the case; absent: the case begins with the step. */
  readonly consents?: readonly ConsentOnRecord[];
  /** The step comes to something that is possible also where consent was refused. */
  readonly despiteRefusal?: boolean;
}

export function formalityCheck(law: Pick<ListingLaw, "procedure">, step: Step, formal: Formal, actor: Actor, on: PlainDate): Flaw {
  const citation = citationOf(law.procedure, step);
  const officers = new Set(actor.officers).size;
  if (officers < step.officers) return refuse("too-few-officers", citation, `\`${step.id}\` asks for ${step.officers} officers, and ${officers} acted: let ${step.officers} different officers take the step together`, { kind: "step", officers, needed: step.officers, step: step.id, names: step.names });
  const unconsented = consentFlaw({ step, citation, consents: formal.consents ?? [], actor, on, despiteRefusal: formal.despiteRefusal === true, begins: formal.consents === undefined });
  if (unconsented !== undefined) return unconsented;
  if (step.legalReview && (formal.legalReview === undefined || formal.legalReview.on > on)) return refuse("review-missing", citation, `\`${step.id}\` needs a legal review made by ${on}: have it made first, and state its day`, { step: step.id, names: step.names, on });
  return undefined;
}

/** A post that stood back from the case takes no step in it. */
export function recusalCheck(state: ListingCaseOnDay, actor: Actor): Flaw {
  const officer = state.kind === "notBegun" ? undefined : actor.officers.find((each) => state.recused.includes(each));
  if (officer === undefined) return undefined;
  return refuse("officer-recused", rule(32), `\`${officer}\` stood back from this case: let other officers of the office take the step`, { kind: "step", officer });
}

export function formalitiesOf(actor: Actor, formal: Pick<Formal, "legalReview">): Formalities {
  return {
    officers: new Set(actor.officers).size,
    acting: [...new Set(actor.officers)],
    ...(formal.legalReview === undefined ? {} : { legalReview: formal.legalReview }),
  };
}

/** While the organisation may answer and has not, nothing is decided. */
export function windowCheck(law: ListingLaw, view: ListingCaseOnDay, context: Pick<CaseContext, "calendar" | "suspensions">): Flaw {
  if (view.kind !== "served") return undefined;
  const window = answerWindow(law.defence, view.notice, view.service.servedOn, clockOf(context));
  return refuse("answer-window-open", citationOf(law.procedure, law.defence), `the organisation has until the end of ${window.lastDay} to answer${window.provisional ? " (provisional: the holidays of that year are not published)" : ""} and has not: wait for its answer or decide from ${window.until} on; ${possibleNow(view)}`, { kind: "waits", until: window.until, provisional: window.provisional, lastDay: window.lastDay, possible: possibleCommands(view) });
}

/** The clock the case runs by. */
export function clockOf({ calendar, suspensions }: Pick<CaseContext, "calendar" | "suspensions">): Clock {
  return suspensions === undefined ? { calendar } : { calendar, suspensions };
}

/** The day of the last thing that was done in a running case. */
export function lastDayOf(state: RunningCase): PlainDate {
  switch (state.kind) {
    case "proposed":
      return state.proposal.proposedOn;
    case "noticed":
      return state.notice.issuedOn;
    case "served":
      return state.service.servedOn;
    case "answered":
      return later(state.defences.at(-1)?.receivedOn ?? state.service.servedOn, state.hearing?.heldOn ?? state.service.servedOn);
  }
}

/** Everything the step `states` is either carried by the act itself (`carried`) or stated in the law's own word for it. */
export function statementCheck(law: Pick<ListingLaw, "procedure">, step: Step, carried: Readonly<Record<string, boolean>>, statements: Statements = {}): Flaw {
  const stated = new Set([
    ...Object.entries(carried).flatMap(([word, present]) => (present ? [levelled(word)] : [])),
    ...Object.entries(statements).flatMap(([word, text]) => (text.trim() === "" ? [] : [levelled(word)])),
  ]);
  const missing = step.states.filter((word) => !stated.has(levelled(word)));
  if (missing.length === 0) return undefined;
  return refuse("statement-missing", citationOf(law.procedure, step), `\`${step.id}\` must state ${missing.map((word) => `\`${word}\``).join(", ")}: add what is missing and hand it in again`, { kind: "words", step: step.id, names: step.names, missing: missing.join(", "), words: missing });
}

/** `answerDays`, `answer-days` and `Answer days` are one word. */
function levelled(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Not before what it follows, not after today. */
export function dayCheck(what: Dated | Step, day: PlainDate, notBefore: PlainDate | undefined, notAfter: PlainDate): Flaw {
  const words = typeof what === "string" ? what : `\`${what.id}\``;
  const said = typeof what === "string" ? what : { names: what.names };
  if (notBefore !== undefined && day < notBefore) return refuse("days-out-of-order", rule(15), `${words} cannot be on ${day}: what it follows was on ${notBefore}; a day from ${notBefore} on is possible`, { kind: "before", day, notBefore, what: said });
  if (day > notAfter) return refuse("days-out-of-order", rule(15), `${words} cannot be on ${day}, which lies ahead: record it on the day, ${notAfter} at the latest`, { kind: "ahead", day, notAfter, what: said });
  return undefined;
}

export function textCheck(law: Pick<ListingLaw, "procedure">, step: Step, what: SaidOfStep, text: string): Flaw {
  if (text.trim() !== "") return undefined;
  return refuse("statement-missing", citationOf(law.procedure, step), `\`${step.id}\` must state the ${what}: they are empty`, { kind: "text", step: step.id, names: step.names, missing: what });
}

/** Effects told in advance are measures the law knows. */
export function consequenceCheck(law: LawBook, consequences: readonly LawId[]): Flaw {
  const strange = consequences.find((id) => law.get("measure", id) === undefined);
  if (strange === undefined) return undefined;
  return refuse("consequence-unknown", rule(11), `the law in use knows no measure \`${strange}\`: only its measures can be told as consequences`, { kind: "told", measure: strange });
}

/** A step that cannot be taken yet. */
export function skipped(law: ListingLaw, step: Step, state: RunningCase): Err<Refusal> {
  return refuse("step-skipped", citationOf(law.procedure, step), `\`${step.id}\` cannot be taken yet: ${possibleNow(state)}`, { kind: "notYet", step: step.id, names: step.names, state: state.kind, possible: possibleCommands(state) });
}

/** A step that was taken already. */
export function twice(law: ListingLaw, step: string, what: "notice" | "service" | "hearing", state: RunningCase): Err<Refusal> {
  return refuse("already-done", `${law.procedure.id}#${step}`, `the ${what} is on record already: ${possibleNow(state)}`, { kind: "onRecord", step, what, state: state.kind, possible: possibleCommands(state) });
}
