// Closure: which keys of the ledger must be read to answer about one organisation, and no others.
import { untilOf, type End, type FileNumber, type LawId, type PlainDate } from "../terms/index.ts";
import type { FieldValues, StoredEvent } from "../events/index.ts";
import type { Rulebook } from "../rules/index.ts";

export const keyOf = {
  file: (file: FileNumber): string => `file:${file}`,
  code: (scheme: LawId, value: string): string => `code:${scheme}:${value}`,
  list: (list: LawId): string => `list:${list}`,
  edition: (list: LawId): string => `edition:${list}`,
  batch: (batch: string): string => `batch:${batch}`,
  withdrawal: (batch: string): string => `withdrawal:${batch}`,
  matter: (matter: string): string => `matter:${matter}`,
  record: (record: string): string => `record:${record}`,
  digest: (digest: string): string => `digest:${digest}`,
  held: (list: LawId): string => `held:${list}`,
  /** Listings of a list that share a field's value: a decision's number. */
  sharing: (list: LawId, by: string, value: string): string => `sharing:${list}:${by}:${value}`,
  /** Cases an office decides in the first instance. */
  office: (office: FileNumber): string => `office:${office}`,
  /** Appeals against what another case decided. */
  appeals: (matter: string): string => `appeals:${matter}`,
  /** What became of measures because of listings on a list. */
  executions: (list: LawId): string => `executions:${list}`,
  /** What a consumer of releases acknowledged. */
  consumer: (authority: LawId): string => `consumer:${authority}`,
  /** What was stored for one request, so that it is taken once. */
  request: (digest: string): string => `request:${digest}`,
  /** The event a file was handed in with. */
  attachment: (attachment: string): string => `attachment:${attachment}`,
  rulebook: "rulebook",
  offices: "offices",
  batches: "batches",
} as const;

/** Whether the law says by what a key is made, so that an event may have been put under another by another law. */
export function isMadeByLaw(key: string): boolean {
  return key.startsWith("sharing:");
}

/**
 * Keys that the events read so far point to: joined and related files, the editions of the lists concerned, the decisions whose
 * grounds an affiliate takes over, offices that ordered a stay, and withdrawals of the batches they came in.
 */
export function keysToFollow(events: readonly StoredEvent[], rulebook: Rulebook): readonly string[] {
  const keys = new Set<string>();
  for (const event of events) {
    if (event.batch !== null) keys.add(keyOf.withdrawal(event.batch));
    if (event.body === null) continue;
    switch (event.type) {
      case "FilesJoined":
        for (const file of event.body.files) keys.add(keyOf.file(file));
        break;
      case "RelationReported":
        keys.add(keyOf.file(event.body.to));
        break;
      case "EffectsStayed":
        // Who ordered it is part of the answer.
        if (event.office !== null) keys.add(keyOf.file(event.office));
        break;
      case "ListingReported": {
        keys.add(keyOf.edition(event.body.list));
        const inherits = rulebook.get("list", event.body.list)?.inherits;
        const value = inherits === undefined ? undefined : sharedValue(event.body, inherits.by);
        if (inherits !== undefined && value !== undefined) keys.add(keyOf.sharing(event.body.list, inherits.by, value));
        break;
      }
      default:
    }
  }
  return [...keys];
}

/** What a listing states under the name by which it is found again beside another: one of its fields, or of its days. */
export function sharedValue(listing: { readonly fields: FieldValues; readonly decidedOn?: PlainDate; readonly effectiveFrom?: PlainDate; readonly originator?: LawId; readonly end: End }, by: string): string | undefined {
  const value = listing.fields[by];
  if (value !== undefined) return typeof value === "string" ? value : undefined;
  if (by === "decidedOn") return listing.decidedOn;
  if (by === "effectiveFrom") return listing.effectiveFrom;
  if (by === "originator") return listing.originator;
  return by === "until" ? untilOf(listing.end) : undefined;
}
