// The steps of a list's procedure, looked at as a whole: which of them must have been taken before the decision, and what there is for
// whoever thinks it wrong.
import { valueOn, type List, type Step, type StepKind } from "../rules/index.ts";
import type { LawBook } from "./law-book.ts";

/** The steps in force of the procedure a list names; undefined where none is known that day. */
export function stepsOfList(book: LawBook, list: List): readonly Step[] | undefined {
  const procedure = list.procedure === undefined ? undefined : book.get("procedure", list.procedure);
  return procedure === undefined ? undefined : valueOn(procedure.steps, book.day);
}

/** Whether no decision can be taken before a step of one of these kinds: one that must be taken, or at least be offered. */
export function comesBeforeDecision(steps: readonly Step[], kinds: readonly StepKind[], how: "taken" | "offered"): boolean {
  const decisions = steps.filter((step) => step.kind === "decision");
  return decisions.length > 0 && decisions.every((decision) => before(steps, decision).some((step) => kinds.includes(step.kind) && (how === "offered" || !step.optional)));
}

/** What a step comes after: the steps it names and what those name; one that names none comes after all written before it. */
function before(steps: readonly Step[], step: Step): readonly Step[] {
  const found = new Set<Step>();
  const ask = (of: Step): void => {
    const named = of.after.length > 0 ? steps.filter((each) => of.after.includes(each.id)) : steps.slice(0, steps.indexOf(of));
    for (const each of named) {
      if (found.has(each)) continue;
      found.add(each);
      ask(each);
    }
  };
  ask(step);
  return [...found];
}
