// Rulebook: the law linked, dated and frozen. Made by load.ts; `on(day)` is the statute book of that day.
import { covers, type Digest, type LawId, type Names, type Place, type PlainDate } from "../terms/index.ts";
import type { Dated, DatedVersion, Entry, EntryOf, LawExample } from "./language.ts";

/** The statute book of one day: entries in force that day, with no version that begins later. */
export interface Statute {
  readonly day: PlainDate;
  readonly hash: Digest;
  /** The entry, if it is in force on this statute's day. */
  readonly find: (id: LawId) => Entry | undefined;
  readonly all: <K extends Entry["kind"]>(kind: K) => readonly EntryOf<K>[];
  readonly get: <K extends Entry["kind"]>(kind: K, id: LawId) => EntryOf<K> | undefined;
  /** Measures in force that concern the act, by id of the act. */
  readonly measuresOn: (act: LawId) => readonly EntryOf<"measure">[];
}

/** What body.yaml says of a body of law. */
export interface BodyFacts {
  readonly body: string;
  readonly names: Names;
  /** IANA name; a day begins and ends there. */
  readonly timeZone: string;
  readonly currency: string;
  /** The body whose entries may be referred to without a prefix. */
  readonly extends?: string;
  /** The regimes one tells apart, each with the day whose statute book stands for it. */
  readonly regimes: readonly { readonly law: PlainDate; readonly names: Names }[];
  readonly at: Place;
}

export interface Rulebook {
  /** Of the files it was loaded from. */
  readonly hash: Digest;
  /** Bodies of law it holds, e.g. `["cn", "mdb"]`. */
  readonly bodies: readonly string[];
  /** Every entry, in force or not, in order of id. */
  readonly entries: readonly Entry[];
  readonly find: (id: LawId) => Entry | undefined;
  readonly get: <K extends Entry["kind"]>(kind: K, id: LawId) => EntryOf<K> | undefined;
  readonly all: <K extends Entry["kind"]>(kind: K) => readonly EntryOf<K>[];
  readonly examples: readonly LawExample[];
  /** Rules about persons (people/): read by pages, never part of `entries` or of a statute book. */
  readonly people: readonly Entry[];
  /** Worked examples of rules about persons (people/examples/): run against people-view.ts and nothing else. */
  readonly peopleExamples: readonly LawExample[];
  readonly bodyFacts: ReadonlyMap<string, BodyFacts>;
  readonly on: (day: PlainDate) => Statute;
}

/** The version of a dated value that governs on `day`. */
export function versionOn<T>(dated: Dated<T>, day: PlainDate): DatedVersion<T> | undefined {
  return dated.find((version) => covers(version, day));
}

/** The value that governs on `day`. */
export function valueOn<T>(dated: Dated<T>, day: PlainDate): T | undefined {
  return versionOn(dated, day)?.value;
}
