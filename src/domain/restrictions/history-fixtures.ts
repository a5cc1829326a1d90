// Random histories of the invented harbour: listings, records and grades on two files, with what is said of them later. Used by tests only.
import fc from "fast-check";
import { plainDate, type End } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import { A, aboutListing, aboutRecord, corrected, decided, edition, kept, LISTS, PARENT, record, removed, repaired, reported, stayed, stayEnded } from "./release-fixtures.ts";

/** Days on which things begin, end and are asked about. */
export const DAYS = ["2023-03-01", "2023-09-01", "2024-01-15", "2024-06-01", "2024-11-01", "2025-04-01", "2025-09-01"];
const END: End = { kind: "fixed", until: plainDate("2025-02-01") };

/** One thing on file, with what is said of it later; ids are words no other text holds. */
export interface Thing {
  readonly id: string;
  readonly holds: "kept" | "reported" | "record";
  readonly of: string;
  readonly events: readonly EventDraft[];
}

export const day = fc.constantFrom(...DAYS);
const file = fc.constantFrom(A, A, PARENT);
const listing = (holds: "kept" | "reported"): fc.Arbitrary<Omit<Thing, "id"> & { readonly begin: (id: string) => EventDraft }> =>
  fc.record({ of: fc.constantFrom(...LISTS), on: day, file, ends: fc.boolean() }).map(({ of, on, file, ends }) => ({ holds, of, events: [], begin: (id) => (holds === "kept" ? kept(id, on, of, file, ends && on < END.until ? END : undefined) : reported(id, on, of, file)) }));
const reportedRecord: fc.Arbitrary<Omit<Thing, "id"> & { readonly begin: (id: string) => EventDraft }> =
  fc.record({ on: day, file, grade: fc.constantFrom("poor", "fair", "none", "none") }).map(({ on, file, grade }) => ({ holds: "record", of: grade === "none" ? "fine" : "rating", events: [], begin: (id) => record(id, on, grade === "none" ? "fine" : "rating", grade === "none" ? {} : { grade }, file) }));
const later = fc.array(fc.record({ what: fc.constantFrom("stay", "masked", "stayEnded", "end", "correct"), on: day }), { maxLength: 3 });

export const things: fc.Arbitrary<readonly Thing[]> = fc.array(fc.tuple(fc.oneof(listing("kept"), listing("reported"), reportedRecord, reportedRecord), later), { minLength: 1, maxLength: 6 }).map((made) => made.map(([{ begin, ...thing }, said], index) => {
  const id = `thing${index}x`;
  const about = thing.holds === "record" ? aboutRecord(id) : aboutListing(id);
  const events = said.flatMap(({ what, on }): EventDraft[] => {
    if (what === "stay" || what === "masked") return [stayed(about, on, what === "masked")];
    if (what === "stayEnded") return [stayEnded(about, on)];
    if (what === "correct") return thing.holds === "record" ? [corrected(id, false)] : [];
    return thing.holds === "record" ? [repaired(id, on)] : thing.holds === "kept" ? [removed(id, on)] : [edition(on, thing.of)];
  });
  return { ...thing, id, events: [begin(id), ...events] };
}));
export const decisions = fc.array(fc.record({ measure: fc.constantFrom("silent-may", "alarmed-checks"), on: day, choice: fc.constantFrom("apply" as const, "decline" as const) }).map(({ measure, on, choice }) => decided(measure, on, choice)), { maxLength: 2 });
