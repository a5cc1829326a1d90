// Tell ends: what has ended or rested for some organisations is told, once each, to everybody who has to take it over. Called by the verbs that
// end something, and by passDay for what ends by itself or was missed.
import { type FileNumber, type PlainDate } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { bodyOfRelease, consumersOf, releasesOfListing, releasesOfRecord, takeOverBy, type Release } from "../domain/publication/index.ts";
import { keyOf, type Register } from "../domain/register/index.ts";
import { readClosure } from "./read.ts";
import { today, workdaysOf, type Registry } from "./registry.ts";

/** Tells what events of today or earlier ended on these files; what was told before is not told again. */
export async function tellEnds(registry: Registry, files: readonly FileNumber[]): Promise<readonly Told[]> {
  const register = await readClosure(registry, files.map(keyOf.file));
  const ends = releasesIn(register, (release) => today(registry, bodyOfRelease(release))).filter(({ what }) => what !== "termEnded");
  return tellReleases(registry, ends);
}

/** Every end on a register by the day its body of law counts. */
export function releasesIn(register: Register, dayFor: (release: Pick<Release, "of">) => PlainDate): readonly Release[] {
  return [
    ...[...register.listings.values()].flatMap((listing) => releasesOfListing(listing, dayFor({ of: listing.list }))),
    ...[...register.records.values()].flatMap((record) => releasesOfRecord(record, dayFor({ of: record.type }))),
  ];
}

export async function tellReleases(registry: Registry, releases: readonly Release[]): Promise<readonly Told[]> {
  const known = await registry.ledger.head();
  const calendar = workdaysOf(registry);
  const entries = releases.map((release): Omit<Told, "sequence"> => {
    const { key, what, file, day, about, of, wrongFrom } = release;
    const due = takeOverBy(registry.rulebook, of, day, calendar);
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
