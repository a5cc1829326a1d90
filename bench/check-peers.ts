// The peers of `check`, held against the plain evaluation and then measured: thousand checks a second of processor time and of the clock,
// where every organisation is listed and where one in twenty is. Prints a line of JSON a peer, absent ones too; status 1 where an answer
// differs. `node bench/check-peers.ts [LISTINGS]`; with few listings, such as 2,000, figures would say nothing and are left out: two seconds.
import type { PeerAnswer } from "./check-answer.ts";
import { answersThatDiffer, codesThatAreAlike, codesThatDiffer, measuresThatDiffer, probesThatDiffer } from "./check-agreement.ts";
import { mixed } from "./check-codes.ts";
import { ASKED_ON, inventFacts } from "./check-facts.ts";
import { inventLaw } from "./check-law.ts";
import type { Held, LaterPeer, Peer } from "./peers/peer.ts";
import { openBetterSqlite, openNodeSqlite } from "./peers/sqlite.ts";
import { openZen } from "./peers/zen.ts";

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

/** Checks a second: of processor time, of the clock; the median of the passes. */
export interface Rate {
  readonly perProcessorSecond: number;
  readonly perSecond: number;
  /** Of all answers, those that bind: what was measured is not an empty loop. */
  readonly bound: number;
}

const PASSES = 3;
/** Fewer listings than these lie in the processor's caches. */
const WORTH_MEASURING = 1_000_000;
/** So many questions that what one of them fetched is gone from the caches when the next pass asks it again. */
const QUESTIONS = 400_000;
const LATER_QUESTIONS = 5_000;
/** A binding that answers later works on several threads; this many questions under way keep them busy. */
const UNDER_WAY = 64;

/** How fast a peer answers, one question after another. */
export function measurePeer(peer: Peer, questions: Questions): Rate {
  return medianOf(Array.from({ length: PASSES }, () => {
    const clock = startClock();
    let bound = 0;
    for (const [index, code] of questions.codes.entries()) if (peer.check(code, questions.acts[index] ?? "", ASKED_ON).verdict === "bound") bound += 1;
    return clock(questions.codes.length, bound);
  }));
}

/** How fast a peer that answers later does, with one question under way at a time or with many. */
export async function measureLaterPeer(peer: LaterPeer, questions: Questions, underWay = 1): Promise<Rate> {
  const rates: Rate[] = [];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const clock = startClock();
    let bound = 0;
    for (let first = 0; first < questions.codes.length; first += underWay) {
      const answers: readonly PeerAnswer[] = await Promise.all(questions.codes.slice(first, first + underWay).map((code, index) => peer.check(code, questions.acts[first + index] ?? "", ASKED_ON)));
      bound += answers.filter(({ verdict }) => verdict === "bound").length;
    }
    rates.push(clock(questions.codes.length, bound));
  }
  return medianOf(rates);
}

function startClock(): (checks: number, bound: number) => Rate {
  const [start, used] = [performance.now(), process.cpuUsage()];
  return (checks, bound) => {
    const { user, system } = process.cpuUsage(used);
    return { perProcessorSecond: Math.round(checks / ((user + system) / 1e6)), perSecond: Math.round(checks / ((performance.now() - start) / 1e3)), bound };
  };
}

function medianOf(rates: readonly Rate[]): Rate {
  const rate = rates.toSorted((a, b) => a.perProcessorSecond - b.perProcessorSecond)[Math.floor(rates.length / 2)];
  if (rate === undefined) throw new Error("assertion failed: a peer is measured at least once");
  return rate;
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function sayDiffering(what: string, found: readonly string[] | undefined): void {
  say({ what, differing: found === undefined ? "absent" : found.length });
  for (const each of found?.slice(0, 3) ?? []) process.stderr.write(`${each}\n`);
  if (found !== undefined && found.length > 0) process.exitCode = 1;
}

const LISTED = ["all", "one in twenty"] as const;

async function main(listings: number): Promise<void> {
  const held: Held = { facts: inventFacts({ listings }), law: inventLaw() };
  const worthMeasuring = listings >= WORTH_MEASURING;
  sayDiffering("codes against the law's own scheme", codesThatDiffer(held.facts, 1000));
  sayDiffering("measures against the rulebook", measuresThatDiffer(held.law));
  sayDiffering("codes that two organisations have", codesThatAreAlike(held.facts, Math.min(listings, 100_000)));
  const inC = probesThatDiffer(listings, Math.min(1_000_000, listings));
  sayDiffering("the probe in C against the probe here", inC?.differing);
  if (inC !== undefined && worthMeasuring) say({ peer: "C, the bare probe", listings, listed: "one in twenty", perProcessorSecond: Math.round(1e9 / inC.probed.nanoseconds) });
  for (const [name, open] of [["better-sqlite3", openBetterSqlite], ["node:sqlite", openNodeSqlite]] as const) {
    const peer = open(held);
    if (peer === undefined) {
      say({ peer: name, absent: true });
      continue;
    }
    sayDiffering(`answers of ${name}`, await answersThatDiffer(held, peer, 500));
    for (const listed of worthMeasuring ? LISTED : []) say({ peer: name, listings, listed, ...measurePeer(peer, inventQuestions(held, QUESTIONS, listed)) });
    peer.close();
  }
  const zen = openZen(held);
  if (zen === undefined) return say({ peer: "zen-engine", absent: true });
  sayDiffering(`answers of ${zen.name}`, await answersThatDiffer(held, zen, 500));
  for (const listed of worthMeasuring ? LISTED : []) {
    const questions = inventQuestions(held, LATER_QUESTIONS, listed, zen.organisations);
    for (const underWay of [1, UNDER_WAY]) say({ peer: zen.name, organisations: zen.organisations, listed, underWay, ...(await measureLaterPeer(zen, questions, underWay)) });
  }
  zen.close();
}

if (import.meta.main) await main(Number(process.argv[2] ?? 5_000_000));
