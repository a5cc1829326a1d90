// The columns of every table, what kind of value each holds and by which the rows are told apart, in the order in which tables can be
// filled. A register is copied whole by this list (kept-tables.ts). The private part of the signing key is not in it: no copy can sign in
// the register's name.
import type { Tables } from "./sql-tables.ts";

export type ColumnKind = "text" | "whole" | "bytes";
export type KeptTable = Exclude<keyof Tables, "migrations" | "signing_secrets">;

export interface TableShape<Name extends KeptTable = KeptTable> {
  readonly columns: { readonly [Column in keyof Tables[Name] & string]: ColumnKind };
  readonly key: readonly (keyof Tables[Name] & string)[];
  /** Rows that may be megabytes long are read few at a time. */
  readonly large?: true;
}

export const TABLE_SHAPES: { readonly [Name in KeptTable]: TableShape<Name> } = {
  events: {
    columns: { position: "whole", recorded_at: "text", origin_node: "text", origin_position: "whole", batch: "text", matter: "text", type: "text", version: "whole", office: "text", officer: "text", files: "text", visibility: "text", commitment: "text" },
    key: ["position"],
  },
  bodies: { columns: { position: "whole", salt: "bytes", body: "text" }, key: ["position"] },
  event_keys: { columns: { key: "text", position: "whole" }, key: ["key", "position"] },
  names: { columns: { position: "whole", ordinal: "whole", file: "text", text: "text", levelled: "text", pinyin: "text", initials: "text", blocks: "text" }, key: ["position", "ordinal"] },
  name_blocks: { columns: { block: "text", position: "whole", ordinal: "whole" }, key: ["block", "position", "ordinal"] },
  attachments: { columns: { id: "text", position: "whole", content: "bytes" }, key: ["id"], large: true },
  told: { columns: { sequence: "whole", key: "text", what: "text", files: "text", day: "text", known: "whole", rulebook: "text", detail: "text" }, key: ["sequence"] },
  settings: { columns: { name: "text", value: "text" }, key: ["name"] },
  rulebooks: { columns: { hash: "text", format: "text", compiled: "bytes", files: "bytes" }, key: ["hash"], large: true },
  outbox: {
    columns: { sequence: "whole", key: "text", recipient: "text", subject: "text", text: "text", state: "text", not_before: "text", tries: "whole", claim: "whole", claimed_until: "text", error: "text", changed_at: "text" },
    key: ["sequence"],
  },
  outbox_files: { columns: { key: "text", ordinal: "whole", name: "text", media_type: "text", content: "bytes" }, key: ["key", "ordinal"], large: true },
  signing_keys: {
    columns: { sequence: "whole", kid: "text", x: "text", made_at: "text", retired_at: "text", revoked_since: "text", revoked_from: "text", revoked_at: "text", reason: "text" },
    key: ["sequence"],
  },
  watch_lists: { columns: { token: "text", label: "text", files: "text" }, key: ["token"] },
  watch_alerts: {
    columns: { id: "text", token: "text", kind: "text", target: "text", language: "text", pace: "text", state: "text", why: "text", code: "text", secret: "text", site: "text", told: "text", sent: "whole", due: "text" },
    key: ["id"],
  },
  counters: { columns: { name: "text", value: "whole" }, key: ["name"] },
};

export const KEPT_TABLES = Object.keys(TABLE_SHAPES).filter(isKeptTable);

/** The tables a backup of each format has; what came later is empty where an earlier one is restored. */
export const TABLES_OF_FORMAT: Readonly<Record<number, readonly KeptTable[]>> = {
  1: without("signing_keys", "watch_lists", "watch_alerts"), 2: without("watch_lists", "watch_alerts"), 3: without("watch_alerts"), 4: KEPT_TABLES,
};

function without(...later: readonly KeptTable[]): readonly KeptTable[] {
  return KEPT_TABLES.filter((table) => !later.includes(table));
}

export function isKeptTable(name: string): name is KeptTable {
  return Object.hasOwn(TABLE_SHAPES, name);
}

/** Columns of a table with their kinds, in the order in which copies carry them. */
export function columnsOf(table: KeptTable): readonly (readonly [string, ColumnKind])[] {
  return Object.entries(TABLE_SHAPES[table].columns);
}
