// Changes: the told log as a stream: who began to stand on a list, what ended, which deadlines passed. The sequence of an entry is where one
// goes on from. The public is told who stands on a published list and still does; of what has ended it gets the id it may have been told before,
// and nothing that says whose it was: nobody learns from the stream of a listing that is over.
import { err, ok, parseListingId, parseRecordId, type FileNumber, type LawId, type ListingId, type PlainDate, type Position, type RecordId, type Result } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { keyOf } from "../domain/register/index.ts";
import { sightOfListing } from "../domain/publication/index.ts";
import { PUBLIC } from "../domain/restrictions/index.ts";
import type { CaseViewer } from "./case-view.ts";
import { problem, type Problem } from "./problem.ts";
import { readClosure } from "./read.ts";
import { todayFor, type Registry } from "./registry.ts";

/** One change, as its reader may see it. */
export interface Change {
  /** Where the reader goes on from. */
  readonly timepoint: number;
  readonly what: Told["what"];
  readonly day: PlainDate;
  readonly listing?: ListingId;
  readonly record?: RecordId;
  readonly memorandum?: LawId;
  /** Of the listing or record; absent where it has ended and the reader sees only what is published. */
  readonly files?: readonly FileNumber[];
  readonly list?: LawId;
  readonly recordType?: LawId;
  readonly known?: Position;
  /** For offices and the keeper: authorities told, the last day to take it over, since when answers were wrong, what a deadline was of. */
  readonly detail?: Told["detail"];
}

export interface Changes {
  readonly changes: readonly Change[];
  /** Of the last entry looked at, whether or not it was shown. */
  readonly timepoint: number;
  /** Whether there is more already. */
  readonly more: boolean;
}

/** The changes after a timepoint, in their order: at most `limit` entries are looked at. A timepoint that nothing has come to yet is a problem. */
export async function changesAfter(registry: Registry, viewer: CaseViewer | null, after: number, limit: number): Promise<Result<Changes, Problem>> {
  const told = await registry.ledger.toldAfter(after, limit + 1);
  if (told.length === 0 && after > 0 && (await registry.ledger.toldAfter(after - 1, 1)).length === 0) {
    return err(problem("input-invalid", `nothing has the timepoint ${after}: the log does not reach so far`, "Go on from a timepoint that was given here, or begin with 0."));
  }
  const page = told.slice(0, limit);
  const changes = viewer === null ? await toldToPublic(registry, page) : page.map(whole);
  return ok({ changes, timepoint: page.at(-1)?.sequence ?? after, more: told.length > limit });
}

function whole(told: Told): Change {
  const { sequence, what, day, files, known, detail } = told;
  const { listing, record, memorandum, list, recordType } = idsIn(told);
  return {
    timepoint: sequence, what, day, files, known, detail,
    ...(listing === undefined ? {} : { listing }), ...(record === undefined ? {} : { record }), ...(memorandum === undefined ? {} : { memorandum }),
    ...(list === undefined ? {} : { list }), ...(recordType === undefined ? {} : { recordType }),
  };
}

/** Of entries of the told log, in their order, what the public may be told. */
export async function toldToPublic(registry: Registry, page: readonly Told[]): Promise<readonly Change[]> {
  const begun = page.filter(isBegin);
  const register = begun.length === 0 ? undefined : await readClosure(registry, [...new Set(begun.flatMap(({ files }) => files))].map(keyOf.file));
  return page.flatMap((told): Change[] => {
    const { sequence: timepoint, what, day, files } = told;
    const { listing, record, memorandum, list: listId, recordType } = idsIn(told);
    if (memorandum !== undefined) return what === "memorandumEnded" ? [{ timepoint, what, day, memorandum }] : [];
    if (listing !== undefined && listId !== undefined) {
      const list = registry.rulebook.get("list", listId);
      if (list?.published !== true) return [];
      if (!isBegin(told)) return [{ timepoint, what, day, listing }];
      const onFile = register?.listings.get(listing);
      const isSeen = onFile !== undefined && sightOfListing({ viewer: PUBLIC, list, onFile, today: todayFor(registry, listId) }) === "shown";
      return isSeen ? [{ timepoint, what, day, listing, list: listId, files }] : [];
    }
    const type = recordType === undefined ? undefined : registry.rulebook.get("record-type", recordType);
    return record !== undefined && type?.disclosure === "public" ? [{ timepoint, what, day, record }] : [];
  });
}

function isBegin({ what }: Told): boolean {
  return what === "listed" || what === "published";
}

interface Ids {
  readonly listing?: ListingId;
  readonly record?: RecordId;
  readonly memorandum?: LawId;
  readonly list?: LawId;
  readonly recordType?: LawId;
}

/** What an entry is about, by its detail. */
function idsIn({ detail, what }: Told): Ids {
  const text = (name: string): string | undefined => (typeof detail[name] === "string" ? detail[name] : undefined);
  const listing = parseListingId(text("listing") ?? "");
  const record = parseRecordId(text("record") ?? "");
  const [list, recordType, memorandum] = [text("list"), text("recordType"), what === "memorandumEnded" ? text("memorandum") : undefined].map((id) => id as LawId | undefined);
  return {
    ...(listing.ok ? { listing: listing.value } : {}), ...(record.ok ? { record: record.value } : {}), ...(memorandum === undefined ? {} : { memorandum }),
    ...(list === undefined ? {} : { list }), ...(recordType === undefined ? {} : { recordType }),
  };
}
