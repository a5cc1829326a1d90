// Consequences: what follows from something that is only supposed (a listing, a record): each act is asked about before and after at every
// place that matters, and the two answers are compared. Given to foresee.ts and foresee-record.ts; it knows nothing of what was supposed.
import type { Amount, End, LawId, PlainDate } from "../terms/index.ts";
import { BURDENS, type Act, type CalendarYear, type Effect, type Force, type Measure, type Reach, type Statute } from "../rules/index.ts";
import { organisationOf, type Organisation } from "../register/index.ts";
import type { BasisRef, Because, EffectInForce, Exit, PossibleEffect } from "./answer.ts";
import { derive, type Derived } from "./derive.ts";
import { byDay } from "./exit-search.ts";
import type { Scene } from "./facts.ts";
import type { Where } from "./measure-outcome.ts";
import { listHits, type Hit } from "./triggers.ts";

/** One measure, with all the acts it would touch. */
export interface ForeseenMeasure {
  readonly measure: LawId;
  readonly authority: LawId;
  /** Absent where the law itself connects list and measure. */
  readonly memorandum?: LawId;
  readonly clause?: string;
  readonly force: Force;
  readonly effects: readonly Effect[];
  readonly amount?: Amount;
  readonly reaches: readonly Reach[];
  readonly acts: readonly LawId[];
  /** The list that sets it off: the one supposed, or one the law itself would add. Of what is lost: the list that gave it. */
  readonly list?: LawId;
  readonly from: PlainDate;
  readonly end: End;
  readonly basis: readonly BasisRef[];
  /** The earliest way out of it; absent: the law names none, or it is a favour. */
  readonly exit?: Exit;
}

/** A measure of which nobody could say whether it would bind: for want of a fact, or because the law leaves open which rule governs. */
export interface OpenMeasure {
  readonly measure: LawId;
  readonly authority: LawId;
  readonly memorandum?: LawId;
  readonly acts: readonly LawId[];
  /** The facts it hangs on. */
  readonly facts: readonly string[];
}

/** All that begins, ends or opens between the two. */
export interface Consequences {
  readonly binding: readonly ForeseenMeasure[];
  readonly possible: readonly ForeseenMeasure[];
  /** Favours held today that would be held no longer. */
  readonly lost: readonly ForeseenMeasure[];
  /** Favours that would begin: of a listing in favour. */
  readonly gained: readonly ForeseenMeasure[];
  /** Aimed at office-holders: shown, never enforced. */
  readonly officeHolders: readonly ForeseenMeasure[];
  readonly open: readonly OpenMeasure[];
  /** Lists the law itself would put it on. */
  readonly entailed: readonly LawId[];
  /** Redlistings that would be lost. */
  readonly lostLists: readonly LawId[];
}

/** One organisation as the law sees it, with or without what is supposed. */
export interface Situation {
  readonly scene: Scene;
  readonly organisation: Organisation;
}

/** What the second has that the first has not, and the other way round. */
export function consequencesOf(before: Situation, after: Situation, calendar: readonly CalendarYear[]): Consequences {
  const { statute } = after.scene;
  const hits = { before: shownHits(before), after: shownHits(after) };
  const made = hits.after.filter((hit) => !hits.before.some((other) => idOf(other) === idOf(hit)));
  const regions = [...new Set(made.flatMap((hit) => hit.regions))];
  const found = statute.all("act").flatMap((act) => placesOf(statute, act, regions).map((where) => compared(act, answerIn(before, calendar, act, where), answerIn(after, calendar, act, where))));
  const gathered = (pick: (of: Compared) => readonly Change[]): readonly ForeseenMeasure[] => measuresOf(statute, found.flatMap(pick));
  return {
    binding: gathered((of) => of.binding), possible: gathered((of) => of.possible), lost: gathered((of) => of.lost), gained: gathered((of) => of.gained), officeHolders: gathered((of) => of.officeHolders),
    open: openMeasures(statute, found.flatMap((of) => of.open)),
    entailed: listsOf(made.filter((hit) => hit.ref.kind === "entailed")),
    lostLists: listsOf(hits.before.filter((hit) => !hits.after.some((other) => idOf(other) === idOf(hit)))),
  };
}

function shownHits({ scene, organisation }: Situation): readonly Hit[] {
  return listHits(scene, organisation).filter(({ sight }) => sight === "shown");
}

/** Where an act is to be asked about so that no measure on it is missed: at each authority that has one, or in the regions concerned. */
function placesOf(statute: Statute, act: Act, regions: readonly string[]): readonly Where[] {
  if (act.where === "authority") return [...new Set(statute.measuresOn(act.id).map((measure) => measure.authority))].map((authority) => ({ authority }));
  return regions.length === 0 ? [{}] : regions.map((region) => ({ region }));
}

function answerIn({ scene, organisation }: Situation, calendar: readonly CalendarYear[], act: Act, where: Where): Derived {
  return derive({ scene, organisation, find: (file) => organisationOf(scene.register, file), act, where, calendar });
}

interface Change {
  readonly act: LawId;
  readonly effect: EffectInForce | PossibleEffect;
}

interface Compared {
  readonly binding: readonly Change[];
  readonly possible: readonly Change[];
  readonly lost: readonly Change[];
  readonly gained: readonly Change[];
  readonly officeHolders: readonly Change[];
  readonly open: readonly { readonly act: LawId; readonly measure: LawId; readonly fact: string }[];
}

function compared(act: Act, before: Derived, after: Derived): Compared {
  const changes = <T extends EffectInForce | PossibleEffect>(from: readonly T[], to: readonly T[]): readonly Change[] => {
    const had = new Set(from.map(causeOf));
    return to.filter((effect) => !had.has(causeOf(effect))).map((effect) => ({ act: act.id, effect }));
  };
  const missed = new Set(before.missing.map(({ neededBy, fact }) => `${neededBy} ${fact}`));
  return {
    binding: changes(before.effects, after.effects), possible: changes(before.possible, after.possible), lost: changes(after.favours, before.favours), gained: changes(before.favours, after.favours),
    officeHolders: changes(before.officeHolders, after.officeHolders),
    open: after.missing.filter(({ neededBy, fact, kind }) => kind !== "edition" && !missed.has(`${neededBy} ${fact}`)).map(({ neededBy, fact }) => ({ act: act.id, measure: neededBy, fact })),
  };
}

function causeOf({ measure, because }: EffectInForce | PossibleEffect): string {
  return `${measure} ${"withheld" in because ? "" : JSON.stringify(because.trigger.kind === "entailed" ? because.trigger.listing : because.trigger)}`;
}

/** Each measure once by the list that sets it off, with all its acts. */
function measuresOf(statute: Statute, changes: readonly Change[]): readonly ForeseenMeasure[] {
  const groups = Map.groupBy(changes, ({ effect }) => `${effect.measure} ${listOf(effect.because) ?? ""}`);
  return [...groups.values()].flatMap((group): ForeseenMeasure[] => {
    const [first] = group;
    const measure = first === undefined ? undefined : statute.get("measure", first.effect.measure);
    if (first === undefined || measure === undefined) return [];
    const { force, amount, from, end, basis, because } = first.effect;
    const list = listOf(because);
    const [exit] = BURDENS.some((effect) => measure.effects.includes(effect)) ? group.flatMap(({ effect }) => effect.exits).sort(byDay) : [];
    return [{
      ...namesOf(measure), force, effects: measure.effects, reaches: measure.reaches, acts: [...new Set(group.map(({ act }) => act))].sort(), from, end, basis,
      ...(measure.clause === undefined ? {} : { clause: measure.clause }), ...(amount === undefined ? {} : { amount }), ...(list === undefined ? {} : { list }), ...(exit === undefined ? {} : { exit }),
    }];
  }).sort(byWeight);
}

function namesOf({ id, authority, memorandum }: Measure): Pick<ForeseenMeasure, "measure" | "authority" | "memorandum"> {
  return { measure: id, authority, ...(memorandum === undefined ? {} : { memorandum }) };
}

function openMeasures(statute: Statute, open: Compared["open"]): readonly OpenMeasure[] {
  return [...Map.groupBy(open, ({ measure }) => measure)].flatMap(([id, group]) => {
    const measure = statute.get("measure", id);
    return measure === undefined ? [] : [{ ...namesOf(measure), acts: [...new Set(group.map(({ act }) => act))].sort(), facts: [...new Set(group.map(({ fact }) => fact))].sort() }];
  });
}

/** The heaviest effects first, then by name. */
function byWeight(a: ForeseenMeasure, b: ForeseenMeasure): number {
  const weight = ({ effects }: ForeseenMeasure): number => Math.min(...effects.map((effect) => (BURDENS.includes(effect) ? BURDENS.indexOf(effect) : BURDENS.length)));
  return weight(a) - weight(b) || (a.measure < b.measure ? -1 : 1);
}

function listOf(because: Because): LawId | undefined {
  return "withheld" in because || (because.trigger.kind !== "list" && because.trigger.kind !== "entailed") ? undefined : because.trigger.list;
}

function idOf({ ref }: Hit): string {
  return ref.kind === "list" || ref.kind === "entailed" ? ref.listing : "";
}

function listsOf(hits: readonly Hit[]): readonly LawId[] {
  return [...new Set(hits.flatMap(({ ref }) => (ref.kind === "list" || ref.kind === "entailed" ? [ref.list] : [])))].sort();
}
