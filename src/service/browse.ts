// Browse: what the public pages show beside one organisation: how many are on file, what was decided last, who stands on a list.
// The asker sees only what publication lets it see today.
import { addYears, type FileNumber, type LawId, type PlainDate, type Position } from "../domain/terms/index.ts";
import type { List } from "../domain/rules/index.ts";
import { joinedFiles, listingOnDay, type EditionOnFile, type ListingOnDay, type Register } from "../domain/register/index.ts";
import type { Asker, Scene } from "../domain/restrictions/index.ts";
import { keepNewest, latestEvents, latestOf, type LatestEvent } from "./latest-events.ts";
import { snapshotAt, type ListingsSnapshot } from "./listings-snapshot.ts";
import type { Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";
import { isStale } from "./stands-on.ts";
import { knownIfPast, workedOut, type WorkedOut } from "./worked-out.ts";

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

/** @param clocks the statute book and the position asked about; default the day's, and the head */
export async function overview(registry: Registry, asker: Asker, on: PlainDate, clocks: { readonly law?: PlainDate; readonly known?: Position } = {}): Promise<Overview> {
  const head = await registry.ledger.head();
  const known = clocks.known ?? head;
  return workedOut(overviews, registry, { question: [asker, on, clocks.law ?? on, knownIfPast(known, head)], version: [head], most: OVERVIEWS_KEPT }, () => overviewAnew(registry, asker, on, { law: clocks.law ?? on, known, head }));
}

const OVERVIEWS_KEPT = 8;
const overviews: WorkedOut<Overview> = new WeakMap();

async function overviewAnew(registry: Registry, asker: Asker, on: PlainDate, { law, known, head }: { readonly law: PlainDate; readonly known: Position; readonly head: Position }): Promise<Overview> {
  const snapshot = await snapshotAt(registry, known);
  const newest = known === head ? snapshot : await snapshotAt(registry, head);
  const { register } = snapshot;
  const scene = sceneOf(registry, asker, register, registry.rulebook.on(law), on, newest.register);
  const lists = scene.statute.all("list");
  const counted = new Map(await Promise.all([...snapshot.lists].map(async (list) => [list, await workedOut(countedLists, registry, { question: [asker, list, on, law, knownIfPast(known, head)], version: [snapshot.changedAt(list), newest.changedAt(list)], most: COUNTED_KEPT, weigh: ({ organisations: counted }) => counted.length + 1 }, async () => countedOn(scene, snapshot, list))] as const)));
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
    batches: batchesOf(register, on),
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

/** Organisations kept at most, over all lists. */
const COUNTED_KEPT = 2_000_000;
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

/** `asOf`: of the newest that is about the day asked for or an earlier one. */
function batchesOf(register: Register, on: PlainDate): Overview["batches"] {
  const newest = new Map<LawId, { asOf: PlainDate | null; count: number }>();
  for (const batch of register.batches.values()) {
    if (batch.withdrawn) continue;
    const before = newest.get(batch.template);
    newest.set(batch.template, { asOf: batch.asOf !== undefined && batch.asOf <= on && (before?.asOf ?? "") < batch.asOf ? batch.asOf : (before?.asOf ?? null), count: (before?.count ?? 0) + 1 });
  }
  return [...newest].map(([template, value]) => ({ template, ...value }));
}

function overviewOf(register: Register, list: List, count: number, on: PlainDate, open: boolean): ListOverview {
  if (!open) return { list: list.id, standing: null, open, edition: null, stale: false };
  const edition = (register.editions.get(list.id) ?? []).findLast((each) => each.asOf <= on) ?? null;
  const unknown = list.entailed !== undefined || (list.holds === "reported" && edition === null && count === 0);
  return { list: list.id, standing: unknown ? null : count, open, edition, stale: isStale(register, list, on) };
}
