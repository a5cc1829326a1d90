// LawChange: one thing that changed in the law on one day: an entry that began or ended, or a dated value that became another.
import type { Json, LawId, Names, Place, PlainDate } from "../../terms/index.ts";
import type { Basis, Entry } from "../../rules/index.ts";

export interface LawChange {
  readonly kind: "began" | "ended" | "changed";
  /** The first day on which it is so. */
  readonly on: PlainDate;
  readonly entry: LawId;
  readonly entryKind: Entry["kind"];
  readonly names: Names;
  readonly at: Place;
  /** A rule about persons, which no question about an organisation sees. */
  readonly people?: true;
  /** Of a clause: the memorandum it belongs to. */
  readonly memorandum?: LawId;
  /** Of a change: which value, what it was and what it is. A value that was not stated is absent. */
  readonly field?: string;
  readonly before?: Json;
  readonly after?: Json;
  /** Of an end: what the law puts in its place. */
  readonly replacedBy?: LawId;
  readonly basis: readonly Basis[];
  readonly words: Names;
  readonly concerns: Concerns;
}

/** Whom a change concerns. Regions and sectors: none named means everywhere, everyone. */
export interface Concerns {
  readonly authorities: readonly LawId[];
  readonly lists: readonly LawId[];
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
}
