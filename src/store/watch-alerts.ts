// Watch alerts: who is told of what changes for the organisations of a watch list, by mail or by webhook, and up to what they were told. A
// message that is due is kept with the alert in the same step in which the alert moves on, so that no end of a process loses or changes it.
import { assert, type Digest } from "../domain/terms/index.ts";

/** `unconfirmed`: an address whose owner has not said yes yet; `on`; `stopped`: nothing is sent any more, `why` says why. */
const ALERT_STATES = ["unconfirmed", "on", "stopped"] as const;
type AlertState = (typeof ALERT_STATES)[number];

export interface WatchAlert {
  readonly id: string;
  /** Digest of the token of its list. */
  readonly list: Digest;
  readonly kind: "mail" | "webhook";
  /** A mail address, or the address of a webhook. */
  readonly target: string;
  readonly language: "zh" | "en";
  readonly pace: "atOnce" | "daily";
  readonly state: AlertState;
  /** Why it was stopped; empty where it was not. */
  readonly why: "" | "reader" | "undelivered";
  /** What the links in its letters carry: with it one confirms and stops, and no more. Nobody else sees it. */
  readonly code: string;
  /** What a webhook is signed with; empty for mail. */
  readonly secret: string;
  /** Where pages of this register are, as the one who made it reached them. */
  readonly site: string;
  /** What was last told, as service/watch-alerts.ts reads it. */
  readonly told: string;
  /** How many messages have come of it. */
  readonly count: number;
  /** The message that is to be put into the outbox next; empty: none. */
  readonly due: string;
}

/** What an alert is read as before it is moved on: nobody's word, and no secret given meanwhile, is overwritten with an older one. */
export type AlertRead = Pick<WatchAlert, "id" | "count" | "due" | "state" | "secret">;

export interface WatchAlerts {
  /** Keeps one under an id nobody had before. */
  put(alert: WatchAlert): Promise<void>;
  find(id: string): Promise<WatchAlert | null>;
  withCode(code: string): Promise<WatchAlert | null>;
  /** Of one list in order of id, or of all lists. */
  of(list?: Digest): Promise<readonly WatchAlert[]>;
  /** Replaces it as long as it still is what it was read as; false where somebody was first, or it is gone. What it was told up to may differ. */
  move(from: AlertRead, to: WatchAlert): Promise<boolean>;
  /** Forgets it; false where there is none. */
  remove(id: string): Promise<boolean>;
}

/** What only a bug can hand in. */
export function assertWatchAlert({ id, list, target, code, kind, secret, count }: WatchAlert): void {
  assert(id !== "" && target !== "" && code !== "", "a watch alert has an id, a target and a code");
  assert(list.startsWith("sha256:"), "a watch alert is of a list kept under a digest");
  assert((secret !== "") === (kind === "webhook"), "a webhook has a secret and mail has none");
  assert(Number.isSafeInteger(count) && count >= 0, "messages are counted");
}

/** Watch alerts in memory, for the laboratory and for tests. */
export class MemoryWatchAlerts implements WatchAlerts {
  readonly #alerts = new Map<string, WatchAlert>();

  async put(alert: WatchAlert): Promise<void> {
    assertWatchAlert(alert);
    assert(!this.#alerts.has(alert.id), "the id of a watch alert is new");
    this.#alerts.set(alert.id, alert);
  }

  async find(id: string): Promise<WatchAlert | null> {
    return this.#alerts.get(id) ?? null;
  }

  async withCode(code: string): Promise<WatchAlert | null> {
    return [...this.#alerts.values()].find((alert) => alert.code === code) ?? null;
  }

  async of(list?: Digest): Promise<readonly WatchAlert[]> {
    return [...this.#alerts.values()].filter((alert) => list === undefined || alert.list === list).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  async move(from: AlertRead, to: WatchAlert): Promise<boolean> {
    assertWatchAlert(to);
    assert(from.id === to.id, "a watch alert keeps its id");
    const before = this.#alerts.get(from.id);
    if (before === undefined || before.count !== from.count || before.due !== from.due || before.state !== from.state || before.secret !== from.secret) return false;
    this.#alerts.set(to.id, to);
    return true;
  }

  async remove(id: string): Promise<boolean> {
    return this.#alerts.delete(id);
  }
}
