// Browse: what the public pages show beside one organisation: how many are on file, what was decided last, who stands on a list.
// The asker sees only what publication lets it see today.
import { addDays, addYears, err, ok, parseLawId, type FileNumber, type LawId, type ListingId, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import type { FieldValues, KnownEvent, RowSource } from "../domain/events/index.ts";
import type { List } from "../domain/rules/index.ts";
import { joinedFiles, keyOf, listingOnDay, mainName, replay, type EditionOnFile, type ListingOnDay, type ListingOnFile, type Register } from "../domain/register/index.ts";
import { openValues, sightOfRecord } from "../domain/publication/index.ts";
import type { Asker, Scene } from "../domain/restrictions/index.ts";
import { readClocks } from "./check-organisation.ts";
import { problem, type Problem } from "./problem.ts";
import { readClosure } from "./read.ts";
import { today, type Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";
import { workedOut, type WorkedOut } from "./worked-out.ts";

export interface ListOverview {
  readonly list: LawId;
  /** Listings that stand on the day and may be shown. Null where nobody can say: nothing was handed in, the law does not let it be
   * shown, or the law itself makes the listings, organisation by organisation. */
  readonly standing: number | null;
  /** Whether the law lets the asker see who is on it. */
  readonly open: boolean;
  readonly edition: EditionOnFile | null;
  readonly stale: boolean;
}

export interface LatestEvent {
  readonly position: Position;
  readonly type: KnownEvent["type"];
  readonly day: PlainDate;
  readonly file: FileNumber | null;
  readonly name: string | null;
  readonly of: LawId;
  readonly by: LawId | null;
  readonly removed: boolean;
  /** Of an edition: its day was inferred. */
  readonly inferred?: true;
}

export interface Overview {
  readonly organisations: number;
  readonly listed: number;
  readonly favoured: number;
  readonly released: number;
  readonly held: number;
  readonly latest: readonly LatestEvent[];
  readonly lists: readonly ListOverview[];
  readonly known: Position;
  readonly batches: readonly { readonly template: LawId; readonly asOf: PlainDate | null; readonly count: number }[];
}

export interface ListedOrganisation {
  readonly file: FileNumber;
  readonly name: string;
  readonly listing: ListingId;
  readonly onDay: ListingOnDay;
  readonly fields: FieldValues;
  readonly source: RowSource | null;
}

export interface ListAnswer {
  readonly list: List;
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly known: Position;
  readonly editions: readonly (EditionOnFile & { readonly rows: number })[];
  /** Whether the law lets the asker see who is on it; otherwise there are no editions and no listings here, whatever is on file. */
  readonly open: boolean;
  /** Its newest edition is older than the law lets it be. */
  readonly stale: boolean;
  readonly total: number;
  readonly first: number;
  readonly listings: readonly ListedOrganisation[];
}

const LISTING_TYPES = ["ListingReported", "ListingDecided", "ListingRemoved", "EffectsStayed", "StayEnded", "EditionReceived", "BatchWithdrawn", "BatchReceived", "RowHeld", "HeldRowSettled", "FilesJoined", "FilesSeparated", "OfficeOpened"];
const LATEST_SHOWN = 10;
const LATEST_OF_A_KIND = 5;
const LATEST_WINDOW = 4000;
const SNAPSHOTS_KEPT = 3;
export const LISTED_PER_PAGE = 50;

interface Snapshot {
  readonly register: Register;
  readonly organisations: number;
}

const snapshots = new WeakMap<Registry, Map<Position, Snapshot>>();

/** All listings on file at a position. The last few are kept: the head until the ledger moves on, and what was looked back at. */
async function snapshotAt(registry: Registry, position: Position): Promise<Snapshot> {
  const kept = snapshots.get(registry) ?? new Map<Position, Snapshot>();
  snapshots.set(registry, kept);
  const found = kept.get(position);
  if (found !== undefined) return found;
  const [listings, registered] = [await registry.ledger.read({ types: LISTING_TYPES, upTo: position }), await registry.ledger.read({ types: ["OrganisationRegistered", "BatchWithdrawn"], upTo: position })];
  const register = replay(listings);
  const joined = new Set(register.joins.flatMap((join) => join.files));
  const heads = new Set([...replay(registered).files.keys()].map((file) => (joined.has(file) ? ([...joinedFiles(register, file)].sort()[0] ?? file) : file)));
  const made = { register, organisations: heads.size };
  const [oldest] = kept.keys();
  if (kept.size >= SNAPSHOTS_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(position, made);
  return made;
}

/** @param clocks the statute book and the position asked about; default the day's, and the head */
export async function overview(registry: Registry, asker: Asker, on: PlainDate, clocks: { readonly law?: PlainDate; readonly known?: Position } = {}): Promise<Overview> {
  const head = await registry.ledger.head();
  const known = clocks.known ?? head;
  return workedOut(overviews, registry, OVERVIEWS_KEPT, [asker, on, clocks.law ?? on, known, head], () => overviewAnew(registry, asker, on, { law: clocks.law ?? on, known, head }));
}

const OVERVIEWS_KEPT = 8;
const overviews: WorkedOut<Overview> = new WeakMap();

async function overviewAnew(registry: Registry, asker: Asker, on: PlainDate, { law, known, head }: { readonly law: PlainDate; readonly known: Position; readonly head: Position }): Promise<Overview> {
  const { register, organisations } = await snapshotAt(registry, known);
  const newest = known === head ? register : (await snapshotAt(registry, head)).register;
  const scene = sceneOf(registry, asker, register, registry.rulebook.on(law), on, newest);
  const lists = scene.statute.all("list");
  const colours = new Map(lists.map((list) => [list.id, list.colour]));
  const standing = [...register.listings.values()].filter((listing) => standsIn(scene, listing));
  const heads = new Map<FileNumber, FileNumber>();
  const headOf = (file: FileNumber): FileNumber => heads.get(file) ?? remember(heads, joinedFiles(register, file));
  const files = (colour: string): number => new Set(standing.filter((listing) => colours.get(listing.list) === colour).map((listing) => headOf(listing.file))).size;
  const aYearAgo = addYears(on, -1);
  return {
    organisations, listed: files("black"), favoured: files("red"), held: asker.kind === "keeper" ? register.held.size : 0, known,
    released: [...register.listings.values()].filter((listing) => isReleasedSince(listingOnDay(listing, on), aYearAgo)).length,
    latest: await latestEvents(registry, asker, scene, standing, { known, head }),
    lists: lists.map((list) => overviewOf(register, list, standing, on, asker.kind === "keeper" || list.published)),
    batches: batchesOf(register),
  };
}

function remember(heads: Map<FileNumber, FileNumber>, files: readonly FileNumber[]): FileNumber {
  const head = files.reduce((first, file) => (file < first ? file : first));
  for (const file of files) heads.set(file, head);
  return head;
}

/** It stood within the time since `day` and stands no longer, for whatever reason. */
function isReleasedSince(listing: ListingOnDay, day: PlainDate): boolean {
  if (listing.state === "ended") return listing.end.kind === "fixed" && listing.end.until >= day;
  return (listing.state === "removed" || listing.state === "gone") && listing.stoppedOn !== undefined && listing.stoppedOn >= day;
}

function batchesOf(register: Register): Overview["batches"] {
  const newest = new Map<LawId, { asOf: PlainDate | null; count: number }>();
  for (const batch of register.batches.values()) {
    if (batch.withdrawn) continue;
    const before = newest.get(batch.template);
    newest.set(batch.template, { asOf: batch.asOf !== undefined && (before?.asOf ?? "") < batch.asOf ? batch.asOf : (before?.asOf ?? null), count: (before?.count ?? 0) + 1 });
  }
  return [...newest].map(([template, value]) => ({ template, ...value }));
}

function overviewOf(register: Register, list: List, standing: readonly ListingOnFile[], on: PlainDate, open: boolean): ListOverview {
  if (!open) return { list: list.id, standing: null, open, edition: null, stale: false };
  const edition = (register.editions.get(list.id) ?? []).findLast((each) => each.asOf <= on) ?? null;
  const stale = list.freshForDays !== undefined && edition !== null && addDays(edition.asOf, list.freshForDays) <= on;
  const count = standing.filter((listing) => listing.list === list.id).length;
  const unknown = list.entailed !== undefined || (list.holds === "reported" && edition === null && count === 0);
  return { list: list.id, standing: unknown ? null : count, open, edition, stale };
}

function standsIn(scene: Scene, onFile: ListingOnFile): boolean {
  const list = scene.rulebook.get("list", onFile.list);
  if (list === undefined) return false;
  const listing = listingOnDay(onFile, scene.on);
  return listing.state === "stands" && scene.sight(list, listing) === "shown";
}

/** The newest of each kind by their days, together in the order of their days. */
async function latestEvents(registry: Registry, asker: Asker, scene: Scene, standing: readonly ListingOnFile[], positions: Positions): Promise<readonly LatestEvent[]> {
  const kept = standing.flatMap((listing): LatestEvent[] => listing.holds !== "kept" ? [] : [{ ...NAMELESS, type: "ListingDecided", position: listing.position, day: listing.decided.decidedOn, file: listing.file, of: listing.list, by: listing.decided.authority }]);
  const reported = standing.flatMap((listing): LatestEvent[] => {
    const onDay = listingOnDay(listing, scene.on);
    if (listing.holds !== "reported" || listing.sightings[0] === undefined) return [];
    const list = scene.rulebook.get("list", listing.list);
    return [{ ...NAMELESS, type: "ListingReported", position: listing.sightings[0].position, day: onDay.decidedOn ?? onDay.effectiveFrom, file: listing.file, of: listing.list, by: onDay.originator ?? list?.owner ?? null }];
  });
  const editions = [...scene.register.editions.values()].flat().flatMap((edition): LatestEvent[] => {
    const list = scene.rulebook.get("list", edition.list);
    return list === undefined || scene.sight(list, null) !== "shown" ? [] : [{ ...NAMELESS, type: "EditionReceived", position: edition.position, day: edition.asOf, file: null, of: edition.list, by: list.owner, ...(edition.inferred ? { inferred: true } : {}) }];
  });
  const records = await latestRecords(registry, asker, scene, positions);
  const shown = [kept, reported, editions, records].flatMap((events) => events.filter((event) => event.day <= scene.on).sort(newestFirst).slice(0, LATEST_OF_A_KIND)).sort(newestFirst).slice(0, LATEST_SHOWN);
  const names = await namesOf(registry, shown.flatMap((latest) => latest.file ?? []));
  return shown.map((latest) => ({ ...latest, name: latest.file === null ? null : (names.get(latest.file) ?? latest.file) }));
}

const NAMELESS = { name: null, removed: false } as const;

function newestFirst(a: LatestEvent, b: LatestEvent): number {
  return a.day === b.day ? b.position - a.position : a.day < b.day ? 1 : -1;
}

interface Positions {
  readonly known: Position;
  readonly head: Position;
}

/** Records of the last stretch of the ledger that are published today. */
async function latestRecords(registry: Registry, asker: Asker, scene: Scene, { known, head }: Positions): Promise<readonly LatestEvent[]> {
  const after = Math.max(0, known - LATEST_WINDOW) as Position;
  const reported = await registry.ledger.read({ types: ["RecordReported"], after, upTo: known });
  // What was mended or taken back since is not shown, whatever position is asked about.
  const since = await registry.ledger.read({ types: ["RecordCorrected", "RecordRepaired", "EffectsStayed", "StayEnded", "BatchReceived", "BatchWithdrawn"], after, upTo: head });
  const events = [...reported, ...since].sort((a, b) => a.position - b.position);
  const now = today(registry, registry.rulebook.bodies[0]);
  const offices = new Map(events.map((event) => [event.position, event.office]));
  return [...replay(events).records.values()].flatMap((record): LatestEvent[] => {
    const type = scene.rulebook.get("record-type", record.type);
    if (type === undefined || record.decidedOn === undefined || sightOfRecord({ viewer: asker, type, record, today: now }) !== "shown") return [];
    const office = scene.register.offices.get(offices.get(record.position) ?? record.file);
    return [{ ...NAMELESS, type: "RecordReported", position: record.position, day: record.decidedOn, file: record.file, of: record.type, by: office?.entry ?? office?.authority ?? null }];
  });
}

interface StandingClocks {
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly known: Position;
}

interface StandingOn {
  readonly list: List;
  readonly register: Register;
  readonly standing: readonly { readonly onFile: ListingOnFile; readonly onDay: ListingOnDay }[];
}

const STANDINGS_KEPT = 16;
const standings: WorkedOut<StandingOn> = new WeakMap();

/** The listings that stand on a list and may be shown, the newest first; worked out once until something is appended or the day is over. */
async function standingOn(registry: Registry, asker: Asker, entry: List, clocks: StandingClocks): Promise<StandingOn> {
  const head = await registry.ledger.head();
  return workedOut(standings, registry, STANDINGS_KEPT, [asker, entry.id, clocks, head], () => standingOnAnew(registry, asker, entry, clocks, head));
}

async function standingOnAnew(registry: Registry, asker: Asker, entry: List, { on, law, known }: StandingClocks, head: Position): Promise<StandingOn> {
  const { register } = await snapshotAt(registry, known);
  const newest = (await snapshotAt(registry, head)).register;
  const statute = registry.rulebook.on(law);
  const scene = sceneOf(registry, asker, register, statute, on, newest);
  const list = statute.get("list", entry.id) ?? entry;
  const standing = [...register.listings.values()].filter((each) => each.list === list.id).map((each) => ({ onFile: each, onDay: listingOnDay(each, on) }))
    .filter(({ onDay }) => onDay.state === "stands" && scene.sight(list, onDay) === "shown")
    .sort((a, b) => (a.onDay.effectiveFrom === b.onDay.effectiveFrom ? (a.onFile.id < b.onFile.id ? -1 : 1) : a.onDay.effectiveFrom < b.onDay.effectiveFrom ? 1 : -1));
  return { list, register, standing };
}

/** The files of the organisations that stand on a list, as far as the asker may see it, the newest listing first; files joined with them too. */
export async function filesOn(registry: Registry, asker: Asker, list: LawId, clocks: StandingClocks): Promise<readonly FileNumber[]> {
  const entry = registry.rulebook.get("list", list);
  if (entry === undefined) return [];
  const { register, standing } = await standingOn(registry, asker, entry, clocks);
  return [...new Set(standing.flatMap(({ onFile }) => joinedFiles(register, onFile.file)))];
}

/** One list: its charter as of the law's day, its editions, and who stands on it, a page at a time. */
export async function listOn(registry: Registry, asker: Asker, text: string, request: { readonly on?: string; readonly law?: string; readonly known?: string; readonly page?: number }): Promise<Result<ListAnswer, Problem>> {
  const id = parseLawId(text);
  const entry = id.ok ? registry.rulebook.get("list", id.value) : undefined;
  if (entry === undefined) return err(problem("law-entry-unknown", `\`${text}\` is no list of the law`, "`law show` names the lists."));
  const clocks = await readClocks(registry, request, entry.id);
  if (!clocks.ok) return clocks;
  const { on, law, known } = clocks.value;
  const { list, register, standing } = await standingOn(registry, asker, entry, { on, law, known });
  const page = Math.max(1, request.page ?? 1);
  const shown = standing.slice((page - 1) * LISTED_PER_PAGE, page * LISTED_PER_PAGE);
  const names = await namesOf(registry, shown.map(({ onFile }) => onFile.file), known);
  const open = asker.kind === "keeper" || list.published;
  return ok({
    list, on, law, known, open, stale: overviewOf(register, list, [], on, open).stale, total: standing.length, first: (page - 1) * LISTED_PER_PAGE + 1,
    editions: !open ? [] : (register.editions.get(list.id) ?? []).map((edition) => ({ ...edition, rows: rowsOn(register, list.id, edition.asOf) })).toReversed(),
    listings: shown.map(({ onFile, onDay }) => ({ file: onFile.file, name: names.get(onFile.file) ?? onFile.file, listing: onFile.id, onDay, fields: openValues(asker, list.fields, onDay.fields), source: onDay.source ?? null })),
  });
}

/** How many rows an edition carried. */
function rowsOn(register: Register, list: LawId, day: PlainDate): number {
  return [...register.listings.values()].filter((listing) => {
    if (listing.list !== list || listing.holds !== "reported") return false;
    const seen = listing.sightings.findLast((sighting) => sighting.editionDay <= day);
    const missed = listing.missing.findLast((missing) => missing.editionDay <= day);
    return seen !== undefined && (missed === undefined || missed.editionDay < seen.editionDay);
  }).length;
}

/** Main names of organisations, by file. */
async function namesOf(registry: Registry, files: readonly FileNumber[], known?: Position): Promise<ReadonlyMap<FileNumber, string>> {
  if (files.length === 0) return new Map();
  const register = await readClosure(registry, [...new Set(files)].map(keyOf.file), known);
  return new Map([...register.files.values()].map((file) => [file.file, mainName(file)]));
}

