// Freeing: which listings and records would have to go for the verdict on an act to be clear. Sets of them are supposed gone and the question
// is asked again, the smallest first; so what the law makes of their going (listings of its own, precedence, favours that come back) is
// in the answer. Few things are tried in every combination; where there are many the reasons of each answer say what to try next.
import type { FileNumber, LawId, PlainDate } from "../terms/index.ts";
import type { Criterion } from "../rules/index.ts";
import { organisationOf } from "../register/index.ts";
import type { EffectInForce, Exit, Verdict } from "./answer.ts";
import { derive, type Derived } from "./derive.ts";
import { eachOf } from "./exit-search.ts";
import { stillStanding, type StillStanding } from "./still-standing.ts";
import { withoutThings, type Gone } from "./suppose.ts";
import { thingsAround, type Thing } from "./things.ts";
import { thingsBehind } from "./triggers.ts";
import type { Inquiry } from "./measure-outcome.ts";
import { leadsOut } from "./ways-out.ts";

export interface FreeingQuestion extends Inquiry {
  readonly gone: Gone;
}

/** A listing or record of a freeing set, with what ends it. */
export interface FreeingMember {
  readonly kind: "listing" | "record";
  readonly id: string;
  readonly of: LawId;
  /** On whose file: a parent's may bind its branch. */
  readonly file: FileNumber;
  readonly exits: readonly Exit[];
  /** Nothing that the organisation can bring about ends it: only that it was wrong, or nothing the law names. */
  readonly deadEnd?: "permanent" | "noExit";
}

export interface FreeingSet {
  readonly members: readonly FreeingMember[];
  /** One way out of each member, together: acts that end the whole set, earliest first; none where a member has none. */
  readonly exits: readonly Exit[];
  /** Burdens that begin to bind when one member alone is gone, which is why it is not enough. */
  readonly brings: readonly { readonly without: string; readonly effects: readonly EffectInForce[] }[];
  /** Favours that come back with the set gone. */
  readonly regained: readonly EffectInForce[];
}

export interface Freeing {
  readonly verdict: Verdict;
  /** At most eight, the smallest first; empty where the act is clear already. */
  readonly sets: readonly FreeingSet[];
  /** Whether every combination was tried; if not there may be other sets. */
  readonly whole: boolean;
  /** Where no set frees: what would still stand if everything were gone. */
  readonly still: readonly StillStanding[];
}

const SETS_MAX = 8;
/** As many things are tried in every combination, which is 128 questions. */
const EVERY_COMBINATION_MAX = 7;
const ASKED_MAX = 130;

/** What would free the organisation for the act. */
export function freeing(question: FreeingQuestion): Freeing {
  const things = thingsAround(question.scene, question.organisation);
  const shown = things.filter(({ shown: told }) => told);
  const unseen = things.filter(({ shown: told }) => !told);
  const asked = supposing(question, []);
  const { verdict } = asked([]);
  if (verdict === "clear") return { verdict, sets: [], whole: true, still: [] };
  const found = search(question, shown, asked);
  // What the asker may not see must neither be told of nor make what is told untrue.
  if (unseen.length > 0 && JSON.stringify(found) !== JSON.stringify(search(question, shown, supposing(question, unseen)))) return { verdict, sets: [], whole: false, still: [{ kind: "withheld" }] };
  const sets = found.sets.map((ids) => setOf(question, shown, asked, ids));
  return { verdict, sets, whole: found.whole, still: sets.length > 0 ? [] : stillStanding(asked(shown.map(({ id }) => id))) };
}

type Asked = (gone: readonly string[]) => Derived;
/** What a search has to know of an answer. */
export type Burdened = Pick<Derived, "verdict" | "effects">;

/** The question with some things gone; each combination is asked once. */
function supposing(question: FreeingQuestion, never: readonly Thing[]): Asked {
  const base = withoutThings(question.scene, new Set(never.map(({ id }) => id)), "never");
  const known = new Map<string, Derived>();
  return (ids) => {
    const key = [...ids].sort().join(" ");
    const before = known.get(key);
    if (before !== undefined) return before;
    const scene = withoutThings(base, new Set(ids), question.gone);
    const organisation = organisationOf(scene.register, question.organisation.file) ?? question.organisation;
    const derived = derive({ ...question, scene, organisation, find: (file) => organisationOf(scene.register, file) });
    known.set(key, derived);
    return derived;
  };
}

export interface Searched {
  readonly sets: readonly (readonly string[])[];
  readonly whole: boolean;
}

/** Sets in order of their size; none that holds another one. `asked`: the question with some things gone, be it of one act or of many. */
export function search(question: Pick<Inquiry, "scene" | "organisation">, things: readonly Thing[], asked: (gone: readonly string[]) => Burdened): Searched {
  const every = things.length <= EVERY_COMBINATION_MAX;
  const all = things.map(({ id }) => id);
  const found: (readonly string[])[] = [];
  let left = ASKED_MAX;
  let level: readonly (readonly string[])[] = [[]];
  while (level.length > 0 && left > 0) {
    const next = new Map<string, readonly string[]>();
    for (const set of level.filter((each) => !holdsAny(each, found))) {
      if (found.length === SETS_MAX || left === 0) return { sets: found.length > 0 ? found : greedy(all, asked), whole: false };
      left -= 1;
      const derived = asked(set);
      if (derived.verdict !== "clear") for (const more of (every ? all : namedBy(question, derived, all)).filter((id) => !set.includes(id))) next.set([...set, more].sort().join(" "), [...set, more].sort());
      else found.push(...[every ? set : smallestWithin(set, asked)].filter((each) => !holdsAny(each, found)));
    }
    level = [...next.values()];
  }
  return { sets: found.length > 0 || every ? found : greedy(all, asked), whole: every };
}

function holdsAny(set: readonly string[], smaller: readonly (readonly string[])[]): boolean {
  return smaller.some((each) => each.every((id) => set.includes(id)));
}

/** Where the search ends without any set: everything, less what need not go. */
function greedy(all: readonly string[], asked: (gone: readonly string[]) => Burdened): readonly (readonly string[])[] {
  return asked(all).verdict === "clear" ? [smallestWithin(all, asked)] : [];
}

const SUBSETS_OF_MAX = 6;

/** A part of the set that frees and of which no part does: of a large set, of which no part that lacks one thing does. */
function smallestWithin(set: readonly string[], asked: (gone: readonly string[]) => Burdened): readonly string[] {
  if (set.length <= SUBSETS_OF_MAX) return subsetsOf(set).find((part) => asked(part).verdict === "clear") ?? set;
  return set.reduce<readonly string[]>((kept, id) => {
    const without = kept.filter((each) => each !== id);
    return asked(without).verdict === "clear" ? without : kept;
  }, set);
}

/** All of them, the smallest first. */
function subsetsOf(set: readonly string[]): readonly (readonly string[])[] {
  return set.reduce<readonly (readonly string[])[]>((parts, id) => [...parts, ...parts.map((part) => [...part, id])], [[]]).toSorted((a, b) => a.length - b.length);
}

/** What the first burden of an answer hangs on, one of which must go for it to go; everything where its reasons do not say. */
function namedBy({ scene, organisation }: Pick<Inquiry, "scene" | "organisation">, { effects }: Burdened, all: readonly string[]): readonly string[] {
  const [effect] = effects;
  if (effect === undefined || "withheld" in effect.because) return all;
  const { trigger, criteria } = effect.because;
  const measure = scene.statute.get("measure", effect.measure);
  const memorandum = measure?.memorandum === undefined ? undefined : scene.statute.get("memorandum", measure.memorandum);
  if ([...(measure?.conditions ?? []), ...(memorandum?.conditions ?? [])].some(countsOthers)) return all;
  const own = trigger.kind === "record" ? [trigger.record] : trigger.kind === "list" ? [trigger.listing] : trigger.kind === "entailed" ? [...thingsBehind(scene, organisation, trigger.cause)] : [];
  const named = [...own, ...criteria.flatMap(({ records = [] }) => records)].filter((id) => all.includes(id));
  return named.length === 0 ? all : named;
}

/** Whether a condition counts listings or records, or asks that there be none. */
function countsOthers(condition: Criterion): boolean {
  if (condition.kind === "listed" || condition.kind === "records") return true;
  if (condition.kind === "exceptions") return [condition.rule, ...condition.unless].some(countsOthers);
  return "of" in condition && condition.of.some(countsOthers);
}

function setOf({ scene, calendar }: FreeingQuestion, things: readonly Thing[], asked: Asked, ids: readonly string[]): FreeingSet {
  const now = asked([]);
  const members = things.filter(({ id }) => ids.includes(id)).map((thing) => memberOf(thing, now.effects, scene.on, calendar));
  const brings = ids.length < 2 ? [] : ids.map((without) => ({ without, effects: newIn(now.effects, asked([without]).effects) })).filter(({ effects }) => effects.length > 0);
  return { members, exits: members.map(({ exits }) => exits).reduce<readonly Exit[]>(eachOf, [{ acts: [] }]), brings, regained: newIn(now.favours, asked(ids).favours) };
}

/** A thing with what ends it, where these are the burdens. */
export function memberOf(thing: Thing, burdens: readonly EffectInForce[], on: PlainDate, calendar: Inquiry["calendar"]): FreeingMember {
  const { kind, id, of, organisation } = thing;
  const exits = exitsOf(thing, burdens, on, () => thing.exits(calendar));
  const dead = exits.length > 0 && leadsOut(thing.end, exits) ? undefined : thing.end.kind === "permanent" ? "permanent" : "noExit";
  return { kind, id, of, file: organisation.file, exits, ...(dead === undefined ? {} : { deadEnd: dead }) };
}

/** As the answer has them, where the thing sets off what binds: a measure may have a term of its own. */
function exitsOf({ id }: Thing, effects: readonly EffectInForce[], on: PlainDate, otherwise: () => readonly Exit[]): readonly Exit[] {
  const own = effects.filter(({ because }) => !("withheld" in because) && ((because.trigger.kind === "list" && because.trigger.listing === id) || (because.trigger.kind === "record" && because.trigger.record === id)));
  const exits = own.length === 0 ? otherwise() : own.flatMap((effect) => effect.exits);
  return [...new Map(exits.map((exit) => [JSON.stringify(exit), exit])).values()].filter(({ acts, earliest }) => acts[0] !== "term" || earliest === undefined || earliest > on);
}

function newIn(before: readonly EffectInForce[], after: readonly EffectInForce[]): readonly EffectInForce[] {
  const had = new Set(before.map(causeOf));
  return after.filter((effect) => !had.has(causeOf(effect)));
}

/** The measure and what sets it off, whatever its reasons. */
export function causeOf({ measure, because }: EffectInForce): string {
  if ("withheld" in because) return measure;
  const { trigger } = because;
  return `${measure} ${trigger.kind === "entailed" ? trigger.listing : JSON.stringify(trigger)}`;
}
