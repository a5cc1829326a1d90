// Replay: events in order become what is on file, at once or piece by piece. Its data comes from the ledger through service/; restrictions, cases
// and publication read it.
import type { BatchId, FileNumber, LawId, ListingId, RecordId } from "../terms/index.ts";
import type { KnownEvent, StoredEvent } from "../events/index.ts";
import { droppedBy } from "./edition.ts";
import { amended, burdenKey, emptyDraft, evolve, fileOf, isKnown, type Draft } from "./evolve.ts";
import type { ListingOnFile, Register } from "./on-file.ts";

/**
 * Replays events in order of position into what is on file. Events of a batch withdrawn at or before the last event given are
 * as if they had never been; so are joins that were separated. Forgotten bodies are named, not guessed.
 */
export function replay(events: readonly StoredEvent[]): Register {
  const draft = emptyDraft();
  takeAll(draft, events, withdrawnIn(events));
  for (const [file, statements] of draft.statements) draft.files.set(file, fileOf(file, statements));
  draft.joins = [...draft.joined.values()];
  for (const listing of draft.listings.values()) draft.listings.set(listing.id, finished(draft, listing));
  // Of most records nothing more is ever said.
  if (draft.stays.size + draft.repairs.size + draft.corrections.size > 0) for (const record of draft.records.values()) draft.records.set(record.id, amended(draft, record));
  return draft;
}

function withdrawnIn(events: readonly StoredEvent[]): Set<BatchId> {
  const withdrawn = new Set<BatchId>();
  for (const event of events) if (event.type === "BatchWithdrawn" && event.body !== null) withdrawn.add(event.body.batch);
  return withdrawn;
}

function takeAll(draft: Draft, events: readonly StoredEvent[], withdrawn: ReadonlySet<BatchId>): void {
  for (const event of events) {
    draft.head = event.position;
    if (event.batch !== null && withdrawn.has(event.batch) && event.type !== "BatchReceived") continue;
    if (isKnown(event)) evolve(draft, event, withdrawn);
    else draft.forgotten.push(event.position);
  }
}

function finished(draft: Draft, listing: ListingOnFile): ListingOnFile {
  const stays = draft.stays.get(burdenKey({ kind: "listing", listing: listing.id })) ?? [];
  return listing.holds === "reported" ? { ...listing, stays, missing: droppedBy(listing.sightings, draft.editions.get(listing.list) ?? []) } : { ...listing, stays };
}

type Events = readonly StoredEvent[];

/** A register that goes on: later events are taken in without replaying what came before. What they do not touch stays the same object. */
export class Replaying {
  readonly #draft = emptyDraft();
  readonly #withdrawn: ReadonlySet<BatchId>;
  /** The largest maps as they were given last, until something in them is touched. */
  #given: Partial<Pick<Register, "files" | "listings" | "records">> = {};

  /** @param events from the first position on */
  constructor(events: Events) {
    this.#withdrawn = withdrawnIn(events);
    this.#take(events);
  }

  /** Events that come after those it has. False, with nothing taken: one of them takes a batch back, and all has to be replayed anew. */
  take(events: readonly StoredEvent[]): boolean {
    if (events.some(({ type }) => type === "BatchWithdrawn")) return false;
    this.#take(events);
    return true;
  }

  /** A listing as it is on file now. */
  listing(id: ListingId): ListingOnFile | undefined {
    return this.#draft.listings.get(id);
  }

  /** What is on file now; later events do not change it. */
  register(): Register {
    const { joined, relations, offices, editions, decisions, batches, held, matters, forgotten, head } = this.#draft;
    const { files = new Map(this.#draft.files), listings = new Map(this.#draft.listings), records = new Map(this.#draft.records) } = this.#given;
    this.#given = { files, listings, records };
    return {
      head, files, joins: [...joined.values()], relations: [...relations], offices: new Map(offices), listings, records, editions: new Map(editions),
      decisions: [...decisions], batches: new Map(batches), held: new Map(held), matters: new Map(matters), forgotten: [...forgotten],
    };
  }

  #take(events: readonly StoredEvent[]): void {
    const draft = this.#draft;
    takeAll(draft, events, this.#withdrawn);
    const touched = touchedBy(events.filter(isKnown));
    const { files, listings, records } = this.#given;
    this.#given = { ...(files === undefined || touched.files.size > 0 ? {} : { files }), ...(listings === undefined || touched.listings.size + touched.lists.size > 0 ? {} : { listings }), ...(records === undefined || touched.records.size > 0 ? {} : { records }) };
    for (const file of touched.files) {
      const statements = draft.statements.get(file);
      if (statements !== undefined) draft.files.set(file, fileOf(file, statements));
    }
    for (const listing of touched.lists.size === 0 ? [] : draft.listings.values()) if (touched.lists.has(listing.list)) touched.listings.add(listing.id);
    for (const id of touched.listings) {
      const listing = draft.listings.get(id);
      if (listing !== undefined) draft.listings.set(id, finished(draft, listing));
    }
    for (const id of touched.records) {
      const record = draft.records.get(id);
      if (record !== undefined) draft.records.set(id, amended(draft, record));
    }
  }
}

interface Touched {
  readonly files: Set<FileNumber>;
  readonly listings: Set<ListingId>;
  readonly records: Set<RecordId>;
  /** Lists with a new edition: what it does not carry, it dropped. */
  readonly lists: Set<LawId>;
}

function touchedBy(events: readonly KnownEvent[]): Touched {
  const touched: Touched = { files: new Set(), listings: new Set(), records: new Set(), lists: new Set() };
  for (const { type, body } of events) {
    switch (type) {
      case "OrganisationRegistered":
      case "OrganisationDescribed":
        touched.files.add(body.file);
        break;
      case "EditionReceived":
        touched.lists.add(body.list);
        break;
      case "EffectsStayed":
      case "StayEnded":
        if (body.about.kind === "record") touched.records.add(body.about.record);
        else touched.listings.add(body.about.listing);
        break;
      default:
        if ("subject" in body && body.subject !== undefined) touched.files.add(body.file);
        if ("listing" in body && body.listing !== undefined) touched.listings.add(body.listing);
        if ("record" in body && body.record !== undefined) touched.records.add(body.record);
    }
  }
  return touched;
}
