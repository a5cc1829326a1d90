// no-notice: a black list whose members are told nothing before they are on it: its procedure has no step of notice that must come before
// the decision, or no procedure is known. The advertising firm of the sources learned of its listing when a ticket was refused.
import type { List } from "../../rules/index.ts";
import type { LawBook } from "../law-book.ts";
import { comesBeforeDecision, stepsOfList } from "../procedure-steps.ts";
import { say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

export const noNotice: LintRule = {
  names: say("No notice before the decision", "决定前无告知"),
  why: say("Whoever is not told cannot answer, and learns of a listing when a licence or a ticket is refused.", "未被告知者无从陈述申辩，往往在被拒发许可、拒售车票时才得知已被列入。"),
  remedy: say("Give the procedure a notice with facts, basis and consequences before its decision, and time to answer.", "在决定前设置告知步骤，载明事实、依据和后果，并给予陈述申辩时间。"),
  severities: ["error", "warning"],
  look: (book) => book.all("list").filter((list) => list.colour === "black").flatMap((list) => lookAt(book, list)),
};

function lookAt(book: LawBook, list: List): readonly Found[] {
  const steps = stepsOfList(book, list);
  if (steps !== undefined && comesBeforeDecision(steps, ["notice"], "taken")) return [];
  if (list.entailed !== undefined && steps === undefined) return [{ entry: list, what: say("The law itself makes the listing; nobody is told before it.", "由法律规定直接列入，事前不作告知。") }];
  if (steps === undefined) return [{ entry: list, what: say(`No procedure of listing is known on ${book.day}, and so no notice.`, `${book.day}当日未见列入程序，亦无告知。`) }];
  if (!steps.some((step) => step.kind === "decision")) return [{ entry: list, what: say(`Its procedure (${list.procedure ?? ""}) has no step of decision that a notice could precede.`, `其程序（${list.procedure ?? ""}）未规定决定步骤，告知无从先行。`) }];
  const optional = steps.some((step) => step.kind === "notice");
  return [{ entry: list, what: optional ? say(`Its procedure (${list.procedure ?? ""}) lets the decision be taken without the notice.`, `其程序（${list.procedure ?? ""}）允许未经告知即作出决定。`) : say(`Its procedure (${list.procedure ?? ""}) comes to a decision without a notice.`, `其程序（${list.procedure ?? ""}）未经告知即作出决定。`) }];
}
