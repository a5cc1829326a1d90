import { describe, expect, it } from "vitest";
import { makeFileNumber, parseBatchId, parseDigest, parseEditionId, parseLawId, parseListingId, parseMatterId, parsePosition, plainDate, present, type PlainDate, type Position, type Result } from "../terms/index.ts";
import type { KeptListingOnFile, ReportedListing, Sighting } from "../register/index.ts";
import { beginningsOf } from "./beginnings.ts";

function made<T>(result: Result<T, string>): T {
  return present(result.ok ? result.value : undefined, "a well-formed id");
}
const day = plainDate;
const at = (position: number): Position => made(parsePosition(String(position)));
const listing = made(parseListingId("listing-1"));
const black = made(parseLawId("t:black"));
const file = makeFileNumber(1);
const matter = made(parseMatterId("matter-1"));
const kept: KeptListingOnFile = {
  holds: "kept", id: listing, file, list: black, position: at(4), office: null, stays: [],
  decided: { matter, file, list: black, authority: black, outcome: "listed", listing, reasons: "heavy", basis: [], decidedOn: day("2026-01-10"), effectiveFrom: day("2026-01-12"), publishedFrom: day("2026-01-20"), end: { kind: "fixed", until: day("2029-01-12") }, exits: [], conditions: [], criteria: [], regions: [] },
};
const removal = { matter, listing, file, act: "repair", removedOn: day("2026-01-15"), retroactive: false, reasons: "done", position: at(9) } as const;

function sighting(editionDay: string, position: number, more: Partial<Sighting> = {}): Sighting {
  return { edition: made(parseEditionId(`e.${editionDay}`)), editionDay: day(editionDay), position: at(position), effectiveFrom: day("2025-06-01"), end: { kind: "notStated" }, fields: {}, contentDigest: made(parseDigest(`sha256:${"0".repeat(64)}`)), source: { batch: made(parseBatchId("batch-1")), template: black, row: 2 }, ...more };
}
function reported(sightings: readonly Sighting[], missing: ReportedListing["missing"] = []): ReportedListing {
  return { holds: "reported", id: listing, file, list: black, rowKey: "1", stays: [], sightings, missing };
}
function begun(of: KeptListingOnFile | ReportedListing, on: PlainDate): readonly string[] {
  return beginningsOf(of, on).map(({ key, day: from }) => `${key} ${from}`);
}

describe("begins of a listing", () => {
  it("R19 one of ours begins on its effective day, and its publication where that is later", () => {
    expect(begun(kept, day("2026-01-11"))).toEqual([]);
    expect(begun(kept, day("2026-01-12"))).toEqual(["listed:listing-1:4 2026-01-12"]);
    expect(begun(kept, day("2026-02-01"))).toEqual(["listed:listing-1:4 2026-01-12", "published:listing-1:4 2026-01-20"]);
    expect(begun({ ...kept, decided: { ...kept.decided, publishedFrom: day("2026-01-12") } }, day("2026-02-01"))).toEqual(["listed:listing-1:4 2026-01-12"]);
  });

  it("R19 what was removed before its publication is never published, and what was annulled never began", () => {
    expect(begun({ ...kept, removal }, day("2026-02-01"))).toEqual(["listed:listing-1:4 2026-01-12"]);
    expect(begun({ ...kept, removal: { ...removal, act: "annulment", retroactive: true } }, day("2026-02-01"))).toEqual([]);
  });

  it("R19 a reported one begins with the edition that first carried it, or on the later day it states", () => {
    expect(begun(reported([sighting("2026-01-01", 5), sighting("2026-02-01", 8)]), day("2026-03-01"))).toEqual(["listed:listing-1:5 2026-01-01"]);
    const later = reported([sighting("2026-01-01", 5, { effectiveFrom: day("2026-01-15") })]);
    expect([begun(later, day("2026-01-14")), begun(later, day("2026-01-15"))]).toEqual([[], ["listed:listing-1:5 2026-01-15"]]);
  });

  it("R19 it begins again with the edition that carries it again", () => {
    const again = reported([sighting("2026-01-01", 5), sighting("2026-03-01", 11)], [{ edition: made(parseEditionId("e.gap")), editionDay: day("2026-02-01"), position: at(8) }]);
    expect(begun(again, day("2026-04-01"))).toEqual(["listed:listing-1:11 2026-03-01"]);
  });

  it("R19 what was over before it was first reported never began", () => {
    expect(begun(reported([sighting("2026-01-01", 5, { end: { kind: "fixed", until: day("2025-12-01") } })]), day("2026-04-01"))).toEqual([]);
  });
});
