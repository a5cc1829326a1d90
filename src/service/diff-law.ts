// Diff law: what began, ended and changed in the law between two days. Reads the rulebook alone; `law diff` prints it.
import { err, ok, parsePlainDate, type PlainDate, type Result } from "../domain/terms/index.ts";
import { diffLaw, lawChangesBetween, lawTurningDays, type LawChange, type LawDiff } from "../domain/survey/index.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

export interface LawDiffRequest {
  readonly from: string;
  readonly to: string;
  /** Only this body of law. */
  readonly body?: string;
}

export function lawDiff({ rulebook }: Registry, { from, to, body }: LawDiffRequest): Result<LawDiff, Problem> {
  const [first, last] = [parsePlainDate(from), parsePlainDate(to)];
  if (!first.ok || !last.ok) return err(problem("day-invalid", !first.ok ? first.error : !last.ok ? last.error : "", "Give both days as YYYY-MM-DD."));
  if (last.value <= first.value) return err(problem("day-invalid", `\`${to}\` does not lie after \`${from}\``, "Give the earlier day first."));
  if (body !== undefined && !rulebook.bodies.includes(body)) return err(problem("input-invalid", `\`${body}\` is no body of law here`, `It may be ${rulebook.bodies.map((each) => `\`${each}\``).join(", ")}.`));
  return ok(diffLaw(rulebook, first.value, last.value, body === undefined ? {} : { body }));
}

/** What changed after one day, up to and on another: from one turning day to the next it is a feed. */
export function lawChanges({ rulebook }: Registry, after: PlainDate, until: PlainDate): readonly LawChange[] {
  return lawChangesBetween(rulebook, after, until);
}

/** Days on which the law changes, in order. */
export function turningDays({ rulebook }: Registry): readonly PlainDate[] {
  return lawTurningDays(rulebook);
}
