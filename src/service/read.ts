// Read: from the ledger, or from what the index of this process keeps of it, to what is on file, for one organisation (its closure and nothing
// else) or for one list.
import { ok, err, parsePlainDate, parsePosition, addDays, type FileNumber, type LawId, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import type { StoredEvent } from "../domain/events/index.ts";
import { keyOf, keysToFollow, organisationOf, replay, type Organisation, type Register } from "../domain/register/index.ts";
import type { KeptIndex } from "./kept-index.ts";
import { timeZoneOf, type Registry } from "./registry.ts";

interface Read extends Pick<Registry, "ledger" | "rulebook"> {
  readonly index?: Pick<KeptIndex, "readKept">;
}

/**
 * Reads the events the keys lead to, following joins, relations, editions and withdrawals until nothing new is named.
 * Costs one indexed read a round; an organisation takes two or three rounds.
 * @param readBy is given all keys that were read by: an event that carries none of them changes nothing here
 */
export async function readClosure(registry: Read, start: readonly string[], upTo?: Position, readBy?: Set<string>): Promise<Register> {
  return replay((await readRounds(registry, start, upTo, readBy)).events);
}

/** The events in order of position, and those that the first keys alone lead to. */
export async function readRounds(registry: Read, start: readonly string[], upTo?: Position, readBy?: Set<string>): Promise<{ readonly events: readonly StoredEvent[]; readonly given: readonly StoredEvent[] }> {
  const seen = new Set<string>();
  const events = new Map<number, StoredEvent>();
  let given: readonly StoredEvent[] | undefined;
  for (let keys = start; keys.length > 0; ) {
    for (const key of keys) seen.add(key);
    const read = await readKeys(registry, keys, upTo);
    given ??= read;
    for (const event of read) events.set(event.position, event);
    keys = keysToFollow(read, registry.rulebook).filter((key) => !seen.has(key));
  }
  for (const key of seen) readBy?.add(key);
  return { events: [...events.values()].sort((a, b) => a.position - b.position), given: given ?? [] };
}

async function readKeys({ ledger, rulebook, index }: Read, keys: readonly string[], upTo: Position | undefined): Promise<readonly StoredEvent[]> {
  const kept = upTo === undefined ? undefined : index?.readKept(rulebook, keys, upTo);
  return kept ?? ledger.read({ keys, ...(upTo === undefined ? {} : { upTo }) });
}

/**
 * What the code keys lead to. Where the batch that gave a code was taken back, the file may still have it from rows that name it again,
 * and these are found by the file alone.
 */
export async function readByCodes(registry: Registry, codes: readonly string[], upTo?: Position, readBy?: Set<string>): Promise<Register> {
  const { events, given } = await readRounds(registry, codes, upTo, readBy);
  const register = replay(events);
  const lost = [...new Set(given.flatMap((event) => event.files))].filter((file) => !register.files.has(file));
  return lost.length === 0 ? register : readClosure(registry, [...codes, ...lost.map(keyOf.file)], upTo, readBy);
}

export interface OrganisationRead {
  readonly register: Register;
  readonly organisation: Organisation | undefined;
}

/** One organisation with everything an answer about it may rest on: editions of `lists` among it. */
export async function readOrganisation(registry: Registry, file: FileNumber, lists: readonly LawId[], upTo?: Position, readBy?: Set<string>): Promise<OrganisationRead> {
  const register = await readClosure(registry, [keyOf.file(file), ...lists.map(keyOf.edition)], upTo, readBy);
  return { register, organisation: organisationOf(register, file) };
}

/** Position that `known` names: a position itself, or a day's last position where the body counts its days; default the head. */
export async function positionKnown(registry: Registry, known: string | undefined, body: string | undefined): Promise<Result<Position, string>> {
  // What the index has taken in has been written.
  const { index } = registry;
  const newest = known === undefined ? await index?.newest() : undefined;
  if (newest !== undefined) return ok(newest);
  const heard = known === undefined ? undefined : parsePosition(known);
  if (heard?.ok === true && index !== undefined && heard.value <= index.position) return heard;
  const head = await registry.ledger.head();
  if (known === undefined) return ok(head);
  const day = parsePlainDate(known);
  if (day.ok) return ok(await registry.ledger.positionBefore(registry.clock.startOf(addDays(day.value, 1), timeZoneOf(registry, body))));
  const position = parsePosition(known);
  if (!position.ok) return err(`\`${known}\` is neither a day (YYYY-MM-DD) nor a ledger position`);
  if (position.value > head) return err(`position ${known} has not been written yet; the ledger stands at ${head}`);
  return position;
}

/** The newest edition of each list by the day, as answers name them. */
export function editionsOn(register: Register, lists: readonly LawId[], on: PlainDate): Readonly<Record<string, PlainDate>> {
  const editions: Record<string, PlainDate> = {};
  for (const list of lists) {
    const latest = (register.editions.get(list) ?? []).findLast((edition) => edition.asOf <= on) ?? register.editions.get(list)?.[0];
    if (latest !== undefined) editions[list] = latest.asOf;
  }
  return editions;
}

