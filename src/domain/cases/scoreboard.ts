// Scoreboard: how authorities keep the law's time and how often their decisions stand. Adds up the facts of scoreboard-facts.ts; counts and
// working days alone come out, nothing of whom they concern. Given to the public page and the API.
import type { MeasuredStep, ScoreFact, Timeliness } from "./scoreboard-facts.ts";

export interface Counted {
  /** The law states a time: all of these, late and missing ones among them. */
  readonly timed: number;
  readonly late: number;
  readonly missing: number;
  /** The law states none. */
  readonly noTime: number;
}

export interface HandledCases {
  readonly opened: number;
  readonly open: number;
  /** Answered after the law's time, or not answered though it is over. */
  readonly late: number;
  readonly noTime: number;
  /** Working days to the answer; null where none has been answered. Of an even number of cases the median is the greater of the two in the middle. */
  readonly medianDays: number | null;
  readonly longestDays: number | null;
}

export interface Figures {
  readonly steps: Readonly<Record<MeasuredStep, Counted>>;
  readonly decisions: { readonly made: number; readonly reversed: number };
  readonly objections: HandledCases;
  readonly repairs: HandledCases;
  readonly appeals: HandledCases;
}

export const MEASURED_STEPS = ["notice", "service", "decision", "listingPublication", "recordPublication"] as const satisfies readonly MeasuredStep[];

/** The figures of some facts, of one office or of several together. */
export function figuresOf(facts: readonly ScoreFact[]): Figures {
  const steps = facts.filter((fact) => fact.kind === "step");
  const decided = facts.filter((fact) => fact.kind === "decided");
  const counted = (step: MeasuredStep): Counted => countedOf(steps.filter((fact) => fact.step === step).map(({ timeliness }) => timeliness));
  return {
    steps: { notice: counted("notice"), service: counted("service"), decision: counted("decision"), listingPublication: counted("listingPublication"), recordPublication: counted("recordPublication") },
    decisions: { made: decided.length, reversed: decided.filter(({ reversed }) => reversed).length },
    objections: handledOf(facts, "objection"), repairs: handledOf(facts, "repair"), appeals: handledOf(facts, "appeal"),
  };
}

function countedOf(all: readonly Timeliness[]): Counted {
  const of = (timeliness: Timeliness): number => all.filter((each) => each === timeliness).length;
  return { timed: all.length - of("noTime"), late: of("late"), missing: of("missing"), noTime: of("noTime") };
}

function handledOf(facts: readonly ScoreFact[], what: "objection" | "repair" | "appeal"): HandledCases {
  const own = facts.filter((fact) => fact.kind === "handled").filter((fact) => fact.what === what);
  const days = own.flatMap((fact) => fact.days ?? []).toSorted((a, b) => a - b);
  return {
    opened: own.length,
    open: own.filter(({ timeliness, days: taken }) => taken === null && timeliness !== "withdrawn").length,
    late: own.filter(({ timeliness }) => timeliness === "late" || timeliness === "missing").length,
    noTime: own.filter(({ timeliness }) => timeliness === "noTime").length,
    medianDays: days[Math.floor(days.length / 2)] ?? null,
    longestDays: days.at(-1) ?? null,
  };
}
