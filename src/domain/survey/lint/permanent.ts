// permanent: a listing for ever.
import { valueOn } from "../../rules/index.ts";
import { say } from "../say.ts";
import type { LintRule } from "./lint-rule.ts";

export const permanent: LintRule = {
  names: say("Permanent", "永久列入"),
  why: say("What never ends leaves no reason to mend anything, and makes a lesser class of those who once failed.", "永无期限使改正失去意义，并使一次失信者永处次等。"),
  remedy: say("Give it a term, or a day from which it is reviewed.", "设定期限，或者规定复核日期。"),
  severities: ["error", "warning"],
  look: (book) => book.all("list").filter((list) => list.colour !== "red").flatMap((list) => {
    const end = valueOn(list.end, book.day);
    return end?.kind === "permanent" ? [{ entry: list, what: say(`On ${book.day} a listing here is for ever: ${end.because.en}.`, `${book.day}当日，列入为永久：${end.because.zh ?? end.because.en}。`) }] : [];
  }),
};
