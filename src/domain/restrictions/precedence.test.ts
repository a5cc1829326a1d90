import { describe, expect, it } from "vitest";
import { plainDate, present, type FileNumber, type ListingId, type RecordId } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import type { Rulebook } from "../rules/index.ts";
import type { Plain } from "../rules/test-law.ts";
import { harbour, meetingLaw, newRepair, precedence, serious } from "../rules/test-meeting-law.ts";
import { organisationOf, replay } from "../register/index.ts";
import { stored } from "../register/register-fixtures.ts";
import { derive, type Derived } from "./derive.ts";
import { explain } from "./explain.ts";

const A = "P00000018" as FileNumber;
const basis = { instrument: "order" };

interface Listed {
  readonly list?: string;
  readonly from?: string;
  readonly until?: string;
  readonly listing?: string;
  readonly region?: string;
  readonly field?: string;
}

function listed({ list = "serious", from = "2025-02-01", until, listing = "l1", field }: Listed = {}): EventDraft {
  return {
    type: "ListingReported",
    body: {
      listing: listing as ListingId, file: A, list: harbour(list), end: until === undefined ? { kind: "notStated" } : { kind: "fixed", until: plainDate(until) }, fields: field === undefined ? {} : { field }, edition: "e" as never, editionDay: plainDate(from),
      rowKey: listing, contentDigest: "sha256:" as never, source: { batch: "b" as never, template: harbour("t"), row: 1 }, effectiveFrom: plainDate(from), decidedOn: plainDate(from),
    },
  };
}

interface Asked {
  readonly region?: string;
  readonly lawDay?: string;
  /** A record the asker may not see. */
  readonly hidden?: string;
}

function ask(law: Rulebook, events: readonly EventDraft[], act: string, on: string, { region, lawDay = on, hidden }: Asked = {}): Derived {
  const registered: EventDraft = { type: "OrganisationRegistered", body: { file: A, names: [{ text: "Ferry", kind: "main" }], codes: [], ...(region === undefined ? {} : { region }) } };
  const register = replay(stored([registered, ...events]));
  const statute = law.on(plainDate(lawDay));
  return derive({
    scene: { rulebook: law, statute, register, on: plainDate(on), sight: () => "shown", sightOfRecord: (_type, record) => (record.id === hidden ? "hidden" : "shown") }, organisation: present(organisationOf(register, A), "the organisation"), find: () => undefined,
    act: present(statute.get("act", harbour(act)), "the act"), where: {}, calendar: law.all("calendar"),
  });
}

function words(law: Rulebook, derived: Derived, act: string, on: string): ReturnType<typeof explain>["en"] {
  const asOf = { on: plainDate(on), law: plainDate(on), known: 1 as never, rulebook: law.hash, by: "derive", editions: {} } as const;
  return explain({ ...derived, organisation: { file: A, name: "Ferry", codes: [], onFile: true }, act: harbour(act), asOf }, law).en;
}

const standing = [listed({ until: "2028-02-01" })];
const open = precedence("open-repair", { rule: "prefers", among: ["serious", "new-repair"], prefer: "unresolved" });

describe("ways out of an answer", () => {
  it("R19 name the repair rule, its tier and the reading they follow", () => {
    const law = meetingLaw(newRepair, open);
    const answer = ask(law, standing, "sail", "2026-01-05");
    expect(answer.verdict).toBe("bound");
    expect(answer.exits).toMatchObject([
      { acts: ["repair"], earliest: "2025-08-01", exit: "early", reading: "t:serious" },
      { acts: ["repair"], earliest: "2026-02-01", repair: "t:new-repair", tier: "grave", reading: "t:new-repair", decideBy: "2026-02-10" },
      { acts: ["term"], earliest: "2028-02-01" }, { acts: ["annulment"] },
    ]);
    expect(words(law, answer, "sail", "2026-01-05").exits.slice(0, 2)).toEqual([
      "credit repair: open since 1 August 2025, to be decided by 20 January 2026, if the list’s own rule (Serious list) governs",
      "credit repair (Repair of 2026: Grave): 1 February 2026 at the earliest, to be decided by 10 February 2026 (provisional), if Repair of 2026 governs",
    ]);
  });

  it("R19 an undecided tier is settled by the listing's own facts", () => {
    const tiers = [{ id: "food", names: "Food", when: { id: "food-field", names: "Food", holds: 'listing.field == "food"' }, minimumMonths: 12 }, { id: "other", names: "Other", minimumMonths: 3 }];
    const law = meetingLaw({ ...newRepair, tiers });
    const tiersOf = (field?: string) => ask(law, [listed({ list: "silent", ...(field === undefined ? {} : { field }) })], "sail", "2026-01-05").exits.map((exit) => exit.tier);
    expect([tiersOf("wood"), tiersOf("food"), tiersOf()]).toEqual([["other"], ["other", "food"], ["other", "food"]]);
  });

  it("R19 lead out of what a record brings", () => {
    const law = meetingLaw(newRepair, { kind: "measure", id: "fined", names: "Fined", from: "2015-01-01", trigger: { record: "fine" }, authority: "master", acts: "moor", effects: "restrict", force: "mandatory", basis });
    const fine: EventDraft = { type: "RecordReported", body: { record: "r1" as RecordId, file: A, recordType: harbour("fine"), fields: {}, decidedOn: plainDate("2025-06-01"), publishedFrom: plainDate("2025-07-01") } };
    expect(ask(law, [fine], "moor", "2026-01-05").exits.map(({ acts, tier, earliest }) => [acts[0], tier, earliest])).toEqual([["repair", "minor", "2025-07-01"], ["repair", "grave", "2026-07-01"], ["term", "grave", "2028-07-01"]]);
  });

  it("R19 a list that must be left first adds its own way out, and in a circle there is none", () => {
    const needing = (id: string, needs: string): Readonly<Record<string, Plain>> => ({ ...serious, id, names: id, end: "notStated", exits: [{ id: "early", act: "repair", names: "Early", earliestMonths: 6, needs }] });
    const law = meetingLaw(needing("serious", "silent"), { ...needing("silent", "third"), exits: [{ id: "release", act: "release", names: "Release", earliestMonths: 12 }] });
    expect(ask(law, [listed()], "sail", "2025-03-01").exits).toMatchObject([{ acts: ["repair"], earliest: "2025-08-01", needs: ["t:silent"] }]);
    const both = ask(law, [listed(), listed({ list: "silent", listing: "l2" })], "moor", "2025-03-01");
    expect(both.exits).toMatchObject([{ acts: ["repair", "release"], earliest: "2026-02-01" }]);
    const circle = meetingLaw(needing("serious", "silent"), needing("silent", "serious"));
    expect(ask(circle, [listed(), listed({ list: "silent", listing: "l2" })], "moor", "2025-03-01").exits).toEqual([]);
    expect(ask(circle, [listed()], "moor", "2025-03-01").exits).toHaveLength(1);
  });
});

describe("ways out of what the law itself makes", () => {
  const warned = (cause: Plain): readonly Readonly<Record<string, Plain>>[] => [
    { kind: "list", id: "warned", names: "Warned", from: "2015-01-01", colour: "warning", owner: "master", holds: "kept", entailed: cause, basis },
    { kind: "measure", id: "warned-checks", names: "Checks of the warned", from: "2015-01-01", trigger: { list: "warned" }, authority: "master", acts: "moor", effects: "consider", force: "mandatory", basis },
  ];
  const fine = (record: string, on: string): EventDraft => ({ type: "RecordReported", body: { record: record as RecordId, file: A, recordType: harbour("fine"), fields: {}, decidedOn: plainDate(on), publishedFrom: plainDate(on) } });
  const exits = (law: Rulebook, events: readonly EventDraft[], on: string) => ask(law, events, "moor", on).effects.find((effect) => effect.measure === harbour("warned-checks"))?.exits.map(({ acts, earliest, list }) => [acts.join(), earliest, list]);

  it("R19 they end on the first day the cause lapses", () => {
    const law = meetingLaw(...warned({ id: "two", names: "Two fines in a year", records: { type: "fine", count: 2, months: 12 } }));
    expect(exits(law, [fine("r1", "2025-03-01"), fine("r2", "2025-05-01")], "2025-06-01")).toEqual([["end-of-cause", "2026-03-01", "t:warned"]]);
    expect(exits(law, [fine("r1", "2025-03-01"), fine("r2", "2025-05-01"), fine("r3", "2025-05-02")], "2025-06-01")).toEqual([["end-of-cause", "2026-05-01", "t:warned"]]);
    const unseen = ask(law, [fine("r1", "2025-03-01"), fine("r2", "2025-05-01")], "moor", "2025-06-01", { hidden: "r2" });
    expect(unseen.effects.flatMap((effect) => effect.exits)).toEqual([{ acts: ["end-of-cause"], listing: "entailed:t:warned:P00000018", list: "t:warned" }]);
    const open = meetingLaw(...warned({ id: "ever", names: "Ever fined", records: { type: "fine" } }));
    expect(exits(open, [fine("r1", "2025-03-01")], "2025-06-01")).toEqual([["end-of-cause", undefined, "t:warned"]]);
  });

  it("R19 they end with any one listing whose leaving ends the cause", () => {
    const law = meetingLaw(...warned({ id: "on-two", names: "On two lists", listed: { lists: ["serious", "silent"], count: 2 } }));
    const two = [listed({ until: "2028-02-01" }), listed({ list: "silent", listing: "l2" })];
    expect(exits(law, two, "2025-06-01")).toEqual([["repair", "2025-08-01", "t:serious"], ["end-of-cause", "2028-02-01", "t:warned"], ["annulment", undefined, "t:serious"]]);
    // With a third listing no one of them ends it by being left.
    expect(exits(law, [...two, listed({ list: "silent", listing: "l3" })], "2025-06-01")).toEqual([["end-of-cause", undefined, "t:warned"]]);
  });
});

describe("readings", () => {
  const aYear = { ...newRepair, tiers: [{ id: "grave", names: "Grave", covers: ["serious"], minimumMonths: 3, maximumMonths: 12, endsByItself: true }] };

  it("R20 where one reading has the listing ended and another has not, the verdict is undetermined and both are shown", () => {
    const law = meetingLaw(aYear, open);
    expect(ask(law, standing, "sail", "2026-01-31")).toMatchObject({ verdict: "bound" });
    const answer = ask(law, standing, "sail", "2026-02-01");
    expect(answer).toMatchObject({
      verdict: "undetermined", decision: false, effects: [], missing: [{ kind: "reading", fact: "t:open-repair", neededBy: "t:no-sailing" }],
      readings: [{ reading: "t:serious", precedence: "t:open-repair", verdict: "bound", effects: [{ measure: "t:no-sailing", until: "2028-02-01" }] }, { reading: "t:new-repair", tier: "grave", verdict: "clear", effects: [] }],
    });
    expect(ask(law, standing, "moor", "2026-02-01").decision).toBe(true);
    expect(ask(law, standing, "sail", "2028-02-01")).toMatchObject({ verdict: "clear", missing: [] });
    expect(words(law, answer, "sail", "2026-02-01").reasons).toEqual([
      "The law leaves open which rule governs: open-repair. No sailing hangs on it.", "If the list’s own rule (Serious list) governs, Harbour master must refuse it until 1 February 2028 (No sailing).", "If Repair of 2026 (Grave) governs, nothing binds here.",
    ]);
  });

  it("R20 where the law puts the repair rule first its end by itself frees, and an open tier is a missing fact", () => {
    const first = precedence("first", { rule: "prefers", among: ["serious", "new-repair"], prefer: ["new-repair", "serious"] });
    expect(["2026-01-31", "2026-02-01"].map((on) => ask(meetingLaw(aYear, first), standing, "sail", on).verdict)).toEqual(["bound", "clear"]);
    expect(ask(meetingLaw(aYear, first), standing, "sail", "2026-01-31").effects).toMatchObject([{ until: "2026-02-01" }]);
    const tiers = [{ id: "short", names: "Short", maximumMonths: 12, endsByItself: true }, { id: "long", names: "Long", maximumMonths: 24, endsByItself: true }];
    expect(ask(meetingLaw({ ...newRepair, tiers }, first), standing, "sail", "2026-03-01")).toMatchObject({ verdict: "undetermined", missing: [{ kind: "fact", fact: "the tier of the repair rule" }], readings: [{ tier: "short", verdict: "clear" }, { tier: "long", verdict: "bound" }] });
  });

  it("R20 what binds under every reading, or beside them, binds", () => {
    const law = meetingLaw(aYear, open, { kind: "measure", id: "checks", names: "Checks", from: "2015-01-01", trigger: { list: "silent" }, authority: "master", acts: "sail", effects: "scrutinise", force: "mandatory", basis });
    expect(ask(law, [...standing, listed({ list: "silent", listing: "l2" })], "sail", "2026-02-01")).toMatchObject({ verdict: "bound", missing: [{ kind: "reading" }] });
  });
});

describe("measures that meet", () => {
  const second = (effects: Plain, more: Readonly<Record<string, Plain>> = {}): Readonly<Record<string, Plain>> => ({ kind: "measure", id: "second", names: "Second", from: "2015-01-01", trigger: { list: "serious" }, authority: "master", acts: "sail", effects, force: "mandatory", basis, ...more });
  const among = (prefer: string | readonly string[]) => precedence("which", { rule: "prefers", among: ["no-sailing", "second"], prefer });

  it("R21 the one the law puts first governs, and the other is spared by name", () => {
    const answer = ask(meetingLaw(second("scrutinise"), among(["second", "no-sailing"])), standing, "sail", "2026-01-05");
    expect(answer.effects.map((effect) => effect.measure)).toEqual(["t:second"]);
    expect(answer.spared).toMatchObject([{ measure: "t:no-sailing", failed: "precedence:t:which", precedence: "t:which" }]);
    expect(words(meetingLaw(second("scrutinise"), among(["second"])), answer, "sail", "2026-01-05").reasons).toContain("Does not bind: No sailing. A rule of precedence keeps it back: which.");
  });

  it("R21 a measure whose conditions fail does not speak, and of one that nobody knows nobody knows the other", () => {
    const conditions = (holds: string): Plain => ({ id: "food", names: "Food", holds });
    const law = meetingLaw(second("scrutinise", { conditions: conditions('listing.field == "food"') }), among(["second", "no-sailing"]));
    expect(ask(law, [listed({ field: "wood" })], "sail", "2026-01-05").effects.map((effect) => effect.measure)).toEqual(["t:no-sailing"]);
    expect(ask(law, [listed()], "sail", "2026-01-05")).toMatchObject({ verdict: "undetermined", effects: [], missing: [{ kind: "fact", fact: "listing.field" }] });
  });

  it("R21 unresolved, measures that differ leave the verdict open with both readings; those that come to the same do not", () => {
    const answer = ask(meetingLaw(second("scrutinise"), among("unresolved")), standing, "sail", "2026-01-05");
    expect(answer).toMatchObject({ verdict: "undetermined", effects: [], missing: [{ kind: "reading", fact: "t:which" }], readings: [{ reading: "t:no-sailing", effects: [{ effect: "deny" }] }, { reading: "t:second", effects: [{ effect: "scrutinise" }] }] });
    const same = ask(meetingLaw(second("deny"), among("unresolved")), standing, "sail", "2026-01-05");
    expect(same).toMatchObject({ verdict: "bound", missing: [] });
    expect(same.effects).toHaveLength(2);
  });

  it("R21 measures of two triggers do not meet; lists named themselves do", () => {
    const two = [...standing, listed({ list: "silent", listing: "l2" })];
    const bySilent = second("scrutinise", { trigger: { list: "silent" } });
    expect(ask(meetingLaw(bySilent, among(["second", "no-sailing"])), two, "sail", "2026-01-05").effects.map((effect) => effect.measure)).toContain("t:no-sailing");
    const lists = meetingLaw(precedence("lists", { rule: "prefers", among: ["serious", "silent"], prefer: ["silent", "serious"] }));
    expect(ask(lists, two, "sail", "2026-01-05")).toMatchObject({ effects: [{ measure: "t:silent-checks" }], spared: [{ measure: "t:no-sailing" }] });
    expect(ask(lists, standing, "sail", "2026-01-05").verdict).toBe("bound");
  });
});

describe("effects that rest, and milder ones", () => {
  const rest = (more: Readonly<Record<string, Plain>> = {}) => precedence("rest", { rule: "suspension", of: "no-sailing", what: "effects", from: "2026-01-01", until: "2026-03-01", ...more });

  it("R22 a suspended measure does not bind while it holds, and the suspension is named", () => {
    const law = meetingLaw(rest());
    expect(["2025-12-31", "2026-01-01", "2026-02-28", "2026-03-01"].map((on) => ask(law, standing, "sail", on).verdict)).toEqual(["bound", "clear", "clear", "bound"]);
    expect(ask(law, standing, "sail", "2026-01-01").spared).toMatchObject([{ measure: "t:no-sailing", failed: "precedence:t:rest" }]);
    expect(ask(law, standing, "moor", "2026-01-01").verdict).toBe("bound");
    expect(ask(meetingLaw(rest({ what: "clocks" })), standing, "sail", "2026-01-01").verdict).toBe("bound");
  });

  it("R22 it holds in its regions and under its condition; where these are not known, nobody knows", () => {
    const law = meetingLaw(rest({ regions: "990000" }));
    expect([{ region: "990100" }, { region: "980000" }, {}].map((more) => ask(law, standing, "sail", "2026-01-01", more).verdict)).toEqual(["clear", "bound", "undetermined"]);
    const open = meetingLaw(rest({ when: { id: "open", names: "Open", holds: 'organisation.region == "990100"' } }));
    expect([{ region: "990100" }, { region: "980000" }, {}].map((more) => ask(open, standing, "sail", "2026-01-01", more).verdict)).toEqual(["clear", "bound", "undetermined"]);
    expect(ask(open, standing, "sail", "2026-01-01").missing).toMatchObject([{ kind: "fact", fact: "organisation.region", neededBy: "t:no-sailing" }]);
  });

  it("R22 a list, memorandum or act that is named rests with its measures", () => {
    for (const of of ["serious", "sail"]) expect(ask(meetingLaw(rest({ of })), standing, "sail", "2026-01-01").verdict).toBe("clear");
  });

  it("R26 what the law let nobody record counts for nothing, of the days, regions and organisations it says", () => {
    const fined = { kind: "measure", id: "fined", names: "Fined", from: "2015-01-01", trigger: { record: "fine" }, authority: "master", acts: "moor", effects: "restrict", force: "mandatory", basis };
    const pause = (more: Readonly<Record<string, Plain>> = {}) => precedence("pause", { rule: "suspension", of: "fine", what: "recording", from: "2025-03-01", until: "2025-05-01", ...more });
    const fineOf = (on: string): EventDraft => ({ type: "RecordReported", body: { record: "r1" as RecordId, file: A, recordType: harbour("fine"), fields: {}, actedOn: plainDate(on), decidedOn: plainDate("2025-06-01"), publishedFrom: plainDate("2025-06-01") } });
    const verdicts = (law: Rulebook, region?: string, lawDay = "2025-07-01") => ["2025-02-28", "2025-03-01", "2025-04-30", "2025-05-01"].map((on) => ask(law, [fineOf(on)], "moor", "2025-07-01", { lawDay, ...(region === undefined ? {} : { region }) }).verdict);
    expect(verdicts(meetingLaw(fined, pause()))).toEqual(["bound", "clear", "clear", "bound"]);
    const regional = meetingLaw(fined, pause({ regions: "990000" }));
    expect([verdicts(regional, "990100")[1], verdicts(regional, "980000")[1], verdicts(regional)[1]]).toEqual(["clear", "bound", "bound"]);
    const open = meetingLaw(fined, pause({ when: { id: "here", names: "Here", holds: 'organisation.region == "990100"' } }));
    expect([verdicts(open, "990100")[1], verdicts(open)[1]]).toEqual(["clear", "bound"]);
    expect(verdicts(meetingLaw(fined, pause()), undefined, "2025-02-28")[1]).toBe("bound");
    expect(verdicts(meetingLaw(fined, pause({ what: "clocks" })))[1]).toBe("bound");
  });

  it("R23 a milder later amount governs earlier acts where the law says so, a harder one never", () => {
    const dearer = (amount: string): Readonly<Record<string, Plain>> => ({ kind: "measure", id: "dearer-mooring", names: "Dearer mooring", from: "2015-01-01", trigger: { list: "serious" }, authority: "master", acts: "moor", effects: "surcharge", amount: { dated: [{ from: "2015-01-01", value: { money: "5 CNY", per: "day" } }, { from: "2026-01-01", value: { money: amount, per: "day" } }] }, force: "mandatory", anchor: "decision", basis });
    const reach = precedence("reach", { rule: "milder", of: "dearer-mooring" });
    const amount = (law: Rulebook, on = "2026-01-05", lawDay = on) => ask(law, standing, "moor", on, { lawDay }).effects.map((effect) => (effect.amount?.kind === "moneyPerUnit" ? effect.amount.money.minor : undefined));
    expect([amount(meetingLaw(dearer("3 CNY"))), amount(meetingLaw(dearer("3 CNY"), reach)), amount(meetingLaw(dearer("7 CNY"), reach))]).toEqual([[500], [300], [500]]);
    expect([amount(meetingLaw(dearer("3 CNY"), reach), "2025-12-31"), amount(meetingLaw(dearer("3 CNY"), reach), "2026-01-05", "2025-12-31")]).toEqual([[500], [500]]);
  });

  it("R23 a milder later End governs a listing decided before it", () => {
    const dated = { ...serious, end: { dated: [{ from: "2015-01-01", value: { fixed: { years: 3, from: "publication" } } }, { from: "2026-01-01", value: { fixed: { years: 1, from: "publication" } } }] } };
    const law = meetingLaw(dated, precedence("reach", { rule: "milder", of: "serious" }));
    expect(["2026-01-31", "2026-02-01"].map((on) => ask(law, standing, "sail", on).verdict)).toEqual(["bound", "clear"]);
    expect(ask(law, standing, "sail", "2026-01-31").exits).toContainEqual({ acts: ["term"], earliest: "2026-02-01", listing: "l1", list: "t:serious" });
    expect(ask(meetingLaw(dated), standing, "sail", "2026-02-01").verdict).toBe("bound");
    const longer = meetingLaw({ ...dated, end: { dated: [{ from: "2015-01-01", value: { fixed: { years: 3, from: "publication" } } }, { from: "2026-01-01", value: { fixed: { years: 5, from: "publication" } } }] } }, precedence("move", { rule: "transition", old: "serious", replacement: "serious", pending: "new" }));
    expect(["2028-02-01", "2030-01-31", "2030-02-01"].map((on) => ask(longer, standing, "sail", on).verdict)).toEqual(["bound", "bound", "clear"]);
  });
});
