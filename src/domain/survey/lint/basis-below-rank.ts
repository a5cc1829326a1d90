// basis-below-rank: a black list or a burden whose highest text in force is below the rank the standard asks for. What is limited to a
// place is looked at by local-without-regulation; measures the closed list counts as management, or leaves to others, need no such rank.
import type { Measure, PenaltyItem } from "../../rules/index.ts";
import { burdensOf, groundsOf, isLegal, type Rank, type Unit } from "../ground.ts";
import type { LawBook } from "../law-book.ts";
import { isLocal } from "../place.ts";
import { listing, RANK_WORDS, say, type Words } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

export const basisBelowRank: LintRule = {
  names: say("Basis below the rank required", "依据层级不足"),
  why: say("A department, an agreement or a notice cannot take rights that only a law, an administrative regulation or a central document may take.", "减损权益须由法律、行政法规或者党中央、国务院政策文件设定，部门文件、合作协议不得自行设定。"),
  remedy: say("Rest it on a text of a rank that suffices, or let it end.", "以层级足够的文件为依据，或者停止执行。"),
  severities: ["error", "warning"],
  look: (book) => [...book.all("list").filter((list) => list.colour === "black").map((entry) => ({ entry, clauses: [] })), ...burdensOf(book)].flatMap((unit) => lookAt(book, unit)),
};

function lookAt(book: LawBook, unit: Unit): readonly Found[] {
  const { entry } = unit;
  const yardstick = book.yardstick("basis-below-rank", entry);
  if (yardstick === undefined || isLocal(book, entry) || needsNoRank(book, unit)) return [];
  const found = ranksFound(book, entry);
  const wanted = yardstick.standard.ranks;
  if (found.length === 0 || wanted.length === 0 || found.some((rank) => wanted.includes(rank))) return [];
  return [{ entry, yardstick, what: rankSentence(unit, found, wanted), remedy: say(`Rest it on ${rankNames(wanted, "or").en}, or let it end.`, `以${rankNames(wanted, "or").zh}为依据，或者停止执行。`) }];
}

/** Ranks of the legal texts in force it cites. Without any, no-basis has spoken. */
export function ranksFound(book: LawBook, entry: Unit["entry"]): readonly Rank[] {
  return [...new Set(groundsOf(book, entry).filter(({ instrument, state }) => state === "inForce" && isLegal(instrument.rank)).map(({ instrument }) => instrument.rank))];
}

export function rankSentence({ clauses }: Unit, found: readonly Rank[], wanted: readonly Rank[]): Words {
  const [has, needs] = [rankNames(found, "and"), rankNames(wanted, "or")];
  const many = clauses.length === 0 ? say("It cites", "其") : say(`Its ${clauses.length} ${clauses.length === 1 ? "clause cites" : "clauses cite"}`, `其${clauses.length}项措施`);
  return say(`${many.en} ${has.en} and nothing above; ${needs.en} is wanted.`, `${many.zh}所引最高层级为${has.zh}；应为${needs.zh}。`);
}

function rankNames(ranks: readonly Rank[], joining: "and" | "or"): Words {
  const names = listing(ranks.map((rank) => RANK_WORDS[rank]));
  return joining === "and" ? names : say(names.en.replace(/ and (?=[^,]*$)/, " or "), (names.zh).replace("和", "或者"));
}

/** Class A of the closed list reduces rights; B and C do not. */
function needsNoRank(book: LawBook, { entry, clauses }: Unit): boolean {
  const measures: readonly Measure[] = entry.kind === "measure" ? [entry] : clauses;
  return measures.length > 0 && measures.every((measure) => { const items = itemsOf(book, measure); return items.length > 0 && items.every((item) => item.class !== "A"); });
}

function itemsOf(book: LawBook, measure: Measure): readonly PenaltyItem[] {
  return measure.permittedAs.flatMap((id) => { const item = book.known(id); return item?.kind === "penalty-item" ? [item] : []; });
}
