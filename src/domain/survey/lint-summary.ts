// The summary of a survey: how much law was looked at, how many findings of each rule and severity, and how the measures one listing
// releases are spread over all lists. Shown by `law lint`, the law's pages and the comparison of days.
import type { LawId, Names, PlainDate } from "../terms/index.ts";
import { LINT_RULES, type Entry, type LintRuleId, type Rulebook } from "../rules/index.ts";
import { isOfBody } from "./bodies.ts";
import type { CascadeCounts } from "./cascade/cascade-counts.ts";
import { lint, surveyed, type LintOptions } from "./lint.ts";
import type { LintFinding, Severity } from "./lint/lint-rule.ts";
import { RULES } from "./lint/rules.ts";
import { isBurden } from "./ground.ts";
import { wholeLaw } from "./law-book.ts";
import { pileOnOf, type Distribution } from "./pile.ts";

export type SeverityCounts = Readonly<Record<Severity, number>>;

export interface LintReport {
  readonly on: PlainDate;
  readonly standards: PlainDate;
  readonly rulebook: string;
  readonly body?: string;
  readonly summary: LintSummary;
  readonly findings: readonly LintFinding[];
}

export interface LintSummary {
  /** What was looked at. */
  readonly surveyed: { readonly entries: number; readonly lists: number; readonly blackLists: number; readonly burdens: number; readonly memoranda: number; readonly recordTypes: number; readonly aboutPersons: number };
  readonly counts: SeverityCounts;
  readonly rules: readonly { readonly rule: LintRuleId; readonly names: Names; readonly counts: SeverityCounts }[];
  /** For each body of law: what one listing releases, list by list, most first, and how that is spread. */
  readonly pileOn: readonly { readonly body: string; readonly distribution: Distribution; readonly lists: readonly { readonly list: LawId; readonly counts: CascadeCounts }[] }[];
}

export interface ReportOptions extends LintOptions {
  /** Only this body of law. */
  readonly body?: string;
  /** Only findings of this rule. */
  readonly rule?: LintRuleId;
}

export function lintReport(rulebook: Rulebook, { on, standards = on, body, rule }: ReportOptions): LintReport {
  const { book } = surveyed(rulebook, { on, standards });
  const findings = lint(rulebook, { on, standards }).filter((finding) => (rule === undefined || finding.rule === rule) && isOfBody(finding.entry, body));
  const ofBody = <E extends Entry>(entries: readonly E[]): readonly E[] => entries.filter((entry) => isOfBody(entry.id, body));
  const [lists, burdens] = [ofBody(book.all("list")), ofBody(book.all("measure")).filter(isBurden)];
  const inForce = wholeLaw(rulebook).entries.filter((entry) => isOfBody(entry.id, body) && book.find(entry.id) !== undefined);
  return {
    on, standards, rulebook: rulebook.hash, ...(body === undefined ? {} : { body }), findings,
    summary: {
      surveyed: {
        entries: inForce.length, lists: lists.length, blackLists: lists.filter((list) => list.colour === "black").length, burdens: burdens.length,
        memoranda: ofBody(book.all("memorandum")).length, recordTypes: ofBody(book.all("record-type")).length,
        aboutPersons: inForce.filter((entry) => book.isAboutPersons(entry.id)).length,
      },
      counts: countBySeverity(findings),
      rules: LINT_RULES.filter((id) => rule === undefined || id === rule).map((id) => ({ rule: id, names: RULES[id].names, counts: countBySeverity(findings.filter((finding) => finding.rule === id)) })),
      pileOn: pileOnOf(book).filter((each) => body === undefined || each.body === body).map((each) => ({
        body: each.body, distribution: each.distribution,
        lists: each.piles.map(({ list, counts }) => ({ list: list.id, counts })).toSorted((a, b) => b.counts.measures - a.counts.measures || (a.list < b.list ? -1 : 1)),
      })),
    },
  };
}

export function countBySeverity(findings: readonly LintFinding[]): SeverityCounts {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), note: count("note") };
}

/** The law of several days, each by its own standards and by those of the last: the reform in numbers. */
export interface LintComparison {
  readonly standards: PlainDate;
  readonly days: readonly { readonly on: PlainDate; readonly own: LintSummary; readonly later: LintSummary }[];
}

export function compareLint(rulebook: Rulebook, days: readonly PlainDate[], options: Pick<ReportOptions, "body" | "rule"> = {}): LintComparison | undefined {
  const standards = days.at(-1);
  if (standards === undefined) return undefined;
  return { standards, days: days.map((on) => ({ on, own: lintReport(rulebook, { ...options, on }).summary, later: lintReport(rulebook, { ...options, on, standards }).summary })) };
}
