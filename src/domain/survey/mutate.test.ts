import { describe, expect, it } from "vitest";
import { loadedLawOfTexts } from "../../../test/support/law.ts";
import { figuresOf, NOT_FIGURES, WITHOUT_FIGURES } from "./mutate-figures.ts";
import { BY_LOADER, mutateLaw, type Mutant } from "./mutate.ts";
import { mutationReport } from "./mutate-report.ts";

const BODY = "body: t\nnames: Harbour law\ntimeZone: Etc/UTC\ncurrency: CNY\n";
const LAW = `
entries:
  - {kind: instrument, id: order, names: Order 5 of 2014-11-03, number: 5, rank: law, issuedOn: 2014-11-03}
  - {kind: authority, id: port, names: Port, level: national, powers: [list, enforce]}
  - {kind: act, id: moor, names: Mooring, undetermined: opens}
  - {kind: term, id: region-990000, names: Coast, taxonomy: region, value: 990000}
  - {kind: record-type, id: spill, names: Oil spill, from: 2015-01-01, about: penalty, disclosure: public, publicationMonths: {dated: [{from: 2015-01-01, value: 36}]}, fields: {litres: {type: integer, names: Litres}, damage: {type: money, names: Damage}}, basis: {instrument: order, article: 7}}
  - kind: list
    id: dirty
    names: Dirty list
    from: 2015-01-01
    colour: black
    owner: port
    holds: reported
    regions: 990000
    criteria: {id: big, names: Big, records: {type: spill, months: 12}, where: {id: much, names: Much, any: [{id: litres, names: Litres, holds: record.litres >= 100}, {id: damage, names: Damage, holds: 'record.damage > money("2000 CNY")'}]}}
    end: {fixed: {years: 2, from: publication}}
    basis: {instrument: order, article: 3.10, quote: from 2015-01-01 on}
    note: Since 2015-01-01
  - kind: memorandum
    id: joint
    names: Joint
    signedOn: 2016-03-01
    trigger: {list: dirty}
    force: mandatory
    clauses:
      - {id: 1, names: Charge, authority: port, acts: moor, effects: surcharge, amount: {money: 0.05 CNY, per: t}}
      - {id: 2, names: Share, from: 2017-03-01, authority: port, acts: moor, effects: surcharge, amount: {rate: 5/100, of: price}}
    basis: {instrument: order}
  - {kind: procedure, id: listing, names: Listing, from: 2015-01-01, steps: [{id: 1, kind: notice, names: Notice, by: office, officers: 2}, {id: 2, kind: defence, names: Answer, by: organisation, after: 1, within: {days: 5, from: 1}}], basis: {instrument: order}}
`;

const CITED = "citation: {instrument: order}, given: {organisation: {name: Gull Lines}}";

function lawWith(examples: readonly string[], people: readonly string[] = []): ReturnType<typeof loadedLawOfTexts> {
  const more = people.length === 0 ? {} : { "t/people/law.yaml": people[0] ?? "", "t/people/examples/asked.yaml": `examples: [${people.slice(1).join(", ")}]\n` };
  return loadedLawOfTexts({ "t/body.yaml": BODY, "t/law.yaml": LAW, "t/examples/asked.yaml": `examples:\n${examples.map((each, index) => `  - {id: example-${index + 1}, name: Asked, about: order, ${CITED}, ${each}}\n`).join("")}`, ...more });
}

const SOME = ["expect: {entry: order, on: 2014-11-03, issued: true}"];

function movesOf(id: string): readonly string[] {
  const raw = lawWith(SOME).raw.find((each) => each.id === id);
  return raw === undefined ? [] : figuresOf(raw).map(({ path, from, to }) => `${path.join(".")}: ${from} → ${to}`);
}

function survivorsOf(mutants: readonly Mutant[], entry: string): readonly string[] {
  return mutants.filter((mutant) => mutant.entry === entry && mutant.killedBy === undefined).map(({ field, from, to }) => `${field}: ${from} → ${to}`);
}

describe("figures of the law", () => {
  it("R60 days and numbers move both ways, within dated versions too", () => {
    expect(movesOf("t:order")).toEqual(["issuedOn: 2014-11-03 → 2014-11-02", "issuedOn: 2014-11-03 → 2014-11-04"]);
    expect(movesOf("t:spill")).toEqual([
      "from: 2015-01-01 → 2014-12-31", "from: 2015-01-01 → 2015-01-02", "publicationMonths.dated.0.from: 2015-01-01 → 2014-12-31", "publicationMonths.dated.0.from: 2015-01-01 → 2015-01-02",
      "publicationMonths.dated.0.value: 36 → 35", "publicationMonths.dated.0.value: 36 → 37",
    ]);
  });

  it("R60 in an expression comparisons change side, whole numbers move by one and money by its smallest unit", () => {
    expect(movesOf("t:dirty").filter((move) => move.includes("holds"))).toEqual([
      "criteria.where.any.0.holds: >= → >", "criteria.where.any.0.holds: 100 → 99", "criteria.where.any.0.holds: 100 → 101",
      "criteria.where.any.1.holds: > → >=", 'criteria.where.any.1.holds: "2000 CNY" → "1999.99 CNY"', 'criteria.where.any.1.holds: "2000 CNY" → "2000.01 CNY"',
    ]);
  });

  it("R60 amounts move by their smallest unit, rates in either number", () => {
    expect(movesOf("t:joint").filter((move) => move.includes("amount"))).toEqual([
      "clauses.0.amount.money: 0.05 CNY → 0.04 CNY", "clauses.0.amount.money: 0.05 CNY → 0.06 CNY",
      "clauses.1.amount.rate: 5/100 → 4/100", "clauses.1.amount.rate: 5/100 → 6/100", "clauses.1.amount.rate: 5/100 → 5/99", "clauses.1.amount.rate: 5/100 → 5/101",
    ]);
  });

  it("R60 ids, names, articles, quotations, codes of places and words of a taxonomy are no figures", () => {
    expect(movesOf("t:dirty").filter((move) => /basis|note|regions|names|\.id/.test(move))).toEqual([]);
    expect(movesOf("t:listing").map((move) => move.split(":")[0])).toEqual(["from", "from", "steps.0.officers", "steps.0.officers", "steps.1.within.days", "steps.1.within.days"]);
    expect([movesOf("t:region-990000"), NOT_FIGURES.has("article"), WITHOUT_FIGURES.includes("term")]).toEqual([[], true, true]);
  });

  it("R61 each keeps the place it has in its file, and moves alone", () => {
    const law = lawWith(SOME);
    for (const raw of law.raw) {
      for (const figure of figuresOf(raw)) {
        const others = figuresOf({ ...raw, value: figure.value() }).filter((each) => each.path.join(".") !== figure.path.join("."));
        expect(others.map(({ path, from }) => [path, from])).toEqual(figuresOf(raw).filter((each) => each.path.join(".") !== figure.path.join(".")).map(({ path, from }) => [path, from]));
        expect(figure.at).toMatch(/^t\/law\.yaml:\d+:\d+$/);
      }
    }
  });
});

describe("law mutation", () => {
  it("R62 a figure asked for on both sides is noticed, by the example that asks; one nobody asks for is not", () => {
    const mutants = mutateLaw(lawWith(["expect: [{entry: dirty, on: 2014-12-31, inForce: false}, {entry: dirty, on: 2015-01-01, inForce: true}]", "expect: {list: dirty, decided: 2018-02-01, ends: 2020-02-01, on: 2018-02-01}"]));
    const dirty = mutants.filter((mutant) => mutant.entry === "t:dirty");
    expect(dirty.filter((mutant) => mutant.field === "from").map((mutant) => mutant.killedBy)).toEqual(["t:example-1", "t:example-1"]);
    expect(dirty.filter((mutant) => mutant.field === "end.fixed.years").map((mutant) => mutant.killedBy)).toEqual(["t:example-2", "t:example-2"]);
    expect(survivorsOf(mutants, "t:dirty")).toEqual(expect.arrayContaining(["criteria.records.months: 12 → 11", "criteria.where.any.0.holds: >= → >"]));
  });

  it("R62 asked on one side only, it moves unnoticed to the other", () => {
    const mutants = mutateLaw(lawWith(["expect: {entry: dirty, on: 2015-01-01, inForce: true}"]));
    expect(survivorsOf(mutants, "t:dirty")).toContain("from: 2015-01-01 → 2014-12-31");
    expect(survivorsOf(mutants, "t:dirty")).not.toContain("from: 2015-01-01 → 2015-01-02");
  });

  it("R62 an example that fails before anything has moved proves nothing", () => {
    const mutants = mutateLaw(lawWith(["expect: [{list: dirty, decided: 2018-02-01, ends: 2021-02-01, on: 2018-02-01}, {entry: dirty, on: 2014-12-31, inForce: false}]"]));
    expect(survivorsOf(mutants, "t:dirty")).toContain("end.fixed.years: 2 → 3");
    expect(survivorsOf(mutants, "t:dirty")).not.toContain("from: 2015-01-01 → 2014-12-31");
  });

  it("R62 what the loader would not load is noticed by the loader", () => {
    const law = loadedLawOfTexts({ "t/body.yaml": BODY, "t/law.yaml": LAW, "t/more.yaml": "{kind: list, id: short, names: Short, from: 2015-01-01, until: 2015-01-02, colour: black, owner: port, holds: reported, freshForDays: 1, basis: {instrument: order}}\n" });
    const mutants = mutateLaw(law).filter((mutant) => mutant.entry === "t:short");
    expect(mutants.map(({ field, to, killedBy }) => [field, to, killedBy])).toEqual([
      ["from", "2014-12-31", undefined], ["from", "2015-01-02", BY_LOADER], ["until", "2015-01-01", BY_LOADER], ["until", "2015-01-03", undefined], ["freshForDays", "0", BY_LOADER], ["freshForDays", "2", undefined],
    ]);
  });

  it("R63 the figures of a clause are the clause's own; what clauses take from their memorandum moves with it", () => {
    const given = "given: {organisation: {name: Gull Lines}, listings: [{list: dirty, effectiveFrom: 2016-01-01, end: notStated}]}";
    const mutants = mutateLaw(loadedLawOfTexts({
      "t/body.yaml": BODY, "t/law.yaml": LAW,
      "t/examples/asked.yaml": `{id: charged, name: Charged, about: moor, citation: {instrument: order}, ${given}, expect: [{act: moor, on: 2016-02-29, verdict: clear}, {act: moor, on: 2016-03-01, verdict: bound, amounts: 0.05 CNY/t}, {act: moor, on: 2017-02-28, verdict: bound, measures: joint-1}, {act: moor, on: 2017-03-01, verdict: bound, measures: [joint-1, joint-2]}]}\n`,
    }));
    expect(mutants.filter((mutant) => mutant.entry.startsWith("t:joint")).map(({ entry, field, to, killedBy }) => [entry, field, to, killedBy])).toEqual([
      ["t:joint", "signedOn", "2016-02-29", "t:charged"], ["t:joint", "signedOn", "2016-03-02", "t:charged"],
      ["t:joint-1", "clauses.0.amount.money", "0.04 CNY", "t:charged"], ["t:joint-1", "clauses.0.amount.money", "0.06 CNY", "t:charged"],
      ["t:joint-2", "clauses.1.from", "2017-02-28", "t:charged"], ["t:joint-2", "clauses.1.from", "2017-03-02", "t:charged"],
      ...["4/100", "6/100", "5/99", "5/101"].map((to) => ["t:joint-2", "clauses.1.amount.rate", to, undefined]),
    ]);
  });

  it("R62 rules about persons are moved too, and noticed by their own examples", () => {
    const scheme = "{entries: [{kind: score-scheme, id: points, names: Points, start: 100, basis: {instrument: order}}, {kind: score-rule, id: litter, names: Litter, scheme: points, tiers: {id: once, names: Once, points: -2}, limit: 9, basis: {instrument: order}}]}";
    const asked = `{id: littered, name: Littered, about: points, citation: {instrument: order}, given: {person: {name: Wen Qiao}}, expect: {score: points, events: litter, points: 98, on: 2019-01-01}}`;
    const mutants = mutateLaw(lawWith(SOME, [scheme, asked]));
    expect(mutants.filter((mutant) => /points|litter/.test(mutant.entry)).map(({ field, to, killedBy }) => [field, to, killedBy])).toEqual([
      ["start", "99", "t:littered"], ["start", "101", "t:littered"], ["tiers.points", "-3", "t:littered"], ["tiers.points", "-1", "t:littered"], ["limit", "8", undefined], ["limit", "10", undefined],
    ]);
  });

  it("R62 the linter's questions are asked of the law with the figure moved", () => {
    const law = lawWith(["expect: {lint: dirty, on: 2019-01-01, finds: no-exit}"]);
    const mutants = mutateLaw(law, { lint: (rulebook) => rulebook.all("list").filter((list) => list.from === "2015-01-01").map((list) => ({ rule: "no-exit", entry: list.id })) });
    expect(mutants.filter((mutant) => mutant.entry === "t:dirty" && mutant.field === "from").map((mutant) => mutant.killedBy)).toEqual(["t:example-1", "t:example-1"]);
  });

  it("R64 a sample is drawn by its seed, no figure twice", () => {
    const law = lawWith(SOME);
    const drawn = (seed: number, count = 10) => mutateLaw(law, { sample: { count, seed } }).map(({ at, to }) => `${at} ${to}`);
    expect([drawn(1), new Set(drawn(1)).size, drawn(1).length]).toEqual([drawn(1), 10, 10]);
    expect(drawn(2)).not.toEqual(drawn(1));
    expect(drawn(3, 10_000).sort()).toEqual(mutateLaw(law).map(({ at, to }) => `${at} ${to}`).sort());
  });

  it("R64 one entry or what belongs to one list can be moved alone", () => {
    const law = lawWith(SOME);
    const id = (text: string) => law.raw.find((raw) => raw.id === text)?.id;
    const [dirty, joint] = [id("t:dirty"), id("t:joint")];
    if (dirty === undefined || joint === undefined) throw new Error("they are entries");
    expect([...new Set(mutateLaw(law, { list: dirty }).map((mutant) => mutant.entry))]).toEqual(["t:dirty", "t:joint", "t:joint-1", "t:joint-2"]);
    expect([...new Set(mutateLaw(law, { entry: joint }).map((mutant) => mutant.entry))]).toEqual(["t:joint", "t:joint-1", "t:joint-2"]);
  });

  it("R65 the sums add up, and what survives is named", () => {
    const mutants = mutateLaw(lawWith(["expect: {entry: dirty, on: 2014-12-31, inForce: false}"]));
    const report = mutationReport(mutants);
    const sum = (tallies: typeof report.byKind) => Object.values(tallies).reduce((total, tally) => total + tally.figures, 0);
    expect([sum(report.byKind), sum(report.byFigure), sum(report.byEntry), report.total.noticed + report.survivors.length]).toEqual([mutants.length, mutants.length, mutants.length, mutants.length]);
    expect(report.byEntry["t:dirty"]).toEqual({ figures: 12, noticed: 1, byLoader: 0, percent: 8.33 });
    expect(mutationReport([]).total).toEqual({ figures: 0, noticed: 0, byLoader: 0, percent: 100 });
  });
});
