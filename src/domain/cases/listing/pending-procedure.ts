// Pending procedures: by which steps a case goes on that was begun before its procedure changed. Read from the law's transitions;
// asked by listing-law.ts, which picks the procedure of every step.
import { covers, type PlainDate } from "../../terms/index.ts";
import { valueOn, type Procedure, type Step } from "../../rules/index.ts";
import { governingDay, type GoverningDays } from "../ends/governing-day.ts";
import type { LawBook } from "./listing-law.ts";
import { pendingUnder, precedenceOf, type Transition } from "../ends/precedence.ts";
import { deadline, workingCalendar } from "../clocks/working-days.ts";

export interface GoverningProcedure {
  readonly procedure: Procedure;
  readonly steps: readonly Step[];
}

/** The procedure a transition gives a case, or undefined: no transition is about it, and the anchor decides. */
export function procedureOfPending(law: LawBook, procedure: Procedure, days: GoverningDays): GoverningProcedure | undefined {
  const shelf = precedenceOf(law);
  if (!shelf.named.has(procedure.id)) return undefined;
  const begun = begunOn(procedure, days);
  const replaced = shelf.transitions.filter((entry) => entry.replacement === procedure.id && entry.old !== procedure.id && covers(entry, days.asked));
  for (const entry of replaced) {
    const old = law.get("procedure", entry.old);
    const started = old === undefined ? undefined : begunOn(old, days);
    if (old === undefined || started === undefined || !covers(old, started) || (procedure.from !== undefined && procedure.from <= started)) continue;
    return chosen(entry.pending, { procedure: old, steps: stepsOn(old, started) }, { procedure, steps: stepsOn(procedure, days.asked) }, started);
  }
  const pending = pendingUnder(law, procedure.id, days.asked);
  if (pending === undefined || begun === undefined || !covers(procedure, begun)) return undefined;
  return chosen(pending, { procedure, steps: stepsOn(procedure, begun) }, { procedure, steps: stepsOn(procedure, days.asked) }, begun);
}

/** A procedure that goes by the day asked about names no day on which a case begins: then it is the proposal's. */
function begunOn(procedure: Procedure, days: GoverningDays): PlainDate | undefined {
  return procedure.anchor === "dayAsked" ? days.appliedOn : governingDay(procedure.anchor, days);
}

function stepsOn(procedure: Procedure, day: PlainDate): readonly Step[] {
  return valueOn(procedure.steps, day) ?? [];
}

function chosen(pending: Transition["pending"], old: GoverningProcedure, replacement: GoverningProcedure, begun: PlainDate): GoverningProcedure {
  switch (pending) {
    case "old":
      return old;
    case "new":
      return replacement;
    case "milder":
      return timeToAnswer(replacement.steps, begun) > timeToAnswer(old.steps, begun) ? replacement : old;
  }
}

/** Of two procedures the milder gives more time to answer; counted by weekdays, so that days and working days can be compared. */
function timeToAnswer(steps: readonly Step[], from: PlainDate): string {
  const within = steps.find((step) => step.kind === "defence")?.within;
  return within === undefined ? "" : deadline(within, from, workingCalendar([])).day;
}
