// local-without-regulation: a black list or a burden limited to a place that rests on no local regulation or anything above one.
import { burdensOf, type Unit } from "../ground.ts";
import type { LawBook } from "../law-book.ts";
import { isLocal } from "../place.ts";
import { say } from "../say.ts";
import { rankSentence, ranksFound } from "./basis-below-rank.ts";
import type { Found, LintRule } from "./lint-rule.ts";

export const localWithoutRegulation: LintRule = {
  names: say("Local, without a local regulation", "地方设定而无地方性法规依据"),
  why: say("A province may add to the national lists by a regulation of its own; a city's notice or an office's scheme may not.", "地方可以依据地方性法规补充设定，通知、方案等不得设定。"),
  remedy: say("Rest it on a local regulation, or let it end.", "以地方性法规为依据，或者停止执行。"),
  severities: ["error", "warning"],
  look: (book) => [...book.all("list").filter((list) => list.colour === "black").map((entry) => ({ entry, clauses: [] })), ...burdensOf(book)].flatMap((unit) => lookAt(book, unit)),
};

function lookAt(book: LawBook, unit: Unit): readonly Found[] {
  const { entry } = unit;
  const yardstick = book.yardstick("local-without-regulation", entry);
  if (yardstick === undefined || !isLocal(book, entry)) return [];
  const wanted = yardstick.standard.localRanks;
  const found = ranksFound(book, entry);
  if (wanted.length === 0 || found.some((rank) => wanted.includes(rank))) return [];
  return [{ entry, yardstick, what: found.length === 0 ? say("It is limited to a place and cites no legal text in force.", "仅适用于特定地区，且未引用施行中的法律文件。") : rankSentence(unit, found, wanted) }];
}
