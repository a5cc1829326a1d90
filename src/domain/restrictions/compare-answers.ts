// Compare answers: what changes when one question is answered under another rulebook. Both sides are derived from the same facts for
// the same day; only what follows is compared, not the words or sources it rests on. Called by service/ before a law is adopted.
import type { LawId } from "../terms/index.ts";
import type { EffectInForce, PossibleEffect, Verdict } from "./answer.ts";
import type { Derived } from "./derive.ts";

/** Null where the rulebook has no such act. */
export type Side = Omit<Derived, "officeHolders" | "spared"> | null;

export type ChangedPart = "act" | "verdict" | "decision" | "effects" | "possible" | "favours" | "missing" | "readings" | "exits";

export interface AnswerChange {
  readonly verdict: { readonly before: Verdict | null; readonly after: Verdict | null };
  /** What is not the same on both sides. */
  readonly parts: readonly ChangedPart[];
  readonly effects: readonly EffectChange[];
}

/** A burden or favour that only one side has, or that is another one on the other side. */
export interface EffectChange {
  readonly what: "begins" | "ends" | "alters";
  readonly measure: LawId;
  readonly memorandum?: LawId;
  /** The list whose listing sets it off. */
  readonly list?: LawId;
}

const PARTS = ["verdict", "decision", "effects", "possible", "favours", "missing", "readings", "exits"] as const satisfies readonly (ChangedPart & keyof NonNullable<Side>)[];

/** Undefined: the answers are the same. */
export function compareAnswers(before: Side, after: Side): AnswerChange | undefined {
  const parts = changedParts(before, after);
  if (parts.length === 0) return undefined;
  return { verdict: { before: before?.verdict ?? null, after: after?.verdict ?? null }, parts, effects: effectChanges(inForce(before), inForce(after)) };
}

function changedParts(before: Side, after: Side): readonly ChangedPart[] {
  if (before === null || after === null) return before === after ? [] : ["act"];
  return PARTS.filter((part) => before[part] !== after[part] && same(before[part]) !== same(after[part]));
}

/** The same for what binds alike: sources and reasons may differ, and what stands side by side has no order. */
function same(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map((each) => JSON.stringify(each, withoutReasons)).sort() : value);
}

function withoutReasons(name: string, value: unknown): unknown {
  return name === "basis" || name === "criteria" ? undefined : value;
}

type Effect = EffectInForce | PossibleEffect;

function inForce(side: Side): readonly Effect[] {
  return side === null ? [] : [...side.effects, ...side.possible, ...side.favours];
}

function effectChanges(before: readonly Effect[], after: readonly Effect[]): readonly EffectChange[] {
  const [earlier, later] = [byCause(before), byCause(after)];
  return [...new Set([...earlier.keys(), ...later.keys()])].sort().flatMap((cause): readonly EffectChange[] => {
    const [was, is] = [earlier.get(cause), later.get(cause)];
    const effect = is ?? was;
    if (effect === undefined || same([was]) === same([is])) return [];
    return [{ what: was === undefined ? "begins" : is === undefined ? "ends" : "alters", measure: effect.measure, ...causeOf(effect) }];
  });
}

/** By measure and what sets it off: a listing can be met by many measures, a measure by many listings. */
function byCause(effects: readonly Effect[]): ReadonlyMap<string, Effect> {
  return new Map(effects.map((effect) => [`${effect.measure} ${"trigger" in effect.because ? JSON.stringify(effect.because.trigger) : ""}`, effect]));
}

function causeOf({ because }: Effect): Pick<EffectChange, "memorandum" | "list"> {
  if ("withheld" in because) return {};
  const { memorandum, trigger } = because;
  return { ...(memorandum === undefined ? {} : { memorandum }), ...(trigger.kind === "list" || trigger.kind === "entailed" ? { list: trigger.list } : {}) };
}
