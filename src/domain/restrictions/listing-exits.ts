// Exits of one listing, on file or supposed: its End, what its list's law and the repair rules over it offer, and what else must be
// left first. Given to the search for ways out and to every answer.
import { hasEnded, untilOf, type End } from "../terms/index.ts";
import type { List } from "../rules/index.ts";
import { exitsInLaw, type ExitDay, type ExitQuestion, type ListingFacts } from "../cases/index.ts";
import type { Exit } from "./answer.ts";
import { afterLeaving, byDay, type KnownExits } from "./exit-search.ts";

/** Which listing an exit is of. */
export type ExitSubject = Pick<Exit, "listing" | "list">;

export interface ListingExits {
  /** As the law states them, whatever else must be left first. */
  readonly own: readonly Exit[];
  /** With the ways out of the lists that must be left first. */
  readonly given: (known: KnownExits, standsOn: (list: NonNullable<Exit["list"]>) => boolean) => readonly Exit[];
}

export function listingExits(question: ExitQuestion, list: List, listing: ListingFacts, subject: ExitSubject = { list: list.id }): ListingExits {
  const own = ownExits(exitsInLaw(question, list, listing), listing.end, question, subject);
  return { own, given: (known, standsOn) => own.flatMap((exit) => afterLeaving(exit, known, standsOn)) };
}

/**
 * The End itself is a way out, where it has a day or something to be done; then what the law offers, earliest first.
 * `end`: of what one wants to be rid of, where that is a measure with a term of its own rather than the listing.
 */
export function ownExits(inLaw: readonly ExitDay[], listingEnd: End, { on }: Pick<ExitQuestion, "on">, subject: ExitSubject, end: End = listingEnd): readonly Exit[] {
  const until = untilOf(end);
  const given = inLaw.filter((exit) => exit.act !== "term" || (exit.repair !== undefined && (exit.reading !== undefined || until === undefined || exit.earliest === undefined || exit.earliest < until)));
  const open = end === listingEnd && given.some((exit) => exit.act === "term" && exit.reading !== undefined);
  const ends = byEnd(end, subject).filter((exit) => exit.acts[0] === "term" || given.every((other) => other.act !== exit.acts[0]));
  if (hasEnded(end, on)) return ends;
  return [...ends.map((exit) => (open && subject.list !== undefined ? { ...exit, reading: subject.list } : exit)), ...given.map((exit) => exitOf(exit, subject))].sort(byDay);
}

function byEnd(end: End, subject: ExitSubject): readonly Exit[] {
  switch (end.kind) {
    case "fixed":
      return [{ acts: ["term"], earliest: end.until, ...subject }];
    case "untilDone":
      return [{ acts: ["performance"], ...subject }];
    case "reviewFrom":
      return [{ acts: ["review"], earliest: end.day, ...subject }];
    case "permanent":
    case "notStated":
      return [];
  }
}

export function exitOf(day: ExitDay, subject: ExitSubject): Exit {
  const { earliest, decideBy, provisional, needs, repair, tier, reading } = day;
  return {
    acts: [day.act], exit: day.exit, ...subject, ...(earliest === undefined ? {} : { earliest }), ...(provisional === undefined ? {} : { provisional }),
    ...(decideBy === undefined ? {} : { decideBy }), ...(needs === undefined ? {} : { needs }), ...(repair === undefined ? {} : { repair }), ...(tier === undefined ? {} : { tier }),
    ...(reading === undefined ? {} : { reading }),
  };
}
