// Triggers: the listings of one organisation that may set a measure off on a day (reported, kept, entailed by the law itself), and
// what its records and listings make of a criterion. Read from the register; measure-hits.ts meets them with measures.
import { covers, untilOf, type End, type LawId, type ListingId, type PlainDate, type RecordId, type Truth } from "../terms/index.ts";
import { evaluateCriterion, type Criterion, type CriterionContext, type List, type ListColour, type RelatedBy } from "../rules/index.ts";
import { listingOnDay, organisationOf, type ListingOnDay, type Organisation, type RecordOnFile } from "../register/index.ts";
import { precedenceOf, type GovernedEnd } from "../cases/index.ts";
import type { Sight } from "../publication/index.ts";
import type { CriterionResult, StayInForce, TriggerRef } from "./answer.ts";
import { isRepaired, isWithin, organisationFacts, recordFacts, recordsOnDay, type Scene } from "./facts.ts";
import { isReleased } from "./released.ts";
import { standingListings, type Standing } from "./standing-listings.ts";
import { isStayed, knowsStays, staysOn, trueOfBoth } from "./stays.ts";

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
  /** Orders that hold it back on the day: it stands, and nothing binds because of it. */
  readonly stays: readonly StayInForce[];
  /** Not certain yet: the facts that would settle whether the trigger stands. */
  readonly unsure: readonly string[];
  /** The law leaves open whether it has ended by itself: what each reading makes of its End. */
  readonly open?: GovernedEnd;
}

export type { Sight };

/** A scene and an organisation never change: what lists make of one in the other is found once, however many acts are asked about. */
const HITS = new WeakMap<Scene, WeakMap<Organisation, readonly Hit[]>>();

/** Hits of lists: standing listings, then listings the law itself makes while their cause holds; a lost redlisting is none. */
export function listHits(scene: Scene, organisation: Organisation): readonly Hit[] {
  const known = HITS.get(scene) ?? new WeakMap<Organisation, readonly Hit[]>();
  const hits = known.get(organisation) ?? listHitsAnew(scene, organisation);
  HITS.set(scene, known.set(organisation, hits));
  return hits;
}

function listHitsAnew(scene: Scene, organisation: Organisation): readonly Hit[] {
  const onFile = standingListings(scene, organisation).map((each) => hitOfListing(scene, organisation, each));
  const entailed = scene.statute.all("list").flatMap(causeOfList).flatMap((cause) => entailedHit(scene, organisation, cause));
  return [...onFile, ...entailed].filter((hit) => !isLost(scene, organisation, hit));
}

function decidedCriteria(scene: Scene, organisation: Organisation, listing: ListingOnDay): readonly CriterionResult[] {
  const onFile = organisation.listings.find((each) => each.id === listing.id);
  return onFile?.holds === "kept" ? onFile.decided.criteria.map(({ id, holds, records }) => ({ id, holds, records: records.filter((record) => isShown(scene, organisation, record)) })) : [];
}

export function hitOfListing(scene: Scene, organisation: Organisation, { list, listing, stays, open }: Standing): Hit {
  return {
    ref: { kind: "list", list: list.id, listing: listing.id },
    from: listing.effectiveFrom, end: listing.end, regions: listing.regions.length > 0 ? listing.regions : list.regions,
    decidedBy: listing.originator ?? list.owner, listing, criteria: decidedCriteria(scene, organisation, listing), sight: scene.sight(list, listing), stays, unsure: [],
    ...(listing.decidedOn === undefined ? {} : { decidedOn: listing.decidedOn }),
    ...(listing.publishedFrom === undefined ? {} : { publishedFrom: listing.publishedFrom }),
    ...(open === undefined ? {} : { open }),
  };
}

/** Why the law itself makes a listing, and whether the list is one in favour. */
interface Cause {
  readonly list: List;
  readonly cause: Criterion;
  readonly favours: boolean;
}

function causeOfList(list: List): readonly Cause[] {
  return list.entailed === undefined ? [] : [{ list, cause: list.entailed, favours: list.colour === "red" }];
}

/** A cause as all that stands has it, and as what no stay holds back has it. */
interface CauseOnDay {
  readonly standing: Found;
  readonly effective: Found;
}

/** Whether a cause holds a burden up: as things stand, and without what is stayed. */
export function effectiveTruth(scene: Scene, organisation: Organisation, cause: Criterion, on: PlainDate): Truth {
  return causeOn(scene, organisation, { cause, favours: false }, on).effective.truth;
}

interface Found {
  readonly truth: Truth;
  readonly causes: readonly string[];
  readonly missing: readonly string[];
}

/** What is in favour goes by what no stay holds back; anything else needs both, so that no stay ever makes a burden. */
function causeOn(scene: Scene, organisation: Organisation, { cause, favours }: Pick<Cause, "cause" | "favours">, on: PlainDate): CauseOnDay {
  const standing = truthOn({ ...scene, unstayed: false }, organisation, cause, on);
  if (!knowsStays(scene.register)) return { standing, effective: standing };
  const unstayed = truthOn({ ...scene, unstayed: true }, organisation, cause, on);
  return { standing, effective: { ...unstayed, truth: favours ? unstayed.truth : trueOfBoth(standing.truth, unstayed.truth) } };
}

/** An entailed listing lives and dies with its cause; it begins on the first day from which the cause has held without a break. While only stayed causes hold it up it stands and is stayed with them. */
function entailedHit(scene: Scene, organisation: Organisation, cause: Cause): readonly Hit[] {
  const { list } = cause;
  const { standing, effective } = causeOn(scene, organisation, cause, scene.on);
  const held = effective.truth === "false" && standing.truth !== "false";
  if (effective.truth === "false" && !held) return [];
  const now = held ? standing : effective;
  const shown = now.causes.filter((each) => isShown(scene, organisation, each));
  const stays = held ? staysOfCauses(scene, organisation, now.causes) : [];
  return [{
    ref: { kind: "entailed", list: list.id, listing: entailedId(list, organisation), cause: shown },
    from: sinceOf(scene, organisation, cause), end: { kind: "notStated" }, regions: list.regions, decidedBy: list.owner, criteria: [],
    // A list that rests only on what is stayed would betray a cause that is not shown.
    sight: held && (shown.length < now.causes.length || !stays.every((stay) => showsStay(scene, organisation, stay))) ? "hidden" : sightOfEntailed(scene, organisation, list),
    stays, unsure: now.truth === "unknown" ? now.missing : [],
  }];
}

function entailedId(list: List, organisation: Organisation): ListingId {
  return `entailed:${list.id}:${organisation.file}` as ListingId;
}

/** The first day from which the cause has held without a break, or else may have held; a stay is no break. */
function sinceOf(scene: Scene, organisation: Organisation, cause: Cause): PlainDate {
  const stands = causeOn(scene, organisation, cause, scene.on).standing.truth !== "false";
  const truth = (on: PlainDate): Truth => causeOn(scene, organisation, cause, on)[stands ? "standing" : "effective"].truth;
  const now = truth(scene.on);
  let from = scene.on;
  for (const day of causeDays(scene, organisation).filter((each) => each <= scene.on).reverse()) {
    if (truth(day) !== now) break;
    from = day;
  }
  return from;
}

/** What the law itself makes has no publication of its own: whoever sees only what is published sees it while it stands today. */
function sightOfEntailed(scene: Scene, organisation: Organisation, list: List): Sight {
  const { newest } = scene;
  const sight = list.published ? "shown" : scene.sight(list, null);
  if (sight !== "shown" || newest === undefined || isOfToday(scene)) return sight;
  const [today, still] = [organisationOf(newest.register, organisation.file), newest.statute.get("list", list.id)];
  if (today === undefined || still === undefined) return "hidden";
  const [hit] = causeOfList(still).flatMap((cause) => entailedHit({ ...scene, ...newest }, today, cause));
  return hit?.sight ?? "hidden";
}

/** Whether the scene is the one publication goes by: what is masked or over is left out there too. */
function isOfToday({ register, statute, on, newest }: Scene): boolean {
  return newest !== undefined && register === newest.register && statute === newest.statute && on === newest.on;
}

/** The orders over what a criterion rests on; where it names nothing, over all that stands, for one of them made the difference. */
export function staysOfCauses(scene: Scene, organisation: Organisation, causes: readonly string[]): readonly StayInForce[] {
  const around = aroundOf(scene, organisation);
  const roots = rootsOf(scene, around, causes, new Set());
  const stays = (named: (id: string) => boolean): readonly StayInForce[] => around.flatMap((each) => [
    ...standingListings(scene, each).filter(({ listing }) => named(listing.id)).flatMap((standing) => standing.stays),
    ...each.records.filter((record) => named(record.id) && !record.annulled && !isRepaired(record, scene.on)).flatMap((record) => staysOn(scene.register, record, scene.on)),
  ]);
  const found = stays((id) => roots.has(id));
  return found.length > 0 ? found : stays(() => true);
}

/** Whether the asker may see what an order is about. */
export function showsStay(scene: Scene, organisation: Organisation, { about }: StayInForce): boolean {
  return isShown(scene, organisation, about.kind === "listing" ? about.listing : about.record);
}

/** The ids of the listings and records on file that a cause comes down to, those between included. */
export function thingsBehind(scene: Scene, organisation: Organisation, causes: readonly string[]): ReadonlySet<string> {
  return rootsOf(scene, aroundOf(scene, organisation), causes, new Set());
}

/** Causes that are listings of the law itself, followed to what is on file. */
function rootsOf(scene: Scene, around: readonly Organisation[], causes: readonly string[], found: Set<string>): ReadonlySet<string> {
  for (const cause of causes) {
    if (found.has(cause)) continue;
    found.add(cause);
    const makers = around.flatMap((organisation) => scene.statute.all("list").flatMap(causeOfList).filter(({ list }) => entailedId(list, organisation) === cause).map((maker) => ({ organisation, maker })));
    for (const { organisation, maker } of makers) rootsOf(scene, around, causeOn(scene, organisation, maker, scene.on).standing.causes, found);
  }
  return found;
}

/** What a criterion rests on is named only to whoever may see it: a warning that is public must not betray the scrutiny entries behind it. */
export function isShown(scene: Scene, organisation: Organisation, cause: string): boolean {
  const around = aroundOf(scene, organisation);
  const listing = around.flatMap(({ listings }) => listings).find((each) => each.id === cause);
  const list = listing === undefined ? undefined : scene.rulebook.get("list", listing.list);
  if (listing !== undefined && list !== undefined) return scene.sight(list, listingOnDay(listing, scene.on)) === "shown";
  const record = around.flatMap(({ records }) => records).find((each) => each.id === cause);
  const type = record === undefined ? undefined : scene.rulebook.get("record-type", record.type);
  return record === undefined || type === undefined || scene.sightOfRecord(type, record) === "shown";
}

export function truthOn(scene: Scene, organisation: Organisation, criterion: Criterion, on: PlainDate): Found {
  const evaluated = evaluateCriterion(criterion, criteriaContext({ ...scene, on }, organisation, {}));
  const causes = evaluated.results.flatMap((result) => [...(result.records ?? []), ...(result.listings ?? [])]);
  return { truth: evaluated.truth, causes: [...new Set(causes)].sort(), missing: evaluated.missing.map((missing) => missing.fact) };
}

/** The days on which something a cause may rest on begins or ends. */
function causeDays(scene: Scene, organisation: Organisation): readonly PlainDate[] {
  const days = [
    ...organisation.records.filter((record) => !record.annulled && !isReleased(scene, record)).flatMap(({ decidedOn, actedOn, publishedFrom, repair }) => [decidedOn, actedOn, publishedFrom, repair?.repairedOn]),
    ...organisation.listings.filter((listing) => !isReleased(scene, listing)).flatMap((listing) => {
      if (listing.holds === "reported") return [...listing.sightings.flatMap(({ effectiveFrom, editionDay, end }) => [effectiveFrom ?? editionDay, untilOf(end)]), ...listing.missing.map((missing) => missing.editionDay)];
      const { decided: { effectiveFrom, decidedOn, end }, removal } = listing;
      return removal?.retroactive === true ? [] : [effectiveFrom ?? decidedOn, end === undefined ? undefined : untilOf(end), removal?.removedOn];
    }),
  ];
  return [...new Set(days.flatMap((day) => day ?? []))].sort();
}

function isLost(scene: Scene, organisation: Organisation, hit: Hit): boolean {
  if (hit.ref.kind !== "list") return false;
  const lostWhen = scene.statute.get("list", hit.ref.list)?.lostWhen;
  return lostWhen !== undefined && effectiveTruth(scene, organisation, lostWhen, scene.on) === "true";
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

/** The organisation and all those a criterion about it may ask after. */
function aroundOf(scene: Scene, organisation: Organisation): readonly Organisation[] {
  return [organisation, ...(["parents", "owners", "controllers"] as const).flatMap((by) => relatedTo(scene, organisation, by))];
}

/** Records of a type that count on the day: neither repaired nor, to a criterion that leaves them out, stayed. */
export function countedRecords(scene: Scene, organisation: Organisation, type: LawId): readonly RecordOnFile[] {
  return lawfulRecords(scene, organisation, type).filter((record) => !isRepaired(record, scene.on) && !isReleased(scene, record) && !(scene.unstayed === true && isStayed(record, scene.on)));
}

/** What the law let nobody record when it was is nothing, whoever handed it in. */
export function lawfulRecords(scene: Scene, organisation: Organisation, type: LawId): readonly RecordOnFile[] {
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

/** Listings that stand, those the law itself makes included, without the stayed where the criterion leaves them out. A list whose own cause is being looked at is not asked again. */
function listedHits(scene: Scene, organisation: Organisation, lists: readonly LawId[], colour: ListColour | undefined): readonly { readonly listing: ListingId; readonly from: PlainDate }[] {
  function asked(list: List): boolean {
    return lists.includes(list.id) || (colour !== undefined && list.colour === colour);
  }
  const counts = scene.unstayed === true ? "effective" : "standing";
  const stored = standingListings(scene, organisation).filter(({ list, stays }) => asked(list) && (counts === "standing" || stays.length === 0)).map(({ listing }) => ({ listing: listing.id, from: listing.effectiveFrom }));
  const within = scene.within ?? [];
  const entailed = scene.statute.all("list").filter((list) => asked(list) && !within.includes(list.id)).flatMap(causeOfList).flatMap((cause) => {
    const inside = { ...scene, within: [...within, cause.list.id] };
    if (causeOn(inside, organisation, cause, scene.on)[counts].truth !== "true") return [];
    return [{ listing: entailedId(cause.list, organisation), from: sinceOf(inside, organisation, cause) }];
  });
  return [...stored, ...entailed];
}
