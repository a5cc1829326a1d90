// SealedEvent: an event with its place in the log, salt and commitment, ready to be kept.
// Made from a batch when positions are known; every ledger keeps the same thing.
import type { Envelope } from "../domain/events/index.ts";
import { assert, parseInstant, type AttachmentId, type Position } from "../domain/terms/index.ts";
import { canonicalText, commit, SALT_BYTES } from "./commitment.ts";
import type { AttachmentContent, Batch, EventToAppend, NameRow } from "./ledger-types.ts";

/** Whose ledger it is, and where its salts come from. */
export interface Origin {
  readonly node: string;
  readonly randomBytes: (count: number) => Uint8Array;
}

export interface SealedEvent {
  readonly envelope: Envelope;
  readonly salt: Uint8Array;
  /** The canonical body. */
  readonly text: string;
  readonly keys: readonly string[];
  readonly names: readonly NameRow[];
  readonly attachments: readonly AttachmentContent[];
}

/** Events of a batch at the positions from `first` on. Their salts are drawn at once: asking for each costs more than sealing it. */
export function sealEvents(events: readonly EventToAppend[], batch: Batch, first: number, origin: Origin): readonly SealedEvent[] {
  if (events.length === 0) return [];
  const salts = new Uint8Array(origin.randomBytes(events.length * SALT_BYTES));
  return events.map((event, index) => sealEvent(event, batch, toPosition(first + index), { node: origin.node, salt: salts.slice(index * SALT_BYTES, (index + 1) * SALT_BYTES) }));
}

function sealEvent(event: EventToAppend, batch: Batch, position: Position, { node, salt }: { readonly node: string; readonly salt: Uint8Array }): SealedEvent {
  const text = canonicalText(event.body);
  const envelope: Envelope = {
    position,
    recordedAt: batch.recordedAt,
    origin: { node, position },
    batch: batch.batch,
    matter: event.matter,
    type: event.type,
    version: event.version,
    office: event.office,
    officer: event.officer,
    files: event.files,
    visibility: event.visibility,
    commitment: commit(salt, text),
  };
  return { envelope, salt, text, keys: [...new Set(event.keys)], names: event.names, attachments: event.attachments ?? [] };
}

/** What only a bug can cause is stopped at the door: text no database can give back as it was, a day where an instant belongs. */
export function assertBatch({ recordedAt, expect: { after } }: Batch): void {
  assertInstant(recordedAt);
  assert(Number.isSafeInteger(after) && after >= 0, "expect.after is a position");
}

/** The same of events, of all or of a part at a time. */
export function assertEvents(events: readonly EventToAppend[]): void {
  for (const event of events) {
    assert(Number.isSafeInteger(event.version) && event.version > 0, `the version of a ${event.type} is a positive integer`);
    for (const key of event.keys) if (key === "" || !isKeepable(key)) throw notPlain(`the key ${JSON.stringify(key)}`, event);
    assert(event.officer === null || isKeepable(event.officer), `the officer of a ${event.type} is plain text`);
    for (const name of event.names) {
      if (![name.text, name.levelled, name.pinyin, name.initials, ...name.blocks].every(isKeepable)) throw notPlain(`the name ${JSON.stringify(name.text)}`, event);
    }
  }
}

/** Said only when it is so: an import asks this of a dozen texts a row. */
function notPlain(what: string, { type }: EventToAppend): Error {
  return new Error(`assertion failed: ${what} of a ${type} is plain text`);
}

export function attachmentIds(events: readonly Pick<EventToAppend, "attachments">[]): readonly AttachmentId[] {
  const ids = events.flatMap(({ attachments = [] }) => attachments.map(({ id }) => id));
  assert(new Set(ids).size === ids.length, "an attachment's id is used once in a batch");
  return ids;
}

/** Ids are minted by the caller, so one that is there already is a bug. */
export function assertUnused(there: AttachmentId | string | undefined): void {
  assert(there === undefined, `the attachment \`${there}\` is new`);
}

/** Instants are compared as text, so they must have the one form. */
export function assertInstant(instant: string): void {
  assert(parseInstant(instant).ok, `\`${instant}\` is an instant`);
}

/** PostgreSQL keeps no NUL, and half a surrogate pair comes back as something else from any database. */
export function isKeepable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

export function toPosition(value: number): Position {
  assert(Number.isSafeInteger(value) && value >= 0, `${value} is a position`);
  return value as Position;
}
