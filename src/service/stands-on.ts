// Stands on: who stands on a list on a day, as far as the asker may see it today, a page at a time and in the order asked for.
import { addDays, err, ok, parseLawId, type FileNumber, type LawId, type ListingId, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import type { FieldValues, RowSource } from "../domain/events/index.ts";
import type { List } from "../domain/rules/index.ts";
import { joinedFiles, listingOnDay, type EditionOnFile, type ListingOnDay, type ListingOnFile, type Register } from "../domain/register/index.ts";
import { openValues } from "../domain/publication/index.ts";
import type { Asker } from "../domain/restrictions/index.ts";
import { readClocks, type Clocks, type ClocksAsked } from "./clocks.ts";
import { namesOf } from "./latest-events.ts";
import { snapshotAt } from "./listings-snapshot.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";
import { knownIfPast, workedOut, type WorkedOut } from "./worked-out.ts";

export interface ListedOrganisation {
  readonly file: FileNumber;
  readonly name: string;
  readonly listing: ListingId;
  readonly onDay: ListingOnDay;
  readonly fields: FieldValues;
  readonly source: RowSource | null;
  /** Where in the ledger it first stood. */
  readonly position: Position | null;
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

interface StandingOn {
  readonly list: List;
  readonly register: Register;
  readonly editions: ListAnswer["editions"];
  readonly standing: readonly { readonly onFile: ListingOnFile; readonly onDay: ListingOnDay }[];
}

/** Listings kept at most, over all lists. */
const LISTINGS_KEPT = 400_000;
const standings: WorkedOut<StandingOn> = new WeakMap();

/** The listings that stand on a list and may be shown, the newest first; worked out once until something of the list changes or the day is over. */
async function standingOn(registry: Registry, asker: Asker, entry: List, { on, law, known }: Clocks): Promise<StandingOn> {
  const head = await registry.ledger.head();
  const [snapshot, newest] = [await snapshotAt(registry, known), await snapshotAt(registry, head)];
  return workedOut(standings, registry, { question: [asker, entry.id, on, law, knownIfPast(known, head)], version: [snapshot.changedAt(entry.id), newest.changedAt(entry.id)], most: LISTINGS_KEPT, weigh: ({ standing }) => standing.length + 1 }, async () => {
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

/** Days between which a listing began, or its term ends: the first and the last that count. */
export interface ListingDays {
  readonly listedFrom?: PlainDate;
  readonly listedTo?: PlainDate;
  /** The first free day, where one is fixed. */
  readonly freeFrom?: PlainDate;
  readonly freeTo?: PlainDate;
}

/**
 * The files of the organisations with a listing that stands, as far as the asker may see it, the newest listing first; files joined with them too.
 * @param which on one of these lists, or on any; and of these days
 */
export async function filesListed(registry: Registry, asker: Asker, which: { readonly lists?: readonly LawId[] } & ListingDays, clocks: Clocks): Promise<readonly FileNumber[]> {
  const lists = registry.rulebook.all("list").filter(({ id }) => which.lists === undefined || which.lists.includes(id));
  const found: { readonly from: PlainDate; readonly files: readonly FileNumber[] }[] = [];
  for (const entry of new Map(lists.map((list) => [list.id, list])).values()) {
    const { register, standing } = await standingOn(registry, asker, entry, clocks);
    found.push(...standing.filter(({ onDay }) => isOfDays(onDay, which)).map(({ onFile, onDay }) => ({ from: onDay.effectiveFrom, files: joinedFiles(register, onFile.file) })));
  }
  return [...new Set(found.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)).flatMap(({ files }) => files))];
}

function isOfDays({ effectiveFrom, end }: ListingOnDay, { listedFrom, listedTo, freeFrom, freeTo }: ListingDays): boolean {
  const until = end.kind === "fixed" ? end.until : undefined;
  if ((freeFrom !== undefined || freeTo !== undefined) && until === undefined) return false;
  return isWithin(effectiveFrom, listedFrom, listedTo) && (until === undefined || isWithin(until, freeFrom, freeTo));
}

function isWithin(day: PlainDate, from: PlainDate | undefined, to: PlainDate | undefined): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** What those on a list can be put in order by; with `-` before it the other way round. */
export const LIST_ORDERS = ["name", "from", "until", "by", "decided"] as const;
export type ListOrder = (typeof LIST_ORDERS)[number] | `-${(typeof LIST_ORDERS)[number]}`;

/** Which of those on a list, and in which order; default the newest listing first. */
interface Stretch {
  readonly page?: number;
  readonly perPage?: number;
  readonly order?: ListOrder;
}

/** What says nothing comes last, whichever way round. */
async function inOrder(registry: Registry, standing: StandingOn["standing"], known: Position, order: ListOrder | undefined): Promise<StandingOn["standing"]> {
  if (order === undefined) return standing;
  const down = order.startsWith("-");
  const by = LIST_ORDERS.find((each) => order === each || order === `-${each}`);
  const names = by === "name" ? await namesOf(registry, standing.map(({ onFile }) => onFile.file), known) : undefined;
  const said = new Map(standing.map((each) => [each, saidOf(each, by, names)]));
  return standing.toSorted((one, other) => {
    const [a, b] = [said.get(one) ?? "", said.get(other) ?? ""];
    return a === b ? 0 : a === "" ? 1 : b === "" ? -1 : (by === "name" ? COLLATOR.compare(a, b) : a < b ? -1 : 1) * (down ? -1 : 1);
  });
}

const COLLATOR = new Intl.Collator("zh-CN");

function saidOf({ onFile, onDay }: StandingOn["standing"][number], by: (typeof LIST_ORDERS)[number] | undefined, names: ReadonlyMap<FileNumber, string> | undefined): string {
  switch (by) {
    case "name": return names?.get(onFile.file) ?? onFile.file;
    case "until": return onDay.end.kind === "fixed" ? onDay.end.until : onDay.end.kind === "reviewFrom" ? onDay.end.day : "";
    case "by": return onDay.originator ?? "";
    case "decided": return onDay.decidedOn ?? "";
    default: return onDay.effectiveFrom;
  }
}

/** One list: its charter as of the law's day, its editions, and who stands on it, a page at a time. */
export async function listOn(registry: Registry, asker: Asker, text: string, request: ClocksAsked & Stretch): Promise<Result<ListAnswer, Problem>> {
  const id = parseLawId(text);
  const entry = id.ok ? registry.rulebook.get("list", id.value) : undefined;
  if (entry === undefined) return err(problem("law-entry-unknown", `\`${text}\` is no list of the law`, "`law show` names the lists."));
  const clocks = await readClocks(registry, request, entry.id);
  if (!clocks.ok) return clocks;
  const { on, law, known } = clocks.value;
  const { list, register, standing, editions } = await standingOn(registry, asker, entry, { on, law, known });
  const page = Math.max(1, request.page ?? 1);
  const perPage = request.perPage ?? LISTED_PER_PAGE;
  const ordered = await inOrder(registry, standing, known, request.order);
  const shown = ordered.slice((page - 1) * perPage, page * perPage);
  const names = await namesOf(registry, shown.map(({ onFile }) => onFile.file), known);
  const open = asker.kind === "keeper" || list.published;
  return ok({
    list, on, law, known, open, stale: open && isStale(register, list, on), total: standing.length, first: (page - 1) * perPage + 1,
    editions: open ? editions : [],
    listings: shown.map(({ onFile, onDay }) => ({ file: onFile.file, name: names.get(onFile.file) ?? onFile.file, listing: onFile.id, onDay, fields: openValues(asker, list.fields, onDay.fields), source: onDay.source ?? null, position: (onFile.holds === "kept" ? onFile.position : onFile.sightings[0]?.position) ?? null })),
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

/** Its newest edition is older than the law lets it be. */
export function isStale(register: Register, list: List, on: PlainDate): boolean {
  const edition = (register.editions.get(list.id) ?? []).findLast((each) => each.asOf <= on);
  return list.freshForDays !== undefined && edition !== undefined && addDays(edition.asOf, list.freshForDays) <= on;
}
