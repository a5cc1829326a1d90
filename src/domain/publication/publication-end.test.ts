import { describe, expect, it } from "vitest";
import { addMonths, parseLawId, plainDate, present, type LawId, type PlainDate } from "../terms/index.ts";
import type { Entry, EntryOf, RecordType, Repair, RepairTier, Rulebook } from "../rules/index.ts";
import { mayEnd, publicationEnded } from "./publication-end.ts";
import type { PublishedThing } from "./publication.ts";

const day = plainDate;
function lawId(text: string): LawId {
  const parsed = parseLawId(text);
  return present(parsed.ok ? parsed.value : undefined, text);
}
const type = lawId("t:penalty");
const thing: PublishedThing = { disclosure: "public", publishedFrom: day("2026-01-10"), publishedUntil: day("2026-04-10") };

describe("the end of a record's publication", () => {
  it("R18 is the first day on which its time is over, and none before", () => {
    expect([publicationEnded(thing, day("2026-04-09")), publicationEnded(thing, day("2026-04-10")), publicationEnded(thing, day("2030-01-01"))]).toEqual([undefined, "2026-04-10", "2026-04-10"]);
  });

  it("R18 is none where it was never published, or something else ended it first", () => {
    const on = day("2026-05-01");
    const { publishedFrom: _from, ...unpublished } = thing;
    const others: readonly PublishedThing[] = [
      unpublished, { ...thing, disclosure: "restricted" }, { ...thing, publishedFrom: day("2026-04-10") }, { ...thing, stop: { by: "repair", on: day("2026-03-01") } }, { ...thing, stop: { by: "annulment", on } }, { ...unpublished, publishedFrom: day("2026-01-10") },
    ];
    expect(others.map((each) => publicationEnded({ ...each }, on))).toEqual([undefined, undefined, undefined, undefined, undefined, "2026-04-10"]);
    expect(publicationEnded({ disclosure: "public", publishedFrom: day("2026-01-10") }, on)).toBeUndefined();
  });
});

function isOf<K extends Entry["kind"]>(entry: Entry, kind: K): entry is EntryOf<K> {
  return entry.kind === kind;
}

describe("whether it can end among some days", () => {
  const head = (id: LawId) => ({ id, names: { en: id }, basis: [], confidence: "high", at: "test" }) as const;
  const recordType: RecordType = { ...head(type), kind: "record-type", fields: [], disclosure: "public", publicationMonths: [{ value: 12, basis: [] }, { value: 3, from: day("2025-01-01"), basis: [] }], retentionMonths: [], about: "penalty" };
  const tier = (id: string, endsByItself: boolean, maximumMonths?: number): RepairTier => ({ id, names: { en: id }, endsByItself, documents: [], basis: [], ...(maximumMonths === undefined ? {} : { maximumMonths }) });
  const rule: Repair = { ...head(lawId("t:repair")), kind: "repair", tiers: [tier("a", true, 6), tier("b", false, 9), tier("c", true)], anchor: "decision", milder: false, covers: [type], conditions: [], excluded: [] };
  const entries: readonly Entry[] = [recordType, rule];
  const law: Pick<Rulebook, "all"> = { all: (kind) => entries.flatMap((entry) => (isOf(entry, kind) ? [entry] : [])) };
  const may = (from: PlainDate, to: PlainDate, of = type): boolean => mayEnd(law, { type: of, countedFrom: day("2026-01-10"), from, to });

  it("R18 it can by every version of its type's months and every tier that ends by itself, on the day itself and on no other", () => {
    for (const months of [3, 6, 12]) {
      const end = addMonths(day("2026-01-10"), months);
      expect([months, may(addMonths(end, -1), end), may(end, addMonths(end, 1))]).toEqual([months, true, false]);
    }
    expect([may(day("2026-09-30"), day("2026-10-30")), may(day("2026-01-01"), day("2030-01-01"), lawId("t:other"))]).toEqual([false, false]);
  });
});
