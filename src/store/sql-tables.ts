// The tables of a ledger in SQL, as Kysely sees them; sql-migrations.ts makes them. Envelope and body lie apart: a body can be erased.

export interface Tables {
  readonly migrations: { readonly number: number; readonly name: string; readonly sha256: string };
  readonly events: EventsTable;
  readonly bodies: { readonly position: number; readonly salt: Uint8Array; readonly body: string };
  readonly event_keys: { readonly key: string; readonly position: number };
  readonly names: NamesTable;
  readonly name_blocks: { readonly block: string; readonly position: number; readonly ordinal: number };
  readonly attachments: { readonly id: string; readonly position: number; readonly content: Uint8Array };
  readonly told: ToldTable;
  readonly settings: { readonly name: string; readonly value: string };
  /** Compiled form and files are compressed. */
  readonly rulebooks: { readonly hash: string; readonly format: string; readonly compiled: Uint8Array; readonly files: Uint8Array };
  readonly counters: { readonly name: "position" | "file" | "told" | "outbox" | "signing-key"; readonly value: number };
  readonly outbox: OutboxTable;
  readonly signing_keys: SigningKeysTable;
  /** The private part of the key in use, and of no other. Never copied (table-shapes.ts). */
  readonly signing_secrets: { readonly kid: string; readonly secret: Uint8Array };
  /** `token`: the digest of it; `files`: a JSON list of file numbers. */
  readonly watch_lists: { readonly token: string; readonly label: string; readonly files: string };
  readonly watch_alerts: WatchAlertsTable;
  readonly outbox_files: { readonly key: string; readonly ordinal: number; readonly name: string; readonly media_type: string; readonly content: Uint8Array };
}

interface EventsTable {
  readonly position: number;
  readonly recorded_at: string;
  readonly origin_node: string;
  readonly origin_position: number;
  readonly batch: string | null;
  readonly matter: string | null;
  readonly type: string;
  readonly version: number;
  readonly office: string | null;
  readonly officer: string | null;
  /** JSON list of file numbers. */
  readonly files: string;
  readonly visibility: string;
  readonly commitment: string;
}

export type EventRow = EventsTable & { readonly body: string | null };

export interface NamesTable {
  readonly position: number;
  readonly ordinal: number;
  readonly file: string;
  readonly text: string;
  readonly levelled: string;
  readonly pinyin: string;
  readonly initials: string;
  /** JSON list; name_blocks has one row for each. */
  readonly blocks: string;
}

export interface ToldTable {
  readonly sequence: number;
  readonly key: string;
  readonly what: string;
  readonly files: string;
  readonly day: string;
  readonly known: number;
  readonly rulebook: string;
  readonly detail: string;
}

export interface OutboxTable {
  readonly sequence: number;
  readonly key: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly state: "waiting" | "sending" | "sent" | "refused" | "uncertain";
  readonly not_before: string;
  readonly tries: number;
  readonly claim: number;
  readonly claimed_until: string | null;
  readonly error: string | null;
  readonly changed_at: string | null;
}

/** `token`: the digest of it; `told` and `due`: JSON as service/watch-alerts.ts reads it. */
export interface WatchAlertsTable {
  readonly id: string;
  readonly token: string;
  readonly kind: "mail" | "webhook";
  readonly target: string;
  readonly language: "zh" | "en";
  readonly pace: "atOnce" | "daily";
  readonly state: "unconfirmed" | "on" | "stopped";
  readonly why: "" | "reader" | "undelivered";
  readonly code: string;
  readonly secret: string;
  readonly site: string;
  readonly told: string;
  readonly sent: number;
  readonly due: string;
}

export interface SigningKeysTable {
  readonly sequence: number;
  readonly kid: string;
  readonly x: string;
  readonly made_at: string;
  readonly retired_at: string | null;
  readonly revoked_since: string | null;
  readonly revoked_from: string | null;
  readonly revoked_at: string | null;
  readonly reason: string | null;
}
