// memorandum-expired: a memorandum that has nothing left to stand on while its clauses are still in the book: its texts have ended, the
// lists it hangs on are gone, or its own time has passed.
import type { Measure, Memorandum } from "../../rules/index.ts";
import { groundsOf } from "../ground.ts";
import type { LawBook } from "../law-book.ts";
import { namedAll, say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

export const memorandumExpired: LintRule = {
  names: say("Memorandum past its time", "备忘录失效而措施仍在"),
  why: say("Measures go on by habit after what they rested on has gone, and nobody told those who take them to stop.", "依据已经消失而措施照旧执行，无人通知停止。"),
  remedy: say("Let its clauses end with it, or sign it anew under the law of the day.", "使各项措施随之终止，或者依现行法重新签署。"),
  severities: ["error", "warning"],
  look: (book) => [...Map.groupBy(book.all("measure"), (measure) => measure.memorandum)].flatMap(([id, clauses]) => {
    const memorandum = id === undefined ? undefined : book.known(id);
    return memorandum?.kind === "memorandum" ? lookAt(book, memorandum, clauses) : [];
  }),
};

function lookAt(book: LawBook, memorandum: Memorandum, clauses: readonly Measure[]): readonly Found[] {
  const left = say(`${clauses.length} of its ${memorandum.clauses.length} clauses still ${clauses.length === 1 ? "stands" : "stand"}`, `其${memorandum.clauses.length}项措施中仍有${clauses.length}项`);
  if (memorandum.until !== undefined && memorandum.until <= book.day) return [{ entry: memorandum, what: say(`It ended on ${memorandum.until}; ${left.en}.`, `已于${memorandum.until}失效；${left.zh}。`) }];
  const grounds = groundsOf(book, memorandum);
  if (grounds.length > 0 && grounds.every(({ state }) => state === "ended")) {
    const words = namedAll(book.known, grounds.map(({ instrument }) => instrument.id));
    return [{ entry: memorandum, what: say(`All it rests on has ended (${words.en}); ${left.en}.`, `其依据均已失效（${words.zh}）；${left.zh}。`) }];
  }
  const lists = [...new Set(clauses.flatMap((clause) => (clause.trigger.kind === "list" ? clause.trigger.lists : [])))];
  if (lists.length === 0 || clauses.some((clause) => clause.trigger.kind !== "list") || lists.some((list) => book.get("list", list) !== undefined)) return [];
  const words = namedAll(book.known, lists);
  return [{ entry: memorandum, what: say(`None of the lists it hangs on is in force on ${book.day} (${words.en}); ${left.en}.`, `所依名单在${book.day}均未施行（${words.zh}）；${left.zh}。`) }];
}
