// What has to go, over a memory ledger and the model's law: the act behind a listing's record falls, and everybody it concerns is shown what has
// to go and by when; once the day has passed it is told, once; and nothing is left when it has gone.
import { beforeAll, describe, expect, it } from "vitest";
import { CASE_LIST, CaseWorld, lawId, matterId } from "../../test/support/case-world.ts";
import { loadLaw } from "../../test/support/law.ts";
import { present, type ListingId, type RecordId } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { deadlinesOf } from "./deadlines.ts";
import { deadlinesCalendar, type DeadlineWords } from "./deadlines-calendar.ts";
import { organisationDesk } from "./organisation-desk.ts";
import { passDay } from "./pass-day.ts";
import { standingOf } from "./standing.ts";
import { whatHasToGo } from "./what-has-to-go.ts";
import { worklistOf } from "./worklist.ts";

const MATTER = matterId("matter.1");
const FELL = lawId("model:wangyu-act-fell");
const WORDS: DeadlineWords = { language: "en", title: (names) => names, by: { office: "office", organisation: "organisation" }, case: "case", procedure: "procedure", duty: String, toGo: (day) => `fell on ${day}` };

let law: Rulebook;
beforeAll(async () => {
  law = await loadLaw("law");
});

interface Fallen {
  readonly own: CaseWorld;
  readonly record: RecordId;
  readonly listing: ListingId;
}

/** A listing decided on 12 March, the act behind its record revoked on Monday the 16th. */
async function fallen(): Promise<Fallen> {
  const own = await CaseWorld.make({ law, reported: true });
  const listing = present(await own.decided(MATTER), "a listing");
  const [reported] = await own.registry.ledger.read({ types: ["RecordReported"] });
  const record = present(reported?.type === "RecordReported" ? reported.body?.record : undefined, "a record");
  own.clock.day = "2026-03-16";
  await own.asks({ type: "OpenCase", file: own.file, about: { kind: "record", record }, purpose: "removal", procedure: FELL, statement: "处罚决定已被撤销" });
  return { own, record, listing };
}

describe("what has to go", () => {
  it("is shown to the office that ends it and to the organisation, as soon as the act has fallen", async () => {
    const { own: { registry, office, file, offices }, record, listing } = await fallen();
    const [only, ...more] = await whatHasToGo(registry, { kind: "all" });
    expect(more).toEqual([]);
    expect(only).toMatchObject({ thing: { kind: "listing", listing, list: CASE_LIST, matter: MATTER }, fallen: { record, fellOn: "2026-03-16" }, office: office.file, organisation: { file }, procedure: FELL, due: { lastDay: "2026-03-19", passed: false } });
    const worklist = await worklistOf(registry, office.file);
    const desk = await organisationDesk(registry, file);
    const due = await Promise.all([office.file, file].map((party) => deadlinesOf(registry, party)));
    expect([worklist, desk, ...due].map((each) => (each.ok ? each.value.toGo : each.error))).toEqual([[only], [only], [only], [only]]);
    const another = present(offices.find((each) => each.file !== office.file), "another office");
    expect([await whatHasToGo(registry, { kind: "office", office: another.file }), await whatHasToGo(registry, { kind: "organisation", file: another.file })]).toEqual([[], []]);
  });

  it("stands in the standing of the organisation, and with its reason only for the keeper", async () => {
    const { own: { registry, file }, record, listing } = await fallen();
    const seenBy = async (asker: { readonly kind: "keeper" | "public" }, on: string) => {
      const standing = await standingOf(registry, asker, { organisation: file, on });
      return standing.ok ? [standing.value.toGo.map((each) => each.fallen.record), standing.value.listings.flatMap((each) => (each.listing === listing ? [each.toGo] : []))] : standing.error;
    };
    expect(await seenBy({ kind: "keeper" }, "2026-03-16")).toEqual([[record], [{ lastDay: "2026-03-19", provisional: false, passed: false }]]);
    expect(await seenBy({ kind: "keeper" }, "2026-03-15")).toEqual([[], [null]]);
    expect(await seenBy({ kind: "public" }, "2026-03-16")).toEqual([[], [{ lastDay: "2026-03-19", provisional: false, passed: false }]]);
  });

  it("is a deadline of both calendars", async () => {
    const { own: { registry, office, file }, record, listing } = await fallen();
    for (const party of [office.file, file]) {
      const due = await deadlinesOf(registry, party);
      const text = due.ok ? deadlinesCalendar(registry, due.value, WORDS).replaceAll("\r\n ", "") : due.error.message;
      expect(text).toContain(`UID:toGo:${record}:${listing}`);
      expect(text).toContain("fell on 2026-03-16");
    }
  });

  it("is told once where it has not gone in time, and is no more once it has", async () => {
    const { own, record, listing } = await fallen();
    const { registry, clock, office } = own;
    const key = `deadlinePassed:${FELL}:${record}:${listing}`;
    const toldOn = async (day: string) => {
      clock.day = day;
      return (await passDay(registry)).told.filter((each) => each.key === key);
    };
    expect(await toldOn("2026-03-19")).toEqual([]);
    expect(await toldOn("2026-03-20")).toMatchObject([{ what: "deadlinePassed", day: "2026-03-20", detail: { procedure: FELL, by: "office", lastDay: "2026-03-19", office: office.file, fallen: record, listing } }]);
    expect(await toldOn("2026-03-21")).toEqual([]);
    expect((await whatHasToGo(registry, { kind: "all" })).map(({ due }) => due?.passed)).toEqual([true]);
    await own.takes({ type: "RemoveListing", matter: MATTER, act: "annulment", reasons: "处罚已被撤销" });
    expect(await whatHasToGo(registry, { kind: "all" })).toEqual([]);
  });
});
