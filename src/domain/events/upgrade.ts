// Upgrade: events are kept as they were written, under the version they were written in, and read as the program knows them today.
// Each step leads from one version of a body to the next. Applied by the store when it reads; commitments are over what was written.
import type { EventType } from "./events.ts";

/** The version in which a body of each type is written now; types that are not named are in their first. */
const WRITTEN_IN: Partial<Record<EventType, number>> = { ListingProposed: 3, NoticeIssued: 3, ListingDecided: 3, DefenceReceived: 2, CaseOpened: 2, StepTaken: 2 };

type Body = Readonly<Record<string, unknown>>;

/** The posts that acted were not on record, only how many they were. */
function withActing(body: Body): Body {
  const { formalities } = body;
  return formalities === undefined ? body : { ...body, formalities: { acting: [], ...Object(formalities) } };
}

/** The acting office stated the consent of the office above itself; what it stated is kept, and is no consent given by that office. */
function withStatedConsent(body: Body): Body {
  const { consent, ...formalities }: Body = Object(body["formalities"]);
  return consent === undefined ? body : { ...body, formalities: { ...formalities, statedConsent: consent } };
}

/** From the version named to the next. */
const STEPS: Partial<Record<EventType, Readonly<Record<number, (body: Body) => Body>>>> = {
  ListingProposed: { 1: withActing, 2: withStatedConsent },
  NoticeIssued: { 1: withActing, 2: withStatedConsent },
  ListingDecided: { 1: withActing, 2: withStatedConsent },
  CaseOpened: { 1: withStatedConsent },
  StepTaken: { 1: withStatedConsent },
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
