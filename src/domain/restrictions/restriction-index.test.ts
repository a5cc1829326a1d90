// The index against its twin: random histories packed, and every organisation asked about every act at every place as its keeper and as the public.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { present, type FileNumber } from "../terms/index.ts";
import type { EventDraft, StoredEvent } from "../events/index.ts";
import { harbour } from "../rules/test-meeting-law.ts";
import { organisationOf, type Organisation } from "../register/index.ts";
import { derive } from "./derive.ts";
import type { Inquiry, Where } from "./measure-outcome.ts";
import { shareOfRow } from "./packed/columns.ts";
import { ColumnsBuilder } from "./packed/columns-builder.ts";
import { ExitShelf } from "./packed/row-exits.ts";
import { organisationToPack } from "./packed/row-class.ts";
import { alikeRows, codesNamed, DAYS, FILES, market, MARKET_ACTS, marketCode, marketLaw, registeredWithCodes } from "./index-fixtures.ts";
import { sceneOf, storedByOffice } from "./release-fixtures.ts";
import { ANY_LISTING, RestrictionIndex } from "./restriction-index.ts";

const schemes = [present(marketCode, "the market's scheme")];
const NOBODY: Organisation = { file: "" as FileNumber, files: [], name: "", names: [], codes: [], attributes: {}, listings: [], records: [] };
const WHERES: readonly Where[] = [{}, { authority: harbour("master") }, { authority: harbour("warden") }, { region: "990100" }, { region: "980000" }];

function packed(events: readonly StoredEvent[]): RestrictionIndex {
  const { register } = sceneOf(events, "2025-01-01", { law: marketLaw });
  const builder = new ColumnsBuilder(schemes);
  const seen = new Set<FileNumber>();
  for (const file of register.files.keys()) {
    const organisation = present(organisationOf(register, file), "the organisation");
    if (!seen.has(organisation.file)) builder.add(organisationToPack(register, organisation));
    seen.add(organisation.file);
  }
  const { columns, facts } = builder.finish();
  return new RestrictionIndex(columns, facts, schemes);
}

/** Asks everything there is to ask; gives how often the index answered, and the answers that differ from the twin's. */
function compared(drafts: readonly EventDraft[], publicOn: string | undefined, met: Map<string, number>): void {
  const events = storedByOffice(drafts);
  const index = packed(events);
  const count = (what: string, when = true): void => void (when && met.set(what, (met.get(what) ?? 0) + 1));
  for (const on of DAYS) {
    const { since } = index.facts;
    if (since !== undefined && (on < since || (publicOn !== undefined && publicOn < since))) continue;
    const scene = sceneOf(events, on, { law: marketLaw, ...(publicOn === undefined ? {} : { publicOn }) });
    const shelf = new ExitShelf();
    for (const id of MARKET_ACTS) for (const where of WHERES) {
      const inquiry: Omit<Inquiry, "organisation"> = { scene, find: (file) => organisationOf(scene.register, file), act: present(scene.statute.get("act", harbour(id)), "the act"), where, calendar: [] };
      const prepared = index.prepare({ ...inquiry, organisation: NOBODY }, new Set(), shelf);
      for (const file of FILES) {
        count("asked");
        const organisation = present(organisationOf(scene.register, file), "the organisation");
        const row = index.findFile(file);
        expect(index.organisation(row)).toEqual({ file: organisation.file, name: organisation.name, codes: organisation.codes.map(({ scheme, value }) => ({ scheme, value })), onFile: true });
        const answer = index.answer(row, prepared);
        if (answer === undefined) continue;
        for (const what of ["effects", "possible", "favours", "officeHolders", "missing"] as const) count(what, answer[what].length > 0);
        count("answered");
        count("several", answer.effects.length > 1);
        const likeness = index.likeness(row, shareOfRow(index.columns, row), prepared);
        count("alike", likeness !== undefined && answer.effects.length > 0);
        // With the row's own listing it is the answer.
        if (likeness !== undefined) expect(JSON.stringify(likeness.derived).replaceAll(ANY_LISTING, index.listing(row))).toBe(JSON.stringify(answer));
        expect({ file, id, where, on, ...answer }).toStrictEqual({ file, id, where, on, ...derive({ ...inquiry, organisation }), spared: [] });
      }
    }
  }
}

const histories = fc.record({ events: market, codes: fc.constantFrom<readonly number[]>([1, 2, 3], [1, 1, 2], [0, 2, 3], [12, 2, 3], [13, 3, 1], [12, 32, 4]) });
/** What is rare among random ones is among these. */
const examples: [{ events: readonly EventDraft[]; codes: readonly number[] }][] = [[{ events: alikeRows, codes: [1, 2, 3] }]];
const coded = ({ events, codes }: { readonly events: readonly EventDraft[]; readonly codes: readonly number[] }): readonly EventDraft[] =>
  [...registeredWithCodes((file) => codesNamed(codes[FILES.indexOf(file)] ?? 0)), ...events];

describe("the index against its twin", () => {
  it("R44 gives the keeper the twin's answers with their reasons, or none", () => {
    const met = new Map<string, number>();
    fc.assert(fc.property(histories, (history) => compared(coded(history), undefined, met)), { numRuns: 60, examples });
    const share = (what: string): number => (met.get(what) ?? 0) / (met.get("asked") ?? 1);
    expect(share("answered")).toBeGreaterThan(0.1);
    expect(["effects", "several", "alike", "possible", "favours", "officeHolders", "missing"].filter((what) => (met.get(what) ?? 0) === 0)).toEqual([]);
  });

  it("R44 gives the public the twin's answers, or none", () => {
    const met = new Map<string, number>();
    fc.assert(fc.property(histories, fc.constantFrom(...DAYS), (history, today) => compared(coded(history), today, met)), { numRuns: 60 });
    expect(met.get("effects")).toBeGreaterThan(0);
  });
});
