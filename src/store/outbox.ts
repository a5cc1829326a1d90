// Outbox: messages to be sent, kept until somebody has them. Put once each by a key, claimed by one process, settled by what became of
// them; what nobody can know is `uncertain` until a person settles it. Three implementations, one contract suite (outbox.contract.ts).
import { assert, type Instant } from "../domain/terms/index.ts";
import { assertInstant, isKeepable } from "./sealed-event.ts";

/**
 * `waiting` for its time, `sending` by a process that claimed it, `sent`, `refused` (given up), or `uncertain`: it was being sent when
 * the process ended or the connection broke, so it may have arrived and is not sent again by itself.
 */
export const OUTBOX_STATES = ["waiting", "sending", "sent", "refused", "uncertain"] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export interface OutgoingFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface OutgoingMessage {
  /** Names what is said to whom: a message put again under its key is the same message. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly OutgoingFile[];
  readonly notBefore: Instant;
}

/** A message in the hands of one process. `claim` tells this claim from every other of the same message. */
export interface ClaimedMessage extends OutgoingMessage {
  readonly claim: number;
  /** Attempts since it was put or a person let it wait again, this one among them. */
  readonly tries: number;
}

/** What became of a claimed message. `failed` waits until `retryAt`; `uncertain` may have arrived. */
export type Settlement =
  | { readonly kind: "sent"; readonly at: Instant }
  | { readonly kind: "failed"; readonly at: Instant; readonly error: string; readonly retryAt: Instant }
  | { readonly kind: "refused"; readonly at: Instant; readonly error: string }
  | { readonly kind: "uncertain"; readonly at: Instant; readonly error: string };

/** A message as it is listed, without text and files. */
export interface OutboxEntry {
  readonly sequence: number;
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly state: OutboxState;
  readonly notBefore: Instant;
  readonly tries: number;
  /** Why it was not sent the last time; null once it was. */
  readonly error: string | null;
  /** When it was last claimed, settled or resolved; null before the first time. */
  readonly changedAt: Instant | null;
}

export interface OutboxQuery {
  readonly state?: OutboxState;
  readonly to?: string;
  /** Only what was put before this sequence: the last one of the page before. */
  readonly before?: number;
  readonly limit: number;
}

export interface Outbox {
  /** Keeps those whose key is not there yet; gives how many were new. Durable when it returns. */
  put(messages: readonly OutgoingMessage[]): Promise<number>;
  /** Takes messages that wait and are due, oldest first, until `until`; nobody else gets them. */
  claim(claiming: { readonly now: Instant; readonly until: Instant; readonly limit: number }): Promise<readonly ClaimedMessage[]>;
  /** Says what became of a claimed message. False where the claim counts no more: a person has settled it meanwhile. */
  settle(claimed: Pick<ClaimedMessage, "key" | "claim">, settlement: Settlement): Promise<boolean>;
  /** What was claimed until before `now` and not settled becomes uncertain; gives how many. */
  doubt(now: Instant): Promise<number>;
  /** A person says that an uncertain or refused message has arrived, or that it shall be sent again, perhaps to another address. False where it is in another state. */
  resolve(key: string, as: "sent" | "waiting", at: Instant, to?: string): Promise<boolean>;
  /** Newest first. */
  list(query: OutboxQuery): Promise<readonly OutboxEntry[]>;
  /** Those of these keys that are there, in the order they were put. */
  entries(keys: readonly string[]): Promise<readonly OutboxEntry[]>;
  counts(): Promise<Readonly<Record<OutboxState, number>>>;
  /** The whole message; null where there is none under this key. */
  message(key: string): Promise<(OutboxEntry & OutgoingMessage) | null>;
}

/** The error of a message that became uncertain because nobody said what became of it. */
export const LEFT_OPEN = "the process that was sending it ended before it said what became of it";

export function countStates(count: (state: OutboxState) => number): Readonly<Record<OutboxState, number>> {
  return { waiting: count("waiting"), sending: count("sending"), sent: count("sent"), refused: count("refused"), uncertain: count("uncertain") };
}

/** What only a bug can cause is stopped before anything is written. */
export function assertMessages(messages: readonly OutgoingMessage[]): void {
  for (const { key, to, subject, text, notBefore, attachments } of messages) {
    assert(key !== "" && to !== "", "a message has a key and somebody it goes to");
    for (const part of [key, to, subject, text, ...attachments.flatMap(({ name, mediaType }) => [name, mediaType])]) assert(isKeepable(part), `the message \`${key}\` is plain text`);
    assertInstant(notBefore);
  }
}

/** The state a settlement leads to. */
export function stateAfter({ kind }: Settlement): OutboxState {
  return kind === "failed" ? "waiting" : kind;
}
