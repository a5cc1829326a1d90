// Build index: everything on file, streamed from the ledger organisation by organisation and packed as it comes. Costs time in proportion to the
// register, and little memory beside the table itself. plain-index.ts is its twin.
import { assert, sequenceOf, type BatchId, type Digest, type FileNumber, type LawId, type Position, type RecordId } from "../domain/terms/index.ts";
import type { Bodies, EventType, StoredEvent } from "../domain/events/index.ts";
import { keyOf, organisationOf, replay, type Register } from "../domain/register/index.ts";
import { ColumnsBuilder, organisationToPack, type ColumnFacts, type Columns } from "../domain/restrictions/index.ts";
import { onlyText, type EventsOfKey } from "../store/index.ts";
import { readClosure } from "./read.ts";
import { schemesOf, type Registry } from "./registry.ts";

/** The packed register, as of a position and read under a rulebook. */
export interface BuiltIndex {
  readonly columns: Columns;
  readonly facts: ColumnFacts;
  readonly position: Position;
  readonly rulebook: Digest;
  /** Events about organisations of which nobody knew any more what they said. With more of them the columns would be others. */
  readonly forgotten: number;
}

export interface IndexToBuild {
  /** Default the head. */
  readonly upTo?: Position;
  /** How many events of all were read. */
  readonly progress?: (read: number, all: number) => void;
}

/** Folded at a time: whole files, until they have so many events. */
const EVENTS_EACH = 1000;
const FILE_PREFIX = keyOf.file("" as FileNumber);

export async function buildIndex(registry: Pick<Registry, "ledger" | "rulebook">, { upTo, progress = () => {} }: IndexToBuild = {}): Promise<BuiltIndex> {
  const position = upTo ?? (await registry.ledger.head());
  const across = await readAcross(registry, position);
  const builder = new ColumnsBuilder(schemesOf(registry));
  const fold = async (files: readonly EventsOfKey[]): Promise<void> => addFiles(builder, files.map(fileOfKey), await registersOf(registry, files, across, position));
  let [files, pending, read, forgotten]: [EventsOfKey[], number, number, number] = [[], 0, 0, 0];
  for await (const each of registry.ledger.streamByKey({ prefix: FILE_PREFIX, upTo: position, brief: briefBody })) {
    files.push(each);
    pending += each.events.length;
    for (const { body } of each.events) if (body === null) forgotten += 1;
    if (pending < EVENTS_EACH) continue;
    await fold(files);
    read += pending;
    [files, pending] = [[], 0];
    progress(Math.min(read, position), position);
  }
  await fold(files);
  return { ...builder.finish(), position, rulebook: registry.rulebook.hash, forgotten };
}

const [FILE, RECORD, RECORD_TYPE] = [onlyText("file"), onlyText("record"), onlyText("recordType")];

/** Most events are records, and a row says of a record only that one of its type is there. */
function briefBody(type: EventType, text: string): Bodies["RecordReported"] | undefined {
  if (type !== "RecordReported" || text.includes('subject":')) return undefined;
  const [file, record, recordType] = [FILE(text), RECORD(text), RECORD_TYPE(text)];
  return file === undefined || record === undefined || recordType === undefined ? undefined : { file: file as FileNumber, record: record as RecordId, recordType: recordType as LawId, fields: {} };
}

/** Packs the organisations these files belong to. Of several files that are one organisation, that with the lowest number brings it in. */
export function addFiles(builder: ColumnsBuilder, files: readonly FileNumber[], registerOf: (file: FileNumber) => Register): void {
  for (const file of files) {
    const register = registerOf(file);
    if (!register.files.has(file)) continue;
    const organisation = organisationOf(register, file);
    if (organisation === undefined || organisation.files.some((other) => sequenceOf(other) < sequenceOf(file))) continue;
    builder.add(organisationToPack(register, organisation));
  }
}

/** What bears on an organisation's rows though it lies under no key of its files. */
interface Across {
  /** Files that a join has ever named. */
  readonly joined: ReadonlySet<FileNumber>;
  readonly withdrawals: ReadonlyMap<BatchId, readonly StoredEvent[]>;
  readonly editions: ReadonlyMap<LawId, readonly StoredEvent[]>;
}

async function readAcross({ ledger }: Pick<Registry, "ledger">, upTo: Position): Promise<Across> {
  const joined = new Set<FileNumber>();
  const withdrawals = new Map<BatchId, StoredEvent[]>();
  const editions = new Map<LawId, StoredEvent[]>();
  for await (const event of ledger.stream({ types: ["FilesJoined", "BatchWithdrawn", "EditionReceived"], upTo })) {
    if (event.type === "FilesJoined") for (const file of event.files) joined.add(file);
    if (event.type === "BatchWithdrawn" && event.body !== null) withdrawals.set(event.body.batch, [...(withdrawals.get(event.body.batch) ?? []), event]);
    if (event.type === "EditionReceived" && event.body !== null) (editions.get(event.body.list) ?? setNew(editions, event.body.list)).push(event);
  }
  return { joined, withdrawals, editions };
}

function setNew<K>(map: Map<K, StoredEvent[]>, key: K): StoredEvent[] {
  const list: StoredEvent[] = [];
  map.set(key, list);
  return list;
}

/** What is on file of each: most from their own events, those that a join has named by their closure, in which the others are. */
async function registersOf(registry: Pick<Registry, "ledger" | "rulebook">, files: readonly EventsOfKey[], across: Across, upTo: Position): Promise<(file: FileNumber) => Register> {
  const joined = files.map(fileOfKey).filter((file) => across.joined.has(file));
  const alone = replay(withAcross(files.filter((each) => !across.joined.has(fileOfKey(each))), across));
  const together = joined.length === 0 ? alone : await readClosure(registry, joined.map(keyOf.file), upTo);
  return (file) => (across.joined.has(file) ? together : alone);
}

/** The events of these files with the editions of their lists and the withdrawals of their batches, in order of position, each once. */
function withAcross(files: readonly EventsOfKey[], { editions, withdrawals }: Across): readonly StoredEvent[] {
  const events: StoredEvent[] = [];
  const lists = new Set<LawId>();
  const batches = new Set<BatchId>();
  const take = (event: StoredEvent): void => {
    events.push(event);
    if (event.batch !== null) batches.add(event.batch);
  };
  for (const each of files) for (const event of each.events) {
    take(event);
    if (event.type === "ListingReported" && event.body !== null) lists.add(event.body.list);
  }
  for (const list of lists) for (const event of editions.get(list) ?? []) take(event);
  for (const batch of batches) events.push(...(withdrawals.get(batch) ?? []));
  return events.sort((a, b) => a.position - b.position).filter((event, place) => event.position !== events[place - 1]?.position);
}

function fileOfKey({ key }: EventsOfKey): FileNumber {
  assert(key.startsWith(FILE_PREFIX), `\`${key}\` is the key of a file`);
  return key.slice(FILE_PREFIX.length) as FileNumber;
}
