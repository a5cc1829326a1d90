// The outbox in memory, for the laboratory and for tests: a plain list in the order things were put.
import type { Instant } from "../domain/terms/index.ts";
import { assertMessages, countStates, LEFT_OPEN, stateAfter, type ClaimedMessage, type Outbox, type OutboxEntry, type OutboxQuery, type OutboxState, type OutgoingMessage, type Settlement } from "./outbox.ts";
import { byCodePoint } from "./order.ts";

interface Kept extends OutboxEntry, OutgoingMessage {
  readonly claim: number;
  readonly claimedUntil: Instant | null;
}

export class MemoryOutbox implements Outbox {
  readonly #messages = new Map<string, Kept>();

  async put(messages: readonly OutgoingMessage[]): Promise<number> {
    assertMessages(messages);
    const before = this.#messages.size;
    for (const message of messages) {
      if (this.#messages.has(message.key)) continue;
      const { key, to, subject, text, notBefore } = message;
      this.#messages.set(key, { key, to, subject, text, notBefore, attachments: copied(message), sequence: this.#messages.size + 1, state: "waiting", tries: 0, error: null, changedAt: null, claim: 0, claimedUntil: null });
    }
    return this.#messages.size - before;
  }

  async claim({ now, until, limit }: { readonly now: Instant; readonly until: Instant; readonly limit: number }): Promise<readonly ClaimedMessage[]> {
    const due = [...this.#messages.values()].filter(({ state, notBefore }) => state === "waiting" && notBefore <= now)
      .toSorted((a, b) => byCodePoint(a.notBefore, b.notBefore) || a.sequence - b.sequence).slice(0, limit);
    return due.map((kept) => {
      const claimed = { ...kept, state: "sending" as const, tries: kept.tries + 1, claim: kept.claim + 1, claimedUntil: until, changedAt: now };
      this.#messages.set(kept.key, claimed);
      const { key, to, subject, text, notBefore, claim, tries } = claimed;
      return { key, to, subject, text, notBefore, claim, tries, attachments: copied(claimed) };
    });
  }

  async settle({ key, claim }: Pick<ClaimedMessage, "key" | "claim">, settlement: Settlement): Promise<boolean> {
    const kept = this.#messages.get(key);
    if (kept === undefined || kept.claim !== claim || !(kept.state === "sending" || kept.state === "uncertain")) return false;
    this.#messages.set(key, {
      ...kept, state: stateAfter(settlement), error: settlement.kind === "sent" ? null : settlement.error, changedAt: settlement.at, claimedUntil: null,
      notBefore: settlement.kind === "failed" ? settlement.retryAt : kept.notBefore,
    });
    return true;
  }

  async doubt(now: Instant): Promise<number> {
    const left = [...this.#messages.values()].filter(({ state, claimedUntil }) => state === "sending" && claimedUntil !== null && claimedUntil < now);
    for (const kept of left) this.#messages.set(kept.key, { ...kept, state: "uncertain", error: LEFT_OPEN, changedAt: now });
    return left.length;
  }

  async resolve(key: string, as: "sent" | "waiting", at: Instant, to?: string): Promise<boolean> {
    const kept = this.#messages.get(key);
    if (kept === undefined || !(kept.state === "uncertain" || kept.state === "refused")) return false;
    // The claim moves on, so that whoever was sending it has no more to say.
    this.#messages.set(key, { ...kept, state: as, error: null, tries: as === "sent" ? kept.tries : 0, claim: kept.claim + 1, claimedUntil: null, changedAt: at, to: to ?? kept.to });
    return true;
  }

  async list({ state, to, before = Number.POSITIVE_INFINITY, limit }: OutboxQuery): Promise<readonly OutboxEntry[]> {
    const found = [...this.#messages.values()].filter((kept) => (state === undefined || kept.state === state) && (to === undefined || kept.to === to) && kept.sequence < before);
    return found.toSorted((a, b) => b.sequence - a.sequence).slice(0, limit).map(entryOf);
  }

  async entries(keys: readonly string[]): Promise<readonly OutboxEntry[]> {
    return [...this.#messages.values()].filter(({ key }) => keys.includes(key)).map(entryOf);
  }

  async counts(): Promise<Readonly<Record<OutboxState, number>>> {
    const messages = [...this.#messages.values()];
    return countStates((state) => messages.filter((kept) => kept.state === state).length);
  }

  async message(key: string): Promise<(OutboxEntry & OutgoingMessage) | null> {
    const kept = this.#messages.get(key);
    return kept === undefined ? null : { ...entryOf(kept), text: kept.text, attachments: copied(kept) };
  }
}

function entryOf({ sequence, key, to, subject, state, notBefore, tries, error, changedAt }: Kept): OutboxEntry {
  return { sequence, key, to, subject, state, notBefore, tries, error, changedAt };
}

function copied({ attachments }: OutgoingMessage): OutgoingMessage["attachments"] {
  return attachments.map(({ name, mediaType, content }) => ({ name, mediaType, content: Uint8Array.from(content) }));
}
