import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import { askingOf, everyCheck, wide } from "./bound-fixtures.ts";
import { exitPlan, type ExitPlan } from "./exit-plan.ts";
import type { Scene } from "./facts.ts";
import { causeOf } from "./freeing.ts";
import { DAYS, decisions, things } from "./history-fixtures.ts";
import { branch, kept, PARENT, sceneOf, stayed, storedByOffice, aboutListing, A } from "./release-fixtures.ts";
import { withoutThings } from "./suppose.ts";
import { thingsAround } from "./things.ts";

const ON = "2024-05-01";

function at(events: readonly EventDraft[], on = ON, publicOn?: string): Scene {
  return sceneOf(storedByOffice([...branch, ...events]), on, { law: wide, ...(publicOn === undefined ? {} : { publicOn }) });
}

function planOf(scene: Scene): ExitPlan {
  return exitPlan(askingOf(scene));
}

const ids = ({ steps }: ExitPlan): readonly string[] => steps.map(({ id }) => id);

/** What binds in any act with some things gone. */
function burdens(scene: Scene, gone: readonly string[]): readonly string[] {
  return [...new Set(everyCheck(withoutThings(scene, new Set(gone), "ended")).flatMap(({ derived }) => derived.effects.map(causeOf)))].sort();
}

describe("exit plan", () => {
  it("R51 names what has to go over all acts at once, each thing with what its going frees", () => {
    const found = planOf(at([kept("l1", "2024-01-01", "serious"), kept("l2", "2024-02-01", "local")], "2026-02-01"));
    expect([ids(found).toSorted(), found.stays, found.withheld]).toEqual([["l1", "l2"], [], false]);
    expect(found.steps.flatMap(({ frees }) => frees).length).toBeGreaterThan(1);
    expect(planOf(at([]))).toMatchObject({ binds: [], steps: [], freeOn: null, stays: [] });
  });

  it("R51 leaves alone what binds nothing and need not go", () => {
    expect(ids(planOf(at([kept("h1", "2024-01-01", "honoured"), kept("l2", "2024-02-01", "local")])))).toEqual(["l2"]);
  });

  it("R51 the day is the last of the days on which its steps open; a step without a way out leaves none", () => {
    const found = planOf(at([kept("l1", "2024-01-01", "serious")], "2026-02-01"));
    expect([found.freeOn, found.steps.map(({ way, opensOn }) => [way?.acts, opensOn])]).toEqual(["2026-02-01", [[["repair"], "2026-02-01"]]]);
    const stuck = planOf(at([kept("l1", "2024-01-01", "silent", A, { kind: "permanent", basis: [] } as never)]));
    expect(stuck).toMatchObject({ freeOn: null, steps: [{ id: "l1", way: null, opensOn: null, deadEnd: "permanent" }] });
  });

  it("R51 what no listing or record makes is said to stay, and the rest is planned all the same", () => {
    const gone: EventDraft = { type: "OrganisationDescribed", body: { file: A, status: "deregistered" } };
    expect(planOf(at([gone, kept("l1", "2024-01-01", "serious")]))).toMatchObject({ freeOn: null, stays: [{ kind: "status", measure: "t:dissolved" }], steps: [{ id: "l1" }] });
  });

  it("R51 what begins to bind on the way is said with the step, and a parent's listing is a step by its own file", () => {
    const found = planOf(at([kept("l1", "2024-01-01", "serious"), kept("l2", "2024-02-01", "silent", A, { kind: "fixed", until: plainDate("2024-06-01") })]));
    expect(found.steps.map(({ id, begins, frees }) => [id, begins.map(({ measure }) => measure), frees.map(({ measure }) => measure)])).toEqual([
      ["l2", ["t:dearer-mooring", "t:no-sailing"], ["t:milder-mooring", "t:silent-checks"]], ["l1", [], ["t:pact-fish", "t:dearer-mooring", "t:no-sailing"]],
    ]);
    expect(planOf(at([kept("p1", "2024-01-01", "silent", PARENT)])).steps).toMatchObject([{ id: "p1", file: PARENT }]);
  });

  it("R51 whoever may not see what bears on it is given no plan, and what is stayed needs no step", () => {
    const withheld: Scene = { ...at([kept("l1", "2024-01-01", "serious")]), sight: () => "withheld" };
    expect(planOf(withheld)).toMatchObject({ steps: [], freeOn: null });
    expect([...new Set(planOf(withheld).stays.map(({ kind }) => kind))]).toEqual(["withheld"]);
    const apart: Scene = { ...at([kept("l1", "2024-01-01", "serious"), kept("l2", "2024-02-01", "silent")]), sight: ({ id }) => (id === "t:silent" ? "hidden" : "shown") };
    expect(ids(planOf(apart))).toEqual(["l1"]);
    expect(ids(planOf(at([kept("l1", "2024-01-01", "serious"), stayed(aboutListing("l1"), "2024-02-01")])))).toEqual([]);
  });

  it("R51 over random histories the steps leave nothing that anything shown could end, no part of them does, and what they free adds up", () => {
    fc.assert(fc.property(fc.record({ things, decisions, on: fc.constantFrom(...DAYS), publicly: fc.boolean() }), ({ things: made, decisions: said, on, publicly }) => {
      const scene = at([...made.flatMap((each) => each.events), ...said], on, publicly ? DAYS.at(-1) : undefined);
      const found = planOf(scene);
      if (found.withheld || found.binds.length === 0) return;
      const all = thingsAround(scene, askingOf(scene).organisation).filter(({ shown }) => shown).map(({ id }) => id);
      const lasting = new Set(burdens(scene, all));
      const left = (gone: readonly string[]): number => burdens(scene, gone).filter((cause) => !lasting.has(cause)).length;
      expect(found.stays.length > 0).toBe(lasting.size > 0);
      expect([ids(found), left(ids(found))]).toEqual([ids(found), 0]);
      for (const id of ids(found)) expect([id, left(ids(found).filter((other) => other !== id)) > 0]).toEqual([id, true]);
      const [freed, begun] = [new Set(found.steps.flatMap(({ frees }) => frees.map(({ measure }) => measure))), new Set(found.steps.flatMap(({ begins }) => begins.map(({ measure }) => measure)))];
      for (const { measure } of found.binds) expect([measure, freed.has(measure) || found.stays.some((still) => "measure" in still && still.measure === measure)]).toEqual([measure, true]);
      for (const measure of begun) expect([measure, freed.has(measure) || found.stays.some((still) => "measure" in still && still.measure === measure)]).toEqual([measure, true]);
    }), { numRuns: 60 });
  });

  it("R51 on the promised day, every step having been taken on the day it opens, nothing it names binds by itself any more", () => {
    fc.assert(fc.property(fc.record({ things, on: fc.constantFrom(...DAYS) }), ({ things: made, on }) => {
      const events = made.flatMap((each) => each.events);
      const found = planOf(at(events, on));
      const { freeOn } = found;
      if (freeOn === null || found.steps.length === 0) return;
      const scene = at(events, freeOn);
      // What ends by itself has ended without anybody's doing.
      const done = found.steps.filter(({ way }) => way?.acts.some((act) => act !== "term") === true).map(({ id }) => id);
      const begunMeanwhile = new Set(burdens(at(events, freeOn), [...thingsAround(scene, askingOf(scene).organisation).map(({ id }) => id)]));
      const planned = new Set(found.steps.map(({ id }) => id));
      const left = everyCheck(withoutThings(scene, new Set(done), "ended")).flatMap(({ derived }) => derived.effects).filter((effect) => !begunMeanwhile.has(causeOf(effect)) && effect.from <= on && !("withheld" in effect.because) && effect.because.trigger.kind !== "entailed");
      expect(left.flatMap(({ because }) => ("withheld" in because || because.trigger.kind !== "list" ? [] : planned.has(because.trigger.listing) ? [because.trigger.listing] : []))).toEqual([]);
    }), { numRuns: 60 });
  });
});
