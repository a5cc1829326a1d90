// Listings snapshot: all listings on file at a position and how many organisations there are. The newest is followed: what is appended is taken in,
// nothing is read twice, and each list says since which position nothing of it has changed. A batch that is taken back makes it anew.
import type { BatchId, FileNumber, LawId, Position } from "../domain/terms/index.ts";
import type { StoredEvent } from "../domain/events/index.ts";
import { isKnown, joinedFiles, Replaying, type ListingOnFile, type Register } from "../domain/register/index.ts";
import type { Ledger } from "../store/index.ts";
import type { Registry } from "./registry.ts";

export interface ListingsSnapshot {
  readonly register: Register;
  readonly organisations: number;
  /** Of each organisation the file it goes by. */
  readonly files: () => readonly FileNumber[];
  /** Lists that have ever had a listing. */
  readonly lists: ReadonlySet<LawId>;
  /** The position of the last event that may have changed who stands on the list, or who is one with whom. */
  readonly changedAt: (list: LawId) => Position;
  readonly listingsOf: (list: LawId) => readonly ListingOnFile[];
}

const LISTING_TYPES = ["ListingReported", "ListingDecided", "ListingRemoved", "EffectsStayed", "StayEnded", "EditionReceived", "BatchWithdrawn", "BatchReceived", "RowHeld", "HeldRowSettled", "FilesJoined", "FilesSeparated", "OfficeOpened"];
const TYPES = [...LISTING_TYPES, "OrganisationRegistered"];
/** Of these nobody's listing hangs. */
const BESIDE: ReadonlySet<string> = new Set(["BatchReceived", "RowHeld", "HeldRowSettled", "OfficeOpened", "OrganisationRegistered"]);
const SNAPSHOTS_KEPT = 3;

const followed = new WeakMap<Ledger, FollowedListings>();

/** The last few are kept: the newest, and what was looked back at. */
export async function snapshotAt({ ledger }: Pick<Registry, "ledger">, position: Position): Promise<ListingsSnapshot> {
  const own = followed.get(ledger) ?? new FollowedListings(ledger);
  followed.set(ledger, own);
  return own.at(position);
}

class FollowedListings {
  readonly #ledger: Ledger;
  readonly #kept = new Map<Position, ListingsSnapshot>();
  #going: Going | undefined;
  /** One reader at a time; who comes meanwhile waits for the one before. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  at(position: Position): Promise<ListingsSnapshot> {
    const turn = this.#turn.then(() => this.#kept.get(position) ?? this.#make(position));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #make(position: Position): Promise<ListingsSnapshot> {
    const made = this.#going !== undefined && position < this.#going.position ? await Going.upTo(this.#ledger, position) : await this.#follow(position);
    const snapshot = made.snapshot();
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= SNAPSHOTS_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(position, snapshot);
    return snapshot;
  }

  async #follow(position: Position): Promise<Going> {
    const going = this.#going;
    const followed = going !== undefined && going.take(await this.#ledger.read({ types: TYPES, after: going.position, upTo: position }), position);
    return followed ? going : (this.#going = await Going.upTo(this.#ledger, position));
  }
}

type Events = readonly StoredEvent[];

/** What is on file at a position, ready to go on. */
class Going {
  readonly #replaying: Replaying;
  readonly #withdrawn: ReadonlySet<BatchId>;
  readonly #registered = new Set<FileNumber>();
  readonly #lists = new Set<LawId>();
  readonly #changedAt = new Map<LawId, Position>();
  /** Of all lists at once: joins and separations, and where all was made anew. */
  #allChangedAt: Position;
  position: Position;

  static async upTo(ledger: Ledger, position: Position): Promise<Going> {
    const listings = await ledger.read({ types: LISTING_TYPES, upTo: position });
    const going = new Going(listings, position);
    for await (const event of ledger.stream({ types: ["OrganisationRegistered"], upTo: position })) going.#note(event);
    return going;
  }

  private constructor(events: Events, position: Position) {
    this.#replaying = new Replaying(events);
    this.#withdrawn = new Set(events.flatMap((event) => (event.type === "BatchWithdrawn" && isKnown(event) ? [event.body.batch] : [])));
    this.position = position;
    this.#allChangedAt = position;
    for (const event of events) this.#note(event);
  }

  /** False, with nothing taken, where all has to be made anew. */
  take(events: readonly StoredEvent[], position: Position): boolean {
    // What is said of a listing anew may say another list of it: then both have changed.
    const lists = events.map((event) => (event.type === "ListingReported" && isKnown(event) ? this.#replaying.listing(event.body.listing)?.list : undefined));
    if (!this.#replaying.take(events)) return false;
    for (const [index, event] of events.entries()) {
      this.#note(event);
      const before = lists[index];
      if (before !== undefined) this.#changedAt.set(before, event.position);
      if (BESIDE.has(event.type)) continue;
      const list = this.#listOf(event);
      if (list === undefined) this.#allChangedAt = event.position;
      else if (list !== null) this.#changedAt.set(list, event.position);
    }
    this.position = position;
    return true;
  }

  snapshot(): ListingsSnapshot {
    const register = this.#replaying.register();
    const [changedAt, allChangedAt] = [new Map(this.#changedAt), this.#allChangedAt];
    const registered = this.#registered;
    const many = registered.size;
    let byList: ReadonlyMap<LawId, readonly ListingOnFile[]> | undefined;
    return {
      register, organisations: countOf(register, registered), files: () => [...new Set([...registered].slice(0, many).map(headsOf(register, registered)))], lists: new Set(this.#lists),
      changedAt: (list) => Math.max(allChangedAt, changedAt.get(list) ?? 0) as Position,
      listingsOf: (list) => (byList ??= Map.groupBy(register.listings.values(), (listing) => listing.list)).get(list) ?? [],
    };
  }

  /** The list an event is about; null: it is about none; undefined: it may be about any. */
  #listOf(event: StoredEvent): LawId | null | undefined {
    if (!isKnown(event)) return undefined;
    switch (event.type) {
      case "ListingReported":
      case "ListingDecided":
      case "EditionReceived":
        return event.body.list;
      case "ListingRemoved":
        return this.#replaying.listing(event.body.listing)?.list;
      case "EffectsStayed":
      case "StayEnded":
        return event.body.about.kind === "record" ? null : this.#replaying.listing(event.body.about.listing)?.list;
      default:
        return undefined;
    }
  }

  #note(event: StoredEvent): void {
    if (!isKnown(event)) return;
    if (event.type === "ListingReported" || event.type === "ListingDecided") this.#lists.add(event.body.list);
    if (event.type === "OrganisationRegistered" && (event.batch === null || !this.#withdrawn.has(event.batch))) this.#registered.add(event.body.file);
  }
}

/** Files that are joined are one organisation, which goes by the first of them. */
function headsOf(register: Register, registered: ReadonlySet<FileNumber>): (file: FileNumber) => FileNumber {
  const joined = new Set(register.joins.flatMap((join) => join.files).filter((file) => registered.has(file)));
  return (file) => (joined.has(file) ? ([...joinedFiles(register, file)].sort()[0] ?? file) : file);
}

function countOf(register: Register, registered: ReadonlySet<FileNumber>): number {
  const joined = [...new Set(register.joins.flatMap((join) => join.files))].filter((file) => registered.has(file));
  return registered.size - joined.length + new Set(joined.map(headsOf(register, registered))).size;
}
