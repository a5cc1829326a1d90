// Law changes: everything that began, ended or became another between two days, each on its own day. One walk serves the diff of two
// days far apart and the feed of one turning day after another.
import { addDays, type LawId, type PlainDate } from "../../terms/index.ts";
import { versionOn, type Basis, type Dated, type Entry, type Rulebook } from "../../rules/index.ts";
import { concernsOf } from "./concerns.ts";
import type { LawChange } from "./law-change.ts";
import { hangsOn, lookUpOf, type LawLookUp } from "./look-up.ts";
import { plainValue, sameValue } from "./plain-value.ts";
import { began, changed, ended, joined } from "./say-change.ts";

/** Changes after `from`, up to and on `to`, in order of their days. */
export function lawChangesBetween(rulebook: Rulebook, from: PlainDate, to: PlainDate): readonly LawChange[] {
  const law = lookUpOf(rulebook);
  const within = (day: PlainDate | undefined): day is PlainDate => day !== undefined && from < day && day <= to;
  return law.entries.flatMap((entry) => changesOf(law, entry, within)).toSorted((a, b) => compare(a.on, b.on) || compare(a.entry, b.entry) || compare(a.field ?? "", b.field ?? ""));
}

/** Days on which anything in the law changes, in order. */
export function lawTurningDays(rulebook: Rulebook): readonly PlainDate[] {
  const { entries } = lookUpOf(rulebook);
  const days = new Set<PlainDate>();
  for (const entry of entries) for (const day of daysOf(entry)) days.add(day);
  return [...days].sort();
}

function daysOf(entry: Entry): readonly PlainDate[] {
  const periods = [entry, ...Object.values(datedFieldsOf(entry)).flat()];
  const parties = entry.kind === "memorandum" ? entry.parties.map((party) => party.sinceEarliest) : [];
  return [...periods.flatMap((period) => [period.from, period.until]), ...parties].filter((day) => day !== undefined);
}

type Within = (day: PlainDate | undefined) => day is PlainDate;

function changesOf(law: LawLookUp, entry: Entry, within: Within): readonly LawChange[] {
  const touched = daysOf(entry).some(within);
  if (!touched) return [];
  const head = headOf(law, entry);
  const replacedBy = hangsOn(law).replacements.get(entry.id);
  return [
    ...(within(entry.from) ? [{ ...head, kind: "began" as const, on: entry.from, basis: entry.basis, words: began(entry) }] : []),
    ...(within(entry.until) ? [{ ...head, kind: "ended" as const, on: entry.until, ...(replacedBy === undefined ? {} : { replacedBy }), basis: entry.basis, words: ended(entry, replacedBy === undefined ? undefined : law.find(replacedBy)) }] : []),
    ...Object.entries(datedFieldsOf(entry)).flatMap(([field, dated]) => changesOfValue(head, entry, field, dated, within)),
    ...(entry.kind === "memorandum" ? entry.parties.flatMap((party) => (within(party.sinceEarliest) && party.sinceEarliest !== entry.from ? [joins(law, head, entry, party)] : [])) : []),
  ];
}

type Head = Omit<LawChange, "kind" | "on" | "basis" | "words">;

function headOf(law: LawLookUp, entry: Entry): Head {
  return {
    entry: entry.id, entryKind: entry.kind, names: entry.names, at: entry.at, concerns: concernsOf(law, entry),
    ...(law.isAboutPersons(entry.id) ? { people: true as const } : {}),
    ...(entry.kind === "measure" && entry.memorandum !== undefined ? { memorandum: entry.memorandum } : {}),
  };
}

/** A value changes where one version ends and another begins, within the life of its entry. */
function changesOfValue(head: Head, entry: Entry, field: string, dated: Dated<unknown>, within: Within): readonly LawChange[] {
  const days = [...new Set(dated.flatMap((version) => [version.from, version.until]))].filter(within);
  return days.filter((day) => (entry.from === undefined || entry.from < day) && (entry.until === undefined || day < entry.until)).flatMap((day) => {
    const [old, now] = [versionOn(dated, addDays(day, -1)), versionOn(dated, day)];
    const [before, after] = [old, now].map((version) => (version === undefined ? undefined : plainValue(version.value)));
    if (sameValue(before, after)) return [];
    const basis: readonly Basis[] = now !== undefined && now.basis.length > 0 ? now.basis : entry.basis;
    return [{ ...head, kind: "changed" as const, on: day, field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), basis, words: changed(entry, field, old?.value, now?.value) }];
  });
}

function joins(law: LawLookUp, head: Head, entry: Entry, party: { readonly authority: LawId; readonly sinceEarliest: PlainDate; readonly basis: readonly Basis[] }): LawChange {
  return { ...head, kind: "changed", on: party.sinceEarliest, field: "parties", after: party.authority, basis: party.basis.length > 0 ? party.basis : entry.basis, words: joined(entry, law.find(party.authority)?.names ?? { en: party.authority }) };
}

/** The values of an entry that have versions. */
export function datedFieldsOf(entry: Entry): Readonly<Record<string, Dated<unknown>>> {
  switch (entry.kind) {
    case "list":
      return { criteria: entry.criteria, end: entry.end, exits: entry.exits };
    case "measure":
      return { amount: entry.amount, force: entry.force };
    case "record-type":
      return { publicationMonths: entry.publicationMonths, retentionMonths: entry.retentionMonths };
    case "procedure":
      return { steps: entry.steps };
    default:
      return {};
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
