// Told detail: what an entry of the told log says of what it is about, read back as ids and days. A word it does not have, or that is none, is
// undefined.
import { parseFileNumber, parseLawId, parseListingId, parsePlainDate, parseRecordId, type FileNumber, type LawId, type ListingId, type PlainDate, type RecordId, type Result } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";

type Detail = Pick<Told, "detail">;

export function lawIn(told: Detail, name: "procedure" | "list" | "recordType" | "by"): LawId | undefined {
  return read(told, name, parseLawId);
}

export function dayIn(told: Detail, name: "lastDay" | "takeOverBy"): PlainDate | undefined {
  return read(told, name, parsePlainDate);
}

export function listingIn(told: Detail): ListingId | undefined {
  return read(told, "listing", parseListingId);
}

export function recordIn(told: Detail): RecordId | undefined {
  return read(told, "record", parseRecordId);
}

/** The year a yearly duty is owed for; only a duty has one. */
export function yearIn({ detail: { year } }: Detail): number | undefined {
  return typeof year === "number" ? year : undefined;
}

/** The authorities it was told to. */
export function consumersIn({ detail: { consumers } }: Detail): readonly LawId[] {
  return Array.isArray(consumers) ? consumers.flatMap((each) => readText(each, parseLawId) ?? []) : [];
}

/** The file it is about; of several the first. */
export function fileIn({ files: [file] }: Pick<Told, "files">): FileNumber | undefined {
  return file === undefined ? undefined : readText(file, parseFileNumber);
}

function read<T>({ detail }: Detail, name: string, parse: (text: string) => Result<T, string>): T | undefined {
  return readText(detail[name], parse);
}

function readText<T>(value: unknown, parse: (text: string) => Result<T, string>): T | undefined {
  const parsed = typeof value === "string" ? parse(value) : undefined;
  return parsed?.ok === true ? parsed.value : undefined;
}
