// pile-on: a list of which one listing releases more than almost any other: beyond the ninetieth percentile of its body's lists, or by
// more authorities than anybody can answer at once. The figures of all lists stand in the report's summary (../lint-summary.ts).
import type { LawBook } from "../law-book.ts";
import { pileOnOf, type ListPile } from "../pile.ts";
import { say } from "../say.ts";
import type { LintRule } from "./lint-rule.ts";

/** A listing with which so many authorities act is a pile-on wherever it stands. Ours: no source gives a number. */
const AUTHORITIES_MANY = 10;

export const pileOn: LintRule = {
  names: say("Pile-on", "惩戒叠加"),
  why: say("One listing sets off dozens of measures at once, each small to the authority that takes it; nobody looks at their sum.", "一次列入同时触发数十项措施，各机关只见自己的一项，总和无人衡量。"),
  remedy: say("Keep the measures that answer the conduct, and let each further list need a basis of its own.", "保留与失信行为相应的措施，其他名单的联动须另有依据。"),
  severities: ["error", "warning"],
  look: (book: LawBook) => pileOnOf(book).flatMap(({ piles, distribution }) => piles.filter((pile) => pile.counts.measures > distribution.p90 || pile.counts.authorities > AUTHORITIES_MANY).map((pile) => ({
    entry: pile.list, figure: pile.counts.measures,
    what: say(
      `One listing on ${book.day} releases ${pile.counts.measures} measures by ${pile.counts.authorities} authorities${chain(pile).en}; nine lists of ten release ${distribution.p90} at most.`,
      `${book.day}当日一次列入触发${pile.counts.authorities}个机关的${pile.counts.measures}项措施${chain(pile).zh}；九成名单不超过${distribution.p90}项。`,
    ),
  }))),
};

function chain({ counts }: ListPile): ReturnType<typeof say> {
  return counts.lists === 0 ? say("", "") : say(` and puts on ${counts.lists} more ${counts.lists === 1 ? "list" : "lists"}`, `，并连带列入${counts.lists}份名单`);
}
