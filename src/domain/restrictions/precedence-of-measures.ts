// Precedence of measures: where the law puts one of several measures first, leaves open which goes first, or lets measures rest for a
// while. Takes what each measure would do and gives what is left of it; derive.ts adds it up.
import { hasEnded, type End, type LawId, type PlainDate } from "../terms/index.ts";
import { evaluateCriterion, type Measure } from "../rules/index.ts";
import { passedOverBy, precedenceOf, type Prefers, type Suspends } from "../cases/index.ts";
import type { EffectInForce, Missing } from "./answer.ts";
import { isWithin } from "./facts.ts";
import type { Inquiry, Outcome } from "./measure-outcome.ts";
import { criteriaContext, type Hit } from "./triggers.ts";

/** A measure met with a trigger, and what it would do. */
export interface Considered {
  readonly measure: Measure;
  readonly hit: Hit;
  readonly outcome: Outcome;
}

/** What is left once the law's precedence has been heard: suspensions, then listings of which it is open whether they ended, then preferences. */
export function heard(inquiry: Inquiry, considered: readonly Considered[]): readonly Outcome[] {
  const { prefers, suspensions } = precedenceOf(inquiry.scene.statute);
  const resting = suspensions.filter((entry) => entry.what === "effects");
  const awake = considered.map((each) => opened(inquiry.scene.on, resting.length === 0 ? each : suspended(inquiry, resting, each)));
  // One measure has nothing to be preferred to.
  return (awake.length < 2 ? awake : prefers.reduce<readonly Considered[]>(preferred, awake)).map((each) => each.outcome);
}

function suspended(inquiry: Inquiry, entries: readonly Suspends[], each: Considered): Considered {
  const { outcome, measure } = each;
  if (outcome.kind !== "binds" && outcome.kind !== "possible" && outcome.kind !== "officeHolders") return each;
  const missing: Missing[] = [];
  for (const entry of entries) {
    if (![...idsOf(each), ...measure.acts].some((id) => entry.of.includes(id))) continue;
    const held = holds(inquiry, entry);
    if (held.truth === "true") return { ...each, outcome: { kind: "spared", spared: { measure: measure.id, authority: measure.authority, because: outcome.effect.because, ...failedBy(entry.id), criteria: [] } } };
    if (held.truth === "unknown") missing.push(...held.missing.map((fact): Missing => ({ kind: "fact", fact, neededBy: measure.id })));
  }
  return missing.length === 0 ? each : { ...each, outcome: { kind: "unknown", missing } };
}

/** Whether a suspension is about this organisation: by its region, and by its own condition. */
function holds({ scene, organisation }: Inquiry, entry: Suspends): { readonly truth: "true" | "false" | "unknown"; readonly missing: readonly string[] } {
  const { region } = organisation.attributes;
  if (entry.regions.length > 0 && region !== undefined && !entry.regions.some((wider) => isWithin(region, wider))) return { truth: "false", missing: [] };
  const tested = entry.when === undefined ? { truth: "true" as const, missing: [] } : evaluateCriterion(entry.when, criteriaContext(scene, organisation, {}));
  if (tested.truth === "false") return { truth: "false", missing: [] };
  const missing = [...(entry.regions.length > 0 && region === undefined ? ["organisation.region"] : []), ...(tested.truth === "unknown" ? tested.missing.map((each) => each.fact) : [])];
  return missing.length > 0 || tested.truth === "unknown" ? { truth: "unknown", missing: missing.length > 0 ? missing : ["a condition of a suspension"] } : { truth: "true", missing: [] };
}

/** A measure of a listing of which it is open whether it has ended by itself: under each reading it binds or does not. */
function opened(on: PlainDate, each: Considered): Considered {
  const { outcome, hit: { open }, measure } = each;
  if (open === undefined || outcome.kind !== "binds") return each;
  const readings = open.open.map(({ reading, tier, end }) => ({ reading, ...(tier === undefined ? {} : { tier }), effects: hasEnded(end, on) ? [] : [endingWith(outcome.effect, end)] }));
  const { precedence } = open;
  const missing: Missing = precedence === undefined ? { kind: "fact", fact: "the tier of the repair rule", neededBy: measure.id } : { kind: "reading", fact: precedence, neededBy: measure.id };
  return { ...each, outcome: { kind: "open", missing, readings, ...(precedence === undefined ? {} : { precedence }) } };
}

/** The effect, no longer than the listing under this reading. */
function endingWith(effect: EffectInForce, end: End): EffectInForce {
  if (end.kind !== "fixed" || (effect.end.kind === "fixed" && effect.end.until <= end.until)) return effect;
  return { ...effect, end, until: end.until };
}

/** One rule of preference, heard among the measures it names: under one trigger, or of one organisation where it names lists. */
function preferred(considered: readonly Considered[], entry: Prefers): readonly Considered[] {
  const named = considered.flatMap((each) => {
    const id = idsOf(each).find((one) => entry.among.includes(one));
    return id !== undefined && speaks(each.outcome) ? [{ each, id }] : [];
  });
  if (new Set(named.map(({ id }) => id)).size < 2) return considered;
  const changed = new Map<Considered, Outcome>();
  for (const group of Map.groupBy(named, ({ each, id }) => (id === listOf(each) ? "" : JSON.stringify(each.hit.ref))).values()) {
    for (const [each, outcome] of entry.prefer === "unresolved" ? unresolved(entry, group) : resolved(entry, group)) changed.set(each, outcome);
  }
  return considered.map((each) => ({ ...each, outcome: changed.get(each) ?? each.outcome }));
}

interface Named {
  readonly each: Considered;
  readonly id: LawId;
}

/** The measure itself, its memorandum, the list or record type that sets it off. */
function idsOf({ measure, hit: { ref } }: Considered): readonly LawId[] {
  const of = ref.kind === "list" || ref.kind === "entailed" ? [ref.list] : ref.kind === "record" ? [ref.type] : [];
  return [measure.id, ...(measure.memorandum === undefined ? [] : [measure.memorandum]), ...of];
}

function listOf({ hit: { ref } }: Considered): LawId | undefined {
  return ref.kind === "list" || ref.kind === "entailed" ? ref.list : undefined;
}

function speaks(outcome: Outcome): boolean {
  return outcome.kind === "binds" || outcome.kind === "possible" || outcome.kind === "unknown" || isStayed(outcome);
}

/** What is stayed still stands, and speaks: that it is held back lets nothing through that it keeps away. */
function isStayed(outcome: Outcome): boolean {
  return outcome.kind === "spared" && outcome.spared.stays !== undefined;
}

/** The first named governs; where nobody knows whether it speaks, nobody knows whether the others do. */
function resolved(entry: Prefers, group: readonly Named[]): readonly (readonly [Considered, Outcome])[] {
  const passedOver = passedOverBy(entry, group.map(({ id }) => id));
  const first = group.filter(({ id }) => entry.among.includes(id) && !passedOver.includes(id));
  const certain = first.some(({ each }) => each.outcome.kind !== "unknown");
  const missing = first.flatMap(({ each }) => (each.outcome.kind === "unknown" ? each.outcome.missing : []));
  return group.filter(({ each, id }) => passedOver.includes(id) && !isStayed(each.outcome)).map(({ each }) => {
    const { measure, outcome } = each;
    if (!certain) return [each, { kind: "unknown", missing }];
    const because = outcome.kind === "binds" || outcome.kind === "possible" ? outcome.effect.because : undefined;
    return [each, because === undefined ? { kind: "elsewhere" } : { kind: "spared", spared: { measure: measure.id, authority: measure.authority, because, ...failedBy(entry.id), criteria: [] } }];
  });
}

/** Measures that come to the same stay as they are; where they differ, what binds is open, and each reading is given. */
function unresolved(entry: Prefers, group: readonly Named[]): readonly (readonly [Considered, Outcome])[] {
  const byId = [...Map.groupBy(group, ({ id }) => id)];
  if (new Set(byId.map(([, named]) => likeness(named))).size < 2) return [];
  const readings = byId.map(([reading, named]) => ({ reading, effects: named.flatMap(({ each: { outcome } }) => (outcome.kind === "binds" ? [outcome.effect] : [])) }));
  return group.filter(({ each }) => each.outcome.kind === "binds").map(({ each }, index) => {
    const missing: Missing = { kind: "reading", fact: entry.id, neededBy: each.measure.id };
    return [each, index === 0 ? { kind: "open", missing, precedence: entry.id, readings } : { kind: "elsewhere" }];
  });
}

/** What measures come to, whatever they are called: their effects, force, amounts and ends. */
function likeness(named: readonly Named[]): string {
  return JSON.stringify(named.map(({ each: { outcome } }) => {
    if (outcome.kind === "binds") return JSON.stringify([outcome.effect.effect, outcome.effect.amount, outcome.effect.end, outcome.placeUnknown]);
    return outcome.kind === "possible" ? JSON.stringify([outcome.effect.effects, outcome.effect.amount, outcome.effect.end]) : outcome.kind;
  }).sort());
}

function failedBy(precedence: LawId): { readonly failed: string; readonly precedence: LawId } {
  return { failed: `precedence:${precedence}`, precedence };
}
