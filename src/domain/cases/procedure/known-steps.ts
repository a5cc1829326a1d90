// Known steps: what of a procedure was done before a case under it began, and on which day: the steps that led to the listing it is about,
// the decision it appeals against, what the register opens by itself. Read from the law and the thing; asked by whoever reckons with steps.
import { addDays, plainDate, yearOf, type PlainDate } from "../../terms/index.ts";
import type { Step } from "../../rules/index.ts";
import type { Decided } from "../listing/case-state.ts";
import type { CaseThing } from "./procedure-commands.ts";
import type { GoverningSteps } from "./procedure-law.ts";

/** Days of steps that were taken before the case began: those of the listing it is about, the decision appealed against, the opening of what is owed every year. */
export function knownSteps({ procedure, steps, all }: Pick<GoverningSteps, "procedure" | "steps" | "all">, thing: CaseThing, openedOn: PlainDate): ReadonlyMap<string, PlainDate> {
  const beginning = steps.filter((step) => step.after.length === 0);
  if (thing.kind === "matter") {
    const known = "decided" in thing ? thing.decided.decision.decidedOn : thing.endedOn;
    return new Map(beginning.filter((step) => step.kind === "notification").map((step) => [step.id, known]));
  }
  // The register opens by itself what the law opens without anybody's act.
  const opened = procedure.yearly === undefined ? openedOn : yearlyDay(procedure.yearly.opens, openedOn);
  const automatic = beginning.filter((step) => step.automatic || (procedure.yearly !== undefined && step.by === "office")).map((step): readonly [string, PlainDate] => [step.id, opened]);
  return new Map([...automatic, ...("decided" in thing ? stepsOfListing(all.filter((step) => !steps.includes(step)), thing.decided) : [])]);
}

/** The day before the last such day of the year that is not after `on`: the day of an event is not counted, and the first open day is. */
function yearlyDay(opens: string, on: PlainDate): PlainDate {
  const year = yearOf(on);
  const that = plainDate(`${year}-${opens}`);
  return addDays(that <= on ? that : plainDate(`${year - 1}-${opens}`), -1);
}

/** The steps of the listing's own procedure that led to it; what comes after the decision without a day on record was done with its effect. */
function stepsOfListing(before: readonly Step[], { proposal, notice, service, decision }: Decided): readonly (readonly [string, PlainDate])[] {
  const days = new Map<Step["kind"], PlainDate | undefined>([
    ["proposal", proposal.proposedOn], ["notice", notice.issuedOn], ["service", service.servedOn], ["decision", decision.decidedOn], ["publication", decision.publishedFrom],
  ]);
  return before.flatMap((step, index): readonly (readonly [string, PlainDate])[] => {
    const first = before.findIndex((each) => each.kind === step.kind) === index;
    const day = first ? days.get(step.kind) : step.kind === "service" ? (decision.effectiveFrom ?? decision.decidedOn) : undefined;
    return day === undefined ? [] : [[step.id, day]];
  });
}
