// What is handed to a ledger: events with the keys and names to find them by.
import type { EventDraft, Visibility } from "../domain/events/index.ts";
import type { BatchId, FileNumber, Instant, MatterId, Position } from "../domain/terms/index.ts";

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
};

export interface NameRow {
  readonly file: FileNumber;
  readonly text: string;
  readonly levelled: string;
  readonly pinyin: string;
  readonly initials: string;
  /** Words by which candidates are found when matching (blocking keys). */
  readonly blocks: readonly string[];
}

export interface Batch {
  readonly batch: BatchId | null;
  readonly recordedAt: Instant;
  readonly events: readonly EventToAppend[];
  /** Nothing that carries one of these keys may have been appended after this position. */
  readonly expect: { readonly keys: readonly string[]; readonly after: Position };
}

/** The database went away, the disk is full, the folder is not ours: said in a sentence with what to do. Thrown. */
export class LedgerFault extends Error {
  readonly code: "unreachable" | "full" | "busy" | "damaged" | "newer" | "readonly";
  readonly remedy: string;
  constructor(code: LedgerFault["code"], message: string, remedy: string) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}
