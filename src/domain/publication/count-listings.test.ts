import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, makeFileNumber, parseLawId, parseListingId, parseMatterId, plainDate, present, type PlainDate, type Position, type Result } from "../terms/index.ts";
import { listingOnDay, type KeptListingOnFile } from "../register/index.ts";
import { countedListing, countListings, monthsOf, RELEASE_REASONS, type CountedListing, type Counting } from "./count-listings.ts";

function made<T>(result: Result<T, string>): T {
  return present(result.ok ? result.value : undefined, "a well-formed id");
}
const day = plainDate;
const owner = made(parseLawId("t:market"));
const list = { id: made(parseLawId("t:serious")), owner, published: true, holds: "kept" } as const;
const source = { id: made(parseLawId("t:reported")), holds: "reported", freshForDays: 20 } as const;
const matter = made(parseMatterId("matter-1"));
const position = 1 as Position;
const today = day("2026-06-15");

interface Given {
  readonly number?: number;
  readonly from: string;
  readonly until?: string;
  readonly removed?: string;
  readonly act?: "repair" | "objection" | "annulment";
  readonly retroactive?: boolean;
  readonly published?: string;
  readonly stays?: KeptListingOnFile["stays"];
}

function kept({ number = 1, from, until, removed, act = "repair", retroactive = false, published = from, stays = [] }: Given): KeptListingOnFile {
  const [id, file] = [made(parseListingId(`listing-${number}`)), makeFileNumber(number)];
  return {
    holds: "kept", id, file, list: list.id, office: null, stays, position,
    decided: { matter, file, list: list.id, authority: owner, outcome: "listed", listing: id, reasons: "", basis: [], decidedOn: addDays(day(from), -2), effectiveFrom: day(from), publishedFrom: day(published), exits: [], conditions: [], criteria: [], regions: [], ...(until === undefined ? {} : { end: { kind: "fixed", until: day(until) } }) },
    ...(removed === undefined ? {} : { removal: { matter, listing: id, file, act, removedOn: day(removed), retroactive, reasons: "", position } }),
  };
}

function seen(given: readonly Given[], viewer: "public" | "keeper" = "public"): readonly CountedListing[] {
  return given.flatMap((each) => countedListing({ kind: viewer }, list, kept(each), kept(each), today) ?? []);
}

const span: Counting = { from: day("2026-01-01"), until: day("2026-06-01"), lists: [list], editions: new Map(), place: () => undefined };
const months = (given: readonly Given[]) => countListings(seen(given), span).months.map(({ from, begun, ended, standing }) => [from.slice(0, 7), begun, ended, standing]);

describe("what may be counted", () => {
  const stay = { matter, office: null, from: day("2026-06-01"), reasons: "a plan is performed" };

  it("R20 what is published today or was; nothing that is masked, waits for its publication, is never published or was taken back", () => {
    const standing = { from: "2026-02-01" };
    expect(seen([standing, { from: "2026-02-01", removed: "2026-03-01" }, { from: "2026-02-01", until: "2026-04-01" }, { ...standing, stays: [{ ...stay, mask: false }] }])).toHaveLength(4);
    const hidden: readonly Given[] = [{ ...standing, stays: [{ ...stay, mask: true }] }, { ...standing, published: "2026-07-01" }, { ...standing, published: "2026-03-01", removed: "2026-02-20" }, { ...standing, published: "2026-03-01", removed: "2026-02-20", retroactive: true }];
    expect([seen(hidden), seen(hidden, "keeper")].map(({ length }) => length)).toEqual([0, 4]);
    expect(countedListing({ kind: "public" }, { ...list, published: false }, kept(standing), kept(standing), today)).toBeUndefined();
    expect(countedListing({ kind: "public" }, list, kept(standing), undefined, today)).toBeUndefined();
  });

  it("R20 what was masked and has ended since is counted again as ended", () => {
    expect(seen([{ from: "2026-02-01", removed: "2026-06-10", stays: [{ ...stay, mask: true }] }])).toHaveLength(1);
  });
});

describe("the figures of a span", () => {
  it("R21 a hand-made history: begun, ended and standing by month", () => {
    expect(months([
      { number: 1, from: "2025-06-01" }, { number: 2, from: "2026-02-10", until: "2026-04-10" }, { number: 3, from: "2026-02-28", removed: "2026-03-01" },
      { number: 4, from: "2026-03-05", removed: "2026-05-20", act: "objection", retroactive: true }, { number: 5, from: "2026-05-31" },
    ])).toEqual([["2026-01", 0, 0, 1], ["2026-02", 2, 0, 3], ["2026-03", 0, 1, 2], ["2026-04", 0, 1, 1], ["2026-05", 1, 1, 2]]);
  });

  it("R22 each end has one reason; an annulment is counted on its own day, and its listing neither as begun nor as standing", () => {
    const { ends, begun, standing, decided } = countListings(seen([
      { number: 1, from: "2026-02-01", removed: "2026-03-01", act: "repair" }, { number: 2, from: "2026-02-01", until: "2026-03-01" }, { number: 3, from: "2026-02-01", removed: "2026-05-01", act: "objection", retroactive: true }, { number: 4, from: "2026-02-01", removed: "2026-06-10" },
    ]), span);
    expect(ends.filter(({ count }) => count > 0)).toEqual([{ reason: "term", count: 1 }, { reason: "repair", count: 1 }, { reason: "annulment", count: 1 }]);
    expect([begun, standing, decided]).toEqual([3, 1, 4]);
  });

  it("R23 terms are in the first class they do not exceed, and what is not stated is a class of its own", () => {
    const { terms } = countListings(seen([{ from: "2026-02-01", until: "2027-02-01" }, { from: "2026-02-01", until: "2027-02-02" }, { from: "2026-02-01", until: "2031-02-01" }, { from: "2026-02-01", until: "2036-02-01" }, { from: "2026-02-01" }]), span);
    expect(terms.map(({ count }) => count)).toEqual([1, 1, 1, 1, 0, 0, 0, 1]);
  });

  it("R24 where a source had not delivered, or too long ago, the month says which list nobody can speak for", () => {
    const { months: counted } = countListings([], { ...span, lists: [list, source], editions: new Map([[source.id, [{ asOf: day("2026-02-10") }, { asOf: day("2026-03-12") }]]]) });
    expect(counted.map(({ unknown }) => unknown.length)).toEqual([1, 0, 0, 1, 1]);
  });

  it("R25 joined files are one organisation, and where somebody is not on file is a row of its own", () => {
    const [one, two] = [makeFileNumber(1), makeFileNumber(2)];
    const place = (file: number | string) => (file === two || file === one ? { organisation: one, region: "990101" } : undefined);
    const { regions, sectors } = countListings(seen([{ number: 1, from: "2026-02-01" }, { number: 2, from: "2026-02-01" }, { number: 3, from: "2025-02-01" }]), { ...span, place });
    expect(regions).toEqual([{ key: "990101", begun: 2, standing: 2, organisations: 1 }, { key: null, begun: 0, standing: 1, organisations: 1 }]);
    expect(sectors.map(({ key, standing }) => [key, standing])).toEqual([[null, 3]]);
  });

  const history = fc.array(fc.record({
    from: fc.integer({ min: -40, max: 170 }), until: fc.option(fc.integer({ min: -40, max: 170 }), { nil: undefined }), removed: fc.option(fc.integer({ min: -40, max: 160 }), { nil: undefined }), retroactive: fc.boolean(), act: fc.constantFrom("repair", "objection", "annulment"),
  }), { maxLength: 12 });

  it("R21 they are what a plain count, listing by listing and day by day, comes to", () => {
    const at = (number: number): PlainDate => addDays(span.from, number);
    fc.assert(fc.property(history, (drawn) => {
      const given = drawn.map(({ from, until, removed, retroactive, act }, index): Given => ({ number: index + 1, from: at(from), retroactive, act, ...(until === undefined ? {} : { until: at(until) }), ...(removed === undefined ? {} : { removed: at(removed) }) }));
      const listings = given.map(kept);
      const stands = (listing: KeptListingOnFile, on: PlainDate): boolean => listingOnDay(listing, on).state === "stands";
      const { months: counted, ends, standing } = countListings(seen(given, "keeper"), span);
      const plain = monthsOf(span.from, span.until).map(({ from, until }) => {
        let [begun, ended] = [0, 0];
        for (let on = from; on < until; on = addDays(on, 1)) for (const listing of listings) {
          if (stands(listing, on) && !stands(listing, addDays(on, -1))) begun += 1;
          if (!stands(listing, on) && stands(listing, addDays(on, -1))) ended += 1;
          if (listing.removal?.retroactive === true && listing.removal.removedOn === on) ended += 1;
        }
        return { begun, ended, standing: listings.filter((listing) => stands(listing, addDays(until, -1))).length };
      });
      expect(counted.map(({ begun, ended, standing: there }) => ({ begun, ended, standing: there }))).toEqual(plain);
      expect(ends.reduce((sum, { count }) => sum + count, 0)).toBe(plain.reduce((sum, { ended }) => sum + ended, 0));
      expect(standing).toBe(plain.at(-1)?.standing);
      expect(ends.map(({ reason }) => reason)).toEqual(RELEASE_REASONS);
    }), { numRuns: 200 });
  });
});
