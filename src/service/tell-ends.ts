// Tell ends: what has begun, ended or rested for some organisations is told, once each, to everybody who acts on it. Called by the verbs that
// begin or end something, and by passDay for what does so by itself or was missed.
import { type FileNumber, type PlainDate } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { beginningsOf, bodyOfRelease, consumersOf, releasesOfListing, releasesOfRecord, takeOverBy, type Beginning, type Release } from "../domain/publication/index.ts";
import { keyOf, type Register } from "../domain/register/index.ts";
import { readClosure } from "./read.ts";
import { today, workdaysOf, type Registry } from "./registry.ts";

/** Tells what events of today or earlier began and ended on these files; what was told before is not told again. */
export async function tellEnds(registry: Registry, files: readonly FileNumber[]): Promise<readonly Told[]> {
  const register = await readClosure(registry, files.map(keyOf.file));
  const dayFor = (release: Pick<Release, "of">): PlainDate => today(registry, bodyOfRelease(release));
  const ends = releasesIn(register, dayFor).filter(({ what }) => what !== "termEnded");
  const begins = [...register.listings.values()].flatMap((listing) => (listing.holds === "kept" ? beginningsOf(listing, dayFor({ of: listing.list })) : []));
  return tellChanges(registry, [...begins, ...ends]);
}

/** Every end on a register by the day its body of law counts. */
export function releasesIn(register: Register, dayFor: (release: Pick<Release, "of">) => PlainDate): readonly Release[] {
  return [
    ...[...register.listings.values()].flatMap((listing) => releasesOfListing(listing, dayFor({ of: listing.list }))),
    ...[...register.records.values()].flatMap((record) => releasesOfRecord(record, dayFor({ of: record.type }))),
  ];
}

/** Tells begins and ends to the authorities that act because of them; of an end with the day by which it is taken over. */
export async function tellChanges(registry: Registry, changes: readonly (Beginning | Release)[]): Promise<readonly Told[]> {
  const known = await registry.ledger.head();
  const calendar = workdaysOf(registry);
  const entries = changes.map((change): Omit<Told, "sequence"> => {
    const { key, what, file, day, about, of } = change;
    const wrongFrom = change.what === "annulled" ? change.wrongFrom : undefined;
    const due = what === "listed" || what === "published" ? undefined : takeOverBy(registry.rulebook, of, day, calendar);
    return {
      key, what, files: [file], day, known, rulebook: registry.rulebook.hash,
      detail: {
        ...(about.kind === "listing" ? { listing: about.listing, list: of } : { record: about.record, recordType: of }),
        consumers: consumersOf(registry.rulebook.on(day), of),
        ...(wrongFrom === undefined ? {} : { wrongFrom }), ...(due === undefined ? {} : { takeOverBy: due.lastDay, procedure: due.procedure, ...(due.provisional ? { provisional: true } : {}) }),
      },
    };
  });
  return registry.ledger.tell(entries.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1)));
}
