import { describe, expect, it } from "vitest";
import { makeFileNumber, parseBatchId, parseDigest, parseEditionId, parseLawId, parseListingId, parseMatterId, parsePosition, parseRecordId, plainDate, present, type End, type PlainDate, type Result } from "../terms/index.ts";
import type { List, RecordType } from "../rules/index.ts";
import type { KeptListingOnFile, RecordOnFile, ReportedListing, Sighting } from "../register/index.ts";
import type { Viewer } from "./publication.ts";
import { sightOfListing, sightOfRecord } from "./sight.ts";

function made<T>(result: Result<T, string>): T {
  return present(result.ok ? result.value : undefined, "a well-formed id");
}
const day = plainDate;
const file = makeFileNumber(1);
const position = made(parsePosition("1"));
const owner = made(parseLawId("t:market"));
const list: List = {
  kind: "list", id: made(parseLawId("t:serious")), names: { en: "serious" }, basis: [], confidence: "high", at: "test", colour: "black", owner, holds: "kept", regions: [], sectors: [], published: true, fields: [],
  criteria: [], criteriaAnchor: "decision", end: [], endAnchor: "decision", exits: [], succession: "follows", subjects: ["organisations"], forbiddenBy: [],
};
const scrutiny: List = { ...list, colour: "scrutiny", published: false };
const fixed: End = { kind: "fixed", until: day("2029-01-01") };
const kept: KeptListingOnFile = {
  holds: "kept", id: made(parseListingId("listing-1")), file, list: list.id, office: null, stays: [], position,
  decided: {
    matter: made(parseMatterId("matter-1")), file, list: list.id, authority: owner, outcome: "listed", listing: made(parseListingId("listing-1")), reasons: "heavy", basis: [], decidedOn: day("2026-01-01"),
    effectiveFrom: day("2026-01-01"), publishedFrom: day("2026-02-01"), end: fixed, exits: [], conditions: [], criteria: [], regions: [],
  },
};
const removal = { matter: null, listing: kept.id, file, removedOn: day("2027-06-01"), retroactive: false, reasons: "done", position } as const;
const edition = made(parseEditionId("edition-1"));
const digest = made(parseDigest(`sha256:${"0".repeat(64)}`));
function sighting(editionDay: PlainDate): Sighting {
  return { edition, editionDay, position, end: { kind: "notStated" }, fields: {}, contentDigest: digest, source: { batch: made(parseBatchId("batch-1")), template: list.id, row: 2 } };
}
const reported: ReportedListing = { holds: "reported", id: kept.id, file, list: list.id, rowKey: "1", sightings: [sighting(day("2026-01-01"))], missing: [], stays: [] };
const penalty: RecordType = { kind: "record-type", id: made(parseLawId("t:penalty")), names: { en: "penalty" }, basis: [], confidence: "high", at: "test", fields: [], disclosure: "public", publicationMonths: [{ value: 12, basis: [] }], retentionMonths: [], about: "penalty" };
const record: RecordOnFile = { id: made(parseRecordId("record-1")), file, type: penalty.id, fields: {}, decidedOn: day("2026-01-01"), annulled: false, office: null, stays: [], position };
const viewer: Viewer = { kind: "public" };

describe("sight", () => {
  it("R13 a record whose tier of repair is settled is hidden from that tier's last day, or sooner where its type says so", () => {
    const on = (today: PlainDate, publicityEnds: PlainDate): string => sightOfRecord({ viewer, type: penalty, record, today, publicityEnds });
    expect([on(day("2026-03-31"), day("2026-04-01")), on(day("2026-04-01"), day("2026-04-01")), on(day("2026-12-31"), day("2027-06-01")), on(day("2027-01-01"), day("2027-06-01"))]).toEqual(["shown", "hidden", "shown", "hidden"]);
  });

  it("R11 a listing is withheld before its publication, shown while it is published, hidden once that has ended", () => {
    const on = (today: PlainDate): string => sightOfListing({ viewer, list, onFile: kept, today });
    expect([on(day("2026-01-15")), on(day("2026-02-01")), on(day("2028-12-31")), on(day("2029-01-01"))]).toEqual(["withheld", "shown", "shown", "hidden"]);
  });

  it("R11 repair, removal and annulment hide a listing, also for days on which it was public", () => {
    const on = (act: "repair" | "release" | "annulment", retroactive: boolean, today: PlainDate): string => sightOfListing({ viewer, list, onFile: { ...kept, removal: { ...removal, act, retroactive } }, today });
    expect([on("repair", false, day("2027-05-31")), on("repair", false, day("2027-06-01")), on("release", false, day("2027-06-01"))]).toEqual(["shown", "hidden", "hidden"]);
    expect(on("annulment", true, day("2027-05-31"))).toBe("hidden");
  });

  it("R11 what the law never publishes is hidden, so that no answer betrays it", () => {
    expect(sightOfListing({ viewer, list: scrutiny, onFile: kept, today: day("2027-01-01") })).toBe("hidden");
    expect(sightOfListing({ viewer, list: scrutiny, onFile: kept, today: day("2029-01-01") })).toBe("hidden");
    expect(sightOfListing({ viewer, list: scrutiny, onFile: null, today: day("2027-01-01") })).toBe("hidden");
    expect(sightOfListing({ viewer, list, onFile: null, today: day("2027-01-01") })).toBe("shown");
  });

  it("R11 a reported listing is shown while the newest edition carries it", () => {
    const gone = { ...reported, missing: [{ edition, editionDay: day("2026-07-01"), position }] };
    const back = { ...gone, sightings: [...reported.sightings, sighting(day("2026-10-01"))] };
    const on = (onFile: ReportedListing, today: PlainDate): string => sightOfListing({ viewer, list, onFile, today });
    expect([on(reported, day("2040-01-01")), on(gone, day("2026-06-30")), on(gone, day("2026-07-01")), on(back, day("2026-10-01"))]).toEqual(["shown", "shown", "hidden", "shown"]);
  });

  it("R11 a record is shown for as long as the law publishes its type, from the day it was decided", () => {
    const on = (today: PlainDate, more: Partial<RecordOnFile> = {}, type = penalty): string => sightOfRecord({ viewer, type, record: { ...record, ...more }, today });
    expect([on(day("2026-12-31")), on(day("2027-01-01")), on(day("2027-01-01"), { publishedFrom: day("2026-03-01") })]).toEqual(["shown", "hidden", "shown"]);
    expect(on(day("2026-06-01"), { annulled: true })).toBe("hidden");
    expect(on(day("2026-06-01"), {}, { ...penalty, disclosure: "sharing" })).toBe("hidden");
    const { decidedOn: _, ...undated } = record;
    expect(sightOfRecord({ viewer, type: penalty, record: undated, today: day("2026-06-01") })).toBe("withheld");
  });

  it("R11 what is masked is hidden while the mask runs, and shown again after it; a stay without one changes nothing", () => {
    const stay = { matter: made(parseMatterId("matter-2")), office: null, from: day("2026-06-01"), until: day("2026-09-01"), reasons: "a plan is performed" };
    const on = (today: PlainDate, mask: boolean): readonly string[] => [
      sightOfListing({ viewer, list, onFile: { ...kept, stays: [{ ...stay, mask }] }, today }),
      sightOfListing({ viewer, list, onFile: { ...reported, stays: [{ ...stay, mask }] }, today }),
      sightOfRecord({ viewer, type: penalty, record: { ...record, stays: [{ ...stay, mask }] }, today }),
    ];
    const [shown, hidden] = [["shown", "shown", "shown"], ["hidden", "hidden", "hidden"]];
    expect([day("2026-05-31"), day("2026-06-01"), day("2026-08-31"), day("2026-09-01")].map((today) => on(today, true))).toEqual([shown, hidden, hidden, shown]);
    expect(on(day("2026-07-01"), false)).toEqual(shown);
    const { until: _, ...running } = stay;
    expect(sightOfRecord({ viewer, type: penalty, record: { ...record, stays: [{ ...running, mask: true }] }, today: day("2026-12-01") })).toBe("hidden");
    expect(sightOfRecord({ viewer: { kind: "keeper" }, type: penalty, record: { ...record, stays: [{ ...running, mask: true }] }, today: day("2026-12-01") })).toBe("shown");
  });

  it("R12 a repaired record is published no more from the day of its repair, and the keeper still sees it", () => {
    const repair = { matter: made(parseMatterId("matter-2")), record: record.id, file, repairedOn: day("2026-06-01"), reasons: "", position };
    const on = (today: PlainDate, who: Viewer = viewer): string => sightOfRecord({ viewer: who, type: penalty, record: { ...record, repair }, today });
    expect([on(day("2026-05-31")), on(day("2026-06-01")), on(day("2026-12-01")), on(day("2026-12-01"), { kind: "keeper" })]).toEqual(["shown", "hidden", "hidden", "shown"]);
  });

  it("R6 an edition that another of its day replaces carries nothing any more", () => {
    const later = made(parsePosition("9"));
    const replaced = { ...reported, missing: [{ edition, editionDay: day("2026-01-01"), position: later }] };
    expect(sightOfListing({ viewer, list, onFile: replaced, today: day("2026-02-01") })).toBe("hidden");
  });

  it("R8 the keeper is shown everything", () => {
    const keeper: Viewer = { kind: "keeper" };
    expect(sightOfListing({ viewer: keeper, list: scrutiny, onFile: null, today: day("2027-01-01") })).toBe("shown");
    expect(sightOfListing({ viewer: keeper, list, onFile: { ...kept, removal: { ...removal, act: "annulment", retroactive: true } }, today: day("2030-01-01") })).toBe("shown");
    expect(sightOfRecord({ viewer: keeper, type: penalty, record: { ...record, annulled: true }, today: day("2030-01-01") })).toBe("shown");
  });
});
