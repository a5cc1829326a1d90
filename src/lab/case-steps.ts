// Case steps: how an office of the model runs a listing case: which step next, on which day, in which words. Steps, times, statements and
// ways out are read from the law; which way a case takes is the seed's. Refused steps end the case and are counted.
import { addDays, addMonths, covers, later, type FileNumber, type MatterId, type PlainDate } from "../domain/terms/index.ts";
import { valueOn, type DecisionOutcome, type ExitRule, type List, type Procedure, type Step, type StepKind } from "../domain/rules/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import { addWorkingDays, type WorkingCalendar } from "../domain/cases/index.ts";
import type { OpenOffice } from "../domain/register/index.ts";
import type { Assessment } from "../domain/restrictions/index.ts";
import type { CaseRequest } from "../service/index.ts";
import type { Chance } from "./chance.ts";
import type { Ground } from "./ground.ts";

export interface CaseInHand {
  readonly matter: MatterId;
  readonly file: FileNumber;
  readonly list: List;
  readonly office: OpenOffice;
  readonly chance: Chance;
  readonly proposed: Assessment;
}

/** A step to take on a day. */
export interface NextStep {
  readonly on: PlainDate;
  readonly request: CaseRequest;
}

export interface Workbench {
  readonly ground: Ground;
  readonly calendar: WorkingCalendar;
}

const OFFICERS = ["经办人甲", "经办人乙"];

const PER_THOUSAND = { withdrawn: 40, serviceFails: 120, answered: 450, wrong: 60, setRight: 600 } as const;

/** The proposal, some working days after the criteria were found to be met. */
export function proposal(bench: Workbench, own: CaseInHand, foundOn: PlainDate): NextStep {
  const on = workingDays(bench, foundOn, own.chance.between(1, 6));
  const { matter, file, list } = own;
  return { on, request: asked(own, { type: "ProposeListing", matter, file, list: list.id, facts: factsOf(own), proposedOn: on, ...beside(bench, own, "proposal", on) }) };
}

/** What follows a step that was taken, if anything does. */
export function stepAfter(bench: Workbench, own: CaseInHand, event: EventDraft): NextStep | undefined {
  switch (event.type) {
    case "ListingProposed":
      return own.chance.happens(PER_THOUSAND.withdrawn) ? withdrawal(bench, own, event.body.proposedOn) : notice(bench, own, event.body.proposedOn);
    case "NoticeIssued":
      return service(bench, own, event.body.issuedOn);
    case "NoticeServed":
      return own.chance.happens(PER_THOUSAND.answered) ? answer(bench, own, event.body.servedOn, event.body.answerUntil) : decision(bench, own, event.body.answerUntil);
    case "DefenceReceived":
      return decision(bench, own, workingDays(bench, event.body.receivedOn, own.chance.between(2, 12)));
    case "ListingDecided":
      return event.body.listing === undefined ? undefined : removal(bench, own, event.body);
    default:
      return undefined;
  }
}

function asked(own: CaseInHand, command: CaseRequest["command"]): CaseRequest {
  return { by: own.office.file, officers: OFFICERS, command };
}

function workingDays({ calendar }: Workbench, from: PlainDate, count: number): PlainDate {
  return addWorkingDays(calendar, from, count).day;
}

function stepsOf({ ground }: Workbench, { list }: CaseInHand, on: PlainDate): readonly Step[] {
  const procedure: Procedure | undefined = list.procedure === undefined ? undefined : ground.rulebook.get("procedure", list.procedure);
  return procedure === undefined ? [] : (valueOn(procedure.steps, on) ?? []);
}

function step(bench: Workbench, own: CaseInHand, kind: StepKind, on: PlainDate): Step | undefined {
  return stepsOf(bench, own, on).find((each) => each.kind === kind);
}

/** Consent, review and statements, as far as the law asks the step for them. */
function beside(bench: Workbench, own: CaseInHand, kind: StepKind, on: PlainDate): Pick<Extract<CaseRequest["command"], { readonly type: "IssueNotice" }>, "consent" | "legalReview" | "statements"> {
  const asking = step(bench, own, kind, on);
  if (asking === undefined) return {};
  const { superior } = own.office;
  return {
    ...(asking.superiorConsent && superior !== undefined ? { consent: { by: superior, on } } : {}),
    ...(asking.legalReview ? { legalReview: { on } } : {}),
    statements: Object.fromEntries(asking.states.map((word) => [word, STATEMENTS[word] ?? "见文书正文"])),
  };
}

const STATEMENTS: Readonly<Record<string, string>> = {
  facts: "见事实部分", basis: "见依据部分", reasons: "见理由部分", consequences: "见后果清单", answerDays: "见告知书",
  exits: "期满自动移出；符合条件的可申请修复；认为有误的可提出异议", remedies: "可自收到决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼",
};

function factsOf({ proposed, list }: CaseInHand): string {
  const names = list.criteria.flatMap((version) => version.value).flatMap((criterion) => (criterion.id !== undefined && proposed.met.includes(criterion.id) && criterion.names !== undefined ? [criterion.names.zh ?? criterion.names.en] : []));
  return `在册记录表明：${[...new Set(names)].join("；")}。`;
}

function statedBasis({ ground }: Workbench, { list }: CaseInHand, on: PlainDate): Extract<CaseRequest["command"], { readonly type: "IssueNotice" }>["basis"] {
  return list.basis.flatMap(({ instrument, article }) => {
    const known = ground.rulebook.get("instrument", instrument);
    return known === undefined || !covers(known, on) ? [] : [{ instrument, ...(article === undefined ? {} : { article }) }];
  });
}

function withdrawal(bench: Workbench, own: CaseInHand, proposedOn: PlainDate): NextStep {
  const on = workingDays(bench, proposedOn, own.chance.between(1, 5));
  return { on, request: asked(own, { type: "WithdrawProposal", matter: own.matter, reason: own.chance.oneOf(["复核后认为情节轻微，不再提出", "当事人已主动纠正，撤回建议", "记录有误，已要求报送机关更正"]), withdrawnOn: on }) };
}

/** The notice names every consequence the law attaches to the list on that day. */
function notice(bench: Workbench, own: CaseInHand, proposedOn: PlainDate): NextStep {
  const on = workingDays(bench, proposedOn, own.chance.between(1, 5));
  const consequences = bench.ground.rulebook.on(on).all("measure").filter(({ trigger }) => trigger.kind === "list" && trigger.lists.includes(own.list.id)).map((measure) => measure.id);
  return { on, request: asked(own, { type: "IssueNotice", matter: own.matter, facts: factsOf(own), basis: statedBasis(bench, own, on), consequences, issuedOn: on, ...beside(bench, own, "notice", on) }) };
}

/** Letters come back now and then; the law's substitute then takes its time. */
const SUBSTITUTE_DAYS = 32;

function service(bench: Workbench, own: CaseInHand, issuedOn: PlainDate): NextStep {
  const fails = own.chance.happens(PER_THOUSAND.serviceFails) && step(bench, own, "service", issuedOn)?.substitute !== undefined;
  const on = fails ? addDays(issuedOn, SUBSTITUTE_DAYS + own.chance.between(0, 5)) : workingDays(bench, issuedOn, own.chance.between(1, 4));
  return { on, request: asked(own, { type: "RecordService", matter: own.matter, means: own.chance.oneOf(["邮寄送达", "直接送达", "电子送达"]), failed: fails, servedOn: on }) };
}

const ANSWERS = ["情况属实，正在整改，请求从轻处理", "对认定金额有异议，已提交账册复印件", "违法行为系前任承包人所为，请求核查", "已缴清款项，请求不予列入", "对送达程序提出异议", "行为轻微且已改正，不具有主观故意"];

function answer(bench: Workbench, own: CaseInHand, servedOn: PlainDate, until: PlainDate): NextStep {
  const on = workingDays(bench, servedOn, own.chance.between(1, 3));
  const inTime = on < until ? on : addDays(until, -1);
  return { on: inTime, request: asked(own, { type: "ReceiveDefence", matter: own.matter, statement: own.chance.oneOf(ANSWERS), receivedOn: inTime }) };
}

const OUTCOME_WEIGHTS: Readonly<Record<DecisionOutcome, number>> = { listed: 78, conditional: 9, reprimanded: 6, noAction: 12 };
const REASONS: Readonly<Record<DecisionOutcome, string>> = {
  listed: "事实清楚、证据充分，符合列入条件，陈述申辩意见不足以改变认定", conditional: "符合列入条件，但已提出整改方案，给予考察期", reprimanded: "情节尚未达到必须列入的程度，予以书面告诫", noAction: "经复核，陈述申辩理由成立，不予列入",
};

function decision(bench: Workbench, own: CaseInHand, from: PlainDate): NextStep {
  const on = workingDays(bench, from, own.chance.between(0, 6) + 1);
  const possible = step(bench, own, "decision", on)?.outcomes ?? [];
  const outcome = own.chance.weighted((possible.length === 0 ? ["listed" as const] : possible).map((each) => [each, OUTCOME_WEIGHTS[each]] as const));
  const listed = outcome === "listed";
  return {
    on,
    request: asked(own, {
      type: "DecideListing", matter: own.matter, outcome, reasons: REASONS[outcome], basis: statedBasis(bench, own, on), decidedOn: on,
      ...(outcome === "conditional" ? { conditions: ["六十日内退还全部预付款并提交证明"] } : {}),
      ...(listed && own.list.published ? { publishedFrom: workingDays(bench, on, own.chance.between(1, 4)) } : {}),
      ...beside(bench, own, "decision", on),
    }),
  };
}

/** Some listings turn out to be wrong, many are set right as soon as the law allows; the others wait for their End. */
function removal(bench: Workbench, own: CaseInHand, decided: Extract<EventDraft, { readonly type: "ListingDecided" }>["body"]): NextStep | undefined {
  const { chance } = own;
  if (chance.happens(PER_THOUSAND.wrong)) return annulment(bench, own, decided.decidedOn);
  const open = (valueOn(own.list.exits, decided.decidedOn) ?? []).flatMap((exit) => (exit.act === "performance" || exit.act === "repair" || exit.act === "release" ? [{ act: exit.act, exit }] : []));
  if (open.length === 0 || !chance.happens(PER_THOUSAND.setRight)) return undefined;
  return settingRight(bench, own, chance.oneOf(open), decided.publishedFrom ?? decided.effectiveFrom ?? decided.decidedOn);
}

function annulment(bench: Workbench, own: CaseInHand, decidedOn: PlainDate): NextStep {
  const on = workingDays(bench, decidedOn, own.chance.between(10, 40));
  const objection = own.chance.happens(500) && (valueOn(own.list.exits, on) ?? []).some((exit) => exit.act === "objection");
  const reasons = objection ? "异议成立：证据不足，自始不应列入" : "所依据的处罚决定经复议撤销，列入自始无效";
  return { on, request: asked(own, { type: "RemoveListing", matter: own.matter, act: objection ? "objection" : "annulment", reasons, retroactive: true, removedOn: on, ...beside(bench, own, "removal", on) }) };
}

function settingRight(bench: Workbench, own: CaseInHand, { act, exit }: { readonly act: "performance" | "repair" | "release"; readonly exit: ExitRule }, since: PlainDate): NextStep {
  const opens = exit.earliestMonths === undefined ? addDays(since, own.chance.between(10, 120)) : addMonths(since, exit.earliestMonths);
  const on = workingDays(bench, later(opens, since), own.chance.between(3, 30));
  const reasons = `${exit.names.zh ?? exit.names.en}：申请材料齐全，条件均已满足`;
  return { on, request: asked(own, { type: "RemoveListing", matter: own.matter, act, exit: exit.id, reasons, removedOn: on, ...beside(bench, own, "removal", on) }) };
}
