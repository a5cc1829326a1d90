// outside-closed-list: a burden that is no item of the closed list of penalty measures in its edition in force, or does more than its
// item allows. A local supplement may rest on a local regulation; what a statute itself provides only warns.
import type { Measure, PenaltyItem } from "../../rules/index.ts";
import { groundsOf, isBurden } from "../ground.ts";
import type { LawBook } from "../law-book.ts";
import { isLocal } from "../place.ts";
import { EFFECT_WORDS, listing, named, namedAll, say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

export const outsideClosedList: LintRule = {
  names: say("Outside the closed list", "超出清单"),
  why: say("No body may take a measure beyond the national list, widen whom it reaches or raise it above the statute.", "不得在清单之外采取惩戒措施，不得扩大对象范围或者提高惩戒标准。"),
  remedy: say("Name the item it is an instance of, keep to what the item allows, or let it end.", "载明所属清单条目并限于其范围，或者停止执行。"),
  severities: ["error", "warning"],
  look: (book) => book.all("measure").filter(isBurden).flatMap((measure) => lookAt(book, measure)),
};

function lookAt(book: LawBook, measure: Measure): readonly Found[] {
  const yardstick = book.yardstick("outside-closed-list", measure);
  const editions = yardstick?.standard.editions ?? [];
  if (yardstick === undefined || editions.length === 0) return [];
  const ranks = groundsOf(book, measure).filter(({ state }) => state === "inForce").map(({ instrument }) => instrument.rank);
  if (isLocal(book, measure) && ranks.some((rank) => yardstick.standard.localRanks.includes(rank))) return [];
  const statutory = ranks.some((rank) => yardstick.standard.ranks.includes(rank));
  const items = measure.permittedAs.flatMap((id): readonly PenaltyItem[] => { const item = book.known(id); return item?.kind === "penalty-item" && item.editions.some((edition) => editions.includes(edition)) ? [item] : []; });
  const head = { entry: measure, yardstick, ...(statutory ? { severity: "warning" as const } : {}) };
  const edition = namedAll(book.known, editions);
  if (items.length === 0) {
    const words = statutory ? say(" A statute provides for it.", "但有法律、行政法规依据。") : say("", "");
    return [{ ...head, what: say(`It is no item of ${edition.en}.${words.en}`, `不属于${edition.zh}所列条目。${words.zh}`) }];
  }
  const beyond = measure.effects.filter((effect) => !items.some((item) => item.effects.includes(effect)));
  if (beyond.length === 0) return [];
  const [does, allowed] = [listing(beyond.map((effect) => EFFECT_WORDS[effect])), listing(items.map(named))];
  return [{ ...head, what: say(`It may ${does.en}, which is more than its item allows: ${allowed.en}.`, `其效果（${does.zh}）超出清单条目：${allowed.zh}。`) }];
}
