// Upgrade: events are kept as they were written, under the version they were written in, and read as the program knows them today.
// Each step leads from one version of a body to the next. Applied by the store when it reads; commitments are over what was written.
import type { EventType } from "./events.ts";

/** The version in which a body of each type is written now; types that are not named are in their first. */
const WRITTEN_IN: Partial<Record<EventType, number>> = { ListingProposed: 2, NoticeIssued: 2, ListingDecided: 2, DefenceReceived: 2 };

type Body = Readonly<Record<string, unknown>>;

/** The posts that acted were not on record, only how many they were. */
function withActing(body: Body): Body {
  const { formalities } = body;
  return formalities === undefined ? body : { ...body, formalities: { acting: [], ...Object(formalities) } };
}

/** From the version named to the next. */
const STEPS: Partial<Record<EventType, Readonly<Record<number, (body: Body) => Body>>>> = {
  ListingProposed: { 1: withActing },
  NoticeIssued: { 1: withActing },
  ListingDecided: { 1: withActing },
  // Answers had no files, and no word for asking to be heard.
  DefenceReceived: { 1: (body) => ({ attachments: [], hearing: false, ...body }) },
};

/** The version a body of this type is written in. */
export function versionOf(type: EventType): number {
  return WRITTEN_IN[type] ?? 1;
}

/** A body as this program reads it; undefined where it was written by a later one. */
export function upgradedBody(type: EventType, version: number, body: Body): Body | undefined {
  if (version > versionOf(type)) return undefined;
  let read = body;
  for (let at = version; at < versionOf(type); at += 1) {
    const step = STEPS[type]?.[at];
    if (step === undefined) throw new Error(`assertion failed: a step leads from version ${at} of ${type} to the next`);
    read = step(read);
  }
  return read;
}
