// Measure outcome: what one measure does to the organisation because of one trigger: it binds, is left to an office, is spared, stands
// elsewhere, or nobody knows. Read from law and register; derive.ts adds the outcomes up.
import { addDays, covers, earlier, untilOf, type Amount, type FileNumber, type LawId, type PlainDate, type Truth } from "../terms/index.ts";
import { BURDENS, evaluateCriterion, valueOn, type Act, type Basis, type CalendarYear, type Criterion, type Effect, type Force, type Measure, type Memorandum, type NodeResult, type Reach } from "../rules/index.ts";
import { isMilder } from "../cases/index.ts";
import type { Organisation, Register } from "../register/index.ts";
import type { BasisRef, Because, CriterionResult, EffectInForce, Missing, PossibleEffect, Spared } from "./answer.ts";
import { exitsOfHit } from "./exits.ts";
import { anchorDay, isWithin, listingFacts, partyFacts, recordFacts, type Scene } from "./facts.ts";
import { milderAmount } from "./milder-amount.ts";
import { spanOf } from "./measure-hits.ts";
import { knowsStays } from "./stays.ts";
import { criteriaContext, isShown, showsStay, staysOfCauses, type Hit } from "./triggers.ts";

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
  /** The file asked about is an invented person's: an example or a laboratory run, never a file of a register. */
  readonly person?: true;
}

/** What one measure does to the organisation because of one trigger. */
export type Outcome =
  | { readonly kind: "binds"; readonly effect: EffectInForce; readonly placeUnknown: boolean }
  | { readonly kind: "possible"; readonly effect: PossibleEffect }
  | { readonly kind: "officeHolders"; readonly effect: EffectInForce }
  | { readonly kind: "spared"; readonly spared: Spared }
  | { readonly kind: "unknown"; readonly missing: readonly Missing[] }
  /** The law leaves open which of several rules governs: under each reading these bind. */
  | { readonly kind: "open"; readonly missing: Missing; readonly precedence?: LawId; readonly readings: readonly { readonly reading: LawId; readonly tier?: string; readonly effects: readonly EffectInForce[] }[] }
  | { readonly kind: "elsewhere" };

/** What the measure does; of what is stayed, nothing: it is spared, whatever it would have done. */
export function outcomeOf(inquiry: Inquiry, organisation: Organisation, measure: Measure, hit: Hit, presumed: Set<string>): Outcome {
  if (hit.stays.length === 0) return unstayedOutcome(inquiry, organisation, measure, hit, presumed);
  const outcome = unstayedOutcome(inquiry, organisation, measure, hit, new Set());
  return outcome.kind === "elsewhere" || outcome.kind === "spared" ? outcome : stayedOutcome(measure, hit, hit.stays);
}

function stayedOutcome(measure: Measure, hit: Hit, stays: Hit["stays"]): Outcome {
  return { kind: "spared", spared: { measure: measure.id, authority: measure.authority, because: becauseOf(measure, hit, []), failed: "stayed", stays, criteria: [] } };
}

function unstayedOutcome(inquiry: Inquiry, organisation: Organisation, measure: Measure, hit: Hit, presumed: Set<string>): Outcome {
  const { scene } = inquiry;
  const list = hit.ref.kind === "list" || hit.ref.kind === "entailed" ? scene.statute.get("list", hit.ref.list) : undefined;
  if (measure.exceptOwner && list?.owner === measure.authority) return { kind: "elsewhere" };
  const place = placeOf(inquiry, measure, hit.regions);
  if (place === "elsewhere") return { kind: "elsewhere" };
  const governed = anchorDay(measure, scene, hit);
  if (measure.anchor !== "dayAsked" && !covers(measure, governed)) return { kind: "elsewhere" };
  const memorandum = measure.memorandum === undefined ? undefined : scene.statute.get("memorandum", measure.memorandum);
  if (measure.memorandum !== undefined && memorandum === undefined) return { kind: "elsewhere" };
  const stale = staleEdition(inquiry, hit);
  if (stale !== undefined) return { kind: "unknown", missing: [{ ...stale, neededBy: measure.id }] };
  if (hit.unsure.length > 0) return { kind: "unknown", missing: hit.unsure.map((fact) => ({ kind: "fact", fact, neededBy: measure.id })) };

  const conditions = [...(memorandum?.conditions ?? []), ...measure.conditions];
  const standing = testConditions(inquiry, organisation, measure, memorandum, hit, conditions);
  const unstayed = knowsStays(scene.register) ? testConditions({ ...inquiry, scene: { ...scene, unstayed: true } }, organisation, measure, memorandum, hit, conditions) : standing;
  if (isBurden(measure) && unstayed.truth === "false" && standing.truth !== "false") {
    const stays = staysOfCauses(scene, organisation, standing.rests);
    // An order over what the asker may not see is not told of.
    return stays.every((stay) => showsStay(scene, organisation, stay)) ? stayedOutcome(measure, hit, stays) : { kind: "elsewhere" };
  }
  const tested = standing.truth === "true" || !isBurden(measure) ? unstayed : standing;
  const results = tested.results.map((result) => shownOf(scene, organisation, result));
  const because = becauseOf(measure, hit, results);
  if (tested.truth === "false") return { kind: "spared", spared: { measure: measure.id, authority: measure.authority, because, failed: tested.failed ?? measure.id, criteria: results } };
  for (const id of tested.presumed) presumed.add(id);
  if (tested.truth === "unknown") return { kind: "unknown", missing: tested.missing };
  if (regionNotStated(inquiry, measure, hit)) return { kind: "unknown", missing: [{ kind: "fact", fact: "listing.regions", neededBy: measure.id }] };
  return forced({ inquiry, organisation, measure, hit, because, governed, placeUnknown: place === "unknown" });
}

function isBurden({ effects }: Measure): boolean {
  return effects.some((effect) => BURDENS.includes(effect));
}

/** Whether the measure binds in the place asked about, because of a trigger of these regions. */
export function placeOf({ act, where }: Pick<Inquiry, "act" | "where">, measure: Measure, regions: readonly string[]): "here" | "elsewhere" | "unknown" {
  if (act.where === "authority") {
    if (where.authority === undefined) return "unknown";
    return where.authority === measure.authority ? "here" : "elsewhere";
  }
  if (measure.within === "everywhere" || regions.length === 0) return "here";
  const asked = where.region;
  if (asked === undefined) return "unknown";
  return regions.some((region) => isWithin(asked, region)) ? "here" : "elsewhere";
}

/** A measure that binds only where the listing was made, and a reported listing that does not say where that is. */
function regionNotStated(inquiry: Inquiry, measure: Measure, hit: Hit): boolean {
  return hit.listing?.holds === "reported" && needsRegion(inquiry, measure, hit.regions);
}

/** Whether it hangs on a region, and none is stated. */
export function needsRegion({ act }: Pick<Inquiry, "act">, measure: Measure, regions: readonly string[]): boolean {
  return measure.within === "regionOfList" && act.where !== "authority" && regions.length === 0;
}

function staleEdition(inquiry: Inquiry, hit: Hit): Omit<Missing, "neededBy"> | undefined {
  if (hit.listing?.holds !== "reported") return undefined;
  return staleList(inquiry.scene, hit.listing.list);
}

/** A scene never changes: how fresh a list is in it is found once, however many measures hang on it. */
const FRESHNESS = new WeakMap<Scene, Map<LawId, Omit<Missing, "neededBy"> | undefined>>();

/** A list whose newest edition by the day asked is older than the law lets it be. */
export function staleList(scene: Scene, id: LawId): Omit<Missing, "neededBy"> | undefined {
  const known = FRESHNESS.get(scene) ?? new Map<LawId, Omit<Missing, "neededBy"> | undefined>();
  if (!known.has(id)) FRESHNESS.set(scene, known.set(id, staleListAnew(scene, id)));
  return known.get(id);
}

function staleListAnew(scene: Scene, id: LawId): Omit<Missing, "neededBy"> | undefined {
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
  /** The records and listings they count. */
  readonly rests: readonly string[];
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
  const rests: string[] = [];
  let truth: Truth = "true";
  let failed: string | undefined;
  for (const condition of conditions) {
    const evaluated = evaluateCriterion(condition, context);
    results.push(...evaluated.results.map(criterionResult));
    rests.push(...evaluated.results.flatMap((result) => [...(result.records ?? []), ...(result.listings ?? [])]));
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
  return { truth, results, missing, presumed, rests, ...(failed === undefined ? {} : { failed }) };
}

/** A node's result as an answer carries it. */
export function criterionResult({ id, holds, records, needs }: NodeResult): CriterionResult {
  return { id, holds, ...(records === undefined ? {} : { records }), ...(needs === undefined ? {} : { needs }) };
}

/** Of the records a criterion counts, those the asker may see. */
function shownOf(scene: Scene, organisation: Organisation, result: CriterionResult): CriterionResult {
  const { records, ...rest } = result;
  return records === undefined ? rest : { ...rest, records: records.filter((record) => isShown(scene, organisation, record)) };
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

interface Forced {
  readonly inquiry: Inquiry;
  readonly organisation: Organisation;
  readonly measure: Measure;
  readonly hit: Hit;
  readonly because: Because;
  /** The day whose version of the measure governs. */
  readonly governed: PlainDate;
  readonly placeUnknown: boolean;
}

/** What the measure's force makes of it: binding, left to the office, or declined. */
function forced({ inquiry, organisation, measure, hit, because, governed, placeUnknown }: Forced): Outcome {
  const { scene } = inquiry;
  const force: Force = valueOn(measure.force, governed) ?? "mandatory";
  const decision = latestDecision(scene.register.decisions.filter((each) => each.measure === measure.id && each.decidedOn <= scene.on && inquiry.organisation.files.includes(each.file) && aboutHit(each, hit)));
  const { from, end } = spanOf(measure, hit);
  if (end.kind === "fixed" && end.until <= scene.on) return { kind: "elsewhere" };
  const until = untilOf(end);
  const amount = amountOf(scene, measure, governed);
  const common = {
    force, measure: measure.id, authority: measure.authority, from: decision?.choice === "apply" && decision.decidedOn > from ? decision.decidedOn : from, end, because,
    basis: measure.basis.map(basisRef), exits: exitsOfHit({ scene, organisation, calendar: inquiry.calendar }, hit, end),
    ...(until === undefined ? {} : { until }),
    ...(amount === undefined || (amount.kind === "notStated" && !measure.effects.some(isMeasured)) ? {} : { amount }),
    ...(measure.reaches.length === 1 && measure.reaches[0] === "organisation" ? {} : { reaches: measure.reaches }),
  };
  if (decision?.choice === "decline") return { kind: "spared", spared: { measure: measure.id, authority: measure.authority, because, failed: "declined", criteria: [] } };
  if (!reachesWhom(inquiry).some((reach) => measure.reaches.includes(reach))) return { kind: "officeHolders", effect: { ...common, effect: firstEffect(measure) } };
  if (force === "discretionary" && decision === undefined) return { kind: "possible", effect: { ...common, effects: measure.effects } };
  const effect = measure.effects.find((each) => each === decision?.effect) ?? firstEffect(measure);
  return { kind: "binds", effect: { ...common, effect }, placeUnknown };
}

/** What a measure must reach to bind whoever is asked about; aimed at others it is only shown. */
function reachesWhom({ person }: Inquiry): readonly Reach[] {
  return person === true ? ["person"] : ["organisation", "branches"];
}

/** The amount of the day that governs, or a later one that is milder, where the law lets that reach back. */
function amountOf(scene: Scene, measure: Measure, governed: PlainDate): Amount | undefined {
  const amount = valueOn(measure.amount, governed);
  const today = earlier(scene.on, scene.statute.day);
  const reachesBack = [measure.id, measure.memorandum].some((id) => id !== undefined && isMilder(scene.statute, id, scene.statute.day));
  return reachesBack && governed < today ? milderAmount(amount, valueOn(measure.amount, today), measure.effects) : amount;
}

/** Effects that go by an amount: one that is not stated is worth saying. */
export function isMeasured(effect: Effect): boolean {
  return effect === "surcharge" || effect === "discount" || effect === "scrutinise" || effect === "restrict";
}

type MeasureDecision = Register["decisions"][number];

/** By its own day; of one day, the one handed in last. */
function latestDecision(decisions: readonly MeasureDecision[]): MeasureDecision | undefined {
  return [...decisions].sort((a, b) => (a.decidedOn === b.decidedOn ? a.position - b.position : a.decidedOn < b.decidedOn ? -1 : 1)).at(-1);
}

/**
 * A decision is about what it names. One that names nothing, or a listing the law itself makes, whose id is the same each time, is about
 * what was there on its day: what comes after a release is decided anew.
 */
function aboutHit(decision: MeasureDecision, hit: Hit): boolean {
  const wasThere = hit.ref.kind === "status" || hit.from <= decision.decidedOn;
  if (decision.listing !== undefined) return (hit.ref.kind === "list" && hit.ref.listing === decision.listing) || (hit.ref.kind === "entailed" && hit.ref.listing === decision.listing && wasThere);
  return decision.record === undefined ? wasThere : decision.record === hit.record;
}

function firstEffect(measure: Measure): Effect {
  const [effect] = measure.effects;
  if (effect === undefined) throw new Error(`assertion failed: ${measure.id} has an effect`);
  return effect;
}

export function basisRef(basis: Basis): BasisRef {
  return { instrument: basis.instrument, confidence: basis.confidence, ...(basis.article === undefined ? {} : { article: basis.article }), ...(basis.quote === undefined ? {} : { quote: basis.quote }) };
}
