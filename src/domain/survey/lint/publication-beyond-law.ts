// publication-beyond-law: a record or a listing that is shown longer than the law lets it be shown, or public for a time nobody states.
import { valueOn, type EndRule, type List, type RecordType } from "../../rules/index.ts";
import type { LawBook } from "../law-book.ts";
import { say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";
import { recordTypesThatWeigh } from "./retention-beyond-law.ts";

export const publicationBeyondLaw: LintRule = {
  names: say("Shown longer than the law allows", "公示超过法定期限"),
  why: say("What is public is copied and weighs long after it should; the limit is the only thing that ends it by itself.", "公示信息会被不断转载，期限是唯一能使其自行终止的规定。"),
  remedy: say("Shorten the publication to the limit, or name the statute that allows more.", "将公示缩短至限度以内，或者载明允许更长期限的法律。"),
  severities: ["error", "warning"],
  look: (book) => [...recordTypesThatWeigh(book).filter((type) => type.disclosure === "public").flatMap((type) => ofRecord(book, type)), ...book.all("list").filter((list) => list.colour === "black" && list.published).flatMap((list) => ofList(book, list))],
};

function ofRecord(book: LawBook, type: RecordType): readonly Found[] {
  const months = valueOn(type.publicationMonths, book.day);
  if (months === undefined) return [{ entry: type, severity: "warning", what: say(`On ${book.day} such a record is public, and nothing says for how long.`, `${book.day}当日，此类记录公开公示，但未载明期限。`) }];
  return against(book, type, months);
}

function ofList(book: LawBook, list: List): readonly Found[] {
  const end = valueOn(list.end, book.day);
  return end?.kind === "fixed" ? against(book, list, monthsOf(end)) : [];
}

function against(book: LawBook, entry: RecordType | List, months: number): readonly Found[] {
  const yardstick = book.yardstick("publication-beyond-law", entry);
  const most = yardstick?.standard.months;
  if (yardstick === undefined || most === undefined || months <= most) return [];
  return [{ entry, yardstick, what: say(`It is public for ${months} months; ${most} are allowed.`, `公示${months}个月；上限为${most}个月。`) }];
}

/** Days beyond whole months do not reach the next one. */
function monthsOf(end: Extract<EndRule, { readonly kind: "fixed" }>): number {
  return (end.years ?? 0) * 12 + (end.months ?? 0);
}
