// Opening a case: an organisation objects, appeals, applies for repair or removal, commits itself or reports; an office opens what the law
// lets it begin. Which procedure governs and whether the way that is asked for is open come from the law.
import { ok, unreachable, type Err, type FileNumber, type LawId, type PlainDate, type Result } from "../../terms/index.ts";
import type { EventDraft } from "../../events/index.ts";
import type { Step } from "../../rules/index.ts";
import { exitsInLaw, exitsOfRecord, type ExitQuestion } from "../ends/exits-in-law.ts";
import { waysSaid, type ExitDay, type ListingFacts } from "../ends/end-of-listing.ts";
import type { GoverningDays } from "../ends/governing-day.ts";
import { citationOf, dayCheck, formalitiesOf, formalityCheck, statementCheck } from "../listing/step-checks.ts";
import { daysOf as daysOfListing } from "../listing/kept-listing.ts";
import { listingOnDay } from "../../register/index.ts";
import { deadline } from "../clocks/working-days.ts";
import { mayDecideInstance, ownsCase } from "../powers.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";
import { knownSteps } from "./known-steps.ts";
import { lapses } from "./progress.ts";
import { sameThing } from "./procedure-case.ts";
import { governingProcedure, speakingProcedures, type Application, type ApplicationPurpose, type GoverningSteps } from "./procedure-law.ts";
import { partyOf, type CaseThing, type OpenCase, type ProcedureContext } from "./procedure-commands.ts";
import { recordOfStep } from "./step-record.ts";

type Outcome = Result<readonly EventDraft[], Refusal>;
type Flaw = Err<Refusal> | undefined;

export function openCase(command: OpenCase, context: ProcedureContext): Outcome {
  const openedOn = command.openedOn ?? context.today;
  const { office, party } = context;
  const flaw = partyFlaw(command, context) ?? thingFlaw(command, context, openedOn) ?? runningFlaw(command, context);
  if (flaw !== undefined) return flaw;
  if (office === undefined) return refuse("not-ours", rule(34), "no office of this register decided this or handed it in: ask the body that published it, and have it corrected there", { kind: "nobody", about: command.about.kind });
  if (party.kind === "office" && !mayDecideInstance({ files: context.files, office: office.file }, 1, party.actor.office)) return refuse("wrong-authority", rule(35), `only the office that decides this (\`${office.file}\`) opens such a case: hand it over to it`, { kind: "opening", office: office.file, officeNames: office.names });
  const governing = chosenProcedure(command, context, openedOn);
  if (!governing.ok) return governing;
  const { procedure, steps } = governing.value;
  const step = firstStep(governing.value, context, openedOn);
  if (step === undefined) return refuse("step-unknown", procedure.id, `the procedure \`${procedure.id}\` is not begun by ${context.party.kind === "office" ? "an office" : "the organisation"}: ${steps[0] === undefined ? "it has no steps" : `it begins with \`${steps[0].id}\`, by the ${steps[0].by}`}`, { kind: "begin", procedure: procedure.id, by: context.party.kind, ...(steps[0] === undefined ? {} : { first: { id: steps[0].id, names: steps[0].names, by: steps[0].by } }) });
  const exit = wayAsked(command, context, openedOn);
  if (!exit.ok) return exit;
  const file = fileOf(command, context.thing);
  const record = recordOfStep({ matter: command.matter, file, record: command.record, step, on: openedOn, given: command.fields ?? {} }, context.law, undefined);
  if (!record.ok) return record;
  const actor = context.party.kind === "office" ? context.party.actor : undefined;
  return dutyFlaw(step, governing.value, context)
    ?? timeFlaw(step, governing.value, context, openedOn)
    ?? textFlaw(command, step, governing.value)
    ?? statementCheck({ procedure }, step, { facts: true, reasons: true }, command.statements)
    ?? (actor === undefined ? undefined : formalityCheck({ procedure }, step, command.legalReview === undefined ? {} : { legalReview: command.legalReview }, actor, openedOn))
    ?? ok([
      {
        type: "CaseOpened",
        body: {
          matter: command.matter, file, procedure: procedure.id, about: command.about, office: office.file, step: step.id, by: partyOf(context.party), openedOn, statement: command.statement,
          documents: command.documents ?? [], attachments: command.attachments ?? [],
          ...(exit.value === undefined ? {} : { exit: exit.value.exit }), ...(command.fields === undefined ? {} : { fields: command.fields }),
          ...(command.statements === undefined ? {} : { statements: command.statements }), ...(actor === undefined ? {} : { formalities: formalitiesOf(actor, command) }),
        },
      },
      ...record.value,
      ...apartMeanwhile(command, context.thing),
    ]);
}

/** "That is not us": two files are kept apart at once while it is looked into. */
function apartMeanwhile(command: OpenCase, thing: CaseThing): readonly EventDraft[] {
  return thing.kind === "join" && thing.joined ? [{ type: "FilesSeparated", body: { files: thing.files, reason: command.statement, matter: command.matter } }] : [];
}

function partyFlaw(command: OpenCase, { party, files, thing, today }: ProcedureContext): Flaw {
  if (party.kind === "organisation" && !ownsCase({ files }, party.files)) return refuse("wrong-party", rule(35), "an organisation acts on its own files alone, and this is another's: open the case from the desk of the organisation it is about", { kind: "otherOpening", file: command.file });
  const about = filesOf(thing);
  if (about.length > 0 && !ownsCase({ files }, about)) return refuse("wrong-party", rule(35), `what this case would be about is on another organisation's file (${about.map((file) => `\`${file}\``).join(", ")}): open the case for that organisation`, { kind: "otherThing", file: command.file, files: about });
  return dayCheck("the application", command.openedOn ?? today, decidedOn(thing), today);
}

/** The file the case lies on: that of what it is about, so that it stays with it where files that were joined are kept apart. */
function fileOf({ file }: OpenCase, thing: CaseThing): FileNumber {
  const files = filesOf(thing);
  return files.includes(file) ? file : (files[0] ?? file);
}

/** On whose files it is; of the organisation as such: whichever asks. */
function filesOf(thing: CaseThing): readonly FileNumber[] {
  switch (thing.kind) {
    case "organisation":
      return [];
    case "listing":
      return [thing.listing.file];
    case "record":
      return [thing.record.file];
    case "join":
      return thing.files;
    case "matter":
      return ["decided" in thing ? thing.decided.file : thing.earlier.file];
  }
}

/** Nothing is asked of a decision before it was made. */
function decidedOn(thing: CaseThing): PlainDate | undefined {
  if ("decided" in thing) return thing.decided.decision.decidedOn;
  return thing.kind === "matter" ? thing.endedOn : undefined;
}

/** What can be asked of which thing. */
const ASKED_OF = {
  objection: ["listing", "record", "join"], appeal: ["matter"], repair: ["listing", "record"], removal: ["listing", "record"],
  commitment: ["organisation"], "annual-report": ["organisation"], interview: ["organisation"],
} as const satisfies Record<ApplicationPurpose, readonly CaseThing["kind"][]>;

function thingFlaw(command: OpenCase, { thing }: ProcedureContext, openedOn: PlainDate): Flaw {
  const possible: readonly CaseThing["kind"][] = ASKED_OF[command.purpose];
  if (!possible.includes(thing.kind)) return refuse("wrong-party", rule(34), `\`${command.purpose}\` is not asked of a ${thing.kind}: it is about ${possible.join(", ")}`, { kind: "purpose", purpose: command.purpose, about: thing.kind, things: possible });
  switch (thing.kind) {
    case "organisation":
      return undefined;
    case "join":
      return thing.joined ? undefined : refuse("already-done", rule(34), "these two files are not taken for one organisation: nothing is left to object to", { kind: "notJoined" });
    case "record":
      if (thing.record.annulled) return refuse("already-done", rule(34), "this record has been annulled already: nothing is left to do", { kind: "recordAnnulled", record: thing.record.id });
      return thing.record.repair === undefined || command.purpose === "objection" ? undefined : refuse("already-done", rule(34), `this record was repaired on ${thing.record.repair.repairedOn}: nothing is left to do`, { kind: "recordRepaired", record: thing.record.id, on: thing.record.repair.repairedOn });
    case "listing":
      if (!("decided" in thing)) return refuse("not-ours", rule(34), "another body published this listing, and only that body can end it: write to it; if the listing is not about this organisation, object to the join instead", { kind: "asked", listing: thing.listing.id });
      if (listingOnDay(thing.listing, openedOn).state === "annulled") return refuse("already-done", rule(34), "this listing has been annulled already: nothing is left to do", { kind: "listingAnnulled", listing: thing.listing.id });
      return thing.decided.removal === undefined || command.purpose === "objection" ? undefined : refuse("already-done", rule(34), `this listing was removed on ${thing.decided.removal.removedOn}: nothing is left to do`, { kind: "listingRemoved", listing: thing.listing.id, on: thing.decided.removal.removedOn });
    case "matter":
      return appealFlaw(thing);
    default:
      return unreachable(thing);
  }
}

/** One appeals against what turned the organisation down, and stands. */
function appealFlaw(thing: Extract<CaseThing, { readonly kind: "matter" }>): Flaw {
  if ("decided" in thing) {
    if (thing.decided.decision.outcome === "noAction") return refuse("nothing-to-appeal", rule(36), "the decision took no action against the organisation: there is nothing to appeal against", { kind: "noAction", matter: thing.decided.matter });
    return thing.decided.removal?.retroactive === true ? refuse("already-done", rule(34), "the listing has been annulled already: nothing is left to do", { kind: "appealAnnulled", matter: thing.decided.matter }) : undefined;
  }
  if (thing.earlier.withdrawal !== undefined) return refuse("nothing-to-appeal", rule(36), "the case was withdrawn before it was decided: there is nothing to appeal against; it can be opened again", { kind: "withdrawn", matter: thing.earlier.matter });
  return thing.granted ? refuse("nothing-to-appeal", rule(36), "the decision gave the organisation what it asked for: there is nothing to appeal against", { kind: "granted", matter: thing.earlier.matter }) : undefined;
}

function runningFlaw(command: OpenCase, { running }: ProcedureContext): Flaw {
  const same = command.about.kind === "organisation" ? undefined : running.find((each) => sameThing(each.about, command.about));
  return same === undefined ? undefined : refuse("already-done", rule(34), `a case about this runs already (\`${same.matter}\`, since ${same.openedOn}): go on with it, or withdraw it first`, { kind: "runs", matter: same.matter, since: same.openedOn });
}

function chosenProcedure(command: OpenCase, context: ProcedureContext, openedOn: PlainDate): Result<GoverningSteps, Refusal> {
  const application = applicationOf(command, context, openedOn);
  if (command.procedure === undefined) return governingProcedure(context.law, application, { calendar: context.calendar, begins: (governing) => firstStep(governing, context, openedOn) !== undefined });
  const speaking = speakingProcedures(context.law, application);
  const named = speaking.find(({ procedure }) => procedure.id === command.procedure);
  if (named !== undefined) return ok(named);
  return refuse("no-procedure", command.procedure, `\`${command.procedure}\` does not speak for this: possible are ${speaking.map(({ procedure }) => `\`${procedure.id}\``).join(", ") || "none"}`, { kind: "doesNotSpeak", procedure: command.procedure, speaking: speaking.map(({ procedure }) => procedure.id) });
}

/** What of the law must be known of an application about this thing. */
export function applicationOf(command: Pick<OpenCase, "purpose">, { thing, office, regions }: Pick<ProcedureContext, "thing" | "office" | "regions">, on: PlainDate): Application {
  const of = lawOf(thing);
  // A listing is left by repair or by removal, whichever the law calls it.
  const purposes: readonly ApplicationPurpose[] = command.purpose === "repair" || command.purpose === "removal" ? ["repair", "removal"] : [command.purpose];
  return { purposes, regions, days: daysOf(thing, on), ...(of === undefined ? {} : { of }), ...(office === undefined ? {} : { authority: office.authority }) };
}

function lawOf(thing: CaseThing): LawId | undefined {
  switch (thing.kind) {
    case "listing":
      return thing.listing.list;
    case "record":
      return thing.record.type;
    case "matter":
      return "decided" in thing ? thing.decided.list : lawOf(thing.thing);
    case "organisation":
    case "join":
      return undefined;
  }
}

/** The days an application offers to the law's anchors. */
export function daysOf(thing: CaseThing, on: PlainDate): GoverningDays {
  if (thing.kind === "listing" && "decided" in thing) return { ...daysOfListing(thing.decided, on), appliedOn: on };
  if (thing.kind !== "record") return { appliedOn: on, decidedOn: on, effectiveFrom: on, asked: on };
  const { actedOn, decidedOn, publishedFrom } = thing.record;
  const effectiveFrom = decidedOn ?? actedOn ?? publishedFrom ?? on;
  return { appliedOn: on, decidedOn: decidedOn ?? effectiveFrom, effectiveFrom, asked: on, ...(actedOn === undefined ? {} : { actedOn }), publishedFrom: publishedFrom ?? effectiveFrom };
}

/** The step a case begins with: of those whoever asks may take first, one that has to be taken before an optional one, and one still in time before one that is too late. */
export function firstStep(governing: GoverningSteps, context: ProcedureContext, openedOn: PlainDate): Step | undefined {
  const known = knownSteps(governing, context.thing, openedOn);
  const begins = governing.steps.filter((step) => step.by === context.party.kind && !step.automatic && !known.has(step.id) && step.after.every((id) => known.has(id)));
  const inTime = begins.filter((step) => timeFlaw(step, governing, context, openedOn) === undefined);
  const choice = inTime.length > 0 ? inTime : begins;
  return choice.find((step) => !step.optional) ?? choice[0];
}

/** A yearly report is filed once; that it is missing is found once its time is over. */
function dutyFlaw(step: Step, { procedure }: GoverningSteps, { dues, party, files }: ProcedureContext): Flaw {
  const due = dues.find((each) => each.procedure === procedure.id);
  if (procedure.yearly === undefined || step.records === undefined) return undefined;
  if (due === undefined) return party.kind === "organisation" ? undefined : refuse("duty-not-missed", procedure.id, "this organisation owes no report for that year: there is nothing to find missing", { kind: "none", file: files[0] ?? "" });
  if (due.fulfilledOn !== undefined) return refuse("already-done", citationOf(procedure, step), `the report for ${due.year} was filed on ${due.fulfilledOn}: hand in a correction of it instead`, { kind: "reported", year: due.year, on: due.fulfilledOn });
  return party.kind === "organisation" || due.missed ? undefined : refuse("duty-not-missed", citationOf(procedure, due.step), `the report for ${due.year} can be filed until ${due.lastDay}: only after that day is it missing`, { kind: "runs", lastDay: due.lastDay, year: due.year });
}

/** An objection or appeal has its time; what is asked after it is too late. */
function timeFlaw(step: Step, governing: GoverningSteps, context: ProcedureContext, openedOn: PlainDate): Flaw {
  if (!lapses(step) || step.within === undefined) return undefined;
  const from = knownSteps(governing, context.thing, openedOn).get(step.within.from);
  if (from === undefined) return undefined;
  const due = deadline(step.within, from, context.calendar, context.suspensions ?? []);
  if (openedOn <= due.day) return undefined;
  return refuse("too-late", citationOf(governing.procedure, step), `\`${step.id}\` was possible until ${due.day}, and ${openedOn} is later: what was wrong from the beginning can still be annulled by the office that decided it, at any time; point it out to it`, { kind: "opening", lastDay: due.day, on: openedOn, step: step.id, names: step.names });
}

function textFlaw(command: OpenCase, step: Step, { procedure }: GoverningSteps): Flaw {
  if (command.statement.trim() !== "") return undefined;
  return refuse("statement-missing", citationOf(procedure, step), `\`${step.id}\` must say what is asked and why: the statement is empty`, { kind: "application", step: step.id, names: step.names, missing: "statement" });
}

/** Of an application for repair or removal: the way out of the law that is meant, if it is open by then. */
function wayAsked(command: OpenCase, context: ProcedureContext, openedOn: PlainDate): Result<ExitDay | undefined, Refusal> {
  if (command.purpose !== "repair" && command.purpose !== "removal") return ok(undefined);
  // What an office takes back by itself, because it should not be there, or begins on a court's word, needs no way out of the organisation's own.
  if (context.party.kind === "office" && command.exit === undefined) return ok(undefined);
  const ways = waysOutOf(context, openedOn);
  const named = ways.filter((way) => command.exit === undefined || way.exit === command.exit);
  const citation = lawOf(context.thing) ?? rule(37);
  const words = ways.map((way) => `\`${way.exit}\` (${way.act}${way.earliest === undefined ? "" : ` from ${way.earliest}`})`).join(", ");
  const [first] = named;
  if (first === undefined) return refuse("nothing-repairable", citation, `the law opens no such way out by the organisation's own act: possible are ${words === "" ? "none; it ends by itself, or by annulment where it was wrong" : words}`, { ways: waysSaid(ways), ...(command.exit === undefined ? {} : { exit: command.exit }) });
  const open = named.filter((way) => way.earliest === undefined || way.earliest <= openedOn);
  const [only, ...more] = open;
  if (only === undefined) return refuse("exit-not-open", citation, `the law opens this from ${named.map((way) => way.earliest ?? openedOn).sort()[0] ?? openedOn} on, not on ${openedOn}: come back then`, { kind: "application", earliest: named.map((way) => way.earliest ?? openedOn).sort()[0] ?? openedOn, on: openedOn });
  if (more.length > 0) return refuse("exit-not-named", citation, `the law knows several ways out: name one of ${open.map((way) => `\`${way.exit}\``).join(", ")}`, { ways: waysSaid(open) });
  return ok(only);
}

/** The ways out that open by an act of the organisation's own. */
export function waysOutOf(context: Pick<ProcedureContext, "law" | "calendar" | "suspensions" | "thing" | "holds">, on: PlainDate): readonly ExitDay[] {
  const { law, calendar, suspensions = [], thing, holds } = context;
  const question: ExitQuestion = { law, on, calendar, suspensions, ...(holds === undefined ? {} : { holds }) };
  const own = (ways: readonly ExitDay[]): readonly ExitDay[] => ways.filter((way) => way.act === "repair" || way.act === "performance" || way.act === "release");
  if (thing.kind === "record") return own(exitsOfRecord(question, thing.record.type, { end: { kind: "notStated" }, days: daysOf(thing, on) }));
  if (thing.kind !== "listing" || !("decided" in thing)) return [];
  const list = law.get("list", thing.listing.list);
  const facts: ListingFacts = { end: thing.decided.decision.end ?? { kind: "notStated" }, days: daysOf(thing, on) };
  return list === undefined ? [] : own(exitsInLaw(question, list, facts));
}
