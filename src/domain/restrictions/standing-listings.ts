// Standing listings: which of an organisation's listings stand on the day under the law of the scene, with the End that governs and the
// stays that run over them. Read from the register; triggers.ts makes hits of them.
import { hasEnded } from "../terms/index.ts";
import type { List } from "../rules/index.ts";
import { listingOnDay, type ListingOnDay, type ListingOnFile, type Organisation } from "../register/index.ts";
import { governedEnd, precedenceOf, type GovernedEnd } from "../cases/index.ts";
import type { StayInForce } from "./answer.ts";
import type { Scene } from "./facts.ts";
import { isReleased } from "./released.ts";
import { staysOn } from "./stays.ts";

/** A listing that stands, under a list in force, with the End that governs it. */
export interface Standing {
  readonly list: List;
  readonly listing: ListingOnDay;
  readonly stays: readonly StayInForce[];
  readonly open?: GovernedEnd;
}

/** Listings of one organisation that stand on the day, each under a list of the statute in force; where it is open whether one has ended, it is among them. */
export function standingListings(scene: Scene, organisation: Organisation): readonly Standing[] {
  return organisation.listings.flatMap((onFile) => {
    const list = scene.statute.get("list", onFile.list);
    if (list === undefined || isReleased(scene, onFile)) return [];
    const governed = governedListing(scene, list, listingOnDay(onFile, scene.on));
    return governed.listing.state === "stands" ? [{ ...governed, stays: staysOn(scene.register, onFile, scene.on) }] : [];
  });
}

/** A listing as the law of the scene has it: with the End that governs, and the state that follows from it. */
export function listingUnderLaw(scene: Scene, onFile: ListingOnFile): ListingOnDay {
  const list = scene.statute.get("list", onFile.list);
  const listing = listingOnDay(onFile, scene.on);
  return list === undefined ? listing : governedListing(scene, list, listing).listing;
}

function governedListing(scene: Scene, list: List, listing: ListingOnDay): Omit<Standing, "stays"> {
  // Only its term may have ended it otherwise than the law now has it.
  const byTerm = listing.state === "stands" || (listing.state === "ended" && listing.stoppedOn === undefined);
  if (!byTerm || !precedenceOf(scene.rulebook).named.has(list.id)) return { list, listing };
  const days = {
    appliedOn: scene.on, decidedOn: listing.decidedOn ?? listing.effectiveFrom, effectiveFrom: listing.effectiveFrom,
    ...(listing.publishedFrom === undefined ? {} : { publishedFrom: listing.publishedFrom }),
  };
  const governed = governedEnd({ law: scene.rulebook, lawDay: scene.statute.day, on: scene.on }, list, { end: listing.end, days });
  const open = governed.open.length > 0;
  const ended = !open && hasEnded(governed.end, scene.on);
  return { list, listing: { ...listing, state: ended ? "ended" : "stands", end: governed.end }, ...(open ? { open: governed } : {}) };
}
