import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate, type FileNumber, type LawId } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import { harbour } from "../rules/test-meeting-law.ts";
import { allThatBinds } from "./all-that-binds.ts";
import type { EffectInForce, PossibleEffect } from "./answer.ts";
import { askingOf, everyCheck, wide } from "./bound-fixtures.ts";
import { boundUnder, partOfLaw } from "./bound-under.ts";
import type { Scene } from "./facts.ts";
import { day, DAYS, decisions, things } from "./history-fixtures.ts";
import { A, branch, kept, measuresOf, PARENT, sceneOf, storedByOffice } from "./release-fixtures.ts";
import { touchOf } from "./touch.ts";

const ON = "2024-05-01";
const IDS = ["pact", "serious", "silent", "eyed", "warned", "alarmed", "local", "honoured", "spotless", "silent-checks", "fined", "poor-checks", "dissolved", "local-fishing", "no-towing"].map(harbour);
const status = (file: FileNumber): EventDraft => ({ type: "OrganisationDescribed", body: { file, status: "deregistered" } });

function at(events: readonly EventDraft[], on = ON, publicOn?: string): Scene {
  return sceneOf(storedByOffice([...branch, ...events]), on, { law: wide, ...(publicOn === undefined ? {} : { publicOn }) });
}

const history = fc.record({ things, decisions, on: day, publicly: fc.boolean(), gone: fc.boolean(), local: fc.option(fc.constantFrom(A, PARENT)) })
  .map(({ things: made, decisions: said, on, publicly, gone, local }) => at([...made.flatMap((each) => each.events), ...said, ...(gone ? [status(A)] : []), ...(local === null ? [] : [kept("localx", "2023-03-01", "local", local)])], on, publicly ? DAYS.at(-1) : undefined));

function keys(effects: readonly (EffectInForce | PossibleEffect)[]): readonly string[] {
  return [...new Set(effects.map((effect) => JSON.stringify(effect)))].sort();
}

function withoutActs<T extends { readonly acts: readonly string[] }>({ acts: _acts, ...effect }: T): Omit<T, "acts"> {
  return effect;
}

const same = (values: readonly object[]): readonly string[] => [...new Set(values.map((value) => JSON.stringify(value)))].sort();

describe("all that binds", () => {
  it("R35 names each effect once with the acts it touches, and what may be decided", () => {
    const found = allThatBinds(askingOf(at([kept("l1", "2024-01-01"), kept("l2", "2024-02-01", "silent")])));
    expect(found.effects.map(({ measure, acts }) => [measure, acts]).sort()).toEqual([
      ["t:milder-mooring", ["t:moor"]], ["t:pact-fish", ["t:fish"]], ["t:silent-checks", ["t:sail"]],
    ]);
    expect(found.possible.map(({ measure, acts }) => [measure, acts]).sort()).toEqual([["t:pact-tow", ["t:tow@pilot"]], ["t:silent-may", ["t:moor"]]]);
    expect([found.verdicts, found.missing, measuresOf(found.officeHolders)]).toEqual([{ bound: 3, undetermined: 0, clear: 1 }, [], ["captains"]]);
  });

  it("R35 asks in the regions of listings, so that no place is missing", () => {
    const found = allThatBinds(askingOf(at([kept("l1", "2024-01-01", "local")])));
    expect(found.effects.filter(({ measure }) => measure === "t:local-fishing").map(({ acts }) => acts)).toEqual([["t:fish@990100"]]);
    expect([found.missing, found.verdicts.bound]).toEqual([[], 2]);
  });

  it("R35 says over random histories what every check says, and nothing else", () => {
    fc.assert(fc.property(history, (scene) => {
      const [all, checks] = [allThatBinds(askingOf(scene)), everyCheck(scene)];
      expect(same(all.effects.map(withoutActs))).toEqual(same(checks.flatMap(({ derived }) => derived.effects)));
      expect(same(all.favours.map(withoutActs))).toEqual(same(checks.flatMap(({ derived }) => derived.favours)));
      expect(same(all.possible.map(withoutActs))).toEqual(same(checks.flatMap(({ derived }) => derived.possible)));
      for (const each of all.effects) for (const text of each.acts) {
        const [act = "", place] = text.split("@");
        const check = checks.find(({ act: id, where }) => id === act && (where.region ?? where.authority?.slice("t:".length)) === place);
        expect(same(check?.derived.effects ?? [])).toEqual(expect.arrayContaining([...same([withoutActs(each)])]));
      }
    }), { numRuns: 60 });
  });
});

describe("bound under a part of the law", () => {
  it("R36 is exactly what checks give with that memorandum, measure or list, over random histories", () => {
    fc.assert(fc.property(history, (scene) => {
      const checks = everyCheck(scene);
      for (const id of IDS) {
        const part = partOfLaw(scene.statute, id);
        if (part === undefined) throw new Error(id);
        const bound = boundUnder(askingOf(scene), { ...part, possible: true });
        const told = (effects: readonly (EffectInForce | PossibleEffect)[]): readonly string[] => keys(effects.filter((effect) => isUnder(scene, id, effect)));
        expect(keys(bound.effects.map(withoutActs))).toEqual(told(checks.flatMap(({ derived }) => derived.effects)));
        expect(keys(bound.favours.map(withoutActs))).toEqual(told(checks.flatMap(({ derived }) => derived.favours)));
        expect(keys(bound.possible.map(withoutActs))).toEqual(told(checks.flatMap(({ derived }) => derived.possible)));
      }
    }), { numRuns: 40 });
  });

  it("R36 of one effect gives that alone, and what may be decided only where it is asked for", () => {
    const part = partOfLaw(wide.on(plainDate(ON)), harbour("pact"));
    const asking = askingOf(at([kept("l1", "2024-01-01")]));
    if (part === undefined) throw new Error("pact");
    expect(boundUnder(asking, { ...part, possible: false })).toMatchObject({ effects: [{ measure: "t:pact-fish", acts: ["t:fish"] }], possible: [], behind: [{ kind: "list", list: "t:serious", listing: "l1" }] });
    expect(boundUnder(asking, { ...part, possible: true, effect: "deny" })).toMatchObject({ effects: [], possible: [{ measure: "t:pact-tow" }] });
    expect(partOfLaw(wide.on(plainDate(ON)), harbour("moor"))).toBeUndefined();
  });

  it("R36 a reason that is withheld is under a list only where its measure hangs on that list alone", () => {
    const withheld = { ...at([kept("l1", "2024-01-01", "local"), kept("l2", "2024-01-01", "silent")]), sight: () => "withheld" as const };
    const under = (id: string): readonly string[] => {
      const part = partOfLaw(withheld.statute, harbour(id));
      return part === undefined ? ["none"] : measuresOf(boundUnder(askingOf(withheld), { ...part, possible: false }).effects);
    };
    expect([under("local"), under("silent"), under("no-towing")]).toEqual([["local-fishing"], ["milder-mooring", "silent-checks"], ["no-towing"]]);
    expect(boundUnder(askingOf(withheld), { measures: wide.on(plainDate(ON)).all("measure"), possible: false }).behind).toEqual([]);
  });
});

describe("touch", () => {
  it("R37 follows lists to the causes of those the law itself makes, and branches to their parents", () => {
    const touch = (id: string): object => touchOf(wide.on(plainDate(ON)), partOfLaw(wide.on(plainDate(ON)), harbour(id))?.measures ?? []);
    const of = (lists: readonly string[], records: readonly string[] = []): object => ({ lists: new Set(lists.map(harbour)), records: new Set(records.map(harbour)), statuses: new Set(), related: false, everyone: false });
    expect(touch("local")).toEqual({ ...of(["local", "alarmed", "eyed", "warned"], ["fine"]) });
    expect(touch("warned-checks")).toEqual(of(["warned"], ["fine"]));
    expect(touch("silent-checks")).toEqual({ ...of(["silent"]), related: true });
    expect(touch("poor-checks")).toEqual(of([], ["rating"]));
    expect(touch("dissolved")).toEqual({ ...of([]), statuses: new Set(["deregistered"]) });
    expect(touch("spotless-free")).toMatchObject({ everyone: true });
  });

  it("R37 touches whomever a measure binds, over random histories", () => {
    fc.assert(fc.property(history, (scene) => {
      const bound = allThatBinds(askingOf(scene));
      for (const { measure } of [...bound.effects, ...bound.favours, ...bound.possible]) expect([measure, isTouched(scene, measure)]).toEqual([measure, true]);
    }), { numRuns: 60 });
  });
});

function isUnder({ statute }: Scene, id: LawId, { measure: of, because }: EffectInForce | PossibleEffect): boolean {
  const measure = statute.get("measure", of);
  const kind = statute.find(id)?.kind;
  if (kind === "memorandum") return measure?.memorandum === id;
  if (kind === "measure") return of === id;
  if ("withheld" in because) return measure?.trigger.kind === "list" && measure.trigger.lists.length === 1 && measure.trigger.lists[0] === id;
  return (because.trigger.kind === "list" || because.trigger.kind === "entailed") && because.trigger.list === id;
}

/** By the organisation's own file, or its parent's where relations are followed. */
function isTouched(scene: Scene, id: LawId): boolean {
  const measure = scene.statute.get("measure", id);
  const touch = touchOf(scene.statute, measure === undefined ? [] : [measure]);
  const files = touch.related ? [A, PARENT] : [A];
  return touch.everyone || [...scene.register.listings.values()].some(({ file, list }) => files.includes(file) && touch.lists.has(list)) || [...scene.register.records.values()].some(({ file, type }) => files.includes(file) && touch.records.has(type))
    || files.some((file) => touch.statuses.has(scene.register.files.get(file)?.attributes.status ?? ""));
}
