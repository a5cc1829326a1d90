// dead-end: a list from which a bounded search over the law finds no way out at all (src/domain/restrictions/ways-out.ts).
import { deadEnds, type DeadEnd, type DeadEndKind } from "../../restrictions/index.ts";
import type { LawBook } from "../law-book.ts";
import { namedAll, say, type Words } from "../say.ts";
import type { LintRule } from "./lint-rule.ts";

const WHY = {
  permanent: say("it is permanent, and only the annulment of a wrong decision ends it", "其为永久列入，仅错误决定被撤销方可终止"),
  noExit: say("no End is stated, and no exit", "既无期限，亦无退出途径"),
  circle: say("its ways out ask for lists to be left first that lead nowhere until it is left itself", "退出须先退出其他名单，而其他名单又以退出本名单为前提"),
  cause: say("the law itself makes the listing, and its cause never ends", "由法律规定直接列入，而其原因永不消失"),
} as const satisfies Record<DeadEndKind, Words>;

export const deadEnd: LintRule = {
  names: say("Dead end", "无路可出"),
  why: say("A list nobody can ever leave is banishment, whatever its name.", "无法退出的名单，无论何名，均为放逐。"),
  remedy: say("State an End or an act that leads out, and break what waits for itself.", "载明期限或者退出途径，并解除互相等待的条件。"),
  severities: ["error", "warning"],
  look: (book: LawBook) => deadEnds(book, book.day).flatMap((found) => {
    const list = book.get("list", found.list);
    return list === undefined ? [] : [{ entry: list, what: say(`On ${book.day} nothing leads off it: ${WHY[found.kind].en}${through(book, found).en}.`, `${book.day}当日无法退出：${WHY[found.kind].zh}${through(book, found).zh}。`) }];
  }),
};

function through(book: LawBook, { through: lists }: DeadEnd): Words {
  if (lists.length === 0) return say("", "");
  const words = namedAll(book.known, lists);
  return say(` (through ${words.en})`, `（涉及${words.zh}）`);
}
