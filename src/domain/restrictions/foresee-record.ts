// Foresee a record: what would follow if a record about an organisation came in on a day: what binds at once, by the record or by a listing
// the law itself makes; which criteria it would meet, so that an authority could propose a listing, and what that would bring; what favours
// it costs; and the ways out, earliest first. The record is supposed (suppose-record.ts) and everything asked by the same derivation as ever.
// A machine never lists: what a list would bring is told apart from what binds.
import { addMonths, type LawId, type PlainDate, type Truth } from "../terms/index.ts";
import { childrenOf, valueOn, type CalendarYear, type Criterion, type ListColour, type RecordType } from "../rules/index.ts";
import { publicityEndsOn } from "../cases/index.ts";
import type { CriterionResult, Exit } from "./answer.ts";
import { assess, type Assessment } from "./assess.ts";
import { consequencesOf, type Consequences, type Situation } from "./consequences.ts";
import { byDay } from "./exit-search.ts";
import { exitsOfHit, tierConditions } from "./exits.ts";
import { foresee, type Foreseen } from "./foresee.ts";
import { hitOfRecord } from "./measure-hits.ts";
import { shownOnly } from "./shown-only.ts";
import { withRecord, type SupposedRecord } from "./suppose-record.ts";
import { waysOut, type WaysOut } from "./ways-out.ts";

/** A list whose criteria the record would meet: an authority may propose it, and nobody is on it before it is decided. */
export interface ProposedListing {
  readonly list: LawId;
  readonly owner: LawId;
  readonly colour: ListColour;
  /** Ids of the criteria that would hold. */
  readonly met: readonly string[];
  /** Every named criterion with its result: the reason. */
  readonly criteria: readonly CriterionResult[];
  /** What follows if it is decided on the same day, beside what the record brings at once. */
  readonly brings: Foreseen;
  readonly waysOut: WaysOut;
}

/** A list whose criteria are not met without the record and may be with it: it hangs on facts nobody stated. */
export interface OpenListing {
  readonly list: LawId;
  readonly owner: LawId;
  readonly colour: ListColour;
  readonly criteria: readonly CriterionResult[];
  readonly needs: readonly string[];
}

/** One way out, and the burdens whose earliest way out it is. */
export interface PlanStep {
  readonly exit: Exit;
  /** Of the record, of a list the law itself would add, or of one that would first have to be decided. */
  readonly of: "record" | "entailed" | "proposed";
  readonly measures: readonly LawId[];
}

export interface RecordForeseen {
  readonly type: LawId;
  readonly on: PlainDate;
  readonly direct: Consequences;
  readonly proposals: readonly ProposedListing[];
  readonly open: readonly OpenListing[];
  /** Lists in favour whose criteria hold today, or may, and would hold no longer. */
  readonly closed: readonly LawId[];
  /** The first day on which the record is no longer published by itself; absent: it is not published, or no day is stated. */
  readonly publishedUntil?: PlainDate;
  readonly plan: readonly PlanStep[];
  /** Burdens that would bind, or could, and have no way out in the law. */
  readonly noWayOut: readonly LawId[];
}

/** How much of a kind would follow, for comparing the law of years. */
export interface ForeseenCounts {
  readonly bound: number;
  /** Acts an office could bind, by a measure it may decide or after a listing it may decide. */
  readonly may: number;
  readonly undetermined: number;
  readonly proposed: number;
  readonly entailed: number;
  /** Lists that hang on facts nobody stated. */
  readonly openLists: number;
  /** Favours and redlistings that would be lost, at once or with a listing. */
  readonly lost: number;
}

/** What the record would bring; undefined where the statute book has no such kind of record. */
export function foreseeRecord(before: Situation, stated: SupposedRecord, calendar: readonly CalendarYear[]): RecordForeseen | undefined {
  const { scene } = before;
  const type = scene.statute.get("record-type", stated.type);
  if (type === undefined) return undefined;
  const after = withRecord(before, stated);
  const [then = [], now = []] = [before, after].map(shownOnly).map((each) => assess(each.scene, each.organisation));
  const truthBefore = (list: LawId): Truth => then.find((each) => each.list === list)?.truth ?? "false";
  const fresh = now.filter(({ list, listed }) => !listed && truthBefore(list) !== "true");
  const direct = consequencesOf(before, after, calendar);
  const proposals = fresh.filter(({ truth }) => truth === "true").flatMap((each) => proposalOf(after, each, stated.on, calendar));
  const exits = exitsOfHit({ scene: after.scene, organisation: after.organisation, calendar }, hitOfRecord(after.scene, type, after.record, { kind: "notStated" }), { kind: "notStated" });
  return {
    type: type.id, on: stated.on, direct, proposals,
    open: fresh.filter((each) => each.truth === "unknown" && (truthBefore(each.list) === "false" || hangsOnIt(after, each))).map(({ list, owner, criteria }) => ({ list, owner, colour: colourOf(after, list), criteria, needs: [...new Set(criteria.flatMap(({ needs }) => needs ?? []))] })),
    closed: then.flatMap(({ list, listed }) => (!listed && colourOf(before, list) === "red" && !now.some((each) => each.list === list) ? [list] : [])),
    ...publishedUntil(after, type), ...planOf(direct, proposals, exits),
  };
}

/** Whether the record itself is among those of which nobody can say whether they count: as a whole, not for one of its facts. */
function hangsOnIt({ scene, record }: ReturnType<typeof withRecord>, { list, criteria }: Assessment): boolean {
  const entry = scene.statute.get("list", list);
  const counting = (criterion: Criterion): readonly string[] => [...(criterion.kind === "records" ? [criterion.id] : []), ...childrenOf(criterion).flatMap(counting)];
  const nodes = new Set((entry === undefined ? [] : (valueOn(entry.criteria, scene.statute.day) ?? [])).flatMap(counting));
  return criteria.some(({ id, holds, records }) => nodes.has(id) && holds === "unknown" && records?.includes(record.id) === true);
}

function colourOf({ scene }: Situation, list: LawId): ListColour {
  return scene.statute.get("list", list)?.colour ?? "warning";
}

function proposalOf(after: Situation, { list, owner, met, criteria }: Assessment, on: PlainDate, calendar: readonly CalendarYear[]): readonly ProposedListing[] {
  const { scene, organisation } = after;
  const brings = foresee({ rulebook: scene.rulebook, statute: scene.statute, register: scene.register, organisation: organisation.file, list, on, calendar, seen: scene });
  return brings === undefined ? [] : [{ list, owner, colour: colourOf(after, list), met, criteria, brings, waysOut: waysOut(scene.statute, list, { listedOn: on, on, calendar }) }];
}

function publishedUntil({ scene, organisation, record }: ReturnType<typeof withRecord>, type: RecordType): Pick<RecordForeseen, "publishedUntil"> {
  const on = record.decidedOn ?? scene.on;
  const months = valueOn(type.publicationMonths, scene.statute.day);
  const days = { appliedOn: on, decidedOn: on, effectiveFrom: on, publishedFrom: on, asked: on, ...(record.actedOn === undefined ? {} : { actedOn: record.actedOn }) };
  const earlier = publicityEndsOn(scene.statute, { of: type.id, days, holds: tierConditions(scene, organisation, record) }, on);
  const [first] = [...(months === undefined ? [] : [addMonths(on, months)]), ...(earlier === undefined ? [] : [earlier])].sort();
  return type.disclosure !== "public" || first === undefined ? {} : { publishedUntil: first };
}

/** Each way out once, with what it ends; what binds at once before what would first have to be decided. */
function planOf(direct: Consequences, proposals: readonly ProposedListing[], ofRecord: readonly Exit[]): Pick<RecordForeseen, "plan" | "noWayOut"> {
  const steps = [
    ...ofRecord.map((exit): PlanStep => ({ exit, of: "record", measures: [] })),
    ...direct.binding.flatMap(({ exit, measure, list }): readonly PlanStep[] => (exit === undefined ? [] : [{ exit, of: list === undefined ? "record" : "entailed", measures: [measure] }])),
    ...proposals.filter(({ colour }) => colour !== "red").flatMap(({ brings, waysOut: ways }): readonly PlanStep[] => [
      ...(ways.kind === "leads" ? ways.exits.map((exit): PlanStep => ({ exit, of: "proposed", measures: [] })) : []),
      ...brings.binding.flatMap(({ exit, measure }): readonly PlanStep[] => (exit === undefined ? [] : [{ exit, of: "proposed", measures: [measure] }])),
    ]),
  ];
  const grouped = Map.groupBy(steps, ({ exit, of }) => JSON.stringify([of, exit.acts, exit.earliest, exit.list, exit.exit, exit.repair, exit.tier, exit.reading]));
  const plan = [...grouped.values()].flatMap((same): readonly PlanStep[] => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, measures: [...new Set(same.flatMap(({ measures }) => measures))] }];
  }).sort((a, b) => byDay(a.exit, b.exit));
  const burdens = [...direct.binding, ...proposals.flatMap(({ brings }) => brings.binding)];
  return { plan, noWayOut: [...new Set(burdens.flatMap(({ exit, measure }) => (exit === undefined ? [measure] : [])))].sort() };
}

/** Counts of acts, each in the gravest state that would hold for it. */
export function countsOfForeseen({ direct, proposals, open }: RecordForeseen): ForeseenCounts {
  const acts = (...measures: readonly { readonly acts: readonly LawId[] }[]): ReadonlySet<LawId> => new Set(measures.flatMap((each) => each.acts));
  const bound = acts(...direct.binding);
  const may = acts(...direct.possible, ...proposals.flatMap(({ brings }) => [...brings.binding, ...brings.possible]));
  const brings = [direct, ...proposals.map((each) => each.brings)];
  const lost = new Set(brings.flatMap((each) => [...each.lost.map(({ measure }) => measure), ...each.lostLists]));
  return {
    bound: bound.size, may: may.difference(bound).size, undetermined: acts(...direct.open).difference(bound).difference(may).size,
    proposed: proposals.filter(({ colour }) => colour !== "red").length, entailed: direct.entailed.length, openLists: open.length, lost: lost.size,
  };
}
