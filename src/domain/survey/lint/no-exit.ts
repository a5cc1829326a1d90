// no-exit: a list that one's own act does not lead off: no repair, performance, release or review, and no repair rule that covers it.
// Waiting for a term is no act, and objection and annulment are for listings that were wrong.
import { valueOn, type ExitRule, type List } from "../../rules/index.ts";
import type { LawBook } from "../law-book.ts";
import { listing, say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

const OWN_ACTS: readonly ExitRule["act"][] = ["repair", "performance", "release", "review"];

export const noExit: LintRule = {
  names: say("No way out by one's own act", "无退出途径"),
  why: say("Where setting the wrong right changes nothing, a listing punishes and does not mend.", "纠正失信行为而不能退出的名单，只有惩戒而无修复。"),
  remedy: say("Say by what act one comes off, who decides it and by when, or name the list in a repair rule.", "规定退出条件、决定机关和期限，或者纳入信用修复规定。"),
  severities: ["error", "warning"],
  look: (book) => {
    const covered = new Set(book.all("repair").flatMap((repair) => repair.covers));
    return book.all("list").filter((list) => list.colour !== "red" && list.entailed === undefined && !covered.has(list.id)).flatMap((list) => lookAt(book, list));
  },
};

function lookAt(book: LawBook, list: List): readonly Found[] {
  const end = valueOn(list.end, book.day);
  const exits = valueOn(list.exits, book.day) ?? [];
  if (end?.kind === "untilDone" || end?.kind === "reviewFrom" || exits.some((exit) => OWN_ACTS.includes(exit.act))) return [];
  if (exits.length === 0) return [{ entry: list, what: say(`On ${book.day} no way off this list is stated.`, `${book.day}当日，未载明退出该名单的途径。`) }];
  const known = listing(exits.map((exit) => exit.names));
  return [{ entry: list, what: say(`The only ways off on ${book.day} are no act of the listed: ${known.en}.`, `${book.day}当日，仅有的退出途径均非当事人自身行为：${known.zh}。`) }];
}
