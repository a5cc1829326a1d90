// Browse: what the public pages show beside one organisation: how many are on file, what was decided last, who stands on a list.
// The asker sees only what publication lets it see today.
import { addDays, addYears, err, ok, parseLawId, type FileNumber, type LawId, type ListingId, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import type { FieldValues, RowSource } from "../domain/events/index.ts";
import type { List } from "../domain/rules/index.ts";
import { joinedFiles, listingOnDay, type EditionOnFile, type ListingOnDay, type ListingOnFile, type Register } from "../domain/register/index.ts";
import { openValues } from "../domain/publication/index.ts";
import type { Asker, Scene } from "../domain/restrictions/index.ts";
import { readClocks } from "./check-organisation.ts";
import { problem, type Problem } from "./problem.ts";
import { keepNewest, latestEvents, latestOf, namesOf, type LatestEvent } from "./latest-events.ts";
import { snapshotAt, type ListingsSnapshot } from "./listings-snapshot.ts";
import type { Registry } from "./registry.ts";
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

export const LISTED_PER_PAGE = 50;

/** @param clocks the statute book and the position asked about; default the day's, and the head */
export async function overview(registry: Registry, asker: Asker, on: PlainDate, clocks: { readonly law?: PlainDate; readonly known?: Position } = {}): Promise<Overview> {
  const head = await registry.ledger.head();
  const known = clocks.known ?? head;
  return workedOut(overviews, registry, OVERVIEWS_KEPT, [asker, on, clocks.law ?? on, known, head], () => overviewAnew(registry, asker, on, { law: clocks.law ?? on, known, head }));
}

const OVERVIEWS_KEPT = 8;
const overviews: WorkedOut<Overview> = new WeakMap();

async function overviewAnew(registry: Registry, asker: Asker, on: PlainDate, { law, known, head }: { readonly law: PlainDate; readonly known: Position; readonly head: Position }): Promise<Overview> {
  const snapshot = await snapshotAt(registry, known);
  const newest = known === head ? snapshot : await snapshotAt(registry, head);
  const { register } = snapshot;
  const scene = sceneOf(registry, asker, register, registry.rulebook.on(law), on, newest.register);
  const lists = scene.statute.all("list");
  const counted = new Map(await Promise.all([...snapshot.lists].map(async (list) => [list, await workedOut(countedLists, registry, LISTS_KEPT, [asker, list, on, law, snapshot.changedAt(list), newest.changedAt(list)], async () => countedOn(scene, snapshot, list))] as const)));
  const organisations = (colour: string): number => {
    const those = lists.flatMap(({ id, colour: own }) => (own === colour ? (counted.get(id)?.organisations ?? []) : []).length === 0 ? [] : [counted.get(id)?.organisations ?? []]);
    return those.length === 1 ? (those[0]?.length ?? 0) : new Set(those.flat()).size;
  };
  const all = [...counted.values()];
  return {
    organisations: snapshot.organisations, listed: organisations("black"), favoured: organisations("red"), held: asker.kind === "keeper" ? register.held.size : 0, known,
    released: all.reduce((sum, { released }) => sum + released, 0),
    latest: await latestEvents(registry, asker, scene, all.flatMap((one) => one.latest), { known, head }),
    lists: lists.map((list) => overviewOf(register, list, counted.get(list.id)?.standing ?? 0, on, asker.kind === "keeper" || list.published)),
    batches: batchesOf(register),
  };
}

/** What one list adds to the overview. */
interface CountedList {
  readonly standing: number;
  readonly organisations: readonly FileNumber[];
  /** Listings that stood within the last year and stand no longer. */
  readonly released: number;
  readonly latest: readonly LatestEvent[];
}

const LISTS_KEPT = 400;
/** Worked out for each list by itself, until something of it has changed or the day is over. */
const countedLists: WorkedOut<CountedList> = new WeakMap();

function countedOn(scene: Scene, { register, listingsOf }: ListingsSnapshot, id: LawId): CountedList {
  const aYearAgo = addYears(scene.on, -1);
  const list = scene.rulebook.get("list", id);
  const heads = new Map<FileNumber, FileNumber>();
  const joined = new Set(register.joins.flatMap((join) => join.files));
  const headOf = (file: FileNumber): FileNumber => (joined.has(file) ? (heads.get(file) ?? remember(heads, joinedFiles(register, file))) : file);
  const organisations = new Set<FileNumber>();
  const latest: LatestEvent[] = [];
  let [standing, released] = [0, 0];
  for (const listing of listingsOf(id)) {
    const onDay = listingOnDay(listing, scene.on);
    if (isReleasedSince(onDay, aYearAgo)) released += 1;
    if (list === undefined || onDay.state !== "stands" || scene.sight(list, onDay) !== "shown") continue;
    standing += 1;
    organisations.add(headOf(listing.file));
    const event = latestOf(listing, onDay, list);
    if (event !== undefined && event.day <= scene.on) keepNewest(latest, event);
  }
  return { standing, organisations: [...organisations], released, latest };
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

function overviewOf(register: Register, list: List, count: number, on: PlainDate, open: boolean): ListOverview {
  if (!open) return { list: list.id, standing: null, open, edition: null, stale: false };
  const edition = (register.editions.get(list.id) ?? []).findLast((each) => each.asOf <= on) ?? null;
  const stale = list.freshForDays !== undefined && edition !== null && addDays(edition.asOf, list.freshForDays) <= on;
  const unknown = list.entailed !== undefined || (list.holds === "reported" && edition === null && count === 0);
  return { list: list.id, standing: unknown ? null : count, open, edition, stale };
}

interface StandingClocks {
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly known: Position;
}

interface StandingOn {
  readonly list: List;
  readonly register: Register;
  readonly editions: readonly (EditionOnFile & { readonly rows: number })[];
  readonly standing: readonly { readonly onFile: ListingOnFile; readonly onDay: ListingOnDay }[];
}

const STANDINGS_KEPT = 16;
const standings: WorkedOut<StandingOn> = new WeakMap();

/** The listings that stand on a list and may be shown, the newest first; worked out once until something of the list changes or the day is over. */
async function standingOn(registry: Registry, asker: Asker, entry: List, { on, law, known }: StandingClocks): Promise<StandingOn> {
  const head = await registry.ledger.head();
  const [snapshot, newest] = [await snapshotAt(registry, known), await snapshotAt(registry, head)];
  return workedOut(standings, registry, STANDINGS_KEPT, [asker, entry.id, on, law, snapshot.changedAt(entry.id), newest.changedAt(entry.id)], async () => {
    const { register } = snapshot;
    const statute = registry.rulebook.on(law);
    const scene = sceneOf(registry, asker, register, statute, on, newest.register);
    const list = statute.get("list", entry.id) ?? entry;
    const listings = snapshot.listingsOf(list.id);
    const standing = listings.map((each) => ({ onFile: each, onDay: listingOnDay(each, on) }))
      .filter(({ onDay }) => onDay.state === "stands" && scene.sight(list, onDay) === "shown")
      .sort((a, b) => (a.onDay.effectiveFrom === b.onDay.effectiveFrom ? (a.onFile.id < b.onFile.id ? -1 : 1) : a.onDay.effectiveFrom < b.onDay.effectiveFrom ? 1 : -1));
    return { list, register, standing, editions: (register.editions.get(list.id) ?? []).map((edition) => ({ ...edition, rows: rowsOn(listings, edition.asOf) })).toReversed() };
  });
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
  const { list, register, standing, editions } = await standingOn(registry, asker, entry, { on, law, known });
  const page = Math.max(1, request.page ?? 1);
  const shown = standing.slice((page - 1) * LISTED_PER_PAGE, page * LISTED_PER_PAGE);
  const names = await namesOf(registry, shown.map(({ onFile }) => onFile.file), known);
  const open = asker.kind === "keeper" || list.published;
  return ok({
    list, on, law, known, open, stale: overviewOf(register, list, 0, on, open).stale, total: standing.length, first: (page - 1) * LISTED_PER_PAGE + 1,
    editions: open ? editions : [],
    listings: shown.map(({ onFile, onDay }) => ({ file: onFile.file, name: names.get(onFile.file) ?? onFile.file, listing: onFile.id, onDay, fields: openValues(asker, list.fields, onDay.fields), source: onDay.source ?? null })),
  });
}

/** How many rows an edition carried. */
function rowsOn(listings: readonly ListingOnFile[], day: PlainDate): number {
  return listings.filter((listing) => {
    if (listing.holds !== "reported") return false;
    const seen = listing.sightings.findLast((sighting) => sighting.editionDay <= day);
    const missed = listing.missing.findLast((missing) => missing.editionDay <= day);
    return seen !== undefined && (missed === undefined || missed.editionDay < seen.editionDay);
  }).length;
}
