// What changed between two days: entries that began and ended, values that became others, whom it concerns, and the feed of turning days.
import { describe, expect, it } from "vitest";
import { lawOf } from "../../../../test/support/lint-fixtures.ts";
import { addDays, plainDate, type PlainDate } from "../../terms/index.ts";
import { diffLaw } from "./diff-law.ts";
import type { LawChange } from "./law-change.ts";
import { lawChangesBetween, lawTurningDays } from "./law-changes.ts";

const ENTRIES = `entries:
  - {kind: term, id: fishing, names: Fishing, taxonomy: sector, value: A}
  - kind: list
    id: spills
    names: {en: Spills, zh: 污染名单}
    from: 2015-01-01
    until: 2024-01-01
    colour: black
    owner: town
    holds: reported
    regions: 990000
    sectors: A
    basis: {instrument: statute}
    end: {dated: [{from: 2015-01-01, value: {fixed: {years: 2, from: effect}}}, {from: 2019-01-01, value: {fixed: {years: 2, from: effect}}}, {from: 2021-11-01, value: {fixed: {years: 3, from: decision}}, basis: {instrument: regulation}}, {from: 2024-01-01, value: notStated}]}
    criteria: {dated: [{from: 2015-01-01, value: [{id: oil, names: Oil, records: {type: penalty}}, {id: loud, names: Noise, records: {type: penalty}}]}, {from: 2022-01-01, value: [{id: oil, names: Oil, records: {type: penalty, count: 2}}, {id: tar, names: Tar, records: {type: penalty}}]}]}
  - {kind: list, id: slicks, names: Slicks, from: 2024-01-01, colour: black, owner: office, holds: reported, basis: {instrument: statute}}
  - {kind: precedence, id: over, names: Over, from: 2024-01-01, rule: transition, old: spills, replacement: slicks, pending: new, basis: {instrument: statute}}
  - {kind: list, id: draft, names: Draft, from: 2020-01-01, draft: true, colour: black, owner: office, holds: reported, basis: {instrument: statute}}
  - {kind: procedure, id: off, names: Off the list, from: 2017-06-01, purpose: removal, covers: slicks, regions: 990000, basis: {instrument: statute}, steps: [{id: asked, kind: application, names: Asked, by: organisation}]}
  - kind: memorandum
    id: pact
    names: Pact
    signedOn: 2018-03-01
    parties: [office, {authority: town, since: 2018-09-01}]
    trigger: {list: spills}
    force: mandatory
    basis: {instrument: accord}
    clauses:
      - {id: 1, names: First, authority: office, acts: moor, effects: restrict, amount: {dated: [{from: 2018-03-01, value: notStated}, {from: 2020-05-01, value: {money: "0.05 CNY", per: kWh}}]}}
      - {id: 2, names: Second, authority: town, acts: moor, effects: restrict}
`;
const PEOPLE = "entries:\n  - {kind: record-type, id: arrears, names: Arrears, from: 2016-01-01, about: debt, disclosure: restricted, fields: {amount: {type: money, names: Amount}}, retentionMonths: {dated: [{from: 2016-01-01, value: 24}, {from: 2020-02-01, value: 60}]}, basis: {instrument: report}}\n";
const law = lawOf([{ path: "t/law.yaml", text: ENTRIES }, { path: "t/people/law.yaml", text: PEOPLE }]);
const day = plainDate;

function changes(from: string, to: string): readonly LawChange[] {
  return lawChangesBetween(law, day(from), day(to)).filter((change) => change.entryKind !== "standard" && change.entryKind !== "penalty-item" && change.entryKind !== "instrument");
}

const short = ({ on, kind, entry, field }: LawChange): string => `${on} ${kind} ${entry.slice(2)}${field === undefined ? "" : ` ${field}`}`;

describe("changes of law", () => {
  it("R9 stand on their first day, after the first day asked and up to the last", () => {
    expect(changes("2018-03-01", "2021-11-01").map(short)).toEqual(["2018-09-01 changed pact parties", "2020-02-01 changed arrears retentionMonths", "2020-05-01 changed pact-1 amount", "2021-11-01 changed spills end"]);
    expect(changes("2018-02-28", "2018-03-01").map(short)).toEqual(["2018-03-01 began pact", "2018-03-01 began pact-1", "2018-03-01 began pact-2"]);
    expect(changes("2023-12-31", "2024-01-01").map(short)).toEqual(["2024-01-01 began over", "2024-01-01 began slicks", "2024-01-01 ended spills"]);
    expect(changes("2024-01-01", "2030-01-01")).toEqual([]);
  });

  it("R9 between turning days one after another they are the same as between the first and the last", () => {
    const days: readonly PlainDate[] = [day("2000-01-01"), ...lawTurningDays(law), day("2030-01-01")];
    const feed = days.slice(1).flatMap((each, index) => lawChangesBetween(law, days[index] ?? each, each));
    expect(feed).toEqual(lawChangesBetween(law, day("2000-01-01"), day("2030-01-01")));
    expect(feed.length).toBeGreaterThan(20);
    for (const turning of lawTurningDays(law)) expect(lawChangesBetween(law, addDays(turning, -1), turning).every((change) => change.on === turning)).toBe(true);
  });

  it("R10 a later version with the same value is no change, nor is one at the end of its entry, nor a draft", () => {
    expect(changes("2018-12-31", "2019-01-01")).toEqual([]);
    expect(changes("2014-12-31", "2030-01-01").filter((change) => change.entry === "t:spills" && change.field === "end").map(short)).toEqual(["2021-11-01 changed spills end"]);
    expect(changes("2014-12-31", "2030-01-01").filter((change) => change.entry === "t:draft")).toEqual([]);
  });

  it("R11 say what became of what, in both languages, with the basis of the new value", () => {
    const [end] = changes("2021-10-31", "2021-11-01");
    expect(end).toMatchObject({ before: { kind: "fixed", years: 2, from: "effect" }, after: { kind: "fixed", years: 3, from: "decision" }, basis: [{ instrument: "t:regulation" }] });
    expect(end?.words).toEqual({ en: "End of “Spills”: 2 years from the day it takes effect → 3 years from the decision.", zh: "“污染名单”的期限：自生效之日起2年 → 自作出决定之日起3年。" });
    const [criteria] = changes("2021-12-31", "2022-01-01");
    expect(criteria?.words.en).toBe("Criteria of “Spills”: no longer: Noise → new: Tar; mended: Oil.");
    expect(changes("2020-04-30", "2020-05-01")[0]?.words.en).toBe("Amount of “First”: not stated → 0.05 CNY per kWh.");
    expect(changes("2018-08-31", "2018-09-01")[0]?.words.en).toBe("Town of the East became a party of “Pact”.");
    expect(changes("2023-12-31", "2024-01-01").find((change) => change.kind === "ended")).toMatchObject({ replacedBy: "t:slicks", words: { en: "The list “Spills” ended; “Slicks” took its place." } });
    expect(changes("2020-01-31", "2020-02-01")[0]).toMatchObject({ people: true, before: 24, after: 60 });
  });

  it("R11 say whom they concern: what hangs on a list is limited as the list is", () => {
    const concerned = (from: string, to: string, entry: string) => changes(from, to).find((change) => change.entry === entry)?.concerns;
    expect(concerned("2021-10-31", "2021-11-01", "t:spills")).toEqual({ authorities: ["t:town"], lists: ["t:spills"], regions: ["990000"], sectors: ["A"] });
    expect(concerned("2018-02-28", "2018-03-01", "t:pact-1")).toEqual({ authorities: ["t:office"], lists: ["t:spills"], regions: ["990000"], sectors: ["A"] });
    expect(concerned("2018-02-28", "2018-03-01", "t:pact")).toMatchObject({ authorities: ["t:office", "t:town"], regions: ["990000"] });
    expect(concerned("2017-05-31", "2017-06-01", "t:off")).toEqual({ authorities: ["t:office"], lists: ["t:slicks"], regions: ["990000"], sectors: [] });
    expect(concerned("2023-12-31", "2024-01-01", "t:slicks")).toMatchObject({ regions: [], sectors: [] });
    expect(concerned("2023-12-31", "2024-01-01", "t:over")).toMatchObject({ lists: ["t:slicks", "t:spills"], regions: [] });
  });
});

describe("the diff of two days", () => {
  it("R9 groups its changes by kind and authority, each once, and counts them", () => {
    const diff = diffLaw(law, day("2018-01-01"), day("2024-01-01"));
    expect(diff.counts.began + diff.counts.ended + diff.counts.changed).toBe(diff.changes.length);
    expect(diff.groups.flatMap((group) => group.authorities.flatMap((each) => each.changes)).length).toBe(diff.changes.length);
    expect(diff.groups.map((group) => group.entryKind)).toEqual(expect.arrayContaining(["list", "measure", "memorandum", "precedence", "record-type"]));
    expect(diffLaw(law, day("2018-01-01"), day("2024-01-01"), { body: "u" }).changes).toEqual([]);
  });
});
