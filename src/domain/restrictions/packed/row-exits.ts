// Row exits: the ways out of rows of one list, taken from the law once for each set of days and kept. What a list offers by itself hangs on
// its first day and its day of decision; where a repair rule covers it, on its End as well.
import type { End, LawId, ListingId, PlainDate } from "../../terms/index.ts";
import type { List } from "../../rules/index.ts";
import { exitsInLaw, type ExitQuestion, type ListingFacts } from "../../cases/index.ts";
import type { Exit } from "../answer.ts";
import { smallest } from "../exit-search.ts";
import { workingCalendarOf } from "../exits.ts";
import { ownExits } from "../listing-exits.ts";
import type { Inquiry } from "../measure-outcome.ts";

/** The days and the End of a row, and of the measure, which may end sooner. */
export interface RowDays {
  readonly from: PlainDate;
  readonly decidedOn: PlainDate | undefined;
  readonly listingEnd: End;
  readonly end: End;
}

/** Ways out as the law gives them, but for the id of the listing. */
interface Kept {
  readonly exits: readonly Exit[];
  /** They are also the smallest sets of acts, where nothing else binds. */
  readonly alone: boolean;
}

/** Ways out of one row. */
export interface RowExits {
  readonly exits: readonly Exit[];
  readonly alone: boolean;
}

/** Sets of days kept for one list; more are forgotten together. */
const KEPT_MAX = 100_000;
/** Sets of acts that an answer names at most. */
const SETS_MAX = 8;
const TERM: readonly string[] = Object.freeze(["term"]);

/** The ways out under one pair of days: of the question, and of the statute book. All acts and places share them. */
export class ExitShelf {
  readonly #shelves = new Map<string, ListShelf>();

  /** @param about the kind of End, and the measure where it has a term of its own */
  of(inquiry: Inquiry, list: List, about: string): ListShelf {
    const key = `${list.id} ${about}`;
    const shelf = this.#shelves.get(key) ?? new ListShelf(inquiry, list);
    this.#shelves.set(key, shelf);
    return shelf;
  }
}

export class ListShelf {
  readonly #inquiry: Inquiry;
  readonly #list: List;
  readonly #calendar: ReturnType<typeof workingCalendarOf>;
  /** The End adds its own way out and changes no other. */
  readonly #byStart: boolean;
  readonly #kept = new Map<number, Kept | undefined>();
  /** By the first day, of rows that were decided on it or state no day of decision: most are, and an array is found in faster than a map. */
  readonly #byDay: [(Kept | undefined)[], (Kept | undefined)[]] = [[], []];

  constructor(inquiry: Inquiry, list: List) {
    this.#inquiry = inquiry;
    this.#list = list;
    this.#calendar = workingCalendarOf(inquiry.calendar);
    this.#byStart = inquiry.scene.rulebook.all("repair").every((rule) => !rule.covers.includes(list.id));
  }

  /**
   * Undefined: more than days decides (conditions, lists to be left first), and the twin is asked.
   * @param from the first day, `decided` the code of the day of decision, `span` a number for the length of the term
   */
  exitsOf(from: number, decided: number, span: number, listing: ListingId, days: RowDays): RowExits | undefined {
    const { end } = days;
    const split = this.#byStart && end.kind === "fixed";
    const kept = this.#keptFor(split, from, decided, span, days);
    if (kept === undefined) return undefined;
    const exits: Exit[] = [];
    const term: Exit | undefined = split && end.kind === "fixed" ? { acts: TERM, earliest: end.until, listing, list: this.#list.id } : undefined;
    let termAt = term === undefined ? -1 : 0;
    for (const exit of kept.exits) {
      if (term !== undefined && termAt === exits.length) {
        if (exit.earliest !== undefined && exit.earliest < (term.earliest ?? "")) termAt += 1;
        else exits.push(term);
      }
      exits.push({ ...exit, listing });
    }
    if (term !== undefined && termAt === exits.length) exits.push(term);
    return { exits, alone: kept.alone && exits.length <= SETS_MAX };
  }

  #keptFor(split: boolean, from: number, decided: number, span: number, days: RowDays): Kept | undefined {
    const byDay = split ? this.#byDay[decided] : undefined;
    if (byDay !== undefined) {
      const known = byDay[from];
      if (known !== undefined) return known;
    }
    const key = (from * 2 ** 16 + decided) * 2 ** 15 + (split ? 0 : span);
    const known = this.#kept.get(key);
    if (known !== undefined || this.#kept.has(key)) return known;
    if (this.#kept.size >= KEPT_MAX) this.#kept.clear();
    const found = this.#inLaw(days, split);
    if (byDay !== undefined && found !== undefined) byDay[from] = found;
    else this.#kept.set(key, found);
    return found;
  }

  #inLaw({ from, decidedOn, listingEnd, end }: RowDays, split: boolean): Kept | undefined {
    const { scene } = this.#inquiry;
    let asked = false;
    const question: ExitQuestion = {
      law: scene.rulebook, lawDay: scene.statute.day, on: scene.on, calendar: this.#calendar,
      holds: () => {
        asked = true;
        return "unknown";
      },
    };
    const facts: ListingFacts = { end: listingEnd, days: { appliedOn: scene.on, decidedOn: decidedOn ?? from, effectiveFrom: from, publishedFrom: from } };
    const all = ownExits(exitsInLaw(question, this.#list, facts), listingEnd, question, { listing: NO_LISTING, list: this.#list.id as LawId }, end);
    if (asked || all.some((exit) => exit.needs !== undefined)) return undefined;
    const exits = split ? all.filter(({ acts }) => acts[0] !== "term") : all;
    const sets = smallest(exits);
    return { exits, alone: sets.length === exits.length && sets.every((set, index) => set === exits[index]) };
  }
}

/** Stands where the id of the row's listing will. */
const NO_LISTING = "" as ListingId;
