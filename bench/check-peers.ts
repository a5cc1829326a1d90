// Questions for the index and its peers, and how fast whoever answers them does: checks a second of processor time and of the clock.
import { mixed } from "./check-codes.ts";
import { ASKED_ON } from "./check-facts.ts";
import type { Held } from "./peers/peer.ts";

/** Questions of one pass, by code and act, in an order no cache knows. */
export interface Questions {
  readonly codes: readonly string[];
  readonly acts: readonly string[];
}

/** `count` questions: all about listed organisations, or one in twenty. */
export function inventQuestions({ facts, law }: Held, count: number, listed: "all" | "one in twenty", organisations = facts.organisations): Questions {
  const unlisted = facts.codes - facts.organisations;
  const numbers = Array.from({ length: count }, (_, index) => index);
  return {
    codes: numbers.map((index) => (listed === "all" || index % 20 === 0 ? facts.listedCode(mixed(index, 50) % organisations) : facts.unlistedCode(mixed(index, 51) % unlisted))),
    acts: numbers.map((index) => law.acts[mixed(index, 52) % law.acts.length] ?? ""),
  };
}

/** Checks a second: of processor time, of the clock. */
export interface Rate {
  readonly perProcessorSecond: number;
  readonly perSecond: number;
  /** Of all answers, those that bind: what was measured is not an empty loop. */
  readonly bound: number;
}

/** So many questions that what one of them fetched is gone from the caches when the next pass asks it again. */
export const QUESTIONS = 400_000;
export const LATER_QUESTIONS = 5_000;
/** A binding that answers later works on several threads; this many questions under way keep them busy. */
export const UNDER_WAY = 64;

interface Verdict {
  readonly verdict: string;
}

/** How fast the questions are answered, one after another, in one pass. */
export function measureOnce(check: (code: string, act: string, on: number) => Verdict, { codes, acts }: Questions): Rate {
  const clock = startClock();
  let bound = 0;
  for (const [index, code] of codes.entries()) if (check(code, acts[index] ?? "", ASKED_ON).verdict === "bound") bound += 1;
  return clock(codes.length, bound);
}

/** The same of one that answers later, with so many questions under way at a time. */
export async function measureLater(check: (code: string, act: string, on: number) => Promise<Verdict>, { codes, acts }: Questions, underWay: number): Promise<Rate> {
  const clock = startClock();
  let bound = 0;
  for (let first = 0; first < codes.length; first += underWay) {
    const answers = await Promise.all(codes.slice(first, first + underWay).map((code, index) => check(code, acts[first + index] ?? "", ASKED_ON)));
    bound += answers.filter(({ verdict }) => verdict === "bound").length;
  }
  return clock(codes.length, bound);
}

function startClock(): (checks: number, bound: number) => Rate {
  const [start, used] = [performance.now(), process.cpuUsage()];
  return (checks, bound) => {
    const { user, system } = process.cpuUsage(used);
    return { perProcessorSecond: Math.round(checks / ((user + system) / 1e6)), perSecond: Math.round(checks / ((performance.now() - start) / 1e3)), bound };
  };
}

/** The middle one, by processor time. */
export function medianOf(rates: readonly Rate[]): Rate {
  const rate = rates.toSorted((a, b) => a.perProcessorSecond - b.perProcessorSecond)[Math.floor(rates.length / 2)];
  if (rate === undefined) throw new Error("assertion failed: a peer is measured at least once");
  return rate;
}
