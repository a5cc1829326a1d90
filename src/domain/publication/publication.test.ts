import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate, type End, type PlainDate } from "../terms/index.ts";
import type { Disclosure } from "../rules/index.ts";
import { mayShow, publicationOn, shownValues, type PublishedThing, type Stop, type Viewer } from "./publication.ts";
import { publishedListing, publishedRecord, reportedListing } from "./published-thing.ts";

const day = plainDate;
const from = day("2026-04-01");
const until = day("2029-03-16");
const fixed: End = { kind: "fixed", until };
const listing: PublishedThing = publishedListing({ published: true }, { publishedFrom: from, end: fixed });
const nobody: Viewer = { kind: "public" };
const keeper: Viewer = { kind: "keeper" };

function kindOn(thing: PublishedThing, today: PlainDate): string {
  return publicationOn(thing, today).kind;
}

describe("publication", () => {
  it("R1 what the law does not make public is never published", () => {
    for (const disclosure of ["restricted", "sharing", "working"] as const) {
      const record = publishedRecord({ disclosure, publicationMonths: [] }, { publishedFrom: from });
      expect(publicationOn(record, day("2026-06-01"))).toEqual({ kind: "pending", because: "neverPublished" });
    }
    const scrutiny = publishedListing({ published: false }, { publishedFrom: from, end: fixed });
    expect(mayShow(nobody, scrutiny, day("2026-06-01"))).toBe(false);
    const reported = reportedListing({ published: false }, { end: fixed, firstEdition: from, newestEdition: from, carried: true });
    expect(mayShow(nobody, reported, day("2026-06-01"))).toBe(false);
  });

  it("R2 before its first day, or without one, a thing is pending", () => {
    expect(publicationOn(listing, day("2026-03-31"))).toEqual({ kind: "pending", because: "notYet", from });
    expect(publicationOn(publishedListing({ published: true }, { end: fixed }), day("2026-06-01"))).toEqual({ kind: "pending", because: "noDaySet" });
  });

  it("R3 from its first day to the day before its End a listing is published", () => {
    expect(publicationOn(listing, from)).toEqual({ kind: "published", from, until });
    expect(kindOn(listing, day("2029-03-15"))).toBe("published");
    expect(publicationOn({ ...listing, end: { kind: "untilDone", what: "the debt is paid" } }, day("2040-01-01"))).toEqual({ kind: "published", from });
  });

  it("R4 a term that ends, ends publication", () => {
    expect(publicationOn(listing, until)).toEqual({ kind: "ended", because: "term", on: until });
    const record = publishedRecord({ disclosure: "public", publicationMonths: [{ until: day("2026-04-01"), value: 36, basis: [] }, { from: day("2026-04-01"), value: 12, basis: [] }] }, { publishedFrom: from });
    expect(kindOn(record, day("2027-03-31"))).toBe("published");
    expect(publicationOn(record, day("2027-04-01"))).toEqual({ kind: "ended", because: "publicationTerm", on: "2027-04-01" });
    const older = publishedRecord({ disclosure: "public", publicationMonths: [{ until: day("2026-04-01"), value: 36, basis: [] }] }, { publishedFrom: day("2026-03-31") });
    expect(kindOn(older, day("2029-03-30"))).toBe("published");
    expect(kindOn(older, day("2029-03-31"))).toBe("ended");
  });

  it("R5 repair, removal and correction end publication from their day", () => {
    for (const by of ["repair", "removal", "correction"] as const) {
      const stopped = { ...listing, stop: { by, on: day("2027-05-01") } };
      expect(publicationOn(stopped, day("2027-04-30"))).toEqual({ kind: "published", from, until: "2027-05-01" });
      expect(publicationOn(stopped, day("2027-05-01"))).toEqual({ kind: "ended", because: by, on: "2027-05-01" });
    }
  });

  it("R5 annulment and withdrawal end publication at once", () => {
    for (const by of ["annulment", "withdrawal"] as const) expect(kindOn({ ...listing, stop: { by, on: day("2027-05-01") } }, day("2026-06-01"))).toBe("ended");
  });

  it("R6 a reported listing is public while the newest edition carries it and its End has not passed", () => {
    const facts = { end: fixed, effectiveFrom: day("2025-01-01"), firstEdition: from, newestEdition: day("2026-10-01"), carried: true };
    const carried = reportedListing({ published: true }, facts);
    expect(publicationOn(carried, day("2026-11-01"))).toEqual({ kind: "published", from: "2025-01-01", until });
    expect(publicationOn(reportedListing({ published: true }, { ...facts, carried: false }), day("2026-11-01"))).toEqual({ kind: "ended", because: "edition", on: "2026-10-01" });
    expect(kindOn(carried, until)).toBe("ended");
    expect(kindOn(reportedListing({ published: true }, { ...facts, end: { kind: "notStated" } }), day("2090-01-01"))).toBe("published");
    const announced = reportedListing({ published: true }, { ...facts, effectiveFrom: day("2030-01-01"), end: { kind: "notStated" } });
    expect(publicationOn(announced, day("2026-11-01"))).toEqual({ kind: "published", from });
  });

  it("R7 a mask hides for a time and ends nothing", () => {
    const masked = { ...listing, masks: [{ from: day("2026-06-01"), until: day("2026-09-01") }] };
    expect(kindOn(masked, day("2026-05-31"))).toBe("published");
    expect(publicationOn(masked, day("2026-06-01"))).toEqual({ kind: "masked", from, until });
    expect(mayShow(nobody, masked, day("2026-06-01"))).toBe(false);
    expect(kindOn(masked, day("2026-09-01"))).toBe("published");
    expect(kindOn({ ...listing, masks: [{ from: day("2026-06-01") }] }, until)).toBe("ended");
  });

  it("R8 the keeper sees everything, the public what is published and of it the published fields", () => {
    const fields = [{ name: "grounds", published: true }, { name: "informant", published: false }];
    const values = { grounds: "fraud", informant: "desk 4", unknown: "never declared" };
    expect(mayShow(keeper, listing, day("2035-01-01"))).toBe(true);
    expect(shownValues(keeper, listing, fields, values, day("2035-01-01"))).toEqual(values);
    expect(shownValues(nobody, listing, fields, values, day("2027-01-01"))).toEqual({ grounds: "fraud" });
    expect(shownValues(nobody, listing, fields, values, day("2035-01-01"))).toEqual({});
  });

  it("R9 for any day asked, whoever may see only what is published sees what is published today", () => {
    const today = day("2030-01-01");
    expect(mayShow(nobody, listing, today)).toBe(false);
    // Nothing but today can be handed in: an answer about a day on which the listing was public asks the same question.
    expect(mayShow.length).toBe(3);
    const stands = publishedListing({ published: true }, { publishedFrom: from, end: { kind: "permanent", basis: "grave harm" } });
    expect(mayShow(nobody, stands, today)).toBe(true);
  });

  const anyDay = fc.integer({ min: 0, max: 2000 }).map((offset) => addDays(day("2025-01-01"), offset));
  const anyEnd: fc.Arbitrary<End> = fc.oneof(anyDay.map((last) => ({ kind: "fixed" as const, until: last })), fc.constant({ kind: "notStated" as const }));
  const anyStop: fc.Arbitrary<Stop> = fc.record({ by: fc.constantFrom("repair" as const, "removal" as const, "correction" as const, "annulment" as const, "withdrawal" as const), on: anyDay });
  const anyThing: fc.Arbitrary<PublishedThing> = fc.record(
    { disclosure: fc.constantFrom<Disclosure>("public", "public", "public", "working"), publishedFrom: anyDay, publishedUntil: anyDay, end: anyEnd, edition: fc.record({ carried: fc.boolean(), asOf: anyDay }), masks: fc.array(fc.record({ from: anyDay, until: anyDay }), { maxLength: 2 }) },
    { requiredKeys: ["disclosure"] },
  );

  it("R10 a stop, a mask, an earlier End or a missing edition never makes a thing visible", () => {
    fc.assert(fc.property(anyThing, anyStop, anyDay, anyDay, (thing, stop, last, today) => {
      const seen = mayShow(nobody, thing, today);
      const less: readonly PublishedThing[] = [
        { ...thing, stop }, { ...thing, masks: [...(thing.masks ?? []), { from: last }] }, { ...thing, edition: { carried: false, asOf: last } },
        ...(thing.publishedUntil === undefined || last <= thing.publishedUntil ? [{ ...thing, publishedUntil: last }] : []),
      ];
      for (const each of less) expect(!mayShow(nobody, each, today) || seen).toBe(true);
    }), { numRuns: 500 });
  });

  it("R3 what is published today began by today and is not past any of its last days", () => {
    fc.assert(fc.property(anyThing, anyDay, (thing, today) => {
      const state = publicationOn(thing, today);
      if (state.kind !== "published") return;
      expect(state.from <= today).toBe(true);
      expect(state.until === undefined || today < state.until).toBe(true);
    }), { numRuns: 500 });
  });
});
