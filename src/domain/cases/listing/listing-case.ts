// The listing procedure as a decider: (state, command, context) -> events or a refusal. The steps, their order, their time and what
// they ask are read from the law's procedure; the state comes from the events of one matter (case-state.ts); the events go to the
// ledger through service/. A decision to list is let through only where constructListing can make the listing of it.
import { ok, type Err, type PlainDate, type Result } from "../../terms/index.ts";
import { valueOn } from "../../rules/index.ts";
import type { Bodies, EventDraft } from "../../events/index.ts";
import { answerWindow, caseOn } from "./answer-window.ts";
import { evolve, type ListingCase, type RunningCase } from "./case-state.ts";
import { possibleCommands, type CaseContext, type DecideListing, type GiveConsent, type HoldHearing, type IssueNotice, type ListingCommand, type ProposeListing, type ReceiveDefence, type RecordService, type RecuseOfficer, type WithdrawProposal } from "./commands.ts";
import { giveConsent } from "./give-consent.ts";
import { endOf, exitRules, isWayOut } from "../ends/end-of-listing.ts";
import { governingDay, type GoverningDays } from "../ends/governing-day.ts";
import { hearingAskCheck, hearingCheck, holdHearing, recuseOfficer } from "./hearing.ts";
import { constructListing, daysOf, statedBasis, waysOut } from "./kept-listing.ts";
import { listingLaw, stepOf, type ListingLaw } from "./listing-law.ts";
import { criteriaPropose, criteriaSaid, isHeld, type EvaluatedCriterion } from "./proposal-criteria.ts";
import { ownsCase } from "../powers.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";
import { decideRemoval } from "./removal.ts";
import { authorityCheck, citationOf, clockOf, consequenceCheck, dayCheck, formalitiesOf, formalityCheck, lastDayOf, orderCheck, possibleNow, recusalCheck, skipped, statementCheck, textCheck, twice, windowCheck } from "./step-checks.ts";

type Outcome = Result<readonly EventDraft[], Refusal>;

export function decide(state: ListingCase, command: ListingCommand, context: CaseContext): Outcome {
  if (command.type === "ProposeListing") return state.kind === "notBegun" ? propose(command, context) : refuse("already-done", rule(9), `the matter \`${state.matter}\` is a case already: begin another matter; ${possibleNow(state)}`, { kind: "begun", matter: state.matter, possible: possibleCommands(state) });
  if (state.kind === "notBegun") return refuse("step-skipped", rule(8), `the case has not been begun: ${possibleNow(state)}`, { kind: "notBegun", step: command.type, possible: possibleCommands(state) });
  if (command.matter !== state.matter) return refuse("other-matter", rule(19), `\`${command.type}\` is about the matter \`${command.matter}\`, and this is \`${state.matter}\``, { matter: state.matter, asked: command.matter, command: command.type });
  const [broken] = state.unfit;
  if (broken !== undefined) return refuse("history-broken", rule(19), `the case holds an event no step could have produced (\`${broken}\`): begin a new case`, { kind: "case", event: broken });
  const stranger = organisationCheck(state, command, context);
  if (stranger !== undefined) return stranger;
  const recused = command.type === "ReceiveDefence" || command.type === "RecuseOfficer" ? undefined : recusalCheck(state, context.actor);
  if (recused !== undefined) return recused;
  if (command.type === "RemoveListing") return decideRemoval(state, command, context);
  if (command.type === "GiveConsent" && state.kind !== "withdrawn") return giveConsent(state, command, context);
  if (state.kind === "decided" || state.kind === "withdrawn" || command.type === "GiveConsent") return refuse("case-closed", rule(9), `the case is closed: ${possibleNow(state)}; for anything else begin a new case`, { kind: "listing", state: state.kind, possible: possibleCommands(state) });
  switch (command.type) {
    case "IssueNotice":
      return issueNotice(state, command, context);
    case "RecordService":
      return recordService(state, command, context);
    case "ReceiveDefence":
      return receiveDefence(state, command, context);
    case "HoldHearing":
      return holdHearing(state, command, context);
    case "RecuseOfficer":
      return recuseOfficer(state, command, context);
    case "DecideListing":
      return decideListing(state, command, context);
    case "WithdrawProposal":
      return withdrawProposal(state, command, context);
  }
}

function propose(command: ProposeListing, context: CaseContext): Outcome {
  const proposedOn = command.proposedOn ?? context.today;
  const days: GoverningDays = { appliedOn: proposedOn, decidedOn: proposedOn, effectiveFrom: proposedOn, asked: proposedOn, ...(command.actedOn === undefined ? {} : { actedOn: command.actedOn }) };
  const found = listingLaw(context.law, command.list, days);
  if (!found.ok) return found;
  const law = found.value;
  const step = stepOf(law.steps, "proposal");
  const asked = step === undefined ? undefined
    : textCheck(law, step, "facts", command.facts)
      ?? statementCheck(law, step, { facts: true, criteria: true, records: command.records.length > 0 }, command.statements)
      ?? formalityCheck(law, step, reviewOf(command), context.actor, proposedOn);
  return authorityCheck(context, law)
    ?? dayCheck("a proposal", proposedOn, command.actedOn, context.today)
    ?? foreseeableCheck(law, days, context)
    ?? criteriaCheck(law, command.criteria, days)
    ?? asked
    ?? ok([{
      type: "ListingProposed",
      body: {
        matter: command.matter, file: command.file, list: command.list, authority: context.actor.authority, criteria: held(command.criteria), records: command.records, facts: command.facts, proposedOn,
        ...(command.actedOn === undefined ? {} : { actedOn: command.actedOn }), ...beside(command, context),
      },
    }]);
}

/** A proposal that could never become a listing is refused at once: the law must state an End and a way out. */
function foreseeableCheck(law: ListingLaw, days: GoverningDays, context: CaseContext): Err<Refusal> | undefined {
  const foreseen = law.list.published ? { ...days, publishedFrom: days.asked } : days;
  const end = endOf(law.list, foreseen);
  if (!end.ok) return end;
  const exits = waysOut({ law: context.law, clock: clockOf(context) }, law, end.value, foreseen);
  return exits.ok ? undefined : exits;
}

function criteriaCheck(law: ListingLaw, results: readonly EvaluatedCriterion[], days: GoverningDays): Err<Refusal> | undefined {
  const day = governingDay(law.list.criteriaAnchor, days);
  if (day === undefined) return refuse("day-of-act-unknown", law.list.id, `which criteria govern is settled by the day of the act, and that day is not stated: state it`, { kind: "criteria", list: law.list.id });
  const criteria = valueOn(law.list.criteria, day) ?? [];
  if (criteriaPropose(criteria, results)) return undefined;
  const said = criteriaSaid(criteria);
  const known = said.map(({ id }) => `\`${id}\``).join(", ");
  return refuse("criteria-not-met", law.list.id, `no criterion of the list \`${law.list.id}\` holds on what is on file${known === "" ? "" : ` (its criteria: ${known})`}: hand in the records that meet one, or leave the organisation off the list`, { kind: "records", list: law.list.id, governingDay: day, criteria: said });
}

function issueNotice(state: RunningCase, command: IssueNotice, context: CaseContext): Outcome {
  const issuedOn = command.issuedOn ?? context.today;
  const found = listingLaw(context.law, state.list, daysOf(state, issuedOn));
  if (!found.ok) return found;
  const law = found.value;
  const step = law.notice;
  if (state.kind !== "proposed") return twice(law, step.id, "notice", state);
  const basis = statedBasis(context.law, law, command.basis, issuedOn);
  if (!basis.ok) return basis;
  const answer = command.answer ?? law.defence.within;
  return authorityCheck(context, law)
    ?? orderCheck(law, step, state)
    ?? dayCheck("a notice", issuedOn, state.proposal.proposedOn, context.today)
    ?? textCheck(law, step, "facts", command.facts)
    ?? consequenceCheck(context.law, command.consequences)
    ?? answerTimeCheck(law, answer)
    ?? statementCheck(law, step, { facts: true, basis: true, consequences: command.consequences.length > 0, answerDays: true, daysToAnswer: true }, command.statements)
    ?? formalityCheck(law, step, { ...reviewOf(command), consents: state.consents }, context.actor, issuedOn)
    ?? ok([{
      type: "NoticeIssued",
      body: { matter: state.matter, file: state.file, facts: command.facts, basis: basis.value, consequences: command.consequences, answerDays: answer.count, answerUnit: answer.unit, issuedOn, ...beside(command, context) },
    }]);
}

function answerTimeCheck(law: ListingLaw, answer: NonNullable<IssueNotice["answer"]>): Err<Refusal> | undefined {
  const { count, unit } = law.defence.within;
  if (answer.unit === unit && answer.count >= count && Number.isSafeInteger(answer.count)) return undefined;
  return refuse("answer-time-too-short", citationOf(law.procedure, law.defence), `the law gives ${count} ${unit} to answer, and the notice ${answer.count} ${answer.unit}: give as much or more, in ${unit}`, { count, unit, given: answer.count, givenUnit: answer.unit });
}

function recordService(state: RunningCase, command: RecordService, context: CaseContext): Outcome {
  const servedOn = command.servedOn ?? context.today;
  const found = listingLaw(context.law, state.list, daysOf(state, servedOn));
  if (!found.ok) return found;
  const law = found.value;
  const step = law.service;
  if (state.kind === "proposed") return skipped(law, step, state);
  if (state.kind !== "noticed") return twice(law, step.id, "service", state);
  const substitute = step.substitute;
  if (command.failed && substitute === undefined) return refuse("no-substitute", citationOf(law.procedure, step), `the law knows no substitute where \`${command.means}\` fails: serve the notice by other means, or withdraw the proposal`, { kind: "means", means: command.means });
  const window = answerWindow(law.defence, state.notice, servedOn, clockOf(context));
  const means = command.failed && substitute !== undefined ? { means: substitute.en, failedMeans: command.means } : { means: command.means };
  return authorityCheck(context, law)
    ?? orderCheck(law, step, state)
    ?? dayCheck("the service of the notice", servedOn, state.notice.issuedOn, context.today)
    ?? textCheck(law, step, "means of service", command.means)
    ?? formalityCheck(law, step, { ...reviewOf(command), consents: state.consents }, context.actor, servedOn)
    ?? ok([{
      type: "NoticeServed",
      body: { matter: state.matter, file: state.file, ...means, servedOn, substitute: command.failed, answerUntil: window.until, provisional: window.provisional },
    }]);
}

function receiveDefence(state: RunningCase, command: ReceiveDefence, context: CaseContext): Outcome {
  const receivedOn = command.receivedOn ?? context.today;
  const found = listingLaw(context.law, state.list, daysOf(state, receivedOn));
  if (!found.ok) return found;
  const law = found.value;
  const step = law.defence;
  if (state.kind === "proposed" || state.kind === "noticed") return skipped(law, step, state);
  const said = state.kind === "answered" ? state.defences : [];
  if (said.some((defence) => defence.statement === command.statement)) return refuse("already-done", citationOf(law.procedure, step), `this answer is on record already: ${possibleNow(state)}`, { kind: "answer", step: step.id, possible: possibleCommands(state) });
  const last = said.at(-1)?.receivedOn ?? state.service.servedOn;
  return (context.organisation === undefined ? authorityCheck(context, law) : undefined)
    ?? dayCheck("an answer", receivedOn, last, context.today)
    ?? textCheck(law, step, "organisation's statement", command.statement)
    ?? hearingAskCheck(law, command)
    ?? ok([{ type: "DefenceReceived", body: { matter: state.matter, file: state.file, statement: command.statement, receivedOn, attachments: command.attachments ?? [], hearing: command.hearing === true } }]);
}

/** An organisation answers for itself, in its own case, and takes no other step of a listing. */
function organisationCheck(state: Exclude<ListingCase, { readonly kind: "notBegun" }>, command: ListingCommand, { organisation }: CaseContext): Err<Refusal> | undefined {
  if (organisation === undefined) return undefined;
  if (!ownsCase({ files: [state.file] }, organisation)) return refuse("wrong-party", rule(35), "an organisation acts in its own cases alone, and this one is about another: go to the case it was told of", { kind: "otherCase", file: state.file });
  return command.type === "ReceiveDefence" ? undefined : refuse("wrong-party", rule(35), `\`${command.type}\` is a step of the office: the organisation may answer, ask to be heard, and object once it is listed`, { kind: "office", step: command.type });
}

function decideListing(state: RunningCase, command: DecideListing, context: CaseContext): Outcome {
  const decidedOn = command.decidedOn ?? context.today;
  const days = daysOf(state, decidedOn);
  const found = listingLaw(context.law, state.list, days);
  if (!found.ok) return found;
  const law = found.value;
  if (state.kind === "proposed" || state.kind === "noticed") return skipped(law, law.decision, state);
  const view = caseOn(state, law.defence, clockOf(context), decidedOn);
  const basis = statedBasis(context.law, law, command.basis, decidedOn);
  if (!basis.ok) return basis;
  const listed = command.outcome === "listed";
  const carried = {
    facts: true, reasons: true, basis: true, criteria: true, outcome: true,
    // Of a listing they follow from the law; no other outcome has any to state.
    end: true, exits: true, waysOut: true, removal: true,
    consequences: !listed || state.notice.consequences.length > 0, conditions: (command.conditions ?? []).length > 0,
  };
  const flaw = authorityCheck(context, law)
    ?? dayCheck("the decision", decidedOn, lastDayOf(state), context.today)
    ?? windowCheck(law, view, context)
    ?? hearingCheck(law, view)
    ?? orderCheck(law, law.decision, view)
    ?? outcomeCheck(law, command)
    ?? textCheck(law, law.decision, "reasons", command.reasons)
    ?? statementCheck(law, law.decision, carried, command.statements)
    ?? formalityCheck(law, law.decision, { ...reviewOf(command), consents: state.consents, despiteRefusal: !listed }, context.actor, decidedOn)
    ?? effectCheck(law, command, decidedOn)
    ?? (listed ? criteriaCheck(law, command.criteria, days) : undefined);
  if (flaw !== undefined) return flaw;
  const body: Bodies["ListingDecided"] = {
    matter: state.matter, file: state.file, list: state.list, authority: context.actor.authority, outcome: command.outcome, reasons: command.reasons, basis: basis.value, decidedOn,
    exits: [], conditions: command.conditions ?? [], regions: command.regions ?? law.list.regions,
    criteria: command.criteria.filter((each) => each.holds !== "unknown").map((each) => ({ id: each.id, holds: isHeld(each), records: each.records ?? [] })), ...beside(command, context),
  };
  return listed ? listing(state, law, command, body, context) : ok([{ type: "ListingDecided", body }]);
}

/** The decision to list, with the End and the ways out the law gives it; refused where no listing can be made of it. */
function listing(state: RunningCase, law: ListingLaw, command: DecideListing, body: Bodies["ListingDecided"], context: CaseContext): Outcome {
  const effectiveFrom = command.effectiveFrom ?? body.decidedOn;
  const publishedFrom = law.list.published ? (command.publishedFrom ?? effectiveFrom) : undefined;
  const days: GoverningDays = { ...daysOf(state, body.decidedOn), effectiveFrom, ...(publishedFrom === undefined ? {} : { publishedFrom }) };
  const end = endOf(law.list, days);
  if (!end.ok) return end;
  const exits = exitRules(law.list, days).filter((exit) => isWayOut(exit, end.value)).map((exit) => exit.id);
  const draft: EventDraft = { type: "ListingDecided", body: { ...body, listing: command.listing, effectiveFrom, ...(publishedFrom === undefined ? {} : { publishedFrom }), end: end.value, exits } };
  const made = constructListing(evolve(state, draft), { law: context.law, clock: clockOf(context) });
  return made.ok ? ok([draft]) : made;
}

function outcomeCheck(law: ListingLaw, command: DecideListing): Err<Refusal> | undefined {
  const citation = citationOf(law.procedure, law.decision);
  const outcomes = law.decision.outcomes;
  if (!outcomes.includes(command.outcome)) return refuse("outcome-not-in-law", citation, `a decision under this procedure cannot be \`${command.outcome}\`: it is one of ${outcomes.map((outcome) => `\`${outcome}\``).join(", ")}`, { kind: "decision", outcome: command.outcome, outcomes });
  if (command.outcome === "conditional" && (command.conditions ?? []).length === 0) return refuse("statement-missing", citation, "a conditional decision states its conditions: add them", { kind: "conditions", missing: "conditions" });
  const outside = command.regions?.find((region) => law.list.regions.length > 0 && !law.list.regions.includes(region));
  if (outside !== undefined) return refuse("region-outside-list", law.list.id, `the list \`${law.list.id}\` does not reach the region \`${outside}\`: choose among ${law.list.regions.join(", ")}`, { region: outside, list: law.list.id, regions: law.list.regions });
  return undefined;
}

/** A decision takes effect on its day or later, and is published then or later. */
function effectCheck(law: ListingLaw, command: DecideListing, decidedOn: PlainDate): Err<Refusal> | undefined {
  const { effectiveFrom = decidedOn, publishedFrom = effectiveFrom } = command;
  if (command.publishedFrom !== undefined && !law.list.published) return refuse("list-not-published", law.list.id, `the law does not publish the list \`${law.list.id}\`: leave the day of publication out`, { list: law.list.id });
  if (effectiveFrom < decidedOn || publishedFrom < effectiveFrom) return refuse("days-out-of-order", rule(15), `decision (${decidedOn}), effect (${effectiveFrom}) and publication (${publishedFrom}) follow one another: none can come before the one it follows`, { kind: "effect", decidedOn, effectiveFrom, publishedFrom });
  return undefined;
}

function withdrawProposal(state: RunningCase, command: WithdrawProposal, context: CaseContext): Outcome {
  const withdrawnOn = command.withdrawnOn ?? context.today;
  const list = context.law.get("list", state.list);
  const last = state.kind === "proposed" ? state.proposal.proposedOn : state.kind === "noticed" ? state.notice.issuedOn : (state.hearing?.heldOn ?? state.service.servedOn);
  if (command.reason.trim() === "") return refuse("statement-missing", rule(9), "a withdrawal states its reason: add it", { kind: "withdrawal", missing: "reason" });
  return (list === undefined ? undefined : authorityCheck(context, { list }))
    ?? dayCheck("the withdrawal", withdrawnOn, last, context.today)
    ?? ok([{ type: "ProposalWithdrawn", body: { matter: state.matter, file: state.file, reason: command.reason, withdrawnOn } }]);
}

function beside(command: Exclude<ListingCommand, RecordService | ReceiveDefence | HoldHearing | RecuseOfficer | GiveConsent | WithdrawProposal>, context: CaseContext): Pick<Bodies["NoticeIssued"], "statements" | "formalities"> {
  return { formalities: formalitiesOf(context.actor, reviewOf(command)), ...(command.statements === undefined ? {} : { statements: command.statements }) };
}

/** The legal review that comes with a step. */
function reviewOf({ legalReview }: Pick<IssueNotice, "legalReview">): Pick<IssueNotice, "legalReview"> {
  return legalReview === undefined ? {} : { legalReview };
}

function held(results: readonly EvaluatedCriterion[]): readonly string[] {
  return results.filter(isHeld).map((result) => result.id);
}
