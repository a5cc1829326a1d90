// no-answer: a black list whose procedure is known and comes to its decision without having let the organisation answer: no defence and
// no hearing stands before it. That somebody does not use it is no matter; it must be offered.
import { comesBeforeDecision, stepsOfList } from "../procedure-steps.ts";
import { say } from "../say.ts";
import type { LintRule } from "./lint-rule.ts";

export const noAnswer: LintRule = {
  names: say("No chance to answer before the decision", "决定前无陈述申辩机会"),
  why: say("A decision that has heard one side only cannot know what the other would have said.", "只听一方之词的决定，无从知道另一方会如何陈述。"),
  remedy: say("Give time to answer, or a hearing, between notice and decision.", "在告知与决定之间给予陈述申辩时间或者听证机会。"),
  severities: ["error", "warning"],
  look: (book) => book.all("list").filter((list) => list.colour === "black").flatMap((list) => {
    const steps = stepsOfList(book, list);
    if (steps === undefined || comesBeforeDecision(steps, ["defence", "hearing"], "offered")) return [];
    return [{ entry: list, what: say(`Its procedure (${list.procedure ?? ""}) comes to a decision on ${book.day} without a defence or a hearing before it.`, `${book.day}当日，其程序（${list.procedure ?? ""}）在决定前未设陈述申辩或者听证。`) }];
  }),
};
