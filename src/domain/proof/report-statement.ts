// Statement: the one sentence of a report that stands for a stack of certificates of no violation. It counts what was handed in, says how much
// nobody handed in, and never lets the second pass for the first.
import type { ReportKind, ReportList, ReportStatement } from "./report.ts";

/** Records about these speak against an organisation. A judgment may be for it or against it, a grade is no violation. */
const AGAINST: readonly string[] = ["penalty", "debt"];
/** Without any record of these a register knows nothing of violations. */
const NEEDED = "penalty";
const ADVERSE: readonly string[] = ["black", "warning"];

/** Whether a kind of record speaks of violations. */
function isAdverseKind({ about }: Pick<ReportKind, "about">): boolean {
  return AGAINST.includes(about);
}

/** Whether standing on a list speaks against an organisation. */
function isAdverseList({ colour }: Pick<ReportList, "colour">): boolean {
  return ADVERSE.includes(colour);
}

/** What the kinds and lists of a report come to. A list that is older than the law lets it be is not known. */
export function statementOf(kinds: readonly Pick<ReportKind, "about" | "count">[], lists: readonly Pick<ReportList, "colour" | "count" | "stale">[]): ReportStatement {
  const [against, adverse] = [kinds.filter(isAdverseKind), lists.filter(isAdverseList)];
  const [knownKinds, knownLists] = [against.filter(({ count }) => count !== null), adverse.filter(({ count, stale }) => count !== null && !stale)];
  const records = sum(against.map(({ count }) => count ?? 0));
  const listings = sum(adverse.map(({ count }) => count ?? 0));
  const enough = knownKinds.some(({ about }) => about === NEEDED);
  return {
    finding: records + listings > 0 ? "some" : enough ? "none" : "unknown", records, listings,
    kinds: { known: knownKinds.length, unknown: against.length - knownKinds.length }, lists: { known: knownLists.length, unknown: adverse.length - knownLists.length },
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
