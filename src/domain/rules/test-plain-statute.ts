// The statute book of a day in plain slow lines: every entry looked at, everything made anew. What statute.ts reads only when it is
// asked is held against this twin.
import { covers, type LawId, type PlainDate } from "../terms/index.ts";
import type { Dated, DatedVersion, Entry, Measure } from "./language.ts";
import type { Rulebook } from "./rulebook.ts";

export interface PlainBook {
  readonly entries: readonly Entry[];
  readonly measuresOn: (act: LawId) => readonly Measure[];
}

export function plainBook(rulebook: Rulebook, day: PlainDate): PlainBook {
  const entries = rulebook.entries.filter((entry) => entry.draft !== true && covers(entry, day)).map((entry) => asRead(entry, day));
  return { entries, measuresOn: (act) => entries.flatMap((entry) => (entry.kind === "measure" && entry.acts.includes(act) ? [entry] : [])) };
}

function asRead(entry: Entry, day: PlainDate): Entry {
  switch (entry.kind) {
    case "list":
      return { ...entry, criteria: known(entry.criteria, day), end: known(entry.end, day), exits: known(entry.exits, day) };
    case "measure":
      return { ...entry, amount: known(entry.amount, day), force: known(entry.force, day) };
    case "record-type":
      return { ...entry, publicationMonths: known(entry.publicationMonths, day), retentionMonths: known(entry.retentionMonths, day) };
    case "procedure":
      return { ...entry, steps: known(entry.steps, day) };
    default:
      return entry;
  }
}

function known<T>(dated: Dated<T>, day: PlainDate): Dated<T> {
  return dated.filter((version) => begun(version, day)).map((version) => {
    const { until, ...open } = version;
    return until !== undefined && dated.some((later) => !begun(later, day) && later.from === until) ? open : version;
  });
}

function begun({ from }: DatedVersion<unknown>, day: PlainDate): boolean {
  return from === undefined || from <= day;
}
