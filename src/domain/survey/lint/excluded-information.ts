// excluded-information: a record of what the national directory lets nobody hold against anybody, or only where it is serious. The items
// of the directory are themselves the standard.
import { covers } from "../../terms/index.ts";
import type { DirectoryItem, RecordType } from "../../rules/index.ts";
import type { LawBook } from "../law-book.ts";
import { named, say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

export const excludedInformation: LintRule = {
  names: say("Excluded information", "目录排除的信息"),
  why: say("Petitions, unpaid fees or a seat on a train are not credit, and recording them as such stretches the word until it means obedience.", "信访、物业欠费、乘车占座等不属于信用，强行归集会使信用泛化为服从。"),
  remedy: say("Do not record it, or only where a decision has found it serious.", "不予归集，或者仅在认定情节严重时归集。"),
  severities: ["error", "warning"],
  look: (book) => book.all("record-type").flatMap((type) => lookAt(book, type)),
};

function lookAt(book: LawBook, type: RecordType): readonly Found[] {
  const items = directoryItems(book).filter((item) => item.recordTypes.includes(type.id) && item.tier !== "usable");
  const [item] = items.toSorted((a, b) => Number(b.tier === "never") - Number(a.tier === "never") || Number(isInForce(book, b)) - Number(isInForce(book, a)));
  if (item === undefined) return [];
  const binding = isInForce(book, item);
  const words = named(item);
  const said = item.tier === "never" ? say("may never be recorded as credit information", "不得作为信用信息归集") : say("may be recorded only where the circumstances are serious", "仅在情节严重时方可归集");
  const when = binding ? say("", "") : say(item.from !== undefined && item.from > book.standardsDay ? ` from ${item.from}` : ` until ${item.until ?? ""}`, item.from !== undefined && item.from > book.standardsDay ? `（自${item.from}起）` : `（至${item.until ?? ""}止）`);
  return [{
    entry: type, severity: binding && item.tier === "never" ? "error" : "warning", ...(binding ? { measuredBy: item.id } : {}),
    what: say(`The directory says of it${when.en}: ${words.en} ${said.en}.`, `目录规定${when.zh}：${words.zh}${said.zh}。`),
  }];
}

/** All of them, whatever their day: one that came later still tells what was criticised. */
function directoryItems(book: LawBook): readonly DirectoryItem[] {
  return book.everyOf("directory-item");
}

function isInForce(book: LawBook, item: DirectoryItem): boolean {
  return covers(item, book.standardsDay);
}
