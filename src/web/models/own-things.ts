// Addresses of what an organisation's ask is about: `record:r1`, `join:P1~P2`; and the marks of what is on file.
import type { CaseAbout } from "../../domain/events/index.ts";
import { parseFileNumber, parseListingId, parseMatterId, parseRecordId, type Ask, type StandingListing, type ThingOnFile } from "../../service/index.ts";
import type { OwnAsk, OwnMark, OwnPurpose } from "../portal/index.ts";

const PURPOSES: readonly OwnPurpose[] = ["objection", "appeal", "repair", "commitment", "annual-report"];

export function purposeIn(text: string): OwnPurpose | undefined {
  return PURPOSES.find((purpose) => purpose === text);
}

export function aboutText(about: CaseAbout): string {
  switch (about.kind) {
    case "organisation":
      return "organisation";
    case "listing":
      return `listing:${about.listing}`;
    case "record":
      return `record:${about.record}`;
    case "matter":
      return `matter:${about.matter}`;
    case "join":
      return `join:${about.files.join("~")}`;
  }
}

/** What an address means; undefined where it means nothing. */
export function aboutIn(text: string): CaseAbout | undefined {
  const at = text.indexOf(":");
  const [kind, id] = at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  switch (kind) {
    case "organisation":
      return id === "" ? { kind } : undefined;
    case "listing": {
      const listing = parseListingId(id);
      return listing.ok ? { kind, listing: listing.value } : undefined;
    }
    case "record": {
      const record = parseRecordId(id);
      return record.ok ? { kind, record: record.value } : undefined;
    }
    case "matter": {
      const matter = parseMatterId(id);
      return matter.ok ? { kind, matter: matter.value } : undefined;
    }
    case "join": {
      const [a, b, ...more] = id.split("~").map(parseFileNumber);
      return a?.ok === true && b?.ok === true && more.length === 0 ? { kind, files: [a.value, b.value] } : undefined;
    }
    default:
      return undefined;
  }
}

/** The asks of one purpose about one thing, as one: open if any way is, else from the first day on which one will be. */
export function joinedAsk(asks: readonly Ask[], on: string): OwnAsk | undefined {
  const [first] = asks;
  const purpose = first === undefined ? undefined : purposeIn(first.purpose);
  if (first === undefined || purpose === undefined) return undefined;
  const about = aboutText(first.about);
  const own = { purpose, about, ...(asks.length > 1 || first.procedure === null ? {} : { procedure: first.procedure }) };
  if (asks.some(({ allowed }) => allowed)) return { ...own, allowed: true };
  const [opens] = asks.flatMap(({ exit }) => (exit?.earliest !== undefined && exit.earliest > on ? [exit.earliest] : [])).toSorted();
  return { ...own, allowed: false, ...(opens === undefined ? {} : { opens }), ...(first.why === undefined ? {} : { why: first.why }) };
}

export function marksOf({ publication, disputed, stayedSince, repairedOn }: ThingOnFile, state: StandingListing["state"] | "annulled" | null): readonly OwnMark[] {
  return [
    ...(publication === null ? [] : [publicMark(publication)]), ...(disputed === null ? [] : ["disputed" as const]), ...(stayedSince === null ? [] : ["stayed" as const]), ...(repairedOn === null ? [] : ["repaired" as const]),
    ...(state === "annulled" ? ["annulled" as const] : state === "ended" || state === "removed" || state === "gone" ? ["ended" as const] : []),
  ];
}

function publicMark(publication: NonNullable<ThingOnFile["publication"]>): OwnMark {
  switch (publication.kind) {
    case "published":
      return "public";
    case "masked":
      return "masked";
    case "ended":
      return "noLongerPublic";
    case "pending":
      return publication.because === "neverPublished" ? "notPublic" : "notYetPublic";
  }
}
