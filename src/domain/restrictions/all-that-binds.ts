// All that binds one organisation: every act is asked about, at each authority and in every region that makes a difference, and what comes
// back is put together by measure, each effect once with the acts it touches. Nothing is judged here: derive.ts answers, this asks and sorts.
import type { LawId } from "../terms/index.ts";
import type { Act, Statute } from "../rules/index.ts";
import type { EffectInForce, Exit, Missing, PossibleEffect, Reading, StayInForce, Verdict } from "./answer.ts";
import { derive, type Derived } from "./derive.ts";
import { combinedExits } from "./exits.ts";
import { isWithin } from "./facts.ts";
import { sources } from "./measure-hits.ts";
import type { Inquiry, Where } from "./measure-outcome.ts";
import { listHits } from "./triggers.ts";

/** Whom the questions are about, and what they are answered from. */
export type Asking = Omit<Inquiry, "act" | "where">;

/** The answer about one act at one place. */
export interface PlacedAnswer {
  readonly act: LawId;
  /** `cn:act`, `mdb:act@ebrd`, `cn:act@990100`. */
  readonly text: string;
  readonly where: Where;
  readonly derived: Derived;
}

/** Something an answer says, with the acts it says it of; an act at a place has the place after `@`. */
export type OfActs<T> = Omit<T, "acts"> & { readonly acts: readonly string[] };

export interface AllThatBinds {
  /** How many acts: bound wherever a burden binds the act in some place. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly effects: readonly OfActs<EffectInForce>[];
  readonly possible: readonly OfActs<PossibleEffect>[];
  readonly favours: readonly OfActs<EffectInForce>[];
  /** Aimed at office-holders: shown, never enforced. */
  readonly officeHolders: readonly OfActs<EffectInForce>[];
  readonly missing: readonly OfActs<Missing>[];
  readonly presumed: readonly string[];
  /** The smallest sets of acts after which nothing binds any more. */
  readonly exits: readonly Exit[];
  readonly readings: readonly OfActs<Reading>[];
  readonly stayed: readonly StayInForce[];
}

/** Everything that binds, may bind or favours the organisation on the day. */
export function allThatBinds(asking: Asking): AllThatBinds {
  const answers = answersOn(asking, asking.scene.statute.all("act"));
  const effects = ofActs(answers, ({ effects }) => effects);
  return {
    verdicts: verdictsOf(answers), effects,
    possible: ofActs(answers, ({ possible }) => possible), favours: ofActs(answers, ({ favours }) => favours), officeHolders: ofActs(answers, ({ officeHolders }) => officeHolders),
    missing: missingOf(answers), presumed: [...new Set(answers.flatMap(({ derived }) => derived.presumed))].sort(), exits: combinedExits(effects.map(withoutActs)),
    readings: ofActs(answers, ({ readings = [] }) => readings), stayed: distinct(answers.flatMap(({ derived }) => derived.stayed ?? [])),
  };
}

/** Every answer about these acts that differs by place: no check with any place says what is not among them. */
export function answersOn(asking: Asking, acts: readonly Act[]): readonly PlacedAnswer[] {
  const { scene, organisation, find } = asking;
  const { statute } = scene;
  const regional = acts.some((act) => isRegional(statute, act));
  const regions = regional ? regionsToAsk(statute, sources(scene, organisation, find).flatMap((source) => listHits(scene, source.organisation)).flatMap((hit) => hit.regions)) : [];
  return acts.flatMap((act) => placesOf(statute, act, regions).map(({ where, at }): PlacedAnswer => ({ act: act.id, text: at === undefined ? act.id : `${act.id}@${at}`, where, derived: derive({ ...asking, act, where }) })));
}

/** Whether anything on the act binds only where its listing was made. */
function isRegional(statute: Statute, act: Act): boolean {
  return act.where !== "authority" && statute.measuresOn(act.id).some((measure) => measure.within === "regionOfList");
}

interface Place {
  readonly where: Where;
  readonly at?: string;
}

/** An act that asks for an authority is asked about at each; one with regional measures without a place, and in each region. */
function placesOf(statute: Statute, act: Act, regions: readonly string[]): readonly Place[] {
  if (act.where === "authority") {
    const authorities = act.authorities.length > 0 ? act.authorities : [...new Set(statute.measuresOn(act.id).map(({ authority }) => authority))].sort();
    return authorities.map((authority) => ({ where: { authority }, at: shortOf(statute, authority) }));
  }
  return [{ where: {} }, ...(isRegional(statute, act) ? regions.map((region) => ({ where: { region }, at: region })) : [])];
}

/** The regions of listings, and one outside them all: what holds anywhere else holds in one of these as well. */
function regionsToAsk(statute: Statute, listed: readonly string[]): readonly string[] {
  const regions = [...new Set(listed)].sort();
  if (regions.length === 0) return [];
  const outside = statute.all("term").find((term) => term.taxonomy === "region" && !regions.some((region) => isWithin(term.value, region)));
  return outside === undefined ? regions : [...regions, outside.value];
}

/** The short word by which an authority is named after `@`. */
export function shortOf(statute: Statute, authority: LawId): string {
  return statute.get("authority", authority)?.short ?? authority.slice(authority.indexOf(":") + 1);
}

/** Each thing once with the acts; in a region only what is not said of the act anywhere. */
export function ofActs<T extends object>(answers: readonly PlacedAnswer[], pick: (derived: Derived) => readonly T[]): readonly OfActs<T>[] {
  const found = new Map<string, { readonly thing: T; readonly acts: Set<string> }>();
  for (const { act, text, derived } of answers) {
    for (const thing of pick(derived)) {
      const key = JSON.stringify(thing);
      const before = found.get(key);
      if (before === undefined) found.set(key, { thing, acts: new Set([text]) });
      else if (!before.acts.has(act)) before.acts.add(text);
    }
  }
  return [...found.values()].map(({ thing, acts }) => ({ ...thing, acts: [...acts].sort() }));
}

/** Where an act was asked about in its regions, the place is no longer missing. */
function missingOf(answers: readonly PlacedAnswer[]): readonly OfActs<Missing>[] {
  const placed = inRegions(answers);
  return ofActs(answers.filter(({ derived }) => derived.missing.length > 0), ({ missing }) => missing).flatMap((each) => {
    const acts = each.kind === "where" ? each.acts.filter((act) => !placed.has(act)) : each.acts;
    return acts.length === 0 ? [] : [{ ...each, acts }];
  });
}

function inRegions(answers: readonly PlacedAnswer[]): ReadonlySet<string> {
  return new Set(answers.flatMap(({ act, where }) => (where.region === undefined ? [] : [act])));
}

function verdictsOf(answers: readonly PlacedAnswer[]): AllThatBinds["verdicts"] {
  const placed = inRegions(answers);
  const verdicts = { bound: 0, undetermined: 0, clear: 0 };
  for (const [act, same] of Map.groupBy(answers, ({ act: id }) => id)) {
    const told = same.filter(({ where, derived }) => derived.verdict === "bound" || where.region !== undefined || !placed.has(act));
    const verdict = told.some(({ derived }) => derived.verdict === "bound") ? "bound" : told.some(({ derived }) => derived.verdict === "undetermined") ? "undetermined" : "clear";
    verdicts[verdict] += 1;
  }
  return verdicts;
}

/** The effect as an answer has it. */
export function withoutActs({ acts: _acts, ...effect }: OfActs<EffectInForce>): EffectInForce {
  return effect;
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
