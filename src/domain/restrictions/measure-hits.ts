// Measure hits: what meets one measure on a day: the listings, records, grade or status that trigger it, for how long, and of which
// organisations. Reads triggers.ts; given to derive.ts.
import { addMonths, addYears, covers, later, type End, type LawId, type PlainDate } from "../terms/index.ts";
import { evaluateCriterion, type Criterion, type Measure, type RecordType } from "../rules/index.ts";
import type { Organisation, RecordOnFile } from "../register/index.ts";
import { recordFacts, type Scene } from "./facts.ts";
import { staysOn } from "./stays.ts";
import { countedRecords, criteriaContext, lawfulRecords, type Hit } from "./triggers.ts";

/** Of what hangs on records: a scene and an organisation never change, and a measure touches many acts. */
const RECORD_HITS = new WeakMap<Scene, WeakMap<Organisation, Map<Measure, readonly Hit[]>>>();

/** What on the organisation's files may set this measure off on the day. */
export function hitsOf(scene: Scene, organisation: Organisation, measure: Measure, lists: readonly Hit[]): readonly Hit[] {
  if (measure.trigger.kind === "list") return hitsAnew(scene, organisation, measure, lists);
  const inScene = RECORD_HITS.get(scene) ?? new WeakMap<Organisation, Map<Measure, readonly Hit[]>>();
  const known = inScene.get(organisation) ?? new Map<Measure, readonly Hit[]>();
  const hits = known.get(measure) ?? hitsAnew(scene, organisation, measure, lists);
  RECORD_HITS.set(scene, inScene.set(organisation, known.set(measure, hits)));
  return hits;
}

function hitsAnew(scene: Scene, organisation: Organisation, measure: Measure, lists: readonly Hit[]): readonly Hit[] {
  const { trigger } = measure;
  switch (trigger.kind) {
    case "list":
      return lists.filter((hit) => (hit.ref.kind === "list" || hit.ref.kind === "entailed") && trigger.lists.includes(hit.ref.list));
    case "record":
      return recordHits(scene, organisation, trigger.type, trigger.where, trigger.months);
    case "commitment":
      return recordHits(scene, organisation, trigger.type, undefined, undefined).filter((hit) => organisation.records.some((record) => record.id === hit.record && record.fields["broken"] === true));
    case "grade": {
      const reported = scene.statute.get("grade", trigger.type)?.recordType;
      // A grade that another followed is over: it does not come back when the later one is repaired or stayed.
      const latest = reported === undefined ? undefined : lawfulRecords(scene, organisation, reported).at(-1);
      const grade = latest?.fields["grade"];
      if (reported === undefined || latest === undefined || typeof grade !== "string" || !trigger.grades.includes(grade)) return [];
      return recordHits(scene, organisation, reported, undefined, undefined).filter((hit) => hit.record === latest.id);
    }
    case "status": {
      const { status } = organisation.attributes;
      if (status === undefined || !trigger.statuses.includes(status)) return [];
      return [{ ref: { kind: "status", status }, from: organisation.attributes.establishedOn ?? scene.on, end: { kind: "notStated" }, regions: [], criteria: [], sight: "shown", stays: [], unsure: [] }];
    }
  }
}

function recordHits(scene: Scene, organisation: Organisation, type: LawId, where: Criterion | undefined, months: number | undefined): readonly Hit[] {
  const recordType = scene.statute.get("record-type", type);
  if (recordType === undefined) return [];
  return countedRecords(scene, organisation, type).flatMap((record) => {
    const from = record.decidedOn ?? record.actedOn ?? record.publishedFrom;
    if (from === undefined) return [];
    const end: End = months === undefined ? { kind: "notStated" } : { kind: "fixed", until: addMonths(from, months) };
    if (end.kind === "fixed" && end.until <= scene.on) return [];
    const evaluated = where === undefined ? undefined : evaluateCriterion(where, criteriaContext(scene, organisation, { record: recordFacts(record) }));
    if (evaluated?.truth === "false") return [];
    return [{ ...hitOfRecord(scene, recordType, record, end), from, unsure: evaluated?.truth === "unknown" ? evaluated.missing.map((missing) => missing.fact) : [] }];
  });
}

/** A record as what sets a measure off; one that states no day is there on the day asked. */
export function hitOfRecord(scene: Scene, type: RecordType, record: RecordOnFile, end: End): Hit {
  const { id, decidedOn, actedOn, publishedFrom } = record;
  return {
    ref: { kind: "record", type: type.id, record: id }, from: decidedOn ?? actedOn ?? publishedFrom ?? scene.on, end, regions: [], criteria: [], record: id,
    sight: scene.sightOfRecord(type, record), stays: staysOn(scene.register, record, scene.on), unsure: [],
    ...(decidedOn === undefined ? {} : { decidedOn }), ...(actedOn === undefined ? {} : { actedOn }), ...(publishedFrom === undefined ? {} : { publishedFrom }),
  };
}

/** When the measure begins and ends because of this hit: with its trigger, or after its own term, whichever is first. */
export function spanOf(measure: Pick<Measure, "from" | "lasts">, hit: Pick<Hit, "from" | "end">): { readonly from: PlainDate; readonly end: End } {
  const from = measure.from === undefined ? hit.from : later(hit.from, measure.from);
  if (measure.lasts.kind === "trigger") return { from, end: hit.end };
  const until = addMonths(addYears(hit.from, measure.lasts.years ?? 0), measure.lasts.months ?? 0);
  return { from, end: hit.end.kind === "fixed" && hit.end.until < until ? hit.end : { kind: "fixed", until } };
}

/** Every organisation whose listings may reach this one on the day, with how: itself first. */
export function sources({ register, on }: Scene, organisation: Organisation, find: (file: Organisation["file"]) => Organisation | undefined): readonly { readonly organisation: Organisation; readonly through?: "branchOf" | "subsidiaryOf" | "controlledBy" }[] {
  const related = register.relations.filter((relation) => organisation.files.includes(relation.from) && covers({ ...(relation.since === undefined ? {} : { from: relation.since }), ...(relation.until === undefined ? {} : { until: relation.until }) }, on));
  return [{ organisation }, ...related.flatMap((relation) => {
    const other = find(relation.to);
    return other === undefined || other.file === organisation.file ? [] : [{ organisation: other, through: relation.relation }];
  })];
}
