// Remedies: what the organisation can ask for against what a case is about, under every procedure of the law that speaks for it, with its
// last day. Asked for letters and pages; whether it may be opened at that moment the decider says.
import type { PlainDate } from "../../terms/index.ts";
import type { Procedure, Step } from "../../rules/index.ts";
import { deadline, type DueDay } from "../clocks/working-days.ts";
import { knownSteps } from "./known-steps.ts";
import { applicationOf, firstStep } from "./open-case.ts";
import { lapses } from "./progress.ts";
import type { ProcedureContext } from "./procedure-commands.ts";
import { speakingProcedures, type ApplicationPurpose } from "./procedure-law.ts";

export interface Remedy {
  readonly purpose: ApplicationPurpose;
  readonly procedure: Procedure;
  /** The organisation's first step under it. */
  readonly step: Step;
  /** Whether an office answers it under the same procedure: a suit is answered elsewhere. */
  readonly answered: boolean;
  /** The last day to take it; absent: it has none, or its time has not begun. */
  readonly due?: DueDay;
}

/** In the order of the law; procedures that only an office begins are none. */
export function remediesOf(context: ProcedureContext, purpose: ApplicationPurpose, on: PlainDate): readonly Remedy[] {
  const { law, calendar, suspensions = [], thing } = context;
  return speakingProcedures(law, applicationOf({ purpose }, context, on)).flatMap((governing): readonly Remedy[] => {
    const { procedure } = governing;
    const step = firstStep(governing, context, on);
    if (step === undefined) return [];
    const from = step.within === undefined || !lapses(step) ? undefined : knownSteps(governing, thing, on).get(step.within.from);
    const answered = governing.steps.some((each) => each.by === "office" && each.after.includes(step.id));
    return [{ purpose, procedure, step, answered, ...(from === undefined || step.within === undefined ? {} : { due: deadline(step.within, from, calendar, suspensions) }) }];
  });
}
