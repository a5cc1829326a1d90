// Law findings: what the linter finds about one entry of the law, beside what lintLaw says of the whole; and what each of its rules is.
// Worked out once for a rulebook and a day by the survey, which keeps it.
import type { LawId, PlainDate } from "../domain/terms/index.ts";
import type { Entry } from "../domain/rules/index.ts";
import { lint, RULES, type LintFinding } from "../domain/survey/index.ts";
import type { Registry } from "./registry.ts";

/** Every rule of the linter by its id: its name, why it matters, what would mend what it finds. */
export const LINT_RULE_TEXTS = RULES;

/** Findings about an entry: its own, and of a memorandum those about its clauses. */
export function findingsAbout({ rulebook }: Pick<Registry, "rulebook">, entry: Entry, days: { readonly on: PlainDate; readonly standards?: PlainDate }): readonly LintFinding[] {
  const about = new Set<LawId>([entry.id, ...(entry.kind === "memorandum" ? entry.clauses : [])]);
  return lint(rulebook, days).filter((finding) => about.has(finding.entry));
}
