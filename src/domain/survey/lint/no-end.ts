// no-end: a list from which no source says when one comes off. What the law itself lists lives and dies with its cause and needs no End.
import { valueOn } from "../../rules/index.ts";
import { COLOUR_WORDS, say } from "../say.ts";
import type { LintRule } from "./lint-rule.ts";

export const noEnd: LintRule = {
  names: say("No End", "无期限"),
  why: say("A listing whose End nobody states weighs for as long as nobody takes it off.", "未载明期限的列入，只要无人移出便一直存续。"),
  remedy: say("State the End: a term, what must be done, or a day of review.", "载明期限、应当履行的事项或者复核日期。"),
  severities: ["error", "warning"],
  look: (book) => book.all("list").filter((list) => list.colour !== "red" && list.entailed === undefined).flatMap((list) => {
    const end = valueOn(list.end, book.day);
    if (end !== undefined && end.kind !== "notStated") return [];
    return [{ entry: list, what: say(`On ${book.day} no End of a listing on this ${COLOUR_WORDS[list.colour].en} is stated.`, `${book.day}当日，未载明列入该${COLOUR_WORDS[list.colour].zh}的期限。`) }];
  }),
};
