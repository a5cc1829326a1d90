// Ended publications: records whose publication ended by itself among the days that passed. Found by passDay and told once each: nothing binds
// less because of it, so there is nobody to take it over; its organisation gets a letter.
import { addMonths, bodyOf, type FileNumber, type LawId, type PlainDate, type Position } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { valueOn } from "../domain/rules/index.ts";
import { publicityEndedBy } from "../domain/cases/index.ts";
import { mayEnd, publicationEnded, thingOfRecord } from "../domain/publication/index.ts";
import { isKnown, keyOf, type RecordOnFile } from "../domain/register/index.ts";
import { readClosure } from "./read.ts";
import type { PassedDays } from "./missed-duties.ts";
import type { Registry } from "./registry.ts";
import { publicityOf, repairableOf } from "./scene.ts";

const CHUNK = 100;

/** What has to be told of publications that ended. Records are read through once; only those that can have ended are looked into. */
export async function publicationsEnded(registry: Registry, passed: readonly PassedDays[], known: Position): Promise<readonly Omit<Told, "sequence">[]> {
  const spans = new Map(passed.filter(({ from, to }) => from < to).map((span) => [span.body, span]));
  const files = spans.size === 0 ? [] : await filesInQuestion(registry, spans);
  const told: Omit<Told, "sequence">[] = [];
  for (let index = 0; index < files.length; index += CHUNK) {
    const chunk = new Set(files.slice(index, index + CHUNK));
    const register = await readClosure(registry, [...chunk].map(keyOf.file));
    for (const record of register.records.values()) {
      const span = spans.get(bodyOf(record.type));
      const ended = span === undefined || !chunk.has(record.file) ? undefined : endOf(registry, record, span.to);
      if (span !== undefined && ended !== undefined && span.from < ended.on) told.push(toldOf(registry, record, ended, known));
    }
  }
  return told.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1));
}

async function filesInQuestion({ ledger, rulebook }: Registry, spans: ReadonlyMap<string, PassedDays>): Promise<readonly FileNumber[]> {
  const files = new Set<FileNumber>();
  for await (const event of ledger.stream({ types: ["RecordReported"] })) {
    if (event.type !== "RecordReported" || !isKnown(event)) continue;
    const { recordType: type, file, decidedOn, actedOn, publishedFrom } = event.body;
    const span = spans.get(bodyOf(type));
    const countedFrom = publishedFrom ?? decidedOn ?? actedOn;
    if (span !== undefined && countedFrom !== undefined && mayEnd(rulebook, { type, countedFrom, ...span })) files.add(file);
  }
  return [...files];
}

interface Ended {
  readonly on: PlainDate;
  /** The record type or the repair rule whose time was over. */
  readonly by: LawId;
}

function endOf({ rulebook }: Registry, record: RecordOnFile, on: PlainDate): Ended | undefined {
  const type = rulebook.get("record-type", record.type);
  if (type === undefined) return undefined;
  const thing = thingOfRecord(type, record, on, publicityOf(rulebook, record, on).publicityEnds);
  const ended = publicationEnded(thing, on);
  if (ended === undefined || thing.publishedFrom === undefined) return undefined;
  const months = valueOn(type.publicationMonths, thing.publishedFrom);
  const repairable = repairableOf(record, on);
  const [rule] = repairable === undefined ? [] : publicityEndedBy(rulebook, repairable, on);
  return { on: ended, by: (months !== undefined && addMonths(thing.publishedFrom, months) === ended) || rule === undefined ? type.id : rule };
}

function toldOf({ rulebook }: Registry, { id, file, type }: RecordOnFile, { on, by }: Ended, known: Position): Omit<Told, "sequence"> {
  return { key: `publicationEnded:${id}`, what: "publicationEnded", files: [file], day: on, known, rulebook: rulebook.hash, detail: { record: id, recordType: type, by } };
}
