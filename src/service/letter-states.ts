// Letter states: what became of each letter on its way out. Kept by the outbox under a key made of the position of the letter's event, or of the
// sequence it was told under.
import type { Instant, PlainDate, Position } from "../domain/terms/index.ts";
import { lettersIn, type CaseLetter } from "./case-letters.ts";
import type { CaseInHand } from "./open-cases.ts";
import { timeZoneOf, type Registry } from "./registry.ts";
import type { OutboxState } from "../store/index.ts";

export interface MessageState {
  readonly state: "waiting" | "sent" | "uncertain" | "givenUp";
  /** When that became so, and the day where the law counts its days. */
  readonly at: Instant | null;
  readonly on: PlainDate | null;
}

export interface LetterWithState extends CaseLetter {
  /** Null: it was never put into the outbox, as everything from before the outbox was switched on. */
  readonly message: MessageState | null;
}

const STATES: Readonly<Record<OutboxState, MessageState["state"]>> = { waiting: "waiting", sending: "waiting", sent: "sent", uncertain: "uncertain", refused: "givenUp" };

/** The key of the message an event leads to, to the organisation or to the office. */
export function messageKey(position: Position, to: "organisation" | "office"): string {
  return to === "organisation" ? `letter:${position}` : `received:${position}`;
}

/** The key of the message that something told leads to. */
export function toldKey(sequence: number): string {
  return `told:${sequence}`;
}

/** What became of the messages under these keys; a key without one is left out. */
export async function messageStates(registry: Registry, keys: readonly string[]): Promise<ReadonlyMap<string, MessageState>> {
  const entries = keys.length === 0 ? [] : await registry.ledger.outbox.entries(keys);
  return new Map(entries.map(({ key, state, changedAt }) => [key, { state: STATES[state], at: changedAt, on: changedAt === null ? null : registry.clock.dayOf(changedAt, timeZoneOf(registry, undefined)) }]));
}

/** The letters of a case with what became of each. */
export async function lettersWithState(each: CaseInHand): Promise<readonly LetterWithState[]> {
  const letters = lettersIn(each);
  const states = await messageStates(each.ground.registry, letters.map(({ position }) => messageKey(position, "organisation")));
  return letters.map((letter) => ({ ...letter, message: states.get(messageKey(letter.position, "organisation")) ?? null }));
}
