// The decision on a measure the law leaves to an office: one it may take is applied, one it need not take is declined. And what became of a
// measure at the office that carries it out. Command in, event or refusal out; the request and the office come from service/, decisions are
// read by restrictions/.
import { covers, ok, type FileNumber, type LawId, type ListingId, type PlainDate, type RecordId, type Result } from "../terms/index.ts";
import { valueOn, type Effect, type Measure } from "../rules/index.ts";
import type { EventDraft } from "../events/index.ts";
import type { Actor } from "./listing/commands.ts";
import type { LawBook } from "./listing/listing-law.ts";
import { mayDecide } from "./powers.ts";
import { refuse, rule, type Refusal } from "./refusals.ts";

/** A measure on an organisation. */
interface OfMeasure {
  readonly measure: LawId;
  readonly file: FileNumber;
  /** The listing or record that sets the measure off. */
  readonly listing?: ListingId;
  readonly record?: RecordId;
}

export interface DecideMeasure extends OfMeasure {
  readonly choice: "apply" | "decline";
  /** Which effect, where the law leaves the choice of several. */
  readonly effect?: Effect;
  readonly reasons: string;
  /** Not given: today. */
  readonly decidedOn?: PlainDate;
}

export interface MeasureContext {
  readonly law: LawBook;
  readonly actor: Pick<Actor, "authority">;
  readonly today: PlainDate;
}

/** What became of a measure: feedback to those who listed. */
export interface ReportExecution extends OfMeasure {
  readonly outcome: "carriedOut" | "notCarriedOut";
  /** The list of the listing that sets the measure off. */
  readonly list?: LawId;
  /** What was done; of what was not carried out, why. */
  readonly statement: string;
  /** Not given: today. */
  readonly doneOn?: PlainDate;
}

export function decideMeasure(command: DecideMeasure, { law, actor, today }: MeasureContext): Result<EventDraft, Refusal> {
  const decidedOn = command.decidedOn ?? today;
  const measure = law.get("measure", command.measure);
  if (measure === undefined || !covers(measure, decidedOn)) return unknownMeasure(command.measure, decidedOn);
  const flaw = choiceFlaw(command, measure, decidedOn);
  if (flaw !== undefined) return flaw;
  if (decidedOn > today) return aheadOf(today, decidedOn, "the decision");
  if (command.reasons.trim() === "") return refuse("statement-missing", rule(24), "a decision on a measure states its reasons: add them", { kind: "measure", missing: "reasons" });
  if (!mayDecide(law, measure, actor.authority)) return notOurs(measure, actor);
  return ok({ type: "MeasureDecided", body: { ...ofMeasure(command), authority: measure.authority, choice: command.choice, decidedOn, reasons: command.reasons, ...(command.effect === undefined ? {} : { effect: command.effect }) } });
}

/** Whether the measure binds is for the caller to say; here it is whose it is, when, and that what was not done has its reason. */
export function reportExecution(command: ReportExecution, { law, actor, today }: MeasureContext): Result<EventDraft, Refusal> {
  const { doneOn = today, outcome, statement, list } = command;
  const measure = law.get("measure", command.measure);
  if (measure === undefined || !covers(measure, doneOn)) return unknownMeasure(command.measure, doneOn);
  if (doneOn > today) return aheadOf(today, doneOn, "the report");
  if (outcome === "notCarriedOut" && statement.trim() === "") return refuse("statement-missing", rule(56), "a measure that was not carried out is reported with the reason: add it", { kind: "execution", missing: "reasons" });
  if (!mayDecide(law, measure, actor.authority)) return notOurs(measure, actor);
  return ok({ type: "ExecutionReported", body: { ...ofMeasure(command), authority: measure.authority, outcome, doneOn, statement, ...(list === undefined ? {} : { list }) } });
}

function ofMeasure({ measure, file, listing, record }: OfMeasure): OfMeasure {
  return { measure, file, ...(listing === undefined ? {} : { listing }), ...(record === undefined ? {} : { record }) };
}

function unknownMeasure(measure: LawId, on: PlainDate): Result<never, Refusal> {
  return refuse("consequence-unknown", rule(24), `the law in use on ${on} knows no measure \`${measure}\`: only its measures can be decided`, { kind: "decided", measure, on });
}

function aheadOf(today: PlainDate, day: PlainDate, what: "the decision" | "the report"): Result<never, Refusal> {
  return refuse("days-out-of-order", rule(15), `${what} cannot be on ${day}, which lies ahead: record it on the day, ${today} at the latest`, { kind: "ahead", day, notAfter: today, what });
}

function notOurs(measure: Measure, { authority }: MeasureContext["actor"]): Result<never, Refusal> {
  return refuse("wrong-authority", rule(24), `\`${authority}\` may not decide \`${measure.id}\`: only \`${measure.authority}\` or an authority below it may`, { kind: "measure", authority, owner: measure.authority, measure: measure.id });
}

/** What is mandatory leaves nothing to decide; what may be applied may not be declined, and the other way round. */
function choiceFlaw(command: DecideMeasure, measure: Measure, decidedOn: PlainDate): Result<never, Refusal> | undefined {
  const force = valueOn(measure.force, decidedOn);
  const possible = force === "discretionary" ? "apply" : force === "mandatory-unless-declined" ? "decline" : undefined;
  if (possible !== command.choice) return refuse("outcome-not-in-law", measure.id, `the measure \`${measure.id}\` is ${force ?? "without force"} on ${decidedOn}: ${possible === undefined ? "there is nothing to decide" : `it can only be decided to ${possible} it`}`, { kind: "choice", choice: command.choice, measure: measure.id, on: decidedOn, ...(force === undefined ? {} : { force }), ...(possible === undefined ? {} : { may: possible }) });
  if (command.effect !== undefined && !measure.effects.includes(command.effect)) return refuse("outcome-not-in-law", measure.id, `the measure \`${measure.id}\` has no effect \`${command.effect}\`: it is one of ${measure.effects.map((effect) => `\`${effect}\``).join(", ")}`, { kind: "effect", effect: command.effect, measure: measure.id, effects: measure.effects });
  if (command.choice === "apply" && command.effect === undefined && measure.effects.length > 1) return refuse("statement-missing", measure.id, `the law leaves a choice of effects: state one of ${measure.effects.map((effect) => `\`${effect}\``).join(", ")}`, { kind: "effect", missing: "effect", effects: measure.effects });
  return undefined;
}
