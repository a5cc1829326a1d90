// Latest events: what was decided, reported and recorded last, as far as the asker may see it today: the newest few of each kind, by their days.
import type { FileNumber, LawId, PlainDate, Position } from "../domain/terms/index.ts";
import type { EventType, StoredEvent } from "../domain/events/index.ts";
import type { List } from "../domain/rules/index.ts";
import { keyOf, mainName, replay, type ListingOnDay, type ListingOnFile } from "../domain/register/index.ts";
import { sightOfRecord } from "../domain/publication/index.ts";
import type { Asker, Scene } from "../domain/restrictions/index.ts";
import { readClosure } from "./read.ts";
import { today, type Registry } from "./registry.ts";

export interface LatestEvent {
  readonly position: Position;
  readonly type: EventType;
  readonly day: PlainDate;
  readonly file: FileNumber | null;
  readonly name: string | null;
  readonly of: LawId;
  readonly by: LawId | null;
  readonly removed: boolean;
  /** Of an edition: its day was inferred. */
  readonly inferred?: true;
}

const LATEST_SHOWN = 10;
const LATEST_OF_A_KIND = 5;
const LATEST_WINDOW = 4000;
/** Keeps the newest few, the newest first. */
export function keepNewest(latest: LatestEvent[], event: LatestEvent): void {
  const last = latest[LATEST_OF_A_KIND - 1];
  if (last !== undefined && newestFirst(last, event) <= 0) return;
  latest.push(event);
  latest.sort(newestFirst);
  latest.length = Math.min(latest.length, LATEST_OF_A_KIND);
}

/** A listing that stands, as an event of its day. */
export function latestOf(listing: ListingOnFile, onDay: ListingOnDay, { owner }: List): LatestEvent | undefined {
  const of = { ...NAMELESS, file: listing.file, of: listing.list };
  if (listing.holds === "kept") return { ...of, type: "ListingDecided", position: listing.position, day: listing.decided.decidedOn, by: listing.decided.authority };
  const [first] = listing.sightings;
  return first === undefined ? undefined : { ...of, type: "ListingReported", position: first.position, day: onDay.decidedOn ?? onDay.effectiveFrom, by: onDay.originator ?? owner };
}

/** The newest of each kind by their days, together in the order of their days. @param listings the newest of each list */
export async function latestEvents(registry: Registry, asker: Asker, scene: Scene, listings: readonly LatestEvent[], positions: Positions): Promise<readonly LatestEvent[]> {
  const editions = [...scene.register.editions.values()].flat().flatMap((edition): LatestEvent[] => {
    const list = scene.rulebook.get("list", edition.list);
    return list === undefined || scene.sight(list, null) !== "shown" ? [] : [{ ...NAMELESS, type: "EditionReceived", position: edition.position, day: edition.asOf, file: null, of: edition.list, by: list.owner, ...(edition.inferred ? { inferred: true } : {}) }];
  });
  const kinds = [listings.filter(({ type }) => type === "ListingDecided"), listings.filter(({ type }) => type === "ListingReported"), editions, await latestRecords(registry, asker, scene, positions)];
  const shown = kinds.flatMap((events) => events.filter((event) => event.day <= scene.on).sort(newestFirst).slice(0, LATEST_OF_A_KIND)).sort(newestFirst).slice(0, LATEST_SHOWN);
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
  const events = await recordsAbout(registry, { known, head });
  const now = today(registry, registry.rulebook.bodies[0]);
  const offices = new Map(events.map((event) => [event.position, event.office]));
  return [...replay(events).records.values()].flatMap((record): LatestEvent[] => {
    const type = scene.rulebook.get("record-type", record.type);
    if (type === undefined || record.decidedOn === undefined || sightOfRecord({ viewer: asker, type, record, today: now }) !== "shown") return [];
    const office = scene.register.offices.get(offices.get(record.position) ?? record.file);
    return [{ ...NAMELESS, type: "RecordReported", position: record.position, day: record.decidedOn, file: record.file, of: record.type, by: office?.entry ?? office?.authority ?? null }];
  });
}

const SAID_SINCE = ["RecordCorrected", "RecordRepaired", "EffectsStayed", "StayEnded", "BatchReceived", "BatchWithdrawn"];

/** The records of the stretch, and what was said of them up to now: what was mended or taken back since is not shown, whatever position is asked about. */
async function recordsAbout({ ledger }: Registry, { known, head }: Positions): Promise<readonly StoredEvent[]> {
  const after = Math.max(0, known - LATEST_WINDOW) as Position;
  if (known < head) return [...await ledger.read({ types: ["RecordReported"], after, upTo: known }), ...await ledger.read({ types: SAID_SINCE, after, upTo: head })].sort((a, b) => a.position - b.position);
  const kept = stretches.get(ledger);
  const from = kept === undefined || kept.upTo > head ? { upTo: after, events: [] } : kept;
  const fresh = await ledger.read({ types: ["RecordReported", ...SAID_SINCE], after: Math.max(after, from.upTo) as Position, upTo: head });
  const events = [...from.events.filter(({ position }) => position > after), ...fresh];
  stretches.set(ledger, { upTo: head, events });
  return events;
}

/** The stretch up to now as it was read last. */
const stretches = new WeakMap<Registry["ledger"], { readonly upTo: Position; readonly events: readonly StoredEvent[] }>();

/** Main names of organisations, by file. */
export async function namesOf(registry: Registry, files: readonly FileNumber[], known?: Position): Promise<ReadonlyMap<FileNumber, string>> {
  if (files.length === 0) return new Map();
  const register = await readClosure(registry, [...new Set(files)].map(keyOf.file), known);
  return new Map([...register.files.values()].map((file) => [file.file, mainName(file)]));
}

