// Case steps: how an office of the model runs a listing case: which step next, on which day, in which words. Steps, times and statements
// are read from the law; which way a case takes is the seed's. What comes after a listing is in afterwards.ts.
import { addDays, covers, type FileNumber, type MatterId, type PlainDate } from "../domain/terms/index.ts";
import { valueOn, type DecisionOutcome, type List, type Procedure, type Step, type StepKind } from "../domain/rules/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import { addWorkingDays, type WorkingCalendar } from "../domain/cases/index.ts";
import type { OpenOffice } from "../domain/register/index.ts";
import type { Assessment } from "../domain/restrictions/index.ts";
import type { CaseRequest, Registry } from "../service/index.ts";
import { ANSWERS, CONSENT_REFUSED, LISTING_REASONS, MINUTES, statementOf } from "./case-words.ts";
import type { Chance } from "./chance.ts";
import { evidenceOf } from "./evidence.ts";
import type { Ground } from "./ground.ts";

export interface ListingInHand {
  readonly matter: MatterId;
  readonly file: FileNumber;
  readonly list: List;
  readonly office: OpenOffice;
  /** The posts that act for the office in this case. */
  readonly officers: readonly string[];
  readonly chance: Chance;
  readonly proposed: Assessment;
}

/** A step to take on a day, and by whom the case is in hand from then on. */
export interface NextStep {
  readonly on: PlainDate;
  readonly request: CaseRequest;
  readonly own: ListingInHand;
}

export interface Workbench {
  readonly registry: Registry;
  readonly ground: Ground;
  readonly seed: number;
  readonly calendar: WorkingCalendar;
}

/** Two handlers propose; where one stands back the reviewer takes its place, and a hearing is led by who proposed nothing. */
const HANDLERS = ["handler-1", "handler-2"] as const;
const IN_PLACE = "reviewer";
const CHAIR = "head";

const PER_THOUSAND = { withdrawn: 40, serviceFails: 120, answered: 450, heard: 400, attended: 800, evidence: 350, recused: 25, late: 60, consentRefused: 60 } as const;

export function listingInHand(own: Omit<ListingInHand, "officers">): ListingInHand {
  return { ...own, officers: HANDLERS };
}

/** The proposal, some working days after the criteria were found to be met. */
export function proposal(bench: Workbench, own: ListingInHand, foundOn: PlainDate): NextStep {
  const on = workingDays(bench, foundOn, own.chance.between(1, 6));
  const { matter, file, list } = own;
  return asked(own, on, { type: "ProposeListing", matter, file, list: list.id, facts: factsOf(own), proposedOn: on, ...beside(bench, own, "proposal", on) });
}

/** What follows a step that was taken, if anything does. */
export function stepAfter(bench: Workbench, own: ListingInHand, event: EventDraft): NextStep | undefined {
  switch (event.type) {
    case "ListingProposed":
      if (own.chance.happens(PER_THOUSAND.recused)) return recusal(bench, own, event.body.proposedOn);
      return own.chance.happens(PER_THOUSAND.withdrawn) ? withdrawal(bench, own, event.body.proposedOn) : notice(bench, own, event.body.proposedOn);
    case "OfficerRecused":
      return notice(bench, { ...own, officers: [HANDLERS[0], IN_PLACE] }, event.body.recusedOn);
    case "NoticeIssued":
      return service(bench, own, event.body.issuedOn);
    case "NoticeServed":
      return own.chance.happens(PER_THOUSAND.answered) ? answer(bench, own, event.body.servedOn, event.body.answerUntil) : weighed(bench, own, event.body.answerUntil, SILENCE_DAYS);
    case "DefenceReceived":
      return event.body.hearing ? hearing(bench, own, event.body.receivedOn) : weighed(bench, own, event.body.receivedOn, ANSWER_WEIGHED_DAYS);
    case "HearingHeld":
      return weighed(bench, own, event.body.heldOn, ANSWER_WEIGHED_DAYS);
    case "ConsentGiven":
      return decision(bench, own, event.body.givenOn, CONSENT_DAYS);
    case "ConsentRefused":
      return withoutConsent(bench, own, event.body.refusedOn);
    default:
      return undefined;
  }
}

function asked(own: ListingInHand, on: PlainDate, command: CaseRequest["command"]): NextStep {
  return { on, own, request: { by: own.office.file, officers: own.officers, command } };
}

export function workingDays({ calendar }: Pick<Workbench, "calendar">, from: PlainDate, count: number): PlainDate {
  return addWorkingDays(calendar, from, count).day;
}

function stepsOf({ ground }: Workbench, { list }: ListingInHand, on: PlainDate): readonly Step[] {
  const procedure: Procedure | undefined = list.procedure === undefined ? undefined : ground.rulebook.get("procedure", list.procedure);
  return procedure === undefined ? [] : (valueOn(procedure.steps, on) ?? []);
}

function step(bench: Workbench, own: ListingInHand, kind: StepKind, on: PlainDate): Step | undefined {
  return stepsOf(bench, own, on).find((each) => each.kind === kind);
}

/** Review and statements, as far as the law asks the step for them. */
function beside(bench: Workbench, own: ListingInHand, kind: StepKind, on: PlainDate): Pick<Extract<CaseRequest["command"], { readonly type: "IssueNotice" }>, "legalReview" | "statements"> {
  const asking = step(bench, own, kind, on);
  if (asking === undefined) return {};
  return {
    ...(asking.legalReview ? { legalReview: { on } } : {}),
    statements: Object.fromEntries(asking.states.map((word) => [word, statementOf(word)])),
  };
}

function factsOf({ proposed, list }: ListingInHand): string {
  const names = list.criteria.flatMap((version) => version.value).flatMap((criterion) => (criterion.id !== undefined && proposed.met.includes(criterion.id) && criterion.names !== undefined ? [criterion.names.zh ?? criterion.names.en] : []));
  return `在册记录表明：${[...new Set(names)].join("；")}。`;
}

function statedBasis({ ground }: Workbench, { list }: ListingInHand, on: PlainDate): Extract<CaseRequest["command"], { readonly type: "IssueNotice" }>["basis"] {
  return list.basis.flatMap(({ instrument, article }) => {
    const known = ground.rulebook.get("instrument", instrument);
    return known === undefined || !covers(known, on) ? [] : [{ instrument, ...(article === undefined ? {} : { article }) }];
  });
}

function withdrawal(bench: Workbench, own: ListingInHand, proposedOn: PlainDate): NextStep {
  const on = workingDays(bench, proposedOn, own.chance.between(1, 5));
  return asked(own, on, { type: "WithdrawProposal", matter: own.matter, reason: own.chance.oneOf(["复核后认为情节轻微，不再提出", "当事人已主动纠正，撤回建议", "记录有误，已要求报送机关更正"]), withdrawnOn: on });
}

/** What a proposal rested on has fallen. */
export function givenUp(own: ListingInHand, on: PlainDate): NextStep {
  return asked(own, on, { type: "WithdrawProposal", matter: own.matter, reason: "所依据的记录已被撤销，撤回建议", withdrawnOn: on });
}

function recusal(bench: Workbench, own: ListingInHand, proposedOn: PlainDate): NextStep {
  const on = workingDays(bench, proposedOn, 1);
  return asked(own, on, { type: "RecuseOfficer", matter: own.matter, officer: HANDLERS[1], reason: own.chance.oneOf(["与当事人有利害关系，自行回避", "曾参与相关检查，当事人申请回避"]), recusedOn: on });
}

/** The notice names every consequence the law attaches to the list on that day. */
function notice(bench: Workbench, own: ListingInHand, proposedOn: PlainDate): NextStep {
  const on = workingDays(bench, proposedOn, own.chance.between(0, 2));
  const consequences = bench.ground.rulebook.on(on).all("measure").filter(({ trigger }) => trigger.kind === "list" && trigger.lists.includes(own.list.id)).map((measure) => measure.id);
  return asked(own, on, { type: "IssueNotice", matter: own.matter, facts: factsOf(own), basis: statedBasis(bench, own, on), consequences, issuedOn: on, ...beside(bench, own, "notice", on) });
}

/** Letters come back now and then; the law's substitute then takes its time. Some notices lie too long. */
const SUBSTITUTE_DAYS = 32;

function service(bench: Workbench, own: ListingInHand, issuedOn: PlainDate): NextStep {
  const fails = own.chance.happens(PER_THOUSAND.serviceFails) && step(bench, own, "service", issuedOn)?.substitute !== undefined;
  const on = fails ? addDays(issuedOn, SUBSTITUTE_DAYS + own.chance.between(0, 5)) : workingDays(bench, issuedOn, own.chance.between(1, 3) + delay(own.chance));
  return asked(own, on, { type: "RecordService", matter: own.matter, means: own.chance.oneOf(["邮寄送达", "直接送达", "电子送达"]), failed: fails, servedOn: on });
}

/** Working days by which a step comes later than it should; mostly none. */
function delay(chance: Chance): number {
  return chance.happens(PER_THOUSAND.late) ? chance.between(6, 15) : 0;
}

/** The organisation answers for itself, sometimes with a file, and asks to be heard where the law knows a hearing. */
function answer(bench: Workbench, own: ListingInHand, servedOn: PlainDate, until: PlainDate): NextStep {
  const { chance, matter, file } = own;
  const on = workingDays(bench, servedOn, chance.between(1, 3));
  const inTime = on < until ? on : addDays(until, -1);
  const hearing = chance.happens(PER_THOUSAND.heard) && step(bench, own, "hearing", inTime) !== undefined;
  const evidence = chance.happens(PER_THOUSAND.evidence) ? evidenceOf(bench.registry, chance) : undefined;
  const next = asked(own, inTime, { type: "ReceiveDefence", matter, statement: chance.oneOf(ANSWERS), receivedOn: inTime, ...(hearing ? { hearing } : {}), ...(evidence === undefined ? {} : { attachments: evidence.attachments }) });
  return { ...next, request: { ...next.request, officers: [], organisation: file, ...(evidence === undefined ? {} : { contents: evidence.contents }) } };
}

function hearing(bench: Workbench, own: ListingInHand, askedOn: PlainDate): NextStep {
  const on = workingDays(bench, askedOn, own.chance.between(4, 10));
  const attended = own.chance.happens(PER_THOUSAND.attended);
  return asked(own, on, { type: "HoldHearing", matter: own.matter, chair: CHAIR, attended, minutes: attended ? own.chance.oneOf(MINUTES) : "当事人无正当理由未出席，视为放弃听证", heldOn: on });
}

/** The decision, or before it the consent of the office above where the law asks for it. */
function weighed(bench: Workbench, own: ListingInHand, from: PlainDate, within: number): NextStep {
  const asking = step(bench, own, "decision", from);
  const { superior } = own.office;
  if (asking?.superiorConsent !== true || superior === undefined) return decision(bench, own, from, within);
  const on = workingDays(bench, from, own.chance.between(1, within));
  const given = !own.chance.happens(PER_THOUSAND.consentRefused);
  return {
    on, own,
    request: { by: superior, officers: [CHAIR], command: { type: "GiveConsent", matter: own.matter, step: asking.id, given, givenOn: on, ...(given ? {} : { reason: own.chance.oneOf(CONSENT_REFUSED) }) } },
  };
}

/** Whoever may not list any more comes to no action, or withdraws where the law knows nothing else. */
function withoutConsent(bench: Workbench, own: ListingInHand, from: PlainDate): NextStep {
  if (step(bench, own, "decision", from)?.outcomes.includes("noAction") === true) return decision(bench, own, from, CONSENT_DAYS, "noAction");
  return withdrawal(bench, own, from);
}

const OUTCOME_WEIGHTS: Readonly<Record<DecisionOutcome, number>> = { listed: 78, conditional: 9, reprimanded: 6, noAction: 12 };

/** An answer is weighed, and silence is not. */
const ANSWER_WEIGHED_DAYS = 12;
const SILENCE_DAYS = 4;
/** What the office above has said is carried out soon. */
const CONSENT_DAYS = 3;

function decision(bench: Workbench, own: ListingInHand, from: PlainDate, within: number, only?: DecisionOutcome): NextStep {
  const on = workingDays(bench, from, own.chance.between(1, within) + delay(own.chance));
  const possible = step(bench, own, "decision", on)?.outcomes ?? [];
  const outcome = only ?? own.chance.weighted((possible.length === 0 ? ["listed" as const] : possible).map((each) => [each, OUTCOME_WEIGHTS[each]] as const));
  const listed = outcome === "listed";
  return asked(own, on, {
    type: "DecideListing", matter: own.matter, outcome, reasons: LISTING_REASONS[outcome], basis: statedBasis(bench, own, on), decidedOn: on,
    ...(outcome === "conditional" ? { conditions: ["六十日内退还全部预付款并提交证明"] } : {}),
    ...(listed && own.list.published ? { publishedFrom: workingDays(bench, on, own.chance.between(1, 4)) } : {}),
    ...beside(bench, own, "decision", on),
  });
}

/** A wrong listing is taken back by the office that made it, as if it had never been. */
export function annulment(bench: Workbench, own: ListingInHand, from: PlainDate, reasons: string): NextStep {
  const on = workingDays(bench, from, own.chance.between(1, 6));
  return asked(own, on, { type: "RemoveListing", matter: own.matter, act: "annulment", reasons, retroactive: true, removedOn: on, ...beside(bench, own, "removal", on) });
}
