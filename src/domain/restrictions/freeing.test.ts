import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { present, type LawId } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import { harbour } from "../rules/test-meeting-law.ts";
import { organisationOf } from "../register/index.ts";
import { askingOf, wide } from "./bound-fixtures.ts";
import { derive, type Derived } from "./derive.ts";
import type { Scene } from "./facts.ts";
import { freeing, type Freeing } from "./freeing.ts";
import { DAYS, decisions, things } from "./history-fixtures.ts";
import { A, aboutListing, branch, kept, measuresOf, PARENT, record, reported, sceneOf, stayed, storedByOffice } from "./release-fixtures.ts";
import { withoutThings, type Gone } from "./suppose.ts";
import { thingsAround } from "./things.ts";

const ON = "2024-05-01";
const ACTS = ["sail", "moor", "fish"];

function at(events: readonly EventDraft[], on = ON, publicOn?: string): Scene {
  return sceneOf(storedByOffice([...branch, ...events]), on, { law: wide, ...(publicOn === undefined ? {} : { publicOn }) });
}

function frees(scene: Scene, act: string, gone: Gone = "ended"): Freeing {
  return freeing({ ...askingOf(scene), act: present(scene.statute.get("act", harbour(act)), act), where: {}, gone });
}

function members({ sets }: Freeing): readonly (readonly string[])[] {
  return sets.map((set) => set.members.map(({ id }) => id).sort());
}

/** The check as it is with some things gone. */
function askedWithout(scene: Scene, act: LawId, ids: readonly string[], gone: Gone): Derived {
  const without = withoutThings(scene, new Set(ids), gone);
  return derive({ ...askingOf(without), organisation: present(organisationOf(without.register, A), "the organisation"), act: present(without.statute.get("act", act), act), where: {} });
}

function subsetsOf(ids: readonly string[]): readonly (readonly string[])[] {
  return ids.reduce<readonly (readonly string[])[]>((parts, id) => [...parts, ...parts.map((part) => [...part, id])], [[]]);
}

describe("freeing", () => {
  it("R38 gives the listing whose end frees, with what ends it; an act that is clear needs none", () => {
    const scene = at([kept("l1", "2024-01-01", "serious"), kept("l2", "2024-01-01", "local")]);
    const found = frees(scene, "sail");
    expect(found).toMatchObject({ verdict: "bound", whole: true, still: [], sets: [{ members: [{ kind: "listing", id: "l1", of: "t:serious", file: A, deadEnd: "noExit" }], brings: [], regained: [] }] });
    expect(frees(at([]), "sail")).toEqual({ verdict: "clear", sets: [], whole: true, still: [] });
    const inForce = at([kept("l1", "2024-01-01", "serious")], "2026-02-01");
    expect(frees(inForce, "sail").sets[0]?.members[0]).toMatchObject({ id: "l1", exits: [{ acts: ["repair"] }, { acts: ["term"] }] });
    expect(frees(inForce, "sail").sets[0]?.members[0]).not.toHaveProperty("deadEnd");
  });

  it("R38 follows a listing of the law's own to what keeps it up, any of which is enough", () => {
    const scene = at([record("r1", "2024-01-01"), record("r2", "2024-02-01"), kept("e1", "2024-01-01", "eyed")]);
    expect(members(frees(scene, "sail"))).toEqual([["e1", "r1"], ["e1", "r2"]]);
    expect(members(frees(at([record("r1", "2024-01-01"), record("r2", "2024-02-01"), record("r3", "2024-03-01")]), "sail"))).toEqual([["r1", "r2"], ["r1", "r3"], ["r2", "r3"]]);
  });

  it("R38 says what begins to bind where one listing alone is gone, and what comes back with all of them gone", () => {
    const scene = at([kept("l1", "2024-01-01", "serious"), kept("l2", "2024-02-01", "silent"), kept("h1", "2024-01-01", "honoured")]);
    const found = frees(scene, "moor");
    expect(members(found)).toEqual([["l1", "l2"]]);
    expect(found.sets[0]?.brings.map(({ without, effects }) => [without, measuresOf(effects)])).toEqual([["l2", ["dearer-mooring"]]]);
    expect(measuresOf(found.sets[0]?.regained ?? [])).toEqual(["honoured-first", "spotless-free"]);
  });

  it("R38 a parent's listing that reaches its branch is among the sets, by its own file", () => {
    expect(frees(at([kept("p1", "2024-01-01", "silent", PARENT)]), "sail").sets).toMatchObject([{ members: [{ id: "p1", file: PARENT }] }]);
  });

  it("R38 ended is not as if it had never been: a grade another followed comes back only in the second case", () => {
    const scene = at([record("g1", "2024-01-01", "rating", { grade: "fair" }), record("g2", "2024-02-01", "rating", { grade: "poor" })]);
    expect([members(frees(scene, "sail")), members(frees(scene, "sail", "never"))]).toEqual([[["g2"]], [["g1", "g2"]]]);
  });

  it("R38 a permanent listing frees when gone, and is said to have no way out", () => {
    const scene = at([kept("l1", "2024-01-01", "silent", A, { kind: "permanent", basis: [] } as never)]);
    expect(frees(scene, "sail").sets).toMatchObject([{ members: [{ id: "l1", exits: [], deadEnd: "permanent" }], exits: [] }]);
  });

  it("R38 where nothing frees it says why: a status, a fact nobody knows, something that may not be told", () => {
    const gone: EventDraft = { type: "OrganisationDescribed", body: { file: A, status: "deregistered" } };
    expect(frees(at([gone, kept("l1", "2024-01-01", "serious")]), "fish")).toMatchObject({ verdict: "bound", sets: [], still: [{ kind: "status", measure: "t:dissolved", status: "deregistered" }] });
    const withheld: Scene = { ...at([kept("l1", "2024-01-01", "serious")]), sight: () => "withheld" };
    expect(frees(withheld, "sail")).toEqual({ verdict: "bound", sets: [], whole: false, still: [{ kind: "withheld" }] });
    const unseen: Scene = { ...at([record("r1", "2024-01-01"), record("r2", "2024-02-01"), record("r3", "2024-03-01")]), sightOfRecord: (_type, { id }) => (id === "r3" ? "hidden" : "shown") };
    expect(frees(unseen, "sail")).toMatchObject({ verdict: "bound", sets: [], still: [{ kind: "withheld" }] });
    const apart: Scene = { ...at([kept("l1", "2024-01-01", "serious"), record("r3", "2024-03-01")]), sightOfRecord: () => "hidden" };
    expect(members(frees(apart, "sail"))).toEqual([["l1"]]);
  });

  it("R38 of many things finds eight sets at most, none of which holds one that frees", () => {
    const many = at(Array.from({ length: 24 }, (_each, index) => (index % 2 === 0 ? kept(`l${index}`, "2024-01-01", "serious") : reported(`l${index}`, "2024-01-01", "local"))));
    const found = frees(many, "sail");
    expect([found.whole, found.sets.map((set) => set.members.length)]).toEqual([false, [12]]);
    const fines = at(Array.from({ length: 12 }, (_each, index) => record(`r${index}`, `2024-01-${10 + index}`)));
    const sets = members(frees(fines, "sail"));
    expect([sets.length <= 8, new Set(sets.map((set) => set.length))]).toEqual([true, new Set([11])]);
  });

  it("R38 over random histories a set gone makes the verdict clear and no part of it does; of few things none is missed", () => {
    fc.assert(fc.property(fc.record({ things, decisions, on: fc.constantFrom(...DAYS), publicly: fc.boolean(), gone: fc.constantFrom<Gone>("ended", "never"), act: fc.constantFrom(...ACTS) }), ({ things: made, decisions: said, on, publicly, gone, act }) => {
      const scene = at([...made.flatMap((each) => each.events), ...said], on, publicly ? DAYS.at(-1) : undefined);
      const found = frees(scene, act, gone);
      const clear = (ids: readonly string[]): boolean => askedWithout(scene, harbour(act), ids, gone).verdict === "clear";
      for (const set of members(found)) for (const part of subsetsOf(set)) expect([part, clear(part)]).toEqual([part, part.length === set.length]);
      if (!found.whole || found.verdict === "clear") return;
      const all = thingsAround(scene, askingOf(scene).organisation).filter(({ shown }) => shown).map(({ id }) => id);
      const smallest = subsetsOf(all).filter((ids) => clear(ids) && subsetsOf(ids).every((part) => part.length === ids.length || !clear(part)));
      expect(members(found).map((set) => set.join(" ")).sort()).toEqual(smallest.map((set) => [...set].sort().join(" ")).sort());
      if (smallest.length === 0) expect(found.still.length).toBeGreaterThan(0);
    }), { numRuns: 60 });
  });

  it("R38 what is stayed binds nothing and need not go", () => {
    expect(frees(at([kept("l1", "2024-01-01", "serious"), stayed(aboutListing("l1"), "2024-02-01")]), "sail").verdict).toBe("clear");
  });
});
