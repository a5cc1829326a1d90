// Derive: the law in plain slow lines. Rulebook + what is on file + the clocks -> the answer with its reasons, as ids.
// The fast index of a later issue is held against this twin. Called by service/; worded by explain.ts.
import { addDays, covers, untilOf, type FileNumber, type LawId, type PlainDate, type Truth } from "../terms/index.ts";
import { BURDENS, evaluateCriterion, valueOn, type Act, type Basis, type CalendarYear, type Criterion, type Effect, type Force, type Measure, type Memorandum, type NodeResult } from "../rules/index.ts";
import type { Organisation } from "../register/index.ts";
import type { Answer, BasisRef, Because, CriterionResult, EffectInForce, Missing, PossibleEffect, Spared, Verdict } from "./answer.ts";
import { combinedExits, exitsOfHit } from "./exits.ts";
import { anchorDay, listingFacts, partyFacts, recordFacts, type Scene } from "./facts.ts";
import { criteriaContext, hitsOf, listHits, sources, spanOf, type Hit } from "./triggers.ts";

/** Where the act is to be done: the authority asked, a region, or both through an office. Empty: not said. */
export interface Where {
  readonly authority?: LawId;
  readonly region?: string;
}

export interface Inquiry {
  readonly scene: Scene;
  readonly organisation: Organisation;
  /** Another organisation of the register, by one of its files: for what reaches branches and parts. */
  readonly find: (file: FileNumber) => Organisation | undefined;
  readonly act: Act;
  readonly where: Where;
  readonly calendar: readonly CalendarYear[];
}

/** The part of an answer that follows from law and facts alone. */
export interface Derived extends Pick<Answer, "verdict" | "decision" | "effects" | "possible" | "favours" | "spared" | "missing" | "presumed" | "exits"> {
  /** Aimed at office-holders: law to be shown in a standing, never enforced. */
  readonly officeHolders: readonly EffectInForce[];
}

/** What one measure does to the organisation because of one trigger. */
type Outcome =
  | { readonly kind: "binds"; readonly effect: EffectInForce; readonly placeUnknown: boolean }
  | { readonly kind: "possible"; readonly effect: PossibleEffect }
  | { readonly kind: "officeHolders"; readonly effect: EffectInForce }
  | { readonly kind: "spared"; readonly spared: Spared }
  | { readonly kind: "unknown"; readonly missing: readonly Missing[] }
  | { readonly kind: "elsewhere" };

/** Answers one question. Nothing is decided here that the law leaves to an office. */
export function derive(inquiry: Inquiry): Derived {
  const { scene, act } = inquiry;
  const outcomes: Outcome[] = [];
  const presumed = new Set<string>();
  for (const { organisation, through } of sources(scene.register, inquiry.organisation, inquiry.find)) {
    const lists = listHits(scene, organisation);
    for (const measure of scene.statute.measuresOn(act.id)) {
      if (!reachesThrough(measure, through)) continue;
      for (const hit of hitsOf(scene, organisation, measure, lists)) {
        if (hit.sight !== "hidden") outcomes.push(applied(inquiry, organisation, measure, hit, presumed));
      }
    }
  }
  return summed(inquiry, outcomes, [...presumed].sort());
}

/** A parent's listing reaches a branch where the measure says so; a measure of the organisation's own needs no such word. */
function reachesThrough(measure: Measure, through: "branchOf" | "subsidiaryOf" | "controlledBy" | undefined): boolean {
  return through === undefined || (through === "branchOf" && measure.reaches.includes("branches"));
}

function applied(inquiry: Inquiry, organisation: Organisation, measure: Measure, hit: Hit, presumed: Set<string>): Outcome {
  const { scene } = inquiry;
  const list = hit.ref.kind === "list" || hit.ref.kind === "entailed" ? scene.statute.get("list", hit.ref.list) : undefined;
  if (measure.exceptOwner && list?.owner === measure.authority) return { kind: "elsewhere" };
  const place = placeOf(inquiry, measure, hit);
  if (place === "elsewhere") return { kind: "elsewhere" };
  const governed = anchorDay(measure, scene, hit);
  if (measure.anchor !== "dayAsked" && !covers(measure, governed)) return { kind: "elsewhere" };
  const memorandum = measure.memorandum === undefined ? undefined : scene.statute.get("memorandum", measure.memorandum);
  if (measure.memorandum !== undefined && memorandum === undefined) return { kind: "elsewhere" };
  const stale = staleEdition(inquiry, hit);
  if (stale !== undefined) return { kind: "unknown", missing: [{ ...stale, neededBy: measure.id }] };
  if (hit.unsure.length > 0) return { kind: "unknown", missing: hit.unsure.map((fact) => ({ kind: "fact", fact, neededBy: measure.id })) };

  const conditions = [...(memorandum?.conditions ?? []), ...measure.conditions];
  const tested = testConditions(inquiry, organisation, measure, memorandum, hit, conditions);
  const because = becauseOf(measure, hit, tested.results);
  if (tested.truth === "false") return { kind: "spared", spared: { measure: measure.id, authority: measure.authority, because, failed: tested.failed ?? measure.id, criteria: tested.results } };
  for (const id of tested.presumed) presumed.add(id);
  if (tested.truth === "unknown") return { kind: "unknown", missing: tested.missing };
  return forced(inquiry, measure, hit, because, governed, place === "unknown");
}

/** Whether the measure binds in the place asked about. */
function placeOf(inquiry: Inquiry, measure: Measure, hit: Hit): "here" | "elsewhere" | "unknown" {
  const { act, where } = inquiry;
  if (act.where === "authority") {
    if (where.authority === undefined) return "unknown";
    return where.authority === measure.authority ? "here" : "elsewhere";
  }
  if (measure.within === "everywhere" || hit.regions.length === 0) return "here";
  if (where.region === undefined) return "unknown";
  const asked = where.region;
  return hit.regions.some((region) => isWithin(asked, region)) ? "here" : "elsewhere";
}

/** A region lies within another when it is it, or the other's code with its trailing pairs of zeros dropped begins it. */
export function isWithin(region: string, wider: string): boolean {
  return region.startsWith(wider.replace(/(?:00)+$/, ""));
}

function staleEdition(inquiry: Inquiry, hit: Hit): Omit<Missing, "neededBy"> | undefined {
  if (hit.listing?.holds !== "reported") return undefined;
  return staleList(inquiry.scene, hit.listing.list);
}

/** A list whose newest edition by the day asked is older than the law lets it be. */
export function staleList(scene: Scene, id: LawId): Omit<Missing, "neededBy"> | undefined {
  const list = scene.statute.get("list", id);
  const latest = (scene.register.editions.get(id) ?? []).findLast((edition) => edition.asOf <= scene.on);
  if (list?.freshForDays === undefined || latest === undefined) return undefined;
  const since = addDays(latest.asOf, list.freshForDays);
  return since <= scene.on ? { kind: "edition", fact: "a newer edition of the list", of: id, since } : undefined;
}

interface Tested {
  readonly truth: Truth;
  readonly results: readonly CriterionResult[];
  readonly missing: readonly Missing[];
  readonly presumed: readonly string[];
  readonly failed?: string;
}

/** All conditions, in the order of the law; the first that fails is named. */
function testConditions(inquiry: Inquiry, organisation: Organisation, measure: Measure, memorandum: Memorandum | undefined, hit: Hit, conditions: readonly Criterion[]): Tested {
  const { scene } = inquiry;
  const list = hit.listing === undefined ? undefined : scene.statute.get("list", hit.listing.list);
  const record = hit.record === undefined ? undefined : organisation.records.find((each) => each.id === hit.record);
  const context = criteriaContext(scene, organisation, {
    ...(hit.listing === undefined || list === undefined ? {} : { listing: listingFacts(scene, organisation, list, hit.listing) }),
    ...(record === undefined ? {} : { record: recordFacts(record) }),
    party: partyFacts(memorandum, measure.authority),
    decider: partyFacts(memorandum, hit.decidedBy),
  });
  const results: CriterionResult[] = [];
  const missing: Missing[] = [];
  const presumed: string[] = [];
  let truth: Truth = "true";
  let failed: string | undefined;
  for (const condition of conditions) {
    const evaluated = evaluateCriterion(condition, context);
    results.push(...evaluated.results.map(criterionResult));
    presumed.push(...evaluated.presumed);
    if (evaluated.truth === "false" && truth !== "false") {
      truth = "false";
      failed = condition.id ?? measure.id;
    }
    if (evaluated.truth === "unknown") {
      if (truth === "true") truth = "unknown";
      missing.push(...evaluated.missing.map((each): Missing => missingFact(each.fact, measure.id, hit)));
    }
  }
  if (truth === "unknown" && missing.length === 0) missing.push(missingFact("a condition of this measure", measure.id, hit));
  return { truth, results, missing, presumed, ...(failed === undefined ? {} : { failed }) };
}

/** A node's result as an answer carries it. */
export function criterionResult({ id, holds, records, needs }: NodeResult): CriterionResult {
  return { id, holds, ...(records === undefined ? {} : { records }), ...(needs === undefined ? {} : { needs }) };
}

function missingFact(fact: string, neededBy: LawId, hit: Hit): Missing {
  return { kind: "fact", fact, neededBy, ...(hit.decidedBy === undefined ? {} : { of: hit.decidedBy }) };
}

function becauseOf(measure: Measure, hit: Hit, criteria: readonly CriterionResult[]): Because {
  if (hit.sight === "withheld") return { withheld: true, authority: measure.authority };
  return {
    trigger: hit.ref,
    ...(measure.memorandum === undefined ? {} : { memorandum: measure.memorandum }),
    ...(measure.clause === undefined ? {} : { clause: measure.clause }),
    ...(hit.decidedBy === undefined ? {} : { decidedBy: hit.decidedBy }),
    ...(hit.decidedOn === undefined ? {} : { decidedOn: hit.decidedOn }),
    criteria: [...criteria, ...hit.criteria],
  };
}

/** What the measure's force makes of it: binding, left to the office, or declined. */
function forced(inquiry: Inquiry, measure: Measure, hit: Hit, because: Because, governed: PlainDate, placeUnknown: boolean): Outcome {
  const { scene } = inquiry;
  const force: Force = valueOn(measure.force, governed) ?? "mandatory";
  const decision = scene.register.decisions.findLast((each) => each.measure === measure.id && each.decidedOn <= scene.on && inquiry.organisation.files.includes(each.file) && aboutHit(each, hit));
  const { from, end } = spanOf(measure, hit);
  if (end.kind === "fixed" && end.until <= scene.on) return { kind: "elsewhere" };
  const until = untilOf(end);
  const amount = valueOn(measure.amount, governed);
  const common = {
    force, measure: measure.id, authority: measure.authority, from: decision?.choice === "apply" && decision.decidedOn > from ? decision.decidedOn : from, end, because,
    basis: measure.basis.map(basisRef), exits: exitsOfHit(scene, hit, end, inquiry.calendar),
    ...(until === undefined ? {} : { until }),
    ...(amount === undefined || (amount.kind === "notStated" && !measure.effects.some(isMeasured)) ? {} : { amount }),
    ...(measure.reaches.length === 1 && measure.reaches[0] === "organisation" ? {} : { reaches: measure.reaches }),
  };
  if (decision?.choice === "decline") return { kind: "spared", spared: { measure: measure.id, authority: measure.authority, because, failed: "declined", criteria: [] } };
  if (!measure.reaches.includes("organisation") && !measure.reaches.includes("branches")) return { kind: "officeHolders", effect: { ...common, effect: firstEffect(measure) } };
  if (force === "discretionary" && decision === undefined) return { kind: "possible", effect: { ...common, effects: measure.effects } };
  const effect = measure.effects.find((each) => each === decision?.effect) ?? firstEffect(measure);
  return { kind: "binds", effect: { ...common, effect }, placeUnknown };
}

/** Effects that go by an amount: one that is not stated is worth saying. */
function isMeasured(effect: Effect): boolean {
  return effect === "surcharge" || effect === "discount" || effect === "scrutinise" || effect === "restrict";
}

function aboutHit(decision: { readonly listing?: string; readonly record?: string }, hit: Hit): boolean {
  if (decision.listing !== undefined) return (hit.ref.kind === "list" || hit.ref.kind === "entailed") && hit.ref.listing === decision.listing;
  return decision.record === undefined || decision.record === hit.record;
}

function firstEffect(measure: Measure): Effect {
  const [effect] = measure.effects;
  if (effect === undefined) throw new Error(`assertion failed: ${measure.id} has an effect`);
  return effect;
}

export function basisRef(basis: Basis): BasisRef {
  return { instrument: basis.instrument, confidence: basis.confidence, ...(basis.article === undefined ? {} : { article: basis.article }), ...(basis.quote === undefined ? {} : { quote: basis.quote }) };
}

function summed(inquiry: Inquiry, outcomes: readonly Outcome[], presumed: readonly string[]): Derived {
  const { scene, act } = inquiry;
  const binding = outcomes.flatMap((outcome) => (outcome.kind === "binds" && !outcome.placeUnknown ? [outcome.effect] : []));
  const effects = binding.filter((effect) => BURDENS.includes(effect.effect)).sort(byStart);
  const favours = binding.filter((effect) => !BURDENS.includes(effect.effect)).sort(byStart);
  const missing = distinct([
    ...outcomes.flatMap((outcome) => (outcome.kind === "unknown" ? outcome.missing : [])),
    ...outcomes.flatMap((outcome): Missing[] => (outcome.kind === "binds" && outcome.placeUnknown && BURDENS.includes(outcome.effect.effect) ? [{ kind: "where", fact: "where", neededBy: outcome.effect.measure, of: outcome.effect.authority }] : [])),
    ...staleLists(inquiry),
  ]);
  const verdict: Verdict = effects.length > 0 ? "bound" : missing.length > 0 ? "undetermined" : "clear";
  const forbids = effects.some((effect) => effect.effect === "deny" || effect.effect === "restrict");
  return {
    verdict,
    decision: !(forbids || (verdict === "undetermined" && act.undetermined === "closes")),
    effects,
    possible: outcomes.flatMap((outcome) => (outcome.kind === "possible" ? [outcome.effect] : [])),
    favours,
    officeHolders: outcomes.flatMap((outcome) => (outcome.kind === "officeHolders" ? [outcome.effect] : [])),
    spared: outcomes.flatMap((outcome) => (outcome.kind === "spared" ? [outcome.spared] : [])),
    missing,
    presumed,
    exits: combinedExits(effects),
  };

  /** Lists this act's burdens hang on whose newest edition is too old: an absence on them says nothing. */
  function staleLists({ where }: Inquiry): readonly Missing[] {
    return scene.statute.measuresOn(act.id).flatMap((measure): Missing[] => {
      if (measure.trigger.kind !== "list" || !measure.effects.some((effect) => BURDENS.includes(effect))) return [];
      if (act.where === "authority" && where.authority !== undefined && measure.authority !== where.authority) return [];
      return measure.trigger.lists.flatMap((list) => {
        const own = measure.exceptOwner && scene.statute.get("list", list)?.owner === measure.authority;
        const stale = own ? undefined : staleList(scene, list);
        return stale === undefined ? [] : [{ ...stale, neededBy: measure.id }];
      });
    });
  }
}

function byStart(a: EffectInForce, b: EffectInForce): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : a.measure < b.measure ? -1 : a.measure > b.measure ? 1 : 0;
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((each) => [JSON.stringify(each), each])).values()];
}
