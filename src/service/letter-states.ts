// Letter states: what became of each letter of a case on its way out. Kept by the outbox under a key made of the position of the letter's event.
import type { Instant, PlainDate, Position } from "../domain/terms/index.ts";
import { lettersIn, type CaseLetter } from "./case-letters.ts";
import type { CaseInHand } from "./open-cases.ts";
import { timeZoneOf } from "./registry.ts";
import type { OutboxState } from "../store/index.ts";

export interface LetterWithState extends CaseLetter {
  /** Null: it was never put into the outbox, as everything from before the outbox was switched on. */
  readonly message: { readonly state: "waiting" | "sent" | "uncertain" | "givenUp"; /** When that became so, and the day where the law counts its days. */ readonly at: Instant | null; readonly on: PlainDate | null } | null;
}

const STATES: Readonly<Record<OutboxState, "waiting" | "sent" | "uncertain" | "givenUp">> = { waiting: "waiting", sending: "waiting", sent: "sent", uncertain: "uncertain", refused: "givenUp" };

/** The key of the message an event leads to, to the organisation or to the office. */
export function messageKey(position: Position, to: "organisation" | "office"): string {
  return to === "organisation" ? `letter:${position}` : `received:${position}`;
}

export async function lettersWithState(each: CaseInHand): Promise<readonly LetterWithState[]> {
  const letters = lettersIn(each);
  const { registry } = each.ground;
  const entries = await registry.ledger.outbox.entries(letters.map(({ position }) => messageKey(position, "organisation")));
  const kept = new Map(entries.map((entry) => [entry.key, entry]));
  return letters.map((letter) => {
    const entry = kept.get(messageKey(letter.position, "organisation"));
    return { ...letter, message: entry === undefined ? null : { state: STATES[entry.state], at: entry.changedAt, on: entry.changedAt === null ? null : registry.clock.dayOf(entry.changedAt, timeZoneOf(registry, undefined)) } };
  });
}
