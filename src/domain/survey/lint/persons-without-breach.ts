// persons-without-breach: a burden that falls on somebody who is not the one that broke the rule: the legal representative, directors,
// family, a parent. A condition about responsibility answers it; a statute that itself names them leaves it to the reader, save for family.
import type { Criterion, Measure, Reach } from "../../rules/index.ts";
import { nodesOf } from "../criterion-nodes.ts";
import { isBurden } from "../ground.ts";
import type { LawBook } from "../law-book.ts";
import { listing, REACH_WORDS, say } from "../say.ts";
import { ranksFound } from "./basis-below-rank.ts";
import type { Found, LintRule } from "./lint-rule.ts";

/** Reached without having done anything, unless it is said that they are responsible. */
const OTHERS: readonly Reach[] = ["legal-representative", "directors", "supervisors", "senior-managers", "office-holders", "parent", "official", "family", "organisation-of-person"];

export const personsWithoutBreach: LintRule = {
  names: say("Reaches those who did nothing", "波及无责任者"),
  why: say("People pay for what an organisation did, organisations for what a person did, and children for their parents, without anybody having found them responsible.", "个人为单位担责、单位为个人担责、子女为父母担责，而未经任何责任认定。"),
  remedy: say("Require a finding of personal responsibility, or leave them out.", "以认定个人责任为条件，或者不再涉及。"),
  severities: ["error", "warning", "note"],
  look: (book) => book.all("measure").filter(isBurden).flatMap((measure) => lookAt(book, measure)),
};

function lookAt(book: LawBook, measure: Measure): readonly Found[] {
  const memorandum = measure.memorandum === undefined ? undefined : book.get("memorandum", measure.memorandum);
  const isResponsible = [...measure.conditions, ...(memorandum?.conditions ?? [])].flatMap(nodesOf).some(speaksOfResponsibility);
  const others = measure.reaches.filter((reach) => OTHERS.includes(reach) && (reach === "family" || !isResponsible));
  if (others.length === 0) return [];
  const words = listing(others.map((reach) => REACH_WORDS[reach]));
  const yardstick = book.yardstick("persons-without-breach", measure);
  const named = !others.includes("family") && ranksFound(book, measure).some((rank) => yardstick?.standard.ranks.includes(rank) === true);
  const found: Found = { entry: measure, yardstick, what: say(`It reaches ${words.en}, and no condition asks whether they are responsible.`, `其波及${words.zh}，而未以其负有责任为条件。`) };
  return [named ? { ...found, severity: "note", what: say(`It reaches ${words.en} without asking whether they are responsible; a text of sufficient rank is cited, and whether it names them is for a reader to judge.`, `其波及${words.zh}而未以负有责任为条件；所引文件层级足够，是否明文涉及有待读者判断。`) } : found];
}

/** Said in the condition's id, its names or its expression: there is no other place for it. */
function speaksOfResponsibility(node: Criterion): boolean {
  const texts = [node.id ?? "", node.names?.en ?? "", node.names?.zh ?? "", ...(node.kind === "holds" ? [node.expression] : [])];
  return texts.some((text) => /responsib|责任/i.test(text));
}
