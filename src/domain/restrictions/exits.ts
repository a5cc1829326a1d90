// Exits: the ways out of what binds. For one trigger from its End and its list's exits; for an answer the smallest sets of acts
// after which the verdict is clear.
import type { End, PlainDate } from "../terms/index.ts";
import type { CalendarYear } from "../rules/index.ts";
import { exitsOf, workingCalendar } from "../cases/index.ts";
import type { EffectInForce, Exit } from "./answer.ts";
import type { Scene } from "./facts.ts";
import type { Hit } from "./triggers.ts";

const SETS_MAX = 8;

/** The ways out of one trigger: its term where the End states one, then what its list's law offers, earliest first. */
export function exitsOfHit(scene: Scene, hit: Hit, end: End, calendar: readonly CalendarYear[]): readonly Exit[] {
  const term: readonly Exit[] = end.kind === "fixed" ? [{ acts: ["term"], earliest: end.until, ...listingOf(hit) }] : end.kind === "untilDone" ? [{ acts: ["performance"], ...listingOf(hit) }] : [];
  if (hit.ref.kind === "entailed") return [{ acts: ["end-of-cause"], ...listingOf(hit) }];
  const list = hit.ref.kind === "list" ? scene.statute.get("list", hit.ref.list) : undefined;
  if (list === undefined || hit.listing === undefined) return term;
  const decidedOn = hit.decidedOn ?? hit.from;
  const days = { appliedOn: scene.on, decidedOn, effectiveFrom: hit.from, ...(hit.publishedFrom === undefined ? {} : { publishedFrom: hit.publishedFrom }), ...(hit.actedOn === undefined ? {} : { actedOn: hit.actedOn }) };
  const others = exitsOf(list, { end, days }, scene.on, workingCalendar(calendar))
    .filter((exit) => exit.act !== "term")
    .map((exit): Exit => ({ acts: [exit.act], exit: exit.exit, ...listingOf(hit), ...(exit.earliest === undefined ? {} : { earliest: exit.earliest }), ...(exit.provisional === true ? { provisional: true as const } : {}) }));
  return [...term, ...others].sort(byDay);
}

function listingOf(hit: Hit): Pick<Exit, "listing" | "list"> {
  return hit.ref.kind === "list" || hit.ref.kind === "entailed" ? { listing: hit.ref.listing, list: hit.ref.list } : {};
}

/** One way out of every trigger that binds, combined; several terms are one act. At most eight sets, earliest first. */
export function combinedExits(effects: readonly EffectInForce[]): readonly Exit[] {
  const perTrigger = new Map<string, readonly Exit[]>();
  for (const effect of effects) {
    const key = "withheld" in effect.because ? `withheld ${effect.measure}` : JSON.stringify(effect.because.trigger);
    const before = perTrigger.get(key);
    // Several measures of one trigger end with it; one with a longer term of its own keeps its own way out.
    if (before === undefined || latest(effect.exits) > latest(before)) perTrigger.set(key, effect.exits);
  }
  let sets: readonly Exit[] = [{ acts: [] }];
  for (const exits of perTrigger.values()) {
    if (exits.length === 0) return [];
    sets = smallest(sets.flatMap((set) => exits.map((exit) => joined(set, exit))));
  }
  return effects.length === 0 ? [] : sets.map((set) => ({ ...set, acts: set.acts }));
}

function joined(set: Exit, exit: Exit): Exit {
  const acts = [...new Set([...set.acts, ...exit.acts])];
  const first = set.acts.length === 0;
  const earliest = first ? exit.earliest : set.earliest !== undefined && exit.earliest !== undefined ? laterOf(set.earliest, exit.earliest) : undefined;
  return {
    acts,
    ...(earliest === undefined ? {} : { earliest }),
    ...(set.provisional || exit.provisional ? { provisional: true as const } : {}),
    ...(first && exit.listing !== undefined ? { listing: exit.listing } : {}),
    ...(first && exit.list !== undefined ? { list: exit.list } : {}),
    ...(first && exit.exit !== undefined ? { exit: exit.exit } : {}),
  };
}

/** Sets that ask for no more acts than another which is as early. */
function smallest(sets: readonly Exit[]): readonly Exit[] {
  const unique = [...new Map(sets.map((set) => [`${[...set.acts].sort().join(" ")} ${set.earliest ?? ""}`, set])).values()].sort(byDay);
  return unique.filter((set) => !unique.some((other) => other !== set && other.acts.length < set.acts.length && other.acts.every((act) => set.acts.includes(act)) && dayOf(other) <= dayOf(set))).slice(0, SETS_MAX);
}

function latest(exits: readonly Exit[]): string {
  return exits.reduce((day, exit) => (exit.earliest !== undefined && exit.earliest > day ? exit.earliest : day), "");
}

function byDay(a: Exit, b: Exit): number {
  return dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.acts.length - b.acts.length;
}

/** Exits without a day come last. */
function dayOf(exit: Exit): string {
  return exit.earliest ?? "9999";
}

function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
