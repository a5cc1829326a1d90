// unobservable-criterion: a list nobody can predict: a black list without criteria, or a criterion that reads free text, which means what
// the reader of the day takes it to mean.
import { valueOn, type Field, type List } from "../../rules/index.ts";
import { leavesOf, waysOnto } from "../criterion-nodes.ts";
import type { LawBook } from "../law-book.ts";
import { listing, say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

export const unobservableCriterion: LintRule = {
  names: say("No observable criterion", "列入条件无法客观认定"),
  why: say("A norm like good faith or social morality can be met by anything; only what is on record, in words fixed beforehand, can be checked.", "诚信、公德之类的标准可以作任意解释；只有以事先确定的用语记录在案的事实才能核验。"),
  remedy: say("Write the criteria over typed fields: choices, figures, days.", "以有类型的字段（选项、数额、日期）表述列入条件。"),
  severities: ["error", "warning"],
  look: (book) => book.all("list").filter((list) => list.colour !== "red").flatMap((list) => lookAt(book, list)),
};

function lookAt(book: LawBook, list: List): readonly Found[] {
  if (list.colour === "black" && list.entailed === undefined && (valueOn(list.criteria, book.day) ?? []).length === 0) return [{ entry: list, what: say(`On ${book.day} no criterion is stated for being put on it.`, `${book.day}当日，未载明列入条件。`) }];
  const free = waysOnto(list, book).flatMap((way) => leavesOf(way)).flatMap(({ leaf, type }) => leaf.compiled.paths.flatMap((path) => {
    const fields = path.startsWith("record.") && type !== undefined ? (book.get("record-type", type)?.fields ?? []) : path.startsWith("listing.") ? list.fields : [];
    return isFreeText(fields, path) ? [{ leaf, path }] : [];
  }));
  if (free.length === 0) return [];
  const words = listing(free.map(({ leaf, path }) => say(`“${leaf.names.en}” reads ${path}`, `“${leaf.names.zh ?? leaf.names.en}”依据${path}`)));
  return [{ entry: list, what: say(`Criteria read free text: ${words.en}.`, `列入条件依据自由文本：${words.zh}。`) }];
}

function isFreeText(fields: readonly Field[], path: string): boolean {
  const name = path.slice(path.indexOf(".") + 1);
  return fields.some((field) => field.name === name && field.type === "text");
}
