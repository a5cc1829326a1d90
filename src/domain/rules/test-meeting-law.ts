// An invented harbour law in which rules meet: a list with its own early release, one without, repair rules over both, and whatever
// rules of precedence a test adds. For the tests of cases/ and restrictions/.
import type { LawId } from "../terms/index.ts";
import type { Rulebook } from "./rulebook.ts";
import { testLaw, type Plain } from "./test-law.ts";

export function harbour(id: string): LawId {
  return `t:${id}` as LawId;
}

const basis = { instrument: "order" };
const BASICS: readonly Plain[] = [
  { kind: "instrument", id: "order", names: "Order", rank: "law" },
  { kind: "authority", id: "master", names: "Harbour master", level: "national", powers: ["list", "enforce", "repair"] },
  { kind: "act", id: "sail", names: "Sail", undetermined: "closes" },
  { kind: "act", id: "moor", names: "Moor", undetermined: "opens" },
  { kind: "term", id: "region-990000", names: "Province", taxonomy: "region", value: 990000 },
  { kind: "term", id: "region-990100", names: "City", taxonomy: "region", value: 990100, parent: 990000 },
  { kind: "term", id: "region-980000", names: "Other province", taxonomy: "region", value: 980000 },
  { kind: "record-type", id: "fine", names: "Fine", from: "2010-01-01", about: "penalty", disclosure: "public", fields: { amount: { type: "money", names: "Amount" } }, basis },
];

/** Three years from publication, six months before early release. */
export const serious: Readonly<Record<string, Plain>> = {
  kind: "list", id: "serious", names: "Serious list", from: "2015-01-01", colour: "black", owner: "master", holds: "reported", basis,
  fields: { field: { type: "text", names: "Field" } },
  end: { fixed: { years: 3, from: "publication" } },
  exits: [{ id: "early", act: "repair", names: "Early release", earliestMonths: 6, decideWithin: { days: 15 }, by: "master" }, { id: "annulment", act: "annulment", names: "Annulled" }],
};
/** It says neither how a listing ends nor what leads out. */
export const silent: Readonly<Record<string, Plain>> = { kind: "list", id: "silent", names: "Silent list", from: "2015-01-01", colour: "black", owner: "master", holds: "reported", basis, fields: { field: { type: "text", names: "Field" } } };

export const oldRepair: Readonly<Record<string, Plain>> = {
  kind: "repair", id: "old-repair", names: "Repair of 2020", from: "2020-01-01", until: "2026-01-01", covers: ["serious", "silent", "fine"], basis,
  tiers: [{ id: "any", names: "Anything", minimumMonths: 24, maximumMonths: 48, endsByItself: true }],
};
export const newRepair: Readonly<Record<string, Plain>> = {
  kind: "repair", id: "new-repair", names: "Repair of 2026", from: "2026-01-01", covers: ["serious", "silent", "fine"], decideWithin: { workingDays: 7 }, decidedBy: "master", basis,
  tiers: [{ id: "minor", names: "Minor", minimumMonths: 0, maximumMonths: 3, endsByItself: true }, { id: "grave", names: "Grave", covers: ["serious"], minimumMonths: 12, maximumMonths: 36, endsByItself: true }],
};
/** A sector's own, beside the new one. */
export const sectorRepair: Readonly<Record<string, Plain>> = {
  kind: "repair", id: "sector-repair", names: "Repair of the sector", from: "2025-07-01", covers: ["serious", "silent"], basis,
  tiers: [{ id: "all", names: "All", minimumMonths: 2, documents: "Letter" }],
};

const NO_BID: readonly Plain[] = [
  { kind: "measure", id: "no-sailing", names: "No sailing", from: "2015-01-01", trigger: { list: "serious" }, authority: "master", acts: "sail", effects: "deny", force: "mandatory", basis },
  { kind: "measure", id: "dearer-mooring", names: "Dearer mooring", from: "2015-01-01", trigger: { list: "serious" }, authority: "master", acts: "moor", effects: "surcharge", amount: { money: "5 CNY", per: "day" }, force: "mandatory", basis },
  { kind: "measure", id: "silent-checks", names: "Checks", from: "2015-01-01", trigger: { list: "silent" }, authority: "master", acts: "sail", effects: "scrutinise", force: "mandatory", basis },
];

/** The harbour law with these entries added, each in the place of one of the same id. */
export function meetingLaw(...added: readonly Readonly<Record<string, Plain>>[]): Rulebook {
  const ids = new Set(added.map((entry) => entry["id"]));
  const kept = [...BASICS, serious, silent, ...NO_BID].filter((entry) => !ids.has((entry as Readonly<Record<string, Plain>>)["id"]));
  return testLaw({ "t/body.yaml": { body: "t", names: "Harbour law", timeZone: "Etc/UTC", currency: "CNY" }, "t/all.yaml": { entries: [...kept, ...added] } });
}

/** A rule of precedence; in force from 2015 unless it says otherwise. */
export function precedence(id: string, rule: Readonly<Record<string, Plain>>): Readonly<Record<string, Plain>> {
  return { kind: "precedence", id, names: id, from: "2015-01-01", basis, ...rule };
}
