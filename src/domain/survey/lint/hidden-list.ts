// hidden-list: a burdensome list that is not published and tells nobody: who is on it cannot know, and cannot answer.
import type { LintRule } from "./lint-rule.ts";
import { stepsOfList } from "../procedure-steps.ts";
import { COLOUR_WORDS, say } from "../say.ts";

export const hiddenList: LintRule = {
  names: say("Hidden list", "不公开的名单"),
  why: say("Whoever does not know of a listing can neither dispute it nor mend what led to it.", "不知已被列入者，既无从异议，也无从改正。"),
  remedy: say("Tell the listed, or let them ask what is on file about them.", "告知当事人，或者允许其查询自身信息。"),
  severities: ["error", "warning"],
  look: (book) => book.all("list").filter((list) => list.colour !== "red" && !list.published).flatMap((list) => {
    const told = (stepsOfList(book, list) ?? []).some((step) => step.kind === "notice" || step.kind === "notification" || step.kind === "service");
    return told ? [] : [{ entry: list, what: say(`This ${COLOUR_WORDS[list.colour].en} is not published, and no step of its procedure tells those who are on it.`, `该${COLOUR_WORDS[list.colour].zh}不公开，其程序亦未规定告知被列入者。`) }];
  }),
};
