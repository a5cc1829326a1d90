// Triggers: what on one organisation's files may set a measure off on a day. Listings (reported, kept, entailed by the law itself),
// records, grades, statuses. Read from the register; given to derive.ts.
import { addMonths, addYears, covers, hasEnded, later, type End, type LawId, type ListingId, type PlainDate, type RecordId, type Truth } from "../terms/index.ts";
import { evaluateCriterion, type Criterion, type CriterionContext, type List, type ListColour, type Measure, type RelatedBy } from "../rules/index.ts";
import { listingOnDay, organisationOf, type ListingOnDay, type ListingOnFile, type Organisation, type RecordOnFile, type Register } from "../register/index.ts";
import { governedEnd, precedenceOf, type GovernedEnd } from "../cases/index.ts";
import type { Sight } from "../publication/index.ts";
import type { CriterionResult, TriggerRef } from "./answer.ts";
import { isWithin, organisationFacts, recordFacts, recordsOnDay, type Scene } from "./facts.ts";

/** Something that may set a measure off, standing on the day asked about. */
export interface Hit {
  readonly ref: TriggerRef;
  readonly from: PlainDate;
  readonly end: End;
  readonly decidedBy?: LawId;
  readonly decidedOn?: PlainDate;
  readonly actedOn?: PlainDate;
  readonly publishedFrom?: PlainDate;
  readonly regions: readonly string[];
  readonly listing?: ListingOnDay;
  /** What the decision to list found met, for a listing this register decided. */
  readonly criteria: readonly CriterionResult[];
  readonly record?: RecordId;
  /** Whether the asker may see it: shown, only that it is there, or not at all. */
  readonly sight: Sight;
  /** Of an organisation this one is a branch or a part of, rather than its own. */
  readonly through?: "branchOf" | "subsidiaryOf" | "controlledBy";
  /** Not certain yet: the facts that would settle whether the trigger stands. */
  readonly unsure: readonly string[];
  /** The law leaves open whether it has ended by itself: what each reading makes of its End. */
  readonly open?: GovernedEnd;
}

export type { Sight };

/** A listing that stands, under a list in force, with the End that governs it. */
export interface Standing {
  readonly list: List;
  readonly listing: ListingOnDay;
  readonly open?: GovernedEnd;
}

/** Listings of one organisation that stand on the day, each under a list of the statute in force; where it is open whether one has ended, it is among them. */
export function standingListings(scene: Scene, organisation: Organisation): readonly Standing[] {
  return organisation.listings.flatMap((onFile) => {
    const list = scene.statute.get("list", onFile.list);
    if (list === undefined) return [];
    const governed = governedListing(scene, list, listingOnDay(onFile, scene.on));
    return governed.listing.state === "stands" ? [governed] : [];
  });
}

/** A listing as the law of the scene has it: with the End that governs, and the state that follows from it. */
export function listingUnderLaw(scene: Scene, onFile: ListingOnFile): ListingOnDay {
  const list = scene.statute.get("list", onFile.list);
  const listing = listingOnDay(onFile, scene.on);
  return list === undefined ? listing : governedListing(scene, list, listing).listing;
}

function governedListing(scene: Scene, list: List, listing: ListingOnDay): Standing {
  // Only its term may have ended it otherwise than the law now has it.
  const byTerm = listing.state === "stands" || (listing.state === "ended" && listing.stoppedOn === undefined);
  if (!byTerm || !precedenceOf(scene.rulebook).named.has(list.id)) return { list, listing };
  const days = {
    appliedOn: scene.on, decidedOn: listing.decidedOn ?? listing.effectiveFrom, effectiveFrom: listing.effectiveFrom,
    ...(listing.publishedFrom === undefined ? {} : { publishedFrom: listing.publishedFrom }),
  };
  const governed = governedEnd({ law: scene.rulebook, lawDay: scene.statute.day, on: scene.on }, list, { end: listing.end, days });
  const open = governed.open.length > 0;
  const ended = !open && hasEnded(governed.end, scene.on);
  return { list, listing: { ...listing, state: ended ? "ended" : "stands", end: governed.end }, ...(open ? { open: governed } : {}) };
}

/** Hits of lists: standing listings, then listings the law itself makes while their cause holds; a lost redlisting is none. */
export function listHits(scene: Scene, organisation: Organisation): readonly Hit[] {
  const onFile = standingListings(scene, organisation).map((each) => hitOfListing(scene, organisation, each));
  const entailed = scene.statute.all("list").flatMap((list) => (list.entailed === undefined ? [] : entailedHit(scene, organisation, list, list.entailed)));
  return [...onFile, ...entailed].filter((hit) => !isLost(scene, organisation, hit));
}

function decidedCriteria(organisation: Organisation, listing: ListingOnDay): readonly CriterionResult[] {
  const onFile = organisation.listings.find((each) => each.id === listing.id);
  return onFile?.holds === "kept" ? onFile.decided.criteria.map(({ id, holds, records }) => ({ id, holds, records })) : [];
}

export function hitOfListing(scene: Scene, organisation: Organisation, { list, listing, open }: Standing): Hit {
  return {
    ref: { kind: "list", list: list.id, listing: listing.id },
    from: listing.effectiveFrom, end: listing.end, regions: listing.regions.length > 0 ? listing.regions : list.regions,
    decidedBy: listing.originator ?? list.owner, listing, criteria: decidedCriteria(organisation, listing), sight: scene.sight(list, listing), unsure: [],
    ...(listing.decidedOn === undefined ? {} : { decidedOn: listing.decidedOn }),
    ...(listing.publishedFrom === undefined ? {} : { publishedFrom: listing.publishedFrom }),
    ...(open === undefined ? {} : { open }),
  };
}

/** An entailed listing lives and dies with its cause; it begins on the first day from which the cause has held without a break. */
function entailedHit(scene: Scene, organisation: Organisation, list: List, cause: Criterion): readonly Hit[] {
  const now = truthOn(scene, organisation, cause, scene.on);
  if (now.truth === "false") return [];
  const days = causeDays(organisation).filter((day) => day <= scene.on).reverse();
  let from: PlainDate | undefined;
  for (const day of days) {
    if (truthOn(scene, organisation, cause, day).truth !== now.truth) break;
    from = day;
  }
  const listing = `entailed:${list.id}:${organisation.file}` as ListingId;
  return [{
    ref: { kind: "entailed", list: list.id, listing, cause: now.causes.filter((cause) => isShown(scene, organisation, cause)) },
    from: from ?? scene.on, end: { kind: "notStated" }, regions: list.regions, decidedBy: list.owner, criteria: [],
    sight: list.published ? "shown" : scene.sight(list, null), unsure: now.truth === "unknown" ? now.missing : [],
  }];
}

/** A cause is named only to whoever may see it: a warning that is public must not betray the scrutiny entries behind it. */
function isShown(scene: Scene, organisation: Organisation, cause: string): boolean {
  const listing = organisation.listings.find((each) => each.id === cause);
  const list = listing === undefined ? undefined : scene.rulebook.get("list", listing.list);
  if (listing !== undefined && list !== undefined) return scene.sight(list, listingOnDay(listing, scene.on)) === "shown";
  const record = organisation.records.find((each) => each.id === cause);
  const type = record === undefined ? undefined : scene.rulebook.get("record-type", record.type);
  return record === undefined || type === undefined || scene.sightOfRecord(type, record) === "shown";
}

export function truthOn(scene: Scene, organisation: Organisation, criterion: Criterion, on: PlainDate): { readonly truth: Truth; readonly causes: readonly string[]; readonly missing: readonly string[] } {
  const evaluated = evaluateCriterion(criterion, criteriaContext({ ...scene, on }, organisation, {}));
  const causes = evaluated.results.flatMap((result) => [...(result.records ?? []), ...(result.listings ?? [])]);
  return { truth: evaluated.truth, causes: [...new Set(causes)].sort(), missing: evaluated.missing.map((missing) => missing.fact) };
}

function causeDays(organisation: Organisation): readonly PlainDate[] {
  const days = new Set<PlainDate>();
  for (const record of organisation.records) for (const day of [record.decidedOn, record.actedOn, record.publishedFrom]) if (day !== undefined) days.add(day);
  for (const listing of organisation.listings) {
    if (listing.holds === "kept") days.add(listing.decided.effectiveFrom ?? listing.decided.decidedOn);
    else for (const sighting of listing.sightings) days.add(sighting.effectiveFrom ?? sighting.editionDay);
  }
  return [...days].sort();
}

function isLost(scene: Scene, organisation: Organisation, hit: Hit): boolean {
  if (hit.ref.kind !== "list") return false;
  const lostWhen = scene.statute.get("list", hit.ref.list)?.lostWhen;
  return lostWhen !== undefined && truthOn(scene, organisation, lostWhen, scene.on).truth === "true";
}

/** The context a criterion about this organisation is evaluated in; `facts` are added to those of the organisation and the day. */
export function criteriaContext(scene: Scene, organisation: Organisation, facts: CriterionContext["facts"]): CriterionContext {
  return {
    on: scene.on,
    facts: { organisation: organisationFacts(organisation), asked: { on: scene.on }, ...facts },
    records: (type, whose) => (whose === undefined ? [organisation] : relatedTo(scene, organisation, whose)).flatMap((each) => countedRecords(scene, each, type)).map((record) => ({
      id: record.id, facts: recordFacts(record),
      ...(record.actedOn === undefined ? {} : { actedOn: record.actedOn }),
      ...(record.decidedOn === undefined ? {} : { decidedOn: record.decidedOn }),
      ...(record.publishedFrom === undefined ? {} : { publishedFrom: record.publishedFrom }),
    })),
    listedOn: (lists, colour, whose) => (whose === undefined ? [organisation] : relatedTo(scene, organisation, whose)).flatMap((each) => listedHits(scene, each, lists, colour)).map((hit) => hit.listing),
    listedSince: (lists) => listedHits(scene, organisation, lists, undefined).map((hit) => hit.from).sort()[0],
  };
}

const RELATIONS = { parents: "branchOf", owners: "subsidiaryOf", controllers: "controlledBy" } as const satisfies Record<RelatedBy, string>;

/** The organisations this one is a branch of, a subsidiary of, or controlled by on the day. */
function relatedTo(scene: Scene, organisation: Organisation, by: RelatedBy): readonly Organisation[] {
  const files = scene.register.relations
    .filter((each) => each.relation === RELATIONS[by] && organisation.files.includes(each.from) && (each.since === undefined || each.since <= scene.on) && (each.until === undefined || scene.on < each.until))
    .map((each) => each.to);
  return [...new Set(files)].flatMap((file) => organisationOf(scene.register, file) ?? []);
}

/** Records of a type that count on the day: what the law let nobody record then counts for nothing, whoever handed it in. */
function countedRecords(scene: Scene, organisation: Organisation, type: LawId): readonly RecordOnFile[] {
  const records = recordsOnDay(organisation, type, scene.on);
  const shelf = precedenceOf(scene.rulebook);
  if (records.length === 0 || !shelf.named.has(type)) return records;
  const resting = shelf.suspensions.filter((entry) => entry.what === "recording" && entry.of.includes(type) && (entry.from === undefined || entry.from <= scene.statute.day));
  const about = resting.filter((entry) => {
    const { region } = organisation.attributes;
    if (entry.regions.length > 0 && (region === undefined || !entry.regions.some((wider) => isWithin(region, wider)))) return false;
    const { when } = entry;
    return when === undefined || evaluateCriterion(when, { on: scene.on, facts: { organisation: organisationFacts(organisation), asked: { on: scene.on } }, records: () => [], listedOn: () => [] }).truth === "true";
  });
  return records.filter((record) => {
    const day = record.actedOn ?? record.decidedOn ?? record.publishedFrom;
    return day === undefined || !about.some((entry) => covers(entry, day));
  });
}

/** Listings that stand, those the law itself makes included. A list whose own cause is being looked at is not asked again. */
function listedHits(scene: Scene, organisation: Organisation, lists: readonly LawId[], colour: ListColour | undefined): readonly { readonly listing: ListingId; readonly from: PlainDate }[] {
  function asked(list: List): boolean {
    return lists.includes(list.id) || (colour !== undefined && list.colour === colour);
  }
  const stored = standingListings(scene, organisation).filter(({ list }) => asked(list)).map(({ listing }) => ({ listing: listing.id, from: listing.effectiveFrom }));
  const within = scene.within ?? [];
  const entailed = scene.statute.all("list").flatMap((list) => {
    if (list.entailed === undefined || !asked(list) || within.includes(list.id)) return [];
    return entailedHit({ ...scene, within: [...within, list.id] }, organisation, list, list.entailed)
      .flatMap((hit) => (hit.ref.kind === "entailed" && hit.unsure.length === 0 ? [{ listing: hit.ref.listing, from: hit.from }] : []));
  });
  return [...stored, ...entailed];
}

/** What on the organisation's files may set this measure off on the day. */
export function hitsOf(scene: Scene, organisation: Organisation, measure: Measure, lists: readonly Hit[]): readonly Hit[] {
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
      const latest = reported === undefined ? undefined : countedRecords(scene, organisation, reported).at(-1);
      const grade = latest?.fields["grade"];
      if (reported === undefined || latest === undefined || typeof grade !== "string" || !trigger.grades.includes(grade)) return [];
      return recordHits(scene, organisation, reported, undefined, undefined).filter((hit) => hit.record === latest.id);
    }
    case "status": {
      const { status } = organisation.attributes;
      if (status === undefined || !trigger.statuses.includes(status)) return [];
      return [{ ref: { kind: "status", status }, from: organisation.attributes.establishedOn ?? scene.on, end: { kind: "notStated" }, regions: [], criteria: [], sight: "shown", unsure: [] }];
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
    return [{
      ref: { kind: "record" as const, type, record: record.id }, from, end, regions: [], criteria: [], record: record.id,
      sight: scene.sightOfRecord(recordType, record), unsure: evaluated?.truth === "unknown" ? evaluated.missing.map((missing) => missing.fact) : [],
      ...(record.decidedOn === undefined ? {} : { decidedOn: record.decidedOn }),
      ...(record.actedOn === undefined ? {} : { actedOn: record.actedOn }),
      ...(record.publishedFrom === undefined ? {} : { publishedFrom: record.publishedFrom }),
    }];
  });
}

/** When the measure begins and ends because of this hit: with its trigger, or after its own term, whichever is first. */
export function spanOf(measure: Measure, hit: Hit): { readonly from: PlainDate; readonly end: End } {
  const from = measure.from === undefined ? hit.from : later(hit.from, measure.from);
  if (measure.lasts.kind === "trigger") return { from, end: hit.end };
  const until = addMonths(addYears(hit.from, measure.lasts.years ?? 0), measure.lasts.months ?? 0);
  return { from, end: hit.end.kind === "fixed" && hit.end.until < until ? hit.end : { kind: "fixed", until } };
}

/** Every organisation whose listings may reach this one, with how: itself first. */
export function sources(register: Register, organisation: Organisation, find: (file: Organisation["file"]) => Organisation | undefined): readonly { readonly organisation: Organisation; readonly through?: "branchOf" | "subsidiaryOf" | "controlledBy" }[] {
  const related = register.relations.filter((relation) => organisation.files.includes(relation.from));
  return [{ organisation }, ...related.flatMap((relation) => {
    const other = find(relation.to);
    return other === undefined || other.file === organisation.file ? [] : [{ organisation: other, through: relation.relation }];
  })];
}
