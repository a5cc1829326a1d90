// Rows of sealed events for the tables they are kept in, in the order in which they may enter. From sql-ledger.ts, to the database.
import type { SealedEvent } from "./sealed-event.ts";
import type { TableRows, Values } from "./sql-database.ts";

/** All but the files handed in with them, which are large and enter one at a time. */
export function rowsOfEvents(sealed: readonly SealedEvent[]): readonly TableRows[] {
  return [{
    table: "events", columns: ["position", "recorded_at", "origin_node", "origin_position", "batch", "matter", "type", "version", "office", "officer", "files", "visibility", "commitment"],
    rows: sealed.map(({ envelope: e }): Values => [e.position, e.recordedAt, e.origin.node, e.origin.position, e.batch, e.matter, e.type, e.version, e.office, e.officer, JSON.stringify(e.files), e.visibility, e.commitment]),
  }, {
    table: "bodies", columns: ["position", "salt", "body"], rows: sealed.map(({ envelope, salt, text }): Values => [envelope.position, salt, text]),
  }, {
    table: "event_keys", columns: ["key", "position"], rows: sealed.flatMap(({ envelope, keys }) => keys.map((key): Values => [key, envelope.position])),
  }, {
    table: "names", columns: ["position", "ordinal", "file", "text", "levelled", "pinyin", "initials", "blocks"],
    rows: sealed.flatMap(({ envelope, names }) => names.map((name, ordinal): Values => [envelope.position, ordinal, name.file, name.text, name.levelled, name.pinyin, name.initials, JSON.stringify(name.blocks)])),
  }, {
    table: "name_blocks", columns: ["block", "position", "ordinal"],
    rows: sealed.flatMap(({ envelope, names }) => names.flatMap((name, ordinal) => [...new Set(name.blocks)].map((block): Values => [block, envelope.position, ordinal]))),
  }];
}
