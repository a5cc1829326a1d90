// Things: the listings and records an answer about an organisation may rest on: its own, and those of whoever it is related to, each with
// whether the asker may see it and what ends it. Given to freeing.ts.
import type { End, LawId } from "../terms/index.ts";
import type { CalendarYear } from "../rules/index.ts";
import { organisationOf, relatedFiles, type Organisation } from "../register/index.ts";
import type { Exit } from "./answer.ts";
import { exitsOfHit } from "./exits.ts";
import { isRepaired, recordsOnDay, type Scene } from "./facts.ts";
import { hitOfRecord } from "./measure-hits.ts";
import { isReleased } from "./released.ts";
import { standingListings } from "./standing-listings.ts";
import { hitOfListing, type Hit } from "./triggers.ts";

export interface Thing {
  readonly kind: "listing" | "record";
  readonly id: string;
  readonly of: LawId;
  readonly organisation: Organisation;
  readonly shown: boolean;
  readonly end: End;
  /** What ends it, whatever hangs on it. */
  readonly exits: (calendar: readonly CalendarYear[]) => readonly Exit[];
}

/** What stands and counts on the day around an organisation: its own first. */
export function thingsAround(scene: Scene, organisation: Organisation): readonly Thing[] {
  return around(scene, organisation).flatMap((each) => [...listingsOf(scene, each), ...recordsOf(scene, each)]);
}

/** The organisation and whoever it is related to, however far: what is found beyond may be asked after by a criterion there. */
function around(scene: Scene, organisation: Organisation): readonly Organisation[] {
  const found = new Map([[organisation.file, organisation]]);
  for (const each of found.values()) {
    for (const { file } of relatedFiles(scene.register, each.files)) {
      const other = organisationOf(scene.register, file);
      if (other !== undefined && !found.has(other.file)) found.set(other.file, other);
    }
  }
  return [...found.values()];
}

function listingsOf(scene: Scene, organisation: Organisation): readonly Thing[] {
  return standingListings(scene, organisation).map((standing) => {
    const hit = hitOfListing(scene, organisation, standing);
    return { kind: "listing", id: standing.listing.id, of: standing.list.id, ...thingOf(scene, organisation, hit) };
  });
}

function recordsOf(scene: Scene, organisation: Organisation): readonly Thing[] {
  return scene.statute.all("record-type").flatMap((type) => recordsOnDay(organisation, type.id, scene.on).filter((record) => !isRepaired(record, scene.on) && !isReleased(scene, record)).map((record): Thing => {
    const hit = hitOfRecord(scene, type, record, { kind: "notStated" });
    return { kind: "record", id: record.id, of: type.id, ...thingOf(scene, organisation, hit) };
  }));
}

function thingOf(scene: Scene, organisation: Organisation, hit: Hit): Pick<Thing, "organisation" | "shown" | "end" | "exits"> {
  return { organisation, shown: hit.sight === "shown", end: hit.end, exits: (calendar) => exitsOfHit({ scene, organisation, calendar }, hit, hit.end) };
}
