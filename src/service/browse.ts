// Browse: what the public pages show beside one organisation: how many are on file, what was decided last, who stands on a list.
// The asker sees only what publication lets it see today.
import { addDays, addYears, err, ok, parseLawId, type FileNumber, type LawId, type ListingId, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import type { FieldValues, KnownEvent, RowSource } from "../domain/events/index.ts";
import type { List } from "../domain/rules/index.ts";
import { isKnown, joinedFiles, keyOf, listingOnDay, mainName, replay, type EditionOnFile, type ListingOnDay, type ListingOnFile, type Register } from "../domain/register/index.ts";
import { openValues } from "../domain/publication/index.ts";
import type { Asker } from "../domain/restrictions/index.ts";
import { readClocks } from "./check-organisation.ts";
import { problem, type Problem } from "./problem.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";

export interface ListOverview {
  readonly list: LawId;
  /** Listings that stand on the day and may be shown; null where the law itself makes them, organisation by organisation. */
  readonly standing: number | null;
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
  readonly total: number;
  readonly first: number;
  readonly listings: readonly ListedOrganisation[];
}

const LISTING_TYPES = ["ListingReported", "ListingDecided", "ListingRemoved", "EditionReceived", "BatchWithdrawn", "BatchReceived", "RowHeld", "HeldRowSettled", "FilesJoined", "FilesSeparated"];
const LATEST_SHOWN = 10;
const LATEST_WINDOW = 4000;
const LATEST_TYPES = ["ListingDecided", "ListingRemoved", "RecordReported", "RecordCorrected", "MeasureDecided", "EditionReceived"];
export const LISTED_PER_PAGE = 50;

interface Snapshot {
  readonly head: Position;
  readonly register: Register;
  readonly organisations: number;
}

const snapshots = new WeakMap<Registry, Snapshot>();

/** All listings on file at the head, kept until the ledger moves on. */
async function snapshot(registry: Registry): Promise<Snapshot> {
  const head = await registry.ledger.head();
  const kept = snapshots.get(registry);
  if (kept?.head === head) return kept;
  const [listings, registered] = [await registry.ledger.read({ types: LISTING_TYPES, upTo: head }), await registry.ledger.read({ types: ["OrganisationRegistered", "BatchWithdrawn"], upTo: head })];
  const register = replay(listings);
  const files = [...replay(registered).files.keys()];
  const heads = new Set(files.map((file) => (register.joins.some((join) => join.files.includes(file)) ? ([...joinedFiles(register, file)].sort()[0] ?? file) : file)));
  const made = { head, register, organisations: heads.size };
  snapshots.set(registry, made);
  return made;
}

export async function overview(registry: Registry, asker: Asker, on: PlainDate): Promise<Overview> {
  const { head, register, organisations } = await snapshot(registry);
  const scene = sceneOf(registry, asker, register, registry.rulebook.on(on), on);
  const lists = scene.statute.all("list");
  const colours = new Map(lists.map((list) => [list.id, list.colour]));
  const standing = [...register.listings.values()].filter((listing) => standsFor(registry, asker, register, listing, on));
  const heads = new Map<FileNumber, FileNumber>();
  const headOf = (file: FileNumber): FileNumber => heads.get(file) ?? remember(heads, joinedFiles(register, file));
  const files = (colour: string): number => new Set(standing.filter((listing) => colours.get(listing.list) === colour).map((listing) => headOf(listing.file))).size;
  const aYearAgo = addYears(on, -1);
  return {
    organisations, listed: files("black"), favoured: files("red"), held: asker.kind === "keeper" ? register.held.size : 0, known: head,
    released: [...register.listings.values()].filter((listing) => isReleasedSince(listingOnDay(listing, on), aYearAgo)).length,
    latest: await latestEvents(registry, asker, register, head, on),
    lists: lists.map((list) => (asker.kind === "public" && !list.published ? { list: list.id, standing: null, edition: null, stale: false } : overviewOf(register, list, standing, on))),
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

function overviewOf(register: Register, list: List, standing: readonly ListingOnFile[], on: PlainDate): ListOverview {
  const edition = (register.editions.get(list.id) ?? []).findLast((each) => each.asOf <= on) ?? null;
  const stale = list.freshForDays !== undefined && edition !== null && addDays(edition.asOf, list.freshForDays) <= on;
  return { list: list.id, standing: list.entailed === undefined ? standing.filter((listing) => listing.list === list.id).length : null, edition, stale };
}

function standsFor(registry: Registry, asker: Asker, register: Register, onFile: ListingOnFile, on: PlainDate): boolean {
  const list = registry.rulebook.get("list", onFile.list);
  if (list === undefined) return false;
  const listing = listingOnDay(onFile, on);
  if (listing.state !== "stands") return false;
  return sceneOf(registry, asker, register, registry.rulebook.on(on), on).sight(list, listing) === "shown";
}

async function latestEvents(registry: Registry, asker: Asker, register: Register, head: Position, on: PlainDate): Promise<readonly LatestEvent[]> {
  const after = Math.max(0, head - LATEST_WINDOW) as Position;
  const events = (await registry.ledger.read({ types: LATEST_TYPES, after, upTo: head })).toReversed();
  const shown: LatestEvent[] = [];
  const perType = new Map<string, number>();
  for (const event of events) {
    if (shown.length === LATEST_SHOWN) break;
    const latest = isKnown(event) ? latestOf(registry, asker, register, event, on) : undefined;
    if (latest === undefined) continue;
    const count = perType.get(latest.type) ?? 0;
    if (count === LATEST_SHOWN / 2) continue;
    perType.set(latest.type, count + 1);
    shown.push(latest);
  }
  const names = await namesOf(registry, shown.flatMap((latest) => latest.file ?? []));
  return shown.map((latest) => ({ ...latest, name: latest.file === null ? null : (names.get(latest.file) ?? latest.file) }));
}

function latestOf(registry: Registry, asker: Asker, register: Register, event: KnownEvent, on: PlainDate): LatestEvent | undefined {
  const base = { position: event.position, type: event.type, name: null, removed: false, by: null };
  switch (event.type) {
    case "ListingDecided": {
      const onFile = event.body.listing === undefined ? undefined : register.listings.get(event.body.listing);
      if (onFile === undefined || !standsFor(registry, asker, register, onFile, on)) return undefined;
      return { ...base, day: event.body.decidedOn, file: event.body.file, of: event.body.list, by: event.body.authority };
    }
    case "RecordReported": {
      const type = registry.rulebook.get("record-type", event.body.recordType);
      const withdrawn = event.batch !== null && register.batches.get(event.batch)?.withdrawn === true;
      if (type?.disclosure !== "public" || withdrawn || event.body.decidedOn === undefined) return undefined;
      return { ...base, day: event.body.decidedOn, file: event.body.file, of: event.body.recordType };
    }
    case "EditionReceived":
      if (asker.kind === "public" && registry.rulebook.get("list", event.body.list)?.published !== true) return undefined;
      return { ...base, day: event.body.asOf, file: null, of: event.body.list, by: registry.rulebook.get("list", event.body.list)?.owner ?? null };
    default:
      return undefined;
  }
}

/** One list: its charter as of the law's day, its editions, and who stands on it, a page at a time. */
export async function listOn(registry: Registry, asker: Asker, text: string, request: { readonly on?: string; readonly law?: string; readonly known?: string; readonly page?: number }): Promise<Result<ListAnswer, Problem>> {
  const id = parseLawId(text);
  const entry = id.ok ? registry.rulebook.get("list", id.value) : undefined;
  if (entry === undefined) return err(problem("law-entry-unknown", `\`${text}\` is no list of the law`, "`law show` names the lists."));
  const clocks = await readClocks(registry, request, entry.id);
  if (!clocks.ok) return clocks;
  const { on, law, known } = clocks.value;
  const register = await readClosure(registry, [keyOf.list(entry.id), keyOf.edition(entry.id)], known);
  const newest = known === (await registry.ledger.head()) ? register : await readClosure(registry, [keyOf.list(entry.id), keyOf.edition(entry.id)]);
  const statute = registry.rulebook.on(law);
  const scene = sceneOf(registry, asker, register, statute, on, newest);
  const list = statute.get("list", entry.id) ?? entry;
  const standing = [...register.listings.values()].filter((each) => each.list === list.id).map((each) => ({ onFile: each, onDay: listingOnDay(each, on) }))
    .filter(({ onDay }) => onDay.state === "stands" && scene.sight(list, onDay) === "shown")
    .sort((a, b) => (a.onDay.effectiveFrom === b.onDay.effectiveFrom ? (a.onFile.id < b.onFile.id ? -1 : 1) : a.onDay.effectiveFrom < b.onDay.effectiveFrom ? 1 : -1));
  const page = Math.max(1, request.page ?? 1);
  const shown = standing.slice((page - 1) * LISTED_PER_PAGE, page * LISTED_PER_PAGE);
  const names = await namesOf(registry, shown.map(({ onFile }) => onFile.file), known);
  return ok({
    list, on, law, known, total: standing.length, first: (page - 1) * LISTED_PER_PAGE + 1,
    editions: (register.editions.get(list.id) ?? []).map((edition) => ({ ...edition, rows: rowsOn(register, list.id, edition.asOf) })).toReversed(),
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

