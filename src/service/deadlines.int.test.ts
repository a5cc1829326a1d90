// Deadlines over the project's own law: one gatherer for offices and organisations, and the calendar that is written of it.
import { beforeAll, expect, it } from "vitest";
import { CaseWorld, matterId } from "../../test/support/case-world.ts";
import { loadLaw } from "../../test/support/law.ts";
import { plainDate, present } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { deadlinesCalendar, toDo, type DeadlineWords } from "./deadlines-calendar.ts";
import { deadlinesOf, type Deadlines } from "./deadlines.ts";
import { organisationDesk } from "./organisation-desk.ts";

let law: Rulebook;
beforeAll(async () => {
  law = await loadLaw("law");
});

const MATTER = matterId("matter.1");
const WORDS: DeadlineWords = { language: "en", title: ({ en }) => ({ en }), by: { office: "by the office", organisation: "by the organisation" }, case: "Case", procedure: "Under", duty: (year) => `Report for ${year}`, toGo: (day) => `Fell on ${day}`, deskAddress: "http://here/desk" };

async function due(own: CaseWorld, of: string): Promise<Deadlines> {
  const found = await deadlinesOf(own.registry, of);
  return present(found.ok ? found.value : undefined, "deadlines");
}

/** A company that owes a report for 2025, with a notice to answer. */
async function owing(): Promise<CaseWorld> {
  const own = await CaseWorld.make({ law, cells: [{ to: "legalForm", value: { kind: "choices", values: ["limited-company"] } }, { to: "establishedOn", value: { kind: "day", day: plainDate("2020-05-01") } }] });
  await own.served(MATTER);
  return own;
}

it("an organisation has the steps of its cases and what it owes every year, by day, and its desk shows the same", async () => {
  const own = await owing();
  const { of, due: all } = await due(own, own.file);
  expect(of).toMatchObject({ kind: "organisation", file: own.file });
  expect(all.map(({ lastDay, by, matter, year, step }) => [lastDay, by, matter ?? year, step ?? null])).toEqual(expect.arrayContaining([["2026-03-09", "organisation", MATTER, "defence"], ["2026-06-30", "organisation", 2025, null]]));
  expect(all.map(({ until }) => until)).toEqual(all.map(({ until }) => until).toSorted());
  const desk = await organisationDesk(own.registry, own.file);
  expect(desk.ok && desk.value.due).toEqual(all);
});

it("an office has those of its cases and no duties; nobody else has any", async () => {
  const own = await owing();
  const { of, due: all } = await due(own, own.office.file);
  expect([of.kind, all.length > 0, all.every(({ matter, year }) => matter === MATTER && year === undefined)]).toEqual(["office", true, true]);
  expect(await deadlinesOf(own.registry, "P99999999")).toMatchObject({ ok: false, error: { code: "organisation-not-found" } });
});

it("the calendar has one event for each that is still to be done", async () => {
  const own = await owing();
  for (const of of [own.file, own.office.file]) {
    const found = await due(own, of);
    const calendar = deadlinesCalendar(own.registry, found, WORDS).replaceAll("\r\n ", "");
    expect(calendar.match(/^BEGIN:VEVENT/gm)?.length).toBe(toDo(found.due).length);
    for (const { id } of toDo(found.due)) expect(calendar).toContain(`UID:${id}`);
  }
  const own2 = await due(own, own.file);
  const done = { ...own2, due: own2.due.map((each) => ({ ...each, fulfilledOn: each.lastDay })) };
  expect(deadlinesCalendar(own.registry, done, WORDS)).not.toContain("VEVENT");
});
