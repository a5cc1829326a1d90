import { describe, expect, it } from "vitest";
import { addDays, makeFileNumber, type FileNumber } from "../../terms/index.ts";
import type { Authority, Entry } from "../../rules/index.ts";
import type { OpenOffice } from "../../register/index.ts";
import { after, decided, joined, listed, object, objection, openedOn, openOffice, openSuperior, organisation, procedureOf, recordOf, stateOf } from "../test-procedures.ts";
import { day, file, lawId, lawWith, listingId, office, ownList } from "../test-law.ts";
import { competentOffice, type Competence } from "./competence.ts";

const authority = (id: string, more: Partial<Authority> = {}): Authority => ({ kind: "authority", id: lawId(id), names: { en: id }, basis: [], confidence: "high", at: "test", level: "city", powers: ["coordinate"], aliases: [], ...more });
const at = (number: number, of: string, more: Partial<OpenOffice> = {}): OpenOffice => ({ file: makeFileNumber(number), authority: lawId(of), names: { en: of }, ...more });
const creditCity = at(911, "t:credit-city", { region: "420100", superior: makeFileNumber(912) });
const creditProvince = at(912, "t:credit", { region: "420000", superior: makeFileNumber(913) });
const creditTop = at(913, "t:credit");
const market = at(914, "t:market-desk", { region: "420100", superior: makeFileNumber(915) });
const marketTop = at(915, "t:market");
const yearly = procedureOf("t:yearly", "annual-report", [], { yearly: { opens: "01-01", record: lawId("t:report"), yearField: "year", list: ownList } });

function competent(offices: readonly OpenOffice[], more: Partial<Competence> = {}, ...entries: readonly Entry[]): FileNumber | undefined {
  const law = lawWith(authority("t:credit"), authority("t:credit-city", { superior: lawId("t:credit") }), ...entries);
  return competentOffice({ law, offices: new Map(offices.map((each) => [each.file, each])), thing: { kind: "organisation" }, purpose: "commitment", regions: ["420100", "420000"], on: openedOn, ...more })?.file;
}

describe("the office that decides", () => {
  it("R35 is the one that decided the listing or handed in the record, as long as it is open", () => {
    expect([competent([openOffice], { thing: listed }), competent([openOffice], { thing: recordOf() })]).toEqual([office, office]);
    expect([competent([openSuperior], { thing: listed }), competent([openOffice], { thing: recordOf({ office: null }) })]).toEqual([undefined, undefined]);
    expect(competent([openOffice], { thing: { kind: "listing", listing: { holds: "reported", id: listingId, file, list: ownList, rowKey: "1", stays: [], sightings: [], missing: [] } } })).toBeUndefined();
  });

  it("R35 of an appeal is the one above the one that decided", () => {
    const thing = { kind: "matter", decided } as const;
    expect([competent([openOffice, openSuperior], { thing, decidedBy: office }), competent([openOffice], { thing, decidedBy: office }), competent([openOffice, openSuperior], { thing }), competent([openSuperior], { thing, decidedBy: office })]).toEqual([openSuperior.file, undefined, undefined, undefined]);
    const earlier = stateOf(after({}, [object, organisation]));
    expect(competent([openOffice, openSuperior], { thing: { kind: "matter", earlier, endedOn: openedOn, granted: false, thing: recordOf() }, decidedBy: office }, objection)).toBe(openSuperior.file);
  });

  it("R35 of a join is the nearest that coordinates, else the one at the top", () => {
    expect([competent([creditTop, creditProvince, creditCity], { thing: joined }), competent([creditTop, creditProvince], { thing: joined }), competent([creditTop, { ...creditProvince, region: "980000" }], { thing: joined })]).toEqual([creditCity.file, creditProvince.file, creditTop.file]);
    expect(competent([creditCity, creditProvince], { thing: joined, regions: ["420000", "420100"] })).toBe(creditProvince.file);
    expect([competent([market, openOffice], { thing: joined }), competent([{ ...creditCity, region: "980000" }], { thing: joined }), competent([], { thing: joined })]).toEqual([undefined, undefined, undefined]);
    const gone = authority("t:gone", { until: openedOn });
    expect([competent([at(916, "t:gone")], { thing: joined }, gone), competent([at(916, "t:gone")], { thing: joined, on: addDays(openedOn, -1) }, gone)]).toEqual([undefined, makeFileNumber(916)]);
  });

  it("R35 of an organisation as such is the one that opens the case, or the nearest that coordinates", () => {
    expect(competent([creditCity, market], { opener: market })).toBe(market.file);
    expect([competent([market, creditTop, creditCity]), competent([market])]).toEqual([creditCity.file, undefined]);
  });

  it("R43 of what is owed every year is the nearest of the authority whose list missing it leads to", () => {
    const owed = { purpose: "annual-report" } as const;
    expect([competent([creditCity, market, marketTop], owed, yearly), competent([creditCity, marketTop], owed, yearly), competent([creditCity, market], {}, yearly)]).toEqual([market.file, marketTop.file, creditCity.file]);
    const { list: _, ...listless } = yearly.yearly ?? { opens: "01-01", record: lawId("t:report"), yearField: "year" };
    expect([competent([creditCity, market], owed), competent([creditCity, market], owed, { ...yearly, yearly: listless }), competent([creditCity, market], owed, yearly, { ...yearly, id: lawId("t:other"), yearly: { ...listless, list: lawId("t:unknown") } })]).toEqual([creditCity.file, creditCity.file, market.file]);
    expect(competent([creditCity, { ...market, authority: lawId("t:tax") }], { ...owed, on: day("2026-01-01") }, yearly)).toBe(creditCity.file);
  });
});
