// Send outbox: what waits in the outbox and is due goes out by a transport, one message at a time, and what became of each is kept.
// Also the two other things one does with an outbox: looking through it, and settling what only a person can know.
import { err, ok, parseInstant, present, type Instant, type Result } from "../domain/terms/index.ts";
import type { Delivery, Transport } from "../exchange/index.ts";
import type { ClaimedMessage, OutboxEntry, OutboxState, Settlement } from "../store/index.ts";
import { addressNow } from "./fill-outbox.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";
import { readyToSend } from "./tell-watchers.ts";

export type { Transport } from "../exchange/index.ts";
export type { OutboxEntry, OutboxState } from "../store/index.ts";

export interface OutboxSent {
  readonly sent: number;
  /** Not handed over; they wait for another attempt. */
  readonly failed: number;
  /** Given up. */
  readonly refused: number;
  /** Nobody knows whether they arrived: those this run could not know, and those a process that ended left behind. */
  readonly uncertain: number;
  /** Why the run ended before everything due was tried. */
  readonly stopped?: string;
}

/** How long one message may be in a process's hands. Longer than any transport waits. */
const CLAIM_MINUTES = 15;
/** Waiting times between attempts; after the last one the message is given up. */
const WAIT_MINUTES = [1, 5, 15, 60, 240, 720, 1440, 1440];

/** Sends what is due. Where nothing can be handed over at all, the rest keeps waiting. `stopping`: asked before each message. */
export async function sendOutbox({ ledger, clock }: Pick<Registry, "ledger" | "clock">, transport: Transport, stopping: () => boolean = () => false): Promise<OutboxSent> {
  const { outbox } = ledger;
  const done = { sent: 0, failed: 0, refused: 0, uncertain: await outbox.doubt(clock.now()) };
  while (!stopping()) {
    const now = clock.now();
    // One at a time: whatever happens to this process, at most one message is left uncertain.
    const [claimed] = await outbox.claim({ now, until: later(now, CLAIM_MINUTES), limit: 1 });
    if (claimed === undefined) return done;
    const ready = await readyToSend({ ledger, clock }, claimed);
    const delivery: Delivery = ready === undefined ? { kind: "refused", error: "nobody is to be told any more" } : await transport.send(ready);
    const settlement = settlementOf(delivery, claimed, clock.now());
    if (await outbox.settle(claimed, settlement)) done[settlement.kind] += 1;
    if (delivery.kind === "unreachable") return { ...done, stopped: delivery.error };
  }
  return done;
}

function settlementOf(delivery: Delivery, { tries }: ClaimedMessage, at: Instant): Settlement {
  switch (delivery.kind) {
    case "sent": return { kind: "sent", at };
    case "refused": case "uncertain": return { kind: delivery.kind, at, error: delivery.error };
    case "failed": case "unreachable": {
      const wait = WAIT_MINUTES[tries - 1];
      if (wait === undefined) return { kind: "refused", at, error: `given up after ${tries} attempts; at the last one ${delivery.error}` };
      return { kind: "failed", at, error: delivery.error, retryAt: later(at, wait) };
    }
  }
}

function later(instant: Instant, minutes: number): Instant {
  const parsed = parseInstant(Temporal.Instant.from(instant).add({ minutes }).toString({ fractionalSecondDigits: 3 }));
  return present(parsed.ok ? parsed.value : undefined, "a later instant");
}

export interface OutboxListed {
  readonly counts: Readonly<Record<OutboxState, number>>;
  readonly messages: readonly OutboxEntry[];
}

/** Messages newest first, and how many there are in each state. `before`: the sequence the page before ended with. */
export async function listOutbox({ ledger: { outbox } }: Registry, query: { readonly state?: OutboxState; readonly to?: string; readonly before?: number; readonly limit: number }): Promise<OutboxListed> {
  return { counts: await outbox.counts(), messages: await outbox.list(query) };
}

/**
 * A person says of an uncertain or refused message that it has arrived (`sent`), or has it sent again (`again`): a letter then goes to the mail
 * address its organisation has now.
 */
export async function resolveMessage(registry: Registry, key: string, as: "sent" | "again"): Promise<Result<OutboxEntry, Problem>> {
  const { ledger: { outbox }, clock } = registry;
  const to = as === "again" ? await addressNow(registry, key) : undefined;
  const resolved = await outbox.resolve(key, as === "sent" ? "sent" : "waiting", clock.now(), to);
  const kept = await outbox.message(key);
  if (kept === null) return err(problem("message-unknown", `the outbox has no message \`${key}\``, "`outbox` lists the messages with their keys."));
  const { text: _text, attachments: _attachments, ...entry } = kept;
  if (!resolved) return err(problem("message-settled", `the message \`${key}\` is ${entry.state}`, "Only a message that is uncertain or refused waits for a person's word."));
  return ok(entry);
}
