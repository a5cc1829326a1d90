// Dated law, tried on the law of this repository and on an invented one: whatever is added to the law for a later day (a version of a
// value, an entry, the end of one), no answer about an earlier day changes. Days, values, kinds of change and facts are drawn at random.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exitsInLaw, endOf, workingCalendar } from "../src/domain/cases/index.ts";
import { meetingLaw, newRepair, oldRepair, precedence, sectorRepair, serious } from "../src/domain/rules/test-meeting-law.ts";
import type { EventDraft } from "../src/domain/events/index.ts";
import { organisationOf, replay } from "../src/domain/register/index.ts";
import { stored } from "../src/domain/register/register-fixtures.ts";
import { assess, deadEnds, derive, explain, waysOut, type Scene } from "../src/domain/restrictions/index.ts";
import type { Amount } from "../src/domain/terms/index.ts";
import { covers, plainDate, present, addDays, type FileNumber, type LawId, type ListingId, type PlainDate, type RecordId } from "../src/domain/terms/index.ts";
import { lookUps, statutes } from "../src/domain/rules/statute.ts";
import type { Dated, EndRule, Entry, EntryOf, Force, List, Precedence, Repair, Rulebook, Statute } from "../src/domain/rules/index.ts";
import { loadLaw } from "./support/law.ts";

const A = "P00000018" as FileNumber;
const HEAD = { names: { en: "Later" }, basis: [], confidence: "high", at: "test" } as const;

/** Something added to the law for a day, from numbers drawn at random. */
interface Change {
  readonly what: string;
  /** A version of a dated value: under it not even a later statute book may answer otherwise about an earlier day. */
  readonly version: boolean;
  readonly apply: (law: Rulebook, from: PlainDate, pick: number) => readonly Entry[];
}

function one<T>(all: readonly T[], pick: number): T {
  return present(all[pick % all.length], "something to choose from");
}

/** As the law's reader orders versions: each lasts until the next begins. */
function withVersion<T>(dated: Dated<T>, from: PlainDate, value: T): Dated<T> {
  if (dated.some((version) => version.from === from)) return dated;
  const next = dated.find((version) => version.from !== undefined && version.from > from);
  const earlier = dated.filter((version) => version.from === undefined || version.from < from).map((version) => (version.until === undefined || version.until > from ? { ...version, until: from } : version));
  const later = dated.filter((version) => version.from !== undefined && version.from > from);
  return [...earlier, { from, ...(next?.from === undefined ? {} : { until: next.from }), value, basis: [] }, ...later];
}

function replaced(law: Rulebook, changed: Entry): readonly Entry[] {
  return law.entries.map((entry) => (entry.id === changed.id ? changed : entry));
}

const ENDS: readonly EndRule[] = [{ kind: "fixed", months: 1, from: "decision" }, { kind: "fixed", years: 9, from: "effect" }, { kind: "notStated" }, { kind: "permanent", because: { en: "for good" } }, { kind: "untilDone", what: { en: "done" } }];
const AMOUNTS: readonly Amount[] = [{ kind: "notStated" }, { kind: "moneyPerUnit", money: { minor: 1, currency: "CNY" }, unit: "day" }, { kind: "rate", rate: { numerator: 1, denominator: 9 }, of: "sailings" }];
const FORCES: readonly Force[] = ["mandatory", "discretionary", "mandatory-unless-declined"];
const LATER = "t:added-later" as LawId;

function version<K extends Entry["kind"]>(what: string, kind: K, change: (entry: EntryOf<K>, from: PlainDate, pick: number, law: Rulebook) => Entry): Change {
  return { what, version: true, apply: (law, from, pick) => (law.all(kind).length === 0 ? law.entries : replaced(law, change(one(law.all(kind), pick), from, pick, law))) };
}

function added(what: string, make: (law: Rulebook, from: PlainDate, pick: number) => readonly Entry[]): Change {
  return { what, version: false, apply: (law, from, pick) => [...law.entries, ...make(law, from, pick)].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

const CHANGES: readonly Change[] = [
  version("an End", "list", (list, from, pick) => ({ ...list, end: withVersion(list.end, from, one(ENDS, pick)) })),
  version("exits", "list", (list, from, pick, law) => ({ ...list, exits: withVersion(list.exits, from, pick % 3 === 0 ? [] : (one(law.all("list"), pick * 7).exits[0]?.value ?? [])) })),
  version("criteria", "list", (list, from, pick, law) => ({ ...list, criteria: withVersion(list.criteria, from, one(law.all("list"), pick * 5).criteria[0]?.value ?? []) })),
  version("an amount", "measure", (measure, from, pick) => ({ ...measure, amount: withVersion(measure.amount, from, one(AMOUNTS, pick)) })),
  version("a force", "measure", (measure, from, pick) => ({ ...measure, force: withVersion(measure.force, from, one(FORCES, pick)) })),
  version("months of publication", "record-type", (type, from, pick) => ({ ...type, publicationMonths: withVersion(type.publicationMonths, from, pick % 90), retentionMonths: withVersion(type.retentionMonths, from, pick % 91) })),
  version("steps", "procedure", (procedure, from, pick) => ({ ...procedure, steps: withVersion(procedure.steps, from, (procedure.steps[0]?.value ?? []).slice(0, pick % 4)) })),
  added("a repair rule", (law, from, pick) => {
    const rule: Repair = {
      ...HEAD, kind: "repair", id: LATER, from, covers: law.all("list").filter((_, index) => (index + pick) % 3 > 0).map((list) => list.id), anchor: one(["application", "decision", "dayAsked"], pick), milder: pick % 2 === 0, conditions: [], excluded: [],
      tiers: [{ id: "tier", names: { en: "Tier" }, minimumMonths: pick % 12, maximumMonths: (pick % 12) + (pick % 5), endsByItself: pick % 2 === 0, documents: [], basis: [] }],
    };
    return [rule];
  }),
  added("a measure", (law, from, pick) => law.all("measure").filter((_, index) => (index + pick) % 5 === 0).map((measure) => ({ ...measure, id: `${measure.id}-later` as LawId, from, effects: ["deny"], force: [{ value: "mandatory", basis: [] }] }))),
  added("a list", (law, from, pick) => [{ ...one(law.all("list"), pick), id: LATER, from, colour: "black", holds: "kept", entailed: { kind: "listed", id: "later", names: { en: "On any" }, lists: [], colour: "black", count: 1, basis: [] } } satisfies List]),
  added("a rule of precedence", (law, from, pick) => {
    const head = { ...HEAD, kind: "precedence", id: LATER, from } as const;
    const ids = [...law.all("list"), ...law.all("repair"), ...law.all("measure")].filter((_, index) => (index + pick) % 2 === 0).map((entry) => entry.id);
    const list = one(law.all("list"), pick).id;
    return [one<Precedence>([
      { ...head, rule: "prefers", among: ids, prefer: "unresolved" }, { ...head, rule: "prefers", among: ids, prefer: [...ids].reverse() }, { ...head, rule: "milder", of: ids },
      { ...head, rule: "transition", old: list, replacement: list, pending: one(["old", "new", "milder"], pick) }, { ...head, rule: "suspension", of: ids, what: "effects", regions: [] },
    ], pick)];
  }),
  {
    what: "the end of entries", version: false,
    apply: (law, from, pick) => law.entries.map((entry, index) => ((index + pick) % 4 === 0 && (entry.from === undefined || entry.from < from) && (entry.until === undefined || entry.until > from) ? { ...entry, until: from } : entry)),
  },
];

function rebuilt(law: Rulebook, entries: readonly Entry[]): Rulebook {
  return { ...law, entries, ...lookUps(entries), on: statutes(entries, law.hash) };
}

/** Facts on file, drawn from the law as it is: listings on lists in force, and records. */
interface Facts {
  readonly lists: readonly LawId[];
  readonly events: readonly EventDraft[];
}

function factsOn(law: Rulebook, on: PlainDate, picks: readonly number[]): Facts {
  const lists = law.all("list").filter((list) => covers(list, on));
  const chosen = picks.map((pick) => ({ pick, list: one(lists, pick) }));
  const listings = chosen.map(({ pick, list }, index): EventDraft => {
    const from = addDays(on, -(pick % 1500));
    const end = pick % 3 === 0 ? ({ kind: "notStated" } as const) : ({ kind: "fixed", until: addDays(on, (pick % 900) - 100) } as const);
    return {
      type: "ListingReported",
      body: { listing: `l${index}` as ListingId, file: A, list: list.id, end: end.kind === "fixed" && end.until <= from ? { kind: "notStated" } : end, fields: {}, edition: `e${index}` as never, editionDay: from, rowKey: `${index}`, contentDigest: "sha256:" as never, source: { batch: "b" as never, template: LATER, row: 1 }, effectiveFrom: from, decidedOn: from },
    };
  });
  const records = picks.map((pick, index): EventDraft => ({ type: "RecordReported", body: { record: `r${index}` as RecordId, file: A, recordType: one(law.all("record-type"), pick).id, fields: {}, decidedOn: addDays(on, -(pick % 700)), publishedFrom: addDays(on, -(pick % 700)) } }));
  return { lists: [...new Set(chosen.map(({ list }) => list.id))], events: [{ type: "OrganisationRegistered", body: { file: A, names: [{ text: "Ferry", kind: "main" }], codes: [] } }, ...listings, ...records] };
}

/** Everything the law says of these facts on a day, under one statute book, as text. */
function answers(law: Rulebook, statute: Statute, facts: Facts, on: PlainDate, whole: boolean): readonly string[] {
  const scene: Scene = { rulebook: law, statute, register: replay(stored(facts.events)), on, sight: () => "shown", sightOfRecord: () => "shown" };
  const organisation = present(organisationOf(scene.register, A), "the organisation");
  const calendar = law.all("calendar");
  const acts = new Set(facts.lists.flatMap((id) => statute.all("measure").filter((measure) => measure.trigger.kind === "list" && measure.trigger.lists.includes(id)).flatMap((measure) => measure.acts)));
  const asked = [...acts].sort().slice(0, 12).flatMap((id) => statute.get("act", id) ?? []);
  const derived = asked.map((act) => derive({ scene, organisation, find: () => undefined, act, where: {}, calendar }));
  const [first] = derived;
  const asOf = { on, law: statute.day, known: 1 as never, rulebook: law.hash, by: "derive", editions: {} } as const;
  const words = first === undefined || asked[0] === undefined ? [] : [explain({ ...first, organisation: { file: A, name: "Ferry", codes: [], onFile: true }, act: asked[0].id, asOf }, law)];
  const days = { actedOn: on, appliedOn: on, decidedOn: on, effectiveFrom: on, publishedFrom: on };
  const lists = facts.lists.flatMap((id) => statute.get("list", id) ?? []);
  const said: readonly unknown[] = [
    ...derived, ...words, ...lists.map((list) => waysOut(statute, list.id, { listedOn: addDays(on, -30), on, calendar })), ...lists.map((list) => endOf(list, { ...days, asked: on })),
    ...lists.map((list) => exitsInLaw({ law, lawDay: statute.day, on, calendar: workingCalendar(calendar) }, list, { end: { kind: "notStated" }, days })), ...(whole ? [deadEnds(statute, on), assess(scene, organisation)] : []),
  ];
  return said.map((each) => JSON.stringify(each));
}

/** Entries a transition or a milder rule lets reach back: the law itself says so. */
function reachesBack(law: Rulebook, entry: Entry): boolean {
  return law.all("precedence").some((each) => (each.rule === "milder" && each.of.includes(entry.id)) || (each.rule === "transition" && each.old === entry.id));
}

function holds(law: Rulebook, first: PlainDate, last: number, runs: number): void {
  const drawn = fc.record({ on: fc.integer({ min: 0, max: last }), after: fc.integer({ min: 1, max: 900 }), asked: fc.integer({ min: 0, max: 1200 }), change: fc.constantFrom(...CHANGES), pick: fc.nat(100_000), picks: fc.array(fc.nat(100_000), { minLength: 1, maxLength: 5 }) });
  fc.assert(fc.property(drawn, ({ on: offset, after, asked, change, pick, picks }) => {
    const on = addDays(first, offset);
    const from = addDays(on, after);
    const changed = rebuilt(law, change.apply(law, from, pick));
    const facts = factsOn(law, on, picks);
    expect(answers(changed, changed.on(on), facts, on, true)).toEqual(answers(law, law.on(on), facts, on, true));
    const later = addDays(on, asked);
    // The statute book of the day knows nothing of what comes after it, whatever day it is asked about.
    expect(answers(changed, changed.on(on), facts, later, true)).toEqual(answers(law, law.on(on), facts, later, true));
    if (!change.version || changed.entries.some((entry, index) => entry !== law.entries[index] && reachesBack(law, entry))) return;
    expect(answers(changed, changed.on(later), facts, on, false)).toEqual(answers(law, law.on(later), facts, on, false));
  }), { numRuns: runs });
}

const law = await loadLaw("law");

describe("what is added to the law for a later day", () => {
  it("R25 changes no answer about an earlier day, whatever is drawn, in an invented law", () => {
    const invented = meetingLaw(
      newRepair, oldRepair, sectorRepair, precedence("open", { rule: "prefers", among: ["serious", "new-repair"], prefer: "unresolved", from: "2026-01-01" }), precedence("reach", { rule: "milder", of: "old-repair" }),
      { ...serious, end: { dated: [{ from: "2015-01-01", value: { fixed: { years: 3, from: "publication" } } }, { from: "2024-01-01", value: { fixed: { years: 2, from: "publication" } } }] } },
    );
    holds(invented, plainDate("2019-01-01"), 3000, 400);
  });

  it("R25 changes no answer about an earlier day, whatever is drawn, in the law of this repository", () => holds(law, plainDate("2016-01-01"), 4000, 100), 60_000);
});
