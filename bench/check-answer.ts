// What a peer answers when asked whether an act is restricted: verdict and reasons, as full as its facts allow. Also the plain evaluation
// of the same question, in slow lines, against which every peer is held by check-agreement.ts.
import { fromDayNumber, type PlainDate } from "../src/domain/terms/index.ts";
import type { InventedListing } from "./check-facts.ts";
import type { BenchLaw, BenchMeasure } from "./check-law.ts";

export interface PeerEffect {
  readonly effects: readonly string[];
  readonly force: string;
  readonly measure: string;
  readonly memorandum: string;
  readonly authority: string;
  readonly list: string;
  readonly listing: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly instrument: string;
  readonly article: string;
}

export interface PeerAnswer {
  /** As it is on file; null where it is not. */
  readonly organisation: { readonly file: string; readonly name: string } | null;
  readonly verdict: "bound" | "clear";
  /** Whether the act is free: nothing that binds denies or restricts it. */
  readonly decision: boolean;
  readonly effects: readonly PeerEffect[];
  /** What an office may decide; changes no verdict. */
  readonly possible: readonly PeerEffect[];
  readonly favours: readonly PeerEffect[];
}

/** One measure set off by one listing, as a peer finds it. */
export type Found = readonly [measure: number, list: number, listing: string, from: number, until: number];

/** The first free day of what has no stated end, for peers that compare numbers. */
export const NO_END = 2 ** 31 - 1;

export type Assemble = (organisation: PeerAnswer["organisation"], found: readonly Found[]) => PeerAnswer;

/** Makes answers of what was found: words are looked up by number, which is the least a peer could pay for them. */
export function assemblerOf(law: BenchLaw): Assemble {
  const days = new Map<number, PlainDate>();
  const dayOf = (day: number): PlainDate => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const made = fromDayNumber(day);
    days.set(day, made);
    return made;
  };
  return (organisation, found) => {
    const [effects, possible, favours]: readonly PeerEffect[][] = [[], [], []];
    let decision = true;
    for (const [number, list, listing, from, until] of found) {
      const measure = law.measures[number];
      if (measure === undefined) throw new Error(`assertion failed: ${number} is a measure`);
      const begins = dayOf(from > measure.from ? from : measure.from);
      const effect: PeerEffect = {
        effects: measure.effects, force: measure.force, measure: measure.measure, memorandum: measure.memorandum, authority: measure.authority, list: law.lists[list] ?? "", listing,
        from: begins, until: until === NO_END ? null : dayOf(until), instrument: measure.instrument, article: measure.article,
      };
      if (measure.favour) favours?.push(effect);
      else if (measure.force === "discretionary") possible?.push(effect);
      else {
        effects?.push(effect);
        if (measure.effects[0] === "deny" || measure.effects[0] === "restrict") decision = false;
      }
    }
    return { organisation, verdict: effects?.length === 0 ? "clear" : "bound", decision, effects: effects ?? [], possible: possible ?? [], favours: favours ?? [] };
  };
}

/** The answer by the law and the facts, line by line: nothing is prepared and nothing shared with a peer but the words. */
export function plainAnswer(law: BenchLaw, organisation: PeerAnswer["organisation"], listings: readonly InventedListing[], act: string, on: number): PeerAnswer {
  const hits = law.measures.filter((measure) => measure.act === act && inForce(measure, on)).flatMap((measure) =>
    listings.filter((listing) => measure.lists.includes(listing.list) && inForce(listing, on)).map((listing) => ({ measure, effect: effectOf(law, measure, listing) })));
  const of = (which: (measure: BenchMeasure) => boolean): readonly PeerEffect[] => hits.filter(({ measure }) => which(measure)).map(({ effect }) => effect);
  const effects = of((measure) => !measure.favour && measure.force === "mandatory");
  return {
    organisation, verdict: effects.length > 0 ? "bound" : "clear",
    decision: !effects.some((effect) => effect.effects.includes("deny") || effect.effects.includes("restrict")),
    effects, possible: of((measure) => !measure.favour && measure.force === "discretionary"), favours: of((measure) => measure.favour),
  };
}

/** The id of a listing as the register makes them: `l` and eighteen digits of base 16. */
export function idOfListing(listing: number): string {
  return `l${listing.toString(16).padStart(18, "0")}`;
}

function inForce({ from, until }: { readonly from: number; readonly until: number | null }, on: number): boolean {
  return from <= on && (until === null || on < until);
}

function effectOf(law: BenchLaw, measure: BenchMeasure, listing: InventedListing): PeerEffect {
  const { effects, force, measure: id, memorandum, authority, instrument, article } = measure;
  return {
    effects, force, measure: id, memorandum, authority, list: law.lists[listing.list] ?? "", listing: idOfListing(listing.listing),
    from: fromDayNumber(Math.max(listing.from, measure.from)), until: listing.until === null ? null : fromDayNumber(listing.until), instrument, article,
  };
}

/** The same answer with what it holds in an order of its own, so that two can be compared as texts. */
export function inOrder(answer: PeerAnswer): string {
  const sorted = (effects: readonly PeerEffect[]): readonly string[] => effects.map((effect) => JSON.stringify(effect)).toSorted();
  return JSON.stringify({ ...answer, effects: sorted(answer.effects), possible: sorted(answer.possible), favours: sorted(answer.favours) });
}
