// The diff of two days: what began, ended and changed in between, grouped by kind of entry and, within it, by authority.
import type { LawId, PlainDate } from "../../terms/index.ts";
import type { Entry, Rulebook } from "../../rules/index.ts";
import { isOfBody } from "../bodies.ts";
import type { LawChange } from "./law-change.ts";
import { lawChangesBetween } from "./law-changes.ts";

export interface LawDiff {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly rulebook: string;
  readonly body?: string;
  readonly counts: { readonly began: number; readonly ended: number; readonly changed: number };
  /** Kinds with the most changes first; within a kind, authorities likewise, what concerns none last. */
  readonly groups: readonly LawDiffGroup[];
  readonly changes: readonly LawChange[];
}

export interface LawDiffGroup {
  readonly entryKind: Entry["kind"];
  readonly authorities: readonly { readonly authority?: LawId; readonly changes: readonly LawChange[] }[];
}

/** What the law of `to` has that the law of `from` had not, and the other way round, with everything in between. */
export function diffLaw(rulebook: Rulebook, from: PlainDate, to: PlainDate, options: { readonly body?: string } = {}): LawDiff {
  const changes = lawChangesBetween(rulebook, from, to).filter((change) => isOfBody(change.entry, options.body));
  const count = (kind: LawChange["kind"]): number => changes.filter((change) => change.kind === kind).length;
  const byKind = [...Map.groupBy(changes, (change) => change.entryKind)].toSorted(([, a], [, b]) => b.length - a.length);
  return {
    from, to, rulebook: rulebook.hash, ...(options.body === undefined ? {} : { body: options.body }),
    counts: { began: count("began"), ended: count("ended"), changed: count("changed") },
    groups: byKind.map(([entryKind, ofKind]) => ({ entryKind, authorities: byAuthority(ofKind) })),
    changes,
  };
}

/** A change stands once, under the first authority it concerns. */
function byAuthority(changes: readonly LawChange[]): LawDiffGroup["authorities"] {
  const groups = [...Map.groupBy(changes, (change) => change.concerns.authorities[0])];
  return groups.toSorted(([a, x], [b, y]) => Number(a === undefined) - Number(b === undefined) || y.length - x.length).map(([authority, ofAuthority]) => ({ ...(authority === undefined ? {} : { authority }), changes: ofAuthority }));
}
