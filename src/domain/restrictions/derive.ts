// Derive: the law in plain slow lines. Rulebook + what is on file + the clocks -> the answer with its reasons, as ids.
// The fast index of a later issue is held against this twin. Called by service/; worded by explain.ts.
import { BURDENS, type Measure } from "../rules/index.ts";
import type { Answer, EffectInForce, Missing, Reading, Spared, Verdict } from "./answer.ts";
import { combinedExits } from "./exits.ts";
import { outcomeOf, staleList, type Inquiry, type Outcome } from "./measure-outcome.ts";
import { heard, type Considered } from "./precedence-of-measures.ts";
import { hitsOf, sources } from "./measure-hits.ts";
import { byStart, isForbidding } from "./sum.ts";
import type { Scene } from "./facts.ts";
import { listHits } from "./triggers.ts";

/** The part of an answer that follows from law and facts alone. */
export interface Derived extends Pick<Answer, "verdict" | "decision" | "effects" | "possible" | "favours" | "spared" | "missing" | "presumed" | "exits" | "readings" | "stayed"> {
  /** Aimed at office-holders: law to be shown in a standing, never enforced. */
  readonly officeHolders: readonly EffectInForce[];
}

/** Answers one question. Nothing is decided here that the law leaves to an office. */
export function derive(inquiry: Inquiry): Derived {
  const { scene, act } = inquiry;
  const considered: Considered[] = [];
  const presumed = new Set<string>();
  for (const { organisation, through } of sources(scene, inquiry.organisation, inquiry.find)) {
    const lists = listHits(scene, organisation);
    for (const measure of scene.statute.measuresOn(act.id)) {
      if (!reachesThrough(measure, through)) continue;
      for (const hit of hitsOf(scene, organisation, measure, lists)) {
        if (hit.sight !== "hidden") considered.push({ measure, hit, outcome: outcomeOf(inquiry, organisation, measure, hit, presumed) });
      }
    }
  }
  return summed(inquiry, heard(inquiry, considered), [...presumed].sort());
}

/** A parent's listing reaches a branch where the measure says so; a measure of the organisation's own needs no such word. */
function reachesThrough(measure: Measure, through: "branchOf" | "subsidiaryOf" | "controlledBy" | undefined): boolean {
  return through === undefined || (through === "branchOf" && measure.reaches.includes("branches"));
}

function summed(inquiry: Inquiry, outcomes: readonly Outcome[], presumed: readonly string[]): Derived {
  const { act } = inquiry;
  const binding = outcomes.flatMap((outcome) => (outcome.kind === "binds" && !outcome.placeUnknown ? [outcome.effect] : []));
  const effects = binding.filter((effect) => BURDENS.includes(effect.effect)).sort(byStart);
  const favours = binding.filter((effect) => !BURDENS.includes(effect.effect)).sort(byStart);
  const missing = distinct([
    ...outcomes.flatMap((outcome) => (outcome.kind === "unknown" ? outcome.missing : [])),
    ...outcomes.flatMap((outcome): Missing[] => (outcome.kind === "binds" && outcome.placeUnknown && BURDENS.includes(outcome.effect.effect) ? [{ kind: "where", fact: "where", neededBy: outcome.effect.measure, of: outcome.effect.authority }] : [])),
    ...outcomes.flatMap((outcome) => (outcome.kind === "open" && isBurden(outcome) ? [outcome.missing] : [])),
    ...staleListsOf(inquiry),
  ]);
  const readings = readingsOf(outcomes);
  const spared = outcomes.flatMap((outcome) => (outcome.kind === "spared" && !isKeptBack(outcome.spared) ? [outcome.spared] : []));
  const stayed = [...new Map(spared.flatMap((each) => each.stays ?? []).map((stay) => [JSON.stringify(stay), stay])).values()];
  const verdict: Verdict = effects.length > 0 ? "bound" : missing.length > 0 ? "undetermined" : "clear";
  return {
    verdict,
    decision: !(effects.some(isForbidding) || (verdict === "undetermined" && act.undetermined === "closes")),
    effects,
    possible: outcomes.flatMap((outcome) => (outcome.kind === "possible" ? [outcome.effect] : [])),
    favours,
    officeHolders: outcomes.flatMap((outcome) => (outcome.kind === "officeHolders" ? [outcome.effect] : [])),
    spared,
    missing,
    presumed,
    exits: combinedExits(effects),
    ...(readings.length === 0 ? {} : { readings }),
    ...(stayed.length === 0 ? {} : { stayed }),
  };
}

/** By act and authority: it hangs on no organisation. */
const STALE = new WeakMap<Scene, Map<string, readonly Missing[]>>();

/** Lists this act's burdens hang on whose newest edition is too old: an absence on them says nothing. */
function staleListsOf({ scene, act, where }: Inquiry): readonly Missing[] {
  const known = STALE.get(scene) ?? new Map<string, readonly Missing[]>();
  const key = `${act.id} ${act.where === "authority" ? (where.authority ?? "") : ""}`;
  const found = known.get(key) ?? scene.statute.measuresOn(act.id).flatMap((measure): Missing[] => {
    if (measure.trigger.kind !== "list" || !measure.effects.some((effect) => BURDENS.includes(effect))) return [];
    if (act.where === "authority" && where.authority !== undefined && measure.authority !== where.authority) return [];
    return measure.trigger.lists.flatMap((list) => {
      const own = measure.exceptOwner && scene.statute.get("list", list)?.owner === measure.authority;
      const stale = own ? undefined : staleList(scene, list);
      return stale === undefined ? [] : [{ ...stale, neededBy: measure.id }];
    });
  });
  STALE.set(scene, known.set(key, found));
  return found;
}

/** What binds must be told, whether or not its reason may be seen; what an order holds back need not be. */
function isKeptBack({ because, stays }: Spared): boolean {
  return stays !== undefined && "withheld" in because;
}

type Open = Extract<Outcome, { readonly kind: "open" }>;

/** Whether a burden hangs on it: what is open only among favours leaves no verdict open. */
function isBurden({ readings }: Open): boolean {
  return readings.some(({ effects }) => effects.some((effect) => BURDENS.includes(effect.effect)));
}

/** What each rule gives, over everything that is open between the same rules. */
function readingsOf(outcomes: readonly Outcome[]): readonly Reading[] {
  const open = outcomes.flatMap((outcome) => (outcome.kind === "open" ? outcome.readings.map((reading) => ({ ...reading, ...(outcome.precedence === undefined ? {} : { precedence: outcome.precedence }) })) : []));
  return [...Map.groupBy(open, ({ precedence, reading, tier }) => `${precedence} ${reading} ${tier}`).values()].flatMap((same): Reading[] => {
    const [first] = same;
    const effects = same.flatMap((each) => each.effects).sort(byStart);
    return first === undefined ? [] : [{ ...first, verdict: effects.some((effect) => BURDENS.includes(effect.effect)) ? "bound" : "clear", effects }];
  });
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((each) => [JSON.stringify(each), each])).values()];
}
