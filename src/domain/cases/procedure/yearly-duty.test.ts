import { describe, expect, it } from "vitest";
import { makeFileNumber, parsePosition, parseRecordId, plainDate, present } from "../../terms/index.ts";
import type { Procedure, RecordType, Step } from "../../rules/index.ts";
import type { Organisation, RecordOnFile } from "../../register/index.ts";
import { always, calendar, day, file as thisFile, lawId, lawWith, step } from "../test-law.ts";
import { ask, object, officers, organisation as organisationParty, penaltyType, procedureOf, said } from "../test-procedures.ts";
import type { Party } from "./procedure-commands.ts";
import { yearlyDues, type DutyQuestion, type YearlyDue } from "./yearly-duty.ts";

const report = step("report", "report", { by: "organisation", after: ["opening"], within: { count: 6, unit: "months", from: "opening" }, records: { type: lawId("t:report"), set: {} } });
const yearly = procedureOf("t:yearly", "annual-report", [step("opening", "notification"), report], {
  from: day("2024-01-01"), yearly: { opens: "01-01", record: lawId("t:report"), yearField: "year", list: lawId("t:serious"), when: { kind: "holds", id: "enterprise", names: { en: "enterprise" }, expression: "true", compiled: { paths: [], evaluate: () => ({ truth: "true", missing: [] }) }, basis: [] } },
});
const file = makeFileNumber(7);
const id = parseRecordId("report-1");
const position = parsePosition("1");
const filed: RecordOnFile = {
  id: present(id.ok ? id.value : undefined, "an id"), file, type: lawId("t:report"), fields: { year: "2025" }, decidedOn: day("2026-03-02"), annulled: false, office: null, stays: [], position: present(position.ok ? position.value : undefined, "a position"),
};
function organisation(more: Partial<Organisation> = {}): Organisation {
  return { file, files: [file], name: "Yunlan", names: [], codes: [], attributes: { establishedOn: day("2020-05-01") }, listings: [], records: [], ...more };
}
function owed(on: string, more: Partial<Organisation> = {}, question: Partial<DutyQuestion> = {}): readonly string[] {
  return yearlyDues({ law: lawWith(yearly), organisation: organisation(more), on: plainDate(on), calendar, holds: () => "true", ...question })
    .map((due) => `${due.year} ${due.opensOn} ${due.lastDay} ${due.until} ${due.missed ? "missed" : (due.fulfilledOn ?? "open")} ${due.list ?? ""}`);
}

describe("what is owed every year", () => {
  it("R43 is owed for the year before the one it opens in, until the last day of its time", () => {
    expect(owed("2026-01-01")).toEqual(["2025 2026-01-01 2026-06-30 2026-07-01 open t:serious"]);
    expect(owed("2025-12-31")).toEqual(["2024 2025-01-01 2025-06-30 2025-07-01 missed t:serious"]);
  });

  it("R43 is missed from the day after its last day, and fulfilled by a record for that year alone, also a late one", () => {
    expect([owed("2026-06-30"), owed("2026-07-01")].map(([each]) => each?.split(" ")[4])).toEqual(["open", "missed"]);
    expect(owed("2026-07-01", { records: [filed] })[0]).toContain("2026-03-02");
    expect(owed("2026-09-01", { records: [{ ...filed, decidedOn: day("2026-08-20") }] })[0]).toContain(" 2026-08-20 ");
    for (const other of [{ ...filed, fields: { year: "2024" } }, { ...filed, annulled: true }, { ...filed, type: lawId("t:penalty") }, { ...filed, fields: {} }]) expect(owed("2026-07-01", { records: [other] })[0]).toContain("missed");
  });

  it("R43 binds whom the law's condition holds of, and nobody founded in the year it opens or of whom that is not known", () => {
    expect(owed("2026-02-01", { attributes: { establishedOn: day("2025-12-31") } })).toHaveLength(1);
    expect(owed("2026-02-01", { attributes: { establishedOn: day("2026-01-01") } })).toEqual([]);
    expect(owed("2026-02-01", { attributes: {} })).toEqual([]);
    expect([owed("2026-02-01", {}, { holds: () => "unknown" }), owed("2026-02-01", {}, { holds: () => "false" })]).toEqual([[], []]);
  });

  it("R43 is owed under a procedure that was in force when it opened", () => {
    expect(owed("2023-12-31")).toEqual([]);
    expect(owed("2024-01-01")).toHaveLength(1);
    expect(owed("2026-02-01", {}, { law: lawWith({ ...yearly, until: day("2026-01-01") }) })).toEqual([]);
  });

  it("R43 is owed under no draft, by the organisation's own step that puts the record on file in its time", () => {
    const steps = (...own: readonly Step[]): readonly string[] => owed("2026-02-01", {}, { law: lawWith({ ...yearly, steps: always([step("opening", "notification"), ...own]) }) });
    expect(owed("2026-02-01", {}, { law: lawWith({ ...yearly, draft: true }) })).toEqual([]);
    const { records: _, ...bare } = report;
    const { within: __, ...untimed } = report;
    expect([steps(), steps({ ...report, by: "office" }), steps(bare), steps(untimed), steps({ ...report, records: { type: lawId("t:penalty"), set: {} } })]).toEqual([[], [], [], [], []]);
    expect(steps({ ...report, by: "office", id: "check" }, bare, { ...report, id: "own", within: { count: 2, unit: "months", from: "opening" } })).toEqual(["2025 2026-01-01 2026-02-28 2026-03-01 open t:serious"]);
  });

  it("R43 opens on its day and not before it, under the version of that day", () => {
    const later = { ...yearly, yearly: { ...present(yearly.yearly, "a duty"), opens: "03-01" } };
    expect([owed("2026-02-28", {}, { law: lawWith(later) }), owed("2026-03-01", {}, { law: lawWith(later) })].map(([each]) => each?.split(" ").slice(0, 2))).toEqual([["2024", "2025-03-01"], ["2025", "2026-03-01"]]);
    expect(owed("2026-02-01", {}, { law: lawWith({ ...yearly, until: day("2026-01-02") }) })).toHaveLength(1);
    const { from: _, ...always } = yearly;
    expect(owed("2010-02-01", { attributes: { establishedOn: day("2000-01-01") } }, { law: lawWith(always) })).toHaveLength(1);
    const dated = { ...yearly, steps: [{ until: day("2026-01-01"), value: [report], basis: [] }] };
    expect([owed("2025-12-31", {}, { law: lawWith(dated) }), owed("2026-02-01", {}, { law: lawWith(dated) })].map((each) => each.length)).toEqual([1, 0]);
  });

  it("R43 binds everybody where the law states no condition, and leads to a list only where it says so", () => {
    const { when: _, list: __, ...plain } = present(yearly.yearly, "a duty");
    const found = yearlyDues({ law: lawWith({ ...yearly, yearly: plain }), organisation: organisation(), on: day("2026-02-01"), calendar, holds: () => "false" });
    expect(found.map((due) => Object.keys(due).toSorted())).toEqual([["file", "lastDay", "missed", "opensOn", "procedure", "step", "until", "year"]]);
  });

  it("R43 is fulfilled by a year written as a number or as text, on the day the record names", () => {
    const by = (record: Partial<RecordOnFile>, without: readonly ("decidedOn")[] = []): string | undefined => {
      const { decidedOn: _, ...undated } = filed;
      return owed("2026-08-01", { records: [{ ...(without.length > 0 ? undated : filed), ...record }] })[0]?.split(" ")[4];
    };
    expect([by({ fields: { year: 2025 } }), by({ fields: { year: "2025" } }), by({ fields: { year: true } }), by({ fields: { year: "" } })]).toEqual(["2026-03-02", "2026-03-02", "missed", "missed"]);
    expect([by({ actedOn: day("2026-02-03") }, ["decidedOn"]), by({ publishedFrom: day("2026-02-04") }, ["decidedOn"]), by({}, ["decidedOn"])]).toEqual(["2026-02-03", "2026-02-04", "2026-01-01"]);
  });
});

describe("what is owed every year, asked for", () => {
  const about = { kind: "organisation" } as const;
  const missing = step("missing", "notification", { records: { type: lawId("t:report"), set: {} } });
  const procedure = { ...yearly, steps: always([step("opening", "notification"), report, missing]) };
  const reportType: RecordType = { ...penaltyType, id: lawId("t:report"), fields: [] };
  const due: YearlyDue = { procedure: procedure.id, step: report, file, year: 2025, opensOn: day("2026-01-01"), lastDay: day("2026-06-30"), until: day("2026-07-01"), missed: false };
  const asked = (dues: readonly YearlyDue[], party: Party, more: Partial<Procedure> = {}): string =>
    said(ask({ thing: about, entries: [{ ...procedure, ...more }, reportType], dues }, [], [{ ...object, about, purpose: "annual-report", openedOn: day("2026-08-03") }, party]));

  it("R43 is filed once by the organisation, early or late", () => {
    expect([asked([due], organisationParty), asked([{ ...due, missed: true }], organisationParty), asked([], organisationParty)]).toEqual(Array(3).fill("CaseOpened, RecordReported"));
    expect(asked([{ ...due, fulfilledOn: day("2026-03-02") }], organisationParty)).toBe("already-done t:yearly#report year=2025 on=2026-03-02");
    expect(asked([{ ...due, procedure: lawId("t:other"), fulfilledOn: day("2026-03-02") }], organisationParty)).toBe("CaseOpened, RecordReported");
  });

  it("R43 is found missing by an office only once it is, and where it is owed at all", () => {
    const found = (dues: readonly YearlyDue[]): string => asked(dues, officers, { steps: always([step("opening", "notification", { automatic: true }), { ...missing, after: ["opening"] }, report]) });
    expect([found([{ ...due, missed: true }]), found([due]), found([]), found([{ ...due, missed: true, fulfilledOn: day("2026-03-02") }])]).toEqual([
      "CaseOpened, RecordReported", "duty-not-missed t:yearly#report lastDay=2026-06-30 year=2025", `duty-not-missed t:yearly file=${thisFile}`, "already-done t:yearly#missing year=2025 on=2026-03-02",
    ]);
  });
});
