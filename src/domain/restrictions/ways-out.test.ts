import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate, type LawId, type PlainDate } from "../terms/index.ts";
import type { Plain } from "../rules/test-law.ts";
import { harbour, meetingLaw, newRepair, serious, silent } from "../rules/test-meeting-law.ts";
import { LISTS_MAX, searchExits } from "./exit-search.ts";
import { deadEnds, waysOut, type WaysOut } from "./ways-out.ts";

type Entries = readonly Readonly<Record<string, Plain>>[];

const on = plainDate("2026-01-05");

function ways(list: string, entries: Entries = [], listedOn: PlainDate = on): WaysOut {
  return waysOut(meetingLaw(...entries).on(on), harbour(list), { listedOn, on, calendar: [] });
}

/** Acts and first day of each way out, or why there is none. */
function shown(found: WaysOut): unknown {
  return found.kind === "leads" ? found.exits.map(({ acts, earliest }) => [acts.join("+"), earliest]) : [found.why.kind, ...found.why.through];
}

const list = (id: string, more: Readonly<Record<string, Plain>>): Readonly<Record<string, Plain>> => ({ ...silent, id, names: id, ...more });
const exit = (act: string, more: Readonly<Record<string, Plain>> = {}): Readonly<Record<string, Plain>> => ({ id: act, act, names: act, ...more });
const entailed = (cause: Plain, more: Readonly<Record<string, Plain>> = {}): Readonly<Record<string, Plain>> => ({ ...silent, id: "warned", names: "Warned", holds: "kept", colour: "warning", entailed: cause, ...more });

describe("ways out of a list", () => {
  it("R24 its End, its exits and the repair rules over it lead out, each from its day after the listing", () => {
    expect(shown(ways("serious", [newRepair]))).toEqual([["repair", "2026-07-05"], ["term", "2029-01-05"], ["annulment", undefined]]);
    expect(shown(ways("serious", [newRepair], plainDate("2025-01-05")))).toEqual([["repair", "2025-07-05"], ["term", "2028-01-05"], ["annulment", undefined]]);
    expect(shown(ways("silent", [newRepair]))).toEqual([["repair", "2026-01-05"], ["term", "2026-04-05"], ["repair", "2027-01-05"], ["term", "2029-01-05"]]);
    expect(shown(ways("serious", [{ ...serious, end: { untilDone: "Paid" }, exits: [] }]))).toEqual([["performance", undefined]]);
    expect(shown(ways("serious", [{ ...serious, end: { reviewFrom: { years: 2, from: "decision", what: "Asked" } }, exits: [] }]))).toEqual([["review", "2028-01-05"]]);
  });

  it("R24 an End not stated with no exit at all is a dead end, and so is what is permanent but for annulment", () => {
    expect(shown(ways("silent"))).toEqual(["noExit"]);
    expect(shown(ways("silent", [{ ...silent, exits: exit("annulment") }]))).toEqual([["annulment", undefined]]);
    const permanent = (...exits: readonly string[]) => ways("silent", [{ ...silent, end: { permanent: "For good" }, exits: exits.map((act) => exit(act)) }]);
    expect([shown(permanent()), shown(permanent("annulment", "objection"))]).toEqual([["permanent"], ["permanent"]]);
    expect(shown(permanent("annulment", "review"))).toEqual([["annulment", undefined], ["review", undefined]]);
  });

  it("R24 a list that must be left first adds its acts and its day; in a circle nothing leads out", () => {
    const first = list("first", { exits: exit("repair", { needs: "second", earliestMonths: 3 }) });
    const second = list("second", { exits: [exit("release", { earliestMonths: 12 }), exit("repair", { earliestMonths: 1, needs: "third" })] });
    const third = list("third", {});
    expect(shown(ways("first", [first, second, third]))).toEqual([["repair+release", "2027-01-05"]]);
    const back = list("second", { exits: exit("release", { needs: "first" }) });
    expect(shown(ways("first", [first, back]))).toEqual(["circle", "t:first", "t:second", "t:first"]);
    expect(shown(ways("first", [first, third, list("second", { exits: exit("release", { needs: "third" }) })]))).toEqual(["circle", "t:first", "t:second", "t:third"]);
    expect(shown(ways("first", [first, list("second", { exits: [exit("release", { needs: "first" }), exit("review")] })]))).toEqual([["repair+review", undefined]]);
  });

  it("R24 a listing the law itself makes ends with its cause: when records lapse, are repaired, or the lists it hangs on are left", () => {
    const records = (more: Readonly<Record<string, Plain>> = {}): Plain => ({ id: "fined", names: "Fined", records: { type: "fine", ...more } });
    expect(shown(ways("warned", [entailed(records({ months: 24 }))]))).toEqual([["end-of-cause", "2028-01-05"]]);
    expect(shown(ways("warned", [entailed(records())]))).toEqual(["cause"]);
    expect(shown(ways("warned", [entailed(records(), { exits: [exit("annulment")] })]))).toEqual(["cause"]);
    expect(shown(ways("warned", [entailed(records(), { exits: [exit("annulment"), exit("release")] })]))).toEqual([["annulment", undefined], ["release", undefined]]);
    expect(shown(ways("warned", [entailed(records()), newRepair]))).toEqual([["repair", "2026-01-05"], ["repair", "2027-01-05"]]);
    const listed = (...lists: readonly string[]): Plain => ({ id: "on-them", names: "On them", listed: { lists: [...lists], count: 2 } });
    expect(shown(ways("warned", [entailed(listed("serious"))]))).toEqual([["repair", "2026-07-05"], ["term", "2029-01-05"], ["annulment", undefined]]);
    expect(shown(ways("warned", [entailed(listed("serious", "silent"))]))).toEqual(["cause", "t:silent"]);
  });

  it("R24 a cause of several parts ends with one of all, each of any, and as many as leave one too few", () => {
    const lapse = (id: string, months: number | undefined): Plain => ({ id, names: id, records: { type: "fine", ...(months === undefined ? {} : { months }) } });
    const parts = [lapse("a", 12), lapse("b", 24), lapse("c", undefined)];
    const asked = (cause: Plain) => shown(ways("warned", [entailed(cause)]));
    expect(asked({ all: parts })).toEqual([["end-of-cause", "2027-01-05"], ["end-of-cause", "2028-01-05"]]);
    expect(asked({ any: parts })).toEqual(["cause"]);
    expect(asked({ any: parts.slice(0, 2) })).toEqual([["end-of-cause", "2028-01-05"]]);
    expect(asked({ atLeast: { count: 2, of: parts } })).toEqual([["end-of-cause", "2028-01-05"]]);
    expect(asked({ atLeast: { count: 1, of: parts } })).toEqual(["cause"]);
    expect(asked({ rule: lapse("c", undefined), unless: [lapse("a", 12)] })).toEqual([["end-of-cause", undefined]]);
    const aged = (holds: string): Plain => ({ id: "fined", names: "Fined", records: { type: "fine" }, where: { all: [{ id: "dear", names: "Dear", holds: 'record.amount > money("5 CNY")' }, { id: "aged", names: "Not too old", holds }] } });
    expect(asked(aged("asked.on < plusDays(plusMonths(record.decidedOn, 18), 3)"))).toEqual([["end-of-cause", "2027-07-08"]]);
    expect(asked(aged('asked.on != "2020-01-01"'))).toEqual([["end-of-cause", undefined]]);
    expect(asked({ id: "closed", names: "Closed", holds: 'organisation.status == "closed"' })).toEqual([["end-of-cause", undefined]]);
  });

  it("R24 all dead ends of a statute book are found; a red list is none", () => {
    const law = meetingLaw(list("stuck", { end: { permanent: "For good" } }), list("good", { colour: "red" }), { ...list("later", {}), from: "2027-01-01" });
    expect(deadEnds(law.on(on), on)).toEqual([{ list: "t:silent", kind: "noExit", through: [] }, { list: "t:stuck", kind: "permanent", through: [] }]);
    expect(deadEnds(law.on(plainDate("2027-01-01")), plainDate("2027-01-01")).map((each) => each.list)).toContain("t:later");
  });

  it("R24 the search is bounded: it ends on chains and circles of any length, and looks no further than its breadth", () => {
    const chain = (length: number) => (at: LawId) => {
      const number = Number(at);
      return number > length ? undefined : { next: [String(number + 1) as LawId], exits: () => [{ acts: ["release"] }], leads: () => true };
    };
    expect(searchExits("0" as LawId, chain(1000)).size).toBe(LISTS_MAX + 1);
    fc.assert(fc.property(fc.array(fc.record({ needs: fc.subarray([0, 1, 2, 3, 4, 5]), free: fc.boolean() }), { minLength: 6, maxLength: 6 }), (drawn) => {
      const entries = drawn.map(({ needs, free }, index) => list(`l${index}`, { exits: [exit("repair", { needs: needs.map((each) => `l${each}`) }), ...(free ? [exit("release", { earliestMonths: index + 1 })] : [])] }));
      const law = meetingLaw(...entries).on(on);
      // Leads out: it has a way of its own, or all it needs lead out; found by adding until nothing is added.
      const leading = new Set<number>();
      for (let before = -1; before !== leading.size; ) {
        before = leading.size;
        drawn.forEach(({ needs, free }, index) => { if (free || needs.every((each) => leading.has(each))) leading.add(index); });
      }
      const found = drawn.flatMap((_, index) => (waysOut(law, harbour(`l${index}`), { listedOn: on, on, calendar: [] }).kind === "leads" ? [index] : []));
      expect(found).toEqual([...leading].sort());
    }), { numRuns: 60 });
  });
});
