// Ledger: the append-only log of events, envelope and body apart. Three implementations (memory, SQLite, PostgreSQL), one contract suite.
// The store knows no law: what it needs to find events again it is given as keys and names beside each event.
import type { Batch, GivenName, KeptRulebook, NameRow, SealedBody } from "./ledger-types.ts";
import type { AttachmentId, Digest, FileNumber, Position, Result } from "../domain/terms/index.ts";
import type { Outbox } from "./outbox.ts";
import type { SigningKeys } from "./signing-keys.ts";
import type { WatchAlerts } from "./watch-alerts.ts";
import type { WatchLists } from "./watch-lists.ts";
import type { EventType, KnownEvent, StoredEvent, Told } from "../domain/events/index.ts";

export interface Ledger {
  /** Appends all of it or nothing. Conflict: an event with one of `expect.keys` was appended after `expect.after`. Durable when it returns. */
  append(batch: Batch): Promise<Result<Appended, Conflict>>;
  /** Events in order of position that carry any of `keys` (all events where absent), of `types` (all where absent), in (after, upTo]. */
  read(query: ReadQuery): Promise<readonly StoredEvent[]>;
  /** The same, streamed in pages, for replays of everything. */
  stream(query: ReadQuery): AsyncIterable<StoredEvent>;
  /** What lies under every key with this prefix, up to a position: key by key in order of code points, the events of each in order of position. */
  streamByKey(query: KeyedQuery): AsyncIterable<EventsOfKey>;
  head(): Promise<Position>;
  /** Calls back soon after something was appended, by whomever: at once for what this object appends. It may call for nothing. Ends with the function it gives. */
  watch(changed: () => void): () => void;
  /** Position of the last event recorded before this instant. */
  positionBefore(instant: string): Promise<Position>;
  /** File numbers nobody had before, atomically; numbers of a batch that fails are lost, never reused. */
  mintFiles(count: number): Promise<readonly FileNumber[]>;
  /** Names whose levelled, pinyin or initials form contains `text` (exact and prefix first), for search and matching. */
  findNames(query: NameQuery): Promise<readonly NameRow[]>;
  /** Those of these blocks that a name on file has: to ask `findNames` of thousands of blocks only where it finds something. */
  blocksAmong(blocks: readonly string[]): Promise<readonly string[]>;
  /** Every name that events gave and nobody has forgotten, in order of position; with `holding`, those whose levelled form holds one of these texts. */
  namesGiven(query: { readonly holding?: readonly string[] }): AsyncIterable<GivenName>;
  /** Every key with this prefix and its number of events: to list what is there (`list:…`, `batch:…`). */
  keysLike(prefix: string, limit: number): Promise<readonly { readonly key: string; readonly events: number }[]>;
  /** Bodies of these positions with their salts, for proofs; what has been forgotten is not among them. */
  readBodies(positions: readonly Position[]): Promise<readonly SealedBody[]>;
  /** What was handed in under this id; null where nothing was, or it has been forgotten with its event. */
  attachment(id: AttachmentId): Promise<Uint8Array | null>;
  /** Bodies and salts of these positions are erased, envelopes stay; names and attachments given with them go too. */
  forget(positions: readonly Position[]): Promise<void>;
  /** Appends to the told log what is not there yet (by `key`); returns what was new. Once each. */
  tell(entries: readonly Omit<Told, "sequence">[]): Promise<readonly Told[]>;
  toldAfter(sequence: number, limit: number): Promise<readonly Told[]>;
  /** Everything told about a file, in its sequence. */
  toldAbout(file: FileNumber): Promise<readonly Told[]>;
  /** Sequence of what was told last; 0 before the first. */
  toldHead(): Promise<number>;
  /** Small settings of this registry (seed, last day, node name): read, and set once or replaced. */
  setting(name: string): Promise<string | null>;
  setSetting(name: string, value: string): Promise<void>;
  /** Keeps a rulebook under its hash. Its files stay as they were first kept; the compiled form is that of the program that kept it last. */
  keepRulebook(rulebook: KeptRulebook): Promise<void>;
  keptRulebook(hash: Digest): Promise<KeptRulebook | null>;
  /** Those whose hash begins so, in order of hash. */
  rulebooksLike(prefix: string, limit: number): Promise<readonly Pick<KeptRulebook, "hash" | "format">[]>;
  /** Messages to be sent, kept beside the log. */
  readonly outbox: Outbox;
  /** Keys by which receipts are signed, kept beside the log. */
  readonly signingKeys: SigningKeys;
  /** Organisations somebody watches, kept beside the log. */
  readonly watchLists: WatchLists;
  /** Who is told of what changes for them, kept beside the log. */
  readonly watchAlerts: WatchAlerts;
  close(): Promise<void>;
}

export interface ReadQuery {
  readonly keys?: readonly string[];
  readonly types?: readonly string[];
  readonly after?: Position;
  readonly upTo?: Position;
  readonly limit?: number;
}

export interface KeyedQuery {
  readonly prefix: string;
  readonly upTo: Position;
  /** For whoever needs little of many bodies; undefined: the body is read whole. It is asked only of what is written in the version of today, and a ledger that keeps bodies as values does not ask. */
  readonly brief?: BriefReading;
}

/** A body made of its canonical text without reading all of that: what it leaves out is as if it had not been stated. */
export type BriefReading = (type: EventType, text: string) => KnownEvent["body"] | undefined;

export interface EventsOfKey {
  readonly key: string;
  readonly events: readonly StoredEvent[];
}

export interface Appended {
  readonly first: Position;
  readonly last: Position;
}

export interface Conflict {
  readonly key: string;
  readonly position: Position;
}

export interface NameQuery {
  /** Levelled by domain/identity. */
  readonly text: string;
  /** Each finds what the one before it finds, and more, after it. Blocks are always compared whole. */
  readonly how: "exact" | "prefix" | "inside";
  readonly in: readonly ("levelled" | "pinyin" | "initials" | "blocks")[];
  readonly limit: number;
}

export type { AttachmentContent, Batch, EventToAppend, GivenName, LedgerFault, NameRow, SealedBody } from "./ledger-types.ts";
