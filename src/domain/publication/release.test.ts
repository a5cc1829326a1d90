import { describe, expect, it } from "vitest";
import { makeFileNumber, parseBatchId, parseDigest, parseEditionId, parseLawId, parseListingId, parseMatterId, parsePosition, parseRecordId, plainDate, present, type LawId, type PlainDate, type Result } from "../terms/index.ts";
import type { Criterion, Entry, EntryOf, List, Measure, Procedure, Statute, Step } from "../rules/index.ts";
import type { KeptListingOnFile, RecordOnFile, ReportedListing, Stay } from "../register/index.ts";
import { workingCalendar } from "../cases/index.ts";
import { consumersOf, releasesOfListing, releasesOfRecord, takeOverBy } from "./release.ts";

function made<T>(result: Result<T, string>): T {
  return present(result.ok ? result.value : undefined, "a well-formed id");
}
const day = plainDate;
const lawId = (text: string): LawId => made(parseLawId(text));
const file = makeFileNumber(1);
const position = made(parsePosition("4"));
const removedAt = made(parsePosition("9"));
const matter = made(parseMatterId("matter-1"));
const listing = made(parseListingId("listing-1"));
const black = lawId("t:black");
const penalty = lawId("t:penalty");
const stay: Stay = { matter: made(parseMatterId("stay-1")), from: day("2026-03-01"), mask: false, reasons: "x", office: null };
const kept: KeptListingOnFile = {
  holds: "kept", id: listing, file, list: black, position, office: null, stays: [],
  decided: { matter, file, list: black, authority: lawId("t:market"), outcome: "listed", listing, reasons: "heavy", basis: [], decidedOn: day("2026-01-10"), effectiveFrom: day("2026-01-12"), end: { kind: "fixed", until: day("2029-01-12") }, exits: [], conditions: [], criteria: [], regions: [] },
};
const removal = { matter, listing, file, act: "repair", removedOn: day("2027-02-01"), retroactive: false, reasons: "done", position: removedAt } as const;
const record: RecordOnFile = { id: made(parseRecordId("record-1")), file, type: penalty, fields: {}, decidedOn: day("2026-01-05"), annulled: false, office: null, stays: [], position };
const told = (releases: readonly { readonly key: string; readonly day: PlainDate }[]): readonly string[] => releases.map((release) => `${release.key} ${release.day}`);

describe("releases of a listing", () => {
  it("R14 a term is a release from its first free day, and none before", () => {
    expect(told(releasesOfListing(kept, day("2029-01-11")))).toEqual([]);
    expect(told(releasesOfListing(kept, day("2029-01-12")))).toEqual(["termEnded:listing-1:2029-01-12 2029-01-12"]);
    expect(told(releasesOfListing(kept, day("2031-01-01")))).toEqual(["termEnded:listing-1:2029-01-12 2029-01-12"]);
  });

  it("R14 a removal is a release from its day; the term that would have come ends nothing any more", () => {
    const removed = { ...kept, removal };
    expect(told(releasesOfListing(removed, day("2027-01-31")))).toEqual([]);
    expect(told(releasesOfListing(removed, day("2027-02-01")))).toEqual(["removed:listing-1:2027-02-01 2027-02-01"]);
    expect(told(releasesOfListing(removed, day("2030-01-01")))).toEqual(["removed:listing-1:2027-02-01 2027-02-01"]);
    expect(releasesOfListing(removed, day("2027-02-01"))[0]?.position).toBe(removedAt);
  });

  it("R14, R15 an annulment is a release that says since when answers were wrong", () => {
    const [release, ...more] = releasesOfListing({ ...kept, removal: { ...removal, act: "annulment", retroactive: true } }, day("2026-02-01"));
    expect([release?.key, release?.what, release?.wrongFrom, more]).toEqual(["annulled:listing-1", "annulled", "2026-01-12", []]);
  });

  it("R14 the begin and the end of a stay are releases of their own", () => {
    expect(told(releasesOfListing({ ...kept, stays: [stay] }, day("2026-02-28")))).toEqual([]);
    expect(told(releasesOfListing({ ...kept, stays: [stay] }, day("2026-03-01")))).toEqual(["stayed:stay-1 2026-03-01"]);
    const over = { ...kept, stays: [{ ...stay, until: day("2026-04-01") }] };
    expect(told(releasesOfListing(over, day("2026-03-31")))).toEqual(["stayed:stay-1 2026-03-01"]);
    expect(told(releasesOfListing(over, day("2026-04-01")))).toEqual(["stayed:stay-1 2026-03-01", "stayEnded:stay-1 2026-04-01"]);
  });

  it("R14 an edition that no longer carries it releases it from its day; so does the term it states", () => {
    const edition = made(parseEditionId("edition-1"));
    const reported: ReportedListing = {
      holds: "reported", id: listing, file, list: black, rowKey: "1", stays: [], missing: [],
      sightings: [{ edition, editionDay: day("2026-01-01"), position, effectiveFrom: day("2025-06-01"), end: { kind: "fixed", until: day("2026-06-01") }, fields: {}, contentDigest: made(parseDigest(`sha256:${"0".repeat(64)}`)), source: { batch: made(parseBatchId("batch-1")), template: black, row: 2 } }],
    };
    expect(told(releasesOfListing(reported, day("2026-06-01")))).toEqual(["termEnded:listing-1:2026-06-01 2026-06-01"]);
    const gone = { ...reported, missing: [{ edition, editionDay: day("2026-03-01"), position: removedAt }] };
    expect(told(releasesOfListing(gone, day("2026-02-28")))).toEqual([]);
    expect(told(releasesOfListing(gone, day("2026-03-01")))).toEqual(["removed:listing-1:2026-03-01 2026-03-01"]);
  });
});

describe("releases of a record", () => {
  it("R14, R15 a repair from its day, an annulment at once with the day since which answers were wrong", () => {
    const repaired = { ...record, repair: { matter, record: record.id, file, repairedOn: day("2026-08-01"), reasons: "done", position: removedAt } };
    expect([told(releasesOfRecord(record, day("2030-01-01"))), told(releasesOfRecord(repaired, day("2026-07-31"))), told(releasesOfRecord(repaired, day("2026-08-01")))]).toEqual([[], [], ["repaired:record-1 2026-08-01"]]);
    const [annulled, ...more] = releasesOfRecord({ ...repaired, annulled: true }, day("2026-08-01"));
    expect([annulled?.key, annulled?.wrongFrom, more]).toEqual(["annulled:record-1", "2026-01-05", []]);
    expect(told(releasesOfRecord({ ...record, stays: [stay] }, day("2026-03-01")))).toEqual(["stayed:stay-1 2026-03-01"]);
  });
});

function head(id: string): { readonly id: LawId; readonly names: { readonly en: string }; readonly basis: readonly []; readonly confidence: "high"; readonly at: string } {
  return { id: lawId(id), names: { en: id }, basis: [], confidence: "high", at: "test" };
}
function list(id: string, more: Partial<List> = {}): List {
  return {
    ...head(id), kind: "list", colour: "black", owner: lawId("t:market"), holds: "kept", regions: [], sectors: [], published: true, fields: [], criteria: [], criteriaAnchor: "decision", end: [], endAnchor: "decision", exits: [],
    succession: "follows", subjects: ["organisations"], forbiddenBy: [], ...more,
  };
}
function measure(id: string, authority: string, trigger: Measure["trigger"]): Measure {
  return { ...head(id), kind: "measure", trigger, authority: lawId(authority), exceptOwner: false, acts: [], effects: ["deny"], amount: [], force: [], reaches: ["organisation"], lasts: { kind: "trigger" }, within: "everywhere", conditions: [], anchor: "decision", permittedAs: [] };
}
const listed: Criterion = { kind: "listed", id: "on-black", names: { en: "x" }, lists: [black], count: 1, basis: [] };
function step(id: string, kind: Step["kind"], more: Partial<Step> = {}): Step {
  return { id, kind, names: { en: id }, by: "office", after: [], optional: false, states: [], officers: 1, superiorConsent: false, legalReview: false, outcomes: [], automatic: false, basis: [], ...more };
}
function taking(id: string, days: number, more: Partial<Procedure> = {}): Procedure {
  return {
    ...head(id), kind: "procedure", purpose: "release", anchor: "application", covers: [], regions: [], ...more,
    steps: [{ value: [step("release", "removal", { automatic: true }), step("taken", "acknowledgement", { after: ["release"], within: { count: days, unit: "workingDays", from: "release" } })], basis: [] }],
  };
}
function isOf<K extends Entry["kind"]>(entry: Entry, kind: K): entry is EntryOf<K> {
  return entry.kind === kind;
}
function bookOf(...entries: readonly Entry[]): Statute {
  const all: Statute["all"] = (kind) => entries.flatMap((entry) => (isOf(entry, kind) ? [entry] : []));
  return { day: day("2026-03-02"), hash: made(parseDigest(`sha256:${"0".repeat(64)}`)), all, get: () => undefined, find: () => undefined, measuresOn: () => [] };
}

describe("who takes a release over", () => {
  it("R16 the authorities of the measures it sets off, by itself, by what it entails and by what it costs", () => {
    const statute = bookOf(
      list("t:black"), list("t:entailed", { entailed: listed }), list("t:red", { colour: "red", lostWhen: { kind: "any", of: [listed] } }), list("t:other"), list("t:chained", { entailed: { ...listed, lists: [lawId("t:entailed")] } }),
      measure("t:m1", "t:finance", { kind: "list", lists: [black] }), measure("t:m2", "t:customs", { kind: "list", lists: [lawId("t:entailed")] }), measure("t:m3", "t:bank", { kind: "list", lists: [lawId("t:red")] }),
      measure("t:m4", "t:stranger", { kind: "list", lists: [lawId("t:other")] }), measure("t:m5", "t:courts", { kind: "list", lists: [lawId("t:chained")] }), measure("t:m6", "t:finance", { kind: "record", type: penalty }),
      measure("t:m7", "t:land", { kind: "commitment", type: lawId("t:promise") }),
    );
    expect(consumersOf(statute, black)).toEqual(["t:bank", "t:courts", "t:customs", "t:finance"]);
    expect([consumersOf(statute, penalty), consumersOf(statute, lawId("t:promise")), consumersOf(statute, lawId("t:none"))]).toEqual([["t:finance"], ["t:land"], []]);
    expect(consumersOf(bookOf(list("t:black"), list("t:warned", { entailed: { ...listed, lists: [], colour: "black" } }), measure("t:m", "t:bank", { kind: "list", lists: [lawId("t:warned")] })), black)).toEqual(["t:bank"]);
  });

  it("R17 has the law's time, the shortest of several in force for its list; without one none", () => {
    const calendar = workingCalendar([]);
    const on = day("2026-03-06");
    expect(takeOverBy(bookOf(taking("t:a", 3)), black, on, calendar)).toMatchObject({ procedure: "t:a", lastDay: "2026-03-11", until: "2026-03-12", provisional: true });
    expect(takeOverBy(bookOf(taking("t:a", 3), taking("t:b", 1)), black, on, calendar)?.procedure).toBe("t:b");
    expect(takeOverBy(bookOf(taking("t:a", 3, { covers: [penalty] })), black, on, calendar)).toBeUndefined();
    expect(takeOverBy(bookOf(taking("t:a", 3, { covers: [black] })), black, on, calendar)?.procedure).toBe("t:a");
    expect([taking("t:a", 3, { until: on }), taking("t:a", 3, { draft: true }), taking("t:a", 3, { purpose: "removal" })].map((each) => takeOverBy(bookOf(each), black, on, calendar))).toEqual([undefined, undefined, undefined]);
  });
});
