// Questions of worked examples about time: the last day of a procedure's step, repair, publication and retention, working days.
import { addMonths, type PlainDate } from "../terms/index.ts";
import { evaluateCriterion, valueOn, type ExampleQuestion, type Rulebook } from "../rules/index.ts";
import { addWorkingDays, clockSuspensions, deadline, workingCalendar, type Suspension, type WorkingCalendar } from "../cases/index.ts";
import type { Scene } from "./facts.ts";
import { Differences } from "./run-example-differences.ts";
import type { ExampleRoom } from "./run-example.ts";
import { criteriaContext } from "./triggers.ts";

type Of<K extends ExampleQuestion["kind"]> = Extract<ExampleQuestion, { readonly kind: K }>;

const calendars = new WeakMap<readonly unknown[], WorkingCalendar>();

/** All published years, as every clock of the register is counted. */
export function calendarOf(rulebook: Rulebook): WorkingCalendar {
  const entries = rulebook.all("calendar");
  const calendar = calendars.get(entries) ?? workingCalendar(entries);
  calendars.set(entries, calendar);
  return calendar;
}

/** The steps in the version of the day asked; the clock stands still where the law of that day stops it. */
export function askStep(room: ExampleRoom, scene: Scene, question: Of<"step">): readonly string[] {
  const procedure = scene.statute.get("procedure", question.procedure);
  const steps = procedure === undefined ? undefined : valueOn(procedure.steps, question.on);
  if (procedure === undefined || steps === undefined) return [`${question.procedure} is not in force on ${question.on}`];
  const step = steps.find((each) => each.id === question.step);
  if (step === undefined) return [`there is no step \`${question.step}\` on ${question.on}, but ${steps.map((each) => each.id).join(", ")}`];
  const due = step.within === undefined || question.since === undefined ? undefined : deadline(step.within, question.since, calendarOf(room.rulebook), suspensionsOf(room, scene, question)).day;
  return new Differences()
    .compare("last day", question.due, due)
    .compare("officers", question.officers, step.officers)
    .compare("consent of the superior office", question.superiorConsent, step.superiorConsent)
    .compare("legal review", question.legalReview, step.legalReview)
    .found;
}

function suspensionsOf({ organisation, rulebook }: ExampleRoom, scene: Scene, { procedure, since, on }: Of<"step">): readonly Suspension[] {
  const lists = rulebook.all("list").filter((list) => list.procedure === procedure).map((list) => list.id);
  const { region } = organisation.attributes;
  return clockSuspensions(rulebook, {
    of: [procedure, ...lists], today: since !== undefined && since > on ? since : on, regions: region === undefined ? [] : withWider(rulebook, region),
    holds: (condition) => evaluateCriterion(condition, criteriaContext(scene, organisation, {})).truth,
  });
}

/** The region and those above it. */
function withWider(rulebook: Rulebook, region: string): readonly string[] {
  const chain: string[] = [];
  for (let next: string | undefined = region; next !== undefined && !chain.includes(next); ) {
    chain.push(next);
    next = rulebook.all("term").find((term) => term.taxonomy === "region" && term.value === chain.at(-1))?.parent;
  }
  return chain;
}

export function askRepair({ rulebook }: ExampleRoom, question: Of<"repair">): readonly string[] {
  const { since, on } = question;
  const repair = rulebook.on(on).get("repair", question.repair);
  if (repair === undefined) return [`${question.repair} is not in force on ${on}`];
  const tier = repair.tiers.find((each) => each.id === question.tier);
  if (tier === undefined) return [`there is no tier \`${question.tier}\`, but ${repair.tiers.map((each) => each.id).join(", ")}`];
  return new Differences()
    .compare("repair open from", question.earliest, monthsAfter(since, tier.minimumMonths))
    .compare("ends by itself on", question.latest, monthsAfter(since, tier.maximumMonths))
    .compare("decided by", question.decideBy, repair.decideWithin === undefined ? undefined : deadline(repair.decideWithin, on, calendarOf(rulebook)).day)
    .found;
}

export function askRecordType({ rulebook }: ExampleRoom, question: Of<"recordType">): readonly string[] {
  const { since, on } = question;
  const type = rulebook.on(on).get("record-type", question.recordType);
  if (type === undefined) return [`${question.recordType} is not in force on ${on}`];
  return new Differences()
    .compare("published until", question.publishedUntil, monthsAfter(since, valueOn(type.publicationMonths, on)))
    .compare("forgotten from", question.forgottenFrom, monthsAfter(since, valueOn(type.retentionMonths, on)))
    .found;
}

function monthsAfter(day: PlainDate, months: number | undefined): PlainDate | undefined {
  return months === undefined ? undefined : addMonths(day, months);
}

export function askWorkingDays({ rulebook }: ExampleRoom, { workingDays, since, due, provisional }: Of<"workingDays">): readonly string[] {
  const counted = addWorkingDays(calendarOf(rulebook), since, workingDays);
  return new Differences().compare("last day", due, counted.day).compare("provisional", provisional, counted.provisional).found;
}
