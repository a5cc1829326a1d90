import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, parseMatterId, plainDate, present, type End, type ListingId, type PlainDate, type Position } from "../terms/index.ts";
import { listingOnDay } from "./listing.ts";
import type { KeptListingOnFile, ListingOnFile } from "./on-file.ts";
import { A, edition, LIST, sighting, stored } from "./register-fixtures.ts";
import { replay } from "./replay.ts";
import { spellsOf } from "./spells.ts";

const START = plainDate("2025-01-01");
const SPAN = 60;
const day = fc.integer({ min: 5, max: SPAN - 5 }).map((number) => addDays(START, number));
const end: fc.Arbitrary<End> = fc.oneof(fc.constant<End>({ kind: "notStated" }), day.map((until): End => ({ kind: "fixed", until })));

/** A listing of ours with any days in any order, as a history that went wrong may have them. */
const kept: fc.Arbitrary<ListingOnFile> = fc.record({ decidedOn: day, effectiveFrom: fc.option(day, { nil: undefined }), end: fc.option(end, { nil: undefined }), removedOn: fc.option(day, { nil: undefined }), retroactive: fc.boolean() }).map(({ decidedOn, effectiveFrom, end: until, removedOn, retroactive }): KeptListingOnFile => {
  const parsed = parseMatterId("matter-1");
  const matter = present(parsed.ok ? parsed.value : undefined, "a matter");
  const position = 1 as Position;
  return {
    holds: "kept", id: "l1" as ListingId, file: A, list: LIST, office: null, stays: [], position,
    decided: { matter, file: A, list: LIST, authority: LIST, outcome: "listed", reasons: "", basis: [], decidedOn, exits: [], conditions: [], criteria: [], regions: [], ...(effectiveFrom === undefined ? {} : { effectiveFrom }), ...(until === undefined ? {} : { end: until }) },
    ...(removedOn === undefined ? {} : { removal: { matter, listing: "l1" as ListingId, file: A, act: "release", removedOn, retroactive, reasons: "", position } }),
  };
});

/** A listing as editions carry it, drop it and carry it again, with other days each time. */
const reported: fc.Arbitrary<readonly ListingOnFile[]> = fc.uniqueArray(fc.record({ day, carried: fc.boolean(), from: fc.option(day, { nil: undefined }), end }), { selector: (each) => each.day, minLength: 1, maxLength: 6 }).map((editions) => {
  const events = editions.flatMap(({ day: asOf, carried, from, end: until }) => [edition(asOf), ...(carried ? [sighting({ day: asOf, end: until, content: `${from} ${JSON.stringify(until)}`, ...(from === undefined ? {} : { from }) })] : [])]);
  return [...replay(stored(events)).listings.values()];
});

function standsBy(listing: ListingOnFile, on: PlainDate): boolean {
  return spellsOf(listing).some(({ from, until }) => from <= on && (until === undefined || on < until));
}

it("R22 on every day the spells of a listing say what is asked of that day", () => {
  fc.assert(fc.property(fc.oneof(kept.map((listing) => [listing]), reported), (listings) => {
    for (const listing of listings) for (let number = 0; number < SPAN; number += 1) {
      const on = addDays(START, number);
      expect([on, standsBy(listing, on)]).toEqual([on, listingOnDay(listing, on).state === "stands"]);
    }
  }), { numRuns: 500 });
});

it("R22 a spell says what ended it", () => {
  const events = [edition("2025-01-01"), sighting({ day: "2025-01-01" }), edition("2025-02-01"), edition("2025-03-01"), sighting({ day: "2025-03-01", end: { kind: "fixed", until: plainDate("2025-04-01") }, content: "2" })];
  expect([...replay(stored(events)).listings.values()].flatMap(spellsOf)).toEqual([{ from: "2025-01-01", until: "2025-02-01", by: "gone" }, { from: "2025-03-01", until: "2025-04-01", by: "ended" }]);
});
