// What applies: which lists, memoranda, gradings and yearly duties of the law are about an organisation of its sector, region and form; for each
// list whether it stands there, what would get it on and what keeps it off, criterion by criterion. Derived from the law and what the asker may
// see; the evaluated criteria are the reasons.
import type { LawId, Names, PlainDate, Truth } from "../terms/index.ts";
import { BURDENS, evaluateCriterion, valueOn, type Criterion, type List, type ListColour, type Memorandum } from "../rules/index.ts";
import { yearlyDues, type WorkingCalendar, type YearlyDue } from "../cases/index.ts";
import type { CriterionResult } from "./answer.ts";
import { assessCriteria, scopeOf, type Scope } from "./assess.ts";
import type { Situation } from "./consequences.ts";
import { criterionResult } from "./measure-outcome.ts";
import { shownOnly } from "./shown-only.ts";
import { countedRecords, criteriaContext, listHits } from "./triggers.ts";

/** What a condition makes of the organisation, with every named node of it. */
export interface Looked {
  readonly truth: Truth;
  readonly results: readonly CriterionResult[];
}

export interface ListThatApplies {
  readonly list: LawId;
  readonly owner: LawId;
  readonly colour: ListColour;
  readonly scope: Scope;
  /** Only bodies of government stand on it. */
  readonly government: boolean;
  /** It stands on it today, as far as the asker may see. */
  readonly on: boolean;
  /** How one comes onto it: by criteria an authority decides on, by the law itself, or by what the law does not state here. */
  readonly by: "criteria" | "law" | "notStated";
  /** What these criteria or this cause make of it; absent where the law states none. */
  readonly looked?: Looked;
  /** What keeps it off while it holds. */
  readonly lostWhen?: Looked;
}

export interface MemorandumThatApplies {
  readonly memorandum: LawId;
  /** Those of its lists that are about the organisation. */
  readonly lists: readonly LawId[];
  /** It stands on one of them. */
  readonly now: boolean;
  readonly authorities: number;
  readonly burdens: number;
  readonly favours: number;
}

export interface GradingThatApplies {
  readonly grading: LawId;
  readonly owner: LawId;
  readonly recordType: LawId;
  /** The grade last given; absent: none is on file, or the asker may not see it. */
  readonly grade?: { readonly value: string; readonly names?: Names; readonly since?: PlainDate };
}

export interface DutyThatApplies {
  readonly procedure: LawId;
  readonly binds: Truth;
  readonly results: readonly CriterionResult[];
  /** The day of its foundation is not known, without which nobody can say. */
  readonly foundedUnknown: boolean;
  /** The list that missing it leads to. */
  readonly list?: LawId;
  readonly due?: YearlyDue;
}

export interface WhatApplies {
  readonly lists: readonly ListThatApplies[];
  readonly memoranda: readonly MemorandumThatApplies[];
  readonly gradings: readonly GradingThatApplies[];
  readonly duties: readonly DutyThatApplies[];
}

/** Everything of the law that is about the organisation, on the scene's day under its statute book. */
export function whatApplies(asked: Situation, calendar: WorkingCalendar): WhatApplies {
  const situation = shownOnly(asked);
  const { statute } = situation.scene;
  // Where it stands is what a check says; what criteria make of it, only what the asker may see.
  const standsOn = new Set(listHits(asked.scene, asked.organisation).flatMap(({ ref, sight }) => (sight === "shown" && (ref.kind === "list" || ref.kind === "entailed") ? [ref.list] : [])));
  const lists = statute.all("list").flatMap((list) => listThatApplies(situation, list, standsOn)).sort(byColour);
  const about = new Set(lists.filter(({ government }) => !government).map(({ list }) => list));
  return {
    lists,
    memoranda: statute.all("memorandum").flatMap((memorandum) => memorandumThatApplies(situation, memorandum, about, standsOn)).sort((a, b) => Number(b.now) - Number(a.now) || b.burdens + b.favours - a.burdens - a.favours || (a.memorandum < b.memorandum ? -1 : 1)),
    gradings: gradingsOf(situation),
    duties: dutiesOf(situation, calendar),
  };
}

const COLOURS: readonly ListColour[] = ["black", "scrutiny", "warning", "red"];

function byColour(a: ListThatApplies, b: ListThatApplies): number {
  return COLOURS.indexOf(a.colour) - COLOURS.indexOf(b.colour) || (a.list < b.list ? -1 : 1);
}

function listThatApplies({ scene, organisation }: Situation, list: List, standsOn: ReadonlySet<LawId>): readonly ListThatApplies[] {
  const scope = scopeOf(list, organisation);
  if (scope.covers === "false" && !standsOn.has(list.id)) return [];
  const look = (criterion: Criterion): Looked => lookedAt({ scene, organisation }, criterion);
  const criteria = valueOn(list.criteria, scene.statute.day) ?? [];
  const { entailed, lostWhen } = list;
  const assessed = criteria.length === 0 ? undefined : assessCriteria(scene, organisation, criteria);
  return [{
    list: list.id, owner: list.owner, colour: list.colour, scope, government: !list.subjects.includes("organisations"), on: standsOn.has(list.id), by: entailed !== undefined ? "law" : assessed !== undefined ? "criteria" : "notStated",
    ...(entailed !== undefined ? { looked: look(entailed) } : assessed === undefined ? {} : { looked: { truth: assessed.truth, results: assessed.criteria } }),
    ...(lostWhen === undefined ? {} : { lostWhen: look(lostWhen) }),
  }];
}

/** As assess looks at the criteria of a list: with and without what is stayed. */
function lookedAt({ scene, organisation }: Situation, criterion: Criterion): Looked {
  const { truth, criteria } = assessCriteria(scene, organisation, [criterion]);
  return { truth, results: criteria };
}

function memorandumThatApplies({ scene }: Situation, memorandum: Memorandum, about: ReadonlySet<LawId>, standsOn: ReadonlySet<LawId>): readonly MemorandumThatApplies[] {
  const clauses = memorandum.clauses.flatMap((id) => scene.statute.get("measure", id) ?? []);
  const listsOf = ({ trigger }: (typeof clauses)[number]): readonly LawId[] => (trigger.kind === "list" ? trigger.lists.filter((list) => about.has(list)) : []);
  const ours = clauses.filter((clause) => clause.trigger.kind !== "list" || listsOf(clause).length > 0);
  if (ours.length === 0) return [];
  const lists = [...new Set(ours.flatMap(listsOf))].sort();
  const burdens = ours.filter(({ effects }) => effects.some((effect) => BURDENS.includes(effect))).length;
  return [{ memorandum: memorandum.id, lists, now: lists.some((list) => standsOn.has(list)), authorities: new Set(ours.map(({ authority }) => authority)).size, burdens, favours: ours.length - burdens }];
}

/** A scheme states no scope of its own: every one of the statute book, with what it last gave. */
function gradingsOf({ scene, organisation }: Situation): readonly GradingThatApplies[] {
  return scene.statute.all("grade").map(({ id, owner, recordType, grades }): GradingThatApplies => {
    const latest = countedRecords(scene, organisation, recordType).at(-1);
    const value = latest?.fields["grade"];
    const since = latest?.decidedOn ?? latest?.publishedFrom;
    const names = grades.find((grade) => grade.value === value)?.names;
    return { grading: id, owner, recordType, ...(typeof value !== "string" ? {} : { grade: { value, ...(names === undefined ? {} : { names }), ...(since === undefined ? {} : { since }) } }) };
  });
}

function dutiesOf({ scene, organisation }: Situation, calendar: WorkingCalendar): readonly DutyThatApplies[] {
  const dues = yearlyDues({ law: scene.statute, organisation, on: scene.on, calendar, holds: (condition) => evaluateCriterion(condition, criteriaContext(scene, organisation, {})).truth });
  return scene.statute.all("procedure").flatMap(({ id, yearly }): readonly DutyThatApplies[] => {
    if (yearly === undefined) return [];
    const evaluated = yearly.when === undefined ? undefined : evaluateCriterion(yearly.when, criteriaContext(scene, organisation, {}));
    const due = dues.find(({ procedure }) => procedure === id);
    const foundedUnknown = organisation.attributes.establishedOn === undefined;
    const binds: Truth = evaluated?.truth === "false" ? "false" : foundedUnknown || evaluated?.truth === "unknown" ? "unknown" : "true";
    return [{ procedure: id, binds, foundedUnknown, results: evaluated?.results.map(criterionResult) ?? [], ...(yearly.list === undefined ? {} : { list: yearly.list }), ...(due === undefined ? {} : { due }) }];
  });
}
