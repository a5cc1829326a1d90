// What is handed to a ledger: events with the keys and names to find them by. Also the one fault a ledger throws.
import type { EventDraft, StoredEvent, Visibility } from "../domain/events/index.ts";
import type { LawFile } from "./law-files.ts";
import type { AttachmentId, BatchId, Digest, FileNumber, Instant, MatterId, Position } from "../domain/terms/index.ts";

export type EventToAppend = EventDraft & {
  readonly version: number;
  readonly matter: MatterId | null;
  readonly office: FileNumber | null;
  readonly officer: string | null;
  readonly files: readonly FileNumber[];
  readonly visibility: Visibility;
  /** What the event can be found by: `file:P…`, `code:<scheme>:<value>`, `list:<id>`, `batch:<id>`, `matter:<id>`, `case:<list>:<number>`, `digest:<sha256>`. */
  readonly keys: readonly string[];
  /** Names it gives an organisation; erased with its body. */
  readonly names: readonly NameRow[];
  /** The bytes of files handed in with it, kept apart from its body and erased with it. An id is used once. */
  readonly attachments?: readonly AttachmentContent[];
};

export interface AttachmentContent {
  readonly id: AttachmentId;
  readonly content: Uint8Array;
}

export interface NameRow {
  readonly file: FileNumber;
  readonly text: string;
  readonly levelled: string;
  readonly pinyin: string;
  readonly initials: string;
  /** Words by which candidates are found when matching (blocking keys). */
  readonly blocks: readonly string[];
}

/** A name as an event gave it, with the batch it came in. */
export interface GivenName {
  readonly position: Position;
  /** Its place among the names of the event; the first is the main one. */
  readonly ordinal: number;
  readonly batch: BatchId | null;
  readonly file: FileNumber;
  readonly text: string;
  readonly levelled: string;
}

export interface Batch {
  readonly batch: BatchId | null;
  readonly recordedAt: Instant;
  readonly events: EventsToAppend;
  /** Nothing that carries one of these keys may have been appended after this position. */
  readonly expect: { readonly keys: readonly string[]; readonly after: Position };
  /** Until the last event is in, what it is aborted with is thrown and nothing is kept. */
  readonly signal?: AbortSignal;
  /** Told how many events are in, every so often. They are kept only when `append` returns. */
  readonly progress?: (done: number) => void;
}

/** A list of events; one that is long may make them as they are asked for, part by part, each time the same. */
export interface EventsToAppend {
  readonly length: number;
  slice(from: number, until: number): readonly EventToAppend[];
}

/** A rulebook as it is kept for as long as the registry lives: the files it was read from, and its compiled form for a program of `format`. */
export interface KeptRulebook {
  readonly hash: Digest;
  readonly format: string;
  readonly compiled: string;
  readonly files: readonly LawFile[];
}

/** A body as it was written, in the version of its envelope, with the salt behind its commitment: for proofs. What has been forgotten has neither. */
export interface SealedBody {
  readonly position: Position;
  readonly salt: Uint8Array;
  readonly body: NonNullable<StoredEvent["body"]>;
}

/**
 * The database went away, the disk is full, the folder is not ours: said in a sentence with what to do. Thrown.
 * `altered`: a migration that already ran here reads differently in this program.
 */
export class LedgerFault extends Error {
  readonly code: "unreachable" | "full" | "busy" | "damaged" | "newer" | "readonly" | "altered";
  readonly remedy: string;
  constructor(code: LedgerFault["code"], message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "LedgerFault";
    this.code = code;
    this.remedy = remedy;
  }
}
