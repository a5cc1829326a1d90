import { describe, expect, it } from "vitest";
import type { LintRuleId, Rulebook } from "../rules/index.ts";
import { lawOfTexts } from "../../../test/support/law.ts";
import { questionInWords } from "./example-words.ts";
import { runAllExamples, type ExampleOutcome, type LintLaw } from "./run-example.ts";

const BODY = "body: t\nnames: Harbour law\ntimeZone: Etc/UTC\ncurrency: CNY\n";
const LAW = `
entries:
  - {kind: instrument, id: order, names: Order, rank: law, issuedOn: 2014-11-03, from: 2015-01-01}
  - {kind: authority, id: port, names: {en: Port, zh: 港务}, level: national, powers: [list, enforce], short: p}
  - {kind: act, id: moor, names: {en: Mooring, zh: 停泊}, undetermined: opens}
  - {kind: act, id: bid, names: Bidding, undetermined: opens, authorities: [port]}
  - {kind: term, id: region-990000, names: Coast, taxonomy: region, value: 990000}
  - {kind: term, id: region-990100, names: Bay, taxonomy: region, value: 990100, parent: 990000}
  - {kind: record-type, id: spill, names: {en: Oil spill, zh: 漏油}, from: 2015-01-01, about: penalty, disclosure: public, publicationMonths: 36, fields: {litres: {type: integer, names: Litres}}, basis: {instrument: order}}
  - kind: list
    id: dirty
    names: {en: Dirty list, zh: 污染名单}
    from: 2015-01-01
    colour: black
    owner: port
    holds: reported
    freshForDays: 30
    criteria: {id: big, names: Big, records: {type: spill, months: 12}, where: {id: litres, names: Litres, holds: record.litres >= 100}}
    end: {dated: [{from: 2015-01-01, value: notStated}, {from: 2018-01-01, value: {fixed: {years: 2, from: publication}}}]}
    exits:
      - {id: cleaned, act: repair, names: Cleaned, earliestMonths: 6, decideWithin: {workingDays: 5}}
      - {id: term, act: term, names: Over}
    basis: {instrument: order}
  - {kind: list, id: fleet, names: Fleets, from: 2015-01-01, colour: scrutiny, owner: port, holds: reported, entailed: {id: owner-dirty, names: The owner is on the dirty list, listed: {lists: dirty, whose: owners}}, criteria: {id: master-spilt, names: A controller spilt, records: {type: spill, whose: controllers}, where: {id: much, names: Much, holds: record.litres >= 100}}, basis: {instrument: order}}
  - {kind: list, id: dredge, names: Dredging, from: 2015-01-01, colour: black, owner: port, holds: reported, end: {reviewFrom: {years: 1, from: decision, what: Asked for}}, basis: {instrument: order}}
  - {kind: measure, id: toll, names: Toll, from: 2015-01-01, trigger: {list: dredge}, authority: port, acts: moor, effects: deny, force: mandatory, within: regionOfList, basis: {instrument: order}}
  - {kind: measure, id: charge, names: Charge, from: 2015-01-01, trigger: {list: dirty}, authority: port, acts: moor, effects: surcharge, amount: {money: 0.05 CNY, per: t, bound: atLeast}, force: mandatory, basis: {instrument: order}}
  - {kind: measure, id: captain, names: Captain, from: 2015-01-01, trigger: {list: dirty}, authority: port, acts: moor, effects: deny, force: mandatory, reaches: directors, basis: {instrument: order}}
  - {kind: measure, id: fee, names: Fee, from: 2015-01-01, trigger: {list: dirty}, authority: port, acts: bid, effects: surcharge, amount: {rate: 5/100, of: the price}, force: mandatory, basis: {instrument: order}}
  - kind: memorandum
    id: joint
    names: Joint
    signedOn: 2016-03-01
    parties: [{authority: port, sinceEarliest: 2016-04-01, sinceLatest: 2016-06-01}]
    trigger: {list: dirty}
    force: discretionary
    clauses: [{id: 1, names: Projects, authority: port, acts: moor, effects: restrict, amount: {count: 10, unit: projects}}]
    basis: {instrument: order}
  - kind: procedure
    id: listing
    names: {en: Listing, zh: 列入}
    from: 2015-01-01
    steps:
      dated:
        - {from: 2015-01-01, value: [{id: notice, kind: notice, names: {en: Notice, zh: 告知}, by: office}, {id: answer, kind: defence, names: Answer, by: organisation, within: {workingDays: 5, from: notice}}]}
        - {from: 2020-01-01, value: [{id: notice, kind: notice, names: Notice, by: office, officers: 2, superiorConsent: true}, {id: answer, kind: defence, names: Answer, by: organisation, within: {workingDays: 10, from: notice}}]}
    basis: {instrument: order}
  - {kind: precedence, id: flood, names: Flood, from: 2019-03-04, until: 2019-03-09, rule: suspension, of: listing, what: clocks, regions: 990000, basis: {instrument: order}}
  - {kind: calendar, id: year-2019, names: 2019, year: 2019, holidays: [2019-01-01], makeUpDays: [2019-01-05], basis: {instrument: order}}
  - {kind: repair, id: mend, names: Mend, from: 2018-01-01, covers: spill, decideWithin: {workingDays: 3}, tiers: [{id: general, names: General, minimumMonths: 3, maximumMonths: 12}, {id: light, names: Light}], basis: {instrument: order}}
  - {kind: grade, id: stars, names: Stars, from: 2015-01-01, owner: port, recordType: spill, grades: {one: {names: One, minimum: 90}, two: {names: Two, minimum: 60, below: 90}, none-at-all: Nothing}, starts: [60, 80], every: {months: 6}, basis: {instrument: order}}
  - {kind: identifier, id: berth, names: Berth number, of: organisation, form: "[0-9]{4}", refused: {form: "^9", why: A skipper}, parts: {name: quay, start: 1, end: 2}, basis: {instrument: order}}
  - {kind: identifier, id: seaman, names: Seaman's number, of: person, form: "S[0-9]{3}", basis: {instrument: order}}
`;
const PEOPLE = `
entries:
  - {kind: score-scheme, id: points, names: {en: Points, zh: 积分}, start: 100, minimum: 0, maximum: 110, bands: {good: {names: Good, minimum: 100}, poor: {names: Poor, below: 100}}, basis: {instrument: order}}
  - {kind: score-rule, id: litter, names: Litter, scheme: points, tiers: [{id: little, names: Little, points: -2}, {id: much, names: Much, points: -5}], limit: 6, basis: {instrument: order}}
  - {kind: list, id: loiterers, names: Loiterers, from: 2015-01-01, colour: black, owner: port, holds: reported, end: notStated, basis: {instrument: order}}
  - {kind: measure, id: keep-off, names: Keep off, from: 2015-01-01, trigger: {list: loiterers}, authority: port, acts: moor, effects: deny, force: mandatory, basis: {instrument: order}}
  - {kind: measure, id: keep-kin-off, names: Keep kin off, from: 2015-01-01, trigger: {list: loiterers}, authority: port, acts: moor, effects: deny, force: mandatory, reaches: family, basis: {instrument: order}}
`;

const GIVEN = "{organisation: {name: Gull Lines, region: 990100}, listings: [{list: dirty, effectiveFrom: 2018-02-01, end: 2020-02-01}], records: [{type: spill, decidedOn: 2018-01-15, fields: {litres: 100}}]}";

function lawAsking(question: string, given = GIVEN, folder = ""): Rulebook {
  return lawOfTexts({
    "t/body.yaml": BODY, "t/law.yaml": LAW, "t/people/points.yaml": PEOPLE,
    [`t/${folder}examples/asked.yaml`]: `id: asked\nname: Asked\nabout: order\ncitation: {instrument: order}\ngiven: ${given}\nexpect: ${question}\n`,
  });
}

function outcomeOf(law: Rulebook, lint?: LintLaw): ExampleOutcome {
  const [outcome] = runAllExamples(law, () => true, lint);
  if (outcome === undefined) throw new Error("the law has its example");
  return outcome;
}

function differencesOf(question: string, given?: string, folder?: string): readonly string[] {
  return outcomeOf(lawAsking(question, given, folder)).differences.map((difference) => difference.replace(/^question 1: /, ""));
}

/** A question that holds, and the same with another expectation: what is said then. */
const QUESTIONS: readonly (readonly [string, string, string, string])[] = [
  ["an act", "{act: moor, on: 2019-06-01, verdict: bound, measures: charge, until: 2020-02-01, amounts: [at least 0.05 CNY/t, 10 projects], possible: joint-1, officeHolders: captain, exits: 2018-08-01}", "{act: moor, on: 2019-06-01, verdict: bound, amounts: at least 0.06 CNY/t}", "amounts: 10 projects, at least 0.05 CNY/t, expected at least 0.06 CNY/t"],
  ["its office-holders", "{act: moor, on: 2019-06-01, verdict: bound, officeHolders: captain, readings: []}", "{act: moor, on: 2019-06-01, verdict: bound, officeHolders: []}", "aimed at office-holders: t:captain, expected none"],
  ["its way out", "{act: moor, on: 2020-02-01, verdict: clear, exits: none}", "{act: moor, on: 2019-06-01, verdict: bound, exits: 2018-08-02}", "way out: 2018-08-01, expected 2018-08-02"],
  ["an act at an authority", "{act: bid, where: port, on: 2019-06-01, verdict: bound, amounts: 5/100 of the price}", "{act: bid, where: sea, on: 2019-06-01, verdict: bound}", "`sea` is no authority and no region of the law of 2019-06-01"],
  ["the criteria of a list", "{list: dirty, on: 2019-01-14, criteria: true}", "{list: dirty, on: 2019-01-15, criteria: true}", "criteria of t:dirty: false, expected true"],
  ["a listing that stands", "{list: dirty, on: 2020-01-31, listed: true}", "{list: dirty, on: 2020-02-01, listed: true}", "stands on t:dirty: false, expected true"],
  ["an End", "{list: dirty, decided: 2018-02-28, ends: 2020-02-28, on: 2018-02-28}", "{list: dirty, decided: 2017-12-31, ends: 2019-12-31, on: 2018-01-01}", "ends: not stated, expected 2019-12-31"],
  ["a review", "{list: dredge, decided: 2018-02-28, ends: reviewFrom 2019-02-28, on: 2018-02-28}", "{list: dredge, decided: 2018-02-28, ends: permanent, on: 2018-02-28}", "ends: reviewFrom 2019-02-28, expected permanent"],
  ["a way out", "{list: dirty, since: 2018-07-15, exit: cleaned, earliest: 2019-01-15, decideBy: 2019-01-22, on: 2018-08-01}", "{list: dirty, since: 2018-07-15, exit: cleaned, earliest: 2019-01-14, on: 2018-08-01}", "open from: 2019-01-15, expected 2019-01-14"],
  ["a way out that is not there", "{list: dirty, since: 2018-07-15, exit: term, earliest: 2020-07-15, on: 2018-08-01}", "{list: dirty, since: 2017-07-15, exit: term, earliest: 2019-07-15, on: 2018-08-01}", "there is no way out `term` on 2018-08-01, but cleaned"],
  ["all ways out", "{list: dirty, exits: [term, cleaned], on: 2018-08-01}", "{list: dirty, exits: [], on: 2018-08-01}", "ways out: cleaned, term, expected none"],
  ["an edition", "{list: dirty, edition: 2018-01-31, staleFrom: 2018-03-02, on: 2018-02-01}", "{list: dredge, edition: 2018-01-31, staleFrom: 2018-03-02, on: 2018-02-01}", "stale from: not stated, expected 2018-03-02"],
  ["an entry in force", "{entry: dirty, on: 2015-01-01, inForce: true}", "{entry: dirty, on: 2014-12-31, inForce: true}", "in force: false, expected true"],
  ["an instrument issued", "{entry: order, on: 2014-11-03, issued: true, inForce: false}", "{entry: order, on: 2014-11-02, issued: true}", "issued: false, expected true"],
  ["a memorandum signed", "{entry: joint, on: 2016-03-01, issued: true}", "{entry: joint, on: 2016-02-29, issued: true}", "issued: false, expected true"],
  ["a party within its range", "{entry: joint, on: 2016-05-31, party: port, joined: unknown}", "{entry: joint, on: 2016-06-01, party: port, joined: unknown}", "t:port is bound: true, expected unknown"],
  ["a party before its range", "{entry: joint, on: 2016-03-31, party: port, joined: false}", "{entry: joint, on: 2016-04-01, party: port, joined: false}", "t:port is bound: unknown, expected false"],
  ["a step's time, over a make-up day", "{procedure: listing, step: answer, since: 2018-12-28, due: 2019-01-05, on: 2018-12-28}", "{procedure: listing, step: answer, since: 2020-03-02, due: 2020-03-09, on: 2020-03-02}", "last day: 2020-03-16, expected 2020-03-09"],
  ["a clock that stands still in the organisation's region", "{procedure: listing, step: answer, since: 2019-03-01, due: 2019-03-15, on: 2019-03-15}", "{procedure: listing, step: answer, since: 2019-03-01, due: 2019-03-08, on: 2019-03-15}", "last day: 2019-03-15, expected 2019-03-08"],
  ["what a step asks for", "{procedure: listing, step: notice, officers: 2, superiorConsent: true, legalReview: false, on: 2020-01-01}", "{procedure: listing, step: notice, officers: 2, on: 2019-12-31}", "officers: 1, expected 2"],
  ["a step without a time", "{procedure: listing, step: notice, since: 2020-01-01, due: notStated, on: 2020-01-01}", "{procedure: listing, step: hearing, officers: 1, on: 2020-01-01}", "there is no step `hearing` on 2020-01-01, but notice, answer"],
  ["repair", "{repair: mend, tier: general, since: 2018-11-30, earliest: 2019-02-28, latest: 2019-11-30, decideBy: 2018-12-05, on: 2018-11-30}", "{repair: mend, tier: general, since: 2018-11-30, earliest: 2019-02-27, on: 2018-11-30}", "repair open from: 2019-02-28, expected 2019-02-27"],
  ["repair without days", "{repair: mend, tier: light, since: 2018-11-30, earliest: notStated, latest: notStated, on: 2018-11-30}", "{repair: mend, tier: light, since: 2018-11-30, earliest: notStated, on: 2017-12-31}", "t:mend is not in force on 2017-12-31"],
  ["publication and retention", "{recordType: spill, since: 2018-05-05, publishedUntil: 2021-05-05, forgottenFrom: notStated, on: 2018-05-05}", "{recordType: spill, since: 2018-05-05, publishedUntil: 2021-05-04, on: 2018-05-05}", "published until: 2021-05-05, expected 2021-05-04"],
  ["working days", "{workingDays: 4, since: 2018-12-31, due: 2019-01-05, on: 2019-01-01, provisional: false}", "{workingDays: 4, since: 2019-12-30, due: 2020-01-03, on: 2019-01-01, provisional: false}", "provisional: true, expected false"],
  ["a grade", "{grade: stars, points: 89, is: two, starts: [80, 60], every: {months: 6}, on: 2019-01-01}", "{grade: stars, points: 90, is: two, on: 2019-01-01}", "grade: one, expected two"],
  ["no grade", "{grade: stars, points: 59, is: none, on: 2019-01-01}", "{grade: stars, starts: [60], on: 2019-01-01}", "starts: 60, 80, expected 60"],
  ["a code", "{identifier: berth, code: 12-34, valid: true, refused: false, parts: {quay: 12}, on: 2019-01-01}", "{identifier: berth, code: 123, valid: true, on: 2019-01-01}", "valid: false, expected true"],
  ["a code of persons in law", "{identifier: berth, code: 9234, valid: false, refused: true, on: 2019-01-01}", "{identifier: berth, code: 1234, valid: true, parts: {quay: 34}, on: 2019-01-01}", "quay: 12, expected 34"],
  ["a person's number", "{identifier: seaman, code: S123, valid: true, refused: true, on: 2019-01-01}", "{identifier: seaman, code: X123, valid: true, on: 2019-01-01}", "valid: false, expected true"],
];

describe("worked examples", () => {
  it.each(QUESTIONS)("R40 %s: the law's own answer is compared with what is expected", (_what, holds, fails, says) => {
    expect([differencesOf(holds), differencesOf(fails)]).toEqual([[], [says]]);
  });

  it.each(QUESTIONS)("R41 %s: the question is a sentence in both languages", (_what, holds) => {
    const law = lawAsking(holds);
    const [question] = law.examples[0]?.expect ?? [];
    const words = question === undefined ? undefined : questionInWords(law, question);
    expect(words?.en).toMatch(/^[A-Z`\d].*[a-z\d).`]$/u);
    expect(words?.zh).toMatch(/\p{Script=Han}/u);
    expect(`${words?.en} ${words?.zh}`).not.toMatch(/undefined|\[object|: $|, $/);
  });

  it("R40 records and listings of related organisations count where the criterion says whose", () => {
    const given = (among: string): string => `{organisation: {name: Gull Lines}, relations: [{organisation: Gull Holding, among: ${among}}], listings: [{list: dirty, organisation: Gull Holding, effectiveFrom: 2018-02-01, end: 2020-02-01}], records: [{type: spill, organisation: Gull Holding, decidedOn: 2018-01-15, fields: {litres: 100}}]}`;
    expect(differencesOf("[{list: fleet, on: 2019-06-01, listed: true}, {list: fleet, on: 2020-02-01, listed: false}, {list: fleet, on: 2019-06-01, criteria: false}]", given("owners"))).toEqual([]);
    expect(differencesOf("[{list: fleet, on: 2019-06-01, criteria: true}, {list: fleet, on: 2018-01-14, criteria: false}, {list: fleet, on: 2019-06-01, listed: false}]", given("controllers"))).toEqual([]);
    expect(differencesOf("[{list: fleet, on: 2019-06-01, criteria: false}, {list: fleet, on: 2019-06-01, listed: false}]", given("parents"))).toEqual([]);
  });

  it("R7 a reported listing binds where it was made; where that is not stated, the fact is missing", () => {
    const given = (regions: string): string => `{organisation: {name: Gull Lines}, listings: [{list: dredge, effectiveFrom: 2018-02-01, end: 2020-02-01${regions}}]}`;
    expect(differencesOf("[{act: moor, where: 990100, on: 2019-06-01, verdict: bound, measures: toll}, {act: moor, where: 990000, on: 2019-06-01, verdict: clear}]", given(", regions: 990100"))).toEqual([]);
    expect(differencesOf("{act: moor, where: 990100, on: 2019-06-01, verdict: undetermined, missing: listing.regions}", given(""))).toEqual([]);
  });

  it("R40 an entry that is not in force answers nothing, and says so", () => {
    for (const question of ["{list: dirty, decided: 2014-02-01, ends: notStated, on: 2014-02-01}", "{list: dirty, since: 2014-02-01, exit: cleaned, earliest: 2014-02-01, on: 2014-02-01}", "{list: dirty, exits: [], on: 2014-02-01}", "{list: dirty, edition: 2014-02-01, staleFrom: notStated, on: 2014-02-01}"]) expect(differencesOf(question)).toEqual(["t:dirty is not in force on 2014-02-01"]);
  });

  it("R40 every question is asked of the linter that is handed in, and of none where none is", () => {
    const law = lawAsking("[{lint: dirty, on: 2019-01-01, standards: 2020-01-01, finds: no-exit, lacks: [no-end, permanent]}]");
    const asked: string[] = [];
    const lint: LintLaw = (_rulebook, { on, standards }) => {
      asked.push(`${on} ${standards}`);
      return ["no-end", "no-exit"].map((rule) => ({ rule: rule as LintRuleId, entry: rule === "no-exit" ? law.entries[0]?.id ?? ("t:dirty" as never) : ("t:dirty" as never) }));
    };
    expect(outcomeOf(law, lint).differences).toEqual(["question 1: the linter does not find no-exit", "question 1: the linter finds no-end"]);
    expect([asked, outcomeOf(law).differences]).toEqual([["2019-01-01 2020-01-01"], ["question 1: the linter is not at hand"]]);
  });

  it("R42 a person's example sees the rules about persons, and a measure that reaches the person binds", () => {
    const given = "{person: {name: Wen Qiao}, listings: [{list: loiterers, effectiveFrom: 2018-02-01, end: notStated}]}";
    expect(differencesOf("{act: moor, on: 2019-01-01, verdict: bound, measures: keep-off, officeHolders: keep-kin-off}", given, "people/")).toEqual([]);
    expect(differencesOf("{act: moor, on: 2018-01-31, verdict: clear}", given, "people/")).toEqual([]);
  });

  it("R42 the same list and measure bind no organisation", () => {
    const given = "{organisation: {name: Gull Lines}, listings: [{list: loiterers, effectiveFrom: 2018-02-01, end: notStated}]}";
    expect(differencesOf("{act: moor, on: 2019-01-01, verdict: clear, officeHolders: [keep-off, keep-kin-off]}", given, "people/")).toEqual([]);
  });

  it.each([
    ["the scheme's start, and each row's limit", "{score: points, events: [{rule: litter, tier: much, times: 2}], points: 94, band: poor, on: 2019-01-01}", []],
    ["a row that is not there", "{score: points, events: [{rule: litter}], points: 100, on: 2019-01-01}", ["t:points has no row t:litter with one tier on 2019-01-01"]],
    ["another sum", "{score: points, events: [], points: 99, band: good, on: 2019-01-01}", ["points: 100, expected 99"]],
  ])("R43 points are counted with %s", (_what, question, differences) => {
    expect(differencesOf(question, "{person: {name: Wen Qiao}}", "people/")).toEqual(differences);
  });
});
