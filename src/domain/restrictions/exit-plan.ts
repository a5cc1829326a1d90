// Exit plan: the fewest listings and records whose end leaves nothing binding in any act, in the order in which they can end, each with its
// ways out and with what it frees once those before it are gone. Read from law and facts alone: what has been done is no part of it any more.
// The search is that of freeing.ts, asked of all acts at once.
import { later, type PlainDate } from "../terms/index.ts";
import { organisationOf } from "../register/index.ts";
import { answersOn, ofActs, withoutActs, type Asking, type OfActs, type PlacedAnswer } from "./all-that-binds.ts";
import type { EffectInForce, Exit } from "./answer.ts";
import { combinedExits } from "./exits.ts";
import { byDay } from "./exit-search.ts";
import { causeOf, memberOf, search, type Burdened, type FreeingMember } from "./freeing.ts";
import { stillStanding, type StillStanding } from "./still-standing.ts";
import { withoutThings } from "./suppose.ts";
import { thingsAround, type Thing } from "./things.ts";

/** One thing to be ended. */
export interface ExitStep extends FreeingMember {
  /** The way out that opens first of those that also end what was rightly there; null: there is none. */
  readonly way: Exit | null;
  /** The first day on which it can be taken: today where it is open; null: the law names none. */
  readonly opensOn: PlainDate | null;
  /** The other ways out. */
  readonly others: readonly Exit[];
  /** What no longer binds when this is gone as well as all before it. */
  readonly frees: readonly OfActs<EffectInForce>[];
  /** What begins to bind then, because something milder no longer goes before it; a later step ends it. */
  readonly begins: readonly OfActs<EffectInForce>[];
}

export interface ExitPlan {
  /** All that binds now. */
  readonly binds: readonly OfActs<EffectInForce>[];
  readonly steps: readonly ExitStep[];
  /** The first day on which nothing the plan can end binds any more, if every step is taken on its first day and granted on that day; null: a step has no day in law, or no way out. */
  readonly freeOn: PlainDate | null;
  /** The day may move: it counts working days whose holidays are not published. */
  readonly provisional: boolean;
  /** What still binds when every step is done, and why. */
  readonly stays: readonly StillStanding[];
  /** Whether every combination was tried; if not there may be another plan as short. */
  readonly whole: boolean;
  /** Something the asker may not see bears on it: no plan is given away. */
  readonly withheld: boolean;
}

/** The plan for one organisation. */
export function exitPlan(asking: Asking): ExitPlan {
  const things = thingsAround(asking.scene, asking.organisation);
  const shown = things.filter(({ shown: told }) => told);
  const unseen = things.filter(({ shown: told }) => !told);
  const asked = supposing(asking, []);
  const binds = burdensOf(asked.all([]));
  const nothing = { binds, steps: [], freeOn: null, provisional: false, stays: [], whole: true, withheld: false };
  if (binds.length === 0) return nothing;
  const found = planned(asking, shown, asked);
  // What the asker may not see must neither be told of nor make what is told untrue.
  if (unseen.length > 0 && JSON.stringify(found.sets) !== JSON.stringify(planned(asking, shown, supposing(asking, unseen)).sets)) return { ...nothing, whole: false, withheld: true };
  const effects = binds.map(withoutActs);
  const candidates = found.sets.map((ids) => shown.filter(({ id }) => ids.includes(id)).map((thing) => stepOf(asking, thing, effects)));
  const best = candidates.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1))[0] ?? [];
  const steps = withWhatTheyFree(inOrder(best), asked);
  return {
    binds, steps, whole: found.whole, withheld: false, stays: found.stays, provisional: steps.some(({ way }) => way?.provisional === true),
    freeOn: steps.length === 0 || found.stays.length > 0 ? null : steps.reduce<PlainDate | null>((last, { opensOn }) => (last === null || opensOn === null ? null : later(last, opensOn)), asking.scene.on),
  };
}

interface Supposing {
  /** Every answer with these things gone. */
  readonly all: (ids: readonly string[]) => readonly PlacedAnswer[];
  /** The first act that a burden of which `leavable` is true binds, if any; the acts after it are not asked about. */
  readonly first: (ids: readonly string[], leavable: (effect: EffectInForce) => boolean) => Burdened;
}

function supposing(asking: Asking, never: readonly Thing[]): Supposing {
  const base = withoutThings(asking.scene, new Set(never.map(({ id }) => id)), "never");
  const without = (ids: readonly string[]): Asking => {
    const scene = withoutThings(base, new Set(ids), "ended");
    return { ...asking, scene, organisation: organisationOf(scene.register, asking.organisation.file) ?? asking.organisation, find: (file) => organisationOf(scene.register, file) };
  };
  const acts = base.statute.all("act");
  const firsts = new Map<string, Burdened>();
  return {
    all: (ids) => answersOn(without(ids), acts),
    first: (ids, leavable) => {
      const key = [...ids].sort().join(" ");
      const known = firsts.get(key);
      if (known !== undefined) return known;
      const supposed = without(ids);
      let found: Burdened = { verdict: "clear", effects: [] };
      for (const act of acts) {
        const effects = answersOn(supposed, [act]).flatMap(({ derived }) => derived.effects).filter(leavable);
        if (effects.length === 0) continue;
        found = { verdict: "bound", effects };
        break;
      }
      firsts.set(key, found);
      return found;
    },
  };
}

/** Sets whose end leaves only what would be left if everything shown were gone. */
function planned(asking: Asking, shown: readonly Thing[], asked: Supposing): { readonly sets: readonly (readonly string[])[]; readonly whole: boolean; readonly stays: readonly StillStanding[] } {
  const left = burdensOf(asked.all(shown.map(({ id }) => id))).map(withoutActs);
  const lasting = new Set(left.map(causeOf));
  const { sets, whole } = search(asking, shown, (ids) => asked.first(ids, (effect) => !lasting.has(causeOf(effect))));
  return { sets: sets.filter((set) => set.length > 0), whole, stays: [...new Map(stillStanding({ effects: left, missing: [] }).map((still) => [JSON.stringify(still), still])).values()] };
}

function burdensOf(answers: readonly PlacedAnswer[]): readonly OfActs<EffectInForce>[] {
  return ofActs(answers, ({ effects }) => effects);
}

type Step = Omit<ExitStep, "frees" | "begins">;

/** That a decision was wrong ends it too, but nobody can plan for that. */
function stepOf({ scene, calendar }: Asking, thing: Thing, effects: readonly EffectInForce[]): Step {
  const member = memberOf(thing, effects, scene.on, calendar);
  const own = effects.filter(({ because }) => !("withheld" in because) && ((because.trigger.kind === "list" && because.trigger.listing === thing.id) || (because.trigger.kind === "record" && because.trigger.record === thing.id)));
  // What it sets off may last longer than it does by terms of its own: the whole of it has to end.
  const ways = (own.length === 0 ? member.exits : combinedExits(own)).map((exit) => ({ exit, day: opening(exit, scene.on) })).toSorted((a, b) => (orderOf(a.day) < orderOf(b.day) ? -1 : 1));
  const first = ways.find(({ exit }) => !exit.acts.every((act) => act === "annulment" || act === "objection"));
  return { ...member, exits: ways.map(({ exit }) => exit), way: first?.exit ?? null, opensOn: first?.day ?? null, others: ways.filter((each) => each !== first).map(({ exit }) => exit) };
}

const NOT_BY_ASKING: readonly string[] = ["term", "end-of-cause", "review"];

/** What can be asked for or done and has no day in law is open at once. */
function opening({ acts, earliest }: Exit, on: PlainDate): PlainDate | null {
  return earliest === undefined ? (acts.some((act) => NOT_BY_ASKING.includes(act)) ? null : on) : later(earliest, on);
}

function orderOf(day: PlainDate | null): string {
  return day ?? "9999";
}

/** What leads out at all goes before what does not, what is over sooner before what takes longer, few steps before many. */
function rankOf(steps: readonly Step[]): string {
  const stuck = steps.filter(({ way }) => way === null).length;
  const last = steps.map(({ opensOn }) => orderOf(opensOn)).sort().at(-1) ?? "";
  return `${String(stuck).padStart(3, "0")} ${last} ${String(steps.length).padStart(3, "0")}`;
}

/** By their days; a list that another way out asks to be left first comes before it. */
function inOrder(steps: readonly Step[]): readonly Step[] {
  const waiting = steps.toSorted((a, b) => (orderOf(a.opensOn) < orderOf(b.opensOn) ? -1 : 1));
  const order: Step[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex((step) => !(step.way?.needs ?? []).some((list) => waiting.some((other) => other !== step && other.of === list)));
    order.push(...waiting.splice(Math.max(0, free), 1));
  }
  return order;
}

function withWhatTheyFree(steps: readonly Step[], asked: Supposing): readonly ExitStep[] {
  const after = steps.map((_step, index) => asked.all(steps.slice(0, index + 1).map(({ id }) => id)));
  return steps.map((step, index) => {
    const [before, now] = [after[index - 1] ?? asked.all([]), after[index] ?? []];
    const frees = onlyIn(before, now);
    return { ...step, ...bySelf(step, frees), frees, begins: onlyIn(now, before) };
  });
}

/** Where all that a step would free lapses by itself before the step can be taken, as what the law draws from a record does, that is the way. */
function bySelf({ opensOn }: Step, frees: readonly OfActs<EffectInForce>[]): Partial<Step> {
  const lapses = frees.map(({ exits }) => exits.filter(({ acts, earliest }) => earliest !== undefined && acts.every((act) => NOT_BY_ASKING.includes(act))).toSorted(byDay)[0]);
  const last = lapses.reduce((latest, lapse) => (latest === undefined || lapse === undefined ? undefined : byDay(latest, lapse) < 0 ? lapse : latest), lapses[0]);
  return last?.earliest === undefined || last.acts.includes("review") || (opensOn !== null && opensOn <= last.earliest) ? {} : { way: last, opensOn: last.earliest };
}

/** Burdens of the first answers that the second do not have. */
function onlyIn(answers: readonly PlacedAnswer[], others: readonly PlacedAnswer[]): readonly OfActs<EffectInForce>[] {
  const there = new Set(others.flatMap(({ text, derived }) => derived.effects.map((effect) => `${text} ${causeOf(effect)}`)));
  return ofActs(answers.map((answer) => ({ ...answer, derived: { ...answer.derived, effects: answer.derived.effects.filter((effect) => !there.has(`${answer.text} ${causeOf(effect)}`)) } })), ({ effects }) => effects);
}
