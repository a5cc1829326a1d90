// The timeline of organisations on an invented list of a bank: between two turns it names nothing is different, at a turn something is,
// it says when the register knew, and it shows nobody more than the standing does.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate, present, type PlainDate } from "../domain/terms/index.ts";
import { handIn, WORLD_BANK, worldBankCsv } from "../../test/support/invented-lists.ts";
import { openHouse, type House } from "../../test/support/run.ts";
import { standingOf } from "./standing.ts";
import { timelineOf, type Timeline } from "./timeline.ts";

const KEEPER = { kind: "keeper" } as const;
const PUBLIC = { kind: "public" } as const;
const NAME = "Quarzil Road Works Ltd";
const LAW = "2025-03-01";

/** Two editions a month apart; the first day of the ineligibility and its last as days from 1 January 2024. */
async function houseWith(from: number, to: number, secondTo: number | null): Promise<House> {
  const house = await openHouse({ day: "2025-03-01" });
  const row = (last: number): Parameters<typeof worldBankCsv>[1][number] => ({ name: NAME, info: "*1", from: dayAt(from), to: dayAt(last) });
  await handIn(house, worldBankCsv("2025-01-07", [row(to), { name: "Borealis Kettle Foundry Ltd", info: "*2", from: "2024-12-10", to: "2025-12-31" }]), WORLD_BANK);
  await handIn(house, worldBankCsv("2025-02-04", [...(secondTo === null ? [] : [row(secondTo)]), { name: "Borealis Kettle Foundry Ltd", info: "*2", from: "2024-12-10", to: "2025-12-31" }]), WORLD_BANK);
  return house;
}

function dayAt(offset: number): PlainDate {
  return addDays(plainDate("2024-01-01"), offset);
}

async function timelineAt(house: House, on: string, known?: number): Promise<Timeline> {
  const timeline = await timelineOf(house.registry, KEEPER, { organisation: NAME, on, law: LAW, ...(known === undefined ? {} : { known: String(known) }) });
  if (!timeline.ok) throw new Error(timeline.error.message);
  return timeline.value;
}

/** What binds it on a day, whatever the day's editions are called. */
async function boundOn(house: House, on: string): Promise<string> {
  const standing = await standingOf(house.registry, KEEPER, { organisation: NAME, on, law: LAW });
  if (!standing.ok) throw new Error(standing.error.message);
  return JSON.stringify([standing.value.acts.map(({ act, verdict, effects }) => [act, verdict, effects.map(({ measure, from, until }) => [measure, from, until])]), standing.value.listings.map(({ listing, state }) => [listing, state])]);
}

describe("the timeline of an organisation", () => {
  it("names as the nearest change the nearest day on which something begins or ends", async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 60, max: 380 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 700 }), async (from, length, asked) => {
      const house = await houseWith(from, from + length, from + length);
      const on = dayAt(asked);
      const { changes } = await timelineAt(house, on);
      const [first, free] = [dayAt(from), dayAt(from + length + 1)];
      expect(changes.on).toEqual({ before: free < on ? free : first < on ? first : null, after: first > on ? first : free > on ? free : null });
      const days = [changes.on.before ?? on, on, ...(changes.on.after === null ? [] : [addDays(changes.on.after, -1)])].filter((day) => day >= "2025-02-04");
      if (days.length > 1 && on >= "2025-02-04") expect(new Set(await Promise.all(days.map((day) => boundOn(house, day)))).size).toBe(1);
      if (changes.on.after !== null && on >= "2025-02-04") expect(await boundOn(house, changes.on.after)).not.toBe(await boundOn(house, addDays(changes.on.after, -1)));
    }), { numRuns: 12 });
  });

  it("draws a listing and the measures it brings from their first day to the first free one", async () => {
    const house = await houseWith(100, 800, 800);
    const { listings, measures } = await timelineAt(house, "2025-03-01");
    expect(listings.map(({ list, from, until, state }) => ({ list, from, until, state }))).toEqual([{ list: "mdb:wbg-debarred", from: dayAt(100), until: dayAt(801), state: "stands" }]);
    expect(measures.length).toBeGreaterThan(0);
    for (const group of measures) expect(group).toMatchObject({ state: "bound", until: dayAt(801) });
    expect(new Set(measures.flatMap((group) => group.measures)).size).toBe(measures.flatMap((group) => group.measures).length);
  });

  it("says when the register knew, once for what two editions say alike, and marks what it learnt later", async () => {
    const same = await timelineAt(await houseWith(100, 800, 800), "2025-03-01");
    expect(same.knew.map(({ what }) => what)).toEqual(["registered", "listing"]);
    const house = await houseWith(100, 800, 900);
    const { knew } = await timelineAt(house, "2025-03-01");
    expect(knew.map(({ what }) => what)).toEqual(["registered", "listing", "listing"]);
    expect(knew.every(({ day }) => day === "2025-03-01")).toBe(true);
    const [first, second] = [present(knew[1], "the first edition's row").position, present(knew[2], "the second edition's row").position];
    const before = await timelineAt(house, "2025-03-01", first);
    expect(before.knew).toEqual(knew);
    expect(before.changes.known.after).toBe(second);
    expect(before.listings[0]?.until).toBe(dayAt(801));
    expect((await timelineAt(house, "2025-03-01", second)).changes.known.before).toBe(first);
  });

  it("shows the public what its standing shows it, and nothing that has gone", async () => {
    const house = await houseWith(100, 800, null);
    const keeper = await timelineAt(house, "2025-03-01");
    expect(keeper.listings.map(({ state, until }) => [state, until])).toEqual([["gone", "2025-02-04"]]);
    const shown = await timelineOf(house.registry, PUBLIC, { organisation: NAME, on: "2025-03-01", law: LAW });
    const standing = await standingOf(house.registry, PUBLIC, { organisation: NAME, on: "2025-03-01", law: LAW });
    if (!shown.ok || !standing.ok) throw new Error("the organisation is on file");
    expect(shown.value.listings.map(({ listing }) => listing)).toEqual(standing.value.listings.map(({ listing }) => listing));
    if (standing.value.listings.length === 0) expect(shown.value.knew.filter(({ what }) => what === "listing")).toEqual([]);
  });

  it("is told on the command line, with its problem where there is no such organisation", async () => {
    const house = await houseWith(100, 800, 800);
    const told = await house.run("timeline", NAME, "--on", "2025-03-01", "--law", LAW);
    expect(told.status).toBe(0);
    expect(told.stdout).toContain(`${dayAt(100)}  begins: mdb:wbg-debarred`);
    expect(told.stdout).toContain(`${dayAt(801)}  free again: mdb:wbg-debarred`);
    expect(told.stdout).toContain(`Facts: change before ${dayAt(100)}, after ${dayAt(801)}`);
    expect((await house.run("timeline", "Nobody Knows Ltd")).status).toBe(1);
  });
});
