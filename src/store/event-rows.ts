// Between what is kept and what is read: envelope and canonical body become a StoredEvent, rows of the tables become envelopes.
// The shape was made by sealed-event.ts; what does not have it was changed by somebody else and is called damaged.
import { upgradedBody, versionOf, type Envelope, type StoredEvent, type Told } from "../domain/events/index.ts";
import type { BriefReading } from "./ledger.ts";
import { LedgerFault, type GivenName, type NameRow, type SealedBody } from "./ledger-types.ts";
import type { GivenRow } from "./sql-queries.ts";
import type { EventRow, NamesTable, ToldTable } from "./sql-tables.ts";

type Written = Pick<Envelope, "position" | "type" | "version">;

/** A stored event, its body as this program reads it; without text it has been forgotten. */
export function readStored(envelope: Envelope, text: string | null): StoredEvent {
  const event: unknown = { ...envelope, body: text === null ? null : bodyOfToday(envelope, text) };
  return event as StoredEvent;
}

function bodyOfToday({ position, type, version }: Written, text: string): object {
  const body = upgradedBody(type, version, parseObject(text, "the body of event", position));
  if (body !== undefined) return body;
  throw new LedgerFault("newer", `Event ${position} (\`${type}\`, version ${version}) was written by a newer version of this program.`, "Update this program, or open a copy of the data made before the update.");
}

/** @param brief see KeyedQuery */
export function eventOfRow(row: EventRow, brief?: BriefReading): StoredEvent {
  const event: unknown = {
    position: row.position,
    recordedAt: row.recorded_at,
    origin: { node: row.origin_node, position: row.origin_position },
    batch: row.batch,
    matter: row.matter,
    type: row.type,
    version: row.version,
    office: row.office,
    officer: row.officer,
    files: filesIn(row),
    visibility: row.visibility,
    commitment: row.commitment,
    body: row.body === null ? null : bodyIn(row, row.body, brief),
  };
  return event as StoredEvent;
}

function bodyIn(row: unknown, text: string, brief: BriefReading | undefined): object {
  const envelope = row as Written;
  const { type, version } = envelope;
  return (brief !== undefined && version === versionOf(type) ? brief(type, text) : undefined) ?? bodyOfToday(envelope, text);
}

export function bodyOfRow(row: { readonly position: number; readonly salt: Uint8Array; readonly body: string }): SealedBody {
  const sealed: unknown = { position: row.position, salt: new Uint8Array(row.salt), body: parseObject(row.body, `the body of event ${row.position}`) };
  return sealed as SealedBody;
}

export function nameOfRow(row: Omit<NamesTable, "position" | "ordinal">): NameRow {
  const name: unknown = {
    file: row.file, text: row.text, levelled: row.levelled, pinyin: row.pinyin, initials: row.initials, blocks: parseList(row.blocks, `the name \`${row.text}\``),
  };
  return name as NameRow;
}

export function givenNameOfRow(row: GivenRow): GivenName {
  const given: unknown = { position: row.position, ordinal: row.ordinal, batch: row.batch, file: row.file, text: row.text, levelled: row.levelled };
  return given as GivenName;
}

export function toldOfRow(row: ToldTable): Told {
  const told: unknown = {
    sequence: row.sequence, key: row.key, what: row.what, files: parseList(row.files, `told entry ${row.sequence}`),
    day: row.day, known: row.known, rulebook: row.rulebook, detail: parseObject(row.detail, `told entry ${row.sequence}`),
  };
  return told as Told;
}

/** The files of most events are one file's, as the ledger itself writes them. */
const ONE_FILE = /^\["([A-Z0-9]+)"\]$/;

function filesIn({ files, position }: EventRow): readonly unknown[] {
  const one = ONE_FILE.exec(files)?.[1];
  return one === undefined ? parseList(files, "the files of event", position) : [one];
}

/** `which`: the number of what is read, said only when it cannot be. */
function parseObject(text: string, what: string, which?: number): Readonly<Record<string, unknown>> {
  const value = parse(text, what, which);
  if (!isObject(value)) throw unreadable(what, which);
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseList(text: string, what: string, which?: number): readonly unknown[] {
  const value = parse(text, what, which);
  if (!Array.isArray(value)) throw unreadable(what, which);
  return value;
}

function parse(text: string, what: string, which: number | undefined): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(what, which, cause);
  }
}

function unreadable(what: string, which: number | undefined, cause?: unknown): LedgerFault {
  return new LedgerFault("damaged", `The register cannot read ${which === undefined ? what : `${what} ${which}`}: it is not as it was written.`, "Restore the register from its last good copy; the copy should pass `rebuild --verify`.", cause);
}
