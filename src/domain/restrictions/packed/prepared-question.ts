// Prepared question: what the law makes of each class of rows for one act, place, pair of days and asker, worked out once from the twin's own
// parts. Where more than a row's own days decides (conditions, precedence, causes, records), the class is the twin's.
import { dayNumber, type End, type LawId, type PlainDate } from "../../terms/index.ts";
import { BURDENS, type Force, type List, type Measure, type Statute } from "../../rules/index.ts";
import { precedenceOf } from "../../cases/index.ts";
import type { BasisRef, EffectInForce } from "../answer.ts";
import { derive, type Derived } from "../derive.ts";
import { basisRef, isMeasured, needsRegion, placeOf, staleList, type Inquiry } from "../measure-outcome.ts";
import { causeTouch, touchOf, type Touch } from "../touch.ts";
import { FIRST_DAY, type RowClass } from "./row-class.ts";
import type { ExitShelf, ListShelf } from "./row-exits.ts";

/** What becomes of a row of this class. */
export type Meaning =
  /** Nothing: no measure asked about is set off by it. */
  | { readonly kind: "nothing" }
  /** The twin is asked wherever there is such a row; `standing`: only where it stands on the day. */
  | { readonly kind: "twin"; readonly standing: boolean }
  /** Its measures, in the order of the law. */
  | { readonly kind: "listing"; readonly measures: readonly RowMeasure[]; readonly list: LawId; readonly decidedBy: LawId; /** Undefined: fixed, by the row. */ readonly end: Exclude<End, { readonly kind: "fixed" }> | undefined };

/** One measure as it meets rows of one class. */
export interface RowMeasure {
  /** Its place among the measures on the act: the order of what an answer names. */
  readonly order: number;
  readonly measure: LawId;
  readonly authority: LawId;
  readonly memorandum: LawId | undefined;
  readonly clause: string | undefined;
  readonly outcome: "binds" | "possible" | "officeHolders";
  readonly burden: boolean;
  readonly placeUnknown: boolean;
  /** What an effect says beside its trigger, days and ways out. */
  readonly common: Pick<EffectInForce, "force" | "basis"> & Partial<Pick<EffectInForce, "amount" | "reaches">>;
  readonly effects: Measure["effects"];
  readonly effect: EffectInForce["effect"];
  /** In force only for what its anchor's day falls into; days since FIRST_DAY. */
  readonly anchor: Measure["anchor"];
  readonly validFrom: number;
  readonly validUntil: number;
  /** The first day from which it holds for a trigger that began before it. */
  readonly from: number;
  /** The law's own words, where it has a term of its own. */
  readonly term: Pick<Measure, "from" | "lasts"> | undefined;
  readonly exits: ListShelf;
}

export interface Prepared {
  /** The question, asked about an organisation of which nothing is on file. */
  readonly inquiry: Inquiry;
  /** What is answered of one of which nothing is on file that matters. */
  readonly nothing: Derived;
  readonly meanings: readonly Meaning[];
  /** The day asked about, and for whoever sees only what is published today as well, since FIRST_DAY. */
  readonly on: number;
  readonly today: number | undefined;
  /** The day of the statute book. */
  readonly lawDay: number;
  /** Somebody of whom nothing is on file may be bound: everybody is the twin's. */
  readonly everyone: boolean;
}

/** Days that are not stated. */
const [ALWAYS, FOREVER] = [-(2 ** 30), 2 ** 30];

/**
 * @param inquiry the question about an organisation of which nothing is on file, the editions of the act's lists in its register
 * @param shelf ways out under the same two days
 * @param changed lists of which an edition came in since the rows were packed: all their rows are the twin's
 */
export function prepare(inquiry: Inquiry, classes: readonly RowClass[], changed: ReadonlySet<LawId>, shelf: ExitShelf): Prepared {
  const { scene, act } = inquiry;
  const measures = scene.statute.measuresOn(act.id);
  const touch = touchOf(scene.statute, measures);
  const causes = causeTouch(scene.statute, touch);
  return {
    inquiry, nothing: derive(inquiry), everyone: touch.everyone, on: number(scene.on), today: scene.newest === undefined ? undefined : number(scene.newest.on), lawDay: number(scene.statute.day),
    meanings: classes.map((kind) => meaningOf({ inquiry, measures, touch, causes, changed, shelf }, kind)),
  };
}

function number(day: PlainDate): number {
  return dayNumber(day) - FIRST_DAY;
}

const NOTHING: Meaning = { kind: "nothing" };
const TWIN: Meaning = { kind: "twin", standing: false };

interface Preparing {
  readonly inquiry: Inquiry;
  readonly measures: readonly Measure[];
  readonly touch: Touch;
  /** What the law's own listings on the lists asked about may rest on. */
  readonly causes: Touch;
  readonly changed: ReadonlySet<LawId>;
  readonly shelf: ExitShelf;
}

function meaningOf(preparing: Preparing, kind: RowClass): Meaning {
  const { measures, touch } = preparing;
  switch (kind.kind) {
    case "opaque":
      return TWIN;
    case "bare":
      return NOTHING;
    case "traits": {
      const status = kind.status !== undefined && touch.statuses.has(kind.status);
      return status || kind.records.some((type) => touch.records.has(type)) || (kind.related && touch.related) || (kind.decided && measures.length > 0) ? TWIN : NOTHING;
    }
    case "listingByTwin":
      return touch.lists.has(kind.list) ? TWIN : NOTHING;
    case "listing":
      return touch.lists.has(kind.list) ? meaningOfListing(preparing, kind) : NOTHING;
  }
}

type ListingClass = Extract<RowClass, { readonly kind: "listing" }>;

function meaningOfListing(preparing: Preparing, kind: ListingClass): Meaning {
  const { inquiry, measures, causes, changed } = preparing;
  const { scene } = inquiry;
  const list = scene.statute.get("list", kind.list);
  // A list that the law no longer knows on the day is none of anybody's.
  if (list === undefined) return NOTHING;
  if (changed.has(kind.list) || causes.lists.has(kind.list) || precedenceOf(scene.rulebook).named.has(kind.list)) return TWIN;
  if (scene.newest !== undefined && !isPublishedToday(inquiry, kind)) return TWIN;
  if (list.lostWhen !== undefined) return { kind: "twin", standing: true };
  const found: RowMeasure[] = [];
  for (const [order, measure] of measures.entries()) {
    if (measure.trigger.kind !== "list" || !measure.trigger.lists.includes(kind.list)) continue;
    const met = measureOf(preparing, kind, list, measure, order);
    if (met === "twin") return { kind: "twin", standing: true };
    if (met !== undefined) found.push(met);
  }
  return { kind: "listing", measures: found, list: kind.list, decidedBy: kind.originator ?? list.owner, end: kind.end === "fixed" ? undefined : kind.end };
}

/** What other bodies published of a list that the law in use publishes is shown while it stands today; anything else is for the twin to say. */
function isPublishedToday({ scene }: Inquiry, { list: id }: ListingClass): boolean {
  return scene.statute.get("list", id)?.published === true && scene.newest?.statute.get("list", id)?.published === true;
}

/** A measure and a class of rows; undefined where they never meet here. */
function measureOf({ inquiry, shelf }: Preparing, kind: ListingClass, list: List, measure: Measure, order: number): RowMeasure | "twin" | undefined {
  const { scene } = inquiry;
  if (measure.exceptOwner && list.owner === measure.authority) return undefined;
  const regions = kind.regions.length > 0 ? kind.regions : list.regions;
  const place = placeOf(inquiry, measure, regions);
  if (place === "elsewhere") return undefined;
  const memorandum = measure.memorandum === undefined ? undefined : scene.statute.get("memorandum", measure.memorandum);
  if (measure.memorandum !== undefined && memorandum === undefined) return undefined;
  if (!isPlain(scene.statute, inquiry, measure) || (memorandum?.conditions ?? []).length > 0 || staleList(scene, kind.list) !== undefined || needsRegion(inquiry, measure, regions)) return "twin";
  const [force = { value: "mandatory" as Force }] = measure.force;
  const [amount] = measure.amount;
  const [effect] = measure.effects;
  if (effect === undefined) return "twin";
  const reaches = measure.reaches.length === 1 && measure.reaches[0] === "organisation" ? undefined : measure.reaches;
  return {
    order, measure: measure.id, authority: measure.authority, memorandum: measure.memorandum, clause: measure.clause, placeUnknown: place === "unknown", effect, effects: measure.effects,
    outcome: !measure.reaches.some((reach) => reach === "organisation" || reach === "branches") ? "officeHolders" : force.value === "discretionary" ? "possible" : "binds",
    burden: BURDENS.includes(effect),
    common: {
      force: force.value, basis: basesOf(measure), ...(amount === undefined || (amount.value.kind === "notStated" && !measure.effects.some(isMeasured)) ? {} : { amount: amount.value }), ...(reaches === undefined ? {} : { reaches }),
    },
    anchor: measure.anchor, validFrom: measure.from === undefined ? ALWAYS : number(measure.from), validUntil: measure.until === undefined ? FOREVER : number(measure.until),
    from: measure.from === undefined ? ALWAYS : number(measure.from), term: measure.lasts.kind === "trigger" ? undefined : measure,
    exits: shelf.of(inquiry, list, `${JSON.stringify(kind.end)}${measure.lasts.kind === "trigger" ? "" : ` ${measure.id}`}`),
  };
}

const BASES = new WeakMap<Measure, readonly BasisRef[]>();

function basesOf(measure: Measure): readonly BasisRef[] {
  const known = BASES.get(measure) ?? Object.freeze(measure.basis.map((basis) => Object.freeze(basisRef(basis))));
  BASES.set(measure, known);
  return known;
}

/** Whether nothing but the days of a row can change what the measure does: no condition, no precedence, one version of all it says. */
function isPlain(statute: Statute, { scene, act }: Inquiry, measure: Measure): boolean {
  const { prefers, suspensions } = precedenceOf(statute);
  const { named } = precedenceOf(scene.rulebook);
  const entangled = [measure.id, ...(measure.memorandum === undefined ? [] : [measure.memorandum])].some((id) => named.has(id));
  const resting = suspensions.some((entry) => entry.what === "effects" && (entry.of.includes(act.id) || measure.acts.some((each) => entry.of.includes(each))));
  const preferred = prefers.some((entry) => entry.among.includes(act.id));
  return !entangled && !resting && !preferred && measure.conditions.length === 0 && isSettled(measure.force) && isSettled(measure.amount);
}

/** One version, and for every day. */
function isSettled(versions: readonly { readonly from?: PlainDate; readonly until?: PlainDate }[]): boolean {
  const [only, ...more] = versions;
  return more.length === 0 && (only === undefined || (only.from === undefined && only.until === undefined));
}
