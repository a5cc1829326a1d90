// repair-without-deadline: a repair nobody has to decide by any day: a repair rule without a clock, or an exit by repair, release or review
// without one and no repair rule that gives it one.
import { valueOn, type ExitRule, type List, type Repair } from "../../rules/index.ts";
import type { LawBook } from "../law-book.ts";
import { listing, say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

const DECIDED: readonly ExitRule["act"][] = ["repair", "release", "review"];

export const repairWithoutDeadline: LintRule = {
  names: say("Repair without a deadline", "修复无办理时限"),
  why: say("An application that may lie for ever is no way out.", "可以无限期搁置的申请不是退出途径。"),
  remedy: say("State the days within which it is decided.", "载明作出决定的时限。"),
  severities: ["error", "warning"],
  look: (book) => [...book.all("repair").flatMap((repair) => ofRule(book, repair)), ...book.all("list").filter((list) => list.colour !== "red").flatMap((list) => ofList(book, list))],
};

function ofRule(book: LawBook, repair: Repair): readonly Found[] {
  return repair.decideWithin === undefined ? [{ entry: repair, what: say(`On ${book.day} no time is stated within which a repair is decided.`, `${book.day}当日，未载明修复决定的时限。`) }] : [];
}

function ofList(book: LawBook, list: List): readonly Found[] {
  const exits = (valueOn(list.exits, book.day) ?? []).filter((exit) => DECIDED.includes(exit.act) && exit.decideWithin === undefined);
  if (exits.length === 0 || book.all("repair").some((repair) => repair.covers.includes(list.id) && repair.decideWithin !== undefined)) return [];
  const words = listing(exits.map((exit) => exit.names));
  return [{ entry: list, what: say(`On ${book.day} no time is stated within which it is decided: ${words.en}.`, `${book.day}当日，未载明决定时限：${words.zh}。`) }];
}
