// protected-matter: a row of a point scheme that touches what no record should: blood donation, petitions, party honours, belief.
import { listing, say } from "../say.ts";
import type { LintRule } from "./lint-rule.ts";

export const protectedMatter: LintRule = {
  names: say("Touches a protected matter", "涉及受保护事项"),
  why: say("Points for blood, belief, petitions or party honours put a price on what must be free.", "以献血、信仰、信访或者党内荣誉计分，等于为应当自由的事项定价。"),
  remedy: say("Strike the row.", "删除该条计分规则。"),
  severities: ["error", "warning"],
  look: (book) => book.all("score-rule").filter((rule) => rule.protectedMatters.length > 0).map((rule) => {
    const words = listing(rule.protectedMatters.map((matter) => say(matter, matter)));
    return { entry: rule, what: say(`It scores ${words.en}.`, `对下列事项计分：${words.zh}。`) };
  }),
};
