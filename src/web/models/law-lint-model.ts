// Findings of the linter to pages: those about one entry, where it is shown, and the survey of a whole day's law.
import type { LintComparison, LintFinding, LintSummary } from "../../domain/survey/index.ts";
import type { PlainDate } from "../../domain/terms/index.ts";
import type { Entry, Rulebook } from "../../domain/rules/index.ts";
import { compareLaw, findingsAbout, LINT_RULE_TEXTS, type Registry, type Result, type Problem } from "../../service/index.ts";
import type { LawFilterView, LawLintModel, LintFindingView, LintRegimeView, LintRuleView, LintView, Names, PileView, Severity } from "../portal/index.ts";
import { bodyOf } from "./frame.ts";

/** What the linter finds about an entry in the law of a day, by that day's standards. */
export function lintView(registry: Registry, entry: Entry, law: PlainDate): LintView {
  return { on: law, standards: law, findings: findingsAbout(registry, entry, { on: law, standards: law }).map(findingView) };
}

export function findingView({ rule, severity, entry, at, people, measuredBy, what, why, remedy }: LintFinding): LintFindingView {
  return { rule, names: LINT_RULE_TEXTS[rule].names, severity, entry, at, what, why, remedy, ...(people === true ? { people } : {}), ...(measuredBy === undefined ? {} : { measuredBy }) };
}

export const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

export function severityCounts(findings: readonly Pick<LintFinding, "severity">[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), note: count("note") };
}

/** Every rule, with how often it found something among these. */
export function ruleViews(findings: readonly LintFinding[]): readonly LintRuleView[] {
  const byRule = Map.groupBy(findings, (finding) => finding.rule);
  return Object.entries(LINT_RULE_TEXTS).map(([id, { names, why, remedy }]) => {
    const rule = id as LintFinding["rule"];
    return { rule, names, why, remedy, counts: severityCounts(byRule.get(rule) ?? []) };
  });
}

const comparisonsKept = new WeakMap<Rulebook, Result<LintComparison, Problem>>();

/** Each regime by its own standards and by those of the last; worked out once a rulebook. */
export function regimeViews(registry: Registry): readonly LintRegimeView[] {
  const compared = comparisonsKept.get(registry.rulebook) ?? compareLaw(registry, { days: [] });
  comparisonsKept.set(registry.rulebook, compared);
  if (!compared.ok) return [];
  const labels = new Map([...registry.rulebook.bodyFacts.values()].flatMap((facts) => facts.regimes).map((regime) => [regime.law, regime.names]));
  return compared.value.days.map(({ on, own, later }) => ({ label: labels.get(on) ?? { en: on }, on, lists: own.surveyed.lists, burdens: own.surveyed.burdens, own: own.counts, later: later.counts, ...spreadOf(own) }));
}

function spreadOf({ pileOn }: LintSummary): Pick<LintRegimeView, "median" | "p90" | "max"> {
  const [most] = pileOn.toSorted((a, b) => b.distribution.lists - a.distribution.lists);
  return most === undefined ? {} : { median: most.distribution.median, p90: most.distribution.p90, max: most.distribution.max };
}

const PILES_SHOWN = 12;

export function pileViews(registry: Registry, { pileOn }: LintSummary, bodies: ReadonlySet<string>): readonly PileView[] {
  return pileOn.filter(({ body }) => bodies.has(body)).map(({ body, distribution, lists }) => ({
    body: bodyNames(registry, body), lists: distribution.lists, median: distribution.median, p90: distribution.p90, max: distribution.max, histogram: distribution.histogram,
    most: lists.slice(0, PILES_SHOWN).filter(({ counts }) => counts.measures > 0).map(({ list, counts }) => ({ list, measures: counts.measures, mandatory: counts.mandatory, authorities: counts.authorities })),
  }));
}

export function bodyNames(registry: Registry, body: string): Names {
  return registry.rulebook.bodyFacts.get(body)?.names ?? { en: body };
}

/** Choices of the form on the page of findings: severity, body of law; the rule stands in the table. */
export function lintFilters(registry: Registry, findings: readonly LintFinding[], chosen: Readonly<Record<string, string>>, bodies: ReadonlySet<string>): readonly LawFilterView[] {
  const counts = severityCounts(findings);
  const rules = ruleViews(findings).filter((rule) => SEVERITIES.some((severity) => rule.counts[severity] > 0));
  return [
    { name: "rule", chosen: chosen["rule"] ?? "", choices: rules.map(({ rule, names, counts: each }) => ({ value: rule, names, count: each.error + each.warning + each.note })) },
    { name: "severity", chosen: chosen["severity"] ?? "", choices: SEVERITIES.map((value) => ({ value, count: counts[value] })) },
    ...(bodies.size < 2 ? [] : [{ name: "body", chosen: chosen["body"] ?? "", choices: [...bodies].map((value) => ({ value, names: bodyNames(registry, value), count: findings.filter((finding) => bodyOf(finding.entry) === value).length })) }]),
  ];
}

export type LintPresets = LawLintModel["presets"];
