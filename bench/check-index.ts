// The index as the check bench asks it: invented facts packed, and a code as text answered with the full answer of design.md 6.
import { fromDayNumber, makeFileNumber, type FileNumber, type LawId } from "../src/domain/terms/index.ts";
import type { IdentifierScheme, Rulebook } from "../src/domain/rules/index.ts";
import { replay, type Organisation } from "../src/domain/register/index.ts";
import { ColumnsBuilder, ExitShelf, indexedAnswer, RestrictionIndex, STRANGER, type Answer, type ColumnFacts, type Columns, type Prepared } from "../src/domain/restrictions/index.ts";
import { FIRST_DAY } from "../src/domain/restrictions/packed/row-class.ts";
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
        listing: `l${listing.toString(16).padStart(18, "0")}`, from: from - FIRST_DAY, length: until === null ? 0 : until - from, decided: 1,
      })),
    });
  }
  return { ...builder.finish(), seconds: (performance.now() - start) / 1000 };
}

/** `check(code, act)` as the service asks the index: code and act as text in, a whole answer out. */
export function asker(packed: Packed, rulebook: Rulebook, scheme: IdentifierScheme): (code: string, act: string) => Answer | undefined {
  const index = new RestrictionIndex(packed.columns, packed.facts, [scheme]);
  const on = fromDayNumber(ASKED_ON);
  const [statute, register, shelf] = [rulebook.on(on), replay([]), new ExitShelf()];
  const nobody: Organisation = { file: "" as FileNumber, files: [], name: "", names: [], codes: [], attributes: {}, listings: [], records: [] };
  const scene = { rulebook, statute, register, on, sight: () => "shown" as const, sightOfRecord: () => "shown" as const };
  const prepared = new Map<string, Prepared>();
  const asOf: Answer["asOf"] = Object.freeze({ on, law: on, known: 1 as never, rulebook: rulebook.hash, by: "index" as const, editions: Object.freeze({}) });
  for (const act of statute.all("act")) prepared.set(act.id, index.prepare({ scene, organisation: nobody, find: () => undefined, act, where: {}, calendar: [] }, new Set(), shelf));
  return (code, act) => {
    const question = prepared.get(act);
    if (question === undefined) return undefined;
    const row = index.find(code);
    if (row === STRANGER) return indexedAnswer({ file: null, name: null, codes: [{ scheme: scheme.id, value: code }], onFile: false }, act, question.nothing, asOf);
    const derived = row < 0 ? undefined : index.answer(row, question);
    return derived === undefined ? undefined : indexedAnswer(index.organisation(row, code), act, derived, asOf);
  };
}
