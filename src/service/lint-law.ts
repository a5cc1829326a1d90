// Lint law: the law of a day as the linter sees it, by the standards of that day or another; and several days side by side. Reads the
// rulebook alone; `law lint` prints it.
import { err, ok, parsePlainDate, type PlainDate, type Result } from "../domain/terms/index.ts";
import { LINT_RULES, type LintRuleId } from "../domain/rules/index.ts";
import { compareLint, lintReport, type LintComparison, type LintReport } from "../domain/survey/index.ts";
import { sarifOf } from "../outgoing/index.ts";
import { problem, type Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";

export interface LintRequest {
  /** The day of the statute book; default today. */
  readonly on?: string;
  /** The day of the standards; default the same. */
  readonly standards?: string;
  /** Only this body of law. */
  readonly body?: string;
  readonly rule?: string;
}

export function lintLaw(registry: Registry, request: LintRequest): Result<LintReport, Problem> {
  const scope = scopeOf(registry, request);
  if (!scope.ok) return scope;
  const on = request.on === undefined ? ok(today(registry, request.body)) : parsePlainDate(request.on);
  if (!on.ok) return err(problem("day-invalid", on.error, "Give the day of the statute book as YYYY-MM-DD."));
  const standards = request.standards === undefined ? on : parsePlainDate(request.standards);
  if (!standards.ok) return err(problem("day-invalid", standards.error, "Give the day of the standards as YYYY-MM-DD."));
  return ok(lintReport(registry.rulebook, { on: on.value, standards: standards.value, ...scope.value }));
}

/** Each day by its own standards and by those of the last. Without days: the regimes of the body of law. */
export function compareLaw(registry: Registry, request: Omit<LintRequest, "on" | "standards"> & { readonly days: readonly string[] }): Result<LintComparison, Problem> {
  const scope = scopeOf(registry, request);
  if (!scope.ok) return scope;
  const days: PlainDate[] = [];
  for (const text of request.days) {
    const day = parsePlainDate(text);
    if (!day.ok) return err(problem("day-invalid", day.error, "Give the days as YYYY-MM-DD, with commas between."));
    days.push(day.value);
  }
  const regimes = [...registry.rulebook.bodyFacts.values()].find((facts) => (request.body === undefined ? facts.regimes.length > 0 : facts.body === request.body))?.regimes ?? [];
  const comparison = compareLint(registry.rulebook, days.length > 0 ? days : regimes.map((regime) => regime.law), scope.value);
  return comparison === undefined ? err(problem("input-invalid", "there is no day to compare: the body of law names no regimes", "Give the days, such as `--compare 2016-05-30,2026-04-01`.")) : ok(comparison);
}

/** The report as SARIF, placed in the folder the law files lie in. */
export function sarifOfReport(report: LintReport): object {
  return sarifOf(report, { folder: "law", helpPage: "docs/reference/lint-rules.md" });
}

function scopeOf(registry: Registry, { body, rule }: LintRequest): Result<{ readonly body?: string; readonly rule?: LintRuleId }, Problem> {
  if (body !== undefined && !registry.rulebook.bodies.includes(body)) return err(problem("input-invalid", `\`${body}\` is no body of law here`, `It may be ${registry.rulebook.bodies.map((each) => `\`${each}\``).join(", ")}.`));
  const known = LINT_RULES.find((each) => each === rule);
  if (rule !== undefined && known === undefined) return err(problem("input-invalid", `\`${rule}\` is no rule of the linter`, `It may be ${LINT_RULES.map((each) => `\`${each}\``).join(", ")}.`));
  return ok({ ...(body === undefined ? {} : { body }), ...(known === undefined ? {} : { rule: known }) });
}
