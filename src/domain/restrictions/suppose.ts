// Suppose: what is on file, as it would be if some listings and records had ended on a day, or had never been. For questions that ask what
// would follow; nothing of it is stored.
import { assert, parseMatterId, type MatterId, type PlainDate } from "../terms/index.ts";
import type { ListingOnFile, RecordOnFile, Register } from "../register/index.ts";
import type { Scene } from "./facts.ts";

/** Gone from the day asked on, or as if it had never been. */
export type Gone = "ended" | "never";

/** The scene without these listings and records, by their ids; what may be shown today is settled without them too. */
export function withoutThings(scene: Scene, ids: ReadonlySet<string>, gone: Gone): Scene {
  if (ids.size === 0) return scene;
  const register = registerWithout(scene.register, ids, gone, scene.on);
  if (scene.newest === undefined) return { ...scene, register };
  const newest = scene.newest.register === scene.register ? register : registerWithout(scene.newest.register, ids, gone, scene.on);
  return { ...scene, register, newest: { ...scene.newest, register: newest } };
}

function registerWithout(register: Register, ids: ReadonlySet<string>, gone: Gone, on: PlainDate): Register {
  const listings = [...register.listings].flatMap(([id, listing]) => (ids.has(id) ? endedListing(register, listing, gone, on).map((ended) => [id, ended] as const) : [[id, listing] as const]));
  const records = [...register.records].flatMap(([id, record]) => (ids.has(id) ? endedRecord(record, gone, on).map((ended) => [id, ended] as const) : [[id, record] as const]));
  return { ...register, listings: new Map(listings), records: new Map(records) };
}

/** A listing kept here is removed on the day; a reported one is missing from an edition of that day. */
function endedListing({ head }: Register, listing: ListingOnFile, gone: Gone, on: PlainDate): readonly ListingOnFile[] {
  if (gone === "never") return [];
  if (listing.holds === "kept") return [{ ...listing, removal: { matter: null, listing: listing.id, file: listing.file, act: "release", removedOn: on, retroactive: false, reasons: "", position: head } }];
  const sightings = listing.sightings.filter(({ editionDay }) => editionDay < on);
  const last = sightings.at(-1);
  // Seen in no edition before the day, it has nothing to end.
  return last === undefined ? [] : [{ ...listing, sightings, missing: [...listing.missing, { edition: last.edition, editionDay: on, position: head }] }];
}

function endedRecord(record: RecordOnFile, gone: Gone, on: PlainDate): readonly RecordOnFile[] {
  return gone === "never" ? [] : [{ ...record, repair: { matter: supposedMatter(), record: record.id, file: record.file, repairedOn: on, reasons: "", position: record.position } }];
}

/** The procedure of whatever is only supposed. */
export function supposedMatter(): MatterId {
  const matter = parseMatterId("supposed");
  assert(matter.ok, "the supposed matter has an id");
  return matter.value;
}
