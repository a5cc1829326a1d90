// The model jurisdiction: made once from a seed and a last day. Its year is lived on a memory ledger, whose batches then go into the
// registry's own ledger one by one, as they are; a making that was interrupted lives the same year again and goes on storing where
// it stopped. What it was made from is a setting of the ledger.
import { addYears, assert, parsePosition, type Digest, type PlainDate, type Position } from "../domain/terms/index.ts";
import { passDay, startOutbox, type Registry } from "../service/index.ts";
import { bodyOfModel } from "./ground.ts";
import { liveYear } from "./live-year.ts";
import type { YearLived } from "./model.ts";
import { recordingLedger, type Batch, type Ledger, type RecordingLedger } from "./recording-ledger.ts";
import { simulatedClock, type SimulatedClock } from "./simulated-clock.ts";

export interface ModelRequest {
  readonly organisations?: number;
  readonly seed: number;
  /** The last day of the year of events. */
  readonly until: PlainDate;
  readonly progress?: (done: number, total: number, what: string) => void;
}

/** What a model was made from; the setting `model` of its ledger. */
export interface ModelFacts {
  readonly seed: number;
  readonly organisations: number;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly rulebook: Digest;
  /** The ledger's position before the model's first event. */
  readonly base: number;
  readonly made: boolean;
  /** Records about organisations that are on file, once it is made. */
  readonly records?: number;
}

export interface ModelReport extends Omit<ModelFacts, "records"> {
  readonly records: number;
  readonly year: YearLived;
  readonly events: number;
}

export const ORGANISATIONS_USUALLY = 10_000;
const SETTING = "model";

/** What the ledger's model was made from; null where it has none. */
export async function modelOf(ledger: Pick<Ledger, "setting">): Promise<ModelFacts | null> {
  const text = await ledger.setting(SETTING);
  return text === null ? null : factsOf(JSON.parse(text));
}

function factsOf(kept: unknown): ModelFacts {
  if (!isFacts(kept)) throw new Error("what the model here was made from cannot be read: it is not as it was written; remove the folder and start again");
  return kept;
}

function isFacts(kept: unknown): kept is ModelFacts {
  if (typeof kept !== "object" || kept === null) return false;
  const facts = new Map<string, unknown>(Object.entries(kept));
  return ["seed", "organisations", "base"].every((name) => typeof facts.get(name) === "number") && ["from", "until", "rulebook"].every((name) => typeof facts.get(name) === "string") && typeof facts.get("made") === "boolean";
}

/** Whether a model is to be made here: nothing is kept yet, or one was begun and not finished. */
export async function needsModel(registry: Registry): Promise<boolean> {
  const facts = await modelOf(registry.ledger);
  if (facts !== null) return !facts.made;
  return (await registry.ledger.read({ limit: 2 })).every((event) => event.type === "RulebookAdopted");
}

/** Makes the model, or goes on with one that was begun, from what that one was begun from. */
export async function makeModelJurisdiction(registry: Registry, request: ModelRequest): Promise<ModelReport> {
  const progress = request.progress ?? (() => {});
  const facts = (await modelOf(registry.ledger)) ?? (await begin(registry, request));
  if (facts.rulebook !== registry.rulebook.hash) throw new Error(`the model in this folder was begun under other law files (${facts.rulebook}) and not finished; remove the folder and start again`);
  const recording = recordingLedger();
  const lived = await liveYear(...simulated(registry, recording, facts), { ...facts, progress });
  await store(registry, recording, facts, progress);
  await tellAgain(registry, recording, facts);
  const events = recording.batches.flatMap(({ events: { length }, events }) => events.slice(0, length));
  const done = { ...facts, made: true, records: events.filter((event) => event.type === "RecordReported").length };
  // The model's year is history: none of its letters goes out.
  await startOutbox(registry);
  await registry.ledger.setSetting(SETTING, JSON.stringify(done));
  return { ...done, year: lived, events: events.length };
}

async function begin(registry: Registry, { seed, until, organisations = ORGANISATIONS_USUALLY }: ModelRequest): Promise<ModelFacts> {
  const facts: ModelFacts = { seed, organisations, from: addYears(until, -1), until, rulebook: registry.rulebook.hash, base: await registry.ledger.head(), made: false };
  await registry.ledger.setSetting(SETTING, JSON.stringify(facts));
  return facts;
}

/** The registry as the model's year sees it: a memory ledger, simulated days, and ids that come from what the model is made from. */
function simulated(registry: Registry, recording: RecordingLedger, facts: ModelFacts): readonly [Registry, SimulatedClock] {
  const timeZone = registry.rulebook.bodyFacts.get(bodyOfModel(registry.rulebook) ?? "")?.timeZone ?? "UTC";
  const clock = simulatedClock(registry.clock, timeZone, facts.from);
  let ids = 0;
  const freshId = (prefix: string): string => {
    ids += 1;
    return `${prefix}${registry.digest(`model ${facts.seed} ${facts.organisations} ${facts.until} ${ids}`).slice("sha256:".length, "sha256:".length + 18)}`;
  };
  return [{ ...registry, ledger: recording.ledger, clock, freshId }, clock];
}

/** Batches go in whole and in order, so the head says how many are in already. */
async function store(registry: Registry, recording: RecordingLedger, facts: ModelFacts, progress: NonNullable<ModelRequest["progress"]>): Promise<void> {
  const { ledger } = registry;
  const head = await ledger.head();
  await mintAgain(ledger, recording, head === facts.base);
  let position = facts.base;
  for (const [index, batch] of recording.batches.entries()) {
    position += batch.events.length;
    if (position <= head) continue;
    await storeBatch(ledger, batch, position);
    progress(index + 1, recording.batches.length, "batches stored");
  }
}

/** What was told in the year is told here under the same keys, at the positions of this ledger; the year's days have passed then. */
async function tellAgain(registry: Registry, { ledger }: RecordingLedger, { base, until }: ModelFacts): Promise<void> {
  const told = await ledger.toldAfter(0, Number.MAX_SAFE_INTEGER);
  await registry.ledger.tell(told.map(({ sequence: _sequence, known, ...entry }) => ({ ...entry, known: positionAt(base + known) })));
  await passDay(registry, until);
}

function positionAt(count: number): Position {
  const position = parsePosition(String(count));
  if (!position.ok) throw new Error(`assertion failed: ${position.error}`);
  return position.value;
}

async function storeBatch(ledger: Ledger, batch: Batch, last: number): Promise<void> {
  const appended = await ledger.append({ ...batch, expect: { keys: [], after: batch.expect.after } });
  if (!appended.ok || appended.value.last !== last) throw new Error("something else was stored while the model was being made; remove the folder and start again");
}

/** The registry's ledger must never give out the file numbers of the model again. */
async function mintAgain(ledger: Ledger, recording: RecordingLedger, first: boolean): Promise<void> {
  if (!first) return;
  const [theirs] = await ledger.mintFiles(recording.minted());
  const [ours] = await recordingLedger().ledger.mintFiles(1);
  assert(theirs === ours, "the model's file numbers are the first of its ledger");
}
