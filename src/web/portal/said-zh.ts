// What a Chinese page says of a refusal, a problem or a finding: the whole message in Chinese, put together from what the register says it is
// made of. The English page shows the register's own words.
import type { Finding, Problem } from "../../service/index.ts";
import { findingsZh, problemZh } from "./problems-zh.ts";
import { possibleZh, refusalZh } from "./refusals-zh.ts";
import type { SaidProblem, Saying } from "./saying.ts";

/** What a message is said from. `code`: of a refusal its own. */
export interface ToSay extends Pick<Problem, "refusal" | "facts"> {
  readonly code: string;
}

/** `possible`: what can be done instead, for pages that do not show it already. */
export function saidZh({ code, refusal, facts }: ToSay, say: Saying): (SaidProblem & { readonly possible: string }) | undefined {
  if (refusal !== undefined) return { message: refusalZh(refusal, say), remedy: "法规现在不允许这一步；依据如下。", possible: possibleZh(refusal, say) };
  const said = problemZh(code, facts, say);
  return said === undefined ? undefined : { ...said, possible: "" };
}

/** A finding at its place; one the desks never show: nothing. */
export function findingZh({ code, at, facts = {} }: Pick<Finding, "code" | "at" | "facts">): (SaidProblem & { readonly at: string }) | undefined {
  const said = findingsZh[code]?.(facts);
  return said === undefined ? undefined : { ...said, at: String(facts["fieldZh"] ?? at) };
}
