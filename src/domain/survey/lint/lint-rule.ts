// LintRule: what a rule of the linter is, and what it finds. A rule looks at the law of one day and says what it sees, in both
// languages; how grave that is follows from the standard it is measured by (lint.ts).
import type { LawId, Names, Place } from "../../terms/index.ts";
import type { Entry, LintRuleId } from "../../rules/index.ts";
import type { LawBook } from "../law-book.ts";
import type { Yardstick } from "../yardstick.ts";

/** Error: breaks a standard in force on the day of the standards. Warning: what the sources criticise and nothing of that day forbade.
 * Note: for a reader to judge. */
export type Severity = "error" | "warning" | "note";
export const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

export interface LintRule {
  readonly names: Names;
  /** Why it matters, and what would mend it. */
  readonly why: Names;
  readonly remedy: Names;
  /** The severities its findings may have, gravest first. */
  readonly severities: readonly Severity[];
  readonly look: (book: LawBook) => readonly Found[];
}

export interface Found {
  readonly entry: Entry;
  readonly what: Names;
  /** Where the rule itself says how grave this is, whatever the standard. */
  readonly severity?: Severity;
  /** An item of the law that itself forbids it, instead of a standard. */
  readonly measuredBy?: LawId;
  /** The standard it was held against, where the rule has looked it up. */
  readonly yardstick?: Yardstick | undefined;
  readonly remedy?: Names;
  readonly figure?: number;
}

export interface LintFinding {
  readonly rule: LintRuleId;
  readonly severity: Severity;
  readonly entry: LawId;
  readonly at: Place;
  /** About a rule under people/, which no question about an organisation sees. */
  readonly people?: true;
  /** The standard in force it breaks. */
  readonly measuredBy?: LawId;
  readonly figure?: number;
  readonly what: Names;
  readonly why: Names;
  readonly remedy: Names;
}
