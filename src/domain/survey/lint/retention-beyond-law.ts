// retention-beyond-law: a record that may be held against somebody and is kept longer than the law lets it be, or for a time nobody states.
import { valueOn, type RecordType } from "../../rules/index.ts";
import type { LawBook } from "../law-book.ts";
import { say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

/** Records of what somebody is or may do are kept as long as that is so; the others weigh against somebody. */
const NEUTRAL: readonly RecordType["about"][] = ["registration", "licence"];

export function recordTypesThatWeigh(book: LawBook): readonly RecordType[] {
  return book.all("record-type").filter((type) => !NEUTRAL.includes(type.about));
}

export const retentionBeyondLaw: LintRule = {
  names: say("Kept longer than the law allows", "留存超过法定期限"),
  why: say("A record that is never forgotten punishes for ever, whatever has been set right since.", "永不删除的记录等于永久惩戒，纠正与否并无分别。"),
  remedy: say("State how long the record is kept, within the limit, and let it be forgotten then.", "在限度内载明留存期限，期满即予删除。"),
  severities: ["error", "warning"],
  look: (book) => recordTypesThatWeigh(book).flatMap((type) => lookAt(book, type)),
};

function lookAt(book: LawBook, type: RecordType): readonly Found[] {
  const months = valueOn(type.retentionMonths, book.day);
  if (months === undefined) return [{ entry: type, severity: "warning", what: say(`On ${book.day} nothing says how long such a record is kept.`, `${book.day}当日，未载明此类记录的留存期限。`) }];
  const yardstick = book.yardstick("retention-beyond-law", type);
  const most = yardstick?.standard.months;
  if (yardstick === undefined || most === undefined || months <= most) return [];
  return [{ entry: type, yardstick, what: say(`Such a record is kept ${months} months; ${most} are allowed.`, `此类记录留存${months}个月；上限为${most}个月。`) }];
}
