// Repair rules: which of the law's repair rules speak for a listing or record on a day, by their anchors and the law's transitions,
// and which of their tiers may apply. Read from the law; asked for ways out and for how a listing ends by itself.
import { addMonths, covers, earlier, type LawId, type PlainDate, type Truth } from "../../terms/index.ts";
import type { Criterion, Repair, RepairTier } from "../../rules/index.ts";
import { governingDay, type GoverningDays } from "./governing-day.ts";
import type { LawBook } from "../listing/listing-law.ts";
import { isMilder, precedenceOf } from "./precedence.ts";

/** What repair is asked for: a listing on a list, or a record of a type, by the days known of it. */
export interface Repairable {
  readonly of: LawId;
  readonly days: GoverningDays;
  /** Whether a tier's condition holds of it; not given: unknown. */
  readonly holds?: (condition: Criterion) => Truth;
}

/** A rule that speaks, with the tiers that may apply. */
export interface SpeakingRepair {
  readonly rule: Repair;
  readonly tiers: readonly RepairTier[];
}

/** The repair rules that speak for it on the day of the statute book, in the law's order. */
export function speakingRepairs(law: LawBook, thing: Repairable, day: PlainDate): readonly SpeakingRepair[] {
  const known = repairsOver(law, thing.of).filter((rule) => rule.from === undefined || rule.from <= day);
  if (known.length === 0) return [];
  const days = { ...thing.days, appliedOn: earlier(thing.days.appliedOn, day), asked: day };
  const natural = known.filter((rule) => speaksOn(rule, governingDay(rule.anchor, days)));
  const moved = transitions(law, known, { ...thing, days }, day);
  const rules = [...natural.filter((rule) => !moved.settled.has(rule.id)), ...moved.rules];
  return [...new Set(rules.map((rule) => milderOf(law, rule, known, { ...thing, days }, day)))].flatMap((rule) => {
    const tiers = tiersFor(rule, thing);
    return tiers.length === 0 ? [] : [{ rule, tiers }];
  });
}

/** A book of law gives the same entries each time it is asked, so they are sorted once for each book. */
const shelves = new WeakMap<readonly Repair[], ReadonlyMap<LawId, readonly Repair[]>>();

function repairsOver(law: LawBook, id: LawId): readonly Repair[] {
  const all = law.all("repair");
  const shelf = shelves.get(all) ?? byCovered(all);
  shelves.set(all, shelf);
  return shelf.get(id) ?? [];
}

function byCovered(all: readonly Repair[]): ReadonlyMap<LawId, readonly Repair[]> {
  const pairs = all.filter((rule) => rule.draft !== true).flatMap((rule) => rule.covers.map((id) => ({ id, rule })));
  return new Map([...Map.groupBy(pairs, ({ id }) => id)].map(([id, same]) => [id, same.map(({ rule }) => rule)]));
}

function speaksOn(rule: Repair, day: PlainDate | undefined): boolean {
  return day !== undefined && covers(rule, day);
}

/** The tiers that may apply: those that name it where any does, less those whose condition fails. */
export function tiersFor(rule: Repair, { of, holds }: Pick<Repairable, "of" | "holds">): readonly RepairTier[] {
  const naming = rule.tiers.filter((tier) => tier.covers?.includes(of) === true);
  return (naming.length > 0 ? naming : rule.tiers).filter((tier) => tier.when === undefined || holds === undefined || holds(tier.when) !== "false");
}

/** Matters begun while the old rule was in force and its replacement was not: which of the two now speaks. */
function transitions(law: LawBook, known: readonly Repair[], thing: Repairable, day: PlainDate): { readonly rules: readonly Repair[]; readonly settled: ReadonlySet<LawId> } {
  const rules: Repair[] = [];
  const settled = new Set<LawId>();
  for (const entry of precedenceOf(law).transitions) {
    const old = known.find((rule) => rule.id === entry.old);
    const replacement = known.find((rule) => rule.id === entry.replacement);
    if (old === undefined || replacement === undefined || !covers(entry, day) || !covers(replacement, day)) continue;
    const begun = begunOn(old, thing.days);
    if (!speaksOn(old, begun) || begun === undefined || (replacement.from !== undefined && replacement.from <= begun)) continue;
    settled.add(old.id).add(replacement.id);
    rules.push(entry.pending === "old" ? old : entry.pending === "new" ? replacement : milderRule(old, replacement, thing));
  }
  return { rules, settled };
}

/** A rule that goes by the day asked about names no day on which a matter begins: then it is the decision's. */
function begunOn(rule: Repair, days: GoverningDays): PlainDate | undefined {
  return rule.anchor === "dayAsked" ? days.decidedOn : governingDay(rule.anchor, days);
}

/** A later rule on the same thing that is milder takes the place of one of which the law says so. */
function milderOf(law: LawBook, rule: Repair, known: readonly Repair[], thing: Repairable, day: PlainDate): Repair {
  const begun = begunOn(rule, thing.days);
  if (!rule.milder && !isMilder(law, rule.id, day)) return rule;
  const later = known.filter((other) => other.id !== rule.id && covers(other, day) && other.from !== undefined && begun !== undefined && other.from > begun);
  return later.reduce((mildest, other) => milderRule(mildest, other, thing), rule);
}

/** The first of two, unless the second is milder by what is certain: an earlier last day, or the same and a shorter minimum. */
function milderRule(first: Repair, second: Repair, thing: Repairable): Repair {
  const [a, b] = [severity(first, thing), severity(second, thing)];
  if (tiersFor(second, thing).length === 0) return first;
  return b.maximum < a.maximum || (b.maximum === a.maximum && b.minimum < a.minimum) ? second : first;
}

/** The longest a rule may hold on to it: in months, over the tiers that may apply. */
function severity(rule: Repair, thing: Repairable): { readonly maximum: number; readonly minimum: number } {
  const tiers = tiersFor(rule, thing);
  return {
    maximum: Math.max(...tiers.map((tier) => (tier.endsByItself ? (tier.maximumMonths ?? Infinity) : Infinity))),
    minimum: Math.max(...tiers.map((tier) => tier.minimumMonths ?? 0)),
  };
}

/** The day from which a tier's months are counted: publication, or effect where there is none. */
export function countedFrom(days: Pick<GoverningDays, "publishedFrom" | "effectiveFrom">): PlainDate {
  return days.publishedFrom ?? days.effectiveFrom;
}

/** The first free day under a tier that ends by itself. */
export function endOfTier(tier: RepairTier, days: GoverningDays): PlainDate | undefined {
  return tier.endsByItself && tier.maximumMonths !== undefined ? addMonths(countedFrom(days), tier.maximumMonths) : undefined;
}

/** Repair is closed where what it would end ends by itself no later. */
export function opensRepair(tier: RepairTier): boolean {
  return !tier.endsByItself || tier.maximumMonths === undefined || tier.maximumMonths === 0 || (tier.minimumMonths ?? 0) < tier.maximumMonths;
}
