// LawLookUp: every entry of a rulebook by id, rules about persons among them, whatever their day; and what hangs on what.
import type { LawId } from "../../terms/index.ts";
import type { Entry, List, Rulebook } from "../../rules/index.ts";
import { peopleOf, wholeLaw } from "../law-book.ts";
import { workedOut } from "../worked-out.ts";

export interface LawLookUp {
  readonly find: (id: LawId) => Entry | undefined;
  /** Law, not what was only proposed. */
  readonly entries: readonly Entry[];
  readonly isAboutPersons: (id: LawId) => boolean;
}

export const lookUpOf = workedOut((rulebook: Rulebook): LawLookUp => {
  const whole = wholeLaw(rulebook);
  return { find: whole.find, entries: whole.entries.filter((entry) => entry.draft !== true), isAboutPersons: (id) => peopleOf(rulebook).has(id) };
});

export interface HangsOn {
  readonly listsByProcedure: ReadonlyMap<LawId, readonly List[]>;
  /** What a transition of the law puts in the place of an entry. */
  readonly replacements: ReadonlyMap<LawId, LawId>;
}

export const hangsOn = workedOut(({ entries }: LawLookUp): HangsOn => {
  const lists = entries.filter((entry) => entry.kind === "list");
  const withProcedure = lists.flatMap((list) => (list.procedure === undefined ? [] : [{ list, procedure: list.procedure }]));
  return {
    listsByProcedure: new Map([...Map.groupBy(withProcedure, ({ procedure }) => procedure)].map(([procedure, pairs]) => [procedure, pairs.map(({ list }) => list)])),
    replacements: new Map(entries.flatMap((entry) => (entry.kind === "precedence" && entry.rule === "transition" ? [[entry.old, entry.replacement] as const] : []))),
  };
});
