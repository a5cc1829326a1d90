// Refusals of this room: every code, and the one way to make one. Each cites a step of the law's procedure (`cn:…#notice`), an
// entry of the law, or a rule of SPEC.md, and its message says what is possible instead.
import { err, type Err } from "../terms/index.ts";
import type { RefusalFacts } from "./refusal-facts.ts";

export const CASE_REFUSALS = [
  "list-unknown", "list-not-in-force", "list-not-kept", "no-procedure", "procedure-incomplete", "no-basis", "no-end", "no-exit", "day-of-act-unknown",
  "wrong-authority", "other-matter", "step-skipped", "already-done", "case-closed", "answer-window-open", "answer-time-too-short",
  "too-few-officers", "officer-recused", "hearing-open", "no-hearing", "consent-missing", "consent-refused", "consent-not-asked", "review-missing", "statement-missing", "consequence-unknown", "days-out-of-order", "criteria-not-met", "no-substitute",
  "outcome-not-in-law", "list-not-published", "region-outside-list", "exit-not-in-law", "exit-not-named", "exit-not-open", "not-retroactive", "not-ours", "too-late", "wrong-party", "nothing-to-appeal", "step-unknown", "duty-not-missed", "outcome-missing", "no-stay", "stay-running", "nothing-repairable", "field-unknown", "case-not-complete", "history-broken",
] as const;

export type CaseRefusalCode = (typeof CASE_REFUSALS)[number];

/** The law (or the line of design) does not allow this act now. */
export type Refusal<C extends CaseRefusalCode = CaseRefusalCode> = { readonly [K in C]: {
  readonly code: K;
  /** Id of the rule in `law/`, or of the rule of a SPEC.md, that refuses. */
  readonly citation: string;
  readonly message: string;
  readonly facts: RefusalFacts[K];
} }[C];

export function refuse<C extends CaseRefusalCode>(code: C, citation: string, message: string, facts: RefusalFacts[C]): Err<{ readonly code: C; readonly citation: string; readonly message: string; readonly facts: RefusalFacts[C] }> {
  return err({ code, citation, message, facts });
}

/** How a rule of this room's SPEC.md is cited. */
export function rule(number: number): string {
  return `cases R${number}`;
}
