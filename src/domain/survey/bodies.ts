// Bodies of law: which of them binds an entry. A body is bound by its own law and by that of every body it extends.
import { bodyOf, type LawId } from "../terms/index.ts";
import type { Rulebook } from "../rules/index.ts";

/** Whether an entry of `body` is bound by the law of `other`: its own body, and those it extends. */
export function isBoundBy(rulebook: Rulebook, body: string, other: string): boolean {
  const seen = new Set<string>();
  for (let next: string | undefined = body; next !== undefined && !seen.has(next); next = rulebook.bodyFacts.get(next)?.extends) {
    if (next === other) return true;
    seen.add(next);
  }
  return false;
}

/** Whether an entry stands in the body's own law; without a body, always. */
export function isOfBody(id: LawId, body: string | undefined): boolean {
  return body === undefined || bodyOf(id) === body;
}
