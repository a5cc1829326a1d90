// no-basis: what takes rights, lists or records, and cites no legal text in force: only what somebody wrote about it, or texts of
// another day.
import type { Entry } from "../../rules/index.ts";
import { burdensOf, groundsOf, isLegal, type Ground, type Unit } from "../ground.ts";
import type { LawBook } from "../law-book.ts";
import { listing, named, say, type Words } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

export const noBasis: LintRule = {
  names: say("No legal basis", "无法律依据"),
  why: say("What takes rights, puts on a list or keeps a record against somebody needs a text of law that says so; otherwise it stands beside the law.", "限制权益、列入名单或者归集不利信息，应当有法律文件依据，否则即处于法律之外。"),
  remedy: say("Cite the text it rests on, with its article, or let it end.", "载明所依据的文件及条款，或者停止执行。"),
  severities: ["error", "warning"],
  look: (book) => unitsOf(book).flatMap((unit) => lookAt(book, unit)),
};

function unitsOf(book: LawBook): readonly Unit[] {
  const others: readonly Entry[] = [...book.all("list").filter((list) => list.colour !== "red"), ...book.all("record-type").filter((type) => type.about !== "registration" && type.about !== "licence"), ...book.all("score-scheme")];
  return [...others.map((entry) => ({ entry, clauses: [] })), ...burdensOf(book)];
}

function lookAt(book: LawBook, { entry, clauses }: Unit): readonly Found[] {
  const grounds = groundsOf(book, entry);
  const legal = grounds.filter(({ instrument }) => isLegal(instrument.rank));
  if (legal.some(({ state }) => state === "inForce")) return [];
  const spoken = clauses.length === 0 ? say("", "") : say(` for its ${clauses.length} ${clauses.length === 1 ? "clause" : "clauses"}`, `（涉及${clauses.length}项措施）`);
  const later = legal.filter(({ state }) => state === "later");
  if (later.length > 0) {
    const texts = textsOf(later);
    return [{ entry, severity: "warning", what: say(`On ${book.day} it cites${spoken.en} only texts that began later: ${texts.en}; what it rested on that day is not stated.`, `${book.day}当日，所引依据均在其后施行：${texts.zh}${spoken.zh}；当日依据未载明。`) }];
  }
  if (legal.length > 0) {
    const texts = textsOf(legal);
    return [{ entry, what: say(`All texts it cites${spoken.en} had ended by ${book.day}: ${texts.en}.`, `所引依据截至${book.day}均已失效：${texts.zh}${spoken.zh}。`) }];
  }
  if (grounds.length === 0) return [{ entry, what: say(`It cites no text at all${spoken.en}.`, `未引用任何文件${spoken.zh}。`) }];
  const sources = listing(grounds.map(({ instrument }) => instrument.names));
  return [{ entry, what: say(`No legal text is cited${spoken.en}, only what was written about it: ${sources.en}.`, `未引用法律文件，仅有二手资料：${sources.zh}${spoken.zh}。`) }];
}

function textsOf(grounds: readonly Ground[]): Words {
  return listing(grounds.map(({ instrument, state }) => {
    const text = named(instrument);
    const day = state === "later" ? (instrument.from ?? instrument.issuedOn) : instrument.until;
    return say(`${text.en}, ${state === "later" ? "from" : "until"} ${day ?? ""}`, `${text.zh}，${day ?? ""}${state === "later" ? "施行" : "失效"}`);
  }));
}
