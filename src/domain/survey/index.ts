// The door of survey: the law read as a whole, before it is applied to anyone. The linter measures the law of a day by the standards of
// that day or another; the diff says what changed between two days; the cascade shows what one listing would release; mutation measures
// the worked examples.
export { CASCADE_DEPTH, cascadeOf, cascadeOfRecord, type Cascade, type CascadeListNode, type CascadeMeasureNode, type CascadeMemorandumNode, type CascadeNode, type CascadeRecordNode, type CascadeWhy } from "./cascade/cascade.ts";
export { cascadeRows, type CascadeCounts, type CascadeRow } from "./cascade/cascade-counts.ts";
export { concernsOf } from "./diff/concerns.ts";
export { diffLaw, type LawDiff, type LawDiffGroup } from "./diff/diff-law.ts";
export type { Concerns, LawChange } from "./diff/law-change.ts";
export { lawChangesBetween, lawTurningDays } from "./diff/law-changes.ts";
export { lookUpOf, type LawLookUp } from "./diff/look-up.ts";
export { lint, type LintOptions } from "./lint.ts";
export { SEVERITIES, type LintFinding, type LintRule, type Severity } from "./lint/lint-rule.ts";
export { RULES } from "./lint/rules.ts";
export { compareLint, countBySeverity, lintReport, type LintComparison, type LintReport, type LintSummary, type ReportOptions, type SeverityCounts } from "./lint-summary.ts";
export { openLawBook, type LawBook, type LawOfDay } from "./law-book.ts";
export { BY_LOADER, mutateLaw, type Mutant, type MutationOptions } from "./mutate.ts";
export { mutationReport, type MutationReport, type Tally } from "./mutate-report.ts";
export { distributionOf, type Bin, type Distribution, type ListPile, type PileOn } from "./pile.ts";
export type { Words } from "./say.ts";
export type { Yardstick } from "./yardstick.ts";
export { searchLaw, termsOf, type FoundText, type LawHit, type Mark, type SearchOptions } from "./search.ts";
export { ENTRY_ORDER, type SearchField, type SearchText } from "./search-texts.ts";
