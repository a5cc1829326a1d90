// A small invented body of law for the tests of this room, written as plain values and given places as intake would.
import { parseDigest, present, type Digest, type Finding, type Located, type LocatedDocument, type Result } from "../terms/index.ts";
import { loadRulebook } from "./load.ts";
import type { Rulebook } from "./rulebook.ts";

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };
export type Files = Readonly<Record<string, Plain>>;

/** A plain value as a document; each value stands on a line of its own, counted from 1 in reading order. */
export function documentOf(path: string, value: Plain): LocatedDocument {
  let line = 0;
  function locate(plain: Plain): Located {
    line += 1;
    const at = `${path}:${line}:1`;
    if (plain === null) return { kind: "nothing", at };
    if (typeof plain === "string") return { kind: "text", value: plain, at };
    if (typeof plain === "number") return { kind: "number", value: plain, source: String(plain), at };
    if (typeof plain === "boolean") return { kind: "flag", value: plain, at };
    if (isItems(plain)) return { kind: "items", items: plain.map(locate), at };
    const fields = new Map(Object.entries(plain).map(([name, each]) => [name, locate(each)]));
    return { kind: "fields", fields, keyPlaces: new Map([...fields].map(([name, each]) => [name, each.at])), at };
  }
  return { path, root: locate(value) };
}

function isItems(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}

/** Stands in for sha256: equal texts have equal digests, and these few texts have different ones. */
export function testDigest(text: string): Digest {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    a = Math.imul(a ^ text.charCodeAt(index), 0x01000193) >>> 0;
    b = (Math.imul(b, 31) + text.charCodeAt(index)) >>> 0;
  }
  const parsed = parseDigest(`sha256:${(a.toString(16).padStart(8, "0") + b.toString(16).padStart(8, "0")).repeat(4)}`);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const basis = { instrument: "order", article: 3 };

export const LAW: Files = {
  "t/body.yaml": { body: "t", names: "Test law", timeZone: "Etc/UTC", currency: "CNY" },
  "t/basics.yaml": {
    entries: [
      { kind: "instrument", id: "order", names: "Order", rank: "law" },
      { kind: "authority", id: "customs", names: "Customs", level: "national", powers: ["list", "enforce"], short: "customs" },
      { kind: "authority", id: "port", names: "Port", level: "city", superior: "customs", powers: "enforce" },
      { kind: "act", id: "bid", names: "Bid", undetermined: "opens", authorities: ["customs", "port"] },
      { kind: "term", id: "region-990000", names: "Province", taxonomy: "region", value: 990000 },
      { kind: "term", id: "region-990100", names: "City", taxonomy: "region", value: 990100, parent: 990000 },
      { kind: "term", id: "status-closed", names: "Closed", taxonomy: "status", value: "closed" },
      { kind: "identifier", id: "code", names: "Code", of: "organisation", form: "^[0-9]{9}$", basis },
    ],
  },
  "t/record-types/penalty.yaml": {
    kind: "record-type", id: "penalty", names: "Penalty", from: "2010-01-01", about: "penalty", disclosure: "public", basis,
    publicationMonths: { dated: [{ from: "2010-01-01", value: 60 }, { from: "2023-05-01", value: 36 }] },
    fields: { fine: { type: "money", names: "Fine" }, gravity: { type: "choice", choices: ["minor", "serious"], names: "Gravity" }, endsOn: { type: "day", names: "Ends on" }, share: { type: "rate", names: "Share" }, grounds: { type: "choices", choices: ["fraud", "theft"], names: "Grounds" } },
  },
  "t/lists/serious.yaml": {
    kind: "list", id: "serious", names: { en: "Serious list", zh: "严重失信名单", by: "us" }, from: "2015-01-01", colour: "black", owner: "customs", holds: "kept", basis,
    fields: { practices: { type: "choices", choices: ["fraud", "theft"], names: "Practices" } },
    criteria: { id: "grave", names: "A grave penalty", records: { type: "penalty", months: 24 }, where: { id: "is-serious", names: "Serious", holds: 'record.gravity == "serious"' } },
    end: { dated: [{ from: "2015-01-01", value: { fixed: { years: 2, from: "effect" } } }, { from: "2021-11-01", value: { fixed: { years: 3, from: "effect" } }, basis }] },
    procedure: "listing", exits: { id: "repaired", act: "repair", names: "Repair", decideWithin: { workingDays: 20 } },
  },
  "t/procedures/listing.yaml": {
    kind: "procedure", id: "listing", names: "Listing", from: "2015-01-01", basis,
    steps: [{ id: "notice", kind: "notice", names: "Notice", by: "office" }, { id: "decision", kind: "decision", names: "Decision", by: "office", after: "notice", within: { days: 30, from: "notice" } }],
  },
  "t/measures/bar.yaml": { kind: "measure", id: "bar", names: "Bar", from: "2015-01-01", until: "2030-01-01", trigger: { list: "serious" }, authority: "customs", acts: "bid", effects: "deny", force: "mandatory", basis },
  "t/memoranda/joint.yaml": {
    kind: "memorandum", id: "joint", names: "Joint", signedOn: "2016-03-01", parties: ["customs", { authority: "port", sinceEarliest: "2016-04-01", sinceLatest: "2016-06-01" }], trigger: { list: "serious" },
    force: "discretionary", basis, conditions: { id: "long", names: "Longer than a year", holds: "listing.until > plusYears(listing.effectiveFrom, 1)" },
    clauses: [{ id: 1, names: "Bar or restrict", authority: "port", acts: "bid", effects: ["deny", "restrict"] }, { id: 2, names: "Charge", authority: "customs", acts: "bid", effects: "surcharge", amount: { money: "0.05 CNY", per: "kWh" }, force: "mandatory" }],
  },
  "t/examples/serious.yaml": {
    id: "barred", name: "A listed organisation is barred", about: ["serious", "joint-1"], citation: basis,
    given: { organisation: { name: "Harbour Trading" }, listings: { list: "serious", effectiveFrom: "2020-01-01", end: "2022-01-01", fields: { practices: ["fraud"] } }, records: { type: "penalty", fields: { fine: "20 CNY" } } },
    expect: { act: "bid", where: "port", on: "2020-06-01", verdict: "bound", measures: "bar" },
  },
  "t/people/act.yaml": { kind: "act", id: "fly", names: "Fly", undetermined: "opens" },
};

export function loadTestLaw(files: Files): Result<Rulebook, readonly Finding[]> {
  return loadRulebook(Object.entries(files).map(([path, value]) => documentOf(path, value)), testDigest);
}

export function testLaw(files: Files = LAW): Rulebook {
  const loaded = loadTestLaw(files);
  if (!loaded.ok) throw new Error(loaded.error.map((finding) => `${finding.at} ${finding.code} ${finding.message}`).join("\n"));
  return loaded.value;
}

/** The law with one file changed: fields of its mapping replaced, or taken away where the new value is undefined. */
export function lawWith(path: string, changes: Readonly<Record<string, Plain | undefined>>): Files {
  const old = present(LAW[path], `the test law's file ${path}`);
  if (typeof old !== "object" || old === null || isItems(old)) throw new Error(`assertion failed: ${path} is a mapping`);
  const kept = Object.entries({ ...old, ...changes }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { ...LAW, [path]: Object.fromEntries(kept) };
}

/** The law with one more entry in a file of its own. */
export function lawAnd(entry: Plain, path = "t/more.yaml"): Files {
  return { ...LAW, [path]: entry };
}

export function findingsOf(files: Files): readonly Finding[] {
  const loaded = loadTestLaw(files);
  return loaded.ok ? [] : loaded.error;
}
