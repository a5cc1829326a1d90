// Touched files: the files a part of the law can touch at a position of the ledger, found from the lists, records and statuses that set its
// measures off. Wide rather than narrow: who is bound is derived for each of them afterwards.
import type { FileNumber, Position } from "../domain/terms/index.ts";
import type { OrganisationFacts, StoredEvent } from "../domain/events/index.ts";
import { isKnown, keyOf } from "../domain/register/index.ts";
import type { Touch } from "../domain/restrictions/index.ts";
import type { Ledger } from "../store/index.ts";
import { FileSet } from "./file-set.ts";
import type { Registry } from "./registry.ts";

const LISTINGS = ["ListingReported", "ListingDecided"];
/** Whatever may say that an organisation is there, and what it is. */
const STATEMENTS = ["OrganisationRegistered", "OrganisationDescribed", "RecordReported", "ListingReported"];
const FILES_PER_READ = 200;
const SETS_KEPT = 4;

const kept = new WeakMap<Ledger, Map<string, FileSet>>();

/** @param question what the touch follows from; the last few are kept, so that the pages of one walk look once */
export async function touchedFiles(registry: Registry, touch: Touch, known: Position, question: string): Promise<FileSet> {
  const sets = kept.get(registry.ledger) ?? new Map<string, FileSet>();
  kept.set(registry.ledger, sets);
  const key = `${known} ${registry.rulebook.hash} ${question}`;
  const before = sets.get(key);
  if (before !== undefined) return before;
  const found = await findTouched(registry, touch, known);
  const [oldest] = sets.keys();
  if (sets.size >= SETS_KEPT && oldest !== undefined) sets.delete(oldest);
  sets.set(key, found);
  return found;
}

async function findTouched({ ledger }: Registry, touch: Touch, upTo: Position): Promise<FileSet> {
  const files = new FileSet();
  const { lists, records, statuses, everyone, related } = touch;
  if (everyone || statuses.size > 0) {
    for await (const event of ledger.stream({ types: STATEMENTS, upTo })) if (everyone || statuses.has(statusIn(event) ?? "")) addAll(files, event.files);
  }
  if (everyone) return files;
  if (lists.size > 0) {
    for await (const event of ledger.stream({ keys: [...lists].map(keyOf.list), types: LISTINGS, upTo })) addAll(files, event.files);
  }
  if (records.size > 0) {
    for await (const event of ledger.stream({ types: ["RecordReported"], upTo })) if (isKnown(event) && event.type === "RecordReported" && records.has(event.body.recordType)) addAll(files, event.files);
  }
  if (related) await addRelated(ledger, files, upTo);
  return files;
}

function addAll(files: FileSet, more: readonly FileNumber[]): void {
  for (const file of more) files.add(file);
}

/** What an event says the status of its organisation is. */
function statusIn(event: StoredEvent): string | undefined {
  if (!isKnown(event)) return undefined;
  const facts: Partial<OrganisationFacts> | undefined = event.type === "OrganisationRegistered" || event.type === "OrganisationDescribed" ? event.body : event.type === "RecordReported" || event.type === "ListingReported" ? event.body.subject : undefined;
  return facts?.status;
}

/** Whoever is a branch or part of those found, or controlled by them, however far; joined files on the way. */
async function addRelated(ledger: Ledger, files: FileSet, upTo: Position): Promise<void> {
  for (let waiting: readonly FileNumber[] = [...files.after()]; waiting.length > 0; ) {
    const next: FileNumber[] = [];
    for (let index = 0; index < waiting.length; index += FILES_PER_READ) {
      const events = await ledger.read({ keys: waiting.slice(index, index + FILES_PER_READ).map(keyOf.file), types: ["RelationReported", "FilesJoined"], upTo });
      for (const event of events.filter(isKnown)) next.push(...leadsTo(event, files).filter((file) => files.add(file)));
    }
    waiting = next;
  }
}

function leadsTo(event: StoredEvent, files: FileSet): readonly FileNumber[] {
  if (!isKnown(event)) return [];
  if (event.type === "FilesJoined") return event.body.files;
  return event.type === "RelationReported" && files.has(event.body.to) ? [event.body.from] : [];
}
