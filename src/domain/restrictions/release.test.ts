import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { present } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import { organisationOf } from "../register/index.ts";
import type { Derived } from "./derive.ts";
import { listHits } from "./triggers.ts";
import { DAYS, day, decisions, things, type Thing } from "./history-fixtures.ts";
import { A, aboutListing, aboutRecord, ACTS, answer, ask, branch, corrected, edition, kept, PARENT, record, removed, repaired, reported, sceneOf, stayed, storedByOffice } from "./release-fixtures.ts";

type Release = "end" | "never" | "stay" | "withdrawn";

/** What releases a thing on a day, and from when it is gone for whoever knows of it: from that day on, or for every day. */
function releaseOf({ id, holds, of }: Thing, release: Exclude<Release, "withdrawn">, on: string): readonly EventDraft[] {
  if (release === "stay") return [stayed(holds === "record" ? aboutRecord(id) : aboutListing(id), on)];
  if (holds === "record") return [release === "never" ? corrected(id, true) : repaired(id, on)];
  return [holds === "kept" ? removed(id, on, release === "never") : edition(on, of)];
}

/** Events of one thing in their order, those of different things in any. */
function interleaved(of: readonly (readonly EventDraft[])[], seed: number): readonly EventDraft[] {
  const waiting = of.map((events) => [...events]);
  const out: EventDraft[] = [];
  for (let turn = seed; waiting.some((events) => events.length > 0); turn = (Math.imul(turn, 1103515245) + 12345) & 0x7fffffff) {
    const open = waiting.filter((events) => events.length > 0);
    out.push(...(open[(turn >> 8) % open.length]?.splice(0, 1) ?? []));
  }
  return out;
}

/** Lists in whatever order they come. */
function levelled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(levelled).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, levelled(each)])) : value;
}

function burdensOf({ effects }: Derived): ReadonlySet<string> {
  return new Set(effects.map(({ measure, because }) => `${measure} ${"withheld" in because ? "" : because.trigger.kind === "record" ? because.trigger.record : because.trigger.kind === "status" ? "" : because.trigger.listing}`));
}

const history = fc.record({ things, decisions, index: fc.nat(), on: day });

describe("release, over random histories", () => {
  it("R33 no answer or way out names what was released, from the release on; annulled, for no day", () => {
    fc.assert(fc.property(history, fc.constantFrom("end" as const, "never" as const), ({ things, decisions, index, on }, release) => {
      const thing = things[index % things.length];
      if (thing === undefined) return;
      const events = [...things.flatMap((each) => each.events), ...decisions, ...releaseOf(thing, release, on)];
      const retroactive = release === "never" && thing.holds !== "reported";
      // An edition drops it for as long as no later one carries it: there is none but those of the history, which hold other days.
      for (const act of ACTS) for (const asked of DAYS) {
        if (!retroactive && asked < on) continue;
        if (thing.holds === "reported" && carriedAgain(thing, asked, on)) continue;
        expect(JSON.stringify(ask(events, act, asked))).not.toContain(thing.id);
      }
    }), { numRuns: 100 });
  });

  it("R33 the public is told of it for no day, at whatever position it asks", () => {
    fc.assert(fc.property(history, fc.constantFrom("end" as const, "never" as const), ({ things, decisions, index, on }, release) => {
      const thing = things[index % things.length];
      if (thing === undefined) return;
      const all = storedByOffice([...branch, ...things.flatMap((each) => each.events), ...decisions, ...releaseOf(thing, release, on)]);
      const publicOn = DAYS.at(-1) ?? on;
      if (thing.holds === "reported" && carriedAgain(thing, publicOn, on)) return;
      const today = sceneOf(all, publicOn);
      const standing = [A, PARENT].flatMap((each) => listHits(today, present(organisationOf(today.register, each), "the organisation"))).map(({ ref }) => ("listing" in ref ? ref.listing : ""));
      for (const known of [all.length - 1, all.length]) for (const act of ACTS) for (const asked of DAYS) {
        const told = answer(sceneOf(all, asked, { publicOn, known }), act);
        expect(JSON.stringify(told)).not.toContain(thing.id);
        // What the law itself makes is told of only while it stands today, of whichever organisation it comes.
        for (const { because } of [...told.effects, ...told.possible]) if (!("withheld" in because) && because.trigger.kind === "entailed") expect(standing).toContain(because.trigger.listing);
      }
    }), { numRuns: 80 });
  });

  it("R33 while it is masked the public is told of it for no day", () => {
    fc.assert(fc.property(history, ({ things, decisions, index, on }) => {
      const thing = things[index % things.length];
      if (thing === undefined) return;
      const about = thing.holds === "record" ? aboutRecord(thing.id) : aboutListing(thing.id);
      const events = [...things.flatMap((each) => each.events), ...decisions, stayed(about, on, true)];
      const without = events.filter((event) => event !== thing.events[0]);
      const publicOn = DAYS.at(-1) ?? on;
      for (const act of ACTS) for (const asked of DAYS) {
        const told = ask(events, act, asked, { publicOn });
        expect(JSON.stringify(told)).not.toContain(thing.id);
        // A grade stands between, and what was asked before the mask is told as if the thing had never been there.
        if (thing.of !== "rating") expect(levelled(told)).toEqual(levelled(ask(without, act, asked, { publicOn })));
      }
    }), { numRuns: 80 });
  });

  it("R33 what is masked gives away neither a listing of the law beside it nor the day on which that ends", () => {
    const fines = (...days: readonly string[]): readonly EventDraft[] => days.map((on, index) => record(`fine${index}`, on));
    const eyedToo = [reported("eyed1", "2023-03-01", "eyed"), stayed(aboutListing("eyed1"), "2023-03-01", true)];
    const fineToo = [record("fine9", "2023-09-01"), stayed(aboutRecord("fine9"), "2023-03-01", true)];
    const histories = [
      [[...fines("2025-04-01", "2024-01-15"), stayed(aboutRecord("fine0"), "2023-03-01", false)], eyedToo],
      [[...fines("2024-01-15", "2024-06-01"), stayed(aboutRecord("fine1"), "2025-04-01", false)], fineToo],
    ] as const;
    for (const [events, masked] of histories) for (const act of ACTS) for (const asked of DAYS) {
      const publicOn = present(DAYS.at(-1), "a last day");
      expect(levelled(ask([...events, ...masked], act, asked, { publicOn }))).toEqual(levelled(ask(events, act, asked, { publicOn })));
    }
  });

  it("R33 removing, repairing, annulling, staying or withdrawing anything never adds a burden", () => {
    fc.assert(fc.property(history, fc.constantFrom<Release>("end", "never", "stay", "withdrawn"), ({ things, decisions, index, on }, release) => {
      const thing = things[index % things.length];
      // Of two grades the one before stands where the later never was.
      if (thing === undefined || (thing.of === "rating" && (release === "never" || release === "withdrawn"))) return;
      const before = [...things.flatMap((each) => each.events), ...decisions];
      const after = release === "withdrawn" ? before.filter((event) => event !== thing.events[0]) : [...before, ...releaseOf(thing, release, on)];
      for (const act of ACTS) for (const asked of DAYS) {
        const [then, now] = [ask(before, act, asked), ask(after, act, asked)];
        for (const burden of burdensOf(now)) expect(burdensOf(then)).toContain(burden);
        if (now.verdict === "bound") expect(then.verdict).toBe("bound");
      }
    }), { numRuns: 100 });
  });

  it("R33 while it is stayed nothing binds because of it, and the answer says so where it would have", () => {
    fc.assert(fc.property(history, ({ things, decisions, index, on }) => {
      const thing = things[index % things.length];
      if (thing === undefined) return;
      const before = [...things.flatMap((each) => each.events), ...decisions];
      const after = [...before, ...releaseOf(thing, "stay", on)];
      for (const act of ACTS) for (const asked of DAYS) {
        if (asked < on) continue;
        const [then, now] = [ask(before, act, asked), ask(after, act, asked)];
        expect(JSON.stringify([now.effects, now.possible, now.favours, now.officeHolders, now.exits].map((each) => each.map(triggerOf)))).not.toContain(`"${thing.id}"`);
        if (then.verdict === "bound" && now.verdict === "clear") expect(now.stayed?.length).toBeGreaterThan(0);
      }
    }), { numRuns: 80 });
  });

  it("R33 the order in which things not about each other came in changes nothing", () => {
    fc.assert(fc.property(history, fc.nat(), ({ things, index, on }, seed) => {
      const lines = things.map((thing, at) => (at === index % things.length ? [...thing.events, ...releaseOf(thing, "end", on)] : thing.events));
      const [inOrder, mixed] = [lines.flat(), interleaved(lines, seed)];
      for (const act of ACTS) for (const asked of DAYS) expect(levelled(ask(mixed, act, asked))).toEqual(levelled(ask(inOrder, act, asked)));
    }), { numRuns: 80 });
  });

  it("R33 as known before its annulment the keeper is still told, at the position of it no longer", () => {
    const events = [kept("l1", "2024-01-01", "silent"), removed("l1", "2024-06-01", true)];
    const before = branch.length + 1;
    expect([before, before + 1].map((known) => ask(events, "sail", "2024-03-01", { known }).verdict)).toEqual(["bound", "clear"]);
    expect([before, before + 1].map((known) => ask(events, "sail", "2024-03-01", { known, publicOn: "2024-07-01" }).verdict)).toEqual(["clear", "clear"]);
  });
});

/** What sets an effect off, without the causes of what the law itself makes: one of them may be stayed where others hold it up. */
function triggerOf(effect: object): unknown {
  if (!("because" in effect)) return [];
  const because = effect.because as { readonly trigger?: { readonly kind: string } };
  return because.trigger?.kind === "entailed" ? [] : because.trigger;
}

/** Whether an edition of the same day or later says the listing again: then it was not released for good. */
function carriedAgain({ events }: Thing, asked: string, released: string): boolean {
  return events.some((event) => event.type === "ListingReported" && event.body.editionDay >= released && event.body.editionDay <= asked);
}
