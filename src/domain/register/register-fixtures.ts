// Events for this room's tests, stored in the order given. Used by tests only.
import type { Digest, EditionId, End, FileNumber, Instant, LawId, ListingId, PlainDate, Position } from "../terms/index.ts";
import type { EventDraft, StoredEvent } from "../events/index.ts";
import type { BatchId } from "../terms/index.ts";

export const A = "P00000018" as FileNumber;
export const B = "P00000026" as FileNumber;
export const C = "P00000034" as FileNumber;
export const LIST = "mdb:wbg-debarred" as LawId;

export function stored(drafts: readonly (EventDraft & { readonly batch?: string })[]): readonly StoredEvent[] {
  return drafts.map(({ batch, ...draft }, index) => {
    const position = (index + 1) as Position;
    return {
      ...draft, position, recordedAt: "2025-01-01T00:00:00.000Z" as Instant, origin: { node: "test", position }, batch: batch === undefined ? null : (batch as BatchId), matter: null, version: 1,
      office: null, officer: null, files: [], visibility: "public", commitment: "sha256:" as Digest,
    } as StoredEvent;
  });
}

export function registered(file: FileNumber, name: string, more: Partial<Extract<EventDraft, { type: "OrganisationRegistered" }>["body"]> = {}): EventDraft {
  return { type: "OrganisationRegistered", body: { file, names: [{ text: name, kind: "main" }], codes: [], ...more } };
}

export function edition(day: string, id = `e.${day}`): EventDraft {
  return { type: "EditionReceived", body: { edition: id as EditionId, list: LIST, asOf: day as PlainDate, inferred: false } };
}

export interface Sighted {
  readonly listing?: string;
  readonly file?: FileNumber;
  readonly day: string;
  readonly from?: string;
  readonly end?: End;
  readonly content?: string;
  readonly fields?: Extract<EventDraft, { type: "ListingReported" }>["body"]["fields"];
  readonly originator?: string;
}

export function sighting({ listing = "l1", file = A, day, from, end = { kind: "notStated" }, content = "1", fields = {}, originator }: Sighted): EventDraft {
  return {
    type: "ListingReported",
    body: {
      listing: listing as ListingId, file, list: LIST, end, fields, edition: `e.${day}` as EditionId, editionDay: day as PlainDate, rowKey: `key ${listing}`, contentDigest: `sha256:${content}` as Digest,
      source: { batch: "b1" as BatchId, template: "mdb:test" as LawId, row: 4 },
      ...(from === undefined ? {} : { effectiveFrom: from as PlainDate }), ...(originator === undefined ? {} : { originator: originator as LawId }),
    },
  };
}
