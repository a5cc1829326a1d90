// no-objection: a black or warning list that offers nowhere to say that a listing is wrong: no step of objection, appeal or review in its
// procedure, no decision that names the remedies, and no exit by objection. Where the general law of the body has an objection or an
// appeal of its own, nothing says that it reaches this list, and the finding only warns.
import { valueOn, type Entry, type Instrument, type List, type Procedure, type StepKind } from "../../rules/index.ts";
import { groundsOf, isLegal, NO_FIELD, type Rank } from "../ground.ts";
import type { LawBook } from "../law-book.ts";
import { stepsOfList } from "../procedure-steps.ts";
import { listing, named, say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

const AGAINST: readonly StepKind[] = ["objection", "appeal", "review"];
const OF_THE_COUNTRY: readonly Rank[] = ["law", "administrative-regulation", "central-document"];
/** The word by which a step says that its decision must name where one may turn. */
const NAMES_REMEDIES = "remedies";

export const noObjection: LintRule = {
  names: say("No objection", "无异议途径"),
  why: say("Entries are made by people from other people's files; without an objection an error stays, and no second pair of eyes sees it.", "名单信息由人录入，若无异议途径，错误便会一直存在，也无他人复核。"),
  remedy: say("Give the procedure an objection with a clock, decided by somebody else than the first decider.", "设置有办理时限的异议程序，并由原决定人员以外的人处理。"),
  severities: ["error", "warning"],
  look: (book) => book.all("list").filter((list) => (list.colour === "black" || list.colour === "warning") && !hasObjection(book, list)).map((list) => found(book, list)),
};

/** In the list's own law: its procedure, its exits, or a procedure of objection that rests on a text the list rests on too. */
function hasObjection(book: LawBook, list: List): boolean {
  const steps = stepsOfList(book, list) ?? [];
  if (steps.some((step) => AGAINST.includes(step.kind) || (step.kind === "decision" && step.states.includes(NAMES_REMEDIES)))) return true;
  if ((valueOn(list.exits, book.day) ?? []).some((exit) => exit.act === "objection")) return true;
  const texts = textsOf(book, list).map(({ id }) => id);
  return objections(book, list).some((procedure) => textsOf(book, procedure).some(({ id }) => texts.includes(id)));
}

function found(book: LawBook, list: List): Found {
  const general = objections(book, list).filter((procedure) => textsOf(book, procedure).some((text) => isGeneral(text, list)));
  const none = say(`On ${book.day} neither its procedure nor its exits know an objection`, `${book.day}当日，其程序和退出规定均未设异议`);
  if (general.length === 0) return { entry: list, what: say(`${none.en}.`, `${none.zh}。`) };
  const words = listing(general.map(named));
  return { entry: list, severity: "warning", what: say(`${none.en}; there is only what the general law has: ${words.en}.`, `${none.zh}；仅有一般规定：${words.zh}。`) };
}

function objections(book: LawBook, list: List): readonly Procedure[] {
  return book.all("procedure").filter((procedure) => (procedure.purpose === "objection" || procedure.purpose === "appeal") && book.binds(procedure.id, list.id));
}

/** Legal texts in force an entry cites. */
function textsOf(book: LawBook, entry: Entry): readonly Instrument[] {
  return groundsOf(book, entry).filter(({ instrument, state }) => state === "inForce" && isLegal(instrument.rank)).map(({ instrument }) => instrument);
}

/** A text of the whole country about no field in particular, or about the list's. */
function isGeneral({ rank, domains }: Instrument, { domain }: List): boolean {
  return OF_THE_COUNTRY.includes(rank) && (domains.length === 0 || domains.includes(NO_FIELD) || (domain !== undefined && domains.includes(domain)));
}
