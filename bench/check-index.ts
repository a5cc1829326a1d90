// The index as the check bench asks it: invented facts packed, and a code as text answered with the full answer of design.md 6.
import { fromDayNumber, makeFileNumber, type FileNumber, type LawId } from "../src/domain/terms/index.ts";
import { readCode } from "../src/domain/identity/index.ts";
import type { IdentifierScheme, Rulebook } from "../src/domain/rules/index.ts";
import { replay, type Organisation } from "../src/domain/register/index.ts";
import { ColumnsBuilder, ExitShelf, indexedAnswer, RestrictionIndex, STRANGER, type Answer, type ColumnFacts, type Columns, type EffectInForce, type Prepared } from "../src/domain/restrictions/index.ts";
import { FIRST_DAY } from "../src/domain/restrictions/packed/row-class.ts";
import { idOfListing, type PeerAnswer, type PeerEffect } from "./check-answer.ts";
import { ASKED_ON, type CheckFacts } from "./check-facts.ts";
import type { BenchLaw } from "./check-law.ts";

export interface Packed {
  readonly columns: Columns;
  readonly facts: ColumnFacts;
  /** Seconds it took to pack what was given to it. */
  readonly seconds: number;
}

/** Packs all organisations of the facts, as they would be on file. */
export function packFacts(facts: CheckFacts, law: BenchLaw, scheme: IdentifierScheme): Packed {
  const builder = new ColumnsBuilder([scheme]);
  const start = performance.now();
  let number = 0;
  for (const { code, listings } of facts.all()) {
    number += 1;
    const file = makeFileNumber(number);
    builder.add({
      file, files: [file], name: facts.nameOf(number - 1), codes: [{ scheme: scheme.id, value: code }], latest: undefined,
      rows: listings.map(({ listing, list, from, until }) => ({
        class: { kind: "listing", list: (law.lists[list] ?? "") as LawId, regions: [], end: until === null ? { kind: "notStated" } : "fixed" },
        listing: idOfListing(listing), from: from - FIRST_DAY, length: until === null ? 0 : until - from, decided: 1,
      })),
    });
  }
  return { ...builder.finish(), seconds: (performance.now() - start) / 1000 };
}

/** What the index answers, in the words of its peers: for the comparison, never timed. */
export function asPeer({ organisation, verdict, decision, effects, possible, favours }: Answer): PeerAnswer {
  const common = ({ force, measure, authority, from, until, because, basis }: Omit<EffectInForce, "effect">): Omit<PeerEffect, "effects"> => {
    if ("withheld" in because || because.trigger.kind !== "list") throw new Error("assertion failed: the bench knows listings that are shown, and nothing else");
    const [{ instrument, article = "" } = { instrument: "" }] = basis;
    return { force, measure, memorandum: because.memorandum ?? "", authority, list: because.trigger.list, listing: because.trigger.listing, from, until: until ?? null, instrument, article };
  };
  const bound = ({ effect, ...rest }: EffectInForce): PeerEffect => ({ effects: [effect], ...common(rest) });
  return {
    organisation: organisation.file === null || organisation.name === null ? null : { file: organisation.file, name: organisation.name },
    verdict: verdict === "bound" ? "bound" : "clear", decision, effects: effects.map(bound), possible: possible.map(({ effects: chosen, ...rest }) => ({ effects: chosen, ...common(rest) })), favours: favours.map(bound),
  };
}

/** `check(code, act)` as the service asks the index: code and act as text in, a whole answer out. */
export function asker(packed: Packed, rulebook: Rulebook, scheme: IdentifierScheme, on = fromDayNumber(ASKED_ON)): (code: string, act: string) => Answer {
  const index = new RestrictionIndex(packed.columns, packed.facts, [scheme]);
  const [statute, register, shelf] = [rulebook.on(on), replay([]), new ExitShelf()];
  const nobody: Organisation = { file: "" as FileNumber, files: [], name: "", names: [], codes: [], attributes: {}, listings: [], records: [] };
  const scene = { rulebook, statute, register, on, sight: () => "shown" as const, sightOfRecord: () => "shown" as const };
  const prepared = new Map<string, Prepared>();
  const asOf: Answer["asOf"] = Object.freeze({ on, law: on, known: 1 as never, rulebook: rulebook.hash, by: "index" as const, editions: Object.freeze({}) });
  for (const act of statute.all("act")) prepared.set(act.id, index.prepare({ scene, organisation: nobody, find: () => undefined, act, where: {}, calendar: [] }, new Set(), shelf));
  return (code, act) => {
    const question = prepared.get(act);
    const row = index.find(code);
    const derived = question === undefined || row < 0 ? undefined : index.answer(row, question);
    if (derived !== undefined) return indexedAnswer(index.organisation(row, code), act, derived, asOf);
    // A code with a head that nobody on file has is read by the scheme itself, as the service does.
    if (question === undefined || row >= 0 || (row !== STRANGER && !readCode([scheme], code).ok)) throw new Error(`assertion failed: ${code} ${act} can be answered`);
    return indexedAnswer({ file: null, name: null, codes: [{ scheme: scheme.id, value: code }], onFile: false }, act, question.nothing, asOf);
  };
}
