import { describe, expect, it } from "vitest";
import { plainDate, type FileNumber } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import { replay } from "../register/index.ts";
import { stored } from "../register/register-fixtures.ts";
import { harbour } from "../rules/test-meeting-law.ts";
import { loadLaw } from "../../../test/support/law.ts";
import { foresee, type Foreseen } from "./foresee.ts";
import { A, branch, kept, law, measuresOf, record, sceneOf, stayed, aboutListing, storedByOffice } from "./release-fixtures.ts";

const ferry = await loadLaw("test/bodies");
const on = plainDate("2024-05-01");

function foreseen(list: string, events: readonly EventDraft[] = [], day = on): Foreseen | undefined {
  return foresee({ rulebook: law, statute: law.on(day), register: replay(storedByOffice([...branch, ...events])), organisation: A, list: harbour(list), on: day });
}

function inFerry(list: string, more: { readonly events?: readonly EventDraft[]; readonly regions?: readonly string[]; readonly day?: string } = {}): Foreseen | undefined {
  const day = plainDate(more.day ?? on);
  const register = replay(stored([{ type: "OrganisationRegistered", body: { file: A, names: [{ text: "Ferry", kind: "main" }], codes: [] } }, ...(more.events ?? [])]));
  return foresee({ rulebook: ferry, statute: ferry.on(day), register, organisation: A, list: `ferry:${list}` as never, on: day, ...(more.regions === undefined ? {} : { regions: more.regions }) });
}

describe("foresee", () => {
  it("R34 says what would bind and what an office could decide, with authority, force, effects, acts and End", () => {
    const found = foreseen("silent");
    expect(found?.binding).toEqual([{
      measure: "t:silent-checks", authority: "t:master", force: "mandatory", effects: ["deny"], reaches: ["organisation", "branches"], acts: ["t:sail"], list: "t:silent", from: "2024-05-01", end: { kind: "notStated" },
      basis: [{ instrument: "t:order", confidence: "high" }],
    }]);
    expect(found?.possible).toMatchObject([{ measure: "t:silent-may", force: "discretionary", effects: ["restrict"], acts: ["t:moor"] }]);
    expect(found).toMatchObject({ list: "t:silent", on, officeHolders: [], open: [] });
  });

  it("R34 adds the lists the law itself would put it on, and what is lost with a redlisting", () => {
    expect(foreseen("eyed")).toMatchObject({ entailed: ["t:alarmed"], binding: [{ measure: "t:alarmed-checks", list: "t:alarmed", acts: ["t:sail"] }, { measure: "t:eyed-checks", list: "t:eyed" }], lostLists: [] });
    const honoured = foreseen("serious", [kept("h1", "2024-01-01", "honoured")]);
    expect([honoured?.lostLists, measuresOf(honoured?.lost ?? []), measuresOf(honoured?.binding ?? []), measuresOf(honoured?.officeHolders ?? [])]).toEqual([["t:honoured", "t:spotless"], ["honoured-first", "spotless-free"], ["dearer-mooring", "no-sailing"], ["captains"]]);
    expect(honoured?.end).toEqual({ kind: "fixed", until: "2027-05-01" });
    expect(measuresOf(foreseen("honoured")?.gained ?? [])).toEqual(["honoured-first"]);
  });

  it("R34 compares with what is on file: what binds already for another reason is not brought, what it makes worse is", () => {
    expect(measuresOf(foreseen("serious", [record("r1", "2024-01-01")])?.binding ?? [])).toEqual(["both", "dearer-mooring", "no-sailing"]);
    expect(foreseen("eyed", [record("r1", "2024-01-01"), record("r2", "2024-02-01")])).toMatchObject({ entailed: [], binding: [{ measure: "t:eyed-checks" }] });
    const fresh = foreseen("silent", [kept("l1", "2024-01-01", "silent"), stayed(aboutListing("l1"), "2024-02-01")]);
    expect(measuresOf(fresh?.binding ?? [])).toEqual(["silent-checks"]);
  });

  it("R34 asks every authority of a memorandum, and names what nobody could say", () => {
    const found = inFerry("north-barred");
    expect(found?.binding.map(({ measure, authority, memorandum, acts }) => [measure, authority, memorandum, acts])).toEqual([["ferry:own-north", "ferry:north", undefined, ["ferry:moor"]]]);
    expect(measuresOf(found?.possible ?? [])).toHaveLength(1);
    expect(found?.open).toEqual([{ measure: "ferry:neighbours-south", authority: "ferry:south", memorandum: "ferry:neighbours", acts: ["ferry:moor"], facts: ["listing.reasons"] }]);
  });

  it("R34 of a listing in some regions says what binds there", () => {
    expect(inFerry("east-watch")).toMatchObject({ binding: [{ measure: "ferry:berth-east", acts: ["ferry:lease-berth"] }], open: [] });
    expect(inFerry("east-watch", { regions: ["120000"] })).toMatchObject({ binding: [{ measure: "ferry:berth-east" }], open: [] });
  });

  it("R34 of a burden gives the earliest way out, and the asker's sight is that of a check", () => {
    const day = plainDate("2026-02-01");
    expect(foreseen("serious", [], day)?.binding.map(({ measure, exit }) => [measure, exit?.acts, exit?.earliest])).toEqual([["t:no-sailing", ["repair"], "2027-02-01"], ["t:dearer-mooring", ["repair"], "2027-02-01"]]);
    expect(foreseen("honoured", [], day)?.gained[0]).not.toHaveProperty("exit");
    const { register, rulebook, statute, sightOfRecord } = sceneOf(storedByOffice([...branch, kept("h1", "2024-01-01", "honoured")]), on);
    const lost = (more: object): readonly unknown[] => {
      const found = foresee({ rulebook, statute, register, organisation: A, list: harbour("serious"), on, ...more });
      return [found?.lostLists, measuresOf(found?.lost ?? []), measuresOf(found?.binding ?? [])];
    };
    const binding = ["dearer-mooring", "no-sailing"];
    expect(lost({})).toEqual([["t:honoured", "t:spotless"], ["honoured-first", "spotless-free"], binding]);
    expect(lost({ seen: { sight: () => "hidden", sightOfRecord } })).toEqual([["t:spotless"], ["spotless-free"], binding]);
  });

  it("R34 the public is told what a listing would bring whatever is published today", () => {
    for (const day of ["2023-05-01", "2024-06-01", "2025-05-01"]) {
      const { register, rulebook, statute, sight, sightOfRecord, newest } = sceneOf(storedByOffice(branch), day, { publicOn: "2024-06-01" });
      const told = foresee({ rulebook, statute, register, organisation: A, list: harbour("eyed"), on: plainDate(day), seen: { sight, sightOfRecord, ...(newest === undefined ? {} : { newest }) } });
      expect([day, told?.entailed, measuresOf(told?.binding ?? [])]).toEqual([day, ["t:alarmed"], ["alarmed-checks", "eyed-checks"]]);
    }
  });

  it("R34 of a list not in force, or an organisation not on file, foresees nothing; and stores nothing", () => {
    expect(inFerry("north-barred", { day: "2014-01-01" })).toBeUndefined();
    const register = replay(stored([]));
    expect(foresee({ rulebook: law, statute: law.on(on), register, organisation: "P99999999" as FileNumber, list: harbour("silent"), on })).toBeUndefined();
    const before = replay(storedByOffice(branch));
    foresee({ rulebook: law, statute: law.on(on), register: before, organisation: A, list: harbour("silent"), on });
    expect(before.listings.size).toBe(0);
  });
});
