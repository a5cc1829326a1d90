// Exit search: which acts lead out of a list, when one way out may ask for another list to be left first and a listing may hang on
// others. A bounded search over the lists that can be reached; the same for an organisation's listings and for a supposed one.
import { later, type LawId, type PlainDate } from "../terms/index.ts";
import type { Exit } from "./answer.ts";

/** Breadth and depth: lists looked at beyond the one asked about, rounds of the search, and sets of acts kept for each list. */
export const LISTS_MAX = 64;
const ROUNDS_MAX = 16;
const SETS_MAX = 8;

/** One list as the search sees it. */
export interface ExitNode {
  /** Lists whose leaving its ways out may ask for. */
  readonly next: readonly LawId[];
  /** Its ways out, given those of the lists that are known to lead out so far. */
  readonly exits: (known: KnownExits) => readonly Exit[];
  /** Whether these ways out lead out of it: of a permanent listing only what the listed can bring about. */
  readonly leads: (exits: readonly Exit[]) => boolean;
}

export type KnownExits = ReadonlyMap<LawId, readonly Exit[]>;

/** The lists that lead out, each with its ways; `nodeOf` gives undefined for a list that need not be left. */
export function searchExits(start: LawId, nodeOf: (list: LawId) => ExitNode | undefined): KnownExits {
  const nodes = reachable(start, nodeOf);
  let known: KnownExits = new Map();
  for (let round = 0, before = ""; round < ROUNDS_MAX; round += 1) {
    const led = known;
    known = new Map([...nodes].flatMap(([list, node]) => {
      const exits = [...node.exits(led)].sort(byDay);
      return node.leads(exits) ? [[list, exits] as const] : [];
    }));
    const after = JSON.stringify([...known]);
    if (after === before) break;
    before = after;
  }
  return known;
}

function reachable(start: LawId, nodeOf: (list: LawId) => ExitNode | undefined): ReadonlyMap<LawId, ExitNode> {
  const nodes = new Map<LawId, ExitNode>();
  const waiting = [start];
  for (let list = waiting.shift(); list !== undefined && nodes.size <= LISTS_MAX; list = waiting.shift()) {
    const node = nodes.has(list) ? undefined : nodeOf(list);
    if (node === undefined) continue;
    nodes.set(list, node);
    waiting.push(...node.next);
  }
  return nodes;
}

/** A way out that asks for lists to be left first: with the earliest way out of each of them, or none where one of them leads nowhere. */
export function afterLeaving(exit: Exit, known: KnownExits, standsOn: (list: LawId) => boolean): readonly Exit[] {
  let sets: readonly Exit[] = [exit];
  for (const list of exit.needs ?? []) {
    if (standsOn(list)) sets = eachOf(sets, known.get(list) ?? []);
  }
  return sets;
}

/** One of the first and one of the second, each pair joined to one set of acts. */
export function eachOf(sets: readonly Exit[], exits: readonly Exit[]): readonly Exit[] {
  return smallest(sets.flatMap((set) => exits.map((exit) => joined(set, exit))));
}

export function joined(set: Exit, exit: Exit): Exit {
  const acts = [...new Set([...set.acts, ...exit.acts])];
  if (set.acts.length === 0) return { ...exit, acts };
  const { earliest: _earliest, decideBy: _decideBy, provisional: _provisional, ...first } = set;
  const earliest = set.earliest !== undefined && exit.earliest !== undefined ? later(set.earliest, exit.earliest) : undefined;
  const reading = set.reading ?? exit.reading;
  return {
    ...first, acts, ...(earliest === undefined ? {} : { earliest }), ...(set.provisional || exit.provisional ? { provisional: true as const } : {}),
    ...(reading === undefined ? {} : { reading }),
  };
}

/** Sets that ask for no more acts than another of the same reading which is as early; at most eight, earliest first. */
export function smallest(sets: readonly Exit[]): readonly Exit[] {
  const unique = [...new Map(sets.map((set) => [`${[...set.acts].sort().join(" ")} ${set.earliest ?? ""} ${set.reading ?? ""}`, set])).values()].sort(byDay);
  return unique.filter((set) => !unique.some((other) => other !== set && other.reading === set.reading && other.acts.length < set.acts.length && other.acts.every((act) => set.acts.includes(act)) && dayOf(other) <= dayOf(set))).slice(0, SETS_MAX);
}

export function byDay(a: Exit, b: Exit): number {
  return dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.acts.length - b.acts.length;
}

/** Exits without a day come last. */
function dayOf(exit: Exit): PlainDate | "9999" {
  return exit.earliest ?? "9999";
}
