// no-law-forbids: a black list for conduct that no legal text in force is known to forbid.
import type { List } from "../../rules/index.ts";
import { groundsOfBasis, type Rank } from "../ground.ts";
import type { LawBook } from "../law-book.ts";
import { namedAll, say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

/** What cannot forbid anything to those who have not agreed to it. */
const NOT_FORBIDDING: readonly Rank[] = ["secondary-source", "agreement", "institution-rule", "standard"];

export const noLawForbids: LintRule = {
  names: say("Penalises what no law forbids", "惩戒法律未禁止的行为"),
  why: say("Conduct that no law forbids is lawful, however little it pleases; a list for it makes law without a lawmaker.", "法律未禁止的行为即为合法，对其设立名单等于绕过立法设定惩戒。"),
  remedy: say("Name the law that forbids the conduct (`forbiddenBy`), or let the list end.", "载明禁止该行为的法律（`forbiddenBy`），或者撤销名单。"),
  severities: ["error", "warning"],
  look: (book) => book.all("list").filter((list) => list.colour === "black").flatMap((list) => lookAt(book, list)),
};

function lookAt(book: LawBook, list: List): readonly Found[] {
  const grounds = groundsOfBasis(book, list.forbiddenBy).filter(({ instrument }) => !NOT_FORBIDDING.includes(instrument.rank));
  if (grounds.some(({ state }) => state === "inForce")) return [];
  if (list.forbiddenBy.length === 0) return [{ entry: list, what: say("No source names a law that forbids the conduct it lists for.", "未见来源载明禁止该行为的法律。") }];
  const words = namedAll(book.known, [...new Set(list.forbiddenBy.map((each) => each.instrument))]);
  const later = grounds.some(({ state }) => state === "later");
  return [{ entry: list, ...(later ? { severity: "warning" as const } : {}), what: say(`What is said to forbid the conduct is no law in force on ${book.day}: ${words.en}.`, `所称禁止该行为的文件在${book.day}并非施行中的法律：${words.zh}。`) }];
}
